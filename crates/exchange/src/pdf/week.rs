//! A week on A3: seven days side by side, blocks as high as they are long.
//!
//! At the left of a day is a strip with everything at its true place, breaks too. Beside it stand the texts: at the same height
//! where there is room for a line, else moved as little as lets every line be read, and tied to their place on the strip.

use std::collections::BTreeSet;
use std::io::Write;

use arna_domain::time::{HOUR, MINUTE, SECOND};
use arna_domain::{BroadcastDate, Instant, Language};
use krilla::tagging::{Identifier, Node, Tag, TagGroup};

use super::faces::{Faces, Line, Set, Weight};
use super::paper::{self, BLACK, FAINT, Meaning, Page, RULE, SOFT, WHITE, ink, meaning, tint};
use super::{
    Draft, Sheets, Words, code, colour, draw_badge, draw_mark, duration, episode, heading, mark_width, paragraph,
    title_language,
};
use crate::WriteError;
use crate::listing::{Listed, Listing, Showing};

const PAGE: (f32, f32) = (1190.55, 841.89);
const MARGIN: f32 = 26.0;
const DAYS: usize = 7;
/// Where the days' heads, their hours and the legend stand.
const HEADS: f32 = 62.0;
const TOP: f32 = 88.0;
const BOTTOM: f32 = 794.0;
const LEGEND: f32 = 811.0;
/// The hours at both sides.
const AXIS: f32 = 22.0;
const BETWEEN: f32 = 6.0;
const STRIP: f32 = 5.0;
const TIE: f32 = 4.0;
const INSIDE: f32 = 3.0;
/// The hours of a day whose clock changes, which are not its neighbours'.
const OWN_AXIS: f32 = 13.0;
/// The least height of a line, and the size of its letters: what can be read on a wall.
const LEAST: f32 = 7.9;
const SMALL: f32 = 6.9;
/// From this height on a block has a line of its own for its time.
const STACKED: f32 = 26.0;
const LARGE: f32 = 52.0;

impl Sheets<'_> {
    pub(super) fn week(mut self, to: &mut dyn Write) -> Result<usize, WriteError> {
        let dates: Vec<BroadcastDate> = self.listing.range.dates().collect();
        let pages = dates.chunks(DAYS).count();
        for (number, own) in (1..).zip(dates.chunks(DAYS)) {
            self.week_page(own, (number, pages))?;
        }
        self.draft.finish(to)
    }

    fn week_page(&mut self, dates: &[BroadcastDate], (number, pages): (usize, usize)) -> Result<(), WriteError> {
        let (listing, words) = (self.listing, self.words);
        let lengths = dates.iter().map(|date| {
            let (from, until) = listing.clock.day(*date);
            until - from
        });
        let scale = (BOTTOM - TOP) / lengths.fold(24 * HOUR, i64::max) as f32;
        let width = (PAGE.0 - 2.0 * (MARGIN + AXIS)) / dates.len().max(1) as f32;
        let mut days = Vec::new();
        for (at, date) in dates.iter().enumerate() {
            let left = MARGIN + AXIS + width * at as f32 + BETWEEN / 2.0;
            let has_own_axis = self.has_change(*date);
            let told = self.on(*date).collect();
            let offsets = if has_own_axis {
                self.offsets(*date)
            } else {
                String::new()
            };
            let head = self.date(*date);
            days.push(Day::laid(
                Place {
                    date: *date,
                    head,
                    offsets,
                    left,
                    right: left + width - BETWEEN,
                    has_own_axis,
                    scale,
                },
                listing,
                told,
                words,
                &mut self.draft.faces,
            ));
        }
        let dates = match (dates.first(), dates.last()) {
            (Some(first), Some(last)) if first != last => {
                format!("{} – {} · {}", self.date(*first), self.date(*last), last.ymd().0)
            }
            (Some(only), _) => format!("{} · {}", self.date(*only), only.ymd().0),
            _ => String::new(),
        };
        let clock = days.iter().find(|day| !day.place.has_own_axis).or(days.first());
        let zone = clock.map_or_else(String::new, |day| self.zone(day.place.date));
        let head = Head {
            dates,
            zone,
            edition: self.edition(),
            number: if pages > 1 {
                format!("{number} / {pages}")
            } else {
                String::new()
            },
        };
        let Draft {
            faces, paper, parts, ..
        } = &mut self.draft;
        paper.mark(&head.dates);
        paper.page(PAGE, |page| {
            page.decoration(|page| {
                axes(page, faces, listing, &days);
                for day in &days {
                    day.shapes(page, listing);
                }
            });
            parts.extend(head.write(page, faces, listing));
            for day in &days {
                parts.push(day.write(page, faces, listing, words));
            }
            if days.iter().all(|day| day.labels.is_empty()) {
                parts.push(nothing(page, faces, words));
            }
            parts.push(legend(page, faces, words, &days));
        })
    }
}

/// What stands over a page.
struct Head {
    dates: String,
    zone: String,
    edition: String,
    number: String,
}

impl Head {
    fn write(&self, page: &mut Page<'_>, faces: &mut Faces, listing: &Listing) -> [Node; 2] {
        let name = faces.set(&listing.name, Weight::Bold);
        let zone = faces.set(&self.zone, Weight::Plain);
        let edition = faces.set(&self.edition, Weight::Plain);
        let number = faces.set(&self.number, Weight::Plain);
        let (ink, soft) = (ink(24.0, BLACK), ink(9.0, SOFT));
        let right = PAGE.0 - MARGIN - AXIS;
        let side = zone.width(soft.size).max(edition.width(soft.size)) + 20.0;
        let dates = faces.set(&self.dates, Weight::Plain);
        let room = right - side - MARGIN - AXIS;
        let name_lines = name.lines(ink.size, room - dates.width(16.0) - 16.0, 0.0, 1);
        let name_width: f32 = name_lines
            .iter()
            .flat_map(|line| faces.pieces(&name, line))
            .map(|piece| piece.width * ink.size)
            .sum();
        let base = 46.0;
        let mut called = Vec::new();
        for line in &name_lines {
            called.push(page.content(meaning(&name, line, None), |page| {
                page.line(faces, &name, line, (MARGIN + AXIS, base), ink);
            }));
        }
        called.push(page.content(Meaning::default(), |page| {
            let at = (MARGIN + AXIS + name_width + 16.0, base);
            page.line(faces, &dates, &dates.line(), at, paper::ink(16.0, BLACK));
        }));
        let mut small = Vec::new();
        for (set, y) in [(&zone, base - 11.0), (&edition, base)] {
            small.push(page.content(Meaning::default(), |page| {
                page.line(faces, set, &set.line(), (right - set.width(soft.size), y), soft);
            }));
        }
        if !self.number.is_empty() {
            let y = base - 22.0;
            small.push(page.content(Meaning::default(), |page| {
                page.line(
                    faces,
                    &number,
                    &number.line(),
                    (right - number.width(soft.size), y),
                    soft,
                );
            }));
        }
        let title = format!("{} {}", listing.name, self.dates);
        [heading(1, &title, called), paragraph(small)]
    }
}

/// Where a day stands.
struct Place {
    date: BroadcastDate,
    head: String,
    offsets: String,
    left: f32,
    right: f32,
    has_own_axis: bool,
    /// Points of a millisecond.
    scale: f32,
}

impl Place {
    fn strip(&self) -> f32 {
        self.left + if self.has_own_axis { OWN_AXIS } else { 0.0 }
    }

    fn texts(&self) -> f32 {
        self.strip() + STRIP + TIE
    }
}

/// A day as it is laid out.
struct Day<'a> {
    place: Place,
    from: Instant,
    until: Instant,
    airings: Vec<&'a Listed>,
    labels: Vec<Label<'a>>,
    /// Programmes that no line is left for.
    more: usize,
}

/// A line with where it begins.
type Placed = (Line, (f32, f32));

/// The texts of an airing.
struct Label<'a> {
    airing: &'a Listed,
    top: f32,
    bottom: f32,
    size: f32,
    time: Set,
    time_at: (f32, f32),
    /// How long it takes, where there is room to say so.
    lasts: Option<(Set, (f32, f32))>,
    title: Set,
    title_lines: Vec<Placed>,
    episode: Option<(Set, Vec<Placed>)>,
    code: Set,
    code_at: (f32, f32),
    mark_at: (f32, f32),
    mark_width: f32,
}

impl<'a> Day<'a> {
    fn laid(place: Place, listing: &Listing, airings: Vec<&'a Listed>, words: &Words, faces: &mut Faces) -> Self {
        let (from, until) = listing.clock.day(place.date);
        let height = (until - from) as f32 * place.scale;
        let mut told: Vec<&Listed> = airings.iter().copied().filter(|one| !one.origin.is_break()).collect();
        let most = (height / LEAST) as usize;
        let mut by_length: Vec<i64> = told.iter().map(|one| one.end - one.start).collect();
        by_length.sort_unstable_by(|a, b| b.cmp(a));
        let all = told.len();
        if let Some(least) = by_length.get(most) {
            // What is as short as the first that has no room has none either: nobody could tell which of them were left out.
            told.retain(|one| one.end - one.start > *least);
        }
        let spans: Vec<_> = told
            .iter()
            .map(|one| {
                let top = ((one.start - from) as f32 * place.scale).clamp(0.0, height);
                (top, ((one.end - from) as f32 * place.scale).clamp(top, height))
            })
            .collect();
        let zones = zones(&spans, LEAST, height);
        let room = (place.texts() + INSIDE, place.right - INSIDE);
        let labels = told
            .iter()
            .zip(zones)
            .map(|(airing, (top, bottom))| Label::laid(airing, listing, (TOP + top, TOP + bottom), room, words, faces))
            .collect::<Vec<_>>();
        Self {
            more: all - told.len(),
            place,
            from,
            until,
            airings,
            labels,
        }
    }

    /// Where an instant stands.
    fn y(&self, at: Instant) -> f32 {
        let end = self.until - self.from;
        TOP + (at - self.from).clamp(0, end) as f32 * self.place.scale
    }

    /// Instants at which the clock shows whole hours, and the hours, counted on past midnight.
    fn hours(&self, listing: &Listing) -> Vec<(Instant, i64)> {
        let quarters = (self.until - self.from) / (15 * MINUTE);
        (0..=quarters)
            .map(|quarter| self.from + quarter * 15 * MINUTE)
            .map(|at| (at, listing.clock.wall_seconds(self.place.date, at)))
            .filter(|(_, seconds)| seconds % 3_600 == 0)
            .map(|(at, seconds)| (at, seconds / 3_600))
            .collect()
    }

    fn shapes(&self, page: &mut Page<'_>, listing: &Listing) {
        let Place { left, right, .. } = self.place;
        let (strip, texts) = (self.place.strip(), self.place.texts());
        let bottom = self.y(self.until);
        page.filled([strip, TOP, strip + STRIP, bottom], FAINT);
        for (at, _) in self.hours(listing) {
            page.rule((strip, self.y(at)), (right, self.y(at)), 0.4, RULE);
        }
        for airing in &self.airings {
            let is_break = airing.origin.is_break();
            let colour = if is_break { RULE } else { colour(airing.spoken.as_ref()) };
            page.filled([strip, self.y(airing.start), strip + STRIP, self.y(airing.end)], colour);
        }
        for label in &self.labels {
            let colour = colour(label.airing.spoken.as_ref());
            let (top, end) = (self.y(label.airing.start), self.y(label.airing.end));
            let tie = [
                (strip + STRIP, top),
                (texts, label.top),
                (texts, label.bottom),
                (strip + STRIP, end),
            ];
            let ground = tint(colour, 0.88);
            page.polygon(&tie, ground);
            page.filled([texts, label.top, right, label.bottom], ground);
            page.rule((texts, label.bottom), (right, label.bottom), 0.7, WHITE);
            page.rule((strip, end), (strip + STRIP, end), 0.5, WHITE);
            let showing = label.airing.showing.as_ref();
            draw_badge(page, showing, label.mark_at, (label.mark_width, label.size));
        }
        for (at, _) in listing.clock.zone.changes(self.from + 1, self.until) {
            page.dashed((left, self.y(at)), (right, self.y(at)), 0.9, BLACK);
        }
        page.rule((left, TOP), (right, TOP), 1.0, BLACK);
        page.rule((left, bottom), (right, bottom), 0.6, SOFT);
    }

    fn write(&self, page: &mut Page<'_>, faces: &mut Faces, listing: &Listing, words: &Words) -> Node {
        let Place { left, right, .. } = self.place;
        let mut section = TagGroup::new(Tag::Section);
        let called = page.content(Meaning::default(), |page| {
            page.word(
                faces,
                &self.place.head,
                Weight::Bold,
                (left, HEADS + 13.0),
                ink(12.0, BLACK),
            );
        });
        section.push(heading(2, &self.place.head, [called]));
        let mut note = self.place.offsets.clone();
        if self.more > 0 {
            note.push_str(if note.is_empty() { "" } else { " · " });
            note.push_str(&words.more.replace("{count}", &self.more.to_string()));
        }
        if !note.is_empty() {
            let set = faces.set(&note, Weight::Plain);
            let size = (SMALL * (right - left) / set.width(SMALL)).clamp(6.5, 7.5);
            let line = set.lines(size, right - left, 0.0, 1);
            for line in &line {
                let said = page.content(meaning(&set, line, None), |page| {
                    page.line(faces, &set, line, (left, HEADS + 22.5), ink(size, BLACK));
                });
                section.push(paragraph([said]));
            }
        }
        if self.place.has_own_axis {
            page.decoration(|page| {
                for (at, hour) in self.hours(listing) {
                    if at < self.until {
                        page.word(
                            faces,
                            &format!("{hour:02}"),
                            Weight::Plain,
                            (left, self.y(at) + 6.6),
                            ink(SMALL, BLACK),
                        );
                    }
                }
            });
        }
        for label in &self.labels {
            section.push(label.write(page, faces, words));
        }
        section.into()
    }
}

impl<'a> Label<'a> {
    fn laid(
        airing: &'a Listed,
        listing: &Listing,
        (top, bottom): (f32, f32),
        (left, right): (f32, f32),
        words: &Words,
        faces: &mut Faces,
    ) -> Self {
        let height = bottom - top;
        let is_stacked = height >= STACKED;
        let size = match height {
            _ if height >= LARGE => 9.4,
            _ if is_stacked => 8.0,
            _ if height >= 10.0 => 7.6,
            _ => SMALL,
        };
        let step = size * 1.13;
        let lines = (((height - 0.9) / step) as usize).max(1);
        let first = if lines == 1 {
            (top + bottom) / 2.0 + size * 0.35
        } else {
            top + size * 0.99
        };
        let time = faces.set(&clock(airing, listing), Weight::Bold);
        let code = faces.set(&code(airing.spoken.as_ref()), Weight::Bold);
        let mark_width = mark_width(faces, airing.showing.as_ref(), words, size);
        let mark_x = right - mark_width;
        let code_x = mark_x - if mark_width > 0.0 { 3.0 } else { 0.0 } - code.width(size * CODE);
        let after_time = left + time.width(size) + size * 0.4;
        let title = faces.set(airing.title(), if is_stacked { Weight::Bold } else { Weight::Plain });
        let mut label = Self {
            airing,
            top,
            bottom,
            size,
            time,
            time_at: (left, first),
            lasts: None,
            title,
            title_lines: Vec::new(),
            episode: None,
            code,
            code_at: (code_x, first),
            mark_at: (mark_x, first),
            mark_width,
        };
        let episode = episode(airing).map(|text| faces.set(&text, Weight::Plain));
        if is_stacked {
            let (start, end) = airing.seconds();
            let lasts = faces.set(&duration(end - start), Weight::Plain);
            if after_time + lasts.width(size * LESSER) < code_x {
                label.lasts = Some((lasts, (after_time, first)));
            }
            let mut y = first + step;
            let laid = label.title.lines(size, right - left, right - left, lines - 1);
            label.title_lines = stacked(laid, left, &mut y, step);
            let left_over = (lines - 1).saturating_sub(label.title_lines.len()).min(3);
            label.episode = episode.map(|set| {
                let laid = set.lines(size * LESSER, right - left, right - left, left_over);
                let lines = stacked(laid, left, &mut y, step);
                (set, lines)
            });
            return label;
        }
        let mut y = first;
        let laid = label
            .title
            .lines(size, code_x - 3.0 - after_time, right - after_time, lines);
        let is_single = laid.len() == 1;
        label.title_lines = stacked(laid, after_time, &mut y, step);
        if let (true, Some(set)) = (is_single, episode) {
            // On a line of its own, else behind the title.
            let behind = after_time + label.title.width(size) + size * 0.6;
            let room = code_x - 3.0 - behind;
            let lines = match lines {
                1 if room > size * 2.5 => {
                    stacked(set.lines(size * LESSER, room, 0.0, 1), behind, &mut first.clone(), step)
                }
                1 => Vec::new(),
                _ => stacked(
                    set.lines(size * LESSER, right - after_time, 0.0, 1),
                    after_time,
                    &mut y,
                    step,
                ),
            };
            label.episode = Some((set, lines));
        }
        label
    }

    fn write(&self, page: &mut Page<'_>, faces: &mut Faces, words: &Words) -> Node {
        let size = self.size;
        let mut said: Vec<Identifier> = Vec::new();
        said.push(page.content(Meaning::default(), |page| {
            page.line(faces, &self.time, &self.time.line(), self.time_at, ink(size, BLACK));
        }));
        if let Some((lasts, at)) = &self.lasts {
            said.push(page.content(Meaning::default(), |page| {
                page.line(faces, lasts, &lasts.line(), *at, ink(size * LESSER, SOFT));
            }));
        }
        for (line, at) in &self.title_lines {
            let language = title_language(self.airing);
            said.push(page.content(meaning(&self.title, line, language), |page| {
                page.line(faces, &self.title, line, *at, ink(size, BLACK));
            }));
        }
        if let Some((set, lines)) = &self.episode {
            let language = self.airing.episode_titles.first().and_then(|one| one.language.as_ref());
            for (line, at) in lines {
                said.push(
                    page.content(meaning(set, line, language.map(Language::as_str)), |page| {
                        page.line(faces, set, line, *at, ink(size * LESSER, SOFT));
                    }),
                );
            }
        }
        if !self.code.text.is_empty() {
            let colour = colour(self.airing.spoken.as_ref());
            said.push(page.content(Meaning::default(), |page| {
                page.line(
                    faces,
                    &self.code,
                    &self.code.line(),
                    self.code_at,
                    ink(size * CODE, colour),
                );
            }));
        }
        said.extend(draw_mark(
            page,
            faces,
            self.airing.showing.as_ref(),
            words,
            self.mark_at,
            size,
        ));
        paragraph(said)
    }
}

/// The letters of codes, and of what matters less, beside those of titles.
const CODE: f32 = 0.88;
const LESSER: f32 = 0.92;

/// Lines one below the other; `y` is the base line of the next.
fn stacked(lines: Vec<Line>, x: f32, y: &mut f32, step: f32) -> Vec<Placed> {
    let mut placed = Vec::with_capacity(lines.len());
    for line in lines {
        placed.push((line, (x, *y)));
        *y += step;
    }
    placed
}

/// The time on the channel's clock, hours counted on past midnight, seconds only where there are some.
fn clock(airing: &Listed, listing: &Listing) -> String {
    let at = Instant::from_ms(airing.seconds().0 * SECOND);
    let text = listing.clock.wall_text(airing.date, at);
    text.strip_suffix(":00").unwrap_or(&text).to_owned()
}

/// The hours at both sides of the days.
fn axes(page: &mut Page<'_>, faces: &mut Faces, listing: &Listing, days: &[Day<'_>]) {
    let Some(day) = days.iter().find(|day| !day.place.has_own_axis) else {
        return;
    };
    for (at, hour) in day.hours(listing) {
        let text = format!("{hour:02}");
        let y = day.y(at) + 3.0;
        let set = faces.set(&text, Weight::Bold);
        let width = set.width(9.0);
        page.line(
            faces,
            &set,
            &set.line(),
            (MARGIN + AXIS - 5.0 - width, y),
            ink(9.0, BLACK),
        );
        page.line(
            faces,
            &set,
            &set.line(),
            (PAGE.0 - MARGIN - AXIS + 5.0, y),
            ink(9.0, BLACK),
        );
    }
}

fn nothing(page: &mut Page<'_>, faces: &mut Faces, words: &Words) -> Node {
    let set = faces.set(&words.page.none, Weight::Plain);
    let at = ((PAGE.0 - set.width(20.0)) / 2.0, (TOP + BOTTOM) / 2.0);
    let said = page.content(Meaning::default(), |page| {
        page.line(faces, &set, &set.line(), at, ink(20.0, SOFT));
    });
    paragraph([said])
}

/// What colours, badges and bars mean.
fn legend(page: &mut Page<'_>, faces: &mut Faces, words: &Words, days: &[Day<'_>]) -> Node {
    const SIZE: f32 = 8.5;
    let mut x = MARGIN + AXIS;
    let mut said = Vec::new();
    let airings = || days.iter().flat_map(|day| &day.airings);
    let spoken: BTreeSet<&Language> = airings().filter_map(|one| one.spoken.as_ref()).collect();
    let mut text = |page: &mut Page<'_>, faces: &mut Faces, x: f32, text: &str, weight, colour| {
        let mut width = 0.0;
        said.push(page.content(Meaning::default(), |page| {
            width = page.word(faces, text, weight, (x, LEGEND), ink(SIZE, colour));
        }));
        x + width
    };
    for language in spoken {
        let colour = colour(Some(language));
        page.decoration(|page| page.filled([x, LEGEND - 7.0, x + 9.0, LEGEND + 1.0], colour));
        x = text(page, faces, x + 13.0, &code(Some(language)), Weight::Bold, colour);
        let name = words.page.language_name(Some(language));
        // One that has no name here is called by its code alone.
        if name != language.as_str() {
            x = text(page, faces, x + 4.0, name, Weight::Plain, BLACK);
        }
        x += 16.0;
    }
    let kinds = [
        (Showing::Premiere, &words.page.premiere),
        (Showing::FirstRun, &words.page.first_run),
        (Showing::Repeat { last: None }, &words.page.repeat),
    ];
    for (showing, called) in kinds {
        let width = mark_width(faces, Some(&showing), words, SIZE);
        page.decoration(|page| {
            draw_badge(page, Some(&showing), (x, LEGEND), (width, SIZE));
            let (short, colour) = match showing {
                Showing::Premiere => (&words.premiere_short, WHITE),
                Showing::FirstRun => (&words.first_run_short, BLACK),
                Showing::Repeat { .. } => return,
            };
            let letters = ink(SIZE * super::BADGE, colour);
            page.word(
                faces,
                short,
                Weight::Bold,
                (x + SIZE * 0.275, LEGEND - SIZE * 0.02),
                letters,
            );
        });
        x = text(page, faces, x + width + 4.0, called, Weight::Plain, BLACK) + 16.0;
    }
    if airings().any(|one| one.origin.is_break()) {
        page.decoration(|page| page.filled([x, LEGEND - 7.0, x + STRIP, LEGEND + 1.0], RULE));
        text(page, faces, x + 9.0, &words.breaks, Weight::Plain, BLACK);
    }
    paragraph(said)
}

/// Heights that are at least so high, none over another, within a day, and as near as can be to where they belong: the least sum
/// of squares of how far their edges are moved (pool adjacent violators).
fn zones(spans: &[(f32, f32)], least: f32, height: f32) -> Vec<(f32, f32)> {
    // What must lie between the edges is taken out, so that they need only be in order.
    let mut pools: Vec<(f32, usize)> = Vec::with_capacity(spans.len() * 2);
    let edges = spans.iter().enumerate().flat_map(|(at, (top, bottom))| {
        let before = least * at as f32;
        [top - before, bottom - before - least]
    });
    for edge in edges {
        let mut pool = (edge, 1);
        while let Some((sum, count)) = pools.pop_if(|(sum, count)| *sum / *count as f32 > pool.0 / pool.1 as f32) {
            pool = (pool.0 + sum, pool.1 + count);
        }
        pools.push(pool);
    }
    let room = (height - least * spans.len() as f32).max(0.0);
    let edges: Vec<f32> = pools
        .iter()
        .flat_map(|(sum, count)| std::iter::repeat_n((sum / *count as f32).clamp(0.0, room), *count))
        .collect();
    let pairs = edges.chunks_exact(2).enumerate();
    pairs
        .map(|(at, pair)| {
            let before = least * at as f32;
            (pair[0] + before, pair[1] + before + least)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_has_room_stays_where_it_belongs() {
        let spans = [(0.0, 30.0), (30.0, 45.0), (60.0, 100.0)];
        assert_eq!(zones(&spans, 8.0, 100.0), spans);
        assert_eq!(zones(&[], 8.0, 100.0), []);
    }

    #[test]
    fn what_is_short_is_moved_as_little_as_can_be() {
        assert_eq!(
            zones(&[(0.0, 40.0), (40.0, 44.0), (44.0, 100.0)], 8.0, 100.0),
            [(0.0, 38.0), (38.0, 46.0), (46.0, 100.0)]
        );
        assert_eq!(zones(&[(0.0, 2.0), (2.0, 4.0)], 8.0, 100.0), [(0.0, 8.0), (8.0, 16.0)]);
        assert_eq!(
            zones(&[(96.0, 98.0), (98.0, 100.0)], 8.0, 100.0),
            [(84.0, 92.0), (92.0, 100.0)]
        );
    }

    proptest! {
        #[test]
        fn every_line_has_its_room(lengths in prop::collection::vec((0_u16..40, 0_u16..200), 0..60)) {
            let mut at = 0.0;
            let mut spans = Vec::new();
            for (gap, long) in lengths {
                at += f32::from(gap) / 10.0;
                let end = at + f32::from(long) / 10.0;
                spans.push((at, end));
                at = end;
            }
            let height = at.max(8.0 * spans.len() as f32);
            let zones = zones(&spans, 8.0, height);
            prop_assert_eq!(zones.len(), spans.len());
            let mut last = 0.0;
            for (top, bottom) in zones {
                prop_assert!(top >= last - 0.01 && bottom - top >= 7.99 && bottom <= height + 0.01);
                last = bottom;
            }
        }
    }
}
