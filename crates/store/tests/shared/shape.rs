//! What a server takes for a record is what desks read.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use crate::fixture::{self, NOW, entry};
use crate::server::{OWNER, Shared};

/// By what lists of the document records of a kind are called.
const LISTS: [(&str, &str); 18] = [
    ("about", "about"),
    ("channels", "channel"),
    ("programmes", "programme"),
    ("licences", "licence"),
    ("holdbacks", "holdback"),
    ("blackouts", "blackout"),
    ("slots", "slot"),
    ("campaigns", "campaign"),
    ("campaign_targets", "campaign_target"),
    ("fillers", "filler"),
    ("pins", "pin"),
    ("history", "aired"),
    ("occasions", "occasion"),
    ("places", "place"),
    ("quotations", "quotation"),
    ("partners", "partner"),
    ("media", "media"),
    ("receivers", "receiver"),
];

/// The form of the document, as the program writes it of its own types.
struct Form(Value);

impl Form {
    fn read() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/station.schema.json");
        Self(serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap())
    }

    fn resolved<'a>(&'a self, mut form: &'a Value) -> &'a Value {
        while let Some(to) = form["$ref"].as_str() {
            form = &self.0["$defs"][to.rsplit('/').next().unwrap()];
        }
        form
    }

    fn types(&self, form: &Value) -> BTreeSet<String> {
        let form = self.resolved(form);
        let word = |one: &Value| match one.as_str().unwrap() {
            "integer" => "number".to_owned(),
            other => other.to_owned(),
        };
        match &form["type"] {
            Value::Array(all) => all.iter().map(word).collect(),
            one @ Value::String(_) => BTreeSet::from([word(one)]),
            _ if form.get("const").is_some() || form.get("enum").is_some() => BTreeSet::from(["string".to_owned()]),
            _ => ["anyOf", "oneOf", "allOf"]
                .iter()
                .filter_map(|of| form[of].as_array())
                .flatten()
                .flat_map(|one| self.types(one))
                .collect(),
        }
    }

    /// A row each field: kind, path, field, types, whether it is required.
    fn fields(&self, kind: &str, path: &str, form: &Value, rows: &mut BTreeSet<String>) {
        let form = self.resolved(form);
        let (Some(fields), Some(false)) = (form["properties"].as_object(), form["additionalProperties"].as_bool())
        else {
            return;
        };
        for (field, of) in fields {
            // A bare null in a list would be none of its words.
            let quoted = |word: String| if word == "null" { "\"null\"".to_owned() } else { word };
            let types: Vec<String> = self.types(of).into_iter().map(quoted).collect();
            let is_required = form["required"]
                .as_array()
                .is_some_and(|all| all.iter().any(|one| one == field));
            let word = if is_required { "t" } else { "f" };
            rows.insert(format!("{kind}|{path}|{field}|{{{}}}|{word}", types.join(",")));
            let of = self.resolved(of);
            match of["items"].is_object() {
                true => self.fields(kind, &format!("{path}.{field}[*]"), &of["items"], rows),
                false => self.fields(kind, &format!("{path}.{field}"), of, rows),
            }
        }
    }
}

#[test]
fn a_server_knows_the_fields_of_records_that_desks_know() {
    let Some(shared) = Shared::new(&fixture::station()) else {
        return;
    };
    let form = Form::read();
    let mut due = BTreeSet::new();
    for (list, kind) in LISTS {
        let of = form.resolved(&form.0["properties"][list]);
        let of = if of["items"].is_object() { &of["items"] } else { of };
        form.fields(kind, "$", of, &mut due);
    }
    let known = shared.sql(OWNER, "SELECT * FROM shape").unwrap();
    let known: BTreeSet<String> = known.lines().map(str::to_owned).collect();
    assert_eq!(known, due);
}

#[test]
fn every_record_that_a_desk_makes_is_taken() {
    let station = fixture::station();
    let Some(mut shared) = Shared::new(&arna_domain::Station::default()) else {
        return;
    };
    let put = |edit: &mut arna_store::Edit<'_>| edit.replace_station(&station);
    shared.owner.store.transact(&entry("import_station", NOW), put).unwrap();
    assert_eq!(shared.owner.store.station().unwrap(), station);
    let kinds = shared.sql(OWNER, "SELECT DISTINCT kind FROM record").unwrap();
    let kinds: BTreeSet<&str> = kinds.lines().collect();
    assert_eq!(kinds, LISTS.map(|(_, kind)| kind).into(), "one of each kind is tried");
}
