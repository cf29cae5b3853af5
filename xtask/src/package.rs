//! `cargo xtask package`: the npm package, in `pkg/`.

mod assets;
mod bindings;
mod build;
mod integrity;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use lexopt::Parser;
use lexopt::prelude::*;

use crate::error::{Context, Error, Result};
use crate::process::{self, cargo, say};
use crate::project::Project;
use crate::{help, module, node, rust, tools};

/// Where it is built.
const FOLDER: &str = "pkg";

/// Where the files lie that are written by hand.
const SOURCES: &str = "package";

/// Where its tests lie.
const TESTS: &str = "tests/package";

/// Types of what is made here, which only the package's own scripts use.
const INTERNAL: [&str; 3] = ["bindings.d.ts", "css.d.ts", "languages.d.ts"];

/// What stands at the top of the repository.
const SHARED: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "README.md"];

/// After which line of the manifest version and licence are put.
const NAME: &str = "\"name\": \"article-cards\",";

/// The one module, and the JavaScript around it.
const MODULE: &str = "article_cards.wasm";

/// What the compiler calls it.
const COMPILED: &str = "article_cards_wasm.wasm";
const BINDINGS: &str = "bindings.js";

/// All that a page with a script tag loads: the module, and the script with the styles in it.
pub(crate) const LOADED: [&str; 2] = ["pkg/article_cards.wasm", "pkg/auto.js"];

/// The random cases of its tests: from which seed, and how many.
const CASES: [&str; 2] = ["20", "600"];

const HELP: &str = "\
Usage: cargo xtask package [flags]

Builds the npm package `article-cards` into pkg/, ready for `npm pack` and `npm publish`.
Installs what is missing first.

  -h, --help  this text
";

/// Runs the command.
pub(crate) fn command(mut args: Parser) -> Result<ExitCode> {
    match args.next()? {
        None => {
            build(&Project::open()?)?;
            Ok(ExitCode::SUCCESS)
        }
        Some(Short('h') | Long("help")) => Ok(help(HELP)),
        Some(other) => Err(other.unexpected().into()),
    }
}

/// Builds the package.
pub(crate) fn build(project: &Project) -> Result<()> {
    node::ensure_packages(project)?;
    let bindgen = tools::wasm_bindgen(project)?;
    bindgen.ensure()?;
    say(format!("Building the npm package into {FOLDER}/"));
    process::run(
        rust::small(&mut cargo(), "rustc")?
            .args(["--package", "article-cards-wasm"])
            .args(["--lib", "--crate-type", "cdylib"]),
    )?;
    let built = project.target.join(rust::TARGET).join("release");
    let built = built.join(COMPILED);
    let built =
        (built.to_str()).ok_or_else(|| Error::new(format!("{} is no Unicode", built.display())))?;
    let bound = bound_folder(project);
    let out =
        (bound.to_str()).ok_or_else(|| Error::new(format!("{} is no Unicode", bound.display())))?;
    // A script that is one function: it can be called for each instance.
    let target = ["--target", "no-modules", "--omit-default-module-path"];
    let names = ["--out-name", "bindings", "--out-dir", out, built];
    module::bind(&bindgen, &[&target[..], &names].concat())?;

    let folder = Path::new(FOLDER);
    if folder.exists() {
        fs::remove_dir_all(folder).context(|| format!("cannot empty {FOLDER}/"))?;
    }
    fs::create_dir_all(folder).context(|| format!("cannot make {FOLDER}/"))?;
    let names = module::optimise(project, &self::bound(project), &folder.join(MODULE))?;
    let script = names.apply(&read(&bound.join(BINDINGS))?)?;
    let script = bindings::factory(&script)?;
    let script = build::stamp(&folder.join(MODULE), &script)?;
    write(&folder.join(BINDINGS), &script)?;
    for file in sources()? {
        copy(&Path::new(SOURCES).join(&file), &folder.join(&file))?;
    }
    for file in SHARED {
        copy(Path::new(file), &folder.join(file))?;
    }
    assets::styles(project)?;
    assets::languages()?;
    assets::bundle(project)?;
    integrity::write(folder)?;
    let template = read(&Path::new(SOURCES).join("package.json"))?;
    write(&folder.join("package.json"), &manifest(&template, project)?)?;
    say(format!("The package is in {FOLDER}/"));
    Ok(())
}

/// The module before it was made small, as the last build left it.
pub(crate) fn bound(project: &Project) -> PathBuf {
    bound_folder(project).join("bindings_bg.wasm")
}

fn bound_folder(project: &Project) -> PathBuf {
    project.target.join("xtask").join("package")
}

/// Runs the package's tests in Node, with random cases and what is to be found in them.
pub(crate) fn test(project: &Project) -> Result<()> {
    let cases = process::output(
        cargo()
            .args(["run", "--quiet", "--package", "article-cards-core"])
            .args(["--example", "engine_cases", "--"])
            .args(CASES),
    )
    .ok_or_else(|| Error::new("`cargo run --example engine_cases` failed: run it to see why"))?;
    let file = project.target.join("xtask").join("engine-cases.jsonl");
    write(&file, &cases)?;
    process::run(
        Command::new("node")
            .args(["--test", "--test-reporter=spec"])
            .args(tests()?)
            .env("ENGINE_CASES", file),
    )
}

/// The test files, by name: what Node makes of a folder differs between its versions.
fn tests() -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(TESTS).and_then(|entries| {
        let files = entries.map(|entry| Ok(entry?.path()));
        files.collect::<std::io::Result<Vec<_>>>()
    });
    let mut files = entries.context(|| format!("cannot list {TESTS}/"))?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.js"));
    files.sort();
    Ok(files)
}

/// The files written by hand that belong into the package as they are.
fn sources() -> Result<Vec<String>> {
    let entries = fs::read_dir(SOURCES).context(|| format!("cannot list {SOURCES}/"))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let is_ours = |name: &String| name != "package.json" && !INTERNAL.contains(&name.as_str());
    let mut names: Vec<_> = names.filter(is_ours).collect();
    names.sort();
    Ok(names)
}

/// The package's manifest: the template with what stands in Cargo.toml. As text, for the order of
/// its conditions matters.
fn manifest(template: &str, project: &Project) -> Result<String> {
    let (name, rest) = template
        .split_once(NAME)
        .map(|(before, rest)| (format!("{before}{NAME}"), rest))
        .ok_or_else(|| Error::new(format!("{SOURCES}/package.json has no line {NAME}")))?;
    let Project {
        version, license, ..
    } = project;
    Ok(format!(
        "{name}\n  \"version\": \"{version}\",\n  \"license\": \"{license}\",{rest}"
    ))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let name = from.display();
    fs::copy(from, to).context(|| format!("cannot copy {name}"))?;
    Ok(())
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).context(|| format!("cannot read {}", file.display()))
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).context(|| format!("cannot write {}", file.display()))
}
