//! A report on A4: what was asked, a table whose columns are as wide as what stands in them, its totals, how it counts.
//!
//! Everything is set once, measured, laid out on pages, then drawn: the pages' number stands under each of them.

use std::io::Write;
use std::ops::Range;

use arna_domain::time::DAY;
use arna_domain::{BroadcastDate, DateRange, Instant};
use krilla::tagging::{Identifier, Node, TableHeaderScope, Tag, TagGroup};

use super::faces::{Faces, Line, Set, Weight};
use super::list::{self, Cell, Edge, INSIDE, MARGIN, PAGE, UNDER, foot, height};
use super::paper::{BLACK, Colour, FAINT, Meaning, Page, RULE, SOFT, ink, meaning};
use super::{Draft, ReportOf, heading, paragraph};
use crate::WriteError;
use crate::table::{Cell as Told, Kind, Table, Words};

/// The sizes of letters, the first that has room; the least can still be read.
const SIZES: [f32; 6] = [9.0, 8.5, 8.0, 7.5, 7.0, 6.5];
/// What is crowded is set no larger than this: letters that are easier to read would break texts into many lines.
const CROWDED: f32 = 7.5;
/// The letters of heads beside those of rows.
const HEAD: f32 = 0.88;
/// From line to line in heads, likewise.
const HEAD_STEP: f32 = 1.15;
/// The width at which a text is broken rather than taking more room, in its own letters.
const BROKEN: f32 = 16.0;
/// A head that is no wider is not broken: a Chinese one could be after each character.
const SHORT_HEAD: f32 = 4.0;
/// The width at which a word is broken.
const LONGEST_WORD: f32 = 14.0;
/// Between a column's edge and its texts: what stands at the left follows figures that stand at the right.
const ASIDE: f32 = 4.0;
/// No text takes more lines than this: a page must hold a row.
const MOST_LINES: usize = 30;
const MOST_HEAD_LINES: usize = 5;
/// The base line of the first text of a page.
const FIRST: f32 = 46.0;
/// Where rows' heads begin on pages after the first.
const TOP: f32 = 44.0;

pub(super) fn write(table: &Table, of: ReportOf<'_>, words: &Words, to: &mut dyn Write) -> Result<usize, WriteError> {
    let dates = dates(of.range);
    let id = format!(
        "report/{}/{}/{}/{}",
        of.report, of.range.from, of.range.days, words.channels
    );
    let title = format!("{} {dates}", words.title);
    let mut draft = Draft::new(&title, &words.language, id, midnight(of.range.from))?;
    let columns = Columns::set(table, words, &mut draft.faces);
    let sheet = Sheet::fitting(&columns);
    let asked = [dates.as_str(), &words.channels]
        .into_iter()
        .filter(|part| !part.is_empty());
    let asked = asked.collect::<Vec<_>>().join(" · ");
    let opening = Opening::laid(&words.title, &asked, &sheet, &mut draft.faces);
    let notes = notes(table, words, &sheet, &mut draft.faces);
    let heads = Heads::laid(columns.heads, &columns.measures, &sheet);
    let rows: Vec<Row> = columns
        .rows
        .into_iter()
        .map(|row| Row::laid(row, &columns.measures, &sheet))
        .collect();
    let pages = pages(&opening, &heads, &rows, &notes, &sheet);
    let running = format!("{} · {dates}", words.title);
    draft.paper.mark(&words.title);
    let mut read: Option<TagGroup> = None;
    for (at, own) in pages.iter().enumerate() {
        let Draft {
            faces, paper, parts, ..
        } = &mut draft;
        paper.page(sheet.page, |page| {
            let mut y = TOP;
            if at == 0 {
                parts.extend(opening.write(page, faces, &words.title));
                y = opening.bottom;
            }
            page.decoration(|page| {
                let left = if at == 0 { "" } else { &running };
                foot(page, faces, sheet.page, left, &format!("{} / {}", at + 1, pages.len()));
            });
            if !own.rows.is_empty() {
                heads.write(page, faces, y, &sheet, &mut read);
                y += heads.height;
            }
            for row in &rows[own.rows.clone()] {
                let said = row.write(page, faces, y, &sheet);
                if let Some(read) = &mut read {
                    read.push(said);
                }
                y += row.height;
            }
            if own.notes.is_empty() {
                return;
            }
            parts.extend(read.take().map(Node::from));
            for note in &notes[own.notes.clone()] {
                parts.push(note.write(page, faces, (MARGIN + ASIDE, y + note.above)));
                y += note.height();
            }
        })?;
    }
    draft.parts.extend(read.take().map(Node::from));
    draft.finish(to)
}

/// `2024-07-01 – 2024-07-07`, as dates stand in the rows.
fn dates(range: DateRange) -> String {
    let last = range.end().plus_days(-1).max(range.from);
    if last == range.from {
        range.from.to_string()
    } else {
        format!("{} – {last}", range.from)
    }
}

fn midnight(date: BroadcastDate) -> Instant {
    Instant::from_ms(date.days_since_epoch() * DAY)
}

/// The table's texts, and how much room each column wants.
struct Columns {
    heads: Vec<Set>,
    rows: Vec<SetRow>,
    measures: Vec<Measure>,
}

/// The texts of a row.
struct SetRow {
    cells: Vec<Set>,
    is_total: bool,
}

/// How wide a column would be, beside the size of rows' letters.
#[derive(Clone, Copy)]
struct Measure {
    is_number: bool,
    /// So that no word is broken.
    least: f32,
    /// So that no text takes many lines, though heads over figures do.
    crowded: f32,
    /// So that nothing takes many lines.
    easy: f32,
    /// So that every text is on one line.
    whole: f32,
}

impl Columns {
    fn set(table: &Table, words: &Words, faces: &mut Faces) -> Self {
        let heads = words.heads.iter().map(|head| faces.set(head, Weight::Bold));
        let heads: Vec<Set> = heads.collect();
        let mut measures: Vec<Measure> = table
            .columns
            .iter()
            .zip(&heads)
            .map(|(column, head)| Measure::of_head(column.kind, head))
            .collect();
        let mut set = |cells: &[Told], is_total: bool| {
            let mut texts: Vec<String> = cells.iter().map(|cell| cell.told(words)).collect();
            if is_total && cells.first() == Some(&Told::Nothing) {
                texts[0].clone_from(&words.total);
            }
            let weight = if is_total { Weight::Bold } else { Weight::Plain };
            let cells: Vec<Set> = texts.iter().map(|text| faces.set(text, weight)).collect();
            for (measure, cell) in measures.iter_mut().zip(&cells) {
                measure.take(cell);
            }
            SetRow { cells, is_total }
        };
        let mut rows: Vec<SetRow> = table.rows.iter().map(|row| set(row, false)).collect();
        if !table.rows.is_empty() && !table.totals.is_empty() {
            rows.push(set(&table.totals, true));
        }
        Self { heads, rows, measures }
    }
}

impl Measure {
    /// A head never makes a column wider than its words want, or than it takes in a few lines. Where there is little room, one over
    /// figures has no more than its words want: the room is for what stands in the columns.
    fn of_head(kind: Kind, head: &Set) -> Self {
        let (word, whole) = (head.widest_word(HEAD), head.width(HEAD));
        let easy = word.max(whole * 0.55).max(whole.min(SHORT_HEAD));
        let is_number = matches!(kind, Kind::Count | Kind::Duration | Kind::Share | Kind::Clock);
        let least = word.max(whole * 0.3).max(whole.min(SHORT_HEAD / 2.0)).min(LONGEST_WORD);
        Self {
            is_number,
            least,
            crowded: if is_number { least } else { easy },
            easy,
            whole: easy,
        }
    }

    fn take(&mut self, cell: &Set) {
        // A hair more, so that what fits is not broken by the last bit of a sum.
        let whole = cell.width(1.0) + 0.02;
        let word = if self.is_number {
            whole
        } else {
            (cell.widest_word(1.0) + 0.02).min(LONGEST_WORD)
        };
        self.least = self.least.max(word);
        let easy = word.max(whole.min(BROKEN));
        self.crowded = self.crowded.max(easy);
        self.easy = self.easy.max(easy);
        self.whole = self.whole.max(whole);
    }
}

/// A page, the size of letters, and where columns stand on it.
struct Sheet {
    page: (f32, f32),
    size: f32,
    /// Where each column begins; and where the last ends.
    edges: Vec<f32>,
}

impl Sheet {
    /// Upright where that is room enough, else across, with letters as large as there is room for.
    fn fitting(columns: &Columns) -> Self {
        let measures = &columns.measures;
        let sum = |of: fn(&Measure) -> f32| measures.iter().map(of).sum::<f32>();
        let (least, easy) = (sum(|one| one.least), sum(|one| one.easy));
        let gaps = 2.0 * ASIDE * measures.len() as f32;
        let room = |page: (f32, f32)| page.0 - 2.0 * MARGIN - gaps;
        let across = (PAGE.1, PAGE.0);
        let (page, size) = if easy * SIZES[0] <= room(PAGE) {
            (PAGE, SIZES[0])
        } else {
            let is_easy = |size: &f32| *size >= 7.0 && easy * size <= room(across);
            let is_whole = |size: &f32| *size <= CROWDED && least * size <= room(across);
            let sizes = || SIZES.into_iter();
            let size = sizes().find(is_easy).or_else(|| sizes().find(is_whole));
            (across, size.unwrap_or(SIZES[SIZES.len() - 1]))
        };
        let mut edges = vec![MARGIN];
        let mut right = MARGIN;
        for width in widths(measures, room(page) / size) {
            right += width * size + 2.0 * ASIDE;
            edges.push(right);
        }
        Self { page, size, edges }
    }

    fn right(&self) -> f32 {
        self.page.0 - MARGIN
    }

    fn bottom(&self) -> f32 {
        self.page.1 - UNDER
    }

    /// The room for texts in a column.
    fn room(&self, column: usize) -> f32 {
        self.edges[column + 1] - self.edges[column] - 2.0 * ASIDE
    }

    fn edge(&self, column: usize, is_number: bool) -> Edge {
        if is_number {
            Edge::Right(self.edges[column + 1] - ASIDE)
        } else {
            Edge::Left(self.edges[column] + ASIDE)
        }
    }
}

/// Widths of columns that come to a room: between two of what they want, each as far on its way as any other.
fn widths(measures: &[Measure], room: f32) -> Vec<f32> {
    let steps: [fn(&Measure) -> f32; 4] = [|one| one.least, |one| one.crowded, |one| one.easy, |one| one.whole];
    let sums = steps.map(|of| measures.iter().map(of).sum::<f32>());
    for (pair, of) in sums.windows(2).zip(steps.windows(2)) {
        if room >= pair[0] && room < pair[1] {
            let part = (room - pair[0]) / (pair[1] - pair[0]);
            let between = |one: &Measure| of[0](one) + (of[1](one) - of[0](one)) * part;
            return measures.iter().map(between).collect();
        }
    }
    // Less than the least, or more than the most: shared out as wide as they are.
    let (sum, of) = if room < sums[0] {
        (sums[0], steps[0])
    } else {
        (sums[3], steps[3])
    };
    let scale = room / sum.max(0.01);
    measures.iter().map(|one| of(one) * scale).collect()
}

/// What stands over the first page's rows: which report, of when and of what.
struct Opening {
    title: Block,
    asked: Block,
    bottom: f32,
}

impl Opening {
    fn laid(title: &str, asked: &str, sheet: &Sheet, faces: &mut Faces) -> Self {
        let room = sheet.right() - MARGIN;
        let title = Block::laid(faces.set(title, Weight::Bold), (17.0, BLACK), room, 3);
        let asked = Block::laid(faces.set(asked, Weight::Plain), (9.5, SOFT), room, 8);
        let bottom = FIRST - 17.0 + title.height() + asked.height() + 10.0;
        Self { title, asked, bottom }
    }

    fn write(&self, page: &mut Page<'_>, faces: &Faces, title: &str) -> [Node; 2] {
        let top = FIRST - 17.0;
        let called = self.title.said(page, faces, (MARGIN, top));
        let asked = self.asked.said(page, faces, (MARGIN, top + self.title.height()));
        [heading(1, title, called), paragraph(asked)]
    }
}

/// A text on lines of its own.
struct Block {
    set: Set,
    lines: Vec<Line>,
    size: f32,
    colour: Colour,
    /// What is left free over it.
    above: f32,
}

impl Block {
    fn laid(set: Set, (size, colour): (f32, Colour), room: f32, most: usize) -> Self {
        Self {
            lines: set.lines(size, room, room, most),
            set,
            size,
            colour,
            above: 0.0,
        }
    }

    fn step(&self) -> f32 {
        self.size * 1.3
    }

    fn height(&self) -> f32 {
        self.above + self.step() * self.lines.len() as f32
    }

    fn said(&self, page: &mut Page<'_>, faces: &Faces, (x, top): (f32, f32)) -> Vec<Identifier> {
        let lines = self.lines.iter().enumerate().map(|(at, line)| {
            let y = top + self.size + self.step() * at as f32;
            page.content(meaning(&self.set, line, None), |page| {
                page.line(faces, &self.set, line, (x, y), ink(self.size, self.colour));
            })
        });
        lines.collect()
    }

    fn write(&self, page: &mut Page<'_>, faces: &Faces, at: (f32, f32)) -> Node {
        paragraph(self.said(page, faces, at))
    }
}

/// What stands below the rows: how they are counted, and before it that there are none.
fn notes(table: &Table, words: &Words, sheet: &Sheet, faces: &mut Faces) -> Vec<Block> {
    // Lines that are longer are hard to follow.
    let room = (sheet.right() - MARGIN - 2.0 * ASIDE).min(600.0);
    let mut notes = Vec::new();
    if table.rows.is_empty() {
        let set = faces.set(&words.none, Weight::Plain);
        notes.push(Block::laid(set, (11.0, BLACK), room, MOST_LINES));
    }
    for note in &words.notes {
        let set = faces.set(note, Weight::Plain);
        notes.push(Block::laid(set, (8.0, SOFT), room, MOST_LINES));
    }
    for (at, note) in notes.iter_mut().enumerate() {
        note.above = if at == 0 { 12.0 } else { 3.0 };
    }
    notes
}

/// The heads of the columns, on every page that has rows.
struct Heads {
    cells: Vec<Head>,
    size: f32,
    height: f32,
}

struct Head {
    set: Set,
    lines: Vec<Line>,
    edge: Edge,
}

impl Heads {
    fn laid(heads: Vec<Set>, measures: &[Measure], sheet: &Sheet) -> Self {
        let size = sheet.size * HEAD;
        let columns = heads.into_iter().zip(measures).enumerate();
        let cells: Vec<Head> = columns
            .map(|(at, (set, measure))| {
                let room = sheet.room(at) + 0.1;
                Head {
                    lines: set.lines(size, room, room, MOST_HEAD_LINES),
                    set,
                    edge: sheet.edge(at, measure.is_number),
                }
            })
            .collect();
        let lines = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(1);
        Self {
            height: size * HEAD_STEP * lines as f32 + 2.0 * ASIDE,
            cells,
            size,
        }
    }

    /// Only where the table begins are its heads a part of what is read; later they are there for the eye.
    fn write(&self, page: &mut Page<'_>, faces: &Faces, top: f32, sheet: &Sheet, table: &mut Option<TagGroup>) {
        let bottom = top + self.height;
        page.decoration(|page| {
            page.filled([MARGIN, top, sheet.right(), bottom], FAINT);
            page.rule((MARGIN, bottom), (sheet.right(), bottom), 0.9, BLACK);
        });
        if table.is_some() {
            page.decoration(|page| {
                for head in &self.cells {
                    self.head(page, faces, head, bottom);
                }
            });
            return;
        }
        let mut row = TagGroup::new(Tag::TR);
        for head in &self.cells {
            let said = page.content(Meaning::default(), |page| self.head(page, faces, head, bottom));
            row.push(list::cell(Tag::TH(TableHeaderScope::Column), vec![said]));
        }
        *table = Some(TagGroup::with_children(Tag::Table, vec![row.into()]));
    }

    /// The last line of each stands on the rule.
    fn head(&self, page: &mut Page<'_>, faces: &Faces, head: &Head, bottom: f32) {
        let last = bottom - ASIDE - self.size * 0.25;
        for (at, line) in head.lines.iter().enumerate() {
            let x = head.edge.begin(head.set.line_width(line, self.size));
            let above = head.lines.len() - 1 - at;
            let y = last - self.size * HEAD_STEP * above as f32;
            page.line(faces, &head.set, line, (x, y), ink(self.size, SOFT));
        }
    }
}

/// A row as it is laid out.
struct Row {
    cells: Vec<Cell>,
    height: f32,
    is_total: bool,
}

impl Row {
    fn laid(row: SetRow, measures: &[Measure], sheet: &Sheet) -> Self {
        let columns = row.cells.into_iter().zip(measures).enumerate();
        let cells: Vec<Cell> = columns
            .map(|(column, (set, measure))| {
                let room = sheet.room(column) + 0.1;
                Cell {
                    column,
                    lines: set.lines(sheet.size, room, room, MOST_LINES),
                    set,
                    ink: ink(sheet.size, BLACK),
                    edge: sheet.edge(column, measure.is_number),
                    language: None,
                    below: 0,
                }
            })
            .collect();
        Self {
            height: height(&cells),
            cells,
            is_total: row.is_total,
        }
    }

    fn write(&self, page: &mut Page<'_>, faces: &Faces, top: f32, sheet: &Sheet) -> TagGroup {
        let (right, bottom) = (sheet.right(), top + self.height);
        page.decoration(|page| {
            if self.is_total {
                page.filled([MARGIN, top, right, bottom], FAINT);
                page.rule((MARGIN, top), (right, top), 0.9, BLACK);
            } else {
                page.rule((MARGIN, bottom), (right, bottom), 0.4, RULE);
            }
        });
        let mut row = TagGroup::new(Tag::TR);
        for cell in &self.cells {
            let said = cell.write(page, faces, top + INSIDE + sheet.size * 0.9);
            row.push(list::cell(Tag::TD, said));
        }
        row
    }
}

/// What stands on a page.
struct Part {
    rows: Range<usize>,
    notes: Range<usize>,
}

/// What stands on each page: as many rows as it has room for, then the notes.
fn pages(opening: &Opening, heads: &Heads, rows: &[Row], notes: &[Block], sheet: &Sheet) -> Vec<Part> {
    let mut pages = vec![Part {
        rows: 0..0,
        notes: 0..0,
    }];
    let mut y = opening.bottom;
    for (at, row) in rows.iter().enumerate() {
        let mut part = at..at + 1;
        let is_begun = pages.last().is_some_and(|page| !page.rows.is_empty());
        let needed = row.height + if is_begun { 0.0 } else { heads.height };
        if y + needed > sheet.bottom() {
            y = TOP + heads.height + row.height;
        } else {
            y += needed;
            part.start = match pages.pop() {
                Some(page) if is_begun => page.rows.start,
                _ => at,
            };
        }
        pages.push(Part {
            rows: part,
            notes: 0..0,
        });
    }
    for (at, note) in notes.iter().enumerate() {
        if y + note.height() > sheet.bottom() {
            y = TOP;
            pages.push(Part {
                rows: rows.len()..rows.len(),
                notes: at..at,
            });
        }
        y += note.height();
        if let Some(page) = pages.last_mut() {
            let first = if page.notes.is_empty() { at } else { page.notes.start };
            page.notes = first..at + 1;
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_there_is_little_room_texts_have_it_before_heads_over_figures() {
        let mut faces = Faces::new().unwrap_or_else(|| panic!("faces"));
        let mut measure = |kind, head: &str, cell: &str| {
            let mut own = Measure::of_head(kind, &faces.set(head, Weight::Bold));
            own.take(&faces.set(cell, Weight::Plain));
            own
        };
        let title = measure(
            Kind::Text,
            "бағдарлама",
            "Кең даланың желі мен ежелгі көш жолдарының ізімен",
        );
        let figure = measure(Kind::Count, "шықпаған бөлімдердің барлық саны", "12");
        let crowded = widths(&[title, figure, figure], title.easy + 2.0 * figure.least);
        for (width, is) in crowded.iter().zip([title.easy, figure.least, figure.least]) {
            assert!((width - is).abs() < 0.01, "{crowded:?}");
        }
        let wide = widths(&[title, figure, figure], title.whole + 2.0 * figure.whole);
        assert!(
            wide[1] > figure.least,
            "with room enough a head is broken less often: {wide:?}"
        );
    }
}
