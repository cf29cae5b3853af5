//! The feed written anew whenever a file changes: for authors.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecursiveMode, Watcher};

use super::{Arguments, once, own_output};
use crate::failure::Failure;
use crate::format::Format;
use crate::progress::Progress;
use crate::status::Status;

/// Editors write files in several steps: so long nothing must happen.
const CALM: Duration = Duration::from_millis(150);

/// Runs until it is stopped.
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
        let mut calm = Instant::now() + CALM;
        loop {
            let left = calm.saturating_duration_since(Instant::now());
            match events.recv_timeout(left) {
                Ok(event) => {
                    if matters(&event, arguments, &own) {
                        changed = true;
                        calm = Instant::now() + CALM;
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

/// Writes the feed. What is wrong with it now may be right after the next change.
fn write(arguments: &Arguments, progress: &Progress) -> Result<(), Failure> {
    match once(arguments) {
        Ok(_) if arguments.reading.quiet => {}
        Ok(_) => progress.say("article-cards: written; waiting for changes"),
        Err(failure) => progress.say(format_args!("article-cards: {failure}")),
    }
    Ok(())
}

/// The folders to watch: of files those that they are in, for editors replace files by new ones.
fn watched(paths: &[PathBuf]) -> BTreeSet<PathBuf> {
    let folder = |path: &PathBuf| match path.parent() {
        _ if path.is_dir() => path.clone(),
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    paths.iter().map(folder).collect()
}

/// Whether something may have changed what is read.
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
    // The folders of pages are made anew with them.
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
