//! `cargo xtask test`: every check there is, one after the other, the first failure last.

use std::process::ExitCode;
use std::time::Instant;

use lexopt::Parser;
use lexopt::prelude::*;

use crate::error::{Error, Result};
use crate::help;
use crate::project::Project;
use crate::steps::{Run, STEPS, Step};

const HELP: &str = "\
Usage: cargo xtask test [flags]

Installs what the tests need and is missing, then runs all of them and stops at the first
that fails.

  --only <step>  run one step
  --list         name the steps
  -h, --help     this text
";

/// Runs the command.
pub(crate) fn command(mut args: Parser) -> Result<ExitCode> {
    let mut steps: &[Step] = &STEPS;
    while let Some(arg) = args.next()? {
        match arg {
            Long("only") => steps = only(&args.value()?.string()?)?,
            Long("list") => return Ok(list()),
            Short('h') | Long("help") => return Ok(help(HELP)),
            other => return Err(other.unexpected().into()),
        }
    }
    let mut run = Run::new(Project::open()?);
    Ok(run_all(steps, &mut run))
}

fn only(name: &str) -> Result<&'static [Step]> {
    STEPS
        .chunks(1)
        .find(|chunk| chunk.iter().any(|step| step.name == name))
        .ok_or_else(|| Error::usage(format!("there is no step {name:?}; `--list` names them")))
}

fn list() -> ExitCode {
    for step in &STEPS {
        println!("{:12} {}", step.name, step.about);
    }
    ExitCode::SUCCESS
}

/// Runs the steps up to the first failure. The last line is for programs: `N passed, M failed`.
fn run_all(steps: &[Step], run: &mut Run) -> ExitCode {
    let start = Instant::now();
    let mut passed = 0;
    for (at, step) in steps.iter().enumerate() {
        println!(
            "\n=== {}/{} {}: {}",
            at + 1,
            steps.len(),
            step.name,
            step.about
        );
        let begin = Instant::now();
        let result = (step.action)(run);
        let seconds = begin.elapsed().as_secs_f32();
        if let Err(error) = result {
            println!("=== {} failed after {seconds:.1} s: {error}", step.name);
            println!("    Again, alone: cargo xtask test --only {}", step.name);
            let left = steps.len() - at - 1;
            if left > 0 {
                println!("    {left} later steps did not run.");
            }
            println!("\n{passed} passed, 1 failed");
            return ExitCode::FAILURE;
        }
        println!("=== {} passed in {seconds:.1} s", step.name);
        passed += 1;
    }
    println!("\nAll in {:.0} s", start.elapsed().as_secs_f32());
    println!("{passed} passed, 0 failed");
    ExitCode::SUCCESS
}
