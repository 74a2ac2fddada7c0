//! Who is not let in, and what is not believed to be the server: told in a word each, and nothing is sent or changed.

use arna_store::shared::{Access, Address, SharedError, Standing, copy};
use arna_store::{Store, StoreError};

use crate::fixture::{self, NOW, entry};
use crate::postgres::{Authority, VALID};
use crate::server::{Desk, OWNER, Server, Shared, code, password_of, place, unheard};

#[track_caller]
fn certificate(refused: Result<(), StoreError>) -> &'static str {
    match refused.unwrap_err() {
        StoreError::Shared(error) => match *error {
            SharedError::Certificate { why, .. } => why,
            other => panic!("{other}"),
        },
        other => panic!("{other}"),
    }
}

/// The copy of a desk that was closed, tried with an access.
fn try_with(desk: Desk, access: &Access) -> (Store, Result<(), StoreError>, tempfile::TempDir) {
    let path = desk.path();
    drop(desk.store);
    let mut store = Store::open(&path, NOW).unwrap();
    let tried = store.connect(access.password.clone(), access.patience);
    (store, tried, desk.folder)
}

#[test]
fn a_wrong_password_is_told_and_the_copy_is_read_only_until_it_is_right() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let desk = shared.colleague("aigul");
    let right = shared
        .server
        .access(&format!("aigul_{}", shared.database), &shared.database);
    let wrong = Access {
        password: password_of("somebody"),
        ..right.clone()
    };
    let (mut store, tried, _folder) = try_with(desk, &wrong);
    assert_eq!(code(tried), "shared_password");
    let Some(Standing::Apart { why }) = store.standing() else {
        panic!()
    };
    assert_eq!(why.code(), "shared_password");
    assert!(
        !format!("{why:?}{store:?}").contains("somebody-secret"),
        "no secret is told"
    );
    let before = store.station().unwrap();
    let put = |edit: &mut arna_store::Edit<'_>| edit.put(place("a", 1));
    assert_eq!(code(store.transact(&entry("put_place", NOW), put)), "shared_password");
    assert_eq!(store.station().unwrap(), before);
    store.connect(right.password, right.patience).unwrap();
    store.transact(&entry("put_place", NOW), put).unwrap();
}

#[test]
fn whoever_has_no_account_or_has_it_no_more_sees_nothing() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let to = shared.owner.folder.path().join("to.arna");
    let nobody = shared.server.access("nobody_here", &shared.database);
    assert_eq!(code(copy(&nobody, &to, &unheard)), "shared_password");
    let login = shared.admit("gone", &[arna_store::shared::Role::Editor], None);
    let mut desk = shared.desk(&login);
    let owner = shared.server.access(OWNER, &shared.database);
    assert!(arna_store::shared::account_remove(&owner, &login).unwrap());
    assert!(!arna_store::shared::account_remove(&owner, &login).unwrap());
    // The connection is open still, and good for nothing.
    assert_eq!(
        code(desk.act("put_place", |edit| edit.put(place("a", 1)))),
        "shared_not_permitted"
    );
    assert_eq!(
        code(copy(&shared.server.access(&login, &shared.database), &to, &unheard)),
        "shared_password"
    );
    assert!(!to.exists());
}

#[test]
fn what_does_not_prove_to_be_the_server_is_told_nothing() {
    let Some(mut server) = Server::start() else { return };
    let database = server.database();
    let access = server.access(OWNER, &database);
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("to.arna");
    let stranger = Access {
        authority: Some(Authority::new().pem()),
        ..access.clone()
    };
    assert_eq!(certificate(copy(&stranger, &to, &unheard)), "unknown_authority");
    let of_system = Access {
        authority: None,
        ..access.clone()
    };
    // Where the system trusts nobody at all, that is told.
    let refused = copy(&of_system, &to, &unheard).unwrap_err();
    assert!(
        ["shared_certificate", "shared_authority"].contains(&refused.code()),
        "{refused}"
    );
    let by_number = Access {
        address: Address::parse(&access.address.to_string().replace("localhost", "127.0.0.1")).unwrap(),
        ..access.clone()
    };
    assert_eq!(certificate(copy(&by_number, &to, &unheard)), "other_name");
    for unreadable in [
        "",
        "no certificate",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
    ] {
        let access = Access {
            authority: Some(unreadable.to_owned()),
            ..access.clone()
        };
        assert_eq!(code(copy(&access, &to, &unheard)), "shared_authority", "{unreadable}");
    }
    for (name, years, why) in [
        ("localhost", (2001, 2002), "expired"),
        ("localhost", (2198, 2199), "not_yet"),
        ("db.example.org", VALID, "other_name"),
    ] {
        server.stop();
        server.run_as(name, years);
        assert_eq!(certificate(copy(&access, &to, &unheard)), why);
    }
    server.stop();
    server.run_again();
    assert_eq!(
        code(copy(&access, &to, &unheard)),
        "shared_no_station",
        "it is let in again"
    );
    assert!(!to.exists());
}

#[test]
fn a_server_without_tls_is_sent_nothing() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = std::thread::spawn(move || {
        use std::io::{Read as _, Write as _};
        let (mut desk, _) = listener.accept().unwrap();
        let mut asked = [0; 8];
        desk.read_exact(&mut asked).unwrap();
        // It speaks plain words only.
        desk.write_all(b"N").unwrap();
        let mut rest = Vec::new();
        let _ = desk.read_to_end(&mut rest);
        rest
    });
    let access = Access {
        address: Address::parse(&format!("postgresql://aigul@localhost:{port}/station")).unwrap(),
        authority: Some(Authority::new().pem()),
        password: password_of("aigul"),
        patience: crate::server::PATIENCE,
    };
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(
        certificate(copy(&access, &folder.path().join("to.arna"), &unheard)),
        "no_tls"
    );
    assert_eq!(heard.join().unwrap(), b"");
}
