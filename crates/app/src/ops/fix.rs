//! A fix applied: its amendments made to the station, and the open slot filled with what then airs there.

use arna_domain::index::FillEntry;
use arna_domain::instance::Instances;
use arna_domain::{
    Airing, Amendment, BroadcastDate, DateRange, Index, Language, Origin, SlotId, Station, Zones, amend, values,
};

use super::Op;
use super::airings::fill_slot;
use super::amendments::between;
use crate::failure::Failure;
use crate::source;

/// A fix that was chosen.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// Its amendments; none: filling the slot is enough.
    pub amendments: Vec<Amendment>,
    /// The slot that is open.
    pub slot: SlotId,
    /// Its broadcast date.
    pub date: BroadcastDate,
    /// What airs there then.
    pub airs: String,
    /// The language that the journal tells titles in.
    pub language: Language,
}

/// Applies a fix: one step of undo for the amendments and the airing together.
///
/// # Errors
/// `amendments_unusable`; `no_slot_there`, `unknown_version`; what would be wrong with the station then.
pub fn apply(station: &Station, zones: &Zones, chosen: &Chosen) -> Result<Op, Failure> {
    let amended = amend(station, &chosen.amendments, zones).map_err(|wrong| Failure::unamendable(&[wrong]))?;
    let index = source::index_of(&amended, zones)?;
    let airing = airing(&index, chosen)?;
    let mut op = fill_slot(&amended, &index, airing, &chosen.language)?;
    let mut steps = between(station, &amended);
    steps.append(&mut op.steps);
    Ok(Op { steps, ..op })
}

/// What airs in the slot then.
fn airing(index: &Index, chosen: &Chosen) -> Result<Airing, Failure> {
    let range = DateRange {
        from: chosen.date,
        days: 1,
    };
    let (instances, _) = Instances::of(index, range);
    let missing = || {
        let values = values! { "slot" => chosen.slot.as_str(), "date" => chosen.date.to_string() };
        Failure::new("no_slot_there", values)
    };
    let slot = index.slot(chosen.slot.as_str()).ok_or_else(missing)?;
    let instance = instances.get(instances.find(slot, chosen.date).ok_or_else(missing)?);
    let unknown = || Failure::new("unknown_version", values! { "version" => chosen.airs.as_str() });
    let version = &index.versions[index.version(&chosen.airs).ok_or_else(unknown)?.at()];
    let origin = match index.slots[slot.at()].fill {
        FillEntry::Sequel { .. } => Origin::Sequel,
        FillEntry::Repeat { .. } => Origin::Repeat,
        FillEntry::Pool { .. } => Origin::Pool,
        FillEntry::Hold { .. } => return Err(missing()),
    };
    Ok(Airing {
        channel: index.channels[instance.channel.at()].id.clone(),
        date: chosen.date,
        start: instance.start,
        end: instance.start + version.duration_ms,
        version: Some(version.id.clone()),
        title: None,
        language: None,
        licence: None,
        slot: Some(chosen.slot.clone()),
        origin,
    })
}
