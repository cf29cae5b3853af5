//! `cargo xtask package`: the npm package, in `pkg/`.

mod assets;
mod bindings;
mod build_id;
mod freshness;
mod integrity;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::cmd;

pub(crate) use freshness::ensure;

use crate::process::{log, shell};
use crate::project::Project;
use crate::{browser_tests, module, node, rust, search_servers, tools};

/// Where it is built.
const FOLDER: &str = "pkg";

/// The hand-written files.
const SOURCES: &str = "package";

const TESTS: &str = "tests/package";

const MANIFEST: &str = "package.json";

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
const SHARED: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "README.md"];

/// The line of the manifest after which version and license are inserted.
const NAME: &str = "\"name\": \"article-cards\",";

/// What both load for a feed of XML.
pub(crate) const XML_LOADED: [&str; 2] = ["pkg/article_cards_xml.wasm", "pkg/xml.js"];

/// The name that the compiler gives all modules.
const COMPILED: &str = "article_cards_wasm.wasm";

/// What a page with a script tag loads: the module, and the script with the styles in it.
pub(crate) const LOADED: [&str; 2] = ["pkg/article_cards.wasm", "pkg/auto.js"];

/// What `article-cards/engine` loads.
pub(crate) const ENGINE_LOADED: [&str; 2] = ["pkg/article_cards_engine.wasm", "pkg/engine.js"];

/// A module of the package, and the JavaScript around it.
pub(crate) struct Module {
    file: &'static str,
    bindings: &'static str,
    /// The feature of `article-cards-wasm` with its exports.
    feature: &'static str,
}

/// The module of the custom element.
pub(crate) const WIDGET: Module = Module {
    file: "article_cards.wasm",
    bindings: "bindings",
    feature: "element",
};

/// The module of `createEngine`.
const ENGINE: Module = Module {
    file: "article_cards_engine.wasm",
    bindings: "engine-bindings",
    feature: "engine",
};

/// The module that converts feeds of XML, for both.
const XML: Module = Module {
    file: "article_cards_xml.wasm",
    bindings: "xml-bindings",
    feature: "xml",
};

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
    for module in [WIDGET, ENGINE, XML] {
        module.build(project, profile)?;
    }
    for file in sources()? {
        copy(&Path::new(SOURCES).join(&file), &folder.join(&file))?;
    }
    for file in SHARED {
        copy(Path::new(file), &folder.join(file))?;
    }
    assets::styles(project)?;
    assets::on_demand()?;
    assets::first_paint()?;
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
    let template = read(&Path::new(SOURCES).join(MANIFEST))?;
    // Last: its age is that of the package.
    write(
        &folder.join(MANIFEST),
        &manifest(&template, project, profile)?,
    )?;
    log(format!("The package is in {FOLDER}/"));
    Ok(())
}

impl Module {
    /// Writes the module and its bindings into the package.
    fn build(&self, project: &Project, profile: Profile) -> Result<()> {
        self.compile(project, profile)?;
        let (folder, compiled) = (Path::new(FOLDER), self.unoptimized(project));
        let module = folder.join(self.file);
        let bindings = format!("{}.js", self.bindings);
        let mut script = read(&bindings_folder(project).join(&bindings))?;
        match profile {
            Profile::Release => {
                script = module::optimize(project, &compiled, &module)?.apply(&script)?;
            }
            Profile::Debug => copy(&compiled, &module)?,
        }
        let script = build_id::add(&module, &bindings::factory(&script)?)?;
        write(&folder.join(bindings), &script)
    }

    /// Compiles the module, and generates the JavaScript around it.
    fn compile(&self, project: &Project, profile: Profile) -> Result<()> {
        let bindgen = tools::wasm_bindgen(project)?;
        bindgen.ensure()?;
        let sh = shell();
        let (cargo, output) = match profile {
            Profile::Release => (rust::optimize_for_size("rustc")?, "release"),
            Profile::Debug => {
                rust::ensure_target()?;
                let target = rust::TARGET;
                (cmd!(sh, "cargo rustc --target {target}"), "debug")
            }
        };
        cargo
            .args(["--package", "article-cards-wasm", "--no-default-features"])
            .args(["--features", self.feature])
            .args(["--lib", "--crate-type", "cdylib"])
            .run()?;
        let compiled = project.target.join(rust::TARGET).join(output);
        // A script that is one function, which can be called for each instance.
        let form = ["--target", "no-modules", "--omit-default-module-path"];
        let (wasm_bindgen, output) = (bindgen.program("wasm-bindgen"), bindings_folder(project));
        let (names, module) = (["--out-name", self.bindings], compiled.join(COMPILED));
        cmd!(
            sh,
            "{wasm_bindgen} --no-typescript {form...} {names...} --out-dir {output} {module}"
        )
        .run()?;
        Ok(())
    }

    /// The module of the last build, before it was optimized.
    pub(crate) fn unoptimized(&self, project: &Project) -> PathBuf {
        bindings_folder(project).join(format!("{}_bg.wasm", self.bindings))
    }
}

fn bindings_folder(project: &Project) -> PathBuf {
    project.scratch().join("package")
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

/// The hand-written files that are copied into the package.
fn sources() -> Result<Vec<String>> {
    let mut files = list(SOURCES)?;
    files.retain(|file| file != MANIFEST && !INTERNAL.contains(&file.as_str()));
    Ok(files)
}

/// The package's manifest: the template with version and license. It is edited as text, because
/// the order of its conditions matters.
fn manifest(template: &str, project: &Project, profile: Profile) -> Result<String> {
    let (start, rest) = template
        .split_once(NAME)
        .with_context(|| format!("{SOURCES}/{MANIFEST} has no line {NAME}"))?;
    let Project {
        version, license, ..
    } = project;
    let suffix = match profile {
        Profile::Release => "",
        Profile::Debug => DEBUG,
    };
    Ok(format!(
        "{start}{NAME}\n  \"version\": \"{version}{suffix}\",\n  \"license\": \"{license}\",{rest}"
    ))
}

/// The names in a folder, sorted.
fn list(folder: &str) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot list {folder}/"))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<_> = names.collect();
    names.sort();
    Ok(names)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let name = from.display();
    fs::copy(from, to).with_context(|| format!("cannot copy {name}"))?;
    Ok(())
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}
