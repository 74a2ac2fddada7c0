//! Licences to ask for: what those that the station has do not cover.

use std::collections::BTreeMap;

use arna_domain::index::{EpisodeIx, SeasonIx};
use arna_domain::time::HOUR;
use arna_domain::{Airing, BroadcastDate, Instant, Language, Licence, LicenceId, Plan, Station};

use super::RolloutError;
use super::check::Work;
use super::draft::Draft;
use super::premieres::without_pools;

/// A licence for everything that a target may do with a season, before it is known what it is needed for.
struct Wish {
    target: usize,
    season: SeasonIx,
    licence: Licence,
}

/// What is charged to a wish.
#[derive(Default)]
struct Charged {
    languages: Vec<Language>,
    /// Starts of each episode, in order of time.
    starts: BTreeMap<EpisodeIx, Vec<Instant>>,
    dates: Vec<BroadcastDate>,
}

/// The licences to ask for. Licences are charged in order, so a draft with wishes behind those that the station has shows by
/// its airings what those leave.
pub(super) fn to_ask_for(
    work: &Work<'_>,
    draft: &mut Draft,
    planned: impl FnOnce(&Station) -> Result<Plan, RolloutError>,
) -> Result<Vec<Licence>, RolloutError> {
    let wishes = wishes(work, draft);
    if wishes.is_empty() {
        return Ok(Vec::new());
    }
    let all = wishes.iter().map(|wish| wish.licence.clone()).collect();
    let plan = planned(&without_pools(&draft.proposal(all).applied_to(work.station)))?;
    let mut charged: BTreeMap<&LicenceId, Charged> = BTreeMap::new();
    let by_id: BTreeMap<_, _> = wishes.iter().map(|wish| (&wish.licence.id, ())).collect();
    for airing in &plan.airings {
        if let Some((id, ())) = airing.licence.as_ref().and_then(|id| by_id.get_key_value(id)) {
            charged.entry(id).or_default().note(work, airing);
        }
    }
    let needed = |wish: &Wish| narrowed(work, draft, wish, charged.get(&wish.licence.id));
    Ok(wishes.iter().filter_map(needed).collect())
}

fn wishes(work: &Work<'_>, draft: &mut Draft) -> Vec<Wish> {
    let mut used: Vec<_> = draft
        .promises
        .iter()
        .map(|promise| (promise.target, work.index.episodes[promise.episode.at()].season))
        .collect();
    used.dedup();
    used.into_iter()
        .map(|(target, season)| {
            let (asked, entry) = (work.target(target), &work.index.seasons[season.at()]);
            let terms = work.rollout.terms;
            let licence = Licence {
                id: draft.licence_id(asked.channel.as_str(), entry.id.as_str()),
                programme: work.index.programmes[entry.programme.at()].id.clone(),
                season: Some(entry.id.clone()),
                channels: vec![asked.channel.clone()],
                languages: asked.languages.clone(),
                from: asked.from,
                until: asked.until,
                max_runs: None,
                shared: false,
                rerun_hours: terms.rerun_hours,
                min_gap_hours: terms.min_gap_hours,
            };
            Wish {
                target,
                season,
                licence,
            }
        })
        .collect()
}

impl Charged {
    fn note(&mut self, work: &Work<'_>, airing: &Airing) {
        let Some(version) = airing.version.as_ref().and_then(|id| work.index.version(id.as_str())) else {
            return;
        };
        let version = &work.index.versions[version.at()];
        let language = &work.index.languages[version.language.at()];
        if !self.languages.contains(language) {
            self.languages.push(language.clone());
        }
        self.starts.entry(version.episode).or_default().push(airing.start);
        self.dates.push(airing.date);
    }

    /// Runs of an episode at most.
    fn runs(&self, rerun_hours: u32) -> u32 {
        let rerun_ms = i64::from(rerun_hours) * HOUR;
        let of_episode = |starts: &Vec<Instant>| {
            let mut opened: Option<Instant> = None;
            let opens = starts.iter().filter(|&&start| {
                let is_new = opened.is_none_or(|first| start - first > rerun_ms);
                if is_new {
                    opened = Some(start);
                }
                is_new
            });
            u32::try_from(opens.count()).unwrap_or(u32::MAX)
        };
        self.starts.values().map(of_episode).max().unwrap_or_default()
    }
}

/// A wish for no more than it is needed for; none where it is needed for nothing. The window stays whole on the side on which
/// nothing else is licensed. What waits for a version that is still to be made is asked for too.
fn narrowed(work: &Work<'_>, draft: &Draft, wish: &Wish, charged: Option<&Charged>) -> Option<Licence> {
    let nothing = Charged::default();
    let charged = charged.unwrap_or(&nothing);
    let promised: Vec<_> = draft
        .promises
        .iter()
        .filter(|one| wish.is_of(work, one.target, one.episode))
        .collect();
    let waiting = promised.iter().filter(|promise| promise.waits).filter_map(|promise| {
        let version = &work.index.versions[promise.version?.at()];
        Some((&work.index.languages[version.language.at()], promise.date))
    });
    let missing = draft.versions.iter().filter(|(target, one)| {
        let episode = work.index.episode(one.episode.as_str());
        episode.is_some_and(|episode| wish.is_of(work, *target, episode))
    });
    let unseen: Vec<_> = missing
        .map(|(_, one)| (&one.language, one.by))
        .chain(waiting)
        .filter(|&(language, date)| !is_licensed(work, wish, language, date))
        .collect();
    let is_used =
        |language: &Language| charged.languages.contains(language) || unseen.iter().any(|&(own, _)| own == language);
    let dates = charged
        .dates
        .iter()
        .copied()
        .chain(unseen.iter().map(|&(_, date)| date));
    let (first, last) = (dates.clone().min()?, dates.max()?);
    let is_licensed_before = promised.first().is_some_and(|promise| promise.date < first);
    let is_licensed_after = promised.last().is_some_and(|promise| promise.date > last);
    let repeats = u32::try_from(work.target(wish.target).repeats.len()).unwrap_or(u32::MAX);
    // Where nothing airs yet it is asked for as if it aired: once, and each repeat.
    let runs = if charged.starts.is_empty() {
        repeats.saturating_add(1)
    } else {
        charged.runs(wish.licence.rerun_hours)
    };
    Some(Licence {
        languages: wish
            .licence
            .languages
            .iter()
            .filter(|&one| is_used(one))
            .cloned()
            .collect(),
        from: if is_licensed_before { first } else { wish.licence.from },
        until: if is_licensed_after { last } else { wish.licence.until },
        max_runs: Some(runs),
        ..wish.licence.clone()
    })
}

impl Wish {
    fn is_of(&self, work: &Work<'_>, target: usize, episode: EpisodeIx) -> bool {
        target == self.target && work.index.episodes[episode.at()].season == self.season
    }
}

/// Whether the station has a licence for a season in a language, whatever version there is.
fn is_licensed(work: &Work<'_>, wish: &Wish, language: &Language, date: BroadcastDate) -> bool {
    let asked = &wish.licence;
    work.station.licences.iter().any(|licence| {
        licence.programme == asked.programme
            && (licence.season.is_none() || licence.season == asked.season)
            && (licence.channels.is_empty() || licence.channels.contains(&work.target(wish.target).channel))
            && (licence.languages.is_empty() || licence.languages.contains(language))
            && licence.from <= date
            && date <= licence.until
    })
}
