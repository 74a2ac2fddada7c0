//! What signs in to servers: kept by the system's keyring, or handed over in the environment where no keyring runs. A secret is
//! in no station, log or message.

use std::fmt;
use std::sync::Arc;

use arna_domain::receiver::Sftp;
use arna_domain::{ReceiverId, values};
use dbus_secret_service_keyring_store::Store;
use keyring_core::{CredentialStore, Entry, Error};

use crate::failure::Failure;

/// What Arna's secrets are called in the keyring.
const SERVICE: &str = "arna";

/// A password, or the passphrase of a key. It is shown to nobody.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// This secret.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Secret")
    }
}

/// The variable that may hold a receiver's secret: `ARNA_PASSWORD_KHABAR_TRAFFIC` for `khabar-traffic`. One a receiver, so that no
/// server is told another's.
pub fn variable(receiver: &ReceiverId) -> String {
    let upper = |c: char| match c.is_ascii_alphanumeric() {
        true => c.to_ascii_uppercase(),
        false => '_',
    };
    let name: String = receiver.as_str().chars().map(upper).collect();
    format!("ARNA_PASSWORD_{name}")
}

/// Keeps a server's secret in the system's keyring.
///
/// # Errors
/// `sftp_keyring` where no keyring answers.
pub fn keep(receiver: &ReceiverId, sftp: &Sftp, secret: &Secret) -> Result<(), Failure> {
    let kept = entry(sftp).and_then(|entry| entry.set_password(&secret.0));
    kept.map_err(|error| no_keyring(receiver, &error))
}

/// A server's secret: from the environment, else from the keyring; `None` where that has none.
///
/// # Errors
/// `sftp_keyring` where no keyring answers.
pub(super) fn find(receiver: &ReceiverId, sftp: &Sftp) -> Result<Option<Secret>, Failure> {
    if let Ok(given) = std::env::var(variable(receiver)) {
        return Ok(Some(Secret(given)));
    }
    match entry(sftp).and_then(|entry| entry.get_password()) {
        Ok(kept) => Ok(Some(Secret(kept))),
        Err(Error::NoEntry) => Ok(None),
        Err(error) => Err(no_keyring(receiver, &error)),
    }
}

/// What the keyring keeps for an account.
///
/// # Errors
/// Why no keyring answers.
pub(crate) fn kept(account: &str) -> Result<Option<Secret>, String> {
    match entry_of(account).and_then(|entry| entry.get_password()) {
        Ok(kept) => Ok(Some(Secret(kept))),
        Err(Error::NoEntry) => Ok(None),
        Err(error) => Err(why(&error)),
    }
}

/// Has the keyring keep a secret for an account.
///
/// # Errors
/// Why no keyring answers.
pub(crate) fn keep_as(account: &str, secret: &Secret) -> Result<(), String> {
    let kept = entry_of(account).and_then(|entry| entry.set_password(&secret.0));
    kept.map_err(|error| why(&error))
}

fn entry(sftp: &Sftp) -> keyring_core::Result<Entry> {
    entry_of(&format!("sftp://{}", sftp.account()))
}

fn entry_of(account: &str) -> keyring_core::Result<Entry> {
    let keyring: Arc<CredentialStore> = Store::new()?;
    Entry::new_in_store(&keyring, SERVICE, account)
}

fn no_keyring(receiver: &ReceiverId, error: &Error) -> Failure {
    Failure::new(
        "sftp_keyring",
        values! { "why" => why(error), "variable" => variable(receiver), "receiver" => receiver.as_str() },
    )
}

fn why(error: &Error) -> String {
    // What the keyring holds may stand in an error of its own: only what kind it is is told.
    match error {
        Error::NoStorageAccess(why) | Error::PlatformFailure(why) => why.to_string(),
        Error::BadEncoding(_) => "what it holds is no text".to_owned(),
        Error::Ambiguous(_) => "it holds several".to_owned(),
        _ => "it refused".to_owned(),
    }
}

/// A keyring of a test's own.
#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::print_stderr, reason = "tests")]
pub(crate) mod keyring {
    use std::process::Command;

    /// Set where a test runs itself anew, with a keyring.
    const WITH_KEYRING: &str = "ARNA_TEST_WITH_KEYRING";

    /// What the session ends with where no keyring comes up.
    const NO_KEYRING: i32 = 77;

    /// A session bus of its own, and on it a keyring in an empty home; then the program that is named, by its arguments.
    const SESSION: &str = r#"
        printf x | gnome-keyring-daemon --unlock --foreground --components=secrets >/dev/null &
        gdbus wait --session --timeout 20 org.freedesktop.secrets || exit 77
        "$@"
        said=$?
        kill %1
        exit $said
    "#;

    /// Runs a test by its full name anew, with an empty keyring and without a variable that would tell the secret; there it does
    /// what it is for. Where no keyring starts, that is told.
    pub(crate) fn with(test: &str, variable: &str, does: impl FnOnce()) {
        if std::env::var_os(WITH_KEYRING).is_some() {
            return does();
        }
        if !["dbus-run-session", "gnome-keyring-daemon", "gdbus"]
            .into_iter()
            .all(is_there)
        {
            eprintln!("skipped: there is no gnome-keyring, dbus-run-session or gdbus here");
            return;
        }
        let home = tempfile::tempdir().unwrap();
        let ran = Command::new("dbus-run-session")
            .args(["--", "bash", "-c", SESSION, "bash"])
            .arg(std::env::current_exe().unwrap())
            .args(["--exact", test])
            .env(WITH_KEYRING, "1")
            .env_remove(variable)
            .env("HOME", home.path())
            .env("XDG_RUNTIME_DIR", home.path())
            .env("XDG_DATA_HOME", home.path().join("data"))
            .output()
            .unwrap();
        if ran.status.code() == Some(NO_KEYRING) {
            // Where programs may not lock memory, as in some containers, it does not even start.
            eprintln!(
                "skipped: no keyring starts here: {}",
                String::from_utf8_lossy(&ran.stderr)
            );
            return;
        }
        let said = String::from_utf8_lossy(&ran.stdout);
        assert!(
            ran.status.success() && said.contains("1 passed"),
            "{said}{}",
            String::from_utf8_lossy(&ran.stderr)
        );
    }

    fn is_there(program: &str) -> bool {
        std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())
            .any(|folder| folder.join(program).is_file())
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_not_shown() {
        assert_eq!(format!("{:?}", Secret::new("hush")), "Secret");
    }

    #[test]
    fn a_keyring_keeps_what_it_is_given() {
        let receiver = "khabar-epg".into();
        let test = "delivery::secret::tests::a_keyring_keeps_what_it_is_given";
        keyring::with(test, &variable(&receiver), || {
            let sftp = Sftp::parse("arna@ftp.khabar.kz/in").unwrap();
            assert_eq!(find(&receiver, &sftp).unwrap(), None);
            for secret in ["first", "құпия сөз 密码"].map(Secret::new) {
                keep(&receiver, &sftp, &secret).unwrap();
                assert_eq!(find(&receiver, &sftp).unwrap(), Some(secret));
            }
        });
    }

    #[test]
    fn every_receiver_has_a_variable_of_its_own() {
        assert_eq!(variable(&"khabar-traffic.2".into()), "ARNA_PASSWORD_KHABAR_TRAFFIC_2");
    }
}
