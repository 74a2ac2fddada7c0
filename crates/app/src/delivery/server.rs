//! A server that is reached by SSH: whether it is the one that is meant, who signs in, and what is asked of it over a connection
//! that is made anew where it breaks.

use std::borrow::Cow;
use std::future::Future;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use arna_domain::receiver::{Sftp, SignIn, is_fingerprint};
use arna_domain::{Receiver, ReceiverId, values};
use russh::client::{self, AuthResult, Handle, Handler, KeyboardInteractiveAuthResponse};
use russh::keys::{self, Algorithm, EcdsaCurve, HashAlg, PrivateKey, PrivateKeyWithHashAlg, PublicKeyOrCertificate};
use russh::{MethodKind, Preferred};
use russh_sftp::protocol::StatusCode;
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use super::reach::Reach;
use super::secret::{Secret, variable};
use super::session::{Session, Trouble};
use crate::failure::Failure;

/// A key that a server showed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownKey {
    /// Its kind: `ssh-ed25519`.
    pub kind: String,
    /// Its fingerprint: `SHA256:…`.
    pub fingerprint: String,
}

/// The fingerprint that a text is, or that is of the public key in it: `ssh-ed25519 AAAA…`.
pub fn fingerprint(text: &str) -> Option<String> {
    let text = text.trim();
    if is_fingerprint(text) {
        return Some(text.to_owned());
    }
    let key = keys::PublicKey::from_openssh(text).ok()?;
    Some(key.fingerprint(HashAlg::Sha256).to_string())
}

/// The keys that a server shows, whoever it is. Nobody signs in.
///
/// # Errors
/// `sftp_unreachable`, `sftp_slow`, `sftp_no_common`.
pub fn host_keys(host: &str, port: u16, reach: &Reach) -> Result<Vec<ShownKey>, Failure> {
    let at = Address {
        host: host.to_owned(),
        port,
    };
    let line = Line::new()?;
    // No key has this fingerprint, so each is shown in turn.
    let shown = line.run(open(at.clone(), Some(String::new()), reach.connect));
    match shown.map_err(|trouble| at.failure(trouble))? {
        Opened::Strange(keys) => Ok(keys),
        Opened::Open(_) => Ok(Vec::new()),
    }
}

/// Kinds of keys that servers prove to hold, the best first.
const KINDS: [Algorithm; 4] = [
    Algorithm::Ed25519,
    Algorithm::Ecdsa {
        curve: EcdsaCurve::NistP256,
    },
    Algorithm::Ecdsa {
        curve: EcdsaCurve::NistP384,
    },
    Algorithm::Ecdsa {
        curve: EcdsaCurve::NistP521,
    },
];

#[derive(Clone)]
struct Address {
    host: String,
    port: u16,
}

impl Address {
    fn failure(&self, trouble: Trouble) -> Failure {
        let Self { host, port } = self;
        let (host, port) = (host.as_str(), port.to_string());
        match trouble {
            Trouble::Failed(failure) => failure,
            Trouble::Lost(why) => Failure::new(
                "sftp_unreachable",
                values! { "host" => host, "port" => port, "why" => why },
            ),
            Trouble::Slow(limit) => {
                let seconds = limit.as_secs_f64().ceil() as i64;
                Failure::new(
                    "sftp_slow",
                    values! { "host" => host, "port" => port, "seconds" => seconds },
                )
            }
            Trouble::Full => Failure::new("sftp_full", values! { "host" => host }),
            Trouble::NotWhole => Failure::new("sftp_not_whole", values! { "host" => host }),
            Trouble::Answer(StatusCode::PermissionDenied, _) => Failure::new("sftp_denied", values! { "host" => host }),
            Trouble::Answer(_, why) => Failure::new("sftp_refused", values! { "host" => host, "why" => why }),
        }
    }
}

/// What runs beside whoever asks, so that it may be asked from anywhere.
struct Line(Option<Runtime>);

impl Line {
    fn new() -> Result<Self, Failure> {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.map_err(|error| Failure::new("sftp_failed", values! { "why" => error.to_string() }))?;
        Ok(Self(Some(runtime)))
    }

    fn run<T: Send + 'static>(
        &self,
        job: impl Future<Output = Result<T, Trouble>> + Send + 'static,
    ) -> Result<T, Trouble> {
        let (tell, told) = std::sync::mpsc::sync_channel(1);
        if let Some(runtime) = &self.0 {
            runtime.spawn(async move {
                // Nobody waits any more where this fails.
                let _ = tell.send(job.await);
            });
        }
        told.recv()
            .unwrap_or_else(|error| Err(Trouble::Lost(error.to_string())))
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

/// A receiver's server.
pub(super) struct Server {
    receiver: ReceiverId,
    sftp: Sftp,
    at: Address,
    /// The folder of the station file, which files of keys may lie in.
    beside: PathBuf,
    reach: Reach,
    line: Line,
    way: Option<Way>,
    session: Option<Arc<Session>>,
}

impl Server {
    pub(super) fn of(receiver: &Receiver, sftp: &Sftp, beside: PathBuf, reach: &Reach) -> Result<Self, Failure> {
        Ok(Self {
            receiver: receiver.id.clone(),
            sftp: sftp.clone(),
            at: Address {
                host: sftp.host.clone(),
                port: sftp.port,
            },
            beside,
            reach: reach.clone(),
            line: Line::new()?,
            way: None,
            session: None,
        })
    }

    pub(super) fn is_connected(&self) -> bool {
        self.session.is_some()
    }

    /// Asks something of the server, and again over a new connection where one is lost: what is asked must bear to be asked twice.
    pub(super) fn ask<T, F>(&mut self, ask: impl Fn(Arc<Session>) -> F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, Trouble>> + Send + 'static,
    {
        let mut pauses = self.reach.pauses.clone().into_iter();
        loop {
            let trouble = match self.once(&ask) {
                Ok(answer) => return Ok(answer),
                Err(trouble) => trouble,
            };
            let passes = matches!(trouble, Trouble::Lost(_) | Trouble::Slow(_));
            match pauses.next().filter(|_| passes) {
                Some(pause) => (self.reach.pause)(pause),
                None => return Err(self.at.failure(trouble)),
            }
        }
    }

    /// Asks something of the server once.
    pub(super) fn once<T, F>(&mut self, ask: impl Fn(Arc<Session>) -> F) -> Result<T, Trouble>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, Trouble>> + Send + 'static,
    {
        let answer = self.session().and_then(|session| self.line.run(ask(session)));
        if matches!(answer, Err(Trouble::Lost(_) | Trouble::Slow(_))) {
            self.session = None;
        }
        answer
    }

    fn session(&mut self) -> Result<Arc<Session>, Trouble> {
        if let Some(session) = &self.session {
            return Ok(session.clone());
        }
        let reach = self.reach.clone();
        let opened = open(self.at.clone(), self.sftp.host_key.clone(), reach.connect);
        let handle = match self.line.run(opened)? {
            Opened::Open(handle) => handle,
            Opened::Strange(keys) => return Err(Trouble::Failed(self.stranger(&keys))),
        };
        let way = self.way()?;
        let signed_in = sign_in(*handle, self.sftp.user.clone(), way);
        let signed_in = async move {
            timeout(reach.sign_in, signed_in)
                .await
                .unwrap_or(Err(Trouble::Slow(reach.sign_in)))
        };
        let Some(handle) = self.line.run(signed_in)? else {
            let Sftp { host, user, .. } = &self.sftp;
            let values = values! {
                "host" => host.as_str(), "user" => user.as_str(), "receiver" => self.receiver.as_str(),
                "variable" => variable(&self.receiver)
            };
            return Err(Trouble::Failed(Failure::new("sftp_sign_in", values)));
        };
        let session = Arc::new(self.line.run(Session::begin(handle, reach.step))?);
        self.session = Some(session.clone());
        Ok(session)
    }

    /// Why a server is not trusted that shows these keys.
    fn stranger(&self, keys: &[ShownKey]) -> Failure {
        let all: Vec<String> = keys
            .iter()
            .map(|key| format!("{} ({})", key.fingerprint, key.kind))
            .collect();
        let first = keys.first().map_or("", |key| key.fingerprint.as_str());
        let Sftp {
            host, port, host_key, ..
        } = &self.sftp;
        let values = values! {
            "host" => host.as_str(), "port" => port.to_string(), "keys" => all.join(", "), "key" => first,
            "receiver" => self.receiver.as_str(), "pinned" => host_key.as_deref()
        };
        match host_key {
            None => Failure::new("sftp_host_key_unknown", values),
            Some(_) => Failure::new("sftp_host_key_changed", values),
        }
    }

    /// What signs in, which is looked for once.
    fn way(&mut self) -> Result<Way, Trouble> {
        if let Some(way) = &self.way {
            return Ok(way.clone());
        }
        let way = match &self.sftp.sign_in {
            SignIn::Password => self.secret().map(Way::Password),
            SignIn::Key(file) => self.key(&self.beside.join(file)),
        };
        let way = way.map_err(Trouble::Failed)?;
        self.way = Some(way.clone());
        Ok(way)
    }

    fn secret(&self) -> Result<Secret, Failure> {
        let found = (self.reach.secrets)(&self.receiver, &self.sftp)?;
        found.ok_or_else(|| {
            let values = values! {
                "account" => self.sftp.account(), "receiver" => self.receiver.as_str(),
                "variable" => variable(&self.receiver)
            };
            Failure::new("sftp_no_secret", values)
        })
    }

    fn key(&self, file: &std::path::Path) -> Result<Way, Failure> {
        let unreadable =
            |error: keys::Error| Failure::new("sftp_key_file", values! { "why" => error.to_string() }).of(file);
        let key = match keys::load_secret_key(file, None) {
            Err(keys::Error::KeyIsEncrypted) => {
                let passphrase = self.secret()?;
                keys::load_secret_key(file, Some(passphrase.reveal()))
            }
            other => other,
        };
        Ok(Way::Key(Arc::new(key.map_err(unreadable)?)))
    }
}

/// What signs in.
#[derive(Clone)]
enum Way {
    Password(Secret),
    Key(Arc<PrivateKey>),
}

/// What came of a connection.
enum Opened {
    Open(Box<Handle<Guard>>),
    /// The server does not hold the key that is wanted, but these.
    Strange(Vec<ShownKey>),
}

/// Opens a connection to a server that holds the key of this fingerprint. A server has keys of several kinds and shows one: where
/// another than the wanted is shown, the other kinds are asked for.
async fn open(at: Address, pinned: Option<String>, limit: Duration) -> Result<Opened, Trouble> {
    let mut kinds = KINDS.to_vec();
    let mut shown: Vec<ShownKey> = Vec::new();
    loop {
        let guard = Guard {
            pinned: pinned.clone(),
            shown: Arc::default(),
        };
        let seen = guard.shown.clone();
        let config = client::Config {
            preferred: Preferred {
                key: Cow::Owned(kinds.clone()),
                ..Preferred::DEFAULT
            },
            nodelay: true,
            ..client::Config::default()
        };
        let address = (at.host.clone(), at.port);
        let connecting = client::connect(Arc::new(config), address, guard);
        let error = match timeout(limit, connecting).await {
            Ok(Ok(handle)) => return Ok(Opened::Open(Box::new(handle))),
            Ok(Err(error)) => error,
            Err(_) => return Err(Trouble::Slow(limit)),
        };
        let seen = seen.lock().unwrap_or_else(PoisonError::into_inner).take();
        match (error, seen) {
            (russh::Error::UnknownKey, Some((kind, key))) => {
                kinds.retain(|one| *one != kind);
                shown.push(key);
                if pinned.is_none() || kinds.is_empty() {
                    return Ok(Opened::Strange(shown));
                }
            }
            (russh::Error::NoCommonAlgo { .. }, _) if !shown.is_empty() => return Ok(Opened::Strange(shown)),
            (russh::Error::NoCommonAlgo { theirs, .. }, _) => {
                let values = values! { "host" => at.host.as_str(), "theirs" => theirs.join(", ") };
                return Err(Trouble::Failed(Failure::new("sftp_no_common", values)));
            }
            (error, _) => return Err(Trouble::Lost(error.to_string())),
        }
    }
}

/// Signs in; `None` where the server does not let in whoever this is.
async fn sign_in(mut handle: Handle<Guard>, user: String, way: Way) -> Result<Option<Handle<Guard>>, Trouble> {
    let answer = match &way {
        Way::Password(secret) => handle.authenticate_password(user.clone(), secret.reveal()).await?,
        Way::Key(key) => {
            let key = PrivateKeyWithHashAlg::new(key.clone(), None);
            handle.authenticate_publickey(user.clone(), key).await?
        }
    };
    let AuthResult::Failure { remaining_methods, .. } = answer else {
        return Ok(Some(handle));
    };
    // Some servers ask for the password instead of taking it.
    let asks = |kind| remaining_methods.contains(&kind);
    if let Way::Password(secret) = &way
        && asks(MethodKind::KeyboardInteractive)
        && !asks(MethodKind::Password)
        && answers(&mut handle, user, secret).await?
    {
        return Ok(Some(handle));
    }
    Ok(None)
}

/// Answers the one question of a server that asks for the password.
async fn answers(handle: &mut Handle<Guard>, user: String, secret: &Secret) -> Result<bool, Trouble> {
    let mut answer = handle.authenticate_keyboard_interactive_start(user, None).await?;
    let mut told = false;
    loop {
        match answer {
            KeyboardInteractiveAuthResponse::Success => return Ok(true),
            KeyboardInteractiveAuthResponse::Failure { .. } => return Ok(false),
            KeyboardInteractiveAuthResponse::InfoRequest { prompts, .. } => {
                let hidden = prompts.iter().filter(|prompt| !prompt.echo).count();
                if hidden != prompts.len() || hidden > 1 || (told && hidden > 0) {
                    return Ok(false);
                }
                told |= hidden > 0;
                let given = prompts.iter().map(|_| secret.reveal().to_owned()).collect();
                answer = handle.authenticate_keyboard_interactive_respond(given).await?;
            }
        }
    }
}

/// Lets nobody by who does not hold the key.
pub(super) struct Guard {
    pinned: Option<String>,
    shown: Arc<Mutex<Option<(Algorithm, ShownKey)>>>,
}

impl Handler for Guard {
    type Error = russh::Error;

    async fn check_server_key(&mut self, shown: &PublicKeyOrCertificate) -> Result<bool, Self::Error> {
        let key = shown.public_key();
        let shown = ShownKey {
            kind: key.algorithm().to_string(),
            fingerprint: key.fingerprint(HashAlg::Sha256).to_string(),
        };
        let is_meant = self.pinned.as_ref() == Some(&shown.fingerprint);
        *self.shown.lock().unwrap_or_else(PoisonError::into_inner) = Some((key.algorithm(), shown));
        Ok(is_meant)
    }
}
