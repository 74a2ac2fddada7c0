//! What a file says is on air, laid in place of what is accepted: by the same rules as airings are put on air by hand.

use std::collections::HashSet;

use arna_domain::index::{ChannelIx, VersionIx};
use arna_domain::{Airing, DateRange, Index, Instant, Language, Station, values};

use super::draft::Draft;
use super::{Collision, Manner};
use crate::desk::starting;
use crate::failure::Failure;
use crate::ops::Step;

/// Something that is to be on air, besides breaks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Body {
    /// As it is accepted.
    Accepted(Airing),
    /// A version, as a person's decision.
    Version(Instant, VersionIx),
    /// A live block.
    Hold(Airing),
}

/// What would be on air on a channel in a range of dates with these in place of what is accepted. Breaks follow their programme, and
/// what is left of slots is filled anew.
///
/// # Errors
/// `day_aired` where something would change on a day that is over; `collides`.
pub(crate) fn in_place_of(
    station: &Station,
    index: &Index,
    (channel, range): (ChannelIx, DateRange),
    bodies: &[Body],
    language: &Language,
) -> Result<Vec<Airing>, Failure> {
    let manner = Manner {
        collision: Collision::Refuse,
        language: language.clone(),
    };
    let mut draft = Draft::of(station, index, &manner);
    let name = |airing: &Airing| (airing.start, airing.version.clone(), airing.title.clone());
    let staying = bodies.iter().filter_map(|body| match body {
        Body::Accepted(own) => Some(name(own)),
        _ => None,
    });
    let staying: HashSet<_> = staying.collect();
    let gone = draft.lane(channel).bodies.iter();
    let gone: Vec<Airing> = gone
        .filter(|airing| range.holds(airing.date) && !staying.contains(&name(airing)))
        .cloned()
        .collect();
    for airing in &gone {
        draft.lift(airing)?;
    }
    for body in bodies {
        match body {
            Body::Accepted(_) => {}
            Body::Version(start, version) => {
                draft.lay(channel, *start, *version)?;
            }
            Body::Hold(airing) => {
                draft.make_room(channel, airing.clone())?;
            }
        }
    }
    let id = &index.channels[channel.at()].id;
    let ever = (Instant::from_ms(i64::MIN), Instant::from_ms(i64::MAX));
    let mut all = starting(&station.schedule, id, ever.0, ever.1).to_vec();
    for step in draft.finish("accept_import", values! {}).steps {
        if let Step::Airings {
            from, until, airings, ..
        } = step
        {
            all.retain(|one| !(from..until).contains(&one.start));
            all.extend(airings);
        }
    }
    all.retain(|one| range.holds(one.date));
    all.sort_by_key(|one| one.start);
    Ok(all)
}
