//! `receiver`.

use std::path::Path;

use arna_app::{Desk, Failure, Op, ops, source};
use arna_domain::receiver::{Bxf, Destination, FileForm, Page, Playlist, Tva};
use arna_domain::{ChannelId, ProgrammeId, Receiver, Station, Zones, values};

use super::export::titles_of;
use super::{hand, now};
use crate::arguments::{ReceiverEdit, ReceiverSet};
use crate::output::Output;

pub(super) fn receiver(what: &ReceiverEdit, output: &Output) -> Result<(), Failure> {
    match what {
        ReceiverEdit::List { station } => list(station, output),
        ReceiverEdit::Set(asked) => {
            let receiver = receiver_of(asked, output)?;
            edit(&asked.station, output, |station| {
                ops::receiver::put(station, receiver.clone())
            })
        }
        ReceiverEdit::Remove { station, id } => edit(station, output, |station| ops::receiver::remove(station, id)),
    }
}

fn edit(path: &Path, output: &Output, op: impl FnOnce(&Station) -> Result<Op, Failure>) -> Result<(), Failure> {
    let mut desk = Desk::open(path, now(), Zones::bundled())?;
    let op = op(desk.station()?.0)?;
    let change = desk.transact(&op, &hand())?;
    if output.json {
        return output.value(&serde_json::json!({ "number": change.number, "op": change.op, "args": change.args }));
    }
    let op = output.words.tell(&format!("op-{}", change.op), &change.args);
    output.remark("cli-edited", &values! { "op" => op });
    Ok(())
}

fn list(path: &Path, output: &Output) -> Result<(), Failure> {
    let station = source::read(path, &Zones::bundled())?.station;
    if output.json {
        return output.value(&serde_json::json!(station.receivers));
    }
    let rows = station.receivers.iter().map(|one| {
        let Destination::Folder(folder) = &one.to;
        let files: Vec<&str> = one.files.iter().map(FileForm::as_str).collect();
        vec![
            one.id.to_string(),
            one.channel.to_string(),
            files.join(" "),
            one.titles.to_string(),
            one.name.clone(),
            folder.clone(),
        ]
    });
    let heads = ["receiver", "channel", "files", "language", "name", "folder"];
    output.table(&heads, rows.collect())
}

fn receiver_of(asked: &ReceiverSet, output: &Output) -> Result<Receiver, Failure> {
    let files: Result<Vec<FileForm>, Failure> = asked.file.iter().map(|form| form_of(form, asked)).collect();
    Ok(Receiver {
        id: asked.id.as_str().into(),
        channel: ChannelId::new(asked.channel.as_str()),
        titles: titles_of(asked.titles.as_ref(), output)?,
        files: files?,
        name: asked.name.clone().unwrap_or_else(Receiver::usual_name),
        to: Destination::Folder(asked.folder.clone()),
    })
}

fn form_of(form: &str, asked: &ReceiverSet) -> Result<FileForm, Failure> {
    let playlist = || Playlist {
        media: asked.media.clone(),
    };
    Ok(match form {
        "xmltv" => FileForm::Xmltv,
        "csv" => FileForm::Csv,
        "xlsx" => FileForm::Xlsx,
        "pdf-week" => FileForm::PdfWeek,
        "pdf-rundown" => FileForm::PdfRundown,
        "ics" => FileForm::Ics,
        "bxf" => FileForm::Bxf(Bxf {
            frame_rate: asked.frame_rate,
            date_of: asked.date_of,
        }),
        "tva" => FileForm::Tva(Tva {
            authority: asked.authority.clone().ok_or_else(|| missing("--authority"))?,
            edition: asked.edition,
        }),
        "ffplayout" => FileForm::Ffplayout(playlist()),
        "m3u" => FileForm::M3u(playlist()),
        _ => {
            let programme = asked.programme.as_deref().map(ProgrammeId::from);
            FileForm::Page(Page {
                programme: programme.ok_or_else(|| missing("--programme"))?,
            })
        }
    })
}

fn missing(argument: &str) -> Failure {
    Failure::new(
        "usage_missing",
        values! { "argument" => argument, "help" => "arna help receiver set" },
    )
}
