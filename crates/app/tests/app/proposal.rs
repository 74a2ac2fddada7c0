//! A proposal: for some channels, accepted by channel and day, calculated while the desk goes on.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::Path;

use arna_app::desk::Hand;
use arna_app::export::What;
use arna_app::ops::channel::{ChannelAsked, ChannelEdit};
use arna_app::planning::{Channels, Effort, Keep, Policy, Proof};
use arna_app::proposal::{Asked, ChannelDate};
use arna_app::{Desk, ops, sample, view};
use arna_domain::{Airing, BroadcastDate, ChannelId, DateRange, Instant, Language, Origin, Station, Zones, values};
use arna_store::{Record, RecordId};

const NOW: Instant = Instant::from_ms(1_719_792_000_000);

fn hand() -> Hand {
    Hand {
        author: "tester".to_owned(),
        at: NOW,
    }
}

fn date(text: &str) -> BroadcastDate {
    BroadcastDate::parse(text).unwrap()
}

fn asked(channels: &[&str], from: &str, days: u32, keep: Option<Keep>) -> Asked {
    Asked {
        channels: match channels {
            [] => Channels::All,
            some => Channels::Only(some.iter().copied().map(ChannelId::new).collect()),
        },
        policy: Policy {
            range: DateRange::new(date(from), days).unwrap(),
            seed: 0,
            effort: Effort::Fast,
            threads: NonZeroUsize::MIN,
            proof: Proof::Given,
        },
        keep,
    }
}

fn calculate(desk: &mut Desk, asked: &Asked) {
    let calculated = desk
        .basis()
        .unwrap()
        .calculate(asked, &|_| ControlFlow::Continue(()))
        .unwrap();
    desk.keep(calculated).unwrap();
}

/// The sample without the schedule that it comes with.
fn unplanned(folder: &Path) -> Desk {
    let mut desk = sample::ready(&folder.join("s.arna"), &hand(), Zones::bundled()).unwrap();
    desk.undo(&hand()).unwrap().unwrap();
    assert!(desk.station().unwrap().0.schedule.is_empty());
    desk
}

fn exported(desk: &mut Desk, folder: &Path) -> Vec<u8> {
    let path = folder.join("export.json");
    desk.export(&What::Station, &path).unwrap();
    std::fs::read(path).unwrap()
}

fn days(list: &[(&str, &str)]) -> BTreeSet<ChannelDate> {
    list.iter()
        .map(|(channel, day)| (ChannelId::new(*channel), date(day)))
        .collect()
}

fn on(station: &Station, channel: &str) -> Vec<Airing> {
    let own = station.schedule.iter().filter(|one| one.channel.as_str() == channel);
    own.cloned().collect()
}

#[test]
fn some_channels_are_calculated_and_the_others_stay() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = sample::ready(&folder.path().join("s.arna"), &hand(), Zones::bundled()).unwrap();
    let before = desk.station().unwrap().0.clone();
    for keep in [None, Some(Keep::Pinned), Some(Keep::Accepted)] {
        calculate(&mut desk, &asked(&["khabar.kz"], "2024-07-01", 7, keep));
        let proposal = desk.proposal().unwrap().unwrap();
        assert!(
            proposal
                .plan
                .airings
                .iter()
                .all(|one| one.channel.as_str() == "khabar.kz")
        );
        assert!(proposal.plan.airings.len() > 20);
        let named = proposal
            .plan
            .findings
            .iter()
            .filter_map(|one| one.place.channel.as_ref());
        assert!(named.into_iter().all(|channel| channel.as_str() == "khabar.kz"));
        let changed = proposal.changed_days();
        assert!(changed.iter().all(|(channel, _)| channel.as_str() == "khabar.kz"));
        assert_eq!(
            proposal.difference.kept.len() + proposal.difference.added.len() + proposal.difference.moved.len(),
            proposal.plan.airings.len()
        );
        for &place in &proposal.difference.kept {
            assert!(before.schedule.contains(&proposal.plan.airings[place]));
        }
        desk.accept(&hand()).unwrap();
        let after = desk.station().unwrap().0.clone();
        for channel in before.channels.iter().filter(|one| one.id.as_str() != "khabar.kz") {
            assert_eq!(on(&before, channel.id.as_str()), on(&after, channel.id.as_str()));
        }
        let beyond = |station: &Station| -> Vec<Airing> {
            on(station, "khabar.kz")
                .into_iter()
                .filter(|one| one.date > date("2024-07-07"))
                .collect()
        };
        assert_eq!(beyond(&before), beyond(&after));
        desk.undo(&hand()).unwrap().unwrap();
        assert_eq!(*desk.station().unwrap().0, before);
    }
    let none = asked(&["nobody.kz"], "2024-07-01", 7, None);
    let refused = desk
        .basis()
        .unwrap()
        .calculate(&none, &|_| ControlFlow::Continue(()))
        .unwrap_err();
    assert_eq!(refused.code, "no_channels");
}

#[test]
fn runs_and_premieres_of_other_channels_count_for_a_channel_calculated_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = unplanned(folder.path());
    calculate(&mut desk, &asked(&[], "2024-07-01", 14, None));
    let whole = desk.proposal().unwrap().unwrap().plan.clone();
    desk.accept(&hand()).unwrap();
    // Calculated again alone, each channel comes to what the rest lets it: nothing it breaks.
    let channels: Vec<String> = desk
        .station()
        .unwrap()
        .0
        .channels
        .iter()
        .map(|one| one.id.to_string())
        .collect();
    let range = DateRange::new(date("2024-07-01"), 14).unwrap();
    let errors = |desk: &mut Desk| {
        let review = desk.review(range).unwrap();
        review
            .findings
            .iter()
            .filter(|one| one.severity == arna_domain::Severity::Error)
            .count()
    };
    let before = errors(&mut desk);
    for channel in &channels {
        calculate(&mut desk, &asked(&[channel], "2024-07-01", 14, None));
        desk.accept(&hand()).unwrap();
        assert!(errors(&mut desk) <= before, "{channel}");
    }
    assert!(whole.airings.len() > 100);
}

#[test]
fn days_are_accepted_one_by_one_and_the_rest_waits() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = unplanned(folder.path());
    let beginning = exported(&mut desk, folder.path());
    calculate(&mut desk, &asked(&[], "2024-07-01", 3, None));
    let proposal = desk.proposal().unwrap().unwrap();
    let plan = proposal.plan.clone();
    let all = proposal.changed_days();
    let mut left = all.clone();
    let mut steps = 0;
    // Day by day, all channels each: no strand is torn.
    for day in ["2024-07-01", "2024-07-02", "2024-07-03"] {
        let chosen: BTreeSet<_> = all.iter().filter(|(_, own)| *own == date(day)).cloned().collect();
        assert_eq!(desk.examine(&chosen).unwrap().wrong, []);
        let change = desk.accept_days(&chosen, &hand()).unwrap();
        assert_eq!(change.args["from"], day);
        steps += 1;
        left.retain(|day| !chosen.contains(day));
        let Some(proposal) = desk.proposal().unwrap() else {
            assert!(left.is_empty());
            break;
        };
        assert!(!proposal.stale);
        assert_eq!(proposal.changed_days(), left);
        let again = desk.accept_days(&chosen, &hand()).unwrap_err();
        assert_eq!(again.code, "nothing_chosen");
    }
    assert!(desk.proposal().unwrap().is_none(), "nothing is left to decide");
    assert_eq!(desk.station().unwrap().0.schedule, plan.airings);
    for _ in 0..steps {
        desk.undo(&hand()).unwrap().unwrap();
    }
    assert_eq!(exported(&mut desk, folder.path()), beginning);
}

#[test]
fn nothing_of_the_days_stays_behind_where_the_channel_has_another_clock_since() {
    let folder = tempfile::tempdir().unwrap();
    for (zone, day_start) in [
        ("Europe/London", "06:00"),
        ("Asia/Almaty", "09:00"),
        ("Asia/Almaty", "04:00"),
    ] {
        let folder = tempfile::tempdir_in(folder.path()).unwrap();
        let mut desk = unplanned(folder.path());
        let days = asked(&["khabar.kz"], "2024-07-01", 3, None);
        calculate(&mut desk, &days);
        desk.accept(&hand()).unwrap();
        let edit = ChannelEdit::Change {
            channel: ChannelAsked {
                id: "khabar.kz".to_owned(),
                name: "Хабар".to_owned(),
                zone: zone.to_owned(),
                day_start: "06:00".to_owned(),
                territory: None,
                quotas: vec![],
                rating_hours: vec![],
            },
        };
        let op = ops::channel::op(desk.station().unwrap().0, &Zones::bundled(), &edit).unwrap();
        desk.transact(&op, &hand()).unwrap();
        let before = exported(&mut desk, folder.path());
        calculate(&mut desk, &days);
        let plan = desk.proposal().unwrap().unwrap().plan.clone();
        desk.accept(&hand()).unwrap();
        assert_eq!(
            on(desk.station().unwrap().0, "khabar.kz"),
            plan.airings,
            "{zone} {day_start}"
        );
        desk.undo(&hand()).unwrap().unwrap();
        assert_eq!(exported(&mut desk, folder.path()), before);
    }
}

#[test]
fn a_day_that_would_tear_a_strand_is_refused_with_what_belongs_to_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = unplanned(folder.path());
    calculate(&mut desk, &asked(&[], "2024-07-01", 7, None));
    let proposal = desk.proposal().unwrap().unwrap();
    // A channel with a strand: its last day alone would show an episode without those before.
    let strand = proposal.plan.airings.iter().filter(|one| one.origin == Origin::Sequel);
    let channel = strand.clone().next().unwrap().channel.to_string();
    let last = strand
        .filter(|one| one.channel.as_str() == channel)
        .map(|one| one.date)
        .max()
        .unwrap();
    let chosen = BTreeSet::from([(ChannelId::new(channel.as_str()), last)]);
    let before = (exported(&mut desk, folder.path()), desk.revision().unwrap());
    let examined = desk.examine(&chosen).unwrap();
    assert!(
        examined.wrong.iter().any(|one| one.code == "strand_order"),
        "{:?}",
        examined.wrong
    );
    let refused = desk.accept_days(&chosen, &hand()).unwrap_err();
    assert_eq!(refused.code, "days_depend");
    assert!(
        refused.details.iter().any(|one| one.code == "strand_order"),
        "{:?}",
        refused.details
    );
    assert_eq!((exported(&mut desk, folder.path()), desk.revision().unwrap()), before);
    assert!(!examined.with.is_empty());
    assert!(
        examined.with.iter().all(|(_, day)| *day <= last),
        "no more than what comes before"
    );
    let whole: BTreeSet<_> = chosen.union(&examined.with).cloned().collect();
    assert_eq!(desk.examine(&whole).unwrap().wrong, []);
    desk.accept_days(&whole, &hand()).unwrap();
    assert!(!desk.proposal().unwrap().unwrap().stale);
    // The rest makes the plan whole.
    let plan = proposal.plan.clone();
    let rest = desk.proposal().unwrap().unwrap().changed_days();
    desk.accept_days(&rest, &hand()).unwrap();
    assert_eq!(desk.station().unwrap().0.schedule, plan.airings);
    assert!(desk.proposal().unwrap().is_none());
}

#[test]
fn a_calculation_under_way_keeps_nobody_from_editing() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = unplanned(folder.path());
    let basis = desk.basis().unwrap();
    let asked = asked(&[], "2024-07-01", 7, None);
    let calculated = std::thread::scope(|scope| {
        let calculation = scope.spawn(|| basis.calculate(&asked, &|_| ControlFlow::Continue(())).unwrap());
        let mut channel = desk.station().unwrap().0.channels[0].clone();
        channel.name = "Renamed".to_owned();
        desk.transact(&ops::put(Record::Channel(channel)), &hand()).unwrap();
        calculation.join().unwrap()
    });
    assert_eq!(desk.station().unwrap().0.channels[0].name, "Renamed");
    desk.keep(calculated).unwrap();
    let proposal = desk.proposal().unwrap().unwrap();
    assert!(proposal.stale && proposal.plan.airings.len() > 50);
    let refused = desk.accept(&hand()).unwrap_err();
    assert_eq!(refused.code, "proposal_stale");
    assert_eq!(
        desk.examine(&days(&[("khabar.kz", "2024-07-01")])).unwrap_err().code,
        "proposal_stale"
    );
    assert_eq!(
        desk.accept_days(&proposal.changed_days(), &hand()).unwrap_err().code,
        "proposal_stale"
    );
}

#[test]
fn what_was_asked_and_decided_is_there_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = unplanned(folder.path());
    let path = desk.path();
    calculate(
        &mut desk,
        &asked(&["khabar.kz", "silkway.kz"], "2024-07-01", 2, Some(Keep::Pinned)),
    );
    let proposal = desk.proposal().unwrap().unwrap();
    let first = proposal.changed_days().into_iter().next().unwrap();
    desk.accept_days(&BTreeSet::from([first.clone()]), &hand()).unwrap();
    let before = desk.proposal().unwrap().unwrap();
    drop(desk);
    let mut desk = Desk::open(&path, NOW, Zones::bundled()).unwrap();
    let after = desk.proposal().unwrap().unwrap();
    assert_eq!(after.taken, BTreeSet::from([first]));
    assert_eq!(
        (&after.plan, &after.difference, after.stale),
        (&before.plan, &before.difference, false)
    );
    assert_eq!(after.asked.channels, before.asked.channels);
    assert_eq!(after.asked.keep, Some(Keep::Pinned));
    assert_eq!(
        (after.asked.policy.effort, after.asked.policy.proof),
        (Effort::Fast, Proof::Given)
    );
    // A second window sees it and may decide nothing.
    let mut second = Desk::open_to_read(&path, Zones::bundled()).unwrap();
    assert!(second.is_read_only());
    assert_eq!(second.proposal().unwrap().unwrap().plan, after.plan);
    assert_eq!(second.accept(&hand()).unwrap_err().code, "station_read_only");
    assert_eq!(second.discard().unwrap_err().code, "station_read_only");
    assert_eq!(
        second
            .transact(&ops::remove(RecordId::About), &hand())
            .unwrap_err()
            .code,
        "station_read_only"
    );
}

#[test]
fn the_view_counts_every_change_once_and_marks_every_block() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = sample::ready(&folder.path().join("s.arna"), &hand(), Zones::bundled()).unwrap();
    // Something to give up, something that comes later.
    let (station, _) = desk.station().unwrap();
    let own = |id: &str| station.slots.iter().find(|one| one.id.as_str() == id).unwrap().clone();
    let mut later = own("khabar-0800");
    later.start = arna_domain::GridTime::parse("08:05").unwrap();
    later.length_min -= 5;
    let mut shorter = own("khabar-0900");
    shorter.until = Some(date("2024-07-03"));
    desk.transact(&ops::put(Record::Slot(later)), &hand()).unwrap();
    desk.transact(&ops::put(Record::Slot(shorter)), &hand()).unwrap();
    calculate(&mut desk, &asked(&[], "2024-07-01", 7, None));
    let proposal = desk.proposal().unwrap().unwrap();
    let (station, index) = desk.station().unwrap();
    let english = Language::parse("en").unwrap();
    let seen = view::proposal(&proposal, station, index);
    assert_eq!(
        (seen.asked.all, seen.asked.effort.as_str(), seen.asked.keep.as_str()),
        (true, "fast", "nothing")
    );
    assert_eq!(seen.dates.len(), 7);
    let sum = |count: fn(&view::CellView) -> u16| seen.cells.iter().map(|cell| usize::from(count(cell))).sum::<usize>();
    let programmes =
        |list: &[arna_app::planning::Changed]| list.iter().filter(|one| !one.airing.origin.is_break()).count();
    assert_eq!(sum(|cell| cell.added), programmes(&proposal.difference.added));
    assert_eq!(sum(|cell| cell.removed), programmes(&proposal.difference.removed));
    assert_eq!(sum(|cell| cell.open), proposal.plan.open.len());
    let mut marked = 0;
    for day in proposal.plan.range.dates() {
        for compared in view::compared_day(&proposal, station, index, day, &english) {
            for mark in &compared.marks {
                let side = if mark.then { &compared.then } else { &compared.now };
                assert!(side.blocks.iter().any(|block| block.starts == mark.starts), "{mark:?}");
                assert_eq!(mark.change == view::RowChange::Moved, mark.other_wall.is_some());
                marked += 1;
            }
        }
    }
    let moved = proposal
        .difference
        .moved
        .iter()
        .filter(|one| !one.after.origin.is_break())
        .count();
    let changes = programmes(&proposal.difference.added) + programmes(&proposal.difference.removed) + 2 * moved;
    assert!(changes > 0);
    assert_eq!(marked, changes);
    let channel = index.channel("khabar.kz").unwrap();
    let week = view::compared_week(&proposal, station, index, channel, date("2024-07-01"), &english);
    assert_eq!(week.len(), 7);
    assert!(week.iter().any(|day| !day.marks.is_empty()));
}

/// Airs something live on a channel on a date, or a programme in its place.
fn air(desk: &mut Desk, channel: &str, day: &str, like: Option<&Airing>) {
    let start = Instant::parse(&format!("{day}T10:00:00Z")).unwrap();
    let airing = Airing {
        channel: ChannelId::new(channel),
        date: date(day),
        start,
        end: start + 60_000,
        version: like.and_then(|one| one.version.clone()),
        title: like.is_none().then(|| "Live".to_owned()),
        language: None,
        licence: like.and_then(|one| one.licence.clone()),
        slot: None,
        origin: if like.is_some() { Origin::Pin } else { Origin::Hold },
    };
    let op = ops::Op {
        code: "put_airing".to_owned(),
        args: values! {},
        steps: vec![ops::Step::Airings {
            channel: ChannelId::new(channel),
            from: start,
            until: start + 60_000,
            airings: vec![airing],
        }],
    };
    desk.transact(&op, &hand()).unwrap();
}

#[test]
fn what_touches_nothing_that_a_proposal_rests_on_leaves_it_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = unplanned(folder.path());
    calculate(&mut desk, &asked(&["khabar.kz"], "2024-07-01", 3, None));
    let plan = desk.proposal().unwrap().unwrap().plan.clone();
    // Another channel at the same time, and the same channel weeks later.
    air(&mut desk, "silkway.kz", "2024-07-02", None);
    air(&mut desk, "khabar.kz", "2024-08-01", None);
    let proposal = desk.proposal().unwrap().unwrap();
    assert!(!proposal.stale);
    assert_eq!(proposal.plan, plan);
    assert_eq!(
        on(&proposal.then, "silkway.kz").len(),
        1,
        "the station as it would be is that of now"
    );
    // It is as good after a restart, and some days of it are accepted.
    let path = desk.path();
    drop(desk);
    let mut desk = Desk::open(&path, NOW, Zones::bundled()).unwrap();
    assert!(!desk.proposal().unwrap().unwrap().stale);
    desk.accept_days(&days(&[("khabar.kz", "2024-07-01")]), &hand())
        .unwrap();
    air(&mut desk, "silkway.kz", "2024-07-03", None);
    assert!(!desk.proposal().unwrap().unwrap().stale);
    let rest = desk.proposal().unwrap().unwrap().changed_days();
    desk.accept_days(&rest, &hand()).unwrap();
    let mut due = plan.airings.clone();
    let later = on(desk.station().unwrap().0, "khabar.kz").pop().unwrap();
    due.push(later);
    assert_eq!(on(desk.station().unwrap().0, "khabar.kz"), due);
    assert_eq!(on(desk.station().unwrap().0, "silkway.kz").len(), 2);
}

#[test]
fn what_a_proposal_rests_on_makes_it_stale() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = unplanned(folder.path());
    let stale_after = |desk: &mut Desk, does: &dyn Fn(&mut Desk, &Airing)| {
        calculate(desk, &asked(&["khabar.kz"], "2024-07-01", 3, None));
        let own = desk.proposal().unwrap().unwrap().plan.airings.clone();
        let licensed = own.iter().find(|one| one.licence.is_some()).unwrap();
        assert!(!desk.proposal().unwrap().unwrap().stale);
        does(desk, licensed);
        let is_stale = desk.proposal().unwrap().unwrap().stale;
        assert_eq!(desk.accept(&hand()).is_err(), is_stale);
        is_stale
    };
    // Its own time, and around it; its programmes and licences, wherever; and whatever is no airing.
    assert!(stale_after(&mut desk, &|desk, _| air(
        desk,
        "khabar.kz",
        "2024-07-02",
        None
    )));
    assert!(stale_after(&mut desk, &|desk, _| air(
        desk,
        "khabar.kz",
        "2024-07-06",
        None
    )));
    assert!(stale_after(&mut desk, &|desk, own| air(
        desk,
        "silkway.kz",
        "2024-09-02",
        Some(own)
    )));
    assert!(stale_after(&mut desk, &|desk, _| {
        let mut channel = desk.station().unwrap().0.channels[0].clone();
        channel.name += " again";
        desk.transact(&ops::put(Record::Channel(channel)), &hand()).unwrap();
    }));
    // Also where it is undone: it was something else that came and went.
    assert!(stale_after(&mut desk, &|desk, _| {
        air(desk, "khabar.kz", "2024-07-03", None);
        desk.undo(&hand()).unwrap().unwrap();
    }));
    assert!(!stale_after(&mut desk, &|desk, _| air(
        desk,
        "atameken.kz",
        "2024-07-02",
        None
    )));
}
