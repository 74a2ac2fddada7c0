//! Which station a command is about.

use std::path::Path;

use super::{AccountEdit, Command, Export, Import, Read, ReceiverEdit, Station};

impl Command {
    /// The station that it works on; `None`: on none, or on one that is to be made.
    pub(crate) fn station(&self) -> Option<&Path> {
        match self {
            Self::Import { what } => what.station(),
            Self::Export { what } => Some(what.station()),
            Self::Read { what } => what.station(),
            Self::Receiver { what } => what.station(),
            Self::Station { what } => what.station(),
            Self::Asrun(asked) => asked.station.as_deref(),
            Self::Plan(asked) => Some(&asked.station),
            Self::Rollout(asked) => Some(&asked.station),
            Self::Explain(asked) => Some(&asked.station),
            Self::Report(asked) => Some(&asked.station),
            Self::Publish(asked) => Some(&asked.station),
            Self::Deliver(asked) => Some(&asked.station),
            Self::Changes(asked) => Some(&asked.station),
            Self::Restore(asked) => Some(&asked.station),
            Self::Info { station }
            | Self::Check { station, .. }
            | Self::Revisions { station, .. }
            | Self::VerifyRevisions { station }
            | Self::Deliveries { station, .. }
            | Self::Undo { station }
            | Self::Redo { station }
            | Self::Log { station, .. }
            | Self::Verify { station } => Some(station),
            Self::New { .. } | Self::Sample { .. } | Self::Salvage { .. } | Self::Completions { .. } | Self::Man => {
                None
            }
        }
    }
}

impl Import {
    fn station(&self) -> Option<&Path> {
        match self {
            Self::Station { .. } => None,
            Self::Bxf { asked, .. } | Self::Xmltv(asked) | Self::Sheet(asked) | Self::Ffplayout(asked) => {
                Some(&asked.station)
            }
            Self::Workbook(asked) => Some(&asked.station),
        }
    }
}

impl Export {
    fn station(&self) -> &Path {
        match self {
            Self::Station { station, .. }
            | Self::Plan { station, .. }
            | Self::Revision { station, .. }
            | Self::Workbook { station, .. } => station,
            Self::Xmltv(asked)
            | Self::Csv(asked)
            | Self::Xlsx(asked)
            | Self::PdfWeek(asked)
            | Self::PdfRundown(asked) => &asked.station,
            Self::Ics(asked) => &asked.schedule.station,
            Self::Bxf(asked) => &asked.schedule.station,
            Self::Tva(asked) | Self::DvbI(asked) => &asked.schedule.station,
            Self::Ffplayout(asked) | Self::M3u(asked) => &asked.station,
            Self::Page(asked) => &asked.station,
        }
    }
}

impl Read {
    fn station(&self) -> Option<&Path> {
        match self {
            Self::Xmltv { .. } => None,
            Self::Bxf { about, .. } | Self::Sheet { about, .. } | Self::Ffplayout { about, .. } => Some(&about.station),
        }
    }
}

impl ReceiverEdit {
    fn station(&self) -> Option<&Path> {
        match self {
            Self::HostKey { .. } => None,
            Self::Set(asked) => Some(&asked.station),
            Self::List { station }
            | Self::Pin { station, .. }
            | Self::Password { station, .. }
            | Self::Remove { station, .. } => Some(station),
        }
    }
}

impl Station {
    fn station(&self) -> Option<&Path> {
        match self {
            Self::Copy { .. } => None,
            Self::Account { what } => Some(what.station()),
            Self::Share { station, .. }
            | Self::Status { station }
            | Self::Pull { station }
            | Self::Password { station }
            | Self::Offline { station }
            | Self::Merge { station }
            | Self::Take { station, .. }
            | Self::Leave { station, .. }
            | Self::Left { station }
            | Self::Detach { station }
            | Self::Upgrade { station } => Some(station),
        }
    }
}

impl AccountEdit {
    fn station(&self) -> &Path {
        match self {
            Self::List { station } | Self::Add { station, .. } | Self::Remove { station, .. } => station,
        }
    }
}
