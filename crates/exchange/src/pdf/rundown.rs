//! A rundown on A4: a list a date, to the second, with breaks; heads on every page, pages numbered through.

use std::io::Write;

use arna_domain::time::SECOND;
use arna_domain::{BroadcastDate, Instant, Language};
use krilla::tagging::{Identifier, Node, TableHeaderScope, Tag, TagGroup};

use super::faces::{Faces, Set, Weight};
use super::list::{self, Cell, Edge, INSIDE, MARGIN, PAGE, UNDER, foot, height};
use super::paper::{BLACK, FAINT, Ink, Meaning, Page, RULE, SOFT, ink};
use super::{
    Draft, Sheets, Words, code, colour, draw_badge, draw_mark, duration, episode, heading, mark_width, paragraph,
    title_language,
};
use crate::WriteError;
use crate::csv::utc_offset;
use crate::listing::{Listed, Listing};

/// Where rows begin and end.
const TOP: f32 = 98.0;
const BOTTOM: f32 = PAGE.1 - UNDER;
const SIZE: f32 = 9.0;
/// Where columns begin: time, duration, title, episode, language, mark, house number; and where the last ends.
const COLUMNS: [f32; 8] = [MARGIN, 79.0, 126.0, 296.0, 408.0, 447.0, 493.0, PAGE.0 - MARGIN];
/// Between columns.
const GAP: f32 = 6.0;
/// No text takes more lines than this: a page must hold a row.
const MOST_LINES: usize = 40;

impl Sheets<'_> {
    pub(super) fn rundown(mut self, to: &mut dyn Write) -> Result<usize, WriteError> {
        let dates: Vec<BroadcastDate> = self.listing.range.dates().collect();
        let mut pages: Vec<(BroadcastDate, Vec<Row<'_>>)> = Vec::new();
        for date in &dates {
            let has_change = self.has_change(*date);
            pages.push((*date, Vec::new()));
            let mut y = TOP;
            for airing in self.on(*date) {
                let row = Row::laid(airing, self.listing, has_change, self.words, &mut self.draft.faces);
                if y + row.height > BOTTOM && y > TOP {
                    pages.push((*date, Vec::new()));
                    y = TOP;
                }
                y += row.height;
                if let Some((_, rows)) = pages.last_mut() {
                    rows.push(row);
                }
            }
        }
        let count = pages.len();
        let mut table: Option<TagGroup> = None;
        let mut before = None;
        for (number, (date, rows)) in (1..).zip(&pages) {
            let is_first = before != Some(*date);
            before = Some(*date);
            if is_first {
                self.draft.parts.extend(table.take().map(Node::from));
                self.draft.paper.mark(&self.date(*date));
            }
            let head = Head {
                date: format!("{} · {}", self.date(*date), date.ymd().0),
                zone: self.zone(*date),
                edition: self.edition(),
                number: format!("{number} / {count}"),
                is_first,
            };
            self.rundown_page(&head, rows, &mut table)?;
        }
        self.draft.parts.extend(table.take().map(Node::from));
        self.draft.finish(to)
    }

    fn rundown_page(&mut self, head: &Head, rows: &[Row<'_>], table: &mut Option<TagGroup>) -> Result<(), WriteError> {
        let (listing, words) = (self.listing, self.words);
        let Draft {
            faces, paper, parts, ..
        } = &mut self.draft;
        paper.page(PAGE, |page| {
            parts.extend(head.write(page, faces, listing, words, table));
            if rows.is_empty() {
                let said = page.content(Meaning::default(), |page| {
                    page.word(
                        faces,
                        &words.page.none,
                        Weight::Plain,
                        (MARGIN, TOP + 16.0),
                        ink(11.0, SOFT),
                    );
                });
                parts.push(paragraph([said]));
                return;
            }
            let mut y = TOP;
            for row in rows {
                let said = row.write(page, faces, words, y);
                if let Some(table) = table {
                    table.push(said);
                }
                y += row.height;
            }
        })
    }
}

/// What stands over and under a page's rows.
struct Head {
    date: String,
    zone: String,
    edition: String,
    number: String,
    /// Whether the date begins here.
    is_first: bool,
}

impl Head {
    /// Only where a date begins are its heads a part of what is read; later they are there for the eye.
    fn write(
        &self,
        page: &mut Page<'_>,
        faces: &mut Faces,
        listing: &Listing,
        words: &Words,
        table: &mut Option<TagGroup>,
    ) -> Vec<Node> {
        let right = PAGE.0 - MARGIN;
        let zone = faces.set(&self.zone, Weight::Plain);
        let name = faces.set(&listing.name, Weight::Bold);
        let name_line = name.lines(17.0, right - MARGIN, 0.0, 1);
        let heads = [
            &words.page.time,
            &words.page.duration,
            &words.title,
            &words.page.episode,
            &words.page.spoken,
            &words.page.showing,
            &words.house_number,
        ];
        let heads = heads.map(|text| faces.set(text, Weight::Bold));
        page.decoration(|page| {
            page.filled([MARGIN, TOP - 16.0, right, TOP], FAINT);
            page.rule((MARGIN, TOP), (right, TOP), 0.9, BLACK);
            foot(page, faces, PAGE, &self.edition, &self.number);
        });
        let date = faces.set(&self.date, Weight::Bold);
        let called = |page: &mut Page<'_>, faces: &Faces| {
            for line in &name_line {
                page.line(faces, &name, line, (MARGIN, 46.0), ink(17.0, BLACK));
            }
            page.line(faces, &date, &date.line(), (MARGIN, 66.0), ink(12.0, BLACK));
            page.line(
                faces,
                &zone,
                &zone.line(),
                (right - zone.width(8.5), 66.0),
                ink(8.5, SOFT),
            );
        };
        if !self.is_first {
            page.decoration(|page| {
                called(page, faces);
                for (at, set) in heads.iter().enumerate() {
                    head_cell(page, faces, set, at);
                }
            });
            return Vec::new();
        }
        let said = page.content(Meaning::default(), |page| called(page, faces));
        let mut row = TagGroup::new(Tag::TR);
        for (at, set) in heads.iter().enumerate() {
            let cell = page.content(Meaning::default(), |page| head_cell(page, faces, set, at));
            row.push(list::cell(Tag::TH(TableHeaderScope::Column), vec![cell]));
        }
        *table = Some(TagGroup::with_children(Tag::Table, vec![row.into()]));
        vec![heading(1, &format!("{} {}", listing.name, self.date), [said])]
    }
}

/// A head has no more room than its column.
fn head_cell(page: &mut Page<'_>, faces: &Faces, set: &Set, column: usize) {
    let room = COLUMNS[column + 1] - COLUMNS[column] - GAP / 2.0;
    let size = (room / set.width(1.0).max(0.01)).clamp(6.5, 8.0);
    for line in set.lines(size, room, 0.0, 1) {
        page.line(
            faces,
            set,
            &line,
            (COLUMNS[column] + INSIDE, TOP - 5.0),
            ink(size, SOFT),
        );
    }
}

/// An airing as it is laid out.
struct Row<'a> {
    airing: &'a Listed,
    cells: Vec<Cell>,
    height: f32,
    mark_width: f32,
}

impl<'a> Row<'a> {
    fn laid(airing: &'a Listed, listing: &Listing, has_change: bool, words: &Words, faces: &mut Faces) -> Self {
        let (start, end) = airing.seconds();
        let at = Instant::from_ms(start * SECOND);
        let is_break = airing.origin.is_break();
        let (plain, weight) = if is_break {
            (ink(8.0, SOFT), Weight::Plain)
        } else {
            (ink(SIZE, BLACK), Weight::Bold)
        };
        let lesser = ink(plain.size - 0.7, SOFT);
        let of_code = ink(plain.size - 0.7, colour(airing.spoken.as_ref()));
        let mut cells = Vec::new();
        let mut cell = |column: usize, text: &str, weight, ink: Ink, language: Option<&str>| {
            let set = faces.set(text, weight);
            let room = COLUMNS[column + 1] - COLUMNS[column] - GAP;
            let lines = set.lines(ink.size, room, room, MOST_LINES);
            cells.push(Cell {
                column,
                set,
                lines,
                ink,
                edge: Edge::Left(COLUMNS[column] + INSIDE),
                language: language.and_then(Language::parse),
                below: 0,
            });
        };
        cell(0, &listing.clock.wall_text(airing.date, at), weight, plain, None);
        cell(1, &duration(end - start), Weight::Plain, plain, None);
        cell(2, airing.title(), weight, plain, title_language(airing));
        let of_episode = airing.episode_titles.first().and_then(|one| one.language.as_ref());
        let episode = episode(airing).unwrap_or_default();
        cell(3, &episode, Weight::Plain, lesser, of_episode.map(Language::as_str));
        cell(4, &code(airing.spoken.as_ref()), Weight::Bold, of_code, None);
        let house = airing.house_number.as_deref().unwrap_or_default();
        cell(6, house, Weight::Plain, lesser, None);
        if has_change {
            // An hour may come twice.
            let offset = utc_offset(listing.clock.zone.offset_s(at));
            cell(0, offset.trim_start_matches("UTC"), Weight::Plain, ink(6.8, SOFT), None);
            if let Some(last) = cells.last_mut() {
                last.below = 1;
            }
        }
        Self {
            airing,
            height: height(&cells),
            cells,
            mark_width: mark_width(faces, airing.showing.as_ref(), words, SIZE),
        }
    }

    fn write(&self, page: &mut Page<'_>, faces: &mut Faces, words: &Words, top: f32) -> TagGroup {
        let first = top + INSIDE + SIZE * 0.9;
        let mark_at = (COLUMNS[5] + INSIDE, first);
        let showing = self.airing.showing.as_ref();
        page.decoration(|page| {
            let y = top + self.height;
            page.rule((MARGIN, y), (PAGE.0 - MARGIN, y), 0.4, RULE);
            if !self.airing.origin.is_break() {
                let colour = colour(self.airing.spoken.as_ref());
                page.filled([MARGIN - 3.5, top + 1.0, MARGIN - 0.5, y - 1.0], colour);
            }
            draw_badge(page, showing, mark_at, (self.mark_width, SIZE));
        });
        let mut row = TagGroup::new(Tag::TR);
        for column in 0..COLUMNS.len() - 1 {
            let mut said: Vec<Identifier> = Vec::new();
            for cell in self.cells.iter().filter(|cell| cell.column == column) {
                said.extend(cell.write(page, faces, first));
            }
            if column == 5 {
                said.extend(draw_mark(page, faces, showing, words, mark_at, SIZE));
            }
            row.push(list::cell(Tag::TD, said));
        }
        row
    }
}
