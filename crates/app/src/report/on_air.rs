//! The programme airings of a range, as reports count them.

use arna_domain::index::{ChannelIx, EpisodeIx, LanguageIx, ProgrammeIx, SeasonIx};
use arna_domain::{Airing, BroadcastDate, Instant, Origin, SlotId, values};
use arna_exchange::listing::{Showing, Shown};
use rustc_hash::FxHashSet;

use super::{Note, Of};

/// A programme on air.
#[derive(Clone, Debug)]
pub(super) struct OnAir {
    pub(super) channel: ChannelIx,
    pub(super) date: BroadcastDate,
    pub(super) start: Instant,
    pub(super) ms: i64,
    pub(super) episode: EpisodeIx,
    pub(super) season: SeasonIx,
    pub(super) programme: ProgrammeIx,
    pub(super) language: LanguageIx,
    pub(super) slot: Option<SlotId>,
    pub(super) showing: Shows,
    /// Whether it starts in prime time.
    pub(super) is_prime: bool,
    /// What of it lies in prime time.
    pub(super) prime_ms: i64,
}

/// Whether an episode was shown before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shows {
    Premiere,
    FirstRun,
    Repeat,
}

/// What is accepted, and what history tells that the schedule does not hold: everything that was or will be on air, each once.
pub(super) fn everything(of: &Of<'_>) -> Vec<Airing> {
    let is_programme = |airing: &&Airing| airing.origin.is_programme() && airing.version.is_some();
    let mut all: Vec<Airing> = of.station.schedule.iter().filter(is_programme).cloned().collect();
    let known: FxHashSet<_> = all.iter().map(|one| (one.channel.clone(), one.start)).collect();
    let aired = of.station.history.iter().zip(&of.index.history);
    let told_only = aired.filter(|(aired, _)| !known.contains(&(aired.channel.clone(), aired.start)));
    all.extend(told_only.map(|(aired, fixed)| Airing {
        channel: aired.channel.clone(),
        date: fixed.date,
        start: aired.start,
        end: aired.start + of.index.versions[fixed.version.at()].duration_ms,
        version: Some(aired.version.clone()),
        title: None,
        language: None,
        licence: aired.licence.clone(),
        slot: None,
        origin: if aired.repeat { Origin::Repeat } else { Origin::Pin },
    }));
    all
}

/// The programme airings of the channels and dates asked for, by start and channel.
pub(super) fn on_air(of: &Of<'_>) -> Vec<OnAir> {
    let all = everything(of);
    let shown = Shown::of(of.index, &all);
    let prime = of.asked.prime();
    let one = |airing: &Airing| {
        let channel = of.index.channel(airing.channel.as_str())?;
        if !of.asked.range.holds(airing.date) || !of.has(channel) {
            return None;
        }
        let version = of.index.version(airing.version.as_ref()?.as_str())?;
        let entry = &of.index.versions[version.at()];
        let clock = &of.index.channels[channel.at()].clock;
        let (from, until) = (clock.at(airing.date, prime.0), clock.at(airing.date, prime.1));
        Some(OnAir {
            channel,
            date: airing.date,
            start: airing.start,
            ms: airing.end - airing.start,
            episode: entry.episode,
            season: entry.season,
            programme: entry.programme,
            language: entry.language,
            slot: airing.slot.clone(),
            showing: match shown.before(airing, channel, entry.episode) {
                Showing::Premiere => Shows::Premiere,
                Showing::FirstRun => Shows::FirstRun,
                Showing::Repeat { .. } => Shows::Repeat,
            },
            is_prime: from <= airing.start && airing.start < until,
            prime_ms: (airing.end.min(until) - airing.start.max(from)).max(0),
        })
    };
    let mut own: Vec<OnAir> = all.iter().filter_map(one).collect();
    own.sort_by_key(|one| (one.start, one.channel));
    own
}

/// How airings are counted.
pub(super) fn counted(of: &Of<'_>) -> Vec<Note> {
    let (from, until) = of.asked.prime();
    vec![
        Note::new("airings"),
        Note {
            code: "prime",
            values: values! { "from" => from.to_string(), "until" => until.to_string() },
        },
    ]
}
