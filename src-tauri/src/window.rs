//! The real window.

use std::path::PathBuf;
use std::sync::Arc;

use tauri::plugin::{self, TauriPlugin};
use tauri::{AppHandle, Manager as _, RunEvent, Url, Webview, WindowEvent, Wry};
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
        .plugin(stay())
        .invoke_handler(builder.invoke_handler())
        .setup(move |app| {
            builder.mount_events(app);
            let data = match std::env::var_os("ARNA_DATA") {
                Some(folder) => folder.into(),
                None => app.path().app_data_dir()?,
            };
            std::fs::create_dir_all(&data)?;
            let outside = Arc::new(Real(app.handle().clone()));
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

/// Keeps the window on its own page: whatever the page is made to want, it goes nowhere else. No policy of contents forbids that.
fn stay() -> TauriPlugin<Wry> {
    let stays = |webview: &Webview<Wry>, to: &Url| {
        let is_own = is_own_page(to);
        let is_under_development = tauri::is_dev()
            && webview
                .config()
                .build
                .dev_url
                .as_ref()
                .is_some_and(|own| own.origin() == to.origin());
        is_own || is_under_development
    };
    plugin::Builder::new("stay").on_navigation(stays).build()
}

/// Whether an address is that of the page that the window was built with, as systems call it.
fn is_own_page(to: &Url) -> bool {
    match to.scheme() {
        "tauri" => to.host_str() == Some("localhost"),
        "http" | "https" => to.host_str() == Some("tauri.localhost"),
        _ => false,
    }
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
            Told::Moving(how_far) => how_far.emit(&self.0),
            Told::Station(news) => news.emit(&self.0),
            Told::Choosing(news) => news.emit(&self.0),
        };
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

    use super::*;

    #[test]
    fn only_the_page_itself_is_its_own() {
        let is_own = |text: &str| is_own_page(&Url::parse(text).unwrap());
        for own in [
            "tauri://localhost",
            "tauri://localhost/index.html#x",
            "http://tauri.localhost/",
            "https://tauri.localhost/",
        ] {
            assert!(is_own(own), "{own}");
        }
        for other in [
            "https://example.org/",
            "http://localhost:1420/",
            "tauri://localhost.example.org/",
            "http://tauri.localhost.example.org/",
            "file:///etc/passwd",
            "data:text/html,x",
            "javascript:1",
            "about:blank",
            "ipc://localhost/",
        ] {
            assert!(!is_own(other), "{other}");
        }
    }
}
