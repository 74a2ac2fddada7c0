//! Disks that are full or closed to writing.

use std::fs;
use std::path::Path;

use crate::{Mounted, copy_folder, done, lived_in, sound, state, told};

/// What changes a station, and what makes files.
const CHANGES: &[&str] = &[
    "undo s.arna",
    "receiver set s.arna traffic --channel khabar.kz --file bxf --folder out",
    "plan s.arna --from 2024-07-04 --days 7 --effort fast --accept",
    "publish s.arna --channel khabar.kz --from 2024-07-01 --days 3",
    "import station s.json new.arna",
    "salvage s.arna new.arna",
];

/// What is refused is refused with this said, and nothing has changed.
fn refused(folder: &Path, words: &str, said: &[&str]) -> bool {
    let before = state(&folder.join("s.arna"));
    let output = told(folder, words);
    if output.status.success() {
        return false;
    }
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.iter().any(|said| error.contains(said)), "arna {words}: {error}");
    assert_eq!(state(&folder.join("s.arna")), before, "arna {words}");
    assert!(!folder.join("new.arna").exists(), "arna {words}");
    true
}

#[test]
fn on_a_full_disk_what_does_not_fit_is_refused_and_nothing_is_lost() {
    let Some(disk) = Mounted::of("3m") else { return };
    let lived_in = lived_in();
    let (folder, mut refusals) = (disk.0.path(), 0);
    for words in CHANGES {
        // Ever less room, from a little to none.
        for room in [200_000, 60_000, 8_000, 0] {
            for file in fs::read_dir(folder).unwrap() {
                let path = file.unwrap().path();
                if path.is_dir() {
                    fs::remove_dir_all(path)
                } else {
                    fs::remove_file(path)
                }
                .unwrap();
            }
            copy_folder(lived_in.path(), folder);
            fill(folder, room);
            refusals += usize::from(refused(folder, words, &["disk is full"]));
            sound(&folder.join("s.arna"), words);
            fs::remove_file(folder.join("rest")).unwrap();
            done(folder, "log s.arna");
        }
    }
    println!("{refusals} of {} refused", CHANGES.len() * 4);
    assert!(refusals >= CHANGES.len(), "{refusals}");
}

/// Fills the disk but for some room.
fn fill(folder: &Path, room: usize) {
    let rest = folder.join("rest");
    // As much as goes.
    let _ = fs::write(&rest, vec![0; 4 << 20]);
    let length = fs::metadata(&rest).unwrap().len();
    let file = fs::File::options().write(true).open(rest).unwrap();
    file.set_len(length.saturating_sub(u64::try_from(room).unwrap()))
        .unwrap();
}

#[test]
fn a_disk_closed_to_writing_is_read_and_never_written() {
    let Some(disk) = Mounted::of("3m") else { return };
    let lived_in = lived_in();
    let folder = disk.0.path();
    copy_folder(lived_in.path(), folder);
    let before = fs::read(folder.join("s.arna")).unwrap();
    disk.close_to_writing();
    for words in [
        "info s.arna",
        "log s.arna",
        "export station s.arna",
        "revisions s.arna",
        "verify s.arna",
    ] {
        done(folder, words);
    }
    for words in CHANGES {
        assert!(
            refused(
                folder,
                words,
                &["not permitted", "may not", "permi", "read-only", "Read-only"]
            ),
            "arna {words}"
        );
    }
    assert_eq!(fs::read(folder.join("s.arna")).unwrap(), before);
    // What is on it can be taken elsewhere.
    let aside = tempfile::tempdir().unwrap();
    done(
        aside.path(),
        &format!("salvage {} new.arna", folder.join("s.arna").display()),
    );
    assert_eq!(state(&aside.path().join("new.arna")), state(&folder.join("s.arna")));
}
