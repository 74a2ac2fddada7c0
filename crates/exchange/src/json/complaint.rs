//! What the types refuse, as a code with values. The JSON library says it in prose only, whose beginnings are these; a test
//! beside each document's reader holds them fast.

use arna_domain::Values;
use arna_domain::values;
use serde_path_to_error::{Error, Segment};

use crate::ReadError;

/// The beginnings of what the domain's types say.
const OWN: [(&str, &str); 5] = [
    ("an id of ", "bad_id"),
    ("a date such as ", "bad_date"),
    ("a grid time ", "bad_grid_time"),
    ("an instant with ", "bad_instant"),
    ("a language tag ", "bad_language"),
];

pub(super) fn of(error: &Error<serde_json::Error>, text: &str) -> ReadError {
    let (line, column) = (error.inner().line(), error.inner().column());
    let prose = error.inner().to_string();
    let prose = prose
        .rsplit_once(" at line ")
        .map_or(prose.as_str(), |(prose, _)| prose);
    let mut path = error.path().to_string();
    if path == "." {
        path.clear();
    }
    let (code, values) = code_of(prose).unwrap_or_else(|| {
        let near = super::near(text, line, column);
        // What is one of several things, such as what fills a slot, is an object of one member; this one ends too soon or too late.
        if near.starts_with('}') {
            ("not_one_member", values! {})
        } else {
            ("bad_value", values! { "found" => near })
        }
    });
    // The path of an unknown name ends in it, of a missing one in the object that lacks it; both are told in the values.
    if let ("unknown_field", Some(name)) = (code, values.get("name").and_then(|name| name.as_str())) {
        let object = path
            .strip_suffix(name)
            .or_else(|| path.strip_suffix(whole_last(error)?))
            .map(|object| object.trim_end_matches('.').to_owned());
        path = object.unwrap_or(path);
    }
    // A name may be as long as the document.
    let parts: Vec<String> = path.split('.').map(short).collect();
    ReadError {
        path: parts.join("."),
        line,
        column,
        code,
        values,
    }
}

/// The last name of the path, however long.
fn whole_last(error: &Error<serde_json::Error>) -> Option<&str> {
    match error.path().iter().next_back()? {
        Segment::Map { key } => Some(key),
        _ => None,
    }
}

fn code_of(prose: &str) -> Option<(&'static str, Values)> {
    if let Some(rest) = prose.strip_prefix("unknown field ") {
        return Some((
            "unknown_field",
            values! { "name" => quoted(rest)?, "known" => known(rest) },
        ));
    }
    if let Some(rest) = prose.strip_prefix("missing field ") {
        return Some(("missing_field", values! { "name" => quoted(rest)? }));
    }
    if let Some(rest) = prose.strip_prefix("unknown variant ") {
        return Some((
            "unknown_word",
            values! { "found" => quoted(rest)?, "known" => known(rest) },
        ));
    }
    let beginnings = [
        ("invalid type: ", "wrong_type"),
        ("invalid value: ", "out_of_range"),
        ("invalid length ", "wrong_length"),
    ];
    for (beginning, code) in beginnings {
        if let Some(rest) = prose.strip_prefix(beginning) {
            let (found, wanted) = rest.rsplit_once(", expected ")?;
            return Some((
                code,
                values! { "found" => found_word(found), "wanted" => wanted_word(wanted) },
            ));
        }
    }
    if prose.starts_with("number out of range") {
        return Some(("out_of_range", values! { "found" => "", "wanted" => "" }));
    }
    let code = OWN.iter().find(|(beginning, _)| prose.starts_with(beginning))?.1;
    let found = prose.split_once(", not ").map_or("", |(_, found)| found);
    let found = found
        .strip_prefix('"')
        .and_then(|found| found.strip_suffix('"'))
        .unwrap_or(found);
    Some((code, values! { "found" => short(found) }))
}

/// What was found: a value as JSON writes it, or `object`, `list`.
fn found_word(prose: &str) -> String {
    let literal = ["integer ", "floating point ", "boolean "]
        .iter()
        .find_map(|kind| prose.strip_prefix(kind));
    match prose {
        "map" => "object".to_owned(),
        "sequence" => "list".to_owned(),
        "unit variant" => "text".to_owned(),
        _ => short(literal.map_or(prose.trim_start_matches("string "), |literal| literal.trim_matches('`'))),
    }
}

/// What was wanted: `text`, `boolean`, `list`, `object`; a whole number as `u8` to `i64`; the number wanted of members, or at most.
fn wanted_word(prose: &str) -> &str {
    if let Some(count) = prose
        .strip_prefix("a tuple of size ")
        .or(prose.strip_prefix("at most "))
    {
        return count;
    }
    match prose {
        "a string" | "variant identifier" | "unit variant" => "text",
        "a boolean" => "boolean",
        "a sequence" => "list",
        "a map" | "newtype variant" => "object",
        _ if prose.starts_with("struct ") => "object",
        _ => prose,
    }
}

/// The first text between backquotes.
fn quoted(rest: &str) -> Option<String> {
    let inner = rest.strip_prefix('`')?;
    // What was found may hold backquotes of its own; what follows it never holds these words.
    let end = [", expected ", ", there are "]
        .iter()
        .filter_map(|follows| inner.rfind(follows))
        .next();
    let inner = inner.get(..end.unwrap_or(inner.len()))?;
    Some(short(inner.strip_suffix('`').unwrap_or(inner)))
}

/// The names that would have been right.
fn known(rest: &str) -> String {
    let Some((_, list)) = rest.rsplit_once(", expected ") else {
        return String::new();
    };
    list.split('`').skip(1).step_by(2).collect::<Vec<_>>().join(", ")
}

/// So much of a text as a sentence bears.
fn short(text: &str) -> String {
    const MOST: usize = 80;
    if text.chars().count() <= MOST {
        text.to_owned()
    } else {
        text.chars().take(MOST).chain(['…']).collect()
    }
}
