//! Why an airing is where it is, or why a slot is open.

use arna_domain::index::{ChannelIx, ProgrammeIx};
use arna_domain::time::SECOND;
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
        /// Its start, to the second.
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
            let nothing_there = || {
                let wall = index.clock_of(channel).map(|clock| clock.text(*start));
                let start = wall.unwrap_or_else(|| start.to_string());
                Failure::new(
                    "nothing_there",
                    values! { "channel" => channel.as_str(), "start" => start },
                )
            };
            let near = near(index, schedule, index.channel(channel).ok_or_else(nothing_there)?);
            let airings = within(&near, range);
            // A start is asked for to the second, and may be a fraction of one later.
            let is_meant =
                |one: &&Airing| one.channel.as_str() == channel && (0..SECOND).contains(&(one.start - *start));
            let meant = airings.iter().filter(is_meant).min_by_key(|one| one.start);
            let airing = meant.ok_or_else(nothing_there)?;
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

/// Of a schedule what can matter to an airing on a channel: all that is on it, and elsewhere the programmes that it shows or may show
/// and that are counted over channels. On a large station that is little of much.
fn near(index: &Index, schedule: &[Airing], channel: ChannelIx) -> Vec<Airing> {
    let id = &index.channels[channel.at()].id;
    let programme = |one: &Airing| {
        let version = index.version(one.version.as_ref()?.as_str())?;
        Some(index.versions[version.at()].programme)
    };
    let own = schedule.iter().filter(|one| one.channel == *id);
    let mut elsewhere: FxHashSet<ProgrammeIx> = own.filter_map(programme).collect();
    elsewhere.extend(index.licensed_on(channel));
    elsewhere.retain(|&one| crosses_channels(index, one));
    let matters = |one: &&Airing| {
        one.channel == *id || one.origin.is_programme() && programme(one).is_some_and(|one| elsewhere.contains(&one))
    };
    schedule.iter().filter(matters).cloned().collect()
}

/// Whether what one channel shows of a programme can matter to another: by runs that a licence shares, or by a first showing.
fn crosses_channels(index: &Index, programme: ProgrammeIx) -> bool {
    let entry = &index.programmes[programme.at()];
    let seasons = &index.seasons[entry.seasons.start as usize..entry.seasons.end as usize];
    entry.licences.iter().any(|one| index.licences[one.at()].shared)
        || seasons.iter().any(|season| !season.holdbacks.is_empty())
}
