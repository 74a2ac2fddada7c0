//! Whether a request can be worked with, and what it comes to in the station's own numbers.

use std::collections::HashSet;
use std::fmt;
use std::hash::Hash;

use arna_domain::index::{ChannelIx, EpisodeIx, Invalid, SeasonIx};
use arna_domain::rollout::{Rollout, Target};
use arna_domain::{BroadcastDate, DateRange, GridTime, Index, Station, Values, values};

/// A request with every reference resolved.
pub(super) struct Work<'a> {
    pub(super) station: &'a Station,
    pub(super) index: &'a Index,
    pub(super) rollout: &'a Rollout,
    /// From the first window's first date to the last window's last.
    pub(super) range: DateRange,
    pub(super) seasons: Vec<SeasonIx>,
    /// Each target's channel.
    pub(super) channels: Vec<ChannelIx>,
    /// The targets in the order in which they are placed: by premiere, of the same the channels that others wait for first.
    pub(super) order: Vec<usize>,
    /// The longest version of the work: every slot holds it.
    pub(super) longest: (EpisodeIx, i64),
}

impl<'a> Work<'a> {
    pub(super) fn of(
        station: &'a Station,
        index: &'a Index,
        rollout: &'a Rollout,
        range: DateRange,
    ) -> Result<Self, Vec<Invalid>> {
        let mut wrong = Vec::new();
        let (mut seasons, mut channels) = (Vec::new(), Vec::new());
        for (at, id) in rollout.seasons.iter().enumerate() {
            match index.season(id.as_str()) {
                None => note(
                    &mut wrong,
                    format!("seasons[{at}]"),
                    "unknown_id",
                    values! { "id" => id },
                ),
                Some(season) if index.seasons[season.at()].episodes.is_empty() => {
                    note(
                        &mut wrong,
                        format!("seasons[{at}]"),
                        "season_without_episodes",
                        values! { "season" => id },
                    );
                }
                Some(season) => seasons.push(season),
            }
        }
        for (at, target) in rollout.targets.iter().enumerate() {
            let path = format!("targets[{at}].channel");
            match index.channel(target.channel.as_str()) {
                Some(channel) => {
                    check_hours(&mut wrong, index, channel, &format!("targets[{at}]"), target);
                    channels.push(channel);
                }
                None => note(&mut wrong, path, "unknown_id", values! { "id" => target.channel }),
            }
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let work = Self {
            station,
            index,
            rollout,
            range,
            order: order(index, rollout, &seasons, &channels),
            longest: longest(index, &seasons),
            seasons,
            channels,
        };
        work.check_order().map(|()| work)
    }

    /// A channel that others wait for by a holdback comes no later in the order of premieres than they do.
    fn check_order(&self) -> Result<(), Vec<Invalid>> {
        let first = self.rollout.targets.iter().map(rank).min();
        let mut wrong = Vec::new();
        for (at, target) in self.rollout.targets.iter().enumerate() {
            let waited_for = held_by(self.index, &self.seasons, self.channels[at]);
            if let Some(season) = waited_for.filter(|_| Some(rank(target)) > first) {
                let values = values! { "season" => season, "channel" => target.channel };
                note(
                    &mut wrong,
                    format!("targets[{at}].premiere"),
                    "premiere_against_holdback",
                    values,
                );
            }
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }

    pub(super) fn target(&self, at: usize) -> &'a Target {
        &self.rollout.targets[at]
    }

    /// The episodes of a season.
    pub(super) fn episodes(&self, season: SeasonIx) -> impl DoubleEndedIterator<Item = EpisodeIx> + use<> {
        self.index.seasons[season.at()].episodes.clone().map(EpisodeIx)
    }
}

/// A target's place in the order of premieres.
pub(super) fn rank(target: &Target) -> u32 {
    target.premiere.unwrap_or(u32::MAX)
}

fn order(index: &Index, rollout: &Rollout, seasons: &[SeasonIx], channels: &[ChannelIx]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..channels.len()).collect();
    order.sort_by_key(|&at| {
        let is_waited_for = held_by(index, seasons, channels[at]).is_some();
        (rank(&rollout.targets[at]), !is_waited_for, at)
    });
    order
}

/// The first of the seasons that a holdback of the station keeps for this channel first.
fn held_by<'a>(index: &'a Index, seasons: &[SeasonIx], channel: ChannelIx) -> Option<&'a str> {
    let mut seasons = seasons.iter().map(|season| &index.seasons[season.at()]);
    seasons
        .find(|season| season.holdbacks.iter().any(|&(first, _)| first == channel))
        .map(|season| season.id.as_str())
}

fn longest(index: &Index, seasons: &[SeasonIx]) -> (EpisodeIx, i64) {
    let episodes = seasons
        .iter()
        .flat_map(|season| index.seasons[season.at()].episodes.clone());
    let versions = episodes.flat_map(|episode| index.episodes[episode as usize].versions.clone());
    versions
        .map(|version| &index.versions[version as usize])
        .map(|version| (version.episode, version.duration_ms))
        .rev()
        .max_by_key(|&(_, duration_ms)| duration_ms)
        .unwrap_or((EpisodeIx(0), 0))
}

/// What can be said of a request without a station; the dates from its first window to its last.
pub(super) fn form(rollout: &Rollout) -> Result<DateRange, Vec<Invalid>> {
    let mut wrong = Vec::new();
    let targets = &rollout.targets;
    if targets.len() > Rollout::MOST_TARGETS {
        let values = values! { "count" => targets.len(), "most" => Rollout::MOST_TARGETS };
        note(&mut wrong, "targets".to_owned(), "too_many", values);
        return Err(wrong);
    }
    if rollout.seasons.is_empty() {
        note(&mut wrong, "seasons".to_owned(), "empty_list", values! {});
    }
    if targets.is_empty() {
        note(&mut wrong, "targets".to_owned(), "empty_list", values! {});
    }
    once(&mut wrong, rollout.seasons.iter(), |at| format!("seasons[{at}]"));
    once(&mut wrong, targets.iter().map(|target| &target.channel), |at| {
        format!("targets[{at}].channel")
    });
    for (path, hours) in [
        ("holdback_hours", rollout.holdback_hours),
        ("terms.rerun_hours", rollout.terms.rerun_hours),
        ("terms.min_gap_hours", rollout.terms.min_gap_hours.unwrap_or_default()),
    ] {
        at_most(
            &mut wrong,
            path.to_owned(),
            hours as usize,
            Rollout::MOST_HOURS as usize,
        );
    }
    let rerun_hours = rollout.terms.rerun_hours;
    if let Some(min_gap_hours) = rollout.terms.min_gap_hours.filter(|&gap| gap <= rerun_hours) {
        let values = values! { "min_gap_hours" => min_gap_hours, "rerun_hours" => rerun_hours };
        note(
            &mut wrong,
            "terms.min_gap_hours".to_owned(),
            "gap_not_above_rerun",
            values,
        );
    }
    for (at, target) in targets.iter().enumerate() {
        check_target(&mut wrong, &format!("targets[{at}]"), target);
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    whole(targets).map_err(|invalid| vec![invalid])
}

fn check_target(wrong: &mut Vec<Invalid>, path: &str, target: &Target) {
    for (name, is_empty) in [
        ("languages", target.languages.is_empty()),
        ("days", target.days.is_empty()),
    ] {
        if is_empty {
            note(wrong, format!("{path}.{name}"), "empty_list", values! {});
        }
    }
    if target.until < target.from {
        let values = values! { "from" => target.from.to_string(), "until" => target.until.to_string() };
        note(wrong, format!("{path}.until"), "ends_before_start", values);
    }
    check_time(wrong, path, target.hours, target.weight);
    at_most(
        wrong,
        format!("{path}.repeats"),
        target.repeats.len(),
        Rollout::MOST_REPEATS,
    );
    for (n, again) in target.repeats.iter().enumerate() {
        let most = Rollout::MOST_DAYS_AFTER as usize;
        at_most(
            wrong,
            format!("{path}.repeats[{n}].days_after"),
            again.days_after as usize,
            most,
        );
        check_time(wrong, &format!("{path}.repeats[{n}]"), again.hours, again.weight);
    }
}

fn at_most(wrong: &mut Vec<Invalid>, path: String, found: usize, most: usize) {
    if found > most {
        note(wrong, path, "too_great", values! { "found" => found, "most" => most });
    }
}

/// Grid times are not before the broadcast day begins: after midnight they go on from 24:00.
fn check_hours(wrong: &mut Vec<Invalid>, index: &Index, channel: ChannelIx, path: &str, target: &Target) {
    let day_start = index.channels[channel.at()].clock.day_start;
    let repeats = (0..)
        .zip(&target.repeats)
        .map(|(n, again)| (format!("{path}.repeats[{n}]"), again.hours));
    for (path, hours) in std::iter::once((path.to_owned(), target.hours)).chain(repeats) {
        if let Some((from, _)) = hours.filter(|&(from, _)| from < day_start) {
            let values = values! { "start" => from.to_string(), "day_start" => day_start.to_string() };
            note(wrong, format!("{path}.hours"), "before_day_start", values);
        }
    }
}

fn check_time(wrong: &mut Vec<Invalid>, path: &str, hours: Option<(GridTime, GridTime)>, weight: u8) {
    if let Some((from, until)) = hours.filter(|(from, until)| until <= from) {
        let values = values! { "from" => from.to_string(), "until" => until.to_string() };
        note(wrong, format!("{path}.hours"), "ends_before_start", values);
    }
    if !(1..=5).contains(&weight) {
        note(
            wrong,
            format!("{path}.weight"),
            "weight_out_of_range",
            values! { "weight" => weight },
        );
    }
}

/// The dates from the first window to the last.
fn whole(targets: &[Target]) -> Result<DateRange, Invalid> {
    let epoch = BroadcastDate::from_days_since_epoch(0);
    let from = targets.iter().map(|target| target.from).min().unwrap_or(epoch);
    let until = targets.iter().map(|target| target.until).max().unwrap_or(epoch);
    let days = until.days_since(from) + 1;
    u32::try_from(days)
        .ok()
        .and_then(|days| DateRange::new(from, days))
        .ok_or_else(|| Invalid {
            path: "targets".to_owned(),
            code: "windows_too_far_apart",
            values: values! {
                "from" => from.to_string(), "until" => until.to_string(), "days" => days, "most" => DateRange::LONGEST
            },
        })
}

/// Complains of what is named twice.
fn once<T: Eq + Hash + fmt::Display>(
    wrong: &mut Vec<Invalid>,
    ids: impl Iterator<Item = T>,
    path: impl Fn(usize) -> String,
) {
    let mut seen = HashSet::new();
    for (at, id) in ids.enumerate() {
        let text = id.to_string();
        if !seen.insert(id) {
            note(wrong, path(at), "duplicate_id", values! { "id" => text });
        }
    }
}

fn note(wrong: &mut Vec<Invalid>, path: String, code: &'static str, values: Values) {
    if wrong.len() < Invalid::MOST {
        wrong.push(Invalid { path, code, values });
    }
}
