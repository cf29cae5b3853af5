//! `cargo xtask bench`: the package beside what people use today, in one browser.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use lexopt::Parser;
use lexopt::prelude::*;

use crate::error::{Context, Result};
use crate::process::{self, cargo, say};
use crate::project::Project;
use crate::{browser, help, in_browser, node, package};

const HELP: &str = "\
Usage: cargo xtask bench [flags]

Builds the npm package, and measures it in the browser beside what people use today (ItemsJS,
InstantSearch, Orama, MiniSearch, List.js, Pagefind, plain scripts), all in one run and on the same
generated feeds of 20 to 100,000 articles. Prints tables with what is promised, and writes
target/bench/results.json. A full run takes about twenty minutes.

  --quick         small feeds and few runs: about two minutes
  --figure <a,b>  only these:
                    a  bytes in memory to the first answers
                    b  each step of a session of queries
                    c  key stroke to paint
                    d  bytes arrived to the first twelve cards
                    e  navigation to the first cards, over a slow network
                    f  memory, after loading and after a thousand queries
                    g  bytes of code
  --peer <x,y>    beside ours only these: plain, minisearch, itemsjs, orama, list, instantsearch
  --size <n,m>    only feeds of so many articles: 20, 1000, 10000, 100000
  --write         put the results into benches/results.json, benches/README.md and its charts
  --keep          leave figures that were not measured as benches/results.json has them
  --no-build      measure the package that is in pkg/ already
  --check         check the types of the harness and of the competitors instead
  -h, --help      this text
";

/// Where the harness lies.
const HARNESS: &str = "benches/browser";

/// Where the competitors lie, with a package.json of their own: tests install none of it.
const COMPETITORS: &str = "benches/browser/competitors";

/// Flags with a value that the harness reads itself.
const VALUES: [&str; 3] = ["figure", "peer", "size"];

/// The feeds, as numbers of articles.
const SIZES: [usize; 4] = [20, 1_000, 10_000, 100_000];

/// Runs the command.
pub(crate) fn command(mut args: Parser) -> Result<ExitCode> {
    let (mut build, mut check) = (true, false);
    let mut handed: Vec<String> = Vec::new();
    while let Some(arg) = args.next()? {
        match arg {
            Long("no-build") => build = false,
            Long("check") => check = true,
            Long("quick") => handed.push("--quick".to_owned()),
            Long("write") => handed.push("--write".to_owned()),
            Long("keep") => handed.push("--keep".to_owned()),
            Long(name) if VALUES.contains(&name) => {
                let flag = format!("--{name}");
                handed.extend([flag, args.value()?.string()?]);
            }
            Short('h') | Long("help") => return Ok(help(HELP)),
            other => return Err(other.unexpected().into()),
        }
    }
    let project = Project::open()?;
    node::ensure_packages(&project)?;
    node::ensure_packages_of(COMPETITORS)?;
    if check {
        return types().map(|()| ExitCode::SUCCESS);
    }
    if build {
        package::build(&project)?;
    }
    feeds(&project)?;
    let (chromium, _) = browser::ensure()?;
    process::run(
        Command::new("node")
            .arg(Path::new(HARNESS).join("run.js"))
            .args(handed)
            .env("ARTICLE_CARDS", in_browser::publishers_command(&project)?)
            .env("CHROMIUM", chromium.path),
    )?;
    Ok(ExitCode::SUCCESS)
}

/// Checks the types of the harness, which needs no packages of its own, and of what does.
fn types() -> Result<()> {
    for part in [HARNESS, COMPETITORS] {
        process::run(node::script("typescript/bin/tsc").args(["-p", part]))?;
    }
    Ok(())
}

/// Generates the feeds that are not there yet: of one size they are always the same.
fn feeds(project: &Project) -> Result<()> {
    let folder = project.target.join("bench").join("feeds");
    fs::create_dir_all(&folder).context(|| format!("cannot make {}", folder.display()))?;
    for size in SIZES {
        let file = folder.join(format!("{size}.json"));
        if file.is_file() {
            continue;
        }
        say(format!("Generating a feed of {size} articles"));
        process::run(
            cargo()
                .args(["run", "--quiet", "--release", "-p", "native-benches"])
                .args(["--bin", "generate-feed", "--", &size.to_string()])
                .arg(&file),
        )?;
    }
    Ok(())
}
