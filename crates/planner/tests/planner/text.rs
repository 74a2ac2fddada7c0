//! Airings as text, by the wall clock of Almaty.

use arna_domain::{Airing, Zones};

/// `07-01 21:00` on its broadcast date: after midnight hours go on from 24.
pub fn when(airing: &Airing) -> String {
    let wall = Zones::bundled().named("Asia/Almaty").unwrap().wall(airing.start);
    let hours = wall.date.days_since(airing.date) * 24 + wall.ms_of_day / 3_600_000;
    format!(
        "{} {hours:02}:{:02}",
        &airing.date.to_string()[5..],
        wall.ms_of_day / 60_000 % 60
    )
}
