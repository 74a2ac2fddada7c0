//! Hearing what others do, and connecting without anybody waiting for it.

use std::fmt;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};

use super::line::{Access, Line, Password, Patience};
use super::{Shared, SharedError};
use crate::StoreError;
use crate::store::Store;

/// What is rung when others did something, a connection was opened, could not be, or ended: by a thread that must not be kept.
#[derive(Clone)]
pub struct Bell(Arc<dyn Fn() + Send + Sync>);

impl Bell {
    /// A bell that does this.
    pub fn new(ring: impl Fn() + Send + Sync + 'static) -> Self {
        Self(Arc::new(ring))
    }

    pub(super) fn ring(&self) {
        (self.0)();
    }
}

impl fmt::Debug for Bell {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Bell")
    }
}

/// What the server told of unasked.
#[derive(Default)]
pub(super) struct News {
    /// The greatest number of an entry since it was looked at last.
    entry: AtomicI64,
    /// Whether something was published since that was fetched last.
    published: AtomicBool,
    bell: OnceLock<Bell>,
}

impl News {
    /// Takes what was told with: the number of an entry, or that something was published.
    pub(super) fn come(&self, what: &str) {
        match what.parse() {
            Ok(number) => drop(self.entry.fetch_max(number, Ordering::Relaxed)),
            Err(_) => self.set_published(),
        }
        self.ring();
    }

    /// Whether it was told, since this was asked last, of an entry after a number.
    pub(super) fn entry_after(&self, last: i64) -> bool {
        self.entry.swap(0, Ordering::Relaxed) > last
    }

    /// Whether something was published that was not fetched.
    pub(super) fn is_published(&self) -> bool {
        self.published.load(Ordering::Relaxed)
    }

    /// Whether something may have been published since this was asked last.
    pub(super) fn take_published(&self) -> bool {
        self.published.swap(false, Ordering::Relaxed)
    }

    /// That something was published which is not fetched.
    pub(super) fn set_published(&self) {
        self.published.store(true, Ordering::Relaxed);
    }

    pub(super) fn ring(&self) {
        if let Some(bell) = self.bell.get() {
            bell.ring();
        }
    }

    pub(super) fn ring_by(&self, bell: Bell) {
        // A connection has one bell: that of the desk whose it is.
        let _ = self.bell.set(bell);
    }
}

/// Proves a password to a server, and that a station is there.
///
/// # Errors
/// Why the server is not reached or does not let one in.
pub fn prove(access: &Access) -> Result<(), SharedError> {
    Line::to_station(access).map(drop)
}

impl Store {
    /// Has a bell rung whenever [`Store::has_news`] is worth asking.
    pub fn hear(&mut self, bell: Bell) {
        let Some(shared) = &mut self.shared else { return };
        if let Some(line) = &shared.line {
            line.ring_by(bell.clone());
        }
        shared.bell = Some(bell);
    }

    /// Takes a password to connect with, and connects beside, unless the desk works without the server: whoever asks for news then
    /// has the connection.
    ///
    /// # Errors
    /// [`SharedError::NotShared`].
    pub fn sign_in_beside(&mut self, password: Password, patience: Patience) -> Result<(), StoreError> {
        let Some(shared) = &mut self.shared else {
            return Err(SharedError::NotShared.into());
        };
        shared.know(password, patience);
        (shared.dialled, shared.tried, shared.trouble) = (None, None, None);
        if shared.offline.is_none() && !shared.is_connected() {
            shared.dial(&self.connection);
        }
        Ok(())
    }

    /// Whether a connection is being opened beside.
    pub fn is_connecting(&self) -> bool {
        self.shared.as_ref().is_some_and(Shared::is_connecting)
    }

    /// What the desk connects with.
    ///
    /// # Errors
    /// [`SharedError::NotShared`]; [`SharedError::NoPassword`] where none is known.
    pub fn access(&self) -> Result<Access, StoreError> {
        let Some(shared) = &self.shared else {
            return Err(SharedError::NotShared.into());
        };
        shared.access.clone().ok_or_else(|| shared.apart().into())
    }
}
