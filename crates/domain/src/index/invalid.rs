//! What keeps a station from being worked with.

use std::fmt;

use serde::Serialize;

use crate::finding::Values;

/// Something in a station's document that cannot be worked with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Invalid {
    /// Where: `licences[3].season`.
    pub path: String,
    /// What: the name of a message `invalid-<code>`.
    pub code: &'static str,
    /// With what values.
    pub values: Values,
}

impl Invalid {
    /// How many are reported at most.
    pub const MOST: usize = 100;
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.code)?;
        self.values
            .iter()
            .try_for_each(|(name, value)| write!(f, " {name}={value}"))
    }
}

/// Collects what is wrong, up to [`Invalid::MOST`].
#[derive(Default)]
pub(super) struct Collector(Vec<Invalid>);

impl Collector {
    pub(super) fn add(&mut self, path: impl fmt::Display, code: &'static str, values: Values) {
        if self.0.len() < Invalid::MOST {
            self.0.push(Invalid {
                path: path.to_string(),
                code,
                values,
            });
        }
    }

    /// What was found, or a complaint that nothing has this id.
    pub(super) fn known<T>(&mut self, found: Option<T>, path: impl fmt::Display, id: &str) -> Option<T> {
        if found.is_none() {
            self.add(path, "unknown_id", crate::values! { "id" => id });
        }
        found
    }

    pub(super) fn into_result<T>(self, good: T) -> Result<T, Vec<Invalid>> {
        if self.0.is_empty() { Ok(good) } else { Err(self.0) }
    }
}
