//! The URLs of further pages.

use crate::text::url::{Resolver, cut, link};

/// The address of the page with this number of a feed.
///
/// The number replaces a final `page/{m}/` of the folder, else `page/{n}/` is appended to it; file
/// name and query stay, a fragment goes.
///
/// ```
/// use article_cards_core::feed::paging::page;
///
/// let second = page("https://x.example/news/index.json?a=b", 2);
/// assert_eq!(second, "https://x.example/news/page/2/index.json?a=b");
/// assert_eq!(page(&second, 3), "https://x.example/news/page/3/index.json?a=b");
/// assert_eq!(page("https://x.example/news/", 2), "https://x.example/news/page/2/");
/// ```
pub fn page(url: &str, number: u64) -> String {
    let url = url.split_once('#').map_or(url, |(url, _)| url);
    let (address, query) = cut(url, url.find('?'));
    let path_at = address.find("://").map(|at| at + "://".len());
    let (scheme, rest) = cut(address, path_at.or(Some(0)));
    // An address without a scheme is all path.
    let authority_end = path_at.map_or(Some(0), |_| rest.find('/'));
    let (authority, path) = cut(rest, authority_end);
    let file_at = path.bytes().rposition(|byte| byte == b'/');
    let (folder, file) = cut(path, file_at.map(|at| at + 1).or(Some(0)));
    let slash = if path_at.is_some() && path.is_empty() {
        "/"
    } else {
        ""
    };
    let folder = unpaged(folder).unwrap_or(folder);
    format!("{scheme}{authority}{slash}{folder}page/{number}/{file}{query}")
}

/// The address of the page with this number by a template: its every `{page}`.
///
/// ```
/// use article_cards_core::feed::paging::page_from_template;
///
/// assert_eq!(page_from_template("/news?p={page}", 2), "/news?p=2");
/// ```
pub fn page_from_template(template: &str, number: u64) -> String {
    template.replace("{page}", &number.to_string())
}

/// A template of pages, absolute and normalised, its `{page}` kept. `None`: it gives no link.
pub fn template(resolver: &dyn Resolver, template: &str, base: Option<&str>) -> Option<String> {
    // Braces would be percent-encoded; these letters stay as they are in every part of a URL.
    const PAGE: &str = "article-cards-page";
    Some(link(resolver, &template.replace("{page}", PAGE), base)?.replace(PAGE, "{page}"))
}

/// A folder without its final `page/{m}/`.
fn unpaged(folder: &str) -> Option<&str> {
    let numbered = folder.strip_suffix('/')?;
    let named = numbered.trim_end_matches(|char: char| char.is_ascii_digit());
    let before = named.strip_suffix("page/")?;
    let is_segment = before.is_empty() || before.ends_with('/');
    (named.len() < numbered.len() && is_segment).then_some(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages() {
        for (url, second) in [
            (
                "https://x.example/index.json",
                "https://x.example/page/2/index.json",
            ),
            ("https://x.example/page/1/", "https://x.example/page/2/"),
            (
                "https://x.example/a/page/17/i.json?b=/c/#d",
                "https://x.example/a/page/2/i.json?b=/c/",
            ),
            (
                "https://x.example/homepage/1/",
                "https://x.example/homepage/1/page/2/",
            ),
            (
                "https://x.example/page/x/",
                "https://x.example/page/x/page/2/",
            ),
            (
                "https://x.example/page//",
                "https://x.example/page//page/2/",
            ),
            (
                "https://x.example/page/1",
                "https://x.example/page/page/2/1",
            ),
            ("https://x.example?a", "https://x.example/page/2/?a"),
            ("news/index.json", "news/page/2/index.json"),
            ("page/1/index.json", "page/2/index.json"),
            ("index.json", "page/2/index.json"),
            ("/", "/page/2/"),
            ("", "page/2/"),
        ] {
            assert_eq!(page(url, 2), second, "{url}");
        }
        assert_eq!(page_from_template("{page}/{page}?{n}", 10), "10/10?{n}");
    }
}
