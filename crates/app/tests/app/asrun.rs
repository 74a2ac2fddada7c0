//! As-run logs beside the sample’s 4 July on Khabar, and what taking them over does.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use arna_app::asrun::{self, Asked, Outcome, Report};
use arna_app::desk::Hand;
use arna_app::ops::as_run::{self, Sureness};
use arna_app::ops::catalogue;
use arna_app::{Desk, Failure};
use arna_domain::{Airing, BroadcastDate, DateRange, Index, Instant, Language, Station, Zones};
use proptest::prelude::*;
use serde_json::Value;
use tempfile::TempDir;

use crate::fixture::around;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn log_at(name: &str) -> PathBuf {
    root().join("crates/exchange/tests/fixtures/asrun").join(name)
}

fn hand() -> Hand {
    Hand {
        author: "tester".to_owned(),
        at: Instant::parse("2024-07-05T09:00:00+05:00").unwrap(),
    }
}

fn date(text: &str) -> BroadcastDate {
    BroadcastDate::parse(text).unwrap()
}

/// The sample with the golden plan of 4 July accepted.
fn station() -> (Station, Index) {
    let json = |path: &str| -> Value { serde_json::from_slice(&fs::read(root().join(path)).unwrap()).unwrap() };
    let mut station = json("sample/station.json");
    station["schedule"] = json("tests/golden/plan.json")["airings"].clone();
    let station: Station = serde_json::from_value(station).unwrap();
    let index = Index::of(&station, &Zones::bundled()).unwrap();
    (station, index)
}

fn desk() -> (TempDir, Desk) {
    let place = tempfile::tempdir().unwrap();
    let document = place.path().join("s.json");
    fs::write(&document, serde_json::to_string(&station().0).unwrap()).unwrap();
    let desk = Desk::import(&document, &place.path().join("s.arna"), &hand(), Zones::bundled()).unwrap();
    (place, desk)
}

fn report_of(
    station: &Station,
    index: &Index,
    log: &Path,
    mapping: &str,
    day: Option<&str>,
) -> Result<Report, Failure> {
    let asked = Asked {
        station,
        index,
        channel: "khabar.kz",
        date: day.map(date),
    };
    let mapping = asrun::mapping(mapping)?;
    let log = asrun::read(log, &mapping, &asked, &Zones::bundled())?;
    asrun::report(&log, &mapping, &asked)
}

fn overrun() -> Report {
    let (station, index) = station();
    report_of(&station, &index, &log_at("khabar-overrun.log"), "fixed", None).unwrap()
}

fn shown(report: &Report) -> String {
    let mut text = String::new();
    for item in &report.items {
        let due = item.due.as_ref().map_or("-".to_owned(), |due| {
            let what = due.version.as_ref().map(ToString::to_string).or(due.title.clone());
            format!("{} {}", &due.start.to_string()[11..19], what.unwrap_or_default())
        });
        let aired = item.aired.as_ref().map_or("-".to_owned(), |aired| {
            let what = aired.version.as_ref().map(ToString::to_string).or(aired.title.clone());
            format!("{} {}", &aired.start.to_string()[11..19], what.unwrap_or_default())
        });
        let how = match &item.outcome {
            Outcome::Aired { by, late_ms, longer_ms } => {
                format!(
                    "{} late {} longer {:?}",
                    by.as_str(),
                    late_ms / 1_000,
                    longer_ms.map(|ms| ms / 1_000)
                )
            }
            Outcome::OtherVersion { late_ms, .. } | Outcome::Replaced { late_ms } => {
                format!("late {}", late_ms / 1_000)
            }
            Outcome::Missing { status } => format!("{status:?}"),
            Outcome::Untold | Outcome::Extra => String::new(),
        };
        writeln!(text, "{} | {due} | {aired} | {how}", item.outcome.as_str()).unwrap();
    }
    text
}

#[test]
fn a_live_overrun_shifts_what_follows_and_everything_is_matched_in_order() {
    let report = overrun();
    assert_eq!(
        shown(&report),
        "\
aired | 01:00:00 Қайырлы таң | 01:00:00 Қайырлы таң | title late 0 longer Some(0)
aired | 03:00:00 museum-hour/1/10.ru | 03:00:22 museum-hour/1/10.ru | title late 22 longer Some(0)
aired | 04:00:00 little-saiga/1/19.kk | 04:00:33 little-saiga/1/19.kk | title late 33 longer Some(60)
replaced | 04:30:00 caspian-shore/1/6.ru | 04:30:44 Дала әуендері | late 44
aired | 05:00:00 film-painter/1/1.kk | 05:00:00 film-painter/1/1.kk | title late 0 longer Some(0)
aired | 07:00:00 Жаңалықтар | 07:00:00 Жаңалықтар | title late 0 longer Some(0)
aired | 07:30:00 house-of-tea/1/4.kk | 07:30:22 house-of-tea/1/4.kk | title late 22 longer Some(0)
aired | 08:30:00 steppe-winds/1/1.kk | 08:30:33 steppe-winds/1/1.kk | title late 33 longer Some(0)
aired | 09:30:00 Түскі сұхбат | 09:30:00 Түскі сұхбат | title late 0 longer Some(0)
aired | 11:00:00 steppe-letters/1/4.kk | 11:00:00 steppe-letters/1/4.kk | title late 0 longer Some(0)
aired | 12:00:00 taste/1/11.kk | 12:00:11 taste/1/11.kk | title late 11 longer Some(0)
aired | 12:30:00 master-hands/1/6.ru | 12:30:22 master-hands/1/6.ru | title late 22 longer Some(0)
aired | 13:00:00 Кешкі жаңалықтар | 13:00:00 Кешкі жаңалықтар | title late 0 longer Some(5400)
aired | 14:00:00 quotes/1/4.kk | 15:30:14 quotes/1/4.kk | house_number late 5414 longer Some(0)
aired | 14:15:00 great-library/1/6.ru | 15:45:21 great-library/1/6.ru | title late 5421 longer Some(0)
aired | 15:00:00 steppe-letters/1/5.kk | 16:30:00 steppe-letters/1/5.kk | title late 5400 longer Some(0)
other_version | 16:00:00 common-dream/1/1.kk | 17:30:07 common-dream/1/1.ru | late 5407
aired | 16:30:00 city-stories/1/8.ru | 18:00:14 city-stories/1/8.ru | title late 5414 longer Some(0)
aired | 17:00:00 Күн қорытындысы | 18:30:21 Күн қорытындысы | title late 5421 longer Some(0)
aired | 18:00:00 film-winter/1/1.kk | 19:30:00 film-winter/1/1.kk | title late 5400 longer Some(0)
aired | 20:00:00 city-stories/1/8.ru | 21:30:07 city-stories/1/8.ru | title late 5407 longer Some(0)
aired | 21:00:00 steppe-letters/1/5.kk | 22:30:14 steppe-letters/1/5.kk | title late 5414 longer Some(0)
replaced | 22:00:00 film-horse/1/1.kk | 23:20:00 Музыкалық үзіліс | late 4800
aired | 00:00:00 railway-east/1/5.kk | 00:00:00 railway-east/1/5.kk | title late 0 longer Some(0)
"
    );
    let totals = report.totals;
    assert_eq!(
        (
            totals.due,
            totals.aired,
            totals.replaced,
            totals.other_version,
            totals.missing,
            totals.untold,
            totals.extra
        ),
        (24, 21, 2, 1, 0, 0, 0)
    );
    assert!(!report.is_doubtful);
    assert_eq!(report.unread, 1, "a row with 61 minutes");
}

#[test]
fn what_aired_becomes_history_in_one_step_and_undo_brings_everything_back() {
    let (_place, mut desk) = desk();
    let before = desk.station().unwrap().0.clone();
    let (station, index) = desk.station().unwrap();
    let report = overrun();
    let doubtful = as_run::accept(station, index, &report, Sureness::AsReported).unwrap_err();
    assert_eq!(doubtful.code, "asrun_doubtful", "a row could not be read");
    let (op, taken) = as_run::accept(station, index, &report, Sureness::Anyway).unwrap();
    desk.transact(&op, &hand()).unwrap();

    let after = desk.station().unwrap().0.clone();
    let own: Vec<_> = after
        .history
        .iter()
        .filter(|one| one.start > Instant::parse("2024-07-04T00:00:00Z").unwrap())
        .collect();
    assert!(own.iter().copied().eq(&taken.history));
    let versions: Vec<&str> = own.iter().map(|one| one.version.as_str()).collect();
    assert_eq!(own.len(), 17);
    assert!(versions.contains(&"common-dream/1/1.ru") && !versions.contains(&"common-dream/1/1.kk"));
    assert!(!versions.contains(&"film-horse/1/1.kk") && !versions.contains(&"caspian-shore/1/6.ru"));
    let quotes = own.iter().find(|one| one.version.as_str() == "quotes/1/4.kk").unwrap();
    assert_eq!(quotes.start, Instant::parse("2024-07-04T20:30:14+05:00").unwrap());
    assert_eq!(quotes.licence.as_ref().unwrap().as_str(), "quotes-kz-12");
    assert!(!quotes.repeat, "a sequel moves its strand on");
    let repeats = own
        .iter()
        .filter(|one| one.version.as_str() == "steppe-letters/1/5.kk")
        .map(|one| one.repeat);
    assert_eq!(repeats.collect::<Vec<_>>(), [false, true]);

    // The schedule says the same, nothing overlaps, and what else there is stays.
    let khabar = |station: &Station| -> Vec<Airing> {
        station
            .schedule
            .iter()
            .filter(|one| one.channel.as_str() == "khabar.kz")
            .cloned()
            .collect()
    };
    let scheduled = khabar(&after);
    let programmes: Vec<_> = scheduled
        .iter()
        .filter(|one| one.origin.is_programme())
        .map(|one| one.start)
        .collect();
    assert_eq!(programmes, own.iter().map(|one| one.start).collect::<Vec<_>>());
    assert!(
        scheduled.windows(2).all(|two| two[0].end <= two[1].start),
        "{scheduled:?}"
    );

    // What has aired is told of as far as rights go, and counts once.
    let range = DateRange {
        from: date("2024-07-04"),
        days: 1,
    };
    let review = desk.review(range).unwrap();
    let codes: Vec<_> = review
        .findings
        .iter()
        .filter(|one| {
            one.place
                .channel
                .as_ref()
                .is_some_and(|own| own.as_str() == "khabar.kz")
        })
        .map(|one| one.code.as_str())
        .collect();
    assert!(
        !codes.contains(&"too_long") && !codes.contains(&"overlaps") && !codes.contains(&"runs_exhausted"),
        "{codes:?}"
    );
    assert!(
        review.open.iter().all(|open| !open.slot.as_str().starts_with("khabar")),
        "{:?}",
        review.open
    );

    let (station, index) = desk.station().unwrap();
    let again = report_of(station, index, &log_at("khabar-overrun.log"), "fixed", None).unwrap();
    assert_eq!(
        (again.totals.aired, again.totals.on_time, again.totals.missing),
        (22, 22, 0)
    );
    let nothing = as_run::accept(station, index, &again, Sureness::Anyway).unwrap_err();
    assert_eq!(nothing.code, "asrun_nothing_new");

    desk.undo(&hand()).unwrap().unwrap();
    assert_eq!(*desk.station().unwrap().0, before);
    desk.redo(&hand()).unwrap().unwrap();
    assert_eq!(*desk.station().unwrap().0, after);
}

#[test]
fn what_aired_late_is_repeated_the_next_day_and_charged_once() {
    let (_place, mut desk) = desk();
    let policy = arna_app::planning::Policy {
        range: DateRange {
            from: date("2024-07-05"),
            days: 2,
        },
        seed: 0,
        effort: arna_app::planning::Effort::Fast,
        threads: std::num::NonZeroUsize::MIN,
        proof: arna_app::planning::Proof::Spared,
    };
    let planned = |desk: &mut Desk| {
        let (station, index) = desk.station().unwrap();
        let go_on = |_| std::ops::ControlFlow::Continue(());
        arna_app::planning::calculate(index, &station.schedule, &policy, &go_on).unwrap()
    };
    let unrepeated = |plan: &arna_domain::Plan| {
        let open = plan.open.iter().flat_map(|open| &open.refusals);
        open.filter(|refusal| refusal.code == "nothing_to_repeat").count()
    };
    // Those of a strand: what a pool shows is another matter.
    let repeated = |plan: &arna_domain::Plan| {
        let repeats = plan
            .airings
            .iter()
            .filter(|one| one.origin == arna_domain::Origin::Repeat);
        let names = repeats.filter_map(|one| Some((one.start, one.version.as_ref()?.to_string())));
        names
            .filter(|(_, version)| version.starts_with("steppe-letters"))
            .collect::<Vec<_>>()
    };
    let before = planned(&mut desk);
    let (station, index) = desk.station().unwrap();
    let (op, _) = as_run::accept(station, index, &overrun(), Sureness::Anyway).unwrap();
    desk.transact(&op, &hand()).unwrap();
    let after = planned(&mut desk);
    let late = (
        Instant::parse("2024-07-05T16:00:00+05:00").unwrap(),
        "steppe-letters/1/5.kk".to_owned(),
    );
    assert!(repeated(&before).contains(&late));
    assert_eq!(
        (unrepeated(&after), repeated(&after)),
        (unrepeated(&before), repeated(&before))
    );
}

/// A log in commas.
fn written(rows: &[(Instant, Instant, String, String)]) -> String {
    let mut text = "Date,Start,Duration,House ID,Title,Status,Type\n".to_owned();
    let zone = Zones::bundled().named("Asia/Almaty").unwrap();
    let clock = |ms: i64| format!("{:02}:{:02}:{:02}", ms / 3_600_000, ms / 60_000 % 60, ms / 1_000 % 60);
    for (start, end, house, title) in rows {
        let wall = zone.wall(*start);
        let (start, lasts) = (clock(wall.ms_of_day), clock(*end - *start));
        writeln!(text, "{},{start},{lasts},{house},\"{title}\",OK,Program", wall.date).unwrap();
    }
    text
}

fn csv_report(text: &str, day: Option<&str>) -> Result<Report, Failure> {
    let (station, index) = station();
    let place = tempfile::tempdir().unwrap();
    let log = place.path().join("log.csv");
    fs::write(&log, text).unwrap();
    report_of(&station, &index, &log, "csv", day)
}

/// What is accepted on Khabar on 4 July, with the titles and numbers that a log would give.
fn due() -> Vec<(Airing, String, String)> {
    let (station, _) = station();
    let mut all = Vec::new();
    for airing in &station.schedule {
        if airing.channel.as_str() != "khabar.kz" || airing.origin.is_break() {
            continue;
        }
        let (mut title, mut house) = (airing.title.clone().unwrap_or_default(), String::new());
        for programme in &station.programmes {
            for season in &programme.seasons {
                for episode in &season.episodes {
                    for version in &episode.versions {
                        if Some(&version.id) == airing.version.as_ref() {
                            title = programme.title.0.values().next().unwrap().clone();
                            house = version.house_number.clone().unwrap_or_default();
                        }
                    }
                }
            }
        }
        all.push((airing.clone(), house, title));
    }
    all
}

#[test]
fn a_log_of_something_else_is_refused_in_words() {
    let code = |result: Result<Report, Failure>| result.unwrap_err().code;
    let (station, index) = station();
    let of = |log: &str, mapping: &str, day| code(report_of(&station, &index, &log_at(log), mapping, day));
    assert_eq!(of("silkway.bxf.xml", "bxf", None), "asrun_other_channel");
    assert_eq!(of("khabar-overrun.log", "fixed", Some("2024-07-06")), "asrun_other_day");
    assert_eq!(of("clock-change.csv", "csv", None), "asrun_nothing_due");
    assert_eq!(of("khabar-overrun.log", "runes", None), "unknown_mapping");
    assert_eq!(
        code(csv_report("Date,Start,Duration,House ID,Title,Status,Type\n", None)),
        "asrun_empty"
    );

    let rows: Vec<_> = due()
        .into_iter()
        .map(|(one, house, title)| (one.start, one.end, house, title))
        .collect();
    let strange: Vec<_> = rows
        .iter()
        .map(|(start, end, _, _)| (*start, *end, String::new(), format!("Other {start}")))
        .collect();
    assert_eq!(code(csv_report(&written(&strange), None)), "asrun_no_match");
    let mut twice = rows.clone();
    twice.extend(
        rows.iter()
            .map(|(start, end, house, title)| (*start + 1_000, *end + 1_000, house.clone(), title.clone())),
    );
    assert_eq!(code(csv_report(&written(&twice), None)), "asrun_overlapping");

    // Mostly another day's: told of, and taken over only by whoever is sure.
    let mut few = strange;
    few[..2].clone_from_slice(&rows[..2]);
    let report = csv_report(&written(&few), None).unwrap();
    assert!(report.is_doubtful, "{:?}", report.totals);
    assert_eq!(
        as_run::accept(&station, &index, &report, Sureness::AsReported)
            .unwrap_err()
            .code,
        "asrun_doubtful"
    );
}

#[test]
fn two_channels_in_one_log_are_told_apart_and_what_it_does_not_reach_is_not_missing() {
    let (station, index) = station();
    let report = report_of(
        &station,
        &index,
        &log_at("two-channels-1251.csv"),
        "semicolon-1251",
        None,
    )
    .unwrap();
    assert_eq!(
        report.other_channels.clone().into_iter().collect::<Vec<_>>(),
        [("Атамекен".to_owned(), 1)]
    );
    assert_eq!(report.totals.untold, 16, "the log begins at 21:00");
    let (op, taken) = as_run::accept(&station, &index, &report, Sureness::Anyway).unwrap();
    let kept = station.schedule.iter().filter(|one| {
        one.channel.as_str() == "khabar.kz" && one.start < Instant::parse("2024-07-04T20:50:00+05:00").unwrap()
    });
    assert!(
        kept.clone().all(|one| taken.schedule.contains(one)),
        "what was not told of stays"
    );
    assert_eq!(op.code, "accept_as_run");
}

#[test]
fn a_run_that_no_licence_has_is_a_finding() {
    let (mut station, _) = station();
    station.licences.retain(|licence| licence.id.as_str() != "quotes-kz-12");
    for airing in &mut station.schedule {
        airing.licence = airing.licence.take().filter(|own| own.as_str() != "quotes-kz-12");
    }
    for aired in &mut station.history {
        aired.licence = aired.licence.take().filter(|own| own.as_str() != "quotes-kz-12");
    }
    let index = Index::of(&station, &Zones::bundled()).unwrap();
    let report = report_of(&station, &index, &log_at("khabar-overrun.log"), "fixed", None).unwrap();
    let taken = as_run::taken(&station, &index, &report).unwrap();
    let told: Vec<_> = taken
        .findings
        .iter()
        .map(|one| (one.code.as_str(), one.place.version.as_ref().unwrap().as_str()))
        .collect();
    assert!(told.contains(&("asrun_unlicensed", "quotes/1/4.kk")), "{told:?}");
    let runs = taken
        .runs
        .iter()
        .find(|one| one.version.as_str() == "common-dream/1/1.ru");
    assert!(runs.is_none_or(|one| one.taken >= 1));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    /// However late, longer or shorter each was: a log that is written from a schedule, in order, has all of it and nothing else.
    #[test]
    fn a_schedule_that_aired_late_is_found_whole(late in prop::collection::vec((-300_i64..2_400, -60_i64..600, any::<bool>()), 24)) {
        let due = due();
        let mut rows: Vec<(Instant, Instant, String, String)> = Vec::new();
        for ((one, house, title), (late_s, longer_s, by_number)) in due.iter().zip(&late) {
            let after = rows.last().map_or(one.start - 300_000, |before| before.1);
            let start = (one.start + late_s * 1_000).max(after);
            let end = (start + 30_000).max(start + (one.end - one.start) + longer_s * 1_000);
            let house = if *by_number { house.clone() } else { String::new() };
            rows.push((start, end, house, title.clone()));
        }
        // The first may not begin on the day before.
        let begins = due[0].0.start;
        rows[0].0 = rows[0].0.max(begins);
        rows[0].1 = rows[0].1.max(rows[0].0 + 1_000);
        let report = csv_report(&written(&rows), Some("2024-07-04")).unwrap();
        let totals = report.totals;
        prop_assert_eq!((totals.aired, totals.missing, totals.extra, totals.replaced, totals.untold), (24, 0, 0, 0, 0), "{}", shown(&report));
    }
}

/// What became of the accepted airings of a version.
fn outcome_of<'r>(report: &'r Report, version: &str) -> Vec<&'r Outcome> {
    let own = report.items.iter().filter(|item| {
        let due = item.due.as_ref().and_then(|due| due.version.as_ref());
        due.is_some_and(|one| one.as_str() == version)
    });
    own.map(|item| &item.outcome).collect()
}

#[test]
fn a_log_is_laid_beside_what_the_channel_was_sent_whatever_became_of_the_catalogue() {
    let (place, mut desk) = desk();
    let day = DateRange {
        from: date("2024-07-04"),
        days: 1,
    };
    desk.publish("khabar.kz", day, &hand(), &around).unwrap();
    // As it was sent, so it aired.
    let rows: Vec<_> = due()
        .into_iter()
        .map(|(one, house, title)| (one.start, one.end, house, title))
        .collect();
    let log = place.path().join("log.csv");
    fs::write(&log, written(&rows)).unwrap();
    // Since then a programme was taken out with its airings, and a version and its programme are called otherwise.
    let english = Language::parse("en").unwrap();
    let (station, index) = desk.station().unwrap();
    let gone = ["programme:house-of-tea".to_owned()];
    let op = catalogue::remove(station, index, &gone, catalogue::Manner::WithAll, &english).unwrap();
    desk.transact(&op, &hand()).unwrap();
    let field = |key: &str, field: &str, language: Option<&str>, value: &str| catalogue::FieldEdit {
        key: key.to_owned(),
        field: field.to_owned(),
        language: language.map(str::to_owned),
        value: value.to_owned(),
    };
    let mut edits = vec![field("version:quotes/1/4.kk", "house_number", None, "NEW-1")];
    edits.extend(["en", "kk", "ru", "zh"].map(|tag| field("programme:quotes", "title", Some(tag), "Otherwise")));
    let (station, index) = desk.station().unwrap();
    let op = catalogue::set_fields(station, index, &edits, &english).unwrap();
    desk.transact(&op, &hand()).unwrap();

    let sent = desk.sent("khabar.kz", None).unwrap();
    let (station, index) = desk.station().unwrap();
    let asked = Asked {
        station,
        index,
        channel: "khabar.kz",
        date: None,
    };
    let mapping = asrun::mapping("csv").unwrap();
    let zones = Zones::bundled();
    let beside = asrun::reconcile(&log, &mapping, &asked, Some(&sent), &zones).unwrap();
    assert_eq!(
        (sent.number, beside.report.totals.on_time),
        (1, rows.len()),
        "{}",
        shown(&beside.report)
    );
    assert!(matches!(
        outcome_of(&beside.report, "house-of-tea/1/4.kk")[..],
        [Outcome::Aired { .. }]
    ));

    // Beside what is accepted it aired unasked, and what is called otherwise now is not known again by its name.
    let accepted = asrun::reconcile(&log, &mapping, &asked, None, &zones).unwrap().report;
    assert!(outcome_of(&accepted, "house-of-tea/1/4.kk").is_empty());
    assert!(accepted.totals.on_time < rows.len(), "{}", shown(&accepted));
    // What is taken over is the accepted schedule, whatever the log is laid beside.
    assert_eq!(beside.of_accepted.unwrap().0, accepted);
    assert_eq!(desk.sent("khabar.kz", Some(2)).unwrap_err().code, "no_revision");
}
