//! The lock files: each dependency comes from its registry, and is the bytes that were committed.

use std::path::Path;

use crate::error::{Error, Result};
use crate::project::read_json;

/// The lock files of cargo.
const CARGO: [&str; 3] = [
    "Cargo.lock",
    "fuzz/Cargo.lock",
    "tests/e2e/embedders/yew/Cargo.lock",
];

/// The lock files of npm.
const NPM: [&str; 2] = [
    "package-lock.json",
    "benches/browser/competitors/package-lock.json",
];

/// Fails and names what is not pinned.
pub(crate) fn check() -> Result<()> {
    let mut loose = Vec::new();
    for file in CARGO {
        let text = std::fs::read_to_string(file)
            .map_err(|error| Error::new(format!("cannot read {file}: {error}")))?;
        loose.extend(of_cargo(&text).map(|name| format!("{file}: {name}")));
    }
    for file in NPM {
        let lock = read_json(Path::new(file))?;
        loose.extend(of_npm(&lock).map(|name| format!("{file}: {name}")));
    }
    match loose.is_empty() {
        true => Ok(()),
        false => Err(Error::new(format!(
            "without a hash, or from elsewhere than its registry: {}",
            loose.join(", ")
        ))),
    }
}

/// Crates that come from somewhere and are not from the registry, or have no hash.
fn of_cargo(lock: &str) -> impl Iterator<Item = String> {
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

/// Packages without a hash, or with an address of their own.
fn of_npm(lock: &serde_json::Value) -> impl Iterator<Item = String> {
    let packages = lock["packages"].as_object().into_iter().flatten();
    packages
        .filter(|(path, _)| !path.is_empty())
        .filter(|(_, package)| package["integrity"].is_null() || !package["resolved"].is_null())
        .map(|(path, _)| path.clone())
}

#[cfg(test)]
mod tests {
    use super::{of_cargo, of_npm};
    use serde_json::json;

    #[test]
    fn what_is_loose_is_named() {
        let lock = "version = 4\n\n[[package]]\nname = \"own\"\n\n[[package]]\nname = \"a\"\n\
            source = \"registry+https://x\"\nchecksum = \"1\"\n\n[[package]]\nname = \"b\"\n\
            source = \"git+https://x\"\n\n[[package]]\nname = \"c\"\nsource = \"registry+https://x\"\n";
        assert_eq!(of_cargo(lock).collect::<Vec<_>>(), ["\"b\"", "\"c\""]);
        let lock = json!({"packages": {"": {}, "node_modules/a": {"integrity": "x"},
            "node_modules/b": {}, "node_modules/c": {"integrity": "x", "resolved": "https://x"}}});
        assert_eq!(
            of_npm(&lock).collect::<Vec<_>>(),
            ["node_modules/b", "node_modules/c"]
        );
    }
}
