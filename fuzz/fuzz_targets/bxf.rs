//! Any bytes as another's BXF, by a clock that changes: read or refused; what is read ends after it starts.

#![no_main]

use arna_domain::receiver::DateOf;
use arna_domain::time::ChannelClock;
use arna_domain::{GridTime, Zones};
use arna_exchange::bxf::read::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(zone) = Zones::bundled().named("Europe/Berlin") else { return };
    let clock = ChannelClock { zone, day_start: GridTime::at_most(360) };
    for date_of in DateOf::ALL {
        if let Ok(received) = read(bytes, &clock, date_of) {
            for airing in &received.airings {
                assert!(airing.start < airing.end, "{airing:?}");
            }
        }
    }
});
