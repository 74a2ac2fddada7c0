//! A station's file that is reached by other names, and by whom it may be read and written.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};

use arna_domain::Station;
use arna_store::{Store, StoreError, backups, restore, salvage, verify};
use tempfile::TempDir;

use crate::fixture::{self, DAY, NOW, entry, founded};

fn clear(path: &Path) -> Result<(), StoreError> {
    Store::open(path, NOW)?.transact(&entry("clear", NOW), |edit| edit.replace_station(&Station::default()))?;
    Ok(())
}

#[test]
fn a_station_of_two_names_is_read_and_not_written() {
    let beginning = fixture::station();
    let (folder, path) = founded(&beginning);
    let (other, backup) = (folder.path().join("other.arna"), folder.path().join("backup.arna"));
    fs::copy(&path, &backup).unwrap();
    fs::hard_link(&path, &other).unwrap();
    let before = fixture::files(folder.path());
    for name in [&path, &other] {
        for refused in [clear(name), restore(name, &backup, NOW)] {
            let refused = refused.unwrap_err();
            assert_eq!(
                (refused.code(), &refused.values()["names"]),
                ("station_names", &2.into())
            );
        }
        assert_eq!(Store::open_to_read(name).unwrap().station().unwrap(), beginning);
        assert_eq!(verify(name).unwrap().faults, []);
    }
    assert_eq!(fixture::files(folder.path()), before);
    salvage(&path, &folder.path().join("new.arna")).unwrap();
    fs::remove_file(other).unwrap();
    clear(&path).unwrap();
}

/// A station, and a link to it in another folder.
fn linked() -> (TempDir, PathBuf, PathBuf) {
    let (folder, path) = founded(&fixture::station());
    let link = folder.path().join("elsewhere/link.arna");
    fs::create_dir(link.parent().unwrap()).unwrap();
    symlink("../station.arna", &link).unwrap();
    (folder, path, link)
}

#[test]
fn one_writes_a_station_by_whatever_link() {
    let (_folder, path, link) = linked();
    for (one, other) in [(&path, &link), (&link, &path)] {
        let store = Store::open(one, NOW).unwrap();
        assert_eq!(store.path().canonicalize().unwrap(), path.canonicalize().unwrap());
        assert_eq!(clear(other).unwrap_err().code(), "station_locked");
        assert_eq!(restore(other, one, NOW).unwrap_err().code(), "station_locked");
    }
    clear(&link).unwrap();
    assert_eq!(
        Store::open_to_read(&path).unwrap().station().unwrap(),
        Station::default()
    );
}

#[test]
fn a_torn_log_is_seen_by_a_link_too() {
    let (folder, path, link) = linked();
    let mut store = Store::open(&path, NOW).unwrap();
    for _ in 0..6 {
        store.keep_proposal("{}").unwrap();
    }
    // As it is left by whoever is killed.
    let [file, log] = ["", "-wal"].map(|suffix| fs::read(format!("{}{suffix}", path.display())).unwrap());
    drop(store);
    fs::write(&path, file).unwrap();
    fs::write(folder.path().join("station.arna-wal"), torn(log)).unwrap();
    let before = fixture::files(folder.path());
    for name in [&path, &link] {
        assert_eq!(verify(name).unwrap().faults[0].code, "file", "{}", name.display());
        assert_eq!(clear(name).unwrap_err().code(), "station_damaged");
        assert_eq!(Store::open_to_read(name).unwrap_err().code(), "station_damaged");
        let salvaged = salvage(name, &folder.path().join("new.arna")).unwrap();
        assert!(salvaged.missing().iter().any(|one| one.code == "log_lost"));
    }
    assert_eq!(fixture::files(folder.path()), before);
}

/// A log with one bit of its first page flipped.
fn torn(mut log: Vec<u8>) -> Vec<u8> {
    log[1_000] ^= 1;
    log
}

#[test]
fn what_a_link_leads_to_is_restored_and_its_backups_lie_beside_it() {
    let (folder, path, link) = linked();
    let backup = folder.path().join("backup.arna");
    fs::copy(&path, &backup).unwrap();
    clear(&link).unwrap();
    restore(&link, &backup, NOW).unwrap();
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert_eq!(
        Store::open_to_read(&path).unwrap().station().unwrap(),
        fixture::station()
    );
    let kept = backups(&path).unwrap();
    assert_eq!((kept.len(), &backups(&link).unwrap()), (1, &kept));
    assert_eq!(fs::read_dir(link.parent().unwrap()).unwrap().count(), 1);
}

/// By whom a file may be read and written.
fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn nothing_that_is_made_of_a_station_is_open_to_whom_it_is_closed_to() {
    let (folder, path) = founded(&fixture::station());
    let [copy, new] = ["copy.arna", "new.arna"].map(|name| folder.path().join(name));
    set_mode(&path, 0o600);
    Store::open(&path, NOW + DAY).unwrap().save_copy(&copy).unwrap();
    let daily = backups(&path).unwrap().remove(0).path;
    let salvaged = salvage(&path, &new).unwrap();
    let station = salvaged.station().clone();
    salvaged.keep(&station, &entry("salvage_station", NOW), &new).unwrap();
    assert_eq!(mode(&copy), 0o600);
    set_mode(&copy, 0o644);
    restore(&path, &copy, NOW + 2 * DAY).unwrap();
    let replaced = backups(&path).unwrap().remove(0).path;
    assert_ne!(replaced, daily);
    assert_eq!([&daily, &new, &path, &replaced].map(|file| mode(file)), [0o600; 4]);
    // The place of a lost one is taken by what was as closed.
    fs::remove_file(&path).unwrap();
    restore(&path, &daily, NOW + 2 * DAY).unwrap();
    assert_eq!(mode(&path), 0o600);
    set_mode(&path, 0o640);
    restore(&path, &daily, NOW + 2 * DAY).unwrap();
    assert_eq!(mode(&path), 0o640);
}

#[test]
fn a_station_that_its_owner_closed_is_not_replaced() {
    let (folder, path) = founded(&fixture::station());
    let backup = folder.path().join("backup.arna");
    fs::copy(&path, &backup).unwrap();
    clear(&path).unwrap();
    set_mode(&path, 0o444);
    let before = fixture::files(folder.path());
    assert_eq!(restore(&path, &backup, NOW).unwrap_err().code(), "file_not_permitted");
    assert_eq!(fixture::files(folder.path()), before);
}

/// As whoever is killed between the two leaves it who puts a new file in its place and takes away the name that it had before.
#[test]
fn the_name_under_which_a_station_was_made_is_in_nobodys_way() {
    let (folder, path) = founded(&fixture::station());
    let [part, others] = ["station.arna.4711.part", "station.arna.4712.part"].map(|name| folder.path().join(name));
    fs::hard_link(&path, &part).unwrap();
    fs::write(&others, "under way").unwrap();
    clear(&path).unwrap();
    assert!(!part.exists() && others.exists());
}
