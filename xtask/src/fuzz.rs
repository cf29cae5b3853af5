//! `cargo xtask fuzz`: random input for the core, until it breaks or the time is over.
//!
//! The targets stand in fuzz/, a project of its own. What a run has found worth keeping makes the
//! next one start further on; it stays below target/.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use lexopt::Parser;
use lexopt::prelude::*;

use crate::error::{Context, Error, Result};
use crate::process::{self, say};
use crate::project::Project;
use crate::{help, tools};

const HELP: &str = "\
Usage: cargo xtask fuzz [flags]

Runs each target of fuzz/ for a minute. Input that breaks one is left in fuzz/artifacts, and its
command line tells how to run it again. A C++ compiler is needed.

  --only T[,T]   only these targets: feed_bytes, notation, text, values, query
  --seconds N    how long each one runs; 60 by default
  -h, --help     this text
";

/// One file each.
pub(crate) const TARGETS: [&str; 5] = ["feed_bytes", "notation", "text", "values", "query"];

/// Nothing takes longer, unless it takes forever, in seconds.
const LONGEST: u32 = 10;

/// Where cargo-fuzz builds, and what it has found worth keeping.
const FOLDER: &str = "target/fuzz";

/// Runs the command.
pub(crate) fn command(mut args: Parser) -> Result<ExitCode> {
    let (mut targets, mut seconds) = (TARGETS.to_vec(), 60_u32);
    while let Some(arg) = args.next()? {
        match arg {
            Long("only") => targets = chosen(&args.value()?.string()?)?,
            Long("seconds") => seconds = args.value()?.parse()?,
            Short('h') | Long("help") => return Ok(help(HELP)),
            other => return Err(other.unexpected().into()),
        }
    }
    if seconds == 0 {
        return Err(Error::usage("--seconds: 0 would be without end"));
    }
    let project = Project::open()?;
    let tool = tools::cargo_fuzz(&project)?;
    tool.ensure()?;
    let path = process::path_with(&[&tool.bin()])?;
    for target in targets {
        let corpus = Path::new(FOLDER).join("corpus").join(target);
        fs::create_dir_all(&corpus).context(|| format!("cannot make {}", corpus.display()))?;
        say(format!("{target}, for {seconds} seconds"));
        process::run(
            process::cargo()
                // No unsafe code, so no sanitizer, which would make it several times slower.
                .args(["fuzz", "run", "--sanitizer", "none", "--target-dir", FOLDER])
                .arg(target)
                .arg(&corpus)
                // Only read.
                .arg(Path::new("fuzz/seeds").join(target))
                .arg("--")
                .arg(format!("-max_total_time={seconds}"))
                .arg(format!("-timeout={LONGEST}"))
                .arg("-print_final_stats=1")
                .env("PATH", &path)
                // What tells the fuzzer where the code has been is unstable.
                .env("RUSTC_BOOTSTRAP", "1"),
        )?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The targets of a list.
fn chosen(list: &str) -> Result<Vec<&'static str>> {
    let named = |name| TARGETS.into_iter().find(|target| *target == name);
    let unknown = |name| Error::usage(format!("there is no target {name:?}"));
    list.split(',')
        .map(|name| named(name).ok_or_else(|| unknown(name)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_those_of_the_folder() {
        let mut files: Vec<String> = fs::read_dir("../fuzz/targets")
            .into_iter()
            .flatten()
            .filter_map(|file| Some(file.ok()?.path().file_stem()?.to_str()?.to_owned()))
            .collect();
        files.sort();
        let mut targets = TARGETS;
        targets.sort_unstable();
        assert_eq!(files, targets);
    }

    #[test]
    fn unknown_ones_are_refused() {
        assert_eq!(chosen("text,query").ok(), Some(vec!["text", "query"]));
        assert!(chosen("texts").is_err_and(|error| error.is_usage()));
    }
}
