//! Node, npm and the packages in `node_modules`.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use serde_json::Value;
use xshell::{Cmd, cmd};

use crate::process::{log, probe, shell};
use crate::project::{self, Project};
use crate::version;

/// Node's version.
pub(crate) fn version() -> Option<String> {
    probe(cmd!(shell(), "node --version"))
}

/// npm's version.
pub(crate) fn npm_version() -> Option<String> {
    probe(cmd!(shell(), "{NPM} --version"))
}

/// Fails if Node is missing or too old.
pub(crate) fn check_version(project: &Project) -> Result<()> {
    let found = version().unwrap_or_else(|| "none".to_owned());
    ensure!(
        version::at_least(&found, &project.node),
        "Node {} or newer is needed, found {found}: install it together with npm",
        project.node
    );
    Ok(())
}

/// Installs the packages of package-lock.json, if they are not installed already.
pub(crate) fn ensure_packages(project: &Project) -> Result<()> {
    check_version(project)?;
    if packages_are_installed() {
        return Ok(());
    }
    ensure!(
        npm_version().is_some(),
        "npm is missing: it comes with Node"
    );
    log("Installing the npm packages of package-lock.json into node_modules");
    cmd!(shell(), "{NPM} ci").run()?;
    Ok(())
}

/// Installs the packages of a folder with a package.json of its own, without their scripts.
pub(crate) fn ensure_packages_of(folder: &str) -> Result<()> {
    if are_installed_in(Path::new(folder)) {
        return Ok(());
    }
    log(format!("Installing the npm packages of {folder}"));
    cmd!(shell(), "{NPM} ci --ignore-scripts --prefix {folder}").run()?;
    Ok(())
}

/// Whether `node_modules` has the packages of package-lock.json.
pub(crate) fn packages_are_installed() -> bool {
    are_installed_in(Path::new(""))
}

fn are_installed_in(folder: &Path) -> bool {
    let read = |file| project::read_json(&folder.join(file)).ok();
    match (
        read("package-lock.json"),
        read("node_modules/.package-lock.json"),
    ) {
        (Some(wanted), Some(found)) => matches(&wanted, &found),
        _ => false,
    }
}

/// The version of a package in `node_modules`.
pub(crate) fn installed(package: &str) -> Option<String> {
    let file = Path::new("node_modules").join(package).join("package.json");
    Some(
        project::read_json(&file).ok()?["version"]
            .as_str()?
            .to_owned(),
    )
}

/// Checks the types of the scripts that the tsconfig.json in a folder names.
pub(crate) fn check_types(folder: &str) -> Result<()> {
    cmd!(shell(), "node node_modules/typescript/bin/tsc -p {folder}").run()?;
    Ok(())
}

/// Playwright with the configuration in a folder.
pub(crate) fn playwright(folder: &str) -> Cmd<'static> {
    // Not its file in `.bin`, which is a script for one system.
    let cli = "node_modules/@playwright/test/cli.js";
    cmd!(
        shell(),
        "node {cli} test --config {folder}/playwright.config.js"
    )
}

/// The folder of the packages' programs.
pub(crate) fn bin(project: &Project) -> PathBuf {
    project.root.join("node_modules").join(".bin")
}

/// The name of npm's program.
pub(crate) const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Compares package-lock.json with npm's record of what it installed, which lacks the project
/// itself and packages for other systems.
fn matches(wanted: &Value, found: &Value) -> bool {
    let (Some(wanted), Some(found)) = (
        wanted["packages"].as_object(),
        found["packages"].as_object(),
    ) else {
        return false;
    };
    let same = |one: &Value, other: &Value| {
        one["version"] == other["version"] && one["integrity"] == other["integrity"]
    };
    wanted
        .iter()
        .filter(|(path, _)| !path.is_empty())
        .all(|(path, package)| match found.get(path) {
            Some(installed) => same(package, installed),
            None => package["optional"] == true,
        })
        && found.keys().all(|path| wanted.contains_key(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn installed_packages_are_compared_with_the_lock_file() {
        let wanted = json!({"packages": {
            "": {"name": "project"},
            "node_modules/a": {"version": "1.0.0", "integrity": "x"},
            "node_modules/b": {"version": "2.0.0", "integrity": "y", "optional": true},
        }});
        let found = |packages: Value| json!({"packages": packages});
        let a = json!({"version": "1.0.0", "integrity": "x"});
        assert!(matches(&wanted, &found(json!({"node_modules/a": a}))));
        assert!(!matches(&wanted, &found(json!({}))));
        assert!(!matches(
            &wanted,
            &found(json!({"node_modules/a": {"version": "1.0.1"}}))
        ));
        assert!(!matches(
            &wanted,
            &found(json!({"node_modules/a": a, "node_modules/old": {"version": "1.0.0"}}))
        ));
        assert!(!matches(&wanted, &json!(null)));
    }
}
