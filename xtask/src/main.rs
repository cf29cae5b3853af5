//! `cargo xtask`: builds, serves, tests and measures everything, the same way on every machine.
//!
//! Each command has a file of its own, named after it. The others are shared: `rust`, `tools`,
//! `trunk`, `node` and `chromium` install and run programs, `browser_tests` and `embedders` run tests,
//! `module` optimizes the WebAssembly module. Versions are read from the files that pin them, by
//! `project`.

mod bench;
mod browser_tests;
mod browsers;
mod changed;
mod chromium;
mod demo;
mod doctor;
mod embedders;
mod fuzz;
mod gallery;
mod generate;
mod module;
mod node;
mod package;
mod pictures;
mod process;
mod project;
mod rust;
mod search_servers;
mod site;
mod size;
mod steps;
mod supply;
mod test;
mod tools;
mod trunk;
mod version;

use std::process::ExitCode;

use clap::Parser;

use project::Project;

/// Builds, serves, tests and measures everything.
///
/// Commands install what they need and cannot find: tools into a cache folder
/// (ARTICLE_CARDS_TOOLS, or else the user's cache), npm packages into node_modules. Nothing is
/// installed globally, except rustup's components and, for the tests on Debian as root, browsers.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
enum Command {
    Demo(demo::Args),
    Gallery(gallery::Args),
    /// Build the npm package into pkg/, ready for `npm pack` and `npm publish`
    Package,
    Test(test::Args),
    Browsers(browsers::Args),
    Bench(bench::Args),
    Fuzz(fuzz::Args),
    /// Stress-test lists in a browser, for about twenty minutes
    Load,
    Size(size::Args),
    Generate(generate::Args),
    Pictures(pictures::Args),
    /// Build the documentation as pages, into target/site/pages/
    Site,
    Supply(supply::Args),
    /// List the tools, and how to install the missing ones
    Doctor,
    /// Build what the demo page shows and is missing or out of date; Trunk runs this
    #[command(hide = true)]
    Prepare,
}

fn main() -> ExitCode {
    run(Command::parse()).unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}

fn run(command: Command) -> anyhow::Result<ExitCode> {
    let project = Project::open()?;
    match command {
        Command::Demo(args) => demo::run(&project, &args)?,
        Command::Gallery(args) => gallery::run(&project, &args)?,
        Command::Package => package::build(&project)?,
        Command::Test(args) => return test::run(project, &args),
        Command::Browsers(args) => browsers::run(&project, &args)?,
        Command::Bench(args) => bench::run(&project, &args)?,
        Command::Fuzz(args) => fuzz::run(&project, &args)?,
        Command::Load => browser_tests::load(&project)?,
        Command::Size(args) => size::run(&project, &args)?,
        Command::Generate(args) => generate::run(&args)?,
        Command::Pictures(args) => pictures::run(&project, &args)?,
        Command::Site => {
            package::ensure(&project, package::Profile::Release)?;
            site::build(&project)?;
        }
        Command::Supply(args) => supply::run(&project, &args)?,
        Command::Prepare => demo::prepare(&project)?,
        Command::Doctor => return doctor::run(&project),
    }
    Ok(ExitCode::SUCCESS)
}
