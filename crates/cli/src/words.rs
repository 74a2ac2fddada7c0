//! Sentences, from the same message files that the window reads.

use arna_domain::{Language, Values};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde_json::Value;

use crate::arguments::Spoken;

/// The messages of one language, with English behind them.
pub(crate) struct Words {
    own: FluentBundle<FluentResource>,
    english: FluentBundle<FluentResource>,
    tag: &'static str,
}

macro_rules! messages {
    ($tag:literal) => {
        [
            include_str!(concat!("../../../locales/", $tag, "/cli.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/faults.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/findings.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/formats.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/ops.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/reports.ftl")),
            include_str!(concat!("../../../locales/", $tag, "/workbook.ftl")),
        ]
    };
}

impl Words {
    pub(crate) fn in_language(language: Spoken) -> Self {
        let english = || bundle("en", messages!("en"));
        let (tag, own) = match language {
            Spoken::En => ("en", english()),
            Spoken::Kk => ("kk", bundle("kk", messages!("kk"))),
            Spoken::Ru => ("ru", bundle("ru", messages!("ru"))),
            Spoken::Zh => ("zh", bundle("zh", messages!("zh"))),
        };
        Self {
            own,
            english: english(),
            tag,
        }
    }

    /// The messages in which something in a language is told, if there are some.
    pub(crate) fn of(language: &Language) -> Option<Self> {
        let primary = language.as_str().split('-').next().unwrap_or_default();
        Spoken::of_tag(primary).map(Self::in_language)
    }

    /// The language's tag.
    pub(crate) fn tag(&self) -> &'static str {
        self.tag
    }

    /// A message without values.
    pub(crate) fn say(&self, id: &str) -> String {
        self.tell(id, &Values::new())
    }

    /// A message with values. One that nobody wrote shows as its id and values, so that nothing is hidden.
    pub(crate) fn tell(&self, id: &str, values: &Values) -> String {
        self.tell_if_known(id, values).unwrap_or_else(|| {
            let values: Vec<_> = values.iter().map(|(name, value)| format!("{name}={value}")).collect();
            format!("{id} {}", values.join(" ")).trim_end().to_owned()
        })
    }

    /// A message with values, if there is one.
    pub(crate) fn tell_if_known(&self, id: &str, values: &Values) -> Option<String> {
        [&self.own, &self.english]
            .into_iter()
            .find_map(|bundle| told(bundle, id, &arguments(bundle, values)))
    }
}

/// A message of a language, if it has it.
fn told(bundle: &FluentBundle<FluentResource>, id: &str, arguments: &FluentArgs<'_>) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    let mut errors = Vec::new();
    Some(
        bundle
            .format_pattern(pattern, Some(arguments), &mut errors)
            .into_owned(),
    )
}

fn bundle(tag: &str, sources: [&str; 7]) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(tag.parse().into_iter().collect());
    // A terminal shows the marks that keep directions apart as dirt.
    bundle.set_use_isolating(false);
    for source in sources {
        // A test reads every file without an error; what could be read of a broken one is better than nothing.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn arguments<'v>(bundle: &FluentBundle<FluentResource>, values: &'v Values) -> FluentArgs<'v> {
    let argument = |name: &str, value: &'v Value| match (name, value.as_str()) {
        ("languages", Some(tags)) => called(bundle, tags).into(),
        _ => argument(value),
    };
    values
        .iter()
        .map(|(name, value)| (name.as_str(), argument(name, value)))
        .collect()
}

/// Languages by their names, as messages call a single one.
fn called(bundle: &FluentBundle<FluentResource>, tags: &str) -> String {
    let name = |tag: &str| {
        let arguments = FluentArgs::from_iter([("language", FluentValue::from(tag))]);
        told(bundle, "language-name", &arguments).unwrap_or_else(|| tag.to_owned())
    };
    tags.split(", ").map(name).collect::<Vec<_>>().join(", ")
}

fn argument(value: &Value) -> FluentValue<'_> {
    match value {
        Value::Null => "none".into(),
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.into(),
        Value::Number(number) => match number.as_i64() {
            Some(number) => number.into(),
            None => number.to_string().into(),
        },
        Value::String(text) => text.as_str().into(),
        other => other.to_string().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_file_reads_without_an_error() {
        for sources in [messages!("en"), messages!("kk"), messages!("ru"), messages!("zh")] {
            for source in sources {
                let errors = FluentResource::try_new(source.to_owned())
                    .err()
                    .map(|(_, errors)| errors);
                assert_eq!(errors, None);
            }
        }
    }
}
