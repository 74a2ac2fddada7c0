//! How a plan differs from what is accepted, and why: as a table for people and as JSON.

use arna_app::planning::{Cause, Changed, Difference};
use arna_domain::{Airing, Index, values};
use serde_json::{Value, json};

use super::check::refusal;
use crate::output::Output;
use crate::words::Words;

/// Tells programmes and holds that change, with their causes, on standard error; promos and fillers are only counted.
pub(super) fn tell(difference: &Difference, index: &Index, output: &Output) {
    let words = &output.words;
    let rows = rows(difference);
    let shown = rows.iter().filter(|row| !row.airing.origin.is_break());
    let cells: Vec<Vec<String>> = shown
        .map(|row| {
            let start = match row.before {
                Some(before) => format!("{} → {}", wall(index, before), wall(index, row.airing)),
                None => wall(index, row.airing),
            };
            vec![
                words.say(&format!("cli-{}", row.change)),
                row.airing.channel.to_string(),
                row.airing.date.to_string(),
                start,
                content(row.airing),
                because(row.cause, words),
            ]
        })
        .collect();
    if !cells.is_empty() {
        output.remark_table(&["change", "channel", "date", "start", "what", "why"], cells);
    }
    output.remark(
        "cli-difference",
        &values! {
            "added" => difference.added.len(), "moved" => difference.moved.len(),
            "removed" => difference.removed.len(), "kept" => difference.kept.len()
        },
    );
}

/// The difference with instants by each channel's clock. What is kept is as many airings of the plan as are not named here.
pub(super) fn value(difference: &Difference, index: &Index) -> Value {
    let row = |row: &Row<'_>| {
        let mut value = json!({
            "channel": row.airing.channel, "date": row.airing.date, "start": local(index, row.airing, row.airing.start),
            "end": local(index, row.airing, row.airing.end), "origin": row.airing.origin, "cause": row.cause
        });
        for (name, text) in [
            ("version", row.airing.version.as_ref().map(ToString::to_string)),
            ("title", row.airing.title.clone()),
            ("slot", row.airing.slot.as_ref().map(ToString::to_string)),
            ("from", row.before.map(|before| local(index, before, before.start))),
        ] {
            if let Some(text) = text {
                value[name] = text.into();
            }
        }
        value
    };
    let all = rows(difference);
    let of = |change: &str| -> Vec<Value> { all.iter().filter(|one| one.change == change).map(row).collect() };
    json!({
        "added": of("added"), "moved": of("moved"), "removed": of("removed"), "kept": difference.kept.len()
    })
}

/// Something that changes.
struct Row<'a> {
    change: &'static str,
    airing: &'a Airing,
    before: Option<&'a Airing>,
    cause: &'a Cause,
}

impl<'a> Row<'a> {
    fn of(change: &'static str, one: &'a Changed) -> Self {
        Self {
            change,
            airing: &one.airing,
            before: None,
            cause: &one.cause,
        }
    }
}

/// All that changes, by channel and time.
fn rows(difference: &Difference) -> Vec<Row<'_>> {
    let moved = difference.moved.iter().map(|one| Row {
        change: "moved",
        airing: &one.after,
        before: Some(&one.before),
        cause: &one.cause,
    });
    let mut rows: Vec<Row<'_>> = difference.removed.iter().map(|one| Row::of("removed", one)).collect();
    rows.extend(moved);
    rows.extend(difference.added.iter().map(|one| Row::of("added", one)));
    rows.sort_by_key(|row| (&row.airing.channel, row.airing.start));
    rows
}

/// Why something changes, in words.
pub(super) fn because(cause: &Cause, words: &Words) -> String {
    match &cause.refusal {
        Some(refused) => refusal(refused, words),
        None => words.tell(&format!("cause-{}", cause.code), &cause.values),
    }
}

fn content(airing: &Airing) -> String {
    let version = airing.version.as_ref().map(ToString::to_string);
    version.or_else(|| airing.title.clone()).unwrap_or_default()
}

fn wall(index: &Index, airing: &Airing) -> String {
    index.clock_of(airing.channel.as_str()).map_or_else(
        || airing.start.to_string(),
        |clock| clock.wall_text(airing.date, airing.start),
    )
}

fn local(index: &Index, airing: &Airing, at: arna_domain::Instant) -> String {
    let clock = index.clock_of(airing.channel.as_str());
    clock.map_or_else(|| at.to_string(), |clock| clock.text(at))
}
