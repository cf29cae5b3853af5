//! Starting other programs, and finding them.

use std::env;
use std::ffi::OsString;
use std::net::{Ipv4Addr, TcpListener};
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread::ScopedJoinHandle;

use anyhow::{Context, Result, ensure};
use xshell::{Cmd, Shell};

/// Prints what happens next.
pub(crate) fn log(message: impl std::fmt::Display) {
    println!("→ {message}");
}

thread_local! {
    static SHELL: &'static Shell =
        Box::leak(Box::new(Shell::new().expect("the working directory exists")));
}

/// The shell that runs all commands, in the top folder of the repository. Commands are printed,
/// their output is visible, and errors name them. Their input is empty: nothing may wait for an
/// answer.
pub(crate) fn shell() -> &'static Shell {
    SHELL.with(|shell| *shell)
}

/// Runs a command silently and returns what it prints, trimmed. Returns `None` if it cannot be
/// started or fails.
pub(crate) fn probe(command: Cmd<'_>) -> Option<String> {
    let output = command.quiet().ignore_stderr().read();
    output.ok().map(|output| output.trim().to_owned())
}

/// Runs a command that others run beside: its output would be mixed with theirs, so it is printed only
/// if the command fails.
pub(crate) fn run_silently(command: Cmd<'_>) -> Result<()> {
    let name = command.to_string();
    let output = command.quiet().ignore_status().output()?;
    ensure!(
        output.status.success(),
        "`{name}` failed ({}):\n{}{}",
        output.status,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(())
}

/// Waits for a thread, and passes its panic on.
pub(crate) fn join<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| resume_unwind(panic))
}

/// Finds a program on the search path.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    which::which(program).ok()
}

/// The path in an environment variable, if it is set and not empty.
pub(crate) fn path_variable(name: &str) -> Option<PathBuf> {
    env::var_os(name)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}

/// The search path with these folders in front.
pub(crate) fn path_with(folders: &[&Path]) -> Result<OsString> {
    let old = env::var_os("PATH").unwrap_or_default();
    let all = folders
        .iter()
        .map(|folder| folder.to_path_buf())
        .chain(env::split_paths(&old));
    env::join_paths(all).context("cannot put a tool's folder on PATH")
}

/// Returns a free port, so that two runs on one machine do not collide.
pub(crate) fn free_port() -> Result<u16> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .context("there is no free port for the tests' server")
}
