//! A station that several desks work on: it lies on a server, and the file that is open is this desk's copy of it.

use std::path::Path;

use arna_domain::{Instant, Zones, values};
pub use arna_store::shared::{
    Access, Account, Address, Aside, AsideState, Attachment, Bell, Conflict, Manner, Password, Patience, Presence,
    Role, SharedError, Standing, Touched,
};
use arna_store::{Change, Edit, Entry, OnDisk, StoreError, shared};

use crate::delivery::{Secret, secret};
use crate::desk::{Desk, Hand};
use crate::failure::Failure;
use crate::source;

/// What coming back to a server came to.
#[derive(Clone, Debug, Default)]
pub struct Merged {
    /// What was done again, in order.
    pub done: Vec<Change>,
    /// What is kept aside for a decision.
    pub undecided: Vec<Aside>,
}

/// What became of an entry that waited to be done again.
#[derive(Clone, Debug)]
pub enum Again {
    /// It is in the journal; none where nothing of it was left to do.
    Done(Option<Change>),
    /// A person decides.
    Undecided,
}

/// How a desk stands, for whoever sits at it.
#[derive(Clone, Debug)]
pub struct Situation {
    /// Where the station lies, and as whom one signs in.
    pub address: Address,
    /// How the desk stands to the server.
    pub standing: Standing,
    /// Whether a connection is being opened.
    pub is_connecting: bool,
    /// Whether a password is known to connect with.
    pub knows_password: bool,
    /// What was done without the server, newest first.
    pub own: Vec<Change>,
    /// What others did last, newest first.
    pub others: Vec<Change>,
    /// What is kept aside and to be seen to.
    pub open: Vec<Aside>,
}

/// What a person decides: an entry of one's own against what is there.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The entry.
    pub aside: Aside,
    /// What it would change, beside what is there.
    pub touched: Vec<Touched>,
    /// The entry of another that stands against it.
    pub against: Option<Change>,
}

/// Entries of others that are told.
const OTHERS: usize = 5;
/// Entries looked through for them.
const LOOKED_THROUGH: u32 = 60;

/// The variable that may hold the password of a server: `ARNA_PASSWORD_AIGUL_DB_KHABAR_KZ` for `aigul` on `db.khabar.kz`. One a
/// login and server, so that no server is told another's.
pub fn variable(address: &Address) -> String {
    let upper = |c: char| match c.is_ascii_alphanumeric() {
        true => c.to_ascii_uppercase(),
        false => '_',
    };
    let name: String = format!("{}_{}", address.login, address.host)
        .chars()
        .map(upper)
        .collect();
    format!("ARNA_PASSWORD_{name}")
}

/// The password of a server: from the environment, else from the system's keyring; none where neither has it.
pub fn password(address: &Address) -> Option<Password> {
    if let Ok(given) = std::env::var(variable(address)) {
        return Some(Password::new(given));
    }
    let kept = secret::kept(&address.to_string()).ok().flatten();
    kept.map(|kept| Password::new(kept.reveal()))
}

/// A password that somebody typed.
pub fn typed(secret: &Secret) -> Password {
    Password::new(secret.reveal())
}

/// Keeps the password of a server in the system's keyring.
///
/// # Errors
/// `shared_keyring` where no keyring answers.
pub fn keep_password(address: &Address, password: &Secret) -> Result<(), Failure> {
    secret::keep_as(&address.to_string(), password).map_err(|why| {
        let values = values! { "why" => why, "variable" => variable(address) };
        Failure::new("shared_keyring", values)
    })
}

/// Proves a password to a server, and that a station is there.
///
/// # Errors
/// Why the server is not reached or does not let one in.
pub fn prove(access: &Access) -> Result<(), Failure> {
    Ok(shared::prove(access)?)
}

/// Makes a file of a station on a server: a desk's copy of it.
///
/// # Errors
/// `file_exists`; what the server refuses; when the file cannot be written. Then there is none.
pub fn copy(access: &Access, to: &Path) -> Result<(), Failure> {
    Failure::if_folder_missing(to)?;
    shared::copy(access, to).map_err(|error| Failure::from(error).of(to))
}

/// Lets somebody in, or says anew what he may.
///
/// # Errors
/// What the server refuses.
pub fn admit(access: &Access, account: &Account, password: Option<&Password>) -> Result<(), Failure> {
    Ok(shared::account_set(access, account, password)?)
}

/// Who may what.
///
/// # Errors
/// That the server is not there.
pub fn accounts(access: &Access) -> Result<Vec<Account>, Failure> {
    Ok(shared::account_list(access)?)
}

/// Lets somebody in no more.
///
/// # Errors
/// `shared_no_account` where he was not; what the server refuses.
pub fn dismiss(access: &Access, login: &str) -> Result<(), Failure> {
    match shared::account_remove(access, login)? {
        true => Ok(()),
        false => Err(Failure::new("shared_no_account", values! { "login" => login })),
    }
}

impl From<SharedError> for Failure {
    fn from(error: SharedError) -> Self {
        StoreError::from(error).into()
    }
}

impl Desk {
    /// Where the station lies on a server; none: it is the file's own.
    pub fn attachment(&self) -> Option<Attachment> {
        self.store_ref().attachment()
    }

    /// How the desk stands to the server; none: the station is the file's own.
    pub fn standing(&self) -> Option<Standing> {
        self.store_ref().standing()
    }

    /// Connects with the password that the environment or the keyring has. That it cannot is no failure of opening a file: it is
    /// read then, and [`Desk::standing`] says why it is not changed.
    pub(crate) fn sign_in(&mut self) {
        let Some(attachment) = self.attachment() else { return };
        if let Some(password) = password(&attachment.address) {
            let _ = self.connect(password, Patience::default());
        }
    }

    /// Has a bell rung whenever [`Desk::on_disk`] is worth asking for what others did.
    pub fn hear(&mut self, bell: Bell) {
        self.store().hear(bell);
    }

    /// Takes a password to connect with, and connects beside: nobody waits for it.
    ///
    /// # Errors
    /// `shared_not`.
    pub fn sign_in_beside(&mut self, password: Password) -> Result<(), Failure> {
        Ok(self.store().sign_in_beside(password, Patience::default())?)
    }

    /// What the desk connects with.
    ///
    /// # Errors
    /// `shared_not`; `shared_no_password`.
    pub fn access(&self) -> Result<Access, Failure> {
        Ok(self.store_ref().access()?)
    }

    /// How the desk stands; none: the station is the file's own. Nobody is asked.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn situation(&self) -> Result<Option<Situation>, Failure> {
        let (Some(attachment), Some(standing)) = (self.attachment(), self.standing()) else {
            return Ok(None);
        };
        let own = match standing {
            Standing::Offline { since } => {
                let own = self.revision()? - since;
                self.log(None, u32::try_from(own).unwrap_or(u32::MAX))?
            }
            _ => Vec::new(),
        };
        let mut others = self.log(None, LOOKED_THROUGH)?;
        others.retain(|entry| entry.author != attachment.address.login && own.iter().all(|one| one != entry));
        others.truncate(OTHERS);
        Ok(Some(Situation {
            address: attachment.address,
            standing,
            is_connecting: self.store_ref().is_connecting(),
            knows_password: self.access().is_ok(),
            own,
            others,
            open: self.aside()?.into_iter().filter(|one| one.state.is_open()).collect(),
        }))
    }

    /// What a person has to decide, oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn decisions(&self) -> Result<Vec<Decision>, Failure> {
        let open = self.aside()?.into_iter().filter(|one| one.state.is_open());
        open.map(|aside| {
            let against = match &aside.why {
                Some(why) => self
                    .log(Some(why.by + 1), 1)?
                    .pop()
                    .filter(|entry| entry.number == why.by),
                None => None,
            };
            Ok(Decision {
                touched: self.store_ref().touched(&aside)?,
                aside,
                against,
            })
        })
        .collect()
    }

    /// Connects, and brings the file up to date.
    ///
    /// # Errors
    /// `shared_not`; why the server is not reached or does not let one in; `shared_diverged`.
    pub fn connect(&mut self, password: Password, patience: Patience) -> Result<(), Failure> {
        self.forget();
        Ok(self.store().connect(password, patience)?)
    }

    /// Puts the station on a server, in a database that has none, and makes the file a copy of it.
    ///
    /// # Errors
    /// `shared_already`, `shared_taken`; what the server refuses: it has nothing of the station then.
    pub fn share(&mut self, access: Access) -> Result<(), Failure> {
        Ok(self.store().share(access)?)
    }

    /// Brings the file up to date with the server: what came.
    ///
    /// # Errors
    /// `shared_not`, `shared_offline`; that the server is not there.
    pub fn catch_up(&mut self) -> Result<Vec<Change>, Failure> {
        let came = self.store().catch_up()?;
        for change in &came {
            self.follow(change);
        }
        Ok(came)
    }

    /// Takes in what others did, where there is word of it. That the server is gone is told by [`Desk::standing`].
    pub(crate) fn keep_up(&mut self) -> OnDisk {
        if self.is_read_only() || !self.store().has_news() {
            return OnDisk::AsItWas;
        }
        let published = |desk: &mut Self| {
            let last = desk.store().revisions(None).map(|all| all.len());
            last.unwrap_or_default()
        };
        let before = published(self);
        match self.catch_up() {
            Ok(came) if came.is_empty() && published(self) == before => OnDisk::AsItWas,
            Ok(_) => OnDisk::Changed,
            Err(_) => OnDisk::AsItWas,
        }
    }

    /// Who is at a desk of the station now, by name.
    ///
    /// # Errors
    /// `shared_not`; that the server is not there.
    pub fn present(&mut self) -> Result<Vec<String>, Failure> {
        Ok(self.store().present()?)
    }

    /// What asks who is at a desk without keeping this one; none where it is not connected.
    pub fn presence(&self) -> Option<Presence> {
        self.store_ref().presence()
    }

    /// Works on without the server.
    ///
    /// # Errors
    /// `shared_not`; `shared_offline` where the desk does already.
    pub fn work_offline(&mut self) -> Result<(), Failure> {
        Ok(self.store().work_offline()?)
    }

    /// Comes back to the server: what was done meanwhile is done again, entry by entry, and what others changed alike is kept
    /// aside for a decision.
    ///
    /// # Errors
    /// `shared_not`, `shared_online`; that the server is not there: then the desk works on without, or, where it goes away on the
    /// way, what is left waits to be done again.
    pub fn rejoin(&mut self, now: Instant) -> Result<Merged, Failure> {
        self.come_back(now)?;
        let mut merged = Merged::default();
        while let Some(again) = self.again_next()? {
            match again {
                Again::Done(change) => merged.done.extend(change),
                Again::Undecided => {}
            }
        }
        merged.undecided = self.aside()?.into_iter().filter(|one| one.state.is_open()).collect();
        Ok(merged)
    }

    /// The first step of [`Desk::rejoin`]: the file is what the server has, and one's own entries wait; how many.
    ///
    /// # Errors
    /// As [`Desk::rejoin`].
    pub fn come_back(&mut self, now: Instant) -> Result<usize, Failure> {
        self.forget();
        if !matches!(self.standing(), Some(Standing::Connected)) {
            self.store().rejoin(now)?;
        }
        let waits = |one: &Aside| one.state == AsideState::Waiting;
        Ok(self.aside()?.into_iter().filter(waits).count())
    }

    /// Does the next entry again that waits; none where none waits any more.
    ///
    /// # Errors
    /// That the server is not there: what is left waits on.
    pub fn again_next(&mut self) -> Result<Option<Again>, Failure> {
        let waiting = self.aside()?.into_iter().find(|one| one.state == AsideState::Waiting);
        let Some(next) = waiting else { return Ok(None) };
        match self.again(next.number, Manner::IfAsItWas) {
            Ok(change) => Ok(Some(Again::Done(change))),
            Err(failure) if self.is_undecided(next.number)? => {
                drop(failure);
                Ok(Some(Again::Undecided))
            }
            Err(failure) => Err(failure),
        }
    }

    fn is_undecided(&self, number: i64) -> Result<bool, Failure> {
        let all = self.aside()?;
        Ok(all
            .iter()
            .any(|one| one.number == number && one.state == AsideState::Conflict))
    }

    /// The entries kept aside, oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn aside(&self) -> Result<Vec<Aside>, Failure> {
        Ok(self.store_ref().aside()?)
    }

    /// Decides that one's own goes on top of what others did; none where nothing was left to do.
    ///
    /// # Errors
    /// `shared_nothing_aside`; what would be wrong with the station then; what the server refuses.
    pub fn take_own(&mut self, number: i64) -> Result<Option<Change>, Failure> {
        self.again(number, Manner::OnTop)
    }

    /// Decides that what others did stays. One's own is kept to be read.
    ///
    /// # Errors
    /// `shared_nothing_aside`; when the file cannot be written.
    pub fn leave_theirs(&mut self, number: i64) -> Result<(), Failure> {
        Ok(self.store().leave(number)?)
    }

    /// Makes the file a station of its own again.
    ///
    /// # Errors
    /// `shared_not`; when the file cannot be written.
    pub fn detach(&mut self) -> Result<(), Failure> {
        Ok(self.store().detach()?)
    }

    /// Does a change. Where others were quicker on a shared station, it is done again on what they made of it, unless they
    /// changed what it names.
    ///
    /// # Errors
    /// What `change` refuses; `shared_conflict` with what is kept aside for a decision; what the server refuses; when the file
    /// cannot be written.
    pub(crate) fn commit(
        &mut self,
        entry: &Entry,
        change: impl FnOnce(&mut Edit<'_>) -> Result<(), StoreError>,
    ) -> Result<Change, Committed> {
        let aside = match self.store().transact(entry, change) {
            Ok(((), change)) => return Ok(change),
            Err(StoreError::KeptAside { aside }) => aside,
            Err(StoreError::Refused) => return Err(Committed::Refused),
            Err(error) => return Err(Committed::Failed(error.into())),
        };
        match self.again(aside, Manner::IfAsItWas) {
            Ok(Some(change)) => Ok(change),
            Ok(None) => {
                let last = self.log(None, 1).map_err(Committed::Failed)?.pop();
                last.ok_or(Committed::Refused)
            }
            Err(failure) => {
                if failure.code == "shared_not_permitted" {
                    // Whoever has no right to it has nothing to decide.
                    let _ = self.store().leave(aside);
                }
                Err(Committed::Failed(failure))
            }
        }
    }

    fn again(&mut self, number: i64, manner: Manner) -> Result<Option<Change>, Failure> {
        let zones: Zones = self.zones().clone();
        self.forget();
        let mut refused = None;
        let done = self.store().again(number, manner, |edit| {
            source::index_of(&edit.station()?, &zones).map(drop).map_err(|failure| {
                refused = Some(failure);
                StoreError::Refused
            })
        });
        match (done, refused) {
            (Ok(change), _) => Ok(change),
            (Err(StoreError::Refused), Some(refused)) => Err(refused),
            (Err(error), _) => Err(error.into()),
        }
    }

    /// Whoever publishes: on a shared station whoever signs in, as the server demands.
    pub(crate) fn signed(&self, hand: &Hand) -> Hand {
        match self.attachment() {
            None => hand.clone(),
            Some(attachment) => Hand {
                author: attachment.address.login,
                at: hand.at,
            },
        }
    }
}

/// Why a change was not done.
pub(crate) enum Committed {
    /// The caller refused it.
    Refused,
    /// Something else.
    Failed(Failure),
}

impl From<Committed> for Failure {
    fn from(why: Committed) -> Self {
        match why {
            Committed::Refused => StoreError::Refused.into(),
            Committed::Failed(failure) => failure,
        }
    }
}
