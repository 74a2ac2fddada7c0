//! What a search goes on from, and what is worth more where it was.

use arna_domain::index::VersionIx;
use arna_domain::instance::InstanceIx;
use rustc_hash::FxHashMap;

use super::filling::Filling;
use super::model::{Model, Seat};

/// What is worth more where it was than its pool score says.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Stay<'b> {
    /// What was accepted in each instance; none: nothing is worth more.
    pub(crate) versions: Option<&'b FxHashMap<InstanceIx, VersionIx>>,
    /// Points that it is worth more there.
    pub(crate) weight: i64,
}

impl Stay<'_> {
    /// Points that a version is worth more in an instance.
    pub(crate) fn points(&self, instance: InstanceIx, version: VersionIx) -> i64 {
        let was = self.versions.and_then(|versions| versions.get(&instance));
        if was == Some(&version) { self.weight } else { 0 }
    }
}

/// Where a search begins.
#[derive(Default)]
pub(crate) struct Start<'b> {
    /// What is worth more where it was.
    pub(crate) stay: Stay<'b>,
    /// What stood in the instances to be filled.
    pub(crate) standing: FxHashMap<InstanceIx, VersionIx>,
}

impl Start<'_> {
    /// What stood there, as far as it fits.
    pub(super) fn filling<'m>(&self, model: &'m Model) -> Filling<'m> {
        let mut filling = Filling::empty(model);
        for seat in &model.seats {
            if let Some(number) = self.stood(model, seat).filter(|&number| filling.fits(number)) {
                filling.add(number);
            }
        }
        filling
    }

    /// The candidate that stood in a seat, where it still is one.
    pub(super) fn stood(&self, model: &Model, seat: &Seat) -> Option<u32> {
        let stood = self.standing.get(&seat.instance)?;
        let mut own = seat.candidates.clone();
        own.find(|&number| model.candidate(number).version == *stood)
    }
}

impl Model {
    /// Lets each candidate earn what it is worth more where it was. Prices, slacks and search go by it; what a plan scores does not.
    pub(super) fn favour(&mut self, stay: &Stay<'_>) {
        for candidate in &mut self.candidates {
            let instance = self.seats[candidate.seat as usize].instance;
            let points = stay
                .points(instance, candidate.version)
                .clamp(-MOST_WEIGHT, MOST_WEIGHT);
            candidate.value += points as i32;
        }
    }
}

/// More than any airing earns: beyond it a greater weight changes nothing.
const MOST_WEIGHT: i64 = 1_000_000;
