//! A server of an older form is taken over by whoever owns it, and told of until then.

use arna_store::shared::{Role, Standing, upgrade};
use arna_store::{Store, StoreError};

use crate::fixture::{self, NOW};
use crate::server::{Desk, OWNER, Shared, code, place};

const TABLES: [&str; 3] = [
    include_str!("../../../../migrations/sqlite/V1__station.sql"),
    include_str!("../../../../migrations/sqlite/V2__scenario.sql"),
    include_str!("../../../../migrations/sqlite/V3__revision.sql"),
];
const FIRST: &str = include_str!("../../../../migrations/postgres/V1__shared.sql");

/// The texts that make the tables of a file, but for what is SQLite's own.
fn tables() -> String {
    let mut all = String::new();
    for text in TABLES {
        let mut pieces = text.split("CREATE TRIGGER");
        all += pieces.next().unwrap();
        all.extend(pieces.map(|trigger| trigger.split_once("END;").unwrap().1));
    }
    all
}

/// Puts what a server holds into tables that are made as the first form made them.
fn put_back_to_first(shared: &Shared, logins: &[&str]) {
    let copied = ["record", "airing", "journal", "journal_change", "revision", "delivery"]
        .map(|table| format!("INSERT INTO {table} SELECT * FROM newer.{table};"))
        .concat();
    let accounts: String = logins
        .iter()
        .map(|login| format!("SELECT admit('{login}', NULL, '{{planner,editor}}', NULL);"))
        .collect();
    let sql = format!(
        "BEGIN; ALTER SCHEMA arna RENAME TO newer; CREATE SCHEMA arna; {} {copied} {FIRST}
         INSERT INTO station SELECT 1, 1, last, '', false FROM newer.station;
         INSERT INTO account VALUES (session_user, '{{planner,editor,publisher}}', NULL, false);
         {accounts} DROP SCHEMA newer CASCADE; COMMIT",
        tables()
    );
    shared.sql(OWNER, &sql).unwrap();
}

/// A desk that was closed, opened anew: what connecting comes to.
fn connect(desk: Desk, shared: &Shared, login: &str) -> (Desk, Result<(), StoreError>) {
    let (folder, path) = (desk.folder, desk.store.path().to_owned());
    drop(desk.store);
    let mut store = Store::open(&path, NOW).unwrap();
    let access = shared.server.access(login, &shared.database);
    let tried = store.connect(access.password, access.patience);
    (Desk { store, folder }, tried)
}

#[test]
fn a_server_of_the_first_form_is_taken_over_by_its_owner_and_told_of_until_then() {
    let Some(mut shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let login = shared.admit("aigul", &[Role::Planner, Role::Editor], None);
    let mut aigul = shared.desk(&login);
    aigul.act("put_place", |edit| edit.put(place("a", 1))).unwrap();
    shared.owner.store.catch_up().unwrap();
    let before = shared.rows();
    put_back_to_first(&shared, &[&login]);
    assert_eq!(shared.rows(), before);

    let (mut aigul, tried) = connect(aigul, &shared, &login);
    assert_eq!(code(tried), "shared_older");
    let Some(Standing::Apart { why }) = aigul.store.standing() else {
        panic!()
    };
    assert_eq!(
        (why.values()["found"].clone(), why.values()["needed"].clone()),
        (1.into(), 2.into())
    );
    let put = |edit: &mut arna_store::Edit<'_>| edit.put(place("b", 1));
    assert_eq!(
        code(aigul.act("put_place", put)),
        "shared_older",
        "it is read, and not changed"
    );

    let refused = upgrade(&shared.server.access(&login, &shared.database)).unwrap_err();
    assert_eq!(refused.code(), "shared_not_permitted");
    assert_eq!(shared.sql(OWNER, "SELECT form FROM station").unwrap(), "1");
    let owner = shared.server.access(OWNER, &shared.database);
    assert_eq!(upgrade(&owner).unwrap(), (1, 2));
    assert_eq!(upgrade(&owner).unwrap(), (2, 2), "once more changes nothing");
    assert_eq!(shared.rows(), before);

    let (mut aigul, tried) = connect(aigul, &shared, &login);
    tried.unwrap();
    aigul.act("put_place", put).unwrap();
    // Whoever is let in from now on is let in as those before.
    let mut bolat = shared.colleague("bolat");
    bolat.act("put_place", |edit| edit.put(place("c", 1))).unwrap();
    aigul.store.catch_up().unwrap();
    assert_eq!(aigul.store.station().unwrap(), bolat.store.station().unwrap());

    shared.sql(OWNER, "UPDATE station SET form = 99").unwrap();
    assert_eq!(upgrade(&owner).unwrap_err().code(), "shared_newer");
    let (_, tried) = connect(aigul, &shared, &login);
    assert_eq!(code(tried), "shared_newer");
}
