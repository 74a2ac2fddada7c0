//! The things of a station as rows: each as the cells that tell it, and of cells again.

use std::collections::BTreeMap;

use arna_domain::channel::Quota;
use arna_domain::slot::{Fill, Hold, Pool, Repeat, Sequel, Then};
use arna_domain::time::Weekday;
use arna_domain::{
    BroadcastDate, Channel, Episode, EpisodeId, GridTime, Language, Licence, MediaId, OccasionId, Order, Programme,
    ProgrammeId, Season, SeasonId, Slot, Station, Version, Words,
};

use super::value::{quota, rating_hours, told_quota, told_rating_hours};
use super::{Column, Field, Table, Value};

/// What the cells of a row say. A column that says nothing has no entry.
pub type Cells = BTreeMap<Column, Value>;

/// Something that has a row of its own. What lies below it has its own rows: here its lists are empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Noun {
    /// A channel.
    Channel(Channel),
    /// A programme.
    Programme(Programme),
    /// A season of a programme.
    Season(ProgrammeId, Season),
    /// An episode of a season.
    Episode(SeasonId, Episode),
    /// A version of an episode.
    Version(EpisodeId, Version),
    /// A licence.
    Licence(Licence),
    /// A slot.
    Slot(Slot),
}

/// What keeps cells from telling a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The column.
    pub field: Field,
    /// What is wrong: the message `invalid-workbook_<code>`.
    pub code: &'static str,
}

/// A thing with its place among those beside it, from 1, where places are told.
pub type Placed = (Noun, i64);

/// The things of a station that have rows on a sheet, in the station's order.
pub fn nouns(station: &Station, table: Table) -> Vec<Placed> {
    let programmes = || station.programmes.iter();
    let seasons = || programmes().flat_map(|one| one.seasons.iter().map(move |season| (&one.id, season)));
    let episodes = || seasons().flat_map(|(_, one)| (1..).zip(&one.episodes).map(move |(at, own)| (&one.id, own, at)));
    match table {
        Table::Channels => station
            .channels
            .iter()
            .map(|one| (Noun::Channel(one.clone()), 0))
            .collect(),
        Table::Programmes => {
            let bare = |one: &Programme| Programme {
                seasons: Vec::new(),
                ..one.clone()
            };
            programmes().map(|one| (Noun::Programme(bare(one)), 0)).collect()
        }
        Table::Seasons => {
            let bare = |one: &Season| Season {
                episodes: Vec::new(),
                ..one.clone()
            };
            seasons()
                .map(|(of, one)| (Noun::Season(of.clone(), bare(one)), 0))
                .collect()
        }
        Table::Episodes => {
            let bare = |one: &Episode| Episode {
                versions: Vec::new(),
                ..one.clone()
            };
            episodes()
                .map(|(of, one, at)| (Noun::Episode(of.clone(), bare(one)), at))
                .collect()
        }
        Table::Versions => {
            let of = |(_, episode, _): (_, &Episode, _)| {
                let own = episode
                    .versions
                    .iter()
                    .map(|one| (Noun::Version(episode.id.clone(), one.clone()), 0));
                own.collect::<Vec<_>>()
            };
            episodes().flat_map(of).collect()
        }
        Table::Licences => (1..)
            .zip(&station.licences)
            .map(|(at, one)| (Noun::Licence(one.clone()), at))
            .collect(),
        Table::Grid => station.slots.iter().map(|one| (Noun::Slot(one.clone()), 0)).collect(),
    }
}

impl Noun {
    /// The sheet on which it has a row.
    pub fn table(&self) -> Table {
        match self {
            Self::Channel(_) => Table::Channels,
            Self::Programme(_) => Table::Programmes,
            Self::Season(..) => Table::Seasons,
            Self::Episode(..) => Table::Episodes,
            Self::Version(..) => Table::Versions,
            Self::Licence(_) => Table::Licences,
            Self::Slot(_) => Table::Grid,
        }
    }

    /// Its id.
    pub fn id(&self) -> &str {
        match self {
            Self::Channel(one) => one.id.as_str(),
            Self::Programme(one) => one.id.as_str(),
            Self::Season(_, one) => one.id.as_str(),
            Self::Episode(_, one) => one.id.as_str(),
            Self::Version(_, one) => one.id.as_str(),
            Self::Licence(one) => one.id.as_str(),
            Self::Slot(one) => one.id.as_str(),
        }
    }

    /// What lies above it: none for what lies below nothing.
    pub fn above(&self) -> Option<&str> {
        match self {
            Self::Season(of, _) => Some(of.as_str()),
            Self::Episode(of, _) => Some(of.as_str()),
            Self::Version(of, _) => Some(of.as_str()),
            _ => None,
        }
    }

    /// The cells that tell it, without its place.
    pub fn cells(&self) -> Cells {
        let mut row = Row::default();
        row.text(Field::Id, self.id());
        match self {
            Self::Channel(one) => channel_cells(one, &mut row),
            Self::Programme(one) => programme_cells(one, &mut row),
            Self::Season(of, one) => {
                row.text(Field::Programme, of.as_str());
                row.number(Field::Number, one.number);
                row.words(Field::Title, &one.title);
                row.texts(Field::Occasion, one.occasion.as_ref().map(OccasionId::as_str));
            }
            Self::Episode(of, one) => {
                row.text(Field::Season, of.as_str());
                row.number(Field::Number, one.number);
                row.words(Field::Title, &one.title);
                row.texts(Field::Rating, one.rating.as_deref());
                row.words(Field::Synopsis, &one.synopsis);
                row.list(Field::Places, &one.places);
                row.list(Field::Quotations, &one.quotations);
            }
            Self::Version(of, one) => {
                row.text(Field::Episode, of.as_str());
                row.text(Field::Language, one.language.as_str());
                row.put(Field::Duration, Value::Duration(one.duration_ms));
                row.texts(Field::HouseNumber, one.house_number.as_deref());
                row.texts(Field::Media, one.media.as_ref().map(MediaId::as_str));
            }
            Self::Licence(one) => licence_cells(one, &mut row),
            Self::Slot(one) => slot_cells(one, &mut row),
        }
        row.0
    }

    /// The thing that these cells tell.
    ///
    /// # Errors
    /// Columns that say nothing and must, or that say what does not go with another.
    pub fn of(table: Table, cells: &Cells) -> Result<Self, Vec<Wrong>> {
        let mut told = Told {
            cells,
            wrong: Vec::new(),
        };
        let noun = match table {
            Table::Channels => Self::Channel(told.channel()),
            Table::Programmes => Self::Programme(told.programme()),
            Table::Seasons => Self::Season(told.wanted(Field::Programme).into(), told.season()),
            Table::Episodes => Self::Episode(told.wanted(Field::Season).into(), told.episode()),
            Table::Versions => {
                let of = told.wanted(Field::Episode).into();
                match told.version() {
                    Some(version) => Self::Version(of, version),
                    None => return Err(told.wrong),
                }
            }
            Table::Licences => Self::Licence(told.licence()),
            Table::Grid => Self::Slot(told.slot()),
        };
        if told.wrong.is_empty() {
            Ok(noun)
        } else {
            Err(told.wrong)
        }
    }
}

/// A row in the making.
#[derive(Default)]
struct Row(Cells);

impl Row {
    fn put(&mut self, field: Field, value: Value) {
        self.0.insert(field.into(), value);
    }

    fn text(&mut self, field: Field, text: &str) {
        self.put(field, Value::Text(text.to_owned()));
    }

    fn texts(&mut self, field: Field, text: Option<&str>) {
        if let Some(text) = text {
            self.text(field, text);
        }
    }

    fn number(&mut self, field: Field, number: impl Into<i64>) {
        self.put(field, Value::Number(number.into()));
    }

    fn date(&mut self, field: Field, date: Option<BroadcastDate>) {
        if let Some(date) = date {
            self.put(field, Value::Date(date));
        }
    }

    fn list(&mut self, field: Field, all: &[impl ToString]) {
        if !all.is_empty() {
            self.put(field, Value::List(all.iter().map(ToString::to_string).collect()));
        }
    }

    fn words(&mut self, field: Field, words: &Words) {
        for (language, text) in &words.0 {
            let column = Column {
                field,
                language: Some(language.clone()),
            };
            self.0.insert(column, Value::Text(text.clone()));
        }
    }
}

fn channel_cells(one: &Channel, row: &mut Row) {
    row.text(Field::Name, &one.name);
    row.text(Field::Zone, &one.tz);
    row.put(Field::DayStart, Value::Clock(one.day_start));
    row.texts(Field::Territory, one.territory.as_deref());
    let hours = one
        .rating_hours
        .iter()
        .map(|(rating, hours)| told_rating_hours(&(rating.clone(), *hours)));
    row.list(Field::RatingHours, &hours.collect::<Vec<_>>());
    let quotas = one
        .quotas
        .iter()
        .map(|quota| told_quota(&(quota.language.clone(), quota.min_share_pct)));
    row.list(Field::Quotas, &quotas.collect::<Vec<_>>());
}

fn programme_cells(one: &Programme, row: &mut Row) {
    row.words(Field::Title, &one.title);
    row.text(Field::Kind, &one.kind);
    let order = match one.order {
        Order::Serial => "serial",
        Order::Any => "any",
    };
    row.put(Field::Order, Value::Word(order));
    row.list(Field::Tags, &one.tags);
    if let Some(most) = one.max_per_day {
        row.number(Field::MaxPerDay, most);
    }
    row.words(Field::Synopsis, &one.synopsis);
    row.list(Field::Partners, &one.partners);
}

fn licence_cells(one: &Licence, row: &mut Row) {
    row.text(Field::Programme, one.programme.as_str());
    row.texts(Field::Season, one.season.as_ref().map(SeasonId::as_str));
    row.list(Field::Channels, &one.channels);
    row.list(Field::Languages, &one.languages);
    row.date(Field::From, Some(one.from));
    row.date(Field::Until, Some(one.until));
    if let Some(runs) = one.max_runs {
        row.number(Field::MaxRuns, runs);
    }
    row.put(Field::Shared, Value::Word(if one.shared { "yes" } else { "no" }));
    row.number(Field::RerunHours, one.rerun_hours);
    if let Some(hours) = one.min_gap_hours {
        row.number(Field::MinGapHours, hours);
    }
}

fn slot_cells(one: &Slot, row: &mut Row) {
    row.text(Field::Channel, one.channel.as_str());
    row.put(Field::Days, Value::Days(one.days.clone()));
    row.date(Field::From, one.from);
    row.date(Field::Until, one.until);
    row.put(Field::Start, Value::Clock(one.start));
    row.number(Field::Length, one.length_min);
    row.number(Field::Layer, one.layer);
    row.number(Field::Weight, one.weight);
    row.list(Field::Languages, &one.languages);
    row.texts(Field::Occasion, one.occasion.as_ref().map(OccasionId::as_str));
    row.put(Field::Fill, Value::Word(one.fill.as_str()));
    match &one.fill {
        Fill::Sequel(sequel) => {
            row.text(Field::Season, sequel.season.as_str());
            let then = match sequel.then {
                Then::Stop => "stop",
                Then::Restart => "restart",
            };
            row.put(Field::Then, Value::Word(then));
        }
        Fill::Repeat(repeat) => {
            row.text(Field::Repeats, repeat.of.as_str());
            row.number(Field::DaysAfter, repeat.days_after);
        }
        Fill::Pool(pool) => {
            row.list(Field::PoolProgrammes, &pool.programmes);
            row.list(Field::PoolKinds, &pool.kinds);
            row.list(Field::PoolTags, &pool.tags);
        }
        Fill::Hold(hold) => {
            row.text(Field::HoldTitle, &hold.title);
            row.texts(Field::HoldLanguage, hold.language.as_ref().map(Language::as_str));
        }
    }
}

/// Cells as what they tell, with what they lack.
struct Told<'a> {
    cells: &'a Cells,
    wrong: Vec<Wrong>,
}

impl Told<'_> {
    fn value(&self, field: Field) -> Option<&Value> {
        self.cells.get(&field.into())
    }

    fn text(&self, field: Field) -> Option<&str> {
        match self.value(field)? {
            Value::Text(text) => Some(text),
            Value::Word(word) => Some(word),
            _ => None,
        }
    }

    fn owned(&self, field: Field) -> Option<String> {
        self.text(field).map(str::to_owned)
    }

    fn miss(&mut self, field: Field) {
        self.wrong.push(Wrong { field, code: "missing" });
    }

    /// A text that must be there.
    fn wanted(&mut self, field: Field) -> &str {
        if self.text(field).is_none() {
            self.miss(field);
        }
        self.text(field).unwrap_or_default()
    }

    fn list(&self, field: Field) -> &[String] {
        match self.value(field) {
            Some(Value::List(all)) => all,
            _ => &[],
        }
    }

    fn ids<Id: for<'a> From<&'a str>>(&self, field: Field) -> Vec<Id> {
        self.list(field).iter().map(|id| Id::from(id)).collect()
    }

    fn languages(&self, field: Field) -> Vec<Language> {
        self.list(field).iter().filter_map(|tag| Language::parse(tag)).collect()
    }

    fn number<N: TryFrom<i64>>(&self, field: Field) -> Option<N> {
        match self.value(field)? {
            Value::Number(number) => N::try_from(*number).ok(),
            _ => None,
        }
    }

    fn wanted_number<N: TryFrom<i64> + Default>(&mut self, field: Field) -> N {
        let number = self.number(field);
        if number.is_none() {
            self.miss(field);
        }
        number.unwrap_or_default()
    }

    fn date(&self, field: Field) -> Option<BroadcastDate> {
        match self.value(field)? {
            Value::Date(date) => Some(*date),
            _ => None,
        }
    }

    fn wanted_date(&mut self, field: Field) -> BroadcastDate {
        let date = self.date(field);
        if date.is_none() {
            self.miss(field);
        }
        date.unwrap_or_else(|| BroadcastDate::from_days_since_epoch(0))
    }

    fn wanted_clock(&mut self, field: Field) -> GridTime {
        if let Some(Value::Clock(time)) = self.value(field) {
            return *time;
        }
        self.miss(field);
        GridTime::at_most(0)
    }

    fn words(&self, field: Field) -> Words {
        let own = self.cells.iter().filter(|(column, _)| column.field == field);
        let texts = own.filter_map(|(column, value)| match value {
            Value::Text(text) => Some((column.language.clone()?, text.clone())),
            _ => None,
        });
        Words(texts.collect())
    }

    fn channel(&mut self) -> Channel {
        let hours = self
            .list(Field::RatingHours)
            .iter()
            .filter_map(|part| rating_hours(part))
            .collect();
        let quotas = self.list(Field::Quotas).iter().filter_map(|part| quota(part));
        let quotas = quotas.map(|(language, min_share_pct)| Quota {
            language,
            min_share_pct,
        });
        Channel {
            quotas: quotas.collect(),
            rating_hours: hours,
            id: self.wanted(Field::Id).into(),
            name: self.wanted(Field::Name).to_owned(),
            tz: self.wanted(Field::Zone).to_owned(),
            day_start: self.wanted_clock(Field::DayStart),
            territory: self.owned(Field::Territory),
        }
    }

    fn programme(&mut self) -> Programme {
        Programme {
            id: self.wanted(Field::Id).into(),
            kind: self.wanted(Field::Kind).to_owned(),
            title: self.words(Field::Title),
            order: match self.text(Field::Order) {
                Some("serial") => Order::Serial,
                _ => Order::Any,
            },
            tags: self.list(Field::Tags).to_vec(),
            max_per_day: self.number(Field::MaxPerDay),
            synopsis: self.words(Field::Synopsis),
            partners: self.ids(Field::Partners),
            seasons: Vec::new(),
        }
    }

    fn season(&mut self) -> Season {
        Season {
            id: self.wanted(Field::Id).into(),
            number: self.wanted_number(Field::Number),
            title: self.words(Field::Title),
            occasion: self.text(Field::Occasion).map(Into::into),
            episodes: Vec::new(),
        }
    }

    fn episode(&mut self) -> Episode {
        Episode {
            id: self.wanted(Field::Id).into(),
            number: self.wanted_number(Field::Number),
            title: self.words(Field::Title),
            rating: self.owned(Field::Rating),
            synopsis: self.words(Field::Synopsis),
            places: self.ids(Field::Places),
            quotations: self.ids(Field::Quotations),
            versions: Vec::new(),
        }
    }

    fn version(&mut self) -> Option<Version> {
        let duration_ms = match self.value(Field::Duration) {
            Some(Value::Duration(ms)) => *ms,
            _ => {
                self.miss(Field::Duration);
                0
            }
        };
        let Some(language) = self.text(Field::Language).and_then(Language::parse) else {
            self.miss(Field::Language);
            return None;
        };
        Some(Version {
            id: self.wanted(Field::Id).into(),
            language,
            duration_ms,
            house_number: self.owned(Field::HouseNumber),
            media: self.text(Field::Media).map(Into::into),
        })
    }

    fn licence(&mut self) -> Licence {
        Licence {
            id: self.wanted(Field::Id).into(),
            programme: self.wanted(Field::Programme).into(),
            season: self.text(Field::Season).map(Into::into),
            channels: self.ids(Field::Channels),
            languages: self.languages(Field::Languages),
            from: self.wanted_date(Field::From),
            until: self.wanted_date(Field::Until),
            max_runs: self.number(Field::MaxRuns),
            shared: self.text(Field::Shared) == Some("yes"),
            rerun_hours: self.number(Field::RerunHours).unwrap_or_default(),
            min_gap_hours: self.number(Field::MinGapHours),
        }
    }

    fn slot(&mut self) -> Slot {
        let days = match self.value(Field::Days) {
            Some(Value::Days(days)) => days.clone(),
            _ => Weekday::all(),
        };
        Slot {
            id: self.wanted(Field::Id).into(),
            channel: self.wanted(Field::Channel).into(),
            days,
            from: self.date(Field::From),
            until: self.date(Field::Until),
            layer: self.number(Field::Layer).unwrap_or_default(),
            start: self.wanted_clock(Field::Start),
            length_min: self.wanted_number(Field::Length),
            weight: self.number(Field::Weight).unwrap_or_else(Slot::usual_weight),
            languages: self.languages(Field::Languages),
            occasion: self.text(Field::Occasion).map(Into::into),
            fill: self.fill(),
        }
    }

    /// What fills a slot. What belongs to another filling must be empty: nobody could say what was meant.
    fn fill(&mut self) -> Fill {
        let word = self.owned(Field::Fill).unwrap_or_default();
        for field in FILLINGS
            .into_iter()
            .flat_map(|(own, fields)| if own == word { &[][..] } else { fields })
        {
            let is_default = matches!(self.value(*field), None | Some(Value::Word("stop") | Value::Number(0)));
            if !is_default && !word.is_empty() {
                self.wrong.push(Wrong {
                    field: *field,
                    code: "other_filling",
                });
            }
        }
        match word.as_str() {
            "sequel" => Fill::Sequel(Sequel {
                season: self.wanted(Field::Season).into(),
                then: match self.text(Field::Then) {
                    Some("restart") => Then::Restart,
                    _ => Then::Stop,
                },
            }),
            "repeat" => Fill::Repeat(Repeat {
                of: self.wanted(Field::Repeats).into(),
                days_after: self.number(Field::DaysAfter).unwrap_or_default(),
            }),
            "hold" => Fill::Hold(Hold {
                title: self.wanted(Field::HoldTitle).to_owned(),
                language: self.text(Field::HoldLanguage).and_then(Language::parse),
            }),
            other => {
                if other != "pool" {
                    self.miss(Field::Fill);
                }
                Fill::Pool(Pool {
                    programmes: self.ids(Field::PoolProgrammes),
                    kinds: self.list(Field::PoolKinds).to_vec(),
                    tags: self.list(Field::PoolTags).to_vec(),
                })
            }
        }
    }
}

/// What belongs to which filling of a slot.
const FILLINGS: [(&str, &[Field]); 4] = [
    ("sequel", &[Field::Season, Field::Then]),
    ("repeat", &[Field::Repeats, Field::DaysAfter]),
    ("pool", &[Field::PoolProgrammes, Field::PoolKinds, Field::PoolTags]),
    ("hold", &[Field::HoldTitle, Field::HoldLanguage]),
];
