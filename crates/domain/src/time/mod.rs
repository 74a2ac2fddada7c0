//! Time: instants, broadcast dates, grid times past midnight, and the wall clock of a zone.
//!
//! A channel's broadcast date D runs from local D `day_start` up to local D+1 `day_start`: 23, 24 or 25 hours. Grid times are
//! wall clock on a broadcast date and may pass midnight. The one file that knows a zone database is [`zone`].

mod date;
mod grid;
mod instant;
pub mod timecode;
mod zone;

pub use date::{BroadcastDate, Weekday};
pub use grid::GridTime;
pub use instant::Instant;
pub use timecode::FrameRate;
pub use zone::{ChannelClock, LocalTime, UnknownZone, Wall, Zone, Zones};

/// A second in milliseconds.
pub const SECOND: i64 = 1_000;
/// A minute in milliseconds.
pub const MINUTE: i64 = 60 * SECOND;
/// An hour in milliseconds.
pub const HOUR: i64 = 60 * MINUTE;
/// A day of 24 hours in milliseconds.
pub const DAY: i64 = 24 * HOUR;
