//! Revisions and what is handed out of them: the same whatever becomes of the catalogue, and all of it or nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use arna_app::desk::Hand;
use arna_app::export::{self, Form, Naming, Paper, PaperRevision, Playlist, Playlists, What};
use arna_app::ops::channel::ChannelEdit;
use arna_app::ops::{self, catalogue};
use arna_app::published::content;
use arna_app::{Desk, sample, source, view};
use arna_domain::receiver::{Bxf, DateOf, Destination, Edition, FileForm, Page, Playlist as List, Tva};
use arna_domain::{
    BroadcastDate, ChannelId, DateRange, FrameRate, Index, Instant, Language, ProgrammeId, Receiver, Station, Words,
    Zones,
};
use arna_store::{Kind, Record, RecordId};

use crate::fixture::around;

const NOW: Instant = Instant::from_ms(1_719_792_000_000);
const HOUR: i64 = 3_600_000;

fn hand(hours: i64) -> Hand {
    Hand {
        author: "tester".to_owned(),
        at: NOW + hours * HOUR,
    }
}

fn language(tag: &str) -> Language {
    Language::parse(tag).unwrap()
}

fn dates(from: &str, days: u32) -> DateRange {
    let from = BroadcastDate::parse(from).unwrap();
    DateRange { from, days }
}

fn week() -> DateRange {
    dates("2024-07-01", 7)
}

fn opened() -> (tempfile::TempDir, Desk) {
    let folder = tempfile::tempdir().unwrap();
    let desk = sample::ready(&folder.path().join("s.arna"), &hand(0), Zones::bundled()).unwrap();
    (folder, desk)
}

fn all_forms() -> Vec<FileForm> {
    let media = Some("/play/{version}.mxf".to_owned());
    vec![
        FileForm::Xmltv,
        FileForm::Csv,
        FileForm::Xlsx,
        FileForm::PdfWeek,
        FileForm::PdfRundown,
        FileForm::Ics,
        FileForm::Bxf(Bxf::default()),
        FileForm::Tva(Tva {
            authority: "khabar.kz".to_owned(),
            edition: Edition::default(),
        }),
        FileForm::Dvbi(Tva {
            authority: "khabar.kz".to_owned(),
            edition: Edition::default(),
        }),
        FileForm::Ffplayout(List { media: media.clone() }),
        FileForm::M3u(List { media }),
        FileForm::Page(Page {
            programme: "common-dream".into(),
        }),
    ]
}

fn receiver(id: &str, channel: &str, files: Vec<FileForm>, folder: &str) -> Receiver {
    Receiver {
        id: id.into(),
        channel: channel.into(),
        titles: language("kk"),
        files,
        name: Receiver::usual_name(),
        to: Destination::Folder(folder.to_owned()),
    }
}

fn put(desk: &mut Desk, receiver: Receiver) {
    let op = ops::receiver::put(desk.station().unwrap().0, receiver).unwrap();
    desk.transact(&op, &hand(0)).unwrap();
}

/// Every file under a folder, with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            all.extend(
                files(&path)
                    .into_iter()
                    .map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)),
            );
        } else {
            all.insert(name, fs::read(&path).unwrap());
        }
    }
    all
}

/// What every form says of a channel's dates, by what it is called.
fn said(station: &Station, index: &Index, channel: &str, range: DateRange) -> BTreeMap<String, Vec<u8>> {
    let (zones, titles) = (Zones::bundled(), language("zh"));
    let words = around(&titles).unwrap();
    let paper = Box::new(Paper {
        words: words.paper.clone(),
        revision: Some(PaperRevision { number: 1, at: NOW }),
    });
    let forms = [
        ("xmltv", Form::Xmltv),
        ("csv", Form::Csv(Box::new(words.heads.clone()))),
        ("xlsx", Form::Xlsx(Box::new(words.heads))),
        ("pdf-week", Form::PdfWeek(paper.clone())),
        ("pdf-rundown", Form::PdfRundown(paper)),
        (
            "ics",
            Form::Ics {
                programme: None,
                sequence: 1,
                published: Some(NOW),
            },
        ),
        (
            "bxf",
            Form::Bxf {
                rate: FrameRate::Fps25,
                date_of: DateOf::Calendar,
                published: Some(NOW),
            },
        ),
        (
            "tva",
            Form::Tva {
                edition: Edition::Of2024,
                authority: "khabar.kz".to_owned(),
            },
        ),
        (
            "dvb-i",
            Form::Dvbi {
                edition: Edition::Of2024,
                authority: "khabar.kz".to_owned(),
            },
        ),
    ];
    let mut all = BTreeMap::new();
    let mut say = |name: &str, what: &What| {
        let mut text = Vec::new();
        export::write(station, index, &station.schedule, &zones, what, &mut text).unwrap();
        all.insert(name.to_owned(), text);
    };
    for (name, form) in forms {
        let what = What::Schedule {
            form,
            channel: channel.to_owned(),
            range,
            language: titles.clone(),
        };
        say(name, &what);
    }
    let page = What::Page {
        programme: ProgrammeId::new("common-dream"),
        channels: vec![channel.to_owned()],
        range,
        language: titles.clone(),
        words: Box::new(words.page),
    };
    say("page", &page);
    for form in [Playlist::Ffplayout, Playlist::M3u] {
        let folder = tempfile::tempdir().unwrap();
        let wanted = Playlists {
            form,
            channel: channel.to_owned(),
            range,
            language: titles.clone(),
            naming: Naming(Some("/play/{version}.mxf".to_owned())),
        };
        export::playlists(station, index, &station.schedule, &wanted, folder.path()).unwrap();
        all.extend(files(folder.path()));
    }
    all
}

#[test]
fn what_a_revision_holds_says_in_every_form_what_the_station_says() {
    let (_folder, mut desk) = opened();
    for channel in ["khabar.kz", "cctv4.cn", "silkway.kz", "atameken.kz"] {
        put(&mut desk, receiver(channel, channel, all_forms(), "out"));
    }
    let zones = Zones::bundled();
    let (station, index) = desk.station().unwrap();
    for channel in ["khabar.kz", "cctv4.cn", "silkway.kz", "atameken.kz"] {
        for range in [week(), dates("2024-07-04", 1), dates("2024-07-09", 3)] {
            let cut = content(station, index, &ChannelId::new(channel), range);
            let cut_index = source::index_of(&cut, &zones).unwrap();
            let (all, own) = (
                said(station, index, channel, range),
                said(&cut, &cut_index, channel, range),
            );
            assert!(all.len() >= 9 + 2 * range.days as usize);
            for (name, bytes) in &all {
                assert!(own[name] == *bytes, "{channel} {} {name}", range.from);
            }
            assert_eq!(own.len(), all.len());
            // Nothing else of the station is in it.
            assert!(cut.licences.is_empty() && cut.pins.is_empty() && cut.campaigns.is_empty());
            assert!(cut.schedule.len() < station.schedule.len() && cut.receivers.is_empty());
        }
    }
}

#[test]
fn what_runs_over_from_the_day_before_is_in_the_revision() {
    let (_folder, mut desk) = opened();
    let (station, index) = desk.station().unwrap();
    let mut station = station.clone();
    let number = index.channel("khabar.kz").unwrap();
    let begins = index.channels[number.at()].clock.day(week().from.plus_days(3)).0;
    let before = station
        .schedule
        .iter()
        .rposition(|one| one.channel.as_str() == "khabar.kz" && one.start < begins)
        .unwrap();
    station.schedule[before].end = begins + 10 * 60_000;
    let cut = content(&station, index, &"khabar.kz".into(), dates("2024-07-04", 1));
    assert_eq!(cut.schedule[0].start, station.schedule[before].start);
    let cut_index = source::index_of(&cut, &Zones::bundled()).unwrap();
    let range = dates("2024-07-04", 1);
    assert!(said(&station, index, "khabar.kz", range) == said(&cut, &cut_index, "khabar.kz", range));
}

#[test]
fn a_revision_is_handed_out_again_as_it_was_though_the_catalogue_changed() {
    let (folder, mut desk) = opened();
    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    put(&mut desk, receiver("all", "khabar.kz", all_forms(), "out"));
    let undo = desk.next_steps().unwrap().0.unwrap();
    let first = desk.publish("khabar.kz", week(), &hand(1), &around).unwrap();
    assert!(first.is_new && first.revision.number == 1 && first.files.len() == 10 + 14);
    assert_eq!(
        desk.next_steps().unwrap().0.unwrap(),
        undo,
        "publishing is no step of undo"
    );
    let bytes = files(&out);
    assert!(
        bytes.contains_key("khabar.kz-2024-07-01-bxf.xml") && bytes.contains_key("khabar.kz/2024/07/2024-07-07.m3u8")
    );
    for file in &first.files {
        let written = fs::read(&file.place).unwrap();
        assert_eq!(
            (file.bytes, &file.sha256),
            (written.len() as u64, &arna_store::sha256(&written))
        );
    }
    // The same again: nothing new, nothing written.
    let again = desk.publish("khabar.kz", week(), &hand(2), &around).unwrap();
    assert!(!again.is_new && again.files.is_empty() && again.there == first.files.len());
    assert_eq!(again.revision, first.revision);
    // What was lost or spoilt is put there again.
    fs::remove_file(out.join("khabar.kz-2024-07-01-xmltv.xml")).unwrap();
    fs::write(out.join("khabar.kz-2024-07-01-csv.csv"), "spoilt").unwrap();
    let mended = desk.publish("khabar.kz", week(), &hand(3), &around).unwrap();
    assert!(!mended.is_new && mended.files.len() == 2 && files(&out) == bytes);
    // The catalogue changes: titles, house numbers, a season more, a channel's name, and what was shown before.
    let mut station = desk.station().unwrap().0.clone();
    for programme in &mut station.programmes {
        programme.title = Words::from([("kk", "Жаңа атау"), ("en", "A new title")]);
        let more = programme.seasons[0].clone();
        programme.seasons.push(arna_domain::Season {
            id: format!("{}+", more.id).as_str().into(),
            episodes: Vec::new(),
            ..more
        });
        for episode in programme.seasons.iter_mut().flat_map(|season| &mut season.episodes) {
            episode
                .versions
                .iter_mut()
                .for_each(|version| version.house_number = Some("X".to_owned()));
        }
    }
    for programme in station.programmes.clone() {
        desk.transact(&ops::put(Record::Programme(programme)), &hand(4))
            .unwrap();
    }
    let second = desk.publish("khabar.kz", week(), &hand(5), &around).unwrap();
    assert!(second.is_new && second.revision.number == 2 && second.revision.previous == first.revision.sha256);
    assert!(files(&out) != bytes);
    let old = folder.path().join("old");
    fs::create_dir(&old).unwrap();
    let third = desk
        .deliver("khabar.kz", Some(1), Some(&old), &hand(6), &around)
        .unwrap();
    assert!(!third.is_new && third.files.len() == first.files.len());
    assert!(files(&old) == bytes, "the bytes first written");
    let log = desk.deliveries(Some("khabar.kz"), 1_000).unwrap();
    assert_eq!(log.len(), 3 * first.files.len() + 2);
    assert!(log[0].place.starts_with(&old.display().to_string()) && log[0].revision == 1 && log[0].author == "tester");
    // What of it changed is told though everything airs as it did.
    let compared = desk.compare_revisions("khabar.kz", 1, Some(2)).unwrap();
    assert!(compared.changes.airings.is_empty() && compared.changes.breaks.is_empty());
    let told = view::revision_changes(&compared, &language("kk"));
    assert!(!told.rows.is_empty() && told.rows.iter().all(|row| row.change == "otherwise"));
    assert_eq!(told.rows[0].now.as_ref().unwrap().title, "Жаңа атау");
    // A season more makes it another revision, as guides count seasons, but is nothing to tell a channel of.
    let mut programmes = desk.station().unwrap().0.programmes.clone();
    for programme in &mut programmes {
        programme.seasons.pop();
        desk.transact(&ops::put(Record::Programme(programme.clone())), &hand(7))
            .unwrap();
    }
    assert!(desk.publish("khabar.kz", week(), &hand(8), &around).unwrap().is_new);
    let compared = desk.compare_revisions("khabar.kz", 2, Some(3)).unwrap();
    assert!(view::revision_changes(&compared, &language("kk")).rows.is_empty());
}

#[test]
fn dates_are_published_anew_where_something_else_was_published_of_them() {
    let (_folder, mut desk) = opened();
    let mut publish = |range, at| {
        let done = desk.publish("cctv4.cn", range, &hand(at), &around).unwrap();
        (done.is_new, done.revision.number)
    };
    let next = dates("2024-07-08", 7);
    assert_eq!(publish(week(), 1), (true, 1));
    assert_eq!(publish(next, 2), (true, 2));
    // Other dates that are published between change nothing of these.
    assert_eq!(publish(week(), 3), (false, 1));
    assert_eq!(publish(dates("2024-07-06", 4), 4), (true, 3));
    assert_eq!(publish(week(), 5), (true, 4));
    assert_eq!(publish(week(), 6), (false, 4));
}

#[test]
fn what_was_revised_is_told_as_one_phones_it_through() {
    let (_folder, mut desk) = opened();
    desk.publish("khabar.kz", week(), &hand(1), &around).unwrap();
    let station = desk.station().unwrap().0.clone();
    let own = station
        .schedule
        .iter()
        .filter(|one| one.channel.as_str() == "khabar.kz");
    let mut programmes = own.filter(|one| one.version.is_some() && !one.origin.is_break() && week().holds(one.date));
    let (gone, other) = (
        programmes.next().unwrap().clone(),
        programmes.next_back().unwrap().clone(),
    );
    let episode = station
        .programmes
        .iter()
        .flat_map(|one| &one.seasons)
        .flat_map(|one| &one.episodes)
        .find(|one| {
            one.versions
                .iter()
                .any(|version| Some(&version.id) == other.version.as_ref())
        })
        .unwrap();
    let another = episode
        .versions
        .iter()
        .find(|one| Some(&one.id) != other.version.as_ref())
        .unwrap();
    let changed = arna_domain::Airing {
        version: Some(another.id.clone()),
        ..other.clone()
    };
    let step = |start: Instant, airings| ops::Step::Airings {
        channel: "khabar.kz".into(),
        from: start,
        until: start + 1,
        airings,
    };
    let op = ops::Op {
        code: "edit".to_owned(),
        args: arna_domain::Values::new(),
        steps: vec![step(gone.start, Vec::new()), step(other.start, vec![changed])],
    };
    desk.transact(&op, &hand(2)).unwrap();
    let told = |compared| {
        let view = view::revision_changes(&compared, &language("en"));
        let rows = view.rows.iter().map(|row| (row.change, row.date)).collect::<Vec<_>>();
        (view.until, rows)
    };
    let rows = vec![("dropped", gone.date), ("version", other.date)];
    let since = desk.compare_revisions("khabar.kz", 1, None).unwrap();
    assert_eq!(told(since), (None, rows.clone()));
    let second = desk.publish("khabar.kz", week(), &hand(3), &around).unwrap();
    assert!(second.is_new);
    let between = desk.compare_revisions("khabar.kz", 1, Some(2)).unwrap();
    assert_eq!(told(between), (Some(2), rows));
    let since = desk.compare_revisions("khabar.kz", 2, None).unwrap();
    assert_eq!(told(since), (None, Vec::new()));
    // Only dates that both hold are compared.
    desk.publish("khabar.kz", dates("2024-07-08", 7), &hand(4), &around)
        .unwrap();
    let nothing = desk.compare_revisions("khabar.kz", 1, Some(3)).unwrap_err();
    assert_eq!(nothing.code, "no_common_dates");
    let unknown = desk.compare_revisions("khabar.kz", 9, None).unwrap_err();
    assert_eq!(unknown.code, "no_revision");
    // A licence, a slot or a reason is nothing that a receiver is told of.
    let mut pinned = other.clone();
    pinned.version = Some(another.id.clone());
    pinned.licence = None;
    let op = ops::Op {
        code: "edit".to_owned(),
        args: arna_domain::Values::new(),
        steps: vec![step(other.start, vec![pinned])],
    };
    desk.transact(&op, &hand(5)).unwrap();
    assert!(!desk.publish("khabar.kz", week(), &hand(6), &around).unwrap().is_new);
}

#[test]
fn where_one_file_cannot_be_written_nothing_has_changed() {
    let (folder, mut desk) = opened();
    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    let files_of = || vec![FileForm::Xmltv, FileForm::Bxf(Bxf::default())];
    put(&mut desk, receiver("guide", "khabar.kz", files_of(), "out"));
    desk.publish("khabar.kz", dates("2024-07-01", 1), &hand(1), &around)
        .unwrap();
    let before = files(&out);
    put(
        &mut desk,
        receiver("traffic", "khabar.kz", vec![FileForm::Csv], "unmounted"),
    );
    let state = |desk: &mut Desk| (desk.revisions(None).unwrap(), desk.deliveries(None, 100).unwrap());
    let known = state(&mut desk);
    let refused = desk.publish("khabar.kz", week(), &hand(2), &around).unwrap_err();
    let place = folder.path().join("unmounted/khabar.kz-2024-07-01-csv.csv");
    assert_eq!(
        (refused.code.as_str(), refused.file),
        ("folder_not_found", Some(place.display().to_string()))
    );
    assert!(files(&out) == before && state(&mut desk) == known);
    // Two of one name.
    put(
        &mut desk,
        receiver("traffic", "khabar.kz", vec![FileForm::Xmltv], "out"),
    );
    let refused = desk.publish("khabar.kz", week(), &hand(3), &around).unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.args["receiver"].as_str()),
        ("delivered_twice", Some("traffic"))
    );
    // A folder where the file is to be.
    put(&mut desk, receiver("traffic", "khabar.kz", vec![FileForm::Csv], "out"));
    fs::create_dir(out.join("khabar.kz-2024-07-01-csv.csv")).unwrap();
    let refused = desk.publish("khabar.kz", week(), &hand(4), &around).unwrap_err();
    assert_eq!(refused.code, "file_is_folder");
    assert!(files(&out) == before && state(&mut desk) == known);
    fs::remove_dir(out.join("khabar.kz-2024-07-01-csv.csv")).unwrap();
    // What a form refuses, likewise.
    let playlist = FileForm::M3u(List::default());
    put(&mut desk, receiver("playout", "khabar.kz", vec![playlist], "out"));
    let refused = desk.publish("khabar.kz", week(), &hand(5), &around).unwrap_err();
    assert_eq!(refused.code, "no_filler_file");
    assert!(files(&out) == before && state(&mut desk) == known);
    let nothing = desk
        .publish("khabar.kz", dates("2030-01-01", 7), &hand(6), &around)
        .unwrap_err();
    assert_eq!(nothing.code, "nothing_to_publish");
    assert_eq!(
        desk.publish("nobody", week(), &hand(7), &around).unwrap_err().code,
        "unknown_channel"
    );
}

#[test]
fn receivers_are_edited_and_undone_like_anything_else() {
    let (_folder, mut desk) = opened();
    let before = desk.station().unwrap().0.clone();
    put(&mut desk, receiver("all", "khabar.kz", all_forms(), "out"));
    put(
        &mut desk,
        receiver("page", "cctv4.cn", vec![all_forms().pop().unwrap()], "out"),
    );
    assert_eq!(desk.station().unwrap().0.receivers.len(), 2);
    let with = desk.station().unwrap().0.clone();
    // A page follows its programme's id, and goes with it.
    let (station, index) = desk.station().unwrap();
    let op = catalogue::rename(station, index, "programme:common-dream", "dream").unwrap();
    desk.transact(&op, &hand(1)).unwrap();
    let page = FileForm::Page(Page {
        programme: "dream".into(),
    });
    assert_eq!(desk.station().unwrap().0.receivers[1].files, [page]);
    let (station, index) = desk.station().unwrap();
    let keys = ["programme:dream".to_owned()];
    let alone = catalogue::remove(station, index, &keys, catalogue::Manner::Alone, &language("en")).unwrap_err();
    assert!(
        alone.details.iter().any(|one| one.code == "used_by_receiver"),
        "{alone:?}"
    );
    let op = catalogue::remove(station, index, &keys, catalogue::Manner::WithAll, &language("en")).unwrap();
    desk.transact(&op, &hand(2)).unwrap();
    let files = |desk: &mut Desk| {
        desk.station()
            .unwrap()
            .0
            .receivers
            .iter()
            .map(|one| one.files.len())
            .collect::<Vec<_>>()
    };
    assert_eq!(files(&mut desk), [11, 0]);
    for _ in 0..2 {
        desk.undo(&hand(3)).unwrap().unwrap();
    }
    assert_eq!(*desk.station().unwrap().0, with);
    // What cannot be is refused whole.
    let station = desk.station().unwrap().0.clone();
    let unknown = ops::receiver::put(&station, receiver("x", "nobody", Vec::new(), "out")).unwrap_err();
    assert_eq!(unknown.code, "unknown_channel");
    for id in ["", "a\nb", &"x".repeat(201)] {
        let refused = ops::receiver::put(&station, receiver(id, "khabar.kz", Vec::new(), "out")).unwrap_err();
        assert_eq!(refused.code, "bad_id", "{id:?}");
    }
    let mut bad = receiver("x", "khabar.kz", all_forms(), "out");
    bad.name = "{date}".to_owned();
    let op = ops::receiver::put(&station, bad).unwrap();
    let refused = desk.transact(&op, &hand(4)).unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.details[0].path.as_str()),
        ("document_unusable", "receivers[2].name")
    );
    assert_eq!(
        ops::receiver::remove(&station, "nobody").unwrap_err().code,
        "no_receiver"
    );
    let op = ops::receiver::remove(&station, "all").unwrap();
    desk.transact(&op, &hand(5)).unwrap();
    for _ in 0..3 {
        desk.undo(&hand(6)).unwrap().unwrap();
    }
    assert_eq!(*desk.station().unwrap().0, before);
    // A channel that goes takes its receivers with it.
    let edit = ChannelEdit::Add {
        channel: ops::channel::ChannelAsked {
            id: "new.kz".to_owned(),
            name: "New".to_owned(),
            zone: "Asia/Almaty".to_owned(),
            day_start: "06:00".to_owned(),
            territory: None,
            quotas: Vec::new(),
            rating_hours: Vec::new(),
        },
    };
    let op = ops::channel::op(&before, &Zones::bundled(), &edit).unwrap();
    desk.transact(&op, &hand(7)).unwrap();
    put(&mut desk, receiver("new", "new.kz", Vec::new(), "out"));
    let gone = ChannelEdit::Remove {
        id: "new.kz".to_owned(),
    };
    let op = ops::channel::op(desk.station().unwrap().0, &Zones::bundled(), &gone).unwrap();
    desk.transact(&op, &hand(8)).unwrap();
    assert!(desk.station().unwrap().0.receivers.is_empty());
    let removed = RecordId::Named(Kind::Receiver, "new".to_owned());
    assert!(op.steps.contains(&ops::Step::Remove(removed)));
}
