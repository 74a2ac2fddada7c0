//! Who may what, tried by raw SQL: the database itself refuses, whoever asks.

use arna_store::shared::Role;

use crate::fixture;
use crate::server::Shared;

/// An act by raw SQL: what it is, the SQL, and who may. `NEXT` stands for the number of the next entry, `ME` for who types.
struct Act {
    what: &'static str,
    sql: String,
    allowed: &'static [&'static str],
}

const EVERYONE: &[&str] = &["viewer", "planner", "editor", "publisher"];
const NOBODY: &[&str] = &[];

fn entry(change: &str) -> String {
    format!(
        "BEGIN; INSERT INTO journal VALUES (NEXT, 'put_airing', '{{}}', 'somebody', 1, 'do', NULL, 'done');
         INSERT INTO journal_change VALUES {change}; COMMIT"
    )
}

fn airings(channel: &str) -> String {
    let airing = format!(
        r#"{{"channel":"{channel}","date":"2030-01-01","start":"2030-01-01T00:00:00Z","end":"2030-01-01T01:00:00Z","origin":"pool"}}"#
    );
    let (from, until) = (1_893_456_000_000_i64, 1_893_459_600_000_i64);
    format!("(NEXT, 0, 'airings', '{channel}', NULL, {from}, {until}, '[]', '[{airing}]')")
}

fn record(kind: &str, id: &str, body: &str) -> String {
    format!("(NEXT, 0, '{kind}', '{id}', 900, NULL, NULL, NULL, '{body}')")
}

fn acts() -> Vec<Act> {
    let act = |what, sql: String, allowed| Act { what, sql, allowed };
    let revision = |channel: &str, author: &str| {
        let content_sha256 = arna_store::sha256(b"content");
        format!(
            "INSERT INTO revision VALUES ('{channel}', 1, '2030-01-01', 7, '{author}', 1, 'content', '{content_sha256}', '', '')"
        )
    };
    let pin = |channel: &str| {
        format!(r#"{{"channel":"{channel}","start":"2030-01-01T00:00:00Z","version":"quotes/3/1.kk"}}"#)
    };
    let mut all = vec![
        act(
            "read the station",
            "SELECT count(*) FROM record; SELECT count(*) FROM airing".to_owned(),
            EVERYONE,
        ),
        act(
            "read the journal",
            "SELECT count(*) FROM journal, journal_change".to_owned(),
            EVERYONE,
        ),
        act("see who may what", "SELECT count(*) FROM account".to_owned(), EVERYONE),
        act("plan one's channel", entry(&airings("new.kz")), &["planner"]),
        act("plan another channel", entry(&airings("khabar.kz")), NOBODY),
        act(
            "pin on one's channel",
            entry(&record("pin", "new.kz 2030", &pin("new.kz"))),
            &["planner"],
        ),
        act(
            "pin on another channel",
            entry(&record("pin", "khabar.kz 2030", &pin("khabar.kz"))),
            NOBODY,
        ),
        act(
            "pin on another channel in one's own's name",
            entry(&record("pin", "khabar.kz 2030", &pin("new.kz"))),
            NOBODY,
        ),
        act(
            "change the catalogue",
            entry(&record("place", "x", r#"{"id":"x","name":{"en":"X"}}"#)),
            &["editor"],
        ),
        act(
            "change the grid",
            entry(&record(
                "slot",
                "x",
                r#"{"id":"x","channel":"new.kz","start":"10:00","length_min":30,"fill":{"pool":{}}}"#,
            )),
            &["editor"],
        ),
        act("keep what no desk knows", entry(&record("song", "x", "{}")), NOBODY),
        act("keep what is no record", entry(&record("place", "x", "[]")), NOBODY),
        act(
            "keep a record without its name",
            entry(&record("place", "x", r#"{"id":"x"}"#)),
            NOBODY,
        ),
        act(
            "keep a record with a field that no desk knows",
            entry(&record("place", "x", r#"{"id":"x","name":{"en":"X"},"colour":"red"}"#)),
            NOBODY,
        ),
        act(
            "keep a record with a field of another type",
            entry(&record(
                "place",
                "x",
                r#"{"id":"x","name":{"en":"X"},"latitude_udeg":"north"}"#,
            )),
            NOBODY,
        ),
        act(
            "keep a record with a field twice",
            entry(&record("place", "x", r#"{"id":"x","name":{"en":"X"},"id":"x"}"#)),
            NOBODY,
        ),
        act(
            "keep an episode without its versions",
            entry(&record(
                "programme",
                "x",
                r#"{"id":"x","kind":"film","title":{"en":"X"},"seasons":[{"id":"x/1","number":1,"episodes":[{"id":"x/1/1","number":1}]}]}"#,
            )),
            NOBODY,
        ),
        act(
            "write an empty entry",
            "INSERT INTO journal VALUES (NEXT, 'put_place', '{}', 'x', 1, 'do', NULL, 'done')".to_owned(),
            &["planner", "editor"],
        ),
        act("publish another channel", revision("khabar.kz", "ME"), NOBODY),
        act("publish in another's name", revision("new.kz", "owner"), NOBODY),
        act(
            "publish under a false hash",
            revision("new.kz", "ME").replace("'content'", "'other'"),
            NOBODY,
        ),
        act(
            "write airings past the journal",
            "INSERT INTO airing VALUES ('new.kz', 1, 0, 2, '2030-01-01', NULL, NULL, NULL, NULL, NULL, 'pool')"
                .to_owned(),
            NOBODY,
        ),
        act(
            "change records past the journal",
            "UPDATE record SET body = '{}'".to_owned(),
            NOBODY,
        ),
        act(
            "take airings out past the journal",
            "DELETE FROM airing".to_owned(),
            NOBODY,
        ),
        act(
            "write an old entry anew",
            "UPDATE journal SET author = 'owner'".to_owned(),
            NOBODY,
        ),
        act("take an entry out", "DELETE FROM journal".to_owned(), NOBODY),
        act(
            "add to an old entry",
            entry(&airings("new.kz")).replace("(NEXT, 0, 'airings'", "(1, 7, 'airings'"),
            NOBODY,
        ),
        act(
            "leave a number out",
            entry(&airings("new.kz")).replace("NEXT", "99"),
            NOBODY,
        ),
        act(
            "found the station anew",
            "INSERT INTO journal VALUES (NEXT, 'new_station', '{}', 'x', 1, 'found', NULL, 'done')".to_owned(),
            NOBODY,
        ),
        act("empty a table", "TRUNCATE journal_change".to_owned(), NOBODY),
        act(
            "make oneself an editor",
            "INSERT INTO account VALUES ('ME', '{editor}', NULL, false)".to_owned(),
            NOBODY,
        ),
        act(
            "have oneself made an editor",
            "SELECT admit('ME', NULL, '{editor}', NULL)".to_owned(),
            NOBODY,
        ),
        act("dismiss the owner", "SELECT dismiss('owner')".to_owned(), NOBODY),
        act("call what makes changes", "SELECT make(NULL)".to_owned(), NOBODY),
        act("hold others up", "SELECT hold()".to_owned(), &["planner", "editor"]),
        act(
            "hold the station's row",
            "SELECT * FROM station FOR UPDATE".to_owned(),
            NOBODY,
        ),
        act("be the owner", "SET ROLE owner".to_owned(), NOBODY),
        act("be another", "SET SESSION AUTHORIZATION owner".to_owned(), NOBODY),
        act(
            "switch the rules off",
            "ALTER TABLE journal DISABLE ROW LEVEL SECURITY".to_owned(),
            NOBODY,
        ),
        act(
            "switch the triggers off",
            "SET session_replication_role = replica".to_owned(),
            NOBODY,
        ),
        act(
            "put a function in the way",
            "CREATE FUNCTION arna.has_role(TEXT, TEXT) RETURNS BOOLEAN LANGUAGE sql AS 'SELECT true'".to_owned(),
            NOBODY,
        ),
        act(
            "put a table in the way",
            "CREATE TEMPORARY TABLE account (login TEXT)".to_owned(),
            NOBODY,
        ),
        act("read another's plan B", "SELECT * FROM scenario".to_owned(), NOBODY),
    ];
    // Ends the entry early, to add to it what is looked at no more.
    let early = format!(
        "BEGIN; INSERT INTO journal VALUES (NEXT, 'put_airing', '{{}}', 'x', 1, 'do', NULL, 'done');
         SET CONSTRAINTS ALL IMMEDIATE; INSERT INTO journal_change VALUES {}; COMMIT",
        airings("new.kz")
    );
    all.push(act("add to an entry that has ended", early, NOBODY));
    let twice = format!(
        "BEGIN; INSERT INTO journal VALUES (NEXT, 'put_airing', '{{}}', 'x', 1, 'do', NULL, 'done');
         INSERT INTO journal_change VALUES {0}; INSERT INTO journal VALUES (NEXT + 1, 'x', '{{}}', 'x', 1, 'do', NULL, 'done'); COMMIT",
        airings("new.kz")
    );
    all.push(act("write two entries at once", twice, NOBODY));
    // After all entries, which are to be refused though their number is the next; what was handed out is of that revision.
    all.push(act("publish one's channel", revision("new.kz", "ME"), &["publisher"]));
    let delivery = |channel: &str, author: &str| {
        format!(
            "INSERT INTO delivery VALUES (0, '{channel}', 1, 'epg', 'xmltv', '/out/a.xml', 1, repeat('0', 64), '{author}', 1)"
        )
    };
    all.push(act(
        "note what one handed out",
        delivery("new.kz", "ME"),
        &["publisher"],
    ));
    all.push(act(
        "note what was handed out of another channel",
        delivery("khabar.kz", "ME"),
        NOBODY,
    ));
    all.push(act("note what another handed out", delivery("new.kz", "owner"), NOBODY));
    all
}

#[test]
fn the_database_itself_decides_who_may_what() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let roles = [
        ("viewer", Role::Viewer),
        ("planner", Role::Planner),
        ("editor", Role::Editor),
        ("publisher", Role::Publisher),
    ];
    let mut before = shared.rows();
    let mut next = 2;
    for (name, role) in roles {
        let login = shared.admit(name, &[role], Some(&["new.kz"]));
        for act in acts() {
            let sql = act
                .sql
                .replace("NEXT", &next.to_string())
                .replace("'ME'", &format!("'{login}'"));
            let sql = match act.what.starts_with("publish") {
                true => sealed(&sql, &login),
                false => sql,
            };
            let tried = shared.sql(&login, &sql);
            assert_eq!(
                tried.is_ok(),
                act.allowed.contains(&name),
                "{name}: {}: {tried:?}",
                act.what
            );
            // It was refused for the right, not for a slip.
            if let Err(code) = tried {
                assert!(
                    ["42501", "AR001", "AR002"].contains(&code.as_str()),
                    "{name}: {}: {code}",
                    act.what
                );
                continue;
            }
            // What was refused before changed nothing, and what was not is signed.
            let now = shared.rows();
            let new: Vec<&str> = now.lines().filter(|line| !before.contains(line)).collect();
            let wrote = act.sql.contains("INSERT");
            assert_eq!(!new.is_empty(), wrote, "{name}: {}: {new:?}", act.what);
            assert!(!wrote || new.concat().contains(&login), "{name}: {}: {new:?}", act.what);
            next += i64::from(act.sql.contains("NEXT"));
            before = now;
        }
        assert_eq!(shared.rows(), before, "{name}");
    }
    // What they made is what desks read.
    assert_eq!(arna_store::verify(&shared.owner.path()).unwrap().faults, []);
}

/// The hash of a revision is of its author, too.
fn sealed(sql: &str, login: &str) -> String {
    let author = if sql.contains("'owner'") { "owner" } else { login };
    let channel = if sql.contains("'new.kz'") {
        "new.kz"
    } else {
        "khabar.kz"
    };
    let content_sha256 = arna_store::sha256(b"content");
    let link = serde_json::json!([
        "arna-revision/1",
        channel,
        1,
        "2030-01-01",
        7,
        author,
        1,
        content_sha256,
        ""
    ]);
    let own = arna_store::sha256(link.to_string().as_bytes());
    let at = sql.rfind(", '").unwrap();
    format!("{}, '{own}')", &sql[..at])
}
