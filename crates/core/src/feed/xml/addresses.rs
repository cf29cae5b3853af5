//! URLs of a document, absolute where it says what they are relative to.

use super::names::{Space, own};
use super::tree::Element;
use crate::text::url::{self, Resolver};

/// What URLs of a document are resolved against.
#[derive(Clone, Copy)]
pub(super) struct Addresses<'a> {
    resolver: &'a dyn Resolver,
    /// The URL of the document.
    document: Option<&'a str>,
}

impl<'a> Addresses<'a> {
    pub(super) fn new(resolver: &'a dyn Resolver, document: Option<&'a str>) -> Self {
        Self { resolver, document }
    }

    /// Returns a URL in an element as an absolute one, if there is something to resolve it against.
    /// An absolute one stays as it is written.
    #[inline(never)]
    pub(super) fn resolve(&self, element: Element<'_>, url: &str) -> String {
        let url = url.trim();
        if self.resolver.resolve(url, None).is_some() {
            return url.to_owned();
        }
        let base = self.base(element);
        let absolute = base.and_then(|base| self.resolver.resolve(url, Some(&base)));
        absolute.unwrap_or_else(|| url.to_owned())
    }

    /// Returns the base of an element: its `xml:base` and those around it, and the document's URL.
    fn base(&self, element: Element<'_>) -> Option<String> {
        let bases = element
            .ancestors()
            .filter_map(|around| around.attribute_of(Space::Xml, "base"));
        let bases: Vec<_> = bases.collect();
        let outer = self.document.map(str::to_owned);
        bases.into_iter().rev().fold(outer, |outer, base| {
            let resolved = self.resolver.resolve(base.trim(), outer.as_deref());
            resolved.or(outer)
        })
    }

    /// Returns the host name of a URL.
    pub(super) fn domain(&self, url: &str) -> Option<String> {
        let href = url::link(self.resolver, url, None)?;
        url::domain(self.resolver, url::host(&href)?)
    }
}

/// Returns the absolute URL that a feed gives as its own, else that of its website.
pub(super) fn own_address(channel: Element<'_>, resolver: &dyn Resolver) -> Option<String> {
    let nowhere = Addresses::new(resolver, None);
    let own = relation(channel, "self").map(|(link, href)| nowhere.resolve(link, href));
    let website = website(channel).map(|(link, url)| nowhere.resolve(link, &url));
    let mut urls = own.into_iter().chain(website);
    urls.find_map(|url| url::link(resolver, &url, None))
}

/// Returns the link of a relation.
#[inline(never)]
pub(super) fn relation<'t>(element: Element<'t>, relation: &str) -> Option<(Element<'t>, &'t str)> {
    let links = element.children().filter(|child| child.is(own("link")));
    let mut related = links.filter(|link| link.attribute("rel") == Some(relation));
    related.find_map(|link| Some((link, link.attribute("href")?)))
}

/// Returns the link to a page about an element: an alternate one, of HTML if possible.
#[inline(never)]
pub(super) fn website(element: Element<'_>) -> Option<(Element<'_>, String)> {
    let links = || element.children().filter(|child| child.is(own("link")));
    let is_alternate = |link: &Element<'_>| {
        link.attribute("rel")
            .is_none_or(|relation| relation.eq_ignore_ascii_case("alternate"))
    };
    let alternates = || links().filter(is_alternate);
    let is_page = |link: &Element<'_>| {
        link.attribute("type")
            .is_none_or(|kind| kind.contains("html"))
    };
    let href = |link: Element<'_>| Some(link.attribute("href")?.to_owned());
    let by_attribute = alternates()
        .filter(is_page)
        .chain(alternates())
        .find_map(|link| Some((link, href(link)?)));
    let by_text = || {
        let mut texts = links().map(|link| (link, link.text()));
        texts.find(|(_, text)| !text.is_empty())
    };
    // An RSS channel may have `atom:link` before its own.
    match by_text() {
        Some(text) if text.0.space() != Space::Atom => Some(text),
        text => by_attribute.or(text),
    }
}
