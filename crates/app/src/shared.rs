//! A station that several desks work on: it lies on a server, and the file that is open is this desk's copy of it.

use std::path::Path;
use std::sync::Arc;

use arna_domain::{Instant, Zones, values};
pub use arna_store::shared::{
    Access, Account, Accounts, Address, Aside, AsideState, Attachment, Bell, Brought, Conflict, Manner, Moved,
    Password, Patience, Presence, Report, Role, SettingOut, SharedError, Standing, Touched,
};
use arna_store::{Change, Edit, Entry, OnDisk, Renewed, StoreError, shared};

use crate::delivery::{Secret, secret};
use crate::desk::{Desk, Hand, Loaded};
use crate::failure::Failure;

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

/// What a person decides, or decided to leave: an entry of one's own against what is there.
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

/// Makes a file of a station on a server: a desk's copy of it. Tells how far it is.
///
/// # Errors
/// `file_exists`; `shared_broken_off` where `report` says so; what the server refuses; when the file cannot be written. Then there is none.
pub fn copy(access: &Access, to: &Path, report: Report<'_>) -> Result<(), Failure> {
    Failure::if_folder_missing(to)?;
    shared::copy(access, to, report).map_err(|error| Failure::from(error).of(to))
}

/// Brings a station that set out to its server. Tells how far it is.
///
/// # Errors
/// `shared_taken`; `shared_broken_off` where `report` says so; what the server refuses: it has nothing of the station then.
pub fn bring(station: SettingOut, access: Access, report: Report<'_>) -> Result<Brought, Failure> {
    Ok(station.bring(access, report)?)
}

/// The roles of these words.
///
/// # Errors
/// `shared_unknown_role` names the first that is none.
pub fn roles(words: &[String]) -> Result<Vec<Role>, Failure> {
    let role = |word: &String| {
        Role::parse(word).ok_or_else(|| {
            let known = Role::ALL.map(Role::as_str).join(", ");
            Failure::new(
                "shared_unknown_role",
                values! { "found" => word.as_str(), "known" => known },
            )
        })
    };
    words.iter().map(role).collect()
}

/// Lets somebody in, or says anew what he may.
///
/// # Errors
/// What the server refuses.
pub fn admit(access: &Access, account: &Account, password: Option<&Password>) -> Result<(), Failure> {
    Ok(shared::account_set(access, account, password)?)
}

/// Takes a station on a server over into the newest form; from which, and into which.
///
/// # Errors
/// `shared_newer`; `shared_not_permitted` for whoever does not own the station there; that the server is not there.
pub fn upgrade(access: &Access) -> Result<(i64, i64), Failure> {
    Ok(shared::upgrade(access)?)
}

/// Who may what, and whether whoever asks may change it.
///
/// # Errors
/// That the server is not there.
pub fn accounts(access: &Access) -> Result<Accounts, Failure> {
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

    /// An account as it is asked for, on channels that the station has. The server knows no channels: it would take any word.
    ///
    /// # Errors
    /// `unknown_channel` names the first that is none; when the file cannot be read.
    pub fn account(
        &mut self,
        login: String,
        roles: Vec<Role>,
        channels: Option<Vec<String>>,
    ) -> Result<Account, Failure> {
        let (_, index) = self.station()?;
        let mut named = channels.iter().flatten();
        match named.find(|id| index.channel(id).is_none()) {
            Some(id) => Err(Failure::new("unknown_channel", values! { "channel" => id.as_str() })),
            None => Ok(Account { login, roles, channels }),
        }
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
        open.map(|aside| self.beside(aside)).collect()
    }

    /// What was left, newest first, beside what is there now: to be read.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn left(&self) -> Result<Vec<Decision>, Failure> {
        let left = self.aside()?.into_iter().rev();
        let left = left.filter(|one| one.state == AsideState::Left);
        left.map(|aside| self.beside(aside)).collect()
    }

    /// An entry kept aside, with what stands against it.
    fn beside(&self, aside: Aside) -> Result<Decision, Failure> {
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
    }

    /// Connects, and brings the file up to date.
    ///
    /// # Errors
    /// `shared_not`; why the server is not reached or does not let one in; `shared_diverged`.
    pub fn connect(&mut self, password: Password, patience: Patience) -> Result<(), Failure> {
        self.forget();
        Ok(self.store().connect(password, patience)?)
    }

    /// Puts the station on a server, in a database that has none, and makes the file a copy of it. Tells how far it is.
    ///
    /// # Errors
    /// `shared_already`, `shared_taken`; `shared_broken_off` where `report` says so; what the server refuses: it has nothing of the
    /// station then.
    pub fn share(&mut self, access: Access, report: Report<'_>) -> Result<(), Failure> {
        Ok(self.store().share(access, report)?)
    }

    /// The first step of [`Desk::share`]: then [`bring`] goes on beside the desk, which is read meanwhile, and not changed.
    ///
    /// # Errors
    /// As [`Desk::share`].
    pub fn set_out(&mut self) -> Result<SettingOut, Failure> {
        Ok(self.store().set_out()?)
    }

    /// The last step of [`Desk::share`].
    ///
    /// # Errors
    /// `shared_broken_off` where another station was opened meanwhile; that the server is not there any more.
    pub fn arrive(&mut self, brought: Brought) -> Result<(), Failure> {
        Ok(self.store().arrive(brought)?)
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
        // What came with an edit of one's own is not shown yet.
        let had_company = std::mem::take(&mut self.has_company);
        let found = if had_company { OnDisk::Changed } else { OnDisk::AsItWas };
        if self.is_read_only() || !self.store().has_news() {
            return found;
        }
        let published = |desk: &mut Self| {
            let last = desk.store().revisions(None).map(|all| all.len());
            last.unwrap_or_default()
        };
        let before = published(self);
        match self.catch_up() {
            Ok(came) if came.is_empty() && published(self) == before => found,
            Ok(_) => OnDisk::Changed,
            Err(_) => found,
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

    /// Does a change, if the station can be worked with afterwards. Where others were quicker on a shared station, it is done again
    /// on what they made of it, unless they changed what it names.
    ///
    /// # Errors
    /// What `change` refuses; what would be wrong with the station afterwards; `shared_conflict` with what is kept aside for a
    /// decision; what the server refuses; when the file cannot be written.
    pub(crate) fn commit(
        &mut self,
        entry: &Entry,
        change: impl FnOnce(&mut Edit<'_>) -> Result<(), StoreError>,
    ) -> Result<Change, Failure> {
        let zones = self.zones().clone();
        let mut read = self.take()?;
        let (mut refused, mut renewed) = (None, None);
        let done = self.store().transact(entry, |edit| {
            change(edit)?;
            let touched = renewed.insert(edit.renew(Arc::make_mut(&mut read.station))?);
            read.index_again(touched, &zones).map_err(|failure| {
                refused = Some(failure);
                StoreError::Refused
            })
        });
        match (done, refused, renewed) {
            (Ok(((), change)), _, renewed) => {
                self.know(read, &renewed.unwrap_or_default());
                self.follow_own(&change);
                Ok(change)
            }
            (Err(StoreError::KeptAside { aside }), ..) => self.late(aside, read),
            (Err(_), Some(refused), _) => Err(refused),
            (Err(error), None, touched) => {
                if touched.is_none() {
                    self.know(read, &Renewed::default());
                }
                Err(error.into())
            }
        }
    }

    /// Brings what is read up to date with an entry of one's own that it has already, and with those of others that came before it.
    fn follow_own(&mut self, own: &Change) {
        let came = self.store().take_came();
        self.has_company |= !came.is_empty();
        let known = self.read().map_or(i64::MAX, |read| read.revision);
        for one in came.iter().filter(|one| one.number > known) {
            self.follow(one);
        }
        if let Some(read) = self.read()
            && read.revision < own.number
        {
            read.revision = own.number;
        }
    }

    /// Does an entry again that came too late; `read` has it as it was tried.
    fn late(&mut self, aside: i64, read: Loaded) -> Result<Change, Failure> {
        match self.again_on(aside, Manner::IfAsItWas, read) {
            Ok(Some(change)) => Ok(change),
            Ok(None) => {
                let last = self.log(None, 1)?.pop();
                last.ok_or_else(|| StoreError::Refused.into())
            }
            Err(failure) => {
                if failure.code == "shared_not_permitted" {
                    // Whoever has no right to it has nothing to decide.
                    let _ = self.store().leave(aside);
                }
                Err(failure)
            }
        }
    }

    fn again(&mut self, number: i64, manner: Manner) -> Result<Option<Change>, Failure> {
        let read = self.take()?;
        self.again_on(number, manner, read)
    }

    /// Does again what is kept aside, and brings what was read up to date with it and with what others did.
    fn again_on(&mut self, number: i64, manner: Manner, mut read: Loaded) -> Result<Option<Change>, Failure> {
        let zones: Zones = self.zones().clone();
        let (mut refused, mut looked) = (None, None);
        let since = read.revision;
        let done = self.store().again(number, manner, |edit| {
            let renewed = edit.renew_since(since, Arc::make_mut(&mut read.station))?;
            let sound = read.index_again(&renewed, &zones);
            looked = Some((edit.base()?, renewed));
            sound.map_err(|failure| {
                refused = Some(failure);
                StoreError::Refused
            })
        });
        match (done, refused, looked) {
            (Ok(change), _, Some((base, renewed))) => {
                read.revision = base;
                self.know(read, &renewed);
                match &change {
                    Some(own) => self.follow_own(own),
                    None => self.has_company |= !self.store().take_came().is_empty(),
                }
                Ok(change)
            }
            (Ok(change), ..) => Ok(change),
            (Err(error), refused, _) => {
                self.has_company |= !self.store().take_came().is_empty();
                Err(refused.unwrap_or_else(|| error.into()))
            }
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

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use std::process::Command;

    use super::*;
    use crate::delivery::secret::keyring;

    fn address(text: &str) -> Address {
        Address::parse(text).unwrap()
    }

    #[test]
    fn a_word_that_is_no_role_is_refused_by_name() {
        let known = |words: &[&str]| roles(&words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>());
        assert_eq!(known(&["planner", "viewer"]).unwrap(), [Role::Planner, Role::Viewer]);
        let refused = known(&["planner", "Editor", "boss"]).unwrap_err();
        assert_eq!(refused.code, "shared_unknown_role");
        assert_eq!(refused.args["found"], "Editor");
        assert_eq!(refused.args["known"], "viewer, planner, editor, publisher");
    }

    #[test]
    fn a_keyring_keeps_the_password_of_each_login_server_and_station() {
        let own = address("postgresql://aigul@db.khabar.kz/station");
        let test = "shared::tests::a_keyring_keeps_the_password_of_each_login_server_and_station";
        keyring::with(test, &variable(&own), || {
            assert_eq!(password(&own), None);
            for secret in ["first", "құпия сөз 密码"] {
                keep_password(&own, &Secret::new(secret)).unwrap();
                assert_eq!(password(&own), Some(Password::new(secret)));
            }
            for other in [
                "postgresql://bolat@db.khabar.kz/station",
                "postgresql://aigul@db.khabar.kz/other",
                "postgresql://aigul@db.khabar.kz:5433/station",
                "postgresql://aigul@khabar.kz/station",
            ] {
                assert_eq!(password(&address(other)), None, "{other}");
            }
            keep_password(&address("postgresql://bolat@db.khabar.kz/station"), &Secret::new("his")).unwrap();
            assert_eq!(password(&own), Some(Password::new("құпия сөз 密码")));
        });
    }

    /// Set where the test below runs itself anew.
    const WITHOUT_KEYRING: &str = "ARNA_TEST_WITHOUT_KEYRING";

    #[test]
    fn where_no_keyring_answers_the_variable_holds_the_password() {
        let own = address("postgresql://aigul@db.khabar.kz/station");
        if std::env::var_os(WITHOUT_KEYRING).is_some() {
            assert_eq!(password(&own), Some(Password::new("of the variable")));
            assert_eq!(password(&address("postgresql://bolat@db.khabar.kz/station")), None);
            let refused = keep_password(&own, &Secret::new("hush")).unwrap_err();
            assert_eq!(refused.code, "shared_keyring");
            assert_eq!(refused.args["variable"], "ARNA_PASSWORD_AIGUL_DB_KHABAR_KZ");
            assert!(!format!("{refused:?}").contains("hush"));
            return;
        }
        let ran = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "shared::tests::where_no_keyring_answers_the_variable_holds_the_password",
            ])
            .env(WITHOUT_KEYRING, "1")
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
            .env(variable(&own), "of the variable")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&ran.stdout);
        assert!(ran.status.success() && said.contains("1 passed"), "{said}");
    }
}
