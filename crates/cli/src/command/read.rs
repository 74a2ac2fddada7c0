//! `read`.

use std::path::Path;

use arna_app::received::{self, At, Received, ReceivedAiring, Remark};
use arna_app::{Failure, source};
use arna_domain::{Zones, values};
use serde_json::{Value, json};

use crate::arguments::{About, Read};
use crate::output::Output;

pub(super) fn read(what: &Read, output: &Output) -> Result<(), Failure> {
    let zones = Zones::bundled();
    let about = |asked: &About, read: &dyn Fn(&received::About<'_>) -> Result<Received, Failure>| {
        let own = source::read(&asked.station, &zones)?;
        read(&received::About {
            station: &own.station,
            index: &own.index,
            channel: &asked.channel,
        })
    };
    let (file, received) = match what {
        Read::Xmltv { file } => (file, received::guide(file)?),
        Read::Bxf {
            file,
            about: asked,
            date_of,
        } => (file, about(asked, &|own| received::bxf(file, own, *date_of))?),
        Read::Sheet { file, about: asked } => (file, about(asked, &|own| received::sheets(file, own))?),
        Read::Ffplayout { file, about: asked } => (file, about(asked, &|own| received::playlists(file, own))?),
    };
    if output.json {
        output.value(&document(&received))?;
    } else {
        let rows = received.airings.iter().map(row).collect();
        output.table(
            &[
                "channel", "start", "end", "title", "episode", "language", "version", "where",
            ],
            rows,
        )?;
    }
    remarks(file, &received, output);
    Ok(())
}

fn row(airing: &ReceivedAiring) -> Vec<String> {
    vec![
        airing.channel.clone(),
        airing.start.to_string(),
        airing.end.to_string(),
        airing.title().to_owned(),
        airing
            .episode_titles
            .first()
            .map(|text| text.text.clone())
            .unwrap_or_default(),
        airing.spoken.clone().unwrap_or_default(),
        airing
            .version
            .clone()
            .or_else(|| airing.house_number.clone())
            .unwrap_or_default(),
        airing.at.shown(),
    ]
}

/// Remarks beside what was read: `guide.xml:12`, `schedule.xlsx:Khabar!C4`.
pub(super) fn remark_rows(file: &Path, remarks: &[Remark], further: usize, output: &Output) {
    let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
    if !remarks.is_empty() {
        let rows = remarks.iter().map(|one| {
            let what = output.words.tell(&format!("received-{}", one.code), &one.values);
            vec![format!("{name}:{}", one.at.shown()), what]
        });
        output.remark_table(&["where", "what"], rows.collect());
    }
    if further > 0 {
        output.remark("cli-further-remarks", &values! { "count" => further });
    }
}

fn remarks(file: &Path, received: &Received, output: &Output) {
    remark_rows(file, &received.remarks, received.further_remarks, output);
    let values = values! { "airings" => received.airings.len(), "remarks" => received.remarks.len() };
    output.remark("cli-received", &values);
}

/// A place in a file.
pub(super) fn place(at: &At) -> Value {
    match at {
        At::Line(line) => json!({ "line": line }),
        At::Entry { date, number } => json!({ "date": date, "entry": number }),
        At::Field { line, column } => json!({ "line": line, "column": column }),
        At::Cell { sheet, row, column } => {
            json!({ "sheet": sheet, "row": row + 1, "column": column + 1, "cell": at.shown() })
        }
    }
}

/// A remark as JSON.
pub(super) fn remark(one: &Remark) -> Value {
    json!({ "code": one.code, "at": place(&one.at), "values": one.values })
}

fn document(received: &Received) -> Value {
    let texts = |texts: &[_]| -> Vec<Value> {
        let one = |text: &received::Text| json!({ "language": text.language, "text": text.text });
        texts.iter().map(one).collect()
    };
    let airing = |one: &ReceivedAiring| {
        json!({
            "channel": one.channel, "date": one.date, "start": one.start, "end": one.end, "titles": texts(&one.titles),
            "episode_titles": texts(&one.episode_titles), "synopses": texts(&one.synopses), "season": one.number.0,
            "episode": one.number.1, "segment": one.segment, "house_number": one.house_number, "version": one.version, "media": one.media,
            "language": one.spoken, "origin": one.origin, "at": place(&one.at),
        })
    };
    json!({
        "airings": received.airings.iter().map(airing).collect::<Vec<_>>(),
        "remarks": received.remarks.iter().map(remark).collect::<Vec<_>>(),
        "further_remarks": received.further_remarks,
    })
}
