//! Several programs on one file, and programs of another age.

use std::fs;

use arna_app::Desk;
use arna_domain::{Instant, Zones};

use crate::{arna, done, lived_in, sound, state, told};

#[test]
fn while_one_writes_others_read_and_are_told() {
    let folder = lived_in();
    let path = folder.path().join("s.arna");
    let now = Instant::parse("2024-07-01T00:00:00Z").unwrap();
    let desk = Desk::open(&path, now, Zones::bundled()).unwrap();
    for words in [
        "info s.arna",
        "verify s.arna",
        "export station s.arna",
        "salvage s.arna new.arna",
    ] {
        done(folder.path(), words);
    }
    assert_eq!(state(&folder.path().join("new.arna")), state(&path));
    for words in ["undo s.arna", "restore s.arna --backup new.arna"] {
        let output = told(folder.path(), words);
        assert_eq!(output.status.code(), Some(2), "{words}");
        assert!(
            String::from_utf8_lossy(&output.stderr).contains("Another program"),
            "{words}"
        );
    }
    drop(desk);
    done(folder.path(), "undo s.arna");
}

/// Of many that would write at once each does, or is told to wait; what each was told is in the journal.
#[test]
fn of_many_at_once_each_is_done_or_told() {
    let folder = lived_in();
    let path = folder.path().join("s.arna");
    let before = state(&path).unwrap().entries;
    let all: Vec<_> = (0..8)
        .map(|number| {
            let words =
                format!("receiver set s.arna r{number} --channel khabar.kz --file csv --name r{number} --folder out");
            arna(folder.path(), &words).spawn().unwrap()
        })
        .collect();
    let codes = all.into_iter().map(|mut one| one.wait().unwrap().code());
    let codes: Vec<_> = codes.collect();
    assert!(codes.iter().all(|code| matches!(code, Some(0 | 2))), "{codes:?}");
    let done = codes.iter().filter(|code| **code == Some(0)).count();
    assert!(done > 0);
    assert_eq!(state(&path).unwrap().entries, before + i64::try_from(done).unwrap());
    sound(&path, "eight at once");
}

#[test]
fn a_newer_station_is_left_as_it_is() {
    let folder = lived_in();
    let path = folder.path().join("s.arna");
    let mut bytes = fs::read(&path).unwrap();
    bytes[60..64].copy_from_slice(&9_u32.to_be_bytes());
    fs::write(&path, &bytes).unwrap();
    for words in [
        "undo s.arna",
        "info s.arna",
        "verify s.arna",
        "salvage s.arna new.arna",
        "log s.arna",
    ] {
        let output = told(folder.path(), words);
        assert_eq!(output.status.code(), Some(2), "{words}");
        assert!(
            String::from_utf8_lossy(&output.stderr).contains("newer Arna"),
            "{words}"
        );
        assert_eq!(fs::read(&path).unwrap(), bytes, "{words}");
    }
    assert!(!folder.path().join("new.arna").exists());
}
