//! `arna`: what the window can do, from the command line. It decides nothing: `arna-app` does.
//!
//! Exit status: 0 done, 1 findings of severity error (`check`, `rollout`) or a broken chain of revisions, 2 refused input or something that cannot be done.

mod arguments;
mod command;
mod output;
mod words;

use std::process::ExitCode;

use crate::arguments::{Arguments, Typed};
use crate::output::Output;
use crate::words::Words;

fn main() -> ExitCode {
    let arguments = match Arguments::typed() {
        Typed::Understood(arguments) => arguments,
        Typed::Help(help) => return help,
        Typed::Refused { language, json, why } => {
            Output::new(Words::in_language(language), json).failure(&why);
            return ExitCode::from(2);
        }
    };
    let output = Output::new(Words::in_language(arguments.language()), arguments.json);
    match command::run(&arguments.command, &output) {
        Ok(code) => code,
        Err(failure) => {
            output.failure(&failure);
            ExitCode::from(2)
        }
    }
}
