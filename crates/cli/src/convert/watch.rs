//! `--watch`: writes the feed again whenever a file changes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecursiveMode, Watcher};

use crate::exit::{Failure, Status};
use crate::format::Format;
use crate::progress::Progress;

/// Changes are handled after this long without further ones, since editors save in several steps.
const QUIET_PERIOD: Duration = Duration::from_millis(150);

/// The sources to watch, and the output, whose changes are ignored.
pub(super) struct Watch<'a> {
    /// Files and folders.
    pub(super) sources: &'a [PathBuf],
    /// The file or folder that is written.
    pub(super) target: Option<&'a Path>,
    /// Returns a predicate for the files that `write` wrote.
    pub(super) own_output: &'a dyn Fn() -> Box<dyn Fn(&Path) -> bool>,
}

impl Watch<'_> {
    /// Calls `write` now and after each change, until the process is stopped. A failure of `write` is
    /// only printed, since the next change may fix it.
    ///
    /// # Errors
    /// Fails if a source cannot be watched.
    pub(super) fn run(
        &self,
        is_quiet: bool,
        write: &dyn Fn() -> Result<Status, Failure>,
    ) -> Result<Status, Failure> {
        if self.sources.iter().any(|path| path.as_os_str() == "-") {
            return Err(Failure::new(
                "--watch cannot watch standard input: name files and folders",
            ));
        }
        let failure = |error: notify::Error| Failure::new(format!("cannot watch: {error}"));
        let (sender, events) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(sender).map_err(failure)?;
        for folder in folders(self.sources) {
            watcher
                .watch(&folder, RecursiveMode::Recursive)
                .map_err(failure)?;
        }
        let progress = Progress::new(0, true);
        let write = || match write() {
            Ok(_) if is_quiet => {}
            Ok(_) => progress.say("article-cards: written; waiting for changes"),
            Err(failure) => progress.say(format_args!("article-cards: {failure}")),
        };
        write();
        loop {
            let Ok(event) = events.recv() else {
                return Ok(Status::Fine);
            };
            let own_output = (self.own_output)();
            let mut has_changed = self.is_change(&event, &own_output);
            let mut quiet_at = Instant::now() + QUIET_PERIOD;
            loop {
                let left = quiet_at.saturating_duration_since(Instant::now());
                match events.recv_timeout(left) {
                    Ok(event) => {
                        if self.is_change(&event, &own_output) {
                            has_changed = true;
                            quiet_at = Instant::now() + QUIET_PERIOD;
                        }
                    }
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return Ok(Status::Fine),
                }
            }
            if has_changed {
                write();
            }
        }
    }

    /// Returns whether an event may have changed a source.
    fn is_change(&self, event: &notify::Result<Event>, own_output: &dyn Fn(&Path) -> bool) -> bool {
        let Ok(event) = event else {
            return true;
        };
        if matches!(event.kind, EventKind::Access(_)) {
            return false;
        }
        // The folders of the output's pages change when it is written.
        let target = self.target.and_then(|target| target.canonicalize().ok());
        let is_in_output = |path: &Path| match (&target, path.canonicalize()) {
            (Some(target), Ok(path)) => path.starts_with(target),
            _ => false,
        };
        event.paths.iter().any(|path| {
            let name = path.file_name().unwrap_or_default();
            let is_hidden = name.as_encoded_bytes().starts_with(b".");
            let is_source = Format::of(path).is_some()
                || path.is_dir() && !is_in_output(path)
                || (self.sources.iter()).any(|source| source.file_name() == Some(name));
            is_source && !is_hidden && !own_output(path)
        })
    }
}

/// Returns the folders to watch; for a file, the folder it is in, since editors replace files.
fn folders(sources: &[PathBuf]) -> BTreeSet<PathBuf> {
    let folder = |path: &PathBuf| match path.parent() {
        _ if path.is_dir() => path.clone(),
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    sources.iter().map(folder).collect()
}
