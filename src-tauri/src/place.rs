//! Where the window was and how large, from one start to the next.

use std::path::Path;

use serde::{Deserialize, Serialize};
use tauri::{PhysicalPosition, PhysicalSize, Runtime, WebviewWindow};

/// A window's place on the screen, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Place {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
    maximized: bool,
}

impl Place {
    /// Whether enough of it is on a screen for a person to take hold of.
    fn is_on(&self, left: i32, top: i32, width: u32, height: u32) -> bool {
        let right = left.saturating_add_unsigned(width);
        let bottom = top.saturating_add_unsigned(height);
        self.x.saturating_add_unsigned(self.width) > left + 80
            && self.x < right - 80
            && self.y >= top
            && self.y < bottom - 80
    }
}

const FILE: &str = "window.json";

/// Notes where a window is. That it cannot be noted is no news worth failing for.
pub(crate) fn keep<R: Runtime>(window: &WebviewWindow<R>, data: &Path) {
    let (Ok(position), Ok(size)) = (window.outer_position(), window.inner_size()) else {
        return;
    };
    let maximized = window.is_maximized().unwrap_or_default();
    let place = Place {
        x: position.x,
        y: position.y,
        width: size.width,
        height: size.height,
        maximized,
    };
    // A maximised window goes back to the size that it had before.
    let place = match read(data) {
        Some(before) if maximized => Place { maximized, ..before },
        _ => place,
    };
    if let Ok(text) = serde_json::to_string(&place) {
        let _ = arna_app::export::replace_file(&data.join(FILE), |to| std::io::Write::write_all(to, text.as_bytes()));
    }
}

/// Puts a window where it was, if that is still on a screen.
pub(crate) fn restore<R: Runtime>(window: &WebviewWindow<R>, data: &Path) {
    let Some(place) = read(data) else { return };
    let screens = window.available_monitors().unwrap_or_default();
    let is_seen = screens.iter().any(|screen| {
        let (at, size) = (screen.position(), screen.size());
        place.is_on(at.x, at.y, size.width, size.height)
    });
    // A window that cannot be placed opens where windows open.
    let _ = window.set_size(PhysicalSize::new(place.width.max(800), place.height.max(500)));
    if is_seen {
        let _ = window.set_position(PhysicalPosition::new(place.x, place.y));
    }
    if place.maximized {
        let _ = window.maximize();
    }
}

fn read(data: &Path) -> Option<Place> {
    serde_json::from_str(&std::fs::read_to_string(data.join(FILE)).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_comes_back_only_where_it_can_be_taken_hold_of() {
        let place = |x, y| Place {
            x,
            y,
            width: 1200,
            height: 800,
            maximized: false,
        };
        let on = |place: Place| place.is_on(0, 0, 1920, 1080);
        assert!(on(place(100, 50)));
        assert!(on(place(-600, 0)), "half of it is seen");
        assert!(!on(place(-1190, 0)), "a strip is not enough");
        assert!(!on(place(1900, 0)));
        assert!(!on(place(100, -40)), "its bar is above the screen");
        assert!(!on(place(2000, 1200)), "the second screen is gone");
    }
}
