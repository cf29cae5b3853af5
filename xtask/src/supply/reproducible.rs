//! Builds the package twice from the current commit: from scratch, in folders of different names,
//! and without a network. So the build downloads nothing, and nothing of the machine is in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use walkdir::WalkDir;

use crate::process::{self, cargo, log};
use crate::project::Project;
use crate::{node, rust, tools};

/// The folders differ in the length of their names, because paths may end up in a file.
const FOLDERS: [&str; 2] = ["target/supply/one", "target/supply/another-one"];

/// Fails if a file differs.
pub(super) fn check(project: &Project) -> Result<()> {
    // Downloads everything before the network is gone.
    tools::wasm_bindgen(project)?.ensure()?;
    node::ensure_packages(project)?;
    rust::ensure_sources()?;
    process::run(cargo().args(["fetch", "--locked"]))?;
    let commit = process::capture(Command::new("git").args(["rev-parse", "HEAD"]))?;
    let [one, other] = FOLDERS.map(|folder| build(project, commit.trim(), Path::new(folder)));
    let (one, other) = (one?, other?);
    let files = files(&one)?;
    ensure!(
        files == self::files(&other)?,
        "the two packages have different files"
    );
    for file in &files {
        let read = |folder: &Path| {
            let file = folder.join(file);
            fs::read(&file).with_context(|| format!("cannot read {}", file.display()))
        };
        ensure!(
            read(&one)? == read(&other)?,
            "{0}/pkg/{2} and {1}/pkg/{2} differ",
            FOLDERS[0],
            FOLDERS[1],
            file.display()
        );
    }
    log(format!("{} files, identical in both builds", files.len()));
    Ok(())
}

/// Builds the package of a commit in a folder, and returns the package's folder.
fn build(project: &Project, commit: &str, folder: &Path) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("cannot delete {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let archive = folder.join("sources.tar");
    let output = format!("--output={}", archive.display());
    process::run(Command::new("git").args(["archive", "--format=tar", &output, commit]))?;
    let mut tar = Command::new("tar");
    process::run(tar.arg("-xf").arg(&archive).arg("-C").arg(folder))?;
    let mut copy = Command::new("cp");
    process::run(
        copy.arg("-r")
            .arg(project.root.join("node_modules"))
            .arg(folder),
    )?;
    process::run(
        without_network()
            .args(["cargo", "xtask", "package"])
            .current_dir(folder)
            .env("CARGO_NET_OFFLINE", "true")
            .env("CARGO_TARGET_DIR", project.root.join(folder).join("target")),
    )?;
    Ok(folder.join("pkg"))
}

/// A command that runs another one without a network: on Linux, in a network namespace of its own.
fn without_network() -> Command {
    if process::find("unshare").is_none() {
        log("There is no `unshare` to disable the network: only cargo is told not to use it");
        return Command::new("env");
    }
    let mut command = Command::new("unshare");
    command.args(["--user", "--map-root-user", "--net"]);
    command
}

/// The paths of all files in a folder, sorted.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.with_context(|| format!("cannot list {}", folder.display()))?;
        if entry.file_type().is_file() {
            files.push(entry.path().strip_prefix(folder)?.to_path_buf());
        }
    }
    Ok(files)
}
