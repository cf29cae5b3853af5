//! What a Markdown file has as a page of its site: dates and addresses that its front matter lacks.

use super::file_path::FilePath;
use super::permalink::Permalink;
use super::tokens::{Tokens, title};
use super::{Site, SiteOptions, images, names};
use crate::article_filter::milliseconds;
use crate::finding::Finding;
use crate::markdown::{Fields, Node};
use crate::source::Source;
use article_cards_core::feed::Mapping;
use article_cards_core::feed::entries::names_of;
use article_cards_core::text::date;

/// The fields of a link, in the order in which they are read.
const LINKS: [&str; 5] = ["webUrl", "originalUrl", "link", "permalink", "url"];

const HINT: &str = "write webUrl, or make addresses of the files' names with --site or --permalink";

/// An article in a Markdown file, with the fields that its site gives it.
pub(crate) struct Page<'a> {
    pub(crate) fields: Fields,
    /// The field of the address that was made for it.
    made: Option<&'static str>,
    /// Why it has no address.
    problem: Option<Finding>,
    options: &'a SiteOptions,
}

impl<'a> Page<'a> {
    /// Completes the fields of an article.
    pub(crate) fn new(
        mut fields: Fields,
        heading: Option<String>,
        source: &Source,
        options: &'a SiteOptions,
        mapping: &Mapping,
    ) -> Self {
        let site = options.site;
        let path = FilePath::new(&source.place, site);
        let is_left_out = is_left_out(&fields, &path, options);
        if let Some(site) = site {
            names::translate(&mut fields, site, &path.above);
        }
        let line = fields.line();
        if let Some(locale) = &path.locale
            && fields.get("locale").is_none_or(Node::is_blank)
        {
            fields.set("locale", Node::text(line, locale.as_str()));
        }
        if title(&fields).is_none() {
            let name = || Some(path.name.as_str()).filter(|name| !name.is_empty());
            let title = match site {
                Some(Site::Jekyll) => name().map(title_of_name),
                Some(Site::Docusaurus) => heading.or_else(|| name().map(str::to_owned)),
                _ => None,
            };
            if let Some(title) = title {
                fields.set("title", Node::text(line, title));
            }
        }
        set_date(&mut fields, &path);
        if is_left_out {
            fields.set("draft", Node::yes(line));
        }
        let mut page = Self {
            fields,
            made: None,
            problem: None,
            options,
        };
        page.set_address(&path, source, mapping);
        page.set_images(&path);
        page
    }

    /// Returns whether the address was made, and is relative to a feed whose URL is not known.
    pub(crate) fn is_relative(&self, field: &str) -> bool {
        self.options.url.is_none() && self.made == Some(field)
    }

    /// Returns the finding about an article that would be published without an address.
    pub(crate) fn no_address(&self, file: &str) -> Option<Finding> {
        if self.made.is_some() {
            return None;
        }
        let finding = || {
            Finding::warning(file, "no address: the card has no link")
                .at_line(self.fields.line())
                .with_hint(HINT)
        };
        Some(self.problem.clone().unwrap_or_else(finding))
    }

    /// Returns whether a finding is about the field of a link.
    pub(crate) fn is_about_link(finding: &Finding) -> bool {
        LINKS.contains(&finding.path.as_str())
    }

    fn set_address(&mut self, path: &FilePath, source: &Source, mapping: &Mapping) {
        let options = self.options;
        let permalink = match own_address(&self.fields, options.site) {
            OwnAddress::AsWritten => return,
            OwnAddress::Pattern(pattern) => Some(pattern),
            OwnAddress::Template(name) if options.permalink.is_none() => {
                let line = self.fields.line_of(name);
                let finding = Finding::warning(&source.name, "a template, which is not evaluated");
                let hint = "name the pattern of the addresses, such as --permalink /posts/:slug/";
                self.problem = Some(finding.at_path(name).at_line(line).with_hint(hint));
                self.fields.remove(name);
                return;
            }
            OwnAddress::Template(_) | OwnAddress::None => options
                .permalink
                .clone()
                .or_else(|| options.site.map(Site::permalink)),
        };
        let Some(permalink) = permalink else {
            return;
        };
        let tokens = Tokens {
            fields: &self.fields,
            path,
            site: options.site,
        };
        let address = match permalink.expand(&|name| tokens.value(name)) {
            Ok(address) => address,
            Err(name) => {
                let (message, hint) = match name {
                    "slug" | "title" | "path" => (
                        "no address: neither a name nor a title to make it of",
                        "write a slug: one or more words joined by hyphens",
                    ),
                    _ => (
                        "no address, since there is no date to make it of",
                        "write a date, or begin the name of the file with it: 2024-03-05-tides.md",
                    ),
                };
                let finding = Finding::warning(&source.name, message);
                self.problem = Some(finding.at_line(self.fields.line()).with_hint(hint));
                return;
            }
        };
        let address = address
            .strip_suffix("index.html")
            .filter(|it| it.ends_with('/'))
            .unwrap_or(&address);
        let address = match (options.site, address.starts_with('/'), &options.url) {
            _ if address.contains("://") => address.to_owned(),
            (Some(_), _, _) => options.address(address),
            (None, _, Some(url)) => url
                .join(address)
                .map_or_else(|_| address.to_owned(), String::from),
            (None, _, None) => address.to_owned(),
        };
        // A field that a mapping reads counts first.
        let is_mapped = mapping
            .fields()
            .any(|field| field == "webUrl" || field == "originalUrl");
        let field = if is_mapped { "url" } else { "webUrl" };
        for name in ["link", "permalink", "url"] {
            if !mapping.reads(name) {
                self.fields.remove(name);
            }
        }
        self.fields
            .set(field, Node::text(self.fields.line(), address));
        self.made = Some(field);
    }

    fn set_images(&mut self, path: &FilePath) {
        let Some(site) = self.options.site else {
            return;
        };
        let names = ["images", "image", "thumbnail"];
        let values = names.map(|name| self.fields.remove(name));
        let value = values.into_iter().flatten().find(|value| !value.is_blank());
        if let Some(value) = value {
            let page = path.is_index.then(|| path.address(Some(site), None));
            let address = |path: &str| self.options.address(path);
            let images = images::translate(&value, site, page.as_deref(), &address);
            self.fields.set("images", images);
        }
    }
}

/// The address that an article has in its front matter.
enum OwnAddress {
    None,
    /// It is read like that of any article.
    AsWritten,
    Pattern(Permalink),
    /// The field has a template that only the site can evaluate.
    Template(&'static str),
}

fn own_address(fields: &Fields, site: Option<Site>) -> OwnAddress {
    let text = |name: &&'static str| Some((*name, fields.text(name)?));
    if ["webUrl", "originalUrl"].iter().find_map(text).is_some() {
        return OwnAddress::AsWritten;
    }
    let names = match site {
        Some(Site::Hugo) => &["url"][..],
        Some(Site::Jekyll | Site::Eleventy) => &["permalink"],
        Some(Site::Astro | Site::Docusaurus) => &[],
        None => &["link", "permalink", "url"],
    };
    let Some((name, text)) = names.iter().find_map(text) else {
        return OwnAddress::None;
    };
    if text.contains("{{") || text.contains("{%") {
        let pattern = evaluated(text).map(|pattern| Permalink::of_front_matter(&pattern));
        return pattern.map_or(OwnAddress::Template(name), OwnAddress::Pattern);
    }
    let has_names = name == "permalink" && text.contains(':') && !text.contains("://");
    match site.is_some() || has_names {
        true => OwnAddress::Pattern(Permalink::of_front_matter(text)),
        false => OwnAddress::AsWritten,
    }
}

/// Returns whether the site leaves the article out.
fn is_left_out(fields: &Fields, path: &FilePath, options: &SiteOptions) -> bool {
    let time = |names: &[&str]| {
        let mut dates = names.iter().filter_map(|name| fields.text(name));
        dates.find_map(date::parse).map(milliseconds)
    };
    let is_later = |time: Option<i64>| time.is_some_and(|time| time > options.now_ms);
    let by_site = match options.site {
        Some(Site::Hugo) => {
            let published = time(&["publishDate", "pubdate", "published", "date"]);
            let expires = time(&["expiryDate", "unpublishdate"]);
            let is_unlisted = |name: &&str| matches!(fields.text(name), Some("never" | "false"));
            is_later(published)
                || expires.is_some_and(|time| time < options.now_ms)
                || ["build.list", "_build.list"].iter().any(is_unlisted)
                || fields.is("headless", true)
        }
        Some(Site::Jekyll) => {
            let of_file = path.date.as_deref().and_then(date::parse).map(milliseconds);
            fields.is("published", false) || is_later(time(&["date"]).or(of_file))
        }
        Some(Site::Eleventy) => {
            fields.is("permalink", false) || fields.is("eleventyExcludeFromCollections", true)
        }
        Some(Site::Docusaurus) => fields.is("unlisted", true),
        Some(Site::Astro) | None => false,
    };
    by_site || path.is_draft
}

/// Returns the pattern that is equivalent to a simple template of Eleventy.
fn evaluated(template: &str) -> Option<String> {
    let mut pattern = template.to_owned();
    for (expression, token) in [
        ("page.fileSlug", ":slug"),
        ("title | slugify", ":title"),
        ("title | slug", ":title"),
    ] {
        pattern = pattern.replace(&format!("{{{{ {expression} }}}}"), token);
    }
    let is_evaluated = !pattern.contains("{{") && !pattern.contains("{%");
    is_evaluated.then_some(pattern)
}

/// Returns a title as Jekyll makes it of a name: `spring-tide` is `Spring Tide`.
fn title_of_name(name: &str) -> String {
    let words = name.split(['-', '_']).filter(|word| !word.is_empty());
    let words = words.map(|word| {
        let mut chars = word.chars();
        let first = chars.next().map(|char| char.to_uppercase().to_string());
        first.unwrap_or_default() + chars.as_str()
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Adds the date of the path to an article without a valid one.
fn set_date(fields: &mut Fields, path: &FilePath) {
    let Some(date) = &path.date else {
        return;
    };
    let is_date = |name: &str| {
        fields
            .text(name)
            .is_some_and(|text| date::parse(text).is_some())
    };
    if names_of("publishedDateTime").any(is_date) {
        return;
    }
    let date = Node::text(fields.line(), date.as_str());
    let is_there = |name: &str| fields.get(name).is_some_and(|node| !node.is_blank());
    if !names_of("publishedDateTime").any(is_there) {
        fields.set("publishedDateTime", date);
        return;
    }
    // The last name that is read. What is there is no date: it is read first, and reported.
    if let Some(invalid) = fields.get("date").filter(|node| !node.is_blank()).cloned() {
        fields.set("publishedDateTime", invalid);
    }
    fields.set("date", date);
}
