//! The rows under the heads, read by what their columns mean. What cannot be read is said cell by cell, and nothing of a row with
//! such a cell is taken.

use arna_domain::{BroadcastDate, Language, Values, Words, values};

use super::cells::{self, Dated, Moment};
use super::{Cell, Column, Field, Sheet};

/// The longest text of a cell that is taken, in characters.
const LONGEST_TEXT: usize = 2_000;
/// The longest name, in characters.
const LONGEST_NAME: usize = 500;

/// How a sheet is read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The row of the heads, from 0; what stands above is passed over.
    pub header_row: usize,
    /// What the columns mean.
    pub columns: Vec<Column>,
    /// The language of texts whose head names none.
    pub language: Language,
    /// Whether an empty cell of the programme and the season means what stands above.
    pub fills_down: bool,
}

/// What a cell says that cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub struct CellFault {
    /// The row, from 0.
    pub row: usize,
    /// The column, from 0.
    pub column: usize,
    /// What is wrong: the message `sheet-fault-<code>`.
    pub code: &'static str,
    /// With what values.
    pub values: Values,
}

/// A version that a row tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftVersion {
    /// The language spoken.
    pub language: Language,
    /// How long it runs; none: as another version of the episode.
    pub duration_ms: Option<i64>,
    /// The house number.
    pub house_number: Option<String>,
    /// The media file.
    pub file: Option<String>,
}

/// What a row says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftRow {
    /// Its row, from 0.
    pub row: usize,
    /// The programme's id.
    pub programme_id: Option<String>,
    /// The programme's title.
    pub programme: Words,
    /// Its kind.
    pub kind: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// What it is about.
    pub synopsis: Words,
    /// The season.
    pub season: Option<u32>,
    /// The episode.
    pub episode: Option<u32>,
    /// The episode's title.
    pub episode_title: Words,
    /// Its rating.
    pub rating: Option<String>,
    /// Its versions.
    pub versions: Vec<DraftVersion>,
    /// The licence's first date.
    pub licence_from: Option<BroadcastDate>,
    /// Its last date.
    pub licence_until: Option<BroadcastDate>,
    /// Runs that it allows.
    pub runs: Option<u32>,
    /// Channels, as they are named.
    pub channels: Vec<String>,
    /// The broadcast date of an airing.
    pub date: Option<BroadcastDate>,
    /// Its wall clock in seconds, up to 48 hours.
    pub time_s: Option<i64>,
}

impl DraftRow {
    /// Whether it says when something airs.
    pub fn is_airing(&self) -> bool {
        self.date.is_some() && self.time_s.is_some()
    }

    /// Whether it says when something airs, but not on which channel.
    pub fn is_unplaced(&self) -> bool {
        self.is_airing() && self.channels.is_empty()
    }
}

/// A sheet, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// Rows that say something and that can be read.
    pub rows: Vec<DraftRow>,
    /// What cannot be read, in the order of rows and columns.
    pub faults: Vec<CellFault>,
    /// Rows that hold something.
    pub filled: usize,
    /// Rows with a fault.
    pub faulty: usize,
}

/// Reads the rows of a sheet.
pub fn draft(sheet: &Sheet, reading: &Reading) -> Draft {
    let mut draft = Draft::default();
    let dated = Dated::of(sheet);
    let mut above: Option<DraftRow> = None;
    for (at, row) in sheet.rows.iter().enumerate().skip(reading.header_row + 1) {
        let mapped = |column: &&Column| row.get(column.at).is_some_and(|cell| !cell.is_empty());
        if !reading.columns.iter().any(|column| mapped(&column)) {
            continue;
        }
        draft.filled += 1;
        let mut read = Row {
            row: at,
            cells: row,
            reading,
            dated: &dated,
            draft: DraftRow {
                row: at,
                ..DraftRow::default()
            },
            durations: Vec::new(),
            houses: Vec::new(),
            files: Vec::new(),
            languages: Vec::new(),
            date: Moment::default(),
            time: Moment::default(),
            faults: Vec::new(),
        };
        for column in &reading.columns {
            if let Some(cell) = row.get(column.at).filter(|cell| !cell.is_empty()) {
                read.take(column, cell);
            }
        }
        let (mut one, mut faults) = read.finish();
        if let Some(above) = above.as_ref().filter(|_| reading.fills_down) {
            fill_down(&mut one, above);
        }
        if one.programme.is_empty() && one.programme_id.is_none() {
            let column = place_of(reading, Field::Programme);
            faults.push(fault(at, column, "programme_missing", values! {}));
        }
        if faults.is_empty() {
            above = Some(one.clone());
            draft.rows.push(one);
        } else {
            // What the programme is called holds for the rows below, whatever else is wrong here.
            if !one.programme.is_empty() || one.programme_id.is_some() {
                above = Some(one);
            }
            draft.faulty += 1;
            faults.sort_by_key(|fault| fault.column);
            draft.faults.extend(faults);
        }
    }
    draft
}

fn fill_down(one: &mut DraftRow, above: &DraftRow) {
    if !one.programme.is_empty() || one.programme_id.is_some() {
        return;
    }
    one.programme.clone_from(&above.programme);
    one.programme_id.clone_from(&above.programme_id);
    if one.kind.is_none() {
        one.kind.clone_from(&above.kind);
    }
    if one.season.is_none() {
        one.season = above.season;
    }
}

fn place_of(reading: &Reading, field: Field) -> usize {
    let found = reading.columns.iter().find(|column| column.field == field);
    found.map_or(0, |column| column.at)
}

fn fault(row: usize, column: usize, code: &'static str, values: Values) -> CellFault {
    CellFault {
        row,
        column,
        code,
        values,
    }
}

/// A row under reading.
struct Row<'a> {
    row: usize,
    cells: &'a [Cell],
    reading: &'a Reading,
    dated: &'a Dated,
    draft: DraftRow,
    durations: Vec<(Option<Language>, i64)>,
    houses: Vec<(Option<Language>, String)>,
    files: Vec<(Option<Language>, String)>,
    languages: Vec<Language>,
    date: Moment,
    time: Moment,
    faults: Vec<CellFault>,
}

impl Row<'_> {
    fn take(&mut self, column: &Column, cell: &Cell) {
        let shown = cell.shown();
        if let Cell::Fault(_) = cell {
            return self.wrong(column, "formula", &shown);
        }
        let longest = if matches!(column.field, Field::Synopsis) {
            LONGEST_TEXT
        } else {
            LONGEST_NAME
        };
        if shown.chars().count() > longest {
            let values = values! { "most" => longest, "count" => shown.chars().count() };
            self.faults.push(fault(self.row, column.at, "text_too_long", values));
            return;
        }
        let text = || clean(&shown);
        let spoken = || column.language.clone().unwrap_or_else(|| self.reading.language.clone());
        match column.field {
            Field::Programme => {
                self.draft.programme.0.insert(spoken(), text());
            }
            Field::EpisodeTitle => {
                self.draft.episode_title.0.insert(spoken(), text());
            }
            Field::Synopsis => {
                self.draft.synopsis.0.insert(spoken(), text());
            }
            Field::ProgrammeId => {
                let id = text();
                if id.is_empty() || id.len() > arna_domain::id::LONGEST_ID {
                    return self.wrong(column, "bad_id", &shown);
                }
                self.draft.programme_id = Some(id);
            }
            Field::Kind => self.draft.kind = Some(text().to_lowercase()),
            Field::Tags => self.draft.tags = list(&text()),
            Field::Rating => self.draft.rating = Some(text()),
            Field::Channel => self.draft.channels = list(&text()),
            Field::HouseNumber => self.houses.push((column.language.clone(), text())),
            Field::File => self.files.push((column.language.clone(), text())),
            Field::Season => match cells::number(cell) {
                Some(number) => self.draft.season = Some(number),
                None => self.wrong(column, "bad_number", &shown),
            },
            Field::Episode => match cells::number(cell) {
                Some(number) => self.draft.episode = Some(number),
                None => self.wrong(column, "bad_number", &shown),
            },
            Field::Runs => match cells::number(cell) {
                Some(number) => self.draft.runs = Some(number),
                None => self.wrong(column, "bad_number", &shown),
            },
            Field::Language => match cells::languages(&shown) {
                Ok(languages) => self.languages.extend(languages),
                Err(unknown) => self.wrong(column, "unknown_language", &unknown),
            },
            Field::Duration => match cells::duration(cell) {
                Some(ms) => self.durations.push((column.language.clone(), ms)),
                None => self.wrong(column, "bad_duration", &shown),
            },
            Field::LicenceFrom => match cells::date(cell) {
                Some(date) => self.draft.licence_from = Some(date),
                None => self.wrong(column, "bad_date", &shown),
            },
            Field::LicenceUntil => match cells::date(cell) {
                Some(date) => self.draft.licence_until = Some(date),
                None => self.wrong(column, "bad_date", &shown),
            },
            Field::Date => match cells::moment(cell).filter(|moment| moment.date.is_some()) {
                Some(moment) => self.date = moment,
                None => self.wrong(column, "bad_date", &shown),
            },
            Field::Time => match self.dated.time(column.at, cell) {
                Some(time) => self.time = time,
                None => self.wrong(column, "bad_time", &shown),
            },
        }
    }

    fn wrong(&mut self, column: &Column, code: &'static str, found: &str) {
        let found: String = found.chars().take(60).collect();
        self.faults
            .push(fault(self.row, column.at, code, values! { "found" => found }));
    }

    /// When it airs, of all that was said of dates and times.
    fn airs(&mut self) {
        let place = |field| place_of(self.reading, field);
        let cell = |field| self.cells.get(place(field)).unwrap_or(&Cell::Empty);
        let (date, time) = (cell(Field::Date), cell(Field::Time));
        match self.date.joined(self.time) {
            // It may be its midnight, or no more than a date.
            Some(Moment {
                date: Some(_),
                seconds: None,
            }) if self.dated.lacks_time(place(Field::Date), date) => {
                let values = values! { "found" => date.shown() };
                self.faults
                    .push(fault(self.row, place(Field::Date), "bad_time", values));
            }
            Some(Moment { date, seconds }) => (self.draft.date, self.draft.time_s) = (date, seconds),
            None => {
                let values = values! { "found" => time.shown(), "date" => date.shown() };
                self.faults
                    .push(fault(self.row, place(Field::Time), "not_of_date", values));
            }
        }
    }

    /// What it says: versions of all that was said of languages, durations, house numbers and files.
    fn finish(mut self) -> (DraftRow, Vec<CellFault>) {
        self.airs();
        let mut spoken = self.languages;
        let named = self.durations.iter().map(|(own, _)| own);
        let named = named.chain(self.houses.iter().map(|(own, _)| own));
        for language in named.chain(self.files.iter().map(|(own, _)| own)).flatten() {
            if !spoken.contains(language) {
                spoken.push(language.clone());
            }
        }
        // What airs is a version, whatever else is told of it.
        let says_more =
            !self.durations.is_empty() || !self.houses.is_empty() || !self.files.is_empty() || self.draft.is_airing();
        if spoken.is_empty() && says_more {
            spoken.push(self.reading.language.clone());
        }
        fn of<T: Clone>(all: &[(Option<Language>, T)], language: &Language) -> Option<T> {
            let own = all.iter().find(|(own, _)| own.as_ref() == Some(language));
            own.or_else(|| all.iter().find(|(own, _)| own.is_none()))
                .map(|(_, value)| value.clone())
        }
        let several = spoken.len() > 1;
        for language in spoken {
            // A house number is one version's: of several none is guessed.
            let house =
                of(&self.houses, &language).filter(|_| !several || self.houses.iter().all(|(own, _)| own.is_some()));
            let file =
                of(&self.files, &language).filter(|_| !several || self.files.iter().all(|(own, _)| own.is_some()));
            self.draft.versions.push(DraftVersion {
                duration_ms: of(&self.durations, &language),
                house_number: house,
                file,
                language,
            });
        }
        if let (Some(from), Some(until)) = (self.draft.licence_from, self.draft.licence_until)
            && until < from
        {
            let values = values! { "from" => from.to_string(), "until" => until.to_string() };
            let column = place_of(self.reading, Field::LicenceUntil);
            self.faults.push(fault(self.row, column, "ends_before_start", values));
        }
        (self.draft, self.faults)
    }
}

/// A text on one line, without control characters; marks of direction stay, as they were typed.
fn clean(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().filter(|c| !c.is_control()).collect()
}

fn list(text: &str) -> Vec<String> {
    let parts = text.split([',', ';', '、', '，']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
