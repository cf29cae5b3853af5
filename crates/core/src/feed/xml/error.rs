//! Why a document of XML is no feed.

use crate::error::Error;

/// Why a document of XML is no feed.
///
/// Not an [`Error`], which it converts to: the texts of all errors would be part of the module of XML.
#[derive(Clone, Debug, PartialEq)]
pub struct XmlError {
    pub(crate) kind: XmlErrorKind,
    /// Line and column.
    pub(crate) location: Option<(usize, usize)>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum XmlErrorKind {
    /// The root is none of a feed; its name.
    UnknownRoot(String),
    /// There is no element.
    NoRoot,
    /// Elements are nested too deep.
    TooDeep,
}

impl XmlError {
    pub(super) fn unknown_root(name: &str, location: (usize, usize)) -> Self {
        Self {
            kind: XmlErrorKind::UnknownRoot(name.chars().take(40).collect()),
            location: Some(location),
        }
    }

    /// Returns the kind of the [`Error`], as [`Error::kind`].
    pub fn kind(&self) -> &'static str {
        self.kind.word()
    }

    /// Returns the line and column in the document, counted from 1.
    pub fn location(&self) -> Option<(usize, usize)> {
        self.location
    }

    /// Returns what is wrong, as [`Error::message`].
    pub fn message(&self) -> String {
        let problem = self.kind.problem();
        match self.location {
            Some((line, column)) => {
                let (line, column) = (line.to_string(), column.to_string());
                [&problem, ", at line ", &line, " column ", &column].concat()
            }
            None => problem,
        }
    }
}

impl XmlErrorKind {
    /// Returns the kind as one word.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            // As where XML is not read: a page of HTML is no document of any format.
            Self::UnknownRoot(_) if !self.is_html() => "shape",
            Self::UnknownRoot(_) | Self::NoRoot | Self::TooDeep => "parse",
        }
    }

    /// Returns what is wrong, without the position.
    pub(crate) fn problem(&self) -> String {
        match self {
            Self::UnknownRoot(_) if self.is_html() => {
                "no known feed: a page of HTML was found instead of RSS, Atom or RDF".to_owned()
            }
            Self::UnknownRoot(name) => {
                let after = "> was found instead of RSS, Atom or RDF";
                ["no known feed: <", name, after].concat()
            }
            Self::NoRoot => "not XML: the document ends before its first element".to_owned(),
            Self::TooDeep => "nested deeper than 128 levels".to_owned(),
        }
    }

    /// Returns whether the document is a page.
    pub(crate) fn is_html(&self) -> bool {
        matches!(self, Self::UnknownRoot(name) if name.eq_ignore_ascii_case("html"))
    }
}

impl From<XmlError> for Error {
    fn from(XmlError { kind, location }: XmlError) -> Self {
        Self::xml(kind, location)
    }
}
