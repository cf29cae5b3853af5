//! `THIRD-PARTY-LICENSES.txt`: the crates whose code is in the modules, and their licenses.
//!
//! Cargo's messages tell which crates it has compiled for the modules. So macros and build scripts are
//! left out, and in a release Rust's standard library, which is compiled with them, is in.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use walkdir::WalkDir;

use super::read;
use crate::project::Project;
use crate::rust;

const FILE: &str = "THIRD-PARTY-LICENSES.txt";

/// How the names of license files begin, in upper case.
const NAMES: [&str; 6] = [
    "LICENSE",
    "LICENCE",
    "UNLICENSE",
    "COPYING",
    "COPYRIGHT",
    "NOTICE",
];

/// The license for crates that come without a file, and where its text is. It is the one among the
/// usual ones whose text names no author.
const FALLBACK: (&str, &str) = ("Apache-2.0", "LICENSE-APACHE");

/// The folder of the crates of Rust's standard library.
const STANDARD_LIBRARY: &str = "rust/library";

/// The folders of those crates of it that have no code in a module: stubs of others, and what macros use.
const WITHOUT_CODE: [&str; 2] = ["rustc-std-workspace-", "proc_macro"];

/// A crate that is compiled for a module.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Crate {
    name: String,
    version: String,
    /// An SPDX expression, or an older form of one with slashes.
    license: String,
    files: Vec<PathBuf>,
}

/// Writes the file from cargo's messages about the build of all modules.
pub(super) fn write(project: &Project, folder: &Path, messages: &str) -> Result<()> {
    let output = project.target.join(rust::TARGET);
    let mut crates = BTreeSet::new();
    for manifest in manifests(&project.root, &output, messages)? {
        let one = described(&manifest)
            .with_context(|| format!("the license of {}", manifest.display()))?;
        crates.insert(one);
    }
    super::write(&folder.join(FILE), &document(&project.version, &crates)?)
}

/// The manifests of the crates outside the repository whose compiled files are in the folder `output`.
fn manifests(root: &Path, output: &Path, messages: &str) -> Result<BTreeSet<PathBuf>> {
    let mut manifests = BTreeSet::new();
    for line in messages.lines().filter(|line| !line.is_empty()) {
        let message: Value = serde_json::from_str(line).context("cargo's message is not JSON")?;
        let mut files = message["filenames"].as_array().into_iter().flatten();
        let is_compiled = files.any(|file| {
            file.as_str()
                .is_some_and(|file| Path::new(file).starts_with(output))
        });
        let manifest = message["manifest_path"].as_str().map(PathBuf::from);
        manifests.extend(
            manifest
                .filter(|path| is_compiled && !path.starts_with(root) && !is_without_code(path)),
        );
    }
    Ok(manifests)
}

fn is_without_code(manifest: &Path) -> bool {
    let folder = manifest.parent().and_then(Path::file_name);
    let name = folder.unwrap_or_default().to_string_lossy();
    is_standard(manifest) && WITHOUT_CODE.iter().any(|start| name.starts_with(start))
}

fn is_standard(manifest: &Path) -> bool {
    let mut folders = manifest.ancestors();
    folders.any(|folder| folder.ends_with(STANDARD_LIBRARY))
}

/// Reads name, version and license of a crate, and finds its license files.
fn described(manifest: &Path) -> Result<Crate> {
    let table: toml::Table = read(manifest)?.parse().context("it is not TOML")?;
    let text = |key: &str| {
        let value = table.get("package").and_then(|package| package.get(key));
        let value = value.and_then(toml::Value::as_str);
        value
            .map(str::to_owned)
            .with_context(|| format!("`{key}` is missing"))
    };
    let version = match text("version")?.as_str() {
        // The crates of the standard library have the compiler's version.
        "0.0.0" => rust::version().context("cannot run rustc")?,
        other => other.to_owned(),
    };
    let mut one = Crate {
        name: text("name")?,
        version,
        license: text("license")?,
        files: files(manifest)?,
    };
    if one.files.is_empty() {
        let mut choices = one
            .license
            .split(" OR ")
            .flat_map(|choice| choice.split('/'));
        let (license, file) = FALLBACK;
        if !choices.any(|choice| choice.trim() == license) {
            bail!(
                "it comes without a license file, and {} is no choice of {license}: add the text to xtask/src/package/licenses.rs",
                one.license
            );
        }
        one.files.push(file.into());
    }
    Ok(one)
}

/// The license files of a crate, and of other code that it contains. Crates of the standard library
/// may share those of a folder above.
fn files(manifest: &Path) -> Result<Vec<PathBuf>> {
    let own = manifest.ancestors().skip(1).take(1);
    let shared = manifest
        .ancestors()
        .skip(2)
        .take_while(|folder| !folder.ends_with(STANDARD_LIBRARY));
    for folder in own.chain(shared.filter(|_| is_standard(manifest))) {
        let mut files = Vec::new();
        for entry in WalkDir::new(folder).max_depth(2).sort_by_file_name() {
            let entry = entry.with_context(|| format!("cannot list {}", folder.display()))?;
            let name = entry.file_name().to_string_lossy().to_uppercase();
            if entry.file_type().is_file() && NAMES.iter().any(|start| name.starts_with(start)) {
                files.push(entry.into_path());
            }
        }
        if !files.is_empty() {
            return Ok(files);
        }
    }
    Ok(Vec::new())
}

/// The crates with the numbers of their texts, and each text once.
fn document(version: &str, crates: &BTreeSet<Crate>) -> Result<String> {
    let mut texts = Texts::default();
    let mut list = String::new();
    for Crate {
        name,
        version,
        license,
        files,
    } in crates
    {
        let mut numbers = Vec::new();
        for file in files {
            let bytes =
                fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
            numbers.push(texts.number_of(&String::from_utf8_lossy(&bytes)));
        }
        numbers.dedup();
        let word = if numbers.len() == 1 { "text" } else { "texts" };
        let numbers: Vec<_> = numbers.iter().map(usize::to_string).collect();
        list += &format!(
            "{name} {version}: {license} ({word} {})\n",
            numbers.join(", ")
        );
    }
    let (license, _) = FALLBACK;
    let mut document = format!(
        "Third-party licenses\n\n\
         The WebAssembly modules of article-cards {version} contain code of these crates, under the\n\
         licenses behind their names. The texts are below. A crate whose package has no license file is\n\
         used under {license}.\n\n{list}"
    );
    for (index, text) in texts.0.iter().enumerate() {
        let line = "=".repeat(80);
        document += &format!("\n{line}\nText {}\n{line}\n\n{text}\n", index + 1);
    }
    Ok(document)
}

/// License texts, each once.
#[derive(Default)]
struct Texts(Vec<String>);

impl Texts {
    /// The number of a text, from 1. Texts that differ in white space alone are the same.
    fn number_of(&mut self, text: &str) -> usize {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let known = self.0.iter().position(|one| words(one) == words(text));
        let index = known.unwrap_or_else(|| {
            let lines: Vec<_> = text.trim_matches('\n').lines().map(str::trim_end).collect();
            self.0.push(lines.join("\n").trim_end().to_owned());
            self.0.len() - 1
        });
        index + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_crates_of_others_that_are_compiled_for_the_modules_are_listed() {
        let message = |manifest: &str, file: &str| {
            serde_json::json!({"manifest_path": manifest, "filenames": [file]}).to_string()
        };
        let messages = [
            message(
                "/home/registry/yew/Cargo.toml",
                "/cards/target/wasm/libyew.rlib",
            ),
            message(
                "/home/registry/syn/Cargo.toml",
                "/cards/target/release/libsyn.rlib",
            ),
            message("/cards/Cargo.toml", "/cards/target/wasm/libcards.rlib"),
            message(
                "/rust/library/core/Cargo.toml",
                "/cards/target/wasm/libcore.rlib",
            ),
            message(
                "/rust/library/proc_macro/Cargo.toml",
                "/cards/target/wasm/libproc_macro.rlib",
            ),
            r#"{"reason": "build-finished", "success": true}"#.to_owned(),
        ];
        let [root, output] = ["/cards", "/cards/target/wasm"].map(Path::new);
        let found = manifests(root, output, &messages.join("\n")).unwrap_or_default();
        let expected = [
            "/home/registry/yew/Cargo.toml",
            "/rust/library/core/Cargo.toml",
        ];
        assert_eq!(found, expected.map(PathBuf::from).into());
    }

    #[test]
    fn a_text_with_other_white_space_is_the_same() {
        let mut texts = Texts::default();
        let numbers =
            ["\n  MIT\r\nPermission \n", "MIT Permission", "ISC"].map(|text| texts.number_of(text));
        assert_eq!(numbers, [1, 1, 2]);
        assert_eq!(texts.0, ["  MIT\nPermission", "ISC"]);
    }
}
