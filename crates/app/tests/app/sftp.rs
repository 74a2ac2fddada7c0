//! Delivery to a server by SFTP: whole or not at all, whatever becomes of the server on the way.

mod server;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use self::server::{Asked, Does, Like, OF_OPENSSH, PASSWORD, Server, USER, fingerprint, key, nobody};
use arna_app::delivery::{Reach, Secret, host_keys};
use arna_app::desk::Hand;
use arna_app::publish::HandedOut;
use arna_app::{Desk, Failure, ops, sample};
use arna_domain::receiver::{Bxf, Destination, FileForm, Playlist, Sftp, SignIn};
use arna_domain::{BroadcastDate, DateRange, Instant, Language, Receiver, Zones};
use russh::MethodKind;
use russh::keys::ssh_key::{Cipher, Kdf};
use russh_sftp::protocol::StatusCode;

use crate::fixture::around;

const NOW: Instant = Instant::from_ms(1_719_792_000_000);
/// Nothing on this machine takes so long.
const LONG: Duration = Duration::from_secs(20);

/// A station, a server, and a receiver there.
struct Place {
    folder: tempfile::TempDir,
    desk: Desk,
    server: Server,
    /// How long was waited.
    waited: Arc<Mutex<Vec<Duration>>>,
    times: i64,
}

fn place() -> Place {
    place_with(Like::default(), |_| {})
}

fn place_with(like: Like, told: impl FnOnce(&mut Sftp)) -> Place {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("server");
    fs::create_dir_all(root.join("in")).unwrap();
    let server = Server::over(&root, like);
    let mut desk = sample::ready(&folder.path().join("s.arna"), &hand(0), Zones::bundled()).unwrap();
    let mut sftp = Sftp::parse(&format!("{USER}@127.0.0.1:{}/in", server.port)).unwrap();
    sftp.host_key = Some(fingerprint(1));
    told(&mut sftp);
    let waited: Arc<Mutex<Vec<Duration>>> = Arc::default();
    desk.reach_by(reach(&[], &waited));
    let mut place = Place {
        folder,
        desk,
        server,
        waited,
        times: 0,
    };
    place.put(Destination::Sftp(sftp), files());
    place
}

fn reach(pauses: &[u64], waited: &Arc<Mutex<Vec<Duration>>>) -> Reach {
    let waited = waited.clone();
    Reach {
        connect: LONG,
        sign_in: LONG,
        step: LONG,
        pauses: pauses.iter().copied().map(Duration::from_secs).collect(),
        pause: Arc::new(move |pause| waited.lock().unwrap().push(pause)),
        secrets: Arc::new(|_, _| Ok(Some(Secret::new(PASSWORD)))),
    }
}

/// A guide that is large enough to be sent in several parts, a table, and a day of playout in folders of its own.
fn files() -> Vec<FileForm> {
    let media = Some("/play/{version}.mxf".to_owned());
    vec![FileForm::Xmltv, FileForm::Csv, FileForm::M3u(Playlist { media })]
}

const GUIDE: &str = "khabar.kz-2024-07-01-xmltv.xml";
const TABLE: &str = "khabar.kz-2024-07-01-csv.csv";

impl Place {
    fn put(&mut self, to: Destination, files: Vec<FileForm>) {
        let receiver = Receiver {
            id: "traffic".into(),
            channel: "khabar.kz".into(),
            titles: Language::parse("kk").unwrap(),
            files,
            name: Receiver::usual_name(),
            to,
        };
        let op = ops::receiver::put(self.desk.station().unwrap().0, receiver).unwrap();
        self.desk.transact(&op, &hand(1)).unwrap();
    }

    fn tries(&mut self, pauses: &[u64]) {
        let reach = reach(pauses, &self.waited);
        self.desk.reach_by(reach);
    }

    fn publish(&mut self, days: u32) -> Result<HandedOut, Failure> {
        self.times += 1;
        let from = BroadcastDate::parse("2024-07-01").unwrap();
        self.desk
            .publish("khabar.kz", DateRange { from, days }, &hand(10 + self.times), &around)
    }

    fn becomes(&self, mood: impl Fn(&Asked<'_>) -> Does + Send + Sync + 'static) {
        self.server.becomes(Like {
            mood: Arc::new(mood),
            ..Like::default()
        });
    }

    /// What lies on the server, hidden files too.
    fn held(&self) -> BTreeMap<String, Vec<u8>> {
        held(&self.server.root)
    }

    fn kept(&mut self) -> (usize, usize) {
        let revisions = self.desk.revisions(None).unwrap().len();
        (revisions, self.desk.deliveries(None, 1_000).unwrap().len())
    }
}

fn held(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for one in fs::read_dir(folder).unwrap() {
            let path = one.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().display().to_string();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

fn hand(minutes: i64) -> Hand {
    Hand {
        author: "tester".to_owned(),
        at: NOW + minutes * 60_000,
    }
}

fn of_openssh() -> Option<PathBuf> {
    let known = ["/usr/lib/openssh/sftp-server", "/usr/libexec/openssh/sftp-server"];
    known.iter().map(PathBuf::from).find(|path| path.exists())
}

/// Publishes twice and looks at what is there in between and after.
fn delivers(mut place: Place) {
    let first = place.publish(2).unwrap();
    assert!(first.is_new && first.files.len() == 4, "{:?}", first.files);
    let held_first = place.held();
    assert_eq!(held_first.len(), 4, "{:?}", held_first.keys());
    for file in &first.files {
        let name = file.place.split_once("/in/").unwrap().1;
        let bytes = &held_first[&format!("in/{name}")];
        assert!(file.place.starts_with("sftp://arna@127.0.0.1:"), "{}", file.place);
        assert_eq!(
            (file.bytes, &file.sha256),
            (bytes.len() as u64, &arna_store::sha256(bytes))
        );
    }
    // A folder of this machine gets the same bytes.
    let out = place.folder.path().join("out");
    fs::create_dir(&out).unwrap();
    place
        .desk
        .deliver("khabar.kz", Some(1), Some(&out), &hand(20), &around)
        .unwrap();
    assert_eq!(
        held(&out).into_values().collect::<Vec<_>>(),
        held_first.values().cloned().collect::<Vec<_>>()
    );
    // The same again: nothing new, nothing sent.
    let again = place.publish(2).unwrap();
    assert!(!again.is_new && again.files.is_empty() && again.there == 4);
    // What was lost or spoilt is put there again; what keeps its permissions is what was there.
    let guide = place.server.root.join("in").join(GUIDE);
    fs::write(&guide, "spoilt").unwrap();
    fs::set_permissions(&guide, fs::Permissions::from_mode(0o640)).unwrap();
    fs::remove_file(place.server.root.join("in/khabar.kz/2024/07/2024-07-02.m3u8")).unwrap();
    let mended = place.publish(2).unwrap();
    assert!(!mended.is_new && mended.files.len() == 2 && place.held() == held_first);
    assert_eq!(fs::metadata(&guide).unwrap().permissions().mode() & 0o777, 0o640);
    // Another revision replaces what it shares with the first.
    let second = place.publish(3).unwrap();
    assert!(second.is_new && second.files.len() == 5);
    assert!(place.held()[&format!("in/{GUIDE}")].len() > held_first[&format!("in/{GUIDE}")].len());
    assert_eq!(
        place.held().len(),
        5,
        "nothing is left beside: {:?}",
        place.held().keys()
    );
}

#[test]
fn files_lie_whole_on_the_server() {
    delivers(place());
}

#[test]
fn a_server_without_any_extension_will_do() {
    let like = Like {
        extensions: Vec::new(),
        ..Like::default()
    };
    delivers(place_with(like, |_| {}));
}

#[test]
fn the_server_of_openssh_takes_them_too() {
    let Some(program) = of_openssh() else {
        eprintln!("skipped: the sftp-server of OpenSSH is not installed");
        return;
    };
    let like = Like {
        program: Some(program),
        ..Like::default()
    };
    // It begins where the user is at home, and its slash is that of this machine.
    delivers(place_with(like, |sftp| sftp.folder = "in".to_owned()));
}

#[test]
fn everything_is_sent_before_anything_is_replaced() {
    let mut place = place();
    place.publish(2).unwrap();
    place.server.asked();
    place.publish(3).unwrap();
    let asked = place.server.asked();
    let last = |what: &str| asked.iter().rposition(|(one, _)| one == what).unwrap();
    let first = |what: &str| asked.iter().position(|(one, _)| one == what).unwrap();
    assert!(last("write") < first("rename") && last("sync") < first("rename"));
    // What is there is looked at again before, too: the last byte read back is of the last file.
    assert!(last("read") < first("rename"));
    let renamed = asked.iter().filter(|(what, _)| what == "rename").count();
    assert_eq!(renamed, 5);
    assert!(asked.iter().any(|(what, _)| what == "link"));
}

#[test]
fn a_delivery_that_is_cut_off_leaves_the_last_one_and_is_taken_up_again() {
    let mut place = place();
    place.publish(2).unwrap();
    let (before, kept) = (place.held(), place.kept());
    // The guide is there whole, the table is on its way.
    place.becomes(|asked| match (asked.what, asked.name.contains("csv")) {
        ("write", true) => Does::Cuts,
        _ => Does::It,
    });
    let cut = place.publish(5).unwrap_err();
    assert_eq!(cut.code, "sftp_unreachable");
    assert!(cut.file.as_ref().unwrap().ends_with(TABLE), "{cut:?}");
    assert_eq!(place.kept(), kept);
    let now = place.held();
    let left: Vec<&String> = now.keys().filter(|name| !before.contains_key(*name)).collect();
    assert!(
        left.len() == 2
            && left
                .iter()
                .all(|name| name.starts_with("in/.khabar.kz-2024-07-01-") && name.ends_with(".part")),
        "{left:?}"
    );
    assert!(
        before.iter().all(|(name, bytes)| now[name] == *bytes),
        "the last delivery stays"
    );
    // Then it goes on: the guide, which is there whole, is not sent again.
    place.becomes(|_| Does::It);
    place.server.asked();
    let done = place.publish(5).unwrap();
    assert_eq!((done.files.len(), place.kept()), (7, (kept.0 + 1, kept.1 + 7)));
    let asked = place.server.asked();
    let sent = |part: &str| asked.iter().any(|(what, name)| what == "write" && name.contains(part));
    assert!(!sent("xmltv") && sent("csv"));
    let after = place.held();
    assert_eq!(
        after.len(),
        before.len() + 3,
        "nothing is left beside: {:?}",
        after.keys()
    );
    assert_ne!(after[&format!("in/{GUIDE}")], before[&format!("in/{GUIDE}")]);
}

#[test]
fn a_connection_that_breaks_is_made_anew_as_often_as_it_is_said() {
    for what in ["write", "rename", "link", "read", "stat", "mkdir", "sync"] {
        for does in [Does::Cuts, Does::ItAndCuts] {
            for extensions in [OF_OPENSSH.to_vec(), Vec::new()] {
                if extensions.is_empty() && matches!(what, "link" | "sync") {
                    continue;
                }
                let mut place = place();
                place.publish(2).unwrap();
                place.server.asked();
                place.server.becomes(Like {
                    mood: Arc::new(move |asked| {
                        if asked.what == what && asked.count == 1 {
                            does
                        } else {
                            Does::It
                        }
                    }),
                    extensions,
                    ..Like::default()
                });
                place.tries(&[1, 5]);
                // A folder more is made for what is put beside the rest.
                if what == "mkdir" {
                    fs::remove_dir_all(place.server.root.join("in/khabar.kz")).unwrap();
                }
                let done = place.publish(3).unwrap();
                assert_eq!(done.files.len(), 5);
                assert_eq!(
                    *place.waited.lock().unwrap(),
                    [Duration::from_secs(1)],
                    "{what} {does:?}"
                );
                let held = place.held();
                assert_eq!(held.len(), 5, "{what} {does:?}: {:?}", held.keys());
                for file in &done.files {
                    let name = file.place.split_once("/in/").unwrap().1;
                    assert_eq!(
                        arna_store::sha256(&held[&format!("in/{name}")]),
                        file.sha256,
                        "{what} {does:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn where_a_place_cannot_be_taken_every_place_gets_back_what_it_held() {
    for extensions in [OF_OPENSSH.to_vec(), Vec::new()] {
        for code in [StatusCode::Failure, StatusCode::PermissionDenied] {
            let mut place = place();
            place.publish(2).unwrap();
            let (before, kept) = (place.held(), place.kept());
            // The last file to be put, after all others are.
            let name = |asked: &Asked<'_>| asked.name == "2024-07-03.m3u8";
            place.server.becomes(Like {
                mood: Arc::new(move |asked| match asked.what == "rename" && name(asked) {
                    true => Does::Refuses(code),
                    false => Does::It,
                }),
                extensions: extensions.clone(),
                ..Like::default()
            });
            let refused = place.publish(3).unwrap_err();
            let wanted = if code == StatusCode::Failure {
                "sftp_refused"
            } else {
                "sftp_denied"
            };
            assert_eq!(refused.code, wanted);
            assert!(place.held() == before, "{:?}", place.held().keys());
            assert_eq!(place.kept(), kept);
        }
    }
}

#[test]
fn a_folder_gets_nothing_where_the_server_takes_nothing() {
    let mut place = place();
    let out = place.folder.path().join("out");
    fs::create_dir(&out).unwrap();
    let receiver = Receiver {
        id: "again".into(),
        channel: "khabar.kz".into(),
        titles: Language::parse("en").unwrap(),
        files: vec![FileForm::Bxf(Bxf::default())],
        name: Receiver::usual_name(),
        to: Destination::Folder("out".to_owned()),
    };
    let op = ops::receiver::put(place.desk.station().unwrap().0, receiver).unwrap();
    place.desk.transact(&op, &hand(2)).unwrap();
    place.becomes(|asked| match asked.what {
        "rename" => Does::Refuses(StatusCode::Failure),
        _ => Does::It,
    });
    assert_eq!(place.publish(2).unwrap_err().code, "sftp_refused");
    assert!(held(&out).is_empty() && place.held().is_empty() && place.kept() == (0, 0));
    assert!(
        !place.server.root.join("in/khabar.kz").exists(),
        "folders that were made are gone"
    );
    place.becomes(|_| Does::It);
    place.publish(2).unwrap();
    assert_eq!((held(&out).len(), place.held().len()), (1, 4));
}

#[test]
fn the_desk_goes_on_while_a_server_is_waited_for_and_who_is_overtaken_puts_back() {
    let mut place = place();
    place.publish(7).unwrap();
    let before = place.held();
    let from = BroadcastDate::parse("2024-07-01").unwrap();
    let grounds = place.desk.grounds("khabar.kz", DateRange { from, days: 3 }).unwrap();
    let mut slow = grounds.prepare(&hand(5)).unwrap().write(&around).unwrap();
    place.desk.may_hand_out(&slow).unwrap();
    slow.put_on_servers().unwrap();
    assert_ne!(place.held()[&format!("in/{GUIDE}")], before[&format!("in/{GUIDE}")]);
    fs::create_dir(place.folder.path().join("out")).unwrap();
    place.put(Destination::Folder("out".to_owned()), vec![FileForm::Csv]);
    place.publish(1).unwrap();
    let noted = place.desk.note(&mut slow);
    let refused = slow.end(noted).unwrap_err();
    assert_eq!(refused.code, "published_meanwhile");
    assert_eq!(place.held(), before);
}

#[test]
fn a_connection_that_is_gone_for_good_between_two_places_is_told() {
    let mut place = place();
    place.publish(2).unwrap();
    let kept = place.kept();
    let renames = Arc::new(Mutex::new(0));
    place.server.becomes(Like {
        mood: Arc::new(move |asked| {
            let mut renames = renames.lock().unwrap();
            *renames += usize::from(asked.what == "rename");
            // From the second on nothing works any more.
            if *renames >= 2 { Does::Cuts } else { Does::It }
        }),
        ..Like::default()
    });
    let torn = place.publish(3).unwrap_err();
    assert_eq!((torn.code.as_str(), place.kept()), ("sftp_torn", kept));
    place.becomes(|_| Does::It);
    let done = place.publish(3).unwrap();
    assert_eq!(done.files.len(), 5);
    assert_eq!(
        place.held().len(),
        5,
        "what was set aside is tidied: {:?}",
        place.held().keys()
    );
}

#[test]
fn a_server_that_is_silent_is_not_waited_for() {
    let short = Duration::from_millis(200);
    for what in ["write", "stat", "rename", "create"] {
        let mut place = place();
        place.publish(2).unwrap();
        let before = place.held();
        place.becomes(move |asked| if asked.what == what { Does::Nothing } else { Does::It });
        let mut limited = reach(&[1], &place.waited);
        limited.step = short;
        place.desk.reach_by(limited);
        let slow = place.publish(3).unwrap_err();
        let wanted = if what == "rename" { "sftp_torn" } else { "sftp_slow" };
        assert_eq!(slow.code, wanted, "{what}");
        assert_eq!(place.waited.lock().unwrap()[0], Duration::from_secs(1));
        for (name, bytes) in before {
            assert!(place.held()[&name] == bytes, "{what}: {name}");
        }
    }
    // One that takes the call and says nothing at all.
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let mut place = place_with(Like::default(), |sftp| sftp.port = silent.local_addr().unwrap().port());
    let mut limited = reach(&[], &place.waited);
    limited.connect = short;
    place.desk.reach_by(limited);
    assert_eq!(place.publish(2).unwrap_err().code, "sftp_slow");
}

#[test]
fn nobody_answers() {
    let mut place = place_with(Like::default(), |sftp| sftp.port = nobody().port());
    place.tries(&[2, 9]);
    let refused = place.publish(2).unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.args["host"].as_str()),
        ("sftp_unreachable", Some("127.0.0.1"))
    );
    assert_eq!(
        *place.waited.lock().unwrap(),
        [2, 9].map(Duration::from_secs),
        "and no more"
    );
    assert_eq!(place.kept(), (0, 0));
}

#[test]
fn nothing_is_sent_to_a_server_whose_key_nobody_vouched_for() {
    let mut place = place_with(Like::default(), |sftp| sftp.host_key = None);
    let unknown = place.publish(2).unwrap_err();
    assert_eq!(unknown.code, "sftp_host_key_unknown");
    assert_eq!(unknown.args["key"].as_str(), Some(fingerprint(1).as_str()));
    // The key that it shows is what is asked for beforehand.
    let reach = reach(&[], &place.waited);
    let shown = host_keys("127.0.0.1", place.server.port, &reach).unwrap();
    assert_eq!((shown.len(), &shown[0].fingerprint), (1, &fingerprint(1)));
    assert_eq!(shown[0].kind, "ssh-ed25519");
    // Another key than the one that is trusted.
    let mut place = place_with(Like::default(), |sftp| sftp.host_key = Some(fingerprint(2)));
    let changed = place.publish(2).unwrap_err();
    assert_eq!(changed.code, "sftp_host_key_changed");
    assert_eq!(changed.args["pinned"].as_str(), Some(fingerprint(2).as_str()));
    assert!(place.server.tried().is_empty(), "no password was told");
    assert!(place.held().is_empty() && place.kept() == (0, 0) && place.waited.lock().unwrap().is_empty());
}

#[test]
fn whoever_is_not_let_in_is_told_and_no_secret_is() {
    let mut place = place();
    for (secret, code) in [(Some("wrong-hush"), "sftp_sign_in"), (None, "sftp_no_secret")] {
        let mut other = reach(&[1, 5], &place.waited);
        other.secrets = Arc::new(move |_, _| Ok(secret.map(Secret::new)));
        assert!(!format!("{other:?}").contains("hush"));
        place.desk.reach_by(other);
        let refused = place.publish(2).unwrap_err();
        assert_eq!(refused.code, code);
        assert_eq!(refused.args["variable"].as_str(), Some("ARNA_PASSWORD_TRAFFIC"));
        assert!(!format!("{refused:?}").contains("hush"), "{refused:?}");
    }
    assert_eq!(place.server.tried(), ["wrong-hush"], "once: tries may be counted there");
    assert!(place.held().is_empty() && place.waited.lock().unwrap().is_empty());
    // Nor does the station keep any.
    place.tries(&[]);
    place.publish(2).unwrap();
    let station = fs::read(place.folder.path().join("s.arna")).unwrap();
    assert!(!station.windows(4).any(|some| some == b"hush"));
}

#[test]
fn a_server_may_ask_back_for_the_password() {
    let like = Like {
        methods: vec![MethodKind::KeyboardInteractive],
        ..Like::default()
    };
    let mut place = place_with(like, |_| {});
    assert_eq!(place.publish(2).unwrap().files.len(), 4);
    assert_eq!(place.server.tried(), [PASSWORD]);
}

#[test]
fn a_key_signs_in_with_or_without_a_passphrase() {
    let like = Like {
        public: Some(fingerprint(7)),
        ..Like::default()
    };
    let mut place = place_with(like, |sftp| sftp.sign_in = SignIn::Key("id".to_owned()));
    let refused = place.publish(2).unwrap_err();
    assert_eq!(refused.code, "sftp_key_file");
    let file = place.folder.path().join("id");
    assert!(refused.file.unwrap().ends_with("/id"));
    let written = |seed: u8| key(seed).to_openssh(Default::default()).unwrap();
    fs::write(&file, written(8)).unwrap();
    assert_eq!(place.publish(2).unwrap_err().code, "sftp_sign_in", "another's key");
    fs::write(&file, written(7)).unwrap();
    assert_eq!(place.publish(2).unwrap().files.len(), 4);
    let kdf = Kdf::Bcrypt {
        salt: vec![1; 16],
        rounds: 2,
    };
    let locked = key(7).encrypt_with(Cipher::Aes256Ctr, kdf, 1, PASSWORD).unwrap();
    fs::write(&file, locked.to_openssh(Default::default()).unwrap()).unwrap();
    fs::remove_file(place.server.root.join("in").join(GUIDE)).unwrap();
    assert_eq!(place.publish(2).unwrap().files.len(), 1);
    let mut other = reach(&[], &place.waited);
    other.secrets = Arc::new(|_, _| Ok(Some(Secret::new("wrong-hush"))));
    place.desk.reach_by(other);
    let refused = place.publish(2).unwrap_err();
    assert_eq!(refused.code, "sftp_key_file");
    assert!(!format!("{refused:?}").contains("hush"));
    assert!(place.server.tried().is_empty());
}

#[test]
fn what_the_server_refuses_is_said_by_its_name() {
    let mut place = place();
    place.publish(2).unwrap();
    let (before, kept) = (place.held(), place.kept());
    for (what, code, wanted) in [
        ("create", StatusCode::PermissionDenied, "sftp_denied"),
        ("write", StatusCode::Failure, "sftp_full"),
        ("sync", StatusCode::Failure, "sftp_full"),
        ("stat", StatusCode::BadMessage, "sftp_refused"),
    ] {
        // As many bytes go through as a disk has left.
        place.becomes(
            move |asked| match asked.what == what && (what != "write" || asked.count > 1) {
                true => Does::Refuses(code),
                false => Does::It,
            },
        );
        place.server.asked();
        let refused = place.publish(3).unwrap_err();
        assert_eq!(refused.code, wanted, "{what}");
        assert!(refused.file.unwrap().starts_with("sftp://arna@"), "{what}");
        place.becomes(|_| Does::It);
        assert!(
            place.held() == before && place.kept() == kept,
            "{what}: {:?}",
            place.held().keys()
        );
    }
    // A folder where the file is to be; no folder at all.
    fs::remove_file(place.server.root.join("in").join(GUIDE)).unwrap();
    fs::create_dir(place.server.root.join("in").join(GUIDE)).unwrap();
    assert_eq!(place.publish(3).unwrap_err().code, "file_is_folder");
    fs::rename(place.server.root.join("in"), place.server.root.join("elsewhere")).unwrap();
    let missing = place.publish(3).unwrap_err();
    assert_eq!(missing.code, "sftp_no_folder");
    assert!(missing.args["folder"].as_str().unwrap().ends_with("/in"));
    assert!(!place.server.root.join("in").exists());
}

#[test]
fn the_network_is_left_alone_until_a_receiver_wants_it() {
    let mut place = place();
    let out = place.folder.path().join("out");
    fs::create_dir(&out).unwrap();
    place.put(Destination::Folder("out".to_owned()), vec![FileForm::Csv]);
    place.publish(2).unwrap();
    assert_eq!((place.server.connections(), held(&out).len()), (0, 1));
}
