//! Replacing a file: the old content or the new, never a part of either.

use std::fs;
use std::io;
use std::path::Path;

use arna_exchange::{WriteError, file};

fn put(path: &Path, text: &str) -> Result<(), WriteError> {
    file::replace(path, |to| Ok(to.write_all(text.as_bytes())?))
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_file_is_made_and_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Кесте.xml");
    put(&path, "long and old").unwrap();
    put(&path, "new").unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    assert_eq!(names(folder.path()), ["Кесте.xml"]);
}

#[test]
fn after_a_failure_the_old_file_stays_and_nothing_else_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("guide.xml");
    put(&path, "old").unwrap();
    let result: Result<(), WriteError> = file::replace(&path, |to| {
        to.write_all(&[b'x'; 100_000])?;
        Err(WriteError::ChannelIdForm {
            channel: "khabar".into(),
        })
    });
    assert_eq!(result.unwrap_err().code(), "channel_id_form");
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    assert_eq!(names(folder.path()), ["guide.xml"]);
    let _ = std::panic::catch_unwind(|| file::replace::<(), WriteError>(&path, |_| panic!("in the middle")));
    assert_eq!(
        (fs::read_to_string(&path).unwrap().as_str(), names(folder.path())),
        ("old", vec!["guide.xml".to_owned()])
    );
}

#[test]
fn what_names_no_place_for_a_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(put(folder.path(), "x").unwrap_err().code(), "file_is_folder");
    assert_eq!(put(Path::new("/"), "x").unwrap_err().code(), "no_file_name");
    assert_eq!(put(Path::new(""), "x").unwrap_err().code(), "no_file_name");
    assert_eq!(
        put(&folder.path().join("none/guide.xml"), "x").unwrap_err().code(),
        "file_not_found"
    );
    assert_eq!(names(folder.path()), [""; 0]);
}

#[test]
fn a_file_that_its_owner_closed_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("guide.xml");
    put(&path, "old").unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    assert_eq!(put(&path, "new").unwrap_err().code(), "file_not_permitted");
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
}

#[test]
fn a_station_or_its_log_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let beginnings: [&[u8]; 3] = [b"SQLite format 3\0", b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83"];
    for begins in beginnings {
        let station = [begins, b"and so on"].concat();
        let path = folder.path().join("s.arna");
        fs::write(&path, &station).unwrap();
        assert_eq!(put(&path, "new").unwrap_err().code(), "would_replace_station");
        let mut together = file::Together::default();
        let refused = add(&mut together, folder.path(), "s.arna", "new").unwrap_err();
        assert_eq!(refused.code(), "would_replace_station");
        drop(together);
        assert_eq!(fs::read(&path).unwrap(), station);
        assert_eq!(names(folder.path()), ["s.arna"]);
    }
}

#[test]
fn any_error_that_an_io_error_becomes_can_be_the_writers() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("guide.xml");
    let result: io::Result<u8> = file::replace(&path, |to| to.write_all(b"new").map(|()| 7));
    assert_eq!(result.unwrap(), 7);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn a_link_stays_and_what_it_leads_to_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("guide.xml"), folder.path().join("today.xml"));
        put(&path, "old").unwrap();
        symlink("guide.xml", &link).unwrap();
        put(&link, "new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    }

    #[test]
    fn permissions_stay() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("guide.xml");
        put(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o604)).unwrap();
        put(&path, "new").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o604);
    }

    #[test]
    fn what_is_no_regular_file_is_written_to() {
        put(Path::new("/dev/null"), "x").unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }
}

fn add(together: &mut file::Together, folder: &Path, place: &str, text: &str) -> Result<(), WriteError> {
    together.add(folder, place, |to| Ok(to.write_all(text.as_bytes())?))
}

/// Every file under a folder with its text; and every folder.
fn all(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            found.push(format!("{name}/"));
            found.extend(all(&path).iter().map(|inner| format!("{name}/{inner}")));
        } else {
            found.push(format!("{name}: {}", fs::read_to_string(&path).unwrap()));
        }
    }
    found.sort();
    found
}

#[test]
fn several_files_are_replaced_together() {
    let folder = tempfile::tempdir().unwrap();
    put(&folder.path().join("a"), "old a").unwrap();
    let mut together = file::Together::default();
    add(&mut together, folder.path(), "a", "new a").unwrap();
    add(&mut together, folder.path(), "k/07/b", "new b").unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("a")).unwrap(), "old a");
    together.put().unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("a")).unwrap(), "new a");
    together.keep();
    assert_eq!(all(folder.path()), ["a: new a", "k/", "k/07/", "k/07/b: new b"]);
}

#[test]
fn what_is_not_kept_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    put(&folder.path().join("a"), "old a").unwrap();
    put(&folder.path().join("c"), "old c").unwrap();
    let before = all(folder.path());
    for puts in [false, true] {
        let mut together = file::Together::default();
        for (place, text) in [("a", "new a"), ("k/07/b", "new b"), ("c", "new c")] {
            add(&mut together, folder.path(), place, text).unwrap();
        }
        if puts {
            together.put().unwrap();
            assert_eq!(fs::read_to_string(folder.path().join("c")).unwrap(), "new c");
        }
        drop(together);
        assert_eq!(all(folder.path()), before, "put: {puts}");
    }
}

#[test]
fn one_that_cannot_be_put_leaves_all_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    put(&folder.path().join("a"), "old a").unwrap();
    let mut together = file::Together::default();
    add(&mut together, folder.path(), "a", "new a").unwrap();
    add(&mut together, folder.path(), "b", "new b").unwrap();
    // Between writing and putting somebody makes a folder of that name.
    fs::create_dir_all(folder.path().join("b/x")).unwrap();
    let (path, _) = together.put().unwrap_err();
    assert_eq!(path, folder.path().join("b"));
    drop(together);
    assert_eq!(all(folder.path()), ["a: old a", "b/", "b/x/"]);
}

#[test]
fn a_folder_that_is_not_there_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("unmounted");
    let mut together = file::Together::default();
    for place in ["a", "k/a"] {
        let refused = add(&mut together, &missing, place, "x").unwrap_err();
        assert_eq!(refused.code(), "file_not_found", "{place}");
    }
    drop(together);
    assert_eq!(all(folder.path()), [""; 0]);
}
