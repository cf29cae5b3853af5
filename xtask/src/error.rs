//! What went wrong, and what the person at the keyboard can do about it.

use std::fmt;

/// The result of everything here.
pub(crate) type Result<T> = std::result::Result<T, Error>;

/// A message for a person: what was tried, why it failed, what to do.
#[derive(Debug)]
pub(crate) struct Error {
    message: String,
    usage: bool,
}

impl Error {
    /// Something could not be done.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            usage: false,
        }
    }

    /// The command line makes no sense.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            usage: true,
        }
    }

    /// Whether the command line is at fault, so that its help belongs beside the message.
    pub(crate) fn is_usage(&self) -> bool {
        self.usage
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl From<lexopt::Error> for Error {
    fn from(error: lexopt::Error) -> Self {
        Self::usage(error.to_string())
    }
}

/// Says what was tried when it failed.
pub(crate) trait Context<T> {
    /// Puts `doing()` before the cause.
    fn context(self, doing: impl FnOnce() -> String) -> Result<T>;
}

impl<T, E: fmt::Display> Context<T> for std::result::Result<T, E> {
    fn context(self, doing: impl FnOnce() -> String) -> Result<T> {
        self.map_err(|cause| Error::new(format!("{}: {cause}", doing())))
    }
}
