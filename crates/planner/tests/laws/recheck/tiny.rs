//! The best filling of a tiny station's pools, by trying them all.

use serde_json::Value;

use super::calendar::day;
use super::grid;
use super::on_air::{OnAir, Origin, Showing};
use super::pools::{is_charged_rightly, is_pool, versions_of};
use super::rules::{broken, broken_on_air};
use super::scores::pool_score;
use super::station::Station;
use super::steps::{Earlier, charged, place};

/// The highest pool score that any filling reaches which keeps every rule, and how many fillings were looked at. None where
/// there are too many for that.
pub(crate) fn best_score(station: &Value, from: &str, days: u32, most_fillings: u64) -> Option<(i64, u64)> {
    let station = Station::read(station);
    let (first, end) = (day(from), day(from) + i64::from(days));
    let (instances, _) = grid::instances(&station, first, end);
    let mut air = OnAir::fixed(&station, &instances);
    place(&mut air, &Earlier::of(&station, first), false);
    let seats: Vec<Vec<Showing>> = (0..instances.len())
        .filter(|&instance| is_pool(&air, instance))
        .map(|instance| options(&air, instance))
        .filter(|options| !options.is_empty())
        .collect();
    let fillings = seats
        .iter()
        .try_fold(1_u64, |all, options| all.checked_mul(options.len() as u64 + 1));
    if fillings.is_none_or(|fillings| fillings > most_fillings) {
        return None;
    }
    let mut search = Search {
        seats: &seats,
        first,
        end,
        best: i64::MIN,
        looked_at: 0,
    };
    search.fill(&mut air, 0);
    Some((search.best, search.looked_at))
}

/// Every version with every licence that it may be charged to, if it keeps all rules with what is fixed.
fn options(air: &OnAir<'_>, instance: usize) -> Vec<Showing> {
    let mut options = Vec::new();
    for version in versions_of(air, instance) {
        let showing = charged(air, instance, version, Origin::Pool);
        let licences: Vec<usize> = air.covering(&showing).collect();
        for licence in licences {
            let showing = Showing {
                licence: Some(licence),
                ..showing
            };
            if broken(air, &showing).is_empty() {
                options.push(showing);
            }
        }
    }
    options
}

struct Search<'s> {
    seats: &'s [Vec<Showing>],
    first: i64,
    end: i64,
    best: i64,
    looked_at: u64,
}

impl Search<'_> {
    /// Tries all for the seats from this one on. A rule that is broken stays broken whatever is added; only the order of
    /// licences is judged at the end.
    fn fill(&mut self, air: &mut OnAir<'_>, seat: usize) {
        let Some(options) = self.seats.get(seat) else {
            self.looked_at += 1;
            let score = pool_score(air, self.first, self.end);
            if score > self.best && pools(air).all(|number| is_charged_rightly(air, number)) {
                self.best = score;
            }
            return;
        };
        self.fill(air, seat + 1);
        for option in options {
            if !broken(air, option).is_empty() {
                continue;
            }
            air.all.push(*option);
            // Another licence's gap, or its runs shared with this channel, may be what breaks.
            if pools(air).all(|number| broken_on_air(air, number).is_empty()) {
                self.fill(air, seat + 1);
            }
            air.all.pop();
        }
    }
}

fn pools<'a>(air: &'a OnAir<'_>) -> impl Iterator<Item = usize> + 'a {
    (0..air.all.len()).filter(|&number| air.all[number].origin == Origin::Pool)
}
