//! Step 1: what is fixed. History and pins, charged to licences.

use arna_domain::index::Fixed;
use arna_domain::instance::Instances;
use arna_domain::placed::{By, Placed, Showing};
use arna_domain::{DateRange, Index};

use crate::request::PlanError;

/// History and pins on air: those that name a licence first, then the others in time order, each charged to the first listed
/// licence with a run left for it; a pin that none has a run for is charged to none.
pub(crate) fn place_fixed<'a>(index: &'a Index, instances: &'a Instances) -> Placed<'a> {
    let history = index.history.iter().map(|one| {
        let moves_strand = one.moves_strand;
        showing(one, By::History { moves_strand })
    });
    let pins = index.pins.iter().map(|one| showing(one, By::Pin));
    let mut fixed: Vec<Showing> = history.chain(pins).collect();
    fixed.sort_by_key(|one| (one.start, index.channels[one.channel.at()].rank));
    let mut placed = Placed::new(index, instances);
    let of_pools = index.history.iter().chain(&index.pins);
    placed.set_of_pools(of_pools.filter_map(|one| Some((one.channel, one.start, one.of_pool?))));
    for one in fixed.iter().filter(|one| one.licence.is_some()) {
        placed.place(*one);
    }
    for one in fixed.iter().filter(|one| one.licence.is_none()) {
        placed.place(placed.charge(*one));
    }
    placed
}

/// What is fixed, as the rules judge it.
pub(crate) fn showing(fixed: &Fixed, by: By) -> Showing {
    Showing {
        channel: fixed.channel,
        date: fixed.date,
        start: fixed.start,
        version: fixed.version,
        by,
        licence: fixed.licence,
        instance: None,
        source: None,
    }
}

/// Refuses history that is not before the range.
pub(crate) fn check_history(index: &Index, range: DateRange) -> Result<(), PlanError> {
    match index.history.iter().position(|one| one.date >= range.from) {
        None => Ok(()),
        Some(at) => {
            let one = &index.history[at];
            let channel = &index.channels[one.channel.at()];
            Err(PlanError::HistoryInRange {
                path: format!("history[{at}].start"),
                channel: channel.id.to_string(),
                start: channel.clock.text(one.start),
                from: range.from.to_string(),
            })
        }
    }
}
