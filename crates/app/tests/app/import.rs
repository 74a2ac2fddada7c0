//! Others’ schedules as proposals: what is written of a schedule and read again changes nothing; what a file changes is one step.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use arna_app::desk::Hand;
use arna_app::export::{Form, Heads, Naming, Playlist, Playlists, What, playlists, to_file};
use arna_app::import::{self, Asked, DateOf, Format, Imported, Outcome};
use arna_app::planning;
use arna_app::{Desk, Failure, view};
use arna_domain::{
    Airing, BroadcastDate, ChannelId, DateRange, FrameRate, Index, Instant, Language, Origin, Plan, Station, VersionId,
    Zones,
};
use proptest::prelude::*;
use serde_json::Value;
use tempfile::TempDir;

use crate::fixture::fast;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn hand() -> Hand {
    Hand {
        author: "tester".to_owned(),
        at: Instant::parse("2024-07-01T09:00:00+05:00").unwrap(),
    }
}

fn date(text: &str) -> BroadcastDate {
    BroadcastDate::parse(text).unwrap()
}

fn language() -> Language {
    Language::parse("kk").unwrap()
}

/// The sample with the golden plan of 4 July accepted.
fn station() -> Station {
    let json = |path: &str| -> Value { serde_json::from_slice(&fs::read(root().join(path)).unwrap()).unwrap() };
    let mut station = json("sample/station.json");
    station["schedule"] = json("tests/golden/plan.json")["airings"].clone();
    serde_json::from_value(station).unwrap()
}

fn index(station: &Station) -> Index {
    Index::of(station, &Zones::bundled()).unwrap()
}

fn heads() -> Heads {
    let head = str::to_owned;
    Heads {
        date: head("күні"),
        start: head("басталуы"),
        duration: head("ұзақтығы"),
        end: head("аяқталуы"),
        utc_offset: head("UTC ығысуы"),
        title: head("атауы"),
        episode: head("серия"),
        language: head("тілі"),
        version: head("нұсқа"),
        origin: head("шығу себебі"),
    }
}

const FORMS: [&str; 8] = [
    "xmltv",
    "csv",
    "xlsx",
    "bxf",
    "bxf-broadcast",
    "bxf-29.97",
    "bxf-24",
    "ffplayout",
];

/// Writes a channel's dates in a form; where it lies, and how it is read.
fn written(station: &Station, channel: &str, range: DateRange, form: &str, place: &Path) -> (PathBuf, Format) {
    let index = index(station);
    let bxf = |rate, date_of| {
        let form = Form::Bxf {
            rate,
            date_of,
            published: None,
        };
        (form, Format::Bxf(date_of))
    };
    let (form, format) = match form {
        "xmltv" => (Form::Xmltv, Format::Xmltv),
        "csv" => (Form::Csv(Box::new(heads())), Format::Sheet),
        "xlsx" => (Form::Xlsx(Box::new(heads())), Format::Sheet),
        "bxf" => bxf(FrameRate::Fps25, DateOf::Calendar),
        "bxf-broadcast" => bxf(FrameRate::Fps25, DateOf::Broadcast),
        "bxf-29.97" => bxf(FrameRate::Drop2997, DateOf::Calendar),
        "bxf-24" => bxf(FrameRate::Fps24, DateOf::Calendar),
        _ => {
            let wanted = Playlists {
                form: Playlist::Ffplayout,
                channel: channel.to_owned(),
                range,
                language: language(),
                naming: Naming(Some("/play/{version}.mxf".to_owned())),
            };
            let folder = place.join("lists");
            playlists(station, &index, &station.schedule, &wanted, &folder).unwrap();
            return (folder, Format::Ffplayout);
        }
    };
    let what = What::Schedule {
        form,
        channel: channel.to_owned(),
        range,
        language: language(),
    };
    let path = place.join("file");
    to_file(station, &index, &station.schedule, &Zones::bundled(), &what, &path).unwrap();
    (path, format)
}

fn read(station: &Station, channel: &str, (path, format): &(PathBuf, Format)) -> Result<Imported, Failure> {
    let asked = Asked {
        path,
        format: *format,
        channel,
        called: None,
        range: None,
        language: language(),
    };
    import::read(station, &index(station), &Zones::bundled(), &asked)
}

/// What is written and read again is as it is accepted.
fn round_trip(station: &Station, channel: &str, range: DateRange) {
    for form in FORMS {
        let place = tempfile::tempdir().unwrap();
        let imported = read(station, channel, &written(station, channel, range, form, place.path())).unwrap();
        assert_eq!(imported.range, range, "{channel} {form}");
        let difference = &imported.difference;
        assert!(difference.is_empty(), "{channel} {form}: {difference:#?}");
        assert_eq!(imported.totals.left_out(), 0, "{channel} {form}: {:?}", imported.totals);
        assert_eq!(imported.totals.placed, 0, "{channel} {form}");
        assert_eq!(imported.findings, [], "{channel} {form}");
        let own = station
            .schedule
            .iter()
            .filter(|one| one.channel.as_str() == channel && range.holds(one.date));
        assert_eq!(
            imported.plan.airings,
            own.cloned().collect::<Vec<_>>(),
            "{channel} {form}"
        );
    }
}

#[test]
fn what_is_written_of_the_sample_in_any_form_changes_nothing_when_it_is_read() {
    let mut station = station();
    let range = DateRange {
        from: date("2024-07-04"),
        days: 3,
    };
    station.schedule = planned(&station, range).airings;
    for channel in ["khabar.kz", "cctv4.cn", "silkway.kz", "atameken.kz"] {
        round_trip(&station, channel, range);
    }
}

fn planned(station: &Station, range: DateRange) -> Plan {
    planning::calculate(&index(station), &station.schedule, &fast(range), &|_| {
        ControlFlow::Continue(())
    })
    .unwrap()
}

/// The sample with a schedule of versions from a date's beginning on, as far as they fit: each with the pause before it in seconds and
/// the spots after it. Live blocks stand where no version is.
fn scheduled(channel: &str, first: &str, days: u32, pieces: &[(usize, u16, u8)]) -> Station {
    let mut station = station();
    station.schedule.clear();
    station.pins.clear();
    let index = index(&station);
    let clock = &index.channels[index.channel(channel).unwrap().at()].clock;
    let until = clock.day(date(first).plus_days(i64::from(days))).0;
    let versions: Vec<(VersionId, i64, bool)> = index
        .versions
        .iter()
        .map(|one| {
            let number = index.version(one.id.as_str()).unwrap();
            let is_break = index.fillers.contains(&number) || index.campaigns.iter().any(|own| own.version == number);
            (one.id.clone(), one.duration_ms, is_break)
        })
        .collect();
    let fillers: Vec<_> = index
        .fillers
        .iter()
        .map(|number| &index.versions[number.at()])
        .collect();
    let mut at = clock.day(date(first)).0;
    let airing = |at: Instant, lasts: i64, version: Option<&VersionId>, origin: Origin| Airing {
        channel: ChannelId::from(channel),
        date: clock.broadcast_date(at),
        start: at,
        end: at + lasts,
        version: version.cloned(),
        title: version.is_none().then(|| "Жаңалықтар".to_owned()),
        language: None,
        licence: None,
        slot: None,
        origin,
    };
    let mut schedule = Vec::new();
    for &(which, pause, spots) in pieces.iter().cycle().take(400) {
        at = at + i64::from(pause) * 1_000;
        let (id, lasts, is_break) = &versions[which % versions.len()];
        let (lasts, version) = if *is_break || which % 11 == 0 {
            (1_800_000, None)
        } else {
            (*lasts, Some(id))
        };
        if at + lasts > until {
            break;
        }
        let origin = if version.is_none() { Origin::Hold } else { Origin::Pool };
        schedule.push(airing(at, lasts, version, origin));
        at = at + lasts;
        for number in 0..usize::from(spots) {
            let filler = fillers[(which + number) % fillers.len()];
            if version.is_some() && at + filler.duration_ms <= until {
                schedule.push(airing(at, filler.duration_ms, Some(&filler.id), Origin::Filler));
                at = at + filler.duration_ms;
            }
        }
    }
    station.schedule = schedule;
    station
}

#[test]
fn a_schedule_past_midnight_over_a_clock_change_changes_nothing_when_it_is_read() {
    // Kazakhstan's clocks went from UTC+6 to UTC+5 at midnight to 1 March 2024: 23:00 to 24:00 came twice.
    let pieces = [
        (1, 0, 2),
        (5, 700, 0),
        (22, 61, 3),
        (40, 0, 1),
        (17, 1_300, 2),
        (9, 5, 0),
    ];
    for (first, days) in [("2024-02-29", 1), ("2024-02-28", 3)] {
        let station = scheduled("khabar.kz", first, days, &pieces);
        let range = DateRange {
            from: date(first),
            days,
        };
        let hours: Vec<String> = (station.schedule.iter())
            .map(|one| one.start.to_string()[..13].to_owned())
            .collect();
        assert!(hours.iter().any(|hour| hour == "2024-02-29T17") && hours.iter().any(|hour| hour == "2024-02-29T18"));
        round_trip(&station, "khabar.kz", range);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_schedule_changes_nothing_when_it_is_written_and_read(
        pieces in prop::collection::vec((0_usize..2_000, 0_u16..2_000, 0_u8..4), 1..30),
        first in prop::sample::select(vec!["2024-02-28", "2024-02-29", "2024-06-30"]),
        days in 1_u32..3,
    ) {
        let station = scheduled("khabar.kz", first, days, &pieces);
        let dates: std::collections::BTreeSet<_> = station.schedule.iter().map(|one| one.date).collect();
        prop_assume!(dates.len() == days as usize);
        round_trip(&station, "khabar.kz", DateRange { from: date(first), days });
    }
}

const DAY: &str = "\u{feff}date;start;duration;title;episode;language;house number;origin\r
2024-07-04;06:00;2:00:00;Қайырлы таң;;;;hold\r
2024-07-04;12:00;0:30:00;Жаңалықтар;;;;hold\r
2024-07-04;19:15;0:09:13;Xi Jinping’s CLASSICAL quotes;people first;kk;;\r
";

fn sheet(place: &Path, text: &str) -> (PathBuf, Format) {
    let path = place.join("khabar.csv");
    fs::write(&path, text).unwrap();
    (path, Format::Sheet)
}

fn desk() -> (TempDir, Desk) {
    let place = tempfile::tempdir().unwrap();
    let document = place.path().join("s.json");
    fs::write(&document, serde_json::to_string(&station()).unwrap()).unwrap();
    let desk = Desk::import(&document, &place.path().join("s.arna"), &hand(), Zones::bundled()).unwrap();
    (place, desk)
}

/// Keeps what a sheet says as the proposal.
fn proposed(place: &Path, desk: &mut Desk, text: &str) -> Imported {
    let (path, format) = sheet(place, text);
    let asked = Asked {
        path: &path,
        format,
        channel: "khabar.kz",
        called: None,
        range: None,
        language: language(),
    };
    let (imported, calculated) = desk.basis().unwrap().import(&Zones::bundled(), &asked).unwrap();
    desk.keep(calculated).unwrap();
    imported
}

#[test]
fn what_a_sheet_changes_is_pinned_in_one_step_and_taken_back_whole() {
    let (place, mut desk) = desk();
    let before = desk.station().unwrap().0.clone();
    let imported = proposed(place.path(), &mut desk, DAY);
    let totals = imported.totals;
    assert_eq!(
        (totals.kept, totals.placed, totals.left_out()),
        (2, 1, 0),
        "{:#?}",
        imported.rows
    );
    assert_eq!(
        imported.rows[2].outcome,
        Outcome::Placed(Some(VersionId::from("quotes/1/1.kk")))
    );
    assert_eq!(desk.station().unwrap().0, &before, "a proposal changes nothing");

    // It waits in the file as any other does.
    let path = desk.path();
    drop(desk);
    let mut desk = Desk::open(&path, hand().at, Zones::bundled()).unwrap();
    let proposal = desk.proposal().unwrap().unwrap();
    assert_eq!(proposal.file.as_deref(), Some("khabar.csv"));
    assert_eq!(proposal.plan, imported.plan);
    assert_eq!(proposal.difference, imported.difference);
    assert!(
        proposal
            .difference
            .removed
            .iter()
            .all(|one| one.cause.code == "imported")
    );

    let number = desk.revision().unwrap();
    desk.accept(&hand()).unwrap();
    assert_eq!(desk.revision().unwrap(), number + 1, "one step");
    let now = desk.station().unwrap().0.clone();
    let own = now
        .schedule
        .iter()
        .filter(|one| one.channel.as_str() == "khabar.kz" && one.origin.is_programme());
    let own: Vec<&Airing> = own.collect();
    let [quotes] = own.as_slice() else { panic!("{own:#?}") };
    assert_eq!(
        (quotes.origin, quotes.start),
        (Origin::Pin, Instant::parse("2024-07-04T19:15:00+05:00").unwrap())
    );
    assert!(quotes.licence.is_some(), "a run is charged: {quotes:?}");
    assert!(
        now.pins
            .iter()
            .any(|pin| pin.start == quotes.start && Some(&pin.version) == quotes.version.as_ref())
    );
    let others = |station: &Station| -> Vec<Airing> {
        let others = station
            .schedule
            .iter()
            .filter(|one| one.channel.as_str() != "khabar.kz");
        others.cloned().collect()
    };
    assert_eq!(others(&now), others(&before));

    // Reading it again changes nothing, and so is no step.
    proposed(place.path(), &mut desk, DAY);
    assert_eq!(desk.accept(&hand()).unwrap_err().code, "import_nothing_new");
    desk.discard().unwrap();
    desk.undo(&hand()).unwrap();
    assert_eq!(desk.station().unwrap().0, &before);
}

#[test]
fn a_pin_that_a_file_brings_outlives_calculations_and_one_that_it_replaces_does_not() {
    let (place, mut desk) = desk();
    proposed(place.path(), &mut desk, DAY);
    desk.accept(&hand()).unwrap();
    let second = DAY.replace("2024-07-04;19:15;0:09:13", "2024-07-04;20:30;0:09:13");
    proposed(place.path(), &mut desk, &second);
    desk.accept(&hand()).unwrap();
    let range = DateRange {
        from: date("2024-07-04"),
        days: 1,
    };
    let plan = planned(desk.station().unwrap().0, range);
    let pins = plan
        .airings
        .iter()
        .filter(|one| one.origin == Origin::Pin && one.channel.as_str() == "khabar.kz");
    let pins: Vec<String> = pins.map(|one| one.start.to_string()).collect();
    assert_eq!(pins, ["2024-07-04T15:30:00Z"]);
}

#[test]
fn what_is_not_recognised_is_told_with_its_cell_and_never_dropped_unseen() {
    let (place, mut desk) = desk();
    let text = format!(
        "{DAY}2024-07-04;20:00;0:30:00;Классические цытаты Си Цзиньпина;;ru;;\r
2024-07-04;20:30;0:10:00;Классические цитаты Си Цзиньпина;;ru;;\r
2024-07-04;21:00;0:10:00;Nobody knows it;;;;\r
2024-07-04;soon;0:10:00;Nobody reads it;;;;\r
2024-07-04;22:00;0:09:13;;;;XQ-0101-kk;\r
"
    );
    let imported = proposed(place.path(), &mut desk, &text);
    let told: Vec<String> = (imported.rows.iter())
        .map(|row| format!("{} {}", row.at.shown(), row.outcome.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            "A2 kept",
            "A3 kept",
            "A4 placed",
            "A5 unknown",
            "A6 ambiguous",
            "A7 unknown",
            "A9 placed"
        ]
    );
    assert_eq!(
        imported.rows[3].outcome,
        Outcome::Unknown(Some("Классические цитаты Си Цзиньпина".to_owned()))
    );
    let Outcome::Ambiguous(some, all) = &imported.rows[4].outcome else {
        panic!("{:?}", imported.rows[4])
    };
    assert!(
        some.len() == 8 && *all > 8 && some[0].as_str() == "quotes/1/1.ru",
        "{some:?} {all}"
    );
    assert_eq!(
        imported.rows[6].outcome,
        Outcome::Placed(Some(VersionId::from("quotes/1/1.kk")))
    );
    assert_eq!(imported.totals.unread, 1, "{:?}", imported.remarks);
    assert_eq!(imported.totals.left_out(), 4);
    let codes: Vec<&str> = imported.findings.iter().map(|one| one.code.as_str()).collect();
    assert!(
        codes.starts_with(&["import_unknown", "import_ambiguous", "import_unknown"]),
        "{codes:?}"
    );
    let waiting = desk.proposal().unwrap().unwrap();
    let (station, index) = desk.station().unwrap();
    let shown = view::proposal(&waiting, station, index);
    let told: Vec<&str> = shown.told.iter().map(|one| one.code.as_str()).collect();
    assert_eq!(
        (shown.file.as_deref(), told),
        (
            Some("khabar.csv"),
            vec!["import_unknown", "import_ambiguous", "import_unknown"]
        ),
        "the window tells it too"
    );
}

#[track_caller]
fn refused(text: &str, channel: &str) -> Failure {
    let place = tempfile::tempdir().unwrap();
    read(&station(), channel, &sheet(place.path(), text)).unwrap_err()
}

#[test]
fn two_things_at_once_are_refused_with_their_cells() {
    let overlapping = format!("{DAY}2024-07-04;19:20;0:09:13;Xi Jinping’s Classical Quotes;People first;kk;;\r\n");
    let failure = refused(&overlapping, "khabar.kz");
    assert_eq!(failure.code, "import_overlaps");
    let [detail] = failure.details.as_slice() else {
        panic!("{failure:?}")
    };
    assert_eq!(
        (detail.path.as_str(), detail.values["until"].as_str()),
        ("A5", Some("19:24:13"))
    );
    // A programme lasts as long as its version, whatever the file says.
    let squeezed = format!("{DAY}2024-07-04;19:18;0:30:00;Жаңалықтар;;;;hold\r\n").replace("0:09:13", "0:03:00");
    // Its title has three seasons with an episode of that title, and the length no longer tells which.
    let squeezed = squeezed.replace(";kk;;", ";kk;XQ-0101-KK;");
    assert_eq!(refused(&squeezed, "khabar.kz").details[0].path, "A5");
}

#[test]
fn other_channels_dates_without_a_word_and_what_has_aired_are_refused() {
    let named = DAY
        .lines()
        .enumerate()
        .map(|(at, line)| format!("{line};{}", if at == 0 { "channel" } else { "Silk Way" }));
    let named = named.collect::<Vec<_>>().join("\r\n");
    let failure = refused(&named, "khabar.kz");
    assert_eq!(
        (failure.code.as_str(), failure.args["found"].as_str()),
        ("import_other_channel", Some("Silk Way"))
    );
    let gap = format!("{DAY}2024-07-06;06:00;2:00:00;Қайырлы таң;;;;hold\r\n");
    let failure = refused(&gap, "khabar.kz");
    assert_eq!(
        (failure.code.as_str(), failure.args["dates"].as_str()),
        ("import_dates_untold", Some("2024-07-05"))
    );
    let aired = DAY.replace("2024-07-04", "2024-06-14");
    assert_eq!(refused(&aired, "khabar.kz").code, "day_aired");
    let years = format!("{DAY}2044-07-04;06:00;2:00:00;Қайырлы таң;;;;hold\r\n");
    assert_eq!(refused(&years, "khabar.kz").code, "range_too_long");
    assert_eq!(refused("date;start;title\n", "khabar.kz").code, "import_empty");
    assert_eq!(refused(DAY, "nobody.kz").code, "unknown_channel");
}

#[test]
fn a_file_that_is_accepted_by_days_waits_with_the_rest() {
    let (place, mut desk) = desk();
    let two = format!(
        "{DAY}{}",
        DAY.split_once('\n').unwrap().1.replace("2024-07-04", "2024-07-05")
    );
    proposed(place.path(), &mut desk, &two);
    let day = |text: &str| [(ChannelId::from("khabar.kz"), date(text))].into();
    desk.accept_days(&day("2024-07-05"), &hand()).unwrap();
    let pins = |desk: &mut Desk| -> Vec<String> {
        let pins = desk.station().unwrap().0.pins.iter();
        pins.map(|pin| pin.start.to_string()).collect()
    };
    assert!(pins(&mut desk).contains(&"2024-07-05T14:15:00Z".to_owned()));
    assert!(!pins(&mut desk).contains(&"2024-07-04T14:15:00Z".to_owned()));
    let rest = desk.proposal().unwrap().unwrap();
    assert_eq!((rest.stale, rest.file.as_deref()), (false, Some("khabar.csv")));
    desk.accept_days(&day("2024-07-04"), &hand()).unwrap();
    assert!(pins(&mut desk).contains(&"2024-07-04T14:15:00Z".to_owned()));
    assert!(desk.proposal().unwrap().is_none());
}

#[test]
fn what_a_file_is_written_in_is_seen_by_its_ending_and_its_beginning() {
    let place = TempDir::new().unwrap();
    let utf_16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    for (name, holds, expected) in [
        (
            "a.xml",
            b"<?xml version=\"1.0\"?>\n<!DOCTYPE tv>\n<tv>".to_vec(),
            Some(Format::Xmltv),
        ),
        (
            "b.XML",
            b"<tv\ngenerator-info-name=\"x\"/>".to_vec(),
            Some(Format::Xmltv),
        ),
        (
            "c.xml",
            b"<!-- a guide --><x:BxfMessage xmlns:x=\"y\">".to_vec(),
            Some(Format::Bxf(DateOf::Calendar)),
        ),
        (
            "d.bxf",
            utf_16("\u{feff}<?xml?><BxfMessage>"),
            Some(Format::Bxf(DateOf::Calendar)),
        ),
        ("e.xml", b"<html><tv>".to_vec(), None),
        ("f.xml", Vec::new(), None),
        ("g.csv", Vec::new(), Some(Format::Sheet)),
        ("h.ods", Vec::new(), Some(Format::Sheet)),
        ("i.json", Vec::new(), Some(Format::Ffplayout)),
        ("j.pdf", b"<tv>".to_vec(), None),
        ("tv", b"<tv>".to_vec(), None),
    ] {
        let path = place.path().join(name);
        fs::write(&path, holds).unwrap();
        assert_eq!(Format::recognised(&path), expected, "{name}");
    }
    assert_eq!(Format::recognised(place.path()), Some(Format::Ffplayout));
    assert_eq!(Format::recognised(&place.path().join("nothing.xml")), None);
}
