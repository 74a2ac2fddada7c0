//! Occasions that move with what hangs on them, campaigns, restrictions, channels: each one step of undo.

use std::collections::BTreeMap;

use arna_app::ops::channel::{ChannelAsked, ChannelEdit, QuotaAsked, RatingAsked};
use arna_app::ops::occasion::{CampaignAsked, HangingAsked, OccasionAsked, OccasionEdit, PromotedAsked};
use arna_app::ops::restriction::{BlackoutAsked, BlackoutNamed, RestrictionEdit};
use arna_app::ops::{self, Op};
use arna_app::view::{self, TrialView};
use arna_app::{Desk, Failure};
use arna_domain::{Language, Station, Zones};

use crate::fixture::{NOW, desk, hand};

fn station(desk: &mut Desk) -> Station {
    desk.station().unwrap().0.clone()
}

fn english() -> Language {
    Language::parse("en").unwrap()
}

fn occasion_op(desk: &mut Desk, edit: &OccasionEdit) -> Result<Op, Failure> {
    let (station, index) = desk.station().unwrap();
    ops::occasion::op(station, index, edit)
}

fn channel_op(desk: &mut Desk, edit: &ChannelEdit) -> Result<Op, Failure> {
    ops::channel::op(&station(desk), &Zones::bundled(), edit)
}

/// Does an op, undoes it and does it again.
fn undone(desk: &mut Desk, op: &Op) -> Station {
    let before = station(desk);
    desk.transact(op, &hand()).unwrap();
    let after = station(desk);
    assert_ne!(before, after);
    desk.undo(&hand()).unwrap().unwrap();
    assert!(station(desk) == before);
    desk.redo(&hand()).unwrap().unwrap();
    assert!(station(desk) == after);
    after
}

fn tried(desk: &mut Desk, op: &Op) -> TrialView {
    let tried = desk.try_out(op, &hand()).unwrap();
    let (station, index) = desk.station().unwrap();
    view::trial((station, index), &tried, &english())
}

#[test]
fn a_visit_two_days_later_moves_all_that_hangs_on_it() {
    let (mut desk, _folder) = desk();
    let edit = OccasionEdit::Move {
        id: "visit-2024".to_owned(),
        days: 2,
    };
    let op = occasion_op(&mut desk, &edit).unwrap();
    let told = tried(&mut desk, &op);
    assert!(told.refused.is_empty(), "{:?}", told.refused);
    let before = station(&mut desk);
    let hung = before
        .slots
        .iter()
        .filter(|slot| slot.occasion.as_ref().is_some_and(|id| id.as_str() == "visit-2024"))
        .count();
    assert_eq!(told.moves.slots as usize, hung);
    assert_eq!((told.moves.campaigns, told.moves.premieres), (3, 2));
    assert!(told.lost > 0, "what was accepted at the new places goes");
    assert!(
        told.losses
            .iter()
            .all(|one| one.cause == "slot_covered" || one.cause == "repeat_follows"),
        "{:?}",
        told.losses
    );
    let after = undone(&mut desk, &op);
    let film = |station: &Station| -> Vec<String> {
        station
            .schedule
            .iter()
            .filter(|one| {
                one.slot
                    .as_ref()
                    .is_some_and(|slot| slot.as_str() == "cctv4-common-dream")
                    && !one.origin.is_break()
            })
            .map(|one| one.start.to_string())
            .collect()
    };
    assert_eq!(film(&before)[0], "2024-07-02T12:30:00Z");
    assert_eq!(film(&after)[0], "2024-07-04T12:30:00Z");
    assert_eq!(film(&after).len(), film(&before).len());
    let mut starts: Vec<_> = after
        .schedule
        .iter()
        .map(|one| (&one.channel, one.start, one.end))
        .collect();
    starts.sort();
    assert!(
        starts
            .windows(2)
            .all(|two| two[0].0 != two[1].0 || two[0].2 <= two[1].1),
        "nothing overlaps"
    );
    assert_eq!(desk.next_steps().unwrap().0.unwrap().op, "move_occasion");

    let too_far = OccasionEdit::Move {
        id: "visit-2024".to_owned(),
        days: i32::MAX,
    };
    assert_eq!(occasion_op(&mut desk, &too_far).unwrap_err().code, "bad_date");
}

#[test]
fn what_the_rights_forbid_at_the_new_place_is_told_before() {
    let (mut desk, _folder) = desk();
    let edit = OccasionEdit::Move {
        id: "visit-2024".to_owned(),
        days: 200,
    };
    let op = occasion_op(&mut desk, &edit).unwrap();
    let told = tried(&mut desk, &op);
    assert!(
        told.breaks.iter().any(|one| one.code == "not_licensed"),
        "{:?}",
        told.breaks
    );
}

#[test]
fn occasions_tell_what_hangs_on_them() {
    let (mut desk, _folder) = desk();
    let (station, index) = desk.station().unwrap();
    let view = view::occasions(station, index, &english());
    let names: Vec<_> = view.occasions.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(
        names,
        ["China Tourism Year in Kazakhstan", "State visit, Astana, July 2024"]
    );
    let visit = &view.occasions[1];
    assert_eq!(visit.campaigns.len(), 3);
    assert!(
        visit
            .premieres
            .iter()
            .any(|one| one.date.as_deref() == Some("2024-07-02"))
    );
    assert!(
        visit
            .slots
            .iter()
            .any(|one| one.channel_name == "CCTV-4" && one.start_wall == "20:30")
    );
    let promo = view.campaigns.iter().find(|one| one.id == "quotes-3-promo").unwrap();
    assert!(promo.airings > 0);
    assert_eq!(promo.targets, [PromotedAsked::Season("quotes/3".to_owned())]);
    let blackout = &view.blackouts[0];
    assert_eq!(
        (blackout.from_date.as_str(), blackout.from_time.as_str()),
        ("2024-07-03", "16:00")
    );
}

#[test]
fn occasions_come_hang_and_go() {
    let (mut desk, _folder) = desk();
    let asked = OccasionAsked {
        name: BTreeMap::from([
            ("en".to_owned(), " Film week ".to_owned()),
            ("kk".to_owned(), "Кино апталығы".to_owned()),
        ]),
        from: "2024-07-08".to_owned(),
        until: "2024-07-14".to_owned(),
        territory: Some("KZ".to_owned()),
    };
    let put = OccasionEdit::Put {
        id: None,
        occasion: asked.clone(),
    };
    let op = occasion_op(&mut desk, &put).unwrap();
    let after = undone(&mut desk, &op);
    assert_eq!(after.occasions[2].name.exactly("en"), Some("Film week"));
    let id = after.occasions[2].id.to_string();
    for what in [
        HangingAsked::Slot("khabar-2300".to_owned()),
        HangingAsked::Season("quotes/2".to_owned()),
        HangingAsked::Campaign("tourism-kz".to_owned()),
    ] {
        let hang = OccasionEdit::Hang {
            what,
            occasion: Some(id.clone()),
        };
        let op = occasion_op(&mut desk, &hang).unwrap();
        undone(&mut desk, &op);
    }
    let remove = OccasionEdit::Remove { id: id.clone() };
    let op = occasion_op(&mut desk, &remove).unwrap();
    let after = undone(&mut desk, &op);
    assert_eq!(after.occasions.len(), 2);
    let year = OccasionEdit::Remove {
        id: "tourism-year".to_owned(),
    };
    let op = occasion_op(&mut desk, &year).unwrap();
    let after = undone(&mut desk, &op);
    assert_eq!(
        after.campaign_targets.len(),
        3,
        "two campaigns promoted the year itself"
    );
    let nameless = OccasionEdit::Put {
        id: None,
        occasion: OccasionAsked {
            name: BTreeMap::new(),
            ..asked
        },
    };
    assert_eq!(occasion_op(&mut desk, &nameless).unwrap_err().code, "name_missing");
}

#[test]
fn a_campaign_promotes_several_things() {
    let (mut desk, _folder) = desk();
    let asked = CampaignAsked {
        version: "promos/common-dream.kk".to_owned(),
        channels: vec!["khabar.kz".to_owned()],
        from: "2024-07-01".to_owned(),
        until: "2024-07-07".to_owned(),
        per_day: 3,
        min_gap: 90,
        earliest: "08:00".to_owned(),
        latest: "24:00".to_owned(),
        weight: 4,
        occasion: Some("visit-2024".to_owned()),
        targets: vec![
            PromotedAsked::Programme("common-dream".to_owned()),
            PromotedAsked::Season("quotes/3".to_owned()),
            PromotedAsked::Occasion("visit-2024".to_owned()),
        ],
    };
    let put = |id: Option<&str>, campaign: CampaignAsked| OccasionEdit::PutCampaign {
        id: id.map(ToOwned::to_owned),
        campaign,
    };
    let op = occasion_op(&mut desk, &put(None, asked.clone())).unwrap();
    let after = undone(&mut desk, &op);
    let targets = |station: &Station| {
        station
            .campaign_targets
            .iter()
            .filter(|one| one.campaign.as_str() == "campaign-1")
            .count()
    };
    assert_eq!(targets(&after), 3);
    let fewer = CampaignAsked {
        targets: asked.targets[1..].to_vec(),
        per_day: 5,
        ..asked.clone()
    };
    let op = occasion_op(&mut desk, &put(Some("campaign-1"), fewer)).unwrap();
    let after = undone(&mut desk, &op);
    assert_eq!((targets(&after), after.campaigns[5].per_day), (2, 5));
    let odd = CampaignAsked {
        earliest: "25 o'clock".to_owned(),
        ..asked
    };
    assert_eq!(occasion_op(&mut desk, &put(None, odd)).unwrap_err().code, "bad_time");
    let remove = OccasionEdit::RemoveCampaign {
        id: "campaign-1".to_owned(),
    };
    let op = occasion_op(&mut desk, &remove).unwrap();
    assert_eq!(targets(&undone(&mut desk, &op)), 0);
}

#[test]
fn holdbacks_and_blackouts_are_told_and_lifted() {
    let (mut desk, _folder) = desk();
    let mut go = |edit: &RestrictionEdit| {
        let (station, index) = desk.station().unwrap();
        let op = ops::restriction::op(station, index, edit).unwrap();
        undone(&mut desk, &op)
    };
    let after = go(&RestrictionEdit::PutHoldback {
        season: "common-dream/1".to_owned(),
        first_channel: "cctv4.cn".to_owned(),
        hours: 48,
    });
    assert_eq!((after.holdbacks.len(), after.holdbacks[0].hours), (1, 48));
    let after = go(&RestrictionEdit::RemoveHoldback {
        season: "common-dream/1".to_owned(),
        first_channel: "cctv4.cn".to_owned(),
    });
    assert!(after.holdbacks.is_empty());
    let after = go(&RestrictionEdit::PutBlackout {
        was: Some(BlackoutNamed {
            channel: "khabar.kz".to_owned(),
            from: "2024-07-03T16:00:00+05:00".to_owned(),
        }),
        blackout: BlackoutAsked {
            channel: "khabar.kz".to_owned(),
            from_date: "2024-07-03".to_owned(),
            from_time: "25:30".to_owned(),
            until_date: "2024-07-04".to_owned(),
            until_time: "06:30".to_owned(),
            tags: Vec::new(),
        },
    });
    assert_eq!(after.blackouts.len(), 1);
    assert_eq!(after.blackouts[0].from.to_string(), "2024-07-03T20:30:00Z");
    let after = go(&RestrictionEdit::RemoveBlackout {
        was: BlackoutNamed {
            channel: "khabar.kz".to_owned(),
            from: "2024-07-04T01:30:00+05:00".to_owned(),
        },
    });
    assert!(after.blackouts.is_empty());
}

fn new_channel() -> ChannelAsked {
    ChannelAsked {
        id: "balapan.kz".to_owned(),
        name: "Balapan".to_owned(),
        zone: "Asia/Qostanay".to_owned(),
        day_start: "05:00".to_owned(),
        territory: Some("KZ".to_owned()),
        quotas: vec![QuotaAsked {
            language: "kk".to_owned(),
            percent: 55,
        }],
        rating_hours: vec![RatingAsked {
            rating: "16+".to_owned(),
            from: "21:00".to_owned(),
            until: "29:00".to_owned(),
        }],
    }
}

#[test]
fn channels_come_change_stand_in_order_and_go() {
    let (mut desk, _folder) = desk();
    let add = ChannelEdit::Add { channel: new_channel() };
    let op = channel_op(&mut desk, &add).unwrap();
    let after = undone(&mut desk, &op);
    assert_eq!(after.channels[4].tz, "Asia/Qostanay");
    let order = ChannelEdit::Order {
        ids: ["balapan.kz", "atameken.kz", "khabar.kz", "silkway.kz", "cctv4.cn"]
            .map(ToOwned::to_owned)
            .to_vec(),
    };
    let op = channel_op(&mut desk, &order).unwrap();
    let after = undone(&mut desk, &op);
    assert_eq!(after.channels[0].id.as_str(), "balapan.kz");
    let (station, index) = desk.station().unwrap();
    let view = view::settings(station, index, NOW);
    assert_eq!(view.channels[0].channel, new_channel());
    assert_eq!(view.channels[0].offset, "UTC+05:00");
    let law: Vec<_> = view.channels[0]
        .law
        .iter()
        .map(|step| (step.percent, step.from.as_deref()))
        .collect();
    assert_eq!(law, [(50, None), (55, Some("2025-01-01")), (60, Some("2027-01-01"))]);
    assert!(view.channels[4].law.is_empty());
    let change = ChannelEdit::Change {
        channel: ChannelAsked {
            name: "Балапан".to_owned(),
            ..new_channel()
        },
    };
    let op = channel_op(&mut desk, &change).unwrap();
    undone(&mut desk, &op);
    let remove = ChannelEdit::Remove {
        id: "balapan.kz".to_owned(),
    };
    let op = channel_op(&mut desk, &remove).unwrap();
    assert_eq!(undone(&mut desk, &op).channels.len(), 4);
    let about = ChannelEdit::About {
        name: BTreeMap::from([("kk".to_owned(), "Мәдениет".to_owned())]),
        notes: BTreeMap::new(),
    };
    let op = channel_op(&mut desk, &about).unwrap();
    assert_eq!(undone(&mut desk, &op).about.name.exactly("kk"), Some("Мәдениет"));
}

#[test]
fn what_a_channel_cannot_be_is_refused_by_a_clear_word() {
    let (mut desk, _folder) = desk();
    let add = |change: fn(&mut ChannelAsked)| {
        let mut channel = new_channel();
        change(&mut channel);
        ChannelEdit::Add { channel }
    };
    for (edit, code) in [
        (add(|one| one.zone = "Asia/Atlantis".to_owned()), "unknown_zone"),
        (add(|one| one.id = "balapan".to_owned()), "channel_id_form"),
        (add(|one| one.id = "khabar.kz".to_owned()), "channel_there"),
        (add(|one| one.name = " ".to_owned()), "name_missing"),
        (add(|one| one.day_start = "6".to_owned()), "bad_time"),
        (add(|one| one.quotas.push(one.quotas[0].clone())), "quota_twice"),
        (
            add(|one| one.quotas[0].language = "Қазақша".to_owned()),
            "unknown_language",
        ),
        (
            ChannelEdit::Remove {
                id: "khabar.kz".to_owned(),
            },
            "channel_in_use",
        ),
        (ChannelEdit::Order { ids: Vec::new() }, "order_incomplete"),
    ] {
        assert_eq!(channel_op(&mut desk, &edit).unwrap_err().code, code);
    }
    let late = channel_op(&mut desk, &add(|one| one.day_start = "24:00".to_owned())).unwrap();
    let refused = desk.transact(&late, &hand()).unwrap_err();
    assert_eq!(refused.details[0].code, "day_start_late");
}

#[test]
fn every_zone_is_offered_with_its_offset() {
    let zones = view::zones(&Zones::bundled(), NOW);
    assert!(zones.len() > 400, "{}", zones.len());
    let almaty = zones.iter().find(|one| one.name == "Asia/Almaty").unwrap();
    assert_eq!((almaty.offset.as_str(), almaty.minutes), ("UTC+05:00", 300));
    let nepal = zones.iter().find(|one| one.name == "Asia/Kathmandu").unwrap();
    assert_eq!(nepal.offset, "UTC+05:45");
}
