//! The log beside a file, torn and flipped, as a power cut or a bad disk leaves it.

use std::fs;
use std::path::Path;

use arna_app::Desk;
use arna_app::desk::Hand;
use arna_app::verify::verify;
use arna_domain::{Instant, Zones};

use crate::{Dice, State, lived_in, points, seed, sound, state, told};

/// A file and its log as a killed program leaves them after some entries, and what the station held after each.
fn killed_after(entries: usize, path: &Path, to: &Path) -> Vec<State> {
    let now = Instant::parse("2024-07-01T00:00:00Z").unwrap();
    let mut desk = Desk::open(path, now, Zones::bundled()).unwrap();
    let hand = Hand {
        author: "tester".to_owned(),
        at: now,
    };
    let mut states = vec![state(path).unwrap()];
    for turn in 0..entries {
        let done = if turn % 2 == 0 {
            desk.undo(&hand)
        } else {
            desk.redo(&hand)
        };
        done.unwrap().unwrap();
        states.push(state(path).unwrap());
    }
    for (file, suffix) in [("s.arna", ""), ("s.arna-wal", "-wal")] {
        fs::copy(path.with_file_name(file), format!("{}{suffix}", to.display())).unwrap();
    }
    states
}

/// What a look at the station with a log comes to.
enum Look {
    /// The station of an entry; whether `verify` says that something is wrong.
    Entry(usize, bool),
    /// Nobody opens it: changes lie behind a tear.
    Refused,
}

/// A log that is cut gives the station of an earlier entry: what is not there nobody can tell from what never was. Where a bit
/// flipped nothing is lost in silence: the file is refused, or `verify` says that the last change cannot be read.
#[test]
fn a_torn_log_leaves_the_station_of_an_earlier_entry() {
    let lived_in = lived_in();
    let aside = tempfile::tempdir().unwrap();
    let kept = aside.path().join("kept.arna");
    let states = killed_after(8, &lived_in.path().join("s.arna"), &kept);
    let (file, log) = (
        fs::read(&kept).unwrap(),
        fs::read(aside.path().join("kept.arna-wal")).unwrap(),
    );
    let path = aside.path().join("s.arna");
    let look = |log: &[u8], what: &str| -> Look {
        fs::write(&path, &file).unwrap();
        fs::write(aside.path().join("s.arna-wal"), log).unwrap();
        let _ = fs::remove_file(aside.path().join("s.arna-shm"));
        let faults = verify(&path, &Zones::bundled()).unwrap().station.faults;
        if faults.iter().any(|fault| fault.code == "file") {
            let refused = Desk::open_to_read(&path, Zones::bundled()).err().unwrap();
            assert_eq!(refused.code, "station_damaged", "{what}");
            assert_eq!(fs::read(&path).unwrap(), file, "{what}");
            return Look::Refused;
        }
        assert!(
            faults.iter().all(|fault| fault.code == "log_torn"),
            "{what}: {faults:?}"
        );
        let found = state(&path).unwrap();
        let after = states.iter().position(|state| *state == found);
        Look::Entry(
            after.unwrap_or_else(|| panic!("{what}: the station of no entry")),
            !faults.is_empty(),
        )
    };
    let last = states.len() - 1;
    assert!(matches!(look(&log, "the whole log"), Look::Entry(entry, false) if entry == last));
    let mut dice = Dice(seed());
    let mut cuts: Vec<usize> = (0..points() * 2).map(|_| dice.throw(log.len())).collect();
    cuts.sort_unstable();
    let mut before = 0;
    for cut in cuts {
        let Look::Entry(after, false) = look(&log[..cut], &format!("cut at {cut}")) else {
            panic!("cut at {cut}")
        };
        assert!(after >= before, "a longer log gives no less");
        before = after;
    }
    let (mut refused, mut named, mut whole) = (0, 0, 0);
    for _ in 0..points() * 2 {
        let (at, bit) = (dice.throw(log.len()), dice.throw(8));
        let mut flipped = log.clone();
        flipped[at] ^= 1 << bit;
        let what = format!("bit {bit} of byte {at}");
        match look(&flipped, &what) {
            Look::Refused => refused += 1,
            Look::Entry(entry, is_named) => {
                assert!(
                    entry == last || is_named,
                    "{what}: entry {entry} of {last}, and nobody says so"
                );
                named += usize::from(is_named);
                whole += usize::from(!is_named);
            }
        }
    }
    println!(
        "{} cuts and {} flips of a log of {} bytes: {refused} flips refused, {named} named, {whole} harmless",
        points() * 2,
        points() * 2,
        log.len()
    );
}

/// What is before a tear is taken out of a file that is refused.
#[test]
fn what_lies_before_a_tear_can_be_salvaged() {
    let lived_in = lived_in();
    let aside = tempfile::tempdir().unwrap();
    let kept = aside.path().join("kept.arna");
    let states = killed_after(8, &lived_in.path().join("s.arna"), &kept);
    let log_path = aside.path().join("kept.arna-wal");
    let mut log = fs::read(&log_path).unwrap();
    let middle = log.len() / 2;
    log[middle] ^= 1;
    fs::write(&log_path, &log).unwrap();
    let refused = told(aside.path(), "undo kept.arna");
    assert!(String::from_utf8_lossy(&refused.stderr).contains("tear in the log"));
    let salvaged = told(aside.path(), "salvage kept.arna new.arna");
    assert_eq!(salvaged.status.code(), Some(1), "something is missing, and it says so");
    assert!(String::from_utf8_lossy(&salvaged.stdout).contains("tear in the log"));
    let found = state(&aside.path().join("new.arna")).unwrap();
    assert!(
        states.contains(&found),
        "with its journal: that is whole as far as it goes"
    );
    sound(&aside.path().join("new.arna"), "salvaged");
    assert_eq!(fs::read(&log_path).unwrap(), log);
}
