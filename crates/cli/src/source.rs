//! The sources to read: files, the files in folders, and standard input.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::exit::Failure;
use super::finding::Finding;
use super::format::Format;
use super::site::{Location, Place, Site};

/// A file to read, or standard input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    /// `None` for standard input.
    pub(crate) file: Option<PathBuf>,
    /// Its name in messages.
    pub(crate) name: String,
    /// Its format by the extension of the file; `None` to guess it from the contents.
    pub(crate) format: Option<Format>,
    /// The identity of its article if it has no other: `news/2023-04-26-tides.md`.
    pub(crate) identity: Option<String>,
    /// Where the file is in its site.
    pub(crate) place: Place,
    /// Whether an argument names the file itself and not only its folder.
    pub(crate) named: bool,
}

impl Source {
    /// Returns whether it is a file about its folder, and no argument names it.
    pub(super) fn is_readme(&self) -> bool {
        let stem = self.file.as_deref().and_then(Path::file_stem);
        !self.named && stem.is_some_and(|stem| stem.eq_ignore_ascii_case("readme"))
    }
}

/// The sources that arguments name.
#[derive(Debug, Default)]
pub(super) struct Sources {
    /// In the order of the arguments; in a folder, ordered by path.
    pub(super) list: Vec<Source>,
    /// Findings about folders that could not be read.
    pub(super) findings: Vec<Finding>,
}

/// Finds all sources. In folders, these are the files of a known format that are not hidden and not
/// `is_excluded`; links are followed, and folders of npm packages are not. Of a site, they are its
/// articles.
///
/// # Errors
/// Fails if a path does not exist.
pub(super) fn find(
    paths: &[PathBuf],
    site: Option<Site>,
    is_excluded: &dyn Fn(&Path) -> bool,
) -> Result<Sources, Failure> {
    let mut sources = Sources::default();
    for path in paths {
        if path.as_os_str() == "-" {
            sources.list.push(Source {
                file: None,
                name: "-".to_owned(),
                format: None,
                identity: None,
                place: Place::default(),
                named: true,
            });
            continue;
        }
        let metadata = fs::metadata(path).map_err(|error| {
            let address = path.to_string_lossy();
            if address.starts_with("https://") || address.starts_with("http://") {
                return Failure::new(format!(
                    "{address} is a URL, but only files are read: fetch it first, and name the file or `-`"
                ));
            }
            Failure::file("read", path, &error)
        })?;
        if metadata.is_dir() {
            sources.folder(path, site, is_excluded);
        } else {
            sources.list.push(Source {
                format: Format::of(path),
                name: path.display().to_string(),
                identity: Some(identity(
                    path.parent().unwrap_or(path),
                    Path::new(path.file_name().unwrap_or_default()),
                )),
                place: Location::new(path.parent().unwrap_or(path), site).of_named(path),
                file: Some(path.clone()),
                named: true,
            });
        }
    }
    Ok(sources)
}

impl Sources {
    fn folder(&mut self, folder: &Path, site: Option<Site>, is_excluded: &dyn Fn(&Path) -> bool) {
        let hidden =
            |name: &OsStr| name.as_encoded_bytes().starts_with(b".") || name == "node_modules";
        let entries = WalkDir::new(folder)
            .follow_links(true)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || !hidden(entry.file_name()));
        let before = self.list.len();
        let location = Location::new(folder, site);
        let mut linked = false;
        for entry in entries {
            linked |= entry.as_ref().is_ok_and(DirEntry::path_is_symlink);
            match entry {
                Ok(entry) if entry.file_type().is_file() => {
                    let path = entry.into_path();
                    if let Some(format) = Format::of(&path)
                        && !is_excluded(&path)
                        && !is_copy_of_index(&path)
                    {
                        self.list.push(Source {
                            name: path.display().to_string(),
                            identity: path
                                .strip_prefix(folder)
                                .ok()
                                .map(|below| identity(folder, below)),
                            place: location.of(&path),
                            file: Some(path),
                            format: Some(format),
                            named: false,
                        });
                    }
                }
                Ok(_) => {}
                // A link to one of its parent folders, which is read anyway.
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
        if site == Some(Site::Jekyll) {
            self.keep_posts(before);
        }
        if linked {
            self.deduplicate(before);
        }
    }

    /// Removes sources that are pages of Jekyll and no posts, starting at an index, if there are posts.
    fn keep_posts(&mut self, from: usize) {
        let is_post = |source: &Source| {
            let mut steps = source.file.iter().flat_map(|file| file.iter());
            steps.any(|step| step == "_posts" || step == "_drafts")
        };
        let found = self.list.split_off(from);
        let has_posts = found.iter().any(is_post);
        let kept = found
            .into_iter()
            .filter(|source| !has_posts || is_post(source));
        self.list.extend(kept);
    }

    /// Removes sources that are the same file as another one, through links, starting at an index.
    fn deduplicate(&mut self, from: usize) {
        let mut known = HashSet::new();
        let rest = self.list.split_off(from);
        let is_new = |source: &Source| match source.file.as_deref().map(fs::canonicalize) {
            Some(Ok(file)) => known.insert(file),
            _ => true,
        };
        self.list.extend(rest.into_iter().filter(is_new));
    }
}

/// Returns whether a file is a copy of the index of a paged feed: its first page.
fn is_copy_of_index(path: &Path) -> bool {
    path.ends_with("page/1/index.json")
        && path
            .ancestors()
            .nth(3)
            .is_some_and(|folder| folder.join("index.json").is_file())
}

/// Returns the identity of a Markdown article without one: the name of the folder in the arguments,
/// and the path below it.
fn identity(folder: &Path, below: &Path) -> String {
    let steps = below.components().filter_map(|step| match step {
        Component::Normal(name) => Some(name),
        _ => None,
    });
    let steps = folder.file_name().into_iter().chain(steps);
    let steps: Vec<_> = steps.map(OsStr::to_string_lossy).collect();
    steps.join("/")
}
