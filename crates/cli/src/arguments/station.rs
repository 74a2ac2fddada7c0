//! The arguments of what several desks work on.

use std::path::PathBuf;

use arna_app::shared::{Address, Role};
use clap::{Args, Subcommand};

use super::number;

#[derive(Debug, Subcommand)]
pub(crate) enum Station {
    /// Put a station on a server, in a database that has none; the file becomes a copy of it
    Share {
        /// The station file
        station: PathBuf,
        #[command(flatten)]
        server: Server,
    },
    /// Make a file of a station on a server: a desk's copy of it
    Copy {
        #[command(flatten)]
        server: Server,
        /// The file to make
        station: PathBuf,
    },
    /// How a copy stands to its server, who is at a desk now, and what is to be decided
    Status {
        /// The station file
        station: PathBuf,
    },
    /// Bring a copy up to date with its server
    Pull {
        /// The station file
        station: PathBuf,
    },
    /// Keep the password for the server in the system's keyring
    Password {
        /// The station file
        station: PathBuf,
    },
    /// Work on without the server
    Offline {
        /// The station file
        station: PathBuf,
    },
    /// Come back to the server: what was done meanwhile is done again, and what others changed alike is listed
    Merge {
        /// The station file
        station: PathBuf,
    },
    /// Decide that one's own goes on top of what others did
    Take {
        /// The station file
        station: PathBuf,
        /// Its number in the list of arna station status
        #[arg(value_parser = number::<i64>)]
        number: i64,
    },
    /// Decide that what others did stays; one's own is kept to be read
    Leave {
        /// The station file
        station: PathBuf,
        /// Its number in the list of arna station status
        #[arg(value_parser = number::<i64>)]
        number: i64,
    },
    /// What was left, newest first: each with what stands instead
    Left {
        /// The station file
        station: PathBuf,
    },
    /// Make a copy a station of its own again
    Detach {
        /// The station file
        station: PathBuf,
    },
    /// Take the station on the server over into the newest form; for whoever owns the station there
    Upgrade {
        /// The station file of whoever owns the station
        station: PathBuf,
    },
    /// Who may what on the server; for whoever owns the station there
    Account {
        #[command(subcommand)]
        what: AccountEdit,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Server {
    /// Where the station lies, and as whom: postgresql://login@host:port/database
    #[arg(value_parser = address)]
    pub(crate) server: Address,
    /// The file of the certificates that vouch for the server [default: the system's]
    #[arg(long, value_name = "FILE")]
    pub(crate) ca: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum AccountEdit {
    /// Let somebody in, or say anew what he may
    Add {
        /// The station file of whoever owns the station
        station: PathBuf,
        /// The name to sign in by
        name: String,
        /// What he may; may be given several times
        #[arg(long, required = true, value_name = "viewer|planner|editor|publisher", value_parser = role)]
        role: Vec<Role>,
        /// On which channels a planner or publisher may, separated by commas [default: all]
        #[arg(long, value_delimiter = ',')]
        channels: Option<Vec<String>>,
        /// Leave the password of a name that the server knows as it is
        #[arg(long)]
        keep_password: bool,
    },
    /// List who may what
    List {
        /// The station file
        station: PathBuf,
    },
    /// Let somebody in no more
    Remove {
        /// The station file of whoever owns the station
        station: PathBuf,
        /// The name
        name: String,
    },
}

fn address(text: &str) -> Result<Address, String> {
    Address::parse(text).map_err(|_| "postgresql".to_owned())
}

fn role(text: &str) -> Result<Role, String> {
    let words = Role::ALL.map(Role::as_str).join(", ");
    Role::parse(text).ok_or_else(|| format!("one_of {words}"))
}
