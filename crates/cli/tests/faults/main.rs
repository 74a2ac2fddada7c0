//! What becomes of a station when programs are killed, bits flip, logs are torn and disks are full: real processes, real files.
//! A short form is among the ordinary tests; `make faults` does it long (docs/RELIABILITY.md).

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "what was counted is told, and what is skipped"
)]

mod bytes;
mod disk;
mod kill;
mod log;
mod others;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use arna_app::Desk;
use arna_app::revisions::Revision;
use arna_app::verify::verify;
use arna_domain::{Station, Zones};
use tempfile::TempDir;

/// How much is tried: `FAULTS=1000` is the long form.
fn points() -> usize {
    number("FAULTS").unwrap_or(20)
}

/// What is chosen at random is chosen by this: `SEED=8` tries others.
fn seed() -> u64 {
    number("SEED").unwrap_or(7)
}

fn number<T: std::str::FromStr>(name: &str) -> Option<T> {
    std::env::var(name).ok()?.parse().ok()
}

/// Numbers at random, the same from the same seed (splitmix64).
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % sides as u64).unwrap()
    }
}

/// What a station holds that must not be lost.
#[derive(Clone, Debug, PartialEq)]
struct State {
    station: Station,
    entries: i64,
    revisions: usize,
}

/// What the file holds, where there is one.
fn state(path: &Path) -> Option<State> {
    if !path.exists() {
        return None;
    }
    let mut desk = Desk::open_to_read(path, Zones::bundled()).unwrap();
    Some(State {
        station: desk.station().unwrap().0.clone(),
        entries: desk.revision().unwrap(),
        revisions: revisions(&mut desk).len(),
    })
}

fn revisions(desk: &mut Desk) -> Vec<Revision> {
    desk.revisions(None).unwrap()
}

/// The file and its backups hold together.
#[track_caller]
fn sound(path: &Path, what: &str) {
    let verified = verify(path, &Zones::bundled()).unwrap();
    assert!(verified.is_sound(), "{what}: {verified:?}");
}

/// The command line in a folder.
fn arna(folder: &Path, words: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_arna"));
    command.args(words.split_whitespace()).current_dir(folder);
    command.env("LC_ALL", "C").env("USER", "tester");
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Runs `arna` to its end.
fn told(folder: &Path, words: &str) -> Output {
    arna(folder, words)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .output()
        .unwrap()
}

/// Runs `arna` and wants it done.
#[track_caller]
fn done(folder: &Path, words: &str) {
    let output = told(folder, words);
    assert!(
        output.status.success(),
        "arna {words}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// A folder with a station that was worked with: `s.arna`, its document, a receiver's folder.
fn lived_in() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::create_dir(at.join("out")).unwrap();
    done(at, "sample s.arna");
    done(
        at,
        "receiver set s.arna guide --channel khabar.kz --file xmltv --file csv --folder out",
    );
    done(at, "plan s.arna --from 2024-07-01 --days 3 --effort fast --accept");
    done(at, "publish s.arna --channel khabar.kz --from 2024-07-01 --days 2");
    done(at, "undo s.arna");
    done(at, "redo s.arna");
    done(at, "export station s.arna --out s.json");
    folder
}

/// A folder's files in another.
fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap() {
        let path = file.unwrap().path();
        let target: PathBuf = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_folder(&path, &target);
        } else {
            fs::copy(&path, target).unwrap();
        }
    }
}

/// A small file system of its own at a folder, gone with this value; none where none can be mounted.
struct Mounted(TempDir);

impl Mounted {
    fn of(size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"])
            .arg(folder.path())
            .stderr(Stdio::null())
            .status();
        if mounted.is_ok_and(|status| status.success()) {
            return Some(Self(folder));
        }
        eprintln!("skipped: no small file system can be mounted here");
        None
    }

    fn close_to_writing(&self) {
        let status = Command::new("mount")
            .args(["-o", "remount,ro"])
            .arg(self.0.path())
            .status()
            .unwrap();
        assert!(status.success());
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}
