//! Small nasty stations, at random: ranges laid over clock changes, layers that cover each other, chained repeats, licences that
//! overlap, pins on pins.
//!
//! A station is first a list of genes, small numbers that shrink well and mean something whatever the others are; [`build`]
//! makes a document of them that the planner must accept.

mod build;
mod genes;

use std::fmt;
use std::ops::RangeInclusive;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;

use self::genes::{FillKind, LicenceGene};

/// A station and the range to plan.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) station: Value,
    pub(crate) from: String,
    pub(crate) days: u32,
}

impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "--from {} --days {}\n{}", self.from, self.days, self.station)
    }
}

/// How much of everything a station has, and what its slots may be filled by.
#[derive(Clone, Debug)]
pub(crate) struct Mix {
    channels: RangeInclusive<usize>,
    days: RangeInclusive<u8>,
    programmes: RangeInclusive<usize>,
    licences: RangeInclusive<usize>,
    slots: RangeInclusive<usize>,
    fills: &'static [FillKind],
    fixed: RangeInclusive<usize>,
    limits: RangeInclusive<usize>,
    breaks: RangeInclusive<usize>,
}

/// A bit of everything.
const ANY: Mix = Mix {
    channels: 1..=4,
    days: 1..=9,
    programmes: 1..=5,
    licences: 0..=9,
    slots: 0..=16,
    fills: &[
        FillKind::Sequel,
        FillKind::Pool,
        FillKind::Repeat,
        FillKind::Pool,
        FillKind::Hold,
    ],
    fixed: 0..=6,
    limits: 0..=3,
    breaks: 0..=4,
};

/// Few enough places in pools to try every filling.
const TINY: Mix = Mix {
    channels: 1..=2,
    days: 1..=3,
    programmes: 1..=3,
    licences: 0..=3,
    slots: 1..=4,
    fills: &[FillKind::Pool, FillKind::Pool, FillKind::Sequel],
    fixed: 0..=3,
    limits: 0..=2,
    breaks: 0..=0,
};

/// Pools and nothing else, each programme licensed once: more of anything can only help.
const POOLS: Mix = Mix {
    fills: &[FillKind::Pool],
    fixed: 0..=0,
    ..TINY
};

/// Stations with a bit of everything.
pub(crate) fn any_station() -> impl Strategy<Value = Case> {
    genes::genes(&ANY).prop_map(|genes| build::build(&genes))
}

/// Stations with so few places in pools that every filling can be tried; something of each programme may air on most of them.
pub(crate) fn tiny_station() -> impl Strategy<Value = Case> {
    genes::genes(&TINY).prop_map(|mut genes| {
        let count = genes.programmes.len() as u8;
        genes.licences.extend((0..count).map(LicenceGene::broad));
        build::build(&genes)
    })
}

/// Tiny stations of pools alone, with one licence a programme.
pub(crate) fn pools_alone() -> impl Strategy<Value = Case> {
    genes::genes(&POOLS).prop_map(|mut genes| {
        let mut licences = genes.licences.into_iter();
        genes.licences = (0..genes.programmes.len() as u8)
            .map(|programme| match licences.next() {
                Some(licence) => LicenceGene { programme, ..licence },
                None => LicenceGene::broad(programme),
            })
            .collect();
        build::build(&genes)
    })
}

/// The same stations every time.
pub(crate) fn always_the_same<S: Strategy>(strategy: &S, count: usize) -> Vec<S::Value> {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    (0..count)
        .map(|_| strategy.new_tree(&mut runner).unwrap().current())
        .collect()
}
