//! Published revisions and what was handed out of them: history that only grows. The journal does not tell of it.

use arna_domain::{BroadcastDate, ChannelId, DateRange, Instant};
use rusqlite::{Connection, OptionalExtension, Row, params};
use sha2::{Digest as _, Sha256};

use crate::{Store, StoreError, sqlite};

/// A channel's schedule of some dates as it was published, without its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The channel.
    pub channel: ChannelId,
    /// Its number among the channel's, from 1.
    pub number: i64,
    /// The broadcast dates.
    pub range: DateRange,
    /// Who published it.
    pub author: String,
    /// When.
    pub at: Instant,
    /// The SHA-256 of its content, in hexadecimal.
    pub content_sha256: String,
    /// The hash of the channel's revision before; empty for the first.
    pub previous: String,
    /// Its own hash: of all of the above.
    pub sha256: String,
}

impl Revision {
    /// The revision that follows the channel's last.
    pub fn after(
        last: Option<&Self>,
        channel: &ChannelId,
        range: DateRange,
        content: &str,
        (author, at): (&str, Instant),
    ) -> Self {
        let link = Link {
            channel: channel.to_string(),
            number: last.map_or(1, |last| last.number + 1),
            from: range.from.to_string(),
            days: i64::from(range.days),
            author: author.to_owned(),
            at_ms: at.ms(),
            content_sha256: sha256(content.as_bytes()),
            previous: last.map_or_else(String::new, |last| last.sha256.clone()),
        };
        Self {
            sha256: link.sha256(),
            channel: channel.clone(),
            number: link.number,
            range,
            author: link.author,
            at,
            content_sha256: link.content_sha256,
            previous: link.previous,
        }
    }
}

/// The SHA-256 of bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// A hash as it is written.
pub fn hexadecimal(hash: &[u8]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a revision's hash is of, as the file holds it.
struct Link {
    channel: String,
    number: i64,
    from: String,
    days: i64,
    author: String,
    at_ms: i64,
    content_sha256: String,
    previous: String,
}

impl Link {
    /// The hash of the JSON list `["arna-revision/1", channel, number, from, days, author, at, content, previous]`, written
    /// without spaces; the instant in milliseconds.
    fn sha256(&self) -> String {
        let Self {
            channel,
            number,
            from,
            days,
            author,
            at_ms,
            content_sha256,
            previous,
        } = self;
        let list = serde_json::json!([
            "arna-revision/1",
            channel,
            number,
            from,
            days,
            author,
            at_ms,
            content_sha256,
            previous
        ]);
        sha256(list.to_string().as_bytes())
    }
}

/// A file that was handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The channel.
    pub channel: ChannelId,
    /// The number of the revision.
    pub revision: i64,
    /// The receiver.
    pub receiver: String,
    /// The form: `xmltv`.
    pub form: String,
    /// Where it was put.
    pub place: String,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
    /// Who handed it out.
    pub author: String,
    /// When.
    pub at: Instant,
}

/// A channel's revisions, looked through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// The channel.
    pub channel: String,
    /// How many revisions it has.
    pub revisions: i64,
    /// The hash of the last.
    pub last: String,
    /// The first that does not hold, if one does not.
    pub broken: Option<Broken>,
}

/// A link of a chain that does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The number of the revision.
    pub number: i64,
    /// What does not match.
    pub what: Mismatch,
}

/// What of a revision does not match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// Its number does not follow the one before: one is missing.
    Number,
    /// Its content is not what its hash is of.
    Content,
    /// It does not name the hash of the revision before.
    Previous,
    /// Its dates, its author, its time or what it names is not what its own hash is of.
    Hash,
    /// It was handed out and is not there.
    Missing,
}

impl Mismatch {
    /// Its word: the message `broken-<word>`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Content => "content",
            Self::Previous => "previous",
            Self::Hash => "hash",
            Self::Missing => "missing",
        }
    }
}

impl Store {
    /// Keeps a new revision, if there is one, and notes what is handed out: all of it, or nothing where `hand_out` fails. That is
    /// called last, when all else is done.
    ///
    /// # Errors
    /// What `hand_out` refuses; a revision that does not follow the channel's last; when the file cannot be written.
    pub fn publish(
        &mut self,
        new: Option<(&Revision, &str)>,
        deliveries: &[Delivery],
        hand_out: impl FnOnce() -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        if self.attachment().is_some() {
            return self.publish_shared(new, deliveries, hand_out);
        }
        self.write_beside(|connection| {
            if let Some((revision, content)) = new {
                insert(connection, revision, content)?;
            }
            for delivery in deliveries {
                note(connection, delivery)?;
            }
            hand_out()
        })
    }

    /// The revisions of a channel or of all, by channel and number.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn revisions(&self, channel: Option<&ChannelId>) -> Result<Vec<Revision>, StoreError> {
        let mut all = Vec::new();
        if !has_any(self.connection())? {
            return Ok(all);
        }
        let mut select = self.connection().prepare_cached(
            "SELECT channel, number, from_date, days, author, at_ms, content_sha256, previous, sha256
             FROM revision WHERE channel = $1 OR $1 IS NULL ORDER BY channel, number",
        )?;
        let mut rows = select.query([channel.map(ChannelId::as_str)])?;
        while let Some(row) = rows.next()? {
            all.push(revision(row)?);
        }
        Ok(all)
    }

    /// What a revision holds: an `arna-station/1` document.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn content_of(&self, channel: &ChannelId, number: i64) -> Result<Option<String>, StoreError> {
        if !has_any(self.connection())? {
            return Ok(None);
        }
        let mut select = self
            .connection()
            .prepare_cached("SELECT content FROM revision WHERE channel = $1 AND number = $2")?;
        let found = select.query_row(params![channel.as_str(), number], |row| row.get(0));
        Ok(found.optional()?)
    }

    /// What was handed out, newest first, of a channel or of all.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn deliveries(&self, channel: Option<&ChannelId>, most: u32) -> Result<Vec<Delivery>, StoreError> {
        let mut all = Vec::new();
        if !has_any(self.connection())? {
            return Ok(all);
        }
        let mut select = self.connection().prepare_cached(
            "SELECT channel, revision, receiver, form, place, bytes, sha256, author, at_ms
             FROM delivery WHERE channel = $1 OR $1 IS NULL ORDER BY number DESC LIMIT $2",
        )?;
        let mut rows = select.query(params![channel.map(ChannelId::as_str), most])?;
        while let Some(row) = rows.next()? {
            all.push(delivery(row)?);
        }
        Ok(all)
    }

    /// Looks through every chain: each revision's content against its hash, each hash against what it is of, each link against
    /// the revision before, and what was handed out against what is there.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn chains(&self) -> Result<Vec<Chain>, StoreError> {
        chains(self.connection())
    }
}

/// Every chain, looked through.
pub(crate) fn chains(connection: &Connection) -> Result<Vec<Chain>, StoreError> {
    let mut chains: Vec<Chain> = Vec::new();
    if !has_any(connection)? {
        return Ok(chains);
    }
    let mut select = connection.prepare(
        "SELECT channel, number, from_date, days, author, at_ms, content_sha256, previous, sha256, content
         FROM revision ORDER BY channel, number",
    )?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let link = link(row)?;
        let (own, content): (String, String) = (row.get(8)?, row.get(9)?);
        let begins = chains.last().is_none_or(|chain| chain.channel != link.channel);
        if begins {
            chains.push(Chain {
                channel: link.channel.clone(),
                revisions: 0,
                last: String::new(),
                broken: None,
            });
        }
        let Some(chain) = chains.last_mut() else { continue };
        let what = mismatch(chain, &link, &own, &content);
        let number = link.number;
        chain.broken = chain.broken.or(what.map(|what| Broken { number, what }));
        chain.revisions = number;
        chain.last = own;
    }
    find_missing(connection, &mut chains)?;
    Ok(chains)
}

fn mismatch(before: &Chain, link: &Link, own: &str, content: &str) -> Option<Mismatch> {
    let wrong = [
        (link.number != before.revisions + 1, Mismatch::Number),
        (sha256(content.as_bytes()) != link.content_sha256, Mismatch::Content),
        (link.previous != before.last, Mismatch::Previous),
        (link.sha256() != own, Mismatch::Hash),
    ];
    wrong.into_iter().find(|(wrong, _)| *wrong).map(|(_, what)| what)
}

/// Revisions that were handed out and are gone: of a chain that lost its end nothing else tells.
fn find_missing(connection: &Connection, chains: &mut Vec<Chain>) -> Result<(), StoreError> {
    let mut select = connection.prepare(
        "SELECT delivery.channel, min(delivery.revision) FROM delivery LEFT JOIN revision
         ON revision.channel = delivery.channel AND revision.number = delivery.revision
         WHERE revision.number IS NULL GROUP BY delivery.channel ORDER BY delivery.channel",
    )?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let (channel, number): (String, i64) = (row.get(0)?, row.get(1)?);
        let what = Mismatch::Missing;
        let broken = Some(Broken { number, what });
        match chains.iter_mut().find(|chain| chain.channel == channel) {
            Some(chain) => chain.broken = chain.broken.or(broken),
            None => chains.push(Chain {
                channel,
                revisions: 0,
                last: String::new(),
                broken,
            }),
        }
    }
    Ok(())
}

/// A file of an older form that is opened to read has none.
fn has_any(connection: &Connection) -> Result<bool, StoreError> {
    sqlite::has_table(connection, "revision")
}

/// Writes a revision.
pub(crate) const INSERT_REVISION: &str = "INSERT INTO revision
        (channel, number, from_date, days, author, at_ms, content, content_sha256, previous, sha256)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

/// Notes a file that was handed out.
pub(crate) const INSERT_DELIVERY: &str = "INSERT INTO delivery
        (number, channel, revision, receiver, form, place, bytes, sha256, author, at_ms)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

fn insert(connection: &Connection, revision: &Revision, content: &str) -> Result<(), StoreError> {
    let mut last = connection
        .prepare_cached("SELECT number, sha256 FROM revision WHERE channel = $1 ORDER BY number DESC LIMIT 1")?;
    let last: Option<(i64, String)> = last
        .query_row([revision.channel.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (number, previous) = last.unwrap_or_default();
    if (revision.number, &revision.previous) != (number + 1, &previous) {
        return Err(StoreError::damaged("a revision does not follow the last"));
    }
    connection.execute(
        INSERT_REVISION,
        params![
            revision.channel.as_str(),
            revision.number,
            revision.range.from.to_string(),
            revision.range.days,
            revision.author,
            revision.at.ms(),
            content,
            revision.content_sha256,
            revision.previous,
            revision.sha256
        ],
    )?;
    Ok(())
}

fn note(connection: &Connection, delivery: &Delivery) -> Result<(), StoreError> {
    let last: Option<i64> = connection.query_row("SELECT max(number) FROM delivery", [], |row| row.get(0))?;
    let bytes = i64::try_from(delivery.bytes).unwrap_or(i64::MAX);
    connection.execute(
        INSERT_DELIVERY,
        params![
            last.unwrap_or_default() + 1,
            delivery.channel.as_str(),
            delivery.revision,
            delivery.receiver,
            delivery.form,
            delivery.place,
            bytes,
            delivery.sha256,
            delivery.author,
            delivery.at.ms()
        ],
    )?;
    Ok(())
}

fn link(row: &Row<'_>) -> Result<Link, StoreError> {
    Ok(Link {
        channel: row.get(0)?,
        number: row.get(1)?,
        from: row.get(2)?,
        days: row.get(3)?,
        author: row.get(4)?,
        at_ms: row.get(5)?,
        content_sha256: row.get(6)?,
        previous: row.get(7)?,
    })
}

fn revision(row: &Row<'_>) -> Result<Revision, StoreError> {
    let link = link(row)?;
    let days = u32::try_from(link.days).ok();
    let range = BroadcastDate::parse(&link.from).and_then(|from| DateRange::new(from, days?));
    Ok(Revision {
        range: range.ok_or_else(|| StoreError::damaged("a revision's dates"))?,
        channel: ChannelId::new(link.channel),
        number: link.number,
        author: link.author,
        at: Instant::from_ms(link.at_ms),
        content_sha256: link.content_sha256,
        previous: link.previous,
        sha256: row.get(8)?,
    })
}

pub(crate) fn delivery(row: &Row<'_>) -> Result<Delivery, StoreError> {
    let bytes: i64 = row.get(5)?;
    Ok(Delivery {
        channel: ChannelId::new(row.get::<_, String>(0)?),
        revision: row.get(1)?,
        receiver: row.get(2)?,
        form: row.get(3)?,
        place: row.get(4)?,
        bytes: u64::try_from(bytes).unwrap_or_default(),
        sha256: row.get(6)?,
        author: row.get(7)?,
        at: Instant::from_ms(row.get(8)?),
    })
}
