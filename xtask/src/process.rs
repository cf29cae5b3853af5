//! Starting other programs: each is printed, its output is visible, and errors name it.

use std::env;
use std::ffi::OsString;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, ensure};

/// Prints what happens next.
pub(crate) fn log(message: impl std::fmt::Display) {
    println!("→ {message}");
}

/// Runs a command with its output visible.
///
/// Its input is empty: nothing may wait for an answer, since nobody may be there to give it.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    command.stdout(Stdio::inherit());
    finish(command).map(|_| ())
}

/// Runs a command and returns what it prints; its errors are visible.
pub(crate) fn capture(command: &mut Command) -> Result<String> {
    command.stdout(Stdio::piped());
    let output = finish(command)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn finish(command: &mut Command) -> Result<Output> {
    let line = command_line(command);
    println!("  $ {line}");
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start `{line}`"))?;
    let status = output.status;
    ensure!(
        status.success(),
        "`{line}` failed ({status}): see its output above"
    );
    Ok(output)
}

/// Runs a command silently and returns what it prints, trimmed. Returns `None` if it cannot be
/// started or fails.
pub(crate) fn probe(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The cargo that started this program.
pub(crate) fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Finds a program on the search path.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let extensions: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd", ".bat"]
    } else {
        &[""]
    };
    env::split_paths(&env::var_os("PATH")?)
        .flat_map(|folder| {
            extensions
                .iter()
                .map(move |extension| folder.join(format!("{program}{extension}")))
        })
        .find(|file| file.is_file())
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

/// The command as one would type it, without the folder of the program.
fn command_line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(name)
        .chain(command.get_args())
        .map(|word| {
            let word = word.to_string_lossy();
            if word.is_empty() || word.contains(char::is_whitespace) {
                format!("'{word}'")
            } else {
                word.into_owned()
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_line_quotes_words_with_spaces() {
        let mut command = Command::new("/some/where/trunk");
        command.args(["build", "a b", ""]);
        assert_eq!(command_line(&command), "trunk build 'a b' ''");
    }

    #[test]
    fn a_failure_names_its_command() {
        let error = run(cargo().arg("--no-such-flag")).err();
        let message = error.map(|error| error.to_string()).unwrap_or_default();
        assert!(message.contains("--no-such-flag` failed"), "{message}");
    }
}
