//! Where in a workbook stands what keeps its station from being worked with.

use std::collections::BTreeMap;

use arna_domain::index::Invalid;
use arna_domain::{Station, Values, values};
use arna_exchange::workbook::{Field, Noun, Table, Tongue};

use super::assembled::Assembled;
use super::laid::{Laid, Layer};
use crate::failure::Detail;

/// Things that name something above them that is not there, each at the cell that names it.
pub(super) fn homeless(assembled: &Assembled, layer: &Layer, tongue: Tongue) -> Vec<Detail> {
    let told = assembled.homeless.iter().filter_map(|(table, number)| {
        let laid = layer.of(*table).get(*number)?;
        let field = match laid.noun {
            Noun::Season(..) => Field::Programme,
            Noun::Episode(..) => Field::Season,
            _ => Field::Episode,
        };
        let values = values! { "id" => laid.noun.above()? };
        Some(detail(
            place(layer, *table, laid, Some(field), tongue),
            "unknown_id",
            &values,
        ))
    });
    told.collect()
}

/// What is wrong with a station that came of a workbook: at the cell that says it, else at the thing, else by its path. What is named
/// outside the workbook, by airings and the like, and is to go there, is told once, where that is said.
pub(super) fn invalid(all: &[Invalid], assembled: &Assembled, layer: &Layer, tongue: Tongue) -> Vec<Detail> {
    let mut told = Vec::new();
    let mut used: BTreeMap<(Table, &str), usize> = BTreeMap::new();
    for one in all {
        let at = cell_of(&one.path, &assembled.station, layer, tongue);
        match gone(one, assembled, layer).filter(|_| at.is_none()) {
            Some(thing) => *used.entry(thing).or_default() += 1,
            None => told.push(detail(at.unwrap_or_else(|| one.path.clone()), one.code, &one.values)),
        }
    }
    let still_used = used.into_iter().filter_map(|((table, id), count)| {
        let laid = layer.of(table).iter().find(|laid| laid.noun.id() == id)?;
        let at = place(layer, table, laid, Some(Field::Remove), tongue);
        Some(detail(
            at,
            "workbook_still_used",
            &values! { "id" => id, "count" => count },
        ))
    });
    told.extend(still_used);
    told
}

/// The thing that something names, where the workbook takes it out.
fn gone<'a>(one: &Invalid, assembled: &Assembled, layer: &'a Layer) -> Option<(Table, &'a str)> {
    let named = one.values.get("id").and_then(|id| id.as_str())?;
    let is_it = |(table, laid): &(Table, &Laid)| laid.noun.id() == named && !assembled.has(*table, named);
    let all = layer
        .tables
        .iter()
        .flat_map(|(table, all)| all.iter().map(|laid| (*table, laid)));
    let (table, laid) = all.filter(|_| one.code == "unknown_id").find(is_it)?;
    Some((table, laid.noun.id()))
}

fn detail(path: String, code: &str, values: &Values) -> Detail {
    Detail {
        path,
        at: None,
        code: code.to_owned(),
        values: values.clone(),
    }
}

/// `Licences!D17`; of what has no row in the workbook its sheet, its id and the column.
fn place(layer: &Layer, table: Table, laid: &Laid, field: Option<Field>, tongue: Tongue) -> String {
    if let Some(at) = layer.at(laid, field.unwrap_or(Field::Id)) {
        return at.shown();
    }
    let head = field
        .map(|field| format!(", {}", field.head(tongue)))
        .unwrap_or_default();
    format!("{} {}{head}", table.name(tongue), laid.noun.id())
}

fn cell_of(path: &str, station: &Station, layer: &Layer, tongue: Tongue) -> Option<String> {
    let mut parts = path.split('.').peekable();
    let (list, at) = numbered(parts.next()?)?;
    let (table, id) = match list {
        "channels" => (Table::Channels, station.channels.get(at)?.id.as_str()),
        "licences" => (Table::Licences, station.licences.get(at)?.id.as_str()),
        "slots" => (Table::Grid, station.slots.get(at)?.id.as_str()),
        "programmes" => below(station, at, &mut parts)?,
        _ => return None,
    };
    let field = parts.find_map(|part| field_of(table, part.split('[').next().unwrap_or_default()));
    let laid = layer.of(table).iter().find(|one| one.noun.id() == id)?;
    Some(place(layer, table, laid, field, tongue))
}

/// `licences[3]`: the list and the place.
fn numbered(part: &str) -> Option<(&str, usize)> {
    let (list, rest) = part.split_once('[')?;
    Some((list, rest.strip_suffix(']')?.parse().ok()?))
}

/// The programme, season, episode or version that a path leads to.
fn below<'a, 'p>(
    station: &'a Station,
    at: usize,
    parts: &mut std::iter::Peekable<impl Iterator<Item = &'p str>>,
) -> Option<(Table, &'a str)> {
    let mut next = |wanted: &str| {
        let (list, at) = numbered(parts.peek().copied()?)?;
        (list == wanted).then(|| parts.next())?;
        Some(at)
    };
    let programme = station.programmes.get(at)?;
    let Some(at) = next("seasons") else {
        return Some((Table::Programmes, programme.id.as_str()));
    };
    let season = programme.seasons.get(at)?;
    let Some(at) = next("episodes") else {
        return Some((Table::Seasons, season.id.as_str()));
    };
    let episode = season.episodes.get(at)?;
    let Some(at) = next("versions") else {
        return Some((Table::Episodes, episode.id.as_str()));
    };
    Some((Table::Versions, episode.versions.get(at)?.id.as_str()))
}

/// The column that tells what documents call so.
fn field_of(table: Table, name: &str) -> Option<Field> {
    let own = match (table, name) {
        (Table::Channels, "tz") => Field::Zone,
        (Table::Versions, "duration_ms") => Field::Duration,
        (Table::Grid, "of") => Field::Repeats,
        (Table::Grid, "programmes") => Field::PoolProgrammes,
        _ => {
            return table
                .fields()
                .iter()
                .copied()
                .find(|field| field.as_str() == name && *field != Field::Fill);
        }
    };
    Some(own)
}
