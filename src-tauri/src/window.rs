//! The real window.

use std::path::PathBuf;

use tauri::{AppHandle, Manager as _, RunEvent, WindowEvent, Wry};
use tauri_plugin_dialog::DialogExt as _;
use tauri_specta::Event as _;

use crate::bindings;
use crate::desktop::Desktop;
use crate::outside::{Kind, Outside, Told};
use crate::place;

/// Opens the window on a station, on the one opened last where none is named, and returns when it is closed.
///
/// # Errors
/// When there is no display or no web view to open it with.
pub fn open(station: Option<PathBuf>) -> Result<(), tauri::Error> {
    let builder = bindings::builder::<Wry>();
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(builder.invoke_handler())
        .setup(move |app| {
            builder.mount_events(app);
            let data = match std::env::var_os("ARNA_DATA") {
                Some(folder) => folder.into(),
                None => app.path().app_data_dir()?,
            };
            std::fs::create_dir_all(&data)?;
            let outside = Box::new(Real(app.handle().clone()));
            if let Some(window) = app.get_webview_window("main") {
                place::restore(&window, &data);
                let (own, kept) = (window.clone(), data.clone());
                window.on_window_event(move |event| {
                    if matches!(event, WindowEvent::CloseRequested { .. }) {
                        place::keep(&own, &kept);
                    }
                });
            }
            app.manage(Desktop::new(outside, data, station));
            Ok(())
        })
        .build(tauri::generate_context!())?
        .run(|app, event| {
            // The process may end without taking leave of anything.
            if let (RunEvent::Exit, Some(desktop)) = (event, app.try_state::<Desktop>()) {
                desktop.close();
            }
        });
    Ok(())
}

struct Real(AppHandle<Wry>);

impl Outside for Real {
    fn choose(&self, kind: Kind) -> Option<PathBuf> {
        let dialog = self.0.dialog().file().add_filter(kind.name, kind.extensions);
        dialog.blocking_pick_file()?.into_path().ok()
    }

    fn place(&self, name: &str, kind: Kind) -> Option<PathBuf> {
        let dialog = self.0.dialog().file().set_file_name(name);
        let dialog = dialog.add_filter(kind.name, kind.extensions);
        let chosen = dialog.blocking_save_file()?.into_path().ok()?;
        Some(kind.named(chosen))
    }

    fn folder(&self) -> Option<PathBuf> {
        self.0.dialog().file().blocking_pick_folder()?.into_path().ok()
    }

    fn zoom(&self, percent: u32) {
        if let Some(window) = self.0.get_webview_window("main") {
            // A web view that cannot zoom stays as it is.
            let _ = window.set_zoom(f64::from(percent) / 100.0);
        }
    }

    fn tell(&self, told: Told) {
        // A window that is gone listens no more; the calculation is stopped by its own means.
        let _ = match told {
            Told::Calculating(how_far) => how_far.emit(&self.0),
        };
    }
}
