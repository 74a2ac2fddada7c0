//! The command line as it is typed.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::print_stderr, reason = "what a test skips is told")]

mod asrun;
mod bad_input;
mod formats;
mod import;
mod main_job;
mod plans;
mod publishing;
mod reliability;
mod reports;
mod rollout;
mod station;
mod streams;
mod what_if;
mod workbook;

#[path = "../../../store/tests/shared/postgres.rs"]
#[expect(dead_code, reason = "what harms a server is for tests of the store")]
mod postgres;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A folder to work in.
struct Place(TempDir);

/// What a command came to.
struct Told {
    code: i32,
    out: String,
    err: String,
}

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Runs `arna` in the folder, in English.
    fn arna(&self, words: &str) -> Told {
        self.arna_with(words.split_whitespace())
    }

    fn run<T: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = T>) -> Output {
        Command::new(env!("CARGO_BIN_EXE_arna"))
            .args(words)
            .current_dir(self.0.path())
            .env("LC_ALL", "C")
            .env("USER", "tester")
            .output()
            .unwrap()
    }

    fn arna_with<T: AsRef<OsStr>>(&self, words: impl IntoIterator<Item = T>) -> Told {
        let output = self.run(words);
        Told {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs `arna` and wants it done.
    #[track_caller]
    fn done(&self, words: &str) -> String {
        let told = self.arna(words);
        assert_eq!(told.code, 0, "arna {words}: {}", told.err);
        told.out
    }
}

/// The project's root.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The sample's document.
fn sample() -> PathBuf {
    root().join("sample/station.json")
}
