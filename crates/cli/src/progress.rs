//! Progress and messages on standard error.

use std::collections::HashSet;
use std::io::{self, IsTerminal, Write};

use indicatif::{ProgressBar, ProgressStyle};

use super::finding::Finding;

/// A progress bar on a terminal, and messages.
#[derive(Debug)]
pub(super) struct Progress {
    bar: Option<ProgressBar>,
    /// The hints that were printed already: each is printed once.
    hints: HashSet<&'static str>,
}

impl Progress {
    /// Starts progress for a number of files or articles.
    pub(super) fn new(files: usize, quiet: bool) -> Self {
        let visible = !quiet && io::stderr().is_terminal();
        let style = ProgressStyle::with_template("{bar:30} {human_pos} of {human_len}, {eta} left");
        let bar = visible.then(|| {
            let bar = ProgressBar::new(files as u64);
            style.into_iter().for_each(|style| bar.set_style(style));
            bar
        });
        Self {
            bar,
            hints: HashSet::new(),
        }
    }

    /// Counts another one as done.
    pub(super) fn advance(&self) {
        if let Some(bar) = &self.bar {
            bar.inc(1);
        }
    }

    /// Prints a line to standard error, whether or not that is a terminal.
    pub(super) fn say(&self, line: impl std::fmt::Display) {
        // Ignores a closed standard error.
        let print = || _ = writeln!(io::stderr().lock(), "{line}");
        match &self.bar {
            Some(bar) => bar.suspend(print),
            None => print(),
        }
    }

    /// Prints a finding and its hint.
    pub(super) fn finding(&mut self, finding: &Finding) {
        self.say(finding);
        if let Some(hint) = finding.hint
            && self.hints.insert(hint)
        {
            self.say(format_args!("    {hint}"));
        }
    }

    /// Removes the bar.
    pub(super) fn clear(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }

    /// Removes the bar and prints a summary, if there is a bar.
    pub(super) fn finish(&self, line: impl std::fmt::Display) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
            self.say(line);
        }
    }
}
