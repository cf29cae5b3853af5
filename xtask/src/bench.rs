//! `cargo xtask bench`: the package beside other libraries, in one browser.

use std::fs;

use anyhow::{Context, Result};
use xshell::cmd;

use crate::process::{log, shell};
use crate::project::Project;
use crate::{browser_tests, chromium, node, package};

const HARNESS: &str = "benches/browser";

/// The other libraries, with a package.json of their own: the tests install none of them.
const COMPETITORS: &str = "benches/browser/competitors";

/// The sizes of the feeds, in articles.
const SIZES: [usize; 5] = [20, 60, 1_000, 10_000, 100_000];

/// Measure the package beside other libraries.
///
/// Builds the npm package and measures it in the browser beside ItemsJS, InstantSearch, Orama,
/// MiniSearch, List.js, Pagefind and plain scripts, in one run, with the same generated feeds of 20
/// to 100,000 articles. Prints tables with the promised figures, and writes
/// target/bench/results.json. A full run takes about twenty minutes.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Small feeds and few runs: about two minutes
    #[arg(long)]
    quick: bool,
    /// Only these figures, separated by commas
    ///
    /// a: bytes in memory to the first answers; b: each step of a session of queries; c: key stroke
    /// to paint; d: bytes arrived to the first twelve cards; e: navigation to the first cards, over
    /// a slow network; f: memory, after loading and after a thousand queries; g: bytes of code
    #[arg(long)]
    figure: Option<String>,
    /// Only these libraries beside ours: plain, minisearch, itemsjs, orama, list, instantsearch
    #[arg(long)]
    peer: Option<String>,
    /// Only feeds with this many articles: 20, 1000, 10000, 100000
    #[arg(long)]
    size: Option<String>,
    /// Write the results to benches/results.json, benches/README.md and its charts
    #[arg(long)]
    write: bool,
    /// Keep the figures in benches/results.json that were not measured
    #[arg(long)]
    keep: bool,
    /// Measure the package in pkg/ without building it
    #[arg(long)]
    no_build: bool,
    /// Only check the types of the harness and of the other libraries' pages
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    node::ensure_packages(project)?;
    node::ensure_packages_of(COMPETITORS)?;
    if args.check {
        node::check_types(HARNESS)?;
        return node::check_types(COMPETITORS);
    }
    if !args.no_build {
        package::build(project)?;
    }
    generate_feeds(project)?;
    let (chromium, _) = chromium::ensure()?;
    let args = harness_args(args);
    cmd!(shell(), "node {HARNESS}/run.js {args...}")
        .env("ARTICLE_CARDS", browser_tests::build_cli(project)?)
        .env("CHROMIUM", chromium.path)
        .run()?;
    Ok(())
}

/// The flags that the harness itself reads.
fn harness_args(args: &Args) -> Vec<&str> {
    let flags = [
        ("--quick", args.quick),
        ("--write", args.write),
        ("--keep", args.keep),
    ];
    let values = [
        ("--figure", &args.figure),
        ("--peer", &args.peer),
        ("--size", &args.size),
    ];
    let flags = flags.into_iter().filter(|(_, is_set)| *is_set);
    let values = values
        .into_iter()
        .filter_map(|(flag, value)| Some([flag, value.as_deref()?]));
    flags
        .map(|(flag, _)| flag)
        .chain(values.flatten())
        .collect()
}

/// Generates the missing feeds; those of one size are always the same.
fn generate_feeds(project: &Project) -> Result<()> {
    let folder = project.target.join("bench").join("feeds");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    for size in SIZES {
        let file = folder.join(format!("{size}.json"));
        if file.is_file() {
            continue;
        }
        log(format!("Generating a feed of {size} articles"));
        let generator = ["-p", "native-benches", "--bin", "generate-feed"];
        let size = size.to_string();
        cmd!(
            shell(),
            "cargo run --quiet --release {generator...} -- {size} {file}"
        )
        .run()?;
    }
    Ok(())
}
