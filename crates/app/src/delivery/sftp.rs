//! A folder on a server. Files lie beside their places under names made of what they hold, so that a delivery that was cut off
//! finds what it sent already; what was in a place keeps a name of its own until all are put.

use std::path::Path;

use arna_domain::receiver::Sftp;
use arna_domain::{Receiver, values};
use arna_exchange::io_code;

use super::reach::Reach;
use super::server::Server;
use super::session::Meant;
use super::{Destination, Writing, Written, hashed, told};
use crate::failure::Failure;

/// So much of a hash tells two contents of a file apart.
const OWN: usize = 16;

/// Files under way to a server.
pub(super) struct Remote {
    server: Server,
    /// The folder as it is shown.
    url: String,
    /// The folder as the server knows it.
    folder: String,
    taken: Vec<Taken>,
    placed: Vec<Placed>,
    /// Folders that were made, the outermost first.
    made: Vec<String>,
}

/// A file that lies beside its place.
struct Taken {
    place: String,
    beside: String,
    bytes: u64,
}

/// A file in its place.
struct Placed {
    place: String,
    /// What was there before.
    aside: Option<String>,
}

impl Remote {
    pub(super) fn of(receiver: &Receiver, sftp: &Sftp, station: &Path, reach: &Reach) -> Result<Self, Failure> {
        Ok(Self {
            server: Server::of(receiver, sftp, station.to_owned(), reach)?,
            url: sftp.to_string().trim_end_matches('/').to_owned(),
            folder: sftp.folder.trim_end_matches('/').to_owned(),
            taken: Vec::new(),
            placed: Vec::new(),
            made: Vec::new(),
        })
    }

    /// A failure at a place, unless it is another file's.
    fn at(&self, place: &str, failure: Failure) -> Failure {
        match failure.file {
            Some(_) => failure,
            None => failure.of(Path::new(&self.called(place))),
        }
    }

    /// The path of a place, which never leads out of the folder.
    fn path(&self, place: &str) -> Result<String, Failure> {
        let is_name = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0']);
        match place.split('/').all(is_name) {
            true => Ok(format!("{}/{place}", self.folder)),
            false => Err(Failure::new("channel_folder", values! { "channel" => place })),
        }
    }

    /// The folder must be there: one that is missing may be a disk that is not mounted. Folders in the place are made.
    fn make_folders(&mut self, place: &str) -> Result<(), Failure> {
        let folder = match self.folder.as_str() {
            "" => "/".to_owned(),
            folder => folder.to_owned(),
        };
        let found = self.server.ask(|session| {
            let folder = folder.clone();
            async move { session.find(&folder).await }
        })?;
        if !found.is_some_and(|found| found.is_folder) {
            return Err(Failure::new(
                "sftp_no_folder",
                values! { "folder" => self.url.as_str() },
            ));
        }
        let Some((within, _)) = place.rsplit_once('/') else {
            return Ok(());
        };
        let mut path = self.folder.clone();
        for part in within.split('/') {
            path = format!("{path}/{part}");
            let is_new = self.server.ask(|session| {
                let path = path.clone();
                async move { session.make_folder(&path).await }
            })?;
            if is_new {
                self.made.push(path.clone());
            }
        }
        Ok(())
    }

    fn take_to(&mut self, place: &str, bytes: Vec<u8>, meant: Meant) -> Result<(), Failure> {
        let path = self.path(place)?;
        self.make_folders(place)?;
        let old = self.server.ask(|session| {
            let path = path.clone();
            async move { session.find(&path).await }
        })?;
        if old.is_some_and(|old| old.is_folder) {
            let error = std::io::Error::from(std::io::ErrorKind::IsADirectory);
            let values = values! { "doing" => "write", "why" => error.to_string() };
            return Err(Failure::new(io_code(&error), values));
        }
        let beside = beside(&path, &meant.sha256, "part");
        let taken = Taken {
            place: path,
            beside: beside.clone(),
            bytes: meant.bytes,
        };
        // What was begun is tidied away too.
        self.taken.push(taken);
        let bytes = std::sync::Arc::new(bytes);
        self.server.ask(|session| {
            let (beside, bytes, meant) = (beside.clone(), bytes.clone(), meant.clone());
            async move { session.write(&beside, &bytes, &meant, old).await }
        })
    }

    fn put_one(&mut self, taken: &Taken) -> Result<(), Failure> {
        let (place, from, bytes) = (taken.place.clone(), taken.beside.clone(), taken.bytes);
        let aside = from.trim_end_matches("part").to_owned() + "old";
        let there = self.server.ask(|session| {
            let (place, aside) = (place.clone(), aside.clone());
            async move { session.set_aside(&place, &aside).await }
        })?;
        self.placed.push(Placed {
            place: place.clone(),
            aside: there.then_some(aside),
        });
        self.server.ask(|session| {
            let (from, place) = (from.clone(), place.clone());
            async move { session.put(&from, &place, bytes).await }
        })
    }

    /// Removes what this delivery and those before it that were cut off left beside a place.
    fn tidy(&mut self, place: &str) {
        let Some((folder, name)) = place.rsplit_once('/') else {
            return;
        };
        // What cannot be tidied away harms nobody.
        let _ = self.server.once(|session| {
            let (folder, name) = (format!("{folder}/"), name.to_owned());
            async move {
                for one in session.names(&folder).await? {
                    if is_beside(&one, &name) {
                        session.remove(&format!("{folder}{one}")).await?;
                    }
                }
                Ok(())
            }
        });
    }
}

/// The name of what lies beside a place: hidden, and made of what it holds.
fn beside(path: &str, sha256: &str, kind: &str) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or((".", path));
    let own: String = sha256.chars().take(OWN).collect();
    format!("{folder}/.{name}.{own}.{kind}")
}

/// Whether a name is that of something beside the place of this name.
fn is_beside(one: &str, name: &str) -> bool {
    let rest = one.strip_prefix('.').and_then(|one| one.strip_prefix(name));
    let own = rest.and_then(|rest| rest.strip_prefix('.')).and_then(|rest| {
        let (own, kind) = rest.split_once('.')?;
        matches!(kind, "part" | "old").then_some(own)
    });
    own.is_some_and(|own| own.len() == OWN && own.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

impl Destination for Remote {
    fn is_server(&self) -> bool {
        true
    }

    fn called(&self, place: &str) -> String {
        format!("{}/{place}", self.url)
    }

    fn holds(&mut self, place: &str, write: &Writing<'_>) -> Result<bool, Failure> {
        let path = self.path(place)?;
        let Written { bytes, sha256, .. } = told(write)?;
        let meant = Meant { bytes, sha256 };
        let held = self.server.ask(|session| {
            let (path, meant) = (path.clone(), meant.clone());
            async move { session.holds(&path, &meant).await }
        });
        held.map_err(|failure| self.at(place, failure))
    }

    fn take(&mut self, place: &str, write: &Writing<'_>) -> Result<Written, Failure> {
        let mut bytes = Vec::new();
        let written = hashed(&mut bytes, write)?;
        let meant = Meant {
            bytes: written.bytes,
            sha256: written.sha256.clone(),
        };
        let taken = self.take_to(place, bytes, meant);
        taken.map_err(|failure| self.at(place, failure))?;
        Ok(written)
    }

    fn put(&mut self) -> Result<(), Failure> {
        let taken = std::mem::take(&mut self.taken);
        let failed = taken
            .iter()
            .find_map(|one| self.put_one(one).err().map(|failure| (one, failure)));
        let failed = failed.map(|(one, failure)| {
            let place = one.place.strip_prefix(&format!("{}/", self.folder)).unwrap_or_default();
            self.at(place, failure)
        });
        self.taken = taken;
        failed.map_or(Ok(()), Err)
    }

    fn put_back(&mut self) -> Result<(), Failure> {
        while let Some(placed) = self.placed.pop() {
            let put_back = self.server.ask(|session| {
                let (place, aside) = (placed.place.clone(), placed.aside.clone());
                async move { session.put_back(&place, aside.as_deref()).await }
            });
            if put_back.is_err() {
                let values = values! { "folder" => self.url.as_str(), "count" => self.placed.len() + 1 };
                self.placed.clear();
                return Err(Failure::new("sftp_torn", values));
            }
        }
        Ok(())
    }

    fn keep(mut self: Box<Self>) {
        self.placed.clear();
        self.made.clear();
        for taken in std::mem::take(&mut self.taken) {
            self.tidy(&taken.place);
        }
    }
}

impl Drop for Remote {
    fn drop(&mut self) {
        if !self.placed.is_empty() {
            // Whoever could be told is gone.
            let _ = self.put_back();
        }
        for taken in std::mem::take(&mut self.taken) {
            // Over a connection that is lost nothing is tidied: the next delivery uses what is there, and tidies then.
            if self.server.is_connected() {
                let _ = self.server.once(|session| {
                    let beside = taken.beside.clone();
                    async move { session.remove(&beside).await }
                });
            }
        }
        for folder in std::mem::take(&mut self.made).into_iter().rev() {
            if self.server.is_connected() {
                let _ = self.server.once(|session| {
                    let folder = folder.clone();
                    async move { session.remove_folder(&folder).await }
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_beside_a_place_is_known_by_its_name() {
        let hash = "0123456789abcdef0123456789abcdef";
        let part = beside("/in/khabar.xml", hash, "part");
        assert_eq!(part, "/in/.khabar.xml.0123456789abcdef.part");
        assert!(is_beside(".khabar.xml.0123456789abcdef.part", "khabar.xml"));
        assert!(is_beside(".khabar.xml.0123456789abcdef.old", "khabar.xml"));
        for other in [
            "khabar.xml",
            ".khabar.xml",
            ".khabar.xml.part",
            ".khabar.xml.0123456789abcdef.xml",
            ".khabar.xml.0123456789abcdeg.part",
            ".khabar.xml.bak.0123456789abcdef.part",
        ] {
            assert!(!is_beside(other, "khabar.xml"), "{other}");
        }
    }
}
