//! Files of others, damaged files, killed writers, full disks.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use arna_domain::{PlaceId, Station};
use arna_store::{Record, Store, backups, restore};

use crate::fixture::{self, DAY, Dice, NOW, entry, files, founded};

/// The offsets of SQLite's head: the application's mark and the form.
const FORM_AT: usize = 60;

/// Opening is refused with this code, and not a byte has changed, nor has a file come.
#[track_caller]
fn refused(folder: &Path, path: &Path, code: &str) {
    let before = files(folder);
    for _ in 0..2 {
        assert_eq!(Store::open(path, NOW).unwrap_err().code(), code, "to write");
        assert_eq!(Store::open_to_read(path).unwrap_err().code(), code, "to read");
    }
    assert_eq!(files(folder), before);
}

#[test]
fn what_is_no_station_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.arna");
    for bytes in [&b""[..], b"Dear diary", b"SQLite format 3\0", &[0; 4096]] {
        fs::write(&path, bytes).unwrap();
        refused(folder.path(), &path, "not_a_station");
    }
    let others = folder.path().join("others.sqlite");
    let connection = rusqlite::Connection::open(&others).unwrap();
    connection
        .execute_batch("CREATE TABLE songs (name TEXT); INSERT INTO songs VALUES ('Dudarai')")
        .unwrap();
    drop(connection);
    refused(folder.path(), &others, "not_a_station");
}

#[test]
fn a_newer_station_stays_as_it_is() {
    let (folder, path) = founded(&fixture::station());
    let mut bytes = fs::read(&path).unwrap();
    bytes[FORM_AT..FORM_AT + 4].copy_from_slice(&99_u32.to_be_bytes());
    fs::write(&path, bytes).unwrap();
    refused(folder.path(), &path, "station_newer");
    assert_eq!(Store::open(&path, NOW).unwrap_err().values()["found"], 99);
}

#[test]
fn a_station_cut_short_stays_as_it_is() {
    let (folder, path) = founded(&fixture::station());
    let whole = fs::read(&path).unwrap();
    for length in [100, 1_000, 4_096, whole.len() / 2, whole.len() - 1] {
        fs::write(&path, &whole[..length]).unwrap();
        refused(folder.path(), &path, "station_damaged");
    }
    fs::write(&path, &whole[..50]).unwrap();
    refused(folder.path(), &path, "not_a_station");
}

#[test]
fn a_folder_and_a_missing_file_are_named_as_such() {
    let folder = tempfile::tempdir().unwrap();
    refused(folder.path(), folder.path(), "file_is_folder");
    refused(folder.path(), &folder.path().join("none.arna"), "file_not_found");
}

#[test]
fn bytes_that_flipped_are_found() {
    let (_folder, path) = founded(&fixture::station());
    let whole = fs::read(&path).unwrap();
    let mut dice = Dice(7);
    let mut found = 0;
    for _ in 0..20 {
        let mut bytes = whole.clone();
        let page = 4_096 * (1 + dice.throw(whole.len() / 4_096 - 1));
        for byte in &mut bytes[page..page + 64] {
            *byte ^= 0xFF;
        }
        fs::write(&path, &bytes).unwrap();
        let verified = Store::open_to_read(&path).and_then(|store| store.verify());
        found += usize::from(verified.is_err());
    }
    // A page that is free, or the slack of one, may be flipped without harm.
    assert!(found >= 15, "{found} of 20");
}

#[test]
fn one_writes_and_others_read() {
    let (_folder, path) = founded(&fixture::station());
    let mut writer = Store::open(&path, NOW).unwrap();
    assert_eq!(Store::open(&path, NOW).unwrap_err().code(), "station_locked");
    let reader = Store::open_to_read(&path).unwrap();
    let before = reader.station().unwrap();
    writer
        .transact(&entry("clear", NOW), |edit| edit.replace_station(&Station::default()))
        .unwrap();
    assert_ne!(before, Station::default());
    assert_eq!(reader.station().unwrap(), Station::default());
    drop(writer);
    assert!(Store::open(&path, NOW).is_ok());
}

#[test]
fn a_backup_is_taken_when_the_last_is_a_day_old_and_ten_are_kept() {
    let beginning = fixture::station();
    let (_folder, path) = founded(&beginning);
    drop(Store::open(&path, NOW + DAY - 1).unwrap());
    assert!(backups(&path).unwrap().is_empty(), "founded less than a day ago");
    for day in 1..=14 {
        drop(Store::open(&path, NOW + day * DAY).unwrap());
        drop(Store::open(&path, NOW + day * DAY + 1_000).unwrap());
        let kept = backups(&path).unwrap();
        assert_eq!(kept.len(), usize::try_from(day).unwrap().min(10));
        assert_eq!(kept[0].taken, NOW + day * DAY);
    }
}

/// A station opened a day later, which takes a backup, and emptied after that.
fn cleared_after_a_backup(path: &Path) -> Store {
    let mut store = Store::open(path, NOW + DAY).unwrap();
    store
        .transact(&entry("clear", NOW), |edit| edit.replace_station(&Station::default()))
        .unwrap();
    store
}

#[test]
fn a_backup_put_back_is_the_station_again_and_what_it_replaced_is_a_backup() {
    let beginning = fixture::station();
    let (_folder, path) = founded(&beginning);
    let store = cleared_after_a_backup(&path);
    let good = backups(&path).unwrap().remove(0);
    assert_eq!(
        restore(&path, &good.path, NOW + 2 * DAY).unwrap_err().code(),
        "station_locked"
    );
    drop(store);
    restore(&path, &good.path, NOW + 2 * DAY).unwrap();
    assert_eq!(Store::open_to_read(&path).unwrap().station().unwrap(), beginning);
    let replaced = backups(&path).unwrap().remove(0);
    assert_eq!(replaced.taken, NOW + 2 * DAY);
    assert_eq!(
        Store::open_to_read(&replaced.path).unwrap().station().unwrap(),
        Station::default()
    );
}

#[test]
fn what_is_replaced_is_kept_also_within_the_second_of_another_backup() {
    let beginning = fixture::station();
    let (_folder, path) = founded(&beginning);
    let store = cleared_after_a_backup(&path);
    drop(store);
    let good = backups(&path).unwrap().remove(0);
    restore(&path, &good.path, NOW + DAY).unwrap();
    let kept = backups(&path).unwrap();
    let taken: Vec<_> = kept.iter().map(|one| one.taken).collect();
    assert_eq!(taken, [NOW + DAY + 1_000, NOW + DAY]);
    let of = |at: usize| Store::open_to_read(&kept[at].path).unwrap().station().unwrap();
    assert_eq!((of(0), of(1)), (Station::default(), beginning));
}

#[test]
fn a_clock_set_back_neither_keeps_from_backups_nor_takes_the_newest_away() {
    let (_folder, path) = founded(&fixture::station());
    for day in 20..=30 {
        drop(Store::open(&path, NOW + day * DAY).unwrap());
    }
    for _ in 0..2 {
        drop(Store::open(&path, NOW + 2 * DAY).unwrap());
        let kept = backups(&path).unwrap();
        let taken = |at: usize| (kept[at].taken - NOW) / DAY;
        assert_eq!((kept.len(), taken(0), taken(9)), (10, 30, 2));
    }
    drop(Store::open(&path, NOW - 5 * DAY).unwrap());
    assert_eq!(
        backups(&path).unwrap()[9].taken,
        NOW - 5 * DAY,
        "before its own founding"
    );
}

#[test]
fn a_damaged_backup_is_not_put_back() {
    let beginning = fixture::station();
    let (folder, path) = founded(&beginning);
    drop(Store::open(&path, NOW + DAY).unwrap());
    let backup = backups(&path).unwrap().remove(0);
    let whole = fs::read(&backup.path).unwrap();
    fs::write(&backup.path, &whole[..whole.len() / 2]).unwrap();
    let before = files(folder.path());
    assert_eq!(
        restore(&path, &backup.path, NOW + 2 * DAY).unwrap_err().code(),
        "station_damaged"
    );
    assert_eq!(files(folder.path()), before);
}

#[test]
fn a_damaged_station_becomes_no_backup_and_the_good_ones_stay() {
    let (_folder, path) = founded(&fixture::station());
    for day in 1..=10 {
        drop(Store::open(&path, NOW + day * DAY).unwrap());
    }
    let good = backups(&path).unwrap();
    let whole = fs::read(&path).unwrap();
    let mut torn = whole.clone();
    torn[4_096 * 3..4_096 * 4].fill(0xFF);
    fs::write(&path, &torn).unwrap();
    assert_eq!(
        Store::open(&path, NOW + 11 * DAY).unwrap_err().code(),
        "station_damaged"
    );
    assert_eq!(
        backups(&path).unwrap(),
        good,
        "nothing came, and nothing went to make room"
    );
    restore(&path, &good[0].path, NOW + 12 * DAY).unwrap();
    Store::open_to_read(&path).unwrap().verify().unwrap();
}

/// As whoever is killed after the migration and before the file bears its mark leaves it.
#[test]
fn a_file_that_was_taken_over_and_not_marked_is_marked_the_next_time() {
    let (_folder, path) = founded(&fixture::station());
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.pragma_update(None, "user_version", 4).unwrap();
    drop(connection);
    Store::open(&path, NOW).unwrap().verify().unwrap();
    let bytes = fs::read(&path).unwrap();
    assert_eq!(bytes[FORM_AT..FORM_AT + 4], 5_u32.to_be_bytes());
}

/// The name of the variable that makes this test the writer that is killed.
const WRITER: &str = "ARNA_TEST_WRITER";

/// Not a test of its own: the writer of the next one, which puts places one by one and says each number once it is kept.
#[test]
fn writer_that_is_killed() {
    let Some(path) = std::env::var_os(WRITER) else { return };
    let mut store = Store::open(Path::new(&path), NOW).unwrap();
    let place = store.station().unwrap().places.remove(0);
    for number in store.revision().unwrap()..i64::MAX {
        let mut place = place.clone();
        place.id = PlaceId::new(format!("kept-{number}"));
        store
            .transact(&entry("put_place", NOW), |edit| edit.put(Record::Place(place)))
            .unwrap();
        println!("kept-{number}");
    }
}

/// `KILLS=50 cargo test -p arna-store killed` does it fifty times.
#[test]
fn whoever_is_killed_has_kept_everything_acknowledged() {
    let kills = std::env::var("KILLS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(10);
    let (_folder, path) = founded(&fixture::station());
    let mut dice = Dice(std::process::id().into());
    let mut kept = Vec::new();
    for _ in 0..kills {
        let mut writer = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "faults::writer_that_is_killed", "--nocapture"])
            .env(WRITER, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(writer.stdout.take().unwrap()).lines();
        // Some edits first, then any moment.
        let first = lines
            .by_ref()
            .map_while(Result::ok)
            .find(|line| line.starts_with("kept-"));
        std::thread::sleep(Duration::from_micros(u64::try_from(dice.throw(60_000)).unwrap()));
        writer.kill().unwrap();
        writer.wait().unwrap();
        kept.extend(first);
        kept.extend(lines.map_while(Result::ok).filter(|line| line.starts_with("kept-")));
        let store = Store::open(&path, NOW).unwrap();
        store.verify().unwrap();
        let there: std::collections::HashSet<_> = store
            .station()
            .unwrap()
            .places
            .into_iter()
            .map(|place| place.id.to_string())
            .collect();
        for id in &kept {
            assert!(there.contains(id), "{id} was acknowledged and is gone");
        }
    }
    assert!(kept.len() > kills, "{} edits", kept.len());
}

/// Where a small file system can be mounted: what does not fit is refused, and what was there stays.
#[test]
fn a_full_disk_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=1m", "tmpfs"])
        .arg(folder.path())
        .stderr(Stdio::null())
        .status();
    if !mounted.is_ok_and(|status| status.success()) {
        eprintln!("skipped: no small file system can be mounted here");
        return;
    }
    let path = folder.path().join("station.arna");
    let beginning = fixture::station();
    let outcome = std::panic::catch_unwind(|| {
        let mut store = Store::create(&path, &beginning, &entry("new_station", NOW)).unwrap();
        let airings: Vec<_> = (0..20_000).map(|number| fixture::airing("khabar.kz", number)).collect();
        let channel = airings[0].channel.clone();
        let full = store.transact(&entry("accept_plan", NOW), |edit| {
            edit.replace_airings(std::slice::from_ref(&channel), NOW, NOW + 9_999 * DAY, airings)
        });
        assert_eq!(full.unwrap_err().code(), "disk_full");
        assert_eq!(store.revision().unwrap(), 1);
        drop(store);
        let store = Store::open(&path, NOW).unwrap();
        store.verify().unwrap();
        assert_eq!(store.station().unwrap(), beginning);
        fs::write(folder.path().join("rest"), vec![0; 1 << 20]).unwrap_err();
        let another = folder.path().join("another.arna");
        assert_eq!(
            Store::create(&another, &beginning, &entry("new_station", NOW))
                .unwrap_err()
                .code(),
            "disk_full"
        );
        assert!(!another.exists());
    });
    Command::new("umount").arg(folder.path()).status().unwrap();
    outcome.unwrap();
}
