//! The assignment of rows to columns that earns most, by shortest augmenting paths (Kuhn, Munkres; Jonker and Volgenant).

use super::filling::NONE;

/// What a row earns in a column, and what that means to who asks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) column: u32,
    pub(super) earns: i64,
    pub(super) candidate: u32,
}

/// The assignment of rows to columns that earns most; a row may stay without.
#[derive(Default)]
pub(super) struct Matching {
    /// The row that holds each column.
    holder: Vec<u32>,
    /// The choice of each row, by its number.
    choice: Vec<u32>,
    candidates: Vec<u32>,
    row_price: Vec<i64>,
    column_price: Vec<i64>,
    distance: Vec<i64>,
    /// The choice through which each column is reached.
    through: Vec<u32>,
    row_of_choice: Vec<u32>,
    done: Vec<bool>,
    reached: Vec<u32>,
}

impl Matching {
    /// What a row is given.
    pub(super) fn chosen(&self, row: usize) -> Option<u32> {
        let choice = self.choice[row];
        (choice != NONE).then(|| self.candidates[choice as usize])
    }

    /// Assigns: the choices of row `r` are those from `first[r]` to `first[r + 1]`, each column at most once among them.
    pub(super) fn solve(&mut self, first: &[u32], choices: &[Choice], columns: usize) {
        let rows = first.len() - 1;
        self.holder.clear();
        self.holder.resize(columns, NONE);
        self.choice.clear();
        self.choice.resize(rows, NONE);
        self.candidates.clear();
        self.candidates.extend(choices.iter().map(|choice| choice.candidate));
        self.column_price.clear();
        self.column_price.resize(columns, 0);
        self.row_price.clear();
        self.row_of_choice.clear();
        for row in 0..rows {
            let own = &choices[first[row] as usize..first[row + 1] as usize];
            self.row_price
                .push(own.iter().map(|choice| choice.earns).max().unwrap_or_default());
            self.row_of_choice.resize(first[row + 1] as usize, row as u32);
        }
        for row in 0..rows {
            self.augment(first, choices, row);
        }
    }

    /// Gives a row a column, others moving over where that earns more.
    fn augment(&mut self, first: &[u32], choices: &[Choice], row: usize) {
        let columns = self.holder.len();
        self.distance.clear();
        self.distance.resize(columns, i64::MAX);
        self.through.clear();
        self.through.resize(columns, NONE);
        self.done.clear();
        self.done.resize(columns, false);
        self.reached.clear();
        // The cheapest end so far: a row that goes without, or a free column.
        let (mut end_cost, mut end_row, mut end_column) = (self.row_price[row], row as u32, NONE);
        let (mut from, mut base) = (row, 0);
        loop {
            for number in first[from]..first[from + 1] {
                let choice = choices[number as usize];
                let column = choice.column as usize;
                if self.done[column] {
                    continue;
                }
                let cost = base + self.row_price[from] + self.column_price[column] - choice.earns;
                if cost < self.distance[column] {
                    if self.distance[column] == i64::MAX {
                        self.reached.push(column as u32);
                    }
                    self.distance[column] = cost;
                    self.through[column] = number;
                }
            }
            let next = self
                .reached
                .iter()
                .copied()
                .filter(|&column| !self.done[column as usize])
                .min_by_key(|&column| (self.distance[column as usize], column));
            let Some(column) = next.filter(|&column| self.distance[column as usize] < end_cost) else {
                break;
            };
            self.done[column as usize] = true;
            base = self.distance[column as usize];
            let holder = self.holder[column as usize];
            if holder == NONE {
                (end_cost, end_row, end_column) = (base, NONE, column);
                break;
            }
            from = holder as usize;
            let without = base + self.row_price[from];
            if without < end_cost {
                (end_cost, end_row, end_column) = (without, holder, NONE);
            }
        }
        // Prices move by what the cheapest way was longer than each way taken.
        self.row_price[row] -= end_cost;
        for at in 0..self.reached.len() {
            let column = self.reached[at] as usize;
            if self.done[column] && self.distance[column] < end_cost {
                let moved = end_cost - self.distance[column];
                self.column_price[column] += moved;
                let holder = self.holder[column];
                if holder != NONE {
                    self.row_price[holder as usize] -= moved;
                }
            }
        }
        // Each column on the way goes to the row before it.
        let mut column = end_column;
        if end_row != NONE && end_row as usize != row {
            let left = choices[self.choice[end_row as usize] as usize].column;
            self.choice[end_row as usize] = NONE;
            column = left;
        }
        while column != NONE {
            let number = self.through[column as usize];
            let taker = self.row_of_choice[number as usize];
            let old = self.choice[taker as usize];
            self.choice[taker as usize] = number;
            self.holder[column as usize] = taker;
            column = if old == NONE || taker as usize == row {
                NONE
            } else {
                choices[old as usize].column
            };
        }
    }
}
