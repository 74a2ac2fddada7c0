//! The documents, guides and sheets, as others see them.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]
#![expect(clippy::print_stderr, reason = "what a test skips is told")]

mod amendments_json;
mod asrun;
mod books;
mod bxf;
mod calendars;
mod dvbi;
mod every_format;
mod fixture;
mod hostile;
mod injected;
mod pages;
mod papers;
mod plan_json;
mod playlists;
mod received;
mod refusals;
mod replacing;
mod report_papers;
mod rollout_json;
mod schedules;
mod schema;
mod sheets;
mod station_json;
mod tva;
mod workbooks;
