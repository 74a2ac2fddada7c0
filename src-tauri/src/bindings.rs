//! The commands and events that the window's page knows, and their types for it: `ui/src/lib/bindings.ts`.

use tauri::Runtime;
use tauri_specta::{Builder, collect_commands, collect_events};

use crate::commands;
use crate::commands::calculate::Calculating;
use crate::commands::shared::{Moving, StationNews};
use crate::outside::Choosing;

/// The commands and events.
pub(crate) fn builder<R: Runtime>() -> Builder<R> {
    Builder::new()
        .commands(collect_commands![
            commands::station::start,
            commands::station::open_station,
            commands::station::pick_station,
            commands::station::new_station,
            commands::station::new_sample,
            commands::station::open_to_read,
            commands::station::reopen_station,
            commands::station::save_copy,
            commands::station::on_disk,
            commands::keeping::backups,
            commands::keeping::look_through,
            commands::keeping::choose_station,
            commands::keeping::preview_backup,
            commands::keeping::restore_backup,
            commands::keeping::salvage_station,
            commands::schedule::week,
            commands::schedule::day,
            commands::schedule::rundown,
            commands::schedule::problems,
            commands::schedule::explain_airing,
            commands::schedule::explain_slot,
            commands::schedule::fixes,
            commands::airings::edit_airings,
            commands::airings::judge_edit,
            commands::airings::fill_by_fix,
            commands::airings::search,
            commands::airings::airs,
            commands::airings::now,
            commands::airings::overview,
            commands::scenario::scenarios,
            commands::scenario::keep_scenario,
            commands::scenario::compare_scenario,
            commands::scenario::swap_scenario,
            commands::scenario::forget_scenario,
            commands::calculate::calculate,
            commands::calculate::cancel,
            commands::calculate::proposal,
            commands::calculate::accept,
            commands::calculate::discard,
            commands::calculate::proposal_week,
            commands::calculate::proposal_day,
            commands::calculate::examine,
            commands::calculate::accept_days,
            commands::calculate::proposal_fixes,
            commands::calculate::place_anyway,
            commands::calculate::apply_fix,
            commands::journal::undo,
            commands::journal::redo,
            commands::journal::journal,
            commands::journal::changes,
            commands::journal::revert,
            commands::what_if::names,
            commands::what_if::find_versions,
            commands::what_if::what_if,
            commands::what_if::assume,
            commands::what_if::rollout,
            commands::what_if::take_over_rollout,
            commands::export::preview_export,
            commands::export::export_schedule,
            commands::export::export_playlists,
            commands::export::export_station,
            commands::import::choose_playlists,
            commands::import::choose_schedule,
            commands::import::read_schedule,
            commands::import::propose_schedule,
            commands::asrun::log_mappings,
            commands::asrun::choose_log,
            commands::asrun::choose_mapping,
            commands::asrun::save_mapping,
            commands::asrun::look_at_log,
            commands::asrun::log_report,
            commands::asrun::accept_log,
            commands::asrun::save_log_report,
            commands::publishing::publishing,
            commands::publishing::standing,
            commands::publishing::files_ahead,
            commands::publishing::file_ahead,
            commands::publishing::publish,
            commands::publishing::deliver_again,
            commands::publishing::revision_note,
            commands::publishing::revisions,
            commands::publishing::deliveries,
            commands::publishing::verify_revisions,
            commands::publishing::receiver_edit,
            commands::publishing::choose_folder,
            commands::report::report,
            commands::report::export_report,
            commands::grid::grid,
            commands::grid::grid_would_air,
            commands::grid::grid_choices,
            commands::grid::grid_try,
            commands::grid::grid_edit,
            commands::grid::occasions,
            commands::grid::occasion_try,
            commands::grid::occasion_edit,
            commands::grid::restriction_edit,
            commands::settings::settings,
            commands::settings::zones,
            commands::settings::channel_edit,
            commands::settings::zoom,
            commands::catalogue::catalogue_rows,
            commands::catalogue::catalogue_item,
            commands::catalogue::catalogue_airs,
            commands::catalogue::catalogue_licences,
            commands::catalogue::catalogue_missing,
            commands::catalogue::catalogue_about,
            commands::catalogue::catalogue_edit,
            commands::catalogue::catalogue_try,
            commands::catalogue::plan_programme,
            commands::catalogue::attach_media,
            commands::catalogue::measure_media,
            commands::sheet::choose_sheet,
            commands::sheet::propose_columns,
            commands::sheet::preview_sheet,
            commands::sheet::import_sheet,
            commands::shared::shared,
            commands::shared::who_is_here,
            commands::shared::decisions,
            commands::shared::left,
            commands::shared::take_own,
            commands::shared::leave_theirs,
            commands::shared::work_offline,
            commands::shared::come_back,
            commands::shared::again_next,
            commands::shared::detach,
            commands::shared::sign_in_known,
            commands::shared::sign_in,
            commands::shared::choose_authority,
            commands::shared::share_station,
            commands::shared::copy_station,
            commands::shared::break_off,
            commands::shared::accounts,
            commands::shared::set_account,
            commands::shared::remove_account,
            commands::workbook::workbook_fields,
            commands::workbook::export_workbook,
            commands::workbook::choose_workbook,
            commands::workbook::read_workbook,
            commands::workbook::take_workbook,
        ])
        .events(collect_events![Calculating, Moving, StationNews, Choosing])
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests {
    use std::path::Path;

    use specta_typescript::Typescript;

    use super::*;

    /// `UPDATE=1 cargo test -p arna-desktop` writes the file anew.
    #[test]
    fn the_page_knows_the_commands_as_they_are() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let committed = root.join("ui/src/lib/bindings.ts");
        let made = std::env::temp_dir().join(format!("arna-bindings-{}.ts", std::process::id()));
        builder::<tauri::Wry>().export(Typescript::default(), &made).unwrap();
        let text = std::fs::read_to_string(&made).unwrap();
        std::fs::remove_file(&made).unwrap();
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&committed, &text).unwrap();
        }
        assert_eq!(std::fs::read_to_string(committed).unwrap_or_default(), text);
    }

    #[test]
    fn the_window_may_call_exactly_the_commands_there_are() {
        let capability = include_str!("../capabilities/main.json");
        let bound = include_str!("bindings.rs");
        let commands: Vec<_> = bound
            .lines()
            .filter_map(|line| {
                line.trim()
                    .strip_prefix("commands::")?
                    .strip_suffix(',')?
                    .split_once("::")
            })
            .map(|(_, command)| command)
            .collect();
        assert!(commands.len() > 20, "{commands:?}");
        for command in &commands {
            assert!(
                capability.contains(&format!("\"allow-{}\"", command.replace('_', "-"))),
                "{command}"
            );
            assert!(
                include_str!("../build.rs").contains(&format!("\"{command}\",")),
                "{command}"
            );
        }
        assert_eq!(capability.matches("\"allow-").count(), commands.len());
    }
}
