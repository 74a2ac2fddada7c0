//! Arna's window.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod asked;
mod bindings;
mod commands;
mod desktop;

use std::process::ExitCode;

use tauri::Manager as _;

use crate::desktop::Desktop;

fn main() -> ExitCode {
    let builder = bindings::builder();
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(builder.invoke_handler())
        .setup(move |app| {
            builder.mount_events(app);
            let data = match std::env::var_os("ARNA_DATA") {
                Some(folder) => folder.into(),
                None => app.path().app_data_dir()?,
            };
            std::fs::create_dir_all(&data)?;
            app.manage(Desktop::new(data, std::env::args_os().nth(1).map(Into::into)));
            Ok(())
        })
        .run(tauri::generate_context!());
    match app {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            #[expect(clippy::print_stderr, reason = "there is no window to say it in")]
            {
                eprintln!("arna-desktop: the window cannot be opened: {error}");
            }
            ExitCode::FAILURE
        }
    }
}
