//! Filling a rest of time with fillers: as full as it gets, never the same one twice in a row while another fits.

mod stock;

use arna_domain::Index;
use arna_domain::index::VersionIx;

pub(super) use self::stock::Stock;

/// Fillers and the sums that sequences of them reach in which no two neighbours are the same.
pub(crate) struct Fillers {
    /// Every filler of the station.
    stock: Stock,
    /// Those that sums are made of: at most two of a length, longest first, with their durations in milliseconds.
    all: Vec<(VersionIx, i64)>,
    /// The length that all durations are multiples of, in milliseconds.
    unit: i64,
    /// For each sum in units, the fillers that such a sequence of that sum can end with, as bits.
    ends: Vec<u64>,
}

/// More sums are not kept: beyond them the two longest fillers take turns first.
const MOST_SUMS: i64 = 1 << 20;
/// Sums are made of no more fillers: of the longest.
const MOST_FILLERS: usize = 64;

impl Fillers {
    /// The fillers of a station, for rests up to this long.
    pub(crate) fn of(index: &Index, longest_rest_ms: i64) -> Self {
        let stock = Stock::of(index);
        let mut all = stock.counting().to_vec();
        // Two of a length can take turns for ever; a third adds nothing to the sums.
        let mut of_length = (0, 0);
        all.retain(|&(_, ms)| {
            of_length = (ms, if of_length.0 == ms { of_length.1 + 1 } else { 1 });
            of_length.1 <= 2
        });
        all.truncate(MOST_FILLERS);
        let unit = all.iter().fold(0, |unit, &(_, ms)| gcd(unit, ms)).max(1);
        let longest = if all.is_empty() { 0 } else { longest_rest_ms };
        let sums = (longest / unit).clamp(0, MOST_SUMS);
        let mut ends = vec![0_u64; usize::try_from(sums).unwrap_or_default() + 1];
        for sum in 1..ends.len() {
            for (bit, &(_, ms)) in all.iter().enumerate() {
                let own = usize::try_from(ms / unit).unwrap_or(usize::MAX);
                if own == sum || own < sum && ends[sum - own] & !(1 << bit) != 0 {
                    ends[sum] |= 1 << bit;
                }
            }
        }
        Self { stock, all, unit, ends }
    }

    /// Every filler of the station.
    pub(super) fn stock(&self) -> &Stock {
        &self.stock
    }

    /// The fullest sequence without the same one twice in a row, for a rest that follows the filler `after`, if one does.
    pub(crate) fn fill(&self, rest_ms: i64, after: Option<VersionIx>) -> Vec<VersionIx> {
        let (mut sequence, rest) = self.take_turns(rest_ms, after);
        let before = sequence.last().copied().or(after);
        let most = usize::try_from(rest / self.unit)
            .unwrap_or_default()
            .min(self.ends.len() - 1);
        if let Some(sum) = (1..=most).rev().find(|&sum| self.starts(sum, before) != 0) {
            sequence.extend(self.sequence(sum, before));
        }
        sequence
    }

    /// The shortest sequence that lasts at least `least` and at most `most` milliseconds.
    pub(crate) fn fill_between(&self, least_ms: i64, most_ms: i64, after: Option<VersionIx>) -> Option<Vec<VersionIx>> {
        let sum = |ms: i64| usize::try_from(ms.max(0)).unwrap_or(usize::MAX);
        let first = sum((least_ms + self.unit - 1) / self.unit).max(1);
        let last = sum(most_ms / self.unit).min(self.ends.len() - 1);
        (first..=last)
            .find(|&sum| self.starts(sum, after) != 0)
            .map(|sum| self.sequence(sum, after))
    }

    /// The two longest in turn until the sums that are kept reach over the rest.
    fn take_turns(&self, mut rest_ms: i64, mut after: Option<VersionIx>) -> (Vec<VersionIx>, i64) {
        let mut sequence = Vec::new();
        let reach = self.unit * (self.ends.len() as i64 - 1);
        while rest_ms > reach {
            let mut may_follow = self.all.iter().filter(|&&(version, _)| Some(version) != after);
            let Some(&(version, ms)) = may_follow.find(|&&(_, ms)| ms <= rest_ms) else {
                break;
            };
            sequence.push(version);
            (rest_ms, after) = (rest_ms - ms, Some(version));
        }
        (sequence, rest_ms)
    }

    /// The fillers that a sequence of this sum can start with. A sequence turned round is one too.
    fn starts(&self, sum: usize, after: Option<VersionIx>) -> u64 {
        let same = self.all.iter().position(|&(version, _)| Some(version) == after);
        self.ends[sum] & !same.map_or(0, |bit| 1 << bit)
    }

    fn sequence(&self, mut sum: usize, mut after: Option<VersionIx>) -> Vec<VersionIx> {
        let mut sequence = Vec::new();
        while sum > 0 {
            // Bits are in order of length: the lowest is the longest.
            let bit = self.starts(sum, after).trailing_zeros() as usize;
            let Some(&(version, ms)) = self.all.get(bit) else { break };
            sequence.push(version);
            sum -= usize::try_from(ms / self.unit).unwrap_or(sum);
            after = Some(version);
        }
        sequence
    }
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a % b) }
}
