//! What is wrong with the XML of a feed that is read nevertheless.

use std::fmt;

use crate::text::quoted;

/// What is wrong with the XML of a feed, and costs at most one article. Its text
/// ([`Display`](fmt::Display)) is English and for developers.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum XmlFault {
    /// White space or a comment precedes the XML declaration.
    BeforeDeclaration,
    /// Bytes are not UTF-8 although the document is declared to be. They are read as windows-1252.
    NotUtf8,
    /// The declaration names an encoding that is not known. The document is read as UTF-8.
    UnknownEncoding(String),
    /// A prefix has no namespace. Elements with it are read if it is a usual one, such as `media`.
    UndeclaredPrefix(String),
    /// The namespace of the root is none of RSS or Atom. The feed is read by the names of its elements.
    UnknownNamespace(String),
    /// HTML declares the reference, but not XML. It is decoded as in HTML.
    HtmlReference(String),
    /// Nothing declares the reference. It stays as it is written.
    UnknownReference(String),
    /// An `&` begins no reference. It is text.
    BareAmpersand,
    /// A `<` begins no tag. It is text.
    BareLessThan,
    /// A control character, which XML does not allow. It is left out.
    ControlCharacter,
    /// The value of an attribute has no closing quote. The tag ends at its first `>`.
    NoClosingQuote,
    /// The element is not closed. It ends with its parent, or at the next article.
    NotClosed(String),
    /// The element that ends here is not open. The end tag is ignored.
    NotOpen(String),
    /// The document ends inside of this element. An article that is incomplete is left out.
    Truncated(String),
}

impl XmlFault {
    /// The number of kinds of faults.
    pub(super) const COUNT: usize = 14;

    /// Returns the number of the kind.
    pub(super) fn number(&self) -> usize {
        match self {
            Self::BeforeDeclaration => 0,
            Self::NotUtf8 => 1,
            Self::UnknownEncoding(_) => 2,
            Self::UndeclaredPrefix(_) => 3,
            Self::UnknownNamespace(_) => 4,
            Self::HtmlReference(_) => 5,
            Self::UnknownReference(_) => 6,
            Self::BareAmpersand => 7,
            Self::BareLessThan => 8,
            Self::ControlCharacter => 9,
            Self::NoClosingQuote => 10,
            Self::NotClosed(_) => 11,
            Self::NotOpen(_) => 12,
            Self::Truncated(_) => 13,
        }
    }

    /// Returns the text. Not by `write!`, whose machinery nothing else in the module of XML needs.
    pub(crate) fn message(&self) -> String {
        let plain = |text| (text, String::new(), "");
        let (before, found, after) = match self {
            Self::BeforeDeclaration => plain("white space or a comment before the XML declaration"),
            Self::NotUtf8 => plain("bytes that are not UTF-8: they are read as windows-1252"),
            Self::BareAmpersand => plain("an `&` that begins no reference"),
            Self::BareLessThan => plain("a `<` that begins no tag"),
            Self::ControlCharacter => plain("a control character: it is left out"),
            Self::NoClosingQuote => plain("an attribute without a closing quote"),
            Self::UnknownEncoding(label) => {
                let label = quoted(label);
                ("the unknown encoding ", label, ": it is read as UTF-8")
            }
            Self::UndeclaredPrefix(prefix) => ("the prefix ", quoted(prefix), " has no namespace"),
            Self::UnknownNamespace(uri) => {
                ("the namespace ", quoted(uri), " is none of RSS or Atom")
            }
            Self::HtmlReference(name) => {
                let after = ";` is a reference of HTML, not of XML";
                ("`&", name.clone(), after)
            }
            Self::UnknownReference(name) => {
                let reference = ["&", name, ";"].concat();
                ("", quoted(&reference), " is not declared")
            }
            Self::NotClosed(name) => ("<", name.clone(), "> is not closed"),
            Self::NotOpen(name) => ("</", name.clone(), "> closes nothing: it is ignored"),
            Self::Truncated(name) => ("the document ends inside of <", name.clone(), ">"),
        };
        [before, &found, after].concat()
    }
}

impl fmt::Display for XmlFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

/// A fault at a place of a document.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) fault: XmlFault,
    /// The line, counted from 1.
    pub(super) line: usize,
    /// The index of the element that it is in; the largest number outside of any.
    pub(super) node: usize,
}

/// The faults of a document: one of each kind in an article.
#[derive(Debug, Default)]
pub(super) struct Faults {
    pub(super) list: Vec<Found>,
    /// For each kind, the article in which it was found last.
    last: [Option<Option<usize>>; XmlFault::COUNT],
}

impl Faults {
    /// Adds a fault within an article, or outside of any.
    pub(super) fn add(&mut self, fault: XmlFault, line: usize, node: usize, item: Option<usize>) {
        if let Some(last) = self.last.get_mut(fault.number())
            && last.replace(item) != Some(item)
        {
            self.list.push(Found { fault, line, node });
        }
    }

    /// Adds a fault of the document.
    pub(super) fn add_to_document(&mut self, fault: XmlFault, line: usize) {
        let node = usize::MAX;
        self.list.push(Found { fault, line, node });
    }
}
