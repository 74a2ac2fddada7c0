//! `receiver`.

use std::io::{self, IsTerminal as _};
use std::path::Path;

use arna_app::delivery::{self, Reach, Secret, ShownKey};
use arna_app::{Desk, Failure, Op, ops, source};
use arna_domain::receiver::{Bxf, Destination, FileForm, Page, Playlist, Sftp, SignIn, Tva};
use arna_domain::{ChannelId, ProgrammeId, Receiver, Station, Zones, values};
use console::Term;

use super::export::titles_of;
use super::{hand, now};
use crate::arguments::{ReceiverEdit, ReceiverSet};
use crate::output::Output;

pub(super) fn receiver(what: &ReceiverEdit, output: &Output) -> Result<(), Failure> {
    match what {
        ReceiverEdit::List { station } => list(station, output),
        ReceiverEdit::HostKey { server: (host, port) } => host_key(host, *port, output),
        ReceiverEdit::Pin { station, id, key } => edit(station, output, |station| {
            let mut receiver = find(station, id)?.clone();
            sftp_of(&mut receiver)?.host_key = Some(key.clone());
            ops::receiver::put(station, receiver)
        }),
        ReceiverEdit::Password { station, id } => password(station, id, output),
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
        let folder = match &one.to {
            Destination::Folder(folder) => folder.clone(),
            Destination::Sftp(sftp) => sftp.to_string(),
        };
        let files: Vec<&str> = one.files.iter().map(FileForm::as_str).collect();
        vec![
            one.id.to_string(),
            one.channel.to_string(),
            files.join(" "),
            one.titles.to_string(),
            one.name.clone(),
            folder,
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
        to: destination(asked),
    })
}

fn destination(asked: &ReceiverSet) -> Destination {
    let Some(sftp) = &asked.sftp else {
        return Destination::Folder(asked.folder.clone().unwrap_or_default());
    };
    Destination::Sftp(Sftp {
        host_key: asked.host_key.clone(),
        sign_in: asked.key_file.clone().map_or(SignIn::Password, SignIn::Key),
        ..sftp.clone()
    })
}

fn find<'a>(station: &'a Station, id: &str) -> Result<&'a Receiver, Failure> {
    let found = station.receivers.iter().find(|one| one.id.as_str() == id);
    found.ok_or_else(|| Failure::new("no_receiver", values! { "id" => id }))
}

fn sftp_of(receiver: &mut Receiver) -> Result<&mut Sftp, Failure> {
    match &mut receiver.to {
        Destination::Sftp(sftp) => Ok(sftp),
        Destination::Folder(_) => {
            let values = values! { "receiver" => receiver.id.as_str() };
            Err(Failure::new("receiver_without_server", values))
        }
    }
}

/// The keys that a server shows, and that they are to be compared.
fn host_key(host: &str, port: u16, output: &Output) -> Result<(), Failure> {
    let keys = delivery::host_keys(host, port, &Reach::of_system())?;
    if output.json {
        let one = |key: &ShownKey| serde_json::json!({ "kind": key.kind, "fingerprint": key.fingerprint });
        return output.value(&keys.iter().map(one).collect());
    }
    for key in &keys {
        output.line(&format!("{} {}", key.fingerprint, key.kind))?;
    }
    output.remark("cli-compare-key", &values! { "host" => host });
    Ok(())
}

fn password(path: &Path, id: &str, output: &Output) -> Result<(), Failure> {
    let station = source::read(path, &Zones::bundled())?.station;
    let mut receiver = find(&station, id)?.clone();
    let sftp = sftp_of(&mut receiver)?.clone();
    let account = sftp.account();
    let secret = typed(&output.words.tell("cli-password", &values! { "account" => account }))?;
    delivery::keep(&receiver.id, &sftp, &secret)?;
    output.remark("cli-password-kept", &values! { "account" => account });
    Ok(())
}

/// What is typed without being shown, or the first line of what is piped in.
pub(super) fn typed(ask: &str) -> Result<Secret, Failure> {
    let unreadable = |error: io::Error| {
        Failure::new(
            "file_trouble",
            values! { "doing" => "read", "why" => error.to_string() },
        )
        .of(Path::new("-"))
    };
    let mut line = String::new();
    if io::stdin().is_terminal() {
        let terminal = Term::stderr();
        terminal.write_str(ask).map_err(unreadable)?;
        line = terminal.read_secure_line().map_err(unreadable)?;
    } else {
        io::stdin().read_line(&mut line).map_err(unreadable)?;
    }
    let secret = line.trim_end_matches(['\r', '\n']);
    match secret.is_empty() {
        true => Err(Failure::new("no_password", values! {})),
        false => Ok(Secret::new(secret)),
    }
}

fn form_of(form: &str, asked: &ReceiverSet) -> Result<FileForm, Failure> {
    let playlist = || Playlist {
        media: asked.media.clone(),
    };
    let sets = || -> Result<Tva, Failure> {
        Ok(Tva {
            authority: asked.authority.clone().ok_or_else(|| missing("--authority"))?,
            edition: asked.edition,
        })
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
        "tva" => FileForm::Tva(sets()?),
        "dvb-i" => FileForm::Dvbi(sets()?),
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
