//! Airings moved, copied, trimmed, placed, replaced, pinned and removed by hand.
//!
//! What a person decides is pinned: the airing's origin is [`Origin::Pin`](arna_domain::Origin::Pin) and the station keeps a pin
//! for it, so every later calculation keeps it. A programme lasts as long as its version does; a hold lasts as long as its slot,
//! so moving or trimming one lays a one-off slot over that date. The slot that an airing leaves is open. Breaks follow their
//! programme: what an edit cuts off or moves away from is taken out, and the rest of the slot is filled anew around the promos
//! that stay.

mod breaks;
mod charge;
mod copy;
mod draft;
mod edit;
mod everywhere;
mod hold;
mod imported;
mod moving;
mod place;
mod time;
mod words;

use arna_domain::{ChannelId, Instant, Language};
use serde::{Deserialize, Serialize};
use specta::Type;

pub(crate) use self::charge::{charged, of_episodes, pinned, showing};
pub use self::copy::{Copying, DayCopy, copy_airings, copy_days};
pub use self::edit::{AtAsked, Day, Edit, Spot, Times, op};
pub(crate) use self::everywhere::Part;
pub use self::everywhere::{Everywhere, replace_everywhere};
pub use self::hold::{Edge, Trimming, trim_airing};
pub(crate) use self::imported::{Body, in_place_of};
pub use self::moving::{Moving, Swapping, move_airings, swap_airings};
pub(crate) use self::place::fill_slot;
pub use self::place::{Placing, Replacing, pin_airings, place_airing, remove_airings, replace_airing, unpin_airings};
pub use self::time::{at_minute, last_aired};
pub(crate) use self::words::{title_of_airing, wall};

/// What to do where an edit would put something over something else. Promos and fillers always make room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Collision {
    /// Nothing is changed.
    #[default]
    Refuse,
    /// What comes after moves on, as far as it must; holds do not move, and nothing moves over the end of its broadcast day.
    Shift,
    /// What is there is taken out; a hold is cut.
    Replace,
    /// What is there is cut; only a hold can be.
    Trim,
}

/// What names an airing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct At {
    /// Its channel.
    pub channel: ChannelId,
    /// Its start.
    pub start: Instant,
}

/// What every edit by hand is told besides.
#[derive(Clone, Debug)]
pub struct Manner {
    /// What to do where it collides.
    pub collision: Collision,
    /// The language that the journal tells titles in.
    pub language: Language,
}
