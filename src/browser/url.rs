//! URLs, by the browser's own parser.

use super::page::base_url;

use article_cards_core::text::url::Resolver;

/// Resolves URLs by the browser's `URL`; outside a browser by
/// [`UrlStandard`](article_cards_core::text::url).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BrowserUrl;

impl BrowserUrl {
    /// A URL of the page, made absolute; as it is if it is none.
    pub(crate) fn absolute(url: &str) -> String {
        let absolute = Self.resolve(url, base_url().as_deref());
        absolute.unwrap_or_else(|| url.to_owned())
    }
}

impl Resolver for BrowserUrl {
    #[cfg(target_arch = "wasm32")]
    fn resolve(&self, url: &str, base: Option<&str>) -> Option<String> {
        use web_sys::Url;
        let url = match base {
            Some(base) => Url::new_with_base(url, base),
            None => Url::new(url),
        };
        url.ok().map(|url| url.href())
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn resolve(&self, url: &str, base: Option<&str>) -> Option<String> {
        article_cards_core::text::url::UrlStandard.resolve(url, base)
    }
}
