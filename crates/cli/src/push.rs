//! `article-cards push`: loads articles into a search server.

mod articles;
mod documents;
mod http;
mod orders;
mod spellings;
mod typesense;

use std::env;
use std::path::PathBuf;
use std::time::Instant;

use clap::Args;
use url::Url;

use super::exit::{Failure, Status};
use super::icu_locale::IcuLocale;
use super::progress::Progress;
use super::source_arguments::{self, SourceArguments};
use articles::Articles;
use documents::Documents;
use http::Server;
use typesense::Typesense;

const HELP: &str = "\
Examples:
  export TYPESENSE_API_KEY=…
  article-cards push feed.json --to typesense https://search.example --collection news
  article-cards push content/ --to typesense http://127.0.0.1:8108 --collection news --update

All articles go into a new collection, `news_` and a number. Once it is complete, `news`, an alias,
is switched to it and the old collection is deleted: readers never see half a feed. With --update
only new, changed and removed articles are sent, to the collection that the alias points to.

The key is read from the environment variable TYPESENSE_API_KEY. It needs the actions collections:*,
documents:* and aliases:*. Readers get another one, which only searches.

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

    /// The kind of the server, and its URL: typesense https://search.example.
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
    let url = server_url(&arguments.to)?;
    let key = key("TYPESENSE_API_KEY")?;
    let locale = IcuLocale::new(&arguments.locale, "UTC").map_err(Failure::new)?;
    let options = arguments.sources.options()?;
    let mapped: Vec<String> = options.mapping.fields().map(str::to_owned).collect();
    let articles = Articles::read(&arguments.paths, &arguments.sources, &options)?;
    let findings = articles.findings;
    let documents = Documents::new(articles.list, &mapped, &locale);
    let progress = Progress::new(documents.len(), arguments.sources.quiet);
    let server = Typesense {
        server: Server::new(url, "X-TYPESENSE-API-KEY", key),
        collection: &arguments.collection,
        progress: &progress,
    };
    let summary = match arguments.update {
        true => server.update(&documents)?,
        false => server.replace(&documents)?,
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

/// Parses the values of `--to`.
fn server_url(to: &[String]) -> Result<Url, Failure> {
    let [kind, url] = to else {
        return Err(Failure::new(
            "--to needs the kind of the server and its URL",
        ));
    };
    if kind != "typesense" {
        return Err(Failure::new(format!(
            "--to {kind}: not a kind of server that is known: write --to typesense URL"
        )));
    }
    let mut url = source_arguments::url(url)
        .map_err(|problem| Failure::new(format!("--to {kind} {url}: {problem}")))?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Failure::new(
            "--to: the URL has a name or a password: leave it out, the key is read from TYPESENSE_API_KEY",
        ));
    }
    // So that paths are resolved below it.
    if !url.path().ends_with('/') {
        url.set_path(&format!("{}/", url.path()));
    }
    url.set_query(None);
    url.set_fragment(None);
    Ok(url)
}

/// Reads the key from the environment.
fn key(variable: &str) -> Result<String, Failure> {
    let key = env::var(variable).unwrap_or_default().trim().to_owned();
    match key.is_empty() {
        true => Err(Failure::new(format!(
            "the environment variable {variable} is not set: it must have a key that may write collections, documents and aliases"
        ))),
        false => Ok(key),
    }
}

/// Parses the name of a collection: one that needs no escape in a URL.
fn collection(text: &str) -> Result<String, String> {
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    match !text.is_empty() && text.chars().all(is_allowed) {
        true => Ok(text.to_owned()),
        false => Err("a name has only letters from a to z, digits, `_` and `-`".to_owned()),
    }
}
