//! What a territory's law asks of the languages on air, step by step.

use arna_domain::BroadcastDate;

/// A share of a week's airtime that a law asks for from a date on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LawStep {
    /// The language.
    pub language: &'static str,
    /// In percent.
    pub percent: u8,
    /// From this date; none: until the next step.
    pub from: Option<(i32, u32, u32)>,
}

impl LawStep {
    /// The date from which it holds.
    pub fn date(&self) -> Option<BroadcastDate> {
        let (year, month, day) = self.from?;
        BroadcastDate::new(year, month, day)
    }
}

/// Kazakhstan's shares of the state language in a week's airtime: the Law on Television and Radio Broadcasting as changed in
/// 2024, half until then.
const KAZAKHSTAN: [LawStep; 3] = [
    LawStep {
        language: "kk",
        percent: 50,
        from: None,
    },
    LawStep {
        language: "kk",
        percent: 55,
        from: Some((2025, 1, 1)),
    },
    LawStep {
        language: "kk",
        percent: 60,
        from: Some((2027, 1, 1)),
    },
];

/// What the law of a territory asks for, in the order of time; nothing where no law is known.
pub fn steps(territory: Option<&str>) -> &'static [LawStep] {
    match territory {
        Some("KZ") => &KAZAKHSTAN,
        _ => &[],
    }
}

/// The step that holds on a date.
pub fn on(territory: Option<&str>, date: BroadcastDate) -> Option<&'static LawStep> {
    let holds = |step: &&LawStep| step.date().is_none_or(|from| from <= date);
    steps(territory).iter().rev().find(holds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_holds_from_its_date_until_the_next() {
        let percent = |date: &str| on(Some("KZ"), BroadcastDate::parse(date)?).map(|step| step.percent);
        for (date, wanted) in [
            ("2024-12-31", 50),
            ("2025-01-01", 55),
            ("2026-12-31", 55),
            ("2027-01-01", 60),
        ] {
            assert_eq!(percent(date), Some(wanted), "{date}");
        }
        assert_eq!(on(Some("CN"), BroadcastDate::from_days_since_epoch(0)), None);
    }
}
