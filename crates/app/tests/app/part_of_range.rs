//! Planning a part of what is accepted again: what lies outside it is as fixed as it would be, had all of it been planned.

use std::ops::ControlFlow;

use arna_app::desk::review;
use arna_app::fixing::{Wanted, fixes};
use arna_app::planning::{Keep, Policy, Proof, calculate, replan};
use arna_domain::{BroadcastDate, DateRange, Index, Station, Zones};
use arna_sample::{Size, make};

use crate::fixture::fast;

/// Plans every part of an accepted range again, nothing edited: it changes nothing. Quotas count the planned dates alone, so only what one of them
/// kept open may be filled, and its break with it.
fn changes_nothing(station: &Station, range: DateRange) {
    let index = Index::of(station, &Zones::bundled()).unwrap();
    let plan = calculate(&index, &[], &fast(range), &|_| ControlFlow::Continue(())).unwrap();
    let for_quota: Vec<_> = plan
        .findings
        .iter()
        .filter(|finding| finding.code == "open_for_quota")
        .map(|finding| (finding.place.slot.clone(), finding.place.date))
        .collect();
    for first in 0..range.days {
        for days in 1..=range.days - first {
            let part = DateRange::new(range.from.plus_days(i64::from(first)), days).unwrap();
            let again = replan(&index, &plan.airings, &fast(part), Keep::Accepted, &|_| {
                ControlFlow::Continue(())
            });
            let difference = again.unwrap().difference;
            let programmes = difference.added.iter().filter(|one| one.airing.origin.is_programme());
            for one in programmes {
                let place = (one.airing.slot.clone(), Some(one.airing.date));
                assert!(for_quota.contains(&place), "{} and {days} days: {one:?}", part.from);
            }
            assert!(
                difference.moved.iter().all(|one| !one.after.origin.is_programme())
                    && difference.removed.iter().all(|one| !one.airing.origin.is_programme()),
                "{} and {days} days: {:?} {:?}",
                part.from,
                difference.moved,
                difference.removed
            );
        }
    }
}

#[test]
fn any_part_of_the_sample_planned_again_changes_nothing() {
    let station: Station = serde_json::from_str(include_str!("../../../../sample/station.json")).unwrap();
    let from = BroadcastDate::parse("2024-07-01").unwrap();
    changes_nothing(&station, DateRange::new(from, 10).unwrap());
}

#[test]
fn any_part_of_a_station_with_pools_and_their_repeats_planned_again_changes_nothing() {
    for (seed, from) in [
        (1, "2024-07-01"),
        (2, "2024-02-26"),
        (3, "2024-03-27"),
        (4, "2024-09-30"),
        (5, "2024-10-14"),
        (6, "2024-10-21"),
    ] {
        let (station, range) = make(Size::Mini, seed, BroadcastDate::parse(from).unwrap());
        changes_nothing(&station, range);
    }
}

/// An airing and its repeat are one run, also where only the airing's day is planned again: the licence's one run is not spent.
#[test]
fn a_repeat_beyond_the_part_does_not_take_the_run_that_it_shares() {
    let station: Station = serde_json::from_value(serde_json::json!({
        "format": "arna-station/1",
        "channels": [{"id": "k", "name": "K", "tz": "Asia/Almaty", "day_start": "06:00"}],
        "programmes": [{"id": "f", "kind": "film", "title": {}, "seasons": [{"id": "f/1", "number": 1, "episodes": [
            {"id": "f/1/1", "number": 1, "versions": [{"id": "f.kk", "language": "kk", "duration_ms": 1_500_000}]}]}]}],
        "licences": [{"id": "F", "programme": "f", "from": "2024-01-01", "until": "2024-12-31",
            "max_runs": 1, "rerun_hours": 24, "min_gap_hours": 48}],
        "slots": [
            {"id": "prime", "channel": "k", "start": "21:00", "length_min": 30, "languages": ["kk"], "until": "2024-07-01",
                "fill": {"pool": {"kinds": ["film"]}}},
            {"id": "again", "channel": "k", "start": "10:00", "length_min": 30, "languages": ["kk"],
                "fill": {"repeat": {"of": "prime", "days_after": 1}}}]
    }))
    .unwrap();
    let day = |days| DateRange::new(BroadcastDate::parse("2024-07-01").unwrap(), days).unwrap();
    let index = Index::of(&station, &Zones::bundled()).unwrap();
    let go_on = |_| ControlFlow::Continue(());
    let plan = calculate(&index, &[], &fast(day(2)), &go_on).unwrap();
    assert_eq!(plan.airings.len(), 2, "{:?}", plan.airings);
    let proved = Policy {
        proof: Proof::Given,
        ..fast(day(1))
    };
    let accepted = Station {
        schedule: plan.airings.clone(),
        ..station
    };
    let index = Index::of(&accepted, &Zones::bundled()).unwrap();
    for keep in [Keep::Accepted, Keep::Pinned] {
        let again = replan(&index, &plan.airings, &proved, keep, &go_on).unwrap().plan;
        assert_eq!(again.airings, plan.airings[..1], "{keep:?}");
        let bound = again.score.bound.unwrap();
        assert!(again.score.pool <= bound.pool, "{:?}", again.score);
    }
}

/// A film that one channel is to show first, on two channels a day each, and nothing but pools.
fn held_back() -> Station {
    let slot = |channel: &str, from: &str| {
        serde_json::json!({"id": format!("{channel}-prime"), "channel": channel, "start": "21:00", "length_min": 30,
            "languages": ["kk"], "from": from, "until": from, "fill": {"pool": {"kinds": ["film"]}}})
    };
    serde_json::from_value(serde_json::json!({
        "format": "arna-station/1",
        "channels": [
            {"id": "c", "name": "C", "tz": "Asia/Almaty", "day_start": "06:00"},
            {"id": "k", "name": "K", "tz": "Asia/Almaty", "day_start": "06:00"}],
        "programmes": [{"id": "f", "kind": "film", "title": {}, "seasons": [{"id": "f/1", "number": 1, "episodes": [
            {"id": "f/1/1", "number": 1, "versions": [{"id": "f.kk", "language": "kk", "duration_ms": 1_500_000}]}]}]}],
        "licences": [{"id": "F", "programme": "f", "from": "2024-01-01", "until": "2024-12-31"}],
        "holdbacks": [{"season": "f/1", "first_channel": "c", "hours": 2}],
        "slots": [slot("c", "2024-07-01"), slot("k", "2024-07-02")]
    }))
    .unwrap()
}

/// What a pool shows is no premiere, whether it is planned with what waits for it or accepted before that.
#[test]
fn days_planned_one_after_the_other_keep_the_holdbacks_that_they_keep_together() {
    let mut station = held_back();
    let index = Index::of(&station, &Zones::bundled()).unwrap();
    let go_on = |_| ControlFlow::Continue(());
    let days = |first: &str, days| DateRange::new(BroadcastDate::parse(first).unwrap(), days).unwrap();
    let together = calculate(&index, &[], &fast(days("2024-07-01", 2)), &go_on).unwrap();
    let first = calculate(&index, &[], &fast(days("2024-07-01", 1)), &go_on).unwrap();
    let then = calculate(&index, &first.airings, &fast(days("2024-07-02", 1)), &go_on).unwrap();
    let one_by_one = [first.airings, then.airings].concat();
    assert_eq!(one_by_one, together.airings);
    assert_eq!(one_by_one.len(), 1, "K waits for a premiere");
    station.schedule = one_by_one;
    let index = Index::of(&station, &Zones::bundled()).unwrap();
    let found = review(&index, &station.schedule, days("2024-07-01", 2)).findings;
    assert!(found.is_empty(), "{found:?}");
}

/// Where history tells of a part of the dates that are asked about, the rest is planned again; what is over needs no fix.
#[test]
fn what_would_help_is_told_of_what_comes_after_history() {
    let mut document = serde_json::to_value(held_back()).unwrap();
    document["history"] =
        serde_json::json!([{"channel": "c", "start": "2024-07-01T10:00:00+05:00", "version": "f.kk"}]);
    document["licences"][0]["until"] = "2024-07-01".into();
    let station: Station = serde_json::from_value(document).unwrap();
    let zones = Zones::bundled();
    let index = Index::of(&station, &zones).unwrap();
    let wanted = |slot: &str, date: &str| Wanted {
        slot: slot.to_owned(),
        date: BroadcastDate::parse(date).unwrap(),
        range: DateRange::new(BroadcastDate::parse("2024-07-01").unwrap(), 7).unwrap(),
        threads: std::num::NonZeroUsize::MIN,
    };
    let asked = |wanted| fixes(&station, &index, &zones, &[], &wanted, &|_| ControlFlow::Continue(())).unwrap();
    assert!(!asked(wanted("k-prime", "2024-07-02")).is_empty());
    assert_eq!(asked(wanted("c-prime", "2024-07-01")), []);
}
