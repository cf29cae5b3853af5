//! The publisher's command: feeds from folders of articles, and what is wrong with feeds.

use std::process::ExitCode;

fn main() -> ExitCode {
    article_cards::cli::main()
}
