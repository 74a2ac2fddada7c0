//! Taking out of damaged files what can be read.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use arna_domain::{BroadcastDate, DateRange, PlaceId, Station};
use arna_store::{Record, Revision, Salvage, Store, records_of, salvage, verify};

use crate::fixture::{self, NOW, airing, entry, files, founded};

const PAGE: usize = 4_096;

/// A station of some size, with a journal, plans B and revisions.
fn lived_in(path: &Path) {
    let mut store = Store::open(path, NOW).unwrap();
    for number in 0..60 {
        let mut place = fixture::station().places[0].clone();
        place.id = PlaceId::new(format!("place-{number}"));
        store
            .transact(&entry("put_place", NOW), |edit| edit.put(Record::Place(place)))
            .unwrap();
    }
    let airings: Vec<_> = (0..400).map(|number| airing("khabar.kz", number)).collect();
    let channel = airings[0].channel.clone();
    store
        .transact(&entry("accept_plan", NOW), |edit| {
            edit.replace_airings(std::slice::from_ref(&channel), NOW, NOW + 99 * fixture::DAY, airings)
        })
        .unwrap();
    store.undo("tester", NOW).unwrap();
    store.redo("tester", NOW).unwrap();
    let mut last: Option<Revision> = None;
    for number in 0..8 {
        let content = format!("{{{}{number}}}", "x".repeat(2_000));
        let range = DateRange::new(BroadcastDate::parse("2024-07-01").unwrap(), 7).unwrap();
        let next = Revision::after(last.as_ref(), &channel, range, &content, ("tester", NOW));
        store.publish(Some((&next, &content)), &[], || Ok(())).unwrap();
        last = Some(next);
    }
}

fn kept(salvaged: Salvage, new: &Path) -> (Station, bool) {
    let station = salvaged.station().clone();
    let keeps_journal = salvaged.keep(&station, &entry("salvage_station", NOW), new).unwrap();
    (station, keeps_journal)
}

fn bodies(station: &Station) -> BTreeSet<String> {
    let records = records_of(station).into_iter().map(|record| format!("{record:?}"));
    let airings = station.schedule.iter().map(|airing| format!("{airing:?}"));
    records.chain(airings).collect()
}

#[test]
fn a_sound_station_comes_out_whole_with_its_journal_and_revisions() {
    let (folder, path) = founded(&fixture::station());
    lived_in(&path);
    let before = files(folder.path());
    let store = Store::open_to_read(&path).unwrap();
    let new = folder.path().join("new.arna");
    let salvaged = salvage(&path, &new).unwrap();
    assert_eq!(salvaged.missing(), []);
    assert!(!new.exists(), "nothing lies in its place before it is kept");
    assert_eq!(kept(salvaged, &new), (store.station().unwrap(), true));
    let other = Store::open_to_read(&new).unwrap();
    assert_eq!(other.log(None, 1_000).unwrap(), store.log(None, 1_000).unwrap());
    assert_eq!(other.revisions(None).unwrap(), store.revisions(None).unwrap());
    assert_eq!(other.chains().unwrap(), store.chains().unwrap());
    drop((store, other));
    assert_eq!(verify(&new).unwrap().faults, []);
    let mut after = files(folder.path());
    after.remove(&new);
    assert_eq!(after, before, "the damaged file and its folder are as they were");
    assert_eq!(salvage(&path, &new).unwrap_err().code(), "file_exists");
    let mut new = Store::open(&new, NOW).unwrap();
    assert!(new.undo("tester", NOW).unwrap().is_some());
}

/// Each page in turn is lost: what comes out was there, and what does not is listed.
#[test]
fn whichever_page_is_lost_the_rest_comes_out() {
    let (folder, path) = founded(&fixture::station());
    lived_in(&path);
    let whole = fs::read(&path).unwrap();
    let store = Store::open_to_read(&path).unwrap();
    let (station, revisions) = (store.station().unwrap(), store.revisions(None).unwrap());
    drop(store);
    let (all, pages) = (bodies(&station), whole.len() / PAGE);
    let (mut out, mut untouched) = (0, 0);
    for page in 0..pages {
        let mut bytes = whole.clone();
        // Of the first page the head is left: without it nothing tells what the file is.
        let from = if page == 0 { 100 } else { page * PAGE };
        bytes[from..(page + 1) * PAGE].fill(0xA5);
        let damaged = folder.path().join(format!("damaged-{page}.arna"));
        fs::write(&damaged, &bytes).unwrap();
        let new = folder.path().join(format!("new-{page}.arna"));
        let salvaged = salvage(&damaged, &new).unwrap();
        let missing = salvaged.missing().to_vec();
        let (rest, keeps_journal) = kept(salvaged, &new);
        assert!(bodies(&rest).is_subset(&all), "page {page} made something up");
        assert!(
            rest == station || !missing.is_empty(),
            "page {page} lost something and said nothing"
        );
        assert!(!keeps_journal || rest == station, "page {page}");
        let store = Store::open_to_read(&new).unwrap();
        let left = store.revisions(None).unwrap();
        assert!(revisions.starts_with(&left), "page {page}: a chain with a hole");
        assert!(left == revisions || !missing.is_empty(), "page {page}");
        assert_eq!(store.log(None, 1_000).unwrap().len() > 1, keeps_journal, "page {page}");
        drop(store);
        assert_eq!(verify(&new).unwrap().faults, [], "page {page}");
        assert_eq!(fs::read(&damaged).unwrap(), bytes);
        untouched += usize::from(missing.is_empty());
        out += usize::from(bodies(&rest).len() * 2 > all.len());
    }
    println!("of {pages} pages: {out} leave more than half, {untouched} nothing is missing without");
    assert!(out * 10 > pages * 9, "{out} of {pages}");
}

/// What an index tells of, its table has lost: it is named.
#[test]
fn what_is_lost_is_named_where_an_index_knows_it() {
    let (folder, path) = founded(&fixture::station());
    lived_in(&path);
    let whole = fs::read(&path).unwrap();
    let places =
        |page: &&[u8]| page[0] == 13 && page.windows(13).filter(|text| text == b"\"id\":\"place-2").count() > 5;
    let at = whole.chunks(PAGE).position(|page| places(&page)).unwrap();
    let mut bytes = whole.clone();
    bytes[at * PAGE] = 0;
    fs::write(&path, bytes).unwrap();
    let salvaged = salvage(&path, &folder.path().join("new.arna")).unwrap();
    let lost = salvaged.missing().iter().filter(|fault| fault.code == "lost_row");
    let names: Vec<_> = lost.map(|fault| fault.values["name"].to_string()).collect();
    assert!(
        names.len() > 5 && names.iter().any(|name| name.contains("place-2")),
        "{names:?}"
    );
    assert!(!salvaged.missing().iter().any(|fault| fault.code == "lost_rows"));
}

#[test]
fn a_torn_log_gives_what_was_written_before_the_tear() {
    let (folder, path) = founded(&fixture::station());
    let mut store = Store::open(&path, NOW).unwrap();
    let mut place = fixture::station().places[0].clone();
    place.id = PlaceId::new("kept");
    store
        .transact(&entry("put_place", NOW), |edit| edit.put(Record::Place(place)))
        .unwrap();
    let station = store.station().unwrap();
    let aside = tempfile::tempdir().unwrap();
    let killed = aside.path().join("station.arna");
    fs::copy(&path, &killed).unwrap();
    let mut log = fs::read(path.with_extension("arna-wal")).unwrap();
    log.extend([7; 100]);
    fs::write(killed.with_extension("arna-wal"), &log).unwrap();
    let (salvaged, keeps_journal) = kept(
        salvage(&killed, &folder.path().join("new.arna")).unwrap(),
        &folder.path().join("new.arna"),
    );
    assert_eq!((salvaged, keeps_journal), (station, true));
    assert_eq!(fs::read(killed.with_extension("arna-wal")).unwrap(), log);
}

#[test]
fn a_station_cut_short_gives_what_it_has() {
    let (folder, path) = founded(&fixture::station());
    lived_in(&path);
    let whole = fs::read(&path).unwrap();
    let all = bodies(&Store::open_to_read(&path).unwrap().station().unwrap());
    for length in [whole.len() - 1, whole.len() * 3 / 4, whole.len() / 2] {
        fs::write(&path, &whole[..length]).unwrap();
        assert_eq!(Store::open_to_read(&path).unwrap_err().code(), "station_damaged");
        let new = folder.path().join(format!("new-{length}.arna"));
        let salvaged = salvage(&path, &new).unwrap();
        assert!(!salvaged.missing().is_empty());
        let (rest, _) = kept(salvaged, &new);
        assert!(bodies(&rest).is_subset(&all));
        assert_eq!(verify(&new).unwrap().faults, []);
    }
}

#[test]
fn what_is_no_station_is_refused() {
    let (folder, path) = founded(&fixture::station());
    let whole = fs::read(&path).unwrap();
    let mut newer = whole.clone();
    newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
    let mut others = whole.clone();
    others[68..72].fill(0);
    let dice: Vec<u8> = (0..20_000_u32)
        .map(|number| number.wrapping_mul(2_654_435_761).to_be_bytes()[0])
        .collect();
    let cases = [
        (b"".to_vec(), "not_a_station"),
        (dice, "not_a_station"),
        (others, "not_a_station"),
        (newer, "station_newer"),
        (whole[..100].to_vec(), "station_damaged"),
    ];
    for (bytes, code) in cases {
        fs::write(&path, &bytes).unwrap();
        let before = files(folder.path());
        let new = folder.path().join("new.arna");
        assert_eq!(salvage(&path, &new).unwrap_err().code(), code);
        assert_eq!(files(folder.path()), before);
    }
    assert_eq!(
        salvage(&folder.path().join("none.arna"), &folder.path().join("new.arna"))
            .unwrap_err()
            .code(),
        "file_not_found"
    );
}

#[test]
fn a_desks_copy_stays_one_and_what_waits_for_a_decision_is_not_lost() {
    let (folder, path) = founded(&fixture::station());
    let kept_aside = "SELECT group_concat(number || op || state) FROM aside";
    let attached = "SELECT server FROM shared";
    let asked = |path: &Path, sql: &str| -> String {
        let raw = rusqlite::Connection::open(path).unwrap();
        raw.query_row(sql, [], |row| row.get(0)).unwrap()
    };
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute_batch(
        "INSERT INTO shared (one, server) VALUES (1, 'postgresql://aigul@db.example.org/station');
         INSERT INTO aside VALUES (1, 1, 'put_place', '{}', 0, '[]', 'conflict', '{}'), (2, 1, 'put_place', '{}', 0, '[]', 'left', '{}');",
    )
    .unwrap();
    drop(raw);
    let new = folder.path().join("new.arna");
    let salvaged = salvage(&path, &new).unwrap();
    assert_eq!(salvaged.missing(), []);
    kept(salvaged, &new);
    for sql in [kept_aside, attached] {
        assert_eq!(asked(&new, sql), asked(&path, sql));
    }
}
