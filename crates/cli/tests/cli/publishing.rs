//! Publishing as it is typed: revisions, receivers, what was handed out.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use arna_app::desk::Hand;
use arna_app::ops::catalogue::{FieldEdit, set_fields};
use arna_app::{Desk, ops};
use arna_domain::{Instant, Language, Zones};
use rusqlite::Connection;
use serde_json::Value;

use crate::Place;

const DATES: &str = "--from 2024-07-01 --days 3";

/// A station with three days accepted, and a receiver of most forms.
fn ready() -> Place {
    let place = Place::new();
    place.done("sample s.arna");
    place.done(&format!("plan s.arna {DATES} --effort fast --accept --out plan.json"));
    fs::create_dir(place.path("out")).unwrap();
    place.done(
        "receiver set s.arna khabar --channel khabar.kz --titles kk --folder out --file xmltv --file csv --file xlsx \
         --file ics --file bxf --frame-rate 29.97 --date-of broadcast --file tva --file dvb-i --authority khabar.kz --file page \
         --programme common-dream --file m3u --media /play/{version}.mxf --name {channel}_{from}_{until}_{format}",
    );
    place
}

fn json(place: &Place, words: &str) -> Value {
    serde_json::from_str(&place.done(&format!("{words} --json"))).unwrap()
}

/// Every file in a folder and below, with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            let inner = files(&path).into_iter();
            all.extend(inner.map(|(one, bytes)| (format!("{name}/{one}"), bytes)));
        } else {
            all.insert(name, fs::read(&path).unwrap());
        }
    }
    all
}

/// Every programme gets another title.
fn change_the_catalogue(place: &Place) {
    let hand = Hand {
        author: "other".to_owned(),
        at: Instant::from_ms(1_719_792_000_000),
    };
    let mut desk = Desk::open(&place.path("s.arna"), hand.at, Zones::bundled()).unwrap();
    let (station, index) = desk.station().unwrap();
    let titles = [("kk", "Басқа атау"), ("en", "Another title")];
    let edits: Vec<FieldEdit> = station
        .programmes
        .iter()
        .flat_map(|programme| titles.map(|title| (programme, title)))
        .map(|(programme, (language, title))| FieldEdit {
            key: format!("programme:{}", programme.id),
            field: "title".to_owned(),
            language: Some(language.to_owned()),
            value: title.to_owned(),
        })
        .collect();
    let op = set_fields(station, index, &edits, &Language::parse("en").unwrap()).unwrap();
    desk.transact(&op, &hand).unwrap();
}

#[test]
fn a_channel_is_published_revised_told_and_handed_out_again() {
    let place = ready();
    let said = place.arna(&format!("publish s.arna --channel khabar.kz {DATES}"));
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(
        said.err
            .contains("khabar.kz: revision 1 published, 2024-07-01 to 2024-07-03; files written: 11"),
        "{}",
        said.err
    );
    assert!(
        said.out.contains("khabar.kz_2024-07-01_2024-07-03_bxf.xml"),
        "{}",
        said.out
    );
    let first = files(&place.path("out"));
    assert_eq!(first.len(), 11);
    assert!(first.contains_key("khabar.kz/2024/07/2024-07-03.m3u8"));
    let again = place.arna(&format!("publish s.arna --channel khabar.kz {DATES}"));
    assert!(
        again.err.contains("nothing new, revision 1 stands") && again.err.contains("already there: 11"),
        "{}",
        again.err
    );
    assert_eq!(again.out, "");
    assert!(
        place
            .done("verify-revisions s.arna")
            .starts_with("khabar.kz: one revision")
    );

    change_the_catalogue(&place);
    let all = json(&place, &format!("publish s.arna --all {DATES}"));
    let channels: Vec<_> = all
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["revision"]["channel"])
        .collect();
    assert_eq!(channels, ["cctv4.cn", "khabar.kz", "silkway.kz", "atameken.kz"]);
    let khabar = &all[1];
    assert_eq!(
        (&khabar["revision"]["number"], &khabar["new"]),
        (&2.into(), &true.into())
    );
    assert!(files(&place.path("out")) != first);

    // The old one, byte for byte: handed out again, and exported of its own document.
    fs::create_dir(place.path("old")).unwrap();
    place.done("deliver s.arna --channel khabar.kz --revision 1 --to old");
    assert!(files(&place.path("old")) == first);
    place.done("export revision s.arna --channel khabar.kz --number 1 --out r1.json");
    let revisions = json(&place, "revisions s.arna --channel khabar.kz");
    let at = revisions[0]["at"].as_str().unwrap();
    for (form, more, name) in [
        ("xmltv", String::new(), "xmltv.xml"),
        ("csv", "--lang kk".to_owned(), "csv.csv"),
        ("ics", format!("--revision 1 --published {at}"), "ics.ics"),
        (
            "bxf",
            format!("--frame-rate 29.97 --date-of broadcast --published {at}"),
            "bxf.xml",
        ),
        ("tva", "--authority khabar.kz".to_owned(), "tva.xml"),
        ("dvb-i", "--authority khabar.kz".to_owned(), "dvb-i.xml"),
    ] {
        let words = format!("export {form} r1.json --channel khabar.kz {DATES} --titles kk {more} --out file");
        place.done(&words);
        let own = fs::read(place.path("file")).unwrap();
        assert!(
            own == first[&format!("khabar.kz_2024-07-01_2024-07-03_{name}")],
            "{form}"
        );
    }

    assert_eq!(revisions[1]["previous"], revisions[0]["sha256"]);
    let log = json(&place, "deliveries s.arna --channel khabar.kz");
    let log = log.as_array().unwrap();
    assert_eq!(log.len(), 33);
    assert_eq!(
        (&log[0]["revision"], &log[0]["receiver"], &log[0]["author"]),
        (&1.into(), &"khabar".into(), &"tester".into())
    );
    assert!(
        log[32]["file"]
            .as_str()
            .unwrap()
            .ends_with("out/khabar.kz_2024-07-01_2024-07-03_xmltv.xml")
    );
    let note = place.done("changes s.arna --channel khabar.kz --since 1 --until 2");
    assert!(note.starts_with("Хабар") || note.starts_with("Khabar"), "{note}");
    assert!(
        note.contains("from revision 1 to revision 2") && note.contains("Another title"),
        "{note}"
    );
    let whole = place.done("verify-revisions s.arna");
    assert_eq!(whole.lines().count(), 4, "{whole}");
}

#[test]
fn what_was_moved_and_dropped_is_a_note_a_table_and_json() {
    let place = ready();
    place.done(&format!("publish s.arna --channel khabar.kz {DATES}"));
    let nothing = place.done("changes s.arna --channel khabar.kz --since 1");
    assert!(
        nothing.contains("changes since revision 1") && nothing.contains("Nothing changes."),
        "{nothing}"
    );
    // Two programmes: one goes, one is half a minute later.
    let hand = Hand {
        author: "other".to_owned(),
        at: Instant::from_ms(1_719_792_000_000),
    };
    let mut desk = Desk::open(&place.path("s.arna"), hand.at, Zones::bundled()).unwrap();
    let station = desk.station().unwrap().0.clone();
    let own = station
        .schedule
        .iter()
        .filter(|one| one.channel.as_str() == "khabar.kz");
    let mut programmes = own.filter(|one| one.version.is_some() && !one.origin.is_break());
    let (gone, moved) = (programmes.next().unwrap(), programmes.next_back().unwrap());
    let later = arna_domain::Airing {
        start: moved.start + 60_000,
        end: moved.end + 60_000,
        ..moved.clone()
    };
    let step = |start: Instant, airings| ops::Step::Airings {
        channel: "khabar.kz".into(),
        from: start,
        until: start + 60_001,
        airings,
    };
    let op = ops::Op {
        code: "clear_range".to_owned(),
        args: arna_domain::Values::new(),
        steps: vec![step(gone.start, Vec::new()), step(moved.start, vec![later])],
    };
    desk.transact(&op, &hand).unwrap();
    drop(desk);
    let note = place.done("changes s.arna --channel khabar.kz --since 1 --titles en");
    let wall = |text: &str| {
        text.split_whitespace()
            .find(|word| word.contains(':'))
            .map(str::to_owned)
    };
    let line = note.lines().find(|line| line.contains("moved")).unwrap();
    let (from, to) = line.split_once('→').unwrap();
    assert!(wall(from).unwrap() < wall(to).unwrap(), "{line}");
    assert!(note.lines().any(|line| line.starts_with("  dropped ")), "{note}");
    assert!(
        note.contains("Mon 2024-07-01") && note.contains("Wed 2024-07-03"),
        "{note}"
    );
    let rows = json(&place, "changes s.arna --channel khabar.kz --since 1 --titles en");
    let kinds: Vec<_> = rows["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["change"])
        .collect();
    assert_eq!(kinds, ["dropped", "moved"]);
    place.done("changes s.arna --channel khabar.kz --since 1 --csv --to c.csv");
    let table = fs::read_to_string(place.path("c.csv")).unwrap();
    assert!(
        table.starts_with("\u{feff}change;date;start;") && table.lines().count() == 3,
        "{table}"
    );
    assert!(
        table.lines().nth(2).unwrap().starts_with("moved;2024-07-03;"),
        "{table}"
    );
}

#[test]
fn a_tampered_file_is_found_out() {
    let place = ready();
    place.done(&format!("publish s.arna --all {DATES}"));
    change_the_catalogue(&place);
    place.done(&format!("publish s.arna --all {DATES}"));
    let raw = Connection::open(place.path("s.arna")).unwrap();
    raw.execute_batch(
        "DROP TRIGGER revision_is_not_changed;
         UPDATE revision SET content = replace(content, 'khabar.kz', 'khobar.kz') WHERE channel = 'khabar.kz' AND number = 1;
         UPDATE revision SET author = 'nobody' WHERE channel = 'silkway.kz' AND number = 2;",
    )
    .unwrap();
    drop(raw);
    let told = place.arna("verify-revisions s.arna");
    assert_eq!(told.code, 1, "{}", told.err);
    let lines: Vec<_> = told.out.lines().collect();
    assert_eq!(lines.len(), 4, "{}", told.out);
    assert_eq!(
        lines[2],
        "khabar.kz: revision 1 is not what was published: its content does not match its hash"
    );
    assert!(
        lines[3].starts_with("silkway.kz: revision 2 is not what was published: its dates, author or time"),
        "{}",
        lines[3]
    );
    assert!(
        lines[..2]
            .iter()
            .all(|line| line.contains("2 revisions, every one as it was published"))
    );
    let told = place.arna("verify-revisions s.arna --json");
    let chains: Value = serde_json::from_str(&told.out).unwrap();
    assert_eq!(
        (told.code, &chains[2]["broken"]["what"], &chains[0]["broken"]),
        (1, &"content".into(), &Value::Null)
    );
    // It is not handed out as if it were.
    let told = place.arna("deliver s.arna --channel khabar.kz --revision 1");
    assert!(
        told.code == 2 && told.err.contains("is not what was published"),
        "{}",
        told.err
    );
}

#[test]
fn a_folder_that_cannot_be_written_leaves_the_last_delivery() {
    let place = ready();
    place.done(&format!("publish s.arna --channel khabar.kz {DATES}"));
    let first = files(&place.path("out"));
    change_the_catalogue(&place);
    let state = |place: &Place| (json(place, "revisions s.arna"), json(place, "deliveries s.arna"));
    let before = state(&place);
    // One of the files is closed.
    let closed = place.path("out/khabar.kz_2024-07-01_2024-07-03_page.html");
    let mut permissions = fs::metadata(&closed).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&closed, permissions.clone()).unwrap();
    let told = place.arna(&format!("publish s.arna --all {DATES}"));
    assert_eq!(told.code, 2, "{}", told.err);
    assert!(
        told.err.contains("_page.html") && told.err.contains("Choose another folder"),
        "{}",
        told.err
    );
    assert!(files(&place.path("out")) == first);
    // The others were published all the same.
    let (revisions, log) = state(&place);
    assert_eq!((revisions.as_array().unwrap().len(), &log), (4, &before.1));
    #[expect(clippy::permissions_set_readonly_false, reason = "the test's own file")]
    permissions.set_readonly(false);
    fs::set_permissions(&closed, permissions).unwrap();
    // The folder is gone, as a disk that is not mounted: it is not made.
    fs::rename(place.path("out"), place.path("away")).unwrap();
    let told = place.arna(&format!("publish s.arna --channel khabar.kz {DATES}"));
    assert!(
        told.code == 2 && told.err.contains("There is no folder") && told.err.contains("out"),
        "{}",
        told.err
    );
    assert!(!place.path("out").exists());
    fs::rename(place.path("away"), place.path("out")).unwrap();
    let told = place.arna(&format!("publish s.arna --channel khabar.kz {DATES}"));
    assert!(told.err.contains("revision 2 published"), "{}", told.err);
}

/// Where no file may grow beyond a limit, as on a full disk.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_last_delivery() {
    let place = ready();
    place.done(&format!("publish s.arna --channel khabar.kz {DATES}"));
    let first = files(&place.path("out"));
    change_the_catalogue(&place);
    let before = (json(&place, "revisions s.arna"), json(&place, "deliveries s.arna"));
    let largest = first.values().map(Vec::len).max().unwrap();
    assert!(largest > 400_000, "{largest}");
    let script = format!(
        "trap '' XFSZ; ulimit -f 400; exec {} publish s.arna --channel khabar.kz {DATES}",
        env!("CARGO_BIN_EXE_arna")
    );
    let full = Command::new("sh")
        .args(["-c", &script])
        .current_dir(place.0.path())
        .env("LC_ALL", "C")
        .output()
        .unwrap();
    let said = String::from_utf8(full.stderr).unwrap();
    assert_eq!(full.status.code(), Some(2), "{said}");
    assert!(
        said.contains("_bxf.xml") && said.contains("The disk is full") && said.contains("Free some space"),
        "{said}"
    );
    assert!(files(&place.path("out")) == first);
    assert_eq!(
        (json(&place, "revisions s.arna"), json(&place, "deliveries s.arna")),
        before
    );
}

#[test]
fn receivers_are_listed_changed_undone_and_refused() {
    let place = ready();
    let list = place.done("receiver list s.arna");
    assert!(
        list.contains("xmltv csv xlsx ics bxf tva dvb-i page m3u")
            && list.contains("{channel}_{from}_{until}_{format}"),
        "{list}"
    );
    let told = place.arna("receiver remove s.arna khabar");
    assert!(told.err.contains("Remove receiver khabar"), "{}", told.err);
    assert_eq!(json(&place, "receiver list s.arna"), Value::Array(Vec::new()));
    place.done("undo s.arna");
    let listed = json(&place, "receiver list s.arna");
    assert_eq!(listed[0]["files"][4]["bxf"]["frame_rate"], "29.97");
    // What a document carries is read again.
    place.done("export station s.arna --out s.json");
    place.done("import station s.json t.arna");
    assert_eq!(json(&place, "receiver list t.arna"), listed);
    for (words, said) in [
        (
            "set s.arna x --channel khabar.kz --file tva --folder out",
            ["--authority", "arna help receiver set"],
        ),
        (
            "set s.arna x --channel khabar.kz --file page --folder out",
            ["--programme", "arna help receiver set"],
        ),
        (
            "set s.arna x --channel khabar.kz --file page --programme nobody --folder out",
            ["nobody", "common-dream"],
        ),
        (
            "set s.arna x --channel nobody --file csv --folder out",
            ["nobody", "arna info"],
        ),
        (
            "set s.arna x --channel khabar.kz --file pdf --folder out",
            ["pdf", "ffplayout"],
        ),
        (
            "set s.arna x --channel khabar.kz --file csv --folder out --name {date}",
            ["{date}", "receivers[1].name"],
        ),
        (
            "set s.arna x --channel khabar.kz --file bxf --file xmltv --folder out --name a",
            ["“a”", "receivers[1].files"],
        ),
        (
            "set s.arna x --channel khabar.kz --file bxf --frame-rate 60 --folder out",
            ["60", "59.94"],
        ),
        ("remove s.arna nobody", ["nobody", "arna receiver list"]),
        ("set s.arna x --channel khabar.kz --file csv", ["--folder", "arna help"]),
        (
            "set s.arna x --channel khabar.kz --file csv --folder out --sftp a@b/c",
            ["--folder", "--sftp"],
        ),
        (
            "set s.arna x --channel khabar.kz --file csv --sftp ftp.example.org",
            ["ftp.example.org", "arna@ftp.example.org/incoming"],
        ),
        (
            "set s.arna x --channel khabar.kz --file csv --sftp a@b/c --host-key MD5:1",
            ["MD5:1", "SHA256:"],
        ),
        ("host-key a@b:x", ["a@b:x", "ftp.example.org:2222"]),
        ("pin s.arna khabar SHA256:1", ["SHA256:1", "ssh-ed25519"]),
        (
            "pin s.arna khabar SHA256:UDPNtkWCgYbVe1ZpdHuTRYkcRUVYDvXKcRyA8PmPdQw",
            ["khabar", "arna receiver set --sftp"],
        ),
        ("password s.arna khabar", ["khabar", "arna receiver set --sftp"]),
        ("password s.arna nobody", ["nobody", "arna receiver list"]),
    ] {
        let told = place.arna(&format!("receiver {words}"));
        assert_eq!(told.code, 2, "{words}");
        for word in said {
            assert!(told.err.contains(word), "{words}: {}", told.err);
        }
    }
    assert_eq!(json(&place, "receiver list s.arna"), listed);
}

#[test]
fn a_server_is_named_its_key_pinned_and_its_password_kept_elsewhere() {
    let place = ready();
    place.done(
        "receiver set s.arna epg.1 --channel khabar.kz --file xmltv --sftp arna@ftp.khabar.kz:2222/~/in --key-file id",
    );
    let to = |place: &Place| {
        let all = json(place, "receiver list s.arna");
        let own = all.as_array().unwrap().iter().find(|one| one["id"] == "epg.1");
        own.unwrap()["to"]["sftp"].clone()
    };
    assert_eq!(
        (
            &to(&place)["folder"],
            &to(&place)["port"],
            &to(&place)["sign_in"]["key"]
        ),
        (&"in".into(), &2222.into(), &"id".into())
    );
    assert!(
        place
            .done("receiver list s.arna")
            .contains("sftp://arna@ftp.khabar.kz:2222/~/in")
    );
    assert!(to(&place)["host_key"].is_null());
    let public = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB9HG15FszcrDUdQ31DYMAywo5Zf5kVMyDIxb9loIZYc";
    place.arna_with(["receiver", "pin", "s.arna", "epg.1", public]);
    let pinned = to(&place)["host_key"].clone();
    assert!(pinned.as_str().unwrap().starts_with("SHA256:"), "{pinned}");
    place.done("undo s.arna");
    assert!(to(&place)["host_key"].is_null());
    place.done(&format!("receiver pin s.arna epg.1 {}", pinned.as_str().unwrap()));
    assert_eq!(to(&place)["host_key"], pinned);
    // Where no keyring runs, the variable that may hold the password is named; what was typed is not.
    let keep = |typed: &str| {
        let mut arna = Command::new(env!("CARGO_BIN_EXE_arna"))
            .args(["--lang", "en", "receiver", "password"])
            .arg(place.path("s.arna"))
            .arg("epg.1")
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
            .stdin(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        arna.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
        let told = arna.wait_with_output().unwrap();
        assert_eq!(told.status.code(), Some(2));
        String::from_utf8(told.stderr).unwrap()
    };
    assert!(keep("\n").contains("Nothing was typed"));
    let told = keep("hush-hush\n");
    assert!(told.contains("ARNA_PASSWORD_EPG_1") && !told.contains("hush"), "{told}");
}

#[test]
fn everything_is_said_in_four_languages() {
    let place = ready();
    for (lang, published, holds) in [
        ("en", "published", "as it was published"),
        ("kk", "жарияланды", "жарияланған күйінде"),
        ("ru", "опубликована", "опубликованы"),
        ("zh", "已发布", "均与发布时一致"),
    ] {
        let told = place.arna(&format!("--lang {lang} publish s.arna --channel khabar.kz {DATES}"));
        assert!(told.err.contains(published) || lang != "en", "{}", told.err);
        let mut all = vec![told];
        for words in [
            "verify-revisions s.arna",
            "revisions s.arna",
            "deliveries s.arna",
            "deliveries s.arna --channel nobody",
            "revisions s.arna --channel nobody",
            "changes s.arna --channel khabar.kz --since 1",
            "changes s.arna --channel khabar.kz --since 1 --csv",
            "changes s.arna --channel khabar.kz --since 9",
            "changes s.arna --channel silkway.kz --since 1",
            "receiver list s.arna",
            "publish s.arna --channel silkway.kz --from 2030-01-01 --days 1",
            "publish s.arna --channel silkway.kz --from 2024-07-01 --days 1",
        ] {
            all.push(place.arna(&format!("--lang {lang} {words}")));
        }
        assert!(all[1].out.contains(holds), "{}", all[1].out);
        for told in all {
            for text in [told.out, told.err] {
                assert!(!text.contains("cli-") && !text.contains("failure-"), "{lang}: {text}");
            }
        }
    }
}

#[test]
fn dates_without_anything_accepted_are_said_to_be_so() {
    let place = ready();
    let told = place.arna("publish s.arna --all --from 2024-08-01 --days 3");
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(told.err.contains("Nothing is accepted on these dates"), "{}", told.err);
    assert!(!told.err.contains("no schedule to judge"), "{}", told.err);
}

#[test]
fn a_receiver_told_anew_keeps_what_is_not_named() {
    let place = Place::new();
    place.done("sample s.arna");
    let set = "receiver set s.arna srv --channel khabar.kz --sftp arna@ftp.khabar.kz/incoming";
    let key = "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU";
    place.done(&format!(
        "{set} --file bxf --frame-rate 30 --file tva --authority khabar.kz --titles kk --name x-{{format}} --host-key {key} --key-file id"
    ));
    let before = json(&place, "receiver list s.arna");
    place.done(&format!("{set} --file bxf --file tva"));
    assert_eq!(json(&place, "receiver list s.arna"), before);
    // Another server is not known by the key of this one, nor signed in to with its key.
    place.done(
        &set.replace("ftp.khabar", "epg.khabar")
            .replace(" --sftp", " --file bxf --sftp"),
    );
    let sftp = json(&place, "receiver list s.arna")[0]["to"]["sftp"].clone();
    assert_eq!(
        (sftp.get("host_key"), &sftp["host"]),
        (None, &Value::from("epg.khabar.kz"))
    );
    let told = place.arna("receiver set s.arna srv --channel cctv4.cn --file csv --folder out");
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(
        told.err
            .contains("srv got the schedule of khabar.kz before; now it gets that of cctv4.cn"),
        "{}",
        told.err
    );
}
