//! Every hard rule, passing and failing, as text: `check("khabar 2024-07-02 21:00 pool quotes/3/1.kk", "keeps")`.

use arna_domain::index::Index;
use arna_domain::instance::Instances;
use arna_domain::placed::{By, Placed, Showing};
use arna_domain::rules::{RULES, first_broken};
use arna_domain::{BroadcastDate, DateRange, GridTime, Station, Zones};

/// Two channels; a documentary that the first shows first, quotes that stand alone, a series in order. Slots stand on every
/// day: `<channel>-<hour>`, half an hour each, in Kazakh and Russian.
const STATION: &str = r#"{
  "format": "arna-station/1",
  "channels": [
    {"id": "cctv4", "name": "CCTV-4", "tz": "Asia/Shanghai", "day_start": "06:00"},
    {"id": "khabar", "name": "Khabar", "tz": "Asia/Almaty", "day_start": "06:00", "rating_hours": {"18+": ["23:00", "30:00"]}}
  ],
  "programmes": [
    {"id": "dream", "kind": "documentary", "title": {"en": "Dream"}, "order": "serial", "seasons": [{"id": "dream/1", "number": 1,
      "episodes": [{"id": "dream/1/1", "number": 1, "versions": [
        {"id": "dream/1/1.kk", "language": "kk", "duration_ms": 1500000},
        {"id": "dream/1/1.zh", "language": "zh", "duration_ms": 1500000}]}]}]},
    {"id": "quotes", "kind": "quotes", "title": {"en": "Quotes"}, "tags": ["light"], "max_per_day": 2,
      "seasons": [{"id": "quotes/3", "number": 3, "episodes": [
      {"id": "quotes/3/1", "number": 1, "rating": "0+", "versions": [
        {"id": "quotes/3/1.kk", "language": "kk", "duration_ms": 300000},
        {"id": "quotes/3/1.zh", "language": "zh", "duration_ms": 300000},
        {"id": "quotes/3/1.ru", "language": "ru", "duration_ms": 1800001}]},
      {"id": "quotes/3/2", "number": 2, "rating": "18+", "versions": [
        {"id": "quotes/3/2.kk", "language": "kk", "duration_ms": 600000}]}]}]}
  ],
  "licences": [
    {"id": "D", "programme": "dream", "from": "2024-07-01", "until": "2024-12-31"},
    {"id": "Q", "programme": "quotes", "channels": ["khabar"], "languages": ["kk", "ru"],
      "from": "2024-07-01", "until": "2024-07-10", "max_runs": 2, "rerun_hours": 2, "min_gap_hours": 5}
  ],
  "holdbacks": [{"season": "dream/1", "first_channel": "cctv4", "hours": 4}],
  "blackouts": [{"channel": "khabar", "from": "2024-07-03T18:00:00+05:00", "until": "2024-07-03T19:00:00+05:00", "tags": ["light"]}],
  "slots": [SLOTS]
}"#;

fn station() -> Station {
    let slot = |channel: &str, hour: u32| {
        format!(
            r#"{{"id": "{channel}-{hour:02}", "channel": "{channel}", "start": "{hour:02}:00", "length_min": 30,
                "languages": ["kk", "ru"], "fill": {{"pool": {{}}}}}}"#
        )
    };
    let slots: Vec<_> = ["cctv4", "khabar"]
        .iter()
        .flat_map(|channel| (6..30).map(move |hour| slot(channel, hour)))
        .collect();
    serde_json::from_str(&STATION.replace("SLOTS", &slots.join(","))).unwrap()
}

/// `khabar 2024-07-02 21:00 pool quotes/3/1.kk`, with `licence=Q` behind where one is named.
fn showing(index: &Index, instances: &Instances, text: &str) -> Showing {
    let mut words = text.split_whitespace();
    let mut word = || words.next().unwrap_or_else(|| panic!("too few words: {text}"));
    let (channel, date, time, by, version) = (word(), word(), word(), word(), word());
    let channel = index.channel(channel).unwrap();
    let date = BroadcastDate::parse(date).unwrap();
    let by = match by {
        "pool" => By::Pool,
        "sequel" => By::Sequel,
        "repeat" => By::Repeat,
        "late" => By::LateRepeat,
        "pin" => By::Pin,
        "aired" => By::History { moves_strand: true },
        other => panic!("no origin: {other}"),
    };
    let slot = format!("{}-{}", index.channels[channel.at()].id, &time[..2]);
    let in_slot = !matches!(by, By::Pin | By::History { .. });
    Showing {
        channel,
        date,
        start: index.channels[channel.at()]
            .clock
            .at(date, GridTime::parse(time).unwrap()),
        version: index.version(version).unwrap(),
        by,
        licence: words
            .next()
            .map(|named| index.licence(named.trim_start_matches("licence=")).unwrap()),
        instance: in_slot.then(|| instances.find(index.slot(&slot).unwrap(), date).unwrap()),
        source: None,
    }
}

/// Judges the last line after the others have been placed in order.
#[track_caller]
fn check(lines: &str, expected: &str) {
    let index = Index::of(&station(), &Zones::bundled()).unwrap();
    let range = DateRange::new(BroadcastDate::parse("2024-07-01").unwrap(), 14).unwrap();
    let (instances, _) = Instances::of(&index, range);
    let mut placed = Placed::new(&index, &instances);
    let lines: Vec<_> = lines.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let (last, before) = lines.split_last().unwrap();
    for line in before {
        let one = showing(&index, &instances, line);
        let charged = if one.licence.is_some() { one } else { placed.charge(one) };
        placed.place(charged);
    }
    let one = showing(&index, &instances, last);
    let one = if one.licence.is_some() { one } else { placed.charge(one) };
    let found = match first_broken(&placed, &one) {
        None => "keeps".to_owned(),
        Some((rule, grounds)) => {
            let values = grounds.values(&index, one.channel);
            let values: Vec<_> = values.iter().map(|(name, value)| format!("{name}={value}")).collect();
            format!("{} {}", rule.code, values.join(" "))
        }
    };
    let (code, values) = expected.split_once(' ').unwrap_or((expected, ""));
    assert_eq!(found.split(' ').next(), Some(code), "{last}: {found}");
    for value in values.split_whitespace() {
        assert!(found.contains(value), "{last}: {found} says nothing of {value}");
    }
}

#[test]
fn wrong_language() {
    check("khabar 2024-07-02 21:00 pool quotes/3/1.kk", "keeps");
    check(
        "khabar 2024-07-02 21:00 pool quotes/3/1.zh",
        r#"wrong_language language="zh" languages="kk,"#,
    );
    // Repeats and pins are not asked.
    check("cctv4 2024-07-02 21:00 repeat dream/1/1.zh", "keeps");
    check("cctv4 2024-07-02 21:00 pin dream/1/1.zh", "keeps");
}

#[test]
fn too_long() {
    check(
        "khabar 2024-07-02 21:00 pool quotes/3/1.ru",
        r#"too_long duration="30:01" room="30:00""#,
    );
    check("khabar 2024-07-02 21:00 pool quotes/3/1.kk", "keeps");
}

#[test]
fn not_licensed() {
    check("khabar 2024-07-10 21:00 pool quotes/3/1.kk", "keeps");
    check(
        "khabar 2024-07-11 21:00 pool quotes/3/1.kk",
        r#"not_licensed date="2024-07-11" until="2024-07-10""#,
    );
    check("cctv4 2024-07-02 21:00 pool quotes/3/1.kk", "not_licensed until=null");
    check(
        "khabar 2024-07-02 21:00 pin quotes/3/1.zh",
        r#"not_licensed language="zh""#,
    );
    // The broadcast date counts, not the calendar's: 29:00 on the 10th is the 11th.
    check("khabar 2024-07-10 29:00 pool quotes/3/1.kk", "keeps");
    check("khabar 2024-07-02 21:00 pin quotes/3/1.kk licence=D", "not_licensed");
}

#[test]
fn runs_exhausted() {
    let twice = "khabar 2024-07-01 10:00 pin quotes/3/1.kk
                 khabar 2024-07-02 10:00 pin quotes/3/1.kk";
    check(
        &format!("{twice}\nkhabar 2024-07-03 10:00 pool quotes/3/1.kk"),
        "runs_exhausted runs=3 max_runs=2",
    );
    check(
        &format!("{twice}\nkhabar 2024-07-03 10:00 pin quotes/3/1.kk licence=Q"),
        "runs_exhausted runs=3",
    );
    // Two hours after a run began belong to it, a minute more does not.
    check(
        &format!("{twice}\nkhabar 2024-07-02 12:00 repeat quotes/3/1.kk"),
        "keeps",
    );
    check(
        &format!("{twice}\nkhabar 2024-07-02 12:01 pin quotes/3/1.kk"),
        "runs_exhausted",
    );
    // Runs are counted by episode.
    check(&format!("{twice}\nkhabar 2024-07-03 23:00 pool quotes/3/2.kk"), "keeps");
}

#[test]
fn too_close() {
    let pool = "khabar 2024-07-02 10:00 pool quotes/3/1.kk";
    check(
        &format!("{pool}\nkhabar 2024-07-02 14:00 pool quotes/3/1.kk"),
        "too_close min_gap_hours=5 apart_hours=4",
    );
    check(&format!("{pool}\nkhabar 2024-07-02 15:00 pool quotes/3/1.kk"), "keeps");
    check(
        &format!("{pool}\nkhabar 2024-07-02 08:00 late quotes/3/1.kk"),
        "too_close",
    );
    check(
        "khabar 2024-07-02 10:00 pin quotes/3/1.kk\nkhabar 2024-07-02 12:00 pool quotes/3/1.kk",
        "too_close",
    );
    // It is about pools only.
    check(
        "khabar 2024-07-02 10:00 pin quotes/3/1.kk\nkhabar 2024-07-02 12:00 repeat quotes/3/1.kk",
        "keeps",
    );
}

#[test]
fn rating_hours() {
    check(
        "khabar 2024-07-02 22:00 pool quotes/3/2.kk",
        r#"rating_hours rating="18+" from="23:00" until="30:00""#,
    );
    check("khabar 2024-07-02 23:00 pool quotes/3/2.kk", "keeps");
    check("khabar 2024-07-02 29:50 pin quotes/3/2.kk", "keeps");
    check("khabar 2024-07-02 29:51 pin quotes/3/2.kk", "rating_hours");
    check("khabar 2024-07-02 12:00 pool quotes/3/1.kk", "keeps");
}

#[test]
fn held_back() {
    check(
        "khabar 2024-07-02 21:00 sequel dream/1/1.kk",
        r#"held_back first_channel="cctv4" hours=4 premiere=null"#,
    );
    // 20:00 in Shanghai is 17:00 in Almaty: four hours later it is 21:00.
    let first = "cctv4 2024-07-02 20:00 sequel dream/1/1.zh";
    check(
        &format!("{first}\nkhabar 2024-07-02 21:00 sequel dream/1/1.kk"),
        "keeps",
    );
    check(
        &format!("{first}\nkhabar 2024-07-02 20:00 sequel dream/1/1.kk"),
        "held_back premiere=",
    );
    check(
        "cctv4 2024-07-02 20:00 aired dream/1/1.zh\nkhabar 2024-07-03 10:00 sequel dream/1/1.kk",
        "keeps",
    );
    // A repeat is no first showing.
    check(
        "cctv4 2024-07-02 20:00 repeat dream/1/1.zh\nkhabar 2024-07-03 10:00 sequel dream/1/1.kk",
        "held_back",
    );
    check("cctv4 2024-07-02 20:00 sequel dream/1/1.kk", "keeps");
}

#[test]
fn blacked_out() {
    check("khabar 2024-07-03 18:00 pool quotes/3/1.kk", "blacked_out from=");
    check("khabar 2024-07-03 17:55 pin quotes/3/1.kk", "keeps");
    check("khabar 2024-07-03 17:56 pin quotes/3/1.kk", "blacked_out");
    check("khabar 2024-07-03 19:00 pool quotes/3/1.kk", "keeps");
    // Only what carries the tag is kept off.
    check(
        "cctv4 2024-07-02 20:00 aired dream/1/1.zh\nkhabar 2024-07-03 18:00 sequel dream/1/1.kk",
        "keeps",
    );
}

#[test]
fn day_limit() {
    let two = "khabar 2024-07-02 08:00 pool quotes/3/1.kk
               khabar 2024-07-02 23:00 pool quotes/3/2.kk";
    check(
        &format!("{two}\nkhabar 2024-07-02 16:00 pool quotes/3/1.kk"),
        "day_limit airings=3 max_per_day=2",
    );
    check(&format!("{two}\nkhabar 2024-07-03 08:00 pool quotes/3/1.kk"), "keeps");
    check(&format!("{two}\nkhabar 2024-07-02 09:00 repeat quotes/3/1.kk"), "keeps");
    // Repeats of pools do not count.
    let late = "khabar 2024-07-02 08:00 pool quotes/3/1.kk\nkhabar 2024-07-02 28:00 late quotes/3/2.kk";
    check(&format!("{late}\nkhabar 2024-07-02 16:00 pool quotes/3/1.kk"), "keeps");
}

#[test]
fn overlaps() {
    check(
        "khabar 2024-07-02 20:58 pin quotes/3/2.kk\nkhabar 2024-07-02 21:00 pool quotes/3/1.kk",
        "overlaps",
    );
    check(
        "khabar 2024-07-02 20:55 pin quotes/3/1.kk\nkhabar 2024-07-02 21:00 pin quotes/3/1.kk",
        "keeps",
    );
    check(
        "cctv4 2024-07-02 24:00 pin dream/1/1.zh\nkhabar 2024-07-02 21:00 pool quotes/3/1.kk",
        "keeps",
    );
}

#[test]
fn wrong_order() {
    check(
        "cctv4 2024-07-02 10:00 pool dream/1/1.kk",
        r#"wrong_order programme="dream""#,
    );
    check("cctv4 2024-07-02 10:00 sequel dream/1/1.kk", "keeps");
}

#[test]
fn the_table_lists_each_rule_once_and_every_rule_has_its_test() {
    let tests = include_str!("rules.rs");
    for rule in &RULES {
        assert_eq!(
            RULES.iter().filter(|other| other.code == rule.code).count(),
            1,
            "{}",
            rule.code
        );
        assert!(
            tests.contains(&format!("fn {}()", rule.code)),
            "{} has no test",
            rule.code
        );
    }
}
