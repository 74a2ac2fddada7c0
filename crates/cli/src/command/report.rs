//! `report`.

use std::io;

use arna_app::report::{self, Asked, Column, File, Holds, Kind, Report, Words};
use arna_app::{Desk, Failure, source};
use arna_domain::{Airing, DateRange, Station, Zones, values};

use super::export::titles_of;
use crate::arguments;
use crate::output::Output;

pub(super) fn report(typed: &arguments::Report, output: &Output) -> Result<(), Failure> {
    // What cannot be written is told before anything is reckoned.
    let file = match &typed.out {
        Some(path) => {
            Failure::if_folder_missing(path)?;
            Some((path, File::of(path)?))
        }
        None => None,
    };
    let range = typed.dates.range()?;
    let read = source::read(&typed.station, &Zones::bundled())?;
    let asked = Asked {
        kind: typed.kind,
        range,
        channels: &typed.channel,
        language: &titles_of(typed.titles.as_ref(), output)?,
        prime: typed.prime,
        published: &published(typed, range, read.kind)?,
    };
    let report = report::report(&read.station, &read.index, &asked)?;
    let words = words(&report, channels(&typed.channel, &read.station, output), output);
    let dropped = match file {
        Some((path, form)) => {
            let dropped = report::to_file(&report, form, &words, path)?;
            output.remark("cli-written", &values! { "file" => path.display().to_string() });
            if output.json {
                output.value(&report::document(&report))?;
            }
            dropped
        }
        None if output.json => {
            output.value(&report::document(&report))?;
            0
        }
        None if typed.csv => csv(&report, &words, output)?,
        None => {
            table(&report, &words, output)?;
            0
        }
    };
    if dropped > 0 {
        output.remark("cli-dropped", &values! { "count" => dropped });
    }
    Ok(())
}

/// What was published before it aired. A document holds no revisions.
fn published(typed: &arguments::Report, range: DateRange, of: source::Kind) -> Result<Vec<Airing>, Failure> {
    if typed.kind != Kind::Aired || of == source::Kind::Document {
        return Ok(Vec::new());
    }
    Desk::open_to_read(&typed.station, Zones::bundled())?.published_before_air(range, &typed.channel)
}

fn csv(report: &Report, words: &Words, output: &Output) -> Result<usize, Failure> {
    let mut table = Vec::new();
    let dropped = report::write(report, File::Csv, words, &mut table)?;
    let printed = output.written(|to| to.write_all(&table));
    printed.or_else(|error: io::Error| output.stopped(&error))?;
    Ok(dropped)
}

fn table(report: &Report, words: &Words, output: &Output) -> Result<(), Failure> {
    let table = &report.table;
    let row = |cells: &Vec<report::Cell>| -> Vec<String> { cells.iter().map(|cell| cell.told(words)).collect() };
    let mut rows: Vec<_> = table.rows.iter().map(row).collect();
    if !table.totals.is_empty() {
        let mut totals = row(&table.totals);
        if let Some(first) = totals.first_mut().filter(|first| first.is_empty()) {
            first.clone_from(&words.total);
        }
        rows.push(totals);
    }
    let least: Vec<u16> = table
        .columns
        .iter()
        .map(|column| match column.kind {
            Holds::Date => 10,
            Holds::Duration | Holds::Clock => 8,
            _ => 0,
        })
        .collect();
    output.table_with_widths(words.heads.clone(), rows, &least)?;
    for note in &report.notes {
        output.remark(&format!("report-note-{}", note.code), &note.values);
    }
    Ok(())
}

/// The names of the channels asked for.
fn channels(asked: &[String], station: &Station, output: &Output) -> String {
    if asked.is_empty() {
        return output.words.say("report-all-channels");
    }
    let own = station
        .channels
        .iter()
        .filter(|one| asked.iter().any(|id| *id == one.id.as_str()));
    own.map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// What a report says around its facts, in the language of messages.
fn words(report: &Report, channels: String, output: &Output) -> Words {
    let say = |id: &str| output.words.say(id);
    let head = |column: &Column| say(&format!("report-head-{}", column.name));
    let words = report.table.words().into_iter();
    let notes = report.notes.iter();
    Words {
        title: say(&format!("report-{}", report.kind.as_str())),
        heads: report.table.columns.iter().map(head).collect(),
        words: words
            .map(|word| (word.to_owned(), say(&format!("report-word-{word}"))))
            .collect(),
        total: say("report-total"),
        decimal: say("report-decimal"),
        notes: notes
            .map(|note| output.words.tell(&format!("report-note-{}", note.code), &note.values))
            .collect(),
        channels,
        none: say("reports-none"),
        language: output.words.tag().to_owned(),
    }
}
