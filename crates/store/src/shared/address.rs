//! Where a station on a server lies, and as whom one signs in.

use std::fmt;

use super::SharedError;

const PORT: u16 = 5432;

/// Where a station on a server lies, and as whom one signs in: `postgresql://login@host:port/database`. A password stands in none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// As whom.
    pub login: String,
    /// The server's name or number.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// The database.
    pub database: String,
}

impl Address {
    /// The address that a text is.
    ///
    /// # Errors
    /// [`SharedError::Address`], also where a password stands in it: it would be kept with the station.
    pub fn parse(text: &str) -> Result<Self, SharedError> {
        let parsed = Self::read(text);
        parsed.ok_or_else(|| SharedError::Address {
            found: without_password(text),
        })
    }

    fn read(text: &str) -> Option<Self> {
        let rest = text
            .strip_prefix("postgresql://")
            .or_else(|| text.strip_prefix("postgres://"))?;
        let (login, place) = rest.split_once('@')?;
        let (server, database) = place.split_once('/')?;
        let (host, port) = match server.strip_prefix('[') {
            Some(numbers) => {
                let (host, port) = numbers.split_once(']')?;
                (host, port.strip_prefix(':'))
            }
            None => server
                .split_once(':')
                .map_or((server, None), |(host, port)| (host, Some(port))),
        };
        let is_plain = |text: &str| {
            !text.is_empty() && text.len() <= 63 && text.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c))
        };
        let is_host = !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || "-.:_".contains(c));
        let port = port.map_or(Some(PORT), |port| port.parse().ok().filter(|port| *port > 0))?;
        (is_plain(login) && is_plain(database) && is_host).then(|| Self {
            login: login.to_owned(),
            host: host.to_owned(),
            port,
            database: database.to_owned(),
        })
    }

    /// Without who signs in, as it is told: `host/database`.
    pub fn server(&self) -> String {
        let port = match self.port {
            PORT => String::new(),
            port => format!(":{port}"),
        };
        format!("{}{port}/{}", self.host, self.database)
    }
}

fn without_password(text: &str) -> String {
    match (text.split_once("://"), text.rsplit_once('@')) {
        (Some((scheme, rest)), Some((_, place))) if rest.contains('@') => {
            let login = rest.split([':', '@']).next().unwrap_or_default();
            format!("{scheme}://{login}@{place}")
        }
        _ => text.to_owned(),
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let host = match self.host.contains(':') {
            true => format!("[{}]", self.host),
            false => self.host.clone(),
        };
        write!(f, "postgresql://{}@{host}:{}/{}", self.login, self.port, self.database)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_is_written() {
        for (text, server) in [
            (
                "postgresql://aigul@db.khabar.kz:5433/station",
                "db.khabar.kz:5433/station",
            ),
            ("postgresql://aigul.b@10.0.0.7:5432/kz_2024", "10.0.0.7/kz_2024"),
            ("postgresql://x@[::1]:5432/s", "::1/s"),
        ] {
            let address = Address::parse(text).unwrap();
            assert_eq!(address.to_string(), text);
            assert_eq!(address.server(), server);
        }
        assert_eq!(Address::parse("postgres://a@b/c").unwrap().port, 5432);
    }

    #[test]
    fn what_is_none_is_refused_and_no_password_is_told() {
        for text in [
            "",
            "khabar.kz/station",
            "postgresql://khabar.kz/station",
            "postgresql://a@b",
            "postgresql://a@b/",
            "postgresql://a@b:0/c",
            "postgresql://a@b:99999/c",
            "postgresql://a@b/c?sslmode=disable",
            "postgresql://a@/c",
            "postgresql://a'b@c/d",
            "mysql://a@b/c",
        ] {
            assert!(Address::parse(text).is_err(), "{text}");
        }
        let refused = Address::parse("postgresql://aigul:se@cret@db/station").unwrap_err();
        assert_eq!(refused.values()["found"], "postgresql://aigul@db/station");
    }
}
