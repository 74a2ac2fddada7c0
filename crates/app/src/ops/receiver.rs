//! Receivers: whom a channel's published schedule is handed to.

use arna_domain::receiver::FileForm;
use arna_domain::{Receiver, Station, values};
use arna_store::{Kind, Record, RecordId};

use super::catalogue::id_of;
use super::{Op, records};
use crate::export;
use crate::failure::Failure;

/// A receiver is new, or told otherwise.
///
/// # Errors
/// `bad_id`, `unknown_channel`, `unknown_programme`. What else is wrong with it the station says that it would be in.
pub fn put(station: &Station, receiver: Receiver) -> Result<Op, Failure> {
    let id = id_of(receiver.id.as_str())?;
    if !station.channels.iter().any(|one| one.id == receiver.channel) {
        let values = values! { "channel" => receiver.channel.as_str() };
        return Err(Failure::new("unknown_channel", values));
    }
    for form in &receiver.files {
        if let FileForm::Page(page) = form
            && !station.programmes.iter().any(|one| one.id == page.programme)
        {
            return Err(export::unknown_programme(&page.programme));
        }
    }
    Ok(records::put(Record::Receiver(Receiver {
        id: id.as_str().into(),
        ..receiver
    })))
}

/// A receiver is taken out. What it was handed stays on record.
///
/// # Errors
/// `no_receiver`.
pub fn remove(station: &Station, id: &str) -> Result<Op, Failure> {
    if station.receivers.iter().any(|one| one.id.as_str() == id) {
        Ok(records::remove(RecordId::Named(Kind::Receiver, id.to_owned())))
    } else {
        Err(Failure::new("no_receiver", values! { "id" => id }))
    }
}
