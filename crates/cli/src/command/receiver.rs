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
        ReceiverEdit::Set(asked) => set(asked, output),
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

/// Adds a receiver, or tells one anew; which channel a receiver is taken from is told.
fn set(asked: &ReceiverSet, output: &Output) -> Result<(), Failure> {
    all_are_used(asked)?;
    let mut before = None;
    edit(&asked.station, output, |station| {
        let was = station.receivers.iter().find(|one| one.id.as_str() == asked.id.trim());
        before = was.map(|was| was.channel.clone());
        ops::receiver::put(station, receiver_of(asked, was, output)?)
    })?;
    if let Some(before) = before.filter(|before| before.as_str() != asked.channel) {
        let values =
            values! { "receiver" => asked.id.trim(), "before" => before.as_str(), "channel" => asked.channel.as_str() };
        output.remark("cli-receiver-moved", &values);
    }
    Ok(())
}

/// Whether all that was typed is of a form of file that the receiver gets.
fn all_are_used(asked: &ReceiverSet) -> Result<(), Failure> {
    let options: [(&str, bool, &[&str]); 6] = [
        ("--frame-rate", asked.frame_rate.is_some(), &["bxf"]),
        ("--date-of", asked.date_of.is_some(), &["bxf"]),
        ("--authority", asked.authority.is_some(), &["tva", "dvb-i"]),
        ("--edition", asked.edition.is_some(), &["tva", "dvb-i"]),
        ("--media", asked.media.is_some(), &["ffplayout", "m3u"]),
        ("--programme", asked.programme.is_some(), &["page"]),
    ];
    let is_unused =
        |(_, named, forms): &(&str, bool, &[&str])| *named && !asked.file.iter().any(|one| forms.contains(one));
    options
        .into_iter()
        .find(is_unused)
        .map_or(Ok(()), |(argument, _, forms)| {
            let other = format!("--file {}", forms.join("|"));
            let values = values! { "argument" => argument, "other" => other, "help" => HELP };
            Err(Failure::new("usage_unused", values))
        })
}

/// What is asked for; what is not named stays as it was.
fn receiver_of(asked: &ReceiverSet, was: Option<&Receiver>, output: &Output) -> Result<Receiver, Failure> {
    let files: Result<Vec<FileForm>, Failure> = asked.file.iter().map(|form| form_of(form, asked, was)).collect();
    let titles = asked.titles.as_ref().or(was.map(|was| &was.titles));
    let name = asked.name.clone().or_else(|| was.map(|was| was.name.clone()));
    Ok(Receiver {
        id: asked.id.as_str().into(),
        channel: ChannelId::new(asked.channel.as_str()),
        titles: titles_of(titles, output)?,
        files: files?,
        name: name.unwrap_or_else(Receiver::usual_name),
        to: destination(asked, was),
    })
}

/// Where files go. A server that stays the same keeps the key that is pinned, and whoever signs in there the key that does.
fn destination(asked: &ReceiverSet, was: Option<&Receiver>) -> Destination {
    let Some(sftp) = &asked.sftp else {
        return Destination::Folder(asked.folder.clone().unwrap_or_default());
    };
    let known = match was.map(|was| &was.to) {
        Some(Destination::Sftp(known)) if (&known.host, known.port) == (&sftp.host, sftp.port) => Some(known),
        _ => None,
    };
    let signed_in = known.filter(|known| known.user == sftp.user);
    Destination::Sftp(Sftp {
        host_key: asked.host_key.clone().or_else(|| known?.host_key.clone()),
        sign_in: match asked.key_file.as_deref() {
            Some("") => SignIn::Password,
            Some(file) => SignIn::Key(file.to_owned()),
            None => signed_in.map_or(SignIn::Password, |known| known.sign_in.clone()),
        },
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

fn form_of(form: &str, asked: &ReceiverSet, was: Option<&Receiver>) -> Result<FileForm, Failure> {
    let was = was.and_then(|was| was.files.iter().find(|one| one.as_str() == form));
    Ok(match form {
        "xmltv" => FileForm::Xmltv,
        "csv" => FileForm::Csv,
        "xlsx" => FileForm::Xlsx,
        "pdf-week" => FileForm::PdfWeek,
        "pdf-rundown" => FileForm::PdfRundown,
        "ics" => FileForm::Ics,
        "bxf" => FileForm::Bxf(bxf(asked, was)),
        "tva" => FileForm::Tva(sets(asked, was)?),
        "dvb-i" => FileForm::Dvbi(sets(asked, was)?),
        "ffplayout" => FileForm::Ffplayout(playlist(asked, was)),
        "m3u" => FileForm::M3u(playlist(asked, was)),
        _ => FileForm::Page(page(asked, was)?),
    })
}

fn bxf(asked: &ReceiverSet, was: Option<&FileForm>) -> Bxf {
    let was = match was {
        Some(FileForm::Bxf(was)) => *was,
        _ => Bxf::default(),
    };
    Bxf {
        frame_rate: asked.frame_rate.unwrap_or(was.frame_rate),
        date_of: asked.date_of.unwrap_or(was.date_of),
    }
}

fn sets(asked: &ReceiverSet, was: Option<&FileForm>) -> Result<Tva, Failure> {
    let was = match was {
        Some(FileForm::Tva(was) | FileForm::Dvbi(was)) => Some(was),
        _ => None,
    };
    let authority = asked.authority.as_ref().or(was.map(|was| &was.authority));
    let edition = asked.edition.or(was.map(|was| was.edition));
    Ok(Tva {
        authority: authority.cloned().ok_or_else(|| missing("--authority"))?,
        edition: edition.unwrap_or_default(),
    })
}

fn playlist(asked: &ReceiverSet, was: Option<&FileForm>) -> Playlist {
    let was = match was {
        Some(FileForm::Ffplayout(was) | FileForm::M3u(was)) => was.media.clone(),
        _ => None,
    };
    Playlist {
        media: asked.media.clone().or(was),
    }
}

fn page(asked: &ReceiverSet, was: Option<&FileForm>) -> Result<Page, Failure> {
    let was = match was {
        Some(FileForm::Page(was)) => Some(was.programme.clone()),
        _ => None,
    };
    let programme = asked.programme.as_deref().map(ProgrammeId::from).or(was);
    Ok(Page {
        programme: programme.ok_or_else(|| missing("--programme"))?,
    })
}

const HELP: &str = "arna help receiver set";

fn missing(argument: &str) -> Failure {
    Failure::new("usage_missing", values! { "argument" => argument, "help" => HELP })
}
