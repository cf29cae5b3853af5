//! Everything that is built, served, measured and tested, on any machine: `cargo xtask`.
//!
//! One file for each command (`demo`, `package`, `test`, `browsers`, `bench`, `fuzz`, `load`, `size`,
//! `generate`, `pictures`, `supply`, `doctor`), one for each kind of thing that they need (`rust`, `tools`, `node`,
//! `browser`).
//! Versions are read from the files that pin them.

mod bench;
mod browser;
mod browsers;
mod demo;
mod doctor;
mod embedders;
mod error;
mod fuzz;
mod generate;
mod in_browser;
mod load;
mod module;
mod names;
mod node;
mod package;
mod pictures;
mod process;
mod project;
mod rust;
mod size;
mod steps;
mod supply;
mod test;
mod tools;
mod version;

use std::process::ExitCode;

use error::{Error, Result};
use lexopt::Parser;
use lexopt::prelude::*;

const HELP: &str = "\
Usage: cargo xtask <command> [flags]

  demo     build the demo page and serve it
  package  build the npm package
  test     run all tests
  browsers run the tests in Firefox and WebKitGTK
  bench    measure the package beside what people use today
  fuzz     feed random input to the core, looking for what breaks it
  load     load lists heavily, for twenty minutes
  size     measure what a page loads of the package
  pictures draw the pictures of docs/theming.md
  generate write the committed files that are generated from others
  supply   look at what the package is made of, and make it twice
  doctor   tell which tools are there and which are missing

`cargo xtask <command> --help` tells a command's flags. What a command needs and does not
find, it installs: tools into a cache folder (ARTICLE_CARDS_TOOLS, else the user's cache),
npm packages into node_modules, nothing for the whole machine but rustup's parts and, for
the tests on Debian as root, browsers.
";

fn main() -> ExitCode {
    match command() {
        Ok(code) => code,
        Err(error) if error.is_usage() => {
            eprintln!("error: {error}\n(`--help` tells what there is)");
            ExitCode::from(2)
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<ExitCode> {
    let mut args = Parser::from_env();
    match args.next()? {
        Some(Value(name)) => match name.to_str() {
            Some("demo") => demo::command(args),
            Some("package") => package::command(args),
            Some("test") => test::command(args),
            Some("browsers") => browsers::command(args),
            Some("bench") => bench::command(args),
            Some("fuzz") => fuzz::command(args),
            Some("load") => load::command(args),
            Some("supply") => supply::command(args),
            Some("size") => size::command(args),
            Some("generate") => generate::command(args),
            Some("pictures") => pictures::command(args),
            Some("doctor") => doctor::command(args),
            _ => Err(Error::usage(format!("there is no command {name:?}"))),
        },
        Some(Short('h') | Long("help")) => Ok(help(HELP)),
        Some(other) => Err(other.unexpected().into()),
        None => Err(Error::usage(
            "which command? demo, package, test, browsers, bench, fuzz, generate, size, pictures or doctor",
        )),
    }
}

/// Prints a help text: a success.
fn help(text: &str) -> ExitCode {
    print!("{text}");
    ExitCode::SUCCESS
}
