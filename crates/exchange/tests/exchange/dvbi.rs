//! DVB-I's content guide, as a reader takes it and as others judge it.

use std::process::Command;

use arna_domain::receiver::Edition;
use arna_exchange::dvbi::{self, LONGEST_SYNOPSIS, LONGEST_TITLE};
use arna_exchange::listing::Listing;
use arna_exchange::tva::Profile;
use insta::assert_snapshot;

use crate::fixture;
use crate::schedules::{khabar, told, welle};
use crate::tva::told_by_set;

pub fn guide(listing: &Listing, edition: Edition) -> (String, usize) {
    let profile = Profile {
        edition,
        authority: "khabar.kz".to_owned(),
    };
    let mut text = Vec::new();
    let left_out = dvbi::write(listing, &profile, &mut text).unwrap();
    (String::from_utf8(text).unwrap(), left_out)
}

#[test]
fn a_guide_for_sets_in_the_profile_of_dvb_i() {
    assert_snapshot!(guide(&khabar(), Edition::Of2024).0);
}

#[test]
fn each_event_is_told_once_as_in_every_other_form() {
    for listing in [khabar(), welle()] {
        let (text, left_out) = guide(&listing, Edition::Of2024);
        assert_eq!((told_by_set(&text).1, left_out), (told(&listing), 0));
    }
}

#[test]
fn texts_longer_than_sets_take_are_cut_and_counted() {
    let mut station = fixture::station();
    let long = |length: usize| "қ".repeat(length);
    for title in station.programmes[0].title.0.values_mut() {
        *title = long(LONGEST_TITLE + 9);
    }
    for synopsis in station.programmes[0].synopsis.0.values_mut() {
        *synopsis = long(LONGEST_SYNOPSIS + 9);
    }
    let id = station.programmes[0].id.clone();
    let listing = fixture::listed(&station, "khabar.kz", "2024-07-01", 1, "kk");
    assert!(listing.airings.iter().any(|one| one.programme.as_ref() == Some(&id)));
    let (text, left_out) = guide(&listing, Edition::Of2024);
    assert!(left_out >= 10, "{left_out}");
    let said = |name: &str| -> Vec<usize> {
        let begins = format!("<{name} ");
        let parts = text.split(&begins).skip(1);
        let inner = parts.map(|part| part.split_once('>').unwrap().1.split_once('<').unwrap().0);
        inner.map(|inner| inner.chars().count()).collect()
    };
    assert_eq!(said("Title").into_iter().max(), Some(LONGEST_TITLE));
    assert!(said("Synopsis").into_iter().all(|length| length <= LONGEST_SYNOPSIS));
}

/// The schemas and the judge are others' (github.com/paulhiggs/dvb-i-tools, with what it wants installed): `ARNA_DVBI_TOOLS` is the
/// folder it lies in.
#[test]
fn the_judge_of_dvb_i_guides_has_no_complaint() {
    let Some(folder) = std::env::var_os("ARNA_DVBI_TOOLS").map(std::path::PathBuf::from) else {
        eprintln!("SKIPPED: ARNA_DVBI_TOOLS names no folder");
        return;
    };
    let place = tempfile::tempdir().unwrap();
    let mut paths = Vec::new();
    for edition in Edition::ALL {
        for listing in [khabar(), welle()] {
            let path = place
                .path()
                .join(format!("{}-{}.xml", edition.as_str(), listing.channel));
            std::fs::write(&path, guide(&listing, edition).0).unwrap();
            paths.push(path);
        }
    }
    let judge = r"
        import { readFileSync } from 'node:fs'
        const at = (name) => new URL(name, `file://${process.cwd()}/`)
        await import(at('libxml2-wasm-extensions.mjs'))
        const Judge = (await import(at('lib/cg_check.mjs'))).default
        const Errors = (await import(at('lib/error_list.mjs'))).default
        const judge = new Judge({ async: false, verbose: false })
        for (const path of process.argv.slice(1)) {
            const errors = new Errors()
            judge.doValidateContentGuide(readFileSync(path, 'utf8'), 'Time', errors, { report_schema_version: false })
            const all = [...(errors.fatals ?? []), ...errors.errors]
            for (const one of all) console.log(path, one.code, one.message)
        }
        process.exit(0)";
    let output = Command::new("node")
        .args(["--input-type=module", "--eval", judge, "--"])
        .args(&paths)
        .current_dir(&folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(said, "");
}
