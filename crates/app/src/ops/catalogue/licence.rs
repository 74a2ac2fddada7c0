//! Licences put and taken out.

use arna_domain::{Airing, ChannelId, Index, Language, Licence, Station, values};
use arna_store::{Kind, Record, RecordId};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::typed::{date_of, id_of, language_of};
use crate::failure::Failure;
use crate::ops::{Op, Step};

/// A licence as a form has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LicenceForm {
    /// Its id; empty: one that is free.
    pub id: String,
    /// Whether it is new.
    pub is_new: bool,
    /// The programme.
    pub programme: String,
    /// The season; none: all.
    pub season: Option<String>,
    /// The channels; empty: all.
    pub channels: Vec<String>,
    /// The languages; empty: all.
    pub languages: Vec<String>,
    /// The first date.
    pub from: String,
    /// The last date, included.
    pub until: String,
    /// Runs of each episode on each channel; none: no limit.
    pub max_runs: Option<u32>,
    /// Whether they count over all its channels together.
    pub shared: bool,
    /// Hours for which an airing is part of the run that began.
    pub rerun_hours: u32,
    /// Hours between two starts; none: what follows from the reruns.
    pub min_gap_hours: Option<u32>,
}

/// Puts a licence.
///
/// # Errors
/// `id_taken`; what is no id, language or date.
pub fn put_licence(station: &Station, form: &LicenceForm) -> Result<Op, Failure> {
    let known = |id: &str| station.licences.iter().any(|one| one.id.as_str() == id);
    let id = if form.id.trim().is_empty() {
        super::add::free(&format!("{}-licence", form.programme), known)
    } else {
        id_of(&form.id)?
    };
    if form.is_new && known(&id) {
        return Err(Failure::new("id_taken", values! { "id" => id }));
    }
    let languages: Vec<Language> = form
        .languages
        .iter()
        .map(|one| language_of(one))
        .collect::<Result<_, _>>()?;
    let licence = Licence {
        id: id.as_str().into(),
        programme: form.programme.as_str().into(),
        season: form.season.as_deref().filter(|id| !id.is_empty()).map(Into::into),
        channels: form.channels.iter().map(|id| id.as_str().into()).collect(),
        languages,
        from: date_of(&form.from)?,
        until: date_of(&form.until)?,
        max_runs: form.max_runs,
        shared: form.shared,
        rerun_hours: form.rerun_hours,
        min_gap_hours: form.min_gap_hours,
    };
    let code = if form.is_new { "add_licence" } else { "put_licence" };
    Ok(Op {
        code: code.to_owned(),
        args: values! { "id" => id },
        steps: vec![Step::Put(Box::new(Record::Licence(licence)))],
    })
}

/// Takes a licence out. What was charged to it is charged to the next one listed that covers it, else to none.
///
/// # Errors
/// `no_such_item`.
pub fn remove_licence(station: &Station, index: &Index, id: &str) -> Result<Op, Failure> {
    let gone = index.licence(id).ok_or_else(|| super::nothing_there(id))?;
    let charged = |licence: Option<&arna_domain::LicenceId>| licence.is_some_and(|own| own.as_str() == id);
    let mut steps = Vec::new();
    for pin in station.pins.iter().filter(|one| charged(one.licence.as_ref())) {
        let mut changed = pin.clone();
        changed.licence = None;
        steps.push(Step::Put(Box::new(Record::Pin(changed))));
    }
    for aired in station.history.iter().filter(|one| charged(one.licence.as_ref())) {
        let mut changed = aired.clone();
        changed.licence = None;
        steps.push(Step::Put(Box::new(Record::Aired(changed))));
    }
    let other = |airing: &Airing| {
        let version = index.version(airing.version.as_ref()?.as_str())?;
        let channel = index.channel(airing.channel.as_str())?;
        let next = index.covering(version, channel, airing.date).find(|&own| own != gone)?;
        Some(index.licences[next.at()].id.clone())
    };
    let channels: Vec<&ChannelId> = station.channels.iter().map(|channel| &channel.id).collect();
    for channel in channels {
        let own = || station.schedule.iter().filter(|one| one.channel == *channel);
        let mut starts = own().filter(|one| charged(one.licence.as_ref())).map(|one| one.start);
        let Some(first) = starts.next() else { continue };
        let last = starts.next_back().unwrap_or(first);
        let airings = own()
            .filter(|one| (first..=last).contains(&one.start))
            .cloned()
            .map(|mut one| {
                if charged(one.licence.as_ref()) {
                    one.licence = other(&one);
                }
                one
            });
        steps.push(Step::Airings {
            channel: channel.clone(),
            from: first,
            until: last + 1,
            airings: airings.collect(),
        });
    }
    steps.push(Step::Remove(RecordId::Named(Kind::Licence, id.to_owned())));
    Ok(Op {
        code: "remove_licence".to_owned(),
        args: values! { "id" => id },
        steps,
    })
}
