//! Any bytes as another's table or book: read or refused within limits; what is read ends after it starts.

#![no_main]

use arna_domain::time::ChannelClock;
use arna_domain::{GridTime, Zones};
use arna_exchange::sheet::{Encoding, Known, read, schedule};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(zone) = Zones::bundled().named("Asia/Almaty") else { return };
    let clock = ChannelClock { zone, day_start: GridTime::at_most(360) };
    let Ok(book) = read(bytes, Encoding::Guessed) else { return };
    let known = Known { versions: vec!["quotes/3/5.kk".to_owned()], titles: vec!["Quotes".to_owned()] };
    for sheet in &book.sheets {
        for clock in [Some(&clock), None] {
            for airing in &schedule(sheet, clock, &known).airings {
                assert!(airing.start < airing.end, "{airing:?}");
            }
        }
    }
});
