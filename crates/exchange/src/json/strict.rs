//! The first pass: is it JSON, is each name given once.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt;

use arna_domain::values;
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;

use super::{DEEPEST, near};
use crate::ReadError;

/// Checks a text; the root's `format`, where it is a text, with line and column.
pub(super) fn check(text: &str) -> Result<Option<(String, usize, usize)>, ReadError> {
    let state = RefCell::new(State::default());
    let mut from = serde_json::Deserializer::from_str(text);
    let result = from.deserialize_any(Any {
        state: &state,
        role: Role::Root,
    });
    let at_end = result.is_ok();
    let error = match result.and_then(|()| from.end()) {
        Ok(()) => return Ok(state.into_inner().format.map(|format| place_format(text, format))),
        Err(error) => error,
    };
    let state = state.into_inner();
    let (line, column) = (error.line(), error.column());
    let refuse = |code, values| ReadError {
        path: state.path(),
        line,
        column,
        code,
        values,
    };
    Err(if let Some(name) = state.twice {
        ReadError {
            path: path_of(&state.steps),
            line,
            column,
            code: "duplicate_key",
            values: values! { "name" => name },
        }
    } else if at_end {
        ReadError {
            path: String::new(),
            ..refuse("trailing_text", values! { "text" => near(text, line, column) })
        }
    } else if error.classify() == Category::Eof {
        refuse("cut_short", values! {})
    } else if error.to_string().starts_with("recursion limit exceeded") {
        refuse("too_deep", values! { "most" => DEEPEST })
    } else if error.to_string().starts_with("number out of range") {
        refuse(
            "out_of_range",
            values! { "found" => number_at(text, line, column), "wanted" => "number" },
        )
    } else {
        refuse("not_json", values! { "text" => near(text, line, column) })
    })
}

/// The place of the root's format: its value is searched for, since the first pass keeps no places.
fn place_format(text: &str, format: String) -> (String, usize, usize) {
    let quoted = serde_json::to_string(&format).unwrap_or_default();
    let at = text
        .find("\"format\"")
        .and_then(|key| Some(key + text[key..].find(&quoted)?))
        .unwrap_or_default();
    let (line, column) = super::place_of(text.as_bytes(), at);
    (format, line, column)
}

/// The number that ends about a place.
fn number_at(text: &str, line: usize, column: usize) -> &str {
    let line = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let is_sign = |c: char| c.is_ascii_digit() || "+-.eE".contains(c);
    let before = line.get(..column.min(line.len())).unwrap_or_default();
    let from = before.trim_end_matches(is_sign).len();
    let number = line.get(from..).unwrap_or_default();
    let length = number.find(|c| !is_sign(c)).unwrap_or(number.len());
    &number[..length.min(80)]
}

enum Step<'de> {
    Name(Cow<'de, str>),
    Member(usize),
}

#[derive(Default)]
struct State<'de> {
    /// The way to the value that is being read; left as it is when something is refused.
    steps: Vec<Step<'de>>,
    twice: Option<String>,
    format: Option<String>,
}

impl State<'_> {
    fn path(&self) -> String {
        path_of(&self.steps)
    }
}

fn path_of(steps: &[Step<'_>]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Name(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
            }
            Step::Member(at) => path.push_str(&format!("[{at}]")),
        }
    }
    path
}

#[derive(Clone, Copy)]
enum Role {
    Root,
    RootFormat,
    Other,
}

/// Any JSON value.
#[derive(Clone, Copy)]
struct Any<'s, 'de> {
    state: &'s RefCell<State<'de>>,
    role: Role,
}

impl<'de> DeserializeSeed<'de> for Any<'_, 'de> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Any<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        if let Role::RootFormat = self.role {
            self.state.borrow_mut().format = Some(text.to_owned());
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let own = self.state.borrow().steps.len();
        let inner = Any {
            role: Role::Other,
            ..self
        };
        for at in 0.. {
            {
                let steps = &mut self.state.borrow_mut().steps;
                steps.truncate(own);
                steps.push(Step::Member(at));
            }
            if list.next_element_seed(inner)?.is_none() {
                break;
            }
        }
        self.state.borrow_mut().steps.truncate(own);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let own = self.state.borrow().steps.len();
        let mut names = Names::default();
        while let Some(name) = object.next_key_seed(Name)? {
            let role = match self.role {
                Role::Root if name == "format" => Role::RootFormat,
                _ => Role::Other,
            };
            let known = !names.insert(name.clone());
            let mut state = self.state.borrow_mut();
            if known {
                state.twice = Some(name.into_owned());
                return Err(A::Error::custom("a name is given twice"));
            }
            state.steps.push(Step::Name(name));
            drop(state);
            object.next_value_seed(Any { role, ..self })?;
            self.state.borrow_mut().steps.truncate(own);
        }
        Ok(())
    }
}

/// The names of an object. Few are compared one by one; many, as only a hostile document has, by hash.
#[derive(Default)]
struct Names<'de> {
    few: Vec<Cow<'de, str>>,
    many: HashSet<Cow<'de, str>>,
}

impl<'de> Names<'de> {
    const FEW: usize = 24;

    /// Whether the name is new.
    fn insert(&mut self, name: Cow<'de, str>) -> bool {
        if self.few.contains(&name) {
            false
        } else if self.few.len() < Self::FEW {
            self.few.push(name);
            true
        } else {
            self.many.insert(name)
        }
    }
}

struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Cow<'de, str>;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Cow<'de, str>, D::Error> {
        from.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Name {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E>(self, name: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(name.to_owned()))
    }
}
