//! One record put or taken out.

use arna_domain::{ChannelId, Instant, values};
use arna_store::{Record, RecordId};

use super::{Op, Step};

/// Puts a record in place of the one with its id, or at the end of its list.
pub fn put(record: Record) -> Op {
    Op {
        code: format!("put_{}", record.kind().as_str()),
        args: values! { "id" => record.id().to_string() },
        steps: vec![Step::Put(Box::new(record))],
    }
}

/// Takes a record out.
pub fn remove(id: RecordId) -> Op {
    Op {
        code: format!("remove_{}", id.kind().as_str()),
        args: values! { "id" => id.to_string() },
        steps: vec![Step::Remove(id)],
    }
}

/// Takes the pin of a channel at an instant out of the station, and its airing out of the schedule.
pub fn unpin(channel: &ChannelId, start: Instant) -> Op {
    Op {
        code: "unpin".to_owned(),
        args: values! { "channel" => channel.as_str(), "start" => start.to_string() },
        steps: vec![
            Step::Remove(RecordId::Pin(channel.clone(), start)),
            Step::Airings {
                channel: channel.clone(),
                from: start,
                until: start + 1,
                airings: Vec::new(),
            },
        ],
    }
}
