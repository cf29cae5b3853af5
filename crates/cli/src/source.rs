//! What is read: the files that arguments name, and those in folders that they name.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::failure::Failure;
use super::finding::Finding;
use super::format::Format;

/// One thing to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Source {
    /// `None`: standard input.
    pub(super) file: Option<PathBuf>,
    /// What to call it.
    pub(super) name: String,
    /// Known by the name of the file, else by what is in it.
    pub(super) format: Option<Format>,
    /// What tells its article from others if nothing else does: `news/2023-04-26-tides.md`.
    pub(super) identity: Option<String>,
    /// Whether an argument names it, and not only a folder that it is in.
    pub(super) named: bool,
}

/// What arguments name.
#[derive(Debug, Default)]
pub(super) struct Sources {
    /// In the order of the arguments, those of a folder by their paths.
    pub(super) list: Vec<Source>,
    /// Folders that could not be read.
    pub(super) findings: Vec<Finding>,
}

/// Finds all sources. Of folders: files of a known kind, hidden ones and those that `leave_out`
/// names left out, links followed.
///
/// # Errors
/// A path is not there.
pub(super) fn find(
    paths: &[PathBuf],
    leave_out: &dyn Fn(&Path) -> bool,
) -> Result<Sources, Failure> {
    let mut sources = Sources::default();
    for path in paths {
        if path.as_os_str() == "-" {
            sources.list.push(Source {
                file: None,
                name: "-".to_owned(),
                format: None,
                identity: None,
                named: true,
            });
            continue;
        }
        let metadata = fs::metadata(path).map_err(|error| {
            let address = path.to_string_lossy();
            if address.starts_with("https://") || address.starts_with("http://") {
                return Failure::new(format!(
                    "{address} is an address, and files are read: fetch it first, and name the file or `-`"
                ));
            }
            Failure::file("read", path, &error)
        })?;
        if metadata.is_dir() {
            sources.folder(path, leave_out);
        } else {
            sources.list.push(Source {
                format: Format::of(path),
                name: path.display().to_string(),
                identity: Some(identity(
                    path.parent().unwrap_or(path),
                    Path::new(path.file_name().unwrap_or_default()),
                )),
                file: Some(path.clone()),
                named: true,
            });
        }
    }
    Ok(sources)
}

impl Sources {
    fn folder(&mut self, folder: &Path, leave_out: &dyn Fn(&Path) -> bool) {
        let hidden = |name: &OsStr| name.as_encoded_bytes().starts_with(b".");
        let entries = WalkDir::new(folder)
            .follow_links(true)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || !hidden(entry.file_name()));
        let before = self.list.len();
        let mut linked = false;
        for entry in entries {
            linked |= entry.as_ref().is_ok_and(DirEntry::path_is_symlink);
            match entry {
                Ok(entry) if entry.file_type().is_file() => {
                    let path = entry.into_path();
                    if let Some(format) = Format::of(&path)
                        && !leave_out(&path)
                        && !is_first_page_again(&path)
                    {
                        self.list.push(Source {
                            name: path.display().to_string(),
                            identity: path
                                .strip_prefix(folder)
                                .ok()
                                .map(|below| identity(folder, below)),
                            file: Some(path),
                            format: Some(format),
                            named: false,
                        });
                    }
                }
                Ok(_) => {}
                // A link that leads back to a folder above it: all of it is read already.
                Err(error) if error.loop_ancestor().is_some() => {}
                Err(error) => {
                    let path = error.path().unwrap_or(folder).display().to_string();
                    let reason = error
                        .into_io_error()
                        .unwrap_or_else(|| io::Error::other("?"));
                    let message = format!("cannot be read: {reason}");
                    self.findings.push(Finding::error(&path, message));
                }
            }
        }
        if linked {
            self.once(before);
        }
    }

    /// Takes out what links lead to a second time, of the sources from a place on.
    fn once(&mut self, from: usize) {
        let mut known = HashSet::new();
        let some = self.list.split_off(from);
        let is_new = |source: &Source| match source.file.as_deref().map(fs::canonicalize) {
            Some(Ok(file)) => known.insert(file),
            _ => true,
        };
        self.list.extend(some.into_iter().filter(is_new));
    }
}

/// Whether a file is the first page of a feed that has an index: the same once more.
fn is_first_page_again(path: &Path) -> bool {
    path.ends_with("page/1/index.json")
        && path
            .ancestors()
            .nth(3)
            .is_some_and(|folder| folder.join("index.json").is_file())
}

/// What tells an article from others, for Markdown that names nothing that does: the last folder
/// that was given, and the path below it.
fn identity(folder: &Path, below: &Path) -> String {
    let steps = below.components().filter_map(|step| match step {
        Component::Normal(name) => Some(name),
        _ => None,
    });
    let steps = folder.file_name().into_iter().chain(steps);
    let steps: Vec<_> = steps.map(OsStr::to_string_lossy).collect();
    steps.join("/")
}
