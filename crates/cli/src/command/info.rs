//! `info`.

use std::path::Path;

use arna_app::{Failure, source};
use arna_domain::{Station, Zones};
use serde_json::json;

use crate::output::Output;

pub(super) fn info(path: &Path, output: &Output) -> Result<(), Failure> {
    let station = source::read(path, &Zones::bundled())?.station;
    let name = station.about.name.in_or_near(output.words.tag()).unwrap_or_default();
    let counts = counts(&station);
    if output.json {
        let counts: serde_json::Map<_, _> = counts
            .iter()
            .map(|(what, count)| ((*what).to_owned(), (*count).into()))
            .collect();
        let channels: Vec<_> = station
            .channels
            .iter()
            .map(|one| json!({ "id": one.id, "name": one.name, "tz": one.tz, "day_start": one.day_start }))
            .collect();
        let dates = dates(&station);
        return output.value(&json!({ "name": name, "channels": channels, "counts": counts, "schedule": dates }));
    }
    if !name.is_empty() {
        output.line(name)?;
    }
    if let Some(notes) = station.about.notes.in_or_near(output.words.tag()) {
        output.line(notes)?;
    }
    let channels = station.channels.iter().map(|one| {
        vec![
            one.id.to_string(),
            one.name.clone(),
            one.tz.clone(),
            one.day_start.to_string(),
        ]
    });
    output.table(&["channel", "name", "zone", "day-start"], channels.collect())?;
    let rows = counts
        .iter()
        .map(|(what, count)| vec![output.words.say(&format!("cli-count-{what}")), count.to_string()]);
    output.table(&["holds", "count"], rows.collect())?;
    if let Some((first, last)) = dates(&station) {
        output.line(&format!("{}: {first} … {last}", output.words.say("cli-schedule")))?;
    }
    Ok(())
}

fn counts(station: &Station) -> Vec<(&'static str, usize)> {
    let episodes = || {
        station
            .programmes
            .iter()
            .flat_map(|one| &one.seasons)
            .flat_map(|one| &one.episodes)
    };
    vec![
        ("programmes", station.programmes.len()),
        ("episodes", episodes().count()),
        ("versions", episodes().map(|one| one.versions.len()).sum()),
        ("licences", station.licences.len()),
        ("slots", station.slots.len()),
        ("campaigns", station.campaigns.len()),
        ("pins", station.pins.len()),
        ("history", station.history.len()),
        ("occasions", station.occasions.len()),
        ("places", station.places.len()),
        ("quotations", station.quotations.len()),
        ("airings", station.schedule.len()),
    ]
}

fn dates(station: &Station) -> Option<(String, String)> {
    let dates = || station.schedule.iter().map(|airing| airing.date);
    Some((dates().min()?.to_string(), dates().max()?.to_string()))
}
