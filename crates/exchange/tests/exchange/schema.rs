//! The JSON Schema of `arna-station/1` is made from the domain's types; the committed file is what they say.

use std::collections::BTreeSet;
use std::fs;

use arna_domain::Station;
use arna_exchange::station_json;
use serde_json::{Map, Value, json};

use crate::fixture;

const FILE: &str = "docs/station.schema.json";

fn schema() -> Value {
    let made = schemars::schema_for!(Station).to_value();
    let fields = made.as_object().unwrap();
    let mut schema = Map::new();
    schema.insert("$schema".into(), fields["$schema"].clone());
    schema.insert("title".into(), json!("arna-station/1"));
    schema.insert("description".into(), fields["description"].clone());
    // What tells what the document is comes first; `title` is the type's name.
    schema.extend(
        fields
            .iter()
            .filter(|(name, _)| *name != "title")
            .map(|(name, value)| (name.clone(), value.clone())),
    );
    schema.into()
}

#[test]
fn the_committed_schema_is_what_the_types_say() {
    let path = fixture::root().join(FILE);
    let text = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if fixture::is_update() {
        fs::write(&path, &text).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == text, "{FILE} is stale: UPDATE=1 rewrites it");
}

#[test]
fn the_fixture_fits_the_schema_and_uses_all_of_it() {
    let schema = schema();
    let mut used = BTreeSet::new();
    let document: Value = serde_json::from_str(fixture::TEXT).unwrap();
    fits(&document, &schema, &schema, "", "Station", &mut used).unwrap();
    let mut all = BTreeSet::new();
    fields(&schema, "Station", &mut all);
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        fields(definition, name, &mut all);
    }
    assert!(all.len() > 100, "{all:?}");
    assert_eq!(used, all, "the fixture is to use every field and word");
}

#[test]
fn what_reading_refuses_the_schema_refuses() {
    let schema = schema();
    for (pointer, value) in [
        ("/remarks", json!(1)),
        ("/channels/0/nmae", json!("")),
        ("/channels/0/tz", json!(1)),
        ("/channels/1/rating_hours/16+", json!(["21:00"])),
        ("/channels/1/day_start", json!("6:00")),
        ("/slots/0/days/0", json!("monday")),
        ("/slots/0/fill", json!({ "held": {} })),
        ("/programmes/0/order", json!("random")),
        ("/programmes/0/title/English", json!("Bond")),
    ] {
        let mut document: Value = serde_json::from_str(fixture::TEXT).unwrap();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        match document.pointer_mut(parent).unwrap() {
            Value::Array(list) => list[name.parse::<usize>().unwrap()] = value,
            object => object[name] = value,
        }
        assert!(
            fits(&document, &schema, &schema, "", "Station", &mut BTreeSet::new()).is_err(),
            "{pointer}"
        );
        assert!(
            station_json::read(document.to_string().as_bytes()).is_err(),
            "{pointer}"
        );
    }
}

#[test]
fn the_page_about_the_document_is_true() {
    let page = fs::read_to_string(fixture::root().join("docs/STATION-JSON.md")).unwrap();
    let (_, rest) = page.split_once("```json\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    fixture::index(&station_json::read(example.as_bytes()).unwrap());
    let schema = schema();
    let mut all = BTreeSet::new();
    fields(&schema, "Station", &mut all);
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        fields(definition, name, &mut all);
    }
    let words: BTreeSet<_> = page.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).collect();
    let untold: Vec<_> = all
        .iter()
        .filter(|one| !one.starts_with("Format="))
        .filter(|one| {
            let word = one.rsplit(['.', '=']).next().unwrap();
            !words.contains(word) && !page.contains(&format!("\"{word}\""))
        })
        .collect();
    assert!(untold.is_empty(), "{untold:?}");
}

/// The fields and words of a definition: `Slot.days`, `Weekday=mon`.
fn fields(schema: &Value, name: &str, found: &mut BTreeSet<String>) {
    if let Some(properties) = schema["properties"].as_object() {
        found.extend(properties.keys().map(|field| format!("{name}.{field}")));
    }
    for word in [&schema["const"]]
        .into_iter()
        .chain(schema["enum"].as_array().into_iter().flatten())
    {
        if let Some(word) = word.as_str() {
            found.insert(format!("{name}={word}"));
        }
    }
    for one in schema["oneOf"].as_array().into_iter().flatten() {
        fields(one, name, found);
    }
}

/// So much of JSON Schema as ours uses: a value against a definition, noting the fields and words used.
fn fits(
    value: &Value,
    schema: &Value,
    root: &Value,
    path: &str,
    name: &str,
    used: &mut BTreeSet<String>,
) -> Result<(), String> {
    let refuse = |why: &str| Err(format!("{path}: {why}: {value}"));
    if let Some(reference) = schema["$ref"].as_str() {
        let name = reference.rsplit('/').next().unwrap();
        fits(value, &root["$defs"][name], root, path, name, used)?;
    }
    if let Some(choices) = schema.get("oneOf").or(schema.get("anyOf")).and_then(Value::as_array) {
        let fitting = choices.iter().find_map(|choice| {
            let mut own = BTreeSet::new();
            fits(value, choice, root, path, name, &mut own).is_ok().then_some(own)
        });
        used.extend(fitting.ok_or(format!("{path}: no choice fits: {value}"))?);
    }
    if !schema["const"].is_null() && &schema["const"] != value {
        return refuse("another word");
    }
    if schema["enum"].as_array().is_some_and(|words| !words.contains(value)) {
        return refuse("none of the words");
    }
    if let Some(word) = value.as_str()
        && !(schema["const"].is_null() && schema["enum"].is_null())
    {
        used.insert(format!("{name}={word}"));
    }
    let types: Vec<_> = match &schema["type"] {
        Value::String(one) => vec![one.as_str()],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let is = |wanted: &str| match wanted {
        "integer" => value.is_i64() || value.is_u64(),
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("{path}: the type {other} is new here"),
    };
    if !types.is_empty() && !types.iter().any(|wanted| is(wanted)) {
        return refuse("wrong type");
    }
    if let Some(pattern) = schema["pattern"].as_str() {
        let text = value.as_str().unwrap_or_default();
        let good = if pattern.contains("48:00") {
            arna_domain::GridTime::parse(text).is_some()
        } else {
            arna_domain::Language::parse(text).is_some()
        };
        if !good {
            return refuse("another form");
        }
    }
    match value {
        Value::Object(fields) => {
            for required in schema["required"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
            {
                if !fields.contains_key(required) {
                    return refuse(required);
                }
            }
            for (field, inner) in fields {
                let path = format!("{path}.{field}");
                if let Some(known) = schema["properties"].get(field) {
                    used.insert(format!("{name}.{field}"));
                    fits(inner, known, root, &path, name, used)?;
                } else if let Some(patterns) = schema["patternProperties"].as_object() {
                    let known = patterns
                        .values()
                        .next()
                        .filter(|_| arna_domain::Language::parse(field).is_some());
                    fits(
                        inner,
                        known.ok_or(format!("{path}: no language"))?,
                        root,
                        &path,
                        name,
                        used,
                    )?;
                } else if schema["additionalProperties"] == json!(false) {
                    return Err(format!("{path}: unknown"));
                } else if schema["additionalProperties"].is_object() {
                    fits(inner, &schema["additionalProperties"], root, &path, name, used)?;
                }
            }
        }
        Value::Array(list) => {
            let first = schema["prefixItems"].as_array().map_or(&[][..], Vec::as_slice);
            let length = |bound: &str| schema[bound].as_u64().and_then(|length| usize::try_from(length).ok());
            if length("minItems").is_some_and(|least| list.len() < least)
                || length("maxItems").is_some_and(|most| list.len() > most)
            {
                return refuse("wrong length");
            }
            for (at, inner) in list.iter().enumerate() {
                let known = first.get(at).unwrap_or(&schema["items"]);
                fits(inner, known, root, &format!("{path}[{at}]"), name, used)?;
            }
        }
        _ => {}
    }
    Ok(())
}
