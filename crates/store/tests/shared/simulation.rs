//! Many desks through a day's work: how often they are in each other's way, what a commit takes, and that nothing is lost.
//!
//! `make desks` runs it long, and tells. Each of the desks has channels of its own; one edit in ten is on somebody else's, one in
//! ten in the catalogue that all share. They look for news every so often, as a window does.

use std::collections::BTreeMap;
use std::thread;
use std::time::{Duration, Instant};

use arna_domain::{Airing, ChannelId};
use arna_store::shared::{Manner, SharedError};
use arna_store::{Edit, StoreError};

use crate::fixture::{self, Dice, NOW, airing, entry};
use crate::server::{Desk, OWNER, Shared, place};

const CHANNELS: usize = 40;
const HALF_HOUR: i64 = 1_800_000;
/// Half hours of a channel that are worked on: two weeks.
const SLOTS: usize = 14 * 48;
const PLACES: usize = 200;

/// A number from the environment, or another.
fn asked(name: &str, usual: usize) -> usize {
    std::env::var(name)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(usual)
}

/// What an edit named and made of it.
#[derive(Clone, Debug)]
struct Did {
    number: i64,
    what: String,
    value: String,
}

#[derive(Default)]
struct Worked {
    did: Vec<Did>,
    took: Vec<Duration>,
    conflicts: usize,
}

fn channel(number: usize) -> ChannelId {
    ChannelId::new(format!("channel-{number}"))
}

/// An edit at random: its name, what it names, the value that it makes of it, and how.
type Change = Box<dyn FnOnce(&mut Edit<'_>) -> Result<(), StoreError>>;

fn edit(dice: &mut Dice, desk: usize, desks: usize, act: usize) -> (&'static str, String, String, Change) {
    let value = format!("{desk}-{act}");
    if dice.throw(10) == 0 {
        let id = format!("place-{}", dice.throw(PLACES));
        let latitude = i32::try_from(desk * 100_000 + act).unwrap();
        let put = place(&id, latitude);
        return (
            "put_place",
            id,
            latitude.to_string(),
            Box::new(move |edit| edit.put(put)),
        );
    }
    let own: Vec<usize> = (0..CHANNELS).filter(|number| number % desks == desk).collect();
    let number = match dice.throw(9) {
        0 => dice.throw(CHANNELS),
        _ => own[dice.throw(own.len())],
    };
    let slot = i64::try_from(dice.throw(SLOTS)).unwrap();
    let at = NOW + slot * HALF_HOUR;
    let id = channel(number);
    let new = Airing {
        title: Some(value.clone()),
        version: None,
        licence: None,
        slot: None,
        origin: arna_domain::Origin::Hold,
        ..airing(id.as_str(), slot)
    };
    let what = format!("{id} {slot}");
    let change = move |edit: &mut Edit<'_>| edit.replace_airings(&[id], at, at + HALF_HOUR, vec![new]);
    ("move_airing", what, value, Box::new(change))
}

fn work(mut desk: Desk, number: usize, desks: usize, acts: usize, pace: Duration) -> (Desk, Worked) {
    let mut dice = Dice(number as u64 + 1);
    let mut worked = Worked::default();
    for act in 0..acts {
        // So long a person looks and thinks; the window looks for news ten times meanwhile.
        let due = Instant::now() + pace.mul_f64(0.5 + dice.throw(1000) as f64 / 1000.0);
        while Instant::now() < due {
            thread::sleep(pace / 10);
            if desk.store.has_news() {
                desk.store.catch_up().unwrap();
            }
        }
        let (op, what, value, change) = edit(&mut dice, number, desks, act);
        let begun = Instant::now();
        let done = match desk.store.transact(&entry(op, NOW), change) {
            Err(StoreError::KeptAside { aside }) => match desk.store.again(aside, Manner::IfAsItWas, |_| Ok(())) {
                Err(StoreError::Shared(error)) if matches!(*error, SharedError::Conflict(_)) => {
                    worked.conflicts += 1;
                    desk.store.again(aside, Manner::OnTop, |_| Ok(())).map(Option::unwrap)
                }
                done => done.map(Option::unwrap),
            },
            done => done.map(|((), change)| change),
        };
        worked.took.push(begun.elapsed());
        worked.did.push(Did {
            number: done.unwrap().number,
            what,
            value,
        });
    }
    (desk, worked)
}

fn percentile(all: &[Duration], of: usize) -> f64 {
    let mut all = all.to_vec();
    all.sort();
    all[(all.len() - 1) * of / 100].as_secs_f64() * 1000.0
}

#[test]
fn many_desks_lose_nothing() {
    let (desks, acts) = (asked("DESKS", 4), asked("EDITS", 10));
    let pace = Duration::from_millis(u64::try_from(asked("PACE_MS", 0)).unwrap());
    let Some(mut shared) = Shared::new(&fixture::station()) else {
        return;
    };
    // A net to begin with: every half hour of every channel holds something.
    let all: Vec<ChannelId> = (0..CHANNELS).map(channel).collect();
    let until = NOW + i64::try_from(SLOTS).unwrap() * HALF_HOUR;
    let airings: Vec<Airing> = all
        .iter()
        .flat_map(|id| (0..i64::try_from(SLOTS).unwrap()).map(|slot| airing(id.as_str(), slot)))
        .collect();
    shared
        .owner
        .act("accept_plan", |edit| edit.replace_airings(&all, NOW, until, airings))
        .unwrap();
    for number in 0..PLACES {
        let put = place(&format!("place-{number}"), 0);
        shared.owner.act("put_place", |edit| edit.put(put)).unwrap();
    }
    let first = shared.owner.store.revision().unwrap();
    let own = timed_by_the_server(&shared, if pace.is_zero() { 20 } else { 500 });
    shared.owner.store.catch_up().unwrap();
    let first = first + i64::try_from(own.len()).unwrap();

    let opened: Vec<Desk> = (0..desks)
        .map(|number| shared.colleague(&format!("sim{number}")))
        .collect();
    let begun = Instant::now();
    let working: Vec<_> = opened
        .into_iter()
        .enumerate()
        .map(|(number, desk)| thread::spawn(move || work(desk, number, desks, acts, pace)))
        .collect();
    let ended: Vec<(Desk, Worked)> = working.into_iter().map(|one| one.join().unwrap()).collect();
    let whole = begun.elapsed();

    let mut did: Vec<Did> = ended.iter().flat_map(|(_, worked)| worked.did.clone()).collect();
    let took: Vec<Duration> = ended.iter().flat_map(|(_, worked)| worked.took.clone()).collect();
    let conflicts: usize = ended.iter().map(|(_, worked)| worked.conflicts).sum();
    did.sort_by_key(|did| did.number);
    let numbers: Vec<i64> = did.iter().map(|did| did.number).collect();
    let due: Vec<i64> = (first + 1..).take(desks * acts).collect();
    assert_eq!(numbers, due, "every edit is one entry, and every entry one edit");
    let model: BTreeMap<String, String> = did.into_iter().map(|did| (did.what, did.value)).collect();
    let mut lost = 0;
    let fresh = shared.desk(OWNER).store.station().unwrap();
    let there: BTreeMap<String, String> = fresh
        .schedule
        .iter()
        .filter_map(|one| {
            Some((
                format!("{} {}", one.channel, (one.start - NOW) / HALF_HOUR),
                one.title.clone()?,
            ))
        })
        .chain(
            fresh
                .places
                .iter()
                .map(|one| (one.id.to_string(), one.latitude_udeg.unwrap_or_default().to_string())),
        )
        .collect();
    for (what, value) in &model {
        lost += usize::from(there.get(what) != Some(value));
    }
    let commits = took.len();
    eprintln!(
        "{desks} desks, {acts} edits each, {commits} commits in {:.0} s: conflicts {conflicts} ({:.2} %), lost updates {lost}; \
         commit p50 {:.1} ms, p95 {:.1} ms; the server alone p50 {:.1} ms, p95 {:.1} ms",
        whole.as_secs_f64(),
        conflicts as f64 * 100.0 / commits as f64,
        percentile(&took, 50),
        percentile(&took, 95),
        percentile(&own, 50),
        percentile(&own, 95),
    );
    assert_eq!(lost, 0);
    for (mut desk, _) in ended {
        desk.store.catch_up().unwrap();
        assert_eq!(desk.store.station().unwrap(), fresh);
    }
}

/// How long the server itself takes for the statements of an entry, asked by its own tool over TLS.
fn timed_by_the_server(shared: &Shared, entries: usize) -> Vec<Duration> {
    let body = r#"{"id":"x","name":{"en":"x"}}"#;
    let script = format!(
        "BEGIN;
         INSERT INTO journal SELECT last + 1, 'put_place', '{{}}', '', 1, 'do', NULL, 'done' FROM station;
         INSERT INTO journal_change SELECT last, 0, 'place', 'x' || last, 1000000 + last, NULL, NULL, NULL,
             replace('{body}', 'x\"', 'x' || last || '\"') FROM station;
         COMMIT;"
    );
    shared.server.timed(OWNER, &shared.database, &script, entries)
}
