//! Playlists of others, as ffplayout reads them: entries without instants, which the order places from the beginning of the broadcast
//! day on.

use arna_domain::time::{ChannelClock, DAY, SECOND};
use arna_domain::{BroadcastDate, Instant, Origin, values};
use serde::Deserialize;

use crate::listing::Text;
use crate::received::{At, LONGEST_TEXT, MOST_AIRINGS, Received, ReceivedAiring, ReceivedChannel};
use crate::{ReadError, json, text};

/// How large a list may be, in bytes: a day of clips of one second has some ten megabytes.
const LARGEST: usize = 64 << 20;
/// How far the end of a part may be from where the next one begins and still be the same place, in milliseconds.
const SAME_PLACE: i64 = 1;

/// A broadcast day as somebody plays it, not yet placed in time.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct List {
    /// The channel as the list calls it.
    #[serde(default)]
    pub channel: String,
    /// The broadcast date.
    pub date: BroadcastDate,
    program: Vec<Row>,
}

/// An entry: the part from `in` until `out` of a file, in seconds.
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Row {
    #[serde(rename = "in")]
    from: f64,
    #[serde(rename = "out")]
    until: f64,
    source: String,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    category: Option<String>,
}

/// Reads a list. Fields that only a player needs are passed over.
///
/// # Errors
/// `too_large`, `too_many_airings`, and whatever makes it no JSON of this form, with its place.
pub fn read(bytes: &[u8]) -> Result<List, ReadError> {
    let list: List = json::read_of_others(bytes, LARGEST)?;
    if list.program.len() > MOST_AIRINGS {
        return Err(ReadError {
            path: "program".to_owned(),
            line: 0,
            column: 0,
            code: "too_many_airings",
            values: values! { "most" => MOST_AIRINGS },
        });
    }
    Ok(list)
}

/// Places lists in time by a channel's clock, whatever their order. What begins in the midst of its file at the beginning of a day began the
/// day before; parts of a file that go on where the one before was cut are one airing, over the end of a day too; and so is what lies
/// under one live block. Of two lists of a channel's date the first
/// counts.
pub fn received(mut lists: Vec<List>, clock: &ChannelClock) -> Received {
    lists.sort_by(|a, b| (&a.channel, a.date).cmp(&(&b.channel, b.date)));
    let mut placing = Placing {
        clock,
        received: Received::default(),
        last: None,
    };
    let mut before: Option<(String, BroadcastDate)> = None;
    for list in lists {
        let own = Some((list.channel.clone(), list.date));
        if before == own {
            let at = At::Entry {
                date: list.date,
                number: 0,
            };
            let values = values! { "date" => list.date.to_string() };
            placing.received.remark("playlist_twice", at, values);
            continue;
        }
        before = own;
        placing.list(list);
    }
    placing.received
}

struct Placing<'a> {
    clock: &'a ChannelClock,
    received: Received,
    /// Of the last airing: its file, and where that was cut.
    last: Option<(String, i64)>,
}

impl Placing<'_> {
    fn list(&mut self, list: List) {
        let List { channel, date, program } = list;
        let channel = line(&channel).unwrap_or_default();
        if !self.received.channels.iter().any(|one| one.id == channel) {
            self.received.channels.push(ReceivedChannel {
                id: channel.clone(),
                names: Vec::new(),
            });
        }
        let (begins, ends) = self.clock.day(date);
        let mut at = begins;
        for (number, row) in program.into_iter().enumerate() {
            let place = At::Entry { date, number };
            let Some((from, until)) = part(&row) else {
                let found = format!("{} – {}", row.from, row.until);
                let values = values! { "found" => found, "title" => title(&row) };
                self.received.remark("bad_entry", place, values);
                continue;
            };
            let lasts = until - from;
            if !self.goes_on(&channel, &row, from, at) {
                // The part before was of the day before.
                let start = if number == 0 { at - from } else { at };
                self.received.airings.push(ReceivedAiring {
                    channel: channel.clone(),
                    date: Some(self.clock.broadcast_date(start)),
                    start,
                    end: at,
                    titles: vec![Text {
                        language: None,
                        text: title(&row),
                    }],
                    episode_titles: Vec::new(),
                    synopses: Vec::new(),
                    number: (None, None),
                    segment: None,
                    house_number: None,
                    version: None,
                    media: Some(row.source.clone()),
                    spoken: None,
                    origin: origin(&row),
                    at: place,
                });
            }
            at = at + lasts;
            if let Some(airing) = self.received.airings.last_mut() {
                airing.end = at;
            }
            self.last = Some((row.source, until));
        }
        if (at - ends).abs() >= SECOND {
            let place = At::Entry { date, number: 0 };
            let values = values! {
                "date" => date.to_string(), "seconds" => (at - begins) / SECOND, "wanted" => (ends - begins) / SECOND
            };
            self.received.remark("playlist_length", place, values);
        }
    }

    /// Whether an entry is a further part of the airing before it.
    fn goes_on(&self, channel: &str, row: &Row, from: i64, at: Instant) -> bool {
        let (Some(before), Some((source, until))) = (self.received.airings.last(), &self.last) else {
            return false;
        };
        if before.end != at || before.channel != channel {
            return false;
        }
        let same_file = from > 0 && *source == row.source && (from - until).abs() <= SAME_PLACE;
        let same_block =
            before.origin == Some(Origin::Hold) && origin(row) == Some(Origin::Hold) && before.title() == title(row);
        same_file || same_block
    }
}

/// The part of the file in milliseconds, where that is one.
fn part(row: &Row) -> Option<(i64, i64)> {
    let most = 2.0 * DAY as f64 / 1_000.0;
    let good = row.from >= 0.0 && row.until > row.from && row.until <= most;
    let ms = |seconds: f64| (seconds * 1_000.0).round() as i64;
    let (from, until) = good.then(|| (ms(row.from), ms(row.until)))?;
    (until > from).then_some((from, until))
}

/// Its title, else its file's name.
fn title(row: &Row) -> String {
    let named = row.title.as_deref().and_then(line);
    let file = || row.source.rsplit(['/', '\\']).next().and_then(line);
    named.or_else(file).unwrap_or_default()
}

fn line(text: &str) -> Option<String> {
    let cut: String = text.chars().take(LONGEST_TEXT).collect();
    text::line(&cut)
}

fn origin(row: &Row) -> Option<Origin> {
    match row.category.as_deref()?.trim().to_lowercase().as_str() {
        "hold" => Some(Origin::Hold),
        "filler" => Some(Origin::Filler),
        "promo" | "advertisement" => Some(Origin::Promo),
        _ => None,
    }
}
