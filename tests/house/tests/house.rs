//! What docs/ARCHITECTURE.md says of the house, as tests.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .unwrap()
}

fn metadata() -> Value {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args([
            "metadata",
            "--format-version",
            "1",
            "--no-deps",
            "--locked",
            "--offline",
        ])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Own packages that each own package depends on, tests and benches included.
fn arrows() -> BTreeMap<String, BTreeSet<String>> {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().unwrap();
    let name = |value: &Value| value["name"].as_str().unwrap().to_owned();
    let own: BTreeSet<String> = packages.iter().map(name).collect();
    packages
        .iter()
        .map(|package| {
            let needs = package["dependencies"].as_array().unwrap().iter().map(name);
            (name(package), needs.filter(|one| own.contains(one)).collect())
        })
        .collect()
}

#[test]
fn arrows_point_one_way() {
    let allowed: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("arna-domain", &[][..]),
        ("arna-sample", &["arna-domain"][..]),
        // Of what is made up only its tests and benches know.
        ("arna-planner", &["arna-domain", "arna-sample"][..]),
        ("arna-store", &["arna-domain"][..]),
        ("arna-exchange", &["arna-domain"][..]),
        (
            "arna-app",
            &[
                "arna-domain",
                "arna-planner",
                "arna-sample",
                "arna-store",
                "arna-exchange",
            ][..],
        ),
        ("arna-cli", &["arna-domain", "arna-app"][..]),
        ("arna-desktop", &["arna-domain", "arna-app"][..]),
        ("arna-house", &[][..]),
    ]);
    for (package, needs) in arrows() {
        let Some(allowed) = allowed.get(package.as_str()) else {
            panic!("{package} has no place in the house")
        };
        for need in &needs {
            assert!(allowed.contains(&need.as_str()), "{package} must not depend on {need}");
        }
    }
}

#[test]
fn every_library_has_its_line() {
    let documented = fs::read_to_string(root().join("docs/DEPENDENCIES.md")).unwrap();
    let metadata = metadata();
    let mut all: BTreeSet<String> = BTreeSet::new();
    for package in metadata["packages"].as_array().unwrap() {
        for dependency in package["dependencies"].as_array().unwrap() {
            all.insert(dependency["name"].as_str().unwrap().to_owned());
        }
    }
    let page: Value = serde_json::from_slice(&fs::read(root().join("ui/package.json")).unwrap()).unwrap();
    for list in ["dependencies", "devDependencies"] {
        all.extend(
            page[list]
                .as_object()
                .into_iter()
                .flatten()
                .map(|(name, _)| name.clone()),
        );
    }
    for name in all.iter().filter(|name| !name.starts_with("arna-")) {
        assert!(
            documented.contains(&format!("`{name}`")),
            "docs/DEPENDENCIES.md has no line for {name}"
        );
    }
}

/// Source files of the project's own, with their texts.
fn sources(extensions: &[&str]) -> Vec<(PathBuf, String)> {
    let listed = Command::new("git")
        .args(["ls-files"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(listed.status.success(), "the house is checked from its repository");
    let wanted = |path: &Path| {
        path.extension()
            .is_some_and(|own| extensions.iter().any(|one| own == *one))
    };
    String::from_utf8(listed.stdout)
        .unwrap()
        .lines()
        .map(PathBuf::from)
        .filter(|path| wanted(path))
        .filter_map(|path| Some((path.clone(), fs::read_to_string(root().join(&path)).ok()?)))
        .collect()
}

#[test]
fn no_file_is_longer_than_it_can_be_read() {
    for (path, text) in sources(&["rs", "ts", "svelte", "sh", "mjs"]) {
        let lines = text.lines().count();
        assert!(
            path.ends_with("bindings.ts") || lines <= 800,
            "{} has {lines} lines",
            path.display()
        );
    }
}

/// Messages of a language: each id with the values it names.
fn messages(language: &str, file: &str) -> BTreeMap<String, BTreeSet<String>> {
    let path = root().join("locales").join(language).join(file);
    let text = fs::read_to_string(&path).unwrap();
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((id, _)) = line
            .split_once(" =")
            .filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
        {
            current = id.to_owned();
            assert!(
                all.insert(current.clone(), BTreeSet::new()).is_none(),
                "{}: {id} twice",
                path.display()
            );
        }
        let names = line.split('$').skip(1).map(|rest| {
            let end = rest
                .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-'))
                .unwrap_or(rest.len());
            rest[..end].to_owned()
        });
        if let Some(own) = all.get_mut(&current) {
            own.extend(names);
        }
    }
    all
}

/// The message files of a language, by name.
fn message_files(language: &str) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(root().join("locales").join(language))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn every_language_says_the_same_things() {
    let files = message_files("en");
    assert!(files.len() > 3, "{files:?}");
    for language in ["kk", "ru", "zh"] {
        assert_eq!(message_files(language), files, "{language}");
    }
    for file in &files {
        let english = messages("en", file);
        for language in ["kk", "ru", "zh"] {
            let own = messages(language, file);
            let ids = |all: &BTreeMap<String, _>| all.keys().cloned().collect::<Vec<_>>();
            assert_eq!(ids(&own), ids(&english), "{language}/{file}");
            for (id, values) in &english {
                assert!(
                    own[id].is_subset(values),
                    "{language}/{file}: {id} names {:?}, not {values:?}",
                    own[id]
                );
            }
        }
    }
}

/// The codes in a source: texts that stand where a code does.
fn codes(path: &str, marks: &[&str]) -> BTreeSet<String> {
    let text = fs::read_to_string(root().join(path)).unwrap();
    let mut found = BTreeSet::new();
    for mark in marks {
        for rest in text.split(mark).skip(1) {
            let word: String = rest
                .chars()
                .take_while(|c| c.is_ascii_lowercase() || *c == '_')
                .collect();
            if word.len() > 2 && rest[word.len()..].starts_with('"') {
                found.insert(word);
            }
        }
    }
    found
}

#[test]
fn every_cell_of_a_workbook_that_is_told_of_has_its_message_in_every_language() {
    let marks = [
        "Err(\"",
        "ok_or(\"",
        "said(\"",
        "code: \"",
        "cell(0, 0), \"",
        "cell(head, 0), \"",
        "cell(head, at), \"",
        "left), \"",
        "Field::Id), \"",
        "is_empty() { \"",
        "else { \"",
    ];
    let mut told = BTreeSet::new();
    for path in [
        "exchange/src/workbook/value",
        "exchange/src/workbook/read",
        "exchange/src/workbook/noun",
        "app/src/workbook/told",
    ] {
        let own = codes(&format!("crates/{path}.rs"), &marks);
        assert!(!own.is_empty(), "{path}");
        told.extend(own);
    }
    told.extend(codes("crates/app/src/workbook/place.rs", &["\"workbook_"]));
    let with_messages = |language: &str, before: &str| -> BTreeSet<String> {
        let ids = messages(language, "workbook.ftl").into_keys();
        ids.filter_map(|id| id.strip_prefix(before).map(str::to_owned))
            .collect()
    };
    let refusals: BTreeSet<String> = sources(&["rs"])
        .iter()
        .flat_map(|(path, _)| codes(&path.display().to_string(), &["Failure::new(\"workbook_"]))
        .collect();
    assert!(refusals.len() > 2, "{refusals:?}");
    for language in ["en", "kk", "ru", "zh"] {
        // A code that nothing tells any more is a message too many.
        assert_eq!(with_messages(language, "invalid-workbook_"), told, "{language}");
        let failures = with_messages(language, "failure-workbook_");
        for code in &refusals {
            let has = |id: &str| failures.contains(id);
            assert!(
                has(code) && has(&format!("{code}-hint")),
                "failure-workbook_{code} in {language}"
            );
        }
    }
}

#[test]
fn every_code_has_its_message() {
    let english: BTreeSet<String> = message_files("en")
        .iter()
        .flat_map(|file| messages("en", file).into_keys())
        .collect();
    let known = |id: &str| english.contains(id);
    let mut rules = codes("crates/domain/src/rules/mod.rs", &["rule(\"", "rule(\n        \""]);
    assert_eq!(rules.len(), 11, "{rules:?}");
    for code in &rules {
        assert!(known(&format!("rule-{code}")), "rule-{code}");
    }
    for path in ["findings.rs", "review.rs", "quota.rs"] {
        rules.extend(codes(&format!("crates/planner/src/{path}"), &["code: \""]));
    }
    for path in ["slots.rs", "repeats.rs", "versions.rs", "verify.rs"] {
        let path = format!("crates/planner/src/rollout/{path}");
        rules.extend(codes(&path, &["number, \"", "finding(\"", "(\"", "=> (\""]));
    }
    rules.extend(codes("crates/planner/src/outcome.rs", &["without_version(\""]));
    rules.extend(codes("crates/domain/src/instance.rs", &["date, \"", "=> \""]));
    for code in rules {
        assert!(known(&format!("finding-{code}")), "finding-{code}");
    }
    let causes = codes("crates/planner/src/difference.rs", &["\n        \""]);
    assert!(causes.len() > 10, "{causes:?}");
    for code in causes {
        assert!(known(&format!("cause-{code}")), "cause-{code}");
    }
    let exchange = |file: &str| format!("crates/exchange/src/{file}.rs");
    let playout = codes(
        &exchange("playout"),
        &[
            "self.find(\"",
            "self.find(\n                \"",
            "self.find(\n            \"",
        ],
    );
    assert!(playout.len() >= 4, "{playout:?}");
    for code in playout {
        assert!(known(&format!("finding-{code}")), "finding-{code}");
    }
    let readers = [
        "xmltv/read",
        "bxf/message",
        "bxf/read",
        "sheet/schedule",
        "playout/read",
        "xml_in",
        "received",
        "asrun/rows",
        "asrun/table",
        "asrun/bxf",
        "asrun/letters",
        "asrun/mapping",
    ]
    .map(exchange);
    let mut remarks = BTreeSet::new();
    let mut refusals = BTreeSet::new();
    for path in &readers {
        remarks.extend(codes(
            path,
            &[
                "remark(\"",
                "remark(\n                \"",
                "remark(\n            \"",
                ".say(\"",
                ".said(\"",
            ],
        ));
        let marks = [
            "refused(\"",
            "refused(\n                \"",
            "wrong(path, \"",
            "(path, \"",
        ];
        refusals.extend(codes(path, &marks));
    }
    assert!(remarks.len() > 20 && refusals.len() > 7, "{remarks:?} {refusals:?}");
    for code in remarks {
        assert!(known(&format!("received-{code}")), "received-{code}");
    }
    for code in refusals {
        assert!(known(&format!("invalid-{code}")), "invalid-{code}");
    }
    let faults = codes(
        &exchange("sheet/rows"),
        &["column, \"", "column.at, \"", "place(Field::Time), \""],
    );
    assert!(faults.len() > 9, "{faults:?}");
    for code in faults {
        assert!(known(&format!("sheet-fault-{code}")), "sheet-fault-{code}");
    }
    let mut failures = BTreeSet::new();
    for path in [
        "crates/exchange/src/error.rs",
        "crates/store/src/error.rs",
        "crates/store/src/shared/error.rs",
        "crates/app/src/failure.rs",
        "crates/planner/src/request.rs",
    ] {
        failures.extend(codes(path, &["=> \""]));
    }
    for (path, _) in sources(&["rs"]) {
        failures.extend(codes(&path.display().to_string(), &["Failure::new(\"", "Self::new(\""]));
    }
    for word in [
        "sequels", "pools", "proof", "repeats", "breaks", "fast", "normal", "best", "write", "read",
    ] {
        failures.remove(word);
    }
    assert!(failures.len() > 20, "{failures:?}");
    for code in failures {
        assert!(known(&format!("failure-{code}")), "failure-{code}");
        assert!(known(&format!("failure-{code}-hint")), "failure-{code}-hint");
    }
    let mut invalid = BTreeSet::new();
    let index = ["catalogue", "grid", "rest", "mod", "invalid"].map(|file| format!("index/{file}"));
    let amendment = ["catalogue", "grid", "pins", "rights"].map(|file| format!("amendment/{file}"));
    for path in index.iter().chain(&amendment) {
        let path = format!("crates/domain/src/{path}.rs");
        let text = fs::read_to_string(root().join(&path)).unwrap();
        // A complaint's code is the text that its values follow.
        let mut before = "";
        for (at, _) in text.match_indices("values! {") {
            let head = text[..at].trim_end().trim_end_matches("crate::").trim_end();
            let head = head.strip_suffix(',').unwrap_or(head);
            before = head
                .strip_suffix('"')
                .and_then(|head| head.rsplit('"').next())
                .unwrap_or(before);
            if head.ends_with('"') {
                invalid.insert(before.to_owned());
            }
        }
    }
    assert!(invalid.len() > 8, "{invalid:?}");
    for code in invalid {
        assert!(known(&format!("invalid-{code}")), "invalid-{code}");
    }
    let mut faults = BTreeSet::new();
    let looks = [
        "store/src/verify",
        "store/src/rows",
        "store/src/salvage",
        "app/src/verify",
        "app/src/salvage",
    ];
    for path in looks.map(|file| format!("crates/{file}.rs")) {
        faults.extend(codes(&path, &["Fault::new(\""]));
    }
    // A row that cannot be read is the fault of its table's name.
    faults.extend(["record", "airing", "scenario", "delivery"].map(str::to_owned));
    assert!(faults.len() > 20, "{faults:?}");
    for code in faults {
        assert!(known(&format!("fault-{code}")), "fault-{code}");
    }
    for word in codes(
        "crates/store/src/verify.rs",
        &["Self::Salvage => \"", "Self::Restore => \"", "Self::Nothing => \""],
    ) {
        assert!(known(&format!("remedy-{word}")), "remedy-{word}");
    }
    let kinds = codes("crates/domain/src/amendment/mod.rs", &["=> \""]);
    assert!(kinds.len() > 20, "{kinds:?}");
    for kind in kinds {
        assert!(known(&format!("amendment-{kind}")), "amendment-{kind}");
    }
    for kind in codes("crates/store/src/record.rs", &[") \""]) {
        assert!(
            known(&format!("op-put_{kind}")) && known(&format!("op-remove_{kind}")),
            "op of {kind}"
        );
    }
}
