//! What holds of every plan: laws, tried on stations made at random. `PROPTEST_CASES` says how many of them; each law has a
//! number of its own that keeps the tests short.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod bad_input;
mod breaks;
mod calculation;
mod every_plan;
mod mutations;
mod noticed;
mod order;
mod other_checker;
mod recheck;
mod sample;
mod stations;
mod tiny;

use proptest::prelude::ProptestConfig;

/// So many stations, unless `PROPTEST_CASES` asks for another number. Nothing is written beside the sources.
#[expect(
    clippy::disallowed_methods,
    reason = "how long to test is for the environment to say"
)]
fn stations_to_try(usual: u32) -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let config = ProptestConfig::default();
    ProptestConfig {
        cases: if asked { config.cases } else { usual },
        failure_persistence: None,
        ..config
    }
}
