//! The command line: the list of subcommands.

use clap::{Parser, Subcommand};

use super::{check, convert, generate, prerender, push};

const HELP: &str = "\
Examples:
  article-cards convert news/ -o feed.json
  article-cards check feed.json

Exit status: 0 fine; 1 there were problems, and what could be written was written; 2 it could not
run. For details, see `article-cards <COMMAND> --help`.";

/// Makes and checks feeds of articles for the widget `article-cards`.
#[derive(Debug, Parser)]
#[command(name = "article-cards", version, max_term_width = 100, after_help = HELP)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

/// Each subcommand has its own arguments.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Convert(convert::Arguments),
    Check(check::Arguments),
    Completions(generate::Completions),
    Manual(generate::Manual),
    Prerender(Box<prerender::Arguments>),
    Push(Box<push::Arguments>),
}
