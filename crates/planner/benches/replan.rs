//! How long planning again takes after one edit.
//!
//! Prints for each kind of edit the median and the 95th percentile of: indexing the edited station, and the way from its index to a
//! valid proposal with its difference. Then how findings are kept up to date in stations of 10,000, 100,000 and 1,000,000 airings,
//! made by putting the station beside itself.
//! `cargo bench -p arna-planner --bench replan [-- STATION.json FROM DAYS]`

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench reports to a person and may stop at the first surprise"
)]

mod asked;

use std::collections::{BTreeMap, HashMap};
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::time::Instant;

use arna_domain::airing::Pin;
use arna_domain::restriction::Blackout;
use arna_domain::time::{DAY, HOUR};
use arna_domain::{
    Airing, BroadcastDate, ChannelId, DateRange, Index, LicenceId, Origin, SlotId, Station, VersionId, Zones,
};
use arna_planner::{Accepted, Depth, Effort, Grid, Keep, Live, Proof, Request, plan, replan};

use arna_sample::side_by_side;

use self::asked::asked;

/// Edits of each kind.
const EDITS: u64 = 40;
/// Each is measured this often and the fastest counts.
const ROUNDS: usize = 3;
/// Airings of the stations whose findings are kept up to date.
const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];

fn main() {
    let (file, from, days, _) = asked();
    let bytes = std::fs::read(file).unwrap();
    let station: Station = serde_json::from_slice(&bytes).unwrap();
    let range = DateRange::new(BroadcastDate::parse(&from).unwrap(), days.parse().unwrap()).unwrap();
    let airings = replans(&station, range);
    println!("\n| airings | all judged, s | an edit ms: median, p95, most |\n|---|---|---|");
    for size in SIZES {
        lives(&bytes, range, &airings, size);
    }
}

fn request(index: &Index, range: DateRange) -> Request<'_> {
    Request {
        index,
        range,
        seed: 0,
        effort: Effort::Normal,
        threads: NonZeroUsize::new(2).unwrap(),
        proof: Proof::Spared,
    }
}

fn replans(station: &Station, range: DateRange) -> Vec<Airing> {
    let zones = Zones::bundled();
    let index = Index::of(station, &zones).unwrap();
    let plan = plan(&request(&index, range), &|_| ControlFlow::Continue(())).unwrap();
    println!(
        "accepted: {} airings, {} of them in breaks, {} slots open",
        plan.airings.len(),
        plan.airings.iter().filter(|one| one.origin.is_break()).count(),
        plan.open.len()
    );
    println!("| edit | index ms: median, p95 | proposal ms: median, p95, most | changed at most |\n|---|---|---|---|");
    let mut lots = Lots(7);
    let mut all: BTreeMap<&str, Vec<(f64, f64, usize)>> = BTreeMap::new();
    for _ in 0..EDITS {
        for (name, edit) in EDIT_KINDS {
            let mut edited = station.clone();
            edit(&mut edited, &plan.airings, &mut lots);
            let start = Instant::now();
            let Ok(index) = Index::of(&edited, &zones) else {
                continue;
            };
            let index_ms = ms(start);
            let accepted = Accepted {
                schedule: &plan.airings,
                keep: Keep::Accepted,
                weight: Accepted::USUAL_WEIGHT,
            };
            let (mut replan_ms, mut changed) = (f64::MAX, 0);
            for _ in 0..ROUNDS {
                let start = Instant::now();
                let again = replan(&request(&index, range), &accepted, Depth::Proposal, &|_| {
                    ControlFlow::Continue(())
                })
                .unwrap();
                replan_ms = replan_ms.min(ms(start));
                let difference = &again.difference;
                changed = difference.added.len() + difference.moved.len() + difference.removed.len();
            }
            for name in [name, "all"] {
                all.entry(name).or_default().push((index_ms, replan_ms, changed));
            }
        }
    }
    for (name, times) in &all {
        let of = |pick: fn(&(f64, f64, usize)) -> f64, percent: usize| {
            let mut sorted: Vec<f64> = times.iter().map(pick).collect();
            sorted.sort_by(f64::total_cmp);
            sorted[(sorted.len() - 1) * percent / 100]
        };
        println!(
            "| {name} | {:.2}, {:.2} | {:.2}, {:.2}, {:.2} | {} |",
            of(|one| one.0, 50),
            of(|one| one.0, 95),
            of(|one| one.1, 50),
            of(|one| one.1, 95),
            of(|one| one.1, 100),
            times.iter().map(|one| one.2).max().unwrap_or_default()
        );
    }
    plan.airings
}

/// Moves airings one after the other in a station of about so many airings.
fn lives(station: &[u8], range: DateRange, airings: &[Airing], size: usize) {
    let times = size.div_ceil(airings.len());
    let station: Station = {
        let document = serde_json::from_slice(station).unwrap();
        serde_json::from_value(side_by_side(&document, times)).unwrap()
    };
    let index = Index::of(&station, &Zones::bundled()).unwrap();
    let all: Vec<Airing> = (0..times).flat_map(|number| copies(airings, number)).collect();
    let start = Instant::now();
    let grid = Grid::of(&index, range);
    let mut live = Live::of(&index, &grid, &all);
    let build_s = ms(start) / 1e3;
    let mut lots = Lots(3);
    let programmes: Vec<&Airing> = all.iter().filter(|one| one.origin.is_programme()).collect();
    let mut edits = Vec::new();
    for _ in 0..500 {
        let was = lots.one_of(&programmes).clone();
        let by = 60_000 * (lots.below(600) as i64 - 300);
        let now = Airing {
            start: was.start + by,
            end: was.end + by,
            ..was.clone()
        };
        for (was, now) in [(&was, &now), (&now, &was)] {
            let start = Instant::now();
            live.edit(std::slice::from_ref(was), std::slice::from_ref(now)).unwrap();
            edits.push(ms(start));
        }
    }
    edits.sort_by(f64::total_cmp);
    let of = |percent: usize| edits[(edits.len() - 1) * percent / 100];
    println!(
        "| {} | {build_s:.2} | {:.3}, {:.3}, {:.3} |",
        all.len(),
        of(50),
        of(95),
        of(100)
    );
}

/// Airings as those of the station's copy of this number.
fn copies(airings: &[Airing], number: usize) -> Vec<Airing> {
    let mut known: HashMap<String, std::sync::Arc<str>> = HashMap::new();
    let mut named = |id: &str| -> std::sync::Arc<str> {
        let own = known
            .entry(id.to_owned())
            .or_insert_with(|| format!("{id}~{number}").into());
        std::sync::Arc::clone(own)
    };
    airings
        .iter()
        .map(|one| Airing {
            channel: ChannelId::new(named(one.channel.as_str())),
            version: one.version.as_ref().map(|id| VersionId::new(named(id.as_str()))),
            licence: one.licence.as_ref().map(|id| LicenceId::new(named(id.as_str()))),
            slot: one.slot.as_ref().map(|id| SlotId::new(named(id.as_str()))),
            ..one.clone()
        })
        .collect()
}

fn ms(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}

type Edit = fn(&mut Station, &[Airing], &mut Lots);

const EDIT_KINDS: [(&str, Edit); 10] = [
    ("nothing", |_, _, _| {}),
    ("pin put", |station, airings, lots| {
        let programmes: Vec<&Airing> = airings.iter().filter(|one| one.origin == Origin::Pool).collect();
        let (what, place) = (lots.one_of(&programmes), lots.one_of(&programmes));
        station.pins.push(Pin {
            channel: place.channel.clone(),
            start: place.start + 60_000 * (lots.draw() % 20) as i64,
            version: what.version.clone().unwrap(),
            licence: None,
        });
    }),
    ("pin removed", |station, _, lots| {
        if !station.pins.is_empty() {
            let at = lots.below(station.pins.len());
            station.pins.remove(at);
        }
    }),
    ("pin moved", |station, _, lots| {
        if !station.pins.is_empty() {
            let at = lots.below(station.pins.len());
            station.pins[at].start = station.pins[at].start + HOUR;
        }
    }),
    ("licence ends early", |station, airings, lots| {
        let at = lots.below(station.licences.len());
        let licence = &mut station.licences[at];
        let middle = airings[airings.len() / 2].date;
        licence.until = licence.until.min(middle).max(licence.from);
    }),
    ("runs fewer", |station, _, lots| {
        let at = lots.below(station.licences.len());
        let licence = &mut station.licences[at];
        licence.max_runs = licence.max_runs.map_or(Some(2), |runs| Some(runs.saturating_sub(1)));
    }),
    ("slot shorter", |station, _, lots| {
        let at = lots.below(station.slots.len());
        let slot = &mut station.slots[at];
        slot.length_min = (slot.length_min * 2 / 3).max(5);
    }),
    ("slot removed", |station, _, lots| {
        let at = lots.below(station.slots.len());
        let day = station.slots[at].days.pop();
        if station.slots[at].days.is_empty() {
            station.slots[at].days.extend(day);
        }
    }),
    ("version lost", |station, airings, lots| {
        let programmes: Vec<&Airing> = airings.iter().filter(|one| one.origin == Origin::Pool).collect();
        let lost = lots.one_of(&programmes).version.clone();
        for programme in &mut station.programmes {
            for episode in programme.seasons.iter_mut().flat_map(|season| &mut season.episodes) {
                episode.versions.retain(|version| Some(&version.id) != lost.as_ref());
            }
        }
    }),
    ("blackout", |station, airings, lots| {
        let place = lots.one_of(&airings.iter().collect::<Vec<_>>());
        station.blackouts.push(Blackout {
            channel: place.channel.clone(),
            from: place.start,
            until: place.start + DAY / 6,
            tags: Vec::new(),
        });
    }),
];

/// Numbers drawn from a seed (SplitMix64).
struct Lots(u64);

impl Lots {
    fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.draw() % end as u64) as usize
    }

    fn one_of<'a, T>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }
}
