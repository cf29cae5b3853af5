//! Errors of a whole feed or document.
//!
//! What is wrong with a single article or field is not an error but a
//! [`Diagnostic`](crate::feed::Diagnostic): the rest of the feed is read.

use std::fmt;

#[cfg(feature = "xml")]
use crate::feed::xml::XmlErrorKind;
use crate::json::scanner::SyntaxError;
use crate::text::quoted;

/// Why a feed could not be fetched or read.
///
/// Its text ([`Display`](fmt::Display)) is English and for developers. Readers see a translated text,
/// which is chosen by the predicates.
///
/// ```
/// use article_cards_core::feed::{Feed, Options};
/// use article_cards_core::text::url::UrlStandard;
///
/// let mut feed = Feed::new(Options::default());
/// let error = feed.read(b"[{\"title\": }]", None, &UrlStandard).unwrap_err();
/// assert!(error.is_parse());
/// assert_eq!((error.line(), error.column()), (Some(1), Some(12)));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Error {
    kind: Kind,
    url: Option<String>,
    /// Line and column.
    location: Option<(usize, usize)>,
    of_page: bool,
}

#[derive(Clone, Debug, PartialEq)]
enum Kind {
    Network(String),
    InvalidUrl(String),
    Http(u16),
    Timeout(u32),
    Size(u64),
    /// Not JSON, as reported by another parser with the position.
    Parse(String),
    Document(DocumentError),
    Shape(String),
    UnknownShape(String),
    /// A search engine failed, for the reason that it gives.
    Engine(String),
    /// XML that is no feed.
    #[cfg(feature = "xml")]
    Xml(XmlErrorKind),
    TooDeep,
}

/// Why a document can't be read as JSON.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum DocumentError {
    Empty,
    /// HTML or XML.
    Markup,
    Syntax(SyntaxError),
    /// The document ends too early.
    Truncated(SyntaxError),
}

impl Error {
    fn new(kind: Kind) -> Self {
        Self {
            kind,
            url: None,
            location: None,
            of_page: false,
        }
    }

    /// The server could not be reached, or the response broke off.
    pub fn network(message: impl Into<String>) -> Self {
        Self::new(Kind::Network(message.into()))
    }

    /// A feed cannot be fetched from `url`: it is not a valid URL, or of another scheme.
    pub fn invalid_url(url: &str) -> Self {
        Self::new(Kind::InvalidUrl(url.to_owned()))
    }

    /// The server answered with a status other than success.
    pub fn http(status: u16) -> Self {
        Self::new(Kind::Http(status))
    }

    /// No complete response came within `seconds`.
    pub fn timeout(seconds: u32) -> Self {
        Self::new(Kind::Timeout(seconds))
    }

    /// The document has more than `limit` bytes.
    pub fn size(limit: u64) -> Self {
        Self::new(Kind::Size(limit))
    }

    /// The document is not JSON.
    pub fn parse(message: impl Into<String>) -> Self {
        Self::new(Kind::Parse(message.into()))
    }

    /// The document is not JSON, at a line and column, both counted from 1.
    pub(crate) fn document(error: DocumentError, location: Option<(usize, usize)>) -> Self {
        Self {
            location,
            ..Self::new(Kind::Document(error))
        }
    }

    /// The document is JSON of no known shape.
    pub fn shape(message: impl Into<String>) -> Self {
        Self::new(Kind::Shape(message.into()))
    }

    /// A search engine could not answer.
    pub fn engine(message: impl Into<String>) -> Self {
        Self::new(Kind::Engine(message.into()))
    }

    /// The document is JSON of no known shape; `found` describes it.
    pub(crate) fn unknown_shape(found: impl Into<String>) -> Self {
        Self::new(Kind::UnknownShape(found.into()))
    }

    /// The document is XML, but no feed.
    #[cfg(feature = "xml")]
    pub(crate) fn xml(kind: XmlErrorKind, location: Option<(usize, usize)>) -> Self {
        Self {
            location,
            ..Self::new(Kind::Xml(kind))
        }
    }

    /// The value of a script is nested too deep.
    pub fn too_deep() -> Self {
        Self::new(Kind::TooDeep)
    }

    /// Adds the URL of the document.
    #[must_use]
    pub fn at_url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Removes the URL.
    #[must_use]
    pub fn without_url(mut self) -> Self {
        self.url = None;
        self
    }

    /// Marks the error as one of a further page: the pages before it stay.
    #[must_use]
    pub fn of_page(mut self) -> Self {
        self.of_page = true;
        self
    }

    /// Returns whether a further page could not be loaded.
    pub fn is_of_page(&self) -> bool {
        self.of_page
    }

    /// Returns the kind as one word: `page` for any error of a further page, else `network`, `http`,
    /// `timeout`, `size`, `parse`, `shape` or `engine`.
    pub fn kind(&self) -> &'static str {
        match self.kind {
            _ if self.of_page => "page",
            Kind::Network(_) | Kind::InvalidUrl(_) => "network",
            Kind::Http(_) => "http",
            Kind::Timeout(_) => "timeout",
            Kind::Size(_) => "size",
            Kind::Parse(_) | Kind::Document(_) => "parse",
            #[cfg(feature = "xml")]
            Kind::Xml(ref kind) => kind.word(),
            Kind::Shape(_) | Kind::UnknownShape(_) | Kind::TooDeep => "shape",
            Kind::Engine(_) => "engine",
        }
    }

    /// Returns whether the server could not be reached.
    pub fn is_network(&self) -> bool {
        matches!(self.kind, Kind::Network(_))
    }

    /// Returns whether a search engine could not answer.
    pub fn is_engine(&self) -> bool {
        matches!(self.kind, Kind::Engine(_))
    }

    /// Returns whether a feed cannot be fetched from the URL; its [`kind`](Self::kind) is `network`,
    /// too.
    pub fn is_invalid_url(&self) -> bool {
        matches!(self.kind, Kind::InvalidUrl(_))
    }

    /// Returns whether the server answered with an error status.
    pub fn is_http(&self) -> bool {
        self.status().is_some()
    }

    /// Returns whether no complete response came in time.
    pub fn is_timeout(&self) -> bool {
        self.seconds().is_some()
    }

    /// Returns whether the document is larger than allowed.
    pub fn is_size(&self) -> bool {
        self.limit().is_some()
    }

    /// Returns whether the document is not JSON.
    pub fn is_parse(&self) -> bool {
        match &self.kind {
            Kind::Parse(_) | Kind::Document(_) => true,
            #[cfg(feature = "xml")]
            Kind::Xml(kind) => kind.word() == "parse",
            _ => false,
        }
    }

    /// Returns whether the document is JSON that ends too early.
    pub fn is_truncated(&self) -> bool {
        matches!(self.kind, Kind::Document(DocumentError::Truncated(_)))
    }

    /// Returns whether the document is HTML, or XML that cannot be read.
    pub fn is_markup(&self) -> bool {
        match &self.kind {
            Kind::Document(error) => *error == DocumentError::Markup,
            #[cfg(feature = "xml")]
            Kind::Xml(kind) => kind.is_html(),
            _ => false,
        }
    }

    /// Returns whether the document is JSON or XML of no known shape.
    pub fn is_shape(&self) -> bool {
        match &self.kind {
            Kind::Shape(_) | Kind::UnknownShape(_) | Kind::TooDeep => true,
            #[cfg(feature = "xml")]
            Kind::Xml(kind) => kind.word() == "shape",
            _ => false,
        }
    }

    /// Returns the status of an [`is_http`](Self::is_http) error.
    pub fn status(&self) -> Option<u16> {
        match self.kind {
            Kind::Http(status) => Some(status),
            _ => None,
        }
    }

    /// Returns after how many seconds an [`is_timeout`](Self::is_timeout) error gave up.
    pub fn seconds(&self) -> Option<u32> {
        match self.kind {
            Kind::Timeout(seconds) => Some(seconds),
            _ => None,
        }
    }

    /// Returns the limit in bytes of an [`is_size`](Self::is_size) error.
    pub fn limit(&self) -> Option<u64> {
        match self.kind {
            Kind::Size(limit) => Some(limit),
            _ => None,
        }
    }

    /// Returns whether the same request may succeed later: network errors, time-outs, the statuses 408,
    /// 425, 429 and 5xx, and errors of search engines.
    pub fn is_retryable(&self) -> bool {
        match self.kind {
            Kind::Network(_) | Kind::Timeout(_) | Kind::Engine(_) => true,
            Kind::Http(status) => matches!(status, 408 | 425 | 429 | 500..=599),
            _ => false,
        }
    }

    /// Returns the URL of the document.
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// Returns what is wrong, without the URL.
    pub fn message(&self) -> String {
        let mut message = self.problem();
        if let Some((line, column)) = self.location {
            message += &format!(", at line {line} column {column}");
        }
        message
    }

    /// Returns what is wrong, without the URL and the position in the document.
    pub fn problem(&self) -> String {
        match &self.kind {
            Kind::Network(message)
            | Kind::Parse(message)
            | Kind::Shape(message)
            | Kind::Engine(message) => message.clone(),
            Kind::InvalidUrl(url) => format!("{} is not the address of a feed", quoted(url)),
            Kind::Http(status) => format!("the server answered with status {status}"),
            Kind::Timeout(seconds) => format!("no complete answer within {seconds} seconds"),
            Kind::Size(limit) => format!("the document has more than {limit} bytes"),
            Kind::Document(error) => error.to_string(),
            Kind::UnknownShape(found) => {
                format!("no known shape of a feed: {found} was found instead of a list of articles")
            }
            #[cfg(feature = "xml")]
            Kind::Xml(kind) => kind.problem(),
            Kind::TooDeep => SyntaxError::TooDeep.to_string(),
        }
    }

    /// Returns the line in the document, counted from 1.
    pub fn line(&self) -> Option<usize> {
        self.location.map(|(line, _)| line)
    }

    /// Returns the column in the line, in characters, counted from 1.
    pub fn column(&self) -> Option<usize> {
        self.location.map(|(_, column)| column)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(url) = &self.url {
            write!(f, "{url}: ")?;
        }
        f.write_str(&self.message())
    }
}

impl std::error::Error for Error {}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the document is empty"),
            Self::Markup => f.write_str("a page of HTML or XML instead of JSON"),
            Self::Syntax(SyntaxError::TooDeep) => SyntaxError::TooDeep.fmt(f),
            Self::Syntax(error) => write!(f, "not JSON: {error}"),
            Self::Truncated(error) => write!(f, "not JSON: the document ends too early ({error})"),
        }
    }
}
