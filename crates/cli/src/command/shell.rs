//! `completions`, `man`.

use arna_app::Failure;
use arna_domain::values;
use clap::CommandFactory as _;
use clap_complete::Shell;

use crate::arguments::Arguments;
use crate::output::Output;

pub(super) fn completions(shell: Shell, output: &Output) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "arna", &mut script);
    output.text(&String::from_utf8_lossy(&script))
}

pub(super) fn man(output: &Output) -> Result<(), Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Arguments::command())
        .render(&mut page)
        .map_err(|error| {
            Failure::new(
                "file_trouble",
                values! { "doing" => "write", "why" => error.to_string() },
            )
        })?;
    output.text(&String::from_utf8_lossy(&page))
}
