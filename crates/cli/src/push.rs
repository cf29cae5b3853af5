//! `article-cards push`: loads articles into a search server.

mod answer;
mod articles;
mod batches;
mod credentials;
mod documents;
mod http;
mod load;
mod opensearch;
mod orders;
mod patience;
mod search_server;
mod spellings;
mod target;
mod typesense;
mod update;

use std::path::PathBuf;
use std::time::Instant;

use clap::Args;

use super::exit::{Failure, Status};
use super::icu_locale::IcuLocale;
use super::progress::Progress;
use super::source_arguments::SourceArguments;
use articles::Articles;
use documents::Documents;
use load::Load;

const HELP: &str = "\
Examples:
  export TYPESENSE_API_KEY=…
  article-cards push feed.json --to typesense https://search.example --collection news
  article-cards push content/ --to typesense http://127.0.0.1:8108 --collection news --update

  export OPENSEARCH_AUTHORIZATION='ApiKey …'
  article-cards push feed.json --to opensearch 'https://one.example https://two.example' \\
    --collection news

All articles go into a new collection, `news_` and a number; OpenSearch calls it an index. Once it
is complete, `news`, an alias, is switched to it and the old collection is deleted: readers never
see half a feed. With --update only new, changed and removed articles are sent, to the collection
that the alias points to.

A server with several nodes is named by all their URLs, with spaces between them. If one fails, the
others are asked, for half a minute.

Typesense: its key is read from the environment variable TYPESENSE_API_KEY. It needs the actions
collections:*, documents:* and aliases:*. Readers get another one, which only searches.

OpenSearch and Elasticsearch: the environment variable OPENSEARCH_AUTHORIZATION has the value of the
header Authorization, such as `Basic …`, `ApiKey …` or `Bearer …`. Without it, none is sent.

Exit status: 0 fine; 1 there were problems with articles or files, and everything else was pushed;
2 it could not run, and readers see what they saw before or, with --update, a part of the update.";

/// Loads articles into a search server, for lists with more of them than a browser should hold.
///
/// Reads what `convert` reads. Drafts, articles with `published: false` and removed ones are left
/// out, and so are `secured`, `content` and `featuredContent`.
#[derive(Args, Debug)]
#[command(after_long_help = HELP)]
pub(super) struct Arguments {
    /// Files and folders; `-` is standard input.
    #[arg(required = true, value_name = "FEED")]
    paths: Vec<PathBuf>,

    /// The kind of the server, `typesense` or `opensearch`, and its URL.
    ///
    /// `opensearch` is Elasticsearch, too. Of several nodes, all URLs, with spaces between them.
    #[arg(long, required = true, num_args = 2, value_names = ["SERVER", "URL"])]
    to: Vec<String>,

    /// The name under which readers search.
    #[arg(long, value_name = "NAME", value_parser = collection)]
    collection: String,

    /// Send only new, changed and removed articles.
    #[arg(long)]
    update: bool,

    /// The language by whose rules titles and names are sorted, for all readers.
    #[arg(long, value_name = "TAG", default_value = "en")]
    locale: String,

    #[command(flatten)]
    sources: SourceArguments,
}

/// Runs the subcommand.
pub(super) fn run(arguments: &Arguments) -> Result<Status, Failure> {
    let start = Instant::now();
    let server = target::server(&arguments.to, &arguments.collection)?;
    let locale = IcuLocale::new(&arguments.locale, "UTC").map_err(Failure::new)?;
    let options = arguments.sources.options()?;
    let mapped: Vec<String> = options.mapping.fields().map(str::to_owned).collect();
    let articles = Articles::read(&arguments.paths, &arguments.sources, &options)?;
    let findings = articles.findings;
    let documents = Documents::new(articles.list, &mapped, &locale, server.form());
    let progress = Progress::new(documents.len(), arguments.sources.quiet);
    let load = Load {
        server: server.as_ref(),
        alias: &arguments.collection,
        progress: &progress,
    };
    let summary = match arguments.update {
        true => load.update(&documents)?,
        false => load.replace(&documents)?,
    };
    progress.finish(format_args!(
        "{summary} in {:.1?}{}",
        start.elapsed(),
        match articles.left_out {
            0 => String::new(),
            count => format!(", {count} drafts and removed ones left out"),
        }
    ));
    Ok(Status::of(findings))
}

/// Parses the name of a collection: one that needs no escape in a URL.
fn collection(text: &str) -> Result<String, String> {
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    match !text.is_empty() && text.chars().all(is_allowed) {
        true => Ok(text.to_owned()),
        false => Err("a name has only letters from a to z, digits, `_` and `-`".to_owned()),
    }
}
