//! Any bytes as another's playlist, by a clock that changes: read or refused; what is read ends after it starts.

#![no_main]

use arna_domain::time::ChannelClock;
use arna_domain::{GridTime, Zones};
use arna_exchange::playout::read::{read, received};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(zone) = Zones::bundled().named("Europe/Berlin") else { return };
    let clock = ChannelClock { zone, day_start: GridTime::at_most(360) };
    let Ok(list) = read(bytes) else { return };
    for airing in &received(vec![list.clone(), list], &clock).airings {
        assert!(airing.start < airing.end, "{airing:?}");
    }
});
