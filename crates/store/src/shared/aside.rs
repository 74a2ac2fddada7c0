//! Entries kept aside: done here, not in the journal, since the server's went on otherwise meanwhile. None is ever taken out.

use arna_domain::{Instant, Values};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::again::{Fit, Manner, fit};
use super::push::{self, Sent};
use super::undo::{BY, REVERT};
use super::{Conflict, SharedError};
use crate::edit::Edit;
use crate::journal::{self, Change, ChangeKind, Columns, Entry, Step};
use crate::store::Store;
use crate::{StoreError, sqlite};

/// An entry kept aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Its number among what is kept aside.
    pub number: i64,
    /// What it does: the message `op-<code>`.
    pub op: String,
    /// With what values.
    pub args: Values,
    /// When it was done here.
    pub at: Instant,
    /// What became of it.
    pub state: AsideState,
    /// What stands against it.
    pub why: Option<Conflict>,
    pub(super) steps: Vec<Step>,
    /// The last entry that both had when it was kept; of what is done, which entry of the journal it is.
    base: i64,
}

/// How an entry is tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    /// As any: others may be quicker once more.
    Free,
    /// With others waiting meanwhile, who else might be quicker again and again.
    Held,
}

/// What became of an entry kept aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsideState {
    /// It is to be done again.
    Waiting,
    /// A person decides.
    Conflict,
    /// It was decided that what others did stays.
    Left,
    /// It is in the journal.
    Done,
}

impl AsideState {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Waiting, "waiting"),
        (Self::Conflict, "conflict"),
        (Self::Left, "left"),
        (Self::Done, "done"),
    ];

    /// Its word: the message `aside-<word>`.
    pub fn as_str(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(one, _)| *one == self)
            .map_or("", |(_, word)| word)
    }

    fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, one)| *one == word).map(|(state, _)| *state)
    }

    /// Whether something is to be done about it yet.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Conflict)
    }
}

/// Keeps an entry aside; under which number.
pub(super) fn keep(connection: &Connection, base: i64, entry: &Entry, steps: &[Step]) -> Result<i64, StoreError> {
    let number = next_number(connection)?;
    let rows: Vec<Columns> = steps.iter().map(Step::columns).collect();
    connection.execute(
        "INSERT INTO aside (number, base, op, args, at_ms, steps, state, why)
         VALUES ($1, $2, $3, $4, $5, $6, 'waiting', '')",
        params![
            number,
            base,
            entry.op,
            serde_json::to_string(&entry.args)?,
            entry.at.ms(),
            serde_json::to_string(&rows)?
        ],
    )?;
    Ok(number)
}

pub(super) fn next_number(connection: &Connection) -> Result<i64, StoreError> {
    let last: Option<i64> = connection.query_row("SELECT max(number) FROM aside", [], |row| row.get(0))?;
    Ok(last.unwrap_or_default() + 1)
}

fn decide(connection: &Connection, number: i64, state: AsideState, why: Option<&Conflict>) -> Result<(), StoreError> {
    let why = why.map(serde_json::to_string).transpose()?;
    connection.execute(
        "UPDATE aside SET state = $1, why = coalesce($2, why) WHERE number = $3",
        params![state.as_str(), why, number],
    )?;
    Ok(())
}

/// It is in the journal, as this entry.
fn decide_done(connection: &Connection, number: i64, entry: i64) -> Result<(), StoreError> {
    let sql = "UPDATE aside SET state = $1, base = $2 WHERE number = $3";
    connection.execute(sql, params![AsideState::Done.as_str(), entry, number])?;
    Ok(())
}

/// The value of an entry that takes back one which was done without the server as well: which of what is kept aside that is.
const OF_ASIDE: &str = "of_aside";

/// What was done without the server is called anew when it comes to the server. So an entry that takes back another of these says
/// which of what is kept aside that is: `first` is the one of the first entry after `since`.
pub(super) fn refer(entry: &mut Entry, since: i64, first: i64) {
    let number = entry.args.get("number").and_then(serde_json::Value::as_i64);
    if let Some(number) = number.filter(|&number| entry.op == REVERT && number > since) {
        let aside = first + (number - since - 1);
        entry.args.insert(OF_ASIDE.to_owned(), aside.into());
    }
}

/// The values of an entry with the number that the one which it takes back has in the journal. Where that is not there, it takes
/// back nothing that undo could know.
fn called_anew(connection: &Connection, mut args: Values) -> Result<Values, StoreError> {
    let Some(number) = args.remove(OF_ASIDE) else {
        return Ok(args);
    };
    let sql = "SELECT base FROM aside WHERE number = $1 AND state = $2";
    let entry = connection.query_row(sql, params![number.as_i64(), AsideState::Done.as_str()], |row| {
        row.get::<_, i64>(0)
    });
    match entry.optional()? {
        Some(entry) => drop(args.insert("number".to_owned(), entry.into())),
        None => drop(args.remove(BY)),
    }
    Ok(args)
}

fn all(connection: &Connection) -> Result<Vec<Aside>, StoreError> {
    if !sqlite::has_table(connection, "aside")? {
        return Ok(Vec::new());
    }
    let mut select = connection
        .prepare_cached("SELECT number, base, op, args, at_ms, steps, state, why FROM aside ORDER BY number")?;
    let mut rows = select.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(aside(row)?);
    }
    Ok(all)
}

fn aside(row: &Row<'_>) -> Result<Aside, StoreError> {
    let rows: Vec<Columns> = serde_json::from_str(&row.get::<_, String>(5)?)?;
    let why: String = row.get(7)?;
    let state = AsideState::parse(&row.get::<_, String>(6)?);
    Ok(Aside {
        number: row.get(0)?,
        base: row.get(1)?,
        op: row.get(2)?,
        args: serde_json::from_str(&row.get::<_, String>(3)?)?,
        at: Instant::from_ms(row.get(4)?),
        steps: rows.into_iter().map(Step::of_columns).collect::<Result<_, _>>()?,
        state: state.ok_or_else(|| StoreError::damaged("an entry kept aside is in no state"))?,
        why: match why.as_str() {
            "" => None,
            text => Some(serde_json::from_str(text)?),
        },
    })
}

impl Store {
    /// The entries kept aside, oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn aside(&self) -> Result<Vec<Aside>, StoreError> {
        all(&self.connection)
    }

    /// Keeps aside an entry that was refused as not being the next: in memory, since it is mostly done again at once. Nobody was
    /// told yet that it is done.
    pub(crate) fn put_aside(&mut self, entry: &Entry, steps: Vec<Step>) -> Result<i64, StoreError> {
        let number = next_number(&self.connection)?;
        self.late = Some(Aside {
            number,
            op: entry.op.clone(),
            args: entry.args.clone(),
            at: entry.at,
            state: AsideState::Waiting,
            why: None,
            steps,
            base: journal::last_number(&self.connection)?,
        });
        Ok(number)
    }

    /// An entry that is kept aside and not decided.
    fn open_aside(&self, number: i64) -> Result<Aside, StoreError> {
        let late = self.late.as_ref().filter(|late| late.number == number).cloned();
        let open = match late {
            Some(late) => Some(late),
            None => all(&self.connection)?
                .into_iter()
                .find(|one| one.number == number && one.state.is_open()),
        };
        open.ok_or_else(|| SharedError::NothingAside { number }.into())
    }

    /// Does an entry again that is kept aside, on the station as the server has it now. `check` looks whether the station can be
    /// worked with then.
    ///
    /// # Errors
    /// [`SharedError::Conflict`] where others changed the same: it stays aside for a decision; [`SharedError::NothingAside`]; what
    /// `check` and the server refuse, which is for a decision as well; that the server is not there.
    pub fn again(
        &mut self,
        number: i64,
        manner: Manner,
        mut check: impl FnMut(&Edit<'_>) -> Result<(), StoreError>,
    ) -> Result<Option<Change>, StoreError> {
        if self.is_with_server() && !self.is_late(number) {
            let came = self.catch_up()?;
            self.came.extend(came);
        }
        let mut shown = self.open_aside(number)?.steps;
        let mut tried = Err(SharedError::Behind.into());
        for turn in [Turn::Free, Turn::Free, Turn::Held] {
            tried = self.again_once(number, manner, turn, &mut shown, &mut check);
            let is_behind = matches!(&tried, Err(StoreError::Shared(error)) if **error == SharedError::Behind);
            if !is_behind {
                break;
            }
        }
        match &tried {
            Ok(_) => drop(self.late.take_if(|late| late.number == number)),
            Err(error) => self.note_undecided(number, error)?,
        }
        tried
    }

    fn is_late(&self, number: i64) -> bool {
        self.late.as_ref().is_some_and(|late| late.number == number)
    }

    /// Tries once. shown: the steps that `check` may have seen done before.
    fn again_once(
        &mut self,
        number: i64,
        manner: Manner,
        turn: Turn,
        shown: &mut Vec<Step>,
        check: &mut impl FnMut(&Edit<'_>) -> Result<(), StoreError>,
    ) -> Result<Option<Change>, StoreError> {
        if turn == Turn::Free || !self.is_with_server() {
            return self.try_kept(number, manner, shown, check);
        }
        let held =
            self.asked(|line| line.ask(|client| async move { client.batch_execute("BEGIN; SELECT hold()").await }));
        let tried = held.and_then(|()| self.catch_up()).and_then(|came| {
            self.came.extend(came);
            self.try_kept(number, manner, shown, check)
        });
        if !matches!(tried, Ok(Some(_))) {
            // Nothing was sent that ended it.
            self.roll_back();
        }
        tried
    }

    fn try_kept(
        &mut self,
        number: i64,
        manner: Manner,
        shown: &mut Vec<Step>,
        check: &mut impl FnMut(&Edit<'_>) -> Result<(), StoreError>,
    ) -> Result<Option<Change>, StoreError> {
        let kept = self.open_aside(number)?;
        match self.is_late(number) && self.is_with_server() {
            true => self.lightly(|store| store.try_again(&kept, manner, shown, check)),
            // What the file alone knows of it is to be there for good.
            false => self.try_again(&kept, manner, shown, check),
        }
    }

    /// Takes back what was begun on the server. Nobody waits for a connection that is gone: what it began is gone with it.
    pub(super) fn roll_back(&self) {
        let line = self.shared.as_ref().and_then(|shared| shared.line.as_ref());
        if let Some(line) = line.filter(|line| line.is_open()) {
            let _ = line.ask(|client| async move { client.batch_execute("ROLLBACK").await });
        }
    }

    /// What does not pass by itself is for a person to decide.
    fn note_undecided(&mut self, number: i64, error: &StoreError) -> Result<(), StoreError> {
        let why = match error {
            StoreError::Refused => None,
            StoreError::Shared(error) => match &**error {
                SharedError::Conflict(conflict) => Some(&**conflict),
                SharedError::NotPermitted { .. } => None,
                _ => return Ok(()),
            },
            _ => return Ok(()),
        };
        let late = self.late.take_if(|late| late.number == number);
        self.write_beside(|connection| {
            if let Some(late) = late {
                let entry = Entry {
                    op: late.op,
                    args: late.args,
                    author: String::new(),
                    at: late.at,
                };
                keep(connection, late.base, &entry, &late.steps)?;
            }
            decide(connection, number, AsideState::Conflict, why)
        })
    }

    fn try_again(
        &mut self,
        kept: &Aside,
        manner: Manner,
        shown: &mut Vec<Step>,
        check: &mut impl FnMut(&Edit<'_>) -> Result<(), StoreError>,
    ) -> Result<Option<Change>, StoreError> {
        self.may_write()?;
        let entry = self.signed(&Entry {
            op: kept.op.clone(),
            args: called_anew(&self.connection, kept.args.clone())?,
            author: String::new(),
            at: kept.at,
        });
        let Some(shared) = &mut self.shared else {
            return Err(SharedError::NotShared.into());
        };
        let transaction = self.connection.transaction()?;
        let mut edit = Edit::again(&transaction, shown);
        for step in &kept.steps {
            match fit(&transaction, step, manner)? {
                Fit::Do(step) => edit.take(step)?,
                Fit::Done => {}
                Fit::Against => return Err(SharedError::Conflict(Box::new(against(&transaction, kept, step)?)).into()),
            }
        }
        check(&edit)?;
        let steps = edit.into_steps();
        shown.extend(steps.iter().cloned());
        if steps.is_empty() {
            decide(&transaction, kept.number, AsideState::Done, None)?;
            transaction.commit()?;
            self.wrote();
            return Ok(None);
        }
        let noted = journal::write(&transaction, &entry, ChangeKind::Do, &steps)?;
        decide_done(&transaction, kept.number, noted.number)?;
        match push::send(shared, &transaction, noted.number, &entry, &steps)? {
            Sent::Taken => {
                transaction.commit()?;
                self.wrote();
                Ok(Some(noted))
            }
            Sent::TakenAfter(theirs) => {
                transaction.rollback()?;
                let done =
                    |connection: &Connection| decide_done(connection, kept.number, journal::last_number(connection)?);
                self.take_over_own(theirs, done).map(Some)
            }
            Sent::Late(theirs) => {
                transaction.rollback()?;
                let came = self.take_over(theirs, |_| Ok(()))?;
                self.came.extend(came);
                Err(SharedError::Behind.into())
            }
        }
    }

    /// Decides that what others did stays. The entry is kept to be read.
    ///
    /// # Errors
    /// [`SharedError::NothingAside`]; when the file cannot be written.
    pub fn leave(&mut self, number: i64) -> Result<(), StoreError> {
        let is_there = self
            .aside()?
            .iter()
            .any(|one| one.number == number && one.state.is_open());
        if !is_there {
            return Err(SharedError::NothingAside { number }.into());
        }
        self.write_beside(|connection| decide(connection, number, AsideState::Left, None))
    }
}

/// Who changed what a step names, last.
fn against(connection: &Connection, kept: &Aside, step: &Step) -> Result<Conflict, StoreError> {
    let (_, _, _, from, until, ..) = step.columns();
    let mut select = connection.prepare_cached(
        "SELECT max(journal.number) FROM journal JOIN journal_change ON journal_change.number = journal.number
         WHERE journal.number > $1 AND journal.kind = 'do' AND journal_change.kind = $2 AND journal_change.id = $3
           AND (journal_change.from_ms IS NULL OR journal_change.from_ms < $4 AND journal_change.until_ms > $5)",
    )?;
    let by: Option<i64> = select.query_row(
        params![
            kept.base,
            step.kind.as_str(),
            step.id,
            until.unwrap_or_default(),
            from.unwrap_or_default()
        ],
        |row| row.get(0),
    )?;
    let theirs = match by {
        Some(by) => journal::log(connection, by + 1, 1)?.pop(),
        None => None,
    };
    Ok(Conflict {
        aside: kept.number,
        kind: step.kind.as_str().to_owned(),
        id: step.id.clone(),
        by: theirs.as_ref().map_or(0, |one| one.number),
        op: theirs.as_ref().map(|one| one.op.clone()).unwrap_or_default(),
        author: theirs.as_ref().map(|one| one.author.clone()).unwrap_or_default(),
        at: theirs.map_or(kept.at, |one| one.at),
    })
}
