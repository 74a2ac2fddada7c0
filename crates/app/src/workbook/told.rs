//! What stands where a column only tells what a row is of. It is not taken, and whoever wrote something else there is told so.

use std::collections::HashMap;

use arna_domain::{Station, values};
use arna_exchange::received::At;
use arna_exchange::workbook::{Fault, Names, Noun, ReadRow, SheetRows, Table, Tongue, nouns};

use super::laid::Layer;

/// The most of a cell that a remark shows, in characters.
const LONGEST_SHOWN: usize = 60;

/// What such a cell says of a thing.
struct Claim<'a> {
    thing: (Table, &'a str),
    at: At,
    said: &'a str,
}

/// Cells that say of a row what neither the station says nor the one that the workbook makes of it, in any language. An emptied cell
/// says nothing.
pub(super) fn not_taken(old: &Station, new: &Station, layer: &Layer, tongue: Tongue) -> Vec<Fault> {
    let rows = layer
        .sheets
        .iter()
        .flat_map(|sheet| sheet.rows.iter().map(move |row| (sheet, row)));
    let mut claims: Vec<Claim<'_>> = rows.filter_map(|(sheet, row)| claim(sheet, row)).collect();
    let before: Vec<Noun> = Table::ALL
        .iter()
        .flat_map(|table| nouns(old, *table))
        .map(|(noun, _)| noun)
        .collect();
    let before = by_id(&before);
    let after = by_id(layer.tables.values().flatten().map(|laid| &laid.noun));
    for (station, things) in [(old, &before), (new, &after)] {
        for tongue in Tongue::ALL {
            if claims.is_empty() {
                return Vec::new();
            }
            let names = Names::of(station, tongue);
            claims.retain(|claim| {
                let noun = things.get(&claim.thing);
                !noun.is_some_and(|noun| names.is_about(noun, claim.said))
            });
        }
    }
    let names = Names::of(new, tongue);
    let remark = |claim: Claim<'_>| {
        let says = after
            .get(&claim.thing)
            .map(|noun| names.about(noun))
            .unwrap_or_default();
        Fault {
            at: claim.at,
            code: "read_only",
            values: values! { "found" => shown(claim.said), "says" => shown(&says) },
        }
    };
    claims.into_iter().map(remark).collect()
}

fn claim<'a>(sheet: &'a SheetRows, row: &'a ReadRow) -> Option<Claim<'a>> {
    let (column, said) = row.told.as_ref().filter(|_| !row.is_to_go)?;
    Some(Claim {
        thing: (sheet.table, &row.id),
        at: sheet.cell(row.row, *column),
        said,
    })
}

fn by_id<'a>(all: impl IntoIterator<Item = &'a Noun>) -> HashMap<(Table, &'a str), &'a Noun> {
    all.into_iter().map(|noun| ((noun.table(), noun.id()), noun)).collect()
}

fn shown(text: &str) -> String {
    text.chars().take(LONGEST_SHOWN).collect()
}
