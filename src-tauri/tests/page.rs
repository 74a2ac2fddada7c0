//! The server that the page is tested with: it answers only whoever it told its token, and gives no file but the page's.

#![cfg(feature = "development")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

/// A server with a page of one line, and a secret beside the page.
struct Server {
    child: Child,
    address: String,
    token: String,
    _place: TempDir,
}

impl Server {
    fn started() -> Self {
        let place = tempfile::tempdir().unwrap();
        let page = place.path().join("page");
        fs::create_dir(&page).unwrap();
        fs::write(page.join("index.html"), "<head></head>the page").unwrap();
        fs::write(place.path().join("secret"), "the secret").unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_arna-development"))
            .env_remove("ARNA_TOKEN")
            .env("ARNA_PAGE", &page)
            .env("ARNA_DATA", place.path().join("data"))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let (address, token) = line.trim().split_once("/?token=").unwrap();
        Self {
            child,
            address: address.strip_prefix("http://").unwrap().to_owned(),
            token: token.to_owned(),
            _place: place,
        }
    }

    /// The status and the whole of an answer.
    fn asked(&self, method: &str, path: &str, token: Option<&str>, body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let token = token
            .map(|token| format!("x-arna-token: {token}\r\n"))
            .unwrap_or_default();
        let (host, length) = (&self.address, body.len());
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\ncontent-length: {length}\r\n{token}\r\n{body}"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        (answer[9..12].parse().unwrap(), answer)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn only_whoever_was_told_the_token_is_answered() {
    let server = Server::started();
    let own = Some(server.token.as_str());
    assert_eq!(server.asked("POST", "/ask/log_mappings", own, "{}").0, 200);
    for token in [None, Some(""), Some("arna"), Some(&server.token[1..])] {
        for (method, path) in [
            ("POST", "/ask/log_mappings"),
            ("POST", "/answer"),
            ("GET", "/news"),
            ("GET", "/news?token=arna"),
        ] {
            assert_eq!(server.asked(method, path, token, "{}").0, 403, "{path} with {token:?}");
        }
    }
    assert_ne!(
        Server::started().token,
        server.token,
        "each server has a token of its own"
    );
}

#[test]
fn a_command_that_is_not_the_windows_is_refused() {
    let server = Server::started();
    let own = Some(server.token.as_str());
    for command in ["no_such_command", "plugin:fs|read_text_file", "plugin:dialog|open"] {
        let (status, said) = server.asked("POST", &format!("/ask/{}", command.replace('|', "%7C")), own, "{}");
        assert_eq!(status, 409, "{command}: {said}");
    }
    assert_eq!(server.asked("POST", "/ask/week", own, "no JSON").0, 400);
}

#[test]
fn no_file_but_the_pages_is_given() {
    let server = Server::started();
    assert!(server.asked("GET", "/", None, "").1.ends_with("the page"));
    for path in [
        "/../secret",
        "/%2e%2e/secret",
        "/..%2fsecret",
        "//etc/passwd",
        "/page/../../secret",
        "/data/recent.json",
    ] {
        let (status, said) = server.asked("GET", path, None, "");
        assert!(
            status == 404 && !said.contains("secret") && !said.contains("root:"),
            "{path}: {said}"
        );
    }
}
