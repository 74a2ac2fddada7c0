//! What publishing would come to, told before it is done: the same as it comes to then.

use std::fs;

use arna_app::ahead::InPlace;
use arna_app::desk::Hand;
use arna_app::ops;
use arna_app::ops::receiver::{self, DestinationAsked, FileAsked, ReceiverAsked, ReceiverEdit};
use arna_app::{Desk, Failure, sample, view};
use arna_domain::{BroadcastDate, DateRange, Instant, Language, Programme, Words, Zones};
use arna_store::Record;

use crate::fixture::around;

const CHANNEL: &str = "khabar.kz";

fn hand() -> Hand {
    Hand {
        author: "tester".to_owned(),
        at: Instant::from_ms(1_719_792_000_000),
    }
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
    let desk = sample::ready(&folder.path().join("s.arna"), &hand(), Zones::bundled()).unwrap();
    (folder, desk)
}

fn file(form: &str) -> FileAsked {
    FileAsked {
        form: form.to_owned(),
        frame_rate: "25".to_owned(),
        date_of: "calendar".to_owned(),
        authority: "khabar.kz".to_owned(),
        edition: "2024".to_owned(),
        programme: "common-dream".to_owned(),
        ..FileAsked::default()
    }
}

fn asked(id: &str, forms: &[&str], folder: &str) -> ReceiverAsked {
    ReceiverAsked {
        id: id.to_owned(),
        channel: CHANNEL.to_owned(),
        titles: "kk".to_owned(),
        files: forms.iter().map(|form| file(form)).collect(),
        name: String::new(),
        to: DestinationAsked::Folder {
            folder: folder.to_owned(),
        },
    }
}

fn edit(desk: &mut Desk, edit: &ReceiverEdit) -> Result<(), Failure> {
    let op = receiver::op(desk.station()?.0, edit)?;
    desk.transact(&op, &hand()).map(|_| ())
}

fn add(desk: &mut Desk, receiver: ReceiverAsked) -> Result<(), Failure> {
    edit(desk, &ReceiverEdit::Add { receiver })
}

fn standing(desk: &mut Desk, range: DateRange) -> view::SinceView {
    let standing = desk.grounds(CHANNEL, range).unwrap().standing().unwrap();
    view::standing(&standing, &Language::parse("en").unwrap())
}

#[test]
fn what_is_shown_ahead_is_what_is_written() {
    let (folder, mut desk) = opened();
    fs::create_dir(folder.path().join("out")).unwrap();
    let forms = ["xmltv", "csv", "xlsx", "ics", "bxf", "tva", "page"];
    add(&mut desk, asked("all", &forms, "out")).unwrap();
    let prepared = desk.grounds(CHANNEL, week()).unwrap().prepare(&hand()).unwrap();
    assert!(prepared.is_new());
    let ahead = prepared.look(&around).unwrap();
    assert_eq!(fs::read_dir(folder.path().join("out")).unwrap().count(), 0);
    desk.publish(CHANNEL, week(), &hand(), &around).unwrap();
    assert_eq!(ahead.len(), forms.len());
    for form in &ahead {
        for file in form.files.as_ref().unwrap() {
            assert_eq!(file.in_place, InPlace::New);
            let written = fs::read(&file.path).unwrap();
            assert_eq!(written.len() as u64, file.bytes, "{}", file.path.display());
            let begun = prepared
                .begin("all", form.form.as_str(), None, 1_000, &around)
                .unwrap()
                .unwrap();
            assert!(written.starts_with(&begun.bytes));
            assert_eq!((begun.length, begun.path), (file.bytes, file.path.clone()));
        }
    }
    // Once it is published, every file is there already.
    let again = desk.grounds(CHANNEL, week()).unwrap().prepare(&hand()).unwrap();
    let places = again
        .look(&around)
        .unwrap()
        .into_iter()
        .flat_map(|one| one.files.unwrap());
    assert!(places.into_iter().all(|one| one.in_place == InPlace::Same));
}

#[test]
fn what_cannot_be_written_is_told_form_by_form() {
    let (folder, mut desk) = opened();
    fs::create_dir(folder.path().join("out")).unwrap();
    add(&mut desk, asked("playout", &["xmltv", "m3u"], "out")).unwrap();
    add(&mut desk, asked("away", &["csv"], "not-there")).unwrap();
    let prepared = desk.grounds(CHANNEL, week()).unwrap().prepare(&hand()).unwrap();
    let told: Vec<_> = prepared
        .look(&around)
        .unwrap()
        .into_iter()
        .map(|one| {
            (
                one.form.as_str(),
                one.files.map(|files| files.len()).map_err(|failure| failure.code),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("xmltv", Ok(1)),
            ("m3u", Err("no_filler_file".to_owned())),
            ("csv", Err("folder_not_found".to_owned())),
        ]
    );
}

#[test]
fn a_channel_is_told_how_it_stands() {
    let (_folder, mut desk) = opened();
    assert_eq!(standing(&mut desk, week()).standing, "new");
    assert_eq!(standing(&mut desk, dates("2025-07-01", 7)).standing, "nothing");
    desk.publish(CHANNEL, week(), &hand(), &around).unwrap();
    let now = standing(&mut desk, week());
    assert_eq!((now.standing.as_str(), now.number), ("stands", Some(1)));
    // More dates than it holds.
    let more = standing(&mut desk, dates("2024-07-01", 8));
    assert_eq!((more.standing.as_str(), more.beyond), ("differs", true));
    // Fewer: nothing of them has changed.
    let fewer = standing(&mut desk, dates("2024-07-02", 3));
    assert_eq!(
        (fewer.standing.as_str(), fewer.beyond, fewer.note.unwrap().count),
        ("differs", false, 0)
    );

    // Another title is told as a change of what airs as before.
    for programme in desk.station().unwrap().0.programmes.clone() {
        let programme = Programme {
            title: Words::from([("kk", "Жаңа атау"), ("en", "A new title")]),
            ..programme
        };
        desk.transact(&ops::put(Record::Programme(programme)), &hand()).unwrap();
    }
    let told = standing(&mut desk, week());
    let note = told.note.unwrap();
    assert_eq!((told.standing.as_str(), note.since, note.until), ("differs", 1, None));
    assert_eq!(
        note.count as usize,
        note.days.iter().map(|day| day.rows.len()).sum::<usize>()
    );
    let row = &note.days[0].rows[0];
    assert_eq!(row.change, "otherwise");
    assert!(row.values["what"].starts_with("A new title"), "{:?}", row.values);
    assert!(!row.values["was-what"].starts_with("A new title"), "{:?}", row.values);
}

#[test]
fn who_publishes_meanwhile_is_not_overwritten() {
    let (folder, mut desk) = opened();
    fs::create_dir(folder.path().join("out")).unwrap();
    add(&mut desk, asked("guide", &["xmltv"], "out")).unwrap();
    let slow = desk.grounds(CHANNEL, week()).unwrap().prepare(&hand()).unwrap();
    let slow = slow.write(&around).unwrap();
    desk.publish(CHANNEL, dates("2024-07-01", 1), &hand(), &around).unwrap();
    let before = fs::read(folder.path().join("out/khabar.kz-2024-07-01-xmltv.xml")).unwrap();
    let refused = desk.hand_out(slow).unwrap_err();
    assert_eq!(refused.code, "published_meanwhile");
    let left: Vec<_> = fs::read_dir(folder.path().join("out")).unwrap().collect();
    assert_eq!(left.len(), 1);
    assert_eq!(
        fs::read(folder.path().join("out/khabar.kz-2024-07-01-xmltv.xml")).unwrap(),
        before
    );
    assert_eq!(desk.revisions(None).unwrap().len(), 1);
}

#[test]
fn a_receiver_is_edited_as_it_was_asked_for() {
    let (_folder, mut desk) = opened();
    let receiver = asked("all", &receiver::FORMS, "out");
    add(&mut desk, receiver.clone()).unwrap();
    let kept = receiver::asked(&desk.station().unwrap().0.receivers[0]);
    assert_eq!(
        (kept.name.as_str(), kept.to),
        ("{channel}-{from}-{format}", receiver.to.clone())
    );
    let forms = |all: &[FileAsked]| all.iter().map(|one| one.form.clone()).collect::<Vec<_>>();
    assert_eq!(forms(&kept.files), forms(&receiver.files));
    let page = kept.files.iter().find(|one| one.form == "page").unwrap();
    assert_eq!(
        (page.programme.as_str(), page.frame_rate.as_str()),
        ("common-dream", "")
    );

    let refused = |desk: &mut Desk, what: ReceiverEdit| edit(desk, &what).unwrap_err().code;
    let with = |change: fn(&mut ReceiverAsked)| {
        let mut other = asked("other", &["tva", "bxf"], "out");
        change(&mut other);
        ReceiverEdit::Add { receiver: other }
    };
    assert_eq!(
        refused(&mut desk, with(|one| "all".clone_into(&mut one.id))),
        "id_taken"
    );
    assert_eq!(refused(&mut desk, with(|one| one.files.clear())), "no_files");
    assert_eq!(
        refused(&mut desk, with(|one| "pdf?".clone_into(&mut one.files[0].form))),
        "unknown_form"
    );
    assert_eq!(
        refused(&mut desk, with(|one| "no name".clone_into(&mut one.files[0].authority))),
        "no_authority"
    );
    assert_eq!(
        refused(&mut desk, with(|one| "26".clone_into(&mut one.files[1].frame_rate))),
        "no_frame_rate"
    );
    let unknown = asked("unknown", &["csv"], "out");
    assert_eq!(
        refused(&mut desk, ReceiverEdit::Change { receiver: unknown }),
        "no_receiver"
    );
    edit(&mut desk, &ReceiverEdit::Remove { id: "all".to_owned() }).unwrap();
    desk.undo(&hand()).unwrap();
    assert_eq!(desk.station().unwrap().0.receivers.len(), 1);
}

#[test]
fn a_receiver_on_a_server_stays_what_it_is_and_no_server_is_asked_beforehand() {
    let (_folder, mut desk) = opened();
    let to = DestinationAsked::Sftp {
        host: "ftp.khabar.kz".to_owned(),
        port: 2222,
        user: "arna".to_owned(),
        folder: "in/week ".to_owned(),
        host_key: "SHA256:UDPNtkWCgYbVe1ZpdHuTRYkcRUVYDvXKcRyA8PmPdQw".to_owned(),
        key_file: "id".to_owned(),
    };
    let receiver = ReceiverAsked {
        to: to.clone(),
        ..asked("guide", &["xmltv"], "")
    };
    add(&mut desk, receiver).unwrap();
    let kept = |desk: &mut Desk| receiver::asked(&desk.station().unwrap().0.receivers[0]);
    let mut receiver = kept(&mut desk);
    assert_eq!(receiver.to, to);
    "guide".clone_into(&mut receiver.name);
    edit(&mut desk, &ReceiverEdit::Change { receiver }).unwrap();
    assert_eq!((kept(&mut desk).name.as_str(), kept(&mut desk).to), ("guide", to));

    let prepared = desk.grounds(CHANNEL, week()).unwrap().prepare(&hand()).unwrap();
    let files = prepared.look(&around).unwrap().remove(0).files.unwrap();
    assert_eq!(
        (files[0].path.to_str(), files[0].in_place),
        (
            Some("sftp://arna@ftp.khabar.kz:2222/~/in/week /guide.xml"),
            InPlace::Unasked
        )
    );
    let id = "guide".to_owned();
    edit(&mut desk, &ReceiverEdit::Remove { id }).unwrap();
    assert!(desk.station().unwrap().0.receivers.is_empty());
}
