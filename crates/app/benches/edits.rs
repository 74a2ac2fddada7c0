//! What an edit, a verdict and a search cost on a large station: the sample ten times beside itself, 40 channels, 28 days; and a
//! catalogue of 100,000 episodes.
//!
//! Prints for each the median, the 95th percentile and the most, in milliseconds.
//! `cargo bench -p arna-app --bench edits`

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench reports to a person and may stop at the first surprise"
)]

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::time::Instant as Clock;

use arna_app::desk::Hand;
use arna_app::ops::airings::{AtAsked, Collision, Edit, Spot, Times, op};
use arna_app::planning::{Effort, Policy, Proof};
use arna_app::verdict::verdict;
use arna_app::{Desk, view};
use arna_domain::{Airing, BroadcastDate, DateRange, Instant, Language, Zones};

const TIMES: usize = 10;
const DAYS: u32 = 28;
const EDITS: usize = 60;
const EPISODES: usize = 100_000;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let document: serde_json::Value = serde_json::from_str(arna_app::desk::SAMPLE).unwrap();
    let station = arna_sample::side_by_side(&document, TIMES);
    let (from, to) = (folder.path().join("s.json"), folder.path().join("s.arna"));
    std::fs::write(&from, station.to_string()).unwrap();
    let hand = Hand {
        author: "bench".to_owned(),
        at: Instant::from_ms(1_719_792_000_000),
    };
    let mut desk = Desk::import(&from, &to, &hand, Zones::bundled()).unwrap();
    let range = DateRange::new(BroadcastDate::parse("2024-07-01").unwrap(), DAYS).unwrap();
    let policy = Policy {
        range,
        seed: 0,
        effort: Effort::Fast,
        threads: NonZeroUsize::new(2).unwrap(),
        proof: Proof::Spared,
    };
    desk.calculate(&policy, &|_| ControlFlow::Continue(())).unwrap();
    desk.accept(&hand).unwrap();
    let english = Language::parse("en").unwrap();
    let (station, _) = desk.station().unwrap();
    let bodies: Vec<Airing> = station
        .schedule
        .iter()
        .filter(|one| one.origin.is_programme())
        .cloned()
        .collect();
    println!(
        "{} channels, {} airings, {} of them programmes",
        station.channels.len(),
        station.schedule.len(),
        bodies.len()
    );
    println!("| what | median ms | p95 | most |\n|---|---|---|---|");
    let step = bodies.len() / EDITS;
    let (mut edits, mut undos, mut verdicts, mut weeks, mut days) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for one in bodies.iter().step_by(step) {
        let edit = |minutes: i32| Edit::Move {
            airings: vec![AtAsked {
                channel: one.channel.to_string(),
                starts: one.start.to_string(),
            }],
            to: Spot {
                channel: one.channel.to_string(),
                date: one.date.to_string(),
                time: Times::By(minutes),
            },
        };
        let (station, index) = desk.station().unwrap();
        let far = edit(95);
        verdicts.push(timed(|| {
            verdict(station, index, &|collision| {
                op(station, index, &far, collision, &english)
            })
        }));
        let near = edit(1);
        edits.push(timed(|| {
            let (station, index) = desk.station().unwrap();
            let op = op(station, index, &near, Collision::Replace, &english).unwrap();
            desk.transact(&op, &hand).unwrap();
        }));
        weeks.push(timed(|| {
            let (station, index) = desk.station().unwrap();
            view::week(
                station,
                index,
                index.channel(one.channel.as_str()).unwrap(),
                one.date.monday(),
                &english,
            )
        }));
        days.push(timed(|| {
            let (station, index) = desk.station().unwrap();
            view::day(station, index, one.date, &english)
        }));
        undos.push(timed(|| desk.undo(&hand).unwrap()));
    }
    row("verdict of a drag, with every choice where it collides", verdicts);
    row("an edit: airing, pin, breaks, file, index", edits);
    row("its undo", undos);
    row("the week's view after it", weeks);
    row("the day's view of all channels after it", days);
    row(
        "where a programme airs",
        (0..20)
            .map(|_| {
                let (station, index) = desk.station().unwrap();
                timed(|| view::airs(station, index, station.programmes[3].id.as_str(), &english))
            })
            .collect(),
    );
    searches(folder.path(), &hand);
}

fn searches(folder: &std::path::Path, hand: &Hand) {
    let titles = [
        "Bond with China",
        "Жібек жолы",
        "Степные ветра",
        "丝路记忆",
        "Golden Man",
        "Night Sky",
    ];
    let season = |p: usize| -> Vec<serde_json::Value> {
        (0..100)
            .map(|e| serde_json::json!({ "id": format!("p{p}/1/{e}"), "number": e + 1,
                "title": { "en": format!("{} {p} part {e}", titles[(p + e) % 6]), "ru": format!("Часть {e} из {p}"), "kk": format!("{p}, {e} бөлім") },
                "versions": [{ "id": format!("p{p}/1/{e}.kk"), "language": "kk", "duration_ms": 1_500_000 }] }))
            .collect()
    };
    let programmes: Vec<_> = (0..EPISODES / 100)
        .map(|p| serde_json::json!({ "id": format!("p{p}"), "kind": "series", "title": { "en": format!("{} {p}", titles[p % 6]) },
            "seasons": [{ "id": format!("p{p}/1"), "number": 1, "episodes": season(p) }] }))
        .collect();
    let document = serde_json::json!({ "format": "arna-station/1", "programmes": programmes, "slots": [],
        "channels": [{ "id": "a.kz", "name": "A", "tz": "Asia/Almaty", "day_start": "06:00" }] });
    let (from, to) = (folder.join("large.json"), folder.join("large.arna"));
    std::fs::write(&from, document.to_string()).unwrap();
    let mut desk = Desk::import(&from, &to, hand, Zones::bundled()).unwrap();
    desk.station().unwrap();
    println!(
        "{EPISODES} episodes: the first search, which lists them, takes {:.1} ms",
        timed(|| desk.search("bond", 40).unwrap())
    );
    let asked = [
        "bond",
        "жібек",
        "golden man 17",
        "часть 5",
        "丝路",
        "zzz",
        "a",
        "p999/1/99",
        "степ",
        "part 7 12",
    ];
    row(
        "a search",
        asked
            .iter()
            .cycle()
            .take(60)
            .map(|text| timed(|| desk.search(text, 40).unwrap()))
            .collect(),
    );
}

fn timed<T>(act: impl FnOnce() -> T) -> f64 {
    let start = Clock::now();
    std::hint::black_box(act());
    start.elapsed().as_secs_f64() * 1_000.0
}

fn row(what: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    println!("| {what} | {:.2} | {:.2} | {:.2} |", at(50), at(95), at(100));
}
