//! A large station from a small one, as documents.

use serde_json::Value;

/// The station so many times: ids, kinds and tags of each copy are its own, so copies do not see each other.
pub fn side_by_side(document: &Value, times: usize) -> Value {
    let mut whole = copy(document, 0);
    for number in 1..times {
        let Value::Object(lists) = copy(document, number) else {
            continue;
        };
        for (name, list) in lists {
            if let (Value::Array(list), Some(own)) = (list, whole[&name].as_array_mut()) {
                own.extend(list);
            }
        }
    }
    whole
}

/// Names whose texts (or lists of texts) are ids, kinds or tags.
const NAMES: [&str; 24] = [
    "id",
    "kind",
    "kinds",
    "tags",
    "programme",
    "programmes",
    "season",
    "channel",
    "channels",
    "version",
    "licence",
    "of",
    "first_channel",
    "occasion",
    "place",
    "places",
    "quotations",
    "partners",
    "media",
    "campaign",
    "episode",
    "slot",
    "house_number",
    "source",
];

fn copy(value: &Value, number: usize) -> Value {
    match value {
        Value::Array(list) => list.iter().map(|one| copy(one, number)).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| {
                let renamed = NAMES.contains(&name.as_str()) && !(name == "kind" && is_set_kind(value));
                (
                    name.clone(),
                    if renamed {
                        rename(value, number)
                    } else {
                        copy(value, number)
                    },
                )
            })
            .collect::<serde_json::Map<_, _>>()
            .into(),
        other => other.clone(),
    }
}

/// Kinds that mean something to the planner, and those of a quotation's source, stay as they are.
fn is_set_kind(kind: &Value) -> bool {
    ["promo", "filler", "speech", "article", "conversation", "book"]
        .iter()
        .any(|set| kind == set)
}

fn rename(value: &Value, number: usize) -> Value {
    match value {
        Value::String(text) => format!("{text}~{number}").into(),
        Value::Array(list) => list.iter().map(|one| rename(one, number)).collect(),
        other => copy(other, number),
    }
}
