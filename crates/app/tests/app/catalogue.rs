//! The catalogue: looked through, edited, and tried out before it is saved.

use std::path::Path;
use std::time::{Duration, Instant as Clock};

use arna_app::catalogue::{Catalogue, Item};
use arna_app::desk::Hand;
use arna_app::export::What;
use arna_app::ops::Op;
use arna_app::ops::catalogue::{self as ops, FieldEdit, LicenceForm, Manner, NewPart, NewProgramme, NewVersion};
use arna_app::view::{self, CatalogueAsked, LicencesAsked, TextView};
use arna_app::{Desk, Failure, probe, sample, source};
use arna_domain::{
    BroadcastDate, Episode, Index, Instant, Language, Order, Programme, Season, Station, Version, Words, Zones,
};

const NOW: Instant = Instant::from_ms(1_719_900_000_000);

fn hand() -> Hand {
    Hand {
        author: "tester".to_owned(),
        at: NOW,
    }
}

fn english() -> Language {
    Language::parse("en").unwrap()
}

fn ready(folder: &Path) -> Desk {
    sample::ready(&folder.join("s.arna"), &hand(), Zones::bundled()).unwrap()
}

fn exported(desk: &mut Desk, folder: &Path) -> Vec<u8> {
    let path = folder.join("export.json");
    desk.export(&What::Station, &path).unwrap();
    std::fs::read(path).unwrap()
}

fn asked(filter: &str, depth: u8) -> CatalogueAsked {
    CatalogueAsked {
        filter: filter.to_owned(),
        language: "en".to_owned(),
        depth,
        count: 100,
        ..CatalogueAsked::default()
    }
}

fn shown(desk: &mut Desk, asked: &CatalogueAsked) -> view::CatalogueView {
    let (station, index, catalogue) = desk.catalogue().unwrap();
    view::rows(station, index, catalogue, asked, &english(), NOW)
}

fn keys(view: &view::CatalogueView) -> Vec<&str> {
    view.rows.iter().map(|row| row.key.as_str()).collect()
}

/// Makes an op of the station and does it; undoing it leaves the export byte for byte as it was.
fn done(desk: &mut Desk, folder: &Path, make: impl Fn(&Station, &Index) -> Result<Op, Failure>) -> Result<Op, Failure> {
    let before = exported(desk, folder);
    let (station, index) = desk.station().unwrap();
    let op = make(station, index)?;
    desk.transact(&op, &hand())?;
    let after = exported(desk, folder);
    assert!(after != before, "{} changes something", op.code);
    desk.undo(&hand()).unwrap().unwrap();
    assert!(exported(desk, folder) == before, "{} is undone", op.code);
    desk.redo(&hand()).unwrap().unwrap();
    assert!(exported(desk, folder) == after, "{} is done again", op.code);
    Ok(op)
}

fn edit(key: &str, field: &str, language: Option<&str>, value: &str) -> FieldEdit {
    FieldEdit {
        key: key.to_owned(),
        field: field.to_owned(),
        language: language.map(str::to_owned),
        value: value.to_owned(),
    }
}

#[test]
fn the_tree_opens_and_shuts_row_by_row() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = ready(folder.path());
    let shut = shown(&mut desk, &asked("", 0));
    assert_eq!(shut.total, shut.programmes);
    assert!(shut.rows.iter().all(|row| row.depth == 0 && !row.open));
    let opened = CatalogueAsked {
        toggled: vec!["programme:common-dream".to_owned(), "season:common-dream/1".to_owned()],
        ..asked("", 0)
    };
    let view = shown(&mut desk, &opened);
    assert_eq!(
        &keys(&view)[..6],
        [
            "programme:common-dream",
            "season:common-dream/1",
            "episode:common-dream/1/1",
            "episode:common-dream/1/2",
            "episode:common-dream/1/3",
            "programme:quotes"
        ]
    );
    assert_eq!((view.rows[2].place, view.rows[2].siblings), (1, 3));
    let all = shown(&mut desk, &asked("", 3));
    let (_, index) = desk.station().unwrap();
    let nodes = index.programmes.len() + index.seasons.len() + index.episodes.len() + index.versions.len();
    assert_eq!(all.total as usize, nodes);
    let window = CatalogueAsked {
        offset: 7,
        count: 3,
        find: Some("episode:common-dream/1/2".to_owned()),
        ..asked("", 3)
    };
    let window = shown(&mut desk, &window);
    assert_eq!(keys(&window), keys(&all)[7..10]);
    assert_eq!(keys(&all)[window.found.unwrap() as usize], "episode:common-dream/1/2");
}

#[test]
fn a_filter_finds_any_languages_title_id_and_house_number_and_shows_what_is_above() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = ready(folder.path());
    let found = shown(&mut desk, &asked("ОРТАҚ арман", 0));
    assert_eq!(keys(&found), ["programme:common-dream"]);
    let found = shown(&mut desk, &asked("情缘中国 common-dream/1/2.kk", 0));
    assert_eq!(
        keys(&found),
        [
            "programme:common-dream",
            "season:common-dream/1",
            "episode:common-dream/1/2",
            "version:common-dream/1/2.kk"
        ]
    );
    assert_eq!(found.matches, 1);
    assert_eq!(found.rows.iter().filter(|row| row.is_match).count(), 1);
    let (station, _) = desk.station().unwrap();
    let houses = station
        .programmes
        .iter()
        .flat_map(|one| &one.seasons)
        .flat_map(|one| &one.episodes);
    let house = houses
        .flat_map(|one| &one.versions)
        .find_map(|one| one.house_number.clone())
        .unwrap();
    let found = shown(&mut desk, &asked(&house.to_lowercase(), 0));
    assert!(
        found.rows.iter().any(|row| row.is_match && row.house_number == house),
        "{house}"
    );
    assert_eq!(shown(&mut desk, &asked("nobody wrote this", 3)).total, 0);
}

#[test]
fn a_row_tells_languages_runs_and_airings() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = ready(folder.path());
    let view = shown(&mut desk, &asked("common-dream/1/1", 0));
    let row = view
        .rows
        .iter()
        .find(|row| row.key == "episode:common-dream/1/1")
        .unwrap();
    assert!(row.languages.iter().any(|mark| mark.language == "kk" && mark.have == 1));
    let (station, index) = desk.station().unwrap();
    let episode = Item::of_key("episode:common-dream/1/1", index).unwrap();
    let (airs, count) = view::on_air(station, index, episode, &english(), NOW, 1_000);
    let ids: Vec<&str> = episode
        .versions(index)
        .map(|version| index.versions[version as usize].id.as_str())
        .collect();
    let expected: Vec<_> = station
        .schedule
        .iter()
        .filter(|one| one.version.as_ref().is_some_and(|id| ids.contains(&id.as_str())))
        .collect();
    assert!(!expected.is_empty());
    assert_eq!((airs.len(), count as usize), (expected.len(), expected.len()));
    assert_eq!(airs[0].showing, "premiere");
    assert!(airs.iter().filter(|one| one.showing == "premiere").count() == 1);
    assert!(row.airings >= count);
    let last = row.last.as_ref().map(|one| one.starts.clone());
    let mut past = airs.iter().filter(|one| Instant::parse(&one.starts).unwrap() < NOW);
    assert_eq!(last, past.next_back().map(|one| one.starts.clone()));
}

#[test]
fn runs_of_a_licence_are_those_that_the_rules_count() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = ready(folder.path());
    let (station, index, catalogue) = desk.catalogue().unwrap();
    let asked = LicencesAsked {
        of: None,
        filter: "",
        language: &english(),
        today: BroadcastDate::parse("2024-07-08").unwrap(),
        most: 500,
    };
    let timeline = view::licences(station, index, catalogue, &asked);
    assert_eq!(timeline.total as usize, station.licences.len());
    let charged: usize = timeline.licences.iter().map(|one| one.airings as usize).sum();
    let accepted = station.schedule.iter().filter(|one| one.licence.is_some()).count();
    assert!(charged >= accepted, "{charged} {accepted}");
    for one in &timeline.licences {
        assert!(
            one.max_runs.is_none_or(|most| one.overdrawn || one.used <= most),
            "{one:?}"
        );
        assert!(one.first_day <= one.end_day && one.end_day <= timeline.days);
    }
    assert!(
        timeline
            .licences
            .iter()
            .any(|one| one.spent > 0 && one.max_runs == Some(one.used))
    );
    assert_eq!(timeline.today.map(|day| timeline.days > day), Some(true));
}

#[test]
fn fields_are_set_one_or_many_in_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = ready(folder.path());
    let title = "<script>alert(1)</script> \u{202e}‎Бөлім";
    let op = done(&mut desk, folder.path(), |station, index| {
        let edits = [edit("episode:common-dream/1/1", "title", Some("kk"), title)];
        ops::set_fields(station, index, &edits, &english())
    })
    .unwrap();
    assert_eq!(
        (op.code.as_str(), op.args["field"].as_str()),
        ("edit_item", Some("title"))
    );
    let (station, _) = desk.station().unwrap();
    let episode = &station.programmes[0].seasons[0].episodes[0];
    assert_eq!(episode.title.exactly("kk"), Some(title));
    let op = done(&mut desk, folder.path(), |station, index| {
        let rows = [
            "episode:common-dream/1/1",
            "episode:common-dream/1/2",
            "episode:quotes/3/1",
        ];
        let edits: Vec<_> = rows.iter().map(|key| edit(key, "rating", None, "16+")).collect();
        ops::set_fields(station, index, &edits, &english())
    })
    .unwrap();
    assert_eq!(
        (op.code.as_str(), op.steps.len()),
        ("edit_items", 2),
        "each programme once"
    );
    done(&mut desk, folder.path(), |station, index| {
        let edits = [
            edit("place:almaty", "latitude", None, "-43,5"),
            edit("place:almaty", "name", Some("en"), "Almaty city"),
        ];
        ops::set_fields(station, index, &edits, &english())
    })
    .unwrap();
    let (station, _) = desk.station().unwrap();
    let place = station.places.iter().find(|one| one.id.as_str() == "almaty").unwrap();
    assert_eq!(
        (place.latitude_udeg, place.name.exactly("en")),
        (Some(-43_500_000), Some("Almaty city"))
    );
}

#[test]
fn what_is_no_value_is_refused_and_nothing_changes() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = ready(folder.path());
    let (station, index) = desk.station().unwrap();
    let refused = |field: &str, key: &str, value: &str| {
        let edits = [
            edit("episode:common-dream/1/2", "rating", None, "6+"),
            edit(key, field, Some("en"), value),
        ];
        ops::set_fields(station, index, &edits, &english()).unwrap_err().code
    };
    assert_eq!(
        refused("duration", "version:common-dream/1/1.kk", "25:99"),
        "bad_duration"
    );
    assert_eq!(refused("number", "season:quotes/3", "three"), "bad_number");
    assert_eq!(refused("order", "programme:quotes", "random"), "no_such_choice");
    assert_eq!(refused("kind", "programme:quotes", "  "), "field_empty");
    assert_eq!(refused("colour", "programme:quotes", "red"), "no_such_field");
    assert_eq!(refused("title", "episode:nobody", "x"), "no_such_item");
    let unknown = edit("episode:common-dream/1/1", "places", None, "atlantis");
    let op = ops::set_fields(station, index, &[unknown], &english()).unwrap();
    let before = exported(&mut desk, folder.path());
    let refused = desk.transact(&op, &hand()).unwrap_err();
    assert_eq!(refused.details[0].code, "unknown_id");
    assert!(exported(&mut desk, folder.path()) == before);
}

#[test]
fn an_id_is_changed_with_everything_that_names_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = ready(folder.path());
    for (key, to) in [
        ("programme:quotes", "classical-quotes"),
        ("season:quotes/3", "quotes/three"),
        ("episode:quotes/3/1", "quotes/three/first"),
        ("version:quotes/3/1.kk", "quotes/three/first.kk"),
        ("version:promos/quotes-3.kk", "promos/three.kk"),
        ("season:common-dream/1", "dream/1"),
    ] {
        let airings = desk.station().unwrap().0.schedule.len();
        done(&mut desk, folder.path(), |station, index| {
            ops::rename(station, index, key, to)
        })
        .unwrap();
        let (station, index) = desk.station().unwrap();
        assert_eq!(station.schedule.len(), airings);
        assert!(Item::of_key(key, index).is_none(), "{key}");
        desk.verify().unwrap();
    }
    let (station, index) = desk.station().unwrap();
    let refused = ops::rename(station, index, "season:quotes/1", "quotes/2").unwrap_err();
    assert_eq!(refused.code, "id_taken");
    assert_eq!(
        ops::rename(station, index, "season:quotes/1", " ").unwrap_err().code,
        "bad_id"
    );
}

#[test]
fn what_others_refer_to_goes_only_with_all_that_hangs_on_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = ready(folder.path());
    for key in [
        "programme:common-dream",
        "season:quotes/3",
        "episode:quotes/3/1",
        "version:fillers/ident-5.zxx",
    ] {
        let (station, index) = desk.station().unwrap();
        if Item::of_key(key, index).is_none() {
            continue;
        }
        let refused = ops::remove(station, index, &[key.to_owned()], Manner::Alone, &english()).unwrap_err();
        assert_eq!(refused.code, "still_used", "{key}");
        assert!(
            refused.details.iter().all(|one| one.code.starts_with("used_by_")),
            "{key}"
        );
        assert!(!refused.details.is_empty(), "{key}");
    }
    let mut gone = 0;
    for key in [
        "episode:quotes/3/2",
        "season:quotes/3",
        "programme:common-dream",
        "place:almaty",
        "partner:cmg",
    ] {
        done(&mut desk, folder.path(), |station, index| {
            ops::remove(station, index, &[key.to_owned()], Manner::WithAll, &english())
        })
        .unwrap();
        let (_, index) = desk.station().unwrap();
        gone += usize::from(Item::of_key(key, index).is_none());
        desk.verify().unwrap();
    }
    assert_eq!(gone, 5);
    let (station, _) = desk.station().unwrap();
    let hanging = station.schedule.iter().filter_map(|one| one.version.as_ref());
    assert!(hanging.clone().count() > 1_000);
    assert!(hanging.clone().all(|id| !id.as_str().starts_with("common-dream/")));
    assert!(
        station
            .licences
            .iter()
            .all(|one| one.programme.as_str() != "common-dream")
    );
}

#[test]
fn a_programme_of_seasons_episodes_and_languages_is_made_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = ready(folder.path());
    let new = NewProgramme {
        id: String::new(),
        titles: vec![
            TextView {
                language: "en".to_owned(),
                text: "Silk Road: A Journey".to_owned(),
            },
            TextView {
                language: "kk".to_owned(),
                text: "Жібек жолы".to_owned(),
            },
        ],
        kind: "documentary".to_owned(),
        serial: true,
        tags: vec!["tourism".to_owned()],
        first_season: 1,
        seasons: 2,
        episodes: 12,
        rating: "6+".to_owned(),
        versions: vec![
            NewVersion {
                language: "kk".to_owned(),
                duration: "25:40".to_owned(),
            },
            NewVersion {
                language: "zh".to_owned(),
                duration: "26".to_owned(),
            },
        ],
        house_number: "SR{season}{episode:03}-{language}".to_owned(),
        episode_titles: vec![TextView {
            language: "en".to_owned(),
            text: "Part {episode}".to_owned(),
        }],
        licence: Some(LicenceForm {
            id: String::new(),
            is_new: true,
            programme: String::new(),
            season: None,
            channels: vec!["khabar.kz".to_owned()],
            languages: Vec::new(),
            from: "2024-07-01".to_owned(),
            until: "2024-12-31".to_owned(),
            max_runs: Some(2),
            shared: false,
            rerun_hours: 24,
            min_gap_hours: None,
        }),
    };
    let (_, index) = desk.station().unwrap();
    let planned = ops::planned(index, &new).unwrap();
    assert_eq!((planned.seasons, planned.episodes, planned.versions), (2, 24, 48));
    assert_eq!(planned.samples[0].house_number, "SR1001-kk");
    done(&mut desk, folder.path(), |station, index| {
        ops::new_programme(station, index, &new)
    })
    .unwrap();
    let (station, index) = desk.station().unwrap();
    let made = station.programmes.last().unwrap();
    assert_eq!((made.id.as_str(), made.order), ("silk-road-a-journey", Order::Serial));
    assert_eq!(made.seasons[1].episodes[11].title.exactly("en"), Some("Part 12"));
    assert_eq!(made.seasons[1].episodes[11].versions[1].duration_ms, 1_560_000);
    assert_eq!(station.licences.last().unwrap().programme, made.id);
    let many = NewProgramme {
        seasons: 1_000,
        episodes: 1_000,
        ..new.clone()
    };
    assert_eq!(ops::planned(index, &many).unwrap_err().code, "too_many_versions");
    let bad = NewProgramme {
        house_number: "{week}".to_owned(),
        ..new
    };
    assert_eq!(ops::planned(index, &bad).unwrap_err().code, "bad_pattern");
}

#[test]
fn parts_are_added_below_what_they_belong_to() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = ready(folder.path());
    let part = |below: &str, language: Option<&str>| NewPart {
        below: below.to_owned(),
        language: language.map(str::to_owned),
        duration: Some("25:00".to_owned()),
    };
    for (part, key) in [
        (part("programme:quotes", None), "season:quotes/4"),
        (part("season:quotes/4", None), "episode:quotes/4/1"),
        (part("episode:quotes/4/1", Some("kk")), "version:quotes/4/1.kk"),
    ] {
        let op = done(&mut desk, folder.path(), |station, index| {
            ops::add_part(station, index, &part, &english()).map(|(op, _)| op)
        })
        .unwrap();
        assert!(op.code.starts_with("add_"));
        let (_, index) = desk.station().unwrap();
        assert!(Item::of_key(key, index).is_some(), "{key}");
    }
    let (station, index) = desk.station().unwrap();
    let twice = ops::add_part(station, index, &part("episode:quotes/4/1", Some("kk")), &english());
    assert_eq!(twice.unwrap_err().code, "version_there");
    done(&mut desk, folder.path(), |station, _| {
        let fields = [
            edit("", "name", Some("kk"), "Түркістан"),
            edit("", "territory", None, "KZ"),
        ];
        ops::add_record(station, "place", "turkistan-2", &fields)
    })
    .unwrap();
}

#[test]
fn a_licence_is_tried_out_before_it_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = ready(folder.path());
    let before = (exported(&mut desk, folder.path()), desk.revision().unwrap());
    let (station, _) = desk.station().unwrap();
    let own = station
        .licences
        .iter()
        .find(|one| one.id.as_str() == "quotes-kz-3")
        .unwrap()
        .clone();
    let form = LicenceForm {
        id: own.id.to_string(),
        is_new: false,
        programme: own.programme.to_string(),
        season: own.season.as_ref().map(ToString::to_string),
        channels: own.channels.iter().map(ToString::to_string).collect(),
        languages: own.languages.iter().map(ToString::to_string).collect(),
        from: own.from.to_string(),
        until: "2024-07-04".to_owned(),
        max_runs: own.max_runs,
        shared: own.shared,
        rerun_hours: own.rerun_hours,
        min_gap_hours: own.min_gap_hours,
    };
    let op = ops::put_licence(station, &form).unwrap();
    let tried = desk.try_out(&op, &hand()).unwrap();
    let (station, index) = desk.station().unwrap();
    let effects = view::effects(station, index, &tried, &english());
    assert!(effects.breaks_total > 0 && effects.refused.is_empty(), "{effects:?}");
    let late = station
        .schedule
        .iter()
        .filter(|one| one.licence.as_ref() == Some(&own.id) && one.date > BroadcastDate::parse("2024-07-04").unwrap());
    let broken = effects.breaks.iter().filter(|one| one.problem.code == "not_licensed");
    assert_eq!(broken.count(), late.count());
    assert!(effects.breaks.iter().all(|one| !one.name.is_empty()));
    assert!(
        (exported(&mut desk, folder.path()), desk.revision().unwrap()) == before,
        "nothing is saved"
    );
    let (station, index) = desk.station().unwrap();
    let op = ops::remove_licence(station, index, "quotes-kz-3").unwrap();
    let tried = desk.try_out(&op, &hand()).unwrap();
    let (station, index) = desk.station().unwrap();
    let gone = view::effects(station, index, &tried, &english());
    assert!(
        gone.breaks_total > effects.breaks_total,
        "{} {}",
        gone.breaks_total,
        effects.breaks_total
    );
    done(&mut desk, folder.path(), |station, index| {
        ops::remove_licence(station, index, "quotes-kz-3")
    })
    .unwrap();
    let wrong = LicenceForm {
        until: "2024-01-01".to_owned(),
        ..form
    };
    let (station, _) = desk.station().unwrap();
    let op = ops::put_licence(station, &wrong).unwrap();
    let tried = desk.try_out(&op, &hand()).unwrap();
    let (station, index) = desk.station().unwrap();
    assert_eq!(
        view::effects(station, index, &tried, &english()).refused[0].code,
        "ends_before_start"
    );
}

#[test]
fn the_missing_versions_are_those_that_a_review_finds() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = ready(folder.path());
    let (station, _) = desk.station().unwrap();
    let range = view::accepted(station).unwrap();
    let review = desk.review(range).unwrap();
    let (station, index) = desk.station().unwrap();
    let missing = view::missing(station, index, &review, &english());
    assert!(!missing.is_empty());
    for one in &missing {
        let episode = Item::of_key(&one.key, index).unwrap();
        let spoken = episode
            .versions(index)
            .map(|version| index.versions[version as usize].language);
        let spoken: Vec<_> = spoken
            .map(|language| index.languages[language.at()].to_string())
            .collect();
        assert!(!spoken.contains(&one.language), "{one:?}");
        assert_eq!(spoken, one.has);
    }
}

#[test]
fn a_file_is_attached_and_its_length_compared() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = ready(folder.path());
    let key = "version:common-dream/1/1.kk";
    done(&mut desk, folder.path(), |station, index| {
        ops::attach(station, index, key, "/media/part one.mxf", Some(1_000_000), &english())
    })
    .unwrap();
    let (station, index, catalogue) = desk.catalogue().unwrap();
    let item = view::item(
        station,
        index,
        catalogue,
        Item::of_key(key, index).unwrap(),
        &english(),
        NOW,
    )
    .unwrap();
    let version = item.versions.iter().find(|one| one.key == key).unwrap();
    assert_eq!(
        (version.media.as_str(), version.file.as_deref()),
        ("differs", Some("/media/part one.mxf"))
    );
    let about = view::about(station, index, &english());
    assert!(
        about
            .media
            .iter()
            .any(|one| one.file == "/media/part one.mxf" && one.differs_from.is_some())
    );
    done(&mut desk, folder.path(), |station, index| {
        ops::detach(station, index, key, &english())
    })
    .unwrap();
}

#[cfg(unix)]
#[test]
fn a_file_is_measured_by_a_process_of_its_own() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("-a; touch \"x\".mxf");
    std::fs::write(&file, b"media").unwrap();
    let tool = |name: &str, script: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        path
    };
    // The last argument is the whole path after `file:`, however it is written.
    let good = tool(
        "good",
        "for last; do :; done\ntest -f \"${last#file:}\" || exit 3\n\
         echo '{\"streams\": [{\"codec_type\": \"audio\", \"codec_name\": \"aac\"}], \"format\": {\"duration\": \"2.5\"}}'",
    );
    let limit = Duration::from_secs(10);
    assert_eq!(probe::probe(&file, Some(&good), limit).unwrap().duration_ms, 2_500);
    let refused = |tool: Option<&Path>, file: &Path, limit| probe::probe(file, tool, limit).unwrap_err().code;
    assert_eq!(refused(None, &file, limit), "ffprobe_missing");
    assert_eq!(
        refused(Some(&good), &folder.path().join("gone.mxf"), limit),
        "file_not_found"
    );
    assert_eq!(refused(Some(&good), folder.path(), limit), "file_is_folder");
    let fails = tool("fails", "echo 'Invalid data found' >&2; exit 1");
    assert_eq!(refused(Some(&fails), &file, limit), "media_unreadable");
    let hangs = tool("hangs", "exec sleep 60");
    let begun = Clock::now();
    assert_eq!(refused(Some(&hangs), &file, Duration::from_millis(200)), "media_slow");
    assert!(begun.elapsed() < Duration::from_secs(20));
}

/// A station with so many episodes, in two languages.
fn large(episodes: u32) -> Station {
    let words = |text: String| Words::from([("en", text.as_str()), ("kk", "Тақырып")]);
    let programmes = (0..episodes / 100).map(|p| Programme {
        id: format!("p{p}").as_str().into(),
        kind: "series".to_owned(),
        title: words(format!("Programme {p}")),
        order: Order::Any,
        tags: Vec::new(),
        max_per_day: None,
        synopsis: Words::default(),
        partners: Vec::new(),
        seasons: (1..=4)
            .map(|s| Season {
                id: format!("p{p}/{s}").as_str().into(),
                number: s,
                title: Words::default(),
                occasion: None,
                episodes: (1..=25)
                    .map(|e| Episode {
                        id: format!("p{p}/{s}/{e}").as_str().into(),
                        number: e,
                        title: words(format!("Episode {e} of {p}")),
                        rating: None,
                        synopsis: Words::default(),
                        places: Vec::new(),
                        quotations: Vec::new(),
                        versions: ["kk", "zh"]
                            .map(|language| Version {
                                id: format!("p{p}/{s}/{e}.{language}").as_str().into(),
                                language: Language::parse(language).unwrap(),
                                duration_ms: 1_500_000,
                                house_number: Some(format!("H{p}-{s}-{e}-{language}")),
                                media: None,
                            })
                            .into(),
                    })
                    .collect(),
            })
            .collect(),
    });
    Station {
        programmes: programmes.collect(),
        ..Station::default()
    }
}

#[test]
fn a_hundred_thousand_episodes_answer_at_every_key() {
    let station = large(100_000);
    let index = source::index_of(&station, &Zones::bundled()).unwrap();
    let begun = Clock::now();
    let catalogue = Catalogue::of(&station, &index);
    let made = begun.elapsed();
    let mut slowest = Duration::ZERO;
    for (filter, depth, matches) in [
        ("", 0, 0),
        ("", 3, 0),
        ("h731-3-24-zh", 0, 1),
        ("episode 24 731", 0, 4),
        ("e", 0, 1_000),
    ] {
        let begun = Clock::now();
        let view = view::rows(&station, &index, &catalogue, &asked(filter, depth), &english(), NOW);
        slowest = slowest.max(begun.elapsed());
        assert_eq!(view.matches, matches, "{filter}");
        assert!(view.rows.len() <= 100);
    }
    // A machine under load is given room; alone it takes a twentieth.
    assert!(made < Duration::from_secs(6), "{made:?}");
    assert!(slowest < Duration::from_millis(1_000), "{slowest:?}");
    if std::env::var_os("ARNA_TIMES").is_some() {
        let mut out = std::io::stdout();
        std::io::Write::write_all(
            &mut out,
            format!("made {made:?}, slowest answer {slowest:?}\n").as_bytes(),
        )
        .unwrap();
    }
}
