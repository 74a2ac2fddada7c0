//! `station`: one station for several desks.

use std::path::Path;

use arna_app::delivery::Secret;
use arna_app::shared::{self, Access, Account, Address, Aside, Attachment, Password, Patience, Standing};
use arna_app::{Desk, Failure};
use arna_domain::{Zones, values};
use serde_json::json;

use super::now;
use super::plan::Bar;
use super::receiver::typed;
use crate::arguments::{AccountEdit, Server, Station};
use crate::output::Output;

pub(super) fn station(what: &Station, output: &Output) -> Result<(), Failure> {
    match what {
        Station::Share { station, server } => share(station, server, output),
        Station::Copy { server, station } => copy(server, station, output),
        Station::Status { station } => status(station, output),
        Station::Pull { station } => {
            let came = open(station)?.catch_up()?;
            told("cli-caught-up", &values! { "count" => came.len() }, output)
        }
        Station::Password { station } => password(station, output),
        Station::Offline { station } => {
            open(station)?.work_offline()?;
            told("cli-works-offline", &values! {}, output)
        }
        Station::Merge { station } => {
            let mut desk = open(station)?;
            let merged = desk.rejoin(now())?;
            let values = values! { "done" => merged.done.len(), "undecided" => merged.undecided.len() };
            told("cli-merged", &values, output)?;
            match output.json {
                true => Ok(()),
                false => list(&merged.undecided, output),
            }
        }
        Station::Take { station, number } => {
            open(station)?.take_own(*number)?;
            told("cli-decided", &values! {}, output)
        }
        Station::Leave { station, number } => {
            open(station)?.leave_theirs(*number)?;
            told("cli-decided", &values! {}, output)
        }
        Station::Left { station } => left(station, output),
        Station::Detach { station } => {
            open(station)?.detach()?;
            told(
                "cli-detached",
                &values! { "station" => station.display().to_string() },
                output,
            )
        }
        Station::Upgrade { station } => upgrade(station, output),
        Station::Account { what } => account(what, output),
    }
}

fn open(station: &Path) -> Result<Desk, Failure> {
    Desk::open(station, now(), Zones::bundled())
}

/// What was done: values for programs, a sentence for people.
fn told(id: &str, values: &arna_domain::Values, output: &Output) -> Result<(), Failure> {
    if output.json {
        return output.value(&json!(values));
    }
    output.remark(id, values);
    Ok(())
}

fn share(station: &Path, server: &Server, output: &Output) -> Result<(), Failure> {
    let access = access_of(server, output)?;
    let bar = Bar::new(&output.words);
    let shared = open(station)?.share(access.clone(), &|moved| bar.moved(moved));
    bar.done();
    shared?;
    let values = values! { "server" => access.address.server(), "station" => station.display().to_string() };
    told("cli-shared", &values, output)
}

fn copy(server: &Server, station: &Path, output: &Output) -> Result<(), Failure> {
    let access = access_of(server, output)?;
    let bar = Bar::new(&output.words);
    let copied = shared::copy(&access, station, &|moved| bar.moved(moved));
    bar.done();
    copied?;
    let values = values! { "server" => access.address.server(), "station" => station.display().to_string() };
    told("cli-copied", &values, output)
}

fn access_of(server: &Server, output: &Output) -> Result<Access, Failure> {
    let authority = server
        .ca
        .as_deref()
        .map(|file| std::fs::read_to_string(file).map_err(|error| Failure::io("read", &error, file)));
    Ok(Access {
        address: server.server.clone(),
        authority: authority.transpose()?,
        password: password_of(&server.server, output)?,
        patience: Patience::default(),
    })
}

/// The password that is known, or else is typed.
fn password_of(address: &Address, output: &Output) -> Result<Password, Failure> {
    if let Some(known) = shared::password(address) {
        return Ok(known);
    }
    let account = format!("{}@{}", address.login, address.server());
    let ask = output.words.tell("cli-password", &values! { "account" => account });
    Ok(shared::typed(&typed(&ask)?))
}

fn attachment_of(station: &Path) -> Result<Attachment, Failure> {
    let desk = Desk::open_to_read(station, Zones::bundled())?;
    let not = || Failure::new("shared_not", values! {}).of(station);
    desk.attachment().ok_or_else(not)
}

fn password(station: &Path, output: &Output) -> Result<(), Failure> {
    let address = attachment_of(station)?.address;
    let account = format!("{}@{}", address.login, address.server());
    let secret: Secret = typed(&output.words.tell("cli-password", &values! { "account" => account }))?;
    shared::keep_password(&address, &secret)?;
    output.remark("cli-password-kept", &values! { "account" => account });
    Ok(())
}

fn status(station: &Path, output: &Output) -> Result<(), Failure> {
    let mut desk = open(station)?;
    let not = || Failure::new("shared_not", values! {}).of(station);
    let address = desk.attachment().ok_or_else(not)?.address;
    let standing = desk.standing().ok_or_else(not)?;
    let number = desk.revision()?;
    let undecided: Vec<Aside> = desk.aside()?.into_iter().filter(|one| one.state.is_open()).collect();
    let present = match standing {
        Standing::Connected => desk.present()?,
        _ => Vec::new(),
    };
    let (word, own, why) = match &standing {
        Standing::Connected => ("connected", 0, None),
        Standing::Offline { since } => ("offline", number - since, None),
        Standing::Apart { why } => ("apart", 0, Some(Failure::from(why.clone()))),
    };
    if output.json {
        let undecided: Vec<_> = undecided.iter().map(value).collect();
        return output.value(&json!({
            "server": address.to_string(), "standing": word, "entries": number, "own": own, "why": why,
            "present": present, "undecided": undecided
        }));
    }
    let why = why.map(|why| output.words.tell(&format!("failure-{}", why.code), &why.args));
    let values = values! {
        "login" => address.login, "server" => address.server(), "number" => number, "own" => own, "why" => why
    };
    output.line(&output.words.tell(&format!("cli-standing-{word}"), &values))?;
    if !present.is_empty() {
        output.line(
            &output
                .words
                .tell("cli-present", &values! { "names" => present.join(", ") }),
        )?;
    }
    list(&undecided, output)
}

fn value(one: &Aside) -> serde_json::Value {
    json!({
        "number": one.number, "op": one.op, "args": one.args, "at": one.at.to_string(), "state": one.state.as_str(),
        "why": one.why.as_ref().map(shared::Conflict::values)
    })
}

/// What is kept aside: to be decided, or left.
fn list(aside: &[Aside], output: &Output) -> Result<(), Failure> {
    if aside.is_empty() {
        return Ok(());
    }
    let words = &output.words;
    let rows = aside.iter().map(|one| {
        let why = one
            .why
            .as_ref()
            .map(|why| words.tell("failure-shared_conflict", &why.values()));
        vec![
            one.number.to_string(),
            one.at.to_string(),
            words.tell(&format!("op-{}", one.op), &one.args),
            words.say(&format!("aside-{}", one.state.as_str())),
            why.unwrap_or_default(),
        ]
    });
    output.table(&["number", "when", "what", "state", "why"], rows.collect())
}

fn left(station: &Path, output: &Output) -> Result<(), Failure> {
    let desk = Desk::open_to_read(station, Zones::bundled())?;
    let left: Vec<Aside> = desk.left()?.into_iter().map(|one| one.aside).collect();
    if output.json {
        return output.value(&left.iter().map(value).collect());
    }
    if left.is_empty() {
        output.remark("cli-nothing-left", &values! {});
    }
    list(&left, output)
}

fn upgrade(station: &Path, output: &Output) -> Result<(), Failure> {
    let access = owners(station, output)?;
    let (found, needed) = shared::upgrade(&access)?;
    let values = values! { "server" => access.address.server(), "found" => found, "needed" => needed };
    let message = if found == needed {
        "cli-upgraded-before"
    } else {
        "cli-upgraded"
    };
    told(message, &values, output)
}

fn account(what: &AccountEdit, output: &Output) -> Result<(), Failure> {
    match what {
        AccountEdit::Add {
            station,
            name,
            role,
            channels,
            keep_password,
        } => {
            let mut desk = Desk::open_to_read(station, Zones::bundled())?;
            let account = desk.account(name.clone(), role.clone(), channels.clone())?;
            let access = owners(station, output)?;
            let new = match keep_password {
                true => None,
                false => Some(shared::typed(&typed(
                    &output
                        .words
                        .tell("cli-password-new", &values! { "login" => name.as_str() }),
                )?)),
            };
            shared::admit(&access, &account, new.as_ref())?;
            let roles: Vec<&str> = role.iter().map(|role| role.as_str()).collect();
            told(
                "cli-account-set",
                &values! { "login" => name.as_str(), "roles" => roles.join(", ") },
                output,
            )
        }
        AccountEdit::List { station } => {
            let accounts = shared::accounts(&owners(station, output)?)?.all;
            let roles = |one: &Account| one.roles.iter().map(|role| role.as_str()).collect::<Vec<_>>();
            if output.json {
                let one = |one: &Account| json!({ "login": one.login, "roles": roles(one), "channels": one.channels });
                return output.value(&accounts.iter().map(one).collect());
            }
            let row = |one: &Account| {
                let channels = one
                    .channels
                    .as_ref()
                    .map_or_else(|| "*".to_owned(), |all| all.join(", "));
                vec![one.login.clone(), roles(one).join(", "), channels]
            };
            output.table(&["who", "roles", "channels"], accounts.iter().map(row).collect())
        }
        AccountEdit::Remove { station, name } => {
            shared::dismiss(&owners(station, output)?, name)?;
            told("cli-account-removed", &values! { "login" => name.as_str() }, output)
        }
    }
}

fn owners(station: &Path, output: &Output) -> Result<Access, Failure> {
    let Attachment { address, authority } = attachment_of(station)?;
    Ok(Access {
        password: password_of(&address, output)?,
        address,
        authority,
        patience: Patience::default(),
    })
}
