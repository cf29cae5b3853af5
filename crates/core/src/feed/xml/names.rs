//! The namespaces of feeds, in every spelling that is in use.

use crate::interner::Interner;

/// A namespace, or a group of them with the same meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// RSS, also RSS 1.0.
    Rss,
    Atom,
    Rdf,
    /// Media RSS.
    Media,
    /// Podcasts.
    Itunes,
    /// Dublin Core, elements and terms.
    DublinCore,
    /// The module `content` of RSS 1.0.
    Content,
    Youtube,
    Xhtml,
    Xml,
    /// An attribute without a prefix.
    None,
    Other,
}

/// The name of an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name(pub(super) Space, pub(super) &'static str);

/// The name of an element of RSS or Atom.
pub(super) const fn own(name: &'static str) -> Name {
    Name(Space::Rss, name)
}

/// The name of an element of Media RSS.
pub(super) const fn media(name: &'static str) -> Name {
    Name(Space::Media, name)
}

/// The name of an element of podcasts.
pub(super) const fn itunes(name: &'static str) -> Name {
    Name(Space::Itunes, name)
}

/// The name of an element of Dublin Core.
pub(super) const fn dublin_core(name: &'static str) -> Name {
    Name(Space::DublinCore, name)
}

impl Name {
    /// Returns whether an element has this name, in any case.
    pub(super) fn is(self, space: Space, name: &str) -> bool {
        let is_own = |space| matches!(space, Space::Rss | Space::Atom);
        let same_space = space == self.0 || is_own(space) && is_own(self.0);
        same_space && name.eq_ignore_ascii_case(self.1)
    }
}

/// Returns the meaning of a namespace; `None` for any that is not known.
fn known(uri: &str) -> Option<Space> {
    let uri = uri.trim().to_ascii_lowercase();
    let uri = uri.trim_start_matches("http://");
    let uri = uri.trim_start_matches("https://");
    let uri = uri.trim_end_matches(['/', '#']);
    let begins = |beginnings: &[&str]| beginnings.iter().any(|begin| uri.starts_with(begin));
    Some(match uri {
        "www.w3.org/xml/1998/namespace" => Space::Xml,
        "www.w3.org/1999/xhtml" => Space::Xhtml,
        "www.w3.org/1999/02/22-rdf-syntax-ns" => Space::Rdf,
        _ if begins(&["www.w3.org/2005/atom", "purl.org/atom/ns"]) => Space::Atom,
        "purl.org/rss/1.0/modules/content" => Space::Content,
        _ if begins(&["purl.org/rss/1.0/modules"]) => Space::Other,
        _ if uri.contains("yahoo.com/mrss") || uri == "www.rssboard.org/media-rss" => Space::Media,
        _ if begins(RSS) => Space::Rss,
        _ if uri.ends_with("podcast-1.0.dtd") || uri.contains("play-podcasts") => Space::Itunes,
        _ if begins(&["purl.org/dc/"]) => Space::DublinCore,
        _ if uri.contains("youtube.com/") && uri.contains("schemas") => Space::Youtube,
        _ => return None,
    })
}

/// How namespaces of RSS begin.
const RSS: &[&str] = &[
    "purl.org/rss/",
    "purl.org/net/rss",
    "backend.userland.com/rss",
    "blogs.law.harvard.edu/tech/rss",
    "cyber.law.harvard.edu/rss",
    "my.netscape.com/",
    "channel.netscape.com/",
    "www.rssboard.org/rss",
];

/// Returns what a prefix usually means.
fn usual(prefix: &str) -> Option<Space> {
    Some(match prefix {
        "xml" => Space::Xml,
        "media" => Space::Media,
        "itunes" | "googleplay" => Space::Itunes,
        "dc" | "dcterms" => Space::DublinCore,
        "content" => Space::Content,
        "yt" => Space::Youtube,
        "rdf" => Space::Rdf,
        "xhtml" => Space::Xhtml,
        "rss" => Space::Rss,
        "atom" | "atom10" => Space::Atom,
        _ => return None,
    })
}

/// The namespaces that are declared where a reader is in a document.
#[derive(Debug)]
pub(super) struct Namespaces {
    prefixes: Interner,
    /// The meanings of each prefix, the innermost last, with the depth of their elements.
    declared: Vec<Vec<(usize, Space)>>,
    /// What elements without a namespace are: RSS, or Atom.
    dialect: Space,
    /// The namespace of the root, if it is not known.
    pub(super) unknown: Option<String>,
}

impl Namespaces {
    pub(super) fn new() -> Self {
        Self {
            prefixes: Interner::default(),
            declared: Vec::new(),
            dialect: Space::Rss,
            unknown: None,
        }
    }

    /// Starts the root of a feed, which declares these namespaces. They are taken for RSS or Atom
    /// if they are not known.
    pub(super) fn start_root(&mut self, name: &str, namespace: Option<&str>) {
        self.dialect = match local(name).to_ascii_lowercase().as_str() {
            "feed" | "entry" => Space::Atom,
            _ => Space::Rss,
        };
        let unknown = namespace.filter(|uri| !uri.trim().is_empty() && known(uri).is_none());
        self.unknown = unknown.map(str::to_owned);
    }

    /// Declares a namespace for an element at a depth.
    pub(super) fn declare(&mut self, prefix: &str, uri: &str, depth: usize) {
        let space = match uri.trim() {
            "" => self.dialect,
            uri if self.unknown.as_deref() == Some(uri) => self.dialect,
            uri => known(uri).unwrap_or(Space::Other),
        };
        let symbol = self.prefixes.intern(prefix) as usize;
        if symbol == self.declared.len() {
            self.declared.push(Vec::new());
        }
        if let Some(spaces) = self.declared.get_mut(symbol) {
            spaces.push((depth, space));
        }
    }

    fn symbol(&self, prefix: &str) -> Option<usize> {
        self.prefixes.get(prefix).map(|symbol| symbol as usize)
    }

    /// Ends the declarations of elements from a depth on.
    pub(super) fn leave(&mut self, prefix: &str, depth: usize) {
        let symbol = self.symbol(prefix);
        if let Some(spaces) = symbol.and_then(|symbol| self.declared.get_mut(symbol)) {
            while spaces.last().is_some_and(|(at, _)| *at >= depth) {
                spaces.pop();
            }
        }
    }

    /// Returns the namespace of an element, and whether its prefix is declared.
    pub(super) fn resolve(&self, name: &str) -> (Space, bool) {
        let prefix = prefix(name);
        let spaces = self
            .symbol(prefix)
            .and_then(|symbol| self.declared.get(symbol));
        let declared = spaces.and_then(|spaces| spaces.last());
        match (declared, prefix) {
            (Some((_, space)), _) => (*space, true),
            (None, "") => (self.dialect, true),
            (None, prefix) => {
                let space = usual(prefix);
                (space.unwrap_or(Space::Other), space == Some(Space::Xml))
            }
        }
    }
}

/// Returns the namespace of an attribute, by its usual prefix.
pub(super) fn of_attribute(name: &str) -> Space {
    match prefix(name) {
        "" => Space::None,
        prefix => usual(prefix).unwrap_or(Space::Other),
    }
}

/// Returns a name without its prefix.
pub(super) fn local(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, local)| local)
}

/// Returns the prefix of a name; empty without one.
pub(super) fn prefix(name: &str) -> &str {
    name.split_once(':').map_or("", |(prefix, _)| prefix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn namespaces_in_every_spelling() {
        for (uri, space) in [
            ("http://www.w3.org/2005/Atom", Some(Space::Atom)),
            ("https://www.w3.org/2005/Atom/", Some(Space::Atom)),
            (" http://purl.org/atom/ns# ", Some(Space::Atom)),
            ("http://backend.userland.com/RSS2", Some(Space::Rss)),
            ("http://blogs.law.harvard.edu/tech/rss", Some(Space::Rss)),
            ("http://my.netscape.com/rdf/simple/0.9/", Some(Space::Rss)),
            ("http://purl.org/rss/1.0/", Some(Space::Rss)),
            (
                "http://purl.org/rss/1.0/modules/content/",
                Some(Space::Content),
            ),
            ("http://purl.org/rss/1.0/modules/slash/", Some(Space::Other)),
            ("http://search.yahoo.com/mrss", Some(Space::Media)),
            ("http://search.yahoo.com/mrss/", Some(Space::Media)),
            (
                "http://www.itunes.com/DTDs/Podcast-1.0.dtd",
                Some(Space::Itunes),
            ),
            ("http://purl.org/dc/terms/", Some(Space::DublinCore)),
            (
                "http://www.youtube.com/xml/schemas/2015",
                Some(Space::Youtube),
            ),
            ("http://www.georss.org/georss", None),
        ] {
            assert_eq!(known(uri), space, "{uri}");
        }
    }

    #[test]
    fn declarations_end_with_their_element() {
        let mut namespaces = Namespaces::new();
        namespaces.declare("m", "http://search.yahoo.com/mrss/", 1);
        namespaces.declare("m", "urn:x", 2);
        assert_eq!(namespaces.resolve("m:content"), (Space::Other, true));
        namespaces.leave("m", 2);
        assert_eq!(namespaces.resolve("m:content"), (Space::Media, true));
        namespaces.leave("m", 1);
        assert_eq!(namespaces.resolve("m:content"), (Space::Other, false));
        assert_eq!(namespaces.resolve("media:content"), (Space::Media, false));
        assert_eq!(namespaces.resolve("title"), (Space::Rss, true));
    }
}
