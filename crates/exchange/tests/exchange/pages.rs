//! Pages for partners.

use std::collections::BTreeMap;

use arna_domain::{DateRange, Language, ProgrammeId, Words};
use arna_exchange::page::{self, Subject};
use insta::assert_snapshot;
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::fixture::{self, ParseDate as _};

pub fn words() -> page::Words {
    let own = |text: &str| text.to_owned();
    page::Words {
        language: Language::parse("kk").unwrap(),
        until: own("–"),
        airings: own("Көрсетілім"),
        channel: own("Арна"),
        spoken: own("Тіл"),
        date: own("Күні"),
        time: own("Уақыты"),
        duration: own("Ұзақтығы"),
        episode: own("Серия"),
        showing: own("Көрсетілімі"),
        premiere: own("тұсаукесер"),
        first_run: own("алғаш рет"),
        repeat: own("қайталау"),
        none: own("Көрсетілмейді."),
        weekdays: ["дс", "сс", "ср", "бс", "жм", "сн", "жс"].map(own),
        languages: BTreeMap::from([(Language::parse("kk").unwrap(), own("қазақша"))]),
    }
}

fn page(station: &arna_domain::Station, programme: &str) -> (String, usize) {
    let range = DateRange::new("2024-07-01".parse_date(), 120).unwrap();
    let listings: Vec<_> = ["khabar.kz", "welle.de"]
        .map(|channel| fixture::listed(station, channel, "2024-07-01", 120, "kk"))
        .into();
    let language = Language::parse("kk").unwrap();
    let about = page::subject(station, &ProgrammeId::from(programme), &language).unwrap();
    let mut text = Vec::new();
    let (airings, dropped) = page::write(&listings, &about, range, &words(), &mut text).unwrap();
    assert_eq!(dropped, 0);
    (String::from_utf8(text).unwrap(), airings)
}

#[test]
fn a_page_tells_where_and_when_in_each_language() {
    let (text, airings) = page(&fixture::station(), "common-dream");
    assert_eq!(airings, 5);
    assert_snapshot!(text);
}

#[test]
fn a_page_needs_nothing_else_and_runs_nothing() {
    let mut station = fixture::station();
    station.programmes[0].title = Words::from([("kk", "<script>alert(1)</script> \"&'")]);
    let (text, _) = page(&station, "common-dream");
    for foreign in ["<script", "src=", "href=", "url(", "@import"] {
        assert!(!text.contains(foreign), "{foreign}: {text}");
    }
    assert!(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{text}");
    assert!(
        text.contains("@media print")
            && text.contains("default-src 'none'") | text.contains("default-src &apos;none&apos;")
    );
    // It is well formed, which is more than a page must be.
    let mut reader = Reader::from_str(&text);
    while !matches!(reader.read_event().unwrap(), Event::Eof) {}
}

#[test]
fn what_airs_nowhere_is_said() {
    let (text, airings) = page(&fixture::station(), "ident");
    assert_eq!(airings, 1, "fillers are airings too, where one asks for them");
    assert!(text.contains("Ident"));
    let mut station = fixture::station();
    station.schedule.clear();
    let (text, airings) = page(&station, "quotes");
    assert_eq!(airings, 0);
    assert!(text.contains("Көрсетілмейді."));
    let nobody = page::subject(&station, &ProgrammeId::from("nobody"), &Language::parse("kk").unwrap());
    assert_eq!(nobody, None::<Subject>);
}
