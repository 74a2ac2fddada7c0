//! `revisions`, `changes`, `verify-revisions`, `deliveries`.

use std::path::Path;
use std::process::ExitCode;

use arna_app::export::{replace_file, table};
use arna_app::revisions::{self, Delivery, Revision};
use arna_app::view::{NoteDayView, NoteView, RevisionChangeView, ToldView, note, revision_changes};
use arna_app::{Desk, Failure};
use arna_domain::{BroadcastDate, Values, Zones, values};
use serde_json::{Value, json};

use super::export::titles_of;
use crate::arguments::Changes;
use crate::output::Output;
use crate::words::Words;

pub(super) fn list(station: &Path, channel: Option<&str>, output: &Output) -> Result<(), Failure> {
    let all = Desk::open_to_read(station, Zones::bundled())?.revisions(channel)?;
    if output.json {
        return output.value(&all.iter().map(revision).collect());
    }
    if all.is_empty() {
        output.remark("cli-no-revisions", &values! {});
        return Ok(());
    }
    let rows = all.iter().map(|one| {
        vec![
            one.channel.to_string(),
            one.number.to_string(),
            one.range.from.to_string(),
            last(one).to_string(),
            one.at.to_string(),
            one.author.clone(),
            short(&one.sha256),
        ]
    });
    let heads = ["channel", "revision", "from", "until", "when", "who", "sha256"];
    output.table(&heads, rows.collect())
}

pub(super) fn deliveries(station: &Path, channel: Option<&str>, most: u32, output: &Output) -> Result<(), Failure> {
    let all = Desk::open_to_read(station, Zones::bundled())?.deliveries(channel, most)?;
    if output.json {
        return output.value(&all.iter().map(delivery).collect());
    }
    if all.is_empty() {
        output.remark("cli-no-deliveries", &values! {});
        return Ok(());
    }
    let rows = all.iter().map(|one| {
        vec![
            one.at.to_string(),
            one.author.clone(),
            one.channel.to_string(),
            one.revision.to_string(),
            one.receiver.clone(),
            one.form.clone(),
            one.bytes.to_string(),
            short(&one.sha256),
            one.place.clone(),
        ]
    });
    let heads = [
        "when", "who", "channel", "revision", "receiver", "form", "bytes", "sha256", "file",
    ];
    output.table(&heads, rows.collect())
}

/// Each chain of revisions: whether it holds, and where it does not.
pub(super) fn verify(station: &Path, output: &Output) -> Result<ExitCode, Failure> {
    let chains = revisions::verify(station, Zones::bundled())?;
    let broken = chains.iter().any(|chain| chain.broken.is_some());
    if output.json {
        let one = |chain: &revisions::Chain| {
            let broken = chain
                .broken
                .map(|one| json!({ "number": one.number, "what": one.what.as_str() }));
            json!({ "channel": chain.channel, "revisions": chain.revisions, "sha256": chain.last, "broken": broken })
        };
        output.value(&chains.iter().map(one).collect())?;
    } else if chains.is_empty() {
        output.remark("cli-no-revisions", &values! {});
    }
    if !output.json {
        for chain in &chains {
            let line = match chain.broken {
                None => output.words.tell(
                    "chain-holds",
                    &values! { "channel" => chain.channel, "count" => chain.revisions, "sha256" => chain.last },
                ),
                Some(link) => {
                    let what = output.words.say(&format!("broken-{}", link.what.as_str()));
                    let values = values! { "channel" => chain.channel, "number" => link.number, "what" => what };
                    output.words.tell("chain-broken", &values)
                }
            };
            output.line(&line)?;
        }
    }
    Ok(if broken { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

pub(super) fn changes(asked: &Changes, output: &Output) -> Result<(), Failure> {
    let mut desk = Desk::open_to_read(&asked.station, Zones::bundled())?;
    let compared = desk.compare_revisions(&asked.channel, asked.since, asked.until)?;
    let view = revision_changes(&compared, &titles_of(asked.titles.as_ref(), output)?);
    let mut text = Vec::new();
    if output.json {
        text.extend(format!("{:#}\n", json!(view)).into_bytes());
    } else if asked.csv {
        let lines: Vec<Vec<String>> = view.rows.iter().map(|row| cells(row, &output.words)).collect();
        let heads = HEADS.map(|head| output.words.say(&format!("cli-head-{head}")));
        table(&heads, &lines, &mut text)?;
    } else {
        text.extend(text_of(&note(&view), &output.words).into_bytes());
    }
    if asked.out == Path::new("-") {
        output.text(&String::from_utf8_lossy(&text))
    } else {
        replace_file(&asked.out, |to| to.write_all(&text))
    }
}

/// What changed as a note to the channel: a day a paragraph, a change a line.
fn text_of(note: &NoteView, words: &Words) -> String {
    let head = values! {
        "name" => note.name, "since" => note.since, "until" => note.until, "from" => note.from, "last" => note.last
    };
    let mut lines = vec![words.tell("told-head", &head)];
    if note.days.is_empty() {
        lines.push(words.say("told-nothing"));
    }
    for NoteDayView { date, rows, breaks } in &note.days {
        let weekday = words.say(&format!("cli-weekday-{}", WEEKDAYS[usize::from(date.weekday)]));
        lines.push(String::new());
        lines.push(format!("{weekday} {}", date.date));
        lines.extend(rows.iter().map(|row| {
            let values: Values = row
                .values
                .iter()
                .map(|(name, value)| (name.clone(), json!(value)))
                .collect();
            format!("  {}", words.tell(&format!("told-{}", row.change), &values))
        }));
        if *breaks {
            lines.push(format!("  {}", words.say("told-breaks")));
        }
    }
    lines.join("\n") + "\n"
}

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const HEADS: [&str; 13] = [
    "change",
    "date",
    "start",
    "end",
    "title",
    "episode",
    "language",
    "was-date",
    "was-start",
    "was-end",
    "was-title",
    "was-episode",
    "was-language",
];

fn cells(row: &RevisionChangeView, words: &Words) -> Vec<String> {
    let own = |one: Option<&ToldView>| {
        one.map_or_else(Default::default, |one| {
            [
                one.date.date.clone(),
                one.start_wall.clone(),
                one.end_wall.clone(),
                one.title.clone(),
                one.episode.clone(),
                one.language.clone(),
            ]
        })
    };
    let ([date, start, end, title, episode, language], was) = (own(row.now.as_ref()), own(row.was.as_ref()));
    let [was_date, was_start, was_end, was_title, was_episode, was_language] = was;
    let change = words.say(&format!("cli-change-{}", row.change));
    vec![
        change,
        date,
        start,
        end,
        title,
        episode,
        language,
        was_date,
        was_start,
        was_end,
        was_title,
        was_episode,
        was_language,
    ]
}

/// A revision as JSON.
pub(super) fn revision(one: &Revision) -> Value {
    json!({
        "channel": one.channel, "number": one.number, "from": one.range.from, "days": one.range.days, "author": one.author,
        "at": one.at, "content_sha256": one.content_sha256, "previous": one.previous, "sha256": one.sha256
    })
}

/// A file that was handed out, as JSON.
pub(super) fn delivery(one: &Delivery) -> Value {
    json!({
        "channel": one.channel, "revision": one.revision, "receiver": one.receiver, "form": one.form, "file": one.place,
        "bytes": one.bytes, "sha256": one.sha256, "author": one.author, "at": one.at
    })
}

fn last(one: &Revision) -> BroadcastDate {
    one.range.end().plus_days(-1)
}

/// So much of a hash as a table bears; JSON says all of it.
pub(super) fn short(sha256: &str) -> String {
    sha256.chars().take(12).collect()
}
