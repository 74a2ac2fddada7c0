//! Reading JSON that may be hostile: within limits, each name once, and every complaint with its place.
//!
//! A document is read twice. The first pass knows JSON only: it refuses what is none, what is nested too deeply and a name
//! given twice in one object, which the types would let pass. The second makes the value.

mod complaint;
mod named;
mod strict;

use arna_domain::values;
use serde::de::DeserializeOwned;

use crate::ReadError;

/// How large a document may be, in bytes.
pub(crate) const LARGEST: usize = 512 << 20;

/// How deep objects and lists may be nested: the JSON library's own limit, far above what any document needs.
pub(crate) const DEEPEST: usize = 128;

/// A document of this form.
///
/// # Errors
/// `too_large`, `not_utf8`, `not_json`, `cut_short`, `too_deep`, `duplicate_key`, `trailing_text`, `unknown_format`; what the
/// types refuse: `unknown_field`, `missing_field`, `unknown_word`, `wrong_type`, `wrong_length`, `out_of_range`, `bad_id`, `bad_date`,
/// `bad_grid_time`, `bad_instant`, `bad_language`, `bad_value`, `not_one_member`.
pub(crate) fn read<T: DeserializeOwned>(text: &[u8], format: &str) -> Result<T, ReadError> {
    let text = checked(text, LARGEST)?;
    let named = strict::check(text)?;
    if let Some((named, line, column)) = named
        && named != format
    {
        return Err(ReadError {
            path: "format".into(),
            line,
            column,
            code: "unknown_format",
            values: values! { "format" => named, "known" => format },
        });
    }
    value(text)
}

/// A document of others: names that are not known are passed over, as far as its type lets them.
///
/// # Errors
/// As [`read`], but for `unknown_format`.
pub(crate) fn read_of_others<T: DeserializeOwned>(text: &[u8], most: usize) -> Result<T, ReadError> {
    let text = checked(text, most)?;
    strict::check(text)?;
    value(text)
}

fn value<T: DeserializeOwned>(text: &str) -> Result<T, ReadError> {
    let mut from = serde_json::Deserializer::from_str(text);
    serde_path_to_error::deserialize(named::Named(&mut from)).map_err(|error| complaint::of(&error, text))
}

/// The text of a document, without the mark that some editors put before it.
fn checked(text: &[u8], most: usize) -> Result<&str, ReadError> {
    let refuse = |line, column, code, values| {
        Err(ReadError {
            path: String::new(),
            line,
            column,
            code,
            values,
        })
    };
    if text.len() > most {
        return refuse(0, 0, "too_large", values! { "bytes" => text.len(), "most" => most });
    }
    let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
    match std::str::from_utf8(text) {
        Ok(text) => Ok(text),
        Err(error) => {
            let (line, column) = place_of(text, error.valid_up_to());
            refuse(
                line,
                column,
                "not_utf8",
                values! { "byte" => text[error.valid_up_to()] },
            )
        }
    }
}

/// Line and column from 1 of a byte.
pub(crate) fn place_of(text: &[u8], at: usize) -> (usize, usize) {
    let before = &text[..at.min(text.len())];
    let line = 1 + before.iter().filter(|&&b| b == b'\n').count();
    let column = 1 + before.iter().rev().take_while(|&&b| b != b'\n').count();
    (line, column)
}

/// What stands at a place: a few characters of its line, for a person to recognise.
fn near(text: &str, line: usize, column: usize) -> String {
    let line = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let mut at = column.saturating_sub(1).min(line.len());
    while !line.is_char_boundary(at) {
        at -= 1;
    }
    line[at..].chars().take(20).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_above_the_limit_is_refused_before_it_is_parsed() {
        let Err(error) = checked(b"{\"format\"", 8) else {
            panic!("nine bytes are above eight")
        };
        assert_eq!((error.code, error.values["bytes"].as_u64()), ("too_large", Some(9)));
        assert!(checked(b"{\"format\"", 9).is_ok());
    }

    #[test]
    fn places_count_lines_and_bytes_from_one() {
        assert_eq!(place_of(b"ab\ncd", 4), (2, 2));
        assert_eq!(place_of(b"", 0), (1, 1));
        assert_eq!(near("ab\nқызық", 2, 2), "қызық");
    }
}
