//! Any bytes as a mapping and a log, divided by a zero: read or refused; what is read ends after it starts. The same bytes are read by
//! every mapping that is shipped, too.

#![no_main]

use arna_domain::time::ChannelClock;
use arna_domain::{BroadcastDate, GridTime, Zones};
use arna_exchange::asrun::{self, About, Mapping, SHIPPED};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(zone) = Zones::bundled().named("Europe/Berlin") else { return };
    let clock = ChannelClock { zone, day_start: GridTime::at_most(360) };
    let about = About {
        clock: &clock,
        zone: &clock.zone,
        file_name: "log_20241026.txt",
        date: BroadcastDate::parse("2024-10-26"),
    };
    let read = |mapping: &Mapping, mut log: &[u8]| {
        if let Ok(log) = asrun::read(&mut log, mapping, &about) {
            for row in &log.rows {
                assert!(row.end.is_none_or(|end| row.start < end), "{row:?}");
                assert!(row.house_number.is_some() || row.title.is_some(), "{row:?}");
            }
        }
    };
    let divide = bytes.iter().position(|byte| *byte == 0);
    if let Some(at) = divide
        && let Ok(mapping) = asrun::mapping(&bytes[..at])
    {
        read(&mapping, &bytes[at + 1..]);
    }
    for one in SHIPPED {
        if let Ok(mapping) = asrun::mapping(one.document.as_bytes()) {
            read(&mapping, bytes);
        }
    }
});
