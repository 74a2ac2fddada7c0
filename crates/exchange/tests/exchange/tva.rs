//! TV-Anytime, as a reader takes it.

use std::collections::HashSet;

use arna_domain::receiver::Edition;
use arna_exchange::listing::Listing;
use arna_exchange::tva::{self, Profile};
use insta::assert_snapshot;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::fixture;
use crate::schedules::{khabar, told, welle};

pub fn guide(listing: &Listing, edition: Edition) -> String {
    let profile = Profile {
        edition,
        authority: "khabar.kz".to_owned(),
    };
    let mut text = Vec::new();
    assert_eq!(tva::write(listing, &profile, &mut text).unwrap(), 0);
    String::from_utf8(text).unwrap()
}

fn value(start: &BytesStart<'_>, name: &str) -> String {
    start.try_get_attribute(name).unwrap().unwrap().value.into_owned()
}

/// What a set gets: programmes' CRIDs, and events with CRID, start, end and title by their CRID.
pub fn told_by_set(text: &str) -> (Vec<String>, Vec<(i64, i64, String)>) {
    let mut reader = Reader::from_str(text);
    let (mut programmes, mut events) = (Vec::<(String, Option<String>)>::new(), Vec::new());
    let (mut crid, mut start, mut said) = (String::new(), 0, String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) if element.name().as_ref() == "ProgramInformation" => {
                programmes.push((value(&element, "programId"), None));
            }
            Event::Empty(element) if element.name().as_ref() == "Program" => crid = value(&element, "crid"),
            Event::Start(_) => said.clear(),
            Event::Text(text) => said.push_str(&text),
            Event::GeneralRef(entity) => said.push_str(quick_xml::escape::resolve_xml_entity(&entity).unwrap()),
            Event::End(element) => match element.name().as_ref() {
                "Title" => {
                    programmes.last_mut().unwrap().1.get_or_insert(said.clone());
                }
                "PublishedStartTime" => start = chrono::DateTime::parse_from_rfc3339(&said).unwrap().timestamp(),
                "PublishedDuration" => {
                    let mut seconds = 0;
                    let mut number = 0;
                    for c in said.strip_prefix("PT").unwrap().chars() {
                        match c {
                            'H' | 'M' | 'S' => {
                                seconds += number
                                    * [("H", 3_600), ("M", 60), ("S", 1)]
                                        .iter()
                                        .find(|one| one.0 == c.to_string())
                                        .unwrap()
                                        .1;
                                number = 0;
                            }
                            digit => number = number * 10 + i64::from(digit.to_digit(10).unwrap()),
                        }
                    }
                    let known = programmes
                        .iter()
                        .find(|one| one.0 == crid)
                        .expect("an event's CRID stands in the table");
                    events.push((start, start + seconds, known.1.clone().unwrap()));
                }
                _ => {}
            },
            Event::Eof => return (programmes.into_iter().map(|one| one.0).collect(), events),
            _ => {}
        }
    }
}

#[test]
fn a_guide_for_sets() {
    assert_snapshot!(guide(&khabar(), Edition::Of2024));
}

#[test]
fn each_event_is_told_once_and_each_programme_stands_once_in_the_table() {
    for listing in [khabar(), welle()] {
        let (programmes, events) = told_by_set(&guide(&listing, Edition::Of2023));
        assert_eq!(events, told(&listing));
        assert_eq!(
            programmes.iter().collect::<HashSet<_>>().len(),
            programmes.len(),
            "{programmes:?}"
        );
        for crid in programmes {
            assert!(
                crid.starts_with("crid://khabar.kz/") && crid.is_ascii() && !crid.contains(' '),
                "{crid}"
            );
        }
    }
}

#[test]
fn one_year_of_the_schema_and_times_in_utc() {
    for edition in Edition::ALL {
        let text = guide(&welle(), edition);
        assert_eq!(text.matches("urn:tva:metadata:").count(), 1);
        assert!(text.contains(&format!("xmlns=\"urn:tva:metadata:{}\"", edition.as_str())));
        assert!(text.matches("<PublishedStartTime>").count() > 3);
        for time in text.split("<PublishedStartTime>").skip(1) {
            assert_eq!(&time[19..20], "Z", "{time}");
        }
        let service = format!("=\"tag:khabar.kz,{}:welle.de\"", edition.as_str());
        assert_eq!(
            text.matches(&service).count(),
            2,
            "the service, and the schedule that names it"
        );
    }
}

#[test]
fn breaks_are_no_matter_of_guides() {
    let text = guide(
        &fixture::listed(&fixture::station(), "khabar.kz", "2024-07-01", 1, "kk"),
        Edition::Of2024,
    );
    assert!(!text.contains("quotes-promo") && !text.contains("ident-10"), "{text}");
}

/// The schemas are others' (github.com/paulhiggs/dvb-i-tools has them): `ARNA_TVA_SCHEMAS` is the folder they lie in.
#[test]
fn the_schema_of_each_year_has_no_complaint() {
    let Some(folder) = std::env::var_os("ARNA_TVA_SCHEMAS").map(std::path::PathBuf::from) else {
        eprintln!("SKIPPED: ARNA_TVA_SCHEMAS names no folder");
        return;
    };
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("guide.xml");
    for edition in Edition::ALL {
        let schema = folder.join(format!("tva_metadata_3-1_{}.xsd", edition.as_str()));
        for listing in [khabar(), welle()] {
            std::fs::write(&path, guide(&listing, edition)).unwrap();
            let mut xmllint = std::process::Command::new("xmllint");
            let output = xmllint
                .args(["--noout", "--nonet", "--schema"])
                .arg(&schema)
                .arg(&path)
                .output()
                .unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
    }
}
