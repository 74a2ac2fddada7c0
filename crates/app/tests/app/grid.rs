//! A channel's grid: every verb on the sample station, what is said before it is saved, and that each is one step of undo.

use std::collections::BTreeMap;

use arna_app::ops::grid::{FillAsked, GridEdit, Hanging, SlotAsked};
use arna_app::ops::{self, Op};
use arna_app::view::{self, BoxState, GridView, LayerKind, LinkKind, TrialView};
use arna_app::{Desk, Failure};
use arna_domain::time::Weekday;
use arna_domain::{BroadcastDate, Language, Slot, Station};

use crate::fixture::{desk, hand};

fn station(desk: &mut Desk) -> Station {
    desk.station().unwrap().0.clone()
}

fn slot(desk: &mut Desk, id: &str) -> Option<Slot> {
    station(desk).slots.into_iter().find(|slot| slot.id.as_str() == id)
}

fn asked(desk: &mut Desk, edit: &GridEdit) -> Result<Op, Failure> {
    ops::grid::op(&station(desk), edit)
}

fn do_it(desk: &mut Desk, edit: &GridEdit) {
    let op = asked(desk, edit).unwrap();
    desk.transact(&op, &hand()).unwrap();
}

fn try_it(desk: &mut Desk, edit: &GridEdit) -> TrialView {
    let op = asked(desk, edit).unwrap();
    let tried = desk.try_out(&op, &hand()).unwrap();
    let (station, index) = desk.station().unwrap();
    view::trial((station, index), &tried, &Language::parse("en").unwrap())
}

fn week(desk: &mut Desk, channel: &str, from: &str) -> GridView {
    let (station, index) = desk.station().unwrap();
    let number = index.channel(channel).unwrap();
    let from = BroadcastDate::parse(from).unwrap();
    view::grid(station, index, number, from, &Language::parse("en").unwrap())
}

fn hold(channel: &str, days: &[u8], start: u32, length: u32) -> SlotAsked {
    SlotAsked {
        channel: channel.to_owned(),
        days: days.to_vec(),
        start,
        length,
        from: None,
        until: None,
        layer: None,
        weight: 3,
        languages: Vec::new(),
        occasion: None,
        fill: FillAsked::Hold {
            title: "Live".to_owned(),
            language: Some("kk".to_owned()),
        },
    }
}

fn take_out(desk: &mut Desk, ids: &[&str]) {
    let ids = ids.iter().map(|one| (*one).to_owned()).collect();
    let repeats = Hanging::Remove;
    do_it(desk, &GridEdit::Remove { ids, repeats });
}

fn id(text: &str) -> String {
    text.to_owned()
}

/// Does an edit, undoes it and does it again; the station is as it was after the undo, and as it became after the redo.
fn undone(desk: &mut Desk, edit: &GridEdit) -> Station {
    let before = station(desk);
    do_it(desk, edit);
    let after = station(desk);
    assert_ne!(before, after);
    desk.undo(&hand()).unwrap().unwrap();
    assert!(station(desk) == before);
    desk.redo(&hand()).unwrap().unwrap();
    assert!(station(desk) == after);
    after
}

#[test]
fn a_slot_is_drawn_out_where_the_grid_is_free() {
    let (mut desk, _folder) = desk();
    take_out(&mut desk, &["khabar-2900"]);
    let add = GridEdit::Add {
        slot: SlotAsked {
            from: Some(id("2024-01-01")),
            until: Some(id("2024-12-31")),
            ..hold("khabar.kz", &[0, 1, 2], 1380, 15)
        },
    };
    let told = try_it(&mut desk, &add);
    assert_eq!((told.refused.len(), told.conflicts.len(), told.lost), (0, 0, 0));
    undone(&mut desk, &add);
    let made = slot(&mut desk, "khabar-2900").unwrap();
    assert_eq!((made.layer, made.days.len(), made.length_min), (0, 3, 15));
    let (undo, _) = desk.next_steps().unwrap();
    let undo = undo.unwrap();
    assert_eq!(
        (undo.op.as_str(), undo.args["start"].as_str()),
        ("add_slot", Some("29:00"))
    );
}

#[test]
fn what_overlaps_or_ends_too_late_is_a_conflict_before_it_is_saved() {
    let (mut desk, _folder) = desk();
    let dated = |slot: SlotAsked| GridEdit::Add {
        slot: SlotAsked {
            from: Some(id("2024-01-01")),
            until: Some(id("2024-12-31")),
            ..slot
        },
    };
    let over = dated(hold("khabar.kz", &[1], 910, 30));
    let told = try_it(&mut desk, &over);
    assert_eq!(told.refused[0].code, "slots_overlap");
    assert_eq!(told.refused[0].values["other"], "21:00");
    let op = asked(&mut desk, &over).unwrap();
    assert_eq!(desk.transact(&op, &hand()).unwrap_err().code, "document_unusable");
    let late = dated(hold("khabar.kz", &[1], 1430, 30));
    assert!(
        try_it(&mut desk, &late)
            .refused
            .iter()
            .any(|one| one.code == "after_next_day_start")
    );
    let never = dated(hold("khabar.kz", &[], 0, 30));
    assert_eq!(asked(&mut desk, &never).unwrap_err().code, "no_weekday");
    let missing = GridEdit::Place {
        id: id("nobody"),
        start: 0,
        length: 30,
    };
    assert_eq!(asked(&mut desk, &missing).unwrap_err().code, "unknown_slot");
}

#[test]
fn a_slot_of_one_date_covers_what_stands_below_and_the_schedule_loses_it() {
    let (mut desk, _folder) = desk();
    let once = GridEdit::Add {
        slot: SlotAsked {
            from: Some(id("2024-07-09")),
            until: Some(id("2024-07-09")),
            ..hold("khabar.kz", &[0, 1, 2, 3, 4, 5, 6], 900, 60)
        },
    };
    let told = try_it(&mut desk, &once);
    assert!(told.refused.is_empty(), "{:?}", told.refused);
    let causes: Vec<_> = told
        .losses
        .iter()
        .map(|one| (one.date.as_str(), one.start_wall.as_str(), one.cause.as_str()))
        .collect();
    assert_eq!(
        causes,
        [
            ("2024-07-09", "21:00", "slot_covered"),
            ("2024-07-09", "25:00", "repeat_follows")
        ],
        "the pool of the evening and its repeat at night"
    );
    undone(&mut desk, &once);
    let shown = week(&mut desk, "khabar.kz", "2024-07-08");
    let covered = shown.columns[1]
        .boxes
        .iter()
        .find(|one| one.slot == "khabar-2100")
        .unwrap();
    assert_eq!(covered.state, BoxState::Covered);
    assert!(
        shown.columns[2]
            .boxes
            .iter()
            .any(|one| one.slot == "khabar-2100" && one.state == BoxState::Stands)
    );
    let layer = shown
        .layers
        .iter()
        .find(|one| one.from.as_deref() == Some("2024-07-09"))
        .unwrap();
    assert_eq!((layer.layer, layer.kind, layer.in_week), (1, LayerKind::Once, true));
}

#[test]
fn a_slot_moves_on_all_its_days_and_one_day_moves_alone() {
    let (mut desk, _folder) = desk();
    take_out(&mut desk, &["khabar-2700"]);
    let place = GridEdit::Place {
        id: id("khabar-2900"),
        start: 1320,
        length: 30,
    };
    let told = try_it(&mut desk, &place);
    assert_eq!((told.moves.slots, told.refused.len()), (1, 0));
    assert!(told.lost > 10, "what was accepted at 29:00: {}", told.lost);
    assert!(told.losses.iter().all(|one| one.cause == "slot_changed"));
    undone(&mut desk, &place);
    assert_eq!(slot(&mut desk, "khabar-2900").unwrap().start.to_string(), "28:00");

    let alone = GridEdit::PlaceDay {
        id: id("khabar-2900"),
        day: 1,
        to_day: 2,
        start: 1380,
        length: 60,
    };
    undone(&mut desk, &alone);
    assert_eq!(slot(&mut desk, "khabar-2900").unwrap().days.len(), 6);
    let split = slot(&mut desk, "khabar-2800").unwrap();
    assert_eq!(
        (split.days.as_slice(), split.start.to_string().as_str()),
        ([Weekday::Wed].as_slice(), "29:00")
    );
    assert_eq!(desk.next_steps().unwrap().0.unwrap().op, "move_slot");
}

#[test]
fn what_repeats_a_day_that_moves_repeats_it_over_the_dates_between() {
    let (mut desk, _folder) = desk();
    // Film of the visit: 4 July at 21:00, repeated the next day at 17:00.
    do_it(
        &mut desk,
        &GridEdit::SplitDays {
            id: id("khabar-common-dream"),
            days: vec![3],
        },
    );
    let first = station(&mut desk);
    let of = |station: &Station, id: &str| {
        let repeats = station.slots.iter().filter_map(|one| match &one.fill {
            arna_domain::Fill::Repeat(repeat) if repeat.of.as_str() == id => {
                Some((one.days.clone(), repeat.days_after))
            }
            _ => None,
        });
        repeats.collect::<Vec<_>>()
    };
    assert_eq!(of(&first, "khabar-2100-2"), [(vec![Weekday::Fri], 1)]);
    let earlier = GridEdit::PlaceDay {
        id: id("khabar-2100-2"),
        day: 3,
        to_day: 2,
        start: 900,
        length: 30,
    };
    let after = undone(&mut desk, &earlier);
    assert_eq!(of(&after, "khabar-2100-2"), [(vec![Weekday::Fri], 2)]);
}

#[test]
fn what_repeats_a_slot_is_split_with_it_and_goes_on_repeating() {
    let (mut desk, _folder) = desk();
    let split = GridEdit::SplitDays {
        id: id("khabar-2000"),
        days: vec![5, 6],
    };
    let told = try_it(&mut desk, &split);
    assert_eq!(
        (told.lost, told.conflicts.len(), told.refused.len()),
        (0, 0, 0),
        "{:?}",
        told.conflicts
    );
    let after = undone(&mut desk, &split);
    // 20:00 is repeated the next day at 16:00 and the same night at 26:00.
    let weekend = after
        .slots
        .iter()
        .find(|one| one.id.as_str() == "khabar-2000-2")
        .unwrap();
    assert_eq!(weekend.days.len(), 2);
    let repeats: BTreeMap<_, _> = after
        .slots
        .iter()
        .filter_map(|one| match &one.fill {
            arna_domain::Fill::Repeat(repeat) if repeat.of == weekend.id => {
                Some((one.start.to_string(), one.days.clone()))
            }
            _ => None,
        })
        .collect();
    assert_eq!(
        repeats,
        BTreeMap::from([
            ("16:00".to_owned(), vec![Weekday::Mon, Weekday::Sun]),
            ("26:00".to_owned(), vec![Weekday::Sat, Weekday::Sun])
        ])
    );
    let of_weekend = |date: &str| {
        let date = BroadcastDate::parse(date).unwrap();
        after
            .schedule
            .iter()
            .any(|one| one.date == date && one.slot.as_ref() == Some(&weekend.id))
    };
    assert!(
        of_weekend("2024-07-06") && !of_weekend("2024-07-05"),
        "what is accepted goes with its part"
    );

    let from = GridEdit::SplitFrom {
        id: id("khabar-2200"),
        date: id("2024-07-08"),
    };
    let after = undone(&mut desk, &from);
    let old = after.slots.iter().find(|one| one.id.as_str() == "khabar-2200").unwrap();
    let new = after
        .slots
        .iter()
        .find(|one| one.id.as_str() == "khabar-2200-2")
        .unwrap();
    assert_eq!(old.until.unwrap().to_string(), "2024-07-07");
    assert_eq!(new.from.unwrap().to_string(), "2024-07-08");
    let whole = GridEdit::SplitFrom {
        id: id("khabar-2200"),
        date: id("2023-01-01"),
    };
    assert_eq!(asked(&mut desk, &whole).unwrap_err().code, "nothing_to_split");
}

#[test]
fn a_slot_that_is_repeated_goes_only_with_its_repeats() {
    let (mut desk, _folder) = desk();
    let remove = |repeats| GridEdit::Remove {
        ids: vec![id("khabar-2100")],
        repeats,
    };
    let refused = asked(&mut desk, &remove(Hanging::Refuse)).unwrap_err();
    assert_eq!(refused.code, "repeats_hang_on_it");
    assert_eq!(
        (refused.args["count"].as_u64(), refused.args["start"].as_str()),
        (Some(1), Some("25:00"))
    );
    let told = try_it(&mut desk, &remove(Hanging::Remove));
    assert!(told.lost > 20, "{}", told.lost);
    assert!(told.losses.iter().all(|one| one.cause == "slot_gone"));
    let after = undone(&mut desk, &remove(Hanging::Remove));
    assert!(
        !after
            .slots
            .iter()
            .any(|one| ["khabar-2100", "khabar-2500"].contains(&one.id.as_str()))
    );
    assert!(
        !after
            .schedule
            .iter()
            .any(|one| one.slot.as_ref().is_some_and(|slot| slot.as_str() == "khabar-2100"))
    );
}

#[test]
fn fills_change_with_everything_they_carry() {
    let (mut desk, _folder) = desk();
    let evening = SlotAsked {
        from: Some(id("2024-01-01")),
        until: Some(id("2024-12-31")),
        days: (0..7).collect(),
        weight: 5,
        languages: vec![id("kk")],
        occasion: Some(id("tourism-year")),
        fill: FillAsked::Sequel {
            season: id("quotes/3"),
            restart: true,
        },
        ..hold("khabar.kz", &[], 900, 60)
    };
    let change = |fill: FillAsked| GridEdit::Change {
        id: id("khabar-2100"),
        slot: SlotAsked {
            fill,
            ..evening.clone()
        },
    };
    let sequel = change(evening.fill.clone());
    let told = try_it(&mut desk, &sequel);
    assert!(told.lost >= 20, "the pool's airings and their repeats: {}", told.lost);
    undone(&mut desk, &sequel);
    let shown = week(&mut desk, "khabar.kz", "2024-07-08");
    let view = shown.slots.iter().find(|one| one.id == "khabar-2100").unwrap();
    assert!(view.title.contains("Classical Quotes"), "{}", view.title);
    assert_eq!((view.season, view.languages.as_slice()), (3, [id("kk")].as_slice()));
    assert_eq!(view.occasion.as_deref(), Some("tourism-year"));
    assert_eq!(view.repeated_by, ["khabar-2500"]);

    let before = change(FillAsked::Repeat {
        of: id("khabar-2200"),
        days_after: 0,
    });
    assert_eq!(try_it(&mut desk, &before).conflicts[0].code, "repeat_before_source");
    let circle = change(FillAsked::Repeat {
        of: id("khabar-2500"),
        days_after: 1,
    });
    assert_eq!(try_it(&mut desk, &circle).refused[0].code, "repeats_itself");
    let abroad = change(FillAsked::Repeat {
        of: id("cctv4-2100"),
        days_after: 1,
    });
    assert_eq!(try_it(&mut desk, &abroad).refused[0].code, "repeat_of_other_channel");
    let nowhere = change(FillAsked::Pool {
        programmes: vec![],
        kinds: vec![id("opera")],
        tags: vec![],
    });
    assert_eq!(try_it(&mut desk, &nowhere).conflicts[0].code, "nothing_to_air");
    // It shows on four dates only: on the others there is nothing to repeat.
    let rarely = change(FillAsked::Repeat {
        of: id("khabar-common-dream"),
        days_after: 1,
    });
    assert!(
        try_it(&mut desk, &rarely)
            .conflicts
            .iter()
            .any(|one| one.code == "repeat_of_nothing")
    );
}

#[test]
fn slots_are_copied_to_weekdays_and_channels_with_what_repeats_them() {
    let (mut desk, _folder) = desk();
    take_out(&mut desk, &["atameken-2030", "atameken-2130", "atameken-2500"]);
    let alone = GridEdit::Copy {
        ids: vec![id("khabar-2500")],
        days: vec![],
        channels: vec![id("atameken.kz")],
    };
    assert_eq!(asked(&mut desk, &alone).unwrap_err().code, "repeat_copied_alone");
    let both = GridEdit::Copy {
        ids: ["khabar-2100", "khabar-2500"].map(id).to_vec(),
        days: vec![],
        channels: vec![id("atameken.kz")],
    };
    let after = undone(&mut desk, &both);
    let copy = after
        .slots
        .iter()
        .find(|one| one.id.as_str() == "atameken-2500")
        .unwrap();
    assert_eq!((copy.channel.as_str(), copy.layer), ("atameken.kz", 0));
    assert!(matches!(&copy.fill, arna_domain::Fill::Repeat(repeat) if repeat.of.as_str() == "atameken-2100"));
    do_it(
        &mut desk,
        &GridEdit::SplitDays {
            id: id("atameken-2200"),
            days: vec![0],
        },
    );
    take_out(&mut desk, &["atameken-2200-2"]);
    let days = GridEdit::Copy {
        ids: vec![id("atameken-2200")],
        days: vec![0],
        channels: vec![],
    };
    let after = undone(&mut desk, &days);
    let copied = after
        .slots
        .iter()
        .find(|one| one.id.as_str() == "atameken-2200")
        .unwrap();
    assert_eq!(copied.days, Weekday::ALL);
}

#[test]
fn a_layer_is_where_its_dates_are() {
    let (mut desk, _folder) = desk();
    let layer = GridEdit::Layer {
        ids: vec![id("khabar-2200")],
        from: Some(id("2024-07-10")),
        until: Some(id("2024-07-20")),
    };
    let told = try_it(&mut desk, &layer);
    assert_eq!(told.losses[0].cause, "slot_gone");
    undone(&mut desk, &layer);
    let moved = slot(&mut desk, "khabar-2200").unwrap();
    assert_eq!(moved.layer, 1, "above the ground, which stands on those dates too");
    let shown = week(&mut desk, "khabar.kz", "2024-07-08");
    assert!(!shown.columns[1].boxes.iter().any(|one| one.slot == "khabar-2200"));
    assert!(shown.columns[2].boxes.iter().any(|one| one.slot == "khabar-2200"));
}

#[test]
fn a_week_tells_what_each_slot_aired_and_how_slots_hang_together() {
    let (mut desk, _folder) = desk();
    let shown = week(&mut desk, "khabar.kz", "2024-07-01");
    assert_eq!((shown.starts_at, shown.columns.len()), (360, 7));
    let thursday = &shown.columns[3];
    let film = thursday
        .boxes
        .iter()
        .find(|one| one.slot == "khabar-common-dream")
        .unwrap();
    assert_eq!((film.start, film.end, film.state), (900, 930, BoxState::Stands));
    assert!(film.airs.as_ref().unwrap().title.starts_with("Bond with China"));
    let below = thursday.boxes.iter().find(|one| one.slot == "khabar-2100").unwrap();
    assert_eq!(below.state, BoxState::Cut);
    let open: Vec<_> = shown
        .columns
        .iter()
        .flat_map(|column| &column.boxes)
        .filter(|one| one.open)
        .map(|one| one.slot.as_str())
        .collect();
    assert_eq!(open, ["khabar-night-sky", "khabar-quotes-sunday"]);
    let links: Vec<_> = shown
        .links
        .iter()
        .filter(|one| one.to == "khabar-common-dream-repeat")
        .collect();
    assert_eq!(links.len(), 3);
    assert!(
        links
            .iter()
            .all(|one| one.kind == LinkKind::Repeat && one.from_day == one.to_day - 1)
    );
    let strand = shown
        .links
        .iter()
        .filter(|one| one.kind == LinkKind::Sequel && one.from == "khabar-common-dream");
    assert_eq!(strand.count(), 2, "from each part to the next");
    let repeat = shown.slots.iter().find(|one| one.id == "khabar-1600").unwrap();
    assert_eq!(repeat.of_wall.as_deref(), Some("20:00"));
}

#[test]
fn a_trial_leaves_the_file_as_it_was() {
    let (mut desk, _folder) = desk();
    let before = (station(&mut desk), desk.revision().unwrap());
    let edit = GridEdit::Remove {
        ids: vec![id("khabar-2100")],
        repeats: Hanging::Remove,
    };
    try_it(&mut desk, &edit);
    assert!((station(&mut desk), desk.revision().unwrap()) == before);
    desk.verify().unwrap();
}
