//! Who may what on a server: accounts are logins of the database with roles.

use super::SharedError;
use super::line::{Access, Line, Password};

/// What an account may do. What an account may not, the database refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Read.
    Viewer,
    /// Decide what airs on the channels named: airings, pins, what aired.
    Planner,
    /// Keep everything else by hand: the catalogue, licences, channels, the grid, campaigns, receivers.
    Editor,
    /// Publish and hand out revisions of the channels named.
    Publisher,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Viewer, Self::Planner, Self::Editor, Self::Publisher];

    /// Its word: the message `role-<word>`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Viewer => "viewer",
            Self::Planner => "planner",
            Self::Editor => "editor",
            Self::Publisher => "publisher",
        }
    }

    /// The role of this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == word)
    }
}

/// Who may what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// As what one signs in.
    pub login: String,
    /// What it may do.
    pub roles: Vec<Role>,
    /// On which channels a planner or publisher may; none: on all.
    pub channels: Option<Vec<String>>,
}

/// Who may what, and whether whoever asks may change it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accounts {
    /// By login.
    pub all: Vec<Account>,
    /// Whether the server lets whoever asks change them.
    pub may_change: bool,
}

/// Lets somebody in, or says anew what he may. A new login has a password.
///
/// # Errors
/// What the server refuses: whoever asks is to own the station there, and may make logins.
pub fn account_set(access: &Access, account: &Account, password: Option<&Password>) -> Result<(), SharedError> {
    let Account { login, roles, channels } = account.clone();
    let roles: Vec<&str> = roles.into_iter().map(Role::as_str).collect();
    let verifier = password.map(Password::verifier);
    Line::to_station(access)?.ask(|client| async move {
        let sql = "SELECT admit($1, $2, $3, $4)";
        client.execute(sql, &[&login, &verifier, &roles, &channels]).await?;
        Ok(())
    })
}

/// Who may what. The server is asked whether it lets whoever asks change it: by what it refuses him by otherwise.
///
/// # Errors
/// That the server is not there.
pub fn account_list(access: &Access) -> Result<Accounts, SharedError> {
    let (rows, may_change) = Line::to_station(access)?.ask(|client| async move {
        let may = "SELECT has_function_privilege('arna.admit(text, text, text[], text[])', 'EXECUTE')
                      AND has_table_privilege('arna.account', 'INSERT')";
        let may_change = client.query_one(may, &[]).await?.get(0);
        let sql = "SELECT login, roles, channels FROM account ORDER BY login";
        Ok((client.query(sql, &[]).await?, may_change))
    })?;
    let account = |row: &tokio_postgres::Row| {
        let roles: Vec<String> = row.get(1);
        Account {
            login: row.get(0),
            roles: roles.iter().filter_map(|word| Role::parse(word)).collect(),
            channels: row.get(2),
        }
    };
    Ok(Accounts {
        all: rows.iter().map(account).collect(),
        may_change,
    })
}

/// Lets somebody in no more; whether he was let in.
///
/// # Errors
/// What the server refuses.
pub fn account_remove(access: &Access, login: &str) -> Result<bool, SharedError> {
    let login = login.to_owned();
    Line::to_station(access)?.ask(|client| async move {
        let row = client.query_one("SELECT dismiss($1)", &[&login]).await?;
        Ok(row.get(0))
    })
}
