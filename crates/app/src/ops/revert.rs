//! One entry of the journal taken back on its own.

use arna_domain::values;

use crate::desk::{Change, Desk, Hand, entry};
use crate::failure::Failure;

impl Desk {
    /// Takes back what an entry of the journal did, whatever was done since, as a new entry of its own.
    ///
    /// # Errors
    /// `no_such_entry`, `entry_undone`; `touched_since` with the later entry that changed the same; what would be wrong with the
    /// station afterwards; when the file cannot be written.
    pub fn revert(&mut self, number: i64, hand: &Hand) -> Result<Change, Failure> {
        self.take_back(number, None, hand)
    }

    /// Takes back the entry that undo or redo is to take back on a shared station; none where there is none.
    pub(crate) fn take_back_next(&mut self, by: &str, hand: &Hand) -> Result<Option<Change>, Failure> {
        let (undo, redo) = self.next_steps()?;
        let next = if by == "undo" { undo } else { redo };
        next.map(|next| self.take_back(next.number, Some(by), hand)).transpose()
    }

    fn take_back(&mut self, number: i64, by: Option<&str>, hand: &Hand) -> Result<Change, Failure> {
        let reverted = self.store().entry(number)?;
        let mut args = values! { "number" => number };
        if let Some(by) = by {
            args.insert("by".to_owned(), by.into());
        }
        if let Some(reverted) = reverted {
            args.insert("reverted".to_owned(), reverted.op.into());
            for (name, value) in reverted.args {
                // Whether that undid something says nothing of this.
                if name != "by" {
                    args.entry(name).or_insert(value);
                }
            }
        }
        let entry = entry("revert", args, hand);
        self.commit(&entry, |edit| edit.revert(number).map(drop))
    }
}
