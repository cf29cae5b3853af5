//! How the command ends: with a status, or with a failure before it could do its work.

use std::fmt;
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// The outcome of a run that wrote what could be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// No findings: exit status 0.
    Fine,
    /// Findings, which are printed: exit status 1.
    Findings,
}

impl Status {
    /// Returns the status for a number of findings.
    pub(super) fn of(findings: usize) -> Self {
        if findings == 0 {
            Status::Fine
        } else {
            Status::Findings
        }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Fine => ExitCode::SUCCESS,
            Status::Findings => ExitCode::from(1),
        }
    }
}

/// Why the command cannot run: exit status 2.
#[derive(Debug)]
pub(super) struct Failure(String);

impl Failure {
    /// Creates a failure with a message that says what is wrong, where, and what to do.
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// Creates the failure for a file or folder that cannot be read or written.
    pub(super) fn file(what: &str, path: &Path, error: &io::Error) -> Self {
        Self(format!("cannot {what} {}: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
