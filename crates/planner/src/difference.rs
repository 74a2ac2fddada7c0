//! How a plan differs from what is accepted, and why.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use arna_domain::index::{ChannelIx, FillEntry, ProgrammeIx, VersionIx};
use arna_domain::instance::{InstanceIx, Instances};
use arna_domain::placed::{By, Placed, Showing, ShowingIx};
use arna_domain::rules::{first_broken, refusal};
use arna_domain::{
    Airing, BroadcastDate, ChannelId, DateRange, Index, Instant, OpenSlot, Origin, Plan, Refusal, SlotId, Values,
    values,
};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use crate::pools::Takes;
use crate::replan::{Sorted, instance_named};
use crate::review::Schedule;
use crate::strands::showing;

/// How a plan changes what is accepted. Two airings are the same where channel, start, end and content agree; what else agrees in
/// channel, date and content has moved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// On air now where nothing of the kind was.
    pub added: Vec<Changed>,
    /// The same on the same channel and date at another time.
    pub moved: Vec<Moved>,
    /// No longer on air.
    pub removed: Vec<Changed>,
    /// As accepted: the places of these in the plan's airings.
    pub kept: Vec<usize>,
}

impl Difference {
    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.moved.is_empty() && self.removed.is_empty()
    }
}

/// An airing that comes or goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// The airing.
    pub airing: Airing,
    /// Why.
    pub cause: Cause,
}

/// An airing that moves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// As accepted.
    pub before: Airing,
    /// As planned.
    pub after: Airing,
    /// Why.
    pub cause: Cause,
}

/// Why something changes: the message `cause-<code>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cause {
    /// What it is; `rule` where a rule forbids what was accepted.
    pub code: &'static str,
    /// The rule that forbids it, with its values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Refusal>,
    /// The other causes' values.
    #[serde(flatten)]
    pub values: Values,
}

impl Cause {
    /// Every code.
    pub const CODES: [&str; 15] = [
        "rule",
        "pin_put",
        "pin_gone",
        "pin_there",
        "slot_gone",
        "slot_covered",
        "slot_changed",
        "version_gone",
        "strand_moved",
        "repeat_follows",
        "better_score",
        "freed_seat",
        "was_open",
        "break_changed",
        "imported",
    ];

    fn new(code: &'static str, values: Values) -> Self {
        Self {
            code,
            refusal: None,
            values,
        }
    }

    fn plain(code: &'static str) -> Self {
        Self::new(code, values! {})
    }

    fn rule(refusal: Refusal) -> Self {
        Self {
            code: "rule",
            refusal: Some(refusal),
            values: values! {},
        }
    }
}

/// How a plan of a station differs from an accepted schedule of its range.
pub fn difference(index: &Index, range: DateRange, schedule: &[Airing], plan: &Plan) -> Difference {
    let (instances, _) = Instances::of(index, range);
    let mut placed = Schedule::of(index, range, &plan.airings, &instances).placed;
    compare(Compared {
        placed: &mut placed,
        before: &Sorted::of(schedule, range),
        plan,
        refused: Refused::default(),
    })
}

/// What is compared.
pub(crate) struct Compared<'c, 'a> {
    /// The plan's programme airings.
    pub(crate) placed: &'c mut Placed<'a>,
    /// What is accepted.
    pub(crate) before: &'c Sorted<'c>,
    /// The plan.
    pub(crate) plan: &'c Plan,
    /// The rule that kept an accepted airing off its instance when the plan was made.
    pub(crate) refused: Refused,
}

/// What was refused in each instance.
pub(crate) type Refused = FxHashMap<InstanceIx, Refusal>;

/// How a plan differs, airing by airing.
pub(crate) fn compare(compared: Compared<'_, '_>) -> Difference {
    let Compared {
        placed,
        before,
        plan,
        refused,
    } = compared;
    let (kept, old, new) = matched(before.as_slice(), &plan.airings);
    let mut causes = Causes::of(placed, plan, &old, &new, refused);
    let mut difference = Difference {
        kept,
        ..Difference::default()
    };
    let mut gone: BTreeMap<_, Vec<&Airing>> = BTreeMap::new();
    for &was in old.iter().rev() {
        gone.entry(same_day(was)).or_default().push(was);
    }
    for now in new {
        match gone.get_mut(&same_day(now)).and_then(Vec::pop) {
            Some(was) => difference.moved.push(Moved {
                before: was.clone(),
                after: now.clone(),
                cause: causes.of_moved(was, now),
            }),
            None => difference.added.push(Changed {
                airing: now.clone(),
                cause: causes.of_added(now),
            }),
        }
    }
    let mut removed: Vec<&Airing> = gone.into_values().flatten().collect();
    removed.sort_by(|a, b| (&a.channel, a.start).cmp(&(&b.channel, b.start)));
    difference.removed = removed
        .into_iter()
        .map(|was| Changed {
            airing: was.clone(),
            cause: causes.of_removed(was),
        })
        .collect();
    difference
}

/// What is the same in both lists, as places in the second; what only the first has; what only the second has. Both are sorted by
/// channel and start.
fn matched<'a>(before: &[&'a Airing], after: &'a [Airing]) -> (Vec<usize>, Vec<&'a Airing>, Vec<&'a Airing>) {
    let (mut kept, mut old, mut new) = (Vec::with_capacity(before.len()), Vec::new(), Vec::new());
    let (mut at, mut place) = (0, 0);
    while at < before.len() && place < after.len() {
        let (was, now) = (before[at], &after[place]);
        match was.channel.cmp(&now.channel).then(was.start.cmp(&now.start)) {
            Ordering::Less => {
                old.push(was);
                at += 1;
            }
            Ordering::Greater => {
                new.push(now);
                place += 1;
            }
            Ordering::Equal => {
                // Overlapping pins may start together.
                let start = (&now.channel, now.start);
                let starts = |airing: &Airing| (&airing.channel, airing.start) == start;
                let mut left: Vec<&Airing> = before[at..].iter().copied().take_while(|one| starts(one)).collect();
                at += left.len();
                while let Some(now) = after.get(place).filter(|one| starts(one)) {
                    let same = |was: &&Airing| was.end == now.end && content(was) == content(now);
                    match left.iter().position(same) {
                        Some(was) => {
                            left.remove(was);
                            kept.push(place);
                        }
                        None => new.push(now),
                    }
                    place += 1;
                }
                old.append(&mut left);
            }
        }
    }
    old.extend(&before[at..]);
    new.extend(&after[place..]);
    (kept, old, new)
}

fn content(airing: &Airing) -> (Option<&str>, Option<&str>) {
    (
        airing.version.as_ref().map(arna_domain::VersionId::as_str),
        airing.title.as_deref(),
    )
}

type SameDay<'a> = (&'a ChannelId, BroadcastDate, (Option<&'a str>, Option<&'a str>));

fn same_day(airing: &Airing) -> SameDay<'_> {
    (&airing.channel, airing.date, content(airing))
}

/// What tells why something changes.
struct Causes<'c, 'a> {
    placed: &'c mut Placed<'a>,
    /// The accepted airings that each instance loses.
    lost: BTreeMap<InstanceIx, &'c Airing>,
    /// Pins that were not accepted where they are.
    pins_put: FxHashSet<(ChannelIx, Instant, VersionIx)>,
    /// Pool airings that were not accepted where they are.
    chosen: FxHashMap<ProgrammeIx, Vec<ShowingIx>>,
    open: FxHashMap<(&'c SlotId, BroadcastDate), &'c OpenSlot>,
    takes: Takes,
    refused: Refused,
}

impl<'c, 'a> Causes<'c, 'a> {
    fn of(placed: &'c mut Placed<'a>, plan: &'c Plan, old: &[&'c Airing], new: &[&Airing], refused: Refused) -> Self {
        let lost = old
            .iter()
            .filter(|was| !was.origin.is_break())
            .filter_map(|was| Some((instance_named(placed.index, placed.instances, was)?, *was)))
            .collect();
        let mut chosen: FxHashMap<ProgrammeIx, Vec<ShowingIx>> = FxHashMap::default();
        for now in new.iter().filter(|now| now.origin == Origin::Pool) {
            let instance = instance_named(placed.index, placed.instances, now);
            if let Some(number) = instance.and_then(|instance| placed.in_instance(instance)) {
                let version = placed.get(number).version;
                let programme = placed.index.versions[version.at()].programme;
                chosen.entry(programme).or_default().push(number);
            }
        }
        let pins = new.iter().filter(|now| now.origin == Origin::Pin);
        let pins_put = pins.filter_map(|now| {
            let channel = placed.index.channel(now.channel.as_str())?;
            Some((
                channel,
                now.start,
                placed.index.version(now.version.as_ref()?.as_str())?,
            ))
        });
        Self {
            pins_put: pins_put.collect(),
            placed,
            lost,
            chosen,
            open: plan.open.iter().map(|open| ((&open.slot, open.date), open)).collect(),
            takes: Takes::default(),
            refused,
        }
    }

    fn of_removed(&mut self, was: &Airing) -> Cause {
        if was.origin.is_break() {
            return Cause::plain("break_changed");
        }
        let index = self.placed.index;
        let version = match &was.version {
            None => None,
            Some(id) => match index.version(id.as_str()) {
                Some(version) => Some(version),
                None => return Cause::plain("version_gone"),
            },
        };
        if was.origin == Origin::Pin {
            let put = |pin: &Showing| self.pins_put.contains(&(pin.channel, pin.start, pin.version));
            return self.pin_over(was, put).unwrap_or_else(|| Cause::plain("pin_gone"));
        }
        let instance = instance_named(index, self.placed.instances, was);
        let Some(instance) = instance.filter(|&one| self.placed.instances.get(one).start == was.start) else {
            return self.without_place(was, instance);
        };
        let slot = self.placed.instances.get(instance).slot;
        match (&index.slots[slot.at()].fill, was.origin, version) {
            (FillEntry::Sequel { season, .. }, Origin::Sequel, Some(version)) => {
                let season = index.seasons[season.at()].id.as_str();
                self.refused(instance, version)
                    .unwrap_or_else(|| self.of_strand(instance, version, season))
            }
            (FillEntry::Repeat { of, .. }, Origin::Repeat, Some(version)) => {
                let of = index.slots[of.at()].id.as_str();
                self.refused(instance, version)
                    .unwrap_or_else(|| Cause::new("repeat_follows", values! { "of" => of }))
            }
            (FillEntry::Pool { .. }, Origin::Pool, Some(version)) => {
                if !self.takes.takes(index, slot, version) {
                    return Cause::plain("slot_changed");
                }
                let then = self.refused.get(&instance);
                if let Some(then) = then.filter(|refusal| refusal.version == was.version) {
                    return Cause::rule(then.clone());
                }
                let one = showing(self.placed, instance, version, By::Pool);
                let elsewhere = self.chosen_elsewhere(&one);
                self.broken(&one, &elsewhere)
                    .unwrap_or_else(|| Cause::plain("better_score"))
            }
            _ => Cause::plain("slot_changed"),
        }
    }

    fn of_added(&mut self, now: &Airing) -> Cause {
        match now.origin {
            Origin::Promo | Origin::Filler => Cause::plain("break_changed"),
            Origin::Pin => Cause::plain("pin_put"),
            Origin::Sequel | Origin::Repeat | Origin::Pool | Origin::Hold => {
                let instance = instance_named(self.placed.index, self.placed.instances, now);
                let lost = instance.and_then(|instance| self.lost.get(&instance).copied());
                let Some(was) = lost else {
                    return Cause::plain("was_open");
                };
                let cause = self.of_removed(was);
                let given_up = cause.code == "rule" || now.origin == Origin::Pool && was.origin == Origin::Pool;
                match (now.origin, cause.code) {
                    (_, "better_score") => cause,
                    (Origin::Sequel, "rule") if !self.same_episode(was, now) => self.strand_of(now),
                    _ if given_up => Cause::plain("freed_seat"),
                    _ => cause,
                }
            }
        }
    }

    fn of_moved(&mut self, was: &Airing, now: &Airing) -> Cause {
        match (was.origin, now.origin) {
            (Origin::Promo | Origin::Filler, _) => Cause::plain("break_changed"),
            (_, Origin::Pin) => Cause::plain("pin_put"),
            _ => {
                // What it is now is no reason for it to have left.
                let instance = instance_named(self.placed.index, self.placed.instances, now);
                let own = instance.and_then(|instance| self.placed.in_instance(instance));
                own.inspect(|&number| self.placed.take_off(number));
                let cause = self.of_removed(was);
                own.inspect(|&number| self.placed.put_back(number));
                // It found another place, so what it lost was the old one.
                match cause.code {
                    "better_score" => self.of_added(now),
                    _ => cause,
                }
            }
        }
    }

    fn same_episode(&self, was: &Airing, now: &Airing) -> bool {
        let index = self.placed.index;
        let episode = |airing: &Airing| {
            let version = index.version(airing.version.as_ref()?.as_str())?;
            Some(index.versions[version.at()].episode)
        };
        episode(was) == episode(now)
    }

    fn strand_of(&self, now: &Airing) -> Cause {
        let index = self.placed.index;
        let version = now.version.as_ref().and_then(|id| index.version(id.as_str()));
        let season = version.map(|version| index.versions[version.at()].season);
        let season = season.map(|season| index.seasons[season.at()].id.as_str());
        Cause::new("strand_moved", values! { "season" => season })
    }

    /// Where the place itself is gone or is another.
    fn without_place(&self, was: &Airing, instance: Option<InstanceIx>) -> Cause {
        if let Some(pin) = self.pin_over(was, |_| true) {
            return pin;
        }
        let index = self.placed.index;
        let slot = was.slot.as_ref().and_then(|id| index.slot(id.as_str()));
        let stands = slot.is_some_and(|slot| index.slots[slot.at()].stands_on(was.date));
        Cause::plain(match (stands, instance) {
            (false, _) => "slot_gone",
            (true, None) => "slot_covered",
            (true, Some(_)) => "slot_changed",
        })
    }

    /// A pin that is where something was, among those that may be the reason.
    fn pin_over(&self, was: &Airing, may_be: impl Fn(&Showing) -> bool) -> Option<Cause> {
        let index = self.placed.index;
        let channel = index.channel(was.channel.as_str())?;
        let touching = self.placed.all_touching(channel, was.start, was.end);
        let pin = touching
            .map(|number| self.placed.get(number))
            .find(|one| one.by == By::Pin && may_be(one))?;
        let values = values! {
            "pin" => index.versions[pin.version.at()].id.as_str(),
            "pin_start" => index.channels[channel.at()].clock.text(pin.start)
        };
        Some(Cause::new("pin_there", values))
    }

    /// The plan's own refusal of a version in an instance that stays open.
    fn refused(&self, instance: InstanceIx, version: VersionIx) -> Option<Cause> {
        let index = self.placed.index;
        let at = self.placed.instances.get(instance);
        let open = self.open.get(&(&index.slots[at.slot.at()].id, at.date))?;
        let id = &index.versions[version.at()].id;
        let refusal = open.refusals.iter().find(|one| one.version.as_ref() == Some(id))?;
        Some(Cause::rule(refusal.clone()))
    }

    /// Why a strand shows something else: the same episode in another version, or another episode.
    fn of_strand(&mut self, instance: InstanceIx, version: VersionIx, season: &str) -> Cause {
        let versions = &self.placed.index.versions;
        let now = self
            .placed
            .in_instance(instance)
            .map(|number| self.placed.get(number).version);
        let moved = Cause::new("strand_moved", values! { "season" => season });
        if now.is_none_or(|now| versions[now.at()].episode != versions[version.at()].episode) {
            return moved;
        }
        let one = showing(self.placed, instance, version, By::Sequel);
        self.broken(&one, &[]).unwrap_or_else(|| Cause::plain("slot_changed"))
    }

    /// What the search chose instead and what may stand against an airing: of its episode anywhere, of its programme on its day.
    fn chosen_elsewhere(&self, one: &Showing) -> Vec<ShowingIx> {
        let versions = &self.placed.index.versions;
        let own = &versions[one.version.at()];
        let chosen = self.chosen.get(&own.programme).into_iter().flatten();
        chosen
            .copied()
            .filter(|&number| {
                let other = self.placed.get(number);
                let on_its_day = (other.channel, other.date) == (one.channel, one.date);
                self.placed.is_on_air(number) && (on_its_day || versions[other.version.at()].episode == own.episode)
            })
            .collect()
    }

    /// The rule that an airing would break in its instance now, were some others not on air.
    fn broken(&mut self, one: &Showing, without: &[ShowingIx]) -> Option<Cause> {
        let now = one.instance.and_then(|instance| self.placed.in_instance(instance));
        let aside: Vec<ShowingIx> = without
            .iter()
            .copied()
            .filter(|&number| Some(number) != now)
            .chain(now)
            .collect();
        aside.iter().for_each(|&number| self.placed.take_off(number));
        let one = self.placed.charge(*one);
        let broken = first_broken(self.placed, &one);
        aside.iter().rev().for_each(|&number| self.placed.put_back(number));
        broken.map(|(rule, grounds)| Cause::rule(refusal(self.placed.index, &one, rule, &grounds)))
    }
}
