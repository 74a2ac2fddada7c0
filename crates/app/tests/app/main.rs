//! What a coordinator can do with a station, through the same doors as window and command line.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::print_stderr, reason = "what is skipped is told")]

mod ahead;
mod airings;
mod asrun;
mod catalogue;
mod changes;
mod desk;
mod explaining;
mod fixture;
mod grid;
mod import;
mod model;
mod occasions;
mod opening;
mod part_of_range;
mod probe;
mod proposal;
mod publish;
mod report;
mod sftp;
mod sheet;
mod what_if;
mod workbook;
