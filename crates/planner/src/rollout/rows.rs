//! Dates in rows: a row is what one slot can stand on.

use arna_domain::rollout::Target;
use arna_domain::slot::Fill;
use arna_domain::time::Weekday;
use arna_domain::{BroadcastDate, GridTime, Slot, SlotId};

/// Dates that one slot can stand on and no other: the given weekdays between the first and the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) days: Vec<Weekday>,
    pub(super) dates: Vec<BroadcastDate>,
}

impl Row {
    /// The slot that stands on these dates.
    pub(super) fn slot(
        &self,
        target: &Target,
        start: u32,
        length_min: u32,
        layer: i32,
        (id, fill): (SlotId, Fill),
    ) -> Option<Slot> {
        Some(Slot {
            id,
            channel: target.channel.clone(),
            days: self.days.clone(),
            from: self.dates.first().copied(),
            until: self.dates.last().copied(),
            layer,
            start: GridTime::from_minutes(start)?,
            length_min,
            weight: target.weight,
            languages: target.languages.clone(),
            occasion: None,
            fill,
        })
    }
}

/// Dates in rows, each as long as it can be: no date between a row's first and last has one of its weekdays but its own.
pub(super) fn rows(dates: &[BroadcastDate]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for &date in dates {
        match rows.last_mut() {
            Some(row) if row.takes(date) => {
                let day = date.weekday();
                if let Err(at) = row.days.binary_search(&day) {
                    row.days.insert(at, day);
                }
                row.dates.push(date);
            }
            _ => rows.push(Row {
                days: vec![date.weekday()],
                dates: vec![date],
            }),
        }
    }
    rows
}

impl Row {
    fn takes(&self, date: BroadcastDate) -> bool {
        let (Some(&first), Some(&last)) = (self.dates.first(), self.dates.last()) else {
            return true;
        };
        let day = date.weekday();
        // A weekday that is new to the row must not have gone by since its first date.
        let is_fresh = self.days.contains(&day) || date.days_since(first) < 7;
        let mut between = (1..date.days_since(last)).map(|n| last.plus_days(n).weekday());
        is_fresh && !between.any(|other| other == day || self.days.contains(&other))
    }
}

#[cfg(test)]
mod tests {
    use super::super::slots::dates_between;
    use super::*;

    fn days(text: &str) -> Vec<BroadcastDate> {
        let first = BroadcastDate::from_days_since_epoch(4);
        assert_eq!(first.weekday(), Weekday::Mon);
        (0..)
            .zip(text.chars())
            .filter(|&(_, c)| c == '#')
            .map(|(n, _)| first.plus_days(n))
            .collect()
    }

    /// Rows as the weekdays and dates of each: `mon tue: 3`.
    fn told(text: &str) -> Vec<String> {
        let dates = days(text);
        let rows = rows(&dates);
        let all: Vec<_> = rows.iter().flat_map(|row| row.dates.iter().copied()).collect();
        assert_eq!(all, dates, "every date once");
        for row in &rows {
            let (first, last) = (row.dates[0], row.dates[row.dates.len() - 1]);
            let stands: Vec<_> = dates_between(first, last)
                .filter(|date| row.days.contains(&date.weekday()))
                .collect();
            assert_eq!(
                stands, row.dates,
                "a slot with these weekdays stands on these dates only"
            );
        }
        rows.iter()
            .map(|row| format!("{:?}: {}", row.days, row.dates.len()))
            .collect()
    }

    #[test]
    fn dates_become_as_few_rows_as_their_weekdays_allow() {
        assert_eq!(told("#######"), ["[Mon, Tue, Wed, Thu, Fri, Sat, Sun]: 7"]);
        assert_eq!(told("#......#......#"), ["[Mon]: 3"]);
        assert_eq!(told("#.#....#.#....#"), ["[Mon, Wed]: 5"]);
        assert_eq!(told("##.##..#####"), ["[Mon, Tue, Thu, Fri]: 6", "[Wed, Thu, Fri]: 3"]);
        assert_eq!(told("#.............#"), ["[Mon]: 1", "[Mon]: 1"]);
        assert_eq!(told(""), Vec::<String>::new());
    }
}
