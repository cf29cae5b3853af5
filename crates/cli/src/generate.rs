//! `article-cards completions` and `article-cards manual`: shell completions and manual pages.

use std::fs;
use std::path::PathBuf;

use clap::{Args, Command};
use clap_complete::Shell;

use super::exit::Failure;
use super::exit::Status;
use super::output;

/// Prints completions for a shell.
#[derive(Args, Debug)]
pub(super) struct Completions {
    shell: Shell,
}

/// Prints the manual page, or writes the pages of all subcommands.
#[derive(Args, Debug)]
pub(super) struct Manual {
    /// The folder to write a page for each subcommand into.
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,
}

/// Runs `article-cards completions`.
pub(super) fn completions(
    arguments: &Completions,
    mut command: Command,
) -> Result<Status, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "article-cards", &mut script);
    print(&script)
}

/// Runs `article-cards manual`.
pub(super) fn manual(arguments: &Manual, command: Command) -> Result<Status, Failure> {
    let Some(folder) = &arguments.output else {
        let mut page = Vec::new();
        clap_mangen::Man::new(command)
            .render(&mut page)
            .map_err(|error| Failure::new(error.to_string()))?;
        return print(&page);
    };
    fs::create_dir_all(folder)
        .and_then(|()| clap_mangen::generate_to(command, folder))
        .map_err(|error| Failure::file("write to", folder, &error))?;
    Ok(Status::Fine)
}

fn print(text: &[u8]) -> Result<Status, Failure> {
    output::write(None, |output| output.write_all(text))?;
    Ok(Status::Fine)
}
