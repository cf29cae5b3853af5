//! Access to elements by namespace and name, whatever prefixes a feed uses.

use roxmltree::Node;

// The namespaces of extensions.
const MEDIA: &str = "http://search.yahoo.com/mrss";
const ITUNES: &str = "http://www.itunes.com/dtds/podcast-1.0.dtd";
const DUBLIN_CORE: &str = "http://purl.org/dc/";
const CONTENT: &str = "http://purl.org/rss/1.0/modules/content/";

/// The namespaces of RSS, RDF and Atom.
const OWN: [&str; 5] = [
    "http://www.w3.org/2005/Atom",
    "http://purl.org/atom/ns#",
    "http://purl.org/rss/1.0/",
    "http://my.netscape.com/rdf/simple/0.9/",
    "http://backend.userland.com/rss2",
];

/// Returns whether a node is an element with this name: of RSS, RDF or Atom without a prefix, else of
/// the extension `media`, `itunes`, `dc` or `content`.
pub(super) fn is(node: Node<'_, '_>, name: &str) -> bool {
    let (prefix, local) = name.split_once(':').unwrap_or(("", name));
    let space = node.tag_name().namespace().unwrap_or_default();
    let fits = match prefix {
        "media" => space.starts_with(MEDIA),
        "itunes" => space.eq_ignore_ascii_case(ITUNES),
        "dc" => space.starts_with(DUBLIN_CORE),
        "content" => space == CONTENT,
        _ => space.is_empty() || OWN.contains(&space),
    };
    fits && node.is_element() && node.tag_name().name() == local
}

/// Returns the first child with text, of the first of these names that has one.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, names: &[&str]) -> Option<Node<'a, 'i>> {
    names.iter().find_map(|name| {
        node.children()
            .find(|child| is(*child, name) && !text(*child).is_empty())
    })
}

/// Returns all text in an element, trimmed.
pub(super) fn text(node: Node<'_, '_>) -> String {
    let texts: Vec<_> = node
        .descendants()
        .filter(Node::is_text)
        .filter_map(|node| node.text())
        .collect();
    // Elements of XHTML separate words.
    texts
        .join(if node.children().any(|child| child.is_element()) {
            " "
        } else {
            ""
        })
        .trim()
        .to_owned()
}

/// Returns the text of [`child`].
pub(super) fn child_text(node: Node<'_, '_>, names: &[&str]) -> Option<String> {
    child(node, names).map(text)
}

/// Returns an attribute, trimmed, unless it is blank.
pub(super) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attribute(name)
        .map(str::trim)
        .filter(|value| !value.is_empty())
}

/// Returns the `xml:lang` of an element itself.
pub(super) fn language(node: Node<'_, '_>) -> Option<String> {
    let own = node.attribute((roxmltree::NS_XML_URI, "lang"));
    own.filter(|language| !language.trim().is_empty())
        .map(str::to_owned)
}
