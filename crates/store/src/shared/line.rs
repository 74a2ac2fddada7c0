//! A connection to a server, from code that waits: every question has its time. Nothing is asked before the server proved by its
//! certificate that it is the one that is named, and the password is proved, never sent.

use std::fmt;
use std::future::Future;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, RootCertStore};
use tokio::runtime::Runtime;
use tokio_postgres::config::{ChannelBinding, SslMode};
use tokio_postgres::{AsyncMessage, Client, Config, Error, Statement};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::bell::{Bell, News};
use super::{Address, SharedError, pull, push};
use crate::postgres;

/// How often whoever waits is asked whether it is to go on.
const LOOK: Duration = Duration::from_millis(100);

/// For how long a server is waited for: until it lets one in, and until it answers a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// Until one is in.
    pub sign_in: Duration,
    /// Until a question is answered.
    pub answer: Duration,
    /// Until all of a station is moved.
    pub whole: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            sign_in: Duration::from_secs(5),
            answer: Duration::from_secs(10),
            whole: Duration::from_secs(600),
        }
    }
}

/// A password. It is shown to nobody.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// This password.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// What a server keeps of it.
    pub(super) fn verifier(&self) -> String {
        postgres_protocol::password::scram_sha_256(self.0.as_bytes())
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password")
    }
}

/// What a connection is opened with.
#[derive(Clone, Debug)]
pub struct Access {
    /// Where, and as whom.
    pub address: Address,
    /// The certificates that vouch for the server, as PEM; none: the system's.
    pub authority: Option<String>,
    /// The password.
    pub password: Password,
    /// For how long to wait.
    pub patience: Patience,
}

/// The statements by which an entry is offered and others' are asked for, made ready once.
#[derive(Clone)]
pub(super) struct Ready {
    pub(super) offer: Statement,
    pub(super) since: Statement,
}

/// An open connection.
pub(crate) struct Line {
    runtime: Option<Runtime>,
    client: Arc<Client>,
    pub(super) ready: Option<Ready>,
    news: Arc<News>,
    is_given_up: AtomicBool,
    /// Questions that wait for their answers.
    asked: AtomicUsize,
    server: String,
    login: String,
    pub(super) patience: Patience,
}

impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Line")
            .field("server", &self.server)
            .finish_non_exhaustive()
    }
}

/// Why a question was not answered.
pub(super) enum Unanswered {
    /// The server refuses.
    Refused(SharedError),
    /// Nobody answers: what was asked may have been done, or not.
    Lost(SharedError),
}

impl From<Unanswered> for SharedError {
    fn from(why: Unanswered) -> Self {
        match why {
            Unanswered::Refused(error) | Unanswered::Lost(error) => error,
        }
    }
}

impl Line {
    /// Opens a connection: to whatever database is named, whether a station is there or not.
    pub(super) fn open(access: &Access) -> Result<Self, SharedError> {
        let tls = MakeRustlsConnect::new(tls(access.authority.as_deref())?);
        let Access { address, patience, .. } = access;
        let mut config = Config::new();
        config
            .host(&address.host)
            .port(address.port)
            .user(&address.login)
            .dbname(&address.database)
            .password(&access.password.0)
            .application_name(super::presence::NAME)
            .options(postgres::OPTIONS)
            .ssl_mode(SslMode::Require)
            .channel_binding(ChannelBinding::Require)
            .keepalives_idle(Duration::from_secs(30))
            .connect_timeout(patience.sign_in);
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("arna-shared")
            .enable_all()
            .build()
            .map_err(|error| SharedError::Unreachable {
                server: address.server(),
                why: error.to_string(),
            })?;
        let news = Arc::new(News::default());
        let (tell, told) = mpsc::sync_channel(1);
        let heard = Arc::clone(&news);
        let within = patience.sign_in;
        runtime.spawn(async move {
            match tokio::time::timeout(within, config.connect(tls)).await {
                Ok(Ok((client, connection))) => {
                    let _ = tell.send(Some(Ok(client)));
                    listen(connection, &heard).await;
                }
                Ok(Err(error)) => drop(tell.send(Some(Err(error)))),
                Err(_) => drop(tell.send(None)),
            }
        });
        let (server, login) = (address.server(), address.login.clone());
        let silent = || SharedError::Silent {
            server: server.clone(),
            seconds: within.as_secs(),
        };
        let answer = told.recv_timeout(within + Duration::from_secs(1));
        let client = match answer {
            Ok(Some(Ok(client))) => client,
            Ok(Some(Err(error))) => {
                runtime.shutdown_background();
                return Err(postgres::meaning(&error, &server, &login));
            }
            Ok(None) | Err(_) => {
                runtime.shutdown_background();
                return Err(silent());
            }
        };
        Ok(Self {
            runtime: Some(runtime),
            client: Arc::new(client),
            ready: None,
            news,
            is_given_up: AtomicBool::new(false),
            asked: AtomicUsize::new(0),
            server,
            login,
            patience: *patience,
        })
    }

    /// Opens a connection to a station, and hears from then on what others do.
    pub(super) fn to_station(access: &Access) -> Result<Self, SharedError> {
        let mut line = Self::open(access)?;
        let form = form_of(&line)?;
        if form < postgres::FORM {
            return Err(SharedError::Older {
                server: line.server.clone(),
                found: form,
                needed: postgres::FORM,
            });
        }
        line.ready = Some(line.ask(|client| async move {
            client.batch_execute("LISTEN arna").await?;
            Ok(Ready {
                offer: client.prepare(push::OFFER).await?,
                since: client.prepare(pull::SINCE).await?,
            })
        })?);
        // What was published before is told of by nobody.
        line.news.set_published();
        Ok(line)
    }

    fn no_account(&self) -> SharedError {
        SharedError::NotPermitted {
            login: self.login.clone(),
            what: "no account".to_owned(),
            kind: None,
            id: None,
        }
    }

    /// Whether it can be asked still.
    pub(super) fn is_open(&self) -> bool {
        !self.client.is_closed() && !self.is_given_up.load(Ordering::Relaxed)
    }

    /// Whether it was told, since this was asked last, of an entry after a number, or of something published that was not fetched.
    pub(super) fn has_news(&self, last: i64) -> bool {
        self.news.entry_after(last) || self.news.is_published()
    }

    /// Whether something may have been published since this was asked last.
    pub(super) fn take_published(&self) -> bool {
        self.news.take_published()
    }

    /// That something was published which is not fetched.
    pub(super) fn set_published(&self) {
        self.news.set_published();
    }

    /// Has a bell rung when others did something, and when the connection ends.
    pub(super) fn ring_by(&self, bell: Bell) {
        self.news.ring_by(bell);
    }

    /// Asks the server, and waits for its answer.
    pub(super) fn ask<T, F>(&self, question: impl FnOnce(Arc<Client>) -> F) -> Result<T, SharedError>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, Error>> + Send + 'static,
    {
        Ok(self.ask_within(self.patience.answer, question)?)
    }

    /// Asks the server, and waits so long for its answer; then the connection is given up, unless another question waits for its
    /// answer.
    pub(super) fn ask_within<T, F>(
        &self,
        within: Duration,
        question: impl FnOnce(Arc<Client>) -> F,
    ) -> Result<T, Unanswered>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, Error>> + Send + 'static,
    {
        self.await_answer(within, &|| ControlFlow::Continue(()), question)
    }

    /// Asks the server for a part of all of a station, for as long as it may go on.
    pub(super) fn ask_while<T, F>(
        &self,
        go_on: &dyn Fn() -> ControlFlow<()>,
        question: impl FnOnce(Arc<Client>) -> F,
    ) -> Result<T, Unanswered>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, Error>> + Send + 'static,
    {
        self.await_answer(self.patience.whole, go_on, question)
    }

    fn await_answer<T, F>(
        &self,
        within: Duration,
        go_on: &dyn Fn() -> ControlFlow<()>,
        question: impl FnOnce(Arc<Client>) -> F,
    ) -> Result<T, Unanswered>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, Error>> + Send + 'static,
    {
        let lost = |why| Unanswered::Lost(why);
        let Some(runtime) = &self.runtime else {
            return Err(lost(self.silent(within)));
        };
        let (tell, told) = mpsc::sync_channel(1);
        let asked = question(Arc::clone(&self.client));
        runtime.spawn(async move { drop(tell.send(asked.await)) });
        let give_up = |why| {
            self.is_given_up.store(true, Ordering::Relaxed);
            Err(lost(why))
        };
        let end = Instant::now() + within;
        self.asked.fetch_add(1, Ordering::Relaxed);
        let answer = loop {
            if go_on().is_break() {
                break Err(SharedError::BrokenOff);
            }
            let left = end.saturating_duration_since(Instant::now());
            match told.recv_timeout(left.min(LOOK)) {
                Ok(answer) => break Ok(answer),
                Err(RecvTimeoutError::Timeout) if !left.is_zero() => {}
                Err(_) => break Err(self.silent(within)),
            }
        };
        let others = self.asked.fetch_sub(1, Ordering::Relaxed) - 1;
        let answer = match answer {
            Ok(answer) => answer,
            // It waits behind another question, which may take its time.
            Err(why) if others > 0 => return Err(lost(why)),
            Err(why) => return give_up(why),
        };
        answer.map_err(|error| {
            let meaning = match postgres::meaning(&error, &self.server, &self.login) {
                // The station was there: whoever is let in no more does not even see it.
                SharedError::NoStation { .. } if self.ready.is_some() => self.no_account(),
                other => other,
            };
            match postgres::is_lost(&error) {
                true => {
                    self.is_given_up.store(true, Ordering::Relaxed);
                    lost(meaning)
                }
                false => Unanswered::Refused(meaning),
            }
        })
    }

    fn silent(&self, within: Duration) -> SharedError {
        SharedError::Silent {
            server: self.server.clone(),
            seconds: within.as_secs(),
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        // Nobody waits for what is under way.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

async fn listen<S, T>(mut connection: tokio_postgres::Connection<S, T>, news: &News)
where
    S: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin,
    T: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin,
{
    let each = std::future::poll_fn(|context| {
        loop {
            match std::task::ready!(connection.poll_message(context)) {
                Some(Ok(AsyncMessage::Notification(told))) => news.come(told.payload()),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return std::task::Poll::Ready(()),
            }
        }
    });
    each.await;
    // Whoever hears of the end finds it ended.
    drop(connection);
    news.ring();
}

/// The form of a server's tables.
///
/// # Errors
/// [`SharedError::Newer`]; that there is no station, or no account for whoever asks.
pub(super) fn form_of(line: &Line) -> Result<i64, SharedError> {
    let row = line.ask(|client| async move { client.query_opt("SELECT form FROM arna.station", &[]).await });
    // Whoever has no account sees no row, or not even the table.
    let form: i64 = match row {
        Ok(Some(row)) => row.get(0),
        Ok(None) | Err(SharedError::NotPermitted { .. }) => return Err(line.no_account()),
        Err(error) => return Err(error),
    };
    match form > postgres::FORM {
        true => Err(SharedError::Newer {
            server: line.server.clone(),
            found: form,
            known: postgres::FORM,
        }),
        false => Ok(form),
    }
}

fn tls(authority: Option<&str>) -> Result<ClientConfig, SharedError> {
    let unreadable = |why: String| SharedError::Authority { why };
    let mut roots = RootCertStore::empty();
    match authority {
        Some(pem) => {
            for one in CertificateDer::pem_slice_iter(pem.as_bytes()) {
                let one = one.map_err(|error| unreadable(error.to_string()))?;
                roots.add(one).map_err(|error| unreadable(error.to_string()))?;
            }
        }
        None => {
            let found = rustls_native_certs::load_native_certs();
            roots.add_parsable_certificates(found.certs);
        }
    }
    if roots.is_empty() {
        return Err(unreadable(String::new()));
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| unreadable(error.to_string()))?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}
