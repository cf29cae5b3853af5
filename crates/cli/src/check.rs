//! `article-cards check`: prints every diagnostic of a feed, with its position.

mod advice;
mod report;

use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::exit::Failure;
use super::exit::Status;
use super::finding::{Finding, Level};
use super::parallel;
use super::progress::Progress;
use super::source::{self, Source, Sources};
use super::source_arguments::SourceArguments;
use super::source_reader::{self, SourceOptions};
use report::Report;

const HELP: &str = "\
Examples:
  article-cards check feed.json
  article-cards check public/api/news --url https://example.org/api/news/index.json
  article-cards check feed.json --format github --strict
  curl https://example.org/feed.json | article-cards check -

Each diagnostic is a line `file: article 3: images[0].url: message (line 12)`; articles are counted
from 0 in each file, as the widget counts them.

Exit status: 0 nothing is wrong; 1 something is; 2 a feed could not be read.";

/// Finds everything that is wrong with feeds.
///
/// Reads feeds as the widget does and prints every diagnostic: what is skipped or dropped, where it is
/// and what to do. Markdown, RSS and Atom are checked as `convert` reads them.
#[derive(Args, Debug)]
#[command(after_long_help = HELP)]
pub(super) struct Arguments {
    /// Feeds and folders of them; `-` is standard input.
    #[arg(required = true, value_name = "FEED")]
    feeds: Vec<PathBuf>,

    /// What to print: lines for people, JSON, or the annotations of a GitHub workflow.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Also print what costs nothing by itself: articles without a link or a date, misspelled fields,
    /// fields that should not be in a public feed.
    #[arg(long)]
    strict: bool,

    #[command(flatten)]
    sources: SourceArguments,
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// A line for each finding.
    Text,
    /// A list of objects.
    Json,
    /// Workflow commands of GitHub.
    Github,
}

/// Runs the subcommand.
pub(super) fn run(arguments: &Arguments) -> Result<Status, Failure> {
    let options = arguments.sources.options()?;
    let (present, missing): (Vec<_>, Vec<_>) = arguments
        .feeds
        .iter()
        .map(|path| {
            let is_excluded = |file: &Path| arguments.sources.excludes(file);
            source::find(
                std::slice::from_ref(path),
                arguments.sources.site,
                &is_excluded,
            )
        })
        .partition(Result::is_ok);
    let mut list = Vec::new();
    let mut before = Vec::new();
    for sources in present.into_iter().flatten() {
        let Sources {
            list: some,
            findings,
        } = sources;
        list.extend(some);
        before.extend(findings);
    }
    let progress = Progress::new(list.len(), arguments.sources.quiet);
    let mut report = Report::new(arguments.format, BufWriter::new(io::stdout().lock()));
    let mut has_unreadable = false;
    before.iter().try_for_each(|finding| report.add(finding))?;
    parallel::each(
        &list,
        arguments.sources.jobs,
        |source| findings(source, &options, arguments.strict),
        |source, findings| {
            progress.advance();
            has_unreadable |=
                source.named && findings.iter().any(|finding| finding.is_unreadable_file);
            findings.iter().try_for_each(|finding| report.add(finding))
        },
    )?;
    let count = report.finish()?;
    progress.finish(match count {
        0 => "nothing is wrong".to_owned(),
        1 => "1 finding".to_owned(),
        count => format!("{count} findings"),
    });
    // All other feeds are checked all the same.
    let mut failures = missing.into_iter().filter_map(Result::err);
    if let Some(first) = failures.next() {
        failures.for_each(|failure| progress.say(format_args!("article-cards: {failure}")));
        return Err(first);
    }
    if has_unreadable {
        return Err(Failure::new("a feed could not be read"));
    }
    Ok(Status::of(count))
}

fn findings(source: &Source, options: &SourceOptions, strict: bool) -> Vec<Finding> {
    let mut all = Vec::new();
    let of_source = source_reader::read(source, options, &mut |mut found| {
        all.append(&mut found.findings);
        if strict {
            all.extend(advice::of(source, &found));
        }
    });
    all.extend(of_source);
    debug_assert!(strict || all.iter().all(|finding| finding.level != Level::Advice));
    all
}
