//! Values as a person types them.

use arna_domain::id::LONGEST_ID;
use arna_domain::{BroadcastDate, Language, values};

use crate::failure::Failure;

/// A duration in milliseconds: `25:40` and `0:25:40`, `25` for minutes, `25′`.
///
/// # Errors
/// `bad_duration`.
pub fn duration_of(text: &str) -> Result<i64, Failure> {
    let bad = || Failure::new("bad_duration", values! { "found" => text.trim() });
    let trimmed = text.trim().trim_end_matches(['′', '\'']).trim();
    let number = |part: &str| -> Option<i64> {
        let digits = !part.is_empty() && part.len() <= 5 && part.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| part.parse().ok())?
    };
    let parts: Option<Vec<i64>> = trimmed.split(':').map(|part| number(part.trim())).collect();
    let seconds = match parts.ok_or_else(bad)?[..] {
        [minutes] => minutes * 60,
        [minutes, seconds] if seconds < 60 => minutes * 60 + seconds,
        [hours, minutes, seconds] if minutes < 60 && seconds < 60 => (hours * 60 + minutes) * 60 + seconds,
        _ => return Err(bad()),
    };
    let ms = seconds * 1_000;
    if (1..=arna_domain::time::DAY).contains(&ms) {
        Ok(ms)
    } else {
        Err(bad())
    }
}

/// An id: what documents accept as one.
///
/// # Errors
/// `bad_id`.
pub fn id_of(text: &str) -> Result<String, Failure> {
    let trimmed = text.trim();
    let good = !trimmed.is_empty() && trimmed.len() <= LONGEST_ID && !trimmed.chars().any(char::is_control);
    good.then(|| trimmed.to_owned())
        .ok_or_else(|| Failure::new("bad_id", values! { "found" => trimmed }))
}

pub(super) fn language_of(text: &str) -> Result<Language, Failure> {
    Language::parse(text.trim()).ok_or_else(|| Failure::new("bad_language", values! { "found" => text.trim() }))
}

pub(super) fn number_of(text: &str) -> Result<u32, Failure> {
    text.trim()
        .parse()
        .map_err(|_| Failure::new("bad_number", values! { "found" => text.trim() }))
}

pub(super) fn date_of(text: &str) -> Result<BroadcastDate, Failure> {
    BroadcastDate::parse(text.trim()).ok_or_else(|| Failure::new("bad_date", values! { "found" => text.trim() }))
}

/// Millionths of a degree from degrees, within a limit.
pub(super) fn degrees_of(text: &str, most: i32) -> Result<Option<i32>, Failure> {
    let trimmed = text.trim().replace(',', ".");
    if trimmed.is_empty() {
        return Ok(None);
    }
    let wrong = || Failure::new("bad_degrees", values! { "found" => text.trim() });
    let (sign, bare) = match trimmed.strip_prefix(['-', '−']) {
        Some(bare) => (-1, bare),
        None => (1, trimmed.as_str()),
    };
    let (whole, part) = bare.split_once('.').unwrap_or((bare, ""));
    let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || part.len() > 12 || !all_digits(whole) || !all_digits(part) {
        return Err(wrong());
    }
    let part: String = part.chars().chain("000000".chars()).take(6).collect();
    let udeg = whole.parse::<i32>().map_err(|_| wrong())? * 1_000_000 + part.parse::<i32>().map_err(|_| wrong())?;
    if udeg > most * 1_000_000 {
        return Err(wrong());
    }
    Ok(Some(sign * udeg))
}

/// A text; none where nothing is left of it.
pub(super) fn text_of(text: &str) -> Option<String> {
    let trimmed = text.trim();
    (!trimmed.is_empty()).then(|| trimmed.to_owned())
}

/// The parts of a list that commas divide.
pub(super) fn list_of(text: &str) -> Vec<String> {
    text.split([',', '，', ';']).filter_map(text_of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_as_people_type_them() {
        for (text, ms) in [
            ("25:40", 1_540_000),
            ("0:25:40", 1_540_000),
            ("25", 1_500_000),
            (" 90' ", 5_400_000),
        ] {
            assert_eq!(duration_of(text).ok(), Some(ms), "{text}");
        }
        for text in ["", "0", "25:60", "1:2:3:4", "abc", "-5", "25:00:00:00", "24:00:01"] {
            let refused = duration_of(text).err();
            assert_eq!(refused.map(|one| one.code).as_deref(), Some("bad_duration"), "{text}");
        }
    }

    #[test]
    fn degrees_keep_their_sign_and_their_limit() {
        assert_eq!(degrees_of("43.238", 90).ok().flatten(), Some(43_238_000));
        assert_eq!(degrees_of("-0,5", 90).ok().flatten(), Some(-500_000));
        assert_eq!(degrees_of("", 90).ok(), Some(None));
        assert!(degrees_of("91", 90).is_err() && degrees_of("1e2", 90).is_err());
    }
}
