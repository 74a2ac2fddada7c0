//! The window's commands, a file a noun: each asks the core and hands on what it says.

pub(crate) mod airings;
pub(crate) mod asrun;
pub(crate) mod calculate;
pub(crate) mod catalogue;
pub(crate) mod export;
pub(crate) mod grid;
pub(crate) mod import;
pub(crate) mod journal;
pub(crate) mod keeping;
pub(crate) mod publishing;
pub(crate) mod report;
pub(crate) mod scenario;
pub(crate) mod schedule;
pub(crate) mod settings;
pub(crate) mod shared;
pub(crate) mod sheet;
pub(crate) mod station;
pub(crate) mod what_if;
pub(crate) mod workbook;

use arna_app::Failure;
use arna_app::planning::dates;
use arna_app::view::FailureView;
use arna_domain::{BroadcastDate, DateRange, Language, values};

type Answer<T> = Result<T, FailureView>;

/// The week of a date: quotas and neighbours of its airings lie in it.
fn week_of(date: BroadcastDate) -> DateRange {
    DateRange {
        from: date.monday(),
        days: 7,
    }
}

fn channel_of(index: &arna_domain::Index, id: &str) -> Result<arna_domain::index::ChannelIx, Failure> {
    index
        .channel(id)
        .ok_or_else(|| Failure::new("unknown_channel", values! { "channel" => id, "path" => "" }))
}

fn date_of(text: &str) -> Result<BroadcastDate, Failure> {
    BroadcastDate::parse(text).ok_or_else(|| Failure::new("bad_date", values! { "found" => text }))
}

fn range_of(from: &str, days: u32) -> Result<DateRange, Failure> {
    dates(date_of(from)?, days)
}

fn language_of(tag: &str) -> Result<Language, Failure> {
    Language::parse(tag).ok_or_else(|| Failure::new("unknown_language", values! {}))
}
