//! Why something with a station on a server cannot be done.

use arna_domain::{Instant, Values, values};

/// Why something with a station on a server cannot be done. Neither file nor server has what was to be done, but for
/// [`SharedError::Unsure`]: what others did may have come into the file, and a [`Conflict`] is kept aside.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SharedError {
    /// The address of a server is none.
    #[error("{found:?} is no address of a station on a server")]
    Address {
        /// What was given.
        found: String,
    },
    /// Nobody vouches for a server by this file.
    #[error("no certificate can be read: {why}")]
    Authority {
        /// Why.
        why: String,
    },
    /// The file is no copy of a station on a server.
    #[error("the station lies on no server")]
    NotShared,
    /// The file is one already.
    #[error("the station lies on {server} already")]
    AlreadyShared {
        /// The server.
        server: String,
    },
    /// There is another station in the database.
    #[error("there is another station on {server}")]
    Taken {
        /// The server.
        server: String,
    },
    /// There is no station in the database.
    #[error("there is no station on {server}")]
    NoStation {
        /// The server.
        server: String,
    },
    /// A newer program made it.
    #[error("the station on {server} is of form {found}, this program knows forms up to {known}")]
    Newer {
        /// The server.
        server: String,
        /// The form of the server's tables.
        found: i64,
        /// The newest form known.
        known: i64,
    },
    /// An older program made it, and nobody took it over yet.
    #[error("the station on {server} is of form {found}, this program wants form {needed}")]
    Older {
        /// The server.
        server: String,
        /// The form of the server's tables.
        found: i64,
        /// The form that is wanted.
        needed: i64,
    },
    /// No password is known.
    #[error("no password of {login} on {server} is known")]
    NoPassword {
        /// The server.
        server: String,
        /// Who would sign in.
        login: String,
    },
    /// The server cannot be reached.
    #[error("{server} cannot be reached: {why}")]
    Unreachable {
        /// The server.
        server: String,
        /// What the system or the server says.
        why: String,
    },
    /// The server did not answer in time.
    #[error("{server} did not answer in {seconds} s")]
    Silent {
        /// The server.
        server: String,
        /// For how long it was waited.
        seconds: u64,
    },
    /// The server did not prove what it is.
    #[error("the certificate of {server}: {why}")]
    Certificate {
        /// The server.
        server: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// The server asks for the password in a way that would tell it.
    #[error("{server} takes no proof of a password: {why}")]
    SignIn {
        /// The server.
        server: String,
        /// What it does.
        why: String,
    },
    /// The password or the login is wrong.
    #[error("{server} does not let {login} in")]
    Password {
        /// The server.
        server: String,
        /// Who signs in.
        login: String,
    },
    /// Whoever is signed in has no right to it.
    #[error("{login} has no right to that: {what}")]
    NotPermitted {
        /// Who is signed in.
        login: String,
        /// The server's words.
        what: String,
        /// The kind of what would have been changed.
        kind: Option<String>,
        /// Which.
        id: Option<String>,
    },
    /// Another holds the server up.
    #[error("{server} is held up by another")]
    Busy {
        /// The server.
        server: String,
    },
    /// The server has entries that the file lacks.
    #[error("the server has entries that the file lacks")]
    Behind,
    /// Another published a revision of the channel.
    #[error("another revision of the channel was published")]
    PublishedMeanwhile,
    /// What an entry names is not as it says.
    #[error("not as it was: {what}")]
    NotAsItWas {
        /// The server's words.
        what: String,
    },
    /// An entry and somebody else's change the same. It is kept aside.
    #[error("{} changed {} meanwhile", .0.author, .0.id)]
    Conflict(Box<Conflict>),
    /// The connection ended before the server said whether it has the change.
    #[error("{server} went away before it said whether it has the change")]
    Unsure {
        /// The server.
        server: String,
    },
    /// The server's journal is not what the file's is.
    #[error("the server tells otherwise of entry {number}")]
    Diverged {
        /// The server.
        server: String,
        /// The entry.
        number: i64,
    },
    /// It wants the server, and the desk works without.
    #[error("the desk works without the server")]
    Offline,
    /// It is for a desk that works without the server.
    #[error("the desk works with the server")]
    Online,
    /// Nothing of this number is kept aside for a decision.
    #[error("nothing is kept aside under {number}")]
    NothingAside {
        /// The number.
        number: i64,
    },
    /// An entry that the server holds cannot be read.
    #[error("entry {number} of {author} on the server cannot be read: {what}")]
    Unreadable {
        /// Its number.
        number: i64,
        /// Whose it is.
        author: String,
        /// What is wrong with it.
        what: String,
    },
    /// Whoever asked broke it off.
    #[error("broken off")]
    BrokenOff,
    /// The station is on its way to a server, and its file stays as it is until it is there.
    #[error("the station is on its way to a server")]
    OnItsWay,
    /// The server refuses for a reason of its own.
    #[error("{server}: {why}")]
    Trouble {
        /// The server.
        server: String,
        /// Its words.
        why: String,
    },
}

/// What stands against doing an entry.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Conflict {
    /// Under which number the entry is kept aside.
    pub aside: i64,
    /// The kind of what both change.
    pub kind: String,
    /// What both change: the id of a record or channel.
    pub id: String,
    /// The other's entry; 0 where none tells of it.
    pub by: i64,
    /// What that did: the message `op-<code>`.
    pub op: String,
    /// Whose it is.
    pub author: String,
    /// When.
    pub at: Instant,
}

impl SharedError {
    /// The code: the message `failure-<code>`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Address { .. } => "shared_address",
            Self::Authority { .. } => "shared_authority",
            Self::NotShared => "shared_not",
            Self::AlreadyShared { .. } => "shared_already",
            Self::Taken { .. } => "shared_taken",
            Self::NoStation { .. } => "shared_no_station",
            Self::Newer { .. } => "shared_newer",
            Self::Older { .. } => "shared_older",
            Self::NoPassword { .. } => "shared_no_password",
            Self::Unreachable { .. } => "shared_unreachable",
            Self::Silent { .. } => "shared_silent",
            Self::Certificate { .. } => "shared_certificate",
            Self::SignIn { .. } => "shared_sign_in",
            Self::Password { .. } => "shared_password",
            Self::NotPermitted { .. } => "shared_not_permitted",
            Self::Busy { .. } | Self::Behind => "shared_busy",
            Self::PublishedMeanwhile => "shared_published_meanwhile",
            Self::NotAsItWas { .. } | Self::Trouble { .. } => "shared_trouble",
            Self::Unreadable { .. } => "shared_unreadable",
            Self::Conflict(_) => "shared_conflict",
            Self::Unsure { .. } => "shared_unsure",
            Self::Diverged { .. } => "shared_diverged",
            Self::Offline => "shared_offline",
            Self::Online => "shared_online",
            Self::NothingAside { .. } => "shared_nothing_aside",
            Self::BrokenOff => "shared_broken_off",
            Self::OnItsWay => "shared_on_its_way",
        }
    }

    /// The code's values.
    pub fn values(&self) -> Values {
        match self {
            Self::Address { found } => values! { "found" => found },
            Self::Authority { why } => values! { "why" => why },
            Self::AlreadyShared { server }
            | Self::Taken { server }
            | Self::NoStation { server }
            | Self::Busy { server }
            | Self::Unsure { server } => values! { "server" => server },
            Self::Newer { server, found, known } => values! { "server" => server, "found" => found, "known" => known },
            Self::Older { server, found, needed } => {
                values! { "server" => server, "found" => found, "needed" => needed }
            }
            Self::NoPassword { server, login } | Self::Password { server, login } => {
                values! { "server" => server, "login" => login }
            }
            Self::Unreachable { server, why } | Self::SignIn { server, why } | Self::Trouble { server, why } => {
                values! { "server" => server, "why" => why }
            }
            Self::Silent { server, seconds } => values! { "server" => server, "seconds" => seconds },
            Self::Certificate { server, why } => values! { "server" => server, "why" => why },
            Self::NotPermitted { login, what, kind, id } => {
                values! { "login" => login, "what" => what, "kind" => kind, "id" => id }
            }
            Self::NotAsItWas { what } => values! { "server" => "", "why" => what },
            Self::Unreadable { number, author, what } => {
                values! { "number" => number, "author" => author, "why" => what }
            }
            Self::Conflict(conflict) => conflict.values(),
            Self::Diverged { server, number } => values! { "server" => server, "number" => number },
            Self::NothingAside { number } => values! { "number" => number },
            Self::Behind => values! { "server" => "" },
            Self::NotShared
            | Self::PublishedMeanwhile
            | Self::Offline
            | Self::Online
            | Self::BrokenOff
            | Self::OnItsWay => values! {},
        }
    }
}

impl Conflict {
    /// Its values, for the message `failure-shared_conflict`.
    pub fn values(&self) -> Values {
        let Self {
            aside,
            kind,
            id,
            by,
            op,
            author,
            at,
        } = self;
        values! {
            "aside" => aside, "kind" => kind, "id" => id, "by" => by, "op" => op, "author" => author, "at" => at.to_string()
        }
    }
}
