//! The tables of a station on a server, taken over into the newest form by whoever owns them there.

use super::line::{Access, Line};
use super::{SharedError, line};
use crate::postgres;

/// Takes a station on a server over into the newest form, in one transaction; from which, and into which. Desks that are connected
/// work on; older programs are let in no more.
///
/// # Errors
/// [`SharedError::Newer`]; [`SharedError::NotPermitted`] for whoever does not own the station there; that the server is not there.
pub fn upgrade(access: &Access) -> Result<(i64, i64), SharedError> {
    let line = Line::open(access)?;
    let run = |sql: String| -> Result<(), SharedError> {
        Ok(line.ask_within(access.patience.whole, |client| async move {
            client.batch_execute(&sql).await
        })?)
    };
    // A connection that is dropped takes all of it back. Whoever does not own the table may not lock it.
    run("BEGIN; LOCK TABLE station IN SHARE ROW EXCLUSIVE MODE".to_owned())?;
    let form = line::form_of(&line)?;
    for text in postgres::from_form(form) {
        run(text.to_owned())?;
    }
    run(format!("UPDATE station SET form = {}; COMMIT", postgres::FORM))?;
    Ok((form, postgres::FORM))
}
