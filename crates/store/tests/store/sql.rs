//! The SQL reads the same in SQLite and PostgreSQL.

use std::fs;
use std::path::Path;

use crate::fixture::files;

/// SQLite binds `$n` in the order in which they first occur, PostgreSQL by number: the two agree where numbers come in order.
#[test]
fn the_numbers_of_a_statement_first_occur_in_order() {
    let mut statements = 0;
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in files(&source).into_keys() {
        let text = fs::read_to_string(file).unwrap();
        for literal in text
            .split('"')
            .skip(1)
            .step_by(2)
            .filter(|literal| literal.contains("$1"))
        {
            let mut seen = 0;
            for number in literal.split('$').skip(1) {
                let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
                let number: usize = digits.parse().unwrap();
                assert!(number <= seen + 1, "{literal}");
                seen = seen.max(number);
            }
            statements += 1;
        }
    }
    assert!(statements > 10, "{statements}");
}
