//! `article-cards completions` and `article-cards manual`: what shells and `man` want.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::arguments::Arguments as All;
use super::failure::Failure;
use super::output;
use super::status::Status;

/// Prints completions for a shell.
#[derive(Args, Debug)]
pub(super) struct Completions {
    shell: Shell,
}

/// Prints the manual page, or writes those of all subcommands.
#[derive(Args, Debug)]
pub(super) struct Manual {
    /// The folder to write a page for each subcommand into.
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,
}

/// Prints completions.
pub(super) fn completions(arguments: &Completions) -> Result<Status, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(
        arguments.shell,
        &mut All::command(),
        "article-cards",
        &mut script,
    );
    print(&script)
}

/// Prints or writes manual pages.
pub(super) fn manual(arguments: &Manual) -> Result<Status, Failure> {
    let Some(folder) = &arguments.output else {
        let mut page = Vec::new();
        clap_mangen::Man::new(All::command())
            .render(&mut page)
            .map_err(|error| Failure::new(error.to_string()))?;
        return print(&page);
    };
    fs::create_dir_all(folder)
        .and_then(|()| clap_mangen::generate_to(All::command(), folder))
        .map_err(|error| Failure::file("write to", folder, &error))?;
    Ok(Status::Fine)
}

fn print(text: &[u8]) -> Result<Status, Failure> {
    output::write(None, |output: &mut dyn Write| -> io::Result<()> {
        output.write_all(text)
    })?;
    Ok(Status::Fine)
}
