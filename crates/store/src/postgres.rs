//! Everything that is PostgreSQL's own: which texts make a station on a server, how a connection is told to behave, what its errors
//! mean. The SQL elsewhere is what the file is asked by, too.

use std::error::Error as _;

use rustls::CertificateError;
use tokio_postgres::Error;
use tokio_postgres::error::{DbError, SqlState};

use crate::shared::SharedError;

/// The newest form of a station on a server that this program knows.
pub(crate) const FORM: i64 = 2;

/// The schema in which a station lies: one a database.
pub(crate) const SCHEMA: &str = "arna";

/// What every connection is told: where the tables are, for how long to wait for others, and to make the plan of a statement once.
pub(crate) const OPTIONS: &str = "-c search_path=arna -c lock_timeout=5s -c plan_cache_mode=force_generic_plan \
    -c default_transaction_isolation=read\\ committed";

/// The texts that make the tables of a file, so far as a server has them.
const OF_FILE: [&str; 3] = [
    include_str!("../../../migrations/sqlite/V1__station.sql"),
    include_str!("../../../migrations/sqlite/V2__scenario.sql"),
    include_str!("../../../migrations/sqlite/V3__revision.sql"),
];

/// What a server has besides: the text that makes its first form, then those that make the next one of each.
const OWN: [&str; 2] = [
    include_str!("../../../migrations/postgres/V1__shared.sql"),
    include_str!("../../../migrations/postgres/V2__offer.sql"),
];

/// The texts that make the newest form of one, in order; of form 0 there are the tables of the file only.
pub(crate) fn from_form(form: i64) -> impl Iterator<Item = &'static str> {
    OWN.into_iter().skip(usize::try_from(form).unwrap_or_default())
}

/// Makes the tables that file and server have alike. SQLite's triggers are its own; the server's follow in [`from_form`].
pub(crate) fn tables() -> String {
    OF_FILE.into_iter().map(without_triggers).collect()
}

fn without_triggers(text: &str) -> String {
    let mut pieces = text.split("CREATE TRIGGER");
    let mut kept = pieces.next().unwrap_or_default().to_owned();
    for trigger in pieces {
        kept += trigger.split_once("END;").map_or("", |(_, after)| after);
    }
    kept
}

/// What the server's own triggers refuse with.
const NOT_THE_NEXT: &str = "AR001";
const NOT_AS_IT_WAS: &str = "AR003";
const NOT_THE_NEXT_REVISION: &str = "AR004";

/// What an error of a connection means.
pub(crate) fn meaning(error: &Error, server: &str, login: &str) -> SharedError {
    let server = server.to_owned();
    let login = login.to_owned();
    if let Some(why) = certificate(error) {
        return SharedError::Certificate { server, why };
    }
    let Some(said) = error.as_db_error() else {
        // Where the server would take the password otherwise than by proof of it, nothing is sent.
        let text = told(error);
        if text.contains("TLS") && text.contains("support") {
            return SharedError::Certificate { server, why: "no_tls" };
        }
        return match text.contains("channel binding") {
            true => SharedError::SignIn { server, why: text },
            false => SharedError::Unreachable { server, why: text },
        };
    };
    let is = |state: &SqlState| said.code() == state;
    match said.code().code() {
        NOT_THE_NEXT => SharedError::Behind,
        NOT_THE_NEXT_REVISION => SharedError::PublishedMeanwhile,
        NOT_AS_IT_WAS => SharedError::NotAsItWas { what: words(said) },
        _ if is(&SqlState::INVALID_PASSWORD) || is(&SqlState::INVALID_AUTHORIZATION_SPECIFICATION) => {
            SharedError::Password { server, login }
        }
        _ if is(&SqlState::INVALID_SCHEMA_NAME)
            || is(&SqlState::UNDEFINED_TABLE)
            || is(&SqlState::UNDEFINED_FUNCTION)
            || is(&SqlState::INVALID_CATALOG_NAME) =>
        {
            SharedError::NoStation { server }
        }
        _ if is(&SqlState::INSUFFICIENT_PRIVILEGE) => SharedError::NotPermitted {
            login,
            what: words(said),
            kind: None,
            id: None,
        },
        _ if is(&SqlState::LOCK_NOT_AVAILABLE) || is(&SqlState::T_R_SERIALIZATION_FAILURE) => {
            SharedError::Busy { server }
        }
        _ if is(&SqlState::ADMIN_SHUTDOWN)
            || is(&SqlState::CRASH_SHUTDOWN)
            || is(&SqlState::CANNOT_CONNECT_NOW)
            || is(&SqlState::TOO_MANY_CONNECTIONS) =>
        {
            SharedError::Unreachable {
                server,
                why: words(said),
            }
        }
        code => SharedError::Trouble {
            server,
            why: format!("{} ({code})", words(said)),
        },
    }
}

/// Whether it says that nobody answers any more: what was asked last may have been done, or not.
pub(crate) fn is_lost(error: &Error) -> bool {
    match error.as_db_error() {
        None => true,
        Some(said) => [&SqlState::ADMIN_SHUTDOWN, &SqlState::CRASH_SHUTDOWN].contains(&said.code()),
    }
}

/// A server's words in one line.
fn words(said: &DbError) -> String {
    said.message().chars().filter(|c| !c.is_control()).take(200).collect()
}

fn told(error: &Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        let inner_text = inner.to_string();
        if !text.contains(&inner_text) {
            text = format!("{text}: {inner_text}");
        }
        source = inner.source();
    }
    text.chars().filter(|c| !c.is_control()).take(200).collect()
}

/// What is wrong with a server's certificate, where that is what is wrong.
fn certificate(error: &Error) -> Option<&'static str> {
    let mut source = error.source();
    while let Some(inner) = source {
        let io = inner.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
        let tls = io.and_then(|inner| inner.downcast_ref::<rustls::Error>());
        if let Some(tls) = tls.or_else(|| inner.downcast_ref()) {
            return Some(match tls {
                rustls::Error::InvalidCertificate(why) => match why {
                    CertificateError::Expired | CertificateError::ExpiredContext { .. } => "expired",
                    CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => "not_yet",
                    CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => "other_name",
                    CertificateError::UnknownIssuer | CertificateError::BadSignature => "unknown_authority",
                    CertificateError::Revoked => "revoked",
                    _ => "unusable",
                },
                _ => "tls",
            });
        }
        source = inner.source();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_the_files_texts_all_but_triggers_is_the_servers() {
        let tables = tables();
        assert!(
            !tables.contains("RAISE(") && !tables.contains("CREATE TRIGGER"),
            "{tables}"
        );
        for name in [
            "record",
            "airing",
            "journal",
            "journal_change",
            "proposal",
            "scenario",
            "revision",
            "delivery",
        ] {
            assert!(tables.contains(&format!("CREATE TABLE {name} (")), "{name}");
        }
        assert_eq!(without_triggers("a; CREATE TRIGGER x BEGIN y; END; b;"), "a;  b;");
    }

    #[test]
    fn every_form_has_its_text() {
        assert_eq!(from_form(0).count(), usize::try_from(FORM).unwrap_or_default());
        assert_eq!(from_form(FORM).count(), 0);
    }

    #[test]
    fn every_kind_of_record_is_known_to_the_server() {
        // The last text that says it holds.
        let mut lists = OWN.iter().filter_map(|text| text.split_once("change.kind NOT IN ("));
        let (_, after) = lists.next_back().unwrap_or_default();
        let (list, _) = after.split_once(')').unwrap_or_default();
        let told: Vec<&str> = list.split(',').map(|one| one.trim().trim_matches('\'')).collect();
        let known: Vec<&str> = crate::Kind::ALL.iter().map(|kind| kind.as_str()).collect();
        assert_eq!(told, known);
    }
}
