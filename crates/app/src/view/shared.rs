//! How a desk stands to the server of its station, and what is to be decided.

use std::collections::BTreeMap;

use arna_domain::{Airing, Index, Language, Station, values};
use serde::Serialize;
use serde_json::Value;
use specta::Type;

use super::catalogue::{degrees, duration_text};
use super::changes::{AiringChangeView, rows};
use super::journal::{StepView, step};
use super::{FailureView, Texts, count, texts};
use crate::changes::between;
use crate::failure::Failure;
use crate::shared::{Account, Accounts, AsideState, Conflict, Decision, Role, Situation, Standing, Touched};

/// Entries of one's own that are told.
const MOST_OWN: usize = 50;
/// Fields and airings of a choice that are told: nobody reads more of them.
const MOST_TOLD: usize = 1_000;
/// Fields that say the same in several languages.
const SAID: [&str; 5] = ["name", "notes", "synopsis", "text", "title"];

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
    let waiting = open.iter().filter(|one| one.state == AsideState::Waiting).count();
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

/// What both do to a field of a record. Of a record that is new or gone no field is named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct FieldAgainstView {
    /// The kind of record: the message `shared-record`.
    pub kind: String,
    /// What it is called.
    pub id: String,
    /// The way to the field, from the record down.
    pub field: Vec<FieldPartView>,
    /// What stood there; none where it was not there.
    pub was: Option<String>,
    /// What one made of it.
    pub own: Option<String>,
    /// What stands there now.
    pub theirs: Option<String>,
}

/// A step of the way to a field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct FieldPartView {
    /// As the station's document calls it: the message `field-<name>`.
    pub name: String,
    /// Which one of a list.
    pub item: Option<String>,
    /// In which language it is said.
    pub language: Option<String>,
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
            } => fields.push(fields_of(kind.as_str(), id, [was, own, now])),
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
    // What was left is about what it would have changed, not about what became of the record since.
    if aside.state == AsideState::Left {
        fields
            .iter_mut()
            .for_each(|record| record.retain(|one| one.own != one.was));
    }
    // A record stays together.
    fields.sort_by_key(|record: &Vec<_>| record.iter().map(rank).min());
    fields.iter_mut().for_each(|record| record.sort_by_key(rank));
    let mut fields: Vec<FieldAgainstView> = fields.into_iter().flatten().collect();
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

/// In which order fields are told: one's own first that is not what is there, then what only others changed. What both made alike
/// is to be known, not decided. What a record says of itself comes before what lies below it.
fn rank(field: &FieldAgainstView) -> (u8, usize) {
    let what = match (field.own == field.theirs, field.own == field.was) {
        (false, false) => 0,
        (false, true) => 1,
        (true, _) => 2,
    };
    (what, field.field.len())
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

/// Fields by their paths, each with the way to it and what stands there.
type Fields = BTreeMap<String, (Vec<FieldPartView>, String)>;

/// What differs between a record as it was, as one made it and as it is.
fn fields_of(kind: &str, id: &str, bodies: [&Option<String>; 3]) -> Vec<FieldAgainstView> {
    let parsed = bodies.map(|body| {
        let value = serde_json::from_str::<Value>(body.as_deref()?).ok()?;
        let mut fields = Fields::new();
        flatten("", &[], &value, &mut fields);
        Some(fields)
    });
    let row = |field: &[FieldPartView], [was, own, theirs]: [Option<String>; 3]| FieldAgainstView {
        kind: kind.to_owned(),
        id: id.to_owned(),
        field: field.to_vec(),
        was,
        own,
        theirs,
    };
    let mut found = Vec::new();
    if parsed.iter().any(Option::is_none) {
        found.push(row(&[], parsed.clone().map(|one| one.map(|_| String::new()))));
    }
    let all: BTreeMap<&String, &Vec<FieldPartView>> = parsed
        .iter()
        .flatten()
        .flatten()
        .map(|(path, (way, _))| (path, way))
        .collect();
    for (path, way) in all {
        let values = [0, 1, 2].map(|at: usize| {
            let (_, value) = parsed[at].as_ref()?.get(path)?;
            Some(value.clone())
        });
        let mut there = parsed.iter().zip(&values).filter(|(fields, _)| fields.is_some());
        let first = there.next().map(|(_, value)| value);
        if there.any(|(_, value)| Some(value) != first) {
            found.push(row(way, values));
        }
    }
    found
}

/// Writes each plain value under its path. What has a name of its own in a list is known by it, so that a list that grew is not
/// another from there on; it is called by its number or language, where no other in the list has the same.
fn flatten(path: &str, way: &[FieldPartView], value: &Value, to: &mut Fields) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let below = match path {
                    "" => name.clone(),
                    _ => format!("{path}.{name}"),
                };
                flatten(&below, &into(way, name), value, to);
            }
        }
        Value::Array(items) if items.iter().any(Value::is_object) => {
            let called: Vec<_> = items.iter().map(|one| name_of(one, &["number", "language"])).collect();
            for (number, item) in items.iter().enumerate() {
                let known_by = name_of(item, &["id", "number", "language"]).unwrap_or_else(|| (number + 1).to_string());
                let is_alone = called.iter().filter(|one| **one == called[number]).count() == 1;
                let mut way = way.to_vec();
                if let Some(last) = way.last_mut() {
                    last.item = called[number]
                        .clone()
                        .filter(|_| is_alone)
                        .or_else(|| Some(known_by.clone()));
                }
                flatten(&format!("{path}[{known_by}]"), &way, item, to);
            }
        }
        other => {
            let name = way.last().map_or("", |last| &last.name);
            to.insert(path.to_owned(), (way.to_vec(), told(name, other)));
        }
    }
}

fn name_of(item: &Value, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| item.get(key)).map(plain)
}

/// The way to what is called so below: a field of its own, the same one in a language, or one of a list by its name.
fn into(way: &[FieldPartView], name: &str) -> Vec<FieldPartView> {
    let mut way = way.to_vec();
    let is_whole = |last: &FieldPartView| last.item.is_none() && last.language.is_none();
    match way.last_mut().filter(|last| is_whole(last)) {
        Some(last) if SAID.contains(&last.name.as_str()) => last.language = Some(name.to_owned()),
        Some(last) if last.name == "rating_hours" => last.item = Some(name.to_owned()),
        _ => way.push(FieldPartView {
            name: name.to_owned(),
            ..FieldPartView::default()
        }),
    }
    way
}

/// A value as people write it.
fn told(name: &str, value: &Value) -> String {
    match (name, value.as_i64()) {
        ("duration_ms", Some(ms)) => duration_text(ms),
        ("latitude_udeg" | "longitude_udeg", Some(udeg)) => i32::try_from(udeg).map_or_else(|_| plain(value), degrees),
        _ if value.is_null() => String::new(),
        _ => plain(value),
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

    fn rows_of(was: Option<&str>, own: Option<&str>, now: Option<&str>) -> Vec<String> {
        let bodies = [was, own, now].map(|body| body.map(str::to_owned));
        let [was, own, now] = &bodies;
        let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
        let rows = fields_of("place", "a", [was, own, now]);
        rows.iter()
            .map(|row| {
                format!(
                    "{}: {} | {} | {}",
                    way(&row.field),
                    text(&row.was),
                    text(&row.own),
                    text(&row.theirs)
                )
            })
            .collect()
    }

    /// `seasons[1].title/kk`.
    fn way(parts: &[FieldPartView]) -> String {
        let part = |part: &FieldPartView| {
            let item = part.item.as_ref().map(|item| format!("[{item}]"));
            let language = part.language.as_ref().map(|language| format!("/{language}"));
            [Some(part.name.clone()), item, language]
                .into_iter()
                .flatten()
                .collect::<String>()
        };
        parts.iter().map(part).collect::<Vec<_>>().join(".")
    }

    #[test]
    fn a_field_is_told_by_the_way_to_it_and_its_value_as_people_write_it() {
        let record = |duration: i64, title: &str| {
            serde_json::json!({
                "rating_hours": { "16+": ["21:00", title] },
                "seasons": [{ "id": "lake/3", "number": 3, "episodes": [{
                    "id": "lake/3/1", "number": 1, "title": { "kk": title },
                    "versions": [
                        { "id": "lake/3/1.kk", "language": "kk", "duration_ms": duration },
                        { "id": "lake/3/1.ru", "language": "ru", "house_number": title },
                        { "id": "lake/3/1.ru-signed", "language": "ru", "duration_ms": 1 },
                    ]
                }]}],
                "place": { "latitude_udeg": duration - 43_250_000 }
            })
            .to_string()
        };
        let (was, own) = (record(1_500_000, "Көл"), record(1_530_000, "Үлкен көл"));
        assert_eq!(
            rows_of(Some(&was), Some(&own), Some(&was)),
            [
                "place.latitude_udeg: -41.750000 | -41.720000 | -41.750000",
                "rating_hours[16+]: 21:00, Көл | 21:00, Үлкен көл | 21:00, Көл",
                "seasons[3].episodes[1].title/kk: Көл | Үлкен көл | Көл",
                "seasons[3].episodes[1].versions[kk].duration_ms: 0:25:00 | 0:25:30 | 0:25:00",
                "seasons[3].episodes[1].versions[lake/3/1.ru].house_number: Көл | Үлкен көл | Көл",
            ]
        );
    }

    #[test]
    fn only_fields_that_differ_are_told_and_lists_by_the_names_of_what_is_in_them() {
        let was =
            r#"{"name":{"en":"Lake","kk":"Көл"},"tags":["a"],"parts":[{"id":"x","length":1},{"id":"y","length":2}]}"#;
        let own = r#"{"name":{"en":"Big lake","kk":"Көл"},"tags":["a","b"],"parts":[{"id":"x","length":1},{"id":"y","length":2}]}"#;
        let now = r#"{"name":{"en":"Lake","kk":"Көл"},"tags":["a"],"parts":[{"id":"z","length":9},{"id":"x","length":1},{"id":"y","length":3}]}"#;
        assert_eq!(
            rows_of(Some(was), Some(own), Some(now)),
            [
                "name/en: Lake | Big lake | Lake",
                "parts[y].length: 2 | 2 | 3",
                "parts[z].id: - | - | z",
                "parts[z].length: - | - | 9",
                "tags: a | a, b | a",
            ]
        );
        assert_eq!(rows_of(Some(was), Some(was), Some(was)), [""; 0]);
    }

    #[test]
    fn what_is_gone_or_new_is_told_as_a_whole() {
        let (one, two) = (r#"{"name":"Lake"}"#, r#"{"name":"Pond"}"#);
        assert_eq!(
            rows_of(Some(one), None, Some(two)),
            [":  | - | ", "name: Lake | - | Pond"]
        );
        assert_eq!(
            rows_of(None, Some(one), Some(two)),
            [": - |  | ", "name: - | Lake | Pond"]
        );
        assert_eq!(rows_of(Some(one), Some(two), None).first().unwrap(), ":  |  | -");
    }
}
