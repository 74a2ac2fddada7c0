//! A log laid beside a schedule, in order.
//!
//! What a log tells and what was scheduled are two sequences by time. A live block that overruns shifts all that follows, so rows are
//! not looked up by their time: of all pairs that may be the same by name, the heaviest chain is taken in which both
//! sequences go on. It is found in O(n·w + k log m) for n airings, m rows, w rows within [`WINDOW`] of an airing and the k
//! pairs that may be the same, at most [`MOST_PAIRS`] an airing; in memory it is O(k + m).

use arna_domain::Instant;
use arna_domain::time::{HOUR, MINUTE};

use crate::names::Key;

/// How far from its time something scheduled is looked for.
const WINDOW: i64 = 12 * HOUR;
/// How far from its time it is looked for by its number, where it is out of order.
const NUMBER_WINDOW: i64 = 36 * HOUR;
/// How far by its title alone.
const TITLE_WINDOW: i64 = 3 * HOUR;
/// Rows that an airing is compared with at most, the nearest.
const MOST_PAIRS: usize = 256;
/// What the distance in time takes off a pair's worth at most: less than what any name is worth.
const MOST_OFF: i64 = 240;

/// A stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Its start.
    pub(super) start: Instant,
    /// Its end.
    pub(super) end: Instant,
}

impl Stretch {
    fn overlap(self, other: Self) -> i64 {
        self.end.min(other.end) - self.start.max(other.start)
    }
}

/// Something scheduled and the row that is it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// The number of what was scheduled.
    pub(super) due: usize,
    /// The row's number.
    pub(super) row: usize,
    /// By what it was recognised; [`Key::Time`]: the row aired in its place.
    pub(super) by: Key,
}

/// Pairs by what was scheduled; a row that replaced several things is in several. Both sequences are sorted by start.
pub(super) fn align(due: &[Stretch], rows: &[Stretch], key: &dyn Fn(usize, usize) -> Option<Key>) -> Vec<Pair> {
    let mut pairs = in_order(due, rows, key);
    out_of_order(due, rows, key, &mut pairs);
    replaced(due, rows, &mut pairs);
    pairs.sort_by_key(|pair| (pair.due, pair.row));
    pairs
}

fn distance(a: Stretch, b: Stretch) -> i64 {
    (a.start - b.start).abs()
}

/// The rows that start within a window of something scheduled and may be it, the nearest at most.
fn near(due: Stretch, rows: &[Stretch], window: i64, key: &dyn Fn(usize) -> Option<Key>) -> Vec<(usize, Key)> {
    let from = rows.partition_point(|row| row.start < due.start - window);
    let until = rows.partition_point(|row| row.start <= due.start + window);
    let mut found: Vec<(usize, Key)> = (from..until).filter_map(|row| Some((row, key(row)?))).collect();
    if found.len() > MOST_PAIRS {
        found.sort_by_key(|&(row, _)| (distance(due, rows[row]), row));
        found.truncate(MOST_PAIRS);
        found.sort_by_key(|&(row, _)| row);
    }
    found
}

/// A pair under consideration, and the best that goes before it.
#[derive(Clone, Copy)]
struct Node {
    pair: Pair,
    before: Option<usize>,
}

/// The heaviest chain of pairs in which both sequences go on.
fn in_order(due: &[Stretch], rows: &[Stretch], key: &dyn Fn(usize, usize) -> Option<Key>) -> Vec<Pair> {
    let mut nodes: Vec<Node> = Vec::new();
    let mut best = Best::of(rows.len());
    for (number, &one) in due.iter().enumerate() {
        let mut new = Vec::new();
        for (row, by) in near(one, rows, WINDOW, &|row| key(number, row)) {
            let off = (distance(one, rows[row]) / MINUTE).min(MOST_OFF);
            let before = best.before(row);
            let weight = by.worth() - off + before.map_or(0, |(weight, _)| weight);
            nodes.push(Node {
                pair: Pair { due: number, row, by },
                before: before.map(|(_, node)| node),
            });
            new.push((row, weight, nodes.len() - 1));
        }
        // Only now: an airing is not its own predecessor.
        for (row, weight, node) in new {
            best.put(row, weight, node);
        }
    }
    let mut chain = Vec::new();
    let mut at = best.before(rows.len()).map(|(_, node)| node);
    while let Some(node) = at {
        chain.push(nodes[node].pair);
        at = nodes[node].before;
    }
    chain.reverse();
    chain
}

/// The heaviest chain that ends before a row: a tree of prefix maxima (Fenwick). Of chains of the same weight the one found first stays.
struct Best(Vec<Option<(i64, usize)>>);

impl Best {
    fn of(rows: usize) -> Self {
        Self(vec![None; rows + 1])
    }

    fn before(&self, row: usize) -> Option<(i64, usize)> {
        let mut at = row;
        let mut best: Option<(i64, usize)> = None;
        while at > 0 {
            if let Some(one) = self.0[at]
                && best.is_none_or(|best| (one.0, best.1) > (best.0, one.1))
            {
                best = Some(one);
            }
            at &= at - 1;
        }
        best
    }

    fn put(&mut self, row: usize, weight: i64, node: usize) {
        let mut at = row + 1;
        while at < self.0.len() {
            if self.0[at].is_none_or(|(own, _)| weight > own) {
                self.0[at] = Some((weight, node));
            }
            at += at & at.wrapping_neg();
        }
    }
}

/// What is left of both.
struct Left {
    due: Vec<usize>,
    rows: Vec<usize>,
}

impl Left {
    fn of(due: usize, rows: usize, pairs: &[Pair]) -> Self {
        let (mut is_due, mut is_row) = (vec![true; due], vec![true; rows]);
        for pair in pairs {
            is_due[pair.due] = false;
            is_row[pair.row] = false;
        }
        let left = |list: &[bool]| (0..list.len()).filter(|&at| list[at]).collect();
        Self {
            due: left(&is_due),
            rows: left(&is_row),
        }
    }
}

/// What aired, but not in its turn: by its number within a day and a half, by its title near its time. The nearest first.
fn out_of_order(due: &[Stretch], rows: &[Stretch], key: &dyn Fn(usize, usize) -> Option<Key>, pairs: &mut Vec<Pair>) {
    let left = Left::of(due.len(), rows.len(), pairs);
    let own: Vec<Stretch> = left.rows.iter().map(|&row| rows[row]).collect();
    let mut found = Vec::new();
    for &number in &left.due {
        for (at, by) in near(due[number], &own, NUMBER_WINDOW, &|at| key(number, left.rows[at])) {
            let away = distance(due[number], own[at]);
            if by == Key::HouseNumber || away <= TITLE_WINDOW {
                found.push((by, away, number, left.rows[at]));
            }
        }
    }
    found.sort_unstable();
    let (mut taken, mut used) = (vec![false; due.len()], vec![false; rows.len()]);
    for (by, _, number, row) in found {
        if !taken[number] && !used[row] {
            (taken[number], used[row]) = (true, true);
            pairs.push(Pair { due: number, row, by });
        }
    }
    pairs.sort_by_key(|pair| (pair.due, pair.row));
}

/// What aired in the place of something else: rows that are left and take half of its time, where that is after the delay of what
/// came before it.
fn replaced(due: &[Stretch], rows: &[Stretch], pairs: &mut Vec<Pair>) {
    let left = Left::of(due.len(), rows.len(), pairs);
    let own: Vec<Stretch> = left.rows.iter().map(|&row| rows[row]).collect();
    let longest = own.iter().map(|row| row.end - row.start).max().unwrap_or_default();
    let mut found = Vec::new();
    for &number in &left.due {
        let before = pairs.partition_point(|pair| pair.due < number);
        let late = before
            .checked_sub(1)
            .map(|at| rows[pairs[at].row].start - due[pairs[at].due].start);
        let late = late.filter(|late| late.abs() <= TITLE_WINDOW).unwrap_or_default();
        let places = [0, late].map(|late| Stretch {
            start: due[number].start + late,
            end: due[number].end + late,
        });
        let mut best: Option<(i64, usize)> = None;
        for place in places {
            let from = own.partition_point(|row| row.start < place.start - longest);
            let rest = own[from..]
                .iter()
                .enumerate()
                .take_while(|(_, row)| row.start < place.end);
            for (at, row) in rest {
                let common = row.overlap(place);
                let is_half = 2 * common >= (row.end - row.start).min(place.end - place.start) && common > 0;
                if is_half && best.is_none_or(|(most, _)| common > most) {
                    best = Some((common, left.rows[from + at]));
                }
            }
        }
        if let Some((_, row)) = best {
            let by = Key::Time;
            found.push(Pair { due: number, row, by });
        }
    }
    pairs.append(&mut found);
}
