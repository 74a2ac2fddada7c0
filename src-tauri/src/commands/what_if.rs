//! What if, and roll-outs: what would be, and making it so.

use std::ops::ControlFlow;
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use arna_app::planning::{Policy, Progress, Proof};
use arna_app::{Failure, ops, rollout as rolling, source, view, what_if as asking};
use arna_domain::rollout::{Again, Format, Over, Rollout, Target, Terms};
use arna_domain::station::About;
use arna_domain::time::{GridTime, Weekday};
use arna_domain::{Amendment, ChannelId, LicenceId, SeasonId, Slot, SlotId, VersionId, amend, values};
use tauri::State;

use super::{Answer, date_of, language_of, range_of};
use crate::asked::{AmendmentAsked, EffortAsked, OverAsked, RolloutAsked};
use crate::desktop::{Desktop, threads};
use crate::outside::Told;

/// What there is to choose from.
#[tauri::command]
#[specta::specta]
pub(crate) async fn names(desktop: State<'_, Desktop>, language: String) -> Answer<view::NamesView> {
    desktop.with(|desk| Ok(view::names(desk.station()?.0, &language_of(&language)?)))
}

/// Versions whose id or title holds every word asked for.
#[tauri::command]
#[specta::specta]
pub(crate) async fn find_versions(
    desktop: State<'_, Desktop>,
    wanted: String,
    language: String,
) -> Answer<Vec<view::VersionName>> {
    desktop.with(|desk| Ok(view::versions(desk.station()?.0, &wanted, &language_of(&language)?)))
}

/// What would be if: a range planned without and with amendments. Sends [`super::calculate::Calculating`] on the way.
#[tauri::command]
#[specta::specta]
pub(crate) async fn what_if(
    desktop: State<'_, Desktop>,
    assumed: Vec<AmendmentAsked>,
    from: String,
    days: u32,
    effort: EffortAsked,
    language: String,
) -> Answer<view::WhatIfView> {
    let amendments = amendments_of(assumed)?;
    let policy = Policy {
        range: range_of(&from, days)?,
        seed: 0,
        effort: effort.into(),
        threads: threads(),
        proof: Proof::Spared,
    };
    let language = language_of(&language)?;
    let (basis, zones) = desktop.with(|desk| Ok((desk.basis()?, desk.zones().clone())))?;
    let (station, index) = (basis.station(), basis.index());
    let report = reporter(&desktop);
    let compared = asking::what_if(station, index, &zones, &amendments, &policy, None, &report)?;
    let amended = amend(station, &amendments, &zones).map_err(|wrong| Failure::unamendable(&[wrong]))?;
    Ok(view::what_if(
        &compared,
        &amendments,
        station,
        index,
        &amended,
        &language,
    ))
}

/// Makes what was assumed true: one edit.
#[tauri::command]
#[specta::specta]
pub(crate) async fn assume(desktop: State<'_, Desktop>, assumed: Vec<AmendmentAsked>) -> Answer<view::StepView> {
    let amendments = amendments_of(assumed)?;
    desktop.with(|desk| {
        let zones = desk.zones().clone();
        let (station, index) = desk.station()?;
        let op = ops::amendments::apply(station, index, &amendments, &zones)?;
        Ok(view::step(&desk.transact(&op, &desktop.outside.hand())?))
    })
}

/// Proposes a roll-out: slots, licences to ask for, premieres, what is missing. Nothing changes until it is taken over.
#[tauri::command]
#[specta::specta]
pub(crate) async fn rollout(desktop: State<'_, Desktop>, asked: RolloutAsked) -> Answer<view::RolloutView> {
    let rollout = rollout_of(asked)?;
    let (basis, zones, revision) = desktop.with(|desk| Ok((desk.basis()?, desk.zones().clone(), desk.revision()?)))?;
    let proposal = rolling::propose(basis.station(), &rollout, &zones, threads(), &reporter(&desktop))?;
    let then = source::index_of(&proposal.applied_to(basis.station()), &zones)?;
    let seen = view::rollout(&proposal, &rollout, basis.station(), &then);
    *desktop.rollout.lock().unwrap_or_else(PoisonError::into_inner) = Some((revision, rollout, proposal));
    Ok(seen)
}

/// Takes the roll-out proposed last into the station: one edit.
#[tauri::command]
#[specta::specta]
pub(crate) async fn take_over_rollout(desktop: State<'_, Desktop>) -> Answer<view::StepView> {
    let proposed = desktop.rollout.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let Some((revision, rollout, proposal)) = proposed else {
        return Err(Failure::new("no_proposal", values! {}).into());
    };
    desktop.with(|desk| {
        if desk.revision()? != revision {
            return Err(Failure::new("proposal_stale", values! {}));
        }
        let op = ops::rollout::take_over(&rollout, &proposal);
        Ok(view::step(&desk.transact(&op, &desktop.outside.hand())?))
    })
}

fn reporter<'a>(desktop: &'a Desktop) -> impl Fn(Progress) -> ControlFlow<()> + Sync + 'a {
    let own = desktop.calculation.fetch_add(1, Ordering::Relaxed) + 1;
    move |progress| {
        desktop.outside.tell(Told::Calculating(progress.into()));
        if desktop.calculation.load(Ordering::Relaxed) == own {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    }
}

fn amendments_of(assumed: Vec<AmendmentAsked>) -> Result<Vec<Amendment>, Failure> {
    assumed
        .into_iter()
        .map(|one| {
            Ok(match one {
                AmendmentAsked::LicenceUntil { licence, until } => Amendment::LicenceWindow {
                    licence: LicenceId::new(licence),
                    from: None,
                    until: Some(date_of(&until)?),
                },
                AmendmentAsked::LicenceRuns { licence, runs } => Amendment::LicenceRuns {
                    licence: LicenceId::new(licence),
                    max_runs: runs,
                },
                AmendmentAsked::LicenceLost { licence } => Amendment::LicenceLost {
                    licence: LicenceId::new(licence),
                },
                AmendmentAsked::ChannelLost { channel, from } => Amendment::ChannelLost {
                    channel: ChannelId::new(channel),
                    from: date_of(&from)?,
                },
                AmendmentAsked::SlotLost { slot, from } => Amendment::SlotLost {
                    slot: SlotId::new(slot),
                    from: date_of(&from)?,
                },
                AmendmentAsked::VersionLost { version } => Amendment::VersionLost {
                    version: VersionId::new(version),
                },
            })
        })
        .collect()
}

fn rollout_of(asked: RolloutAsked) -> Result<Rollout, Failure> {
    let (from, until) = (date_of(&asked.from)?, date_of(&asked.until)?);
    let time = |text: &str| GridTime::parse(text).ok_or_else(|| Failure::new("bad_time", values! { "found" => text }));
    let hours = match &asked.hours {
        Some((begin, end)) => Some((time(begin)?, time(end)?)),
        None => None,
    };
    let days: Vec<Weekday> = Weekday::ALL
        .into_iter()
        .filter(|day| asked.weekdays.contains(&(*day as u8)))
        .collect();
    let again = asked.repeat_after.map(|days_after| Again {
        days_after,
        hours: None,
        weight: Slot::usual_weight(),
    });
    let targets = asked.targets.iter().zip(1..).map(|(target, place)| {
        let languages = target
            .languages
            .iter()
            .map(|tag| language_of(tag))
            .collect::<Result<_, _>>()?;
        Ok(Target {
            channel: ChannelId::new(target.channel.as_str()),
            languages,
            from,
            until,
            days: days.clone(),
            hours,
            weight: Slot::usual_weight(),
            premiere: Some(place),
            over: match asked.over {
                OverAsked::Nothing => Over::Nothing,
                OverAsked::Pools => Over::Pools,
                OverAsked::Holds => Over::Holds,
            },
            repeats: again.iter().cloned().collect(),
        })
    });
    Ok(Rollout {
        format: Format::One,
        about: About::default(),
        targets: targets.collect::<Result<_, Failure>>()?,
        seasons: asked.seasons.into_iter().map(SeasonId::new).collect(),
        holdback_hours: asked.holdback_hours,
        terms: Terms {
            rerun_hours: asked.rerun_hours,
            min_gap_hours: None,
        },
    })
}
