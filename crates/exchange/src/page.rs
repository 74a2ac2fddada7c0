//! When a programme airs where, as a page to send to a partner: one HTML file that needs nothing else, to read and to print.

use std::collections::BTreeMap;
use std::io::{self, Write};

use arna_domain::time::{HOUR, MINUTE, SECOND, Weekday};
use arna_domain::{DateRange, Instant, Language, ProgrammeId, Station};

use crate::WriteError;
use crate::csv::utc_offset;
use crate::listing::{Listed, Listing, Showing, texts};
use crate::xml::Xml;

/// What the page says around its facts, in its language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The page's language.
    pub language: Language,
    /// Between the first and the last date: `{from} – {until}`.
    pub until: String,
    /// Over the overview: `Airings`.
    pub airings: String,
    /// `Channel`.
    pub channel: String,
    /// `Language`.
    pub spoken: String,
    /// `Date`.
    pub date: String,
    /// `Time`.
    pub time: String,
    /// `Duration`.
    pub duration: String,
    /// `Episode`.
    pub episode: String,
    /// Over the column of premieres and repeats.
    pub showing: String,
    /// `premiere`.
    pub premiere: String,
    /// `first run`.
    pub first_run: String,
    /// `repeat`.
    pub repeat: String,
    /// Where nothing airs.
    pub none: String,
    /// Monday to Sunday, short.
    pub weekdays: [String; 7],
    /// Names of languages; those that are missing are called by their tags.
    pub languages: BTreeMap<Language, String>,
}

impl Words {
    pub(crate) fn language_name<'a>(&'a self, language: Option<&'a Language>) -> &'a str {
        language.map_or("", |own| self.languages.get(own).map_or(own.as_str(), String::as_str))
    }
}

/// What the page is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The programme.
    pub programme: ProgrammeId,
    /// Its title, the one that every format says.
    pub title: String,
    /// What it is about.
    pub synopsis: Option<String>,
}

/// A programme as its airings are called; `None`: the station has none of this id.
pub fn subject(station: &Station, programme: &ProgrammeId, language: &Language) -> Option<Subject> {
    let found = station.programmes.iter().find(|one| one.id == *programme)?;
    let first = |words| texts(words, language).into_iter().next().map(|text| text.text);
    Some(Subject {
        programme: programme.clone(),
        title: first(&found.title).unwrap_or_else(|| programme.to_string()),
        synopsis: first(&found.synopsis),
    })
}

/// No rule reaches out of the page, and it asks for nothing.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

const STYLE: &str = "
body { font: 15px/1.45 'Noto Sans', 'Noto Sans SC', system-ui, sans-serif; color: #1b1f24; background: #fff; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; margin: 0 0 .3rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .4rem; }
p { margin: .2rem 0; color: #4a5260; }
table { border-collapse: collapse; width: 100%; margin-top: .6rem; }
th, td { text-align: start; vertical-align: top; padding: .3rem .7rem .3rem 0; border-bottom: 1px solid #d9dee5; }
th { font-weight: 600; color: #4a5260; }
td.n { font-variant-numeric: tabular-nums; white-space: nowrap; }
tr { break-inside: avoid; }
@page { size: A4; margin: 15mm; }
@media print { body { font-size: 10pt; max-width: none; margin: 0; padding: 0; } thead { display: table-header-group; } h2 { break-after: avoid; } }
";

/// Writes the page: an overview, then the airings of each channel in each language, by the channel's own clock and calendar.
/// How many airings, and the number of characters dropped that a page cannot carry.
///
/// # Errors
/// What the system refuses.
pub fn write(
    listings: &[Listing],
    about: &Subject,
    range: DateRange,
    words: &Words,
    to: &mut dyn Write,
) -> Result<(usize, usize), WriteError> {
    let mut page = Xml::bare(to);
    page.doctype("html")?;
    page.open("html", &[("lang", words.language.as_str())])?;
    page.open("head", &[])?;
    page.empty("meta", &[("charset", "utf-8")])?;
    page.empty(
        "meta",
        &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)],
    )?;
    page.empty("meta", &[("name", "viewport"), ("content", "width=device-width")])?;
    page.leaf("title", &[], &about.title)?;
    page.verbatim("style", STYLE)?;
    page.close("head")?;
    page.open("body", &[])?;
    page.leaf("h1", &[], &about.title)?;
    let last = range.end().plus_days(-1).max(range.from);
    let dates = if last == range.from {
        last.to_string()
    } else {
        format!("{} {} {last}", range.from, words.until)
    };
    page.leaf("p", &[], &dates)?;
    if let Some(synopsis) = &about.synopsis {
        page.leaf("p", &[], synopsis)?;
    }
    let parts = parts(listings, about);
    overview(&mut page, &parts, words)?;
    for part in &parts {
        part.write(&mut page, words)?;
    }
    page.close("body")?;
    page.close("html")?;
    let airings = parts.iter().map(|part| part.airings.len()).sum();
    Ok((airings, page.end()?))
}

/// A channel's airings in a language.
struct Part<'a> {
    listing: &'a Listing,
    spoken: Option<&'a Language>,
    airings: Vec<&'a Listed>,
}

fn parts<'a>(listings: &'a [Listing], about: &Subject) -> Vec<Part<'a>> {
    let mut parts = Vec::new();
    for listing in listings {
        let mut own: BTreeMap<Option<&Language>, Vec<&Listed>> = BTreeMap::new();
        for airing in listing
            .airings
            .iter()
            .filter(|one| one.programme.as_ref() == Some(&about.programme))
        {
            own.entry(airing.spoken.as_ref()).or_default().push(airing);
        }
        parts.extend(own.into_iter().map(|(spoken, airings)| Part {
            listing,
            spoken,
            airings,
        }));
    }
    parts
}

fn overview(page: &mut Xml<'_>, parts: &[Part<'_>], words: &Words) -> io::Result<()> {
    if parts.is_empty() {
        return page.leaf("p", &[], &words.none);
    }
    page.open("table", &[])?;
    heads(page, &[&words.channel, &words.spoken, &words.airings])?;
    page.open("tbody", &[])?;
    for part in parts {
        let count = part.airings.len().to_string();
        row(page, &[&part.listing.name, words.language_name(part.spoken), &count])?;
    }
    page.close("tbody")?;
    page.close("table")
}

impl Part<'_> {
    fn write(&self, page: &mut Xml<'_>, words: &Words) -> io::Result<()> {
        page.leaf(
            "h2",
            &[],
            &format!("{} · {}", self.listing.name, words.language_name(self.spoken)),
        )?;
        page.open("table", &[])?;
        let columns = [
            &words.date,
            &words.time,
            "UTC",
            &words.duration,
            &words.episode,
            &words.showing,
        ];
        heads(page, &columns)?;
        page.open("tbody", &[])?;
        for airing in &self.airings {
            self.airing(page, airing, words)?;
        }
        page.close("tbody")?;
        page.close("table")
    }

    fn airing(&self, page: &mut Xml<'_>, airing: &Listed, words: &Words) -> io::Result<()> {
        let (start, end) = airing.seconds();
        // Who watches goes by the calendar: 25:30 of Monday is Tuesday's 01:30.
        let wall = self.listing.clock.zone.wall(Instant::from_ms(start * SECOND));
        let weekday = Weekday::ALL
            .iter()
            .position(|one| *one == wall.date.weekday())
            .unwrap_or_default();
        let date = format!("{} {}", words.weekdays[weekday], wall.date);
        let time = format!("{:02}:{:02}", wall.ms_of_day / HOUR, wall.ms_of_day / MINUTE % 60);
        let time = match wall.ms_of_day / SECOND % 60 {
            0 => time,
            seconds => format!("{time}:{seconds:02}"),
        };
        let lasts = end - start;
        let duration = format!("{}:{:02}:{:02}", lasts / 3_600, lasts / 60 % 60, lasts % 60);
        let number = airing
            .number
            .map(|number| format!("{}/{}", number.season, number.episode));
        let episode = [number.as_deref(), airing.episode_title()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ");
        let showing = match airing.showing {
            Some(Showing::Premiere) => &words.premiere,
            Some(Showing::FirstRun) => &words.first_run,
            Some(Showing::Repeat { .. }) => &words.repeat,
            None => "",
        };
        let offset = utc_offset(wall.offset_s);
        row(
            page,
            &[
                &date,
                &time,
                offset.trim_start_matches("UTC"),
                &duration,
                &episode,
                showing,
            ],
        )
    }
}

fn heads(page: &mut Xml<'_>, names: &[&str]) -> io::Result<()> {
    page.open("thead", &[])?;
    page.open("tr", &[])?;
    for name in names {
        page.leaf("th", &[("scope", "col")], name)?;
    }
    page.close("tr")?;
    page.close("thead")
}

fn row(page: &mut Xml<'_>, cells: &[&str]) -> io::Result<()> {
    page.open("tr", &[])?;
    for cell in cells {
        let is_number = cell.starts_with(|c: char| c.is_ascii_digit() || c == '+');
        let class = is_number.then_some(("class", "n"));
        page.leaf("td", class.as_slice(), cell)?;
    }
    page.close("tr")
}
