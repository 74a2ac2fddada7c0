//! Bits that flip on the disk, on every page of a station.

use std::fs;
use std::path::Path;

use arna_app::desk::Change;
use arna_app::revisions::{Delivery, Revision};
use arna_app::verify::verify;
use arna_app::{Desk, salvage};
use arna_domain::{Station, Zones};

use crate::{Dice, lived_in, points, revisions, seed};

const PAGE: usize = 4_096;

/// Everything that can be read out of a station.
#[derive(Debug, PartialEq)]
struct Whole {
    station: Station,
    revisions: Vec<Revision>,
    /// What is told, and no more than told: no hash is of it.
    told: (Vec<Change>, Vec<Delivery>),
}

fn whole(path: &Path) -> Whole {
    let mut desk = Desk::open_to_read(path, Zones::bundled()).unwrap();
    Whole {
        station: desk.station().unwrap().0.clone(),
        revisions: revisions(&mut desk),
        told: (desk.log(None, 1_000).unwrap(), desk.deliveries(None, 1_000).unwrap()),
    }
}

/// What became of a flip.
#[derive(Debug, Default)]
struct Counts {
    refused: usize,
    named: usize,
    harmless: usize,
    told_otherwise: usize,
}

/// A flip is refused, or named by `verify`, or changes nothing that is read; only who did what when, and where it was handed out,
/// is by no hash. What is named can be salvaged.
#[test]
fn no_flipped_bit_changes_the_station_unseen() {
    let lived_in = lived_in();
    let path = lived_in.path().join("s.arna");
    let sound = whole(&path);
    let bytes = fs::read(&path).unwrap();
    let each = (points() / 100).max(1);
    let mut dice = Dice(seed());
    let mut counts = Counts::default();
    let place = tempfile::tempdir().unwrap();
    let flipped = place.path().join("s.arna");
    let pages = bytes.len() / PAGE;
    for page in 0..pages {
        for turn in 0..each {
            // Also of the head each part is met: a page begins with what everything else on it hangs on.
            let at = page * PAGE
                + if turn % 3 == 0 {
                    dice.throw(110)
                } else {
                    dice.throw(PAGE)
                };
            let bit = dice.throw(8);
            let mut bytes = bytes.clone();
            bytes[at] ^= 1 << bit;
            fs::write(&flipped, &bytes).unwrap();
            let what = format!("bit {bit} of byte {at}");
            match verify(&flipped, &Zones::bundled()) {
                Err(_) => counts.refused += 1,
                Ok(verified) if !verified.is_sound() => {
                    counts.named += 1;
                    salvaged(&flipped, turn, &what);
                }
                Ok(_) => {
                    let read = whole(&flipped);
                    assert_eq!(
                        read.station, sound.station,
                        "{what}: another station, and nobody says so"
                    );
                    assert_eq!(
                        read.revisions, sound.revisions,
                        "{what}: other revisions, and nobody says so"
                    );
                    counts.told_otherwise += usize::from(read.told != sound.told);
                    counts.harmless += usize::from(read.told == sound.told);
                }
            }
        }
    }
    println!("{pages} pages, {} flips: {counts:?}", pages * each);
    assert!(counts.named > 0 && counts.harmless > 0);
}

/// What is named gives a station that holds together, or says that nothing can be read.
fn salvaged(flipped: &Path, turn: usize, what: &str) {
    if turn > 0 {
        return;
    }
    let new = flipped.with_file_name("new.arna");
    let hand = arna_app::desk::Hand {
        author: "tester".to_owned(),
        at: arna_domain::Instant::from_ms(0),
    };
    match salvage::salvage(flipped, &new, &hand, &Zones::bundled()) {
        Ok(salvaged) => {
            let verified = verify(&new, &Zones::bundled()).unwrap();
            assert!(
                verified.station.faults.is_empty(),
                "{what}: {:?} {:?}",
                verified.station,
                salvaged.missing
            );
            fs::remove_file(&new).unwrap();
        }
        Err(failure) => assert!(
            failure.code == "station_damaged" && !new.exists(),
            "{what}: {failure:?}"
        ),
    }
}
