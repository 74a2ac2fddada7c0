//! Why an airing is where it is, or why a slot is open.

use arna_domain::index::ChannelIx;
use arna_domain::{Airing, BroadcastDate, DateRange, Index, Instant, values};
pub use arna_planner::Explanation;
use rustc_hash::FxHashSet;

use crate::desk::within;
use crate::failure::Failure;
use crate::planning;

/// What to explain.
#[derive(Clone, Debug)]
pub enum Question {
    /// An airing.
    Airing {
        /// Its channel.
        channel: String,
        /// Its start.
        start: Instant,
    },
    /// An open slot.
    Slot {
        /// Its slot.
        slot: String,
        /// Its broadcast date.
        date: BroadcastDate,
    },
}

/// Why an airing is where it is, or why a slot is open.
///
/// # Errors
/// `nothing_there` when the schedule has no such airing, or the station no such slot on that date.
pub fn explain(
    index: &Index,
    schedule: &[Airing],
    range: DateRange,
    question: &Question,
) -> Result<Explanation, Failure> {
    match question {
        Question::Airing { channel, start } => {
            let near = |number| near(index, schedule, number);
            let near = index.channel(channel).map(near).unwrap_or_default();
            let airings = within(&near, range);
            let airing = airings
                .iter()
                .find(|airing| airing.channel.as_str() == channel && airing.start == *start);
            let Some(airing) = airing else {
                let values = values! { "channel" => channel.as_str(), "start" => start.to_string() };
                return Err(Failure::new("nothing_there", values));
            };
            let fixed = planning::judged_in(index, &near, range);
            Ok(arna_planner::explain_airing(&fixed, range, &airings, airing))
        }
        Question::Slot { slot, date } => {
            let number = index
                .slot(slot)
                .filter(|number| index.slots[number.at()].stands_on(*date));
            let Some(number) = number else {
                let values = values! { "slot" => slot.as_str(), "date" => date.to_string() };
                return Err(Failure::new("no_slot_there", values));
            };
            let near = near(index, schedule, index.slots[number.at()].channel);
            let fixed = planning::judged_in(index, &near, range);
            let airings = within(&near, range);
            Ok(arna_planner::explain_open(&fixed, range, &airings, number, *date))
        }
    }
}

/// Of a schedule what can matter to an airing on a channel: what is on that channel, on those that it shares runs with, and on
/// those that show first what it may show; of others only programmes. On a large station that is little of much.
fn near(index: &Index, schedule: &[Airing], channel: ChannelIx) -> Vec<Airing> {
    let own = index.all_on(schedule, channel);
    let mut programmes: FxHashSet<_> = index.licensed_on(channel).iter().copied().collect();
    let version = |airing: &&Airing| index.version(airing.version.as_ref()?.as_str());
    programmes.extend(
        own.iter()
            .filter_map(version)
            .map(|one| index.versions[one.at()].programme),
    );
    let mut channels = FxHashSet::from_iter([channel]);
    for programme in programmes.iter().map(|one| &index.programmes[one.at()]) {
        for licence in programme.licences.iter().map(|one| &index.licences[one.at()]) {
            if licence.shared && licence.channels.is_empty() {
                return schedule.to_vec();
            }
            if licence.shared && licence.channels.contains(&channel) {
                channels.extend(&licence.channels);
            }
        }
        let seasons = &index.seasons[programme.seasons.start as usize..programme.seasons.end as usize];
        let first = seasons.iter().flat_map(|season| &season.holdbacks);
        channels.extend(first.map(|&(first, _)| first));
    }
    // In the order of the schedule.
    let mut channels: Vec<ChannelIx> = channels.into_iter().collect();
    channels.sort_unstable_by_key(|one| index.channels[one.at()].rank);
    let all = channels.iter().flat_map(|&one| index.all_on(schedule, one));
    let counts = |airing: &&Airing| airing.origin.is_programme() || airing.channel == index.channels[channel.at()].id;
    all.filter(counts).cloned().collect()
}
