//! How a desk stands to the server of its station, and what is to be decided.

use std::collections::BTreeMap;

use arna_domain::{Airing, Index, Language, Station, values};
use serde::Serialize;
use serde_json::Value;
use specta::Type;

use super::changes::{AiringChangeView, rows};
use super::journal::{StepView, step};
use super::{FailureView, Texts, count, texts};
use crate::changes::between;
use crate::failure::Failure;
use crate::shared::{Account, Accounts, Conflict, Decision, Role, Situation, Standing, Touched};

/// Entries of one's own that are told.
const MOST_OWN: usize = 50;
/// Fields and airings of a choice that are told.
const MOST_TOLD: usize = 12;

/// How a desk stands to the server of its station.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SharedView {
    /// The server, `host/database`.
    pub server: String,
    /// As whom one signs in.
    pub login: String,
    /// How it stands: the message `shared-<standing>`.
    pub standing: ConnectionView,
    /// Why it is not connected.
    pub why: Option<FailureView>,
    /// Whether a password is known to connect with.
    pub knows_password: bool,
    /// What was done without the server, newest first: at most the last 50.
    pub own: Vec<StepView>,
    /// How much was.
    pub own_count: u32,
    /// What others did last, newest first.
    pub others: Vec<StepView>,
    /// Entries that wait to be done again.
    pub waiting: u32,
    /// Entries that a person decides about.
    pub undecided: u32,
}

/// How a desk stands to the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum ConnectionView {
    /// Whatever is done is on the server.
    Connected,
    /// A connection is being opened.
    Connecting,
    /// It works without the server.
    Offline,
    /// It is not connected.
    Apart,
}

/// How a desk stands.
pub fn shared(situation: &Situation) -> SharedView {
    let Situation {
        address,
        standing,
        is_connecting,
        knows_password,
        own,
        others,
        open,
    } = situation;
    let why = match standing {
        Standing::Apart { why } => Some(Failure::from(why.clone()).into()),
        _ => None,
    };
    let waiting = open
        .iter()
        .filter(|one| one.state == crate::shared::AsideState::Waiting)
        .count();
    SharedView {
        server: address.server(),
        login: address.login.clone(),
        standing: match standing {
            Standing::Connected => ConnectionView::Connected,
            Standing::Offline { .. } => ConnectionView::Offline,
            Standing::Apart { .. } if *is_connecting => ConnectionView::Connecting,
            Standing::Apart { .. } => ConnectionView::Apart,
        },
        why,
        knows_password: *knows_password,
        own: own.iter().take(MOST_OWN).map(step).collect(),
        own_count: count(own.len()),
        others: others.iter().map(step).collect(),
        waiting: count(waiting),
        undecided: count(open.len() - waiting),
    }
}

/// What a person decides: one's own, or what others did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct DecisionView {
    /// The number among what is kept aside.
    pub number: i32,
    /// What one did: the message `op-<op>`.
    pub op: String,
    /// With what values.
    pub values: Texts,
    /// When, in UTC.
    pub at: String,
    /// `waiting`, `conflict` or `left`.
    pub state: String,
    /// Whose entry stands against it; none where the server did not permit it, or would not be a station any more.
    pub theirs: Option<StepView>,
    /// What both do to the schedule, channel by channel.
    pub airings: Vec<AiringsAgainstView>,
    /// What both do to records, field by field.
    pub fields: Vec<FieldAgainstView>,
    /// Fields and airings that are not among them.
    pub more: u32,
}

/// What both do to a channel's schedule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct AiringsAgainstView {
    /// The channel's name.
    pub name: String,
    /// What one did.
    pub own: Vec<AiringChangeView>,
    /// What others did.
    pub theirs: Vec<AiringChangeView>,
}

/// What both do to a field of a record, as the station's document writes it. Of a record that is new or gone the field is empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct FieldAgainstView {
    /// The kind of record: the message `record-name`.
    pub kind: String,
    /// What it is called.
    pub id: String,
    /// The field's path.
    pub field: String,
    /// What stood there; none where it was not there.
    pub was: Option<String>,
    /// What one made of it.
    pub own: Option<String>,
    /// What stands there now.
    pub theirs: Option<String>,
}

/// What is to be decided, in a language.
pub fn decisions(decisions: &[Decision], station: (&Station, &Index), language: &Language) -> Vec<DecisionView> {
    decisions.iter().map(|one| decision(one, station, language)).collect()
}

fn decision(decision: &Decision, station: (&Station, &Index), language: &Language) -> DecisionView {
    let aside = &decision.aside;
    let theirs = aside.why.as_ref().map(|why| match &decision.against {
        Some(entry) => step(entry),
        None => step_of(why),
    });
    let (mut airings, mut fields) = (Vec::new(), Vec::new());
    for one in &decision.touched {
        match one {
            Touched::Record {
                kind,
                id,
                was,
                own,
                now,
            } => fields.extend(fields_of(kind.as_str(), id, [was, own, now])),
            Touched::Airings { channel, was, own, now } => {
                let name = station.0.channels.iter().find(|one| one.id == *channel);
                airings.push(AiringsAgainstView {
                    name: name.map_or_else(|| channel.to_string(), |one| one.name.clone()),
                    own: changed(was, own, station, language),
                    theirs: changed(was, now, station, language),
                });
            }
        }
    }
    // What is against each other comes first: what both made alike is to be known, not decided.
    fields.sort_by_key(|one: &FieldAgainstView| one.own == one.theirs);
    let mut more = fields.len().saturating_sub(MOST_TOLD);
    fields.truncate(MOST_TOLD);
    for rows in airings.iter_mut().flat_map(|one| [&mut one.own, &mut one.theirs]) {
        more += rows.len().saturating_sub(MOST_TOLD);
        rows.truncate(MOST_TOLD);
    }
    airings.retain(|one| !(one.own.is_empty() && one.theirs.is_empty()));
    DecisionView {
        number: i32::try_from(aside.number).unwrap_or(i32::MAX),
        op: aside.op.clone(),
        values: texts(&aside.args),
        at: aside.at.to_string(),
        state: aside.state.as_str().to_owned(),
        theirs,
        airings,
        fields,
        more: count(more),
    }
}

/// An entry of which no more is known than what stands against another.
fn step_of(why: &Conflict) -> StepView {
    StepView {
        number: i32::try_from(why.by).unwrap_or(i32::MAX),
        op: why.op.clone(),
        values: texts(&values! {}),
        author: why.author.clone(),
        at: why.at.to_string(),
        kind: "do".to_owned(),
        undone: false,
    }
}

fn changed(was: &[Airing], now: &[Airing], station: (&Station, &Index), language: &Language) -> Vec<AiringChangeView> {
    let changes = between(was, now);
    changes
        .iter()
        .flat_map(|one| rows(one, station, station, language))
        .collect()
}

type Fields = BTreeMap<String, String>;

/// What differs between a record as it was, as one made it and as it is.
fn fields_of(kind: &str, id: &str, bodies: [&Option<String>; 3]) -> Vec<FieldAgainstView> {
    let parsed = bodies.map(|body| {
        let value = serde_json::from_str::<Value>(body.as_deref()?).ok()?;
        let mut fields = Fields::new();
        flatten("", &value, &mut fields);
        Some(fields)
    });
    let row = |field: &str, [was, own, theirs]: [Option<String>; 3]| FieldAgainstView {
        kind: kind.to_owned(),
        id: id.to_owned(),
        field: field.to_owned(),
        was,
        own,
        theirs,
    };
    let mut found = Vec::new();
    if parsed.iter().any(Option::is_none) {
        found.push(row("", parsed.clone().map(|one| one.map(|_| String::new()))));
    }
    let names: std::collections::BTreeSet<&String> = parsed.iter().flatten().flat_map(BTreeMap::keys).collect();
    for name in names {
        let values = [0, 1, 2].map(|at: usize| parsed[at].as_ref().and_then(|fields| fields.get(name).cloned()));
        let mut there = parsed.iter().zip(&values).filter(|(fields, _)| fields.is_some());
        let first = there.next().map(|(_, value)| value);
        if there.any(|(_, value)| Some(value) != first) {
            found.push(row(name, values));
        }
    }
    found
}

/// Writes each plain value under its path. What has a name of its own in a list is called by it, so that a list that grew is
/// not another from there on.
fn flatten(path: &str, value: &Value, to: &mut Fields) {
    let below = |name: &str| match path {
        "" => name.to_owned(),
        _ => format!("{path}.{name}"),
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| flatten(&below(name), value, to)),
        Value::Array(items) if items.iter().any(Value::is_object) => {
            for (number, item) in items.iter().enumerate() {
                let name = ["id", "number", "language"].iter().find_map(|key| item.get(key));
                let name = name.map_or_else(|| (number + 1).to_string(), plain);
                flatten(&format!("{path}[{name}]"), item, to);
            }
        }
        other => drop(to.insert(path.to_owned(), plain(other))),
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

/// Who may what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct AccountView {
    /// As what one signs in.
    pub login: String,
    /// What one may: the messages `role-<role>`.
    pub roles: Vec<String>,
    /// On which channels; none: on all.
    pub channels: Option<Vec<String>>,
}

/// Who may what, and whether whoever asks may change it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct AccountsView {
    /// By login.
    pub all: Vec<AccountView>,
    /// Whether the server lets whoever asks change them.
    pub may_change: bool,
}

/// Who may what, and whether whoever asks may change it.
pub fn accounts(accounts: &Accounts) -> AccountsView {
    AccountsView {
        all: accounts.all.iter().map(account).collect(),
        may_change: accounts.may_change,
    }
}

fn account(account: &Account) -> AccountView {
    AccountView {
        login: account.login.clone(),
        roles: account
            .roles
            .iter()
            .copied()
            .map(Role::as_str)
            .map(str::to_owned)
            .collect(),
        channels: account.channels.clone(),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn told(was: Option<&str>, own: Option<&str>, now: Option<&str>) -> Vec<String> {
        let bodies = [was, own, now].map(|body| body.map(str::to_owned));
        let [was, own, now] = &bodies;
        let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
        let rows = fields_of("place", "a", [was, own, now]);
        rows.iter()
            .map(|row| {
                format!(
                    "{}: {} | {} | {}",
                    row.field,
                    text(&row.was),
                    text(&row.own),
                    text(&row.theirs)
                )
            })
            .collect()
    }

    #[test]
    fn only_fields_that_differ_are_told_and_lists_by_the_names_of_what_is_in_them() {
        let was =
            r#"{"name":{"en":"Lake","kk":"Көл"},"tags":["a"],"parts":[{"id":"x","length":1},{"id":"y","length":2}]}"#;
        let own = r#"{"name":{"en":"Big lake","kk":"Көл"},"tags":["a","b"],"parts":[{"id":"x","length":1},{"id":"y","length":2}]}"#;
        let now = r#"{"name":{"en":"Lake","kk":"Көл"},"tags":["a"],"parts":[{"id":"z","length":9},{"id":"x","length":1},{"id":"y","length":3}]}"#;
        assert_eq!(
            told(Some(was), Some(own), Some(now)),
            [
                "name.en: Lake | Big lake | Lake",
                "parts[y].length: 2 | 2 | 3",
                "parts[z].id: - | - | z",
                "parts[z].length: - | - | 9",
                "tags: a | a, b | a",
            ]
        );
        assert_eq!(told(Some(was), Some(was), Some(was)), [""; 0]);
    }

    #[test]
    fn what_is_gone_or_new_is_told_as_a_whole() {
        let (one, two) = (r#"{"name":"Lake"}"#, r#"{"name":"Pond"}"#);
        assert_eq!(told(Some(one), None, Some(two)), [":  | - | ", "name: Lake | - | Pond"]);
        assert_eq!(told(None, Some(one), Some(two)), [": - |  | ", "name: - | Lake | Pond"]);
        assert_eq!(told(Some(one), Some(two), None).first().unwrap(), ":  |  | -");
    }
}
