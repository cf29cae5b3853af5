//! The lock files: each dependency comes from its registry, with a checksum of its content.

use std::fs;
use std::path::Path;

use crate::project::read_json;
use anyhow::{Context, Result, ensure};

/// Cargo's lock files.
const CARGO: [&str; 4] = [
    "Cargo.lock",
    "fuzz/Cargo.lock",
    "tests/e2e/embedders/yew/Cargo.lock",
    "tests/e2e/embedders/yew-hydration/Cargo.lock",
];

/// npm's lock files.
const NPM: [&str; 2] = [
    "package-lock.json",
    "benches/browser/competitors/package-lock.json",
];

/// Fails if a dependency is not pinned, and names it.
pub(crate) fn check() -> Result<()> {
    let mut unpinned = Vec::new();
    for file in CARGO {
        let text = fs::read_to_string(file).with_context(|| format!("cannot read {file}"))?;
        unpinned.extend(unpinned_crates(&text).map(|name| format!("{file}: {name}")));
    }
    for file in NPM {
        let lock = read_json(Path::new(file))?;
        unpinned.extend(unpinned_packages(&lock).map(|name| format!("{file}: {name}")));
    }
    ensure!(
        unpinned.is_empty(),
        "without a checksum, or not from the registry: {}",
        unpinned.join(", ")
    );
    Ok(())
}

/// The dependencies in Cargo's lock file from elsewhere than the registry, or without a checksum.
fn unpinned_crates(lock: &str) -> impl Iterator<Item = String> {
    lock.split("[[package]]").skip(1).filter_map(|package| {
        let value = |key: &str| {
            let mut lines = package.lines();
            lines.find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "))
        };
        let source = value("source")?;
        let is_pinned = source.contains("registry+") && value("checksum").is_some();
        (!is_pinned).then(|| value("name").unwrap_or_default().to_owned())
    })
}

/// The packages in npm's lock file without a checksum, or with a URL of their own.
fn unpinned_packages(lock: &serde_json::Value) -> impl Iterator<Item = String> {
    let packages = lock["packages"].as_object().into_iter().flatten();
    packages
        .filter(|(path, _)| !path.is_empty())
        .filter(|(_, package)| package["integrity"].is_null() || !package["resolved"].is_null())
        .map(|(path, _)| path.clone())
}

#[cfg(test)]
mod tests {
    use super::{unpinned_crates, unpinned_packages};
    use serde_json::json;

    #[test]
    fn unpinned_dependencies_are_named() {
        let lock = "version = 4\n\n[[package]]\nname = \"own\"\n\n[[package]]\nname = \"a\"\n\
            source = \"registry+https://x\"\nchecksum = \"1\"\n\n[[package]]\nname = \"b\"\n\
            source = \"git+https://x\"\n\n[[package]]\nname = \"c\"\nsource = \"registry+https://x\"\n";
        assert_eq!(
            unpinned_crates(lock).collect::<Vec<_>>(),
            ["\"b\"", "\"c\""]
        );
        let lock = json!({"packages": {"": {}, "node_modules/a": {"integrity": "x"},
            "node_modules/b": {}, "node_modules/c": {"integrity": "x", "resolved": "https://x"}}});
        assert_eq!(
            unpinned_packages(&lock).collect::<Vec<_>>(),
            ["node_modules/b", "node_modules/c"]
        );
    }
}
