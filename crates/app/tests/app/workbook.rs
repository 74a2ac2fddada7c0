//! The station in a spreadsheet and back: unchanged it changes nothing, changed it changes just that, in one step.

use std::fs;
use std::path::{Path, PathBuf};

use arna_app::export::What;
use arna_app::workbook::{self, Asked, Missing, Outcome, Proposed, Tongue, Words};
use arna_app::{Desk, Failure};
use arna_domain::{Index, Station, Zones};
use proptest::prelude::*;
use tempfile::TempDir;

use crate::fixture::{desk, hand};

#[path = "../../../planner/tests/laws/stations/mod.rs"]
#[expect(dead_code, reason = "other tests plan what it makes")]
mod stations;

fn words(tongue: Tongue) -> Words {
    Words {
        tongue,
        ..Words::default()
    }
}

fn asked(path: &Path, missing: Missing) -> Asked<'_> {
    Asked {
        path,
        missing,
        tongue: Tongue::En,
    }
}

fn read(station: &Station, path: &Path, missing: Missing) -> Result<Proposed, Failure> {
    workbook::read(station, &Zones::bundled(), &asked(path, missing))
}

/// Written in either form and read again, a station is as it was, whatever else was to go.
#[track_caller]
fn round_trip(station: &Station) {
    let folder = tempfile::tempdir().unwrap();
    for (name, tongue) in [
        ("k.xlsx", Tongue::Kk),
        ("tables", Tongue::Ru),
        ("z.XLSX", Tongue::Zh),
        ("t", Tongue::En),
    ] {
        let path = folder.path().join(name);
        workbook::to_file(station, &words(tongue), &path).unwrap();
        for missing in [Missing::Stay, Missing::Go] {
            let proposed = read(station, &path, missing).unwrap();
            assert_eq!((proposed.op, proposed.changes), (None, Vec::new()), "{name}");
            assert_eq!(proposed.remarks, [], "{name}");
        }
    }
}

#[test]
fn the_sample_is_the_same_after_a_round_trip_in_every_language() {
    let (mut desk, _folder) = desk();
    round_trip(desk.station().unwrap().0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_station_is_the_same_after_a_round_trip(case in stations::any_station()) {
        let station: Station = serde_json::from_value(case.station).unwrap();
        Index::of(&station, &Zones::bundled()).unwrap();
        round_trip(&station);
    }
}

/// The sample with its tables beside it.
struct Desktop {
    desk: Desk,
    folder: TempDir,
}

impl Desktop {
    fn new() -> Self {
        let (desk, folder) = desk();
        let mut own = Self { desk, folder };
        own.write_tables();
        own
    }

    /// Writes the tables as the station is now.
    fn write_tables(&mut self) {
        let tables = self.tables();
        let station = self.desk.station().unwrap().0;
        workbook::to_file(station, &words(Tongue::En), &tables).unwrap();
    }

    fn tables(&self) -> PathBuf {
        self.folder.path().join("tables")
    }

    /// Changes a table's text.
    fn edit(&self, table: &str, edit: impl FnOnce(String) -> String) {
        let path = self.tables().join(format!("{table}.csv"));
        let text = fs::read_to_string(&path).unwrap();
        let edited = edit(text.clone());
        assert_ne!(edited, text, "{table}");
        fs::write(path, edited).unwrap();
    }

    /// Changes cells of a row by the heads of their columns.
    fn set(&self, table: &str, id: &str, cells: &[(&str, &str)]) {
        self.edit(table, |text| changed(&text, id, cells));
    }

    /// Adds a row of these cells.
    fn add(&self, table: &str, cells: &[(&str, &str)]) {
        self.edit(table, |text| {
            let (heads, mut rows) = rows_of(&text);
            let cell = |head: &String| cells.iter().find(|(own, _)| own == head).map_or("", |(_, cell)| cell);
            for (own, _) in cells {
                assert!(heads.iter().any(|head| head == own), "{own}: {heads:?}");
            }
            rows.push(heads.iter().map(|head| cell(head).to_owned()).collect());
            text_of(&heads, &rows)
        });
    }

    fn exported(&mut self) -> String {
        let path = self.folder.path().join("s.json");
        self.desk.export(&What::Station, &path).unwrap();
        fs::read_to_string(path).unwrap()
    }

    /// Takes the tables over; what changed, as lines. Taken over again they change nothing; undone, the station is as it was.
    fn taken(&mut self, missing: Missing) -> Vec<String> {
        let before = self.exported();
        let tables = self.tables();
        let proposed = self.desk.workbook(&asked(&tables, missing)).unwrap();
        assert_eq!(self.exported(), before, "a proposal changes nothing");
        let taken = self.desk.take_workbook(&asked(&tables, missing), &hand()).unwrap();
        assert_eq!(taken.changes, proposed.changes);
        let after = self.exported();
        let again = self.desk.take_workbook(&asked(&tables, missing), &hand()).unwrap();
        assert_eq!((again.op, again.changes), (None, Vec::new()));
        self.desk.undo(&hand()).unwrap().unwrap();
        assert!(self.exported() == before, "one step takes all of it back");
        self.desk.redo(&hand()).unwrap().unwrap();
        assert!(self.exported() == after);
        round_trip(self.desk.station().unwrap().0);
        told(&proposed)
    }

    #[track_caller]
    fn refused(&mut self) -> Vec<String> {
        let before = self.exported();
        let tables = self.tables();
        let failure = self
            .desk
            .take_workbook(&asked(&tables, Missing::Stay), &hand())
            .unwrap_err();
        assert_eq!(failure.code, "workbook_faulty");
        assert!(self.exported() == before);
        failure
            .details
            .iter()
            .map(|one| format!("{} {}", one.path, one.code))
            .collect()
    }
}

fn rows_of(text: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let heads = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let row = |row: Result<csv::StringRecord, csv::Error>| row.unwrap().iter().map(str::to_owned).collect();
    let rows = reader.records().map(row).collect();
    (heads, rows)
}

fn text_of(heads: &[String], rows: &[Vec<String>]) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    for row in std::iter::once(heads).chain(rows.iter().map(Vec::as_slice)) {
        writer.write_record(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn changed(text: &str, id: &str, cells: &[(&str, &str)]) -> String {
    let (heads, mut rows) = rows_of(text);
    let row = rows.iter_mut().find(|row| row[0] == id).unwrap();
    for (head, cell) in cells {
        let at = heads
            .iter()
            .position(|own| own == head)
            .unwrap_or_else(|| panic!("{head}: {heads:?}"));
        row[at] = (*cell).to_owned();
    }
    text_of(&heads, &rows)
}

/// `changed licences L1: Last day 2024-12-31 → 2025-01-31`.
fn told(proposed: &Proposed) -> Vec<String> {
    let one = |change: &workbook::Change| {
        let cells: Vec<String> = if change.outcome == Outcome::Changed {
            change
                .cells
                .iter()
                .map(|cell| format!("{} {} → {}", cell.head, cell.was, cell.now))
                .collect()
        } else {
            Vec::new()
        };
        let line = format!(
            "{} {} {}: {}",
            change.outcome.as_str(),
            change.table.as_str(),
            change.id,
            cells.join("; ")
        );
        line.trim_end_matches([':', ' ']).to_owned()
    };
    proposed.changes.iter().map(one).collect()
}

#[test]
fn edits_in_cells_come_back_as_just_these_edits() {
    let mut desk = Desktop::new();
    let station = desk.desk.station().unwrap().0.clone();
    let licence = station.licences[0].clone();
    let version = station.programmes[0].seasons[0].episodes[0].versions[0].clone();
    desk.set(
        "licences",
        licence.id.as_str(),
        &[("Last day", "31.12.2027"), ("Runs", "41")],
    );
    desk.set(
        "versions",
        version.id.as_str(),
        &[("House number", "=007"), ("Remove", "нет")],
    );
    desk.set(
        "programmes",
        station.programmes[0].id.as_str(),
        &[("Title (kk)", "Жаңа атау"), ("Synopsis (en)", "a\nb")],
    );
    let was = |column: &str, text: &str| format!("{column} {text} → ");
    let lines = desk.taken(Missing::Stay);
    assert_eq!(lines.len(), 3, "{lines:?}");
    let title = station.programmes[0].title.exactly("kk").unwrap();
    assert!(
        lines[0].contains(&format!("{}Жаңа атау", was("Title (kk)", title))),
        "{lines:?}"
    );
    let house = version.house_number.unwrap_or_default();
    assert!(
        lines[1].ends_with(&format!("{}=007", was("House number", &house))),
        "{lines:?}"
    );
    let until = was("Last day", &licence.until.to_string());
    let runs = was(
        "Runs",
        &licence.max_runs.map(|runs| runs.to_string()).unwrap_or_default(),
    );
    assert_eq!(
        lines[2],
        format!("changed licences {}: {until}2027-12-31; {runs}41", licence.id)
    );
    let now = desk.desk.station().unwrap().0;
    assert_eq!(now.programmes[0].synopsis.exactly("en"), Some("a\nb"));
    assert_eq!(now.licences[0].max_runs, Some(41));
}

#[test]
fn what_is_new_is_added_in_its_place_and_what_is_marked_goes_with_what_lies_below_it() {
    let mut desk = Desktop::new();
    desk.add(
        "programmes",
        &[("Id", "steppe"), ("Title (en)", "Steppe"), ("Kind", "series")],
    );
    desk.add(
        "seasons",
        &[("Id", "steppe/1"), ("Programme", "steppe"), ("Number", "1")],
    );
    desk.add(
        "episodes",
        &[("Id", "steppe/1/2"), ("Season", "steppe/1"), ("Number", "2")],
    );
    desk.add(
        "episodes",
        &[
            ("Id", "steppe/1/1"),
            ("Season", "steppe/1"),
            ("Number", "1"),
            ("Place in order", "1"),
        ],
    );
    desk.add(
        "versions",
        &[
            ("Id", "steppe/1/1.kk"),
            ("Episode", "steppe/1/1"),
            ("Language", "Kazakh"),
            ("Duration", "26"),
        ],
    );
    desk.add(
        "licences",
        &[
            ("Id", "steppe-l"),
            ("Programme", "steppe"),
            ("First day", "2024-07-01"),
            ("Last day", "2024-12-31"),
            ("Place in order", "1"),
        ],
    );
    let added = desk.taken(Missing::Stay);
    assert_eq!(
        added,
        [
            "added programmes steppe",
            "added seasons steppe/1",
            "added episodes steppe/1/2",
            "added episodes steppe/1/1",
            "added versions steppe/1/1.kk",
            "added licences steppe-l"
        ]
    );
    let now = desk.desk.station().unwrap().0.clone();
    let steppe = now.programmes.last().unwrap();
    let order: Vec<&str> = steppe.seasons[0].episodes.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(order, ["steppe/1/1", "steppe/1/2"]);
    assert_eq!(steppe.seasons[0].episodes[0].versions[0].duration_ms, 26 * 60_000);
    assert_eq!(now.licences[0].id.as_str(), "steppe-l", "its licence is charged first");
    // An x takes what lies below along; a licence must be marked itself.
    desk.set("programmes", "steppe", &[("Remove", "x")]);
    assert_eq!(
        desk.refused(),
        ["licences.csv!D".to_owned() + &row_of(&desk, "licences", "steppe-l") + " unknown_id"]
    );
    desk.set("licences", "steppe-l", &[("Remove", "X")]);
    let gone = desk.taken(Missing::Stay);
    assert_eq!(gone.len(), 6, "{gone:?}");
    assert!(gone.iter().all(|line| line.starts_with("removed")), "{gone:?}");
}

/// The number of a row in a table.
fn row_of(desk: &Desktop, table: &str, id: &str) -> String {
    let text = fs::read_to_string(desk.tables().join(format!("{table}.csv"))).unwrap();
    let at = rows_of(&text).1.iter().position(|row| row[0] == id).unwrap();
    (at + 2).to_string()
}

#[test]
fn episodes_and_licences_are_moved_by_their_places_and_by_nothing_else() {
    let mut desk = Desktop::new();
    let of = |station: &Station| -> Vec<String> {
        let season = station
            .programmes
            .iter()
            .flat_map(|one| &one.seasons)
            .find(|one| one.id.as_str() == "quotes/3")
            .unwrap();
        season.episodes.iter().map(|one| one.id.to_string()).collect()
    };
    let before = of(desk.desk.station().unwrap().0);
    // Sorted by whatever column, nothing moves.
    desk.edit("episodes", |text| {
        let (heads, mut rows) = rows_of(&text);
        rows.reverse();
        text_of(&heads, &rows)
    });
    desk.set("episodes", &before[4], &[("Place in order", "2")]);
    desk.set("episodes", &before[0], &[("Place in order", "3")]);
    let lines = desk.taken(Missing::Stay);
    assert_eq!(lines.len(), 2, "{lines:?}");
    let after = of(desk.desk.station().unwrap().0);
    assert_eq!(
        after[..5],
        [&before[4], &before[1], &before[2], &before[0], &before[3]].map(Clone::clone)
    );
    assert_eq!(after[5..], before[5..]);
    let licences = |desk: &mut Desktop| -> Vec<String> {
        desk.desk
            .station()
            .unwrap()
            .0
            .licences
            .iter()
            .map(|one| one.id.to_string())
            .collect()
    };
    let before = licences(&mut desk);
    let last = before.last().unwrap().clone();
    desk.write_tables();
    desk.set("licences", &last, &[("Place in order", "1")]);
    desk.taken(Missing::Stay);
    let after = licences(&mut desk);
    assert_eq!((&after[0], &after[1..]), (&last, &before[..before.len() - 1]));
}

#[test]
fn what_is_to_go_and_still_airs_is_told_once_where_that_is_said() {
    let mut desk = Desktop::new();
    let station = desk.desk.station().unwrap().0.clone();
    let slot = station
        .schedule
        .iter()
        .find_map(|one| one.slot.clone())
        .unwrap()
        .to_string();
    desk.set("grid", &slot, &[("Remove", "x")]);
    let row = row_of(&desk, "grid", &slot);
    assert_eq!(desk.refused(), [format!("grid.csv!W{row} workbook_still_used")]);
    // A row that is only left out says so by its sheet and its id.
    let mut desk = Desktop::new();
    desk.edit("grid", |text| {
        let (heads, mut rows) = rows_of(&text);
        rows.retain(|row| row[0] != slot);
        text_of(&heads, &rows)
    });
    let tables = desk.tables();
    let failure = desk.desk.workbook(&asked(&tables, Missing::Go)).unwrap_err();
    let details: Vec<String> = failure
        .details
        .iter()
        .map(|one| format!("{} {}", one.path, one.code))
        .collect();
    assert_eq!(details, [format!("Grid {slot}, Remove workbook_still_used")]);
}

#[test]
fn what_is_written_where_a_column_only_tells_is_not_taken_and_told() {
    let mut desk = Desktop::new();
    let station = desk.desk.station().unwrap().0.clone();
    let licence = station.licences[0].id.to_string();
    let season = station.programmes[0].seasons[0].id.to_string();
    desk.set("licences", &licence, &[("What it is", "Another’s"), ("Runs", "41")]);
    // An emptied one says nothing. A title that changes here changes what other rows are of: neither is a mistake.
    desk.set("seasons", &season, &[("What it is", "")]);
    desk.set(
        "programmes",
        station.programmes[0].id.as_str(),
        &[("Title (en)", "Renamed")],
    );
    desk.add(
        "seasons",
        &[
            ("Id", "new/1"),
            ("Programme", station.programmes[0].id.as_str()),
            ("Number", "9"),
            ("What it is", "Mine"),
        ],
    );
    let tables = desk.tables();
    let proposed = desk.desk.workbook(&asked(&tables, Missing::Stay)).unwrap();
    let remarks: Vec<String> = proposed
        .remarks
        .iter()
        .map(|one| {
            let said = [&one.values["found"], &one.values["says"]].map(|value| value.as_str().unwrap_or_default());
            format!("{} {} {} / {}", one.at.shown(), one.code, said[0], said[1])
        })
        .collect();
    let own = row_of(&desk, "licences", &licence);
    let row = row_of(&desk, "seasons", "new/1");
    let told = [
        format!("licences.csv!B{own} read_only Another’s / Renamed"),
        format!("seasons.csv!B{row} read_only Mine / Renamed"),
    ];
    assert_eq!(remarks, told);
    assert_eq!(desk.taken(Missing::Stay).len(), 3);
}

#[test]
fn what_is_in_the_way_is_told_with_its_cell_and_nothing_is_taken() {
    let mut desk = Desktop::new();
    let station = desk.desk.station().unwrap().0.clone();
    let (slot, licence) = (station.slots[0].id.to_string(), station.licences[0].id.to_string());
    // What a row lacks, and what does not go together.
    desk.add("versions", &[("Id", "new.kk"), ("Language", "kk")]);
    desk.set(
        "grid",
        &slot,
        &[
            ("Filled with", "Live or foreign"),
            ("Season", "quotes/3"),
            ("Live: title", ""),
        ],
    );
    let at = row_of(&desk, "grid", &slot);
    let lacks = row_of(&desk, "versions", "new.kk");
    assert_eq!(
        desk.refused(),
        [
            format!("versions.csv!C{lacks} workbook_missing"),
            format!("versions.csv!E{lacks} workbook_missing"),
            format!("grid.csv!N{at} workbook_other_filling"),
            format!("grid.csv!U{at} workbook_missing"),
        ]
    );
    // What the station as a whole does not bear.
    let mut desk = Desktop::new();
    desk.set(
        "licences",
        &licence,
        &[
            ("Last day", "2000-01-01"),
            ("Season", "nobody"),
            ("Channels", "khabar.kz, nobody"),
        ],
    );
    desk.set("channels", "khabar.kz", &[("Time zone", "Asia/Khabar")]);
    desk.set("grid", &slot, &[("What the time is worth", "9")]);
    let (licence_row, slot_row) = (row_of(&desk, "licences", &licence), row_of(&desk, "grid", &slot));
    let mut told = desk.refused();
    told.sort();
    let mut wanted = vec![
        format!("channels.csv!C{} unknown_zone", row_of(&desk, "channels", "khabar.kz")),
        format!("grid.csv!J{slot_row} weight_out_of_range"),
        format!("licences.csv!E{licence_row} unknown_id"),
        format!("licences.csv!F{licence_row} unknown_id"),
        format!("licences.csv!I{licence_row} ends_before_start"),
    ];
    wanted.sort();
    assert_eq!(told, wanted);
    // What is gone and still hung on by something without a row of its own.
    let mut desk = Desktop::new();
    fs::remove_file(desk.tables().join("licences.csv")).unwrap();
    fs::remove_file(desk.tables().join("grid.csv")).unwrap();
    desk.set("programmes", "quotes", &[("Remove", "✓")]);
    let told = desk.refused();
    assert!(
        told.iter()
            .any(|line| line.starts_with("Licences ") && line.ends_with(", Programme unknown_id")),
        "{told:?}"
    );
    // Something below nothing.
    let mut desk = Desktop::new();
    desk.add("seasons", &[("Id", "lost/1"), ("Programme", "lost"), ("Number", "1")]);
    let at = row_of(&desk, "seasons", "lost/1");
    assert_eq!(desk.refused(), [format!("seasons.csv!C{at} unknown_id")]);
}

#[test]
fn rows_that_are_missing_stay_unless_they_are_to_go() {
    let mut desk = Desktop::new();
    let slot = desk.desk.station().unwrap().0.slots.last().unwrap().id.to_string();
    let folder = desk.tables();
    for table in ["channels", "programmes", "seasons", "episodes", "versions", "licences"] {
        fs::remove_file(folder.join(format!("{table}.csv"))).unwrap();
    }
    desk.edit("grid", |text| {
        let (heads, mut rows) = rows_of(&text);
        rows.retain(|row| row[0] != slot);
        text_of(&heads, &rows)
    });
    let stays = desk.desk.workbook(&asked(&folder, Missing::Stay)).unwrap();
    assert_eq!(stays.op, None);
    // Airings in the slot keep it; a station without a schedule lets it go.
    let mut station = desk.desk.station().unwrap().0.clone();
    station.schedule.clear();
    let goes = read(&station, &folder, Missing::Go).unwrap();
    assert_eq!(told(&goes), [format!("removed grid {slot}")]);
}

#[test]
fn a_folder_or_a_file_without_any_such_sheet_is_refused() {
    let (mut desk, folder) = desk();
    let path = folder.path().join("other.csv");
    fs::write(&path, "Name;Phone\nA;1\n").unwrap();
    let station = desk.station().unwrap().0;
    assert_eq!(read(station, &path, Missing::Go).unwrap_err().code, "workbook_empty");
    let empty = folder.path().join("empty");
    fs::create_dir(&empty).unwrap();
    assert_eq!(read(station, &empty, Missing::Go).unwrap_err().code, "workbook_empty");
    let missing = folder.path().join("no/tables");
    assert_eq!(
        workbook::to_file(station, &words(Tongue::En), &missing)
            .unwrap_err()
            .code,
        "folder_not_found"
    );
}
