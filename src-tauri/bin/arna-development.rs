//! Serves the page to a common browser. Options stand in the environment: see `ui/e2e/README.md`.

use std::env::{var, var_os};
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::io::Write as _;
use std::process::ExitCode;

use arna_desktop::development::{Serving, serve};
use arna_domain::Instant;

#[tokio::main]
async fn main() -> ExitCode {
    let serving = Serving {
        page: var_os("ARNA_PAGE").map_or_else(|| "ui/dist".into(), Into::into),
        data: var_os("ARNA_DATA").map_or_else(|| "target/development".into(), Into::into),
        station: std::env::args_os().nth(1).map(Into::into),
        port: var("ARNA_PORT").ok().and_then(|port| port.parse().ok()).unwrap_or(0),
        token: var("ARNA_TOKEN").unwrap_or_else(|_| unguessed()),
        now: var("ARNA_NOW").ok().and_then(|now| Instant::parse(&now)),
    };
    let token = serving.token.clone();
    let served = serve(serving, |address| {
        let mut out = std::io::stdout().lock();
        // Whoever started this reads the address here; where nobody does, nothing is lost.
        let _ = writeln!(out, "http://{address}/?token={token}");
        let _ = out.flush();
    });
    match served.await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "arna-development: {error}");
            ExitCode::FAILURE
        }
    }
}

/// A token that nobody guesses: of the seeds that the standard library draws for its tables.
fn unguessed() -> String {
    let drawn = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", drawn(), drawn())
}
