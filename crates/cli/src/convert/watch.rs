//! `--watch`: writes the feed again whenever a file changes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecursiveMode, Watcher};

use super::{Arguments, convert_once, own_output};
use crate::exit::Failure;
use crate::exit::Status;
use crate::format::Format;
use crate::progress::Progress;

/// Changes are handled after this long without further ones, since editors save in several steps.
const QUIET_PERIOD: Duration = Duration::from_millis(150);

/// Runs until stopped.
pub(super) fn run(arguments: &Arguments) -> Result<Status, Failure> {
    let progress = Progress::new(0, true);
    if arguments.paths.iter().any(|path| path.as_os_str() == "-") {
        return Err(Failure::new(
            "--watch cannot watch standard input: name files and folders",
        ));
    }
    let failure = |error: notify::Error| Failure::new(format!("cannot watch: {error}"));
    let (sender, events) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(sender).map_err(failure)?;
    for path in watched(&arguments.paths) {
        watcher
            .watch(&path, RecursiveMode::Recursive)
            .map_err(failure)?;
    }
    write(arguments, &progress)?;
    loop {
        let Ok(event) = events.recv() else {
            return Ok(Status::Fine);
        };
        let own = own_output(arguments);
        let mut changed = matters(&event, arguments, &own);
        let mut quiet_at = Instant::now() + QUIET_PERIOD;
        loop {
            let left = quiet_at.saturating_duration_since(Instant::now());
            match events.recv_timeout(left) {
                Ok(event) => {
                    if matters(&event, arguments, &own) {
                        changed = true;
                        quiet_at = Instant::now() + QUIET_PERIOD;
                    }
                }
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return Ok(Status::Fine),
            }
        }
        if changed {
            write(arguments, &progress)?;
        }
    }
}

/// Writes the feed. A failure is only printed, since the next change may fix it.
fn write(arguments: &Arguments, progress: &Progress) -> Result<(), Failure> {
    match convert_once(arguments) {
        Ok(_) if arguments.sources.quiet => {}
        Ok(_) => progress.say("article-cards: written; waiting for changes"),
        Err(failure) => progress.say(format_args!("article-cards: {failure}")),
    }
    Ok(())
}

/// Returns the folders to watch; for a file, the folder it is in, since editors replace files.
fn watched(paths: &[PathBuf]) -> BTreeSet<PathBuf> {
    let folder = |path: &PathBuf| match path.parent() {
        _ if path.is_dir() => path.clone(),
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    paths.iter().map(folder).collect()
}

/// Returns whether an event may have changed a source.
fn matters(
    event: &notify::Result<Event>,
    arguments: &Arguments,
    own_output: &dyn Fn(&Path) -> bool,
) -> bool {
    let Ok(event) = event else {
        return true;
    };
    if matches!(event.kind, EventKind::Access(_)) {
        return false;
    }
    // Our own pages' folders change when they are written.
    let target = arguments
        .target()
        .and_then(|target| target.canonicalize().ok());
    let own_folder = |path: &Path| match (&target, path.canonicalize()) {
        (Some(target), Ok(path)) => path.starts_with(target),
        _ => false,
    };
    event.paths.iter().any(|path| {
        let name = path.file_name().unwrap_or_default();
        let hidden = name.as_encoded_bytes().starts_with(b".");
        let read = Format::of(path).is_some()
            || path.is_dir() && !own_folder(path)
            || arguments
                .paths
                .iter()
                .any(|own| own.file_name() == Some(name));
        read && !hidden && !own_output(path)
    })
}
