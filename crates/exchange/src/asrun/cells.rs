//! Dates and times as logs write them.

use arna_domain::BroadcastDate;
use arna_domain::time::{HOUR, MINUTE, SECOND, timecode};

use super::mapping::{TimeForm, Times};

/// The hours that a time may have: a broadcast day ends before 30:00, and logs run on a little.
const HOURS: i64 = 48;

/// A date's form: `DD.MM.YYYY`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DatePattern(Vec<Part>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Year(usize),
    Month(usize),
    Day(usize),
    Sign(char),
}

impl DatePattern {
    /// That of a form, which names a year, a month and a day once each.
    pub(super) fn of(form: &str) -> Option<Self> {
        let mut parts = Vec::new();
        let mut rest = form;
        while let Some(sign) = rest.chars().next() {
            let run = rest.chars().take_while(|c| *c == sign).count();
            let part = match (sign, run) {
                ('Y', 2 | 4) => Part::Year(run),
                ('M', 1 | 2) => Part::Month(run),
                ('D', 1 | 2) => Part::Day(run),
                (sign, 1) if !sign.is_alphanumeric() => Part::Sign(sign),
                _ => return None,
            };
            parts.push(part);
            rest = &rest[sign.len_utf8() * run..];
        }
        let count = |is: fn(&Part) -> bool| parts.iter().filter(|part| is(part)).count();
        let good = count(|part| matches!(part, Part::Year(_))) == 1
            && count(|part| matches!(part, Part::Month(_))) == 1
            && count(|part| matches!(part, Part::Day(_))) == 1;
        good.then_some(Self(parts))
    }

    /// The date of a text that is nothing else.
    pub(super) fn read(&self, text: &str) -> Option<BroadcastDate> {
        let (date, rest) = self.begin(text.trim())?;
        rest.is_empty().then_some(date)
    }

    /// The date that stands somewhere in a text, no digit beside it.
    pub(super) fn find(&self, text: &str) -> Option<BroadcastDate> {
        let mut before = None;
        for (at, sign) in text.char_indices() {
            if sign.is_ascii_digit() && !before.is_some_and(|c: char| c.is_ascii_digit()) {
                let found = self.begin(&text[at..]);
                if let Some((date, _)) = found.filter(|(_, rest)| !rest.starts_with(|c: char| c.is_ascii_digit())) {
                    return Some(date);
                }
            }
            before = Some(sign);
        }
        None
    }

    /// The date that a text begins with, and what follows it.
    pub(super) fn begin<'t>(&self, text: &'t str) -> Option<(BroadcastDate, &'t str)> {
        let (mut year, mut month, mut day) = (0, 0, 0);
        let mut rest = text;
        for (at, part) in self.0.iter().enumerate() {
            // A number that a sign ends may be a digit short; one that another number follows may not.
            let is_free = !matches!(self.0.get(at + 1), Some(Part::Year(_) | Part::Month(_) | Part::Day(_)));
            match *part {
                Part::Sign(sign) => rest = rest.strip_prefix(sign)?,
                Part::Year(width) => {
                    let number = digits(&mut rest, width, width)?;
                    year = if width == 2 { 2_000 + number } else { number };
                }
                Part::Month(width) => month = digits(&mut rest, if is_free { 1 } else { width }, 2.max(width))?,
                Part::Day(width) => day = digits(&mut rest, if is_free { 1 } else { width }, 2.max(width))?,
            }
        }
        let date = BroadcastDate::new(i32::try_from(year).ok()?, month, day)?;
        Some((date, rest))
    }
}

/// A number of so many digits, taken off a text's beginning.
fn digits(rest: &mut &str, least: usize, most: usize) -> Option<u32> {
    let count = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
    if count < least {
        return None;
    }
    let (number, after) = rest.split_at(count);
    *rest = after;
    number.parse().ok()
}

/// A time or a duration, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Time {
    /// Milliseconds.
    pub(super) ms: i64,
    /// The frame's number, where its rate has none of that number.
    pub(super) high_frame: Option<i64>,
}

/// What a text says in a form; none where it is of another.
pub(super) fn time(text: &str, times: &Times) -> Option<Time> {
    let text = text.trim();
    match times.form {
        TimeForm::Clock => clock(text).map(plain),
        TimeForm::Frames => {
            let (hours, minutes, seconds, frames) = timecode::numbers(text)?;
            of_frames(hours, minutes, seconds, frames, times)
        }
        TimeForm::Digits => {
            let [hours, minutes, seconds] = pairs(text)?;
            of_parts(hours, minutes, seconds).map(plain)
        }
        TimeForm::DigitFrames => {
            let [hours, minutes, seconds, frames] = pairs(text)?;
            of_frames(hours, minutes, seconds, frames, times)
        }
        TimeForm::Seconds => whole(text, HOURS * HOUR / SECOND).map(|seconds| plain(seconds * SECOND)),
        TimeForm::Milliseconds => whole(text, HOURS * HOUR).map(plain),
    }
}

fn plain(ms: i64) -> Time {
    Time { ms, high_frame: None }
}

fn of_frames(hours: i64, minutes: i64, seconds: i64, frames: i64, times: &Times) -> Option<Time> {
    of_parts(hours, minutes, seconds)?;
    let rate = times.rate();
    Some(Time {
        ms: rate.ms(rate.frame_of(hours, minutes, seconds, frames)),
        high_frame: (frames >= rate.labels()).then_some(frames),
    })
}

fn of_parts(hours: i64, minutes: i64, seconds: i64) -> Option<i64> {
    let good = (0..HOURS).contains(&hours) && (0..60).contains(&minutes) && (0..60).contains(&seconds);
    good.then_some(hours * HOUR + minutes * MINUTE + seconds * SECOND)
}

fn whole(text: &str, below: i64) -> Option<i64> {
    let good = (1..=12).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let number = good.then(|| text.parse().ok())??;
    (number < below).then_some(number)
}

/// `255704` as 25, 57, 04.
fn pairs<const N: usize>(text: &str) -> Option<[i64; N]> {
    let good = text.len() == 2 * N && text.bytes().all(|b| b.is_ascii_digit());
    if !good {
        return None;
    }
    let mut numbers = [0; N];
    for (at, number) in numbers.iter_mut().enumerate() {
        *number = text[2 * at..2 * at + 2].parse().ok()?;
    }
    Some(numbers)
}

/// `21:00`, `21:00:05`, `21:00:05.250`.
fn clock(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let mut parts = whole.split(':');
    let mut number = || -> Option<i64> {
        let part = parts.next()?;
        let good = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        good.then(|| part.parse().ok())?
    };
    let (hours, minutes) = (number()?, number()?);
    let seconds = match whole.matches(':').count() {
        1 => 0,
        2 => number()?,
        _ => return None,
    };
    let is_fraction = fraction.len() <= 9 && fraction.bytes().all(|b| b.is_ascii_digit());
    if !is_fraction || (fraction.is_empty() && whole.len() != text.len()) {
        return None;
    }
    let ms = format!("{fraction:0<3}")[..3].parse::<i64>().ok()?;
    Some(of_parts(hours, minutes, seconds)? + ms)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_form(text: &str, form: TimeForm, rate: Option<&str>) -> Option<i64> {
        let rate = rate.map(str::to_owned);
        time(text, &Times { form, rate }).map(|time| time.ms)
    }

    #[test]
    fn times_as_logs_write_them() {
        for (text, form, rate, is) in [
            ("21:00:05", TimeForm::Clock, None, Some(75_605_000)),
            ("25:30", TimeForm::Clock, None, Some(91_800_000)),
            ("00:00:01.25", TimeForm::Clock, None, Some(1_250)),
            ("9:05:00,1", TimeForm::Clock, None, Some(32_700_100)),
            ("255704", TimeForm::Digits, None, Some(93_424_000)),
            ("21000512", TimeForm::DigitFrames, None, Some(75_605_480)),
            ("21:00:05:12", TimeForm::Frames, Some("25"), Some(75_605_480)),
            ("01:00:00;00", TimeForm::Frames, Some("29.97"), Some(3_600_000)),
            ("00:01:00;02", TimeForm::Frames, Some("29.97"), Some(60_060)),
            ("75605000", TimeForm::Milliseconds, None, Some(75_605_000)),
            ("75605", TimeForm::Seconds, None, Some(75_605_000)),
        ] {
            assert_eq!(in_form(text, form, rate), is, "{text}");
        }
        for (text, form) in [
            ("21", TimeForm::Clock),
            ("21:60:00", TimeForm::Clock),
            ("48:00:00", TimeForm::Clock),
            ("21:00:00.", TimeForm::Clock),
            ("21:00:00:00", TimeForm::Clock),
            ("-1:00", TimeForm::Clock),
            ("25570", TimeForm::Digits),
            ("256004", TimeForm::Digits),
            ("2５5704", TimeForm::Digits),
            ("99:00:00:00", TimeForm::Frames),
            ("999999999", TimeForm::Milliseconds),
            ("", TimeForm::Seconds),
        ] {
            assert_eq!(in_form(text, form, None), None, "{text}");
        }
        let high = time(
            "21:00:00:26",
            &Times {
                form: TimeForm::Frames,
                rate: None,
            },
        );
        assert_eq!(high.and_then(|time| time.high_frame), Some(26));
    }

    #[test]
    fn dates_in_their_forms() {
        let date = |form: &str, text: &str| DatePattern::of(form)?.read(text).map(|date| date.to_string());
        for (form, text) in [
            ("YYYY-MM-DD", "2024-07-04"),
            ("DD.MM.YYYY", " 04.07.2024 "),
            ("D.M.YYYY", "4.7.2024"),
            ("DD/MM/YY", "4/7/24"),
            ("YYYYMMDD", "20240704"),
            ("DDMMYY", "040724"),
        ] {
            assert_eq!(date(form, text).as_deref(), Some("2024-07-04"), "{form} {text}");
        }
        for (form, text) in [
            ("DD.MM.YYYY", "31.02.2024"),
            ("DD.MM.YYYY", "04.07.24"),
            ("YYYYMMDD", "2024704"),
            ("DD.MM.YYYY", "04.07.2024 x"),
        ] {
            assert_eq!(date(form, text), None, "{form} {text}");
        }
        for wrong in ["", "YYYY", "DD.MM", "YYY-MM-DD", "YYYY-MM-DD-DD", "YYYYxMMxDD"] {
            assert_eq!(DatePattern::of(wrong), None, "{wrong}");
        }
        let find = |text: &str| {
            DatePattern::of("YYYYMMDD")
                .and_then(|form| form.find(text))
                .map(|date| date.to_string())
        };
        assert_eq!(find("khabar_20240704_final.log").as_deref(), Some("2024-07-04"));
        assert_eq!(find("khabar_1202407040.log"), None);
    }
}
