//! Rules of rights: licences, their runs and gaps, holdbacks.

use super::{Grounds, Judgement};
use crate::index::LicenceIx;
use crate::placed::{By, Placed, Showing};

use Judgement::{Broken, DoesNotApply, Kept};

/// A licence covers the programme (and the season), the channel, the language and the broadcast date; where the airing names
/// one, that one does.
pub(super) fn not_licensed(placed: &Placed<'_>, showing: &Showing) -> Judgement {
    let covering = placed
        .index
        .covering(showing.version, showing.channel, showing.date)
        .find(|&licence| showing.licence.is_none_or(|named| named == licence));
    match covering {
        Some(licence) => Kept(Grounds::Licensed { licence }),
        None => Broken(Grounds::NotLicensed {
            date: showing.date,
            language: placed.index.versions[showing.version.at()].language,
            nearest: showing.licence.or_else(|| nearest(placed, showing)),
        }),
    }
}

/// The licence of the channel and language that holds on the date nearest to the airing's.
fn nearest(placed: &Placed<'_>, showing: &Showing) -> Option<LicenceIx> {
    let away = |licence: LicenceIx| {
        let entry = &placed.index.licences[licence.at()];
        entry
            .from
            .days_since(showing.date)
            .max(showing.date.days_since(entry.until))
    };
    placed
        .index
        .covering_somewhen(showing.version, showing.channel)
        .min_by_key(|&licence| (away(licence), licence))
}

/// The licence it is charged to has a run for it; where it is charged to none, no covering licence has.
pub(super) fn runs_exhausted(placed: &Placed<'_>, showing: &Showing) -> Judgement {
    let charged = showing.licence.or_else(|| placed.licence_for(showing));
    let judged = charged.or_else(|| {
        placed
            .index
            .covering(showing.version, showing.channel, showing.date)
            .last()
    });
    let Some(licence) = judged else {
        return DoesNotApply;
    };
    let max = placed.index.licences[licence.at()].max_runs;
    let runs = placed.runs(licence, showing);
    let grounds = Grounds::Runs { licence, runs, max };
    if max.is_none_or(|max| runs <= max) {
        Kept(grounds)
    } else {
        Broken(grounds)
    }
}

/// A pool airing starts at least its licence's gap away from any other airing of the episode on the channel that is not its
/// repeat. Of a pair of pool airings each keeps its own gap; of a pair with a repeat of a pool slot the repeat is refused.
pub(super) fn too_close(placed: &Placed<'_>, showing: &Showing) -> Judgement {
    if !matches!(showing.by, By::Pool | By::LateRepeat) {
        return DoesNotApply;
    }
    let version = &placed.index.versions[showing.version.at()];
    let gap = |licence: LicenceIx| placed.index.licences[licence.at()].min_gap_ms;
    // No licence that an airing of the episode can be charged to asks for more.
    let widest = placed.index.programmes[version.programme.at()]
        .licences
        .iter()
        .map(|&licence| gap(licence))
        .max()
        .unwrap_or_default();
    let own = showing.licence.filter(|_| showing.by == By::Pool);
    let near = placed.of_episode(
        showing.channel,
        version.episode,
        showing.start - widest,
        showing.start + widest,
    );
    for other in near {
        if placed.repeats(showing, other) || placed.repeats(other, showing) {
            continue;
        }
        let apart_ms = (showing.start - other.start).abs();
        let others = other.licence.filter(|_| placed.is_of_pool(other));
        if let Some(licence) = own.into_iter().chain(others).find(|&licence| apart_ms < gap(licence)) {
            return Broken(Grounds::Gap {
                licence,
                other: Some(other.start),
                apart_ms: Some(apart_ms),
            });
        }
    }
    match own {
        None => Kept(Grounds::Free),
        Some(licence) => Kept(Grounds::Gap {
            licence,
            other: None,
            apart_ms: None,
        }),
    }
}

/// Where the episode's season is held back and the channel is not the one that shows it first: the first channel has shown
/// it (pinned, as a sequel, or before the range) at least so long before.
pub(super) fn held_back(placed: &Placed<'_>, showing: &Showing) -> Judgement {
    let version = &placed.index.versions[showing.version.at()];
    let mut last = Grounds::NoHoldback;
    for &(first_channel, wait_ms) in &placed.index.seasons[version.season.at()].holdbacks {
        if first_channel == showing.channel {
            continue;
        }
        let premiere = placed.first_showing(first_channel, version.episode);
        let grounds = Grounds::Holdback {
            first_channel,
            wait_ms,
            premiere,
        };
        if premiere.is_none_or(|premiere| showing.start < premiere + wait_ms) {
            return Broken(grounds);
        }
        last = grounds;
    }
    Kept(last)
}
