//! What is printed: tables for people, JSON for programs, failures with place and remedy.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;

use arna_app::Failure;
use arna_app::failure::Detail;
use arna_domain::{Values, values};
use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};
use serde_json::{Value, json};

use crate::words::Words;

/// Where everything printed goes through.
pub(crate) struct Output {
    pub(crate) words: Words,
    pub(crate) json: bool,
}

impl Output {
    pub(crate) fn new(words: Words, json: bool) -> Self {
        Self { words, json }
    }

    /// Text on standard output. Whoever reads it may stop reading.
    pub(crate) fn text(&self, text: &str) -> Result<(), Failure> {
        self.written(|to| to.write_all(text.as_bytes()))
            .or_else(|error| self.stopped(&error))
    }

    /// What is written to standard output as it is made.
    pub(crate) fn written<T, E: From<io::Error>>(
        &self,
        write: impl FnOnce(&mut dyn io::Write) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut to = io::BufWriter::new(io::stdout().lock());
        let done = write(&mut to)?;
        to.flush()?;
        Ok(done)
    }

    /// Standard output takes no more: no failure where its reader has read enough.
    pub(crate) fn stopped(&self, error: &io::Error) -> Result<(), Failure> {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Ok(());
        }
        let values = values! { "doing" => "write", "why" => error.to_string() };
        Err(Failure::new("file_trouble", values).of(Path::new("-")))
    }

    /// A line on standard output.
    pub(crate) fn line(&self, line: &str) -> Result<(), Failure> {
        self.text(&format!("{line}\n"))
    }

    /// JSON on standard output.
    pub(crate) fn value(&self, value: &Value) -> Result<(), Failure> {
        self.line(&format!("{value:#}"))
    }

    /// A remark on standard error, where it is in nobody's way.
    pub(crate) fn remark(&self, id: &str, values: &Values) {
        beside(&self.words.tell(id, values));
    }

    /// A table with these heads (messages `cli-head-<name>`).
    pub(crate) fn table(&self, heads: &[&str], rows: Vec<Vec<String>>) -> Result<(), Failure> {
        self.table_with_heads(self.heads(heads), rows)
    }

    /// A table with these words for heads.
    pub(crate) fn table_with_heads(&self, heads: Vec<String>, rows: Vec<Vec<String>>) -> Result<(), Failure> {
        self.table_with_widths(heads, rows, &[])
    }

    /// A table whose columns are at least so wide, in characters: what is shorter than that is never broken.
    pub(crate) fn table_with_widths(
        &self,
        heads: Vec<String>,
        rows: Vec<Vec<String>>,
        least: &[u16],
    ) -> Result<(), Failure> {
        let mut table = drawn(heads, rows);
        if !io::stdout().is_terminal() {
            table.set_width(160);
        }
        for (column, &least) in table.column_iter_mut().zip(least) {
            if least > 0 {
                let padding = 2;
                column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(least + padding)));
            }
        }
        self.line(&table.to_string())
    }

    /// A table on standard error, beside a document on standard output.
    pub(crate) fn remark_table(&self, heads: &[&str], rows: Vec<Vec<String>>) {
        let mut table = drawn(self.heads(heads), rows);
        if !io::stderr().is_terminal() {
            table.set_width(160);
        }
        beside(&table.to_string());
    }

    fn heads(&self, names: &[&str]) -> Vec<String> {
        names
            .iter()
            .map(|head| self.words.say(&format!("cli-head-{head}")))
            .collect()
    }

    /// Why something was not done, with place and remedy.
    pub(crate) fn failure(&self, failure: &Failure) {
        if self.json {
            beside(&format!("{:#}", json!({ "failure": failure })));
            return;
        }
        let say = |id: &str| self.words.say(id);
        let id = format!("failure-{}", failure.code);
        let mut lines = vec![format!("{}: {}", say("cli-error"), self.words.tell(&id, &failure.args))];
        lines.extend(failure.file.iter().map(|file| format!("  {}: {file}", say("cli-file"))));
        lines.extend(failure.details.iter().map(|detail| self.detail(detail)));
        let hint = self.words.tell_if_known(&format!("{id}-hint"), &failure.args);
        lines.extend(hint.map(|hint| format!("  {}: {hint}", say("cli-remedy"))));
        beside(&lines.join("\n"));
    }

    /// One thing wrong inside a document, with its place.
    fn detail(&self, detail: &Detail) -> String {
        let place = match detail.at {
            Some((line, column)) if line > 0 => format!("{line}:{column} {}", detail.path),
            _ => detail.path.clone(),
        };
        let what = self.words.tell(&format!("invalid-{}", detail.code), &detail.values);
        format!("  {}: {what}", place.trim())
    }
}

/// A text on standard error. Where that takes no more, nobody is left to tell, and what is being done goes on.
fn beside(text: &str) {
    writeln!(io::stderr().lock(), "{text}").unwrap_or_default();
}

fn drawn(heads: Vec<String>, rows: Vec<Vec<String>>) -> Table {
    let mut table = Table::new();
    table
        .load_preset(presets::UTF8_BORDERS_ONLY)
        .set_content_arrangement(ContentArrangement::Dynamic);
    table.set_header(heads);
    table.add_rows(rows);
    table
}
