//! The station file: nothing is lost, nothing is half-written, nothing of others is touched.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod fixture;
mod journal;
mod refused;
mod sql;
mod whole;
