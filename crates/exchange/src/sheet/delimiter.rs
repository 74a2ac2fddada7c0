//! The sign that divides the cells of a table.

use super::book::text;
use super::{Cell, heads, schedule};

/// Signs that divide cells, those that texts and numbers have more often last.
const SIGNS: [u8; 3] = [b'\t', b';', b','];
/// Rows that are looked at.
const MOST_ROWS: usize = 30;
/// What is looked at, in bytes.
const LOOKED_AT: usize = 64 << 10;

/// What divides the cells of a table: what a first line `sep=;` says, as Excel takes it; else of tab, semicolon and comma the one whose
/// rows have most heads that are known in one of them; of several the one that stands equally often in most rows, as RFC 4180
/// (section 2) wants it; then the first of the three. Signs in quotations do not count.
pub(super) fn delimiter(table: &str) -> u8 {
    let table = &table[..table.floor_char_boundary(LOOKED_AT)];
    let said = table.lines().next().and_then(|line| line.strip_prefix("sep="));
    if let Some(&[sign]) = said.map(str::as_bytes) {
        return sign;
    }
    let rows = first_rows(table);
    let best = SIGNS.into_iter().rev().max_by_key(|&sign| {
        let (alike, count) = in_common(&rows, sign);
        // A single row may be prose, in which words stand that are heads elsewhere.
        let heads = rows.iter().filter(|row| alike > 1 && row.count(sign) == count);
        (heads.map(|row| row.heads(sign)).max(), alike)
    });
    best.unwrap_or(b',')
}

/// A row, and where signs stand in it outside of quotations.
struct Row<'t> {
    text: &'t str,
    signs: Vec<(usize, u8)>,
}

impl Row<'_> {
    fn count(&self, sign: u8) -> usize {
        self.signs.iter().filter(|(_, own)| *own == sign).count()
    }

    /// How many heads that are known it has where this sign divides it.
    fn heads(&self, sign: u8) -> usize {
        let mut begins = 0;
        let mut cell = |end: usize| {
            let own = &self.text[begins..end];
            begins = end + 1;
            text(own.trim_matches('"'))
        };
        let ends = self.signs.iter().filter(|(_, own)| *own == sign).map(|(at, _)| *at);
        let cells: Vec<Cell> = ends.chain([self.text.len()]).map(&mut cell).collect();
        heads::columns(&cells).len().max(schedule::columns(&cells).len())
    }
}

/// In how many rows a sign stands equally often, and how often: the most rows, then the most signs.
fn in_common(rows: &[Row<'_>], sign: u8) -> (usize, usize) {
    let counts: Vec<usize> = rows
        .iter()
        .map(|row| row.count(sign))
        .filter(|count| *count > 0)
        .collect();
    let alike = |count: &usize| counts.iter().filter(|own| *own == count).count();
    counts
        .iter()
        .map(|count| (alike(count), *count))
        .max()
        .unwrap_or_default()
}

/// The first rows that are not empty. A quotation begins with a cell, whatever sign divides them.
fn first_rows(table: &str) -> Vec<Row<'_>> {
    let (mut rows, mut signs) = (Vec::new(), Vec::new());
    let (mut row, mut cell, mut is_quoted) = (0, 0, false);
    for (at, &byte) in table.as_bytes().iter().chain(b"\n").enumerate() {
        match byte {
            b'"' if is_quoted => {
                is_quoted = false;
                // A mark that follows is one of its text.
                cell = at + 1;
            }
            b'"' => is_quoted = at == cell,
            _ if is_quoted => {}
            b'\r' | b'\n' => {
                let (text, signs) = (&table[row..at], std::mem::take(&mut signs));
                if !text.trim().is_empty() {
                    rows.push(Row { text, signs });
                }
                if rows.len() == MOST_ROWS {
                    break;
                }
                (row, cell) = (at + 1, at + 1);
            }
            _ if SIGNS.contains(&byte) => {
                signs.push((at - row, byte));
                cell = at + 1;
            }
            _ => {}
        }
    }
    rows
}
