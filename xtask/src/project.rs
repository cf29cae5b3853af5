//! The repository, and the versions that its files pin.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;
use xshell::cmd;

use crate::process::shell;

/// The repository and the versions that it pins, each read from the one file that defines it.
pub(crate) struct Project {
    /// The top folder, an absolute path; also the working directory of this program.
    pub(crate) root: PathBuf,
    /// Cargo's target folder.
    pub(crate) target: PathBuf,
    /// The version of the crate and the npm package.
    pub(crate) version: String,
    pub(crate) license: String,
    /// The public address of the repository, if it has one.
    pub(crate) repository: Option<String>,
    /// The oldest supported Rust, from `rust-version`.
    pub(crate) rust: String,
    /// The versions of tools, from `[workspace.metadata.tools]`.
    tools: Value,
    /// From the dependency of the crate: its tool must have the same version.
    pub(crate) wasm_bindgen: String,
    /// The oldest supported Node, from `engines` in package.json.
    pub(crate) node: String,
    /// The npm packages, from `devDependencies` in package.json.
    pub(crate) npm: Vec<(String, String)>,
}

impl Project {
    /// Finds the repository, makes its top folder the working directory and reads the versions.
    pub(crate) fn open() -> Result<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .context("start this as `cargo xtask`, inside the repository")?;
        let root = Path::new(&manifest)
            .parent()
            .context("xtask must be in a folder of the repository")?
            .to_path_buf();
        env::set_current_dir(&root)
            .with_context(|| format!("cannot change to {}", root.display()))?;

        let sh = shell();
        let metadata = cmd!(sh, "cargo metadata --no-deps --format-version=1").quiet();
        let metadata = metadata.read()?;
        let metadata = parse(&metadata, "the output of `cargo metadata`")?;
        let package = |name| {
            find(&metadata["packages"], name)
                .with_context(|| format!("Cargo.toml: there is no package `{name}`"))
        };
        // The crate that is linked into a module pins the version of wasm-bindgen.
        let dependencies = &package("article-cards-wasm")?["dependencies"];
        let wasm_bindgen = find(dependencies, "wasm-bindgen")
            .and_then(|dependency| dependency["req"].as_str()?.strip_prefix('='))
            .context("crates/wasm/Cargo.toml: the dependency `wasm-bindgen` needs a version such as \"=0.2.1\"")?;
        let package = package("article-cards")?;

        let npm = read_json(Path::new("package.json"))?;
        let node = npm["engines"]["node"]
            .as_str()
            .and_then(|range| range.strip_prefix(">="))
            .context("package.json: `engines.node` must have the form \">=20.16\"")?;
        let packages = npm["devDependencies"]
            .as_object()
            .into_iter()
            .flatten()
            .filter_map(|(name, version)| Some((name.clone(), version.as_str()?.to_owned())))
            .collect();

        Ok(Self {
            target: string(&metadata["target_directory"], "`target_directory`")?.into(),
            version: string(&package["version"], "Cargo.toml: `version`")?,
            license: string(&package["license"], "Cargo.toml: `license`")?,
            repository: package["repository"].as_str().map(str::to_owned),
            rust: string(&package["rust_version"], "Cargo.toml: `rust-version`")?,
            tools: metadata["metadata"]["tools"].clone(),
            wasm_bindgen: wasm_bindgen.to_owned(),
            node: node.to_owned(),
            npm: packages,
            root,
        })
    }

    /// The pinned version of a tool.
    pub(crate) fn tool_version(&self, name: &str) -> Result<String> {
        let place = format!("Cargo.toml: `{name}` in [workspace.metadata.tools]");
        string(&self.tools[name], &place)
    }

    /// The pinned version of an npm package.
    pub(crate) fn npm_version(&self, name: &str) -> Result<&str> {
        self.npm
            .iter()
            .find(|(package, _)| package == name)
            .map(|(_, version)| version.as_str())
            .with_context(|| format!("package.json: `devDependencies` lacks {name}"))
    }

    /// The folder for intermediate files.
    pub(crate) fn scratch(&self) -> PathBuf {
        self.target.join("xtask")
    }
}

/// Reads a JSON file.
pub(crate) fn read_json(file: &Path) -> Result<Value> {
    let name = file.display().to_string();
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {name}"))?;
    parse(&text, &name)
}

fn parse(text: &str, name: &str) -> Result<Value> {
    serde_json::from_str(text).with_context(|| format!("{name} is not valid JSON"))
}

fn find<'v>(list: &'v Value, name: &str) -> Option<&'v Value> {
    list.as_array()?.iter().find(|one| one["name"] == name)
}

fn string(value: &Value, name: &str) -> Result<String> {
    value
        .as_str()
        .map(str::to_owned)
        .with_context(|| format!("{name} is missing or not a string"))
}
