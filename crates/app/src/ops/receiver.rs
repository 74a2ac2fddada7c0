//! Receivers: whom a channel's published schedule is handed to.

use arna_domain::receiver::{Bxf, DateOf, Destination, Edition, FileForm, Page, Playlist, Sftp, SignIn, Tva};
use arna_domain::{Receiver, Station, values};
use arna_store::{Kind, Record, RecordId};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::catalogue::id_of;
use super::grid::language_of;
use super::{Op, records};
use crate::delivery;
use crate::export;
use crate::failure::Failure;

/// What is asked of receivers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
#[serde(tag = "verb", rename_all = "snake_case")]
pub enum ReceiverEdit {
    /// A receiver is new.
    Add {
        /// The receiver.
        receiver: ReceiverAsked,
    },
    /// A receiver is told otherwise; its id stays.
    Change {
        /// The receiver.
        receiver: ReceiverAsked,
    },
    /// A receiver is taken out.
    Remove {
        /// Which.
        id: String,
    },
}

/// A receiver, as a coordinator asks for it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
pub struct ReceiverAsked {
    /// Its id.
    pub id: String,
    /// Its channel.
    pub channel: String,
    /// The language of titles.
    pub titles: String,
    /// The files that it gets.
    pub files: Vec<FileAsked>,
    /// How files are called.
    pub name: String,
    /// Where they are put.
    pub to: DestinationAsked,
}

/// Where files are put.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum DestinationAsked {
    /// A folder.
    Folder {
        /// One that is no absolute path lies beside the station file.
        folder: String,
    },
    /// A folder on a server. What signs in is asked for elsewhere.
    Sftp {
        /// The server's name or number in the net.
        host: String,
        /// Its port.
        port: u16,
        /// Who signs in.
        user: String,
        /// One that does not begin with a slash lies in the user's own.
        folder: String,
        /// The fingerprint of the server's key; empty: none is trusted yet.
        host_key: String,
        /// The file of the private key; empty: a password signs in.
        key_file: String,
    },
}

/// A form of a file, with what it asks of its receiver; what other forms ask is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, Type)]
pub struct FileAsked {
    /// Its word: `bxf`.
    pub form: String,
    /// Of `bxf`: frames a second.
    pub frame_rate: String,
    /// Of `bxf`: `calendar` or `broadcast`.
    pub date_of: String,
    /// Of `tva` and `dvb-i`: the broadcaster's name in the DNS.
    pub authority: String,
    /// Of `tva` and `dvb-i`: the year of the schema.
    pub edition: String,
    /// Of `ffplayout` and `m3u`: how files are called that the station does not know.
    pub media: String,
    /// Of `page`: the programme.
    pub programme: String,
}

/// The words of forms.
pub const FORMS: [&str; 10] = [
    "xmltv",
    "csv",
    "xlsx",
    "ics",
    "bxf",
    "tva",
    "dvb-i",
    "page",
    "ffplayout",
    "m3u",
];

/// The op of what is asked.
///
/// # Errors
/// As [`put`] and [`remove`]; `id_taken`, `no_receiver`, `no_files`, `unknown_form`, `no_frame_rate`, `no_authority`.
pub fn op(station: &Station, edit: &ReceiverEdit) -> Result<Op, Failure> {
    let is_there = |id: &str| station.receivers.iter().any(|one| one.id.as_str() == id);
    match edit {
        ReceiverEdit::Add { receiver } if is_there(receiver.id.trim()) => {
            Err(Failure::new("id_taken", values! { "id" => receiver.id.trim() }))
        }
        ReceiverEdit::Change { receiver } if !is_there(&receiver.id) => {
            Err(Failure::new("no_receiver", values! { "id" => receiver.id.as_str() }))
        }
        ReceiverEdit::Add { receiver } | ReceiverEdit::Change { receiver } => put(station, told(receiver)?),
        ReceiverEdit::Remove { id } => remove(station, id),
    }
}

fn told(asked: &ReceiverAsked) -> Result<Receiver, Failure> {
    if asked.files.is_empty() {
        return Err(Failure::new("no_files", values! {}));
    }
    let name = asked.name.trim();
    Ok(Receiver {
        id: asked.id.trim().into(),
        channel: asked.channel.as_str().into(),
        titles: language_of(&asked.titles)?,
        files: asked.files.iter().map(form).collect::<Result<_, _>>()?,
        name: if name.is_empty() {
            Receiver::usual_name()
        } else {
            name.to_owned()
        },
        to: destination(&asked.to),
    })
}

fn destination(asked: &DestinationAsked) -> Destination {
    match asked {
        DestinationAsked::Folder { folder } => Destination::Folder(folder.trim().to_owned()),
        DestinationAsked::Sftp {
            host,
            port,
            user,
            folder,
            host_key,
            key_file,
        } => Destination::Sftp(Sftp {
            host: host.trim().to_owned(),
            port: *port,
            user: user.clone(),
            folder: folder.clone(),
            host_key: match host_key.trim() {
                "" => None,
                key => Some(delivery::fingerprint(key).unwrap_or_else(|| key.to_owned())),
            },
            sign_in: match key_file.as_str() {
                "" => SignIn::Password,
                file => SignIn::Key(file.to_owned()),
            },
        }),
    }
}

fn form(asked: &FileAsked) -> Result<FileForm, Failure> {
    let playlist = || {
        let media = asked.media.trim();
        Playlist {
            media: (!media.is_empty()).then(|| media.to_owned()),
        }
    };
    let sets = || -> Result<Tva, Failure> {
        Ok(Tva {
            authority: export::authority_of(&asked.authority)?,
            edition: Edition::parse(&asked.edition).unwrap_or_default(),
        })
    };
    Ok(match asked.form.as_str() {
        "xmltv" => FileForm::Xmltv,
        "csv" => FileForm::Csv,
        "xlsx" => FileForm::Xlsx,
        "pdf-week" => FileForm::PdfWeek,
        "pdf-rundown" => FileForm::PdfRundown,
        "ics" => FileForm::Ics,
        "bxf" => FileForm::Bxf(Bxf {
            frame_rate: export::rate_of(&asked.frame_rate)?,
            date_of: DateOf::parse(&asked.date_of).unwrap_or_default(),
        }),
        "tva" => FileForm::Tva(sets()?),
        "dvb-i" => FileForm::Dvbi(sets()?),
        "ffplayout" => FileForm::Ffplayout(playlist()),
        "m3u" => FileForm::M3u(playlist()),
        "page" => FileForm::Page(Page {
            programme: asked.programme.as_str().into(),
        }),
        other => return Err(Failure::new("unknown_form", values! { "form" => other })),
    })
}

/// A receiver, as it is asked for.
pub fn asked(receiver: &Receiver) -> ReceiverAsked {
    ReceiverAsked {
        id: receiver.id.to_string(),
        channel: receiver.channel.to_string(),
        titles: receiver.titles.to_string(),
        files: receiver.files.iter().map(file_asked).collect(),
        name: receiver.name.clone(),
        to: destination_asked(&receiver.to),
    }
}

fn destination_asked(to: &Destination) -> DestinationAsked {
    match to {
        Destination::Folder(folder) => DestinationAsked::Folder { folder: folder.clone() },
        Destination::Sftp(sftp) => DestinationAsked::Sftp {
            host: sftp.host.clone(),
            port: sftp.port,
            user: sftp.user.clone(),
            folder: sftp.folder.clone(),
            host_key: sftp.host_key.clone().unwrap_or_default(),
            key_file: match &sftp.sign_in {
                SignIn::Password => String::new(),
                SignIn::Key(file) => file.clone(),
            },
        },
    }
}

fn file_asked(form: &FileForm) -> FileAsked {
    let mut asked = FileAsked {
        form: form.as_str().to_owned(),
        ..FileAsked::default()
    };
    match form {
        FileForm::Bxf(bxf) => {
            bxf.frame_rate.as_str().clone_into(&mut asked.frame_rate);
            bxf.date_of.as_str().clone_into(&mut asked.date_of);
        }
        FileForm::Tva(tva) | FileForm::Dvbi(tva) => {
            asked.authority.clone_from(&tva.authority);
            tva.edition.as_str().clone_into(&mut asked.edition);
        }
        FileForm::Ffplayout(list) | FileForm::M3u(list) => asked.media = list.media.clone().unwrap_or_default(),
        FileForm::Page(page) => asked.programme = page.programme.to_string(),
        FileForm::Xmltv | FileForm::Csv | FileForm::Xlsx | FileForm::PdfWeek | FileForm::PdfRundown | FileForm::Ics => {
        }
    }
    asked
}

/// A receiver is new, or told otherwise.
///
/// # Errors
/// `bad_id`, `unknown_channel`, `unknown_programme`. What else is wrong with it the station says that it would be in.
pub fn put(station: &Station, receiver: Receiver) -> Result<Op, Failure> {
    let id = id_of(receiver.id.as_str())?;
    if !station.channels.iter().any(|one| one.id == receiver.channel) {
        let values = values! { "channel" => receiver.channel.as_str() };
        return Err(Failure::new("unknown_channel", values));
    }
    for form in &receiver.files {
        if let FileForm::Page(page) = form
            && !station.programmes.iter().any(|one| one.id == page.programme)
        {
            return Err(export::unknown_programme(&page.programme));
        }
    }
    Ok(records::put(Record::Receiver(Receiver {
        id: id.as_str().into(),
        ..receiver
    })))
}

/// A receiver is taken out. What it was handed stays on record.
///
/// # Errors
/// `no_receiver`.
pub fn remove(station: &Station, id: &str) -> Result<Op, Failure> {
    if station.receivers.iter().any(|one| one.id.as_str() == id) {
        Ok(records::remove(RecordId::Named(Kind::Receiver, id.to_owned())))
    } else {
        Err(Failure::new("no_receiver", values! { "id" => id }))
    }
}
