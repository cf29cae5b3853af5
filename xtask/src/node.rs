//! Node, npm and the packages of package.json, in the git-ignored `node_modules`.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::error::{Error, Result};
use crate::process::{self, say};
use crate::project::{self, Project};
use crate::version;

/// Node's version.
pub(crate) fn version() -> Option<String> {
    process::output(Command::new("node").arg("--version"))
}

/// npm's version.
pub(crate) fn npm_version() -> Option<String> {
    process::output(npm().arg("--version"))
}

/// Fails if Node is missing or too old.
pub(crate) fn check_version(project: &Project) -> Result<()> {
    let found = version().unwrap_or_else(|| "none".to_owned());
    if version::at_least(&found, &project.node) {
        Ok(())
    } else {
        Err(Error::new(format!(
            "Node {} or newer is needed, found {found}: install it together with npm",
            project.node
        )))
    }
}

/// Installs the packages, exactly as locked, if they are not there already.
pub(crate) fn ensure_packages(project: &Project) -> Result<()> {
    check_version(project)?;
    if packages_are_there() {
        return Ok(());
    }
    if npm_version().is_none() {
        return Err(Error::new("npm is missing: it comes with Node"));
    }
    say("Installing the npm packages of package-lock.json into node_modules");
    process::run(npm().arg("ci"))
}

/// The same for a folder with a package.json of its own, whose packages run no scripts.
pub(crate) fn ensure_packages_of(folder: &str) -> Result<()> {
    if packages_are_there_in(Path::new(folder)) {
        return Ok(());
    }
    say(format!("Installing the npm packages of {folder}"));
    process::run(npm().args(["ci", "--ignore-scripts"]).current_dir(folder))
}

/// Whether `node_modules` holds what package-lock.json names.
pub(crate) fn packages_are_there() -> bool {
    packages_are_there_in(Path::new(""))
}

fn packages_are_there_in(folder: &Path) -> bool {
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

/// `node` with a script inside `node_modules`: the same on every system, where `.bin` is not.
pub(crate) fn script(path: &str) -> Command {
    let mut command = Command::new("node");
    command.arg(Path::new("node_modules").join(path));
    command
}

/// Playwright with the configuration in that folder.
pub(crate) fn playwright(folder: &str) -> Command {
    let mut command = script("@playwright/test/cli.js");
    command.args([
        "test",
        "--config",
        &format!("{folder}/playwright.config.js"),
    ]);
    command
}

/// The folder of the packages' programs.
pub(crate) fn bin(project: &Project) -> PathBuf {
    project.root.join("node_modules").join(".bin")
}

pub(crate) fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// npm writes down what it installed in the lock file's own form, but without the project itself
/// and without packages for other systems.
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
            Some(there) => same(package, there),
            None => package["optional"] == true,
        })
        && found.keys().all(|path| wanted.contains_key(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn installed_packages_are_held_against_the_lock_file() {
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
