//! What can be typed.

mod usage;

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;
use std::str::FromStr;

use arna_app::Failure;
use arna_app::planning::Effort;
use arna_domain::{BroadcastDate, DateRange, GridTime, Instant, Language};
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
    (check, rollout), 2 refused input. A station is an .arna file or an arna-station/1 document (JSON), told apart by content."
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
    /// Make something of a document
    Import {
        #[command(subcommand)]
        what: Import,
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
    Restore {
        /// The station file
        station: PathBuf,
        /// The backup to put back; what is replaced becomes a backup itself
        #[arg(long, value_name = "FILE")]
        backup: Option<PathBuf>,
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
    /// Threads at most; they never change the plan [default: as many as cores]
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
    /// Threads at most; they never change the proposal [default: as many as cores]
    #[arg(long, value_parser = threads)]
    pub(crate) threads: Option<NonZeroUsize>,
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

#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct SomeDates {
    /// The first broadcast date [default: the schedule's first]
    #[arg(long, value_name = "DATE", value_parser = date, requires = "days")]
    pub(crate) from: Option<BroadcastDate>,
    /// How many dates [default: to the schedule's last]
    #[arg(long, requires = "from", value_parser = days)]
    pub(crate) days: Option<u32>,
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
    /// The wall clock at its start; goes on past midnight: 25:30
    #[arg(long, requires = "channel", value_parser = time)]
    pub(crate) time: Option<GridTime>,
    /// An open slot; what would make it air is looked for too
    #[arg(long)]
    pub(crate) slot: Option<String>,
    /// A plan document to ask about instead of the accepted schedule
    #[arg(long, value_name = "FILE")]
    pub(crate) plan: Option<PathBuf>,
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
    /// A channel's guide as XMLTV
    Xmltv(Schedule),
    /// A channel's rundown as a table, for spreadsheets
    Csv(Schedule),
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
    #[arg(long, default_value = "-")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Import {
    /// A station file of an arna-station/1 document
    Station {
        /// The document
        document: PathBuf,
        /// The file to make
        station: PathBuf,
    },
}

// Of what is refused the message `failure-usage_value-hint` says what is wanted, by these words.

fn date(text: &str) -> Result<BroadcastDate, String> {
    BroadcastDate::parse(text).ok_or_else(|| "date".to_owned())
}

fn instant(text: &str) -> Result<Instant, String> {
    Instant::parse(text).ok_or_else(|| "instant".to_owned())
}

fn time(text: &str) -> Result<GridTime, String> {
    GridTime::parse(text).ok_or_else(|| "time".to_owned())
}

fn language(text: &str) -> Result<Language, String> {
    Language::parse(text).ok_or_else(|| "language".to_owned())
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

fn effort(text: &str) -> Result<Effort, String> {
    let words = Effort::ALL.map(Effort::as_str);
    text.parse().map_err(|_| format!("one_of {}", words.join(", ")))
}
