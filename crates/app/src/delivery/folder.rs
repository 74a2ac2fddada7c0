//! A folder of this machine, or one that the system shows as such.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use arna_exchange::file::Together;
use arna_store::hexadecimal;
use sha2::{Digest as _, Sha256};

use super::{Destination, Writing, Written, hashed, told};
use crate::failure::Failure;

/// Files under way to a folder.
pub(super) struct Local {
    folder: PathBuf,
    together: Together,
}

impl Local {
    pub(super) fn of(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            together: Together::default(),
        }
    }
}

/// The SHA-256 of a file; none where it cannot be read.
pub(crate) fn hash_of(path: &Path) -> Option<String> {
    let mut file = File::open(path).ok()?;
    let mut found = Sha256::new();
    io::copy(&mut file, &mut found).ok()?;
    Some(hexadecimal(&found.finalize()))
}

impl Destination for Local {
    fn is_server(&self) -> bool {
        false
    }

    fn called(&self, place: &str) -> String {
        self.folder.join(place).display().to_string()
    }

    fn holds(&mut self, place: &str, write: &Writing<'_>) -> Result<bool, Failure> {
        match hash_of(&self.folder.join(place)) {
            Some(found) => Ok(told(write)?.sha256 == found),
            None => Ok(false),
        }
    }

    fn take(&mut self, place: &str, write: &Writing<'_>) -> Result<Written, Failure> {
        let path = self.folder.join(place);
        let written = self.together.add(&self.folder, place, |to| Ok(hashed(to, write)?));
        written.map_err(|halted: Halted| match halted {
            Halted::Io(error) => Failure::io("write", &error, &path),
            Halted::Failure(failure) => failure.of(&path),
        })
    }

    fn put(&mut self) -> Result<(), Failure> {
        let put = self.together.put();
        put.map_err(|(path, error)| Failure::io("write", &error, &path))
    }

    fn put_back(&mut self) -> Result<(), Failure> {
        self.together = Together::default();
        Ok(())
    }

    fn keep(self: Box<Self>) {
        self.together.keep();
    }
}

/// Why a file was not written.
enum Halted {
    Io(io::Error),
    Failure(Failure),
}

impl From<io::Error> for Halted {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<Failure> for Halted {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}
