//! What was published stays, and whoever changes it is found out.

use arna_domain::{BroadcastDate, ChannelId, DateRange, Station};
use arna_store::{Broken, Chain, Delivery, Mismatch, Revision, Store, StoreError};
use rusqlite::Connection;

use crate::fixture::{self, NOW, entry, founded};

fn week(number: i64) -> DateRange {
    let from = BroadcastDate::parse("2024-07-01").unwrap().plus_days(7 * number);
    DateRange { from, days: 7 }
}

fn next(store: &Store, channel: &str, content: &str) -> Revision {
    let channel = ChannelId::new(channel);
    let all = store.revisions(Some(&channel)).unwrap();
    let number = all.last().map_or(0, |last| last.number);
    Revision::after(
        all.last(),
        &channel,
        week(number),
        content,
        ("Ainur \"A\"\n", NOW + number),
    )
}

fn delivery(revision: &Revision, place: &str) -> Delivery {
    Delivery {
        channel: revision.channel.clone(),
        revision: revision.number,
        receiver: "traffic".to_owned(),
        form: "bxf".to_owned(),
        place: place.to_owned(),
        bytes: 7,
        sha256: arna_store::sha256(b"content"),
        author: "tester".to_owned(),
        at: NOW,
    }
}

fn publish(store: &mut Store, channel: &str, content: &str) -> Revision {
    let revision = next(store, channel, content);
    let noted = [delivery(&revision, "a.xml")];
    store.publish(Some((&revision, content)), &noted, || Ok(())).unwrap();
    revision
}

/// A closed file with three revisions of one channel and two of another.
fn published() -> (tempfile::TempDir, std::path::PathBuf) {
    let (folder, path) = founded(&fixture::station());
    let mut store = Store::open(&path, NOW).unwrap();
    for content in ["first", "second", "third"] {
        publish(&mut store, "khabar.kz", content);
    }
    for content in ["eins", "zwei"] {
        publish(&mut store, "welle.de", content);
    }
    (folder, path)
}

#[test]
fn a_hash_is_the_one_that_everybody_computes() {
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(arna_store::sha256(b""), empty);
    // What sha256sum says of the list that docs/REVISIONS.md names:
    // ["arna-revision/1","khabar.kz",1,"2024-07-01",7,"Ainur",1719792000000,"e3b0…b855",""]
    let first = Revision::after(None, &"khabar.kz".into(), week(0), "", ("Ainur", NOW));
    assert_eq!(first.content_sha256, empty);
    let listed = "e3df040613dbbaefccad38729b62009496642358fb4431f876f40365906e8240";
    assert_eq!(first.sha256, listed);
}

#[test]
fn revisions_are_numbered_by_channel_and_chained() {
    let (_folder, path) = published();
    let store = Store::open_to_read(&path).unwrap();
    let all = store.revisions(None).unwrap();
    let numbers: Vec<_> = all.iter().map(|one| (one.channel.as_str(), one.number)).collect();
    assert_eq!(
        numbers,
        [
            ("khabar.kz", 1),
            ("khabar.kz", 2),
            ("khabar.kz", 3),
            ("welle.de", 1),
            ("welle.de", 2)
        ]
    );
    assert_eq!((all[0].previous.as_str(), &all[1].previous), ("", &all[0].sha256));
    assert_eq!(all[3].previous, "");
    assert_eq!((all[1].range, all[1].author.as_str()), (week(1), "Ainur \"A\"\n"));
    let content = store.content_of(&all[2].channel, 3).unwrap();
    assert_eq!(content.as_deref(), Some("third"));
    assert_eq!(store.content_of(&all[2].channel, 4).unwrap(), None);
    let khabar: Vec<_> = store.deliveries(Some(&all[0].channel), 2).unwrap();
    assert_eq!(khabar.iter().map(|one| one.revision).collect::<Vec<_>>(), [3, 2]);
    let chains = store.chains().unwrap();
    assert_eq!(
        chains[0],
        Chain {
            channel: "khabar.kz".to_owned(),
            revisions: 3,
            last: all[2].sha256.clone(),
            broken: None
        }
    );
    assert_eq!((chains.len(), chains[1].broken), (2, None));
}

#[test]
fn undo_takes_no_revision_back() {
    let (_folder, path) = published();
    let mut store = Store::open(&path, NOW).unwrap();
    let before = store.revisions(None).unwrap();
    let number = store.revision().unwrap();
    store
        .transact(&entry("all", NOW), |edit| edit.replace_station(&Station::default()))
        .unwrap();
    store.undo("tester", NOW).unwrap().unwrap();
    assert!(store.undo("tester", NOW).unwrap().is_none(), "publishing is no step");
    assert_eq!((store.revisions(None).unwrap(), number), (before, 1));
    store.verify().unwrap();
}

#[test]
fn what_was_published_can_be_neither_changed_nor_removed() {
    let (_folder, path) = published();
    let raw = Connection::open(&path).unwrap();
    for sql in [
        "UPDATE revision SET content = 'other' WHERE number = 1",
        "DELETE FROM revision WHERE number = 3",
        "INSERT OR REPLACE INTO revision SELECT channel, number, from_date, days, 'other', at_ms, content, content_sha256,
         previous, sha256 FROM revision WHERE number = 3",
        "UPDATE delivery SET place = 'elsewhere'",
        "DELETE FROM delivery",
        "INSERT OR REPLACE INTO delivery SELECT number, channel, revision, 'other', form, place, bytes, sha256, author, at_ms
         FROM delivery",
    ] {
        let refused = raw.execute(sql, []).unwrap_err().to_string();
        assert!(refused.contains("never"), "{sql}: {refused}");
    }
    let store = Store::open(&path, NOW).unwrap();
    assert!(store.chains().unwrap().iter().all(|chain| chain.broken.is_none()));
}

#[test]
fn each_way_to_tamper_is_found_and_its_first_link_named() {
    let cases = [
        (
            "UPDATE revision SET content = 'other' WHERE channel = 'khabar.kz' AND number = 2",
            2,
            Mismatch::Content,
        ),
        (
            "UPDATE revision SET author = 'other' WHERE channel = 'khabar.kz' AND number = 2",
            2,
            Mismatch::Hash,
        ),
        (
            "UPDATE revision SET from_date = '2024-07-09' WHERE channel = 'khabar.kz' AND number > 1",
            2,
            Mismatch::Hash,
        ),
        (
            "UPDATE revision SET at_ms = at_ms + 1 WHERE channel = 'khabar.kz' AND number = 3",
            3,
            Mismatch::Hash,
        ),
        (
            "UPDATE revision SET previous = '' WHERE channel = 'khabar.kz' AND number = 3",
            3,
            Mismatch::Previous,
        ),
        (
            "DELETE FROM revision WHERE channel = 'khabar.kz' AND number = 2",
            3,
            Mismatch::Number,
        ),
        (
            "DELETE FROM revision WHERE channel = 'khabar.kz' AND number = 1",
            2,
            Mismatch::Number,
        ),
        (
            "DELETE FROM revision WHERE channel = 'khabar.kz' AND number = 3",
            3,
            Mismatch::Missing,
        ),
    ];
    for (sql, number, what) in cases {
        let (_folder, path) = published();
        let raw = Connection::open(&path).unwrap();
        raw.pragma_update(None, "foreign_keys", false).unwrap();
        for table in ["revision", "delivery"] {
            for event in ["changed", "removed", "replaced"] {
                raw.execute(&format!("DROP TRIGGER {table}_is_not_{event}"), [])
                    .unwrap();
            }
        }
        assert!(raw.execute(sql, []).unwrap() > 0, "{sql}");
        drop(raw);
        let chains = Store::open_to_read(&path).unwrap().chains().unwrap();
        assert_eq!(chains[0].broken, Some(Broken { number, what }), "{sql}");
        assert_eq!(chains[1].broken, None, "{sql}");
    }
}

#[test]
fn where_handing_out_fails_nothing_was_published() {
    let (_folder, path) = published();
    let mut store = Store::open(&path, NOW).unwrap();
    let before = (store.revisions(None).unwrap(), store.deliveries(None, 100).unwrap());
    let revision = next(&store, "khabar.kz", "fourth");
    let noted = [delivery(&revision, "a.xml"), delivery(&revision, "b.xml")];
    let failed = store.publish(Some((&revision, "fourth")), &noted, || Err(StoreError::Refused));
    assert_eq!(failed.unwrap_err().code(), "refused");
    assert_eq!(
        (store.revisions(None).unwrap(), store.deliveries(None, 100).unwrap()),
        before
    );
    store.publish(Some((&revision, "fourth")), &noted, || Ok(())).unwrap();
    assert_eq!(store.deliveries(None, 100).unwrap().len(), before.1.len() + 2);
    // One that another took the place of does not get in.
    assert!(store.publish(Some((&revision, "fourth")), &[], || Ok(())).is_err());
    // Nor does a delivery of nothing.
    let nothing = Delivery {
        revision: 99,
        ..noted[0].clone()
    };
    assert!(store.publish(None, &[nothing], || Ok(())).is_err());
    drop(store);
    let mut reader = Store::open_to_read(&path).unwrap();
    let refused = reader.publish(None, &noted, || Ok(())).unwrap_err();
    assert_eq!(refused.code(), "station_read_only");
}

/// A file as the program before revisions left it.
fn of_the_second_form(path: &std::path::Path) {
    let raw = Connection::open(path).unwrap();
    raw.execute_batch(
        "DROP INDEX airing_by_version; DROP TABLE aside; DROP TABLE shared; DROP TABLE delivery; DROP TABLE revision;
         DELETE FROM refinery_schema_history WHERE version >= 3; PRAGMA user_version = 2;",
    )
    .unwrap();
}

#[test]
fn a_file_of_the_second_form_is_taken_over() {
    let (_folder, path) = founded(&fixture::station());
    of_the_second_form(&path);
    let reader = Store::open_to_read(&path).unwrap();
    assert!(reader.revisions(None).unwrap().is_empty() && reader.deliveries(None, 9).unwrap().is_empty());
    assert!(reader.chains().unwrap().is_empty());
    assert_eq!(reader.content_of(&"khabar.kz".into(), 1).unwrap(), None);
    drop(reader);
    let mut store = Store::open(&path, NOW).unwrap();
    assert_eq!(store.station().unwrap(), fixture::station());
    assert_eq!(
        arna_store::backups(&path).unwrap().len(),
        1,
        "the file as it was is a backup"
    );
    publish(&mut store, "khabar.kz", "first");
    store.verify().unwrap();
}
