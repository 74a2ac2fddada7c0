//! Publishing, receivers, and what was handed out. Files are made beside the desk: whoever edits meanwhile does not wait.

use std::sync::PoisonError;

use arna_app::ops::receiver::{self, ReceiverEdit};
use arna_app::publish::Prepared;
use arna_app::{Desk, revisions, view};
use arna_domain::Zones;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use super::{Answer, date_of, language_of, range_of};
use crate::asked::{SpokenAsked, around};
use crate::desktop::Desktop;

/// Entries of the delivery log sent at once.
const LOG_PAGE: u32 = 500;
/// Entries looked through for what each receiver got last.
const LAST_GIVEN: u32 = 5_000;

/// A channel to publish.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct PublicationAsked {
    channel: String,
    from: String,
    days: u32,
    spoken: Vec<SpokenAsked>,
}

/// One of the files that publishing would write.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct FileWanted {
    receiver: String,
    form: String,
    /// Of playlists: of which date.
    date: Option<String>,
}

/// How a file begins, before it is written.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct BegunView {
    /// Its first bytes; none where it is no text.
    begins: Option<String>,
    /// How long it is.
    bytes: u32,
    /// What stands in it.
    airings: u32,
    /// Where it will lie.
    file: String,
}

/// Channels with what of them is accepted in some dates, who gets it and what they got last.
#[tauri::command]
#[specta::specta]
pub(crate) async fn publishing(
    desktop: State<'_, Desktop>,
    from: String,
    days: u32,
    language: String,
) -> Answer<view::PublishingView> {
    let (range, language) = (range_of(&from, days)?, language_of(&language)?);
    let (basis, path, revisions, deliveries) = desktop.with(|desk| {
        Ok((
            desk.basis()?,
            desk.path(),
            desk.revisions(None)?,
            desk.deliveries(None, LAST_GIVEN)?,
        ))
    })?;
    let station = (basis.station(), basis.index());
    Ok(view::publishing(
        station,
        range,
        &path,
        &revisions,
        &deliveries,
        &language,
    ))
}

/// How a channel's dates stand to what was published of them.
#[tauri::command]
#[specta::specta]
pub(crate) async fn standing(
    desktop: State<'_, Desktop>,
    channel: String,
    from: String,
    days: u32,
    language: String,
) -> Answer<view::SinceView> {
    let (range, language) = (range_of(&from, days)?, language_of(&language)?);
    let grounds = desktop.with(|desk| desk.grounds(&channel, range))?;
    Ok(view::standing(&grounds.standing()?, &language))
}

/// Every file that publishing a channel would write.
#[tauri::command]
#[specta::specta]
pub(crate) async fn files_ahead(
    desktop: State<'_, Desktop>,
    asked: PublicationAsked,
) -> Answer<Vec<view::FormAheadView>> {
    let basis = desktop.with(Desk::basis)?;
    let prepared = prepared(&desktop, &asked)?;
    let saying = around(asked.spoken);
    Ok(view::ahead(&prepared.look(&saying)?, basis.index()))
}

/// How one of the files begins that publishing a channel would write.
#[tauri::command]
#[specta::specta]
pub(crate) async fn file_ahead(
    desktop: State<'_, Desktop>,
    asked: PublicationAsked,
    file: FileWanted,
) -> Answer<Option<BegunView>> {
    let FileWanted { receiver, form, date } = file;
    let date = date.as_deref().map(date_of).transpose()?;
    let prepared = prepared(&desktop, &asked)?;
    let saying = around(asked.spoken);
    let begun = prepared.begin(&receiver, &form, date, super::export::PREVIEW_BYTES, &saying)?;
    Ok(begun.map(|begun| BegunView {
        begins: (form != "xlsx" && !form.starts_with("pdf")).then(|| super::export::text_of(&begun.bytes)),
        bytes: u32::try_from(begun.length).unwrap_or(u32::MAX),
        airings: u32::try_from(begun.airings).unwrap_or(u32::MAX),
        file: begun.path.display().to_string(),
    }))
}

/// Publishes a channel's dates and hands them out to its receivers: all of it, or nothing.
#[tauri::command]
#[specta::specta]
pub(crate) async fn publish(desktop: State<'_, Desktop>, asked: PublicationAsked) -> Answer<view::HandedOutView> {
    let prepared = prepared(&desktop, &asked)?;
    hand_out(&desktop, prepared, asked.spoken)
}

/// Hands a revision out once more, to its channel's receivers or into a folder that is asked for; none when none was chosen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn deliver_again(
    desktop: State<'_, Desktop>,
    channel: String,
    number: i32,
    elsewhere: bool,
    spoken: Vec<SpokenAsked>,
) -> Answer<Option<view::HandedOutView>> {
    let into = if elsewhere { desktop.folder() } else { None };
    if elsewhere && into.is_none() {
        return Ok(None);
    }
    let hand = desktop.outside.hand();
    let prepared = desktop.with(|desk| desk.prepare_again(&channel, Some(number.into()), into.as_deref(), &hand))?;
    hand_out(&desktop, prepared, spoken).map(Some)
}

/// What a revision changes: since another one, or what is accepted now of it, as a note to the channel.
#[tauri::command]
#[specta::specta]
pub(crate) async fn revision_note(
    desktop: State<'_, Desktop>,
    channel: String,
    since: i32,
    until: Option<i32>,
    language: String,
) -> Answer<view::NoteView> {
    let language = language_of(&language)?;
    let compared = desktop.with(|desk| desk.compare_revisions(&channel, since.into(), until.map(i64::from)))?;
    Ok(view::note(&view::revision_changes(&compared, &language)))
}

/// The revisions of a channel or of all, newest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn revisions(desktop: State<'_, Desktop>, channel: Option<String>) -> Answer<Vec<view::RevisionView>> {
    desktop.with(|desk| {
        let mut all = desk.revisions(channel.as_deref())?;
        all.sort_by_key(|one| std::cmp::Reverse((one.at, one.number)));
        let (_, index) = desk.station()?;
        Ok(all.iter().map(|one| view::revision(one, index)).collect())
    })
}

/// What was handed out, newest first; of a channel or of all.
#[tauri::command]
#[specta::specta]
pub(crate) async fn deliveries(
    desktop: State<'_, Desktop>,
    channel: Option<String>,
) -> Answer<Vec<view::DeliveryView>> {
    desktop.with(|desk| {
        let all = desk.deliveries(channel.as_deref(), LOG_PAGE)?;
        let (_, index) = desk.station()?;
        Ok(all.iter().map(|one| view::delivery(one, index)).collect())
    })
}

/// Every channel's revisions, looked through: whether each is what was published, and none is missing.
#[tauri::command]
#[specta::specta]
pub(crate) async fn verify_revisions(desktop: State<'_, Desktop>) -> Answer<Vec<view::ChainView>> {
    let path = desktop.with(|desk| Ok(desk.path()))?;
    let chains = revisions::verify(&path, Zones::bundled())?;
    Ok(chains.iter().map(view::chain).collect())
}

/// Edits a receiver.
#[tauri::command]
#[specta::specta]
pub(crate) async fn receiver_edit(desktop: State<'_, Desktop>, edit: ReceiverEdit) -> Answer<view::StepView> {
    desktop.with(|desk| {
        let op = receiver::op(desk.station()?.0, &edit)?;
        Ok(view::step(&desk.transact(&op, &desktop.outside.hand())?))
    })
}

/// Asks for a folder; none when none was chosen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_folder(desktop: State<'_, Desktop>) -> Answer<Option<String>> {
    Ok(desktop.folder().map(|path| path.display().to_string()))
}

fn prepared(desktop: &Desktop, asked: &PublicationAsked) -> Answer<Prepared> {
    let range = range_of(&asked.from, asked.days)?;
    let grounds = desktop.with(|desk| desk.grounds(&asked.channel, range))?;
    Ok(grounds.prepare(&desktop.outside.hand())?)
}

fn hand_out(desktop: &Desktop, prepared: Prepared, spoken: Vec<SpokenAsked>) -> Answer<view::HandedOutView> {
    let saying = around(spoken);
    // One delivery after the other; servers are waited for here, not by whoever wants the desk.
    let _alone = desktop.delivering.lock().unwrap_or_else(PoisonError::into_inner);
    let mut beside = prepared.write(&saying)?;
    desktop.with(|desk| desk.may_hand_out(&beside))?;
    let noted = match beside.put_on_servers() {
        Ok(()) => desktop.with(|desk| Ok(desk.note(&mut beside)))?,
        Err(failure) => Err(failure),
    };
    let done = beside.end(noted)?;
    desktop.with(|desk| {
        let (_, index) = desk.station()?;
        Ok(view::handed_out(&done, index))
    })
}
