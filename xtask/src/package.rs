//! `cargo xtask package`: the npm package, in `pkg/`.

mod assets;
mod bindings;
mod build_id;
mod freshness;
mod integrity;
mod licenses;
mod manifest;
mod modules;
mod readme;

use std::fs;
use std::path::Path;
use std::thread;

use anyhow::{Context, Result};
use xshell::cmd;

pub(crate) use freshness::ensure;
pub(crate) use modules::WIDGET;

use modules::{ENGINE, XML};

use crate::process::{self, log, shell};
use crate::project::Project;
use crate::{browser_tests, node, search_servers};

/// Where it is built.
const FOLDER: &str = "pkg";

/// The hand-written files.
const SOURCES: &str = "package";

const TESTS: &str = "tests/package";

const MANIFEST: &str = "package.json";

const README: &str = "README.md";

/// Files that are not published: the source of generated ones, and types of internal scripts.
const INTERNAL: [&str; 9] = [
    "bindings.d.ts",
    "character-references.d.ts",
    "css.d.ts",
    "element.json",
    "engine-bindings.d.ts",
    "first-paint-data.d.ts",
    "languages.d.ts",
    "mappings.d.ts",
    "xml-bindings.d.ts",
];

/// Files from the top of the repository.
const SHARED: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// What both load for a feed of XML.
pub(crate) const XML_LOADED: [&str; 2] = ["pkg/article_cards_xml.wasm", "pkg/xml.js"];

/// What a page with a script tag loads: the module, and the script with the styles in it.
pub(crate) const LOADED: [&str; 2] = ["pkg/article_cards.wasm", "pkg/auto.js"];

/// What `article-cards/engine` loads.
pub(crate) const ENGINE_LOADED: [&str; 2] = ["pkg/article_cards_engine.wasm", "pkg/engine.js"];

/// The random cases of its tests: the seed, and their number.
const CASES: [&str; 2] = ["20", "600"];

/// How the module is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// As small as possible.
    Release,
    /// Fast to build, for work on the demo page. The package's version ends in [`DEBUG`].
    Debug,
}

/// The end of the version of a package that is not for publication.
const DEBUG: &str = "-debug";

/// Builds the package for a release, ready for `npm pack` and `npm publish`.
pub(crate) fn build(project: &Project) -> Result<()> {
    build_with(project, Profile::Release)
}

fn build_with(project: &Project, profile: Profile) -> Result<()> {
    node::ensure_packages(project)?;
    log(format!("Building the npm package into {FOLDER}/"));
    let folder = Path::new(FOLDER);
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot delete {FOLDER}/"))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot create {FOLDER}/"))?;
    let messages = build_modules(project, profile)?;
    licenses::write(project, folder, &messages)?;
    for file in sources()? {
        copy(&Path::new(SOURCES).join(&file), &folder.join(&file))?;
    }
    for file in SHARED {
        copy(Path::new(file), &folder.join(file))?;
    }
    assets::styles(project)?;
    assets::on_demand()?;
    assets::character_references()?;
    // What a script tag needs, what the engine needs, and what they load on demand.
    for entry in [
        "auto.js",
        "engine.js",
        "xml.js",
        "own-cards.js",
        "search-client.js",
        "typesense.js",
        "opensearch.js",
    ] {
        assets::bundle(project, entry)?;
    }
    for module in [ENGINE, XML] {
        let bindings = folder.join(format!("{}.js", module.bindings));
        fs::remove_file(&bindings)
            .with_context(|| format!("cannot delete {}", bindings.display()))?;
    }
    integrity::write(folder)?;
    readme::write(project, folder)?;
    // Last: its age is that of the package.
    manifest::write(project, folder, profile)?;
    log(format!("The package is in {FOLDER}/"));
    Ok(())
}

/// Builds the modules, and what the element shows before its own is there. Returns cargo's messages.
///
/// Most of what takes time runs on one processor. So a module is optimized while the next one is
/// compiled, which saves a third of the time on two processors.
fn build_modules(project: &Project, profile: Profile) -> Result<String> {
    thread::scope(|scope| {
        let mut others = vec![scope.spawn(assets::first_paint)];
        let mut messages = String::new();
        for module in [&WIDGET, &ENGINE, &XML] {
            messages += &module.compile(project, profile)?;
            messages.push('\n');
            others.push(scope.spawn(move || module.write(project, profile)));
        }
        for other in others {
            process::join(other)?;
        }
        Ok(messages)
    })
}

/// Runs the package's tests in Node, with random cases and their expected results.
pub(crate) fn test(project: &Project) -> Result<()> {
    let sh = shell();
    let example = ["-p", "article-cards-core", "--example", "engine_cases"];
    let cases = cmd!(sh, "cargo run --quiet {example...} -- {CASES...}").read()?;
    let file = project.scratch().join("engine-cases.jsonl");
    write(&file, &cases)?;
    let tests = tests_in(TESTS)?;
    cmd!(sh, "node --test --test-reporter=spec {tests...}")
        .env("ENGINE_CASES", file)
        .run()?;
    Ok(())
}

/// Runs the tests with real search servers.
pub(crate) fn test_search_servers(project: &Project) -> Result<()> {
    let tests = tests_in("tests/search-servers")?;
    cmd!(shell(), "node --test --test-reporter=spec {tests...}")
        .env("ARTICLE_CARDS", browser_tests::build_cli(project)?)
        .envs(search_servers::variables()?)
        .run()?;
    Ok(())
}

/// Returns the tests in a folder, each by its name: which files Node finds in a folder depends on its
/// version.
fn tests_in(folder: &str) -> Result<Vec<String>> {
    let mut tests = list(folder)?;
    tests.retain(|file| file.ends_with(".test.js"));
    let path = |file: &String| format!("{folder}/{file}");
    Ok(tests.iter().map(path).collect())
}

/// The hand-written files that are copied into the package as they are.
fn sources() -> Result<Vec<String>> {
    let mut files = list(SOURCES)?;
    let is_edited = |file: &str| [MANIFEST, README].contains(&file);
    files.retain(|file| !is_edited(file) && !INTERNAL.contains(&file.as_str()));
    Ok(files)
}

/// The names in a folder, sorted.
fn list(folder: &str) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot list {folder}/"))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<_> = names.collect();
    names.sort();
    Ok(names)
}

pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    let name = from.display();
    fs::copy(from, to).with_context(|| format!("cannot copy {name}"))?;
    Ok(())
}

pub(crate) fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

pub(crate) fn write(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}
