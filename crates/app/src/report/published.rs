//! What was published before it aired.

use std::collections::BTreeMap;

use arna_domain::{Airing, BroadcastDate, ChannelId, DateRange};
use arna_store::Revision;

use crate::desk::Desk;
use crate::failure::Failure;

impl Desk {
    /// What was published of a range's dates before they aired: of each channel and date the airings of the last revision that
    /// holds the date and was made before its broadcast day ended. Channels: none: all.
    ///
    /// # Errors
    /// `revision_broken` where a revision is not what was published; when the file cannot be read.
    pub fn published_before_air(&mut self, range: DateRange, channels: &[String]) -> Result<Vec<Airing>, Failure> {
        let mut of_channels: BTreeMap<ChannelId, Vec<Revision>> = BTreeMap::new();
        for revision in self.revisions(None)? {
            if channels.is_empty() || channels.iter().any(|id| id == revision.channel.as_str()) {
                of_channels.entry(revision.channel.clone()).or_default().push(revision);
            }
        }
        let mut airings = Vec::new();
        for (channel, revisions) in of_channels {
            for (number, dates) in self.told_last(range, &channel, &revisions)? {
                let published = self.published(channel.as_str(), Some(number))?;
                let all = published.station.schedule.into_iter();
                airings.extend(all.filter(|airing| dates.binary_search(&airing.date).is_ok()));
            }
        }
        Ok(airings)
    }

    /// The revisions that told last of a range's dates before they were over, each with these dates.
    fn told_last(
        &mut self,
        range: DateRange,
        channel: &ChannelId,
        revisions: &[Revision],
    ) -> Result<BTreeMap<i64, Vec<BroadcastDate>>, Failure> {
        let (_, index) = self.station()?;
        let mut told: BTreeMap<i64, Vec<BroadcastDate>> = BTreeMap::new();
        // A channel that is gone has no clock to tell when its days ended.
        let Some(number) = index.channel(channel.as_str()) else {
            return Ok(told);
        };
        let clock = &index.channels[number.at()].clock;
        for date in range.dates() {
            let ends = clock.day(date).1;
            let before = |one: &&Revision| one.range.holds(date) && one.at < ends;
            if let Some(last) = revisions.iter().rev().find(before) {
                told.entry(last.number).or_default().push(date);
            }
        }
        Ok(told)
    }
}
