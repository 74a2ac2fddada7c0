//! A roll-out taken over.

use std::collections::BTreeSet;

use arna_domain::rollout::{Proposal, Rollout, State};
use arna_domain::values;
use arna_store::Record;

use super::{Op, Step};

/// Takes what a roll-out proposes into the station: its slots, the licences to ask for, its holdbacks.
pub fn take_over(rollout: &Rollout, proposal: &Proposal) -> Op {
    let slots = proposal.slots.iter().cloned().map(Record::Slot);
    let licences = proposal.licences.iter().cloned().map(Record::Licence);
    let holdbacks = proposal.holdbacks.iter().cloned().map(Record::Holdback);
    let records = slots.chain(licences).chain(holdbacks);
    let channels: BTreeSet<_> = proposal.slots.iter().map(|slot| &slot.channel).collect();
    let airs = proposal.premieres.iter().filter(|one| one.state == State::Airs).count();
    Op {
        code: "roll_out".to_owned(),
        args: values! {
            "season" => rollout.seasons.first().map(arna_domain::SeasonId::as_str), "seasons" => rollout.seasons.len(),
            "channels" => channels.len(), "slots" => proposal.slots.len(), "licences" => proposal.licences.len(),
            "premieres" => airs
        },
        steps: records.map(|record| Step::Put(Box::new(record))).collect(),
    }
}
