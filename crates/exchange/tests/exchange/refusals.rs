//! What documents are refused for: `PATH CODE VALUES`, and where.

use std::fmt::Write as _;

use arna_exchange::{ReadError, plan_json, station_json};
use serde_json::{Map, Value};

use crate::fixture;

/// `path code name=value …`; the path `-` is the document itself.
fn said(error: &ReadError) -> String {
    let path = if error.path.is_empty() { "-" } else { &error.path };
    let mut said = format!("{path} {}", error.code);
    for (name, value) in &error.values {
        write!(said, " {name}={value}").unwrap();
    }
    said
}

fn refusal(text: &[u8]) -> ReadError {
    station_json::read(text).expect_err("it should be refused")
}

const SMALL: &str = r#"{
  "format": "arna-station/1",
  "channels": [{"id": "khabar.kz", "name": "Khabar", "tz": "Asia/Almaty", "day_start": "06:00"}],
  "programmes": [{"id": "p", "kind": "film", "title": {"en": "P"}, "seasons": []}],
  "licences": [{"id": "L1", "programme": "p", "from": "2024-07-01", "until": "2024-12-31"}],
  "slots": [{"id": "s", "channel": "khabar.kz", "start": "21:00", "length_min": 30, "fill": {"hold": {"title": "News"}}}],
  "pins": [{"channel": "khabar.kz", "start": "2024-07-02T21:00:00+05:00", "version": "v"}]
}"#;

/// What stands in the small document, what takes its place, what is said then.
const TABLE: &[(&str, &str, &str)] = &[
    // The form.
    (
        "arna-station/1",
        "arna-station/2",
        r#"format unknown_format format="arna-station/2" known="arna-station/1""#,
    ),
    (
        "arna-station/1",
        "arna-plan/1",
        r#"format unknown_format format="arna-plan/1" known="arna-station/1""#,
    ),
    (r#""arna-station/1""#, "1", r#"format bad_value found="1,""#),
    (r#""format": "arna-station/1","#, "", r#"- missing_field name="format""#),
    // Fields.
    (
        r#""name": "Khabar""#,
        r#""name": "Khabar", "nmae": 1"#,
        r#"channels[0] unknown_field name="nmae" known="id, name, tz, day_start, territory, rating_hours, quotas""#,
    ),
    (
        r#""slots":"#,
        r#""slotz":"#,
        r#"- unknown_field name="slotz" known="format, about, channels, programmes, licences, holdbacks, blackouts, slots, campaigns, campaign_targets, fillers, pins, history, occasions, places, quotations, partners, media, receivers, schedule""#,
    ),
    (
        r#""programme": "p", "#,
        "",
        r#"licences[0] missing_field name="programme""#,
    ),
    (
        r#""title": "News""#,
        r#""titel": "News""#,
        r#"slots[0].fill.hold unknown_field name="titel" known="title, language""#,
    ),
    (
        r#""hold": {"title": "News"}"#,
        r#""held": {}"#,
        r#"slots[0].fill unknown_word found="held" known="sequel, repeat, pool, hold""#,
    ),
    (
        r#""hold": {"title": "News"}"#,
        r#""hold": {"title": "News"}, "pool": {}"#,
        "slots[0].fill not_one_member",
    ),
    (r#"{"hold": {"title": "News"}}"#, "{}", "slots[0].fill not_one_member"),
    (
        r#"{"hold": {"title": "News"}}"#,
        r#""hold""#,
        r#"slots[0].fill.hold wrong_type found="text" wanted="object""#,
    ),
    (
        r#""name": "Khabar""#,
        r#""name": "Khabar", "name": "Khabar""#,
        r#"channels[0] duplicate_key name="name""#,
    ),
    (
        r#""title": {"en": "P"}"#,
        r#""title": {"en": "P", "en": "Q"}"#,
        r#"programmes[0].title duplicate_key name="en""#,
    ),
    (
        r#""slots": ["#,
        r#""channels": [], "slots": ["#,
        r#"- duplicate_key name="channels""#,
    ),
    // Types.
    (
        r#""tz": "Asia/Almaty""#,
        r#""tz": 5"#,
        r#"channels[0].tz wrong_type found="5" wanted="text""#,
    ),
    (
        r#""tz": "Asia/Almaty""#,
        r#""tz": null"#,
        r#"channels[0].tz wrong_type found="null" wanted="text""#,
    ),
    (
        r#""length_min": 30"#,
        r#""length_min": "30""#,
        r#"slots[0].length_min wrong_type found="\"30\"" wanted="u32""#,
    ),
    (
        r#""length_min": 30"#,
        r#""length_min": 30.5"#,
        r#"slots[0].length_min wrong_type found="30.5" wanted="u32""#,
    ),
    (
        r#""length_min": 30"#,
        r#""length_min": -30"#,
        r#"slots[0].length_min out_of_range found="-30" wanted="u32""#,
    ),
    (
        r#""length_min": 30"#,
        r#""length_min": 4294967296"#,
        r#"slots[0].length_min out_of_range found="4294967296" wanted="u32""#,
    ),
    (
        r#""length_min": 30"#,
        r#""length_min": 1e999"#,
        r#"slots[0].length_min out_of_range found="1e999" wanted="number""#,
    ),
    (
        r#""length_min": 30"#,
        r#""length_min": 30, "days": "mon""#,
        r#"slots[0].days wrong_type found="\"mon\"" wanted="list""#,
    ),
    (
        r#""length_min": 30"#,
        r#""length_min": 30, "days": ["mon", "monday"]"#,
        r#"slots[0].days[1] unknown_word found="monday" known="mon, tue, wed, thu, fri, sat, sun""#,
    ),
    (
        r#""day_start": "06:00""#,
        r#""day_start": "06:00", "rating_hours": {"18+": ["23:00"]}"#,
        r#"channels[0].rating_hours.18+ wrong_length found="1" wanted="2""#,
    ),
    (
        r#""day_start": "06:00""#,
        r#""day_start": "06:00", "rating_hours": {"18+": ["23:00", "24:00", "25:00"]}"#,
        r#"channels[0].rating_hours.18+ bad_value found="\"25:00\"]}}],""#,
    ),
    (
        r#""licences": ["#,
        r#""licences": [[], "#,
        r#"licences[0] wrong_type found="list" wanted="object""#,
    ),
    (
        r#""seasons": []"#,
        r#""seasons": {}"#,
        r#"programmes[0].seasons wrong_type found="object" wanted="list""#,
    ),
    // Texts with a form.
    (
        r#""from": "2024-07-01""#,
        r#""from": "2024-02-30""#,
        r#"licences[0].from bad_date found="2024-02-30""#,
    ),
    (
        r#""from": "2024-07-01""#,
        r#""from": "2023-02-29""#,
        r#"licences[0].from bad_date found="2023-02-29""#,
    ),
    (
        r#""from": "2024-07-01""#,
        r#""from": "1.7.2024""#,
        r#"licences[0].from bad_date found="1.7.2024""#,
    ),
    (
        r#""from": "2024-07-01""#,
        r#""from": "0000-01-01""#,
        r#"licences[0].from bad_date found="0000-01-01""#,
    ),
    (
        r#""from": "2024-07-01""#,
        r#""from": """#,
        r#"licences[0].from bad_date found="""#,
    ),
    (
        r#""day_start": "06:00""#,
        r#""day_start": "6:00""#,
        r#"channels[0].day_start bad_grid_time found="6:00""#,
    ),
    (
        r#""start": "21:00""#,
        r#""start": "48:01""#,
        r#"slots[0].start bad_grid_time found="48:01""#,
    ),
    (
        r#""start": "21:00""#,
        r#""start": "21:60""#,
        r#"slots[0].start bad_grid_time found="21:60""#,
    ),
    (
        "2024-07-02T21:00:00+05:00",
        "2024-07-02T21:00:00",
        r#"pins[0].start bad_instant found="2024-07-02T21:00:00""#,
    ),
    (
        "2024-07-02T21:00:00+05:00",
        "2024-07-02T21:00:00.0001+05:00",
        r#"pins[0].start bad_instant found="2024-07-02T21:00:00.0001+05:00""#,
    ),
    (
        "2024-07-02T21:00:00+05:00",
        "2024-06-31T21:00:00+05:00",
        r#"pins[0].start bad_instant found="2024-06-31T21:00:00+05:00""#,
    ),
    (
        r#"{"en": "P"}"#,
        r#"{"English": "P"}"#,
        r#"programmes[0].title.English bad_language found="English""#,
    ),
    (
        r#"{"en": "P"}"#,
        r#"{"en": 1}"#,
        r#"programmes[0].title.en wrong_type found="1" wanted="text""#,
    ),
    (r#""id": "L1""#, r#""id": """#, r#"licences[0].id bad_id found="""#),
    (
        r#""id": "L1""#,
        r#""id": "L\u0000""#,
        r#"licences[0].id bad_id found="L\\0""#,
    ),
    // No JSON.
    (
        r#""pins": ["#,
        r#""pins": [,"#,
        r#"pins[0] not_json text=",{\"channel\": \"khabar""#,
    ),
    (
        "\"Khabar\"",
        "'Khabar'",
        r#"channels[0].name not_json text="'Khabar', \"tz\": \"Asi""#,
    ),
    (
        "\"Khabar\"",
        "\"Kha\tbar\"",
        r#"channels[0].name not_json text="\tbar\", \"tz\": \"Asia/A""#,
    ),
    (
        "\"Khabar\"",
        r#""\ud800""#,
        r#"channels[0].name not_json text="\", \"tz\": \"Asia/Almat""#,
    ),
    ("\"slots\"", "// grid\n\"slots\"", r#"- not_json text="// grid""#),
    (
        "\"length_min\": 30",
        "\"length_min\": NaN",
        r#"slots[0].length_min not_json text="NaN, \"fill\": {\"hold\"""#,
    ),
    (
        "\"length_min\": 30",
        "\"length_min\": 030",
        r#"slots[0].length_min not_json text="30, \"fill\": {\"hold\":""#,
    ),
];

#[test]
fn a_document_is_refused_with_path_code_and_values() {
    let mut wrong = String::new();
    for &(stands, instead, expected) in TABLE {
        let at = SMALL
            .find(stands)
            .unwrap_or_else(|| panic!("{stands} is not in the document"));
        let text = format!("{}{instead}{}", &SMALL[..at], &SMALL[at + stands.len()..]);
        let found = station_json::read(text.as_bytes()).map_or_else(|error| said(&error), |_| "read".to_owned());
        if found != expected {
            writeln!(wrong, "{instead}\n  expected {expected}\n  found    {found}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(station_json::read(SMALL.as_bytes()).is_ok());
}

#[test]
fn a_refusal_names_line_and_column() {
    let at = |stands: &str, instead: &str| {
        let error = refusal(SMALL.replacen(stands, instead, 1).as_bytes());
        (error.line, error.column)
    };
    // The end of the text that is refused.
    let line = SMALL.lines().nth(4).unwrap();
    assert_eq!(
        at(r#""from": "2024-07-01""#, r#""from": "2024-02-30""#),
        (5, line.find(", \"until\"").unwrap())
    );
    assert_eq!(at("arna-station/1", "arna-station/9"), (2, 13));
    let duplicate = r#""name": "Khabar", "name""#;
    let line = SMALL.lines().nth(2).unwrap().replacen(r#""name""#, duplicate, 1);
    assert_eq!(
        at(r#""name""#, duplicate),
        (3, line.find(duplicate).unwrap() + duplicate.len())
    );
}

#[test]
fn what_is_no_document_at_all_is_refused() {
    for (text, expected) in [
        (&b""[..], "- cut_short"),
        (b"  \n", "- cut_short"),
        (b"null", r#"- wrong_type found="null" wanted="object""#),
        (b"[]", r#"- wrong_type found="list" wanted="object""#),
        (
            b"\"arna-station/1\"",
            r#"- wrong_type found="\"arna-station/1\"" wanted="object""#,
        ),
        (b"{}", r#"- missing_field name="format""#),
        (b"<tv/>", r#"- not_json text="<tv/>""#),
        (b"SQLite format 3\0", r#"- not_json text="SQLite format 3\u0000""#),
        (b"{\"format\": \"arna-station/1\xff\"}", "- not_utf8 byte=255"),
        (b"\xff\xfe{\0", "- not_utf8 byte=255"),
    ] {
        assert_eq!(said(&refusal(text)), expected, "{}", String::from_utf8_lossy(text));
    }
    let trailing = format!("{SMALL} {{}}");
    assert_eq!(said(&refusal(trailing.as_bytes())), r#"- trailing_text text="{}""#);
}

#[test]
fn a_document_a_million_deep_is_refused() {
    for (open, expected) in [
        ("[", "too_deep"),
        (r#"{"channels":"#, "too_deep"),
        (r#"{"a":[{"b":"#, "too_deep"),
    ] {
        let text = open.repeat(1_000_000);
        let error = refusal(text.as_bytes());
        assert_eq!((error.code, error.values["most"].as_u64()), (expected, Some(128)));
        assert!(error.path.len() < 4_000, "{}", error.path.len());
        assert_eq!(plan_json::read(text.as_bytes()).unwrap_err().code, expected);
    }
}

#[test]
fn a_document_cut_anywhere_is_refused() {
    let text = fixture::TEXT.trim_end().as_bytes();
    for length in (0..text.len()).step_by(7).chain(text.len() - 20..text.len()) {
        let error = refusal(&text[..length]);
        // A cut within a character is no UTF-8.
        assert!(["cut_short", "not_utf8"].contains(&error.code), "{length}: {error}");
    }
}

#[test]
fn a_name_as_long_as_the_document_is_cut_short() {
    let name = "ж".repeat(100_000);
    let document = format!(r#"{{"format": "arna-station/1", "channels": [{{"{name}": 1}}]}}"#);
    let error = refusal(document.as_bytes());
    assert_eq!((error.path.as_str(), error.code), ("channels[0]", "unknown_field"));
    let long = format!(r#"{{"format": "arna-station/1", "about": {{"name": {{"{name}": 1}}}}}}"#);
    let error = refusal(long.as_bytes());
    assert!(error.path.chars().count() < 200, "{}", error.path.len());
}

#[test]
fn an_unknown_field_is_refused_wherever_it_stands() {
    let document: Value = serde_json::from_str(fixture::TEXT).unwrap();
    let mut places = Vec::new();
    objects(String::new(), &document, &mut places);
    assert!(places.len() > 75, "{}", places.len());
    for path in places {
        let mut changed = document.clone();
        object_at(&mut changed, &path).insert("zzzz".into(), Value::Null);
        let error = refusal(serde_json::to_string(&changed).unwrap().as_bytes());
        assert_eq!(
            (error.path.as_str(), error.code, error.values["name"].as_str()),
            (path.as_str(), "unknown_field", Some("zzzz"))
        );
    }
}

/// The paths of every object that has fields, not names of the document's own choice.
fn objects(path: String, value: &Value, found: &mut Vec<String>) {
    const OWN_NAMES: [&str; 6] = ["title", "name", "notes", "synopsis", "text", "rating_hours"];
    match value {
        Value::Object(fields) => {
            if OWN_NAMES.contains(&path.rsplit('.').next().unwrap()) {
                return;
            }
            for (name, value) in fields {
                objects(
                    if path.is_empty() {
                        name.clone()
                    } else {
                        format!("{path}.{name}")
                    },
                    value,
                    found,
                );
            }
            // What chooses among words (`fill`, `of`, `to`, `sign_in`, a receiver's file) has one field and complains of a second in
            // its own way.
            let name = path.rsplit('.').next().unwrap();
            if !["fill", "of", "to", "sign_in"].contains(&name) && !name.starts_with("files[") {
                found.push(path);
            }
        }
        Value::Array(list) => {
            for (at, value) in list.iter().enumerate() {
                objects(format!("{path}[{at}]"), value, found);
            }
        }
        _ => {}
    }
}

fn object_at<'a>(document: &'a mut Value, path: &str) -> &'a mut Map<String, Value> {
    let pointer: String = path
        .split(['.', '['])
        .filter(|step| !step.is_empty())
        .map(|step| format!("/{}", step.trim_end_matches(']')))
        .collect();
    document.pointer_mut(&pointer).unwrap().as_object_mut().unwrap()
}
