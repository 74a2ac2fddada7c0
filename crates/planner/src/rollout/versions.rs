//! Which language versions the work lacks, and by when.

use arna_domain::finding::Place;
use arna_domain::index::{EpisodeIx, LanguageIx, VersionIx};
use arna_domain::rollout::MissingVersion;
use arna_domain::{BroadcastDate, Language, Severity, values};

use super::check::Work;
use super::draft::Draft;

/// The version that a target airs: of the first of its languages that the episode has.
pub(super) fn spoken(work: &Work<'_>, number: usize, episode: EpisodeIx) -> Option<VersionIx> {
    let languages = &work.target(number).languages;
    languages
        .iter()
        .find_map(|language| version_in(work, episode, language))
}

fn version_in(work: &Work<'_>, episode: EpisodeIx, language: &Language) -> Option<VersionIx> {
    let wanted: LanguageIx = work.index.language(language.as_str())?;
    let mut versions = work.index.episodes[episode.at()].versions.clone().map(VersionIx);
    versions.find(|version| work.index.versions[version.at()].language == wanted)
}

/// Notes each language that a target would rather air an episode in. Where none has a version, it cannot air at all.
pub(super) fn tell_missing(
    work: &Work<'_>,
    number: usize,
    episode: EpisodeIx,
    by: BroadcastDate,
    spoken: Option<VersionIx>,
    draft: &mut Draft,
) {
    let target = work.target(number);
    let id = &work.index.episodes[episode.at()].id;
    let stands_in = spoken.map(|version| {
        let language = work.index.versions[version.at()].language;
        work.index.languages[language.at()].clone()
    });
    let wanted = target
        .languages
        .iter()
        .take_while(|&language| Some(language) != stands_in.as_ref());
    for language in wanted {
        let missing = MissingVersion {
            channel: target.channel.clone(),
            episode: id.clone(),
            language: language.clone(),
            by,
            stands_in: stands_in.clone(),
        };
        draft.versions.push((number, missing));
    }
    if let (None, Some(language)) = (spoken, target.languages.first()) {
        let place = Place {
            channel: Some(target.channel.clone()),
            date: Some(by),
            ..Place::default()
        };
        let values = values! { "episode" => id.as_str(), "language" => language.as_str() };
        draft.note_at(number, "version_missing", Severity::Error, place, values);
    }
}
