//! A new station of what can be read of a damaged one: everything that still holds together, and a list of what is missing.

use std::collections::BTreeSet;
use std::path::Path;

use arna_domain::index::Invalid;
use arna_domain::{Index, Station, Zones, values};
use arna_store::Fault;
use serde_json::Value;

use crate::desk::{Hand, entry};
use crate::failure::Failure;

/// What was taken over.
#[derive(Clone, Debug)]
pub struct Salvaged {
    /// Airings of the new station.
    pub airings: usize,
    /// Whether the journal goes on; else it begins anew.
    pub keeps_journal: bool,
    /// What is missing.
    pub missing: Vec<Fault>,
}

/// Makes a new station file of everything that can be read of a damaged one, which is not touched.
///
/// # Errors
/// When there is a file already or it cannot be written; what is no station, newer, or has nothing that can be read.
pub fn salvage(damaged: &Path, new: &Path, hand: &Hand, zones: &Zones) -> Result<Salvaged, Failure> {
    let read = arna_store::salvage(damaged, new).map_err(|error| Failure::between(error, damaged, new))?;
    let (station, pruned) = pruned(read.station(), zones)?;
    let missing = read.missing().iter().cloned().chain(pruned).collect();
    let founding = entry("salvage_station", values! {}, hand);
    let keeps_journal = read
        .keep(&station, &founding, new)
        .map_err(|error| Failure::from(error).of(new))?;
    Ok(Salvaged {
        airings: station.schedule.len(),
        keeps_journal,
        missing,
    })
}

/// What may be taken out alone, by its path without numbers. Nothing of it widens a right: a licence without a channel of its
/// list is taken out whole, for one without a list holds on all channels.
const LOOSE_ENDS: &[&str] = &[
    "schedule.licence",
    "schedule.slot",
    "pins.licence",
    "history.licence",
    "programmes.partners",
    "programmes.seasons.occasion",
    "programmes.seasons.episodes.places",
    "programmes.seasons.episodes.quotations",
    "programmes.seasons.episodes.versions.media",
    "slots.occasion",
    "campaigns.occasion",
    "quotations.source.place",
    "receivers.files",
];

/// Lists within records whose members are things of their own.
const WITHIN: &[&str] = &["seasons", "episodes", "versions"];

/// The station without what refers to what is not there, and what was taken out: each time the smallest thing, until the rest
/// can be worked with.
fn pruned(station: &Station, zones: &Zones) -> Result<(Station, Vec<Fault>), Failure> {
    let mut station = station.clone();
    let mut gone = Vec::new();
    while let Err(wrong) = Index::of(&station, zones) {
        let document = serde_json::to_value(&station);
        let mut document = document.map_err(|error| unwritable(&error))?;
        let mut cuts = BTreeSet::new();
        for one in &wrong {
            let cut = cut_of(&one.path).ok_or_else(|| Failure::unusable(&wrong))?;
            gone.push(told(one, &cut, &document));
            cuts.insert(cut);
        }
        // From the end on, so that the places before stay what they are.
        for cut in cuts.iter().rev() {
            take_out(&mut document, cut);
        }
        station = serde_json::from_value(document).map_err(|error| unwritable(&error))?;
    }
    Ok((station, gone))
}

fn unwritable(error: &serde_json::Error) -> Failure {
    Failure::new("station_damaged", values! { "what" => error.to_string() })
}

/// A step of a path into a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Key(String),
    At(usize),
}

/// What is to be taken out for a path of the index's refusals: a loose end, else the thing around it.
fn cut_of(path: &str) -> Option<Vec<Step>> {
    let steps = steps(path);
    let loose = (1..=steps.len()).find(|&end| {
        let keys: Vec<&str> = steps[..end].iter().filter_map(key).collect();
        let ends = steps.get(end).and_then(key).is_some() || end == steps.len();
        ends && LOOSE_ENDS.contains(&keys.join(".").as_str())
    });
    let around = || {
        let mut things = steps.windows(2).enumerate().filter(|(at, pair)| {
            let is_thing = *at == 0 || key(&pair[0]).is_some_and(|key| WITHIN.contains(&key));
            is_thing && matches!(pair[1], Step::At(_))
        });
        things.next_back().map(|(at, _)| at + 2)
    };
    let end = loose.or_else(around)?;
    Some(steps[..end].to_vec())
}

fn key(step: &Step) -> Option<&str> {
    match step {
        Step::Key(key) => Some(key),
        Step::At(_) => None,
    }
}

/// `licences[3].season` as steps.
fn steps(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for part in path.split(['.', '[']) {
        match part.strip_suffix(']').and_then(|number| number.parse().ok()) {
            Some(number) => steps.push(Step::At(number)),
            None => steps.push(Step::Key(part.to_owned())),
        }
    }
    steps
}

fn at<'a>(document: &'a Value, steps: &[Step]) -> Option<&'a Value> {
    steps.iter().try_fold(document, |value, step| match step {
        Step::Key(key) => value.get(key),
        Step::At(number) => value.get(number),
    })
}

fn take_out(document: &mut Value, cut: &[Step]) {
    let Some((last, before)) = cut.split_last() else { return };
    let list = before.iter().try_fold(document, |value, step| match step {
        Step::Key(key) => value.get_mut(key),
        Step::At(number) => value.get_mut(number),
    });
    match (list, last) {
        (Some(Value::Object(fields)), Step::Key(key)) => drop(fields.shift_remove(key)),
        (Some(Value::Array(list)), Step::At(number)) if *number < list.len() => drop(list.remove(*number)),
        _ => {}
    }
}

/// What is taken out, by what it is called, and why.
fn told(why: &Invalid, cut: &[Step], document: &Value) -> Fault {
    let thing = at(document, cut);
    let text = |name: &str| thing.and_then(|thing| thing.get(name)?.as_str());
    let placed = || {
        Some(format!(
            "{} {}",
            text("channel")?,
            text("start").or_else(|| text("from"))?
        ))
    };
    let named = || text("id").or_else(|| text("version")).map(str::to_owned);
    let itself = || thing.and_then(Value::as_str).map(str::to_owned);
    let list: Vec<&str> = cut.iter().filter_map(key).collect();
    let name = placed().or_else(named).or_else(itself).unwrap_or_default();
    let values = values! {
        "what" => format!("{} {name}", list.join(".")).trim_end(), "path" => why.path.as_str(), "invalid" => why.code,
        "values" => why.values
    };
    Fault::new("pruned", values)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

    use super::*;

    fn cut(path: &str) -> String {
        let cut = cut_of(path).unwrap();
        let words = cut.iter().map(|step| match step {
            Step::Key(key) => format!(".{key}"),
            Step::At(number) => format!("[{number}]"),
        });
        words.collect::<String>()[1..].to_owned()
    }

    #[test]
    fn the_smallest_thing_is_taken_out_that_widens_no_right() {
        let cases = [
            ("schedule[7].licence", "schedule[7].licence"),
            ("schedule[7].version", "schedule[7]"),
            ("licences[0].channels[1]", "licences[0]"),
            ("licences[0].season", "licences[0]"),
            ("slots[2]", "slots[2]"),
            ("slots[2].fill.repeat.of", "slots[2]"),
            ("slots[2].occasion", "slots[2].occasion"),
            ("programmes[1].partners[0]", "programmes[1].partners[0]"),
            (
                "programmes[1].seasons[0].episodes[2].places[3]",
                "programmes[1].seasons[0].episodes[2].places[3]",
            ),
            (
                "programmes[1].seasons[0].episodes[2].versions[3].media",
                "programmes[1].seasons[0].episodes[2].versions[3].media",
            ),
            (
                "programmes[1].seasons[0].episodes[2].versions[3].id",
                "programmes[1].seasons[0].episodes[2].versions[3]",
            ),
            ("programmes[1].seasons[0].id", "programmes[1].seasons[0]"),
            ("receivers[0].files[1].page.programme", "receivers[0].files[1]"),
            ("receivers[0].to.folder", "receivers[0]"),
        ];
        for (path, wanted) in cases {
            assert_eq!(cut(path), wanted, "{path}");
        }
        assert_eq!(cut_of(""), None);
    }

    /// Whatever is lost of the sample, the rest can be worked with.
    #[test]
    fn whatever_is_lost_the_rest_can_be_worked_with() {
        let zones = Zones::bundled();
        let sample: Station = serde_json::from_str(crate::desk::SAMPLE).unwrap();
        assert_eq!(pruned(&sample, &zones).unwrap(), (sample.clone(), Vec::new()));
        let document = serde_json::to_value(&sample).unwrap();
        let lists = document.as_object().unwrap();
        for (list, own) in lists.iter().filter_map(|(name, list)| Some((name, list.as_array()?))) {
            for at in 0..own.len() {
                let mut less = document.clone();
                less[list].as_array_mut().unwrap().remove(at);
                let less: Station = serde_json::from_value(less).unwrap();
                let (rest, gone) = pruned(&less, &zones).unwrap();
                assert!(Index::of(&rest, &zones).is_ok());
                assert_eq!(rest == less, gone.is_empty(), "{list}[{at}]");
            }
        }
    }
}
