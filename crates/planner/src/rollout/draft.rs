//! What a rollout has come to so far.

use std::collections::{BTreeMap, HashSet};

use arna_domain::finding::Place;
use arna_domain::index::{ChannelIx, EpisodeIx, VersionIx};
use arna_domain::restriction::Holdback;
use arna_domain::rollout::{MissingVersion, Premiere, Proposal, State};
use arna_domain::{BroadcastDate, Finding, Instant, Licence, LicenceId, Severity, Slot, SlotId, Values};

use super::check::Work;

/// The longest beginning of an id that is made of others' ids, in characters: whatever is put behind it, it stays an id.
const LONGEST_BEGINNING: usize = 40;

/// Slots, promises and findings, each with the number of its target.
pub(super) struct Draft {
    pub(super) slots: Vec<(usize, Slot)>,
    pub(super) promises: Vec<Promise>,
    pub(super) versions: Vec<(usize, MissingVersion)>,
    pub(super) findings: Vec<(usize, Finding)>,
    pub(super) holdbacks: Vec<Holdback>,
    slot_ids: Ids,
    licence_ids: Ids,
    range: arna_domain::DateRange,
}

/// An episode's place in the proposal.
#[derive(Clone, Debug)]
pub(super) struct Promise {
    pub(super) target: usize,
    pub(super) channel: ChannelIx,
    pub(super) episode: EpisodeIx,
    pub(super) date: BroadcastDate,
    pub(super) start: Instant,
    pub(super) slot: SlotId,
    pub(super) version: Option<VersionIx>,
    /// Whether it counts on a version that is missing.
    pub(super) waits: bool,
}

impl Draft {
    pub(super) fn new(work: &Work<'_>) -> Self {
        Self {
            slots: Vec::new(),
            promises: Vec::new(),
            versions: Vec::new(),
            findings: Vec::new(),
            holdbacks: Vec::new(),
            slot_ids: Ids::of(work.station.slots.iter().map(|slot| slot.id.as_str())),
            licence_ids: Ids::of(work.station.licences.iter().map(|licence| licence.id.as_str())),
            range: work.range,
        }
    }

    /// A slot's id: `khabar-2100`.
    pub(super) fn slot_id(&mut self, channel: &str, minute: u32) -> SlotId {
        let name = short(channel);
        let begin = format!("{name}-{:02}{:02}", minute / 60, minute % 60);
        SlotId::new(self.slot_ids.fresh(begin))
    }

    /// A licence's id: `ask-khabar-common-dream/1`.
    pub(super) fn licence_id(&mut self, channel: &str, season: &str) -> LicenceId {
        let season: String = season.chars().take(LONGEST_BEGINNING).collect();
        LicenceId::new(self.licence_ids.fresh(format!("ask-{}-{season}", short(channel))))
    }

    /// Notes something about a target's channel.
    pub(super) fn note(&mut self, work: &Work<'_>, target: usize, code: &str, severity: Severity, values: Values) {
        let place = Place {
            channel: Some(work.target(target).channel.clone()),
            ..Place::default()
        };
        self.note_at(target, code, severity, place, values);
    }

    /// Notes something about a place.
    pub(super) fn note_at(&mut self, target: usize, code: &str, severity: Severity, place: Place, values: Values) {
        let finding = Finding {
            code: code.to_owned(),
            severity,
            place,
            values,
        };
        self.findings.push((target, finding));
    }

    /// Everything in the order of the request, not of premieres.
    pub(super) fn in_document_order(&mut self) {
        self.slots.sort_by_key(|&(target, _)| target);
        self.promises.sort_by_key(|promise| promise.target);
        self.versions.sort_by_key(|&(target, _)| target);
        self.findings.sort_by_key(|&(target, _)| target);
    }

    /// The proposal, before it is known what airs.
    pub(super) fn proposal(&self, licences: Vec<Licence>) -> Proposal {
        Proposal {
            range: self.range,
            slots: self.slots.iter().map(|(_, slot)| slot.clone()).collect(),
            licences,
            holdbacks: self.holdbacks.clone(),
            premieres: Vec::new(),
            versions: self.versions.iter().map(|(_, one)| one.clone()).collect(),
            findings: self.findings.iter().map(|(_, one)| one.clone()).collect(),
        }
    }
}

impl Promise {
    /// As the proposal tells it.
    pub(super) fn premiere(&self, work: &Work<'_>, state: State, repeats: Vec<Instant>) -> Premiere {
        let index = work.index;
        let version = self.version.map(|version| &index.versions[version.at()]);
        Premiere {
            channel: index.channels[self.channel.at()].id.clone(),
            episode: index.episodes[self.episode.at()].id.clone(),
            date: self.date,
            start: self.start,
            slot: self.slot.clone(),
            version: version.map(|version| version.id.clone()),
            language: version.map(|version| index.languages[version.language.at()].clone()),
            state,
            repeats,
        }
    }
}

/// A channel's name as ids begin: what stands before the first dot of its own id.
fn short(channel: &str) -> String {
    let name = channel.split('.').next().filter(|name| !name.is_empty());
    name.unwrap_or(channel).chars().take(LONGEST_BEGINNING).collect()
}

/// Ids that are taken, and how often a beginning was asked for.
struct Ids {
    taken: HashSet<String>,
    asked: BTreeMap<String, u32>,
}

impl Ids {
    fn of<'a>(taken: impl Iterator<Item = &'a str>) -> Self {
        Self {
            taken: taken.map(str::to_owned).collect(),
            asked: BTreeMap::new(),
        }
    }

    /// An id that nothing has: the beginning itself, or with a number.
    fn fresh(&mut self, begin: String) -> String {
        let asked = self.asked.entry(begin.clone()).or_default();
        loop {
            *asked += 1;
            let id = if *asked == 1 {
                begin.clone()
            } else {
                format!("{begin}-{asked}")
            };
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}
