//! How everything grows: a station of 75 broadcast days and ten thousand airings, ten and a hundred times that.
//!
//! Prints one table: what a coordinator waits for, on each station, with the most memory held and by which power of the airings it
//! grows. Each measurement is a process of its own. The stations are kept in `target/bench-scale`; remove the folder to make them
//! anew. `cargo bench -p arna-app --bench scale [-- ROW…]`

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a bench reports to a person and may stop at the first surprise"
)]

use std::io::Write;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant as Clock;

use arna_app::desk::Hand;
use arna_app::explaining::{Question, explain as explained};
use arna_app::export::{Form, What};
use arna_app::ops::airings::{AtAsked, Collision, Edit, Spot, Times, op};
use arna_app::planning::{self, Effort, Policy, Proof};
use arna_app::verdict::verdict;
use arna_app::{Desk, sample, verify, view};
use arna_domain::{Airing, BroadcastDate, DateRange, Instant, Language, Zones};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/bench-scale");
/// Channels and days of each station.
const SIZES: [(usize, u32); 3] = [(5, 15), (25, 30), (125, 60)];
/// What is done again and again is done so often; the median counts.
const TIMES: usize = 40;
/// What takes long on the largest is done so often, each in a process of its own; the fastest counts.
const ROUNDS: usize = 3;

/// What is measured: its name, its measurement in milliseconds, and how many processes do it.
type Row = (&'static str, fn(&Path, (usize, u32)) -> f64, usize);

const ROWS: [Row; 11] = [
    ("open, until the first week is shown", open, ROUNDS),
    ("open, until all of it is read", open_whole, ROUNDS),
    ("week read", week, 1),
    ("edit to findings", edit, 1),
    ("undo", undo, 1),
    ("findings of a week, all channels", findings, 1),
    ("explain", explain, 1),
    ("plan (fast), all of it", plan, 1),
    ("export, every channel's XMLTV", export, 1),
    ("backup, looked through", backup, ROUNDS),
    ("verify", verified, 1),
];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    match words.first().map(String::as_str) {
        Some("row") => measure(&words[1], &words[2]),
        Some("make") => make(SIZES[words[1].parse::<usize>().unwrap()]),
        _ => report(&words),
    }
}

/// Does one row on one station here.
fn measure(row: &str, size: &str) {
    let (row, size) = (row.parse::<usize>().unwrap(), size.parse::<usize>().unwrap());
    let ms = ROWS[row].1(&file(SIZES[size]), SIZES[size]);
    println!("{ms} {}", peak_mib());
}

fn report(wanted: &[String]) {
    let mut airings = Vec::new();
    for (at, size) in SIZES.iter().enumerate() {
        if !file(*size).exists() {
            child(&["make", &at.to_string()]);
        }
        airings.push(
            std::fs::read_to_string(count_file(*size))
                .unwrap()
                .parse::<f64>()
                .unwrap(),
        );
    }
    let size = |at: usize| format!("{} × {}, {:.0} airings", SIZES[at].0, SIZES[at].1, airings[at]);
    println!(
        "| | {} | {} | {} | exponents | MiB | exponents |",
        size(0),
        size(1),
        size(2)
    );
    println!("|---|---|---|---|---|---|---|");
    for (number, (name, _, rounds)) in ROWS.iter().enumerate() {
        if !wanted.is_empty() && !wanted.iter().any(|word| name.contains(word.as_str())) {
            continue;
        }
        let on = |size: usize| {
            let all = (0..*rounds).map(|_| {
                let text = child(&["row", &number.to_string(), &size.to_string()]);
                let numbers: Vec<f64> = text.split_whitespace().map(|word| word.parse().unwrap()).collect();
                (numbers[0], numbers[1])
            });
            all.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap()
        };
        let rows = [on(0), on(1), on(2)];
        let exponents = |of: fn(&(f64, f64)) -> f64| {
            let one = |a: usize, b: usize| (of(&rows[b]) / of(&rows[a])).ln() / (airings[b] / airings[a]).ln();
            format!("{:.2}, {:.2}", one(0, 1), one(1, 2))
        };
        println!(
            "| {name} | {} | {} | {} | {} | {:.0}, {:.0}, {:.0} | {} |",
            told(rows[0].0),
            told(rows[1].0),
            told(rows[2].0),
            exponents(|row| row.0),
            rows[0].1,
            rows[1].1,
            rows[2].1,
            exponents(|row| row.1),
        );
        std::io::stdout().flush().unwrap();
    }
}

/// Milliseconds, or seconds where there are many.
fn told(ms: f64) -> String {
    match ms {
        ..10.0 => format!("{ms:.2} ms"),
        ..1_000.0 => format!("{ms:.0} ms"),
        _ => format!("{:.1} s", ms / 1e3),
    }
}

fn child(words: &[&str]) -> String {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(words)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{words:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

fn file((channels, days): (usize, u32)) -> PathBuf {
    Path::new(FOLDER).join(format!("{channels}-{days}.arna"))
}

fn count_file(size: (usize, u32)) -> PathBuf {
    file(size).with_extension("airings")
}

fn range((_, days): (usize, u32)) -> DateRange {
    DateRange::new(BroadcastDate::parse("2024-07-01").unwrap(), days).unwrap()
}

/// A station with everything in it accepted.
fn make(size: (usize, u32)) {
    std::fs::create_dir_all(FOLDER).unwrap();
    let (range, path) = (range(size), file(size));
    let station = arna_sample::make_alike(size.0, 1, range);
    let mut desk = sample::found_with(&path, station, range, &hand(), Zones::bundled()).unwrap();
    let count = desk.station().unwrap().0.schedule.len();
    std::fs::write(count_file(size), count.to_string()).unwrap();
    eprintln!("{}: {count} airings", path.display());
}

fn hand() -> Hand {
    Hand {
        author: "bench".to_owned(),
        at: Instant::from_ms(1_719_792_000_000),
    }
}

fn english() -> Language {
    Language::parse("en").unwrap()
}

fn opened(path: &Path) -> Desk {
    Desk::open(path, hand().at, Zones::bundled()).unwrap()
}

/// As the window does it: what the station is, then a channel's week.
fn open(path: &Path, size: (usize, u32)) -> f64 {
    let start = Clock::now();
    let mut desk = opened(path);
    let (station, _, _) = desk.at_first().unwrap();
    let channel = station.channels[size.0 / 2].id.to_string();
    let from = range(size).from.plus_days(7);
    let (station, index) = desk.for_week(&channel, from).unwrap();
    let week = view::week(station, index, index.channel(&channel).unwrap(), from, &english());
    // The desk that closes then is not waited for.
    let ms = start.elapsed().as_secs_f64() * 1e3;
    assert!(week.iter().all(|day| !day.blocks.is_empty()));
    ms
}

fn open_whole(path: &Path, _: (usize, u32)) -> f64 {
    timed(|| {
        let mut desk = opened(path);
        desk.station().unwrap().0.schedule.len()
    })
}

/// Programme airings from all over a station.
fn bodies(desk: &mut Desk, times: usize) -> Vec<Airing> {
    let (station, _) = desk.station().unwrap();
    let bodies: Vec<&Airing> = station
        .schedule
        .iter()
        .filter(|one| one.origin.is_programme())
        .collect();
    let step = (bodies.len() / times).max(1);
    bodies.into_iter().step_by(step).take(times).cloned().collect()
}

fn week(path: &Path, _: (usize, u32)) -> f64 {
    let mut desk = opened(path);
    let bodies = bodies(&mut desk, TIMES);
    median(bodies.iter().map(|one| {
        let (station, index) = desk.station().unwrap();
        let channel = index.channel(one.channel.as_str()).unwrap();
        timed(|| view::week(station, index, channel, one.date.monday(), &english()))
    }))
}

fn edit(path: &Path, _: (usize, u32)) -> f64 {
    edits(path).0
}

fn undo(path: &Path, _: (usize, u32)) -> f64 {
    edits(path).1
}

/// Airings moved by a minute: the rules that this breaks, with every choice where it collides, and the edit itself with its pin,
/// breaks, file and index; then its undo.
fn edits(path: &Path) -> (f64, f64) {
    let copy = Copy::of(path);
    let mut desk = opened(&copy.0);
    let (mut edits, mut undos) = (Vec::new(), Vec::new());
    for one in bodies(&mut desk, TIMES) {
        let near = Edit::Move {
            airings: vec![AtAsked {
                channel: one.channel.to_string(),
                starts: one.start.to_string(),
            }],
            to: Spot {
                channel: one.channel.to_string(),
                date: one.date.to_string(),
                time: Times::By(1),
            },
        };
        edits.push(timed(|| {
            let (station, index) = desk.station().unwrap();
            let made = |collision| op(station, index, &near, collision, &english());
            let findings = verdict(station, index, &made).findings;
            let op = made(Collision::Replace).unwrap();
            desk.transact(&op, &hand()).unwrap();
            findings
        }));
        undos.push(timed(|| desk.undo(&hand()).unwrap()));
    }
    (median(edits.into_iter()), median(undos.into_iter()))
}

fn findings(path: &Path, _: (usize, u32)) -> f64 {
    let mut desk = opened(path);
    let bodies = bodies(&mut desk, 6);
    median(
        bodies
            .iter()
            .map(|one| timed(|| desk.review(week_of(one.date)).unwrap())),
    )
}

fn explain(path: &Path, _: (usize, u32)) -> f64 {
    let mut desk = opened(path);
    let bodies = bodies(&mut desk, 12);
    let (station, index) = desk.station().unwrap();
    median(bodies.iter().map(|one| {
        let question = Question::Airing {
            channel: one.channel.to_string(),
            start: one.start,
        };
        timed(|| explained(index, &station.schedule, week_of(one.date), &question).unwrap())
    }))
}

fn plan(path: &Path, size: (usize, u32)) -> f64 {
    let mut desk = opened(path);
    let (_, index) = desk.station().unwrap();
    let policy = Policy {
        range: range(size),
        seed: 0,
        effort: Effort::Fast,
        threads: NonZeroUsize::new(2).unwrap(),
        proof: Proof::Spared,
    };
    timed(|| planning::calculate(index, &[], &policy, &|_| ControlFlow::Continue(())).unwrap())
}

fn export(path: &Path, size: (usize, u32)) -> f64 {
    let mut desk = opened(path);
    let channels: Vec<String> = (desk.station().unwrap().0.channels.iter())
        .map(|one| one.id.to_string())
        .collect();
    let folder = Place::new("export");
    timed(|| {
        for channel in &channels {
            let what = What::Schedule {
                form: Form::Xmltv,
                channel: channel.clone(),
                range: range(size),
                language: english(),
            };
            desk.export(&what, &folder.0.join(channel)).unwrap();
        }
    })
}

fn backup(path: &Path, _: (usize, u32)) -> f64 {
    let folder = Place::new("backup");
    let desk = opened(path);
    timed(|| desk.save_copy(&folder.0.join("copy.arna")).unwrap())
}

fn verified(path: &Path, _: (usize, u32)) -> f64 {
    timed(|| assert!(verify::verify(path, &Zones::bundled()).unwrap().is_sound()))
}

fn week_of(date: BroadcastDate) -> DateRange {
    DateRange {
        from: date.monday(),
        days: 7,
    }
}

/// A folder of a row's own, gone afterwards.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let path = Path::new(FOLDER).join(format!("{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

/// A copy of a station to be edited, gone afterwards.
struct Copy(
    PathBuf,
    #[expect(dead_code, reason = "it goes when the copy goes")] Place,
);

impl Copy {
    fn of(path: &Path) -> Self {
        let place = Place::new("edited");
        let to = place.0.join("station.arna");
        std::fs::copy(path, &to).unwrap();
        Self(to, place)
    }
}

fn timed<T>(act: impl FnOnce() -> T) -> f64 {
    let start = Clock::now();
    std::hint::black_box(act());
    start.elapsed().as_secs_f64() * 1_000.0
}

fn median(times: impl Iterator<Item = f64>) -> f64 {
    let mut times: Vec<f64> = times.collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// The most memory this process held, in MiB; not a number where the system does not say.
fn peak_mib() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
    kib.unwrap_or(f64::NAN) / 1024.0
}
