//! An edit tried out: what it would make of the station, before anything is saved.

use std::sync::Arc;

use arna_domain::{Index, Station};
use arna_store::StoreError;

use crate::desk::{Desk, Hand, entry};
use crate::failure::Failure;
use crate::ops::{Op, take};

/// A station as an edit would make it.
#[derive(Clone, Debug)]
pub struct Tried {
    /// The station.
    pub station: Station,
    /// Its index, or everything that would be wrong with it.
    pub index: Result<Index, Failure>,
}

impl Desk {
    /// What an edit would make of the station. It is done to the file as every edit is and rolled back, so that nothing else
    /// comes of it when it is meant; only what it touches is read again.
    ///
    /// # Errors
    /// `nothing_there` when there is nothing to take out; when the file cannot be read.
    pub fn try_out(&mut self, op: &Op, hand: &Hand) -> Result<Tried, Failure> {
        let zones = self.zones().clone();
        let mut then = self.loaded()?.clone();
        let mut tried = None;
        let rolled_back: Result<((), _), _> = self.store().transact(&entry(&op.code, op.args.clone(), hand), |edit| {
            for step in &op.steps {
                take(step, edit)?;
            }
            tried = Some(edit.renew(Arc::make_mut(&mut then.station))?);
            Err(StoreError::Refused)
        });
        match (tried, rolled_back) {
            (Some(renewed), _) => {
                let index = then.index_again(&renewed, &zones);
                Ok(Tried {
                    index: index.map(|()| Arc::unwrap_or_clone(then.index)),
                    station: Arc::unwrap_or_clone(then.station),
                })
            }
            (None, Err(error)) => Err(error.into()),
            (None, Ok(_)) => Err(StoreError::Refused.into()),
        }
    }
}
