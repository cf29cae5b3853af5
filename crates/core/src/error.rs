//! What can go wrong with a whole feed, and where.
//!
//! What is wrong with one article or one field is no error but a
//! [`Diagnostic`](crate::feed::Diagnostic): the rest of the feed is kept.

use std::fmt;

/// Why a feed could not be had or read.
///
/// Its text ([`Display`](fmt::Display)) is English and for developers; what readers see is
/// made from the predicates.
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
    message: String,
    url: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    of_page: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Network,
    Address,
    Http(u16),
    Timeout(u32),
    Size(u64),
    Parse,
    Shape,
}

impl Error {
    fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            url: None,
            line: None,
            column: None,
            of_page: false,
        }
    }

    /// The server could not be reached, or the answer broke off.
    pub fn network(message: impl Into<String>) -> Self {
        Self::new(Kind::Network, message)
    }

    /// `url` is no address that a feed can be fetched from.
    pub fn address(url: &str) -> Self {
        Self::new(
            Kind::Address,
            format!("{} is not the address of a feed", quoted(url)),
        )
    }

    /// The server answered with a status other than success.
    pub fn http(status: u16) -> Self {
        Self::new(
            Kind::Http(status),
            format!("the server answered with status {status}"),
        )
    }

    /// No complete answer came within `seconds`.
    pub fn timeout(seconds: u32) -> Self {
        Self::new(
            Kind::Timeout(seconds),
            format!("no complete answer within {seconds} seconds"),
        )
    }

    /// The document has more than `limit` bytes.
    pub fn size(limit: u64) -> Self {
        Self::new(
            Kind::Size(limit),
            format!("the document has more than {limit} bytes"),
        )
    }

    /// The document is not JSON.
    pub fn parse(message: impl Into<String>) -> Self {
        Self::new(Kind::Parse, message)
    }

    /// The document is JSON of no known shape.
    pub fn shape(message: impl Into<String>) -> Self {
        Self::new(Kind::Shape, message)
    }

    /// The same error with the address it came from.
    pub fn at_url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// The same error, from no address.
    #[must_use]
    pub fn without_url(mut self) -> Self {
        self.url = None;
        self
    }

    /// The same error, of a further page of a feed: what was read before it stays.
    #[must_use]
    pub fn of_page(mut self) -> Self {
        self.of_page = true;
        self
    }

    /// The same error, at a line and column of the document, both counted from 1.
    #[must_use]
    pub fn at_place(mut self, line: usize, column: usize) -> Self {
        self.line = Some(line);
        self.column = Some(column);
        self
    }

    /// The kind as one word: `page` for whatever befell a further page of a feed, else `network`,
    /// `http`, `timeout`, `size`, `parse` or `shape`.
    pub fn kind(&self) -> &'static str {
        match self.kind {
            _ if self.of_page => "page",
            Kind::Network | Kind::Address => "network",
            Kind::Http(_) => "http",
            Kind::Timeout(_) => "timeout",
            Kind::Size(_) => "size",
            Kind::Parse => "parse",
            Kind::Shape => "shape",
        }
    }

    /// Whether the server could not be reached.
    pub fn is_network(&self) -> bool {
        self.kind == Kind::Network
    }

    /// Whether there was no address to ask; its [`kind`](Self::kind) is `network` as well.
    pub fn is_address(&self) -> bool {
        self.kind == Kind::Address
    }

    /// Whether the server answered with an error status.
    pub fn is_http(&self) -> bool {
        self.status().is_some()
    }

    /// Whether no complete answer came in time.
    pub fn is_timeout(&self) -> bool {
        self.seconds().is_some()
    }

    /// Whether the document is larger than allowed.
    pub fn is_size(&self) -> bool {
        self.limit().is_some()
    }

    /// Whether the document is not JSON.
    pub fn is_parse(&self) -> bool {
        self.kind == Kind::Parse
    }

    /// Whether the document is JSON of no known shape.
    pub fn is_shape(&self) -> bool {
        self.kind == Kind::Shape
    }

    /// The status of an [`is_http`](Self::is_http) error.
    pub fn status(&self) -> Option<u16> {
        if let Kind::Http(status) = self.kind {
            Some(status)
        } else {
            None
        }
    }

    /// After how many seconds an [`is_timeout`](Self::is_timeout) error gave up.
    pub fn seconds(&self) -> Option<u32> {
        if let Kind::Timeout(seconds) = self.kind {
            Some(seconds)
        } else {
            None
        }
    }

    /// The limit in bytes that an [`is_size`](Self::is_size) error passed.
    pub fn limit(&self) -> Option<u64> {
        if let Kind::Size(limit) = self.kind {
            Some(limit)
        } else {
            None
        }
    }

    /// Whether the same request may succeed later: network errors, time-outs, and the statuses
    /// 408, 425, 429 and 5xx.
    pub fn is_retryable(&self) -> bool {
        match self.kind {
            Kind::Network | Kind::Timeout(_) => true,
            Kind::Http(status) => matches!(status, 408 | 425 | 429 | 500..=599),
            _ => false,
        }
    }

    /// The address of the document.
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// What was wrong, without the address.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Line in the document, counted from 1.
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// Column in the line, in characters, counted from 1.
    pub fn column(&self) -> Option<usize> {
        self.column
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(url) = &self.url {
            write!(f, "{url}: ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
/// A text in quotes, what can't be seen in it written out. Not by `{:?}`, of which nothing is left
/// in a released module.
///
/// Of a long one it is the beginning: a thousand of them may be kept.
pub fn quoted(text: &str) -> String {
    const MOST: usize = 200;
    let mut quoted = String::from("\"");
    for (place, character) in text.chars().enumerate() {
        if place == MOST {
            quoted.push('…');
            break;
        }
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            // Controls, and what changes the direction of the text around.
            '\0'..' '
            | '\u{7F}'..='\u{9F}'
            | '\u{AD}'
            | '\u{61C}'
            | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}' => {
                quoted.push_str(&format!("\\u{{{:x}}}", character as u32));
            }
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}
