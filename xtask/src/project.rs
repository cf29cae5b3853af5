//! The repository: where it lies, and the versions that its files name.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::error::{Context, Error, Result};
use crate::process;

/// The repository and the versions that it pins, each read from the one place that names it.
pub(crate) struct Project {
    /// The top folder, absolute; also the working directory of this program.
    pub(crate) root: PathBuf,
    /// Where cargo builds.
    pub(crate) target: PathBuf,
    /// The version of the crate, which the npm package shares.
    pub(crate) version: String,
    /// Under which it may be used.
    pub(crate) license: String,
    /// The least Rust, from `rust-version`.
    pub(crate) rust: String,
    /// Trunk, from `[workspace.metadata.tools]`.
    pub(crate) trunk: String,
    /// cargo-fuzz, from the same place.
    pub(crate) cargo_fuzz: String,
    /// cargo-deny, likewise.
    pub(crate) cargo_deny: String,
    /// geckodriver, from there as well.
    pub(crate) geckodriver: String,
    /// wasm-bindgen, from the crate's dependency: tool and crate must be equal.
    pub(crate) wasm_bindgen: String,
    /// The least Node, from `engines` in package.json.
    pub(crate) node: String,
    /// The npm packages, from `devDependencies` in package.json.
    pub(crate) npm: Vec<(String, String)>,
}

impl Project {
    /// Finds the repository, makes its top the working directory and reads its versions.
    pub(crate) fn open() -> Result<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .ok_or_else(|| Error::new("start this as `cargo xtask`, inside the repository"))?;
        let root = Path::new(&manifest)
            .parent()
            .ok_or_else(|| Error::new("xtask must lie in a folder of the repository"))?
            .to_path_buf();
        env::set_current_dir(&root).context(|| format!("cannot go to {}", root.display()))?;

        let metadata =
            process::output(process::cargo().args(["metadata", "--no-deps", "--format-version=1"]))
                .ok_or_else(|| {
                    Error::new("`cargo metadata` failed: run it to see what Cargo.toml lacks")
                })?;
        let metadata = parse(&metadata, "the output of `cargo metadata`")?;
        let package = |name| {
            metadata["packages"]
                .as_array()
                .and_then(|all| all.iter().find(|one| one["name"] == name))
                .ok_or_else(|| Error::new(format!("Cargo.toml: there is no package `{name}`")))
        };
        // The crate that is linked into a module names the version of wasm-bindgen.
        let wasm_bindgen = package("article-cards-wasm")?["dependencies"]
            .as_array()
            .and_then(|all| all.iter().find(|one| one["name"] == "wasm-bindgen"))
            .and_then(|one| one["req"].as_str()?.strip_prefix('='))
            .ok_or_else(|| {
                Error::new(
                    "crates/wasm/Cargo.toml: the dependency `wasm-bindgen` needs a version like \"=0.2.1\"",
                )
            })?;

        let package = package("article-cards")?;
        let npm = read_json(Path::new("package.json"))?;
        let node = npm["engines"]["node"]
            .as_str()
            .and_then(|range| range.strip_prefix(">="))
            .ok_or_else(|| Error::new("package.json: `engines.node` must read like \">=20\""))?;
        let packages = npm["devDependencies"]
            .as_object()
            .into_iter()
            .flatten()
            .filter_map(|(name, version)| Some((name.clone(), version.as_str()?.to_owned())))
            .collect();

        Ok(Self {
            target: text(&metadata["target_directory"], "`target_directory`")?.into(),
            version: text(&package["version"], "Cargo.toml: `version`")?,
            license: text(&package["license"], "Cargo.toml: `license`")?,
            rust: text(&package["rust_version"], "Cargo.toml: `rust-version`")?,
            trunk: text(
                &metadata["metadata"]["tools"]["trunk"],
                "Cargo.toml: `trunk` in [workspace.metadata.tools]",
            )?,
            cargo_fuzz: text(
                &metadata["metadata"]["tools"]["cargo-fuzz"],
                "Cargo.toml: `cargo-fuzz` in [workspace.metadata.tools]",
            )?,
            cargo_deny: text(
                &metadata["metadata"]["tools"]["cargo-deny"],
                "Cargo.toml: `cargo-deny` in [workspace.metadata.tools]",
            )?,
            geckodriver: text(
                &metadata["metadata"]["tools"]["geckodriver"],
                "Cargo.toml: `geckodriver` in [workspace.metadata.tools]",
            )?,
            wasm_bindgen: wasm_bindgen.to_owned(),
            node: node.to_owned(),
            npm: packages,
            root,
        })
    }

    /// The pinned version of an npm package.
    pub(crate) fn npm_version(&self, name: &str) -> Result<&str> {
        self.npm
            .iter()
            .find(|(package, _)| package == name)
            .map(|(_, version)| version.as_str())
            .ok_or_else(|| Error::new(format!("package.json: `devDependencies` lacks {name}")))
    }
}

/// Reads a file of JSON.
pub(crate) fn read_json(file: &Path) -> Result<Value> {
    let name = file.display().to_string();
    let text = fs::read_to_string(file).context(|| format!("cannot read {name}"))?;
    parse(&text, &name)
}

fn parse(text: &str, name: &str) -> Result<Value> {
    serde_json::from_str(text).context(|| format!("{name} is not the JSON that was expected"))
}

fn text(value: &Value, name: &str) -> Result<String> {
    value
        .as_str()
        .map(str::to_owned)
        .ok_or_else(|| Error::new(format!("{name} is missing or no string")))
}
