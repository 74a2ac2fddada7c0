//! What a proposal rests on: what others did since it was calculated leaves it as good as it was where it touches nothing of that.

use std::collections::BTreeSet;

use arna_domain::index::ProgrammeIx;
use arna_domain::{Airing, Index, LicenceId, Plan};

use crate::planning::Channels;

/// For so many days around its range a plan counts what airs on its channels: quotas are of weeks.
const AROUND: i64 = 7;

/// Whether airings that came or went touch what a plan for some channels rests on. What they have in common with its own is all
/// that rules go by: the channel's time, a programme (orders, gaps, holdbacks, repeats) and a licence (runs).
pub(super) fn touch(changed: &[Airing], plan: &Plan, channels: &Channels, index: &Index) -> bool {
    let own_programmes: BTreeSet<ProgrammeIx> =
        plan.airings.iter().filter_map(|one| programme_of(one, index)).collect();
    let own_licences: BTreeSet<&LicenceId> = plan.airings.iter().filter_map(|one| one.licence.as_ref()).collect();
    let (from, until) = (plan.range.from.plus_days(-AROUND), plan.range.end().plus_days(AROUND));
    changed.iter().any(|one| {
        let is_near = channels.hold(&one.channel) && (from..until).contains(&one.date);
        let is_known = one.version.is_none() || programme_of(one, index).is_some();
        let has_common = programme_of(one, index).is_some_and(|programme| own_programmes.contains(&programme))
            || one
                .licence
                .as_ref()
                .is_some_and(|licence| own_licences.contains(licence));
        is_near || !is_known || has_common
    })
}

fn programme_of(airing: &Airing, index: &Index) -> Option<ProgrammeIx> {
    let version = index.version(airing.version.as_ref()?.as_str())?;
    Some(index.seasons[index.versions[version.at()].season.at()].programme)
}
