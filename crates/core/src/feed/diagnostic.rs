//! What is wrong with single articles and fields.

use std::fmt;

use crate::json::value::ValueKind;
use crate::text::{MAX_QUOTED, quoted};

/// One thing that is wrong with one article or field, and costs nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The position of the article in the feed, from 0 over all pages; `None` for the document
    /// itself.
    pub index: Option<usize>,
    /// The field, as a path from the article: `images[0].url`. Empty for the article itself.
    pub path: String,
    /// What is wrong.
    pub kind: DiagnosticKind,
}

impl Diagnostic {
    /// Returns what is wrong in English, for developers.
    pub fn message(&self) -> String {
        self.kind.to_string()
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(index) = self.index {
            write!(f, "article {index}: ")?;
        }
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        self.kind.fmt(f)
    }
}

/// What is wrong with an article or a field. Its text ([`Display`](fmt::Display)) is English and for
/// developers.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DiagnosticKind {
    /// The entry is not an object. It is skipped.
    NoArticle(ValueKind),
    /// The article has no title. It is skipped.
    NoTitle,
    /// The title of the article is not a string. It is skipped.
    WrongTitle(ValueKind),
    /// Another article has this identity. It is skipped.
    DuplicateIdentity(String),
    /// The related article has no title. It is left out.
    NoRelatedTitle,
    /// The picture has no URL. It is left out.
    NoUrl,
    /// The value has another type than the field. The field is dropped, like those below.
    WrongType(ValueKind, Expected),
    /// The text is not what the field expects.
    Invalid(Expected),
    /// The time zone of the date has an unknown name. The time is read as UTC.
    UnknownZone,
    /// The number has too many digits.
    NumberOutOfRange,
    /// The value is not a whole number.
    NotWhole,
    /// The whole number is larger than scripts count exactly.
    WholeTooLarge,
    /// The width or height is zero, negative or too large.
    NoExtent,
    /// The mapping names a field that is always discarded.
    Unmappable,
    /// The value names no next page.
    NoNextPage(ValueKind),
    /// The next page is a number, but the feed has no URL.
    NumberedPageWithoutUrl,
    /// The next page has no `http:` or `https:` URL.
    NextPageInvalid(String),
    /// The next page is on another origin, and is not followed.
    NextPageElsewhere(String),
    /// What is wrong in words: what the module found that converted the document to JSON, or, in one of
    /// several feeds, its URL and what is wrong.
    Text(String),
    /// Items of other links share this guid. It identifies none of them.
    #[cfg(feature = "xml")]
    SharedGuid(String),
    /// The XML is not well-formed, or not in a namespace or encoding that is known, in this line.
    #[cfg(feature = "xml")]
    Xml(super::xml::XmlFault, usize),
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Expected {
    /// A string.
    String,
    /// True or false.
    Bool,
    /// A list.
    List,
    /// An object.
    Object,
    /// An object, or a name.
    ObjectOrName,
    /// A picture as an object, or its URL.
    Image,
    /// A date.
    Date,
    /// An `http:` or `https:` URL.
    Url,
    /// A host name.
    HostName,
    /// An ISO 8601 duration.
    Duration,
    /// A language tag.
    LanguageTag,
}

/// The largest whole number that is exact in scripts (2⁵³ − 1).
pub(super) const MAX_WHOLE: u64 = 9_007_199_254_740_991;

impl DiagnosticKind {
    pub(super) fn duplicate_identity(id: &str) -> Self {
        Self::DuplicateIdentity(shortened(id))
    }

    pub(super) fn next_page_invalid(url: &str) -> Self {
        Self::NextPageInvalid(shortened(url))
    }

    #[cfg(feature = "xml")]
    pub(super) fn shared_guid(id: &str) -> Self {
        Self::SharedGuid(shortened(id))
    }

    pub(super) fn next_page_elsewhere(url: &str) -> Self {
        Self::NextPageElsewhere(shortened(url))
    }

    /// Returns the text of a kind that only XML has; empty for any other.
    #[cfg(feature = "xml")]
    pub(super) fn xml_message(&self) -> String {
        match self {
            Self::SharedGuid(id) => {
                let (before, after) = (
                    "items of other links share the guid ",
                    ": it identifies none",
                );
                [before, &quoted(id), after].concat()
            }
            Self::Xml(fault, line) => [&fault.message(), ", at line ", &line.to_string()].concat(),
            _ => String::new(),
        }
    }
}

/// Returns the beginning of a text, as long as [`quoted`] needs: a thousand of them may be stored.
fn shortened(text: &str) -> String {
    text.chars().take(MAX_QUOTED + 1).collect()
}

impl fmt::Display for DiagnosticKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::NoArticle(found) => {
                return write!(f, "{} instead of an article: it is skipped", found.name());
            }
            Self::WrongTitle(found) => {
                let found = found.name();
                return write!(f, "{found} instead of a string: the article is skipped");
            }
            Self::DuplicateIdentity(id) => {
                let id = quoted(id);
                return write!(f, "a second article with the identity {id}: it is skipped");
            }
            Self::WrongType(found, expected) => {
                return write!(f, "{} instead of {}", found.name(), expected.name());
            }
            Self::Invalid(expected) => return write!(f, "not {}", expected.name()),
            Self::WholeTooLarge => return write!(f, "a whole number above {MAX_WHOLE}"),
            Self::NoNextPage(found) => {
                return write!(f, "{} that names no next page", found.name());
            }
            Self::NextPageInvalid(url) => {
                return write!(f, "{} is not an http(s) URL", quoted(url));
            }
            Self::NextPageElsewhere(url) => {
                let url = quoted(url);
                return write!(
                    f,
                    "{url} is on another origin than the feed: it is not followed"
                );
            }
            Self::Text(message) => message,
            #[cfg(feature = "xml")]
            Self::SharedGuid(_) | Self::Xml(..) => &self.xml_message(),
            Self::NoTitle => "missing: the article is skipped",
            Self::NoRelatedTitle => "missing: the related article is left out",
            Self::NoUrl => "missing",
            Self::UnknownZone => "a time zone of an unknown name: the time is read as UTC",
            Self::NumberOutOfRange => "a number out of range",
            Self::NotWhole => "not a whole number",
            Self::NoExtent => "not a whole number from 1 to 4,294,967,295",
            Self::Unmappable => "is never kept and cannot be mapped",
            Self::NumberedPageWithoutUrl => "a numbered page of a feed without a URL",
        };
        f.write_str(text)
    }
}

impl Expected {
    fn name(self) -> &'static str {
        match self {
            Self::String => "a string",
            Self::Bool => "true or false",
            Self::List => "a list",
            Self::Object => "an object",
            Self::Image => "an object or a URL",
            Self::ObjectOrName => "an object or a name",
            Self::Date => "a date",
            Self::Url => "an http(s) URL",
            Self::HostName => "a host name",
            Self::Duration => "an ISO 8601 duration",
            Self::LanguageTag => "a language tag",
        }
    }
}

/// The diagnostics of a feed: a list of the first [`Diagnostics::MAX_LISTED`], and the number of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    count: usize,
    is_unlimited: bool,
}

impl Diagnostics {
    /// How many diagnostics are listed at most.
    pub const MAX_LISTED: usize = 1000;

    /// Returns an empty list without a maximum, for a command.
    pub fn unlimited() -> Self {
        Self {
            is_unlimited: true,
            ..Self::default()
        }
    }

    /// Returns the listed diagnostics.
    pub fn into_vec(self) -> Vec<Diagnostic> {
        self.list
    }

    /// Adds a diagnostic. Its path is formatted only if there is room in the list.
    #[inline(never)]
    pub(crate) fn push(&mut self, index: Option<usize>, path: Path<'_>, kind: DiagnosticKind) {
        self.count += 1;
        if self.has_room() {
            let path = path.to_string();
            self.list.push(Diagnostic { index, path, kind });
        }
    }

    /// Adds the diagnostics of another list, and the number of those that it doesn't list.
    pub fn append(&mut self, others: &Self) {
        others.iter().for_each(|one| self.append_one(one));
        self.count += others.count - others.list.len();
    }

    /// Adds the diagnostics of one of several feeds, whose URL their texts begin with.
    pub(crate) fn append_of_feed(&mut self, url: &str, others: &Self) {
        for one in others {
            self.append_one(&Diagnostic {
                index: one.index,
                path: one.path.clone(),
                kind: DiagnosticKind::Text([url, ": ", &one.message()].concat()),
            });
        }
        self.count += others.count - others.list.len();
    }

    pub(crate) fn append_one(&mut self, one: &Diagnostic) {
        self.count += 1;
        if self.has_room() {
            self.list.push(one.clone());
        }
    }

    /// Counts diagnostics that are not listed.
    pub(crate) fn add_count(&mut self, count: usize) {
        self.count += count;
    }

    fn has_room(&self) -> bool {
        self.is_unlimited || self.list.len() < Self::MAX_LISTED
    }

    /// Returns the number of diagnostics, listed or not.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Iterates over the listed diagnostics, in the order in which they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    /// Returns the listed diagnostics.
    pub fn as_slice(&self) -> &[Diagnostic] {
        &self.list
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// A path below an article, written only if there is a diagnostic.
#[derive(Clone, Copy)]
pub(crate) enum Path<'a> {
    Article,
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl<'a> Path<'a> {
    pub(crate) fn key(&'a self, key: &'a str) -> Path<'a> {
        Path::Key(self, key)
    }

    pub(crate) fn index(&'a self, index: usize) -> Path<'a> {
        Path::Index(self, index)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Article => Ok(()),
            Path::Key(Path::Article, key) => f.write_str(key),
            Path::Key(parent, key) => write!(f, "{parent}.{key}"),
            Path::Index(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}
