//! No licence covers it: one holds longer, covers more, or is new.

use arna_domain::index::LicenceIx;
use arna_domain::placed::Showing;
use arna_domain::rules::Grounds;
use arna_domain::{Amendment, Licence, LicenceId};

use super::{Proposal, Scene};

const COST_OF_DAYS: u32 = 20;
const COST_OF_COVERING: u32 = 30;
const COST_OF_A_LICENCE: u32 = 60;
/// Licences that could cover more at most.
const MOST: usize = 3;

pub(super) fn fixes(scene: &Scene<'_>, showing: &Showing, grounds: &Grounds) -> Vec<Proposal> {
    let Grounds::NotLicensed { nearest, .. } = grounds else {
        return Vec::new();
    };
    if let Some(licence) = nearest {
        return vec![longer(scene, showing, *licence)];
    }
    let index = scene.placed.index;
    let version = &index.versions[showing.version.at()];
    let wider: Vec<_> = index.programmes[version.programme.at()]
        .licences
        .iter()
        .filter(|licence| {
            index.licences[licence.at()]
                .season
                .is_none_or(|season| season == version.season)
        })
        .take(MOST)
        .map(|&licence| wider(scene, showing, licence))
        .collect();
    if wider.is_empty() {
        return vec![new(scene, showing)];
    }
    wider
}

/// The window stretched to the date.
fn longer(scene: &Scene<'_>, showing: &Showing, licence: LicenceIx) -> Proposal {
    let entry = &scene.placed.index.licences[licence.at()];
    let days = entry
        .from
        .days_since(showing.date)
        .max(showing.date.days_since(entry.until));
    Proposal {
        amendments: vec![Amendment::LicenceWindow {
            licence: entry.id.clone(),
            from: (showing.date < entry.from).then_some(showing.date),
            until: (entry.until < showing.date).then_some(showing.date),
        }],
        cost: COST_OF_DAYS + u32::try_from(days).unwrap_or_default(),
        focus: None,
    }
}

/// The channel or language added that it lacks.
fn wider(scene: &Scene<'_>, showing: &Showing, licence: LicenceIx) -> Proposal {
    let index = scene.placed.index;
    let entry = &index.licences[licence.at()];
    let language = index.versions[showing.version.at()].language;
    let lacks_channel = !entry.channels.is_empty() && !entry.channels.contains(&showing.channel);
    let lacks_language = !entry.languages.is_empty() && !entry.languages.contains(&language);
    let channel = lacks_channel.then(|| index.channels[showing.channel.at()].id.clone());
    let language = lacks_language.then(|| index.languages[language.at()].clone());
    Proposal {
        amendments: vec![Amendment::LicenceCovers {
            licence: entry.id.clone(),
            channels: channel.into_iter().collect(),
            languages: language.into_iter().collect(),
        }],
        cost: COST_OF_COVERING,
        focus: None,
    }
}

/// A licence of the day for the channel and language.
fn new(scene: &Scene<'_>, showing: &Showing) -> Proposal {
    let index = scene.placed.index;
    let version = &index.versions[showing.version.at()];
    let programme = &index.programmes[version.programme.at()].id;
    let names = std::iter::once(programme.to_string()).chain((2_u32..).map(|number| format!("{programme}-{number}")));
    let id = names.into_iter().find(|id| index.licence(id).is_none());
    Proposal {
        amendments: vec![Amendment::NewLicence(Licence {
            id: LicenceId::new(id.unwrap_or_default()),
            programme: programme.clone(),
            season: None,
            channels: vec![index.channels[showing.channel.at()].id.clone()],
            languages: vec![index.languages[version.language.at()].clone()],
            from: showing.date,
            until: showing.date,
            max_runs: None,
            shared: false,
            rerun_hours: 0,
            min_gap_hours: None,
        })],
        cost: COST_OF_A_LICENCE,
        focus: None,
    }
}
