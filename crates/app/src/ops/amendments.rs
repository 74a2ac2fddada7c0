//! Amendments made true: what a fix or a "what if" would change, as one edit.

use std::collections::BTreeMap;

use arna_domain::{Airing, Amendment, ChannelId, Index, Station, Zones, amend, values};
use arna_store::{Record, RecordId, records_of};

use super::{Op, Step};
use crate::failure::Failure;

/// The edit that makes amendments to a station: what differs between the station without and with them.
///
/// # Errors
/// `amendments_unusable` with the path of what names nothing that is there or states no change; `nothing_to_amend` when there are
/// none.
pub fn apply(station: &Station, index: &Index, amendments: &[Amendment], zones: &Zones) -> Result<Op, Failure> {
    let Some(first) = amendments.first() else {
        return Err(Failure::new("nothing_to_amend", values! {}));
    };
    let amended = amend(station, amendments, zones).map_err(|wrong| Failure::unamendable(&[wrong]))?;
    let (code, args) = match amendments {
        [one] => (format!("amend_{}", one.kind()), one.values(index)),
        several => {
            let (count, kind) = (several.len(), first.kind());
            ("amend_several".to_owned(), values! { "count" => count, "kind" => kind })
        }
    };
    Ok(Op {
        code,
        args,
        steps: between(station, &amended),
    })
}

/// What makes one station of another.
pub(crate) fn between(before: &Station, after: &Station) -> Vec<Step> {
    let mut steps = Vec::new();
    let old = by_id(before);
    let new = by_id(after);
    for (id, records) in &old {
        // Of records that share a name the first is meant: as many go as are fewer.
        let left = new.get(id).map_or(0, Vec::len);
        for _ in left..records.len() {
            steps.push(Step::Remove(id.clone()));
        }
    }
    for record in records_of(after) {
        let id = record.id();
        if old.get(&id) != new.get(&id) {
            steps.push(Step::Put(Box::new(record)));
        }
    }
    steps.extend(airings(&before.schedule, &after.schedule));
    steps
}

fn by_id(station: &Station) -> BTreeMap<RecordId, Vec<Record>> {
    let mut all: BTreeMap<RecordId, Vec<Record>> = BTreeMap::new();
    for record in records_of(station) {
        all.entry(record.id()).or_default().push(record);
    }
    all
}

/// For each channel what airs from the first start that differs to the last.
fn airings(before: &[Airing], after: &[Airing]) -> Vec<Step> {
    let mut channels: BTreeMap<&ChannelId, (Vec<&Airing>, Vec<&Airing>)> = BTreeMap::new();
    for airing in before {
        channels.entry(&airing.channel).or_default().0.push(airing);
    }
    for airing in after {
        channels.entry(&airing.channel).or_default().1.push(airing);
    }
    let mut steps = Vec::new();
    for (channel, (old, new)) in channels {
        let same_first = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
        let rest = old.len().min(new.len()) - same_first;
        let same_last = old.iter().rev().zip(new.iter().rev()).take(rest);
        let same_last = same_last.take_while(|(a, b)| a == b).count();
        let (old, new) = (
            &old[same_first..old.len() - same_last],
            &new[same_first..new.len() - same_last],
        );
        let starts = || old.iter().chain(new).map(|airing| airing.start);
        if let (Some(from), Some(until)) = (starts().min(), starts().max()) {
            // What starts with the first or the last one is replaced with it.
            let within = |airing: &&&Airing| (from..=until).contains(&airing.start);
            let own = after.iter().filter(|airing| airing.channel == *channel);
            steps.push(Step::Airings {
                channel: channel.clone(),
                from,
                until: until + 1,
                airings: own.filter(|airing| within(&airing)).cloned().collect(),
            });
        }
    }
    steps
}
