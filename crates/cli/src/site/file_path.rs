//! What the path of an article's file says: its date, language, folders and name.

use super::Site;
use super::dated::{Dated, with_folders_of_date, without_full_date};
use super::place::Place;
use super::slug;

/// The codes of ISO 639-1, of which one may stand before the extension of a file.
const LANGUAGES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co \
    cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi \
    ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw \
    ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc \
    oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv \
    sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// The language of Hugo's files without one, whose addresses do not name it.
const DEFAULT_LANGUAGE: &str = "en";

/// What the path of a file says.
#[derive(Debug, Default)]
pub(super) struct FilePath {
    /// The steps of the path below the content; of an index, those of its folder.
    steps: Vec<String>,
    pub(super) is_index: bool,
    /// The language before the extension.
    pub(super) locale: Option<String>,
    /// The date, with hyphens.
    pub(super) date: Option<String>,
    /// The folders, without those that are part of the date.
    pub(super) sections: Vec<String>,
    /// The name without date, language and extension; of an index that of its folder.
    pub(super) name: String,
    /// The name of the file without its extension.
    pub(super) file_name: String,
    /// Whether it is in Jekyll's folder of drafts.
    pub(super) is_draft: bool,
    /// The folders in which the content is.
    pub(super) above: Vec<String>,
}

impl FilePath {
    pub(super) fn new(place: &Place, site: Option<Site>) -> Self {
        let Some((file, folders)) = place.steps.split_last() else {
            return Self::default();
        };
        let file_name = file
            .rsplit_once('.')
            .map_or(file.as_str(), |(name, _)| name);
        let (name, locale) = match site {
            Some(Site::Hugo) => without_language(file_name),
            _ => (file_name, None),
        };
        let is_index = match site {
            Some(site) => site.index_names().contains(&name),
            None => ["index", "_index", "readme"].contains(&name.to_ascii_lowercase().as_str()),
        };
        let mut steps = folders.to_vec();
        if !is_index {
            steps.push(name.to_owned());
        }
        let below = |at: usize| steps.get(at.min(steps.len())..).unwrap_or_default();
        // Folders above the content of a site say nothing.
        let dated = match site {
            Some(_) => Dated::find(below(place.root)),
            None => Dated::find(&steps),
        };
        let (mut sections, name) = match &dated {
            Some(dated) => {
                let start = dated.step + if site.is_some() { place.root } else { 0 };
                let before = steps.get(place.root..start).unwrap_or_default();
                (before.to_vec(), dated.rest.clone())
            }
            None => (below(place.root).to_vec(), String::new()),
        };
        let name = match name.is_empty() {
            false => name,
            // A path without a date, or nothing but a date.
            true => match &dated {
                Some(dated) => dated.date.clone(),
                None => sections.pop().unwrap_or_default(),
            },
        };
        Self {
            is_draft: place.is_draft,
            date: dated.map(|dated| dated.date),
            steps: below(place.root).to_vec(),
            file_name: file_name.to_owned(),
            above: place.above.clone(),
            is_index,
            locale,
            sections,
            name,
        }
    }

    /// Returns the path that a site has for the file, without slashes at its ends. A slug of the front
    /// matter replaces the name where the site does so.
    pub(super) fn address(&self, site: Option<Site>, slug: Option<&str>) -> String {
        let slug = slug.map(|slug| slug.trim_matches('/'));
        let mut steps = self.steps.clone();
        let join = |steps: &[String], clean: &dyn Fn(&str) -> String| {
            let steps = steps.iter().map(|step| slug::encoded(&clean(step)));
            let steps: Vec<String> = steps.filter(|step| !step.is_empty()).collect();
            steps.join("/")
        };
        match site {
            Some(Site::Hugo) => {
                if let (Some(slug), Some(last)) = (slug, steps.last_mut()) {
                    *last = slug.to_owned();
                }
                let language = self.locale.clone().filter(|own| own != DEFAULT_LANGUAGE);
                steps.splice(0..0, language);
                join(&steps, &|step| slug::without_others(step, "._-~+@"))
            }
            Some(Site::Astro) => {
                if let Some(slug) = slug {
                    // The collection stays.
                    steps.truncate(usize::from(steps.len() > 1));
                    steps.extend(slug.split('/').map(str::to_owned));
                    return join(&steps, &str::to_owned);
                }
                join(&steps, &|step| slug::without_others(step, "_-"))
            }
            Some(Site::Eleventy) => {
                if !self.is_index
                    && let Some(last) = steps.last_mut()
                    && let Some(name) = without_full_date(last)
                {
                    *last = name;
                }
                // A file in a folder of its own name has the address of the folder.
                if let [.., folder, name] = steps.as_slice()
                    && folder == name
                {
                    steps.pop();
                }
                join(&steps, &str::to_owned)
            }
            Some(Site::Docusaurus) => {
                let path = match slug {
                    Some(slug) => slug.split('/').map(str::to_owned).collect(),
                    None => with_folders_of_date(steps),
                };
                format!("blog/{}", join(&path, &str::to_owned))
            }
            Some(Site::Jekyll) | None => {
                let name = slug.unwrap_or(&self.name).to_owned();
                let steps: Vec<String> = self.sections.iter().cloned().chain([name]).collect();
                join(&steps, &str::to_owned)
            }
        }
    }
}

/// Splits a name into what precedes a language, and the language: `post.fr`, `post.pt-br`.
fn without_language(name: &str) -> (&str, Option<String>) {
    let Some((before, code)) = name.rsplit_once('.') else {
        return (name, None);
    };
    let (language, region) = code.split_once(['-', '_']).unwrap_or((code, "xx"));
    let is_region =
        (2..=4).contains(&region.len()) && region.bytes().all(|it| it.is_ascii_alphanumeric());
    let is_language = language.len() == 2 && LANGUAGES.split(' ').any(|it| it == language);
    match is_language && is_region && !before.is_empty() {
        true => (before, Some(code.replace('_', "-").to_ascii_lowercase())),
        false => (name, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &str, site: Option<Site>) -> FilePath {
        let steps = path.split('/').map(str::to_owned).collect();
        let place = Place {
            steps,
            ..Place::default()
        };
        FilePath::new(&place, site)
    }

    #[test]
    fn dates_and_names() {
        for (path, date, name, sections) in [
            ("2024-03-05-spring-tide.md", "2024-03-05", "spring-tide", ""),
            ("2024-3-5-a.md", "2024-3-5", "a", ""),
            ("news/2024_03_05_a.md", "2024-03-05", "a", "news"),
            ("news/2024-03-05.md", "2024-03-05", "2024-03-05", "news"),
            ("blog/2024-03-05-a/index.md", "2024-03-05", "a", "blog"),
            ("blog/2024/03-05-a/README.md", "2024-03-05", "a", "blog"),
            ("blog/2024/03/05/a.md", "2024-03-05", "a", "blog"),
            ("blog/2024/03/05-a.mdx", "2024-03-05", "a", "blog"),
            ("2024-13-05-a.md", "", "2024-13-05-a", ""),
            ("2024-03-055.md", "", "2024-03-055", ""),
            ("2024-01-02/a.md", "", "a", "2024-01-02"),
            ("news/ships/a.md", "", "a", "news/ships"),
            ("index.md", "", "", ""),
        ] {
            let read = read(path, None);
            assert_eq!(read.date.unwrap_or_default(), date, "{path}");
            assert_eq!(
                (read.name.as_str(), read.sections.join("/").as_str()),
                (name, sections),
                "{path}"
            );
        }
    }

    #[test]
    fn addresses_of_sites() {
        for (site, path, slug, address) in [
            (Site::Hugo, "posts/My Post.md", None, "posts/my-post"),
            (
                Site::Hugo,
                "posts/2024-03-05-a/index.md",
                None,
                "posts/2024-03-05-a",
            ),
            (
                Site::Hugo,
                "posts/a.md",
                Some("High Tide"),
                "posts/high-tide",
            ),
            (Site::Hugo, "posts/a.fr.md", None, "fr/posts/a"),
            (Site::Hugo, "posts/a.en.md", None, "posts/a"),
            (Site::Hugo, "posts/b/index.pt-br.md", None, "pt-br/posts/b"),
            (Site::Hugo, "posts/node.js.md", None, "posts/node.js"),
            (Site::Astro, "blog/First Post.mdx", None, "blog/first-post"),
            (Site::Astro, "blog/a/index.md", Some("b"), "blog/b"),
            (Site::Eleventy, "posts/2024-03-05-a.md", None, "posts/a"),
            (Site::Eleventy, "posts/a/a.md", None, "posts/a"),
            (Site::Eleventy, "posts/a/index.md", None, "posts/a"),
            (
                Site::Docusaurus,
                "2024-03-05-a.md",
                None,
                "blog/2024/03/05/a",
            ),
            (
                Site::Docusaurus,
                "2024/03-05-a/index.mdx",
                None,
                "blog/2024/03/05/a",
            ),
            (Site::Docusaurus, "a.md", Some("/b/c"), "blog/b/c"),
        ] {
            let read = read(path, Some(site));
            assert_eq!(read.address(Some(site), slug), address, "{path}");
        }
    }
}
