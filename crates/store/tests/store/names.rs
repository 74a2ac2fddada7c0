//! A station's file that is reached by other names.
#![cfg(unix)]

use std::fs;
use std::path::Path;

use arna_domain::Station;
use arna_store::{Store, StoreError, restore, salvage, verify};

use crate::fixture::{self, NOW, entry, founded};

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
