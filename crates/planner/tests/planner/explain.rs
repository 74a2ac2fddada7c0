//! What candidates that lost would have earned: as much as a plan earns in which they air.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use arna_domain::{BroadcastDate, DateRange, Index, Plan, Station, Zones};
use arna_planner::{Effort, Explanation, Proof, Request, explain_airing, explain_open, plan};
use serde_json::{Value, json};

/// One pool slot a day on a channel that owes Kazakh; films as `(id, language, minutes)`, each licensed for one run.
fn station(films: &[(&str, &str, u32)], history: Value) -> Station {
    let episodes: Vec<_> = (1..)
        .zip(films)
        .map(|(number, (id, language, minutes))| {
            json!({"id": id, "number": number, "versions": [
                {"id": format!("{id}.{language}"), "language": language, "duration_ms": minutes * 60_000}]})
        })
        .collect();
    serde_json::from_value(json!({
        "format": "arna-station/1",
        "channels": [{"id": "k", "name": "K", "tz": "Asia/Almaty", "day_start": "06:00",
            "quotas": [{"language": "kk", "min_share_pct": 50}]}],
        "programmes": [{"id": "f", "kind": "film", "title": {}, "seasons": [{"id": "f/1", "number": 1, "episodes": episodes}]}],
        "licences": [{"id": "F", "programme": "f", "from": "2024-01-01", "until": "2024-12-31", "max_runs": 2}],
        "slots": [
            {"id": "a", "channel": "k", "start": "21:00", "length_min": 40, "weight": 4, "languages": ["kk", "ru"], "fill": {"pool": {}}},
            {"id": "news", "channel": "k", "start": "20:00", "length_min": 30, "fill": {"hold": {"title": "News", "language": "ru"}}}],
        "history": history
    }))
    .unwrap()
}

fn range() -> DateRange {
    DateRange::new(BroadcastDate::parse("2024-07-01").unwrap(), 1).unwrap()
}

fn planned(index: &Index) -> Plan {
    let request = Request {
        index,
        range: range(),
        seed: 0,
        effort: Effort::Best,
        threads: NonZeroUsize::MIN,
        proof: Proof::Spared,
    };
    plan(&request, &|_| ControlFlow::Continue(())).unwrap()
}

/// The plan's pool score, its explanation of the slot.
fn explained(films: &[(&str, &str, u32)], history: &Value) -> (i64, Explanation) {
    let index = Index::of(&station(films, history.clone()), &Zones::bundled()).unwrap();
    let plan = planned(&index);
    let airing = plan.airings.iter().find(|one| one.version.is_some()).unwrap();
    (plan.score.pool, explain_airing(&index, range(), &plan.airings, airing))
}

#[test]
fn a_candidate_would_earn_what_a_plan_with_it_earns() {
    let films = [
        ("f/1/1", "kk", 35),
        ("f/1/2", "ru", 38),
        ("f/1/3", "kk", 20),
        ("f/1/4", "ru", 30),
    ];
    // The first film was on the channel already: no bonus for it.
    for history in [
        json!([]),
        json!([{"channel": "k", "start": "2024-06-01T21:00:00+05:00", "version": "f/1/1.kk"}]),
    ] {
        let (score, explanation) = explained(&films, &history);
        let told = &explanation.candidates;
        assert_eq!(told.len(), 3, "{told:?}");
        for one in told {
            let id = one.refusal.version.as_ref().unwrap().as_str();
            // Alone with what history needs in the catalogue, it airs.
            let alone: Vec<_> = films.iter().copied().filter(|film| id.starts_with(film.0)).collect();
            let index = Index::of(&station(&alone, json!([])), &Zones::bundled()).unwrap();
            let aired = planned(&index);
            let bonus_lost = if history != json!([]) && id == "f/1/1.kk" {
                12 * 35
            } else {
                0
            };
            assert_eq!(one.points, Some(aired.score.pool - bonus_lost - score), "{id}");
            assert_eq!(one.refusal.code, "fits");
        }
        assert!(
            told.windows(2).all(|pair| pair[0].points >= pair[1].points),
            "the nearest first"
        );
        assert!(told[0].points <= Some(0), "a best plan has the best there");
    }
}

#[test]
fn an_open_slot_says_what_would_be_earned_there() {
    let index = Index::of(&station(&[("f/1/1", "kk", 35)], json!([])), &Zones::bundled()).unwrap();
    let slot = index.slot("a").unwrap();
    let explanation = explain_open(&index, range(), &[], slot, range().from);
    let [one] = explanation.candidates.as_slice() else {
        panic!("{explanation:?}")
    };
    // With the news on air the day owes 15 of 30 minutes; with the film none.
    assert_eq!(one.points, Some(6 * 4 * 35 + 12 * 35 + 60 * 15));
}

#[test]
fn the_nearest_other_airing_is_told_however_far_it_is() {
    let history = json!([{"channel": "k", "start": "2024-06-29T19:00:00+05:00", "version": "f/1/1.kk"}]);
    let (_, explanation) = explained(&[("f/1/1", "kk", 35)], &history);
    let gap = explanation.checks.iter().find(|one| one.code == "too_close").unwrap();
    assert_eq!(
        (&gap.values["apart_hours"], &gap.values["min_gap_hours"]),
        (&json!(50), &json!(1))
    );
    let runs = explanation
        .checks
        .iter()
        .find(|one| one.code == "runs_exhausted")
        .unwrap();
    assert_eq!((&runs.values["runs"], &runs.values["max_runs"]), (&json!(2), &json!(2)));
}
