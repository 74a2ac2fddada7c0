//! Instants as formats write them in UTC.

use arna_domain::BroadcastDate;

/// Year, month, day, hour, minute and second in UTC of a second since 1970.
fn parts(second: i64) -> (i32, u32, u32, i64, i64, i64) {
    let (year, month, day) = BroadcastDate::from_days_since_epoch(second.div_euclid(86_400)).ymd();
    let of_day = second.rem_euclid(86_400);
    (year, month, day, of_day / 3_600, of_day / 60 % 60, of_day % 60)
}

/// `20240702T160000Z`.
pub(crate) fn basic(second: i64) -> String {
    let (year, month, day, hour, minute, second) = parts(second);
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
}

/// `2024-07-02T16:00:00Z`.
pub(crate) fn extended(second: i64) -> String {
    let (year, month, day, hour, minute, second) = parts(second);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}
