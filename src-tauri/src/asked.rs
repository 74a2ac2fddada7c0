//! What the window's page asks with, as the core takes it.

use arna_app::Failure;
use arna_app::export::{self, Form, Heads, PageWords, Paper, PaperWords, Playlist, What};
use arna_app::planning::{Effort, Proof};
use arna_app::publish::Around;
use arna_domain::receiver::{DateOf, Edition};
use arna_domain::{DateRange, Language, ProgrammeId, values};
use serde::Deserialize;
use specta::Type;

/// The names of a table's columns, in the language of its reader.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct HeadsAsked {
    date: String,
    start: String,
    duration: String,
    end: String,
    utc_offset: String,
    title: String,
    episode: String,
    language: String,
    version: String,
    origin: String,
}

/// A channel's schedule to be written.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct ExportAsked {
    pub(crate) channel: String,
    pub(crate) from: String,
    pub(crate) days: u32,
    /// The language of titles.
    pub(crate) titles: String,
    pub(crate) form: FormAsked,
}

/// A form that is one file.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FormAsked {
    /// A guide.
    Xmltv,
    /// A table with these heads.
    Csv(HeadsAsked),
    /// A book for Excel with these heads.
    Xlsx(HeadsAsked),
    /// Weeks to be pinned to a wall, with these words.
    PdfWeek(Box<PaperWordsAsked>),
    /// A rundown to be read in print, with these words.
    PdfRundown(Box<PaperWordsAsked>),
    /// A calendar; of one programme where one is named.
    Ics { programme: Option<String> },
    /// Events for traffic and automation.
    Bxf { rate: String, broadcast_date: bool },
    /// A guide for sets; the broadcaster's name in the DNS.
    Tva { authority: String },
    /// A guide for sets as DVB-I wants it; the broadcaster's name in the DNS.
    Dvbi { authority: String },
    /// When a programme airs on all channels, as a page with these words.
    Page {
        programme: String,
        words: Box<PageWordsAsked>,
    },
}

/// A form that is a file a broadcast date.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub(crate) enum PlaylistAsked {
    Ffplayout,
    M3u,
}

/// What a page for partners says around its facts.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct PageWordsAsked {
    until: String,
    airings: String,
    channel: String,
    spoken: String,
    date: String,
    time: String,
    duration: String,
    episode: String,
    showing: String,
    premiere: String,
    first_run: String,
    repeat: String,
    none: String,
    /// Monday to Sunday, short.
    weekdays: [String; 7],
    /// Tags and names of languages.
    languages: Vec<(String, String)>,
}

/// What paper says around its facts.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct PaperWordsAsked {
    page: PageWordsAsked,
    /// A date of each month, with `{weekday}` and `{day}`.
    dates: [String; 12],
    title: String,
    house_number: String,
    premiere_short: String,
    first_run_short: String,
    /// With `{number}` and `{at}`.
    revision: String,
    draft: String,
    breaks: String,
    /// With `{count}`.
    more: String,
}

/// What stands around the facts of files, in a language.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct SpokenAsked {
    /// The language's tag.
    tag: String,
    heads: HeadsAsked,
    page: PageWordsAsked,
    paper: PaperWordsAsked,
}

/// Says what stands around facts in a language: in English where it is none of the window's.
pub(crate) fn around(spoken: Vec<SpokenAsked>) -> impl Fn(&Language) -> Result<Around, Failure> {
    let of = |one: SpokenAsked| {
        let language = Language::parse(&one.tag)?;
        let around = Around {
            heads: one.heads.into(),
            page: one.page.in_language(language.clone()),
            paper: one.paper.words(&language),
        };
        Some((one.tag, around))
    };
    let known: Vec<(String, Around)> = spoken.into_iter().filter_map(of).collect();
    move |language| {
        let primary = language.as_str().split('-').next().unwrap_or_default();
        let of = |tag: &str| known.iter().find(|(own, _)| own == tag);
        let found = of(primary).or_else(|| of("en"));
        let found = found.ok_or_else(|| Failure::new("unknown_language", values! { "found" => language.as_str() }))?;
        Ok(found.1.clone())
    }
}

/// What to calculate, and how.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct CalculationAsked {
    /// The channels; none: all.
    pub(crate) channels: Option<Vec<String>>,
    pub(crate) from: String,
    pub(crate) days: u32,
    pub(crate) effort: EffortAsked,
    pub(crate) proof: ProofAsked,
    pub(crate) keep: KeepAsked,
}

/// How long to look for something better.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub(crate) enum EffortAsked {
    Fast,
    Normal,
    Best,
}

/// Whether to prove how good the plan is. Keeping to what is accepted proves nothing.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ProofAsked {
    Given,
    Spared,
}

/// What of the accepted schedule stays wherever rules and grid let it.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub(crate) enum KeepAsked {
    Nothing,
    Pinned,
    Accepted,
}

/// A channel's broadcast day.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct DayAsked {
    pub(crate) channel: String,
    pub(crate) date: String,
}

/// What is to be assumed.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AmendmentAsked {
    /// A licence ends on another date.
    LicenceUntil { licence: String, until: String },
    /// A licence allows so many runs.
    LicenceRuns { licence: String, runs: Option<u32> },
    /// A licence is gone.
    LicenceLost { licence: String },
    /// A channel airs nothing more.
    ChannelLost { channel: String, from: String },
    /// A slot stands no more.
    SlotLost { slot: String, from: String },
    /// A version can air no more.
    VersionLost { version: String },
}

/// A roll-out to propose.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct RolloutAsked {
    pub(crate) seasons: Vec<String>,
    pub(crate) from: String,
    pub(crate) until: String,
    /// 0, Monday, to 6.
    pub(crate) weekdays: Vec<u8>,
    /// The window of the day, by the wall clock.
    pub(crate) hours: Option<(String, String)>,
    pub(crate) holdback_hours: u32,
    pub(crate) rerun_hours: u32,
    pub(crate) over: OverAsked,
    /// A repeat so many days later.
    pub(crate) repeat_after: Option<u32>,
    /// In the order of premieres.
    pub(crate) targets: Vec<TargetAsked>,
}

/// A channel of a roll-out.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct TargetAsked {
    pub(crate) channel: String,
    /// Best first.
    pub(crate) languages: Vec<String>,
}

/// What of the grid may be overridden.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub(crate) enum OverAsked {
    Nothing,
    Pools,
    Holds,
}

impl From<EffortAsked> for Effort {
    fn from(asked: EffortAsked) -> Self {
        match asked {
            EffortAsked::Fast => Self::Fast,
            EffortAsked::Normal => Self::Normal,
            EffortAsked::Best => Self::Best,
        }
    }
}

impl From<ProofAsked> for Proof {
    fn from(asked: ProofAsked) -> Self {
        match asked {
            ProofAsked::Given => Self::Given,
            ProofAsked::Spared => Self::Spared,
        }
    }
}

impl From<HeadsAsked> for Heads {
    fn from(asked: HeadsAsked) -> Self {
        Self {
            date: asked.date,
            start: asked.start,
            duration: asked.duration,
            end: asked.end,
            utc_offset: asked.utc_offset,
            title: asked.title,
            episode: asked.episode,
            language: asked.language,
            version: asked.version,
            origin: asked.origin,
        }
    }
}

impl ExportAsked {
    /// What is to be written, and how its file's name ends.
    ///
    /// # Errors
    /// `no_frame_rate`, `no_authority`.
    pub(crate) fn what(self, range: DateRange, language: Language) -> Result<(What, &'static str), Failure> {
        let Self { channel, form, .. } = self;
        let extension = form.extension();
        let form = match form {
            FormAsked::Xmltv => Form::Xmltv,
            FormAsked::Csv(heads) => Form::Csv(Box::new(heads.into())),
            FormAsked::Xlsx(heads) => Form::Xlsx(Box::new(heads.into())),
            FormAsked::PdfWeek(words) => Form::PdfWeek(words.paper(&language)),
            FormAsked::PdfRundown(words) => Form::PdfRundown(words.paper(&language)),
            FormAsked::Ics { programme } => Form::Ics {
                programme: programme.map(ProgrammeId::new),
                sequence: 0,
                published: None,
            },
            FormAsked::Bxf { rate, broadcast_date } => Form::Bxf {
                rate: export::rate_of(&rate)?,
                date_of: if broadcast_date {
                    DateOf::Broadcast
                } else {
                    DateOf::Calendar
                },
                published: None,
            },
            FormAsked::Tva { authority } => Form::Tva {
                edition: Edition::Of2024,
                authority: export::authority_of(&authority)?,
            },
            FormAsked::Dvbi { authority } => Form::Dvbi {
                edition: Edition::Of2024,
                authority: export::authority_of(&authority)?,
            },
            FormAsked::Page { programme, words } => {
                let what = What::Page {
                    programme: ProgrammeId::new(programme),
                    channels: Vec::new(),
                    range,
                    words: Box::new(words.in_language(language.clone())),
                    language,
                };
                return Ok((what, extension));
            }
        };
        let what = What::Schedule {
            form,
            channel,
            range,
            language,
        };
        Ok((what, extension))
    }
}

impl FormAsked {
    fn extension(&self) -> &'static str {
        match self {
            Self::Xmltv | Self::Bxf { .. } | Self::Tva { .. } | Self::Dvbi { .. } => "xml",
            Self::Csv(_) => "csv",
            Self::Xlsx(_) => "xlsx",
            Self::Ics { .. } => "ics",
            Self::Page { .. } => "html",
            Self::PdfWeek(_) | Self::PdfRundown(_) => "pdf",
        }
    }
}

impl From<PlaylistAsked> for Playlist {
    fn from(asked: PlaylistAsked) -> Self {
        match asked {
            PlaylistAsked::Ffplayout => Self::Ffplayout,
            PlaylistAsked::M3u => Self::M3u,
        }
    }
}

impl PaperWordsAsked {
    /// Paper of what is accepted, which is no revision.
    fn paper(self, language: &Language) -> Box<Paper> {
        Box::new(Paper {
            words: self.words(language),
            revision: None,
        })
    }

    fn words(self, language: &Language) -> PaperWords {
        PaperWords {
            page: self.page.in_language(language.clone()),
            dates: self.dates,
            title: self.title,
            house_number: self.house_number,
            premiere_short: self.premiere_short,
            first_run_short: self.first_run_short,
            revision: self.revision,
            draft: self.draft,
            breaks: self.breaks,
            more: self.more,
        }
    }
}

impl PageWordsAsked {
    fn in_language(self, language: Language) -> PageWords {
        let named = self.languages.into_iter();
        PageWords {
            language,
            until: self.until,
            airings: self.airings,
            channel: self.channel,
            spoken: self.spoken,
            date: self.date,
            time: self.time,
            duration: self.duration,
            episode: self.episode,
            showing: self.showing,
            premiere: self.premiere,
            first_run: self.first_run,
            repeat: self.repeat,
            none: self.none,
            weekdays: self.weekdays,
            languages: named
                .filter_map(|(tag, name)| Some((Language::parse(&tag)?, name)))
                .collect(),
        }
    }
}
