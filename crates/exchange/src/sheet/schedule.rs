//! Schedules in a sheet: one row an airing under heads in four languages, as this program writes them or as people do.

use std::collections::HashMap;

use arna_domain::time::{ChannelClock, DAY, LocalTime, SECOND};
use arna_domain::{BroadcastDate, Instant, Language, Origin, Values, values};

use super::cells::{self, Dated, Moment};
use super::{Cell, Sheet};
use crate::csv::restored;
use crate::listing::Text;
use crate::received::{At, LONGEST_TEXT, Received, ReceivedAiring, Tally, end_at_next, shown};

/// Names that are looked for among those known: each costs a look at all.
const MOST_LOOKED_UP: usize = 500;
/// How alike a name must be to be offered, from 0 to 1.
const ALIKE: f64 = 0.6;

macro_rules! columns {
    ($($field:ident $word:literal [$($head:literal)*])*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub(super) enum Field { $($field,)* }

        impl Field {
            const ALL: &'static [Self] = &[$(Self::$field,)*];

            fn heads(self) -> &'static [&'static str] {
                match self { $(Self::$field => &[$($head,)*],)* }
            }

            /// What is expected in it: a word of the messages.
            fn as_str(self) -> &'static str {
                match self { $(Self::$field => $word,)* }
            }
        }
    };
}

columns! {
    Date "date" ["date" "broadcast date" "air date" "күні" "эфир күні" "дата" "дата эфира" "日期" "播出日期"]
    Start "time" ["start" "start time" "time" "air time" "басталуы" "уақыт" "эфир уақыты" "начало" "время" "время эфира" "время выхода" "开始" "开始时间" "播出时间" "时间"]
    Duration "duration" ["duration" "length" "ұзақтығы" "хронометражы" "хронометраж" "длительность" "продолжительность" "时长" "片长"]
    End "time" ["end" "end time" "аяқталуы" "конец" "окончание" "结束" "结束时间"]
    Offset "offset" ["utc offset" "utc" "offset" "utc ығысуы" "смещение utc" "utc 偏移"]
    Title "title" ["title" "programme" "program" "programme title" "атауы" "бағдарлама" "название" "программа" "передача" "标题" "节目" "节目名称"]
    Episode "title" ["episode" "episode title" "серия" "бөлім" "серия атауы" "бөлім атауы" "название серии" "выпуск" "集" "分集名称" "集名"]
    Language "language" ["language" "lang" "audio" "тіл" "тілі" "язык" "语言" "语种"]
    Version "version" ["version" "version id" "нұсқа" "версия" "版本"]
    Origin "origin" ["origin" "шығу себебі" "шығуы" "источник" "происхождение" "来源"]
    House "title" ["house number" "house no" "house id" "material id" "реттік нөмірі" "инвентарный номер" "номер материала" "带号" "素材号"]
    Channel "title" ["channel" "station" "арна" "телеарна" "канал" "телеканал" "频道"]
}

/// What a station knows that a sheet may name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Versions' ids.
    pub versions: Vec<String>,
    /// Titles of programmes in every language.
    pub titles: Vec<String>,
}

/// Reads the rows of a sheet as a channel's airings. A row that says a UTC offset is told by it; one that does not by the
/// channel's clock, the first of two hours that are alike where the row before does not rule it out; without a clock by UTC, and
/// that is said. A cell that cannot be read is said, and its row is left out; so is a row without a date, a time or a title. What has neither
/// duration nor end ends where the next starts. Names that the station does not know are said with the nearest that it does.
pub fn schedule(sheet: &Sheet, clock: Option<&ChannelClock>, known: &Known) -> Received {
    let mut rows = Rows {
        sheet,
        clock,
        known,
        columns: Vec::new(),
        dated: Dated::of(sheet),
        received: Received::default(),
        open: Vec::new(),
        before: None,
        above: None,
        offsets: Tally::default(),
        looked_up: HashMap::new(),
    };
    let Some(head) = head_row(sheet) else {
        rows.received.remark("no_heads", rows.place(0, 0), values! {});
        return rows.received;
    };
    rows.columns = columns(&sheet.rows[head]);
    for wanted in [Field::Date, Field::Start, Field::Title] {
        let is_there = rows.columns.iter().any(|(_, field)| *field == wanted);
        if !is_there && (wanted == Field::Title || !rows.has_both()) {
            let place = rows.place(head, 0);
            rows.received
                .remark("no_column", place, values! { "wanted" => wanted.as_str() });
            return rows.received;
        }
    }
    for (at, row) in sheet.rows.iter().enumerate().skip(head + 1) {
        if row.iter().any(|cell| !cell.is_empty()) {
            rows.row(at, row);
        }
    }
    let Rows {
        mut received,
        open,
        offsets,
        ..
    } = rows;
    let mut ends = Tally::default();
    end_at_next(&mut received, &open, &mut ends);
    ends.say("ends_from_next", &mut received);
    offsets.say("offset_missing", &mut received);
    received
}

/// The row of heads among the first ones: the one that means most.
fn head_row(sheet: &Sheet) -> Option<usize> {
    let rows = sheet.rows.iter().enumerate().take(30);
    let best = rows.max_by_key(|&(at, row)| (columns(row).len(), std::cmp::Reverse(at)))?;
    (!columns(best.1).is_empty()).then_some(best.0)
}

/// What the columns under these heads mean, as far as they are known.
pub(super) fn columns(row: &[Cell]) -> Vec<(usize, Field)> {
    let mut found: Vec<(usize, Field)> = Vec::new();
    for (at, cell) in row.iter().enumerate() {
        let Cell::Text(head) = cell else { continue };
        let small = head.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
        let meant = Field::ALL.iter().find(|field| field.heads().contains(&small.as_str()));
        if let Some(field) = meant.filter(|field| found.iter().all(|(_, own)| own != *field)) {
            found.push((at, *field));
        }
    }
    found
}

struct Rows<'a> {
    sheet: &'a Sheet,
    clock: Option<&'a ChannelClock>,
    known: &'a Known,
    columns: Vec<(usize, Field)>,
    dated: Dated,
    received: Received,
    /// Airings without an end.
    open: Vec<usize>,
    /// When the row before ends.
    before: Option<Instant>,
    /// The date above, which holds on below.
    above: Option<BroadcastDate>,
    offsets: Tally,
    looked_up: HashMap<String, Option<String>>,
}

/// What a row says.
#[derive(Default)]
struct Said {
    date: Moment,
    start: Moment,
    lasts_ms: Option<i64>,
    end: Moment,
    offset_s: Option<i64>,
    title: Option<String>,
    episode: Option<String>,
    language: Option<Language>,
    version: Option<String>,
    house: Option<String>,
    channel: Option<String>,
    origin: Option<Origin>,
    is_wrong: bool,
}

impl Rows<'_> {
    fn place(&self, row: usize, column: usize) -> At {
        At::Cell {
            sheet: self.sheet.name.clone(),
            row,
            column,
        }
    }

    /// Whether a column of dates or of starts has cells that say both.
    fn has_both(&self) -> bool {
        let own = |field| matches!(field, Field::Date | Field::Start);
        let columns = self.columns.iter().filter(|(_, field)| own(*field));
        let mut cells = columns.flat_map(|(at, _)| self.sheet.rows.iter().filter_map(|row| row.get(*at)));
        cells.any(|cell| cells::moment(cell).is_some_and(Moment::is_both))
    }

    fn wrong(&mut self, row: usize, column: usize, field: Field, found: &str) {
        let found: String = found.chars().take(60).collect();
        let place = self.place(row, column);
        self.received.remark(
            "bad_cell",
            place,
            values! { "found" => found, "wanted" => field.as_str() },
        );
    }

    fn row(&mut self, row: usize, cells: &[Cell]) {
        let mut said = Said::default();
        for (column, field) in self.columns.clone() {
            if let Some(cell) = cells.get(column).filter(|cell| !cell.is_empty()) {
                self.cell(&mut said, row, column, field, cell);
            }
        }
        if said.date.date.is_some() {
            self.above = said.date.date;
        }
        if said.is_wrong {
            return;
        }
        // A date and its time may share a column.
        let column_of = |wanted| {
            let own = |wanted| self.columns.iter().find(|(_, field)| *field == wanted);
            let found = own(wanted).or_else(|| own(Field::Date)).or_else(|| own(Field::Start));
            found.map_or(0, |one| one.0)
        };
        let shown = |wanted| cells.get(column_of(wanted)).map_or(String::new(), Cell::shown);
        let Some(mut on_air) = said.date.joined(said.start) else {
            let values = values! { "found" => shown(Field::Start), "date" => shown(Field::Date) };
            let place = self.place(row, column_of(Field::Start));
            self.received.remark("not_of_date", place, values);
            return;
        };
        on_air.date = on_air.date.or(self.above);
        let missing = if on_air.date.is_none() {
            Some(Field::Date)
        } else if on_air.seconds.is_none() {
            Some(Field::Start)
        } else if said.title.is_none() && said.version.is_none() && said.house.is_none() {
            Some(Field::Title)
        } else {
            None
        };
        if let Some(field) = missing {
            let place = self.place(row, column_of(field));
            self.received
                .remark("cell_missing", place, values! { "wanted" => field.as_str() });
            return;
        }
        let Moment {
            date: Some(date),
            seconds: Some(start_s),
        } = on_air
        else {
            return;
        };
        self.take(row, date, start_s, said);
    }

    fn take(&mut self, row: usize, date: BroadcastDate, start_s: i64, said: Said) {
        let at = self.place(row, 0);
        let start = self.instant(date, start_s, said.offset_s, &at);
        // The offset is that of the start; where the clock is known it says what the end's is.
        let offset_s = said.offset_s.unwrap_or_default();
        let end = match said.lasts_ms {
            Some(lasts) => Some(start + lasts),
            None => self.end(date, (start_s, start), said.end, offset_s),
        };
        if end.is_some_and(|end| end <= start) {
            let values = values! { "found" => date.to_string(), "title" => said.title.unwrap_or_default() };
            self.received.remark("end_before_start", at, values);
            return;
        }
        if end.is_none() {
            self.open.push(self.received.airings.len());
        }
        self.before = end.or(Some(start));
        let text = |text: Option<String>| text.map(|text| Text { language: None, text }).into_iter().collect();
        self.received.airings.push(ReceivedAiring {
            channel: said.channel.unwrap_or_default(),
            date: Some(date),
            start,
            end: end.unwrap_or(start),
            titles: text(said.title),
            episode_titles: text(said.episode),
            synopses: Vec::new(),
            number: (None, None),
            segment: None,
            house_number: said.house,
            version: said.version,
            media: None,
            spoken: said.language.map(|language| language.to_string()),
            origin: said.origin,
            at,
        });
    }

    /// The end: on its own date; where none stands beside it, when the clock first shows it after the start, on the start's own day of
    /// the calendar, else on the next.
    fn end(
        &self,
        date: BroadcastDate,
        (start_s, start): (i64, Instant),
        end: Moment,
        offset_s: i64,
    ) -> Option<Instant> {
        let end_s = end.after(date, end.seconds?);
        let first_after = |seconds: i64| match self.clock.map(|clock| shown(&clock.zone, date, seconds * SECOND)) {
            Some(LocalTime::Once(at) | LocalTime::Skipped(at)) => at,
            Some(LocalTime::Twice(first, second)) => {
                if first > start {
                    first
                } else {
                    second
                }
            }
            None => Instant::from_ms(date.days_since_epoch() * DAY + (seconds - offset_s) * SECOND),
        };
        if end_s >= start_s || end.date.is_some() {
            return Some(first_after(end_s));
        }
        let own_s = start_s.div_euclid(86_400) * 86_400 + end_s.rem_euclid(86_400);
        let own = first_after(own_s);
        if own <= start && own_s < start_s {
            Some(first_after(own_s + 86_400))
        } else {
            Some(own)
        }
    }

    /// The instant of a broadcast date's wall clock.
    fn instant(&mut self, date: BroadcastDate, seconds: i64, offset_s: Option<i64>, at: &At) -> Instant {
        let wall = date.days_since_epoch() * DAY + seconds * SECOND;
        if let Some(offset_s) = offset_s {
            return Instant::from_ms(wall - offset_s * SECOND);
        }
        let Some(clock) = self.clock else {
            self.offsets.met(|| at.clone());
            return Instant::from_ms(wall);
        };
        match shown(&clock.zone, date, seconds * SECOND) {
            LocalTime::Twice(first, second) => {
                let is_second = self.before.is_some_and(|before| before > first);
                if is_second { second } else { first }
            }
            LocalTime::Once(at) | LocalTime::Skipped(at) => at,
        }
    }

    fn cell(&mut self, said: &mut Said, row: usize, column: usize, field: Field, cell: &Cell) {
        let shown = cell.shown();
        let good = match (field, cell) {
            (_, Cell::Fault(_)) => false,
            (Field::Date, _) => {
                said.date = cells::moment(cell).unwrap_or_default();
                said.date.date.is_some()
            }
            (Field::Start, _) => {
                said.start = self.dated.time(column, cell).unwrap_or_default();
                said.start.seconds.is_some()
            }
            (Field::End, _) => {
                said.end = self.dated.time(column, cell).unwrap_or_default();
                said.end.seconds.is_some()
            }
            (Field::Duration, _) => {
                said.lasts_ms = lasts(cell);
                said.lasts_ms.is_some()
            }
            (Field::Offset, _) => {
                said.offset_s = offset(&self.text(&shown));
                said.offset_s.is_some()
            }
            (Field::Title | Field::Episode | Field::House | Field::Channel | Field::Version, _) => {
                let text = self.text(&shown);
                let fits = text.chars().count() <= LONGEST_TEXT;
                if fits {
                    self.name(said, row, column, field, text);
                }
                fits
            }
            (Field::Language, _) => {
                let text = self.text(&shown);
                said.language = cells::language(&text).or_else(|| Language::parse(&text));
                said.language.is_some()
            }
            (Field::Origin, _) => {
                said.origin = Origin::parse(&self.text(&shown).to_lowercase());
                said.origin.is_some()
            }
        };
        if !good {
            said.is_wrong = true;
            self.wrong(row, column, field, &shown);
        }
    }

    /// A cell's text. Only tables guard cells by a sign in their text.
    fn text(&self, shown: &str) -> String {
        let own = if self.sheet.name.is_empty() {
            restored(shown)
        } else {
            shown
        };
        crate::text::line(own).unwrap_or_default()
    }

    fn name(&mut self, said: &mut Said, row: usize, column: usize, field: Field, text: String) {
        let place = match field {
            Field::Title => &mut said.title,
            Field::Episode => &mut said.episode,
            Field::House => &mut said.house,
            Field::Channel => &mut said.channel,
            _ => &mut said.version,
        };
        *place = Some(text.clone());
        let known = match field {
            Field::Title => &self.known.titles,
            Field::Version => &self.known.versions,
            _ => return,
        };
        if known.is_empty() || known.contains(&text) {
            return;
        }
        if !self.looked_up.contains_key(&text) && self.looked_up.len() < MOST_LOOKED_UP {
            let near = nearest(&text, known);
            self.looked_up.insert(text.clone(), near);
        }
        let near = self.looked_up.get(&text).cloned().flatten();
        let values: Values = values! { "found" => text, "wanted" => field.as_str(), "near" => near };
        let place = self.place(row, column);
        self.received.remark("unknown_name", place, values);
    }
}

/// The name known that is most like this one, if any is.
pub fn nearest(name: &str, known: &[String]) -> Option<String> {
    let small = name.to_lowercase();
    let alike = |other: &String| strsim::normalized_levenshtein(&small, &other.to_lowercase());
    let best = known
        .iter()
        .map(|one| (alike(one), one))
        .max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 >= ALIKE).then(|| best.1.clone())
}

/// A duration in milliseconds, at most two days: hours, minutes and seconds as they stand; two parts are minutes and seconds.
fn lasts(cell: &Cell) -> Option<i64> {
    let seconds = match cell {
        Cell::Span(seconds) | Cell::Time(None, seconds) => *seconds,
        Cell::Text(text) if text.matches(':').count() == 2 => {
            let parts: Option<Vec<i64>> = text
                .split(':')
                .map(|part| {
                    let part = part.trim();
                    let good = (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
                    good.then(|| part.parse().ok())?
                })
                .collect();
            match parts?[..] {
                [hours, minutes, seconds] if minutes < 60 && seconds < 60 => (hours * 60 + minutes) * 60 + seconds,
                _ => return None,
            }
        }
        _ => return cells::duration(cell),
    };
    (1..=2 * 86_400).contains(&seconds).then_some(seconds * SECOND)
}

/// Seconds that `UTC+05:00`, `+5` or `UTC` is ahead of UTC.
fn offset(text: &str) -> Option<i64> {
    let rest = text.trim_start_matches("UTC").trim_start_matches("GMT").trim();
    if rest.is_empty() || rest == "Z" {
        return Some(0);
    }
    let (sign, rest) = match rest.chars().next()? {
        '+' => (1, &rest[1..]),
        '-' => (-1, &rest[1..]),
        '−' => (-1, &rest['−'.len_utf8()..]),
        _ => return None,
    };
    let mut parts = rest.split(':');
    let mut number = || -> Option<i64> {
        let part = parts.next().unwrap_or("0");
        let good = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        good.then(|| part.parse().ok())?
    };
    let (hours, minutes, seconds) = (number()?, number()?, number()?);
    let good = hours <= 26 && minutes < 60 && seconds < 60 && parts.next().is_none();
    good.then_some(sign * ((hours * 60 + minutes) * 60 + seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_head_names_one_column() {
        let mut seen = HashMap::new();
        for field in Field::ALL {
            for head in field.heads() {
                assert_eq!(seen.insert(*head, field), None, "{head}");
                assert_eq!(*head, head.to_lowercase());
            }
        }
    }

    #[test]
    fn offsets_as_people_write_them() {
        for (text, is) in [
            ("UTC+05:00", Some(18_000)),
            ("+5", Some(18_000)),
            ("UTC-03:30", Some(-12_600)),
            ("UTC", Some(0)),
            ("", Some(0)),
        ] {
            assert_eq!(offset(text), is, "{text}");
        }
        for wrong in ["5", "UTC+99:00", "+05:00:00:00", "Almaty", "+5:75"] {
            assert_eq!(offset(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_duration_is_not_guessed_at() {
        let text = |text: &str| lasts(&Cell::Text(text.to_owned()));
        assert_eq!(text("0:25:00"), Some(1_500_000));
        assert_eq!(text("10:00:00"), Some(36_000_000));
        assert_eq!(lasts(&Cell::Span(36_000)), Some(36_000_000));
        assert_eq!(text("25:30"), Some(1_530_000));
        for wrong in ["0:25:75", "0:00:00", "99:00:00", "soon"] {
            assert_eq!(text(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_nearest_name_is_offered_if_it_is_near() {
        let known = ["quotes/3/5.kk".to_owned(), "Классикалық дәйексөздер".to_owned()];
        assert_eq!(nearest("quotes/3/5,kk", &known).as_deref(), Some("quotes/3/5.kk"));
        assert_eq!(
            nearest("Классикалык дәйексөздер", &known).as_deref(),
            Some("Классикалық дәйексөздер")
        );
        assert_eq!(nearest("News", &known), None);
    }
}
