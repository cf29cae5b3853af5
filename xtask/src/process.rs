//! Starting other programs: announced, with their output in sight, and with errors that name them.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::error::{Context, Error, Result};

/// Says what happens now.
pub(crate) fn say(what: impl std::fmt::Display) {
    println!("→ {what}");
}

/// Prints the command line, runs it with its output in sight and waits for it.
///
/// It gets no input: nothing here may wait for an answer, least of all where nobody sits.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let line = shown(command);
    println!("  $ {line}");
    let status = command
        .stdin(Stdio::null())
        .status()
        .context(|| format!("cannot start `{line}`"))?;
    if status.success() {
        Ok(())
    } else {
        Err(Error::new(format!(
            "`{line}` failed ({status}); what it said stands above"
        )))
    }
}

/// Prints the command line, runs it and returns what it prints; its complaints stay in sight.
pub(crate) fn answer(command: &mut Command) -> Result<String> {
    let line = shown(command);
    println!("  $ {line}");
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .context(|| format!("cannot start `{line}`"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(Error::new(format!(
            "`{line}` failed ({}); what it said stands above",
            output.status
        )))
    }
}

/// What the command prints, trimmed; `None` if it cannot be started or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
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

/// The same cargo that started this program.
pub(crate) fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The program's file, if it is on the search path.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd", ".bat"]
    } else {
        &[""]
    };
    env::split_paths(&env::var_os("PATH")?)
        .flat_map(|folder| {
            endings
                .iter()
                .map(move |ending| folder.join(format!("{program}{ending}")))
        })
        .find(|file| file.is_file())
}

/// The search path with these folders in front, for one process and those it starts.
pub(crate) fn path_with(folders: &[&Path]) -> Result<OsString> {
    let old = env::var_os("PATH").unwrap_or_default();
    let all = folders
        .iter()
        .map(|folder| folder.to_path_buf())
        .chain(env::split_paths(&old));
    env::join_paths(all).context(|| "a tool's folder cannot be put on PATH".to_owned())
}

/// The command as one would type it, without the folders before the program's name.
fn shown(command: &Command) -> String {
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
    fn a_command_is_shown_as_typed() {
        let mut command = Command::new("/some/where/trunk");
        command.args(["build", "a b", ""]);
        assert_eq!(shown(&command), "trunk build 'a b' ''");
    }

    #[test]
    fn a_failure_names_its_command() {
        let error = run(cargo().arg("--no-such-flag")).err();
        let message = error.map(|error| error.to_string()).unwrap_or_default();
        assert!(message.contains("--no-such-flag` failed"), "{message}");
    }
}
