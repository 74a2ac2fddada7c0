//! A station on a server: who is here, what is to be decided, working without it, and signing in. Servers are asked without the
//! desk wherever its file is not changed, so that nobody waits for them.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::Ordering;

use arna_app::delivery::Secret;
use arna_app::shared::{self, Access, Address, Again, Moved, Password, Patience, SharedError};
use arna_app::view::FailureView;
use arna_app::{Desk, Failure, view};
use arna_domain::values;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;
use tauri_specta::Event;

use super::station::{StartView, head};
use super::{Answer, language_of};
use crate::desktop::Desktop;
use crate::outside::{Kind, Told};

/// That it is worth looking what others did.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, Type, Event)]
pub(crate) struct StationNews {}

/// How far a station on its way between file and server is.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, Type, Event)]
pub(crate) struct Moving {
    /// Rows that are there.
    done: u32,
    /// All of them.
    total: u32,
}

impl From<Moved> for Moving {
    fn from(moved: Moved) -> Self {
        let count = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            done: count(moved.done),
            total: count(moved.total),
        }
    }
}

/// A server to be reached.
#[derive(Clone, Deserialize, Type)]
pub(crate) struct ServerAsked {
    /// `postgresql://login@host:port/database`.
    address: String,
    /// The file of the certificates that vouch for it; empty: the system's.
    authority: String,
    password: String,
    /// Whether the keyring is to keep the password.
    keep: bool,
}

/// An account as it is to be.
#[derive(Clone, Deserialize, Type)]
pub(crate) struct AccountAsked {
    login: String,
    roles: Vec<String>,
    /// None: all channels.
    channels: Option<Vec<String>>,
    /// None: it stays as it is.
    password: Option<String>,
}

/// How far coming back to the server is.
#[derive(Clone, Copy, Debug, Serialize, Type)]
#[serde(rename_all = "lowercase")]
pub(crate) enum AgainView {
    /// An entry was done again.
    Done,
    /// It is for a person to decide.
    Undecided,
    /// None waits any more.
    Over,
}

/// A station that was opened, and why the keyring does not keep its password, where it was asked to.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct ReachedView {
    start: StartView,
    unkept: Option<FailureView>,
}

/// How the desk stands to the server of its station; none: the station is the file's own. Nobody is asked.
#[tauri::command]
#[specta::specta]
pub(crate) async fn shared(desktop: State<'_, Desktop>) -> Answer<Option<view::SharedView>> {
    desktop.at_once(|desk| Ok(desk.situation()?.as_ref().map(view::shared)))
}

/// Who is at a desk now, by name; nobody is known where the desk is not connected.
#[tauri::command]
#[specta::specta]
pub(crate) async fn who_is_here(desktop: State<'_, Desktop>) -> Answer<Vec<String>> {
    match desktop.at_once(|desk| Ok(desk.presence()))? {
        Some(presence) => Ok(presence.names().map_err(Failure::from)?),
        None => Ok(Vec::new()),
    }
}

/// What is to be decided, oldest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn decisions(desktop: State<'_, Desktop>, language: String) -> Answer<Vec<view::DecisionView>> {
    let language = language_of(&language)?;
    desktop.with(|desk| {
        let decisions = desk.decisions()?;
        Ok(view::decisions(&decisions, desk.station()?, &language))
    })
}

/// What was left, newest first: to be read.
#[tauri::command]
#[specta::specta]
pub(crate) async fn left(desktop: State<'_, Desktop>, language: String) -> Answer<Vec<view::DecisionView>> {
    let language = language_of(&language)?;
    desktop.with(|desk| {
        let left = desk.left()?;
        Ok(view::decisions(&left, desk.station()?, &language))
    })
}

/// Decides that one's own goes on top of what others did.
#[tauri::command]
#[specta::specta]
pub(crate) async fn take_own(desktop: State<'_, Desktop>, number: i32) -> Answer<()> {
    desktop.with(|desk| desk.take_own(number.into()).map(drop))
}

/// Decides that what others did stays.
#[tauri::command]
#[specta::specta]
pub(crate) async fn leave_theirs(desktop: State<'_, Desktop>, number: i32) -> Answer<()> {
    desktop.with(|desk| desk.leave_theirs(number.into()))
}

/// Works on without the server.
#[tauri::command]
#[specta::specta]
pub(crate) async fn work_offline(desktop: State<'_, Desktop>) -> Answer<()> {
    desktop.with(Desk::work_offline)
}

/// Comes back to the server: the file is what the server has, and one's own entries wait to be done again; how many.
#[tauri::command]
#[specta::specta]
pub(crate) async fn come_back(desktop: State<'_, Desktop>) -> Answer<u32> {
    let now = desktop.outside.now();
    let waiting = desktop.with(|desk| desk.come_back(now))?;
    Ok(u32::try_from(waiting).unwrap_or(u32::MAX))
}

/// Does the next entry again that waits.
#[tauri::command]
#[specta::specta]
pub(crate) async fn again_next(desktop: State<'_, Desktop>) -> Answer<AgainView> {
    let again = desktop.with(Desk::again_next)?;
    Ok(match again {
        Some(Again::Done(_)) => AgainView::Done,
        Some(Again::Undecided) => AgainView::Undecided,
        None => AgainView::Over,
    })
}

/// Makes the file a station of its own.
#[tauri::command]
#[specta::specta]
pub(crate) async fn detach(desktop: State<'_, Desktop>) -> Answer<()> {
    desktop.with(Desk::detach)
}

/// Signs in with the password that the environment or the keyring has; whether there is one. Connecting goes on beside.
#[tauri::command]
#[specta::specta]
pub(crate) async fn sign_in_known(desktop: State<'_, Desktop>) -> Answer<bool> {
    let address = desktop.at_once(|desk| address_of(desk))?;
    match shared::password(&address) {
        Some(password) => sign_in_to(&desktop, &address, password).map(|()| true),
        None => Ok(false),
    }
}

/// Signs in with a password that is typed, once it proved right; why the keyring does not keep it, where it was asked to.
#[tauri::command]
#[specta::specta]
pub(crate) async fn sign_in(desktop: State<'_, Desktop>, password: String, keep: bool) -> Answer<Option<FailureView>> {
    let secret = Secret::new(password);
    let attachment = desktop.at_once(|desk| desk.attachment().ok_or_else(not_shared))?;
    let access = Access {
        address: attachment.address,
        authority: attachment.authority,
        password: shared::typed(&secret),
        patience: Patience::default(),
    };
    shared::prove(&access)?;
    let unkept = kept(&access.address, &secret, keep);
    sign_in_to(&desktop, &access.address, access.password)?;
    Ok(unkept)
}

/// Asks for the file of the certificates that vouch for a server; none when nothing was chosen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_authority(desktop: State<'_, Desktop>) -> Answer<Option<String>> {
    let chosen = desktop.choose(Kind::CERTIFICATES);
    Ok(chosen.map(|path| path.display().to_string()))
}

/// Puts the station on a server and makes the file a copy of it. Sends [`Moving`] on the way; the desk is read meanwhile.
#[tauri::command]
#[specta::specta]
pub(crate) async fn share_station(
    desktop: State<'_, Desktop>,
    server: ServerAsked,
    language: String,
) -> Answer<ReachedView> {
    let (access, secret) = access_of(&server)?;
    let address = access.address.clone();
    let station = desktop.at_once(Desk::set_out)?;
    let brought = shared::bring(station, access, &reporter(&desktop))?;
    desktop.at_once(|desk| desk.arrive(brought))?;
    desktop.hear()?;
    let unkept = kept(&address, &secret, server.keep);
    let start = head(&desktop, &language)?;
    Ok(ReachedView { start, unkept })
}

/// Asks for a name, makes a copy there of a station on a server, and opens it; none when no name was given. Sends [`Moving`] on the
/// way.
#[tauri::command]
#[specta::specta]
pub(crate) async fn copy_station(
    desktop: State<'_, Desktop>,
    server: ServerAsked,
    language: String,
) -> Answer<Option<ReachedView>> {
    let (access, secret) = access_of(&server)?;
    shared::prove(&access)?;
    let name = format!("{}.arna", access.address.database);
    let Some(path) = desktop.place(&name, Kind::STATION) else {
        return Ok(None);
    };
    shared::copy(&access, &path, &reporter(&desktop))?;
    desktop.open(&path)?;
    let unkept = kept(&access.address, &secret, server.keep);
    sign_in_to(&desktop, &access.address, access.password)?;
    let start = head(&desktop, &language)?;
    Ok(Some(ReachedView { start, unkept }))
}

/// Breaks off what is on its way between file and server.
#[tauri::command]
#[specta::specta]
pub(crate) fn break_off(desktop: State<'_, Desktop>) {
    desktop.moving.fetch_add(1, Ordering::Relaxed);
}

/// Who may what.
#[tauri::command]
#[specta::specta]
pub(crate) async fn accounts(desktop: State<'_, Desktop>) -> Answer<view::AccountsView> {
    let access = desktop.at_once(|desk| desk.access())?;
    Ok(view::accounts(&shared::accounts(&access)?))
}

/// Lets somebody in, or says anew what he may.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_account(desktop: State<'_, Desktop>, account: AccountAsked) -> Answer<()> {
    let AccountAsked {
        login,
        roles,
        channels,
        password,
    } = account;
    let roles = shared::roles(&roles)?;
    let (access, account) = desktop.with(|desk| Ok((desk.access()?, desk.account(login, roles, channels)?)))?;
    let password = password.map(Password::new);
    Ok(shared::admit(&access, &account, password.as_ref())?)
}

/// Lets somebody in no more.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_account(desktop: State<'_, Desktop>, login: String) -> Answer<()> {
    let access = desktop.at_once(|desk| desk.access())?;
    Ok(shared::dismiss(&access, &login)?)
}

/// Tells the page how far it is, until it is broken off.
fn reporter<'a>(desktop: &'a Desktop) -> impl Fn(Moved) -> ControlFlow<()> + 'a {
    let own = desktop.moving.fetch_add(1, Ordering::Relaxed) + 1;
    move |moved| {
        desktop.outside.tell(Told::Moving(moved.into()));
        match desktop.moving.load(Ordering::Relaxed) == own {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        }
    }
}

fn not_shared() -> Failure {
    Failure::new("shared_not", values! {})
}

fn address_of(desk: &Desk) -> Result<Address, Failure> {
    Ok(desk.attachment().ok_or_else(not_shared)?.address)
}

/// Signs in to the server that was asked, where the desk's station lies there still.
fn sign_in_to(desktop: &Desktop, address: &Address, password: Password) -> Answer<()> {
    desktop.at_once(|desk| match address_of(desk)? == *address {
        true => desk.sign_in_beside(password),
        false => Err(not_shared()),
    })
}

fn access_of(server: &ServerAsked) -> Result<(Access, Secret), Failure> {
    let address = Address::parse(server.address.trim()).map_err(|error: SharedError| Failure::from(error))?;
    let authority = match server.authority.trim() {
        "" => None,
        file => Some(std::fs::read_to_string(file).map_err(|error| Failure::io("read", &error, Path::new(file)))?),
    };
    let secret = Secret::new(server.password.as_str());
    let access = Access {
        address,
        authority,
        password: shared::typed(&secret),
        patience: Patience::default(),
    };
    Ok((access, secret))
}

/// Has the keyring keep a password that proved right, if it is asked to; why it does not.
fn kept(address: &Address, secret: &Secret, keep: bool) -> Option<FailureView> {
    let kept = match keep {
        true => shared::keep_password(address, secret),
        false => Ok(()),
    };
    kept.err().map(FailureView::from)
}
