//! An XML document as a list of nodes in the order of the document.
//!
//! No function calls itself, so nesting takes no stack.

use std::borrow::Cow;
use std::ops::Range;

use super::names::{Name, Space};

/// A document.
#[derive(Debug, Default)]
pub(super) struct Tree<'a> {
    nodes: Vec<Node<'a>>,
    attributes: Vec<Attribute<'a>>,
    /// All text, decoded.
    text: String,
}

#[derive(Debug)]
struct Node<'a> {
    content: Content<'a>,
    /// The index of the parent; its own at the top.
    parent: usize,
    /// The index behind its last descendant.
    end: usize,
    line: usize,
}

#[derive(Debug)]
enum Content<'a> {
    Element {
        space: Space,
        /// Without the prefix.
        name: &'a str,
        attributes: Range<usize>,
    },
    Text(Range<usize>),
}

/// An attribute with its decoded value.
#[derive(Debug)]
pub(super) struct Attribute<'a> {
    pub(super) space: Space,
    /// Without the prefix.
    pub(super) name: &'a str,
    pub(super) value: Cow<'a, str>,
}

impl<'a> Tree<'a> {
    /// The number of nodes.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Adds an element, which is open until [`close`](Self::close). Returns its index.
    pub(super) fn open(
        &mut self,
        parent: Option<usize>,
        (space, name): (Space, &'a str),
        attributes: Vec<Attribute<'a>>,
        line: usize,
    ) -> usize {
        let at = self.nodes.len();
        let start = self.attributes.len();
        self.attributes.extend(attributes);
        self.nodes.push(Node {
            content: Content::Element {
                space,
                name,
                attributes: start..self.attributes.len(),
            },
            parent: parent.unwrap_or(at),
            end: at + 1,
            line,
        });
        at
    }

    /// Ends an element.
    pub(super) fn close(&mut self, at: usize) {
        let end = self.nodes.len();
        if let Some(node) = self.nodes.get_mut(at) {
            node.end = end;
        }
    }

    /// Adds text to an open element.
    pub(super) fn push_text(&mut self, parent: usize, text: &str, line: usize) {
        let start = self.text.len();
        self.text.push_str(text);
        let end = self.text.len();
        if let Some(Node {
            content: Content::Text(range),
            parent: own,
            ..
        }) = self.nodes.last_mut()
            && *own == parent
            && range.end == start
        {
            range.end = end;
        } else if start < end {
            let at = self.nodes.len();
            self.nodes.push(Node {
                content: Content::Text(start..end),
                parent,
                end: at + 1,
                line,
            });
        }
    }

    /// Iterates over all texts and values of attributes.
    pub(super) fn strings(&self) -> impl Iterator<Item = &str> {
        let values = self.attributes.iter().map(|own| own.value.as_ref());
        values.chain([self.text.as_str()])
    }

    /// Returns an element by its index.
    #[inline(never)]
    pub(super) fn element(&self, at: usize) -> Option<Element<'_>> {
        let node = self.nodes.get(at)?;
        matches!(node.content, Content::Element { .. }).then_some(Element { tree: self, at })
    }

    /// Iterates over all elements.
    pub(super) fn all(&self) -> Elements<'_> {
        Elements {
            tree: self,
            rest: 0..self.nodes.len(),
            is_deep: true,
        }
    }
}

/// Iterates over elements.
#[derive(Debug)]
pub(super) struct Elements<'t> {
    tree: &'t Tree<'t>,
    rest: Range<usize>,
    /// Whether what is inside of each is part of it.
    is_deep: bool,
}

impl<'t> Iterator for Elements<'t> {
    type Item = Element<'t>;

    // Each of the many loops over elements would have a copy.
    #[inline(never)]
    fn next(&mut self) -> Option<Self::Item> {
        while !self.rest.is_empty() {
            let at = self.rest.start;
            let end = self.tree.nodes.get(at)?.end;
            self.rest.start = if self.is_deep { at + 1 } else { end };
            if let Some(element) = self.tree.element(at) {
                return Some(element);
            }
        }
        None
    }
}

/// An element of a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element<'t> {
    tree: &'t Tree<'t>,
    at: usize,
}

impl<'t> Element<'t> {
    fn node(self) -> Option<&'t Node<'t>> {
        self.tree.nodes.get(self.at)
    }

    fn end(self) -> usize {
        self.node().map_or(self.at, |node| node.end)
    }

    /// The indices of the element and what is inside.
    pub(super) fn range(self) -> Range<usize> {
        self.at..self.end()
    }

    /// The line in which it starts, counted from 1.
    pub(super) fn line(self) -> usize {
        self.node().map_or(0, |node| node.line)
    }

    /// The namespace.
    pub(super) fn space(self) -> Space {
        match self.node().map(|node| &node.content) {
            Some(Content::Element { space, .. }) => *space,
            _ => Space::Other,
        }
    }

    /// The name without its prefix.
    pub(super) fn name(self) -> &'t str {
        match self.node().map(|node| &node.content) {
            Some(Content::Element { name, .. }) => name,
            _ => "",
        }
    }

    /// Returns whether the element has a name.
    #[inline(never)]
    pub(super) fn is(self, name: Name) -> bool {
        name.is(self.space(), self.name())
    }

    /// Returns the element around it.
    pub(super) fn parent(self) -> Option<Element<'t>> {
        let parent = self.node()?.parent;
        (parent != self.at).then_some(Element {
            tree: self.tree,
            at: parent,
        })
    }

    /// Iterates over the element itself and those around it.
    pub(super) fn ancestors(self) -> impl Iterator<Item = Element<'t>> {
        std::iter::successors(Some(self), |element| element.parent())
    }

    /// Iterates over the elements directly inside.
    pub(super) fn children(self) -> Elements<'t> {
        Elements {
            tree: self.tree,
            rest: self.at + 1..self.end(),
            is_deep: false,
        }
    }

    /// Iterates over all elements inside.
    pub(super) fn descendants(self) -> Elements<'t> {
        Elements {
            is_deep: true,
            ..self.children()
        }
    }

    /// Returns whether elements are inside.
    pub(super) fn has_elements(self) -> bool {
        self.descendants().next().is_some()
    }

    /// Returns the first child with text, of the first of these names that has one.
    #[inline(never)]
    pub(super) fn child(self, names: &[Name]) -> Option<Element<'t>> {
        names.iter().find_map(|name| {
            let mut named = self.children().filter(|child| child.is(*name));
            named.find(|child| !child.is_blank())
        })
    }

    /// Returns the text of [`child`](Self::child).
    #[inline(never)]
    pub(super) fn child_text(self, names: &[Name]) -> Option<String> {
        self.child(names).map(Element::text)
    }

    fn texts(self) -> impl Iterator<Item = &'t str> {
        let nodes = self.tree.nodes.get(self.range()).unwrap_or_default();
        nodes.iter().filter_map(|node| match &node.content {
            Content::Text(range) => self.tree.text.get(range.clone()),
            Content::Element { .. } => None,
        })
    }

    /// Returns whether there is nothing but white space inside.
    #[inline(never)]
    pub(super) fn is_blank(self) -> bool {
        self.texts().all(|text| text.trim().is_empty())
    }

    /// Returns all text inside, trimmed.
    #[inline(never)]
    pub(super) fn text(self) -> String {
        let text: String = self.texts().collect();
        text.trim().to_owned()
    }

    /// Returns an attribute without a prefix, trimmed, unless it is blank.
    #[inline(never)]
    pub(super) fn attribute(self, name: &str) -> Option<&'t str> {
        self.attribute_of(Space::None, name)
            .map(str::trim)
            .filter(|value| !value.is_empty())
    }

    /// Returns an attribute as it is written.
    #[inline(never)]
    pub(super) fn attribute_of(self, space: Space, name: &str) -> Option<&'t str> {
        let mut attributes = self.attributes().iter();
        let found =
            attributes.find(|own| own.space == space && own.name.eq_ignore_ascii_case(name));
        found.map(|own| own.value.as_ref())
    }

    fn attributes(self) -> &'t [Attribute<'t>] {
        match self.node().map(|node| &node.content) {
            Some(Content::Element { attributes, .. }) => {
                let own = self.tree.attributes.get(attributes.clone());
                own.unwrap_or_default()
            }
            _ => &[],
        }
    }

    /// Returns what is inside as HTML.
    pub(super) fn html(self) -> String {
        let mut html = String::new();
        // The elements that are open, and where they end.
        let mut open: Vec<(usize, &str)> = Vec::new();
        for at in self.at + 1..self.end() {
            close(&mut open, at, &mut html);
            match self.tree.nodes.get(at).map(|node| &node.content) {
                Some(Content::Text(range)) => {
                    escape(
                        self.tree.text.get(range.clone()).unwrap_or_default(),
                        &mut html,
                    );
                }
                Some(Content::Element { .. }) => {
                    let element = Element {
                        tree: self.tree,
                        at,
                    };
                    element.start_tag(&mut html);
                    open.push((element.end(), element.name()));
                }
                None => {}
            }
        }
        close(&mut open, self.end(), &mut html);
        html
    }

    fn start_tag(self, html: &mut String) {
        html.push('<');
        html.push_str(self.name());
        for attribute in self.attributes() {
            html.push(' ');
            html.push_str(attribute.name);
            html.push_str("=\"");
            escape(&attribute.value, html);
            html.push('"');
        }
        html.push('>');
    }
}

/// Writes the end tags of elements that end before an index.
fn close(open: &mut Vec<(usize, &str)>, at: usize, html: &mut String) {
    while let Some((end, name)) = open.last()
        && *end <= at
    {
        html.push_str("</");
        html.push_str(name);
        html.push('>');
        open.pop();
    }
}

/// Writes text as HTML.
fn escape(text: &str, html: &mut String) {
    for char in text.chars() {
        match char {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '"' => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
}
