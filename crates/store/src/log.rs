//! The log beside a file (SQLite's write-ahead log), looked at for tears: what lies behind one SQLite passes over in silence.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::Path;

use crate::identity::{beside, number};

const HEAD: usize = 32;
/// What comes before each page: its number, the file's pages where a change ends, two salts and a checksum.
const FRAME: usize = 24;

/// How many changes that were written to its end lie behind a tear of the log beside a file. One may be a change that was under
/// way when power failed, and was not acknowledged; with more, something is lost that was.
pub(crate) fn changes_behind_tear(path: &Path) -> io::Result<usize> {
    let mut file = match File::open(beside(path, "-wal")) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
        file => file?,
    };
    let mut log = Vec::new();
    file.read_to_end(&mut log)?;
    let mut head = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.take(HEAD as u64).read_to_end(&mut head)?;
    // Begun anew while it was read: whoever writes it is there, and sees to it.
    Ok(if log.starts_with(&head) { behind_tear(&log) } else { 0 })
}

fn behind_tear(log: &[u8]) -> usize {
    let Some((head, frames)) = log.split_at_checked(HEAD) else {
        return 0;
    };
    let page = number(head, 8) as usize;
    if !(512..=65_536).contains(&page) || frames.len() < FRAME {
        return 0;
    }
    let words: Words = if number(head, 0) & 1 == 0 {
        u32::from_le_bytes
    } else {
        u32::from_be_bytes
    };
    let mut sum = summed((0, 0), &head[..24], words);
    let is_whole = sum == pair(head, 24);
    // A head that is not whole has no salts to go by: the first page has.
    let salts = if is_whole { pair(head, 16) } else { pair(frames, 8) };
    let mut is_torn = !is_whole;
    let mut behind = 0;
    for frame in frames.chunks_exact(FRAME + page) {
        sum = summed(summed(sum, &frame[..8], words), &frame[FRAME..], words);
        is_torn |= pair(frame, 8) != salts || sum != pair(frame, 16);
        let ends_change = number(frame, 4) != 0;
        behind += usize::from(is_torn && ends_change && pair(frame, 8) == salts);
    }
    behind
}

type Words = fn([u8; 4]) -> u32;

fn pair(bytes: &[u8], at: usize) -> (u32, u32) {
    (number(bytes, at), number(bytes, at + 4))
}

/// SQLite's checksum of a log, carried on.
fn summed((mut one, mut two): (u32, u32), bytes: &[u8], words: Words) -> (u32, u32) {
    for eight in bytes.chunks_exact(8) {
        let word = |at: usize| words([eight[at], eight[at + 1], eight[at + 2], eight[at + 3]]);
        one = one.wrapping_add(word(0)).wrapping_add(two);
        two = two.wrapping_add(word(4)).wrapping_add(one);
    }
    (one, two)
}
