//! Placing, replacing, removing, pinning and unpinning airings.

use arna_domain::index::FillEntry;
use arna_domain::{Airing, Index, Language, Origin, Station, VersionId, values};
use arna_store::RecordId;

use super::draft::Draft;
use super::hold;
use super::moving::counted;
use super::words::{title_of, wall};
use super::{At, Collision, Manner};
use crate::failure::Failure;
use crate::ops::{Op, Step};

/// A version to be put on air, whatever the rules say: people decide.
#[derive(Clone, Debug)]
pub struct Placing {
    /// What airs.
    pub version: VersionId,
    /// Where.
    pub to: At,
    /// How.
    pub manner: Manner,
}

/// An airing to be given another version.
#[derive(Clone, Debug)]
pub struct Replacing {
    /// The airing.
    pub airing: At,
    /// What airs instead.
    pub version: VersionId,
    /// How.
    pub manner: Manner,
}

/// Puts a version on air.
///
/// # Errors
/// `unknown_version`, `day_aired`, and what the manner's collision refuses.
pub fn place_airing(station: &Station, index: &Index, asked: &Placing) -> Result<Op, Failure> {
    let mut draft = Draft::of(station, index, &asked.manner);
    let (channel, version) = (
        draft.channel(asked.to.channel.as_str())?,
        draft.version(asked.version.as_str())?,
    );
    let start = draft.lay(channel, asked.to.start, version)?;
    let clock = &index.channels[channel.at()].clock;
    let date = clock.broadcast_date(start);
    let args = values! {
        "title" => title_of(station, index, version, &asked.manner.language), "channel" => asked.to.channel.as_str(),
        "date" => date.to_string(), "at" => wall(clock, date, start)
    };
    let args = counted(args, 1, &draft);
    Ok(draft.finish("place_airing", args))
}

/// Puts an airing in its slot as a calculation would have.
///
/// # Errors
/// `collides` where something is on air there.
pub(crate) fn fill_slot(station: &Station, index: &Index, airing: Airing, language: &Language) -> Result<Op, Failure> {
    let manner = Manner {
        collision: Collision::Refuse,
        language: language.clone(),
    };
    let mut draft = Draft::of(station, index, &manner);
    let args = draft.args(&airing);
    let channel = draft.channel(airing.channel.as_str())?;
    draft.make_room(channel, airing)?;
    Ok(draft.finish("apply_fix", args))
}

/// Puts a version on air in place of an airing, from the same start on.
///
/// # Errors
/// As [`place_airing`]; `nothing_there`.
pub fn replace_airing(station: &Station, index: &Index, asked: &Replacing) -> Result<Op, Failure> {
    let mut draft = Draft::of(station, index, &asked.manner);
    let airing = draft.find(&asked.airing)?;
    let (channel, version) = (
        draft.channel(airing.channel.as_str())?,
        draft.version(asked.version.as_str())?,
    );
    let mut args = draft.args(&airing);
    args.insert(
        "other".to_owned(),
        title_of(station, index, version, &asked.manner.language).into(),
    );
    args.insert(
        "language".to_owned(),
        index.languages[index.versions[version.at()].language.at()]
            .as_str()
            .into(),
    );
    draft.lift(&airing)?;
    draft.lay(channel, airing.start, version)?;
    let args = counted(args, 1, &draft);
    Ok(draft.finish("replace_airing", args))
}

/// Takes airings out. Their slots are open then, and the next calculation may fill them; a hold's time becomes a pool of that date.
///
/// # Errors
/// `nothing_there`, `day_aired`.
pub fn remove_airings(station: &Station, index: &Index, airings: &[At], manner: &Manner) -> Result<Op, Failure> {
    let mut draft = Draft::of(station, index, manner);
    let mut args = None;
    for at in airings {
        let airing = draft.find(at)?;
        args.get_or_insert_with(|| draft.args(&airing));
        if airing.origin == Origin::Hold {
            hold::put(&mut draft, &airing, None)?;
        } else {
            draft.lift(&airing)?;
        }
    }
    let args = args.ok_or_else(|| Failure::new("nothing_selected", values! {}))?;
    let args = counted(args, airings.len(), &draft);
    Ok(draft.finish(
        if airings.len() == 1 {
            "remove_airing"
        } else {
            "remove_airings"
        },
        args,
    ))
}

/// Fixes airings where they are.
///
/// # Errors
/// `nothing_there`, `day_aired`; `hold_stays` where there are only holds: the grid fixes them.
pub fn pin_airings(station: &Station, index: &Index, airings: &[At], manner: &Manner) -> Result<Op, Failure> {
    let mut draft = Draft::of(station, index, manner);
    let (mut args, mut count) = (None, 0);
    for at in airings {
        let airing = draft.find(at)?;
        let Some(id) = airing.version.as_ref().filter(|_| airing.origin != Origin::Hold) else {
            continue;
        };
        let (channel, version) = (draft.channel(airing.channel.as_str())?, draft.version(id.as_str())?);
        args.get_or_insert_with(|| draft.args(&airing));
        draft.lift(&airing)?;
        draft.lay(channel, airing.start, version)?;
        count += 1;
    }
    let args = args.ok_or_else(|| Failure::new("hold_stays", values! { "title" => "" }))?;
    let args = counted(args, count, &draft);
    Ok(draft.finish(if count == 1 { "pin_airing" } else { "pin_airings" }, args))
}

/// Gives pinned airings back to the slots that they stand in: the next calculation decides on them again.
///
/// # Errors
/// `nothing_there`; `no_slot_to_return` where one stands in no slot that could have put it there.
pub fn unpin_airings(station: &Station, index: &Index, airings: &[At], manner: &Manner) -> Result<Op, Failure> {
    let mut draft = Draft::of(station, index, manner);
    let (mut args, mut count) = (None, 0);
    let mut steps = Vec::new();
    for at in airings {
        let airing = draft.find(at)?;
        if airing.origin != Origin::Pin {
            continue;
        }
        args.get_or_insert_with(|| draft.args(&airing));
        count += 1;
        let Some(origin) = origin_of(index, &airing) else {
            return Err(Failure::new("no_slot_to_return", draft.args(&airing)));
        };
        let is_kept = |pin: &&arna_domain::Pin| pin.channel == airing.channel && pin.start == airing.start;
        if station
            .pins
            .iter()
            .find(is_kept)
            .is_some_and(|pin| Some(&pin.version) == airing.version.as_ref())
        {
            steps.push(Step::Remove(RecordId::Pin(airing.channel.clone(), airing.start)));
        }
        steps.push(Step::Airings {
            channel: airing.channel.clone(),
            from: airing.start,
            until: airing.start + 1,
            airings: vec![Airing { origin, ..airing }],
        });
    }
    let args = args.ok_or_else(|| Failure::new("nothing_pinned", values! {}))?;
    Ok(Op {
        code: if count == 1 { "unpin_airing" } else { "unpin_airings" }.to_owned(),
        args: counted(args, count, &draft),
        steps,
    })
}

/// Why an airing would be in its slot if nobody had pinned it.
fn origin_of(index: &Index, airing: &Airing) -> Option<Origin> {
    let slot = &index.slots[index.slot(airing.slot.as_ref()?.as_str())?.at()];
    let version = &index.versions[index.version(airing.version.as_ref()?.as_str())?.at()];
    match &slot.fill {
        FillEntry::Sequel { season, .. } => (*season == version.season).then_some(Origin::Sequel),
        FillEntry::Repeat { .. } => Some(Origin::Repeat),
        FillEntry::Pool { .. } => Some(Origin::Pool),
        FillEntry::Hold { .. } => None,
    }
}
