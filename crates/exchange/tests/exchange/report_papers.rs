//! Reports on paper, read back by poppler and looked over by qpdf, where these are installed.

use arna_domain::{BroadcastDate, DateRange};
use arna_exchange::pdf::{self, ReportOf};
use arna_exchange::table::{Cell, Column, Kind, Table, Words};
use proptest::prelude::*;

use crate::fixture::ParseDate as _;
use crate::papers::{asked, dense, on_one_line, read, rows};

const LANGUAGES: [(&str, &str, [&str; 6]); 4] = [
    (
        "en",
        "Reach by programme",
        [
            "programme",
            "airings",
            "on air",
            "share of prime time",
            "first",
            "state",
        ],
    ),
    (
        "kk",
        "Бағдарламалар бойынша қамту",
        [
            "бағдарлама",
            "эфирге шығуы",
            "эфир уақыты",
            "прайм-тайм үлесі",
            "алғашқысы",
            "күйі",
        ],
    ),
    (
        "ru",
        "Охват по программам",
        [
            "программа",
            "выходов",
            "время в эфире",
            "доля прайм-тайма",
            "первый",
            "состояние",
        ],
    ),
    (
        "zh",
        "按节目统计的覆盖",
        ["节目", "播出", "播出时长", "黄金时段占比", "首次", "状态"],
    ),
];

fn words(language: &str, title: &str, heads: &[&str]) -> Words {
    Words {
        title: title.to_owned(),
        heads: heads.iter().map(|head| (*head).to_owned()).collect(),
        words: [("kept".to_owned(), "№ 1".to_owned())].into(),
        total: "Σ".to_owned(),
        decimal: ",".to_owned(),
        notes: vec!["How it counts.".to_owned(), "And what it cannot tell.".to_owned()],
        channels: "Хабар, CCTV-4".to_owned(),
        none: "Nothing to report.".to_owned(),
        language: language.to_owned(),
    }
}

fn table(titles: &[&str]) -> Table {
    let column = |name, kind| Column { name, kind };
    let row = |(at, title): (usize, &&str)| {
        vec![
            Cell::text(*title),
            Cell::count(at),
            Cell::Duration(60_000 * at as i64),
            Cell::Share { part: 1, whole: 8 },
            Cell::Date("2024-07-04".parse_date()),
            Cell::Word("kept"),
        ]
    };
    let mut totals = vec![Cell::Nothing; 6];
    totals[1] = Cell::Count(987_654);
    Table {
        columns: vec![
            column("programme", Kind::Text),
            column("airings", Kind::Count),
            column("on_air", Kind::Duration),
            column("share", Kind::Share),
            column("first", Kind::Date),
            column("state", Kind::Word),
        ],
        rows: titles.iter().enumerate().map(row).collect(),
        totals,
    }
}

fn written(table: &Table, words: &Words) -> (Vec<u8>, usize) {
    let first: BroadcastDate = "2024-07-01".parse_date();
    let of = ReportOf {
        report: "programmes",
        range: DateRange::new(first, 7).unwrap(),
    };
    let mut bytes = Vec::new();
    let lost = pdf::write_report(table, of, words, &mut bytes).unwrap();
    (bytes, lost)
}

/// Where each word stands, by poppler: its left and right, and the width of its page.
fn places(pdf: &[u8]) -> Option<Vec<(f32, f32, f32)>> {
    let text = asked("pdftotext", &["-bbox", "FILE", "-"], pdf)?;
    let number = |line: &str, name: &str| -> f32 {
        let after = line.split_once(&format!("{name}=\"")).unwrap().1;
        after.split('"').next().unwrap().parse().unwrap()
    };
    let mut width = 0.0;
    let mut places = Vec::new();
    for line in text.lines() {
        if line.contains("<page ") {
            width = number(line, "width");
        } else if line.contains("<word ") {
            places.push((number(line, "xMin"), number(line, "xMax"), width));
        }
    }
    Some(places)
}

#[track_caller]
fn is_within_margins(pdf: &[u8]) {
    for (left, right, width) in places(pdf).unwrap_or_default() {
        assert!(left >= 33.0 && right <= width - 33.0, "{left} to {right} of {width}");
    }
}

#[test]
fn a_report_says_all_of_its_table_in_four_languages() {
    for (language, title, heads) in LANGUAGES {
        let titles: Vec<String> = (0..90).map(|at| format!("Қазақ 中国 {at}")).collect();
        let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
        let (table, words) = (table(&titles), words(language, title, &heads));
        let (pdf, lost) = written(&table, &words);
        assert_eq!(lost, 0, "{language}");
        assert!(pdf == written(&table, &words).0, "{language}: the same bytes each time");
        asked("qpdf", &["--check", "FILE"], &pdf);
        if let Some(told) = asked("pdfinfo", &["FILE"], &pdf) {
            let told = on_one_line(&told);
            assert!(
                told.contains("595.28 x 841.89") && told.contains("Tagged: yes"),
                "{told}"
            );
        }
        is_within_margins(&pdf);
        let Some(text) = read(&pdf) else { continue };
        let mut at = 0;
        let opening = format!("{title} 2024-07-01 – 2024-07-07 · Хабар, CCTV-4");
        let row =
            |(at, title): (usize, &&str)| format!("{title}{at}0:{at:02}:0012,5 %2024-07-04№ 1").replace("0:60", "1:00");
        let told = titles.iter().enumerate().take(60).map(row);
        let said = std::iter::once(opening).chain(told).chain([
            "Σ987654".to_owned(),
            "How it counts.And what it cannot tell.".to_owned(),
        ]);
        for one in said {
            let one = dense(&one);
            at += text[at..]
                .find(&one)
                .unwrap_or_else(|| panic!("{language}: {one} after {at} in\n{text}"))
                + one.len();
        }
        // Heads are on every page, and so is its number.
        let pages = text.matches(&dense(heads[3])).count();
        assert!(pages >= 2, "{language}: {pages}");
        for page in 1..=pages {
            assert_eq!(
                text.matches(&format!("{page}/{pages}")).count(),
                1,
                "{language}: {text}"
            );
        }
    }
}

#[test]
fn figures_end_at_one_line_and_texts_begin_at_one() {
    let (_, title, heads) = LANGUAGES[0];
    let (pdf, _) = written(&table(&["Qazaq"; 12]), &words("en", title, &heads));
    let Some(text) = asked("pdftotext", &["-bbox", "FILE", "-"], &pdf) else {
        return;
    };
    let edges = |word: &dyn Fn(&str) -> bool, edge: &str| -> std::collections::BTreeSet<String> {
        let own = text.lines().filter(|line| line.contains("<word ") && word(line));
        own.map(|line| line.split_once(edge).unwrap().1[1..5].to_owned())
            .collect()
    };
    let clock = |line: &str| line.contains(":00</word>");
    let count = |line: &str| {
        ["3", "10", "987654"]
            .iter()
            .any(|one| line.contains(&format!(">{one}</word>")))
    };
    assert_eq!(edges(&clock, "xMax=").len(), 1, "{text}");
    assert_eq!(edges(&count, "xMax=").len(), 1, "{text}");
    assert_eq!(edges(&|line| line.contains(">Qazaq<"), "xMin=").len(), 1, "{text}");
}

#[test]
fn many_columns_lie_across_and_long_texts_are_broken_not_cut() {
    let kazakh = "Қазақстан мен Қытайдың ортақ арманы туралы деректі фильм ".repeat(6);
    let chinese = "情系中国共同的梦想".repeat(20);
    let (_, title, heads) = LANGUAGES[1];
    let mut wide = table(&[kazakh.as_str(), chinese.as_str()]);
    let mut words = words("kk", title, &heads);
    for name in ["a", "b", "c", "d", "e", "f", "g", "h"] {
        wide.columns.push(Column {
            name,
            kind: Kind::Count,
        });
        words.heads.push("көрсетілмегендері".to_owned());
    }
    let cells = wide.rows.iter_mut().chain([&mut wide.totals]);
    for row in cells {
        row.extend((0..8).map(|_| Cell::Count(1_234_567)));
    }
    let (pdf, _) = written(&wide, &words);
    if let Some(told) = asked("pdfinfo", &["FILE"], &pdf) {
        assert!(told.contains("841.89 x 595.28"), "{told}");
    }
    is_within_margins(&pdf);
    let Some(text) = read(&pdf) else { return };
    assert!(
        text.contains(&dense(heads[3])),
        "heads are read from their first line on: {text}"
    );
    assert!(text.contains(&dense(&kazakh)) && text.contains(&chinese), "{text}");
    assert_eq!(text.matches("1234567").count(), 24, "{text}");
}

#[test]
fn no_row_is_said_and_what_no_face_has_is_counted() {
    let (_, title, heads) = LANGUAGES[0];
    let (pdf, _) = written(&table(&[]), &words("en", title, &heads));
    asked("qpdf", &["--check", "FILE"], &pdf);
    if let Some(rows) = rows(&pdf) {
        let said = [
            title,
            "2024-07-01 – 2024-07-07 · Хабар, CCTV-4",
            "Nothing to report.",
            "How it counts.",
            "And what it cannot tell.",
            "1 / 1",
        ];
        let rows: Vec<_> = rows.iter().map(|row| dense(row)).collect();
        assert_eq!(rows, said.map(dense));
    }
    let (_, lost) = written(&table(&["Ортақ قازاق арман\u{1}"]), &words("en", title, &heads));
    assert_eq!(lost, 6);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Any texts are written, as a document that screen readers can read: the library refuses what is none.
    #[test]
    fn any_texts_are_written(
        texts in prop::collection::vec("\\PC{0,80}|[а-яәғқңөұүһі ]{0,300}|[一-龥]{0,90}|[a-z]{0,200}|.{0,40}", 1..9),
        more in 0_usize..12,
    ) {
        let titles: Vec<&str> = texts.iter().map(String::as_str).collect();
        let (_, title, heads) = LANGUAGES[2];
        let mut any = table(&titles);
        let mut words = words("ru", title, &heads);
        words.channels.clone_from(&texts[0]);
        for _ in 0..more {
            any.columns.push(Column { name: "more", kind: Kind::Text });
            words.heads.push(texts[0].clone());
        }
        for row in any.rows.iter_mut().chain([&mut any.totals]) {
            row.extend((0..more).map(|at| Cell::text(texts[at % texts.len()].clone())));
        }
        let (pdf, _) = written(&any, &words);
        prop_assert!(pdf.starts_with(b"%PDF-1.7"));
    }
}
