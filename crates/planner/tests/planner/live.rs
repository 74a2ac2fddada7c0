//! Live findings are what a review from nothing says, whatever is edited: on the sample station.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::OnceLock;

use arna_domain::{Airing, BroadcastDate, DateRange, Finding, Index, Origin, Station, Zones};
use arna_planner::{Effort, Grid, Live, Proof, Request, Review, plan, review};
use proptest::prelude::*;

fn sample() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut station: Station = serde_json::from_str(include_str!("../../../../sample/station.json")).unwrap();
        // Runs that several channels share are where one edit reaches far.
        for licence in &mut station.licences {
            licence.shared = licence.max_runs.is_some();
        }
        Index::of(&station, &Zones::bundled()).unwrap()
    })
}

fn range() -> DateRange {
    DateRange::new(BroadcastDate::parse("2024-07-01").unwrap(), 10).unwrap()
}

fn schedule() -> &'static Vec<Airing> {
    static AIRINGS: OnceLock<Vec<Airing>> = OnceLock::new();
    AIRINGS.get_or_init(|| {
        let request = Request {
            index: sample(),
            range: range(),
            seed: 0,
            effort: Effort::Fast,
            threads: NonZeroUsize::MIN,
            proof: Proof::Spared,
        };
        plan(&request, &|_| ControlFlow::Continue(())).unwrap().airings
    })
}

/// Findings in an order of their own: what is told first of two at the same place does not matter.
fn sorted(findings: &[Finding]) -> Vec<String> {
    let mut texts: Vec<String> = findings.iter().map(|one| serde_json::to_string(one).unwrap()).collect();
    texts.sort();
    texts
}

/// An edit of a schedule.
#[derive(Clone, Debug)]
enum Edit {
    /// The airing at this place is taken out.
    Out(usize),
    /// It airs so many minutes later.
    Later(usize, i64),
    /// Two airings change places.
    Exchanged(usize, usize),
    /// It airs on another channel's, or its own, other airing's place, as well.
    Also(usize, usize),
    /// It is charged to no licence, or becomes a pin.
    Otherwise(usize, bool),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let at = 0..100_000_usize;
    let edit = prop_oneof![
        at.clone().prop_map(Edit::Out),
        (at.clone(), -600..600_i64).prop_map(|(at, minutes)| Edit::Later(at, minutes)),
        (at.clone(), at.clone()).prop_map(|(a, b)| Edit::Exchanged(a, b)),
        (at.clone(), at.clone()).prop_map(|(a, b)| Edit::Also(a, b)),
        (at, any::<bool>()).prop_map(|(at, pinned)| Edit::Otherwise(at, pinned)),
    ];
    prop::collection::vec(edit, 1..12)
}

/// What comes out and what goes in.
fn made(edit: &Edit, schedule: &[Airing]) -> (Vec<Airing>, Vec<Airing>) {
    let of = |at: usize| schedule[at % schedule.len()].clone();
    let put = |what: &Airing, place: &Airing| Airing {
        version: what.version.clone(),
        title: what.title.clone(),
        licence: what.licence.clone(),
        end: place.start + (what.end - what.start),
        origin: if what.version.is_some() && place.origin == Origin::Hold {
            Origin::Pool
        } else {
            place.origin
        },
        ..place.clone()
    };
    match *edit {
        Edit::Out(at) => (vec![of(at)], vec![]),
        Edit::Later(at, minutes) => {
            let was = of(at);
            let later = Airing {
                start: was.start + minutes * 60_000,
                end: was.end + minutes * 60_000,
                ..was.clone()
            };
            (vec![was], vec![later])
        }
        Edit::Exchanged(a, b) if a % schedule.len() == b % schedule.len() => (vec![], vec![]),
        Edit::Exchanged(a, b) => {
            let (a, b) = (of(a), of(b));
            (vec![a.clone(), b.clone()], vec![put(&a, &b), put(&b, &a)])
        }
        Edit::Also(a, b) => (vec![], vec![put(&of(a), &of(b))]),
        Edit::Otherwise(at, pinned) => {
            let was = of(at);
            let mut now = Airing {
                licence: None,
                ..was.clone()
            };
            if pinned && now.origin.is_programme() {
                (now.origin, now.slot) = (Origin::Pin, None);
            }
            (vec![was], vec![now])
        }
    }
}

fn apply(schedule: &mut Vec<Airing>, removed: &[Airing], added: &[Airing]) {
    for airing in removed {
        let at = schedule.iter().position(|other| other == airing).unwrap();
        schedule.remove(at);
    }
    schedule.extend_from_slice(added);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn an_edit_leaves_what_a_review_from_nothing_says(edits in edits()) {
        let grid = Grid::of(sample(), range());
        let mut schedule: Vec<Airing> = schedule().iter().filter(|one| !one.origin.is_break()).cloned().collect();
        let mut live = Live::of(sample(), &grid, &schedule);
        let mut said = sorted(&live.review().findings);
        for edit in &edits {
            let (removed, added) = made(edit, &schedule);
            apply(&mut schedule, &removed, &added);
            let before = live.review();
            let effect = live.edit(&removed, &added).unwrap();
            let now = live.review();
            let Review { open, findings } = review(sample(), range(), &schedule);
            prop_assert_eq!(sorted(&now.findings), sorted(&findings), "{:?}", edit);
            prop_assert_eq!(&now.open, &open, "{:?}", edit);

            // What the edit says it changed is what changed.
            for gone in sorted(&effect.disappeared) {
                let at = said.iter().position(|one| *one == gone);
                prop_assert!(at.is_some(), "{gone} was not said");
                said.remove(at.unwrap());
            }
            said.extend(sorted(&effect.appeared));
            said.sort();
            prop_assert_eq!(&said, &sorted(&now.findings), "{:?}", edit);
            let places = |review: &Review| -> Vec<_> {
                review.open.iter().map(|open| (open.slot.clone(), open.date)).collect()
            };
            let (was, is) = (places(&before), places(&now));
            let opened = is.iter().filter(|place| !was.contains(place)).count();
            let filled = was.iter().filter(|place| !is.contains(place)).count();
            prop_assert_eq!((effect.opened.len(), effect.filled.len()), (opened, filled));
        }
    }
}

#[test]
fn what_is_not_there_cannot_be_taken_out() {
    let grid = Grid::of(sample(), range());
    let mut live = Live::of(sample(), &grid, schedule());
    let before = live.review();
    let mut other = schedule()
        .iter()
        .find(|one| one.origin == Origin::Sequel)
        .unwrap()
        .clone();
    other.start = other.start + 1;
    assert!(live.edit(&[other], &[]).is_err());
    assert_eq!(live.review(), before);
}

#[test]
fn a_quota_tells_its_minutes() {
    let grid = Grid::of(sample(), range());
    let mut live = Live::of(sample(), &grid, schedule());
    let counted = |one: &&Airing| {
        let channel = sample().channel(one.channel.as_str()).unwrap();
        one.origin == Origin::Sequel && !sample().channels[channel.at()].quotas.is_empty()
    };
    let airing = schedule().iter().find(counted).unwrap();
    let effect = live.edit(std::slice::from_ref(airing), &[]).unwrap();
    let back = live.edit(&[], std::slice::from_ref(airing)).unwrap();
    let minutes = (airing.end - airing.start) / 60_000;
    assert!(!effect.quotas.is_empty());
    for (without, with) in effect.quotas.iter().zip(&back.quotas) {
        assert_eq!(with.total - without.total, minutes);
        assert_eq!(
            (without.missed_before, with.missed_before),
            (with.missed, without.missed)
        );
    }
    assert_eq!(effect.opened, back.filled);
}
