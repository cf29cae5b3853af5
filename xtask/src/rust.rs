//! What rustup brings: the compiler itself, its WASM target, rustfmt and clippy.

use std::path::Path;
use std::process::Command;

use crate::error::{Error, Result};
use crate::process::{self, say};
use crate::project::Project;
use crate::version;

/// The target of everything that runs in a browser.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// What makes a released module small beyond the profile in Cargo.toml. The standard library is
/// built anew, by the same options as the crate: the one that rustup brings is made for speed.
///
/// - A panic is a trap and nothing else: no message, no place and no code that would put them
///   together. The JavaScript around catches the error of the trap.
/// - `{:?}` prints nothing, so no text that anybody reads may be made with it.
///
/// Rust calls all of this unstable, and only `RUSTC_BOOTSTRAP` lets its stable compiler do it. The
/// options are those of the version in `rust-version`; a newer one may call them otherwise.
const SMALL: &str = "--cfg=small_module -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";
const SMALL_STD: [&str; 2] = [
    "-Zbuild-std=std,panic_abort",
    "-Zbuild-std-features=optimize_for_size",
];

/// The compiler's version.
pub(crate) fn version() -> Option<String> {
    let line = process::output(rustc().arg("--version"))?;
    line.split_whitespace().nth(1).map(str::to_owned)
}

/// Fails if the compiler is older than the crate asks for.
pub(crate) fn check_version(project: &Project) -> Result<()> {
    let found = version().unwrap_or_else(|| "none".to_owned());
    if version::at_least(&found, &project.rust) {
        Ok(())
    } else {
        Err(Error::new(format!(
            "Rust {} or newer is needed, found {found}: run `rustup update stable`",
            project.rust
        )))
    }
}

/// Whether the WASM target's library is there, with or without rustup.
pub(crate) fn has_target() -> bool {
    process::output(rustc().args(["--print", "target-libdir", "--target", TARGET]))
        .is_some_and(|folder| Path::new(&folder).is_dir())
}

/// Adds the WASM target if it is missing.
pub(crate) fn ensure_target() -> Result<()> {
    if has_target() {
        return Ok(());
    }
    rustup(
        &["target", "add", TARGET],
        &format!("the standard library of Rust's target {TARGET}"),
    )
}

/// Lets cargo build a module for a release: this way it becomes smallest.
pub(crate) fn small<'c>(cargo: &'c mut Command, command: &str) -> Result<&'c mut Command> {
    ensure_target()?;
    ensure_sources()?;
    Ok(cargo
        .args([command, "--release", "--target", TARGET])
        .args(SMALL_STD)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", SMALL))
}

/// Whether the standard library's sources are there.
pub(crate) fn has_sources() -> bool {
    process::output(rustc().args(["--print", "sysroot"])).is_some_and(|sysroot| {
        Path::new(&sysroot)
            .join("lib/rustlib/src/rust/library/Cargo.lock")
            .is_file()
    })
}

/// Adds the standard library's sources if they are missing.
pub(crate) fn ensure_sources() -> Result<()> {
    if has_sources() {
        return Ok(());
    }
    rustup(
        &["component", "add", "rust-src"],
        "the sources of Rust's standard library (rust-src)",
    )
}

/// Which of `rustfmt` and `clippy` are missing.
pub(crate) fn missing_components() -> Vec<&'static str> {
    [("rustfmt", "fmt"), ("clippy", "clippy")]
        .into_iter()
        .filter(|(_, command)| {
            process::output(process::cargo().args([command, "--version"])).is_none()
        })
        .map(|(component, _)| component)
        .collect()
}

/// Adds rustfmt and clippy if they are missing: rustup's minimal profile leaves them out.
pub(crate) fn ensure_components() -> Result<()> {
    let missing = missing_components();
    if missing.is_empty() {
        return Ok(());
    }
    let args: Vec<_> = ["component", "add"]
        .into_iter()
        .chain(missing.iter().copied())
        .collect();
    rustup(&args, &missing.join(" and "))
}

fn rustup(args: &[&str], what: &str) -> Result<()> {
    if process::find("rustup").is_none() {
        return Err(Error::new(format!(
            "{what} is missing and there is no rustup to add it: install it the way Rust was installed"
        )));
    }
    say(format!("Adding {what}"));
    process::run(Command::new("rustup").args(args))
}

fn rustc() -> Command {
    Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
}
