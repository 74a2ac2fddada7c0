//! Any bytes as another's guide (XMLTV): read or refused; what is read ends after it starts.

#![no_main]

use arna_exchange::xmltv::read::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(received) = read(bytes) {
        for airing in &received.airings {
            assert!(airing.start < airing.end, "{airing:?}");
        }
    }
});
