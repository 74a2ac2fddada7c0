//! The words of broadcast scheduling as types.
//!
//! Everything here is a value or a pure function: no I/O, no clock, no randomness. Zone data, the catalogue and the
//! planned range are arguments. The open document of a station (`arna-station/1`) *is* these types, serialised:
//! [`Station`] is its root, [`station::check`] says whether it can be worked with, and [`Index`] is the same station with
//! every reference resolved, which is what rules and planner read.

pub mod airing;
pub mod amendment;
pub mod campaign;
pub mod catalogue;
pub mod channel;
pub mod finding;
pub mod id;
pub mod index;
pub mod instance;
pub mod language;
pub mod licence;
pub mod occasion;
pub mod placed;
pub mod plan;
pub mod range;
pub mod receiver;
pub mod restriction;
pub mod rollout;
pub mod rules;
pub mod slot;
pub mod station;
pub mod time;

pub use airing::{Aired, Airing, Origin, Pin};
pub use amendment::{Amendment, amend};
pub use catalogue::{Episode, Order, Programme, Season, Version};
pub use channel::Channel;
pub use finding::{Finding, Refusal, Severity, Values};
pub use id::{
    CampaignId, ChannelId, EpisodeId, LicenceId, MediaId, OccasionId, PartnerId, PlaceId, ProgrammeId, QuotationId,
    ReceiverId, SeasonId, SlotId, VersionId,
};
pub use index::Index;
pub use language::{Language, Words};
pub use licence::Licence;
pub use plan::{Bound, OpenSlot, Plan, Score};
pub use range::DateRange;
pub use receiver::Receiver;
pub use slot::{Fill, Slot};
pub use station::Station;
pub use time::{BroadcastDate, FrameRate, GridTime, Instant, Zone, Zones};
