//! What is explained from what matters to a channel is what would be explained from all that is on air.

use std::ops::ControlFlow;

use arna_app::explaining::{Question, explain};
use arna_app::planning;
use arna_domain::{Airing, BroadcastDate, DateRange, Index, OpenSlot, Station, Zones};

use crate::fixture::fast;

#[test]
fn other_channels_matter_by_shared_runs_and_first_showings_only() {
    let from = BroadcastDate::parse("2024-07-01").unwrap();
    let range = DateRange { from, days: 21 };
    let mut station = arna_sample::make_alike(9, 3, range);
    let index = Index::of(&station, &Zones::bundled()).unwrap();
    assert!(
        index
            .licences
            .iter()
            .any(|licence| licence.shared && !licence.channels.is_empty())
    );
    assert!(index.seasons.iter().any(|season| !season.holdbacks.is_empty()));
    let go_on = |_| ControlFlow::Continue(());
    let plan = planning::calculate(&index, &[], &fast(range), &go_on).unwrap();
    station.schedule = plan.airings;
    tells_the_same(&station, &plan.open);
    // What was accepted stays charged to a licence that no longer names its channel, and to its runs.
    let mut shared = station
        .licences
        .iter_mut()
        .filter(|one| one.shared && one.channels.len() > 1);
    shared.next().unwrap().channels.pop();
    tells_the_same(&station, &plan.open);
}

fn tells_the_same(station: &Station, open: &[OpenSlot]) {
    let index = Index::of(station, &Zones::bundled()).unwrap();
    let week = DateRange::new(BroadcastDate::parse("2024-07-08").unwrap(), 7).unwrap();
    let judged = planning::judged_in(&index, &station.schedule, week);
    let within = station.schedule.iter().filter(|one| week.holds(one.date));
    let airings: Vec<Airing> = within.cloned().collect();
    let said = |question| explain(&index, &station.schedule, week, &question).unwrap();
    let mut told = 0;
    for airing in airings.iter().filter(|one| one.origin.is_programme()).step_by(17) {
        let whole = arna_planner::explain_airing(&judged, week, &airings, airing);
        let channel = airing.channel.to_string();
        let start = airing.start;
        assert_eq!(said(Question::Airing { channel, start }), whole);
        told += usize::from(!whole.candidates.is_empty());
    }
    assert!(told > 20, "{told}");
    let open: Vec<_> = open.iter().filter(|one| week.holds(one.date)).collect();
    assert!(!open.is_empty());
    for one in open.into_iter().step_by(17) {
        let (slot, date) = (index.slot(one.slot.as_str()).unwrap(), one.date);
        let whole = arna_planner::explain_open(&judged, week, &airings, slot, date);
        let slot = one.slot.to_string();
        assert_eq!(said(Question::Slot { slot, date }), whole);
    }
}
