//! The publisher's command `article-cards`: one subcommand a file, and what they share.
//!
//! | subcommand | does |
//! | --- | --- |
//! | `convert` | articles in Markdown, JSON, RSS and Atom → one feed document |
//! | `check` | every diagnostic of a feed, with its place |
//! | `completions`, `manual` | what shells and `man` want |
//! | `prerender` | the first cards as static HTML |
//!
//! Exit status: 0 fine, 1 findings (what could be written was written), 2 it cannot run.

mod arguments;
mod check;
mod cldr;
mod convert;
mod failure;
mod finding;
mod format;
mod generate;
mod hint;
mod lines;
mod mapping;
mod markdown;
mod output;
mod parallel;
mod prerender;
mod progress;
mod reading;
mod reading_arguments;
mod selection;
mod source;
mod status;
mod syndication;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use failure::Failure;
use status::Status;

fn main() -> ExitCode {
    // Wrong arguments end the process here, with status 2.
    let arguments = Arguments::parse();
    match run(&arguments.command) {
        Ok(status) => status.into(),
        Err(failure) => {
            // Where nobody listens any more the exit status still tells.
            _ = writeln!(io::stderr(), "article-cards: {failure}");
            ExitCode::from(2)
        }
    }
}

/// Every subcommand has its own arguments, which stand beside what it does.
fn run(command: &Command) -> Result<Status, Failure> {
    match command {
        Command::Convert(arguments) => convert::run(arguments),
        Command::Check(arguments) => check::run(arguments),
        Command::Completions(arguments) => generate::completions(arguments),
        Command::Manual(arguments) => generate::manual(arguments),
        Command::Prerender(arguments) => prerender::run(arguments),
    }
}
