//! `article-cards convert`: makes one feed document of many files.

mod collection;
mod pages;
mod spool;
mod watch;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;

use super::article_filter::ArticleFilter;
use super::exit::Failure;
use super::exit::Status;
use super::progress::Progress;
use super::source::{self, Sources};
use super::source_arguments::SourceArguments;
use super::{output, parallel};
use collection::{Collection, EntryResult};
use spool::{Spool, Spooled};
use watch::Watch;

const HELP: &str = "\
Examples:
  article-cards convert news/ -o feed.json
  article-cards convert news/ --pages 25 -o public/api/news
  article-cards convert content/ --site hugo --url https://example.org/ -o static/feed.json
  article-cards convert posts/ --permalink /:year/:month/:slug/ --url https://example.org/
  article-cards convert partner.xml blog/ --since 2024-01-01 --limit 100
  cat article.md | article-cards convert - | less

The feed is an array of articles, newest first, one per line. Fields that the widget does not read
are left out, and so are `secured`, `content`, `featuredContent` and the bodies of articles. A
Markdown article without an `id` or a `path` gets the path of its file as `path`. Of two articles
with the same identity the first is kept; articles with `removed: true` and drafts are left out.
A date in the name of a Markdown file is its date, if it has no other.

Exit status: 0 fine; 1 there were problems with articles or files, and everything else was written;
2 it could not run.";

/// Makes one feed from Markdown files, JSON feeds, RSS, Atom and RDF.
///
/// Folders are searched recursively for files named .md, .mdx, .markdown, .json, .xml, .rss, .atom
/// and .rdf, except hidden ones; with --site, for its articles. A problem with a file costs only that file, and a problem with a field
/// only that field; problems are printed to standard error.
#[derive(Args, Debug)]
#[command(after_long_help = HELP)]
pub(super) struct Arguments {
    /// Files and folders; `-` is standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// The file to write; standard output if it is `-` or missing. With --pages: the folder.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Write pages of N articles: index.json, and page/N/index.json for each page.
    #[arg(long, value_name = "N", requires = "output", value_parser = clap::value_parser!(u32).range(1..))]
    pages: Option<u32>,

    /// Write the feed again whenever a file changes, until stopped.
    #[arg(long, requires = "output")]
    watch: bool,

    #[command(flatten)]
    filter: ArticleFilter,

    #[command(flatten)]
    sources: SourceArguments,
}

impl Arguments {
    /// Returns the file or folder to write; `None` for standard output.
    fn target(&self) -> Option<&Path> {
        let output = self.output.as_deref();
        output.filter(|output| output.as_os_str() != "-")
    }
}

/// Runs the subcommand.
pub(super) fn run(arguments: &Arguments) -> Result<Status, Failure> {
    if arguments.target().is_none() && (arguments.pages.is_some() || arguments.watch) {
        return Err(Failure::new(
            "--pages and --watch need a path to write to: give it with -o",
        ));
    }
    if arguments.watch {
        let watch = Watch {
            sources: &arguments.paths,
            target: arguments.target(),
            own_output: &|| Box::new(own_output(arguments)),
        };
        return watch.run(arguments.sources.quiet, &|| convert_once(arguments));
    }
    convert_once(arguments)
}

/// Reads all sources and writes the feed once.
fn convert_once(arguments: &Arguments) -> Result<Status, Failure> {
    let start = Instant::now();
    let options = arguments.sources.options()?;
    let Sources { list, findings } = find(arguments)?;
    if list.is_empty() && findings.is_empty() {
        return Err(Failure::new(format!(
            "{}: there is no article: no file named .md, .mdx, .markdown, .json, .xml, .rss, .atom or .rdf",
            arguments
                .paths
                .iter()
                .map(|path| path.display().to_string())
                .collect::<Vec<_>>()
                .join(", ")
        )));
    }
    let mut progress = Progress::new(list.len(), arguments.sources.quiet);
    let mut count = findings.len();
    findings
        .iter()
        .for_each(|finding| progress.finding(finding));
    let mut collection = Collection::default();
    parallel::each(
        &list,
        arguments.sources.jobs,
        |source| EntryResult::read(source, &options, &arguments.filter),
        |source, pieces| {
            let findings = collection.add(source, pieces)?;
            count += findings.len();
            findings
                .iter()
                .for_each(|finding| progress.finding(finding));
            progress.advance();
            match findings.iter().any(|finding| finding.is_unreadable_file) && source.named {
                true => Err(Failure::new("nothing was written")),
                false => Ok(()),
            }
        },
    )?;
    let (read, removed, drafts) = (collection.read, collection.removed, collection.drafts);
    if read == 0 && drafts == 0 && count > 0 {
        progress.say("article-cards: no article could be read: nothing was written");
        return Ok(Status::of(count));
    }
    let (articles, mut spool) = collection.newest_first(arguments.filter.limit);
    match (arguments.target(), arguments.pages) {
        (Some(folder), Some(size)) => pages::write(folder, &mut spool, &articles, size as usize)?,
        (target, _) => output::write(target, |output| document(output, &mut spool, &articles))?,
    }
    progress.finish(format_args!(
        "{} of {read} articles from {} files in {:.1?}{}",
        articles.len(),
        list.len(),
        start.elapsed(),
        left_out(removed, drafts)
    ));
    Ok(Status::of(count))
}

/// Finds the sources, without what this command wrote itself.
fn find(arguments: &Arguments) -> Result<Sources, Failure> {
    let own_output = own_output(arguments);
    let is_excluded = |file: &Path| own_output(file) || arguments.sources.excludes(file);
    source::find(&arguments.paths, arguments.sources.site, &is_excluded)
}

fn left_out(removed: usize, drafts: usize) -> String {
    let counts = [(removed, "removed ones"), (drafts, "drafts")];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    match counts.is_empty() {
        true => String::new(),
        false => format!(", {} left out", counts.join(" and ")),
    }
}

/// Writes an array of articles, one per line, as the crate itself writes feeds.
fn document(output: &mut dyn Write, spool: &mut Spool, articles: &[Spooled]) -> io::Result<()> {
    output.write_all(b"[")?;
    spool.write_lines(output, articles)?;
    output.write_all(b"\n]\n")
}

/// Returns a predicate for files that this command wrote itself, which are not read.
fn own_output(arguments: &Arguments) -> impl Fn(&Path) -> bool + use<> {
    let target = arguments
        .target()
        .and_then(|path| fs::canonicalize(path).ok());
    let paged = arguments.pages.is_some();
    move |file| {
        let Some(target) = &target else {
            return false;
        };
        // Resolving the path of a file takes as long as reading it, so names are compared first.
        let may_be_own = match paged {
            true => file.ends_with("index.json"),
            false => file.file_name() == target.file_name(),
        };
        let file = may_be_own.then(|| fs::canonicalize(file).ok()).flatten();
        file.is_some_and(|file| match paged {
            true => file.strip_prefix(target).is_ok_and(pages::is_page),
            false => file == *target,
        })
    }
}
