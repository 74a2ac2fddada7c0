//! The page in a common browser, with the real commands behind it: for developing it and for testing it. Not part of the window.
//!
//! Every request goes through the window's own message handler, capabilities included; only the web view is missing. It listens on
//! the loopback interface and answers nobody without the token.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use arna_domain::Instant;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path as Segment, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event as Line, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde_json::json;
use tauri::ipc::{CallbackFn, InvokeBody, InvokeResponse, InvokeResponseBody};
use tauri::test::{INVOKE_KEY, MockRuntime, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, Manager as _, WebviewWindow, WebviewWindowBuilder};
use tauri_specta::Event as _;
use tokio::sync::{broadcast, oneshot};

use crate::bindings;
use crate::commands::calculate::Calculating;
use crate::commands::shared::{Moving, StationNews};
use crate::desktop::Desktop;
use crate::outside::{Choosing, Kind, Outside, Told};

/// How many pieces of news a slow page may lag behind.
const NEWS: usize = 1024;

/// What to serve, and to whom.
#[derive(Clone, Debug)]
pub struct Serving {
    /// The built page.
    pub page: PathBuf,
    /// Where the window's own data lie.
    pub data: PathBuf,
    /// The station to open first; that of the last time, or the sample, where none is named.
    pub station: Option<PathBuf>,
    /// The port; zero takes a free one.
    pub port: u16,
    /// What a request must show.
    pub token: String,
    /// Now, where the clock is to stand still.
    pub now: Option<Instant>,
}

#[derive(Clone)]
struct Server {
    window: WebviewWindow<MockRuntime>,
    page: Arc<Path>,
    token: Arc<str>,
    news: broadcast::Sender<String>,
    answers: Answers,
}

/// What the next file dialogs will answer; an empty path means that nothing was chosen, [`STAYS_OPEN`] that one waits for the answer after it.
type Answers = Arc<(Mutex<VecDeque<PathBuf>>, Condvar)>;

const STAYS_OPEN: &str = "?";

/// Serves until the process ends. `ready` is told the address.
///
/// # Errors
/// When the port is taken or the folder of data cannot be made.
pub async fn serve(serving: Serving, ready: impl FnOnce(SocketAddr)) -> Result<(), Box<dyn std::error::Error>> {
    std::fs::create_dir_all(&serving.data)?;
    let (news, _) = broadcast::channel(NEWS);
    let answers = Answers::default();
    let outside = Played {
        news: news.clone(),
        answers: answers.clone(),
        now: serving.now,
    };
    let (_app, window) = open(Desktop::new(Arc::new(outside), serving.data, serving.station))?;
    let server = Server {
        window,
        page: serving.page.into(),
        token: serving.token.into(),
        news,
        answers,
    };
    let guarded = Router::new()
        .route("/ask/{command}", post(ask))
        .route("/answer", post(answer))
        .route("/news", get(told))
        .route_layer(middleware::from_fn_with_state(server.clone(), guard));
    let routes = Router::new().merge(guarded).fallback(file).with_state(server);
    let listener = tokio::net::TcpListener::bind((std::net::Ipv4Addr::LOCALHOST, serving.port)).await?;
    ready(listener.local_addr()?);
    Ok(axum::serve(listener, routes).await?)
}

/// The window as `tauri.conf.json` describes it, without a web view. What an app does when it starts to run, is done here: this one never does.
fn open(desktop: Desktop) -> Result<(App<MockRuntime>, WebviewWindow<MockRuntime>), Box<dyn std::error::Error>> {
    let builder = bindings::builder::<MockRuntime>();
    let app = mock_builder()
        .invoke_handler(builder.invoke_handler())
        .build(tauri::generate_context!(test = true))?;
    builder.mount_events(&app);
    app.manage(desktop);
    let described = app.config().app.windows.first();
    let described = described.ok_or("tauri.conf.json describes no window")?;
    let window = WebviewWindowBuilder::from_config(&app, described)?.build()?;
    Ok((app, window))
}

/// Lets in whoever shows the token, as a header or, where a browser can send none, in the address.
async fn guard(State(server): State<Server>, headers: HeaderMap, request: Request, next: Next) -> Response {
    let header = headers.get("x-arna-token").and_then(|value| value.to_str().ok());
    let mut in_address = request.uri().query().into_iter().flat_map(|query| query.split('&'));
    let in_address = in_address.find_map(|one| one.strip_prefix("token="));
    if header.or(in_address) == Some(&*server.token) {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    }
}

/// Hands a command to the window's message handler.
async fn ask(State(server): State<Server>, Segment(command): Segment<String>, body: Bytes) -> Response {
    let Ok(body) = serde_json::from_slice(&body) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let Ok(url) = "tauri://localhost".parse() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let request = InvokeRequest {
        cmd: command,
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url,
        body: InvokeBody::Json(body),
        headers: HeaderMap::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    let (tell, told) = oneshot::channel();
    let tell = Mutex::new(Some(tell));
    server.window.as_ref().clone().on_message(
        request,
        Box::new(move |_, _, response, _, _| {
            let tell = tell.lock().unwrap_or_else(PoisonError::into_inner).take();
            if let Some(tell) = tell {
                // A page that is gone waits no more.
                let _ = tell.send(response);
            }
        }),
    );
    match told.await {
        Ok(InvokeResponse::Ok(InvokeResponseBody::Json(text))) => json_text(StatusCode::OK, text),
        Ok(InvokeResponse::Ok(InvokeResponseBody::Raw(bytes))) => bytes.into_response(),
        Ok(InvokeResponse::Err(error)) => json_text(StatusCode::CONFLICT, error.0.to_string()),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Notes what the next file dialog answers.
async fn answer(State(server): State<Server>, path: String) -> StatusCode {
    let (answers, came) = &*server.answers;
    let mut answers = answers.lock().unwrap_or_else(PoisonError::into_inner);
    answers.push_back(PathBuf::from(path));
    came.notify_all();
    StatusCode::NO_CONTENT
}

/// News, as long as the page listens.
async fn told(State(server): State<Server>) -> Response {
    let news = futures_util::stream::unfold(server.news.subscribe(), |mut news| async {
        loop {
            match news.recv().await {
                Ok(text) => return Some((Ok::<_, Infallible>(Line::default().data(text)), news)),
                Err(broadcast::error::RecvError::Lagged(_)) => {}
                Err(broadcast::error::RecvError::Closed) => return None,
            }
        }
    });
    Sse::new(news).into_response()
}

/// A file of the page, with the bridge to this server put before its script.
async fn file(State(server): State<Server>, request: Request) -> Response {
    let name = request.uri().path().trim_start_matches('/');
    let name = if name.is_empty() { "index.html" } else { name };
    let Some(path) = inside(&server.page, name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Ok(bytes) = tokio::fs::read(&path).await else {
        return StatusCode::NOT_FOUND.into_response();
    };
    if name == "index.html" {
        let page = String::from_utf8_lossy(&bytes);
        let bridge = format!("<head><script>{}</script>", include_str!("development/bridge.js"));
        let page = page.replacen("<head>", &bridge, 1);
        return ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response();
    }
    let kind = match path.extension().and_then(|end| end.to_str()) {
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    };
    ([(header::CONTENT_TYPE, kind)], bytes).into_response()
}

/// A path below a folder; none where it leads out of it.
fn inside(folder: &Path, name: &str) -> Option<PathBuf> {
    let folder = folder.canonicalize().ok()?;
    let path = folder.join(name).canonicalize().ok()?;
    path.starts_with(&folder).then_some(path)
}

fn json_text(status: StatusCode, text: String) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], text).into_response()
}

/// An outside that a test plays.
struct Played {
    news: broadcast::Sender<String>,
    answers: Answers,
    now: Option<Instant>,
}

impl Played {
    fn next(&self) -> Option<PathBuf> {
        let (answers, came) = &*self.answers;
        let mut answers = answers.lock().unwrap_or_else(PoisonError::into_inner);
        if answers.front().is_some_and(|path| path.as_os_str() == STAYS_OPEN) {
            answers = came
                .wait_while(answers, |answers| answers.len() < 2)
                .unwrap_or_else(PoisonError::into_inner);
            answers.pop_front();
        }
        answers.pop_front().filter(|path| !path.as_os_str().is_empty())
    }
}

impl Outside for Played {
    fn choose(&self, _kind: Kind) -> Option<PathBuf> {
        self.next()
    }

    fn place(&self, _name: &str, _kind: Kind) -> Option<PathBuf> {
        self.next()
    }

    fn folder(&self) -> Option<PathBuf> {
        self.next()
    }

    fn tell(&self, told: Told) {
        let news = match told {
            Told::Calculating(how_far) => json!({ "event": Calculating::NAME, "payload": how_far }),
            Told::Moving(how_far) => json!({ "event": Moving::NAME, "payload": how_far }),
            Told::Station(news) => json!({ "event": StationNews::NAME, "payload": news }),
            Told::Choosing(news) => json!({ "event": Choosing::NAME, "payload": news }),
        };
        // Where nobody listens, nothing is to be told.
        let _ = self.news.send(news.to_string());
    }

    fn zoom(&self, _percent: u32) {}

    fn now(&self) -> Instant {
        self.now.unwrap_or_else(crate::outside::clock)
    }
}
