//! What changed since then, one entry taken back, amendments and roll-outs made edits.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use arna_app::changes::{AiringChange, RecordChanged, between};
use arna_app::desk::Hand;
use arna_app::{Desk, ops, rollout, sample, source, view};
use arna_domain::{
    Airing, Amendment, BroadcastDate, ChannelId, Instant, Language, LicenceId, Origin, PartnerId, SlotId, Station,
    VersionId, Zones, amend,
};
use arna_store::{Kind, Record, RecordId};

const NOW: Instant = Instant::from_ms(1_719_792_000_000);
const MINUTE: i64 = 60_000;

fn hand() -> Hand {
    Hand {
        author: "tester".to_owned(),
        at: NOW,
    }
}

fn date(text: &str) -> BroadcastDate {
    BroadcastDate::parse(text).unwrap()
}

fn airing(day: i64, minute: i64, version: &str, minutes: i64) -> Airing {
    let start = NOW + (day * 1440 + minute) * MINUTE;
    Airing {
        channel: ChannelId::new("khabar.kz"),
        date: date("2024-07-01").plus_days(day),
        start,
        end: start + minutes * MINUTE,
        version: Some(VersionId::new(version)),
        title: None,
        language: None,
        licence: None,
        slot: None,
        origin: Origin::Pool,
    }
}

/// The changes as one reads them: what, minute by minute of its day.
fn told(before: &[Airing], after: &[Airing]) -> Vec<String> {
    let minute = |one: &Airing| (one.start - NOW) / MINUTE;
    let name = |one: &Airing| one.version.as_ref().unwrap().to_string();
    between(before, after)
        .iter()
        .flat_map(|channel| &channel.airings)
        .map(|change| match change {
            AiringChange::Instead { now, was } => format!("{} {} instead of {}", minute(now), name(now), name(was)),
            AiringChange::Moved { now, was } => format!("{} {} from {}", minute(now), name(now), minute(was)),
            AiringChange::Trimmed { now, .. } => format!("{} {} trimmed", minute(now), name(now)),
            AiringChange::Added { now } => format!("{} {} added", minute(now), name(now)),
            AiringChange::Dropped { was } => format!("{} {} dropped", minute(was), name(was)),
        })
        .collect()
}

#[test]
fn changes_are_told_as_one_phones_them_through() {
    let before = [
        airing(0, 0, "a", 30),
        airing(0, 60, "b", 30),
        airing(0, 120, "c", 30),
        airing(0, 180, "d", 30),
        airing(0, 240, "e", 30),
        airing(1, 0, "f", 30),
    ];
    let after = [
        airing(0, 0, "a", 30),
        airing(0, 60, "x", 25),
        airing(0, 135, "c", 30),
        airing(0, 180, "d", 20),
        airing(0, 245, "y", 30),
        airing(2, 30, "f", 30),
        airing(2, 90, "z", 30),
    ];
    let day = 1440;
    assert_eq!(
        told(&before, &after),
        [
            "60 x instead of b".to_owned(),
            "135 c from 120".to_owned(),
            "180 d trimmed".to_owned(),
            "245 y instead of e".to_owned(),
            format!("{} f from {day}", 2 * day + 30),
            format!("{} z added", 2 * day + 90),
        ]
    );
    assert_eq!(told(&before, &before), Vec::<String>::new());
    assert_eq!(told(&before[..1], &[]), ["0 a dropped"]);
    // Why something airs, or for which licence, is nothing to phone through.
    let mut pinned = before.clone();
    pinned[0].origin = Origin::Pin;
    pinned[0].licence = Some(LicenceId::new("L1"));
    assert!(between(&before, &pinned).is_empty());
    // Promos and fillers are told by their day alone.
    let spot = |minute| Airing {
        origin: Origin::Promo,
        ..airing(3, minute, "promo", 1)
    };
    let channels = between(&[spot(10)], &[spot(11)]);
    assert_eq!(
        (channels[0].airings.len(), &channels[0].breaks),
        (0, &vec![date("2024-07-04")])
    );
}

#[test]
fn two_that_change_places_both_move() {
    let before = [airing(0, 0, "a", 30), airing(0, 30, "b", 30)];
    let after = [airing(0, 0, "b", 30), airing(0, 30, "a", 30)];
    assert_eq!(told(&before, &after), ["0 b from 30", "30 a from 0"]);
}

fn opened() -> (tempfile::TempDir, Desk) {
    let folder = tempfile::tempdir().unwrap();
    let desk = sample::ready(&folder.path().join("s.arna"), &hand(), Zones::bundled()).unwrap();
    (folder, desk)
}

#[test]
fn what_changed_since_an_entry_is_told_and_that_entry_is_taken_back_on_its_own() {
    let (_folder, mut desk) = opened();
    let base = desk.usual_base().unwrap();
    assert_eq!(desk.log(Some(base + 1), 1).unwrap()[0].op, "accept_plan");
    let since = desk.changes_since(base).unwrap();
    assert!(since.channels.is_empty() && since.records.is_empty());
    let before = desk.station().unwrap().0.clone();
    let mut licence = before.licences[0].clone();
    licence.max_runs = Some(77);
    let edit = desk
        .transact(&ops::put(Record::Licence(licence.clone())), &hand())
        .unwrap();
    let mut other = before.licences[1].clone();
    other.max_runs = Some(78);
    desk.transact(&ops::put(Record::Licence(other)), &hand()).unwrap();
    let since = desk.changes_since(base).unwrap();
    assert_eq!(since.records.len(), 2);
    assert_eq!(since.records[0].kind, RecordChanged::Changed);
    assert_eq!(since.then, before);
    // Taken back though something came after, and undone like anything else.
    let back = desk.revert(edit.number, &hand()).unwrap();
    assert_eq!(
        (back.op.as_str(), &back.args["reverted"], &back.args["number"]),
        ("revert", &"put_licence".into(), &edit.number.into())
    );
    assert_eq!(desk.station().unwrap().0.licences[0], before.licences[0]);
    assert_eq!(desk.station().unwrap().0.licences[1].max_runs, Some(78));
    desk.undo(&hand()).unwrap().unwrap();
    assert_eq!(desk.station().unwrap().0.licences[0], licence);
    assert_eq!(desk.revert(1, &hand()).unwrap_err().code, "no_such_entry");
    // The view tells it in a language.
    let since = desk.changes_since(1).unwrap();
    let base = desk.log(Some(2), 1).unwrap().pop().unwrap();
    let was = source::index_of(&since.then, &Zones::bundled()).unwrap();
    let (station, index) = desk.station().unwrap();
    let seen = view::changes(&since, &base, station, index, &was, &Language::parse("en").unwrap());
    assert_eq!(seen.channels.len(), 4);
    let told: usize = seen
        .channels
        .iter()
        .flat_map(|one| &one.days)
        .map(|day| day.rows.len())
        .sum();
    let counted: u32 = seen.channels.iter().map(|one| one.count).sum();
    assert_eq!(told, usize::try_from(counted).unwrap());
    let rows = seen.channels.iter().flat_map(|one| &one.days).flat_map(|day| &day.rows);
    assert!(
        rows.into_iter()
            .all(|row| row.now.as_ref().is_some_and(|now| !now.title.is_empty()))
    );
}

#[test]
fn a_record_that_is_called_by_when_it_is_tells_it_by_its_channels_clock() {
    let (_folder, mut desk) = opened();
    let base = desk.usual_base().unwrap();
    let mut pin = desk.station().unwrap().0.pins[0].clone();
    pin.channel = ChannelId::new("khabar.kz");
    pin.start = Instant::parse("2024-07-05T20:30:00Z").unwrap();
    let mut later = pin.clone();
    later.start = Instant::parse("2024-07-05T20:30:20Z").unwrap();
    desk.transact(&ops::put(Record::Pin(pin)), &hand()).unwrap();
    desk.transact(&ops::put(Record::Pin(later)), &hand()).unwrap();
    let mut partner = desk.station().unwrap().0.partners[0].clone();
    partner.id = PartnerId::new("2024-07-01 of two words");
    desk.transact(&ops::put(Record::Partner(partner)), &hand()).unwrap();
    let since = desk.changes_since(base).unwrap();
    let base = desk.log(Some(base + 1), 1).unwrap().pop().unwrap();
    let was = source::index_of(&since.then, &Zones::bundled()).unwrap();
    let (station, index) = desk.station().unwrap();
    let seen = view::changes(&since, &base, station, index, &was, &Language::parse("en").unwrap());
    let told: Vec<_> = seen
        .records
        .iter()
        .map(|one| {
            let by = one.called_by.as_ref();
            let by = by.map(|by| (by.channel.as_str(), by.date.date.as_str(), by.start_wall.as_str()));
            (one.kind.as_str(), one.id.as_str(), by)
        })
        .collect();
    let at = Some(("khabar.kz", "2024-07-05", "25:30"));
    assert_eq!(
        told,
        [
            ("pin", "khabar.kz 2024-07-05T20:30:00Z", at),
            ("pin", "khabar.kz 2024-07-05T20:30:20Z", at),
            ("partner", "2024-07-01 of two words", None),
        ]
    );
}

#[test]
fn a_revert_that_would_leave_the_station_unusable_changes_nothing() {
    let (_folder, mut desk) = opened();
    let before = desk.station().unwrap().0.clone();
    let mut slot = before.slots[0].clone();
    slot.id = SlotId::new("own");
    slot.layer = 9;
    slot.from = Some(date("2026-01-01"));
    slot.until = Some(date("2026-01-07"));
    let put = desk.transact(&ops::put(Record::Slot(slot.clone())), &hand()).unwrap();
    // Something refers to it by now.
    let mut repeat = slot;
    repeat.id = SlotId::new("again");
    repeat.start = arna_domain::GridTime::parse("28:00").unwrap();
    repeat.length_min = 30;
    repeat.fill = arna_domain::slot::Fill::Repeat(arna_domain::slot::Repeat {
        of: SlotId::new("own"),
        days_after: 1,
    });
    desk.transact(&ops::put(Record::Slot(repeat)), &hand()).unwrap();
    let station = desk.station().unwrap().0.clone();
    let refused = desk.revert(put.number, &hand()).unwrap_err();
    assert_eq!(refused.code, "document_unusable");
    assert_eq!(*desk.station().unwrap().0, station);
}

fn sorted(station: &Station) -> Station {
    let mut sorted = station.clone();
    sorted
        .pins
        .sort_by(|a, b| (&a.channel, a.start).cmp(&(&b.channel, b.start)));
    sorted
}

#[test]
fn amendments_made_true_make_the_station_that_they_describe() {
    let (_folder, mut desk) = opened();
    let zones = Zones::bundled();
    let station = desk.station().unwrap().0.clone();
    let version = station
        .programmes
        .iter()
        .find(|one| one.kind == "documentary")
        .unwrap()
        .seasons[0]
        .episodes[0]
        .versions[0]
        .id
        .clone();
    let licence = station.licences[0].id.clone();
    let lists: Vec<Vec<Amendment>> = vec![
        vec![Amendment::LicenceRuns {
            licence: licence.clone(),
            max_runs: Some(9),
        }],
        vec![Amendment::LicenceWindow {
            licence: licence.clone(),
            from: None,
            until: Some(date("2024-07-05")),
        }],
        vec![Amendment::ChannelLost {
            channel: station.channels[1].id.clone(),
            from: date("2024-07-04"),
        }],
        vec![Amendment::SlotLost {
            slot: station.slots[3].id.clone(),
            from: date("2024-07-03"),
        }],
        vec![Amendment::VersionLost { version }],
        vec![
            Amendment::PinMoved {
                channel: station.pins[0].channel.clone(),
                start: station.pins[0].start,
                to: station.pins[0].start + 15 * MINUTE,
            },
            Amendment::LicenceRuns {
                licence,
                max_runs: None,
            },
        ],
    ];
    for amendments in lists {
        let (now, index) = desk.station().unwrap();
        let amended = amend(now, &amendments, &zones).unwrap();
        let op = ops::amendments::apply(now, index, &amendments, &zones).unwrap();
        assert_eq!(op.code == "amend_several", amendments.len() > 1);
        let change = desk.transact(&op, &hand()).unwrap();
        assert_eq!(sorted(desk.station().unwrap().0), sorted(&amended), "{amendments:?}");
        // One step of undo, and an entry that can be taken back.
        assert_eq!(
            desk.revert(change.number, &hand())
                .map(|_| sorted(desk.station().unwrap().0)),
            Ok(sorted(&station))
        );
    }
    let (now, index) = desk.station().unwrap();
    assert_eq!(
        ops::amendments::apply(now, index, &[], &zones).unwrap_err().code,
        "nothing_to_amend"
    );
    let unknown = [Amendment::LicenceLost {
        licence: LicenceId::new("none"),
    }];
    assert_eq!(
        ops::amendments::apply(now, index, &unknown, &zones).unwrap_err().code,
        "amendments_unusable"
    );
}

#[test]
fn a_version_is_placed_anyway_by_a_pin_at_the_start_of_the_slot() {
    let (_folder, mut desk) = opened();
    let range = arna_domain::DateRange::new(date("2024-07-01"), 7).unwrap();
    let open = desk.review(range).unwrap().open.remove(0);
    let (station, index) = desk.station().unwrap();
    let version = station.programmes[0].seasons[0].episodes[0].versions[0].id.to_string();
    let place = |station: &Station, index: &arna_domain::Index, slot: &str, version: &str| {
        ops::unplaced::place_anyway(station, index, slot, open.date, version).map_err(|refused| refused.code)
    };
    let slot = open.slot.as_str();
    assert_eq!(place(station, index, "none", &version), Err("no_slot_there".to_owned()));
    assert_eq!(place(station, index, slot, "none"), Err("unknown_version".to_owned()));
    let op = place(station, index, slot, &version).unwrap();
    let pins = station.pins.len();
    desk.transact(&op, &hand()).unwrap();
    let (station, index) = desk.station().unwrap();
    assert_eq!(station.pins.len(), pins + 1);
    let pin = station.pins.last().unwrap();
    let found = &index.slots[index.slot(slot).unwrap().at()];
    let channel = &index.channels[found.channel.at()];
    assert_eq!(pin.channel, channel.id);
    assert_eq!(pin.start, channel.clock.at(open.date, found.start));
}

#[test]
fn a_roll_out_is_taken_over_as_one_edit() {
    let folder = tempfile::tempdir().unwrap();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../sample");
    let path = folder.path().join("r.arna");
    let mut desk = Desk::import(&root.join("rollout-station.json"), &path, &hand(), Zones::bundled()).unwrap();
    let asked = rollout::read(&root.join("rollout-2025.json")).unwrap();
    let before = desk.station().unwrap().0.clone();
    let proposal = rollout::propose(&before, &asked, &Zones::bundled(), NonZeroUsize::MIN, &|_| {
        ControlFlow::Continue(())
    })
    .unwrap();
    let op = ops::rollout::take_over(&asked, &proposal);
    desk.transact(&op, &hand()).unwrap();
    let applied = proposal.applied_to(&before);
    assert_eq!(*desk.station().unwrap().0, applied);
    let then = source::index_of(&applied, &Zones::bundled()).unwrap();
    let seen = view::rollout(&proposal, &asked, &before, &then);
    assert_eq!(seen.channels.len(), asked.targets.len());
    assert_eq!(
        usize::try_from(seen.airs + seen.waits + seen.fails).unwrap(),
        proposal.premieres.len()
    );
    let slots: usize = seen.channels.iter().map(|one| one.slots.len()).sum();
    assert_eq!(slots, proposal.slots.len());
    let in_cells: u32 = seen
        .channels
        .iter()
        .flat_map(|one| &one.cells)
        .map(|cell| cell.airs)
        .sum();
    assert_eq!(in_cells, seen.airs);
    desk.undo(&hand()).unwrap().unwrap();
    assert_eq!(*desk.station().unwrap().0, before);
    let gone = ops::remove(RecordId::Named(Kind::Slot, proposal.slots[0].id.to_string()));
    assert!(desk.transact(&gone, &hand()).is_err());
}
