//! What is explained from what matters to a channel is what would be explained from all that is on air.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use arna_app::explaining::{Question, explain};
use arna_app::planning::{self, Effort, Policy, Proof};
use arna_domain::{BroadcastDate, DateRange, Index, Zones};

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
    let policy = Policy {
        range,
        seed: 0,
        effort: Effort::Fast,
        threads: NonZeroUsize::MIN,
        proof: Proof::Spared,
    };
    let go_on = |_| ControlFlow::Continue(());
    station.schedule = planning::calculate(&index, &[], &policy, &go_on).unwrap().airings;
    let index = Index::of(&station, &Zones::bundled()).unwrap();
    let week = DateRange {
        from: from.plus_days(7),
        days: 7,
    };
    let judged = planning::judged_in(&index, &station.schedule, week);
    let own: Vec<_> = station
        .schedule
        .iter()
        .filter(|one| week.holds(one.date))
        .cloned()
        .collect();
    let programmes = own.iter().filter(|one| one.origin.is_programme());
    // Airings keep the licence that they were accepted with, also where it no longer names their channel.
    let mut told = 0;
    for airing in programmes.step_by(17) {
        let question = Question::Airing {
            channel: airing.channel.to_string(),
            start: airing.start,
        };
        let whole = arna_planner::explain_airing(&judged, week, &own, airing);
        assert_eq!(explain(&index, &station.schedule, week, &question).unwrap(), whole);
        told += usize::from(!whole.candidates.is_empty());
    }
    assert!(told > 20, "{told}");
}
