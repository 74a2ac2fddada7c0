//! Languages and texts in several of them.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize};

/// A language as a BCP 47 tag in its usual case: `kk`, `zh`, `zh-Hant`, `zxx` (no words).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transparent))]
pub struct Language(
    #[cfg_attr(
        feature = "schema",
        schemars(with = "String", regex(pattern = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"))
    )]
    Arc<str>,
);

impl Language {
    /// The language with this tag; `None` when the text is no tag.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let primary = parts.next()?;
        let good = (2..=3).contains(&primary.len())
            && primary.bytes().all(|b| b.is_ascii_lowercase())
            && parts.all(|p| (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
        good.then(|| Self(text.into()))
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::parse(&text).ok_or_else(|| {
            serde::de::Error::custom(format_args!(
                "a language tag such as \"kk\" or \"zh-Hant\", not {text:?}"
            ))
        })
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

/// One text in several languages. Empty: there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Words(pub BTreeMap<Language, String>);

/// The languages that stand in for a missing one, in this order.
const FALL_BACK: [&str; 4] = ["en", "ru", "kk", "zh"];

impl Words {
    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text in this language, else in English, Russian, Kazakh, Chinese, else in the first there is.
    pub fn in_or_near(&self, language: &str) -> Option<&str> {
        std::iter::once(language)
            .chain(FALL_BACK)
            .find_map(|wanted| self.exactly(wanted))
            .or_else(|| self.0.values().next().map(String::as_str))
    }

    /// The text in this language and no other.
    pub fn exactly(&self, language: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(own, _)| own.as_str() == language)
            .map(|(_, text)| text.as_str())
    }
}

impl<const N: usize> From<[(&str, &str); N]> for Words {
    fn from(pairs: [(&str, &str); N]) -> Self {
        Self(
            pairs
                .into_iter()
                .filter_map(|(language, text)| Some((Language::parse(language)?, text.to_owned())))
                .collect(),
        )
    }
}
