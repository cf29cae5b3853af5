//! `cargo xtask test`: every check, one after the other, up to the first failure.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use clap::builder::PossibleValuesParser;

use crate::changed;
use crate::project::Project;
use crate::steps::{Run, STEPS, Step};

/// Run all tests.
///
/// Installs what they need, runs them and stops at the first that fails.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Run a single step
    #[arg(long, value_name = "STEP", hide_possible_values = true)]
    #[arg(value_parser = PossibleValuesParser::new(STEPS.map(|step| step.name)))]
    only: Option<String>,
    /// Run only quick checks of what differs from a commit, or is not committed
    #[arg(long, value_name = "COMMIT", num_args = 0..=1, default_missing_value = "HEAD")]
    #[arg(conflicts_with = "only")]
    changed: Option<String>,
    /// List the steps
    #[arg(long)]
    list: bool,
}

pub(crate) fn run(project: Project, args: &Args) -> Result<ExitCode> {
    let is_chosen = |step: &&Step| args.only.as_deref().is_none_or(|only| only == step.name);
    let steps: Vec<_> = match &args.changed {
        Some(commit) => changed::steps(commit)?,
        None => STEPS.iter().filter(is_chosen).collect(),
    };
    if args.list {
        for step in steps {
            println!("{:15} {}", step.name, step.about);
        }
        return Ok(ExitCode::SUCCESS);
    }
    let code = run_all(&steps, &mut Run::new(project));
    if args.changed.is_some() && code == ExitCode::SUCCESS {
        println!("Before the last word: cargo xtask test");
    }
    Ok(code)
}

/// Runs the steps up to the first failure. The last line is for programs: `N passed, M failed`.
fn run_all(steps: &[&Step], run: &mut Run) -> ExitCode {
    let start = Instant::now();
    for (passed, step) in steps.iter().enumerate() {
        let Step {
            name,
            about,
            action,
        } = step;
        println!("\n=== {}/{} {name}: {about}", passed + 1, steps.len());
        let begin = Instant::now();
        let result = action(run);
        let seconds = begin.elapsed().as_secs_f32();
        if let Err(error) = result {
            println!("=== {name} failed after {seconds:.1} s: {error:#}");
            println!("    Run it alone: cargo xtask test --only {name}");
            let left = steps.len() - passed - 1;
            if left > 0 {
                println!("    {left} later steps did not run.");
            }
            println!("\n{passed} passed, 1 failed");
            return ExitCode::FAILURE;
        }
        println!("=== {name} passed in {seconds:.1} s");
    }
    println!("\nTotal: {:.0} s", start.elapsed().as_secs_f32());
    println!("{} passed, 0 failed", steps.len());
    ExitCode::SUCCESS
}
