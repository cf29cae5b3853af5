//! The names that sites have for the fields of articles, beside those that are read anyway.

use super::Site;
use crate::markdown::{Fields, Node};
use article_cards_core::feed::entries::field_in_any_case;

/// A field, and the paths in front matter that it is read from.
type Names = (&'static str, &'static [&'static str]);

const HUGO: &[Names] = &[
    (
        "publishedDateTime",
        &[
            "date",
            "publishDate",
            "pubdate",
            "published",
            "lastmod",
            "modified",
        ],
    ),
    (
        "excerpt",
        &[
            "summary",
            "description",
            "params.summary",
            "params.description",
        ],
    ),
    (
        "authors",
        &["authors", "author", "params.authors", "params.author"],
    ),
    (
        "images",
        &[
            "images",
            "cover.image",
            "featured_image",
            "featuredImage",
            "cover",
            "image",
            "thumbnail",
            "params.images",
            "params.image",
        ],
    ),
    ("locale", &["lang", "language"]),
];

const JEKYLL: &[Names] = &[
    ("excerpt", &["excerpt", "description"]),
    (
        "images",
        &[
            "image",
            "header.teaser",
            "header.image",
            "header.overlay_image",
            "thumbnail",
            "cover",
        ],
    ),
    ("locale", &["lang"]),
];

const ASTRO: &[Names] = &[
    (
        "publishedDateTime",
        &[
            "pubDate",
            "pubDatetime",
            "publishDate",
            "publishedDate",
            "published",
            "date",
        ],
    ),
    (
        "images",
        &["heroImage", "image", "cover", "coverImage", "ogImage"],
    ),
    ("locale", &["lang", "language"]),
];

const ELEVENTY: &[Names] = &[
    ("images", &["image", "cover", "thumbnail", "hero"]),
    ("locale", &["lang", "language"]),
];

const DOCUSAURUS: &[Names] = &[("images", &["image"])];

/// The tags of Eleventy that name a list of pages, and are no topics.
const LISTS_OF_ELEVENTY: [&str; 4] = ["all", "nav", "post", "posts"];

/// Sets the fields that a site has under other names.
pub(super) fn translate(fields: &mut Fields, site: Site, folders: &[String]) {
    let names = match site {
        Site::Hugo => HUGO,
        Site::Jekyll => JEKYLL,
        Site::Astro => ASTRO,
        Site::Eleventy => ELEVENTY,
        Site::Docusaurus => DOCUSAURUS,
    };
    for (field, paths) in names {
        if fields.get(field).is_some_and(|own| !own.is_blank()) {
            continue;
        }
        let value = |path: &&'static str| {
            let value = fields.get(path).filter(|value| !value.is_blank())?;
            // A boolean, or a date.
            let is_other = *path == "published" && value.as_bool().is_some();
            (!is_other).then_some((*path, value))
        };
        let mut values = paths.iter().filter_map(value);
        // A name that is read anyway stays, so that findings name it.
        if let Some((path, value)) = values.next()
            && (field_in_any_case(path).is_none() || path == "published")
        {
            let value = value.clone();
            fields.set(field, value);
        }
    }
    if fields.text("published").is_some()
        && fields.get("published").and_then(Node::as_bool).is_none()
    {
        fields.remove("published");
    }
    match site {
        Site::Jekyll => {
            merge(fields, "category", &["categories", "category"], folders);
            merge(fields, "topics", &["tags", "tag"], &[]);
        }
        Site::Eleventy => {
            if let Some(tags) = fields.get("tags") {
                let is_topic = |tag: &&Node| {
                    tag.as_text()
                        .is_none_or(|text| !LISTS_OF_ELEVENTY.contains(&text))
                };
                let topics = tags.values().into_iter().filter(is_topic).cloned();
                let topics = Node::list(tags.line(), topics.collect());
                fields.set("tags", topics);
            }
        }
        Site::Hugo | Site::Astro | Site::Docusaurus => {}
    }
}

/// Joins the values that Jekyll has under a plural, in which a text is a list, and under a singular.
/// `folders` are values as well.
fn merge(fields: &mut Fields, field: &str, [plural, singular]: &[&str; 2], folders: &[String]) {
    let line = fields.get(plural).or(fields.get(singular)).map(Node::line);
    let line = line.unwrap_or_else(|| fields.line());
    let mut values: Vec<Node> = Vec::new();
    match fields.get(plural).map(|node| (node, node.as_text())) {
        Some((node, Some(text))) => {
            // Jekyll itself splits at white space, also where authors write commas.
            let words: Vec<&str> = match text.contains(',') {
                true => text.split(',').collect(),
                false => text.split_whitespace().collect(),
            };
            values.extend(
                words
                    .into_iter()
                    .map(|word| Node::text(node.line(), word.trim())),
            );
        }
        Some((node, None)) => values.extend(node.values().into_iter().cloned()),
        None => {}
    }
    values.extend(
        folders
            .iter()
            .map(|folder| Node::text(line, folder.as_str())),
    );
    if let Some(single) = fields.get(singular) {
        values.extend(single.values().into_iter().cloned());
    }
    if !values.is_empty() {
        fields.remove(plural);
        fields.set(field, Node::list(line, values));
    }
}
