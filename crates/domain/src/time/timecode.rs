//! Time codes (SMPTE ST 12-1): frames of a clock's day, by integer arithmetic.
//!
//! A whole number of frames a second labels a day without remainder. At 30000/1001 and 60000/1001 frames a second labels are
//! dropped so that every ten minutes the label and the clock are less than 0.6 ms apart; a time of day is counted from the
//! ten minutes before it, so that 21:00 is `21:00:00;00` and the error of a label is below a frame at any time of the day.

use serde::{Deserialize, Serialize};

/// Frames a second; 29.97 and 59.94 with dropped labels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FrameRate {
    /// 24.
    #[serde(rename = "24")]
    Fps24,
    /// 25.
    #[default]
    #[serde(rename = "25")]
    Fps25,
    /// 30000/1001.
    #[serde(rename = "29.97")]
    Drop2997,
    /// 30.
    #[serde(rename = "30")]
    Fps30,
    /// 60000/1001.
    #[serde(rename = "59.94")]
    Drop5994,
}

const TEN_MINUTES_MS: i64 = 600_000;

impl FrameRate {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Fps24, Self::Fps25, Self::Drop2997, Self::Fps30, Self::Drop5994];

    /// Its word: `25`, `29.97`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fps24 => "24",
            Self::Fps25 => "25",
            Self::Drop2997 => "29.97",
            Self::Fps30 => "30",
            Self::Drop5994 => "59.94",
        }
    }

    /// The rate of a word as files write it.
    pub fn parse(word: &str) -> Option<Self> {
        match word.trim() {
            "24" => Some(Self::Fps24),
            "25" => Some(Self::Fps25),
            "29.97" | "29.97DF" | "2997" => Some(Self::Drop2997),
            "30" => Some(Self::Fps30),
            "59.94" | "59.94DF" | "5994" => Some(Self::Drop5994),
            _ => None,
        }
    }

    /// Labels a second, but for those dropped.
    pub fn labels(self) -> i64 {
        match self {
            Self::Fps24 => 24,
            Self::Fps25 => 25,
            Self::Drop2997 | Self::Fps30 => 30,
            Self::Drop5994 => 60,
        }
    }

    /// Labels dropped a minute, but for every tenth.
    pub fn dropped(self) -> i64 {
        match self {
            Self::Drop2997 => 2,
            Self::Drop5994 => 4,
            Self::Fps24 | Self::Fps25 | Self::Fps30 => 0,
        }
    }

    /// Frames a second as a fraction.
    fn ratio(self) -> (i64, i64) {
        match self.dropped() {
            0 => (self.labels(), 1),
            _ => (self.labels() * 1_000, 1_001),
        }
    }

    /// Labels of ten minutes.
    fn labels_of_ten_minutes(self) -> i64 {
        self.labels() * 600 - self.dropped() * 9
    }

    /// Labels of a day.
    pub fn labels_of_day(self) -> i64 {
        self.labels_of_ten_minutes() * 144
    }

    /// The frame nearest to so many milliseconds after midnight.
    pub fn frame(self, ms: i64) -> i64 {
        let (frames, per) = self.ratio();
        let within = ms.rem_euclid(TEN_MINUTES_MS);
        let part = (2 * within * frames + 1_000 * per).div_euclid(2 * 1_000 * per);
        ms.div_euclid(TEN_MINUTES_MS) * self.labels_of_ten_minutes() + part
    }

    /// Milliseconds after midnight at a frame, rounded to the nearest.
    pub fn ms(self, frame: i64) -> i64 {
        let (frames, per) = self.ratio();
        let within = frame.rem_euclid(self.labels_of_ten_minutes());
        let part = (2 * within * 1_000 * per + frames).div_euclid(2 * frames);
        frame.div_euclid(self.labels_of_ten_minutes()) * TEN_MINUTES_MS + part
    }

    /// `21:00:00:00`; `21:00:00;00` where labels are dropped. Hours go on past 23.
    pub fn label(self, frame: i64) -> String {
        let sign = if self.dropped() == 0 { ':' } else { ';' };
        let ten = frame.div_euclid(self.labels_of_ten_minutes());
        let within = frame.rem_euclid(self.labels_of_ten_minutes());
        // The first minute of ten has all its labels.
        let minute = self.labels() * 60 - self.dropped();
        let minutes = (within - self.dropped()).max(0) / minute;
        let label = within + self.dropped() * minutes + ten * self.labels() * 600;
        let (seconds, frames) = (label / self.labels(), label % self.labels());
        format!(
            "{:02}:{:02}:{:02}{sign}{frames:02}",
            seconds / 3_600,
            seconds / 60 % 60,
            seconds % 60
        )
    }

    /// The frame of a label's numbers. A frame number past the last one of its second is the first of the next.
    pub fn frame_of(self, hours: i64, minutes: i64, seconds: i64, frames: i64) -> i64 {
        let label = ((hours * 60 + minutes) * 60 + seconds) * self.labels() + frames;
        let all_minutes = label.div_euclid(self.labels() * 60);
        let dropped = self.dropped() * (all_minutes - all_minutes.div_euclid(10));
        // A label that is dropped itself, `00:01:00;00`, is the first of its minute.
        let of_minute = label.rem_euclid(self.labels() * 60);
        let short = if all_minutes % 10 == 0 {
            0
        } else {
            (self.dropped() - of_minute).max(0)
        };
        label - dropped + short
    }
}

/// A span of so many milliseconds that begins so many after midnight, in frames: as many as lie between the labels of its ends,
/// so that spans which follow each other add up to the label of the last.
pub fn span(rate: FrameRate, from_ms: i64, lasts_ms: i64) -> i64 {
    rate.frame(from_ms + lasts_ms) - rate.frame(from_ms)
}

/// What a text says that has the form of a time code: `21:00:00:12`, `21:00:00;12`, `21:00:00.12`, or without frames.
pub fn numbers(text: &str) -> Option<(i64, i64, i64, i64)> {
    let mut parts = text.trim().split([':', ';', '.', ',']);
    let mut number = || -> Option<Option<i64>> {
        let Some(part) = parts.next() else { return Some(None) };
        let good = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        good.then(|| part.parse().ok())
    };
    let (hours, minutes, seconds) = (number()??, number()??, number()??);
    let frames = number()?.unwrap_or_default();
    (number()?.is_none() && minutes < 60 && seconds < 60).then_some((hours, minutes, seconds, frames))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::time::DAY;

    fn label(rate: FrameRate, ms: i64) -> String {
        rate.label(rate.frame(ms))
    }

    #[test]
    fn labels_known_from_the_standard() {
        assert_eq!(FrameRate::Drop2997.labels_of_day(), 2_589_408);
        assert_eq!(FrameRate::Drop5994.labels_of_day(), 5_178_816);
        assert_eq!(FrameRate::Fps25.labels_of_day(), 2_160_000);
        for (frame, is) in [
            (0, "00:00:00;00"),
            (1_799, "00:00:59;29"),
            (1_800, "00:01:00;02"),
            (17_981, "00:09:59;29"),
            (17_982, "00:10:00;00"),
            (107_892, "01:00:00;00"),
            (2_589_407, "23:59:59;29"),
        ] {
            assert_eq!(FrameRate::Drop2997.label(frame), is);
        }
        assert_eq!(FrameRate::Drop5994.label(3_600), "00:01:00;04");
        assert_eq!(FrameRate::Drop5994.label(3_599), "00:00:59;59");
    }

    #[test]
    fn the_clock_and_the_label_agree_all_day() {
        for rate in FrameRate::ALL {
            let last = if rate.dropped() == 0 {
                "23:59:59:00"
            } else {
                "23:59:59;00"
            };
            assert_eq!(label(rate, 86_399_000), last);
            for ten in 0..144 {
                let frame = rate.frame(ten * TEN_MINUTES_MS);
                assert_eq!(rate.ms(frame), ten * TEN_MINUTES_MS, "{rate:?}");
                assert!(rate.label(frame).ends_with("00"), "{rate:?}");
            }
        }
    }

    #[test]
    fn texts_of_many_hands() {
        assert_eq!(numbers("21:00:00:26"), Some((21, 0, 0, 26)));
        assert_eq!(numbers(" 21:00:00;02 "), Some((21, 0, 0, 2)));
        assert_eq!(numbers("00:01:00"), Some((0, 1, 0, 0)));
        for wrong in [
            "",
            "21:00",
            "21:60:00:00",
            "1:2:3:4:5",
            "aa:00:00:00",
            "-1:00:00:00",
            "123:00:00:00",
        ] {
            assert_eq!(numbers(wrong), None, "{wrong}");
        }
        assert_eq!(FrameRate::Fps25.frame_of(0, 0, 0, 26), 26);
        assert_eq!(FrameRate::Drop2997.frame_of(0, 1, 0, 0), 1_800, "a dropped label");
    }

    fn rates() -> impl Strategy<Value = FrameRate> {
        prop::sample::select(FrameRate::ALL.to_vec())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_frame_has_a_label_that_reads_back(rate in rates(), frame in 0_i64..6_000_000) {
            let (hours, minutes, seconds, frames) = numbers(&rate.label(frame)).unwrap_or_default();
            prop_assert_eq!(rate.frame_of(hours, minutes, seconds, frames), frame);
            prop_assert_eq!(rate.frame(rate.ms(frame)), frame);
        }

        #[test]
        fn a_label_is_less_than_a_frame_from_the_clock(rate in rates(), ms in 0_i64..DAY) {
            let back = rate.ms(rate.frame(ms));
            prop_assert!((back - ms).abs() * rate.labels() <= 1_000, "{} {}", back, ms);
        }

        #[test]
        fn a_label_never_goes_back(rate in rates(), ms in 0_i64..DAY, on in 0_i64..2_000) {
            prop_assert!(rate.frame(ms + on) >= rate.frame(ms));
        }

        #[test]
        fn spans_that_follow_each_other_add_up(rate in rates(), from in 0_i64..DAY, spans in prop::collection::vec(0_i64..7_200_000, 1..60)) {
            let (mut at, mut frames) = (from, rate.frame(from));
            for lasts in spans {
                frames += span(rate, at, lasts);
                at += lasts;
                prop_assert_eq!(frames, rate.frame(at));
            }
        }
    }
}
