//! What an airing is called by those who get it again after a change.

use std::collections::HashMap;

use arna_domain::{BroadcastDate, SlotId, VersionId};

use crate::listing::Listed;

/// Counts airings of one listing, in its order.
#[derive(Default)]
pub(crate) struct Identities<'a>(HashMap<(BroadcastDate, &'a str), u32>);

impl<'a> Identities<'a> {
    /// `2024-07-01/common-dream/1/1.kk/2`: the second airing of this version on this broadcast date. It stays the same while
    /// the airing moves within its date, which is what most changes do.
    pub(crate) fn next(&mut self, airing: &'a Listed) -> String {
        let which = self.0.entry((airing.date, what(airing))).or_default();
        *which += 1;
        format!("{}/{}/{which}", airing.date, what(airing))
    }
}

/// What airs: the version, else the slot, else nothing that has a name.
pub(crate) fn what(airing: &Listed) -> &str {
    let version = airing.version.as_ref().map(VersionId::as_str);
    version.or(airing.slot.as_ref().map(SlotId::as_str)).unwrap_or_default()
}
