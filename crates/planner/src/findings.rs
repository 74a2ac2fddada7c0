//! What a coordinator should know of a plan or schedule besides its open slots.

use std::collections::BTreeMap;

use arna_domain::finding::{Place, Values};
use arna_domain::index::{ChannelIx, EpisodeIx, FillEntry, LanguageIx, VersionIx};
use arna_domain::instance::InstanceIx;
use arna_domain::placed::{Placed, Showing, ShowingIx};
use arna_domain::rules::{Grounds, Judgement, RULES, Rule};
use arna_domain::{Finding, Index, Instant, Severity, values};
use rustc_hash::FxHashSet;

use crate::strands::next_episode;

/// Findings by date, what is of none first, then by channel and time: an order that no list of the station has a say in.
pub fn in_order(findings: Vec<Finding>) -> Vec<Finding> {
    let mut timed: Vec<(Option<Instant>, Finding)> =
        findings.into_iter().map(|one| (one.place.instant(), one)).collect();
    timed.sort_by(|one, other| {
        let alike = || by_text(&one.1.values).cmp(by_text(&other.1.values));
        by_place(one).cmp(&by_place(other)).then_with(alike)
    });
    timed.into_iter().map(|(_, one)| one).collect()
}

fn by_place<'f>((start, one): &'f (Option<Instant>, Finding)) -> impl Ord + use<'f> {
    let Place {
        channel,
        slot,
        date,
        version,
        ..
    } = &one.place;
    (date, channel, start, slot, version, &one.code)
}

/// Values in the order in which they were given, each as text: they tell apart what is of the same place and code.
fn by_text(values: &Values) -> impl Iterator<Item = (&String, String)> {
    values.iter().map(|(name, value)| (name, value.to_string()))
}

/// Every rule that an airing breaks among the others.
pub(crate) fn broken_rules(placed: &mut Placed<'_>, number: ShowingIx) -> Vec<(&'static Rule, Grounds)> {
    let showing = *placed.get(number);
    placed.take_off(number);
    let broken = RULES
        .iter()
        .filter_map(|rule| match (rule.judge)(placed, &showing) {
            Judgement::Broken(grounds) => Some((rule, grounds)),
            Judgement::DoesNotApply | Judgement::Kept(_) => None,
        })
        .collect();
    placed.put_back(number);
    broken
}

/// The finding of a rule that something on air breaks.
pub(crate) fn broken(placed: &Placed<'_>, showing: &Showing, rule: &Rule, grounds: &Grounds) -> Finding {
    let index = placed.index;
    let mut values = grounds.values(index, showing.channel);
    // The place says these already.
    values.remove("date");
    if let Some(licence) = grounds.licence() {
        values.insert("licence".to_owned(), index.licences[licence.at()].id.as_str().into());
    }
    Finding {
        code: rule.code.to_owned(),
        severity: rule.severity,
        place: place_of(placed, showing),
        values,
    }
}

/// Where an airing is.
pub(crate) fn place_of(placed: &Placed<'_>, showing: &Showing) -> Place {
    let index = placed.index;
    let channel = &index.channels[showing.channel.at()];
    let slot = showing.instance.map(|instance| placed.instances.get(instance).slot);
    Place {
        channel: Some(channel.id.clone()),
        slot: slot.map(|slot| index.slots[slot.at()].id.clone()),
        date: Some(showing.date),
        start: Some(channel.clock.text(showing.start)),
        version: Some(index.versions[showing.version.at()].id.clone()),
    }
}

/// Versions that sequel slots ask for and nobody has: each episode and language of a channel once, where it is first asked
/// for. An error where the slot stays open for it, a warning where another language stood in.
pub(crate) fn missing_versions(placed: &Placed<'_>) -> Vec<Finding> {
    let all = placed.instances.iter().map(|(number, _)| number);
    missing_in(placed, all)
        .into_iter()
        .map(|(_, finding)| finding)
        .collect()
}

/// Versions that the sequel slots among some instances, in time order, ask for and nobody has; each with its instance.
pub(crate) fn missing_in(
    placed: &Placed<'_>,
    instances: impl Iterator<Item = InstanceIx>,
) -> Vec<(InstanceIx, Finding)> {
    let index = placed.index;
    let mut told: FxHashSet<(ChannelIx, EpisodeIx, LanguageIx)> = FxHashSet::default();
    let mut findings = Vec::new();
    for number in instances {
        let instance = placed.instances.get(number);
        let slot = &index.slots[instance.slot.at()];
        let FillEntry::Sequel { season, then } = slot.fill else {
            continue;
        };
        let aired = placed.in_instance(number).map(|showing| placed.get(showing).version);
        let episode = match aired {
            Some(version) => Some(index.versions[version.at()].episode),
            None => next_episode(placed, number, season, then),
        };
        let Some(episode) = episode else { continue };
        let spoken = aired.map(|version| index.versions[version.at()].language);
        let has = |language: LanguageIx| {
            let mut versions = index.episodes[episode.at()].versions.clone().map(VersionIx);
            versions.any(|version| index.versions[version.at()].language == language)
        };
        let open_for_it = aired.is_none() && !slot.languages.iter().any(|&language| has(language));
        for &language in slot.languages.iter().take_while(|&&language| Some(language) != spoken) {
            if !has(language) && told.insert((instance.channel, episode, language)) {
                let severity = if open_for_it {
                    Severity::Error
                } else {
                    Severity::Warning
                };
                findings.push((number, missing_version(placed, number, episode, language, severity)));
            }
        }
    }
    findings
}

fn missing_version(
    placed: &Placed<'_>,
    instance: InstanceIx,
    episode: EpisodeIx,
    language: LanguageIx,
    severity: Severity,
) -> Finding {
    let index = placed.index;
    Finding {
        code: "version_missing".to_owned(),
        severity,
        place: place_of_instance(placed, instance),
        values: values! {
            "episode" => index.episodes[episode.at()].id.as_str(),
            "language" => index.languages[language.at()].as_str()
        },
    }
}

/// An instance that stays open although something would fit, because the quota would lose more than it earns.
pub(crate) fn left_open_for_quota(placed: &Placed<'_>, instance: InstanceIx) -> Finding {
    Finding {
        code: "open_for_quota".to_owned(),
        severity: Severity::Info,
        place: place_of_instance(placed, instance),
        values: values! {},
    }
}

/// Where an instance is.
pub(crate) fn place_of_instance(placed: &Placed<'_>, instance: InstanceIx) -> Place {
    let index: &Index = placed.index;
    let instance = placed.instances.get(instance);
    let channel = &index.channels[instance.channel.at()];
    Place {
        channel: Some(channel.id.clone()),
        slot: Some(index.slots[instance.slot.at()].id.clone()),
        date: Some(instance.date),
        start: Some(channel.clock.text(instance.start)),
        version: None,
    }
}

/// Channels whose quotas no week can keep together: the shares of their languages come to more than the whole.
pub(crate) fn contradictory_quotas(index: &Index) -> impl Iterator<Item = Finding> + '_ {
    index.channels.iter().filter_map(|channel| {
        let mut shares: BTreeMap<&str, u32> = BTreeMap::new();
        for &(language, share) in &channel.quotas {
            let due = shares.entry(index.languages[language.at()].as_str()).or_default();
            *due = (*due).max(u32::from(share));
        }
        shares.retain(|_, share| *share > 0);
        let sum: u32 = shares.values().sum();
        let languages: Vec<_> = shares.into_keys().collect();
        (sum > 100).then(|| Finding {
            code: "quotas_contradict".to_owned(),
            severity: Severity::Warning,
            place: Place {
                channel: Some(channel.id.clone()),
                ..Place::default()
            },
            values: values! { "languages" => languages.join(", "), "sum" => sum },
        })
    })
}
