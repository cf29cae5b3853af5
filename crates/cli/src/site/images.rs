//! The pictures of front matter, with the addresses that they have on the site.

use super::Site;
use crate::markdown::Node;

/// The keys of a picture's address, and of its text.
const URLS: [&str; 6] = ["url", "path", "src", "image", "file", "link"];
const TITLES: [&str; 4] = ["title", "alt", "caption", "imageAlt"];

/// Returns pictures as an article has them. `address` returns the URL of a path of the site, and
/// `page` the path of the article, if its pictures are beside it.
pub(super) fn translate(
    images: &Node,
    site: Site,
    page: Option<&str>,
    address: &dyn Fn(&str) -> String,
) -> Node {
    let list = images.values().into_iter().filter_map(|image| {
        let mut keys = URLS.iter();
        let written = image
            .as_text()
            .or_else(|| keys.find_map(|key| image.get(key)?.as_text()))?;
        let url = resolved(written, site, page, address)?;
        let mut pairs = vec![("url".to_owned(), Node::text(image.line(), url))];
        let title = TITLES
            .iter()
            .find_map(|key| image.get(key).filter(|it| !it.is_blank()));
        pairs.extend(title.map(|title| ("title".to_owned(), title.clone())));
        let others = ["width", "height", "attribution", "isCached"];
        let others = others
            .into_iter()
            .filter_map(|key| Some((key.to_owned(), image.get(key)?.clone())));
        pairs.extend(others);
        Some(Node::map(image.line(), pairs))
    });
    Node::list(images.line(), list.collect())
}

/// Returns the URL of a picture; `None` if only the generator knows it, since it processes the file.
fn resolved(
    written: &str,
    site: Site,
    page: Option<&str>,
    address: &dyn Fn(&str) -> String,
) -> Option<String> {
    if written.contains("{{") {
        return None;
    }
    let has_scheme = written
        .split(['/', '?', '#'])
        .next()
        .is_some_and(|it| it.contains(':'));
    if has_scheme || written.starts_with("//") {
        return Some(written.to_owned());
    }
    if written.starts_with('/') {
        return Some(address(written));
    }
    match (site, page) {
        (Site::Astro | Site::Docusaurus, _) => None,
        (Site::Hugo, Some(page)) => Some(address(&format!("{page}/{written}"))),
        _ => Some(address(written)),
    }
}
