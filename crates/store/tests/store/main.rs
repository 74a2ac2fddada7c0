//! The station file: nothing is lost, nothing is half-written, nothing of others is touched.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "what is skipped is told, and the writer tells what it keeps"
)]

mod disk;
mod faults;
mod fixture;
mod hostile;
mod journal;
mod names;
mod refused;
mod revert;
mod revision;
mod salvage;
mod sql;
mod verify;
mod whole;
