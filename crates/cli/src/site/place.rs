//! Where an article's file is in its site.

use std::fs::DirEntry;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::Site;
use crate::format::Format;

/// Where a file is: its path in steps, and which of them are in the site's content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// The folders and the name of the file.
    pub(super) steps: Vec<String>,
    /// How many folders are above the content.
    pub(super) root: usize,
    /// The folders of the site in which the content is: `news` of `news/_posts`.
    pub(super) above: Vec<String>,
    /// Whether it is in Jekyll's folder of drafts.
    pub(super) is_draft: bool,
}

/// Where the files that an argument names are.
#[derive(Debug)]
pub(crate) struct Location<'a> {
    site: Option<Site>,
    folder: &'a Path,
    /// The folder with the site's configuration.
    top: Option<PathBuf>,
    /// Whether the folder has only other folders, and so is the top of a site whose configuration is
    /// missing.
    has_folders_only: bool,
}

impl<'a> Location<'a> {
    /// Returns the location of a folder, or of the folder of a file.
    pub(crate) fn new(folder: &'a Path, site: Option<Site>) -> Self {
        let top = site.and_then(|site| top(site, &absolute(folder)));
        let has_folders_only = site.is_some() && top.is_none() && has_no_articles(folder);
        Self {
            site,
            folder,
            top,
            has_folders_only,
        }
    }

    /// Returns the place of a file that an argument names.
    pub(crate) fn of_named(&self, file: &Path) -> Place {
        let steps = steps(file);
        let root = steps.len().saturating_sub(1);
        self.place(file, Place::with(steps, root, root))
    }

    /// Returns the place of a file in the folder that an argument names.
    pub(crate) fn of(&self, file: &Path) -> Place {
        let root = usize::from(self.folder.file_name().is_some());
        self.place(
            file,
            Place::with(with_folder(self.folder, file), root, root),
        )
    }

    /// Returns the place of a file, which is `without_site` if it is of no site.
    fn place(&self, file: &Path, without_site: Place) -> Place {
        let place = match self.site {
            Some(site) => self.in_site(site, file),
            None => without_site,
        };
        Place {
            is_draft: absolute(file).iter().any(|step| step == "_drafts"),
            ..place
        }
    }

    fn in_site(&self, site: Site, file: &Path) -> Place {
        if let Some(top) = &self.top
            && let Ok(below) = absolute(file).strip_prefix(top)
        {
            let steps = steps(below);
            let root = content(site, &steps).unwrap_or_default();
            return Place::with(steps, root, 0);
        }
        let whole = steps(&absolute(file));
        // Of a site whose top is not known, the folder that has the content tells where it is. The
        // content of Eleventy has no name of its own, and Jekyll's folders are categories.
        let root = match site {
            Site::Eleventy | Site::Jekyll => None,
            Site::Hugo | Site::Astro | Site::Docusaurus => content(site, &whole),
        };
        if let Some(root) = root {
            return Place::with(whole, root, root);
        }
        // The folders that a relative path names are of the site, and those of an absolute one may be
        // anywhere.
        let is_relative = self
            .folder
            .components()
            .all(|step| matches!(step, Component::Normal(_)));
        let mut path = match is_relative && !self.has_folders_only {
            true => steps(self.folder),
            false => Vec::new(),
        };
        let first = path.len();
        path.extend(steps(file.strip_prefix(self.folder).unwrap_or(file)));
        let steps = path;
        match (content(site, &steps), site) {
            (Some(root), _) => Place::with(steps, root, first),
            // The folder is the blog itself.
            (None, Site::Docusaurus) => Place::with(steps, first, first),
            (None, _) => Place::with(steps, 0, 0),
        }
    }
}

impl Place {
    /// Returns the place of a path whose content begins after `root` steps, of which the first
    /// `unknown` ones are no folders of the site.
    fn with(steps: Vec<String>, root: usize, unknown: usize) -> Self {
        let above = steps.get(unknown..root.saturating_sub(1));
        Self {
            above: above.unwrap_or_default().to_vec(),
            root,
            steps,
            is_draft: false,
        }
    }
}

/// Returns whether no file of a folder is an article.
fn has_no_articles(folder: &Path) -> bool {
    let Ok(mut files) = folder.read_dir() else {
        return false;
    };
    let is_article = |file: io::Result<DirEntry>| {
        file.is_ok_and(|file| Format::of(&file.path()) == Some(Format::Markdown))
    };
    !files.any(is_article)
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Returns the folder, or the nearest one above it, that has the site's configuration.
fn top(site: Site, folder: &Path) -> Option<PathBuf> {
    let files = site.configuration_files();
    let has_file = |folder: &&Path| files.iter().any(|file| folder.join(file).is_file());
    folder.ancestors().find(has_file).map(Path::to_owned)
}

/// Returns how many steps lead to the content of a site: articles below have the rest as their path.
fn content(site: Site, steps: &[String]) -> Option<usize> {
    let folders = steps.split_last()?.1;
    let last = |names: &[&str]| {
        let at = folders
            .iter()
            .rposition(|step| names.contains(&step.as_str()));
        at.map(|at| at + 1)
    };
    match site {
        Site::Hugo => last(&["content"]),
        Site::Jekyll => last(&["_posts", "_drafts"]),
        Site::Docusaurus => last(&["blog"]),
        Site::Eleventy => {
            let first = folders.first()?;
            matches!(first.as_str(), "src" | "content").then_some(1)
        }
        Site::Astro => {
            let is_content = |pair: &[String]| match pair {
                [above, folder] => {
                    above == "src" && matches!(folder.as_str(), "content" | "pages" | "data")
                }
                _ => false,
            };
            folders.windows(2).rposition(is_content).map(|at| at + 2)
        }
    }
}

/// Returns the name of a folder, and the path of a file below it.
fn with_folder(folder: &Path, file: &Path) -> Vec<String> {
    let name = folder
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let below = file.strip_prefix(folder).unwrap_or(file);
    name.into_iter().chain(steps(below)).collect()
}

fn steps(path: &Path) -> Vec<String> {
    let steps = path.components().filter_map(|step| match step {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        _ => None,
    });
    steps.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn below(site: Option<Site>, folder: &str, file: &str) -> (String, Vec<String>) {
        let place = Location::new(Path::new(folder), site).of(Path::new(file));
        let content = place.steps.get(place.root..).unwrap().join("/");
        (content, place.above)
    }

    #[test]
    fn content_of_a_site() {
        for (site, folder, file, content) in [
            (Site::Hugo, "content", "content/posts/a.md", "posts/a.md"),
            (
                Site::Hugo,
                "/x/content/posts",
                "/x/content/posts/deep/a.md",
                "posts/deep/a.md",
            ),
            (Site::Hugo, "posts", "posts/a.md", "posts/a.md"),
            (Site::Astro, ".", "./src/content/blog/a.md", "blog/a.md"),
            (
                Site::Astro,
                "src/pages",
                "src/pages/posts/a.md",
                "posts/a.md",
            ),
            (Site::Eleventy, "posts", "posts/a.md", "posts/a.md"),
            (Site::Eleventy, "src", "src/posts/a.md", "posts/a.md"),
            (Site::Docusaurus, "blog", "blog/2024/a.md", "2024/a.md"),
            (Site::Docusaurus, "news", "news/a.md", "a.md"),
            (Site::Jekyll, "_posts", "_posts/2024/a.md", "2024/a.md"),
        ] {
            assert_eq!(
                below(Some(site), folder, file),
                (content.into(), Vec::new()),
                "{file}"
            );
        }
        assert_eq!(
            below(Some(Site::Jekyll), "mine", "mine/news/ships/_posts/a.md"),
            ("a.md".into(), vec!["news".into(), "ships".into()])
        );
        assert_eq!(below(None, "mine", "mine/news/a.md").0, "news/a.md");
        let location = Location::new(Path::new("news/2024"), None);
        let place = location.of_named(Path::new("news/2024/a.md"));
        assert_eq!((place.steps.len(), place.root), (3, 2));
    }
}
