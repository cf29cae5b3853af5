//! Rust itself, and what rustup adds: the WASM target, the sources, rustfmt and clippy.

use std::path::Path;

use anyhow::{Result, ensure};
use xshell::{Cmd, cmd};

use crate::process::{self, log, probe, shell};
use crate::project::Project;
use crate::version;

/// The target of everything that runs in a browser.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Compiler flags for the smallest module, beyond the release profile in Cargo.toml. The standard
/// library is rebuilt with them, because the one that rustup installs is optimized for speed.
///
/// - A panic is a trap and nothing else: no message, no location and no code to format them. The
///   JavaScript around the module catches the trap's error.
/// - `{:?}` prints nothing, so it must not be part of a text that people read.
///
/// These flags are unstable, and only `RUSTC_BOOTSTRAP` makes a stable compiler accept them. They
/// are those of the version in `rust-version`; newer ones may rename them.
const SIZE_FLAGS: &str = "--cfg=small_module -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";
const SIZE_STD: [&str; 2] = [
    "-Zbuild-std=std,panic_abort",
    "-Zbuild-std-features=optimize_for_size",
];

/// The compiler's version.
pub(crate) fn version() -> Option<String> {
    let line = probe(cmd!(shell(), "rustc --version"))?;
    line.split_whitespace().nth(1).map(str::to_owned)
}

/// Fails if the compiler is older than `rust-version`.
pub(crate) fn check_version(project: &Project) -> Result<()> {
    let found = version().unwrap_or_else(|| "none".to_owned());
    ensure!(
        version::at_least(&found, &project.rust),
        "Rust {} or newer is needed, found {found}: run `rustup update stable`",
        project.rust
    );
    Ok(())
}

/// Whether the standard library for the WASM target is installed, by rustup or otherwise.
pub(crate) fn has_target() -> bool {
    probe(cmd!(
        shell(),
        "rustc --print target-libdir --target {TARGET}"
    ))
    .is_some_and(|folder| Path::new(&folder).is_dir())
}

/// Installs the WASM target if it is missing.
pub(crate) fn ensure_target() -> Result<()> {
    if has_target() {
        return Ok(());
    }
    rustup(
        &["target", "add", TARGET],
        &format!("the standard library for the target {TARGET}"),
    )
}

/// A cargo command that builds the smallest module.
pub(crate) fn optimize_for_size(command: &str) -> Result<Cmd<'static>> {
    ensure_target()?;
    ensure_sources()?;
    Ok(cmd!(
        shell(),
        "cargo {command} --release --target {TARGET} {SIZE_STD...}"
    )
    .env("RUSTC_BOOTSTRAP", "1")
    .env("RUSTFLAGS", SIZE_FLAGS))
}

/// Whether the standard library's sources are installed.
pub(crate) fn has_sources() -> bool {
    probe(cmd!(shell(), "rustc --print sysroot")).is_some_and(|sysroot| {
        Path::new(&sysroot)
            .join("lib/rustlib/src/rust/library/Cargo.lock")
            .is_file()
    })
}

/// Installs the standard library's sources if they are missing.
pub(crate) fn ensure_sources() -> Result<()> {
    if has_sources() {
        return Ok(());
    }
    rustup(
        &["component", "add", "rust-src"],
        "the standard library's sources (rust-src)",
    )
}

/// Returns which of rustfmt and clippy are missing.
pub(crate) fn missing_components() -> Vec<&'static str> {
    [("rustfmt", "fmt"), ("clippy", "clippy")]
        .into_iter()
        .filter(|(_, command)| probe(cmd!(shell(), "cargo {command} --version")).is_none())
        .map(|(component, _)| component)
        .collect()
}

/// Installs rustfmt and clippy if they are missing: rustup's minimal profile lacks them.
pub(crate) fn ensure_components() -> Result<()> {
    let missing = missing_components();
    if missing.is_empty() {
        return Ok(());
    }
    let args = [&["component", "add"][..], &missing].concat();
    rustup(&args, &missing.join(" and "))
}

fn rustup(args: &[&str], what: &str) -> Result<()> {
    ensure!(
        process::find("rustup").is_some(),
        "{what} is missing, and there is no rustup to install it: install it the way Rust was installed"
    );
    log(format!("Installing {what}"));
    cmd!(shell(), "rustup {args...}").run()?;
    Ok(())
}
