//! Station files from elsewhere: nothing in them is run, and no text in them is SQL.

use std::fs;

use arna_domain::Station;
use arna_store::{Kind, RecordId, Store, restore, salvage, verify};
use serde_json::Value;

use crate::fixture::{self, NOW, entry, founded};

/// A query without an end.
const ENDLESS: &str = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i";

/// What somebody may have put into the plan of a file's tables, and what is called so in the refusal. None of it takes rows away
/// but where it says so.
fn plans() -> Vec<(String, &'static str)> {
    let own = |sql: &str, called| (sql.to_owned(), called);
    vec![
        own(
            "CREATE TRIGGER mine AFTER INSERT ON journal BEGIN DELETE FROM record; END",
            "trigger \"mine\"",
        ),
        own(
            "DROP TRIGGER revision_is_not_changed;
             CREATE TRIGGER revision_is_not_changed BEFORE UPDATE ON airing BEGIN DELETE FROM record; END",
            "trigger \"revision_is_not_changed\"",
        ),
        own("CREATE TABLE more (text)", "table \"more\""),
        own("CREATE VIRTUAL TABLE found USING fts5(text)", "table \"found\""),
        own("CREATE INDEX mine ON record (hex(body))", "index \"mine\""),
        own(
            "ALTER TABLE record ADD COLUMN more TEXT GENERATED ALWAYS AS (hex(zeroblob(100000000))) VIRTUAL",
            "table \"record\"",
        ),
        own(
            "PRAGMA writable_schema = ON;
             UPDATE sqlite_schema SET sql = replace(sql, 'one = 1', 'length(randomblob(900000000)) > 0')",
            "table \"proposal\"",
        ),
        (
            format!("DROP TABLE proposal; CREATE VIEW proposal AS {ENDLESS} AS one, 'plan' AS text FROM n"),
            "view \"proposal\"",
        ),
        (
            format!("DROP TABLE journal_change; DROP TABLE journal; CREATE VIEW journal AS {ENDLESS} AS number FROM n"),
            "view \"journal\"",
        ),
    ]
}

#[test]
fn a_plan_that_is_none_of_a_stations_is_refused_before_any_of_it_runs() {
    for (sql, called) in plans() {
        let (folder, path) = founded(&fixture::station());
        let raw = rusqlite::Connection::open(&path).unwrap();
        raw.pragma_update(None, "foreign_keys", false).unwrap();
        raw.execute_batch(&sql).unwrap();
        drop(raw);
        let before = fs::read(&path).unwrap();
        for refused in [Store::open(&path, NOW), Store::open_to_read(&path)] {
            let refused = refused.unwrap_err();
            assert_eq!(refused.code(), "station_damaged", "{sql}");
            assert!(refused.to_string().contains(called), "{sql}: {refused}");
        }
        let verified = verify(&path).unwrap();
        assert_eq!(verified.faults[0].code, "file", "{sql}");
        let place = folder.path().join("place.arna");
        assert_eq!(
            restore(&place, &path, NOW).unwrap_err().code(),
            "station_damaged",
            "{sql}"
        );
        assert!(!place.exists());
        assert_eq!(fs::read(&path).unwrap(), before, "{sql}");
        // The way out that the refusal names: the rows in a new file, without what came with them.
        let new = folder.path().join("new.arna");
        let salvaged = salvage(&path, &new).unwrap();
        let station = salvaged.station().clone();
        salvaged.keep(&station, &entry("salvage_station", NOW), &new).unwrap();
        assert_eq!(station, fixture::station(), "{sql}");
        assert_eq!(verify(&new).unwrap().faults, [], "{sql}");
    }
}

/// Texts that would do something, were they taken for more than texts.
const TEXTS: [&str; 6] = [
    "'); DROP TABLE record; --",
    "\" OR 1 = 1; --",
    "$1 ?1 :a @b %s {}",
    "\u{202e}cod.exe\u{2066}",
    "\u{1b}[2J\u{7}\r\n\t",
    "a\u{0}b",
];

/// The places of every text of a document.
fn texts(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                texts(
                    value,
                    &format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")),
                    found,
                );
            }
        }
        Value::Array(list) => {
            for (number, value) in list.iter().enumerate() {
                texts(value, &format!("{at}/{number}"), found);
            }
        }
        Value::String(_) => found.push(at.to_owned()),
        _ => {}
    }
}

/// The fixture with such a text wherever any text may stand, ids and names alike; how many there are.
fn of_texts() -> (Station, usize) {
    let mut document = serde_json::to_value(fixture::station()).unwrap();
    let mut places = Vec::new();
    texts(&document, "", &mut places);
    let mut taken = 0;
    for place in places {
        // Each its own, so that no two records are called alike.
        let text = format!("{}{taken}", TEXTS[taken % TEXTS.len()]);
        let was = document.pointer_mut(&place).unwrap().take();
        *document.pointer_mut(&place).unwrap() = text.into();
        if serde_json::from_value::<Station>(document.clone()).is_ok() {
            taken += 1;
        } else {
            *document.pointer_mut(&place).unwrap() = was;
        }
    }
    let mut station: Station = serde_json::from_value(document).unwrap();
    fixture::sort(&mut station);
    (station, taken)
}

#[test]
fn no_text_is_sql_wherever_it_stands() {
    let (station, texts) = of_texts();
    assert!(texts > 100, "{texts}");
    let (_folder, path) = founded(&station);
    let mut store = Store::open(&path, NOW).unwrap();
    assert_eq!(store.station().unwrap(), station);
    for (number, text) in TEXTS.iter().enumerate() {
        let mut entry = entry(text, NOW);
        entry.author = (*text).to_owned();
        entry.args.insert((*text).to_owned(), (*text).into());
        let id = RecordId::Named(
            Kind::Place,
            station.places[number % station.places.len()].id.to_string(),
        );
        store.transact(&entry, |edit| edit.remove(&id)).unwrap();
        assert_eq!(store.log(None, 1).unwrap()[0].author, *text);
        store.keep_proposal(text).unwrap();
        assert_eq!(store.proposal().unwrap().as_deref(), Some(*text));
        store.undo(text, NOW).unwrap();
    }
    assert_eq!(store.station().unwrap(), station);
    for channel in &station.channels {
        let of_channel = station.schedule.iter().filter(|one| one.channel == channel.id);
        let span = store.schedule_span().unwrap().unwrap();
        let read = store.airings(Some(&channel.id), span.0, span.1).unwrap();
        assert_eq!(read.len(), of_channel.count());
    }
    store.drop_proposal().unwrap();
    store.verify().unwrap();
}
