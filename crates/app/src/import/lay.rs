//! What was recognised, put in the place of what is accepted.

use arna_domain::finding::Place;
use arna_domain::index::{ChannelIx, VersionIx};
use arna_domain::time::SECOND;
use arna_domain::{Airing, DateRange, Finding, Index, Instant, Language, Origin, Severity, Station, values};
use arna_exchange::received::{At, ReceivedAiring};

use super::matching::{Block, Found, Matching};
use super::{Outcome, called, overlap};
use crate::failure::Failure;
use crate::ops::airings::{Body, in_place_of};

/// Overlaps that are told of one file.
const MOST_OVERLAPS: usize = 20;

/// A schedule under way.
pub(super) struct Laying<'a> {
    index: &'a Index,
    channel: ChannelIx,
    range: DateRange,
    /// Everything accepted on the channel, by start.
    accepted: &'a [Airing],
    bodies: Vec<Laid>,
    breaks: Vec<Airing>,
    /// Whether the file tells of breaks; if it does not they follow their programmes.
    tells_breaks: bool,
    findings: Vec<Finding>,
}

/// A programme or live block, and where the file has it.
struct Laid {
    start: Instant,
    end: Instant,
    title: String,
    at: At,
    body: Body,
}

impl Laid {
    /// Is so much later, or earlier where that is below 0. A live block is cut.
    fn give_way(&mut self, ms: i64) {
        match &mut self.body {
            Body::Accepted(_) => return,
            Body::Version(start, _) => {
                *start = *start + ms;
                (self.start, self.end) = (self.start + ms, self.end + ms);
            }
            Body::Hold(airing) if ms > 0 => airing.start = airing.start + ms,
            Body::Hold(airing) => airing.end = airing.end + ms,
        }
        if let Body::Hold(airing) = &self.body {
            (self.start, self.end) = (airing.start, airing.end);
        }
    }
}

/// What would be on air.
pub(super) struct Whole {
    pub(super) airings: Vec<Airing>,
    pub(super) findings: Vec<Finding>,
    pub(super) breaks_without_room: usize,
}

impl<'a> Laying<'a> {
    pub(super) fn of(matching: &Matching<'a>, index: &'a Index, channel: ChannelIx, range: DateRange) -> Self {
        Self {
            index,
            channel,
            range,
            accepted: matching.accepted(),
            bodies: Vec::new(),
            breaks: Vec::new(),
            tells_breaks: false,
            findings: Vec::new(),
        }
    }

    /// Puts what was recognised.
    pub(super) fn put(&mut self, one: &ReceivedAiring, found: &Found, is_break: bool) -> Outcome {
        match found {
            Found::Version(version) if is_break => self.put_break(one, *version),
            Found::Version(version) => self.put_version(one, *version),
            Found::Hold(block) => self.put_block(one, block),
            Found::Several(_) | Found::Nothing => Outcome::Unknown(None),
        }
    }

    fn put_version(&mut self, one: &ReceivedAiring, version: VersionIx) -> Outcome {
        let entry = &self.index.versions[version.at()];
        let there = self.accepted_at(one.start, |airing| {
            airing.origin.is_programme() && airing.version.as_ref() == Some(&entry.id)
        });
        if let Some(airing) = there {
            let airing = airing.clone();
            self.body(one, airing.start, airing.end, Body::Accepted(airing));
            return Outcome::Kept(Some(entry.id.clone()));
        }
        self.body(
            one,
            one.start,
            one.start + entry.duration_ms,
            Body::Version(one.start, version),
        );
        Outcome::Placed(Some(entry.id.clone()))
    }

    /// A live block stays where the accepted ones of its title fill its time; over the ends of a day they may go on.
    fn put_block(&mut self, one: &ReceivedAiring, block: &Block) -> Outcome {
        let clock = &self.index.channels[self.channel.at()].clock;
        let (begins, ends) = clock.day(clock.broadcast_date(one.start));
        let own: Vec<Airing> = self.blocks(one, block).into_iter().cloned().collect();
        let near = |a: Instant, b: Instant| (a - b).abs() < SECOND;
        let fits = |first: &Airing, last: &Airing| {
            let begins_there = near(first.start, one.start) || (first.start < one.start && one.start == begins);
            let ends_there = near(last.end, one.end) || (last.end > one.end && near(one.end, ends));
            begins_there && ends_there
        };
        let is_whole = own.windows(2).all(|pair| near(pair[0].end, pair[1].start));
        if let (Some(first), Some(last)) = (own.first(), own.last())
            && is_whole
            && fits(first, last)
        {
            for airing in own {
                if self.range.holds(airing.date) {
                    self.body(one, airing.start, airing.end, Body::Accepted(airing));
                }
            }
            return Outcome::Kept(None);
        }
        let date = clock.broadcast_date(one.start);
        let channel = self.index.channels[self.channel.at()].id.clone();
        if !self.is_in_grid(one, block) {
            self.findings.push(Finding {
                code: "import_hold_moved".to_owned(),
                severity: Severity::Warning,
                place: Place {
                    channel: Some(channel.clone()),
                    slot: block.slot.clone(),
                    date: Some(date),
                    start: Some(clock.text(one.start)),
                    version: None,
                },
                values: values! { "title" => block.title.as_str(), "where" => one.at.shown() },
            });
        }
        let airing = Airing {
            channel,
            date,
            start: one.start,
            end: one.end,
            version: None,
            title: Some(block.title.clone()),
            language: block.language.clone(),
            licence: None,
            slot: block.slot.clone(),
            origin: Origin::Hold,
        };
        self.body(one, one.start, one.end, Body::Hold(airing));
        Outcome::Placed(None)
    }

    /// Whether the grid has a live block in this time.
    fn is_in_grid(&self, one: &ReceivedAiring, block: &Block) -> bool {
        let clock = &self.index.channels[self.channel.at()].clock;
        let date = clock.broadcast_date(one.start);
        let slot = block.slot.as_ref().and_then(|slot| self.index.slot(slot.as_str()));
        let slot = slot.map(|slot| &self.index.slots[slot.at()]);
        slot.is_some_and(|slot| {
            let (from, until) = (clock.at(date, slot.start), clock.at(date, slot.end));
            from - SECOND < one.start && one.end < until + SECOND
        })
    }

    fn blocks(&self, one: &ReceivedAiring, block: &Block) -> Vec<&'a Airing> {
        let until = self
            .accepted
            .partition_point(|airing| airing.start < one.end - SECOND / 2);
        let own = self.accepted[..until].iter().rev();
        let mut own: Vec<&Airing> = own
            .take_while(|airing| one.start - airing.start < 2 * arna_domain::time::DAY)
            .filter(|airing| airing.origin == Origin::Hold && airing.title.as_deref() == Some(&block.title))
            .filter(|airing| airing.end > one.start + SECOND / 2)
            .collect();
        own.reverse();
        own
    }

    fn put_break(&mut self, one: &ReceivedAiring, version: VersionIx) -> Outcome {
        self.tells_breaks = true;
        let entry = &self.index.versions[version.at()];
        let there = self.accepted_at(one.start, |airing| {
            airing.origin.is_break() && airing.version.as_ref() == Some(&entry.id)
        });
        if let Some(airing) = there {
            let airing = airing.clone();
            self.breaks.push(airing);
            return Outcome::Kept(Some(entry.id.clone()));
        }
        let is_filler = match one.origin {
            Some(origin) => origin == Origin::Filler,
            None => self.index.fillers.contains(&version),
        };
        let channel = &self.index.channels[self.channel.at()];
        self.breaks.push(Airing {
            channel: channel.id.clone(),
            date: channel.clock.broadcast_date(one.start),
            start: one.start,
            // A filler may be cut; nothing is longer than it is.
            end: one.end.min(one.start + entry.duration_ms),
            version: Some(entry.id.clone()),
            title: None,
            language: None,
            licence: None,
            slot: None,
            origin: if is_filler { Origin::Filler } else { Origin::Promo },
        });
        Outcome::Placed(Some(entry.id.clone()))
    }

    fn accepted_at(&self, start: Instant, is_it: impl Fn(&Airing) -> bool) -> Option<&'a Airing> {
        let from = self.accepted.partition_point(|one| one.start <= start - SECOND);
        let near = self.accepted[from..]
            .iter()
            .take_while(|one| one.start < start + SECOND);
        // The nearest: two short spots may start within a second.
        near.filter(|one| is_it(one))
            .min_by_key(|one| (one.start - start).abs())
    }

    fn body(&mut self, one: &ReceivedAiring, start: Instant, end: Instant, body: Body) {
        self.bodies.push(Laid {
            start,
            end,
            title: called(one).to_owned(),
            at: one.at.clone(),
            body,
        });
    }

    /// Everything that would be on air.
    pub(super) fn laid(mut self, station: &Station, language: &Language) -> Result<Whole, Failure> {
        self.bodies.sort_by_key(|laid| laid.start);
        self.bodies.dedup_by(|a, b| a.body == b.body);
        self.one_at_a_time()?;
        let bodies: Vec<Body> = self.bodies.into_iter().map(|laid| laid.body).collect();
        let mut airings = in_place_of(station, self.index, (self.channel, self.range), &bodies, language)?;
        let mut breaks_without_room = 0;
        if self.tells_breaks {
            airings.retain(|airing| !airing.origin.is_break());
            let programmes = airings.len();
            self.breaks.sort_by_key(|airing| airing.start);
            let mut until: Option<Instant> = None;
            for spot in self.breaks {
                let own = &airings[..programmes];
                let next = own.partition_point(|one| one.start < spot.end);
                let is_free = next.checked_sub(1).is_none_or(|before| own[before].end <= spot.start);
                if is_free && until.is_none_or(|until| until <= spot.start) {
                    until = Some(spot.end);
                    airings.push(spot);
                } else {
                    breaks_without_room += 1;
                }
            }
            airings.sort_by_key(|airing| airing.start);
        }
        Ok(Whole {
            airings,
            findings: self.findings,
            breaks_without_room,
        })
    }

    /// Lets what is new give way to what is accepted after it, and what is new before that likewise.
    fn before_what_is_accepted(&mut self) {
        for accepted in 1..self.bodies.len() {
            if !matches!(self.bodies[accepted].body, Body::Accepted(_)) {
                continue;
            }
            for next in (1..=accepted).rev() {
                let over = self.bodies[next - 1].end - self.bodies[next].start;
                if !(1..SECOND).contains(&over) || matches!(self.bodies[next - 1].body, Body::Accepted(_)) {
                    break;
                }
                self.bodies[next - 1].give_way(-over);
            }
        }
    }

    /// Refuses two things at once, with the places of both; less than a second is rounding, and what is new gives way.
    fn one_at_a_time(&mut self) -> Result<(), Failure> {
        self.before_what_is_accepted();
        let clock = &self.index.channels[self.channel.at()].clock;
        let mut details = Vec::new();
        let mut told = 0;
        let mut tell = |at: &At, title: &str, start: Instant, other: (&str, Instant)| {
            told += 1;
            if details.len() < MOST_OVERLAPS {
                let date = clock.broadcast_date(start);
                let values = values! {
                    "title" => title, "date" => date.to_string(), "at" => clock.wall_text(date, start),
                    "other" => other.0, "until" => clock.wall_text(date, other.1)
                };
                details.push(overlap(at, values));
            }
        };
        let (begins, ends) = (clock.day(self.range.from).0, clock.day(self.range.end()).0);
        let before = self.accepted[..self.accepted.partition_point(|one| one.start < begins)].iter();
        let before = before.rev().find(|one| !one.origin.is_break());
        let after = self.accepted[self.accepted.partition_point(|one| one.start < ends)..].iter();
        let after = after.clone().find(|one| !one.origin.is_break());
        let name = |airing: &Airing| {
            let version = airing.version.as_ref().map(ToString::to_string);
            version.or_else(|| airing.title.clone()).unwrap_or_default()
        };
        // What is accepted is not judged anew: only what is new may not be where something else is.
        let mut until: Option<(String, Instant, bool)> = before.map(|one| (name(one), one.end, true));
        for laid in &mut self.bodies {
            let is_accepted = matches!(laid.body, Body::Accepted(_));
            if let Some((other, end, other_is_accepted)) = &until
                && laid.start < *end
                && !(is_accepted && *other_is_accepted)
            {
                let over = *end - laid.start;
                if over < SECOND && !is_accepted {
                    laid.give_way(over);
                } else {
                    tell(&laid.at, &laid.title, laid.start, (other, *end));
                }
            }
            if until.as_ref().is_none_or(|(_, end, _)| *end <= laid.end) {
                until = Some((laid.title.clone(), laid.end, is_accepted));
            }
        }
        if let (Some(last), Some(after)) = (self.bodies.last(), after)
            && last.end > after.start
            && !matches!(last.body, Body::Accepted(_))
        {
            tell(&last.at, &name(after), after.start, (&last.title, last.end));
        }
        if details.is_empty() {
            return Ok(());
        }
        Err(Failure {
            details,
            ..Failure::new("import_overlaps", values! { "count" => told })
        })
    }
}
