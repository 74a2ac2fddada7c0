//! Reports: what was on air how often, in which language, how much of it in prime time; what quotas, licences, partners, premieres
//! and promos come to; what aired of what was planned. Each is a pure function of a station, channels and dates, and gives one
//! table, of which every output is written.
//!
//! Each looks at every airing once, after sorting when its episodes were shown before: O(a log a) for a airings of the station, and
//! at every licence, campaign and date once.

mod aired;
mod licences;
mod names;
mod on_air;
mod partners;
mod premieres;
mod promos;
mod published;
mod quota;
mod reach;
mod written;

use arna_domain::index::ChannelIx;
use arna_domain::{Airing, ChannelId, DateRange, GridTime, Index, Language, Station, Values, values};
pub use arna_exchange::table::{Cell, Column, Kind as Holds, Table, Words};
use serde_json::{Map, Value};

pub use self::written::{File, to_file, write};
use crate::failure::Failure;

/// Which report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// What was on air, by something.
    Reach(By),
    /// The languages of each week, against what the station and the law ask for.
    Quota,
    /// Runs of licences, and what ends with runs unused.
    Licences,
    /// What aired of each partner's work.
    Partners,
    /// What was shown first, anywhere, on a channel, in a language.
    Premieres,
    /// Campaigns' promos, against what they may have.
    Promos,
    /// What aired of what was published.
    Aired,
}

/// What reach is told by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum By {
    /// Programmes.
    Programme,
    /// Seasons.
    Season,
    /// Channels.
    Channel,
    /// Languages spoken.
    Language,
    /// Places that episodes show.
    Place,
    /// Occasions that slots and seasons hang on.
    Occasion,
    /// Prime time and the rest of the day.
    PrimeTime,
}

impl Kind {
    /// Every report.
    pub const ALL: [Self; 13] = [
        Self::Reach(By::Programme),
        Self::Reach(By::Season),
        Self::Reach(By::Channel),
        Self::Reach(By::Language),
        Self::Reach(By::Place),
        Self::Reach(By::Occasion),
        Self::Reach(By::PrimeTime),
        Self::Quota,
        Self::Licences,
        Self::Partners,
        Self::Premieres,
        Self::Promos,
        Self::Aired,
    ];

    /// Its word: what is typed, and `report-<word>` in the message files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reach(By::Programme) => "programmes",
            Self::Reach(By::Season) => "seasons",
            Self::Reach(By::Channel) => "channels",
            Self::Reach(By::Language) => "languages",
            Self::Reach(By::Place) => "places",
            Self::Reach(By::Occasion) => "occasions",
            Self::Reach(By::PrimeTime) => "prime-time",
            Self::Quota => "quotas",
            Self::Licences => "licences",
            Self::Partners => "partners",
            Self::Premieres => "premieres",
            Self::Promos => "promos",
            Self::Aired => "aired",
        }
    }

    /// The report of this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// The hours of the broadcast date that count as prime time where nobody says: 19:00 to 23:00 by the channel's clock.
pub const USUAL_PRIME_MIN: (u32, u32) = (19 * 60, 23 * 60);

/// What is asked.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// Which report.
    pub kind: Kind,
    /// The broadcast dates.
    pub range: DateRange,
    /// The channels; none: all.
    pub channels: &'a [String],
    /// The language of titles.
    pub language: &'a Language,
    /// The hours of prime time, [from, until) by the channel's clock; none: the usual ones.
    pub prime: Option<(GridTime, GridTime)>,
    /// What was published of the range before it aired; only [`Kind::Aired`] asks.
    pub published: &'a [Airing],
}

impl Asked<'_> {
    fn prime(&self) -> (GridTime, GridTime) {
        let (from, until) = USUAL_PRIME_MIN;
        self.prime
            .unwrap_or((GridTime::at_most(from), GridTime::at_most(until)))
    }
}

/// A report.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Which.
    pub kind: Kind,
    /// The broadcast dates that it is of: whole weeks where it counts by the week.
    pub range: DateRange,
    /// Its channels.
    pub channels: Vec<ChannelId>,
    /// What it says.
    pub table: Table,
    /// How it counts, and what it cannot tell.
    pub notes: Vec<Note>,
}

/// A remark on how figures are counted: the message `report-note-<code>`.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Which.
    pub code: &'static str,
    /// With what values.
    pub values: Values,
}

impl Note {
    fn new(code: &'static str) -> Self {
        Self {
            code,
            values: values! {},
        }
    }
}

/// What a report is made of.
struct Of<'a> {
    station: &'a Station,
    index: &'a Index,
    asked: &'a Asked<'a>,
    channels: Vec<ChannelIx>,
}

impl Of<'_> {
    fn has(&self, channel: ChannelIx) -> bool {
        self.channels.contains(&channel)
    }
}

/// A report.
///
/// # Errors
/// `unknown_channel`; `ends_before_start` where prime time ends before it begins.
pub fn report(station: &Station, index: &Index, asked: &Asked<'_>) -> Result<Report, Failure> {
    let (from, until) = asked.prime();
    if until <= from {
        let values = values! { "from" => from.to_string(), "until" => until.to_string() };
        return Err(Failure::new("prime_time", values));
    }
    let unknown = |id: &String| Failure::new("unknown_channel", values! { "channel" => id.as_str() });
    let channels = if asked.channels.is_empty() {
        (0..).map(ChannelIx).take(index.channels.len()).collect()
    } else {
        let mut own = Vec::new();
        for id in asked.channels {
            let channel = index.channel(id).ok_or_else(|| unknown(id))?;
            if !own.contains(&channel) {
                own.push(channel);
            }
        }
        own
    };
    let of = Of {
        station,
        index,
        asked,
        channels,
    };
    let (table, notes) = match asked.kind {
        Kind::Reach(by) => reach::reach(&of, by),
        Kind::Quota => quota::quota(&of),
        Kind::Licences => licences::licences(&of),
        Kind::Partners => partners::partners(&of),
        Kind::Premieres => premieres::premieres(&of),
        Kind::Promos => promos::promos(&of),
        Kind::Aired => aired::aired(&of),
    };
    Ok(Report {
        kind: asked.kind,
        range: match asked.kind {
            Kind::Quota => quota::whole_weeks(asked.range),
            _ => asked.range,
        },
        channels: of
            .channels
            .iter()
            .map(|channel| index.channels[channel.at()].id.clone())
            .collect(),
        table,
        notes,
    })
}

/// A report as a document: the table under what it is of.
pub fn document(report: &Report) -> Value {
    let mut document = Map::new();
    document.insert("report".to_owned(), report.kind.as_str().into());
    document.insert("from".to_owned(), report.range.from.to_string().into());
    document.insert("days".to_owned(), report.range.days.into());
    let channels: Vec<Value> = report.channels.iter().map(|id| id.as_str().into()).collect();
    document.insert("channels".to_owned(), channels.into());
    document.extend(report.table.value());
    let note = |note: &Note| -> Value {
        let mut object = Map::new();
        object.insert("code".to_owned(), note.code.into());
        object.extend(note.values.clone());
        object.into()
    };
    document.insert("notes".to_owned(), report.notes.iter().map(note).collect());
    document.into()
}
