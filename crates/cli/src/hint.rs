//! What to do about what is wrong.

use article_cards_core::error::Error;
use article_cards_core::feed::xml::XmlFault;
use article_cards_core::feed::{DiagnosticKind, Expected, ValueKind};

/// What to do about a file that ends too early.
pub(super) const TRUNCATED: &str =
    "the file may not have been written to its end: make it or fetch it again";

/// Returns what to do about a diagnostic.
pub(super) fn of_diagnostic(kind: &DiagnosticKind) -> Option<&'static str> {
    Some(match kind {
        DiagnosticKind::NoArticle(_) => "write an article as an object: {\"title\": \"Tides\"}",
        DiagnosticKind::NoTitle => {
            "every article needs a title; a mapping reads it from another field: title = \"subject\""
        }
        DiagnosticKind::WrongTitle(_) => {
            "name the text in it with a mapping, such as title = \"title.rendered | html\", or a preset: \
             --mapping wordpress"
        }
        DiagnosticKind::NoRelatedTitle => "give each related article a title",
        DiagnosticKind::NoUrl => "write the picture's address as url",
        DiagnosticKind::DuplicateIdentity(_) => {
            "give each article an id, path or address of its own"
        }
        DiagnosticKind::NotWhole
        | DiagnosticKind::NoExtent
        | DiagnosticKind::NumberOutOfRange
        | DiagnosticKind::WholeTooLarge => {
            "write digits only, such as 72; leave the field out where there is no number"
        }
        DiagnosticKind::WrongType(ValueKind::String, Expected::Bool) => {
            "write true or false without quotes"
        }
        DiagnosticKind::UnknownZone => "write the offset in digits: +02:00",
        DiagnosticKind::Invalid(expected) | DiagnosticKind::WrongType(_, expected) => {
            of_expected(*expected)?
        }
        DiagnosticKind::Unmappable => {
            "map another field: secured and featuredContent are never read, and content only for fields \
             of articles"
        }
        DiagnosticKind::NoNextPage(_) => "write the next page as a URL, or as a number",
        DiagnosticKind::NumberedPageWithoutUrl => "name the feed's own address with --url",
        DiagnosticKind::NextPageInvalid(_) => {
            "write the whole address of the next page with https://"
        }
        DiagnosticKind::NextPageElsewhere(_) => {
            "serve all pages from one server, or name the other one with page-src in the widget"
        }
        DiagnosticKind::SharedGuid(_) => "give each item a guid of its own, or none",
        DiagnosticKind::Xml(fault, _) => of_xml(fault)?,
        _ => return None,
    })
}

/// Returns what a field expects.
fn of_expected(expected: Expected) -> Option<&'static str> {
    Some(match expected {
        Expected::Url => {
            "write the whole address with https://, or name the feed's own with --url if it is \
             relative"
        }
        Expected::Date => "write a date like 2023-04-26 or 2023-04-26T18:15:40Z",
        Expected::HostName => "write the name alone: example.org",
        Expected::LanguageTag => "write a tag like en or pt-BR",
        Expected::Duration => "write a duration like PT15M or PT1H30M",
        Expected::Bool => "write true or false",
        Expected::String => "write a text in quotes; a mapping reads it from another place",
        Expected::List => "write a list: [\"Ships\", \"Tides\"]",
        Expected::Object => "write an object: {\"title\": \"Tides\"}",
        Expected::ObjectOrName => "write the name, or an object: {\"name\": \"Harbour Post\"}",
        Expected::Image => "write the picture's address, or an object with its url",
        _ => return None,
    })
}

/// Returns what to do about XML that is not well-formed.
fn of_xml(fault: &XmlFault) -> Option<&'static str> {
    Some(match fault {
        XmlFault::BeforeDeclaration => "begin the file with <?xml",
        XmlFault::NotUtf8 => "save the file as UTF-8, or declare its encoding",
        XmlFault::UnknownEncoding(_) => "save the file as UTF-8",
        XmlFault::UndeclaredPrefix(_) => "declare the prefix at the root: xmlns:prefix=\"…\"",
        XmlFault::UnknownNamespace(_) => {
            "RSS has no namespace, Atom has http://www.w3.org/2005/Atom"
        }
        XmlFault::HtmlReference(_) => "write the character itself, or its number: &#160;",
        XmlFault::UnknownReference(_) | XmlFault::BareAmpersand => "write &amp; for &",
        XmlFault::BareLessThan => "write &lt; for <",
        XmlFault::ControlCharacter => "remove the character",
        XmlFault::NoClosingQuote => "close the quote",
        XmlFault::NotClosed(_) | XmlFault::NotOpen(_) => "close each element that is opened, once",
        XmlFault::Truncated(_) => TRUNCATED,
        _ => return None,
    })
}

/// Returns what to do about a document that is not a feed.
pub(super) fn of_error(error: &Error) -> Option<&'static str> {
    if error.is_markup() {
        return Some("save the feed itself, not the page that shows it");
    }
    if error.is_truncated() {
        return Some(TRUNCATED);
    }
    let is_nested = error.problem().starts_with("nested");
    if error.is_parse() && !is_nested {
        return Some("see whether a comma, a quote or a bracket is missing or too many there");
    }
    error.is_shape().then_some(
        "a feed is a list of articles, a JSON Feed, an object with value, articles or items, RSS or Atom; \
         a mapping names the list in another object: \"$items\" = \"data.posts\"",
    )
}
