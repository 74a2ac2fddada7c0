//! Whether a station file holds together: the file, what can be done with what it holds, and the backups beside it.

use std::path::{Path, PathBuf};

use arna_domain::{Index, Zones, values};
pub use arna_store::{Fault, Remedy};

use crate::failure::Failure;
use crate::{backup, proposal};

/// What a look at a file came to.
#[derive(Clone, Debug)]
pub struct Looked {
    /// The file.
    pub file: PathBuf,
    /// The number of its last journal entry, where that can be read.
    pub entries: Option<i64>,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
}

/// What a look at a station came to.
#[derive(Clone, Debug)]
pub struct Verified {
    /// Its file.
    pub station: Looked,
    /// Its backups, newest first.
    pub backups: Vec<Looked>,
}

impl Verified {
    /// Whether nothing is wrong with the file nor with any backup.
    pub fn is_sound(&self) -> bool {
        self.station.faults.is_empty() && self.backups.iter().all(|one| one.faults.is_empty())
    }

    /// The newest backup with which nothing is wrong.
    pub fn newest_good_backup(&self) -> Option<&Path> {
        let good = self.backups.iter().find(|one| one.faults.is_empty());
        good.map(|one| one.file.as_path())
    }
}

/// Looks through a station file and its backups. Nothing is changed, whoever has it open.
///
/// # Errors
/// What is no station or newer than this program, and what the system refuses. What is damaged is a fault.
pub fn verify(path: &Path, zones: &Zones) -> Result<Verified, Failure> {
    let backups = backup::backups(path)?
        .into_iter()
        .map(|one| of_backup(&one.path, zones));
    Ok(Verified {
        station: file(path, zones)?,
        backups: backups.collect(),
    })
}

/// Looks through one station file, its backups aside.
///
/// # Errors
/// As [`verify`].
pub fn file(path: &Path, zones: &Zones) -> Result<Looked, Failure> {
    let found = arna_store::verify(path).map_err(|error| Failure::from(error).of(path))?;
    let mut faults = found.faults;
    if let Some(Err(wrong)) = found.station.map(|station| Index::of(&station, zones)) {
        faults.extend(wrong.iter().map(|one| {
            let values = values! { "path" => one.path.as_str(), "invalid" => one.code, "values" => one.values };
            Fault::new("station", values)
        }));
    }
    if let Some(Err(why)) = found.proposal.as_deref().map(proposal::is_readable) {
        faults.push(Fault::new("proposal", values! { "why" => why.code }));
    }
    Ok(Looked {
        file: path.to_owned(),
        entries: found.entries,
        faults,
    })
}

/// A backup that is refused is one that cannot be put back.
fn of_backup(path: &Path, zones: &Zones) -> Looked {
    file(path, zones).unwrap_or_else(|failure| Looked {
        file: path.to_owned(),
        entries: None,
        faults: vec![Fault::new(
            "backup",
            values! { "failure" => failure.code, "values" => failure.args },
        )],
    })
}
