//! How a run ended that could run.

use std::process::ExitCode;

/// How a run ended; what could be written was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// Nothing was wrong.
    Fine,
    /// Something was found that is wrong: it was printed.
    Findings,
}

impl Status {
    /// Whether there is anything that was wrong.
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
