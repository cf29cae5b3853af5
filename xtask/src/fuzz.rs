//! `cargo xtask fuzz`: random input for the core, and for the command's reader of Markdown.
//!
//! The targets are in fuzz/, a workspace of its own. A run starts from the inputs that earlier ones
//! found interesting, which stay in target/fuzz/corpus/.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use clap::value_parser;
use xshell::cmd;

use crate::process::{self, log, shell};
use crate::project::Project;
use crate::tools;

/// The targets, one file each.
pub(crate) const TARGETS: [&str; 9] = [
    "feed_bytes",
    "xml",
    "mapping",
    "front_matter",
    "permalink",
    "query_string",
    "text",
    "values",
    "query",
];

/// The seconds after which an input counts as an endless loop.
const TIMEOUT: u32 = 10;

/// Where cargo-fuzz builds, and keeps interesting inputs.
const FOLDER: &str = "target/fuzz";

/// Feed random input to the core, and to the command's reader of Markdown.
///
/// Input that crashes a target is written to fuzz/artifacts, and the command that reproduces the
/// crash is printed. Needs a C++ compiler.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Only these targets
    #[arg(long, value_name = "TARGET", value_delimiter = ',', value_parser = TARGETS)]
    only: Vec<String>,
    /// How long each target runs
    #[arg(long, default_value_t = 60, value_parser = value_parser!(u32).range(1..))]
    seconds: u32,
}

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let seconds = args.seconds;
    let tool = tools::cargo_fuzz(project)?;
    tool.ensure()?;
    let sh = shell();
    let path = process::path_with(&[&tool.bin()])?;
    let is_chosen = |target: &str| args.only.is_empty() || args.only.iter().any(|it| it == target);
    for target in TARGETS.into_iter().filter(|target| is_chosen(target)) {
        let corpus = Path::new(FOLDER).join("corpus").join(target);
        fs::create_dir_all(&corpus)
            .with_context(|| format!("cannot create {}", corpus.display()))?;
        log(format!("{target}, for {seconds} seconds"));
        let seeds = format!("fuzz/seeds/{target}");
        // Without sanitizers: there is no unsafe code to check, and they make it several times slower.
        let build = ["--sanitizer", "none", "--target-dir", FOLDER];
        let limits = [
            format!("-max_total_time={seconds}"),
            format!("-timeout={TIMEOUT}"),
        ];
        // The seeds are read but not written.
        let inputs = [corpus.as_path(), Path::new(&seeds)];
        cmd!(
            sh,
            "cargo fuzz run {build...} {target} {inputs...} -- {limits...} -print_final_stats=1"
        )
        .env("PATH", &path)
        // The coverage instrumentation is unstable.
        .env("RUSTC_BOOTSTRAP", "1")
        .run()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_in_the_folder_is_a_target() {
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
}
