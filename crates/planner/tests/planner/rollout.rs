//! Rollouts, as text: a station, a request, and the lines of the proposal; and what holds of every proposal.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use arna_domain::rollout::{Proposal, Rollout, State};
use arna_domain::slot::Fill;
use arna_domain::time::{HOUR, MINUTE};
use arna_domain::{BroadcastDate, DateRange, Index, Instant, Slot, Station, Zones};
use arna_planner::rollout::{Policy, RolloutError, propose};
use arna_planner::{Effort, Proof, Request, plan};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A series of three parts in Kazakh and Russian, on a channel in Almaty, one in Shanghai and one in Belgrade.
fn station(more: Value) -> Station {
    let part = |n: u32| {
        json!({"id": format!("s/{n}"), "number": n, "versions": [
            {"id": format!("s/{n}.kk"), "language": "kk", "duration_ms": 1_500_000},
            {"id": format!("s/{n}.ru"), "language": "ru", "duration_ms": 1_560_000}]})
    };
    let channel = |id: &str, tz: &str| json!({"id": id, "name": id, "tz": tz, "day_start": "06:00"});
    let mut document = json!({
        "format": "arna-station/1",
        "channels": [channel("k", "Asia/Almaty"), channel("c", "Asia/Shanghai"), channel("b", "Europe/Belgrade")],
        "programmes": [
            {"id": "s", "kind": "series", "title": {}, "order": "serial",
                "seasons": [{"id": "s/1", "number": 1, "episodes": [part(1), part(2), part(3)]}]},
            {"id": "f", "kind": "film", "title": {}, "max_per_day": 9, "seasons": [{"id": "f/1", "number": 1, "episodes": [
                {"id": "f/1/1", "number": 1, "versions": [{"id": "f/1.kk", "language": "kk", "duration_ms": 600_000}]}]}]}],
        "licences": [{"id": "F", "programme": "f", "from": "2024-01-01", "until": "2026-12-31"}],
        "slots": []
    });
    for (name, value) in more.as_object().unwrap() {
        document[name] = value.clone();
    }
    serde_json::from_value(document).unwrap()
}

fn slot(id: &str, channel: &str, start: &str, minutes: u32, fill: Value) -> Value {
    json!({"id": id, "channel": channel, "start": start, "length_min": minutes, "languages": ["kk"], "fill": fill})
}

fn hold() -> Value {
    json!({"hold": {"title": "Live"}})
}

fn target(channel: &str, more: Value) -> Value {
    let mut target = json!({"channel": channel, "languages": ["kk"], "from": "2025-03-03", "until": "2025-03-30"});
    for (name, value) in more.as_object().unwrap() {
        target[name] = value.clone();
    }
    target
}

fn request(targets: Vec<Value>) -> Value {
    json!({"format": "arna-rollout/1", "seasons": ["s/1"], "targets": targets})
}

fn worked_out(station: &Station, request: Value) -> Result<Proposal, RolloutError> {
    let rollout: Rollout = serde_json::from_value(request).unwrap();
    let of = |threads| {
        let policy = Policy {
            threads: NonZeroUsize::new(threads).unwrap(),
            report: &|_| ControlFlow::Continue(()),
        };
        let resolve = |station: &Station, _: DateRange| Index::of(station, &Zones::bundled());
        propose(station, &rollout, &resolve, policy)
    };
    let once = of(1);
    assert_eq!(of(2), once, "threads change nothing");
    once
}

/// A proposal, a line a thing.
fn told(more: Value, request: Value) -> Vec<String> {
    let station = station(more);
    let proposal = worked_out(&station, request).unwrap();
    let index = Index::of(&station, &Zones::bundled()).unwrap();
    let clock = |channel: &str| &index.channels[index.channel(channel).unwrap().at()].clock;
    let slots = proposal.slots.iter().map(|slot| {
        let what = match &slot.fill {
            Fill::Sequel(sequel) => format!("{} then {:?}", sequel.season, sequel.then),
            Fill::Repeat(repeat) => format!("repeats {}", repeat.of),
            other => format!("{other:?}"),
        };
        let (from, until) = (slot.from.unwrap(), slot.until.unwrap());
        let (id, days, layer) = (&slot.id, &slot.days, slot.layer);
        format!(
            "slot {id} {days:?} {} +{} {from}..{until} layer {layer}: {what}",
            slot.start, slot.length_min
        )
    });
    let licences = proposal.licences.iter().map(|one| {
        let runs = one.max_runs.unwrap();
        format!(
            "ask {:?} {:?} {}..{} runs {runs} gap {}",
            one.channels,
            one.languages,
            one.from,
            one.until,
            one.min_gap_hours()
        )
    });
    let holdbacks = proposal
        .holdbacks
        .iter()
        .map(|one| format!("holdback {} {} {}", one.season, one.first_channel, one.hours));
    let premieres = proposal.premieres.iter().map(|one| {
        let clock = clock(one.channel.as_str());
        let repeats: String = one
            .repeats
            .iter()
            .map(|&at| format!(" and {}", clock.text(at)))
            .collect();
        let version = one.version.as_ref().map_or("none", |id| id.as_str());
        format!(
            "{} {} {} {version} {:?}{repeats}",
            one.channel,
            one.episode,
            clock.text(one.start),
            one.state
        )
    });
    let versions = proposal.versions.iter().map(|one| {
        let stands_in = one.stands_in.as_ref().map_or("none", |language| language.as_str());
        format!(
            "missing {} {} {} by {} ({stands_in})",
            one.channel, one.episode, one.language, one.by
        )
    });
    let findings = proposal.findings.iter().map(|one| {
        let values: String = one
            .values
            .iter()
            .map(|(name, value)| format!(" {name}={value}"))
            .collect();
        format!("{:?} {}{values}", one.severity, one.code)
    });
    slots
        .chain(licences)
        .chain(holdbacks)
        .chain(premieres)
        .chain(versions)
        .chain(findings)
        .collect()
}

/// The lines that begin with a word.
fn only(lines: Vec<String>, begin: &str) -> Vec<String> {
    lines.into_iter().filter(|line| line.starts_with(begin)).collect()
}

#[test]
fn a_slot_goes_into_free_time_and_its_licence_is_asked_for() {
    let grid = json!({"slots": [slot("day", "k", "06:00", 840, hold()), slot("night", "k", "21:00", 540, hold())]});
    let wish = target("k", json!({"hours": ["18:00", "24:00"], "days": ["mon", "wed"]}));
    assert_eq!(
        told(grid, request(vec![wish])),
        [
            "slot k-2000 [Mon, Wed] 20:00 +30 2025-03-03..2025-03-10 layer 0: s/1 then Stop",
            r#"ask ["k"] ["kk"] 2025-03-03..2025-03-30 runs 1 gap 1"#,
            "k s/1 2025-03-03T20:00:00+05:00 s/1.kk Airs",
            "k s/2 2025-03-05T20:00:00+05:00 s/2.kk Airs",
            "k s/3 2025-03-10T20:00:00+05:00 s/3.kk Airs",
        ]
    );
}

#[test]
fn pools_and_holds_are_overridden_only_where_that_is_allowed() {
    let grid = || {
        json!({"slots": [slot("day", "k", "06:00", 900, hold()), slot("film", "k", "21:00", 120, json!({"pool": {}})),
            slot("night", "k", "23:00", 420, hold())]})
    };
    let wish = |over: &str, hours: [&str; 2]| request(vec![target("k", json!({"over": over, "hours": hours}))]);
    assert_eq!(
        told(grid(), wish("nothing", ["18:00", "24:00"])),
        [r#"Error no_free_time minutes=30 from="18:00" until="24:00" episode="s/1" episodes=3 placed=0"#]
    );
    let pools = told(grid(), wish("pools", ["18:00", "24:00"]));
    assert_eq!(
        pools[0],
        "slot k-2100 [Mon, Tue, Wed] 21:00 +30 2025-03-03..2025-03-05 layer 1: s/1 then Stop"
    );
    assert_eq!(only(pools, "Info"), ["Info overrides count=3 lost=0"]);
    // In the middle of a pool half an hour on one side of it is lost, whichever side is taken.
    let middle = told(grid(), wish("pools", ["21:30", "22:30"]));
    assert_eq!(only(middle, "Info"), ["Info overrides count=3 lost=90"]);
    assert_eq!(
        only(told(grid(), wish("pools", ["18:00", "20:00"])), "slot"),
        Vec::<String>::new()
    );
    let holds = told(grid(), wish("holds", ["18:00", "20:00"]));
    assert_eq!(
        holds[0],
        "slot k-1930 [Mon, Tue, Wed] 19:30 +30 2025-03-03..2025-03-05 layer 1: s/1 then Stop"
    );
}

#[test]
fn what_the_licences_cover_is_not_asked_for() {
    let licences = |until: &str, languages: Value, runs: u32| {
        json!({"licences": [{"id": "L", "programme": "s", "languages": languages, "channels": ["k"], "from": "2025-01-01",
            "until": until, "max_runs": runs}]})
    };
    let wish = || {
        request(vec![target(
            "k",
            json!({"repeats": [{"days_after": 1, "hours": ["10:00", "11:00"]}]}),
        )])
    };
    let asked = |more: Value| only(told(more, wish()), "ask");
    assert_eq!(asked(licences("2025-12-31", json!(["kk"]), 2)), Vec::<String>::new());
    assert_eq!(
        asked(licences("2025-12-31", json!(["kk"]), 1)),
        [r#"ask ["k"] ["kk"] 2025-03-04..2025-03-30 runs 1 gap 1"#]
    );
    assert_eq!(
        asked(licences("2025-12-31", json!(["ru"]), 9)),
        [r#"ask ["k"] ["kk"] 2025-03-03..2025-03-30 runs 2 gap 1"#]
    );
    assert_eq!(
        asked(licences("2025-03-04", json!([]), 9)),
        [r#"ask ["k"] ["kk"] 2025-03-05..2025-03-30 runs 2 gap 1"#]
    );
    let mut rerun = wish();
    rerun["terms"] = json!({"rerun_hours": 28});
    assert_eq!(
        only(told(json!({}), rerun), "ask"),
        [r#"ask ["k"] ["kk"] 2025-03-03..2025-03-30 runs 1 gap 29"#]
    );
}

#[test]
fn premieres_wait_real_hours_across_zones_and_clock_changes() {
    // The clock of Belgrade goes forward on 30 March: 18:00 there is an hour earlier from then on.
    let first = json!({"premiere": 1, "from": "2025-03-28", "until": "2025-04-09", "hours": ["23:59", "24:30"]});
    let second = json!({"premiere": 2, "from": "2025-03-28", "until": "2025-04-09", "hours": ["17:00", "17:30"]});
    let mut wish = request(vec![target("b", second), target("c", first)]);
    wish["holdback_hours"] = json!(24);
    assert_eq!(
        told(json!({}), wish),
        [
            "slot b-1700 [Mon, Tue, Sat] 17:00 +30 2025-03-29..2025-04-01 layer 0: s/1 then Stop",
            "slot c-2400 [Fri, Sat, Sun] 24:00 +30 2025-03-28..2025-03-30 layer 0: s/1 then Stop",
            r#"ask ["b"] ["kk"] 2025-03-28..2025-04-09 runs 1 gap 1"#,
            r#"ask ["c"] ["kk"] 2025-03-28..2025-04-09 runs 1 gap 1"#,
            "holdback s/1 c 24",
            "b s/1 2025-03-29T17:00:00+01:00 s/1.kk Airs",
            "b s/2 2025-03-31T17:00:00+02:00 s/2.kk Airs",
            "b s/3 2025-04-01T17:00:00+02:00 s/3.kk Airs",
            "c s/1 2025-03-29T00:00:00+08:00 s/1.kk Airs",
            "c s/2 2025-03-30T00:00:00+08:00 s/2.kk Airs",
            "c s/3 2025-03-31T00:00:00+08:00 s/3.kk Airs",
        ]
    );
}

#[test]
fn a_holdback_of_the_station_is_kept_whoever_is_first() {
    let late = || json!({"hours": ["20:00", "21:00"]});
    let holdbacks = || json!([{"season": "s/1", "first_channel": "c", "hours": 1}]);
    // The first channel is a target: it is placed first, though it stands last in the request.
    let both = told(
        json!({"holdbacks": holdbacks()}),
        request(vec![target("k", late()), target("c", late())]),
    );
    assert_eq!(
        only(both.clone(), "k s/1"),
        ["k s/1 2025-03-03T20:00:00+05:00 s/1.kk Airs"]
    );
    assert_eq!(only(both, "holdback"), Vec::<String>::new());
    // It is none and shows nothing.
    let alone = told(json!({"holdbacks": holdbacks()}), request(vec![target("k", late())]));
    assert_eq!(
        alone,
        [r#"Error premiere_unknown first_channel="c" episode="s/1" episodes=3 placed=0"#]
    );
    // It is none, and its own grid shows the work once a week.
    let licences =
        json!([{"id": "L", "programme": "s", "channels": ["c"], "from": "2025-01-01", "until": "2025-12-31"}]);
    let weekly = json!({"id": "w", "channel": "c", "days": ["fri"], "start": "20:00", "length_min": 30, "languages": ["kk"],
        "fill": {"sequel": {"season": "s/1"}}});
    let more = json!({"holdbacks": holdbacks(), "slots": [weekly], "licences": licences});
    assert_eq!(
        only(told(more, request(vec![target("k", late())])), "k s/"),
        [
            "k s/1 2025-03-07T20:00:00+05:00 s/1.kk Airs",
            "k s/2 2025-03-14T20:00:00+05:00 s/2.kk Airs",
            "k s/3 2025-03-21T20:00:00+05:00 s/3.kk Airs",
        ]
    );
    let early = || json!({"premiere": 1});
    let against = worked_out(
        &station(json!({"holdbacks": holdbacks()})),
        request(vec![target("k", early()), target("c", json!({}))]),
    );
    let Err(RolloutError::Request(invalid)) = against else {
        panic!("{against:?}")
    };
    assert_eq!(
        invalid[0].to_string(),
        r#"targets[1].premiere: premiere_against_holdback season="s/1" channel="c""#
    );
}

#[test]
fn missing_versions_are_told_with_their_dates() {
    let more = json!({"premiere": 2, "languages": ["kk", "ru"]});
    let mut document = serde_json::to_value(station(json!({}))).unwrap();
    // Part 2 has no Kazakh version.
    document["programmes"][0]["seasons"][0]["episodes"][1]["versions"]
        .as_array_mut()
        .unwrap()
        .remove(0);
    let wish = request(vec![target("c", json!({"premiere": 1})), target("k", more)]);
    assert_eq!(
        only(told(document, wish), "")[2..],
        [
            r#"ask ["c"] ["kk"] 2025-03-03..2025-03-30 runs 1 gap 1"#,
            r#"ask ["k"] ["kk", "ru"] 2025-03-03..2025-03-30 runs 1 gap 1"#,
            "holdback s/1 c 0",
            "c s/1 2025-03-03T06:00:00+08:00 s/1.kk Airs",
            "c s/2 2025-03-04T06:00:00+08:00 none Waits",
            "c s/3 2025-03-05T06:00:00+08:00 s/3.kk Waits",
            "k s/1 2025-03-03T06:00:00+05:00 s/1.kk Airs",
            "k s/2 2025-03-04T06:00:00+05:00 s/2.ru Waits",
            "k s/3 2025-03-05T06:00:00+05:00 s/3.kk Waits",
            "missing c s/2 kk by 2025-03-04 (none)",
            "missing k s/2 kk by 2025-03-04 (ru)",
            r#"Error version_missing episode="s/2" language="kk""#,
        ]
    );
}

#[test]
fn what_cannot_be_done_is_told_with_its_values() {
    let errors = |more: Value, wish: Value| only(told(more, request(vec![wish])), "Error");
    assert_eq!(
        errors(json!({}), target("k", json!({"until": "2025-03-04"}))),
        [r#"Error window_too_short episode="s/3" episodes=3 placed=2"#]
    );
    let gap = json!({"slots": [slot("day", "k", "06:00", 840, hold()), slot("night", "k", "20:20", 580, hold())]});
    assert_eq!(
        errors(gap, target("k", json!({}))),
        [
            r#"Error longer_than_gap longest_episode="s/1" duration_ms=1560000 duration="26:00" minutes=30 gap=20 episode="s/1" episodes=3 placed=0"#
        ]
    );
    let history = json!({"holdbacks": [{"season": "s/1", "first_channel": "c", "hours": 900}],
        "history": [{"channel": "c", "start": "2025-03-01T12:00:00Z", "version": "s/1.kk"}]});
    assert_eq!(
        errors(history, target("k", json!({}))),
        [
            r#"Error too_late_for_window ready="2025-04-08T05:00:00+05:00" until="2025-03-30" episode="s/1" episodes=3 placed=0"#
        ]
    );
    let strand = json!({"slots": [slot("own", "k", "12:00", 30, json!({"sequel": {"season": "s/1"}}))]});
    assert_eq!(
        errors(strand, target("k", json!({}))),
        [r#"Error strand_there season="s/1" of="own""#]
    );
    let pin = json!({"pins": [{"channel": "k", "start": "2025-03-05T12:00:00+05:00", "version": "s/1.kk"}]});
    assert_eq!(
        errors(pin, target("k", json!({}))),
        [r#"Error pinned_there season="s/1" at="2025-03-05T12:00:00+05:00""#]
    );
    let blackout =
        json!({"blackouts": [{"channel": "k", "from": "2025-03-01T00:00:00Z", "until": "2025-04-30T00:00:00Z"}]});
    assert_eq!(
        errors(blackout, target("k", json!({}))),
        [r#"Error no_free_time minutes=30 from="06:00" until="30:00" episode="s/1" episodes=3 placed=0"#]
    );
}

#[test]
fn a_strand_goes_on_where_the_channel_left_it() {
    let aired = |version: &str| json!({"history": [{"channel": "k", "start": "2025-02-20T12:00:00+05:00", "version": version}]});
    let wish = || request(vec![target("k", json!({}))]);
    let begun = told(aired("s/1.kk"), wish());
    assert_eq!(
        only(begun.clone(), "Info"),
        [r#"Info continues season="s/1" episode="s/2""#]
    );
    assert_eq!(only(begun, "k ").len(), 2);
    let over = told(aired("s/3.kk"), wish());
    assert_eq!(
        over[0],
        "slot k-0600 [Mon, Tue, Wed] 06:00 +30 2025-03-03..2025-03-05 layer 0: s/1 then Restart"
    );
    assert_eq!(only(over, "Info"), [r#"Info aired_already season="s/1""#]);
}

#[test]
fn repeats_stand_beside_and_keep_to_the_window() {
    let repeats =
        json!([{"days_after": 0, "hours": ["06:00", "12:00"]}, {"days_after": 7, "hours": ["14:00", "15:00"]}]);
    let wish = target(
        "k",
        json!({"until": "2025-03-11", "hours": ["06:00", "07:00"], "repeats": repeats}),
    );
    let lines = told(json!({}), request(vec![wish]));
    assert_eq!(
        only(lines.clone(), "slot"),
        [
            "slot k-0600 [Mon, Tue, Wed] 06:00 +30 2025-03-03..2025-03-05 layer 0: s/1 then Stop",
            "slot k-0630 [Mon, Tue, Wed] 06:30 +30 2025-03-03..2025-03-05 layer 0: repeats k-0600",
            "slot k-1400 [Mon, Tue] 14:00 +30 2025-03-10..2025-03-11 layer 0: repeats k-0600",
        ]
    );
    assert_eq!(
        only(lines.clone(), "k s/1"),
        ["k s/1 2025-03-03T06:00:00+05:00 s/1.kk Airs and 2025-03-03T06:30:00+05:00 and 2025-03-10T14:00:00+05:00"]
    );
    assert_eq!(
        only(lines, "Warning"),
        ["Warning repeat_left_out days_after=7 left_out=1 episodes=3"]
    );
}

#[test]
fn ratings_pins_and_days_of_the_clock_change_are_kept_clear_of() {
    let mut document = serde_json::to_value(station(json!({}))).unwrap();
    document["channels"][2]["rating_hours"] = json!({"16+": ["25:30", "30:00"]});
    for part in document["programmes"][0]["seasons"][0]["episodes"]
        .as_array_mut()
        .unwrap()
    {
        part["rating"] = json!("16+");
    }
    document["pins"] = json!([{"channel": "b", "start": "2025-03-29T01:40:00+01:00", "version": "f/1.kk"}]);
    // 28 March: a pin stands there. 29 March, 26:00: the clock skips the hour.
    let wish = target(
        "b",
        json!({"from": "2025-03-27", "until": "2025-04-02", "hours": ["24:00", "26:30"]}),
    );
    assert_eq!(
        only(told(document, request(vec![wish])), "slot"),
        ["slot b-2530 [Thu, Sat, Sun] 25:30 +30 2025-03-27..2025-03-30 layer 0: s/1 then Stop"]
    );
    let wish = target(
        "b",
        json!({"from": "2025-03-28", "until": "2025-03-30", "hours": ["26:00", "26:30"]}),
    );
    assert_eq!(
        told(json!({}), request(vec![wish]))[0],
        "slot b-2600 [Fri, Sun] 26:00 +30 2025-03-28..2025-03-30 layer 0: s/1 then Stop"
    );
}

#[test]
fn requests_that_leave_nothing_to_work_out_are_refused_with_their_path() {
    let refused = |request: Value| {
        let result = worked_out(&station(json!({})), request);
        let Err(RolloutError::Request(invalid)) = result else {
            panic!("{result:?}")
        };
        invalid.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(refused(request(vec![])), ["targets: empty_list"]);
    assert_eq!(
        refused(request(vec![target("nobody", json!({}))])),
        [r#"targets[0].channel: unknown_id id="nobody""#]
    );
    let mut unknown = request(vec![target("k", json!({}))]);
    unknown["seasons"] = json!(["s/1", "s/1", "s/9"]);
    assert_eq!(refused(unknown.clone()), [r#"seasons[1]: duplicate_id id="s/1""#]);
    unknown["seasons"] = json!(["s/9"]);
    assert_eq!(refused(unknown), [r#"seasons[0]: unknown_id id="s/9""#]);
    let wrong = json!({"until": "2025-03-01", "hours": ["21:00", "20:00"], "weight": 9, "languages": [], "days": []});
    assert_eq!(
        refused(request(vec![target("k", wrong), target("k", json!({}))])),
        [
            r#"targets[1].channel: duplicate_id id="k""#,
            "targets[0].languages: empty_list",
            "targets[0].days: empty_list",
            r#"targets[0].until: ends_before_start from="2025-03-03" until="2025-03-01""#,
            r#"targets[0].hours: ends_before_start from="21:00" until="20:00""#,
            r#"targets[0].weight: weight_out_of_range weight=9"#,
        ]
    );
    let early = json!({"hours": ["01:00", "03:00"]});
    assert_eq!(
        refused(request(vec![target("k", early)])),
        [r#"targets[0].hours: before_day_start start="01:00" day_start="06:00""#]
    );
    let far = json!({"until": "2190-01-01"});
    assert_eq!(
        refused(request(vec![target("k", far)])),
        [r#"targets: windows_too_far_apart from="2025-03-03" until="2190-01-01" days=60205 most=3653"#]
    );
    let many = (0..10_000)
        .map(|n| target(&format!("channel {n}"), json!({})))
        .collect();
    assert_eq!(refused(request(many)), ["targets: too_many count=10000 most=1000"]);
}

#[test]
fn a_thousand_channels_and_ten_years_are_answered() {
    let channels: Vec<_> = (0..1_000)
        .map(|n| json!({"id": format!("c{n}"), "name": "", "tz": "Europe/Belgrade", "day_start": "06:00"}))
        .collect();
    let station = station(json!({ "channels": channels }));
    let targets = (0..1_000)
        .map(|n| target(&format!("c{n}"), json!({"premiere": n % 7, "until": "2025-06-30"})))
        .collect();
    let proposal = worked_out(&station, request(targets)).unwrap();
    assert_eq!(proposal.premieres.len(), 3_000);
    assert!(proposal.premieres.iter().all(|one| one.state == State::Airs));
    let decade = target("c0", json!({"from": "2025-01-01", "until": "2034-12-31"}));
    assert_eq!(worked_out(&station, request(vec![decade])).unwrap().premieres.len(), 3);
}

/// What stands on a date, in minutes.
fn stands(slots: &[Slot], date: BroadcastDate) -> BTreeMap<(String, i32), Vec<(u32, u32)>> {
    let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for slot in slots.iter().filter(|slot| slot.stands_on(date)) {
        let start = slot.start.minutes();
        all.entry((slot.channel.to_string(), slot.layer))
            .or_default()
            .push((start, start + slot.length_min));
    }
    all
}

fn grid() -> impl Strategy<Value = Vec<Value>> {
    let fill = prop_oneof![
        Just(hold()),
        Just(json!({"pool": {}})),
        Just(json!({"pool": {"programmes": ["f"]}})),
        Just(Value::Null),
    ];
    // Each channel's day in pieces, some of them left free.
    let pieces = prop::collection::vec((5_u32..240, fill), 3..12);
    prop::collection::vec(pieces, 3).prop_map(|channels| {
        let mut slots = Vec::new();
        for (channel, pieces) in ["k", "c", "b"].into_iter().zip(channels) {
            let mut minute = 360;
            for (n, (length, fill)) in pieces.into_iter().enumerate() {
                let length = length.min(1_800 - minute);
                if length > 0 && !fill.is_null() {
                    let start = format!("{:02}:{:02}", minute / 60, minute % 60);
                    slots.push(slot(&format!("{channel}{n}"), channel, &start, length, fill));
                }
                minute += length;
            }
        }
        slots
    })
}

/// Films pinned anywhere, even upon each other.
fn pins() -> impl Strategy<Value = Vec<Value>> {
    let channel = prop::sample::select(vec!["k", "c", "b"]);
    let first = Instant::parse("2025-03-17T00:00:00Z").unwrap();
    let pin = (channel, 0_i64..40 * 1_440).prop_map(move |(channel, minute)| {
        json!({"channel": channel, "start": (first + minute * MINUTE).to_string(), "version": "f/1.kk"})
    });
    prop::collection::vec(pin, 0..12)
}

fn wish(channel: &'static str) -> impl Strategy<Value = Value> {
    let days = prop::sample::subsequence(vec!["mon", "tue", "wed", "thu", "fri", "sat", "sun"], 1..=7);
    let over = prop::sample::select(vec!["nothing", "pools", "holds"]);
    let repeats = prop::collection::vec((0_u32..4, 6_u32..20), 0..3);
    (0_i64..20, 1_i64..25, days, 6_u32..28, 1_u32..12, over, 0_u32..3, repeats).prop_map(
        move |(first, length, days, from, hours, over, premiere, repeats)| {
            // Around the night in which Belgrade's clock goes forward.
            let date = BroadcastDate::parse("2025-03-17").unwrap().plus_days(first);
            let hour = |hour: u32| format!("{hour:02}:00");
            let repeats: Vec<_> = repeats
                .into_iter()
                .map(|(days_after, from)| json!({"days_after": days_after, "hours": [hour(from), hour(from + 4)]}))
                .collect();
            json!({"channel": channel, "languages": ["kk", "ru"], "from": date.to_string(),
                "until": date.plus_days(length).to_string(), "days": days, "hours": [hour(from), hour(from + hours)], "over": over,
                "premiere": premiere, "repeats": repeats})
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_proposal_keeps_its_promises(
        slots in grid(), targets in (wish("k"), wish("c"), wish("b")), hours in 0_u32..60, rerun_hours in 0_u32..30, pins in pins()
    ) {
        let station = station(json!({ "slots": slots, "pins": pins }));
        let targets = vec![targets.0, targets.1, targets.2];
        let mut asked = request(targets);
        asked["holdback_hours"] = json!(hours);
        asked["terms"] = json!({ "rerun_hours": rerun_hours });
        let rollout: Rollout = serde_json::from_value(asked.clone()).unwrap();
        let proposal = worked_out(&station, asked).unwrap();
        let applied = proposal.applied_to(&station);
        let index = Index::of(&applied, &Zones::bundled()).unwrap();

        // Slots lie in their window and broadcast day, on wished weekdays, in wished hours; none of a layer overlap.
        for slot in &proposal.slots {
            let target = rollout.targets.iter().find(|target| target.channel == slot.channel).unwrap();
            prop_assert!(target.from <= slot.from.unwrap() && slot.until.unwrap() <= target.until, "{slot:?}");
            let (start, end) = (slot.start.minutes(), slot.start.minutes() + slot.length_min);
            prop_assert!(360 <= start && end <= 1_800, "{slot:?}");
            prop_assert!(i64::from(slot.length_min) * MINUTE >= 1_560_000);
            if let Fill::Sequel(_) = slot.fill {
                let (from, until) = target.hours.unwrap();
                prop_assert!(from.minutes() <= start && end <= until.minutes(), "{slot:?}");
                prop_assert!(slot.days.iter().all(|day| target.days.contains(day)), "{slot:?}");
            }
        }
        for date in proposal.range.dates() {
            for (place, mut spans) in stands(&applied.slots, date) {
                spans.sort_unstable();
                prop_assert!(spans.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{place:?} {date} {spans:?}");
            }
        }

        // Premieres are in order: an episode starts so many hours after every channel before.
        let place = |channel: &str| rollout.targets.iter().find(|one| one.channel.as_str() == channel).unwrap().premiere;
        for one in &proposal.premieres {
            for other in proposal.premieres.iter().filter(|other| other.episode == one.episode) {
                if place(other.channel.as_str()) < place(one.channel.as_str()) {
                    prop_assert!(one.start - other.start >= i64::from(hours) * HOUR, "{one:?} {other:?}");
                }
            }
        }

        // Taken in and planned it airs what was promised: everything here, since no version is missing.
        let request = Request {
            index: &index, range: proposal.range, seed: 7, effort: Effort::Fast, threads: NonZeroUsize::MIN, proof: Proof::Spared,
        };
        let plan = plan(&request, &|_| ControlFlow::Continue(())).unwrap();
        let airs = |channel: &str, start: Instant, version: &str| plan.airings.iter().any(|airing| {
            airing.channel.as_str() == channel && airing.start == start && airing.version.as_ref().unwrap().as_str() == version
        });
        for one in &proposal.premieres {
            prop_assert_eq!(one.state, State::Airs, "{:?}", one);
            let version = one.version.as_ref().unwrap();
            prop_assert!(airs(one.channel.as_str(), one.start, version.as_str()), "{one:?}");
            for &repeat in &one.repeats {
                prop_assert!(airs(one.channel.as_str(), repeat, version.as_str()), "{one:?}");
            }
        }
        let promised: usize = proposal.slots.iter().map(|slot| {
            proposal.range.dates().filter(|&date| slot.stands_on(date)).count()
        }).sum();
        let stated: usize = proposal.premieres.iter().map(|one| 1 + one.repeats.len()).sum();
        prop_assert_eq!(promised, stated, "every slot that is proposed airs something on every date");

        // Whatever a target does not get is told.
        for target in &rollout.targets {
            let placed = proposal.premieres.iter().filter(|one| one.channel == target.channel).count();
            let told = proposal.findings.iter().any(|one| {
                one.place.channel.as_ref() == Some(&target.channel) && one.values.contains_key("placed")
            });
            prop_assert_eq!(placed < 3, told, "{:?}", target);
        }
    }
}
