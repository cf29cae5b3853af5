//! Builds the package twice from the current commit: from scratch, in folders of different names,
//! and without a network. So the build downloads nothing, and nothing of the machine is in it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use walkdir::WalkDir;
use xshell::cmd;

use crate::process::{self, log, shell};
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
    let sh = shell();
    cmd!(sh, "cargo fetch --locked").run()?;
    let commit = cmd!(sh, "git rev-parse HEAD").read()?;
    let [one, other] = FOLDERS.map(|folder| build(project, &commit, Path::new(folder)));
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
    let sh = shell();
    let (archive, modules) = (
        folder.join("sources.tar"),
        &project.root.join("node_modules"),
    );
    cmd!(sh, "git archive --format=tar --output={archive} {commit}").run()?;
    cmd!(sh, "tar -xf {archive} -C {folder}").run()?;
    cmd!(sh, "cp -r {modules} {folder}").run()?;
    let _folder = sh.push_dir(folder);
    let (program, args) = without_network();
    cmd!(sh, "{program} {args...} cargo xtask package")
        .env("CARGO_NET_OFFLINE", "true")
        .env("CARGO_TARGET_DIR", project.root.join(folder).join("target"))
        .run()?;
    Ok(folder.join("pkg"))
}

/// A command that runs another one without a network: on Linux, in a network namespace of its own.
fn without_network() -> (&'static str, &'static [&'static str]) {
    if process::find("unshare").is_none() {
        log("There is no `unshare` to disable the network: only cargo runs offline");
        return ("env", &[]);
    }
    ("unshare", &["--user", "--map-root-user", "--net"])
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
