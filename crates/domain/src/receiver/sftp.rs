//! A folder on a server, as a receiver names it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A folder on a server that is reached by SFTP. What signs in is kept by the system, never here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sftp {
    /// The server's name or number in the net.
    pub host: String,
    /// Its port.
    #[serde(default = "Sftp::usual_port")]
    pub port: u16,
    /// Who signs in.
    pub user: String,
    /// The folder; one that does not begin with a slash lies in the user's own.
    pub folder: String,
    /// The fingerprint of the server's key, `SHA256:…`. Nothing is handed to a server that does not prove to hold this key, nor
    /// to any before one is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host_key: Option<String>,
    /// How to sign in.
    #[serde(default)]
    pub sign_in: SignIn,
}

/// How to sign in to a server.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum SignIn {
    /// By a password, which the system's keyring keeps.
    #[default]
    Password,
    /// By the private key in a file; one that is no absolute path lies beside the station file. The keyring keeps its
    /// passphrase, if it has one.
    Key(String),
}

/// What is wrong with a folder on a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// The host is no name or number.
    Host,
    /// The port is 0.
    Port,
    /// No user, or none that a line holds.
    User,
    /// No folder, or none that a line holds.
    Folder,
    /// The fingerprint of the key has another form.
    HostKey,
    /// The file of the key is not named.
    Key,
}

impl Sftp {
    /// The port where nobody says.
    pub fn usual_port() -> u16 {
        22
    }

    /// What `user@host/folder`, `user@host:2222/folder` or `sftp://…` names. A folder in the user's own is written `/~/folder`;
    /// a host that is a number of version 6 stands in brackets.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.strip_prefix("sftp://").unwrap_or(text);
        let (place, folder) = text.split_once('/')?;
        let (user, server) = place.rsplit_once('@')?;
        let (host, port) = match server.strip_prefix('[') {
            Some(rest) => {
                let (host, port) = rest.split_once(']')?;
                (host, port.strip_prefix(':').or(port.is_empty().then_some("22"))?)
            }
            None => server.split_once(':').unwrap_or((server, "22")),
        };
        let parsed = Self {
            host: host.to_owned(),
            port: port.parse().ok()?,
            user: user.to_owned(),
            folder: match folder.strip_prefix("~/") {
                Some(own) => own.to_owned(),
                None if folder == "~" => ".".to_owned(),
                None => format!("/{folder}"),
            },
            host_key: None,
            sign_in: SignIn::Password,
        };
        parsed.flaws().is_empty().then_some(parsed)
    }

    /// The account: `user@host:22`.
    pub fn account(&self) -> String {
        let Self { host, port, user, .. } = self;
        match host.contains(':') {
            true => format!("{user}@[{host}]:{port}"),
            false => format!("{user}@{host}:{port}"),
        }
    }

    /// What is wrong with it.
    pub fn flaws(&self) -> Vec<Flaw> {
        let is_line = |text: &str| !text.trim().is_empty() && !text.contains(char::is_control);
        let is_host = is_line(&self.host) && !self.host.contains(|c: char| c.is_whitespace() || "/@[]\\".contains(c));
        let key_file = match &self.sign_in {
            SignIn::Password => true,
            SignIn::Key(file) => is_line(file),
        };
        let flaws = [
            (is_host, Flaw::Host),
            (self.port != 0, Flaw::Port),
            (is_line(&self.user) && !self.user.contains('/'), Flaw::User),
            (is_line(&self.folder), Flaw::Folder),
            (self.host_key.as_deref().is_none_or(is_fingerprint), Flaw::HostKey),
            (key_file, Flaw::Key),
        ];
        let bad = flaws.into_iter().filter(|(good, _)| !good);
        bad.map(|(_, flaw)| flaw).collect()
    }
}

impl fmt::Display for Sftp {
    /// As it is typed: `sftp://user@host:22/folder`.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let own = if self.folder.starts_with('/') { "" } else { "/~/" };
        write!(to, "sftp://{}{own}{}", self.account(), self.folder)
    }
}

/// Whether a text is the fingerprint of a key as `ssh-keygen -l` writes it: SHA-256 in Base64 without its padding.
pub fn is_fingerprint(text: &str) -> bool {
    text.strip_prefix("SHA256:").is_some_and(|hash| {
        let good = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/');
        hash.len() == 43 && hash.chars().all(good)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back_as_it_is_written() {
        for (typed, written) in [
            ("arna@ftp.khabar.kz/incoming", "sftp://arna@ftp.khabar.kz:22/incoming"),
            (
                "sftp://arna@ftp.khabar.kz:2222/~/in/week",
                "sftp://arna@ftp.khabar.kz:2222/~/in/week",
            ),
            ("a@b@[2001:db8::1]:22/", "sftp://a@b@[2001:db8::1]:22/"),
            ("arna@10.0.0.7/~", "sftp://arna@10.0.0.7:22/~/."),
        ] {
            let read = Sftp::parse(typed).unwrap_or_else(|| panic!("{typed}"));
            assert_eq!(read.to_string(), written);
            assert_eq!(Sftp::parse(written), Some(read));
        }
        for wrong in [
            "",
            "host/folder",
            "arna@host",
            "@host/f",
            "arna@/f",
            "a@h:0/f",
            "a@h:x/f",
            "a@h ost/f",
            "a@h/\n",
        ] {
            assert_eq!(Sftp::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_fingerprint_has_one_form() {
        let good = "SHA256:UDPNtkWCgYbVe1ZpdHuTRYkcRUVYDvXKcRyA8PmPdQw";
        assert!(is_fingerprint(good));
        for bad in [
            "",
            "SHA256:",
            &good[..49],
            "MD5:16:27:ac:a5:76:28:2d:36",
            &good.replace('U', "="),
        ] {
            assert!(!is_fingerprint(bad), "{bad}");
        }
    }
}
