//! Taking out: a part of the catalogue, or what it is about.

use std::collections::BTreeMap;

use arna_domain::{Index, Language, Station, values};
use arna_store::{Kind, Record, RecordId};

use super::references::{Going, Hanging, hanging_on};
use super::{Programmes, Reference, called, item_of, nothing_there};
use crate::catalogue::{Item, Places};
use crate::failure::{Detail, Failure};
use crate::ops::{Op, Step};

/// How something is taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Only where nothing refers to it.
    Alone,
    /// With all that hangs on it.
    WithAll,
}

/// Takes out what these keys name.
///
/// # Errors
/// `still_used` with what refers to it, where it is to go alone; `no_such_item`.
pub fn remove(
    station: &Station,
    index: &Index,
    keys: &[String],
    manner: Manner,
    language: &Language,
) -> Result<Op, Failure> {
    let is_item = |key: &&String| {
        matches!(
            key.split(':').next(),
            Some("programme" | "season" | "episode" | "version")
        )
    };
    let items: Vec<Item> = keys
        .iter()
        .filter(is_item)
        .map(|key| item_of(key, index))
        .collect::<Result<_, _>>()?;
    let mut steps = Vec::new();
    let mut what = String::new();
    if let Some(&first) = items.first() {
        what = called(first, station, index, language);
        if manner == Manner::Alone {
            let used = hanging_on(station, index, &items);
            if !used.is_empty() {
                return Err(still_used(&what, &used));
            }
        }
        steps.extend(Hanging::of(station, &Going::with(&items, index)).into_steps(station));
        steps.extend(without(station, index, &items)?);
    }
    let mut loosened = Programmes::new(station, index);
    for key in keys.iter().filter(|key| !is_item(key)) {
        let (noun, id) = key.split_once(':').ok_or_else(|| nothing_there(key))?;
        id.clone_into(&mut what);
        let kind = match noun {
            "quotation" => Kind::Quotation,
            "place" => Kind::Place,
            "partner" => Kind::Partner,
            "media" => Kind::Media,
            _ => return Err(nothing_there(key)),
        };
        let used = loosen(station, kind, id, &mut loosened, &mut steps)?;
        if manner == Manner::Alone && !used.is_empty() {
            return Err(still_used(id, &used));
        }
        steps.push(Step::Remove(RecordId::Named(kind, id.to_owned())));
    }
    // What named the record must not name it any more before it goes.
    steps.splice(0..0, loosened.into_steps());
    let (code, args) = match (keys, manner) {
        ([_], Manner::Alone) => ("remove_item", values! { "what" => what }),
        ([_], Manner::WithAll) => ("remove_item_with_all", values! { "what" => what }),
        _ => ("remove_items", values! { "count" => keys.len() }),
    };
    Ok(Op {
        code: code.to_owned(),
        args,
        steps,
    })
}

/// The programmes without some of their parts; a programme that is itself among them goes.
fn without(station: &Station, index: &Index, items: &[Item]) -> Result<Vec<Step>, Failure> {
    let mut steps = Vec::new();
    let mut programmes = Programmes::new(station, index);
    let mut parts: BTreeMap<usize, Vec<Places>> = BTreeMap::new();
    for &item in items {
        let places = Places::of(item, index);
        match item {
            Item::Programme(at) => steps.push(Step::Remove(RecordId::Named(
                Kind::Programme,
                index.programmes[at.at()].id.to_string(),
            ))),
            _ => parts.entry(places.programme).or_default().push(places),
        }
    }
    let whole: Vec<usize> = items
        .iter()
        .filter(|item| matches!(item, Item::Programme(_)))
        .map(|item| item.programme(index).at())
        .collect();
    for (at, mut places) in parts {
        if whole.contains(&at) {
            continue;
        }
        let programme = programmes.at(at)?;
        // From the last one on, so that places stay true.
        places.sort_by_key(|one| std::cmp::Reverse((one.season, one.episode, one.version)));
        places.dedup();
        for one in places {
            let Some(season) = one.season.and_then(|at| programme.seasons.get_mut(at)) else {
                continue;
            };
            match (one.season, one.episode, one.version) {
                (Some(at), None, _) => {
                    programme.seasons.remove(at);
                }
                (_, Some(at), None) if at < season.episodes.len() => {
                    season.episodes.remove(at);
                }
                (_, Some(episode), Some(at)) => {
                    if let Some(episode) = season.episodes.get_mut(episode)
                        && at < episode.versions.len()
                    {
                        episode.versions.remove(at);
                    }
                }
                _ => {}
            }
        }
    }
    steps.extend(programmes.into_steps());
    Ok(steps)
}

/// Takes the name of a record out of all that name it; what named it.
fn loosen(
    station: &Station,
    kind: Kind,
    id: &str,
    programmes: &mut Programmes<'_>,
    steps: &mut Vec<Step>,
) -> Result<Vec<Reference>, Failure> {
    let (mut episodes, mut made, mut quoted) = (Vec::new(), Vec::new(), Vec::new());
    for (p, programme) in station.programmes.iter().enumerate() {
        if kind == Kind::Partner && programme.partners.iter().any(|own| own.as_str() == id) {
            made.push(programme.id.to_string());
            programmes.at(p)?.partners.retain(|own| own.as_str() != id);
        }
        for (s, season) in programme.seasons.iter().enumerate() {
            for (e, episode) in season.episodes.iter().enumerate() {
                let named = match kind {
                    Kind::Quotation => episode.quotations.iter().any(|own| own.as_str() == id),
                    Kind::Place => episode.places.iter().any(|own| own.as_str() == id),
                    Kind::Media => {
                        let mut media = episode.versions.iter().filter_map(|version| version.media.as_ref());
                        media.any(|own| own.as_str() == id)
                    }
                    _ => false,
                };
                if !named {
                    continue;
                }
                episodes.push(episode.id.to_string());
                let own = programmes
                    .at(p)?
                    .seasons
                    .get_mut(s)
                    .and_then(|season| season.episodes.get_mut(e));
                if let Some(own) = own {
                    own.quotations
                        .retain(|own| kind != Kind::Quotation || own.as_str() != id);
                    own.places.retain(|own| kind != Kind::Place || own.as_str() != id);
                    for version in &mut own.versions {
                        if kind == Kind::Media && version.media.as_ref().is_some_and(|own| own.as_str() == id) {
                            version.media = None;
                        }
                    }
                }
            }
        }
    }
    for quotation in &station.quotations {
        if kind == Kind::Place && quotation.source.place.as_ref().is_some_and(|own| own.as_str() == id) {
            quoted.push(quotation.id.to_string());
            let mut changed = quotation.clone();
            changed.source.place = None;
            steps.push(Step::Put(Box::new(Record::Quotation(changed))));
        }
    }
    let all = [("episode", episodes), ("programme", made), ("quotation", quoted)];
    Ok(all
        .into_iter()
        .filter(|(_, ids)| !ids.is_empty())
        .map(|(kind, ids)| Reference { kind, ids })
        .collect())
}

/// What keeps something from going: each kind with how many there are and the first of them.
fn still_used(what: &str, used: &[Reference]) -> Failure {
    let detail = |one: &Reference| Detail {
        path: String::new(),
        at: None,
        code: format!("used_by_{}", one.kind),
        values: values! {
            "count" => one.ids.len(),
            "ids" => one.ids.iter().take(3).cloned().collect::<Vec<_>>().join(", ")
        },
    };
    Failure {
        details: used.iter().map(detail).collect(),
        ..Failure::new("still_used", values! { "what" => what })
    }
}
