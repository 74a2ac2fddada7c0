//! How good, how fast and how large the planner is: `make bench-planner`, or a part of it with
//! `cargo bench -p arna-planner --bench planner -- PART…`.
//!
//! Parts: `table`, `growth`, `threads`, `placement`; without any, all. `station SIZE SEED FROM` prints a station instead.
//! Options: `--sizes mini,small` and `--efforts fast,normal` for less of table and growth,
//! `--python FILE` the Python that has OR-tools, `--cpsat-seconds N`, `--given FOLDER` of others' instances and checker.
//! docs/BENCHMARKS.md says what the columns mean.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a bench reports to a person and may stop at the first surprise"
)]

mod document;
mod growth;
mod others;
mod placement;
mod row;
mod table;
mod threads;

use std::path::{Path, PathBuf};

use arna_domain::BroadcastDate;

use arna_sample::Size;
use others::Solver;

const TARGET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/bench-planner");

/// What was asked for.
#[derive(Default)]
struct Asked {
    words: Vec<String>,
    python: Option<PathBuf>,
    cpsat_seconds: u32,
    given: Option<PathBuf>,
    sizes: Option<String>,
    efforts: Option<String>,
}

/// Whether a list of words, where there is one, names this one.
fn names(list: Option<&str>, word: &str) -> bool {
    list.is_none_or(|list| list.split(',').any(|one| one == word))
}

fn main() {
    let asked = asked();
    match asked.words.first().map(String::as_str) {
        Some("row") => {
            let task = serde_json::from_str(&asked.words[1]).unwrap();
            println!("{}", serde_json::to_string(&row::here(&task)).unwrap());
        }
        Some("station") => print_station(&asked.words[1..]),
        _ => report(&asked),
    }
}

fn asked() -> Asked {
    let mut asked = Asked {
        cpsat_seconds: 60,
        ..Asked::default()
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--python" => asked.python = words.next().map(PathBuf::from),
            "--cpsat-seconds" => asked.cpsat_seconds = words.next().unwrap().parse().unwrap(),
            "--sizes" => asked.sizes = words.next(),
            "--efforts" => asked.efforts = words.next(),
            "--given" => asked.given = words.next().map(PathBuf::from),
            // Cargo's own.
            "--bench" => {}
            _ => asked.words.push(word),
        }
    }
    asked
}

fn print_station(words: &[String]) {
    let [size, seed, from] = words else {
        panic!("station SIZE SEED FROM, such as: station reg 2 2024-02-26")
    };
    let size = Size::ALL.into_iter().find(|own| own.as_str() == size);
    let size = size.unwrap_or_else(|| panic!("sizes: {}", Size::ALL.map(Size::as_str).join(" ")));
    let (station, range) = arna_sample::make(size, seed.parse().unwrap(), BroadcastDate::parse(from).unwrap());
    println!("{}", serde_json::to_string(&station).unwrap());
    eprintln!("range: {} {}", range.from, range.days);
}

fn report(asked: &Asked) {
    let folder = Path::new(TARGET);
    std::fs::create_dir_all(folder).unwrap();
    let wants = |part: &str| asked.words.is_empty() || asked.words.iter().any(|word| word == part);
    if wants("table") {
        println!("## Scores, bounds, time, memory\n");
        report_table(asked, folder);
    }
    if wants("threads") {
        println!("\n## One thread and two\n");
        threads::print(folder);
    }
    if wants("placement") {
        println!("\n## Placement alone\n");
        placement::print();
    }
    if wants("growth") {
        println!("\n## Growth\n");
        growth::print(folder, &|size| names(asked.sizes.as_deref(), size));
    }
}

fn report_table(asked: &Asked, folder: &Path) {
    let wanted = |size: &str| names(asked.sizes.as_deref(), size);
    let mut instances = table::made(folder, &wanted);
    let given = asked.given.as_deref();
    match given.map(|folder| table::given(folder, &wanted)) {
        Some(Ok(given)) => instances.extend(given),
        Some(Err(absent)) => println!("({absent})\n"),
        None => println!("(no instances of others: --given names their folder)\n"),
    }
    let solver = asked.python.as_ref().map(|python| Solver {
        python: python.clone(),
        seconds: asked.cpsat_seconds,
        kept: folder.to_owned(),
    });
    for instance in &mut instances {
        instance.keep_efforts(&|effort| names(asked.efforts.as_deref(), effort));
    }
    let checker = given
        .map(|folder| folder.join("check.py"))
        .filter(|checker| checker.exists());
    table::print(&instances, folder, solver.as_ref(), checker.as_deref());
}
