//! What a person at a terminal sees while it runs, on standard error.

use std::collections::HashSet;
use std::io::{self, IsTerminal, Write};

use indicatif::{ProgressBar, ProgressStyle};

use super::finding::Finding;

/// A bar on a terminal; elsewhere nothing but what is wrong.
#[derive(Debug)]
pub(super) struct Progress {
    bar: Option<ProgressBar>,
    /// Hints that were printed: each once is enough.
    hints: HashSet<&'static str>,
}

impl Progress {
    /// Begins with so many files to read.
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

    /// One more file is read.
    pub(super) fn advance(&self) {
        if let Some(bar) = &self.bar {
            bar.inc(1);
        }
    }

    /// Prints a line that is seen wherever standard error leads.
    pub(super) fn say(&self, line: impl std::fmt::Display) {
        // Where nobody listens any more nothing is to be said.
        let print = || _ = writeln!(io::stderr().lock(), "{line}");
        match &self.bar {
            Some(bar) => bar.suspend(print),
            None => print(),
        }
    }

    /// Prints something that is wrong, and what to do.
    pub(super) fn finding(&mut self, finding: &Finding) {
        self.say(finding);
        if let Some(hint) = finding.hint
            && self.hints.insert(hint)
        {
            self.say(format_args!("    {hint}"));
        }
    }

    /// Takes the bar away; says how it went, to a person only.
    pub(super) fn finish(&self, line: impl std::fmt::Display) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
            self.say(line);
        }
    }
}
