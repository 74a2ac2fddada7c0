//! What keeps a station from being worked with: each refusal with its path and values.

use arna_domain::index::Index;
use arna_domain::{Station, Zones};
use serde_json::{Value, json};

fn good() -> Value {
    json!({
        "format": "arna-station/1",
        "channels": [
            {"id": "khabar.kz", "name": "Khabar", "tz": "Asia/Almaty", "day_start": "06:00",
                "rating_hours": {"18+": ["23:00", "30:00"]}, "quotas": [{"language": "kk", "min_share_pct": 60}]},
            {"id": "cctv4.cn", "name": "CCTV-4", "tz": "Asia/Shanghai", "day_start": "06:00"}
        ],
        "programmes": [{"id": "dream", "kind": "documentary", "title": {"en": "Dream"}, "partners": ["p"], "seasons": [
            {"id": "dream/1", "number": 1, "occasion": "visit", "episodes": [
                {"id": "dream/1/1", "number": 1, "places": ["almaty"], "quotations": ["q"], "versions": [
                    {"id": "dream/1/1.kk", "language": "kk", "duration_ms": 1_500_000, "media": "m"}]}]}]},
            {"id": "other", "kind": "film", "title": {"en": "Other"}, "seasons": [{"id": "other/1", "number": 1, "episodes": []}]}],
        "licences": [{"id": "L1", "programme": "dream", "season": "dream/1", "channels": ["khabar.kz"],
            "from": "2024-07-01", "until": "2024-12-31", "rerun_hours": 24, "min_gap_hours": 48}],
        "holdbacks": [{"season": "dream/1", "first_channel": "cctv4.cn", "hours": 4}],
        "blackouts": [{"channel": "khabar.kz", "from": "2024-07-03T18:00:00+05:00", "until": "2024-07-03T19:00:00+05:00"}],
        "slots": [
            {"id": "a", "channel": "khabar.kz", "start": "21:00", "length_min": 30, "fill": {"sequel": {"season": "dream/1"}}},
            {"id": "b", "channel": "khabar.kz", "start": "25:30", "length_min": 30, "fill": {"repeat": {"of": "a"}}},
            {"id": "c", "channel": "khabar.kz", "start": "22:00", "length_min": 30, "fill": {"pool": {"programmes": ["dream"]}}}
        ],
        "campaigns": [{"id": "c1", "version": "dream/1/1.kk", "channels": ["khabar.kz"], "from": "2024-07-01",
            "until": "2024-07-02", "per_day": 6, "min_gap_min": 60, "hours": ["07:00", "24:00"], "weight": 3}],
        "campaign_targets": [{"campaign": "c1", "of": {"season": "dream/1"}}],
        "fillers": [{"version": "dream/1/1.kk"}],
        "pins": [{"channel": "khabar.kz", "start": "2024-07-02T21:00:00+05:00", "version": "dream/1/1.kk", "licence": "L1"}],
        "history": [{"channel": "khabar.kz", "start": "2024-06-02T21:00:00+05:00", "version": "dream/1/1.kk"}],
        "occasions": [{"id": "visit", "name": {"en": "Visit"}, "from": "2024-07-02", "until": "2024-07-04"}],
        "places": [{"id": "almaty", "name": {"en": "Almaty"}}],
        "quotations": [{"id": "q", "text": {"en": "…"}, "source": {"kind": "speech", "place": "almaty"}}],
        "partners": [{"id": "p", "name": {"en": "P"}}],
        "media": [{"id": "m", "file": "m.mxf"}],
        "receivers": [{"id": "r", "channel": "khabar.kz", "titles": "kk", "files": ["xmltv", {"page": {"programme": "dream"}},
            {"tva": {"authority": "khabar.kz"}}], "to": {"folder": "out"}}],
        "schedule": [{"channel": "khabar.kz", "date": "2024-07-02", "start": "2024-07-02T21:00:00+05:00",
            "end": "2024-07-02T21:25:00+05:00", "version": "dream/1/1.kk", "licence": "L1", "slot": "a", "origin": "sequel"}]
    })
}

fn refusals(document: Value) -> Vec<String> {
    let station: Station = serde_json::from_value(document).unwrap();
    match Index::of(&station, &Zones::bundled()) {
        Ok(_) => Vec::new(),
        Err(invalid) => invalid.iter().map(ToString::to_string).collect(),
    }
}

/// The good station with one value replaced is refused with exactly this.
#[track_caller]
fn refused(pointer: &str, value: Value, expected: &str) {
    let mut document = good();
    let place = document.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}"));
    *place = value;
    assert_eq!(refusals(document), [expected], "{pointer}");
}

/// The good station with one more member in a list is refused with exactly this.
#[track_caller]
fn refused_more(pointer: &str, value: Value, expected: &str) {
    let mut document = good();
    document
        .pointer_mut(pointer)
        .unwrap()
        .as_array_mut()
        .unwrap()
        .push(value);
    assert_eq!(refusals(document), [expected], "{pointer}");
}

#[test]
fn a_good_station_has_an_index() {
    assert_eq!(refusals(good()), [""; 0]);
}

#[test]
fn unknown_ids_are_named_with_their_path() {
    for (pointer, path) in [
        ("/licences/0/programme", "licences[0].programme"),
        ("/licences/0/season", "licences[0].season"),
        ("/licences/0/channels/0", "licences[0].channels[0]"),
        ("/holdbacks/0/season", "holdbacks[0].season"),
        ("/holdbacks/0/first_channel", "holdbacks[0].first_channel"),
        ("/blackouts/0/channel", "blackouts[0].channel"),
        ("/slots/2/channel", "slots[2].channel"),
        ("/slots/0/fill/sequel/season", "slots[0].fill.sequel.season"),
        ("/slots/1/fill/repeat/of", "slots[1].fill.repeat.of"),
        ("/slots/2/fill/pool/programmes/0", "slots[2].fill.pool.programmes[0]"),
        ("/campaigns/0/version", "campaigns[0].version"),
        ("/campaigns/0/channels/0", "campaigns[0].channels[0]"),
        ("/campaign_targets/0/campaign", "campaign_targets[0].campaign"),
        ("/campaign_targets/0/of/season", "campaign_targets[0].of.season"),
        ("/fillers/0/version", "fillers[0].version"),
        ("/pins/0/channel", "pins[0].channel"),
        ("/pins/0/version", "pins[0].version"),
        ("/pins/0/licence", "pins[0].licence"),
        ("/history/0/channel", "history[0].channel"),
        ("/history/0/version", "history[0].version"),
        ("/schedule/0/channel", "schedule[0].channel"),
        ("/schedule/0/version", "schedule[0].version"),
        ("/schedule/0/licence", "schedule[0].licence"),
        ("/schedule/0/slot", "schedule[0].slot"),
        ("/programmes/0/partners/0", "programmes[0].partners[0]"),
        ("/programmes/0/seasons/0/occasion", "programmes[0].seasons[0].occasion"),
        (
            "/programmes/0/seasons/0/episodes/0/places/0",
            "programmes[0].seasons[0].episodes[0].places[0]",
        ),
        (
            "/programmes/0/seasons/0/episodes/0/quotations/0",
            "programmes[0].seasons[0].episodes[0].quotations[0]",
        ),
        (
            "/programmes/0/seasons/0/episodes/0/versions/0/media",
            "programmes[0].seasons[0].episodes[0].versions[0].media",
        ),
        ("/quotations/0/source/place", "quotations[0].source.place"),
    ] {
        refused(pointer, json!("nobody"), &format!("{path}: unknown_id id=\"nobody\""));
    }
}

#[test]
fn an_id_names_one_thing() {
    for list in [
        "channels",
        "licences",
        "campaigns",
        "occasions",
        "places",
        "quotations",
        "partners",
        "media",
    ] {
        let first = good()[list][0].clone();
        let (at, id) = (good()[list].as_array().unwrap().len(), first["id"].clone());
        refused_more(
            &format!("/{list}"),
            first,
            &format!("{list}[{at}].id: duplicate_id id={id}"),
        );
    }
    refused("/slots/2/id", json!("a"), r#"slots[2].id: duplicate_id id="a""#);
    refused(
        "/programmes/1/id",
        json!("dream"),
        r#"programmes[1].id: duplicate_id id="dream""#,
    );
    refused(
        "/programmes/1/seasons/0/id",
        json!("dream/1"),
        r#"programmes[1].seasons[0].id: duplicate_id id="dream/1""#,
    );
}

#[test]
fn nothing_ends_before_it_starts() {
    let dates = r#"from="2024-07-01" until="2024-06-30""#;
    refused(
        "/licences/0/until",
        json!("2024-06-30"),
        &format!("licences[0].until: ends_before_start {dates}"),
    );
    refused(
        "/campaigns/0/until",
        json!("2024-06-30"),
        &format!("campaigns[0].until: ends_before_start {dates}"),
    );
    refused(
        "/occasions/0/until",
        json!("2024-07-01"),
        r#"occasions[0].until: ends_before_start from="2024-07-02" until="2024-07-01""#,
    );
    refused(
        "/blackouts/0/until",
        json!("2024-07-03T18:00:00+05:00"),
        r#"blackouts[0].until: ends_before_start from="2024-07-03T13:00:00Z" until="2024-07-03T13:00:00Z""#,
    );
    refused(
        "/campaigns/0/hours",
        json!(["24:00", "07:00"]),
        r#"campaigns[0].hours: ends_before_start from="24:00" until="07:00""#,
    );
}

#[test]
fn slots_lie_within_the_broadcast_day_and_do_not_overlap_in_a_layer() {
    refused(
        "/slots/2/start",
        json!("05:30"),
        r#"slots[2].start: before_day_start start="05:30" day_start="06:00""#,
    );
    refused(
        "/slots/1/length_min",
        json!(271),
        r#"slots[1].length_min: after_next_day_start start="25:30" length_min=271 day_start="06:00""#,
    );
    refused("/slots/2/length_min", json!(0), "slots[2].length_min: length_zero");
    let mut document = good();
    document["slots"][2]["start"] = json!("21:20");
    let found = refusals(document);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("slots_overlap"), "{found:?}");
    // In another layer, or on other days, they may.
    for (field, value) in [("layer", json!(1)), ("from", json!("2024-07-01"))] {
        let mut document = good();
        document["slots"][2]["start"] = json!("21:20");
        document["slots"][2][field] = value;
        document["slots"][0]["until"] = json!("2024-06-30");
        assert_eq!(refusals(document), [""; 0], "{field}");
    }
}

#[test]
fn repeats_end_somewhere_on_their_own_channel() {
    let mut document = good();
    document["slots"][0]["fill"] = json!({"repeat": {"of": "b"}});
    assert!(refusals(document).iter().any(|one| one.contains("repeats_itself")));
    let mut document = good();
    document["slots"][1]["channel"] = json!("cctv4.cn");
    assert!(
        refusals(document)
            .iter()
            .any(|one| one.contains("slots[1].fill.repeat.of: repeat_of_other_channel"))
    );
}

#[test]
fn numbers_lie_in_their_ranges() {
    refused(
        "/channels/0/quotas/0/min_share_pct",
        json!(101),
        "channels[0].quotas[0].min_share_pct: share_above_100 share=101",
    );
    refused(
        "/channels/0/tz",
        json!("Asia/Alma"),
        r#"channels[0].tz: unknown_zone tz="Asia/Alma""#,
    );
    refused(
        "/campaigns/0/weight",
        json!(6),
        "campaigns[0].weight: weight_out_of_range weight=6",
    );
    refused(
        "/licences/0/min_gap_hours",
        json!(24),
        "licences[0].min_gap_hours: gap_not_above_rerun min_gap_hours=24 rerun_hours=24",
    );
    refused(
        "/licences/0/season",
        json!("other/1"),
        r#"licences[0].season: season_of_other_programme season="other/1" programme="dream""#,
    );
    let duration = "/programmes/0/seasons/0/episodes/0/versions/0/duration_ms";
    let path = "programmes[0].seasons[0].episodes[0].versions[0].duration_ms";
    refused(
        duration,
        json!(0),
        &format!("{path}: duration_out_of_range duration_ms=0"),
    );
    refused(
        duration,
        json!(86_400_001),
        &format!("{path}: duration_out_of_range duration_ms=86400001"),
    );
}

#[test]
fn everything_wrong_is_told_at_once() {
    let mut document = good();
    document["licences"][0]["programme"] = json!("nobody");
    document["pins"][0]["version"] = json!("nobody");
    assert_eq!(refusals(document).len(), 2);
}

#[test]
fn a_receiver_gets_files_that_can_be_written() {
    let unknown = |path: &str| format!("{path}: unknown_id id=\"nobody\"");
    refused(
        "/receivers/0/channel",
        json!("nobody"),
        &unknown("receivers[0].channel"),
    );
    let page = "receivers[0].files[1].page.programme";
    refused("/receivers/0/files/1/page/programme", json!("nobody"), &unknown(page));
    refused(
        "/receivers/0/files/2/tva/authority",
        json!("khabar"),
        "receivers[0].files[2].tva.authority: authority_form authority=\"khabar\"",
    );
    refused(
        "/receivers/0/to/folder",
        json!(" "),
        "receivers[0].to.folder: folder_missing",
    );
    let mut server = good();
    server["receivers"][0]["to"] = json!({"sftp": {"host": "ftp.khabar.kz", "user": "arna", "folder": "/in"}});
    assert_eq!(refusals(server.clone()), [""; 0]);
    server["receivers"][0]["to"] = json!({"sftp": {"host": "a b", "port": 0, "user": " ", "folder": "", "host_key": "MD5:1",
        "sign_in": {"key": ""}}});
    assert_eq!(
        refusals(server),
        [
            "receivers[0].to.sftp.host: host_form host=\"a b\"",
            "receivers[0].to.sftp.port: port_form port=\"0\"",
            "receivers[0].to.sftp.user: user_form user=\" \"",
            "receivers[0].to.sftp.folder: folder_missing",
            "receivers[0].to.sftp.host_key: host_key_form key=\"MD5:1\"",
            "receivers[0].to.sftp.sign_in.key: key_file_missing",
        ]
    );
    let twice = good()["receivers"][0].clone();
    refused_more("/receivers", twice, "receivers[1].id: duplicate_id id=\"r\"");
    let mut named = good();
    named["receivers"][0]["name"] = json!("{channel}/{date}");
    assert_eq!(
        refusals(named.clone()),
        [
            "receivers[0].name: file_name_pattern name=\"{channel}/{date}\"",
            "receivers[0].files: files_called_alike name=\"{channel}/{date}\" form=\"tva\""
        ]
    );
    // A station of before has none, and a receiver that says nothing of names has the usual ones.
    named["receivers"][0].as_object_mut().unwrap().remove("name");
    assert_eq!(refusals(named.clone()), [""; 0]);
    named.as_object_mut().unwrap().remove("receivers");
    assert_eq!(refusals(named), [""; 0]);
}
