//! The arguments: what is common to all subcommands, and their list.

use clap::{Parser, Subcommand};

use super::{check, convert, generate, prerender};

/// Feeds of articles for the widget `article-cards`: made, and checked.
#[derive(Debug, Parser)]
#[command(name = "article-cards", version, max_term_width = 100)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

/// Each subcommand brings its own arguments.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Convert(convert::Arguments),
    Check(check::Arguments),
    Completions(generate::Completions),
    Manual(generate::Manual),
    Prerender(Box<prerender::Arguments>),
}
