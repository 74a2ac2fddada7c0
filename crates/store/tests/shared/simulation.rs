//! Many desks through a day's work: how often they are in each other's way, what a commit takes, and that nothing is lost.
//!
//! `make desks` runs it long, and tells. Each of the desks has channels of its own; one edit in ten is on somebody else's, one in
//! ten in the catalogue that all share. What others did they take in as soon as the bell rings, as a window does. Beside them the
//! server's own tool sends the same statement once in a while: what that takes is what the server takes, under the same load.

use std::collections::BTreeMap;
use std::sync::mpsc::Receiver;
use std::thread;
use std::time::{Duration, Instant};

use arna_domain::{Airing, ChannelId};
use arna_store::shared::{Manner, Role, SharedError};
use arna_store::{Edit, StoreError};

use crate::fixture::{self, Dice, NOW, airing, entry};
use crate::server::{Desk, OWNER, Server, Shared, place};

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

/// How an edit came into the journal.
#[derive(Clone, Copy, Debug, PartialEq)]
enum How {
    /// As the next.
    AtOnce,
    /// At the first try, after what others did meanwhile.
    After,
    /// Done again on what others did meanwhile.
    Again,
}

/// A desk, and the bell that rings when others did something.
type Window = (Desk, Receiver<()>);

#[derive(Default)]
struct Worked {
    did: Vec<Did>,
    took: Vec<(How, Duration)>,
    conflicts: usize,
}

fn channel(number: usize) -> ChannelId {
    ChannelId::new(format!("channel-{number}"))
}

type Change = Box<dyn FnOnce(&mut Edit<'_>) -> Result<(), StoreError>>;

/// An edit at random: its name, what it names, the value that it makes of it, and how.
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

fn work((mut desk, rung): Window, number: usize, desks: usize, acts: usize, pace: Duration) -> (Desk, Worked) {
    let mut dice = Dice(number as u64 + 1);
    let mut worked = Worked::default();
    for act in 0..acts {
        // So long a person looks and thinks; the window takes in what others did meanwhile.
        let due = Instant::now() + pace.mul_f64(0.5 + dice.throw(1000) as f64 / 1000.0);
        while let Ok(()) = rung.recv_timeout(due.saturating_duration_since(Instant::now())) {
            if desk.store.has_news() {
                desk.store.catch_up().unwrap();
            }
        }
        let (op, what, value, change) = edit(&mut dice, number, desks, act);
        let begun = Instant::now();
        let tried = desk.store.transact(&entry(op, NOW), change);
        let is_late = tried.is_err();
        let done = match tried {
            Err(StoreError::KeptAside { aside }) => match desk.store.again(aside, Manner::IfAsItWas, |_| Ok(())) {
                Err(StoreError::Shared(error)) if matches!(*error, SharedError::Conflict(_)) => {
                    worked.conflicts += 1;
                    desk.store.again(aside, Manner::OnTop, |_| Ok(())).map(Option::unwrap)
                }
                done => done.map(Option::unwrap),
            },
            done => done.map(|((), change)| change),
        };
        let took = begun.elapsed();
        let had_company = !desk.store.take_came().is_empty();
        worked.took.push(match (is_late, had_company) {
            (true, _) => (How::Again, took),
            (false, true) => (How::After, took),
            (false, false) => (How::AtOnce, took),
        });
        worked.did.push(Did {
            number: done.unwrap().number,
            what,
            value,
        });
    }
    (desk, worked)
}

/// In words: how many, and half of them and all but one in twenty within how long.
fn percentiles(mut all: Vec<Duration>) -> String {
    all.sort();
    let within = |percent: usize| match all.len() {
        0 => 0.0,
        some => all[(some - 1) * percent / 100].as_secs_f64() * 1000.0,
    };
    format!("{}: p50 {:.1} ms, p95 {:.1} ms", all.len(), within(50), within(95))
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
    let (server, database) = (shared.server, shared.database.as_str());
    let alone = timed_by_the_server(server, database, None, if pace.is_zero() { 20 } else { 300 });
    shared.owner.store.catch_up().unwrap();
    let first = shared.owner.store.revision().unwrap();

    let opened: Vec<Window> = (0..desks)
        .map(|number| {
            let roles = [Role::Planner, Role::Editor, Role::Publisher];
            shared.window(&shared.admit(&format!("sim{number}"), &roles, None))
        })
        .collect();
    let begun = Instant::now();
    let (ended, beside) = thread::scope(|scope| {
        let beside = scope.spawn(|| match pace.is_zero() {
            true => Vec::new(),
            false => {
                let rate = BESIDE as f64 / (pace.as_secs_f64() * acts as f64);
                timed_by_the_server(server, database, Some(rate), BESIDE)
            }
        });
        let working: Vec<_> = opened
            .into_iter()
            .enumerate()
            .map(|(number, desk)| scope.spawn(move || work(desk, number, desks, acts, pace)))
            .collect();
        let ended: Vec<(Desk, Worked)> = working.into_iter().map(|one| one.join().unwrap()).collect();
        (ended, beside.join().unwrap())
    });
    let whole = begun.elapsed();

    let mut did: Vec<Did> = ended.iter().flat_map(|(_, worked)| worked.did.clone()).collect();
    let took: Vec<(How, Duration)> = ended.iter().flat_map(|(_, worked)| worked.took.clone()).collect();
    let conflicts: usize = ended.iter().map(|(_, worked)| worked.conflicts).sum();
    did.sort_by_key(|did| did.number);
    let numbers: Vec<i64> = did.iter().map(|did| did.number).collect();
    let others = format!("SELECT number FROM journal WHERE number > {first} AND op <> 'bench' ORDER BY number");
    let there = shared.sql(OWNER, &others).unwrap();
    let due: Vec<i64> = there.lines().map(|line| line.parse().unwrap()).collect();
    assert_eq!(due.len(), desks * acts);
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
    let of = |how| took.iter().filter(|one| one.0 == how).map(|one| one.1).collect();
    eprintln!(
        "{desks} desks, {acts} edits each, in {:.0} s: conflicts {conflicts} ({:.2} %), lost updates {lost}",
        whole.as_secs_f64(),
        conflicts as f64 * 100.0 / commits as f64,
    );
    eprintln!("commits {}", percentiles(took.iter().map(|one| one.1).collect()));
    for (what, how) in [
        ("at once", How::AtOnce),
        ("after others", How::After),
        ("again", How::Again),
    ] {
        eprintln!("  {what} {}", percentiles(of(how)));
    }
    eprintln!("the server meanwhile {}", percentiles(beside));
    eprintln!("the server before {}", percentiles(alone));
    assert_eq!(lost, 0);
    for (mut desk, _) in ended {
        desk.store.catch_up().unwrap();
        assert_eq!(desk.store.station().unwrap(), fresh);
    }
}

/// How often the server's own tool sends an entry beside the desks.
const BESIDE: usize = 120;

/// How long the server itself takes for the statement of an entry, asked by its own tool over TLS; so often a second, or one after
/// the other.
fn timed_by_the_server(server: &Server, database: &str, rate: Option<f64>, entries: usize) -> Vec<Duration> {
    let body =
        r#"[{"channel":"bench","date":"2030-01-01","start":"START","end":"2100-01-01T00:00:00Z","origin":"hold"}]"#;
    let script = format!(
        "SELECT offer(last, 'bench', '{{}}', 1, ARRAY['airings'], ARRAY['bench'], ARRAY[NULL]::bigint[], ARRAY[at * 1000],
             ARRAY[at * 1000 + 1], ARRAY['[]'], ARRAY[replace('{body}', 'START', to_json(to_timestamp(at)) #>> '{{}}')])
         FROM (SELECT last, 1893456000 + last AS at FROM station) AS now;"
    )
    .replace('\n', " ");
    server.timed(OWNER, database, &script, rate, entries)
}
