//! What a judgement rests on: the values of a refusal or finding.

use crate::finding::Values;
use crate::index::{ChannelIx, EpisodeIx, Index, LanguageIx, LicenceIx, ProgrammeIx, SlotIx, VersionIx};
use crate::time::{BroadcastDate, GridTime, HOUR, Instant, MINUTE, SECOND};
use crate::values;

/// What a judgement rests on. Durations are milliseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the fields are the words of the rules; each rule's function says what they mean"
)]
pub enum Grounds {
    Language {
        language: LanguageIx,
        slot: SlotIx,
    },
    Length {
        duration_ms: i64,
        room_ms: i64,
    },
    Licensed {
        licence: LicenceIx,
    },
    NotLicensed {
        date: BroadcastDate,
        language: LanguageIx,
        nearest: Option<LicenceIx>,
    },
    Runs {
        licence: LicenceIx,
        runs: u32,
        max: Option<u32>,
    },
    Gap {
        licence: LicenceIx,
        other: Option<Instant>,
        apart_ms: Option<i64>,
    },
    Rating {
        episode: EpisodeIx,
        window: Option<(GridTime, GridTime)>,
    },
    Holdback {
        first_channel: ChannelIx,
        wait_ms: i64,
        premiere: Option<Instant>,
    },
    NoHoldback,
    Blackout {
        from: Instant,
        until: Instant,
    },
    NoBlackout,
    DayLimit {
        airings: u32,
        max: u32,
    },
    Order {
        programme: ProgrammeIx,
    },
    Other {
        start: Instant,
        version: VersionIx,
    },
    Free,
}

impl Grounds {
    /// The licence concerned.
    pub fn licence(&self) -> Option<LicenceIx> {
        match *self {
            Self::Licensed { licence } | Self::Runs { licence, .. } | Self::Gap { licence, .. } => Some(licence),
            Self::NotLicensed { nearest, .. } => nearest,
            _ => None,
        }
    }

    /// The values as documents and messages name them; instants by the clock of the channel, what is unknown is `null`.
    pub fn values(&self, index: &Index, channel: ChannelIx) -> Values {
        let text = |at: Instant| index.channels[channel.at()].clock.text(at);
        match self {
            Self::Language { language, slot } => {
                let wanted = &index.slots[slot.at()].languages;
                let wanted: Vec<_> = wanted.iter().map(|one| index.languages[one.at()].as_str()).collect();
                values! { "language" => index.languages[language.at()].as_str(), "languages" => wanted.join(", ") }
            }
            Self::Length { duration_ms, room_ms } => values! {
                "duration_ms" => duration_ms, "room_ms" => room_ms,
                "duration" => length(*duration_ms), "room" => length(*room_ms)
            },
            Self::Licensed { licence } => {
                let licence = &index.licences[licence.at()];
                values! { "from" => licence.from.to_string(), "until" => licence.until.to_string() }
            }
            Self::NotLicensed {
                date,
                language,
                nearest,
            } => {
                let nearest = nearest.map(|licence| &index.licences[licence.at()]);
                values! {
                    "date" => date.to_string(), "language" => index.languages[language.at()].as_str(),
                    "from" => nearest.map(|licence| licence.from.to_string()),
                    "until" => nearest.map(|licence| licence.until.to_string())
                }
            }
            Self::Runs { runs, max, .. } => values! { "runs" => runs, "max_runs" => max },
            Self::Gap {
                licence,
                other,
                apart_ms,
            } => values! {
                "min_gap_hours" => index.licences[licence.at()].min_gap_ms / HOUR,
                "other" => other.map(text), "apart_hours" => apart_ms.map(|ms| ms / HOUR)
            },
            Self::Rating { episode, window } => values! {
                "rating" => index.episodes[episode.at()].rating, "from" => window.map(|(from, _)| from.to_string()),
                "until" => window.map(|(_, until)| until.to_string())
            },
            Self::Holdback {
                first_channel,
                wait_ms,
                premiere,
            } => values! {
                "first_channel" => index.channels[first_channel.at()].id.as_str(),
                "hours" => wait_ms / HOUR, "premiere" => premiere.map(text)
            },
            Self::Blackout { from, until } => values! { "from" => text(*from), "until" => text(*until) },
            Self::DayLimit { airings, max } => values! { "airings" => airings, "max_per_day" => max },
            Self::Order { programme } => {
                values! { "programme" => index.programmes[programme.at()].id.as_str() }
            }
            Self::Other { start, version } => values! {
                "other" => text(*start), "other_version" => index.versions[version.at()].id.as_str()
            },
            Self::NoHoldback | Self::NoBlackout | Self::Free => values! {},
        }
    }
}

/// `1:05:00` or `25:40`: hours where there are some, minutes, seconds; begun seconds count.
fn length(ms: i64) -> String {
    let seconds = (ms + SECOND - 1) / SECOND;
    let (hours, minutes, seconds) = (ms / HOUR, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{:02}:{seconds:02}", ms.max(0) / MINUTE % 60)
    }
}
