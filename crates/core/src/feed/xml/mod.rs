//! RSS 0.9x to 2.0, RSS 1.0 (RDF) and Atom 0.3 and 1.0, converted to our own JSON.
//!
//! Real feeds are often not well-formed, so nothing of XML's syntax is fatal: what is wrong is a
//! [diagnostic](XmlFault), and costs at most the article that it is in. The result is JSON, so that
//! a page with a JSON feed loads nothing of this module.

mod addresses;
mod article;
mod channel;
#[cfg(not(target_arch = "wasm32"))]
mod collector;
mod encoding;
mod error;
mod fault;
mod guids;
mod item;
mod json;
mod markup;
mod media;
mod names;
mod parse;
mod references;
mod texts;
mod tree;

use std::ops::Range;

use super::converted;
use super::diagnostic::{Diagnostic, DiagnosticKind};
use crate::text::find_unknown;
use crate::text::url::Resolver;
use addresses::{Addresses, own_address};
use article::Document;
use channel::Channel;
#[cfg(not(target_arch = "wasm32"))]
pub(super) use collector::Collector;
pub use encoding::Decoder;
#[cfg(not(target_arch = "wasm32"))]
pub use encoding::EncodingStandard;
pub use error::XmlError;
pub(crate) use error::XmlErrorKind;
use fault::Faults;
pub use fault::XmlFault;
use names::own;
use parse::{Parsed, location};
use tree::{Element, Tree};

/// A feed of XML as JSON.
#[derive(Debug)]
pub struct XmlDocument {
    /// A document of the shape `{"title": …, "articles": […], "next": …}`.
    pub json: String,
    /// The line in which each article starts, counted from 1.
    pub lines: Vec<usize>,
    /// What is wrong with the XML. Articles are counted from the first of this document.
    pub diagnostics: Vec<Diagnostic>,
}

impl XmlDocument {
    /// Returns the JSON with its diagnostics, for a module without a reader of XML.
    pub fn into_transfer(self) -> String {
        converted::write(&self.diagnostics, &self.json)
    }
}

/// Returns whether a document is XML, from its beginning; `None` if more of it is needed.
pub fn is_xml(start: &[u8]) -> Option<bool> {
    let start = match start {
        [] | [0] | [0xEF] | [0xEF, 0xBB] | [0xFF] | [0xFE] => return None,
        [0xEF, 0xBB, 0xBF, rest @ ..] => rest,
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, b'<', ..] => return Some(true),
        start => start,
    };
    let first = start.trim_ascii_start().first()?;
    Some(*first == b'<')
}

/// Converts a feed of XML to JSON.
///
/// Relative URLs are resolved against `xml:base`, else `url`, which is the URL of the document, else
/// the feed's own link.
///
/// ```
/// use article_cards_core::feed::xml::{self, EncodingStandard};
/// use article_cards_core::text::url::UrlStandard;
///
/// let rss = b"<rss><channel><item><title>Fish & chips</title></item></channel></rss>";
/// let document = xml::read(rss, None, &UrlStandard, &EncodingStandard)?;
/// assert_eq!(document.json, r#"{"articles":[{"title":"Fish & chips"}]}"#);
/// assert_eq!(
///     document.diagnostics[0].to_string(),
///     "article 0: an `&` that begins no reference, at line 1"
/// );
/// # Ok::<(), article_cards_core::feed::xml::XmlError>(())
/// ```
///
/// # Errors
/// The document is no feed, or elements are nested deeper than 128 levels.
pub fn read(
    bytes: &[u8],
    url: Option<&str>,
    resolver: &dyn Resolver,
    decoder: &dyn Decoder,
) -> Result<XmlDocument, XmlError> {
    let (text, undecoded) = encoding::decode(bytes, decoder);
    let Parsed {
        tree,
        mut faults,
        root,
        start,
        is_html,
        cut_off,
    } = parse::parse(&text)?;
    // In HTML inside of the feed, or where XML declares none.
    tree.strings().for_each(find_unknown);
    if let Some((fault, line)) = undecoded {
        faults.add_to_document(fault, line);
    }
    let no_feed = || match tree.all().next() {
        Some(first) => {
            let name = if is_html { "html" } else { first.name() };
            XmlError::unknown_root(name, location(&text, start))
        }
        None if is_html => XmlError::unknown_root("html", (1, 1)),
        None => XmlError {
            kind: XmlErrorKind::NoRoot,
            location: None,
        },
    };
    let root = root
        .and_then(|root| tree.element(root))
        .ok_or_else(no_feed)?;
    let channel = root.children().find(|child| child.is(own("channel")));
    let channel = channel.unwrap_or(root);
    let items: Vec<_> = items(&tree, root)
        .filter(|item| Some(item.range().start) != cut_off)
        .collect();
    if items.is_empty() && faults.list.iter().any(|found| is_unknown(&found.fault)) {
        return Err(no_feed());
    }
    let own_url = match url {
        Some(_) => None,
        None => own_address(channel, resolver),
    };
    let addresses = Addresses::new(resolver, url.or(own_url.as_deref()));
    let about = Channel::read(channel, root, addresses);
    let articles = items
        .iter()
        .map(|item| item::read(*item, &about, addresses));
    let mut articles: Vec<_> = articles.collect();
    let ranges: Vec<_> = items.iter().map(|item| item.range()).collect();
    let mut diagnostics = diagnostics(faults, &ranges);
    if root.space() != names::Space::Atom {
        guids::drop_shared(&mut articles, &mut diagnostics);
    }
    let document = Document {
        title: about.title,
        articles,
        next: about.next,
    };
    Ok(XmlDocument {
        json: document.json(),
        lines: items.iter().map(|item| item.line()).collect(),
        diagnostics,
    })
}

/// Finds the items of a feed: in RSS inside of the channel, in RDF beside it.
fn items<'t>(tree: &'t Tree<'t>, root: Element<'t>) -> impl Iterator<Item = Element<'t>> {
    let is_item = |element: &Element<'_>| element.is(own("item")) || element.is(own("entry"));
    let is_place = move |place: Element<'_>| {
        place.range().start == root.range().start
            || place.is(own("channel"))
            || place.is(own("items"))
    };
    let all = tree.all().filter(move |element| {
        let is_root = element.range().start == root.range().start;
        is_item(element) && (is_root || element.parent().is_some_and(is_place))
    });
    all.filter(move |element| root.range().contains(&element.range().start))
}

fn is_unknown(fault: &XmlFault) -> bool {
    matches!(fault, XmlFault::UnknownNamespace(_))
}

/// Assigns faults to the articles that they are in.
fn diagnostics(faults: Faults, items: &[Range<usize>]) -> Vec<Diagnostic> {
    let list = faults.list.into_iter().map(|found| {
        let after = items.partition_point(|item| item.start <= found.node);
        let item = after
            .checked_sub(1)
            .and_then(|at| Some((at, items.get(at)?)));
        Diagnostic {
            index: item
                .filter(|(_, item)| found.node < item.end)
                .map(|(at, _)| at),
            path: String::new(),
            kind: DiagnosticKind::Xml(found.fault, found.line),
        }
    });
    list.collect()
}
