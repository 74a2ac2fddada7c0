//! A report as a table: columns of one kind each, rows of cells, totals. Every file of a report is written from it, and a page can
//! be: a sheet, a document and a window say the same.

use std::collections::BTreeMap;

use arna_domain::BroadcastDate;
use serde_json::{Map, Value, json};

/// A table. Each row has a cell for every column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
    /// What the rows come to, a cell for every column; empty where nothing can be added up.
    pub totals: Vec<Cell>,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in documents, and in the message files behind `report-head-`.
    pub name: &'static str,
    /// What stands in it.
    pub kind: Kind,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A text of the station: a title, a name, an id.
    Text,
    /// A word that the message files say, behind `report-word-`.
    Word,
    /// A language's tag, or several with commas between them.
    Language,
    /// A number of things.
    Count,
    /// A span of time.
    Duration,
    /// A part of a whole.
    Share,
    /// A date.
    Date,
    /// The wall clock of the date in the same row.
    Clock,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Text,
        Self::Word,
        Self::Language,
        Self::Count,
        Self::Duration,
        Self::Share,
        Self::Date,
        Self::Clock,
    ];

    /// Its word in documents.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Word => "word",
            Self::Language => "language",
            Self::Count => "count",
            Self::Duration => "duration",
            Self::Share => "share",
            Self::Date => "date",
            Self::Clock => "clock",
        }
    }
}

/// What stands in a row and column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing: there is nothing to say, which is not 0.
    Nothing,
    /// A text of the station, or a language's tag.
    Text(String),
    /// A word of the message files.
    Word(&'static str),
    /// A number of things.
    Count(i64),
    /// Milliseconds.
    Duration(i64),
    /// A part of a whole, both in the same unit; of nothing at all there is no share.
    Share {
        /// The part.
        part: i64,
        /// The whole.
        whole: i64,
    },
    /// A date.
    Date(BroadcastDate),
    /// Seconds after the midnight with which the date began, counted on past the next: 91 800 is 25:30.
    Clock(i64),
}

impl Cell {
    /// A text, or nothing where it is empty.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Nothing
        } else {
            Self::Text(text)
        }
    }

    /// A number of things.
    pub fn count(number: usize) -> Self {
        Self::Count(i64::try_from(number).unwrap_or(i64::MAX))
    }

    /// A share in thousandths, rounded to the nearest; none of nothing.
    pub fn permille(part: i64, whole: i64) -> Option<i64> {
        (whole > 0).then(|| (part * 2_000 + whole).div_euclid(whole * 2))
    }

    /// The cell as a document holds it: numbers, milliseconds, `{"part", "whole"}`, dates and `25:30:00`.
    pub fn value(&self) -> Value {
        match self {
            Self::Nothing => Value::Null,
            Self::Text(text) => json!(text),
            Self::Word(word) => json!(word),
            Self::Count(number) | Self::Duration(number) => json!(number),
            Self::Share { part, whole } => json!({ "part": part, "whole": whole }),
            Self::Date(date) => json!(date.to_string()),
            Self::Clock(seconds) => json!(span_text(*seconds, 2)),
        }
    }

    /// The cell as it is read, in a language: `1:02:03`, `12.5 %`.
    pub fn told(&self, words: &Words) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) => text.clone(),
            Self::Word(word) => words.words.get(*word).cloned().unwrap_or_else(|| (*word).to_owned()),
            Self::Count(number) => number.to_string(),
            Self::Duration(ms) => span_text(ms.div_euclid(1_000), 1),
            Self::Share { part, whole } => match Self::permille(*part, *whole) {
                Some(permille) => format!("{}{}{} %", permille / 10, words.decimal, permille % 10),
                None => String::new(),
            },
            Self::Date(date) => date.to_string(),
            Self::Clock(seconds) => span_text(*seconds, 2),
        }
    }
}

/// `25:30:00`, or `0:25:00` where hours need no two digits.
fn span_text(seconds: i64, hours: usize) -> String {
    format!(
        "{:0hours$}:{:02}:{:02}",
        seconds / 3_600,
        seconds / 60 % 60,
        seconds % 60
    )
}

/// What a table says around its facts, in a language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// What the report is called.
    pub title: String,
    /// The names of the columns, in their order.
    pub heads: Vec<String>,
    /// What words stand for.
    pub words: BTreeMap<String, String>,
    /// What stands beside the totals.
    pub total: String,
    /// What parts the whole of a number from its tenths: `.` or `,`.
    pub decimal: String,
    /// How figures are counted, a sentence each.
    pub notes: Vec<String>,
    /// The channels that it is of.
    pub channels: String,
    /// What stands where there is no row.
    pub none: String,
    /// The language of all this, as a tag.
    pub language: String,
}

impl Table {
    /// The table as a document holds it: `columns`, `rows` and `totals`, each row an object by the columns' names.
    pub fn value(&self) -> Map<String, Value> {
        let columns: Vec<Value> = self
            .columns
            .iter()
            .map(|column| json!({ "name": column.name, "kind": column.kind.as_str() }))
            .collect();
        let row = |cells: &Vec<Cell>| -> Value {
            let named = self.columns.iter().zip(cells);
            named
                .map(|(column, cell)| (column.name.to_owned(), cell.value()))
                .collect()
        };
        let totals = if self.totals.is_empty() {
            Value::Null
        } else {
            row(&self.totals)
        };
        let mut document = Map::new();
        document.insert("columns".to_owned(), columns.into());
        document.insert("rows".to_owned(), self.rows.iter().map(row).collect());
        document.insert("totals".to_owned(), totals);
        document
    }

    /// The words that stand in it, each once.
    pub fn words(&self) -> Vec<&'static str> {
        let mut words: Vec<_> = self
            .rows
            .iter()
            .flatten()
            .filter_map(|cell| match cell {
                Cell::Word(word) => Some(*word),
                _ => None,
            })
            .collect();
        words.sort_unstable();
        words.dedup();
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_to_the_nearest_and_of_nothing_there_is_none() {
        assert_eq!(Cell::permille(1, 3), Some(333));
        assert_eq!(Cell::permille(2, 3), Some(667));
        assert_eq!(Cell::permille(1, 2_000), Some(1));
        assert_eq!(Cell::permille(5, 5), Some(1_000));
        assert_eq!(Cell::permille(0, 0), None);
        let words = Words {
            decimal: ",".to_owned(),
            ..Words::default()
        };
        assert_eq!(Cell::Share { part: 1, whole: 8 }.told(&words), "12,5 %");
        assert_eq!(Cell::Share { part: 0, whole: 0 }.told(&words), "");
    }

    #[test]
    fn a_span_goes_on_past_a_day() {
        let told = |cell: Cell| cell.told(&Words::default());
        assert_eq!(told(Cell::Duration(100 * 3_600_000 + 61_999)), "100:01:01");
        assert_eq!(told(Cell::Clock(91_800)), "25:30:00");
        assert_eq!(told(Cell::Clock(6 * 3_600)), "06:00:00");
    }
}
