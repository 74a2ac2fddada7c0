//! Fixes and what-if questions, on the sample station.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use arna_app::desk::SAMPLE;
use arna_app::fixing::{Fix, Wanted, fixes};
use arna_app::planning::{self, Effort, Keep, Policy, Proof};
use arna_app::what_if::{WhatIf, document, what_if};
use arna_domain::{Amendment, BroadcastDate, DateRange, Index, Plan, Station, Zones, amend};
use serde_json::json;

fn sample() -> (Station, Index) {
    let station: Station = serde_json::from_str(SAMPLE).unwrap();
    let index = Index::of(&station, &Zones::bundled()).unwrap();
    (station, index)
}

fn date(text: &str) -> BroadcastDate {
    BroadcastDate::parse(text).unwrap()
}

fn week() -> Policy {
    Policy {
        range: DateRange::new(date("2024-07-01"), 7).unwrap(),
        seed: 0,
        effort: Effort::Fast,
        threads: NonZeroUsize::MIN,
        proof: Proof::Spared,
    }
}

fn planned(station: &Station, index: &Index) -> Plan {
    planning::calculate(index, &station.schedule, &week(), &|_| ControlFlow::Continue(())).unwrap()
}

fn airs(plan: &Plan, slot: &str, on: &str) -> bool {
    let mut airings = plan.airings.iter();
    airings.any(|one| one.date == date(on) && one.slot.as_ref().is_some_and(|own| own.as_str() == slot))
}

/// The fixes of a slot that the sample's first week leaves open; with each the slot airs.
fn fixed(station: &Station, slot: &str, on: &str) -> Vec<Fix> {
    let zones = Zones::bundled();
    let index = Index::of(station, &zones).unwrap();
    let plan = planned(station, &index);
    assert!(!airs(&plan, slot, on));
    let wanted = Wanted {
        slot: slot.to_owned(),
        date: date(on),
        range: week().range,
        threads: NonZeroUsize::MIN,
    };
    let found = fixes(station, &index, &zones, &plan.airings, &wanted, &|_| {
        ControlFlow::Continue(())
    })
    .unwrap();
    assert!(!found.is_empty(), "{slot} has no fix");
    for fix in &found {
        let amended = amend(station, &fix.amendments, &zones).unwrap();
        let index = Index::of(&amended, &zones).unwrap();
        assert!(airs(&planned(&amended, &index), slot, on), "{fix:?}");
    }
    found
}

fn kinds(fix: &Fix) -> Vec<&'static str> {
    fix.amendments.iter().map(Amendment::kind).collect()
}

#[test]
fn three_refusals_of_the_sample_have_a_fix_that_works() {
    let (station, _) = sample();
    // The licence of the night sky ended in June.
    let found = fixed(&station, "khabar-night-sky", "2024-07-05");
    assert_eq!(
        serde_json::to_value(&found[0].amendments).unwrap(),
        json!([{"licence_window": {"licence": "night-sky-kz", "until": "2024-07-05"}}])
    );
    assert!(found[0].after.pool > found[0].before.pool);
    // The fourth quotation has no Kazakh version.
    let found = fixed(&station, "khabar-quotes-sunday", "2024-07-07");
    let made = found.iter().find(|fix| kinds(fix) == ["new_version"]).unwrap();
    assert_eq!(made.airs.as_str(), "quotes/2/4.kk");
    assert_eq!(made.after.open, made.before.open - 1);
    // Without the premiere in Beijing nothing comes to Khabar.
    let lost = [Amendment::ChannelLost {
        channel: "cctv4.cn".into(),
        from: date("2024-07-01"),
    }];
    let station = amend(&station, &lost, &Zones::bundled()).unwrap();
    let found = fixed(&station, "khabar-common-dream", "2024-07-04");
    assert_eq!(kinds(&found[0]), ["holdback_lost"]);
    assert_eq!(found[0].airs.as_str(), "common-dream/1/1.kk");
}

#[test]
fn only_what_the_change_forces_differs() {
    let ends = Amendment::LicenceWindow {
        licence: "quotes-kz-3".into(),
        from: None,
        until: Some(date("2024-07-04")),
    };
    let (mut station, index) = sample();
    let zones = Zones::bundled();
    station.schedule = planned(&station, &index).airings;
    let policy = Policy {
        proof: Proof::Given,
        ..week()
    };
    let aired = Keep::Aired {
        before: station.schedule[station.schedule.len() / 2].start,
    };
    for keep in [None, Some(Keep::Accepted), Some(Keep::Pinned), Some(aired)] {
        let report = |_| ControlFlow::Continue(());
        let told = what_if(
            &station,
            &index,
            &zones,
            std::slice::from_ref(&ends),
            &policy,
            keep,
            &report,
        )
        .unwrap();
        for one in told
            .difference
            .removed
            .iter()
            .filter(|one| one.airing.origin.is_programme())
        {
            assert!(
                ["rule", "repeat_follows", "strand_moved"].contains(&one.cause.code),
                "{keep:?}: {one:?}"
            );
        }
        for one in told
            .difference
            .added
            .iter()
            .filter(|one| one.airing.origin.is_programme())
        {
            assert!(
                ["freed_seat", "strand_moved", "repeat_follows"].contains(&one.cause.code),
                "{keep:?}: {one:?}"
            );
        }
        assert!(!told.difference.is_empty(), "{keep:?}");
        for plan in [&told.without, &told.with] {
            let bound = plan.score.bound.unwrap();
            assert!(
                plan.score.pool <= bound.pool && plan.score.breaks <= bound.breaks,
                "{keep:?}: {:?}",
                plan.score
            );
        }
    }
}

fn compared(amendments: &[Amendment]) -> WhatIf {
    let (station, index) = sample();
    let report = |_| ControlFlow::Continue(());
    what_if(&station, &index, &Zones::bundled(), amendments, &week(), None, &report).unwrap()
}

#[test]
fn a_licence_that_ends_early() {
    let ends = Amendment::LicenceWindow {
        licence: "quotes-kz-3".into(),
        from: None,
        until: Some(date("2024-07-04")),
    };
    let told = compared(std::slice::from_ref(&ends));
    let lost = &told.difference.removed;
    let quotes = lost.iter().filter(|one| {
        let version = one.airing.version.as_ref();
        version.is_some_and(|id| id.as_str().starts_with("quotes/3/"))
    });
    assert!(quotes.clone().count() > 0);
    assert!(
        quotes.clone().all(|one| one.airing.date > date("2024-07-04")),
        "{lost:?}"
    );
    assert!(
        told.opened.iter().all(|one| one.slot.as_str().contains("quotes-3")),
        "{:?}",
        told.opened
    );
    let codes = told
        .opened
        .iter()
        .flat_map(|one| &one.refusals)
        .map(|one| one.code.as_str());
    assert!(codes.clone().any(|code| code == "not_licensed"));
    assert_eq!(
        told.opened.len(),
        told.with.open.len() - told.without.open.len() + told.closed.len()
    );
    let (_, index) = sample();
    let written = document(&told, &index, &[ends]);
    assert_eq!(written["format"], "arna-what-if/1");
    assert_eq!(written["open"]["new"].as_array().unwrap().len(), told.opened.len());
    let cause = &written["airings"]["lost"][0]["cause"];
    assert_eq!(cause["refusal"]["code"], "not_licensed", "{cause}");
    assert_eq!(written["score"]["with"]["pool"], told.with.score.pool);
    let start = written["airings"]["lost"][0]["start"].as_str().unwrap();
    assert!(start.ends_with("+05:00"), "{start}");
}

#[test]
fn a_channel_that_is_lost() {
    let told = compared(&[Amendment::ChannelLost {
        channel: "cctv4.cn".into(),
        from: date("2024-07-01"),
    }]);
    assert!(told.with.airings.iter().all(|one| one.channel.as_str() != "cctv4.cn"));
    assert!(told.with.score.pool < told.without.score.pool);
    let held = told
        .opened
        .iter()
        .find(|one| one.slot.as_str() == "khabar-common-dream")
        .unwrap();
    assert_eq!(held.refusals[0].code, "held_back");
}

#[test]
fn nothing_changed_is_nothing_different() {
    let told = compared(&[]);
    assert_eq!(told.without, told.with);
    assert!(told.opened.is_empty() && told.closed.is_empty() && told.found.is_empty() && told.gone.is_empty());
    assert!(told.difference.is_empty());
}

#[test]
fn what_the_station_does_not_bear_is_refused_with_its_place() {
    let (station, index) = sample();
    let ask = |amendment: Amendment| {
        let report = |_| ControlFlow::Continue(());
        what_if(
            &station,
            &index,
            &Zones::bundled(),
            &[amendment],
            &week(),
            None,
            &report,
        )
        .unwrap_err()
    };
    let refused = ask(Amendment::LicenceLost {
        licence: "nobody".into(),
    });
    assert_eq!(refused.code, "amendments_unusable");
    assert_eq!(refused.details[0].path, "amendments[0].licence_lost.licence");
    let refused = ask(Amendment::SlotLength {
        slot: "khabar-2100".into(),
        length_min: 200,
    });
    assert_eq!(refused.code, "amendments_unusable");
    assert_eq!(refused.details[0].code, "slots_overlap");
    assert_eq!(refused.details[0].path, "amendments[0].slot_length");
}
