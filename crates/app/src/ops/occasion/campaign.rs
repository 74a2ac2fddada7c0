//! Campaigns, what they are for.

use arna_domain::campaign::{Campaign, CampaignTarget, Target};
use arna_domain::{
    CampaignId, ChannelId, EpisodeId, GridTime, OccasionId, ProgrammeId, SeasonId, Station, VersionId, values,
};
use arna_store::{Kind, Record, RecordId};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::free_id;
use crate::failure::Failure;
use crate::ops::grid::date_of;
use crate::ops::{Op, Step};

/// A campaign, as a coordinator asks for it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
pub struct CampaignAsked {
    /// The promo.
    pub version: String,
    /// Its channels.
    pub channels: Vec<String>,
    /// Its first date.
    pub from: String,
    /// Its last date, included.
    pub until: String,
    /// Airings at most on each channel and date.
    pub per_day: u32,
    /// Minutes at least between two starts.
    pub min_gap: u32,
    /// When it may start first: `07:00`.
    pub earliest: String,
    /// When it may no longer start: `24:00`.
    pub latest: String,
    /// 1 to 5.
    pub weight: u8,
    /// The occasion it hangs on.
    pub occasion: Option<String>,
    /// What it promotes.
    pub targets: Vec<PromotedAsked>,
}

/// What a campaign promotes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum PromotedAsked {
    /// A programme.
    Programme(String),
    /// A season.
    Season(String),
    /// An episode.
    Episode(String),
    /// An occasion.
    Occasion(String),
}

pub(super) fn put(station: &Station, id: Option<&str>, asked: &CampaignAsked) -> Result<Op, Failure> {
    let id = match id {
        Some(id) => find(station, id)?.id.clone(),
        None => CampaignId::new(free_id("campaign", |id| {
            station.campaigns.iter().any(|one| one.id.as_str() == id)
        })),
    };
    let campaign = Campaign {
        id: id.clone(),
        version: VersionId::new(asked.version.as_str()),
        channels: asked.channels.iter().map(|id| ChannelId::new(id.as_str())).collect(),
        from: date_of(&asked.from)?,
        until: date_of(&asked.until)?,
        per_day: asked.per_day,
        min_gap_min: asked.min_gap,
        hours: (time(&asked.earliest)?, time(&asked.latest)?),
        weight: asked.weight,
        occasion: asked.occasion.as_deref().map(OccasionId::new),
    };
    let wanted: Vec<Target> = asked.targets.iter().map(target).collect();
    let mut steps = vec![Step::Put(Box::new(Record::Campaign(campaign)))];
    steps.extend(retarget(station, &id, &wanted));
    Ok(Op {
        code: "tell_campaign".to_owned(),
        args: values! { "id" => id.as_str() },
        steps,
    })
}

pub(super) fn remove(station: &Station, id: &str) -> Result<Op, Failure> {
    let campaign = find(station, id)?;
    let mut steps = retarget(station, &campaign.id, &[]);
    steps.push(Step::Remove(RecordId::Named(Kind::Campaign, id.to_owned())));
    Ok(Op {
        code: "remove_campaign".to_owned(),
        args: values! { "id" => id },
        steps,
    })
}

/// The steps that take an occasion out of what campaigns promote.
pub(super) fn without_target(station: &Station, occasion: &OccasionId) -> Vec<Step> {
    let gone = Target::Occasion(occasion.clone());
    let mut ids: Vec<&CampaignId> = station
        .campaign_targets
        .iter()
        .filter(|one| one.of == gone)
        .map(|one| &one.campaign)
        .collect();
    ids.dedup();
    ids.into_iter()
        .flat_map(|id| {
            let stay: Vec<Target> = targets(station, id).filter(|of| **of != gone).cloned().collect();
            retarget(station, id, &stay)
        })
        .collect()
}

fn targets<'a>(station: &'a Station, campaign: &'a CampaignId) -> impl Iterator<Item = &'a Target> {
    let own = station
        .campaign_targets
        .iter()
        .filter(move |one| one.campaign == *campaign);
    own.map(|one| &one.of)
}

/// The steps that make these what a campaign promotes; none where they are already. Targets have no name of their own, so they
/// are taken out and added one by one.
fn retarget(station: &Station, campaign: &CampaignId, wanted: &[Target]) -> Vec<Step> {
    let now: Vec<&Target> = targets(station, campaign).collect();
    if now.iter().copied().eq(wanted.iter()) {
        return Vec::new();
    }
    let name = RecordId::Named(Kind::CampaignTarget, campaign.to_string());
    let out = now.iter().map(|_| Step::Remove(name.clone()));
    let add = wanted.iter().map(|of| {
        Step::Add(Box::new(Record::CampaignTarget(CampaignTarget {
            campaign: campaign.clone(),
            of: of.clone(),
        })))
    });
    out.chain(add).collect()
}

fn target(asked: &PromotedAsked) -> Target {
    match asked {
        PromotedAsked::Programme(id) => Target::Programme(ProgrammeId::new(id.as_str())),
        PromotedAsked::Season(id) => Target::Season(SeasonId::new(id.as_str())),
        PromotedAsked::Episode(id) => Target::Episode(EpisodeId::new(id.as_str())),
        PromotedAsked::Occasion(id) => Target::Occasion(OccasionId::new(id.as_str())),
    }
}

fn find<'a>(station: &'a Station, id: &str) -> Result<&'a Campaign, Failure> {
    let found = station.campaigns.iter().find(|one| one.id.as_str() == id);
    found.ok_or_else(|| Failure::new("unknown_campaign", values! { "campaign" => id }))
}

pub(crate) fn time(text: &str) -> Result<GridTime, Failure> {
    GridTime::parse(text).ok_or_else(|| Failure::new("bad_time", values! { "found" => text }))
}
