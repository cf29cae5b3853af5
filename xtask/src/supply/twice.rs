//! The package, built twice from what is committed: from nothing, in folders of different names, and
//! where there is no network. So nothing that builds it fetches, and nothing of a machine is in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Context, Error, Result};
use crate::process::{self, cargo, say};
use crate::project::Project;
use crate::{node, rust, tools};

/// Where it is done; the names differ in their length, as names of folders do.
const FOLDERS: [&str; 2] = ["target/supply/one", "target/supply/another-one"];

/// Builds it twice and fails if a file differs.
pub(super) fn check(project: &Project) -> Result<()> {
    // All that has to be fetched is, before the network is away.
    tools::wasm_bindgen(project)?.ensure()?;
    node::ensure_packages(project)?;
    rust::ensure_sources()?;
    process::run(cargo().args(["fetch", "--locked"]))?;
    let commit = process::answer(Command::new("git").args(["rev-parse", "HEAD"]))?;
    let made = FOLDERS.map(|folder| build(project, commit.trim(), Path::new(folder)));
    let [one, other] = made;
    let (one, other) = (one?, other?);
    let files = files(&one)?;
    if files != self::files(&other)? {
        return Err(Error::new("the two packages have not the same files"));
    }
    for file in &files {
        let read = |folder: &Path| {
            let file = folder.join(file);
            fs::read(&file).context(|| format!("cannot read {}", file.display()))
        };
        if read(&one)? != read(&other)? {
            let places = FOLDERS.map(|folder| format!("{folder}/pkg/{}", file.display()));
            return Err(Error::new(format!("{} differ", places.join(" and "))));
        }
    }
    say(format!("{} files, the same bytes twice", files.len()));
    Ok(())
}

/// Builds the package of this commit in this folder, and returns where it is.
fn build(project: &Project, commit: &str, folder: &Path) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(folder).context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).context(|| format!("cannot make {}", folder.display()))?;
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

/// What runs a program without a network: on Linux in a namespace that has none.
fn without_network() -> Command {
    if process::find("unshare").is_none() {
        say("There is no `unshare` to take the network away: cargo is only told not to use it");
        return Command::new("env");
    }
    let mut command = Command::new("unshare");
    command.args(["--user", "--map-root-user", "--net"]);
    command
}

/// All files below a folder, by their paths from there, in order.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        let failed = || format!("cannot read {}", next.display());
        for entry in fs::read_dir(&next).context(failed)? {
            let path = entry.context(failed)?.path();
            match path.is_dir() {
                true => folders.push(path),
                false => found.extend(path.strip_prefix(folder).map(Path::to_path_buf)),
            }
        }
    }
    found.sort();
    Ok(found)
}
