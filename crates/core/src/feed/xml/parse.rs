//! From the text of a document to its tree.

use super::error::{XmlError, XmlErrorKind};
use super::fault::{Faults, XmlFault};
use super::markup::{Markup, MarkupReader, name_of};
use super::names::{Namespaces, local, of_attribute, own, prefix};
use super::references::{References, allowed};
use super::tree::{Attribute, Tree};
use crate::json::location::Location;
use crate::text::each_attribute;

/// How deep elements may be nested.
const MAX_DEPTH: usize = 128;

/// How many attributes of a tag are read.
const MAX_ATTRIBUTES: usize = 256;

/// Elements of HTML that have no end tag. A feed may have them without the `/` that XML requires.
const EMPTY: [&str; 5] = ["br", "hr", "img", "wbr", "input"];

/// A document that was read as far as possible.
pub(super) struct Parsed<'a> {
    pub(super) tree: Tree<'a>,
    pub(super) faults: Faults,
    /// The root of a feed.
    pub(super) root: Option<usize>,
    /// The position of the first element in the text.
    pub(super) start: usize,
    /// Whether the document type is that of HTML.
    pub(super) is_html: bool,
    /// The article in which the document ends.
    pub(super) cut_off: Option<usize>,
}

/// An element that is not closed yet.
struct Open<'a> {
    at: usize,
    /// The name with its prefix.
    name: &'a str,
    prefixes: Vec<&'a str>,
}

struct Parser<'a> {
    text: &'a str,
    tree: Tree<'a>,
    faults: Faults,
    references: References,
    namespaces: Namespaces,
    open: Vec<Open<'a>>,
    root: Option<usize>,
    start: usize,
    is_html: bool,
    /// The article that is open, as an index into `open`.
    item: Option<usize>,
    /// The prefixes that were found without a namespace.
    undeclared: Vec<&'a str>,
    line: usize,
}

/// Reads a document.
///
/// # Errors
/// Elements are nested deeper than 128 levels.
pub(super) fn parse(text: &str) -> Result<Parsed<'_>, XmlError> {
    let mut parser = Parser {
        text,
        tree: Tree::default(),
        faults: Faults::default(),
        references: References::new(),
        namespaces: Namespaces::new(),
        open: Vec::new(),
        root: None,
        start: 0,
        is_html: false,
        item: None,
        undeclared: Vec::new(),
        line: 1,
    };
    let mut markup = MarkupReader::new(text);
    let mut at = 0;
    loop {
        let mut found = Vec::new();
        let piece = markup.next(&mut |fault| found.push(fault));
        for fault in found {
            parser.note(fault);
        }
        let end = markup.position();
        let Some(piece) = piece else { break };
        parser.piece(piece, at)?;
        let between = text.as_bytes().get(at..end).unwrap_or_default();
        parser.line += between.iter().filter(|byte| **byte == b'\n').count();
        at = end;
        // Nothing that follows a feed belongs to it.
        if parser.root.is_some() && parser.open.is_empty() {
            break;
        }
    }
    Ok(parser.finish())
}

impl<'a> Parser<'a> {
    /// Adds a fault of the article that is open.
    fn note(&mut self, fault: XmlFault) {
        let item = self.item.and_then(|item| self.open.get(item));
        let item = item.map(|item| item.at);
        let node = self.open.last().map_or(usize::MAX, |open| open.at);
        self.faults.add(fault, self.line, node, item);
    }

    fn piece(&mut self, piece: Markup<'a>, start: usize) -> Result<(), XmlError> {
        match piece {
            Markup::Text(text) => {
                let mut found = None;
                let text = allowed(text, &mut |fault| found = Some(fault));
                self.text(&text);
                found.into_iter().for_each(|fault| self.note(fault));
            }
            Markup::Reference(name) => {
                let mut found = None;
                let text = self
                    .references
                    .resolve(name, &mut |fault| found = Some(fault));
                self.text(&text);
                found.into_iter().for_each(|fault| self.note(fault));
            }
            Markup::Start { tag, is_empty } => {
                if self.tree.len() == 0 {
                    self.start = start;
                }
                if self.open.len() >= MAX_DEPTH {
                    return Err(XmlError {
                        kind: XmlErrorKind::TooDeep,
                        location: Some(location(self.text, start)),
                    });
                }
                self.start(tag, is_empty);
            }
            Markup::End(name) => self.end(name),
            Markup::Doctype(doctype) => {
                let name = doctype.get("<!DOCTYPE".len()..).unwrap_or_default();
                let name = name.trim_start().get(.."html".len());
                self.is_html = name.is_some_and(|name| name.eq_ignore_ascii_case("html"));
                self.references.declare(doctype);
            }
            Markup::Declaration if start > 0 => self.note(XmlFault::BeforeDeclaration),
            Markup::Declaration | Markup::Truncated => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some(parent) = self.open.last() {
            self.tree.push_text(parent.at, text, self.line);
        }
    }

    fn start(&mut self, tag: &'a str, is_empty: bool) {
        let name = name_of(tag);
        let (attributes, prefixes) = self.attributes(tag, name);
        let (space, is_declared) = self.namespaces.resolve(name);
        if !is_declared {
            self.note_prefix(prefix(name));
        }
        let is_item = [own("item"), own("entry")]
            .iter()
            .any(|item| item.is(space, local(name)));
        if is_item && let Some(item) = self.item {
            self.note(XmlFault::NotClosed(local(name).to_owned()));
            self.close_to(item);
        }
        let depth = self.open.len();
        let parent = self.open.last().map(|parent| parent.at);
        let at = self
            .tree
            .open(parent, (space, local(name)), attributes, self.line);
        if self.root.is_none() && parent.is_none() && is_root(name) {
            self.root = Some(at);
        }
        self.open.push(Open { at, name, prefixes });
        if is_item {
            self.item = Some(depth);
        }
        if is_empty || EMPTY.contains(&name) {
            self.close_last();
        }
    }

    /// Reads the attributes of a tag, and declares its namespaces. Returns their prefixes, too.
    fn attributes(&mut self, tag: &'a str, name: &str) -> (Vec<Attribute<'a>>, Vec<&'a str>) {
        let mut attributes = Vec::new();
        let mut declared = Vec::new();
        let mut found = Vec::new();
        let references = &mut self.references;
        let tag = tag.get(name.len()..).unwrap_or_default();
        // As in HTML, also without quotes.
        each_attribute(tag, &mut |key: &'a str, value: &'a str| {
            if attributes.len() + declared.len() >= MAX_ATTRIBUTES {
                return;
            }
            let value = references.decode(value, &mut |fault| found.push(fault));
            match (key, key.strip_prefix("xmlns:")) {
                ("xmlns", _) => declared.push(("", value)),
                (_, Some(prefix)) => declared.push((prefix, value)),
                _ => attributes.push(Attribute {
                    space: of_attribute(key),
                    name: local(key),
                    value,
                }),
            }
        });
        for fault in found {
            self.note(fault);
        }
        let depth = self.open.len();
        if depth == 0 && self.root.is_none() && is_root(name) {
            let own = declared.iter().find(|(own, _)| *own == prefix(name));
            self.namespaces
                .start_root(name, own.map(|(_, uri)| uri.as_ref()));
            if let Some(uri) = self.namespaces.unknown.clone() {
                self.note(XmlFault::UnknownNamespace(uri));
            }
        }
        for (prefix, uri) in &declared {
            self.namespaces.declare(prefix, uri, depth);
        }
        (
            attributes,
            declared.into_iter().map(|(prefix, _)| prefix).collect(),
        )
    }

    /// Reports a prefix without a namespace, once.
    fn note_prefix(&mut self, prefix: &'a str) {
        const MAX_PREFIXES: usize = 20;
        if self.undeclared.len() < MAX_PREFIXES && !self.undeclared.contains(&prefix) {
            self.undeclared.push(prefix);
            let fault = XmlFault::UndeclaredPrefix(prefix.to_owned());
            self.faults.add_to_document(fault, self.line);
        }
    }

    /// Closes the element with this name, and what is open inside.
    fn end(&mut self, name: &'a str) {
        match self.open.iter().rposition(|open| open.name == name) {
            Some(depth) => self.close_to(depth),
            // `</br>`
            None if EMPTY.contains(&name) => {}
            None => self.note(XmlFault::NotOpen(name.chars().take(40).collect())),
        }
    }

    /// Closes an element, by its depth, and what is open inside.
    fn close_to(&mut self, depth: usize) {
        if let Some(inner) = self.open.get(depth + 1..).and_then(<[_]>::first) {
            self.note(XmlFault::NotClosed(inner.name.to_owned()));
        }
        while self.open.len() > depth {
            self.close_last();
        }
    }

    fn close_last(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let depth = self.open.len();
        self.tree.close(open.at);
        for prefix in open.prefixes {
            self.namespaces.leave(prefix, depth);
        }
        self.item = self.item.filter(|item| *item < depth);
    }

    fn finish(mut self) -> Parsed<'a> {
        let cut_off = self.item.and_then(|item| self.open.get(item));
        let cut_off = cut_off.map(|item| item.at);
        if let Some(last) = self.open.last() {
            self.note(XmlFault::Truncated(last.name.to_owned()));
        }
        while !self.open.is_empty() {
            self.close_last();
        }
        Parsed {
            tree: self.tree,
            faults: self.faults,
            root: self.root,
            start: self.start,
            is_html: self.is_html,
            cut_off,
        }
    }
}

/// Returns the line and column of a position, counted from 1.
pub(super) fn location(text: &str, at: usize) -> (usize, usize) {
    Location::default().after(text.as_bytes().get(..at).unwrap_or_default())
}

/// Returns whether the root of a feed may have this name.
fn is_root(name: &str) -> bool {
    ["rss", "RDF", "feed", "channel", "entry"]
        .iter()
        .any(|root| local(name).eq_ignore_ascii_case(root))
}
