//! The station's settings: channels and what the station says of itself.

use arna_app::ops;
use arna_app::ops::channel::ChannelEdit;
use arna_app::view;
use tauri::State;

use super::Answer;
use crate::desktop::Desktop;

/// The station's settings.
#[tauri::command]
#[specta::specta]
pub(crate) async fn settings(desktop: State<'_, Desktop>) -> Answer<view::SettingsView> {
    desktop.with(|desk| {
        let (station, index) = desk.station()?;
        Ok(view::settings(station, index, desktop.outside.now()))
    })
}

/// Every zone there is, with its offset now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn zones(desktop: State<'_, Desktop>) -> Answer<Vec<view::ZoneView>> {
    desktop.with(|desk| Ok(view::zones(desk.zones(), desktop.outside.now())))
}

/// Edits a channel, the order of channels, or what the station says of itself.
#[tauri::command]
#[specta::specta]
pub(crate) async fn channel_edit(desktop: State<'_, Desktop>, edit: ChannelEdit) -> Answer<view::StepView> {
    desktop.with(|desk| {
        let zones = desk.zones().clone();
        let (station, _) = desk.station()?;
        let op = ops::channel::op(station, &zones, &edit)?;
        Ok(view::step(&desk.transact(&op, &desktop.outside.hand())?))
    })
}

/// Shows the window larger or smaller, in percent.
#[tauri::command]
#[specta::specta]
pub(crate) fn zoom(desktop: State<'_, Desktop>, percent: u32) {
    desktop.outside.zoom(percent.clamp(50, 300));
}
