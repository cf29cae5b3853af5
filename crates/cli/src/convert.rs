//! `article-cards convert`: articles of many files → one feed document.

mod collection;
mod pages;
mod store;
mod watch;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;

use super::failure::Failure;
use super::progress::Progress;
use super::reading_arguments::ReadingArguments;
use super::selection::Selection;
use super::source::{self, Sources};
use super::status::Status;
use super::{output, parallel};
use collection::{Collection, Piece};
use store::{Place, Store};

const HELP: &str = "\
Examples:
  article-cards convert news/ -o feed.json
  article-cards convert news/ --pages 25 -o public/api/news
  article-cards convert partner.xml blog/ --since 2024-01-01 --limit 100
  cat article.md | article-cards convert - | less

The feed is an array of articles, newest first, one a line. Fields that the widget does not read
are left behind, and with them `secured`, `content`, `featuredContent` and the text of articles.
An article of Markdown without an `id` or a `path` gets its file as `path`. Of two articles with
one identity the first is kept; articles with `removed: true` are left out.

Exit status: 0 fine; 1 something was wrong with articles or files, and all else was written;
2 it could not run.";

/// Makes one feed of Markdown files, JSON feeds, RSS, Atom and RDF.
///
/// Folders are read with all folders in them: files named .md, .markdown, .json, .xml, .rss, .atom
/// and .rdf, hidden ones left out. What is wrong with a file costs only that file, what is wrong
/// with a field only that field, and is printed on standard error.
#[derive(Args, Debug)]
#[command(after_long_help = HELP)]
pub(super) struct Arguments {
    /// Files and folders; `-` is standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// The file to write; `-`, and without it: standard output. With --pages: the folder.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Write pages of so many articles: index.json, and page/N/index.json with the next page.
    #[arg(long, value_name = "N", requires = "output", value_parser = clap::value_parser!(u32).range(1..))]
    pages: Option<u32>,

    /// Write the feed anew whenever a file changes, until it is stopped.
    #[arg(long, requires = "output")]
    watch: bool,

    #[command(flatten)]
    selection: Selection,

    #[command(flatten)]
    reading: ReadingArguments,
}

impl Arguments {
    /// The file or folder to write; `None`: standard output.
    fn target(&self) -> Option<&Path> {
        let output = self.output.as_deref();
        output.filter(|output| output.as_os_str() != "-")
    }
}

/// Runs the subcommand.
pub(super) fn run(arguments: &Arguments) -> Result<Status, Failure> {
    if arguments.target().is_none() && (arguments.pages.is_some() || arguments.watch) {
        return Err(Failure::new(
            "--pages and --watch need a place to write to: name it with -o",
        ));
    }
    if arguments.watch {
        return watch::run(arguments);
    }
    once(arguments)
}

/// Reads all sources and writes the feed.
fn once(arguments: &Arguments) -> Result<Status, Failure> {
    let begin = Instant::now();
    let options = arguments.reading.options()?;
    let Sources { list, findings } = source::find(&arguments.paths, &own_output(arguments))?;
    if list.is_empty() && findings.is_empty() {
        return Err(Failure::new(format!(
            "{}: there is no file named .md, .markdown, .json, .xml, .rss, .atom or .rdf",
            arguments
                .paths
                .iter()
                .map(|path| path.display().to_string())
                .collect::<Vec<_>>()
                .join(", ")
        )));
    }
    let mut progress = Progress::new(list.len(), arguments.reading.quiet);
    let mut count = findings.len();
    findings
        .iter()
        .for_each(|finding| progress.finding(finding));
    let mut collection = Collection::default();
    parallel::each(
        &list,
        arguments.reading.jobs,
        |source| Piece::read(source, &options, &arguments.selection),
        |source, pieces| {
            let findings = collection.add(source, pieces)?;
            count += findings.len();
            findings
                .iter()
                .for_each(|finding| progress.finding(finding));
            progress.advance();
            match findings.iter().any(|finding| finding.unread) && source.named {
                true => Err(Failure::new("nothing was written")),
                false => Ok(()),
            }
        },
    )?;
    let (read, removed) = (collection.read, collection.removed);
    if read == 0 && count > 0 {
        progress.say("article-cards: no article could be read: nothing was written");
        return Ok(Status::of(count));
    }
    let (articles, mut store) = collection.newest_first(arguments.selection.limit);
    match (arguments.target(), arguments.pages) {
        (Some(folder), Some(size)) => pages::write(folder, &mut store, &articles, size as usize)?,
        (target, _) => output::write(target, |output| document(output, &mut store, &articles))?,
    }
    progress.finish(format_args!(
        "{} of {read} articles from {} files in {:.1?}{}",
        articles.len(),
        list.len(),
        begin.elapsed(),
        match removed {
            0 => String::new(),
            removed => format!(", {removed} removed ones left out"),
        }
    ));
    Ok(Status::of(count))
}

/// An array of articles, one a line, as the crate itself writes feeds.
fn document(output: &mut dyn Write, store: &mut Store, articles: &[Place]) -> io::Result<()> {
    output.write_all(b"[")?;
    list(output, store, articles)?;
    output.write_all(b"\n]\n")
}

/// Articles, each in a line of its own.
fn list(output: &mut dyn Write, store: &mut Store, articles: &[Place]) -> io::Result<()> {
    for (number, article) in articles.iter().enumerate() {
        output.write_all(if number == 0 { b"\n" } else { b",\n" })?;
        output.write_all(store.get(*article)?)?;
    }
    Ok(())
}

/// Which files in folders were written by this command itself: they are not read.
fn own_output(arguments: &Arguments) -> impl Fn(&Path) -> bool {
    let target = arguments
        .target()
        .and_then(|path| fs::canonicalize(path).ok());
    let paged = arguments.pages.is_some();
    move |file| {
        let Some(target) = &target else {
            return false;
        };
        // Asking the system of every file takes as long as reading it.
        let alike = match paged {
            true => file.ends_with("index.json"),
            false => file.file_name() == target.file_name(),
        };
        let file = alike.then(|| fs::canonicalize(file).ok()).flatten();
        file.is_some_and(|file| match paged {
            true => file.strip_prefix(target).is_ok_and(pages::is_page),
            false => file == *target,
        })
    }
}
