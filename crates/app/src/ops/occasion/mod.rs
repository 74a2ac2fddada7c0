//! Occasions and what hangs on them: slots, premieres of seasons, campaigns. Moving one moves all of it in one step.

pub(crate) mod campaign;
mod moving;

use std::collections::BTreeMap;

use arna_domain::occasion::Occasion;
use arna_domain::{OccasionId, Station, Words, values};
use arna_store::{Kind, Record, RecordId};
use serde::{Deserialize, Serialize};
use specta::Type;

pub use self::campaign::{CampaignAsked, PromotedAsked};
use super::grid::{date_of, language_of};
use super::{Op, Step};
use crate::failure::Failure;
use arna_domain::Index;

/// What is asked of occasions and campaigns.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
#[serde(tag = "verb", rename_all = "snake_case")]
pub enum OccasionEdit {
    /// An occasion is there, or is told otherwise.
    Put {
        /// Which; none: a new one.
        id: Option<String>,
        /// The occasion.
        occasion: OccasionAsked,
    },
    /// An occasion is no more; what hangs on it stays where it is and hangs on nothing.
    Remove {
        /// Which.
        id: String,
    },
    /// An occasion and what hangs on it are so many days later.
    Move {
        /// Which.
        id: String,
        /// Days; earlier when negative.
        days: i32,
    },
    /// Something hangs on another occasion, or on none.
    Hang {
        /// What.
        what: HangingAsked,
        /// The occasion.
        occasion: Option<String>,
    },
    /// A campaign is there, or is told otherwise.
    PutCampaign {
        /// Which; none: a new one.
        id: Option<String>,
        /// The campaign.
        campaign: CampaignAsked,
    },
    /// A campaign is no more.
    RemoveCampaign {
        /// Which.
        id: String,
    },
}

/// An occasion, as a coordinator asks for it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
pub struct OccasionAsked {
    /// Its name by language.
    pub name: BTreeMap<String, String>,
    /// Its first date.
    pub from: String,
    /// Its last date, included.
    pub until: String,
    /// An ISO 3166 code.
    pub territory: Option<String>,
}

/// What hangs on an occasion.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum HangingAsked {
    /// A slot.
    Slot(String),
    /// A season, whose premiere it is.
    Season(String),
    /// A campaign.
    Campaign(String),
}

/// The op of what is asked.
///
/// # Errors
/// What names nothing, or is no date, language or time.
pub fn op(station: &Station, index: &Index, edit: &OccasionEdit) -> Result<Op, Failure> {
    match edit {
        OccasionEdit::Put { id, occasion } => put(station, id.as_deref(), occasion),
        OccasionEdit::Remove { id } => remove(station, id),
        OccasionEdit::Move { id, days } => moving::move_occasion(station, index, id, i64::from(*days)),
        OccasionEdit::Hang { what, occasion } => hang(station, what, occasion.as_deref()),
        OccasionEdit::PutCampaign { id, campaign } => campaign::put(station, id.as_deref(), campaign),
        OccasionEdit::RemoveCampaign { id } => campaign::remove(station, id),
    }
}

fn put(station: &Station, id: Option<&str>, asked: &OccasionAsked) -> Result<Op, Failure> {
    let name = words_of(&asked.name)?;
    let said = name.in_or_near("en").unwrap_or_default().to_owned();
    if said.trim().is_empty() {
        return Err(Failure::new("name_missing", values! {}));
    }
    let id = match id {
        Some(id) => find(station, id)?.id.clone(),
        None => OccasionId::new(free_id("occasion", |id| {
            station.occasions.iter().any(|one| one.id.as_str() == id)
        })),
    };
    let occasion = Occasion {
        id,
        name,
        from: date_of(&asked.from)?,
        until: date_of(&asked.until)?,
        territory: asked.territory.clone().filter(|text| !text.is_empty()),
    };
    Ok(Op {
        code: "tell_occasion".to_owned(),
        args: values! { "name" => said },
        steps: vec![Step::Put(Box::new(Record::Occasion(occasion)))],
    })
}

fn remove(station: &Station, id: &str) -> Result<Op, Failure> {
    let occasion = find(station, id)?;
    let hung = |own: &Option<OccasionId>| own.as_ref() == Some(&occasion.id);
    let mut steps = vec![Step::Remove(RecordId::Named(Kind::Occasion, id.to_owned()))];
    for slot in station.slots.iter().filter(|slot| hung(&slot.occasion)) {
        let mut slot = slot.clone();
        slot.occasion = None;
        steps.push(Step::Put(Box::new(Record::Slot(slot))));
    }
    for campaign in station.campaigns.iter().filter(|one| hung(&one.occasion)) {
        let mut campaign = campaign.clone();
        campaign.occasion = None;
        steps.push(Step::Put(Box::new(Record::Campaign(campaign))));
    }
    for programme in &station.programmes {
        if programme.seasons.iter().any(|season| hung(&season.occasion)) {
            let mut programme = programme.clone();
            for season in programme.seasons.iter_mut().filter(|season| hung(&season.occasion)) {
                season.occasion = None;
            }
            steps.push(Step::Put(Box::new(Record::Programme(programme))));
        }
    }
    steps.extend(campaign::without_target(station, &occasion.id));
    Ok(Op {
        code: "remove_occasion_named".to_owned(),
        args: values! { "name" => name_of(occasion) },
        steps,
    })
}

fn hang(station: &Station, what: &HangingAsked, on: Option<&str>) -> Result<Op, Failure> {
    let occasion = on.map(|id| find(station, id)).transpose()?;
    let id = occasion.map(|one| one.id.clone());
    let unknown = |id: &str| Failure::new("unknown_thing", values! { "id" => id });
    let record = match what {
        HangingAsked::Slot(slot) => {
            let found = station.slots.iter().find(|one| one.id.as_str() == slot);
            let mut slot = found.ok_or_else(|| unknown(slot))?.clone();
            slot.occasion = id;
            Record::Slot(slot)
        }
        HangingAsked::Campaign(campaign) => {
            let found = station.campaigns.iter().find(|one| one.id.as_str() == campaign);
            let mut campaign = found.ok_or_else(|| unknown(campaign))?.clone();
            campaign.occasion = id;
            Record::Campaign(campaign)
        }
        HangingAsked::Season(season) => {
            let holds = |one: &&arna_domain::Programme| one.seasons.iter().any(|own| own.id.as_str() == season);
            let found = station.programmes.iter().find(holds);
            let mut programme = found.ok_or_else(|| unknown(season))?.clone();
            for own in programme.seasons.iter_mut().filter(|own| own.id.as_str() == season) {
                own.occasion.clone_from(&id);
            }
            Record::Programme(programme)
        }
    };
    Ok(Op {
        code: if occasion.is_some() { "hang" } else { "unhang" }.to_owned(),
        args: values! { "id" => record.id().to_string(), "name" => occasion.map(name_of) },
        steps: vec![Step::Put(Box::new(record))],
    })
}

fn find<'a>(station: &'a Station, id: &str) -> Result<&'a Occasion, Failure> {
    let found = station.occasions.iter().find(|one| one.id.as_str() == id);
    found.ok_or_else(|| Failure::new("unknown_occasion", values! { "occasion" => id }))
}

fn name_of(occasion: &Occasion) -> String {
    let name = occasion.name.in_or_near("en");
    name.unwrap_or(occasion.id.as_str()).to_owned()
}

/// Words by language; those that are blank are not there.
pub(crate) fn words_of(texts: &BTreeMap<String, String>) -> Result<Words, Failure> {
    let mut words = Words::default();
    for (tag, text) in texts.iter().filter(|(_, text)| !text.trim().is_empty()) {
        words.0.insert(language_of(tag)?, text.trim().to_owned());
    }
    Ok(words)
}

/// `stem-1`, or the first number after it that is free.
pub(crate) fn free_id(stem: &str, is_taken: impl Fn(&str) -> bool) -> String {
    (1..)
        .map(|number| format!("{stem}-{number}"))
        .find(|id| !is_taken(id))
        .unwrap_or_default()
}
