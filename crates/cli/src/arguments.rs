//! What can be typed.

mod import;
mod of_station;
mod publishing;
mod report;
mod station;
mod usage;

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;
use std::str::FromStr;

pub(crate) use self::import::{Import, Imported, TakenBack};
pub(crate) use self::publishing::{Changes, Deliver, Publish, ReceiverEdit, ReceiverSet};
pub(crate) use self::report::Report;
pub(crate) use self::station::{AccountEdit, Server, Station};
use arna_app::Failure;
use arna_app::export;
use arna_app::planning::{self, Effort};
use arna_domain::receiver::{DateOf, Edition};
use arna_domain::{BroadcastDate, DateRange, FrameRate, GridTime, Instant, Language};
use clap::error::ErrorKind;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Plans what airs when, on many channels and in many languages, and says why.
#[derive(Debug, Parser)]
#[command(
    name = "arna",
    version,
    max_term_width = 120,
    after_help = "Exit status: 0 done, 1 findings of severity error \
    (check, rollout, asrun, import, verify, verify-revisions, salvage), 2 refused input. A station is an .arna file or an arna-station/1 document (JSON), told apart by content."
)]
pub(crate) struct Arguments {
    /// Print JSON instead of tables
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// The language of messages; usually that of the system
    #[arg(long, global = true, value_name = "LANGUAGE")]
    lang: Option<Spoken>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What was typed.
pub(crate) enum Typed {
    /// It is understood.
    Understood(Arguments),
    /// Help or the version was asked for, and printed.
    Help(ExitCode),
    /// It is not understood.
    Refused {
        /// The language of messages, as far as that was.
        language: Spoken,
        /// Whether JSON is wanted.
        json: bool,
        /// Why.
        why: Failure,
    },
}

impl Arguments {
    /// What was typed.
    pub(crate) fn typed() -> Typed {
        let typed: Vec<OsString> = std::env::args_os().collect();
        match Self::try_parse_from(&typed) {
            Ok(arguments) => Typed::Understood(arguments),
            Err(error) if is_help(&error) => {
                let code = if error.use_stderr() { 2 } else { 0 };
                // Nobody is left to tell where help cannot be printed.
                let printed = error.print();
                Typed::Help(ExitCode::from(if printed.is_ok() { code } else { 2 }))
            }
            Err(error) => Typed::Refused {
                language: spoken_in(&typed).unwrap_or_else(Spoken::of_system),
                json: typed.iter().any(|one| one == "--json"),
                why: usage::refused(&error),
            },
        }
    }

    /// The language of messages: as asked for, else the system's, else English.
    pub(crate) fn language(&self) -> Spoken {
        self.lang.unwrap_or_else(Spoken::of_system)
    }
}

/// Whether help or the version is the answer: it is to no arguments at all, too.
fn is_help(error: &clap::Error) -> bool {
    !error.use_stderr() || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
}

/// The language that is asked for in arguments which are not understood as a whole.
fn spoken_in(typed: &[OsString]) -> Option<Spoken> {
    let texts: Vec<&str> = typed.iter().filter_map(|one| one.to_str()).collect();
    let beside = texts.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    let within = || texts.iter().find_map(|one| one.strip_prefix("--lang="));
    <Spoken as ValueEnum>::from_str(beside.or_else(within)?, true).ok()
}

/// A language of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Spoken {
    /// English
    En,
    /// Kazakh
    Kk,
    /// Russian
    Ru,
    /// Chinese
    Zh,
}

impl Spoken {
    /// The language with messages that has this tag.
    pub(crate) fn of_tag(tag: &str) -> Option<Self> {
        <Self as ValueEnum>::from_str(tag, true).ok()
    }

    fn of_system() -> Self {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty())
            .and_then(|value| <Self as ValueEnum>::from_str(value.get(..2)?, true).ok())
            .unwrap_or(Self::En)
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make an empty station
    New {
        /// The file to make
        station: PathBuf,
    },
    /// Make the sample station: four channels in July 2024
    Sample {
        /// The file to make
        station: PathBuf,
        /// Make up a station this large instead, calculated and accepted from 1 July 2024
        #[arg(long)]
        size: Option<Made>,
    },
    /// What a station holds
    Info {
        /// The station
        station: PathBuf,
    },
    /// List what is wrong with a station's schedule, or with a plan
    Check {
        /// The station
        station: PathBuf,
        /// A plan document to judge instead of the accepted schedule
        plan: Option<PathBuf>,
        #[command(flatten)]
        dates: SomeDates,
    },
    /// Calculate what airs when; prints an arna-plan/1 document
    Plan(Plan),
    /// Propose slots, licences and premieres of a body of work on many channels: an arna-rollout/1 document (JSON) says which
    Rollout(Rollout),
    /// Why an airing is where it is, or why a slot is open
    Explain(Explain),
    /// Write a station or a schedule in a form that others read
    Export {
        #[command(subcommand)]
        what: Export,
    },
    /// Show what another's guide or schedule says, and what of it cannot be taken as it stands; no station changes
    Read {
        #[command(subcommand)]
        what: Read,
    },
    /// Lay a channel's as-run log beside what is accepted: what aired, late, missing, extra
    Asrun(AsRun),
    /// What was on air, quotas by week, runs of licences, the partners' sheet, premieres, promos, planned against aired
    Report(Report),
    /// Make a station of a document, or a proposal of another's schedule
    Import {
        #[command(subcommand)]
        what: Import,
    },
    /// Make a revision of what is accepted, and hand it out to the channels' receivers: all of a channel's files, or none
    Publish(Publish),
    /// Hand a revision out again
    Deliver(Deliver),
    /// List published revisions
    Revisions {
        /// The station file
        station: PathBuf,
        /// Only those of this channel
        #[arg(long)]
        channel: Option<String>,
    },
    /// What a revision changes of another, or what is accepted now of a revision: as a note to the channel
    Changes(Changes),
    /// Check that every revision is what was published, and none is missing
    VerifyRevisions {
        /// The station file
        station: PathBuf,
    },
    /// What was handed out, newest first
    Deliveries {
        /// The station file
        station: PathBuf,
        /// Only what is of this channel
        #[arg(long)]
        channel: Option<String>,
        /// Files at most
        #[arg(long, default_value_t = 100, value_parser = number::<u32>)]
        limit: u32,
    },
    /// Whom a channel's schedule is handed to, in which files
    Receiver {
        #[command(subcommand)]
        what: ReceiverEdit,
    },
    /// One station for several desks, on a PostgreSQL server: put it there, copy it, work without, merge
    Station {
        #[command(subcommand)]
        what: Station,
    },
    /// Undo the last step
    Undo {
        /// The station file
        station: PathBuf,
    },
    /// Do again what was undone last
    Redo {
        /// The station file
        station: PathBuf,
    },
    /// Who did what, newest first
    Log {
        /// The station file
        station: PathBuf,
        /// Entries at most
        #[arg(long, default_value_t = 20, value_parser = number::<u32>)]
        limit: u32,
    },
    /// List a station's backups, or put one back
    Restore(Restore),
    /// Look through a station file and its backups: whether everything in them is readable, whole, and what was written
    Verify {
        /// The station file; it is not changed, whoever has it open
        station: PathBuf,
    },
    /// Take everything that can be read out of a damaged station file into a new one, and list what is missing
    Salvage {
        /// The damaged station file; it is not touched
        damaged: PathBuf,
        /// The file to make
        new: PathBuf,
    },
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page
    Man,
}

#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// The station file
    pub(crate) station: PathBuf,
    /// The backup to put back; what is replaced becomes a backup itself
    #[arg(long, value_name = "FILE")]
    pub(crate) backup: Option<PathBuf>,
    /// Only say what the station has that the backup lacks
    #[arg(long, requires = "backup")]
    pub(crate) preview: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Plan {
    /// The station
    pub(crate) station: PathBuf,
    #[command(flatten)]
    pub(crate) dates: Dates,
    /// Breaks ties between candidates of equal worth
    #[arg(long, default_value_t = 0, value_parser = number::<u64>)]
    pub(crate) seed: u64,
    /// How long to look for something better
    #[arg(long, default_value = "normal", value_name = "fast|normal|best", value_parser = effort)]
    pub(crate) effort: Effort,
    /// Threads at most, and never more than cores; they never change the plan [default: as many as cores]
    #[arg(long, value_parser = threads)]
    pub(crate) threads: Option<NonZeroUsize>,
    /// Prove how good the plan is: upper limits of both scores that no plan exceeds. Takes longer; the plan stays the same
    #[arg(long)]
    pub(crate) bound: bool,
    /// Keep to what is accepted and tell what changes and why: what has aired, pins only, or all that no rule forbids
    #[arg(long, value_name = "aired|pinned|accepted")]
    pub(crate) keep: Option<Kept>,
    /// The instant before which everything has aired, such as 2024-07-03T12:00:00+05:00
    #[arg(long, value_name = "INSTANT", value_parser = instant, required_if_eq("keep", "aired"), requires = "keep")]
    pub(crate) now: Option<Instant>,
    /// Take the plan into the schedule of the station file, as one step
    #[arg(long)]
    pub(crate) accept: bool,
    /// Write the plan to a file instead of printing it
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Ask what if: plan, plan again around that with the changes of an arna-amendments/1 document, and print what they come to
    #[arg(long, value_name = "FILE", conflicts_with_all = ["accept", "out"])]
    pub(crate) with: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Rollout {
    /// The station
    pub(crate) station: PathBuf,
    /// The rollout's document
    pub(crate) rollout: PathBuf,
    /// Write the station with the proposal taken in, as an arna-station/1 document
    #[arg(long, value_name = "OUT.json")]
    pub(crate) apply: Option<PathBuf>,
    /// Threads at most, and never more than cores; they never change the proposal [default: as many as cores]
    #[arg(long, value_parser = threads)]
    pub(crate) threads: Option<NonZeroUsize>,
}

/// How large a station is made up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Made {
    /// 4 channels and their schedule of 14 days: 7,600 airings, made in a second
    Desk,
    /// 40 channels and their schedule of 28 days: 150,000 airings, half a minute
    Net,
    /// 200 channels, grid, catalogue and licences of 364 days, the schedule of the first 28: 750,000 airings, minutes and gigabytes
    Huge,
}

/// What of the accepted schedule stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kept {
    /// What started before --now
    Aired,
    /// Pins only
    Pinned,
    /// Everything, unless a rule now forbids it
    Accepted,
}

#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct Dates {
    /// The first broadcast date
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) from: BroadcastDate,
    /// How many dates
    #[arg(long, value_parser = days)]
    pub(crate) days: u32,
}

impl Dates {
    /// The dates as a range, or why they are none.
    pub(crate) fn range(self) -> Result<DateRange, Failure> {
        planning::dates(self.from, self.days)
    }
}

#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct SomeDates {
    /// The first broadcast date [default: the schedule's first]
    #[arg(long, value_name = "DATE", value_parser = date, requires = "days")]
    pub(crate) from: Option<BroadcastDate>,
    /// How many dates [default: to the schedule's last]
    #[arg(long, requires = "from", value_parser = days)]
    pub(crate) days: Option<u32>,
}

impl SomeDates {
    /// The dates as a range, where they are named, or why they are none.
    pub(crate) fn range(self) -> Result<Option<DateRange>, Failure> {
        range_if_named(self.from, self.days)
    }
}

fn range_if_named(from: Option<BroadcastDate>, days: Option<u32>) -> Result<Option<DateRange>, Failure> {
    let named = from.zip(days);
    named.map(|(from, days)| planning::dates(from, days)).transpose()
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The station
    pub(crate) station: PathBuf,
    /// The broadcast date
    #[arg(long, value_parser = date)]
    pub(crate) date: BroadcastDate,
    /// The channel of an airing
    #[arg(long, requires = "time", conflicts_with = "slot", required_unless_present = "slot")]
    pub(crate) channel: Option<String>,
    /// The wall clock at its start, with seconds where it has some: 21:00, 21:00:25; goes on past midnight: 25:30
    #[arg(long, requires = "channel", value_parser = time)]
    pub(crate) time: Option<StartTime>,
    /// An open slot; what would make it air is looked for too
    #[arg(long)]
    pub(crate) slot: Option<String>,
    /// A plan document to ask about instead of the accepted schedule
    #[arg(long, value_name = "FILE")]
    pub(crate) plan: Option<PathBuf>,
}

/// A wall clock of the broadcast date, to the second.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StartTime {
    /// To the minute.
    pub(crate) minute: GridTime,
    /// Seconds after that.
    pub(crate) seconds: u8,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Export {
    /// The whole station as an arna-station/1 document
    Station {
        /// The station
        station: PathBuf,
        /// The file to write, or - for standard output
        #[arg(long, default_value = "-")]
        out: PathBuf,
    },
    /// The plan that waits for a decision, as an arna-plan/1 document
    Plan {
        /// The station file
        station: PathBuf,
        /// The file to write, or - for standard output
        #[arg(long, default_value = "-")]
        out: PathBuf,
    },
    /// What a published revision holds, as an arna-station/1 document: whatever a station is exported to, it can be exported to
    Revision {
        /// The station file
        station: PathBuf,
        /// The channel
        #[arg(long)]
        channel: String,
        /// The number of the revision [default: the last]
        #[arg(long, value_parser = number::<i64>)]
        number: Option<i64>,
        /// The file to write, or - for standard output
        #[arg(long, default_value = "-")]
        out: PathBuf,
    },
    /// Channels, catalogue, licences and grids as a workbook, to be changed and imported again
    Workbook {
        /// The station
        station: PathBuf,
        /// The book to write (.xlsx), a folder for a table a sheet, or - for a book on standard output
        #[arg(long, default_value = "-")]
        out: PathBuf,
    },
    /// A channel's guide as XMLTV
    Xmltv(Schedule),
    /// A channel's rundown as a table, for spreadsheets
    Csv(Schedule),
    /// A channel's rundown as a book for Excel, with real dates and times past midnight
    Xlsx(Schedule),
    /// A channel's weeks to be pinned to a wall, as PDF: seven dates on an A3 page
    PdfWeek(Schedule),
    /// A channel's rundown in print, as PDF: a list a date on A4, to the second, with breaks
    PdfRundown(Schedule),
    /// A channel's airings, or those of one programme, as a calendar (iCalendar)
    Ics(Calendar),
    /// A channel's events for traffic and automation, as BXF (SMPTE ST 2021)
    Bxf(Bxf),
    /// A channel's guide for sets, as TV-Anytime
    Tva(Tva),
    /// A channel's guide for sets, as a guide server of DVB-I answers
    DvbI(Tva),
    /// What a channel plays, as ffplayout reads it: a file a broadcast day, filled to its end with fillers
    Ffplayout(Playlists),
    /// What a channel plays, as M3U: a file a broadcast day, filled to its end with fillers
    M3u(Playlists),
    /// When a programme airs on which channel in which language, as a page (HTML) to send to a partner
    Page(Page),
}

#[derive(Debug, Args)]
pub(crate) struct Schedule {
    /// The station
    pub(crate) station: PathBuf,
    /// The channel
    #[arg(long)]
    pub(crate) channel: String,
    #[command(flatten)]
    pub(crate) dates: Dates,
    /// The language of titles [default: that of messages]
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    pub(crate) titles: Option<Language>,
    /// A plan document to write instead of the accepted schedule
    #[arg(long, value_name = "FILE")]
    pub(crate) plan: Option<PathBuf>,
    /// The file to write, or - for standard output
    #[arg(long, visible_alias = "to", value_name = "FILE", default_value = "-")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Calendar {
    #[command(flatten)]
    pub(crate) schedule: Schedule,
    /// Only the airings of this programme
    #[arg(long, value_name = "ID")]
    pub(crate) programme: Option<String>,
    /// The number of the revision: calendars take an event over one with a lower number
    #[arg(long, value_name = "NUMBER", default_value_t = 0, value_parser = number::<u32>)]
    pub(crate) revision: u32,
    /// When it was published [default: when the first date begins]
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub(crate) published: Option<Instant>,
}

#[derive(Debug, Args)]
pub(crate) struct Bxf {
    #[command(flatten)]
    pub(crate) schedule: Schedule,
    /// Frames a second; 29.97 and 59.94 with dropped labels
    #[arg(long, value_name = "24|25|29.97|30|59.94", default_value = "25", value_parser = rate)]
    pub(crate) frame_rate: FrameRate,
    /// Which date stands beside a time past midnight
    #[arg(long, value_name = "calendar|broadcast", default_value = "calendar", value_parser = date_of)]
    pub(crate) date_of: DateOf,
    /// When it was published [default: when the first date begins]
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub(crate) published: Option<Instant>,
}

#[derive(Debug, Args)]
pub(crate) struct Tva {
    #[command(flatten)]
    pub(crate) schedule: Schedule,
    /// The broadcaster's name in the DNS, to which programmes' identifiers (CRIDs) belong, such as khabar.kz
    #[arg(long, value_name = "NAME", value_parser = authority)]
    pub(crate) authority: String,
    /// The year of the schema
    #[arg(long, value_name = "2019|2023|2024", default_value = "2024", value_parser = edition)]
    pub(crate) edition: Edition,
}

#[derive(Debug, Args)]
pub(crate) struct Playlists {
    /// The station
    pub(crate) station: PathBuf,
    /// The channel
    #[arg(long)]
    pub(crate) channel: String,
    #[command(flatten)]
    pub(crate) dates: Dates,
    /// The language of titles [default: that of messages]
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    pub(crate) titles: Option<Language>,
    /// A plan document to write instead of the accepted schedule
    #[arg(long, value_name = "FILE")]
    pub(crate) plan: Option<PathBuf>,
    /// How files are called that the station does not know, such as /media/{house}.mxf; {version} is the version's id
    #[arg(long, value_name = "PATTERN")]
    pub(crate) files: Option<String>,
    /// The folder to write to: CHANNEL/YYYY/MM/YYYY-MM-DD under it
    #[arg(long, visible_alias = "to", value_name = "FOLDER")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Page {
    /// The station
    pub(crate) station: PathBuf,
    /// The programme
    #[arg(long, value_name = "ID")]
    pub(crate) programme: String,
    /// A channel; may be given several times [default: all channels]
    #[arg(long)]
    pub(crate) channel: Vec<String>,
    #[command(flatten)]
    pub(crate) dates: Dates,
    /// The language of the page [default: that of messages]
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    pub(crate) titles: Option<Language>,
    /// A plan document to write instead of the accepted schedule
    #[arg(long, value_name = "FILE")]
    pub(crate) plan: Option<PathBuf>,
    /// The file to write, or - for standard output
    #[arg(long, visible_alias = "to", value_name = "FILE", default_value = "-")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct AsRun {
    /// The station
    #[arg(required_unless_present = "mappings")]
    pub(crate) station: Option<PathBuf>,
    /// The log
    #[arg(required_unless_present = "mappings")]
    pub(crate) log: Option<PathBuf>,
    /// The channel
    #[arg(long, required_unless_present = "mappings")]
    pub(crate) channel: Option<String>,
    /// How the log is to be read: a mapping that comes with the program, or an arna-asrun/1 document
    #[arg(long, value_name = "NAME|FILE", required_unless_present = "mappings")]
    pub(crate) mapping: Option<String>,
    /// The broadcast date that it is of [default: those that it tells of]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) date: Option<BroadcastDate>,
    /// Lay the log beside what the channel was sent, the last revision or one by its number, instead of what is accepted
    #[arg(long, value_name = "NUMBER|last", conflicts_with = "accept", value_parser = revision)]
    pub(crate) revision: Option<WhichRevision>,
    /// Make what aired the history of the station file, as one step
    #[arg(long)]
    pub(crate) accept: bool,
    /// Accept although rows could not be read, or little of what was accepted is in the log
    #[arg(long, requires = "accept")]
    pub(crate) anyway: bool,
    /// Write the report to a table (CSV) instead of printing it
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// List the mappings that come with the program
    #[arg(long, conflicts_with_all = ["station", "log", "channel", "mapping", "date", "revision", "accept", "out"])]
    pub(crate) mappings: bool,
}

/// A revision of a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WhichRevision {
    /// The last.
    Last,
    /// The one of this number.
    Number(i64),
}

impl WhichRevision {
    pub(crate) fn number(self) -> Option<i64> {
        match self {
            Self::Last => None,
            Self::Number(number) => Some(number),
        }
    }
}

/// A file of others, read to look at; no station changes.
#[derive(Debug, Subcommand)]
pub(crate) enum Read {
    /// A guide (XMLTV)
    Xmltv {
        /// The file
        file: PathBuf,
    },
    /// A schedule as BXF (SMPTE ST 2021)
    Bxf {
        /// The file
        file: PathBuf,
        #[command(flatten)]
        about: About,
        /// Which date stands beside a time past midnight
        #[arg(long, value_name = "calendar|broadcast", default_value = "calendar", value_parser = date_of)]
        date_of: DateOf,
    },
    /// A schedule as a table or a book (CSV, XLSX, ODS)
    Sheet {
        /// The file
        file: PathBuf,
        #[command(flatten)]
        about: About,
    },
    /// A playlist as ffplayout reads it, or a folder of them
    Ffplayout {
        /// The file
        file: PathBuf,
        #[command(flatten)]
        about: About,
    },
}

#[derive(Debug, Args)]
pub(crate) struct About {
    /// The station whose channel it is of
    pub(crate) station: PathBuf,
    /// The channel, by whose clock times are read
    #[arg(long)]
    pub(crate) channel: String,
}

// Of what is refused the message `failure-usage_value-hint` says what is wanted, by these words.

fn date(text: &str) -> Result<BroadcastDate, String> {
    BroadcastDate::parse(text).ok_or_else(|| "date".to_owned())
}

fn instant(text: &str) -> Result<Instant, String> {
    Instant::parse(text).ok_or_else(|| "instant".to_owned())
}

fn time(text: &str) -> Result<StartTime, String> {
    let (minute, seconds) = match text.match_indices(':').nth(1) {
        Some((at, _)) => (&text[..at], &text[at + 1..]),
        None => (text, "00"),
    };
    let minute = GridTime::parse(minute);
    // As minutes are written.
    let seconds = GridTime::parse(&format!("00:{seconds}")).and_then(|one| u8::try_from(one.minutes()).ok());
    let start = minute
        .zip(seconds)
        .map(|(minute, seconds)| StartTime { minute, seconds });
    start.ok_or_else(|| "time".to_owned())
}

fn language(text: &str) -> Result<Language, String> {
    Language::parse(text).ok_or_else(|| "language".to_owned())
}

/// One of several words.
fn word<T: Copy>(text: &str, known: &[T], as_str: impl Fn(T) -> &'static str) -> Result<T, String> {
    let found = known.iter().copied().find(|one| as_str(*one) == text);
    found.ok_or_else(|| one_of(known, as_str))
}

fn one_of<T: Copy>(known: &[T], as_str: impl Fn(T) -> &'static str) -> String {
    let words: Vec<_> = known.iter().map(|one| as_str(*one)).collect();
    format!("one_of {}", words.join(", "))
}

fn rate(text: &str) -> Result<FrameRate, String> {
    export::rate_of(text).map_err(|_| one_of(&FrameRate::ALL, FrameRate::as_str))
}

fn date_of(text: &str) -> Result<DateOf, String> {
    word(text, &DateOf::ALL, DateOf::as_str)
}

fn edition(text: &str) -> Result<Edition, String> {
    word(text, &Edition::ALL, Edition::as_str)
}

fn authority(text: &str) -> Result<String, String> {
    export::authority_of(text).map_err(|_| "authority".to_owned())
}

fn days(text: &str) -> Result<u32, String> {
    let days = text.parse().ok();
    days.filter(|days| (1..=DateRange::LONGEST).contains(days))
        .ok_or_else(|| "days".to_owned())
}

fn threads(text: &str) -> Result<NonZeroUsize, String> {
    text.parse().map_err(|_| "threads".to_owned())
}

fn number<N: FromStr>(text: &str) -> Result<N, String> {
    text.parse().map_err(|_| "number".to_owned())
}

fn revision(text: &str) -> Result<WhichRevision, String> {
    match text {
        "last" => Ok(WhichRevision::Last),
        _ => number(text).map(WhichRevision::Number),
    }
}

fn effort(text: &str) -> Result<Effort, String> {
    let words = Effort::ALL.map(Effort::as_str);
    text.parse().map_err(|_| format!("one_of {}", words.join(", ")))
}
