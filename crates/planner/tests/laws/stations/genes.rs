//! What a station is made of: small numbers. Those that name something are taken modulo how many there are.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::Mix;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FillKind {
    Sequel,
    Repeat,
    Pool,
    Hold,
}

#[derive(Clone, Debug)]
pub(super) struct Genes {
    /// Which clock change, days of the range before it, days of the range.
    pub(super) change: u8,
    pub(super) days_before: u8,
    pub(super) days: u8,
    pub(super) channels: Vec<ChannelGene>,
    pub(super) programmes: Vec<ProgrammeGene>,
    pub(super) licences: Vec<LicenceGene>,
    pub(super) slots: Vec<SlotGene>,
    pub(super) pins: Vec<FixedGene>,
    pub(super) history: Vec<FixedGene>,
    pub(super) holdbacks: Vec<(u8, u8, u8)>,
    pub(super) blackouts: Vec<BlackoutGene>,
    pub(super) campaigns: Vec<CampaignGene>,
    pub(super) fillers: Vec<u8>,
}

#[derive(Clone, Debug)]
pub(super) struct ChannelGene {
    pub(super) zone: u8,
    pub(super) day_start: u8,
    pub(super) restricts: u8,
    pub(super) quotas: Vec<(u8, u8)>,
}

#[derive(Clone, Debug)]
pub(super) struct ProgrammeGene {
    pub(super) kind: u8,
    pub(super) serial: bool,
    pub(super) tags: u8,
    pub(super) max_per_day: Option<u8>,
    pub(super) seasons: Vec<Vec<EpisodeGene>>,
}

#[derive(Clone, Debug)]
pub(super) struct EpisodeGene {
    pub(super) rating: u8,
    /// Language and duration of each version.
    pub(super) versions: Vec<(u8, u8)>,
}

#[derive(Clone, Debug)]
pub(super) struct LicenceGene {
    pub(super) programme: u8,
    pub(super) season: Option<u8>,
    pub(super) channels: u8,
    pub(super) languages: u8,
    pub(super) dates: u8,
    pub(super) max_runs: Option<u8>,
    pub(super) shared: bool,
    pub(super) rerun: u8,
    pub(super) gap: u8,
}

impl LicenceGene {
    /// A programme on every channel, in every language, all the time; but not often.
    pub(super) fn broad(programme: u8) -> Self {
        Self {
            programme,
            season: None,
            channels: 0,
            languages: 0,
            dates: 0,
            max_runs: Some(1 + programme),
            shared: true,
            rerun: 0,
            gap: 2,
        }
    }
}

#[derive(Clone, Debug)]
pub(super) struct SlotGene {
    pub(super) channel: u8,
    /// Half hours after the start of the broadcast day.
    pub(super) place: u8,
    pub(super) length: u8,
    pub(super) layer: u8,
    pub(super) days: u8,
    pub(super) dates: u8,
    pub(super) weight: u8,
    pub(super) languages: u8,
    pub(super) fill: FillKind,
    /// Season, slot repeated or filter, and what else the fill says.
    pub(super) of: u8,
    pub(super) how: u8,
}

#[derive(Clone, Debug)]
pub(super) struct FixedGene {
    pub(super) channel: u8,
    /// Days before the range for history, after its first but one for pins.
    pub(super) day: u8,
    /// The slot at whose start it airs; none: a quarter of an hour of its own.
    pub(super) slot: Option<u8>,
    pub(super) quarter: u8,
    pub(super) version: u8,
    pub(super) licence: Option<u8>,
    pub(super) repeat: bool,
}

#[derive(Clone, Debug)]
pub(super) struct BlackoutGene {
    pub(super) channel: u8,
    pub(super) day: u8,
    pub(super) quarter: u8,
    pub(super) quarters: u8,
    pub(super) tags: u8,
}

#[derive(Clone, Debug)]
pub(super) struct CampaignGene {
    pub(super) version: u8,
    pub(super) channels: u8,
    pub(super) dates: u8,
    pub(super) per_day: u8,
    pub(super) gap: u8,
    pub(super) hours: u8,
    pub(super) weight: u8,
}

pub(super) fn genes(mix: &Mix) -> impl Strategy<Value = Genes> + use<> {
    let grid = (
        0..12_u8,
        0..4_u8,
        mix.days.clone(),
        vec(channel(), mix.channels.clone()),
        vec(slot(mix.fills), mix.slots.clone()),
    );
    let work = (
        vec(programme(), mix.programmes.clone()),
        vec(licence(), mix.licences.clone()),
    );
    let fixed = (vec(airing(), mix.fixed.clone()), vec(airing(), mix.fixed.clone()));
    let limits = (
        vec((any::<u8>(), any::<u8>(), 0..4_u8), mix.limits.clone()),
        vec(blackout(), mix.limits.clone()),
    );
    let breaks = (vec(campaign(), mix.breaks.clone()), vec(0..5_u8, mix.breaks.clone()));
    (grid, work, fixed, limits, breaks).prop_map(|(grid, work, fixed, limits, breaks)| Genes {
        change: grid.0,
        days_before: grid.1,
        days: grid.2,
        channels: grid.3,
        programmes: work.0,
        licences: work.1,
        slots: grid.4,
        pins: fixed.0,
        history: fixed.1,
        holdbacks: limits.0,
        blackouts: limits.1,
        campaigns: breaks.0,
        fillers: breaks.1,
    })
}

fn channel() -> impl Strategy<Value = ChannelGene> {
    let quotas = prop_oneof![2 => Just(Vec::new()), 1 => vec((0..3_u8, 0..5_u8), 1..=2)];
    (0..16_u8, 0..5_u8, 0..3_u8, quotas).prop_map(|(zone, day_start, restricts, quotas)| ChannelGene {
        zone,
        day_start,
        restricts,
        quotas,
    })
}

fn programme() -> impl Strategy<Value = ProgrammeGene> {
    let episode =
        (0..6_u8, vec((0..3_u8, 0..9_u8), 0..=3)).prop_map(|(rating, versions)| EpisodeGene { rating, versions });
    let max_per_day = prop::option::of(0..4_u8);
    let seasons = vec(vec(episode, 1..=4), 1..=2);
    (0..3_u8, prop::bool::weighted(0.25), 0..4_u8, max_per_day, seasons).prop_map(
        |(kind, serial, tags, max_per_day, seasons)| ProgrammeGene {
            kind,
            serial,
            tags,
            max_per_day,
            seasons,
        },
    )
}

fn licence() -> impl Strategy<Value = LicenceGene> {
    let of = (
        any::<u8>(),
        prop::option::weighted(0.2, any::<u8>()),
        0..8_u8,
        0..6_u8,
        0..7_u8,
    );
    let counts = (prop::option::weighted(0.7, 0..5_u8), any::<bool>(), 0..5_u8, 0..5_u8);
    (of, counts).prop_map(|(of, counts)| LicenceGene {
        programme: of.0,
        season: of.1,
        channels: of.2,
        languages: of.3,
        dates: of.4,
        max_runs: counts.0,
        shared: counts.1,
        rerun: counts.2,
        gap: counts.3,
    })
}

fn slot(fills: &'static [FillKind]) -> impl Strategy<Value = SlotGene> {
    let place = prop_oneof![0..48_u8, 36..46_u8];
    let at = (any::<u8>(), place, 0..8_u8, prop_oneof![4 => Just(0_u8), 1 => 1..3_u8]);
    let when = (
        prop_oneof![3 => Just(0_u8), 1 => 1..5_u8],
        prop_oneof![3 => Just(0_u8), 1 => 1..7_u8],
    );
    let what = (1..=5_u8, 0..6_u8, select(fills), any::<u8>(), any::<u8>());
    (at, when, what).prop_map(|(at, when, what)| SlotGene {
        channel: at.0,
        place: at.1,
        length: at.2,
        layer: at.3,
        days: when.0,
        dates: when.1,
        weight: what.0,
        languages: what.1,
        fill: what.2,
        of: what.3,
        how: what.4,
    })
}

fn airing() -> impl Strategy<Value = FixedGene> {
    let at = (any::<u8>(), 0..12_u8, prop::option::of(any::<u8>()), 0..96_u8);
    let what = (any::<u8>(), prop::option::weighted(0.3, any::<u8>()), any::<bool>());
    (at, what).prop_map(|(at, what)| FixedGene {
        channel: at.0,
        day: at.1,
        slot: at.2,
        quarter: at.3,
        version: what.0,
        licence: what.1,
        repeat: what.2,
    })
}

fn blackout() -> impl Strategy<Value = BlackoutGene> {
    (any::<u8>(), 0..9_u8, 0..96_u8, 1..60_u8, 0..4_u8).prop_map(|(channel, day, quarter, quarters, tags)| {
        BlackoutGene {
            channel,
            day,
            quarter,
            quarters,
            tags,
        }
    })
}

fn campaign() -> impl Strategy<Value = CampaignGene> {
    (0..3_u8, 1..8_u8, 0..7_u8, 0..5_u8, 0..4_u8, 0..4_u8, 1..=5_u8).prop_map(
        |(version, channels, dates, per_day, gap, hours, weight)| CampaignGene {
            version,
            channels,
            dates,
            per_day,
            gap,
            hours,
            weight,
        },
    )
}
