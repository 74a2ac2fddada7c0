//! What lies outside the core: the clock, whoever sits there, file dialogs, and whom to tell how far a calculation is.
//!
//! The window has real ones; the development server answers dialogs with paths that a test hands in.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use arna_app::desk::Hand;
use arna_domain::Instant;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri_specta::Event;

use crate::commands::calculate::Calculating;
use crate::commands::shared::{Moving, StationNews};

/// A kind of file, for a dialog.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kind {
    /// What it is called.
    pub(crate) name: &'static str,
    /// How its names may end.
    pub(crate) extensions: &'static [&'static str],
}

impl Kind {
    pub(crate) const STATION: Self = Self {
        name: "Arna",
        extensions: &["arna"],
    };
    pub(crate) const GUIDE: Self = Self {
        name: "XML",
        extensions: &["xml"],
    };
    pub(crate) const TABLE: Self = Self {
        name: "CSV",
        extensions: &["csv"],
    };
    pub(crate) const BOOK: Self = Self {
        name: "XLSX",
        extensions: &["xlsx"],
    };
    pub(crate) const PAPER: Self = Self {
        name: "PDF",
        extensions: &["pdf"],
    };
    pub(crate) const CALENDAR: Self = Self {
        name: "iCalendar",
        extensions: &["ics"],
    };
    pub(crate) const PAGE: Self = Self {
        name: "HTML",
        extensions: &["html"],
    };
    pub(crate) const SHEET: Self = Self {
        name: "XLSX, ODS, CSV",
        extensions: &["xlsx", "xlsm", "ods", "csv", "tsv", "txt"],
    };
    pub(crate) const SCHEDULE: Self = Self {
        name: "XML, XLSX, ODS, CSV, JSON",
        extensions: &[
            "xml", "bxf", "xmltv", "xlsx", "xlsm", "ods", "csv", "tsv", "txt", "json",
        ],
    };
    /// Every playout calls its logs otherwise.
    pub(crate) const LOG: Self = Self {
        name: "LOG, TXT, CSV, XML …",
        extensions: &["*"],
    };
    pub(crate) const MEDIA: Self = Self {
        name: "MXF, MOV, MP4 …",
        extensions: &[
            "mxf", "mov", "mp4", "m4v", "mpg", "mpeg", "ts", "m2ts", "mkv", "avi", "wav", "mp3", "m4a", "flac",
        ],
    };
    pub(crate) const CERTIFICATES: Self = Self {
        name: "PEM",
        extensions: &["pem", "crt", "cer"],
    };
    pub(crate) const DOCUMENT: Self = Self {
        name: "JSON",
        extensions: &["json"],
    };
}

impl Kind {
    /// The path with the kind's ending, where it was typed without one: so it is opened by a click and found by a dialog. What is
    /// there under that name nobody was asked about, so it stays.
    pub(crate) fn named(self, path: PathBuf) -> PathBuf {
        let ends = |ending: &&str| path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending));
        let (Some(name), Some(first)) = (path.file_name(), self.extensions.first()) else {
            return path;
        };
        if self.extensions.iter().any(ends) {
            return path;
        }
        let mut name = name.to_owned();
        name.push(".");
        name.push(first);
        let named = path.with_file_name(name);
        if named.exists() { path } else { named }
    }
}

/// That a dialog of the system opened, or shut. What it was opened for is not begun while a person chooses.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, Type, Event)]
pub(crate) struct Choosing {
    /// Whether it is open.
    pub(crate) open: bool,
}

/// News for the page.
#[derive(Clone, Debug)]
pub(crate) enum Told {
    /// How far a calculation is.
    Calculating(Calculating),
    /// How far a station on its way between file and server is.
    Moving(Moving),
    /// That it is worth looking what others did.
    Station(StationNews),
    /// That a dialog of the system opened, or shut.
    Choosing(Choosing),
}

/// What lies outside the core.
pub(crate) trait Outside: Send + Sync {
    /// A file that a person chooses to read; none when nothing was chosen.
    fn choose(&self, kind: Kind) -> Option<PathBuf>;

    /// Where a person wants a file written; none when no name was given.
    fn place(&self, name: &str, kind: Kind) -> Option<PathBuf>;

    /// A folder that a person wants files written under; none when none was chosen.
    fn folder(&self) -> Option<PathBuf>;

    /// Tells the page.
    fn tell(&self, told: Told);

    /// Shows the window larger or smaller, in percent.
    fn zoom(&self, percent: u32);

    /// Now.
    fn now(&self) -> Instant {
        clock()
    }

    /// Whoever sits there, now.
    fn hand(&self) -> Hand {
        let author = ["USER", "LOGNAME", "USERNAME"]
            .into_iter()
            .find_map(|name| std::env::var(name).ok());
        Hand {
            author: author.unwrap_or_else(|| "arna".to_owned()),
            at: self.now(),
        }
    }
}

/// What the computer's clock says: the only clock of the window.
pub(crate) fn clock() -> Instant {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Instant::from_ms(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn a_name_that_was_typed_without_its_ending_gets_it() {
        let named = |path: &str, kind: Kind| kind.named(PathBuf::from(path)).display().to_string();
        assert_eq!(named("/nowhere/my tv", Kind::STATION), "/nowhere/my tv.arna");
        assert_eq!(named("/nowhere/week 1.7", Kind::BOOK), "/nowhere/week 1.7.xlsx");
        assert_eq!(named("/nowhere/guide.XML", Kind::GUIDE), "/nowhere/guide.XML");
        assert_eq!(named("/nowhere/old.tsv", Kind::SHEET), "/nowhere/old.tsv");
    }

    #[test]
    fn what_is_there_under_the_whole_name_is_not_written_over_unasked() {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
        let kind = Kind {
            name: "TOML",
            extensions: &["toml"],
        };
        assert_eq!(kind.named(manifest.join("Cargo")), manifest.join("Cargo"));
    }
}
