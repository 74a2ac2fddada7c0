//! Which licence an airing put there by hand is charged to: as the rules charge any other.

use std::collections::{BTreeSet, HashSet};

use arna_domain::index::{ChannelIx, EpisodeIx, VersionIx};
use arna_domain::instance::Instances;
use arna_domain::placed::{By, Placed, Showing};
use arna_domain::{Airing, Index, Origin};

/// Everything of some episodes that is on air anywhere, history included, as the rules judge it.
pub(crate) fn of_episodes<'a>(
    index: &'a Index,
    instances: &'a Instances,
    airings: impl Iterator<Item = &'a Airing>,
    episodes: &BTreeSet<EpisodeIx>,
) -> Placed<'a> {
    let mut placed = Placed::new(index, instances);
    for one in &index.history {
        if episodes.contains(&index.versions[one.version.at()].episode) {
            let aired = Showing {
                channel: one.channel,
                date: one.date,
                start: one.start,
                version: one.version,
                by: By::History {
                    moves_strand: one.moves_strand,
                },
                licence: one.licence,
                instance: None,
                source: None,
            };
            placed.place(if aired.licence.is_some() {
                aired
            } else {
                placed.charge(aired)
            });
        }
    }
    // Few of the many airings are of these episodes: their versions' names tell, before anything is looked up.
    let versions = episodes
        .iter()
        .flat_map(|episode| index.episodes[episode.at()].versions.clone());
    let names: HashSet<&str> = versions
        .map(|version| index.versions[version as usize].id.as_str())
        .collect();
    let of_these = airings.filter(|airing| {
        let name = airing.version.as_ref().filter(|_| airing.origin.is_programme());
        name.is_some_and(|name| names.contains(name.as_str()))
    });
    // What history tells of too is over, and counts once.
    let aired: HashSet<_> = index
        .history
        .iter()
        .map(|one| (one.channel, one.start, one.version))
        .collect();
    for one in of_these.filter_map(|airing| showing(index, airing)) {
        if !aired.contains(&(one.channel, one.start, one.version)) {
            placed.place(one);
        }
    }
    placed
}

/// A programme airing of the schedule as the rules judge it by itself, without its slot.
pub(crate) fn showing(index: &Index, airing: &Airing) -> Option<Showing> {
    let by = match airing.origin {
        Origin::Pin => By::Pin,
        Origin::Sequel => By::Sequel,
        Origin::Repeat => By::Repeat,
        Origin::Pool => By::Pool,
        Origin::Hold | Origin::Promo | Origin::Filler => return None,
    };
    let licence = airing.licence.as_ref();
    Some(Showing {
        channel: index.channel(airing.channel.as_str())?,
        date: airing.date,
        start: airing.start,
        version: index.version(airing.version.as_ref()?.as_str())?,
        by,
        licence: licence.and_then(|licence| index.licence(licence.as_str())),
        instance: None,
        source: None,
    })
}

/// An airing of a version as a pin, not yet charged.
pub(crate) fn pinned(index: &Index, channel: ChannelIx, start: arna_domain::Instant, version: VersionIx) -> Showing {
    Showing {
        channel,
        date: index.channels[channel.at()].clock.broadcast_date(start),
        start,
        version,
        by: By::Pin,
        licence: None,
        instance: None,
        source: None,
    }
}

/// The licence that an airing is charged to: the one it names where that still covers it and has a run left, else the first
/// listed that does.
pub(crate) fn charged(placed: &Placed<'_>, one: Showing) -> Showing {
    let keeps = one.licence.filter(|&licence| {
        let mut covering = placed.index.covering(one.version, one.channel, one.date);
        covering.any(|other| other == licence) && placed.has_run_left(licence, &one)
    });
    match keeps {
        Some(_) => one,
        None => placed.charge(one),
    }
}
