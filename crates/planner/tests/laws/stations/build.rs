//! From genes to a station document that the planner must accept.

use arna_domain::time::{ChannelClock, GridTime};
use arna_domain::{BroadcastDate, Zones};
use serde_json::{Value, json};

use super::Case;
use super::genes::{ChannelGene, FillKind, FixedGene, Genes, LicenceGene, ProgrammeGene, SlotGene};

/// Zones and the local dates on which their clocks change; Shanghai's never does, Apia once lost a whole day.
const CHANGES: [(&str, &str); 12] = [
    ("Asia/Almaty", "2024-03-01"),
    ("Europe/Berlin", "2024-03-31"),
    ("Europe/Berlin", "2024-10-27"),
    ("America/New_York", "2024-03-10"),
    ("America/New_York", "2024-11-03"),
    ("Australia/Lord_Howe", "2024-04-07"),
    ("Australia/Lord_Howe", "2024-10-06"),
    ("Asia/Shanghai", "2024-07-01"),
    ("Africa/Cairo", "2024-04-26"),
    ("America/Santiago", "2024-09-08"),
    ("Asia/Kathmandu", "2024-12-31"),
    ("Pacific/Apia", "2011-12-30"),
];
const DAY_STARTS: [&str; 5] = ["06:00", "00:00", "05:00", "02:30", "01:00"];
const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];
const WANTED: [&[&str]; 6] = [
    &["kk"],
    &["kk", "ru"],
    &["ru", "kk"],
    &["en", "kk", "ru"],
    &["ru"],
    &["zh"],
];
const LICENSED: [&[&str]; 6] = [&[], &["kk"], &["kk", "ru"], &["ru"], &["en", "ru"], &["zh"]];
const KINDS: [&str; 3] = ["documentary", "film", "series"];
const TAGS: [&[&str]; 4] = [&[], &["light"], &["travel"], &["light", "travel"]];
const SHARES: [u8; 5] = [60, 0, 30, 80, 100];
const DURATIONS: [i64; 9] = [
    1_500_000, 1_800_000, 600_000, 1_770_500, 330_000, 3_300_000, 59_999, 2_700_000, 1,
];
const LENGTHS: [u32; 8] = [30, 60, 45, 15, 90, 120, 5, 240];
const RERUNS: [u32; 5] = [0, 24, 2, 30, 1];
const HELD_BACK_HOURS: [u32; 4] = [4, 0, 24, 30];
const PROMO_GAPS: [u32; 4] = [60, 0, 20, 600];
const PROMO_HOURS: [[&str; 2]; 4] = [
    ["06:00", "30:00"],
    ["00:00", "26:00"],
    ["18:00", "24:00"],
    ["25:00", "28:00"],
];
const WEEKDAYS: [&[&str]; 5] = [
    &["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
    &["mon", "tue", "wed", "thu", "fri"],
    &["sat", "sun"],
    &["tue", "thu", "sun"],
    &["fri"],
];
/// Durations of promos and fillers.
const PROMOS: [i64; 3] = [30_000, 20_000, 45_500];
const FILLERS: [i64; 5] = [10_000, 60_000, 15_000, 60_000, 7_300];

/// What later parts need of earlier ones.
struct Site {
    from: BroadcastDate,
    days: i64,
    clocks: Vec<ChannelClock>,
    /// Channel and start of each slot in the document.
    slots: Vec<(usize, u32)>,
    versions: Vec<String>,
    /// Each season with its programme.
    seasons: Vec<(usize, String)>,
    licences: usize,
}

pub(super) fn build(genes: &Genes) -> Case {
    let (_, change) = CHANGES[usize::from(genes.change)];
    let from = BroadcastDate::parse(change)
        .unwrap()
        .plus_days(-i64::from(genes.days_before));
    let mut site = Site {
        from,
        days: i64::from(genes.days),
        clocks: Vec::new(),
        slots: Vec::new(),
        versions: Vec::new(),
        seasons: Vec::new(),
        licences: genes.licences.len(),
    };
    let channels: Vec<_> = (0..)
        .zip(&genes.channels)
        .map(|(n, one)| channel(n, one, genes.change, &mut site))
        .collect();
    let mut programmes: Vec<_> = (0..)
        .zip(&genes.programmes)
        .map(|(n, one)| programme(n, one, &mut site))
        .collect();
    programmes.extend(break_material());
    let licences: Vec<_> = (0..)
        .zip(&genes.licences)
        .map(|(n, one)| licence(n, one, genes, &site))
        .collect();
    let slots = slots(genes, &mut site);
    let station = json!({
        "format": "arna-station/1",
        "channels": channels,
        "programmes": programmes,
        "licences": licences,
        "holdbacks": holdbacks(genes, &site),
        "blackouts": blackouts(genes, &site),
        "slots": slots,
        "campaigns": campaigns(genes, &site),
        "fillers": genes.fillers.iter().map(|n| json!({"version": format!("filler{n}")})).collect::<Vec<_>>(),
        "pins": genes.pins.iter().filter_map(|one| pin(one, &site)).collect::<Vec<_>>(),
        "history": history(genes, &site)
    });
    Case {
        station,
        from: from.to_string(),
        days: u32::from(genes.days),
    }
}

fn channel(n: usize, gene: &ChannelGene, change: u8, site: &mut Site) -> Value {
    // The first channel is where the clock changes.
    let zone = match n {
        0 => CHANGES[usize::from(change)].0,
        _ => CHANGES[usize::from(gene.zone) % CHANGES.len()].0,
    };
    let day_start = DAY_STARTS[usize::from(gene.day_start)];
    site.clocks.push(ChannelClock {
        zone: Zones::bundled().named(zone).unwrap(),
        day_start: GridTime::parse(day_start).unwrap(),
    });
    let rating_hours = match gene.restricts {
        0 => json!({}),
        1 => json!({"18+": ["23:00", "30:00"]}),
        _ => json!({"18+": ["22:00", "26:00"], "12+": ["06:00", "25:30"]}),
    };
    let quotas: Vec<_> = gene
        .quotas
        .iter()
        .map(|&(language, share)| {
            json!({"language": LANGUAGES[usize::from(language)], "min_share_pct": SHARES[usize::from(share)]})
        })
        .collect();
    // Ids that sort otherwise than they are listed.
    json!({"id": format!("c{}", 9 - n), "name": "", "tz": zone, "day_start": day_start, "rating_hours": rating_hours,
        "quotas": quotas})
}

fn programme(n: usize, gene: &ProgrammeGene, site: &mut Site) -> Value {
    let mut seasons = Vec::new();
    for (s, episodes) in gene.seasons.iter().enumerate() {
        let id = format!("p{n}/{s}");
        site.seasons.push((n, id.clone()));
        let episodes: Vec<_> = episodes
            .iter()
            .enumerate()
            .map(|(e, episode)| {
                let mut versions = Vec::new();
                for (v, &(language, duration)) in episode.versions.iter().enumerate() {
                    let language = LANGUAGES[usize::from(language)];
                    let version = format!("{id}/{e}.{v}{language}");
                    site.versions.push(version.clone());
                    versions.push(
                        json!({"id": version, "language": language, "duration_ms": DURATIONS[usize::from(duration)]}),
                    );
                }
                let mut value = json!({"id": format!("{id}/{e}"), "number": e + 1, "versions": versions});
                match episode.rating {
                    1 => value["rating"] = json!("12+"),
                    2 => value["rating"] = json!("18+"),
                    _ => {}
                }
                value
            })
            .collect();
        seasons.push(json!({"id": id, "number": s + 1, "episodes": episodes}));
    }
    let mut value = json!({"id": format!("p{n}"), "kind": KINDS[usize::from(gene.kind)], "title": {},
        "order": if gene.serial { "serial" } else { "any" }, "tags": TAGS[usize::from(gene.tags)], "seasons": seasons});
    if let Some(most) = gene.max_per_day {
        value["max_per_day"] = json!(most);
    }
    value
}

fn break_material() -> [Value; 2] {
    let of = |kind: &str, durations: &[i64]| {
        let episodes: Vec<_> = durations
            .iter()
            .enumerate()
            .map(|(n, ms)| {
                json!({"id": format!("{kind}s/1/{n}"), "number": n + 1, "versions": [
                    {"id": format!("{kind}{n}"), "language": "kk", "duration_ms": ms}]})
            })
            .collect();
        json!({"id": format!("{kind}s"), "kind": kind, "title": {}, "tags": ["light"],
            "seasons": [{"id": format!("{kind}s/1"), "number": 1, "episodes": episodes}]})
    };
    [of("promo", &PROMOS), of("filler", &FILLERS)]
}

/// First and last date, as so many ways to lie to the range.
fn dates(gene: u8, site: &Site) -> (BroadcastDate, BroadcastDate) {
    let (last, middle) = (site.days - 1, site.days / 2);
    let (from, until) = match gene {
        0 => (-400, 400),
        1 => (0, last),
        2 => (-400, middle),
        3 => (middle, 400),
        4 => (middle, middle),
        5 => (1, last + 3),
        _ => (-400, -1),
    };
    (site.from.plus_days(from), site.from.plus_days(until.max(from)))
}

fn some_channels(bits: u8, count: usize) -> Vec<String> {
    (0..count)
        .filter(|n| bits & (1 << n) != 0)
        .map(|n| format!("c{}", 9 - n))
        .collect()
}

fn licence(n: usize, gene: &LicenceGene, genes: &Genes, site: &Site) -> Value {
    let programme = usize::from(gene.programme) % genes.programmes.len();
    let seasons: Vec<_> = site.seasons.iter().filter(|(of, _)| *of == programme).collect();
    let season = gene
        .season
        .map(|one| seasons[usize::from(one) % seasons.len()].1.clone());
    let (from, until) = dates(gene.dates, site);
    let rerun = RERUNS[usize::from(gene.rerun)];
    let mut value = json!({"id": format!("L{n}"), "programme": format!("p{programme}"), "season": season,
        "channels": some_channels(gene.channels, site.clocks.len()), "languages": LICENSED[usize::from(gene.languages)],
        "from": from.to_string(), "until": until.to_string(), "max_runs": gene.max_runs, "shared": gene.shared,
        "rerun_hours": rerun});
    match gene.gap {
        0 => {}
        1 => value["min_gap_hours"] = json!(rerun + 1),
        2 => value["min_gap_hours"] = json!(rerun + 7),
        3 => value["min_gap_hours"] = json!(rerun + 24),
        _ => value["min_gap_hours"] = json!(rerun + 100),
    }
    value
}

/// The slots that may stand together: of two of a layer that meet on a weekday the first stays.
fn slots(genes: &Genes, site: &mut Site) -> Vec<Value> {
    let mut kept: Vec<(&SlotGene, usize, u32, u32)> = Vec::new();
    let mut all = Vec::new();
    for gene in &genes.slots {
        let channel = usize::from(gene.channel) % site.clocks.len();
        let day_start = site.clocks[channel].day_start.minutes();
        let start = day_start + 30 * u32::from(gene.place);
        let length = LENGTHS[usize::from(gene.length)].min(day_start + 1440 - start);
        let meets = |&(other, own, from, until): &(&SlotGene, usize, u32, u32)| {
            let (days, others) = (WEEKDAYS[usize::from(gene.days)], WEEKDAYS[usize::from(other.days)]);
            own == channel
                && other.layer == gene.layer
                && from < start + length
                && start < until
                && days.iter().any(|day| others.contains(day))
        };
        if kept.iter().any(meets) {
            continue;
        }
        let Some(fill) = fill(gene, channel, site) else {
            continue;
        };
        let n = all.len();
        let mut value = json!({"id": format!("s{:02}", 50 - n), "channel": format!("c{}", 9 - channel),
            "days": WEEKDAYS[usize::from(gene.days)], "layer": gene.layer, "start": clock_text(start), "length_min": length,
            "weight": gene.weight, "languages": WANTED[usize::from(gene.languages)], "fill": fill});
        if gene.dates > 0 {
            let (from, until) = dates(gene.dates, site);
            value["from"] = json!(from.to_string());
            value["until"] = json!(until.to_string());
        }
        kept.push((gene, channel, start, start + length));
        site.slots.push((channel, start));
        all.push(value);
    }
    all
}

fn fill(gene: &SlotGene, channel: usize, site: &Site) -> Option<Value> {
    let of = usize::from(gene.of);
    let value = match gene.fill {
        FillKind::Sequel => {
            let season = &site.seasons[of % site.seasons.len()].1;
            json!({"sequel": {"season": season, "then": if gene.how.is_multiple_of(2) { "stop" } else { "restart" }}})
        }
        FillKind::Repeat => {
            // Only slots listed before are repeated, so that no chain closes.
            let before: Vec<_> = (0..site.slots.len()).filter(|&n| site.slots[n].0 == channel).collect();
            let repeated = before.get(of % before.len().max(1))?;
            json!({"repeat": {"of": format!("s{:02}", 50 - repeated), "days_after": gene.how % 4}})
        }
        FillKind::Hold => match gene.how % 4 {
            0 => json!({"hold": {"title": "News"}}),
            n => json!({"hold": {"title": "News", "language": LANGUAGES[usize::from(n) - 1]}}),
        },
        FillKind::Pool => {
            let programmes = site.seasons.iter().map(|(n, _)| *n).max().map_or(1, |last| last + 1);
            match gene.how % 6 {
                0 | 1 => json!({"pool": {}}),
                2 => json!({"pool": {"programmes": [format!("p{}", of % programmes)]}}),
                3 => json!({"pool": {"kinds": [KINDS[of % 3], "promo"]}}),
                4 => json!({"pool": {"tags": ["light"]}}),
                _ => {
                    json!({"pool": {"programmes": ["p0", format!("p{}", of % programmes)], "tags": ["light", "travel"],
                    "kinds": [KINDS[of % 3], KINDS[(of + 1) % 3]]}})
                }
            }
        }
    };
    Some(value)
}

fn clock_text(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// An instant of a date of a channel: where a slot of the channel starts, or at a quarter of an hour of the broadcast day.
fn moment(gene: &FixedGene, date: BroadcastDate, site: &Site) -> (usize, String) {
    let slot = gene.slot.filter(|_| !site.slots.is_empty());
    let (channel, minutes) = match slot.map(|slot| site.slots[usize::from(slot) % site.slots.len()]) {
        Some(slot) => slot,
        None => {
            let channel = usize::from(gene.channel) % site.clocks.len();
            (
                channel,
                site.clocks[channel].day_start.minutes() + 15 * u32::from(gene.quarter),
            )
        }
    };
    (channel, text(channel, date, minutes, site))
}

fn text(channel: usize, date: BroadcastDate, minutes: u32, site: &Site) -> String {
    let clock = &site.clocks[channel];
    clock.text(clock.at(date, GridTime::from_minutes(minutes).unwrap()))
}

fn fixed(gene: &FixedGene, channel: usize, start: &str, site: &Site) -> Option<Value> {
    let version = site
        .versions
        .get(usize::from(gene.version) % site.versions.len().max(1))?;
    let mut value = json!({"channel": format!("c{}", 9 - channel), "start": start, "version": version});
    if let Some(licence) = gene.licence.filter(|_| site.licences > 0) {
        value["licence"] = json!(format!("L{}", usize::from(licence) % site.licences));
    }
    Some(value)
}

fn pin(gene: &FixedGene, site: &Site) -> Option<Value> {
    let date = site.from.plus_days(i64::from(gene.day) % (site.days + 3) - 1);
    let (channel, start) = moment(gene, date, site);
    fixed(gene, channel, &start, site)
}

/// Airings before the range, at most one at a time on a channel.
fn history(genes: &Genes, site: &Site) -> Vec<Value> {
    let mut all: Vec<Value> = Vec::new();
    for gene in &genes.history {
        let date = site.from.plus_days(-1 - i64::from(gene.day % 6));
        let (channel, start) = moment(gene, date, site);
        let Some(mut value) = fixed(gene, channel, &start, site) else {
            continue;
        };
        // A time of the night that the clock skips may belong to the range already.
        let clock = &site.clocks[channel];
        let at = arna_domain::Instant::parse(&start).unwrap();
        let taken = |other: &Value| other["channel"] == value["channel"] && other["start"] == value["start"];
        if clock.broadcast_date(at) >= site.from || all.iter().any(taken) {
            continue;
        }
        if gene.repeat {
            value["repeat"] = json!(true);
        }
        all.push(value);
    }
    all
}

fn holdbacks(genes: &Genes, site: &Site) -> Vec<Value> {
    let one = |&(season, channel, hours): &(u8, u8, u8)| {
        json!({"season": site.seasons[usize::from(season) % site.seasons.len()].1,
            "first_channel": format!("c{}", 9 - usize::from(channel) % site.clocks.len()),
            "hours": HELD_BACK_HOURS[usize::from(hours)]})
    };
    genes.holdbacks.iter().map(one).collect()
}

fn blackouts(genes: &Genes, site: &Site) -> Vec<Value> {
    genes
        .blackouts
        .iter()
        .map(|gene| {
            let channel = usize::from(gene.channel) % site.clocks.len();
            let date = site.from.plus_days(i64::from(gene.day));
            let from = site.clocks[channel].day_start.minutes() + 15 * u32::from(gene.quarter);
            let clock = &site.clocks[channel];
            let start = clock.at(date, GridTime::from_minutes(from).unwrap());
            let end = start + 900_000 * i64::from(gene.quarters);
            json!({"channel": format!("c{}", 9 - channel), "from": clock.text(start), "until": clock.text(end),
                "tags": TAGS[usize::from(gene.tags)]})
        })
        .collect()
}

fn campaigns(genes: &Genes, site: &Site) -> Vec<Value> {
    (0..)
        .zip(&genes.campaigns)
        .map(|(n, gene): (usize, _)| {
            let (from, until) = dates(gene.dates, site);
            json!({"id": format!("k{n}"), "version": format!("promo{}", gene.version),
                "channels": some_channels(gene.channels, site.clocks.len()), "from": from.to_string(), "until": until.to_string(),
                "per_day": gene.per_day, "min_gap_min": PROMO_GAPS[usize::from(gene.gap)],
                "hours": PROMO_HOURS[usize::from(gene.hours)],
                "weight": gene.weight})
        })
        .collect()
}
