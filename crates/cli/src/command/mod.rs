//! One file a group of commands.

mod asrun;
mod check;
mod difference;
mod explain;
mod export;
mod import;
mod info;
mod journal;
mod make;
mod plan;
mod publish;
mod read;
mod receiver;
mod report;
mod restore;
mod revisions;
mod rollout;
mod salvage;
mod shell;
mod station;
mod verify;
mod what_if;
mod workbook;

use std::num::NonZeroUsize;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use arna_app::Failure;
use arna_app::desk::Hand;
use arna_domain::Instant;

use crate::arguments::{Command, Import};
use crate::output::Output;

/// Runs a command. What it says of no file, it says of its station.
pub(crate) fn run(command: &Command, output: &Output) -> Result<ExitCode, Failure> {
    done(command, output).map_err(|failure| match command.station() {
        Some(station) if failure.file.is_none() && !failure.code.starts_with("usage_") => failure.of(station),
        _ => failure,
    })
}

fn done(command: &Command, output: &Output) -> Result<ExitCode, Failure> {
    match command {
        Command::New { station } => make::new(station, output),
        Command::Sample { station, size } => make::sample(station, *size, output),
        Command::Import {
            what: Import::Station { document, station },
        } => make::import(document, station, output),
        Command::Import { what } => return import::import(what, output),
        Command::Info { station } => info::info(station, output),
        Command::Check { station, plan, dates } => return check::check(station, plan.as_deref(), *dates, output),
        Command::Rollout(asked) => return rollout::rollout(asked, output),
        Command::Asrun(asked) => return asrun::asrun(asked, output),
        Command::Plan(asked) => plan::plan(asked, output),
        Command::Explain(asked) => explain::explain(asked, output),
        Command::Export { what } => export::export(what, output),
        Command::Report(asked) => report::report(asked, output),
        Command::Read { what } => read::read(what, output),
        Command::Publish(asked) => return publish::publish(asked, output),
        Command::Deliver(asked) => publish::deliver(asked, output),
        Command::Revisions { station, channel } => revisions::list(station, channel.as_deref(), output),
        Command::Changes(asked) => revisions::changes(asked, output),
        Command::VerifyRevisions { station } => return revisions::verify(station, output),
        Command::Deliveries {
            station,
            channel,
            limit,
        } => revisions::deliveries(station, channel.as_deref(), *limit, output),
        Command::Receiver { what } => receiver::receiver(what, output),
        Command::Station { what } => station::station(what, output),
        Command::Undo { station } => journal::undo(station, output),
        Command::Redo { station } => journal::redo(station, output),
        Command::Log { station, limit } => journal::log(station, *limit, output),
        Command::Restore(asked) => restore::restore(asked, output),
        Command::Verify { station } => return verify::verify(station, output),
        Command::Salvage { damaged, new } => return salvage::salvage(damaged, new, output),
        Command::Completions { shell } => shell::completions(*shell, output),
        Command::Man => shell::man(output),
    }?;
    Ok(ExitCode::SUCCESS)
}

/// Now. The only clock of the command line.
fn now() -> Instant {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Instant::from_ms(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// As many threads as are asked for, and as there are cores for: more would only wait for each other.
fn threads(asked: Option<NonZeroUsize>) -> NonZeroUsize {
    let cores = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    asked.map_or(cores, |asked| asked.min(cores))
}

/// Whoever types.
fn hand() -> Hand {
    let author = ["USER", "LOGNAME", "USERNAME"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|author| !author.trim().is_empty()));
    Hand {
        author: author.unwrap_or_else(|| "arna".to_owned()),
        at: now(),
    }
}
