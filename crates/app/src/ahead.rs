//! What publishing would come to, before it is done: what differs from what the channel was told last, and each file as it will be.

use std::io::{self, Write};
use std::path::PathBuf;

use arna_domain::receiver::FileForm;
use arna_domain::{BroadcastDate, Finding, Language, Receiver};
use arna_exchange::station_json;
use arna_store::Revision;

use crate::delivery::{Place, hash_of, told};
use crate::failure::Failure;
use crate::publish::{Due, Grounds, Prepared, Saying, published};
use crate::revisions::{Compared, common, compared};
use crate::source;

/// How a channel's dates stand to what was published of them.
#[derive(Clone, Debug)]
pub enum Standing {
    /// Nothing is accepted, and nothing was published.
    Nothing,
    /// Never published.
    New,
    /// Published just so.
    Stands(Revision),
    /// Something else was published; of some of the dates perhaps nothing.
    Differs {
        /// What changed since, on the dates that were published.
        compared: Box<Compared>,
        /// Whether dates are asked about that the revision does not hold.
        beyond: bool,
    },
}

/// Whether a file would be new in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InPlace {
    /// Nothing lies there.
    New,
    /// Something else lies there.
    Changes,
    /// It lies there already.
    Same,
    /// A server is not asked before files are handed to it.
    Unasked,
}

/// A file as it would be written.
#[derive(Clone, Debug)]
pub struct Ahead {
    /// Where.
    pub path: PathBuf,
    /// Of which date, where each has its own.
    pub date: Option<BroadcastDate>,
    /// Its size.
    pub bytes: u64,
    /// What stands in it.
    pub airings: usize,
    /// Characters left out that the form cannot carry.
    pub dropped: usize,
    /// What does not play as it is scheduled.
    pub findings: Vec<Finding>,
    /// Whether it would be new in its place.
    pub in_place: InPlace,
}

/// The files of one form for a receiver, as they would be written.
#[derive(Clone, Debug)]
pub struct FormAhead {
    /// The receiver.
    pub receiver: Receiver,
    /// The form.
    pub form: FileForm,
    /// Its files, or why they cannot be.
    pub files: Result<Vec<Ahead>, Failure>,
}

/// How a file begins, and how long it is.
#[derive(Clone, Debug, Default)]
pub struct Begun {
    /// Its first bytes.
    pub bytes: Vec<u8>,
    /// Of how many.
    pub length: u64,
    /// Where it would lie.
    pub path: PathBuf,
    /// What stands in it.
    pub airings: usize,
}

impl Grounds {
    /// How the dates stand to what was published of them.
    ///
    /// # Errors
    /// What was published cannot be read.
    pub fn standing(&self) -> Result<Standing, Failure> {
        let now = self.content();
        let has_airings = self.has_airings(&now);
        let Some((revision, text)) = &self.of_dates else {
            return Ok(if has_airings { Standing::New } else { Standing::Nothing });
        };
        if let Some(revision) = self.stands(&now) {
            return Ok(Standing::Stands(revision.clone()));
        }
        let then = published(revision.clone(), station_json::read(text.as_bytes())?, &self.zones)?;
        let index = source::index_of(&now, &self.zones)?;
        let range = common(revision.range, self.range).unwrap_or(self.range);
        Ok(Standing::Differs {
            beyond: range != self.range,
            compared: Box::new(compared(then, None, now, index, range)),
        })
    }
}

impl Prepared {
    /// Every file that would be written, without writing any.
    ///
    /// # Errors
    /// What is to be said around facts cannot be.
    pub fn look(&self, saying: &Saying<'_>) -> Result<Vec<FormAhead>, Failure> {
        let mut all = Vec::new();
        for (receiver, place) in &self.receivers {
            let around = saying(&receiver.titles)?;
            for form in &receiver.files {
                let mut files = Vec::new();
                let made = self.each_file(receiver, form, &around, &mut |due| {
                    files.push(ahead(place, due)?);
                    Ok(())
                });
                all.push(FormAhead {
                    receiver: receiver.clone(),
                    form: form.clone(),
                    files: made.map(|()| files),
                });
            }
        }
        Ok(all)
    }

    /// How one file would begin: the first bytes of it, at most so many.
    ///
    /// # Errors
    /// What the form refuses; `None` where nobody gets such a file.
    pub fn begin(
        &self,
        receiver: &str,
        form: &str,
        date: Option<BroadcastDate>,
        most: usize,
        saying: &Saying<'_>,
    ) -> Result<Option<Begun>, Failure> {
        let found = self.receivers.iter().find(|(one, _)| one.id.as_str() == receiver);
        let Some((receiver, place)) = found else {
            return Ok(None);
        };
        let Some(form) = receiver.files.iter().find(|one| one.as_str() == form) else {
            return Ok(None);
        };
        let around = saying(&receiver.titles)?;
        let mut begun = None;
        self.each_file(receiver, form, &around, &mut |due| {
            if begun.is_none() && (date.is_none() || due.date == date) {
                let mut beginning = Beginning {
                    most,
                    ..Beginning::default()
                };
                let made = (due.write)(&mut beginning)?;
                begun = Some(Begun {
                    bytes: beginning.kept,
                    length: beginning.length,
                    path: place.called(&due.place),
                    airings: made.airings,
                });
            }
            Ok(())
        })?;
        Ok(begun)
    }

    /// The languages that receivers read titles in.
    pub fn titles(&self) -> impl Iterator<Item = &Language> {
        self.receivers.iter().map(|(one, _)| &one.titles)
    }
}

fn ahead(place: &Place, due: Due<'_>) -> Result<Ahead, Failure> {
    let path = place.called(&due.place);
    // A folder that is missing may be a disk that is not mounted: that is told before anything is written.
    if let Place::Folder(folder) = place
        && !folder.is_dir()
    {
        Failure::if_folder_missing(&path)?;
    }
    let written = told(due.write)?;
    let in_place = match place {
        Place::Server(_) => InPlace::Unasked,
        Place::Folder(_) => match hash_of(&path) {
            None => InPlace::New,
            Some(other) if other == written.sha256 => InPlace::Same,
            Some(_) => InPlace::Changes,
        },
    };
    Ok(Ahead {
        path,
        date: due.date,
        bytes: written.bytes,
        airings: written.made.airings,
        dropped: written.made.dropped,
        findings: due.findings,
        in_place,
    })
}

/// Keeps how a file begins, and counts the rest.
#[derive(Debug, Default)]
pub struct Beginning {
    /// What is kept at most.
    pub most: usize,
    /// What is kept.
    pub kept: Vec<u8>,
    /// All that was written.
    pub length: u64,
}

impl Write for Beginning {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = self.most.saturating_sub(self.kept.len()).min(bytes.len());
        self.kept.extend_from_slice(&bytes[..room]);
        self.length += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
