//! One station, several desks, a real PostgreSQL: nothing is lost between them, and nobody does what he may not.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::print_stderr, reason = "what is skipped is told")]

mod aside;
mod desks;
mod door;
mod form;
mod lost;
mod meanwhile;
mod model;
mod moving;
mod offline;
mod postgres;
mod power;
mod rehearsal;
mod roles;
mod server;
mod shape;
mod simulation;

#[path = "../store/fixture.rs"]
mod fixture;
