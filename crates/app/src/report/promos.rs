//! Campaigns' promos on each channel and date, against what each may have.

use arna_domain::index::{CampaignIx, ChannelIx, VersionIx};
use arna_domain::{BroadcastDate, Origin};
use rustc_hash::FxHashMap;

use super::{Cell, Column, Holds, Note, Of, Table};

const COLUMNS: [(&str, Holds); 8] = [
    ("campaign", Holds::Text),
    ("promo", Holds::Text),
    ("channel", Holds::Text),
    ("date", Holds::Date),
    ("wanted", Holds::Count),
    ("delivered", Holds::Count),
    ("short", Holds::Count),
    ("delivered_share", Holds::Share),
];

pub(super) fn promos(of: &Of<'_>) -> (Table, Vec<Note>) {
    let delivered = delivered(of);
    let mut rows = Vec::new();
    let (mut wanted_of_all, mut delivered_of_all, mut short_of_all) = (0, 0, 0);
    for (number, campaign) in (0..).map(CampaignIx).zip(&of.index.campaigns) {
        let programme = of.programme(of.index.versions[campaign.version.at()].programme);
        for &channel in campaign.channels.iter().filter(|channel| of.has(**channel)) {
            for date in of.asked.range.dates() {
                if owner(of, campaign.version, channel, date) != Some(number) {
                    continue;
                }
                let wanted = i64::from(campaign.per_day);
                let own = delivered
                    .get(&(campaign.version, channel, date))
                    .copied()
                    .unwrap_or_default();
                let short = (wanted - own).max(0);
                wanted_of_all += wanted;
                delivered_of_all += own;
                short_of_all += short;
                rows.push(vec![
                    Cell::Text(campaign.id.to_string()),
                    programme.clone(),
                    of.channel(channel),
                    Cell::Date(date),
                    Cell::Count(wanted),
                    Cell::Count(own),
                    Cell::Count(short),
                    Cell::Share {
                        part: own,
                        whole: wanted,
                    },
                ]);
            }
        }
    }
    let mut totals = vec![Cell::Nothing; 4];
    totals.extend([
        Cell::Count(wanted_of_all),
        Cell::Count(delivered_of_all),
        Cell::Count(short_of_all),
        Cell::Share {
            part: delivered_of_all,
            whole: wanted_of_all,
        },
    ]);
    let table = Table {
        columns: COLUMNS.map(|(name, kind)| Column { name, kind }).to_vec(),
        rows,
        totals,
    };
    (table, vec![Note::new("promos"), Note::new("promos_not_logged")])
}

/// Accepted promos by version, channel and date.
fn delivered(of: &Of<'_>) -> FxHashMap<(VersionIx, ChannelIx, BroadcastDate), i64> {
    let mut delivered = FxHashMap::default();
    let range = of.asked.range;
    let promos = of.station.schedule.iter();
    for promo in promos.filter(|one| one.origin == Origin::Promo && range.holds(one.date)) {
        let channel = of.index.channel(promo.channel.as_str());
        let version = promo.version.as_ref().and_then(|id| of.index.version(id.as_str()));
        if let Some((channel, version)) = channel.zip(version) {
            *delivered.entry((version, channel, promo.date)).or_default() += 1;
        }
    }
    delivered
}

/// The campaign that a promo airs for on a channel and date: the first listed, as the planner has it.
fn owner(of: &Of<'_>, version: VersionIx, channel: ChannelIx, date: BroadcastDate) -> Option<CampaignIx> {
    let campaigns = (0..).map(CampaignIx).zip(&of.index.campaigns);
    let mut own = campaigns.filter(|(_, one)| {
        one.version == version && one.from <= date && date <= one.until && one.channels.binary_search(&channel).is_ok()
    });
    own.next().map(|(number, _)| number)
}
