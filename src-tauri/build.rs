//! Builds the window with the commands and capabilities that it may use, and no others.

use tauri_build::{AppManifest, Attributes};

/// The window's commands; `src-tauri/src/bindings.rs` binds the same ones, and a test compares them.
const COMMANDS: &[&str] = &[
    "start",
    "open_station",
    "pick_station",
    "new_station",
    "new_sample",
    "week",
    "day",
    "rundown",
    "problems",
    "explain_airing",
    "explain_slot",
    "fixes",
    "calculate",
    "cancel",
    "proposal",
    "accept",
    "discard",
    "undo",
    "redo",
    "steps",
    "journal",
    "open_to_read",
    "reopen_station",
    "save_copy",
    "on_disk",
    "proposal_week",
    "proposal_day",
    "examine",
    "accept_days",
    "proposal_fixes",
    "place_anyway",
    "apply_fix",
    "changes",
    "revert",
    "names",
    "find_versions",
    "what_if",
    "assume",
    "rollout",
    "take_over_rollout",
    "export_schedule",
    "export_station",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let attributes = Attributes::new()
        .app_manifest(AppManifest::new().commands(COMMANDS))
        .capabilities_path_pattern("src-tauri/capabilities/*.json");
    Ok(tauri_build::try_build(attributes)?)
}
