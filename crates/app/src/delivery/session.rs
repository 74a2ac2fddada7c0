//! What is asked of a server that let somebody in. All of it bears to be asked twice: an answer may be lost with its connection.

use std::future::Future;
use std::time::Duration;

use arna_domain::values;
use arna_store::hexadecimal;
use russh::ChannelMsg;
use russh::client::Handle;
use russh_sftp::client::RawSftpSession;
use russh_sftp::client::error::Error;
use russh_sftp::extensions::{FSYNC, HARDLINK, HardlinkExtension, STATVFS};
use russh_sftp::protocol::{FileAttributes, OpenFlags, Packet, StatusCode};
use sha2::{Digest as _, Sha256};
use tokio::time::timeout;

use super::server::Guard;
use crate::failure::Failure;

/// Renames over what is there; without it a server refuses to.
const POSIX_RENAME: &str = "posix-rename@openssh.com";
/// So much every server takes and gives at once.
const CHUNK: usize = 32_768;
/// How much of a server's own words is handed on.
const WORDS: usize = 200;

/// Why something was not done.
#[derive(Debug)]
pub(super) enum Trouble {
    /// There is no connection, or it is gone.
    Lost(String),
    /// The server did not answer in this time.
    Slow(Duration),
    /// The server's answer.
    Answer(StatusCode, String),
    /// The server has no room.
    Full,
    /// What the server holds is not what it was sent.
    NotWhole,
    /// Nothing that passes by itself.
    Failed(Failure),
}

impl From<russh::Error> for Trouble {
    fn from(error: russh::Error) -> Self {
        Self::Lost(error.to_string())
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        match error {
            Error::Status(status) => Self::Answer(status.status_code, words(&status.error_message)),
            other => Self::Lost(other.to_string()),
        }
    }
}

/// A server's words in one line.
fn words(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(WORDS).collect()
}

/// What lies somewhere on a server.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub(super) size: Option<u64>,
    pub(super) is_folder: bool,
    permissions: Option<u32>,
}

/// A file that is to be there, as it is to be.
#[derive(Clone)]
pub(super) struct Meant {
    pub(super) bytes: u64,
    pub(super) sha256: String,
}

/// A connection over which files are asked for.
pub(super) struct Session {
    raw: RawSftpSession,
    /// The connection, which ends when nobody holds it.
    _handle: Handle<Guard>,
    step: Duration,
    syncs: bool,
    links: bool,
    renames_over: bool,
    tells_room: bool,
}

impl Session {
    pub(super) async fn begin(handle: Handle<Guard>, step: Duration) -> Result<Self, Trouble> {
        let beginning = async {
            let mut channel = handle.channel_open_session().await?;
            channel.request_subsystem(true, "sftp").await?;
            loop {
                match channel.wait().await {
                    Some(ChannelMsg::Success) => break,
                    Some(ChannelMsg::Failure) => {
                        return Err(Trouble::Failed(Failure::new("sftp_no_service", values! {})));
                    }
                    Some(_) => {}
                    None => return Err(Trouble::Lost("the server closed the channel".to_owned())),
                }
            }
            let raw = RawSftpSession::new(channel.into_stream());
            // The limit of each step is kept here, to the millisecond.
            raw.set_timeout(u64::from(u32::MAX));
            let can = raw.init().await?.extensions;
            Ok((raw, can))
        };
        let (raw, can) = timeout(step, beginning).await.unwrap_or(Err(Trouble::Slow(step)))?;
        Ok(Self {
            raw,
            _handle: handle,
            step,
            syncs: can.contains_key(FSYNC),
            links: can.contains_key(HARDLINK),
            renames_over: can.contains_key(POSIX_RENAME),
            tells_room: can.contains_key(STATVFS),
        })
    }

    async fn timed<T>(&self, asked: impl Future<Output = Result<T, Error>>) -> Result<T, Trouble> {
        match timeout(self.step, asked).await {
            Ok(answer) => Ok(answer?),
            Err(_) => Err(Trouble::Slow(self.step)),
        }
    }

    /// What lies there; `None`: nothing.
    pub(super) async fn find(&self, path: &str) -> Result<Option<Found>, Trouble> {
        match self.timed(self.raw.stat(path)).await {
            Ok(found) => Ok(Some(Found {
                size: found.attrs.size,
                is_folder: found.attrs.is_dir(),
                permissions: found.attrs.permissions,
            })),
            Err(Trouble::Answer(StatusCode::NoSuchFile, _)) => Ok(None),
            Err(other) => Err(other),
        }
    }

    /// Whether a file is there as it is meant to be: every byte is read back.
    pub(super) async fn holds(&self, path: &str, meant: &Meant) -> Result<bool, Trouble> {
        let found = self.find(path).await?;
        if found.is_none_or(|found| found.is_folder || found.size != Some(meant.bytes)) {
            return Ok(false);
        }
        let none = FileAttributes::empty();
        let handle = self.timed(self.raw.open(path, OpenFlags::READ, none)).await?.handle;
        let (mut hash, mut at) = (Sha256::new(), 0);
        while at < meant.bytes {
            match self.timed(self.raw.read(handle.as_str(), at, CHUNK as u32)).await {
                Ok(part) if part.data.is_empty() => break,
                Ok(part) => {
                    hash.update(&part.data);
                    at += part.data.len() as u64;
                }
                Err(Trouble::Answer(StatusCode::Eof, _)) => break,
                Err(other) => return Err(other),
            }
        }
        self.timed(self.raw.close(handle)).await?;
        Ok(at == meant.bytes && hexadecimal(&hash.finalize()) == meant.sha256)
    }

    /// Writes a file that is to replace another, with the permissions of that, unless it is there already; onto the server's
    /// disk, where the server can say so, and looked at again.
    pub(super) async fn write(
        &self,
        path: &str,
        bytes: &[u8],
        meant: &Meant,
        old: Option<Found>,
    ) -> Result<(), Trouble> {
        if self.holds(path, meant).await? {
            return Ok(());
        }
        match self.write_through(path, bytes).await {
            Err(Trouble::Answer(StatusCode::Failure, why)) => {
                let full = self.has_no_room(path, meant.bytes).await;
                Err(if full {
                    Trouble::Full
                } else {
                    Trouble::Answer(StatusCode::Failure, why)
                })
            }
            other => other,
        }?;
        if let Some(permissions) = old.and_then(|old| old.permissions) {
            let mut attributes = FileAttributes::empty();
            attributes.permissions = Some(permissions);
            // A server that keeps permissions to itself takes the file all the same.
            match self.timed(self.raw.setstat(path, attributes)).await {
                Ok(_) | Err(Trouble::Answer(..)) => {}
                Err(other) => return Err(other),
            }
        }
        match self.holds(path, meant).await? {
            true => Ok(()),
            false => Err(Trouble::NotWhole),
        }
    }

    async fn write_through(&self, path: &str, bytes: &[u8]) -> Result<(), Trouble> {
        let flags = OpenFlags::CREATE | OpenFlags::TRUNCATE | OpenFlags::WRITE;
        let none = FileAttributes::empty();
        let handle = self.timed(self.raw.open(path, flags, none)).await?.handle;
        let mut at = 0;
        for part in bytes.chunks(CHUNK) {
            self.timed(self.raw.write(handle.as_str(), at, part.to_vec())).await?;
            at += part.len() as u64;
        }
        if self.syncs {
            self.timed(self.raw.fsync(handle.as_str())).await?;
        }
        self.timed(self.raw.close(handle)).await?;
        Ok(())
    }

    async fn has_no_room(&self, path: &str, bytes: u64) -> bool {
        let folder = path.rfind('/').map_or(".", |end| &path[..=end]);
        if !self.tells_room {
            return false;
        }
        let told = self.timed(self.raw.statvfs(folder)).await;
        told.is_ok_and(|told| told.blocks_avail.saturating_mul(told.fragment_size) < bytes)
    }

    /// Gives the file at a place a second name, or another where the server has no second names; whether there was one.
    pub(super) async fn set_aside(&self, place: &str, aside: &str) -> Result<bool, Trouble> {
        if self.find(place).await?.is_none() {
            return Ok(self.find(aside).await?.is_some());
        }
        self.remove(aside).await?;
        if self.links && self.renames_over {
            match self.timed(self.raw.hardlink(place, aside)).await {
                Ok(_) => return Ok(true),
                // Not every disk has second names.
                Err(Trouble::Answer(..)) => {}
                Err(other) => return Err(other),
            }
        }
        self.timed(self.raw.rename(place, aside)).await?;
        Ok(true)
    }

    /// Renames a file of this size over a place.
    pub(super) async fn put(&self, from: &str, place: &str, size: u64) -> Result<(), Trouble> {
        match self.rename(from, place).await {
            Err(Trouble::Answer(code, why)) => {
                let moved = self.find(from).await?.is_none();
                let there = self.find(place).await?.and_then(|found| found.size) == Some(size);
                if moved && there {
                    Ok(())
                } else {
                    Err(Trouble::Answer(code, why))
                }
            }
            other => other,
        }
    }

    /// Gives a place back what was set aside; nothing was: what is there now goes.
    pub(super) async fn put_back(&self, place: &str, aside: Option<&str>) -> Result<(), Trouble> {
        let Some(aside) = aside else {
            return self.remove(place).await;
        };
        if self.find(aside).await?.is_none() {
            return Ok(());
        }
        if !self.renames_over {
            self.remove(place).await?;
        }
        self.rename(aside, place).await
    }

    async fn rename(&self, from: &str, to: &str) -> Result<(), Trouble> {
        if !self.renames_over {
            self.timed(self.raw.rename(from, to)).await?;
            return Ok(());
        }
        let names = HardlinkExtension {
            oldpath: from.to_owned(),
            newpath: to.to_owned(),
        };
        let names: Vec<u8> = names.try_into().map_err(Error::from)?;
        match self.timed(self.raw.extended(POSIX_RENAME, names)).await? {
            Packet::Status(status) if status.status_code == StatusCode::Ok => Ok(()),
            Packet::Status(status) => Err(Error::Status(status).into()),
            _ => Err(Error::UnexpectedPacket.into()),
        }
    }

    /// Removes a file, if it is there.
    pub(super) async fn remove(&self, path: &str) -> Result<(), Trouble> {
        match self.timed(self.raw.remove(path)).await {
            Ok(_) | Err(Trouble::Answer(StatusCode::NoSuchFile, _)) => Ok(()),
            Err(other) => Err(other),
        }
    }

    /// Makes a folder; whether it was not there.
    pub(super) async fn make_folder(&self, path: &str) -> Result<bool, Trouble> {
        if self.find(path).await?.is_some_and(|found| found.is_folder) {
            return Ok(false);
        }
        self.timed(self.raw.mkdir(path, FileAttributes::empty())).await?;
        Ok(true)
    }

    /// Removes a folder that is empty.
    pub(super) async fn remove_folder(&self, path: &str) -> Result<(), Trouble> {
        self.timed(self.raw.rmdir(path)).await?;
        Ok(())
    }

    /// The names in a folder.
    pub(super) async fn names(&self, folder: &str) -> Result<Vec<String>, Trouble> {
        let handle = self.timed(self.raw.opendir(folder)).await?.handle;
        let mut names = Vec::new();
        loop {
            match self.timed(self.raw.readdir(handle.as_str())).await {
                Ok(some) => names.extend(some.files.into_iter().map(|one| one.filename)),
                Err(Trouble::Answer(StatusCode::Eof, _)) => break,
                Err(other) => return Err(other),
            }
        }
        self.timed(self.raw.close(handle)).await?;
        Ok(names)
    }
}
