//! The publisher's command, `article-cards`: one module for each subcommand, and what they share.
//!
//! | subcommand | purpose |
//! | --- | --- |
//! | `convert` | makes one feed document of articles in Markdown, JSON, RSS and Atom |
//! | `check` | prints every diagnostic of a feed, with its position |
//! | `completions`, `manual` | print shell completions and manual pages |
//! | `prerender` | renders the first cards as static HTML |
//! | `push` | loads articles into a search server |
//!
//! Exit status: 0 fine, 1 findings (what could be written was written), 2 cannot run.

mod arguments;
mod article_filter;
mod check;
mod convert;
mod exit;
mod finding;
mod format;
mod generate;
mod hint;
mod icu_locale;
mod line_counter;
mod mapping;
mod markdown;
mod output;
mod parallel;
mod prerender;
mod progress;
mod push;
mod site;
mod source;
mod source_arguments;
mod source_reader;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use arguments::{Arguments, Command};
use exit::Failure;
use exit::Status;

fn main() -> ExitCode {
    // Invalid arguments end the process here, with status 2.
    let arguments = Arguments::parse();
    match run(&arguments.command) {
        Ok(status) => status.into(),
        Err(failure) => {
            // Ignores a closed standard error: the exit status is still correct.
            _ = writeln!(io::stderr(), "article-cards: {failure}");
            ExitCode::from(2)
        }
    }
}

fn run(command: &Command) -> Result<Status, Failure> {
    match command {
        Command::Convert(arguments) => convert::run(arguments),
        Command::Check(arguments) => check::run(arguments),
        Command::Completions(arguments) => generate::completions(arguments, Arguments::command()),
        Command::Manual(arguments) => generate::manual(arguments, Arguments::command()),
        Command::Prerender(arguments) => prerender::run(arguments),
        Command::Push(arguments) => push::run(arguments),
    }
}
