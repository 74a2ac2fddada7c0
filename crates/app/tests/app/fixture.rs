//! What several tests begin with.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::OnceLock;

use arna_app::desk::Hand;
use arna_app::export::{Heads, PageWords, PaperWords};
use arna_app::planning::{Effort, Policy, Proof};
use arna_app::publish::Around;
use arna_app::{Desk, Failure, sample};
use arna_domain::{DateRange, Instant, Language, Zones};

/// 2024-07-01T00:00:00Z.
pub(crate) const NOW: Instant = Instant::from_ms(1_719_792_000_000);

pub(crate) fn hand() -> Hand {
    Hand {
        author: "tester".to_owned(),
        at: NOW,
    }
}

/// A plan of a range made soon, by one thread.
pub(crate) fn fast(range: DateRange) -> Policy {
    Policy {
        range,
        seed: 0,
        effort: Effort::Fast,
        threads: NonZeroUsize::MIN,
        proof: Proof::Spared,
    }
}

/// The sample with its accepted fortnight.
pub(crate) fn desk() -> (Desk, tempfile::TempDir) {
    // Calculated once for all tests.
    static MADE: OnceLock<tempfile::TempDir> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        sample::ready(&folder.path().join("s.arna"), &hand(), Zones::bundled()).unwrap();
        folder
    });
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.arna");
    std::fs::copy(made.path().join("s.arna"), &path).unwrap();
    (Desk::open(&path, NOW, Zones::bundled()).unwrap(), folder)
}

/// What stands around a schedule in files, each word with its language.
pub(crate) fn around(language: &Language) -> Result<Around, Failure> {
    let say = |name: &str| format!("{name} ({language})");
    let page = PageWords {
        language: language.clone(),
        until: say("until"),
        airings: say("airings"),
        channel: say("channel"),
        spoken: say("spoken"),
        date: say("date"),
        time: say("time"),
        duration: say("duration"),
        episode: say("episode"),
        showing: say("showing"),
        premiere: say("premiere"),
        first_run: say("first run"),
        repeat: say("repeat"),
        none: say("none"),
        weekdays: ["1", "2", "3", "4", "5", "6", "7"].map(str::to_owned),
        languages: BTreeMap::new(),
    };
    Ok(Around {
        paper: PaperWords {
            page: page.clone(),
            dates: [(); 12].map(|()| "{weekday} {day}".to_owned()),
            title: say("title"),
            house_number: say("house number"),
            premiere_short: say("P"),
            first_run_short: say("1st"),
            revision: say("{number} of {at}"),
            draft: say("not published"),
            breaks: say("breaks"),
            more: say("{count} more"),
        },
        heads: Heads {
            date: say("date"),
            start: say("start"),
            duration: say("duration"),
            end: say("end"),
            utc_offset: say("offset"),
            title: say("title"),
            episode: say("episode"),
            language: say("language"),
            version: say("version"),
            origin: say("origin"),
        },
        page,
    })
}
