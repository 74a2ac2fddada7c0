//! Standard error that takes no more, and names of files that no text can hold.

use std::fs::{self, OpenOptions};
use std::process::{Command, Stdio};

use crate::Place;
use crate::asrun::accepted;

/// Runs `arna` with a standard error that is full.
#[track_caller]
fn done_unheard(place: &Place, words: &str) {
    let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_arna"))
        .args(words.split_whitespace())
        .current_dir(place.0.path())
        .env("LC_ALL", "C")
        .stdout(Stdio::null())
        .stderr(full)
        .status()
        .unwrap();
    assert!(matches!(done.code(), Some(0 | 1)), "arna {words}: {done}");
}

fn steps(place: &Place) -> usize {
    let log: serde_json::Value = serde_json::from_str(&place.done("log s.arna --json")).unwrap();
    log.as_array().unwrap().len()
}

#[test]
fn what_nobody_hears_of_is_done_all_the_same() {
    let place = Place::new();
    accepted(&place);
    let before = steps(&place);
    let fixtures = crate::root().join("crates/exchange/tests/fixtures");
    let (table, log) = (
        fixtures.join("import/khabar.csv"),
        fixtures.join("asrun/khabar-overrun.log"),
    );
    let table = table.display();
    done_unheard(
        &place,
        &format!("import sheet {table} s.arna --channel khabar.kz --accept --anyway"),
    );
    assert_eq!(steps(&place), before + 1);
    done_unheard(&place, "undo s.arna");
    let log = log.display();
    done_unheard(
        &place,
        &format!("asrun s.arna {log} --channel khabar.kz --mapping fixed --accept --anyway"),
    );
    assert_eq!(steps(&place), before + 3);
}

#[test]
#[cfg(target_os = "linux")]
fn names_that_are_no_text_are_told_as_they_can_be_read() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let place = Place::new();
    place.done("sample s.arna");
    let odd = OsStr::from_bytes(b"b\xff.arna");
    fs::copy(place.path("s.arna"), place.0.path().join(odd)).unwrap();
    let told = place.arna_with([OsStr::new("--json"), OsStr::new("verify"), odd]);
    assert!(told.code == 0 && told.out.contains("b\u{fffd}.arna"), "{}", told.err);
    let preview = ["--json", "restore", "s.arna", "--preview", "--backup"].map(OsStr::new);
    let told = place.arna_with(preview.into_iter().chain([odd]));
    assert!(told.code == 0 && told.out.contains("b\u{fffd}.arna"), "{}", told.err);
}
