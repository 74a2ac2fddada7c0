//! The trade’s words, its rules and its time.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod amendments;
mod index;
mod rules;
mod time;
