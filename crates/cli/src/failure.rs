//! Why the command cannot run.

use std::fmt;
use std::io;
use std::path::Path;

/// Why the command cannot run: exit status 2.
#[derive(Debug)]
pub(super) struct Failure(String);

impl Failure {
    /// Says what was wrong, where, and what to do.
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// A file or folder that can't be read or written.
    pub(super) fn file(what: &str, path: &Path, error: &io::Error) -> Self {
        Self(format!("cannot {what} {}: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
