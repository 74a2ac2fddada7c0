//! Why what was typed is not understood: in the words of the message files, like every other failure.

use arna_app::Failure;
use arna_domain::values;
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// The failure that an error of the arguments is.
pub(super) fn refused(error: &Error) -> Failure {
    let told = |kind: ContextKind| error.get(kind).map(text).unwrap_or_default();
    let (argument, value) = (told(ContextKind::InvalidArg), told(ContextKind::InvalidValue));
    let help = "arna help";
    match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if !value.is_empty() => {
            let (wanted, known) = wanted(error);
            Failure::new(
                "usage_value",
                values! { "argument" => argument, "value" => value, "wanted" => wanted, "known" => known, "help" => help },
            )
        }
        ErrorKind::InvalidValue | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            Failure::new("usage_no_value", values! { "argument" => argument, "help" => help })
        }
        ErrorKind::UnknownArgument => {
            let like = error.get(ContextKind::SuggestedArg).map(text);
            Failure::new(
                "usage_unknown",
                values! { "argument" => argument, "like" => like, "help" => help },
            )
        }
        ErrorKind::InvalidSubcommand => {
            let value = told(ContextKind::InvalidSubcommand);
            let like = error.get(ContextKind::SuggestedSubcommand).map(text);
            Failure::new(
                "usage_command",
                values! { "value" => value, "like" => like, "help" => help },
            )
        }
        ErrorKind::ArgumentConflict => {
            let other = told(ContextKind::PriorArg);
            Failure::new(
                "usage_conflict",
                values! { "argument" => argument, "other" => other, "help" => help },
            )
        }
        ErrorKind::MissingRequiredArgument => {
            Failure::new("usage_missing", values! { "argument" => argument, "help" => help })
        }
        ErrorKind::MissingSubcommand => {
            let known = told(ContextKind::ValidSubcommand);
            Failure::new("usage_missing", values! { "argument" => known, "help" => help })
        }
        _ => {
            let why = error.to_string();
            let first = why.lines().next().unwrap_or_default().trim_start_matches("error: ");
            Failure::new("usage_other", values! { "why" => first, "help" => help })
        }
    }
}

/// What a refused value should have been: the word that its reader gave, or the words to choose from.
fn wanted(error: &Error) -> (String, String) {
    if let Some(known) = error
        .get(ContextKind::ValidValue)
        .map(text)
        .filter(|known| !known.is_empty())
    {
        return ("one_of".to_owned(), known);
    }
    let said = std::error::Error::source(error)
        .map(ToString::to_string)
        .unwrap_or_default();
    match said.split_once(' ') {
        Some(("one_of", known)) => ("one_of".to_owned(), known.to_owned()),
        Some(_) => ("any".to_owned(), String::new()),
        None => (said, String::new()),
    }
}

fn text(value: &ContextValue) -> String {
    match value {
        ContextValue::String(one) => one.clone(),
        ContextValue::Strings(some) => some.join(", "),
        other => other.to_string(),
    }
}
