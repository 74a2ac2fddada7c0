//! Receivers: whom a channel's published schedule is handed to, in which files, called how and put where.

mod sftp;

use serde::{Deserialize, Serialize};

use crate::id::{ChannelId, ProgrammeId, ReceiverId};
use crate::language::Language;
use crate::range::DateRange;
pub use crate::time::FrameRate;
pub use sftp::{Flaw, Sftp, SignIn, is_fingerprint};

/// Whom a channel's published schedule is handed to. It never holds a secret: who may write to a folder
/// is the system's to say, and what signs in to a server its keyring's to keep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Receiver {
    /// Unique among receivers.
    pub id: ReceiverId,
    /// The channel.
    pub channel: ChannelId,
    /// The language of titles, and of what stands around them; what lacks it falls back.
    pub titles: Language,
    /// The files that it gets.
    pub files: Vec<FileForm>,
    /// How files are called: `{channel}`, `{from}`, `{until}`, `{revision}` and `{format}` stand for what they say, the
    /// extension is added. Playlists are called as playout looks for them.
    #[serde(default = "Receiver::usual_name")]
    pub name: String,
    /// Where they are put.
    pub to: Destination,
}

/// Where files are put.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Destination {
    /// A folder; one that is no absolute path lies beside the station file.
    Folder(String),
    /// A folder on a server.
    Sftp(Sftp),
}

/// A form of a file, with what it asks of its receiver.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FileForm {
    /// An XMLTV guide.
    Xmltv,
    /// A table.
    Csv,
    /// A book for Excel.
    Xlsx,
    /// A calendar.
    Ics,
    /// Events for traffic and automation.
    Bxf(Bxf),
    /// A guide for sets.
    Tva(Tva),
    /// A guide for sets in the profile of DVB-I.
    #[serde(rename = "dvb-i")]
    Dvbi(Tva),
    /// What the channel plays, as ffplayout reads it.
    Ffplayout(Playlist),
    /// What the channel plays, as M3U.
    M3u(Playlist),
    /// When a programme airs, as a page.
    Page(Page),
    /// Weeks to be pinned to a wall: seven dates on an A3 page.
    #[serde(rename = "pdf-week")]
    PdfWeek,
    /// A rundown to be read in print.
    #[serde(rename = "pdf-rundown")]
    PdfRundown,
}

/// What a receiver of BXF wants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bxf {
    /// Frames a second.
    #[serde(default)]
    pub frame_rate: FrameRate,
    /// Which date stands beside a time past midnight.
    #[serde(default)]
    pub date_of: DateOf,
}

/// Which date stands beside a time past midnight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DateOf {
    /// The calendar's: 25:30 of 1 July is 01:30 of 2 July.
    #[default]
    Calendar,
    /// The broadcast date: 25:30 of 1 July is 01:30 of 1 July.
    Broadcast,
}

/// What a receiver of TV-Anytime or DVB-I wants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Tva {
    /// The broadcaster's name in the DNS, to which programmes' identifiers belong.
    pub authority: String,
    /// The year of the schema.
    #[serde(default)]
    pub edition: Edition,
}

/// A year of the schema of TV-Anytime.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Edition {
    /// `urn:tva:metadata:2019`.
    #[serde(rename = "2019")]
    Of2019,
    /// `urn:tva:metadata:2023`.
    #[serde(rename = "2023")]
    Of2023,
    /// `urn:tva:metadata:2024`.
    #[default]
    #[serde(rename = "2024")]
    Of2024,
}

/// What playout wants.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Playlist {
    /// How media files are called that the station does not know: `/media/{house}.mxf`, `{version}` for the version's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media: Option<String>,
}

/// What a partner wants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Page {
    /// The programme that the page is about.
    pub programme: ProgrammeId,
}

impl DateOf {
    /// The one of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == word)
    }

    /// Both.
    pub const ALL: [Self; 2] = [Self::Calendar, Self::Broadcast];

    /// Its word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Calendar => "calendar",
            Self::Broadcast => "broadcast",
        }
    }
}

impl Edition {
    /// The edition of a year.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == word)
    }

    /// All of them.
    pub const ALL: [Self; 3] = [Self::Of2019, Self::Of2023, Self::Of2024];

    /// Its word: the year.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Of2019 => "2019",
            Self::Of2023 => "2023",
            Self::Of2024 => "2024",
        }
    }
}

impl FileForm {
    /// Its word.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Xmltv => "xmltv",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Ics => "ics",
            Self::Bxf(_) => "bxf",
            Self::Tva(_) => "tva",
            Self::Dvbi(_) => "dvb-i",
            Self::Ffplayout(_) => "ffplayout",
            Self::M3u(_) => "m3u",
            Self::Page(_) => "page",
            Self::PdfWeek => "pdf-week",
            Self::PdfRundown => "pdf-rundown",
        }
    }

    /// What its files' names end in.
    pub fn extension(&self) -> &'static str {
        match self {
            Self::Xmltv | Self::Bxf(_) | Self::Tva(_) | Self::Dvbi(_) => "xml",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Ics => "ics",
            Self::Ffplayout(_) => "json",
            Self::M3u(_) => "m3u8",
            Self::Page(_) => "html",
            Self::PdfWeek | Self::PdfRundown => "pdf",
        }
    }

    /// Whether it is a file a broadcast day, called as playout looks for it.
    pub fn is_playlist(&self) -> bool {
        matches!(self, Self::Ffplayout(_) | Self::M3u(_))
    }
}

/// What a name of a file may stand for.
const NAMED: [&str; 5] = ["{channel}", "{from}", "{until}", "{revision}", "{format}"];

impl Receiver {
    /// How files are called where nobody says.
    pub fn usual_name() -> String {
        "{channel}-{from}-{format}".to_owned()
    }

    /// What a file of a revision is called; `None` where that is no name of a file.
    pub fn file_name(&self, form: &FileForm, range: DateRange, revision: i64) -> Option<String> {
        let values = [
            self.channel.to_string(),
            range.from.to_string(),
            range.end().plus_days(-1).to_string(),
            revision.to_string(),
            form.as_str().to_owned(),
        ];
        let mut name = self.name.clone();
        for (known, value) in NAMED.iter().zip(values) {
            name = name.replace(known, &value);
        }
        is_file_name(&name).then(|| format!("{name}.{}", form.extension()))
    }

    /// Whether its pattern is one: braces hold what is known, and nothing else in it keeps it from being a name.
    pub fn has_good_name(&self) -> bool {
        let rest = NAMED
            .iter()
            .fold(self.name.clone(), |rest, known| rest.replace(known, "x"));
        is_file_name(&rest) && !rest.contains(['{', '}'])
    }

    /// The first form that is called like one before it, whatever is published.
    pub fn called_alike(&self) -> Option<&FileForm> {
        let differs = self.name.contains("{format}");
        let name = |form: &FileForm| match form {
            _ if form.is_playlist() || differs => form.as_str(),
            _ => form.extension(),
        };
        let (at, _) = self.files.iter().enumerate().find(|(at, form)| {
            let before = &self.files[..*at];
            before.iter().any(|other| name(other) == name(form))
        })?;
        self.files.get(at)
    }
}

/// Whether a text is a name that a file or a folder may have, wherever it goes. Marks that turn the direction of what follows would show
/// another ending than there is.
pub fn is_file_name(name: &str) -> bool {
    let turns =
        |c: char| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let bad = |c: char| c.is_control() || turns(c) || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    !name.trim().is_empty() && !name.starts_with('.') && name.len() <= 200 && !name.contains(bad)
}

/// Whether a text is a name of the DNS, as an authority must be.
pub fn is_authority(name: &str) -> bool {
    let label = |label: &str| {
        let good = label.bytes().all(|b| b == b'-' || b.is_ascii_alphanumeric());
        (1..=63).contains(&label.len()) && good && !label.starts_with('-') && !label.ends_with('-')
    };
    name.len() <= 253 && name.contains('.') && name.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::BroadcastDate;

    fn receiver(name: &str, files: Vec<FileForm>) -> Receiver {
        Receiver {
            id: "r".into(),
            channel: "khabar.kz".into(),
            titles: Language::parse("kk").unwrap_or_else(|| panic!("a language")),
            files,
            name: name.to_owned(),
            to: Destination::Folder("out".to_owned()),
        }
    }

    #[test]
    fn files_are_called_by_what_is_published() {
        let from = BroadcastDate::parse("2024-07-01").unwrap_or_else(|| panic!("a date"));
        let week = DateRange { from, days: 7 };
        let called = |name: &str| receiver(name, Vec::new()).file_name(&FileForm::Bxf(Bxf::default()), week, 3);
        assert_eq!(
            called("{channel}_{from}_{until}_r{revision}_{format}").as_deref(),
            Some("khabar.kz_2024-07-01_2024-07-07_r3_bxf.xml")
        );
        assert_eq!(called("../{channel}"), None);
        // A channel may be called as it likes; a file of it may not.
        for channel in [
            "../../x",
            "/etc/cron.d/x",
            "..",
            "C:\\x",
            "x\u{0}",
            "x\n",
            "\u{202e}lmx.sh",
            "-x/../../y",
        ] {
            let mut receiver = receiver("{channel}", Vec::new());
            receiver.channel = channel.into();
            assert_eq!(receiver.file_name(&FileForm::Csv, week, 3), None, "{channel}");
        }
    }

    #[test]
    fn a_pattern_names_what_is_known() {
        for good in ["{channel}-{from}", "schedule", "{revision}", "Хабар {until}"] {
            assert!(receiver(good, Vec::new()).has_good_name(), "{good}");
        }
        for bad in [
            "",
            " ",
            "{date}",
            "a/b",
            "..",
            "{channel",
            "a:b",
            "a\nb",
            ".hidden",
            "{channel}\u{202e}lmx",
            "\u{2066}a",
        ] {
            assert!(!receiver(bad, Vec::new()).has_good_name(), "{bad}");
        }
    }

    #[test]
    fn two_files_of_one_name_are_told() {
        let both = || vec![FileForm::Xmltv, FileForm::Csv, FileForm::Bxf(Bxf::default())];
        assert_eq!(receiver("{channel}-{format}", both()).called_alike(), None);
        let alike = receiver("{channel}", both());
        assert_eq!(alike.called_alike().map(FileForm::as_str), Some("bxf"));
        let twice = vec![FileForm::M3u(Playlist::default()), FileForm::M3u(Playlist::default())];
        assert!(receiver("{channel}-{format}", twice).called_alike().is_some());
    }

    #[test]
    fn an_authority_is_a_name_of_the_dns() {
        for good in ["khabar.kz", "example.org", "a-b.c"] {
            assert!(is_authority(good), "{good}");
        }
        for bad in ["", "khabar", "khabar.", ".kz", "a b.kz", "-a.kz", "қазақ.kz", "a/b.kz"] {
            assert!(!is_authority(bad), "{bad}");
        }
    }
}
