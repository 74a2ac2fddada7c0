//! Programs that are killed at any moment of what they do.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use arna_app::revisions::verify as chains;
use arna_domain::Zones;

use crate::{Dice, State, arna, copy_folder, done, lived_in, points, seed, sound, state};

/// Something that is done to a station, and may be killed while it is.
struct Job {
    name: &'static str,
    /// What is typed.
    words: &'static str,
    /// The file that it changes or makes.
    file: &'static str,
    /// What is done to the folder before.
    prepare: fn(&Path),
}

const JOBS: &[Job] = &[
    Job {
        name: "edit",
        words: "receiver set s.arna traffic --channel khabar.kz --file bxf --folder out",
        file: "s.arna",
        prepare: |_| (),
    },
    Job {
        name: "undo",
        words: "undo s.arna",
        file: "s.arna",
        prepare: |_| (),
    },
    Job {
        name: "accept",
        words: "plan s.arna --from 2024-07-04 --days 3 --effort fast --accept",
        file: "s.arna",
        prepare: |_| (),
    },
    Job {
        name: "import",
        words: "import station s.json new.arna",
        file: "new.arna",
        prepare: |_| (),
    },
    Job {
        name: "migrate",
        words: "undo s.arna",
        file: "s.arna",
        prepare: older,
    },
    Job {
        name: "backup",
        words: "undo s.arna",
        file: "s.arna",
        prepare: due_for_backup,
    },
    Job {
        name: "publish",
        words: "publish s.arna --channel khabar.kz --from 2024-07-02 --days 2",
        file: "s.arna",
        prepare: |_| (),
    },
    Job {
        name: "restore",
        words: "restore s.arna --backup kept.arna",
        file: "s.arna",
        prepare: |folder| {
            fs::copy(folder.join("s.arna"), folder.join("kept.arna")).unwrap();
            done(folder, "undo s.arna");
        },
    },
    Job {
        name: "salvage",
        words: "salvage s.arna new.arna",
        file: "new.arna",
        prepare: |_| (),
    },
];

/// The station as a program of the second form left it.
fn older(folder: &Path) {
    changed(
        folder,
        "DROP INDEX airing_by_version; DROP TABLE aside; DROP TABLE shared; DROP TABLE delivery; DROP TABLE revision;
         DELETE FROM refinery_schema_history WHERE version >= 3;
         PRAGMA user_version = 2",
    );
}

/// The station as if it had been founded ten days ago.
fn due_for_backup(folder: &Path) {
    changed(
        folder,
        "UPDATE journal SET at_ms = at_ms - 864000000 WHERE kind = 'found'",
    );
}

fn changed(folder: &Path, sql: &str) {
    let connection = rusqlite::Connection::open(folder.join("s.arna")).unwrap();
    connection.execute_batch(sql).unwrap();
}

/// What a job starts from, what it comes to undisturbed, and how long that takes.
struct Course {
    base: tempfile::TempDir,
    before: Option<State>,
    after: Option<State>,
    takes: Duration,
}

fn course(job: &Job, lived_in: &Path) -> Course {
    let base = tempfile::tempdir().unwrap();
    copy_folder(lived_in, base.path());
    (job.prepare)(base.path());
    let undisturbed = tempfile::tempdir().unwrap();
    copy_folder(base.path(), undisturbed.path());
    let begun = Instant::now();
    done(undisturbed.path(), job.words);
    let takes = begun.elapsed();
    Course {
        before: state(&base.path().join(job.file)),
        after: state(&undisturbed.path().join(job.file)),
        base,
        takes,
    }
}

#[derive(Default)]
struct Counts {
    points: usize,
    acknowledged: usize,
    after: usize,
}

/// What was acknowledged is there, what was not is there whole or not at all, and the station can be worked with at once.
#[test]
fn whoever_is_killed_leaves_all_or_nothing() {
    let lived_in = lived_in();
    let courses: Vec<_> = JOBS.iter().map(|job| (job, course(job, lived_in.path()))).collect();
    let mut dice = Dice(seed());
    let mut counts: BTreeMap<&str, Counts> = BTreeMap::new();
    for point in 0..points() {
        let (job, course) = &courses[point % courses.len()];
        let place = tempfile::tempdir().unwrap();
        copy_folder(course.base.path(), place.path());
        let mut running = arna(place.path(), job.words).spawn().unwrap();
        let micros = usize::try_from(course.takes.as_micros()).unwrap();
        // Half of the points anywhere, half towards the end, where files are written.
        let after = if dice.throw(2) == 0 {
            dice.throw(micros + micros / 5)
        } else {
            micros / 2 + dice.throw(micros * 3 / 5)
        };
        std::thread::sleep(Duration::from_micros(u64::try_from(after).unwrap()));
        running.kill().unwrap();
        let acknowledged = running.wait().unwrap().success();
        let what = format!("{} killed after {after} µs of {micros}", job.name);
        let count = counts.entry(job.name).or_default();
        count.points += 1;
        count.acknowledged += usize::from(acknowledged);
        count.after += usize::from(looked_at(job, course, place.path(), acknowledged, &what));
    }
    for (name, count) in &counts {
        println!(
            "{name}: {} points, {} acknowledged, {} done before the kill, {} as before",
            count.points,
            count.acknowledged,
            count.after - count.acknowledged,
            count.points - count.after
        );
    }
}

/// Looks at what a killed program left; whether what it was at is done.
fn looked_at(job: &Job, course: &Course, place: &Path, acknowledged: bool, what: &str) -> bool {
    let file = place.join(job.file);
    let found = state(&file);
    assert!(!acknowledged || found == course.after, "{what}: acknowledged, and gone");
    assert!(
        found == course.before || found == course.after,
        "{what}: neither before nor after"
    );
    if found.is_some() {
        sound(&file, what);
    }
    // What was not done is done at the first try, whatever the killed one left.
    if found != course.after {
        done(place, job.words);
    }
    assert_eq!(state(&file), course.after, "{what}: done again");
    if job.name == "publish" {
        let all = chains(&file, Zones::bundled()).unwrap();
        assert!(all.iter().all(|chain| chain.broken.is_none()), "{what}");
        files_are_as_told(place, what);
    }
    found == course.after
}

/// What the delivery log tells of last lies where it says, byte for byte.
fn files_are_as_told(place: &Path, what: &str) {
    let mut desk = arna_app::Desk::open_to_read(&place.join("s.arna"), Zones::bundled()).unwrap();
    for one in desk.deliveries(None, 2).unwrap() {
        let bytes = fs::read(place.join(&one.place)).unwrap();
        assert_eq!(u64::try_from(bytes.len()).unwrap(), one.bytes, "{what}: {}", one.place);
    }
}
