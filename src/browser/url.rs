//! URLs, by the browser's own parser.

use web_sys::Url;

use article_cards_core::text::url::Resolver;

/// Resolves URLs by the browser's `URL`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BrowserUrl;

impl Resolver for BrowserUrl {
    fn resolve(&self, url: &str, base: Option<&str>) -> Option<String> {
        let url = match base {
            Some(base) => Url::new_with_base(url, base),
            None => Url::new(url),
        };
        url.ok().map(|url| url.href())
    }
}
