//! What to do about what is wrong.

use article_cards_core::error::Error;
use article_cards_core::feed::xml::XmlFault;
use article_cards_core::feed::{DiagnosticKind, Expected, ValueKind};

/// Returns what to do about a diagnostic.
pub(super) fn of_diagnostic(kind: &DiagnosticKind) -> Option<&'static str> {
    Some(match kind {
        DiagnosticKind::NoTitle => "every article needs a title",
        DiagnosticKind::DuplicateIdentity(_) => {
            "give each article an id, path or address of its own"
        }
        DiagnosticKind::NotWhole | DiagnosticKind::NoExtent => {
            "write digits only, such as 72; leave the field out where there is no number"
        }
        DiagnosticKind::WrongType(ValueKind::String, Expected::Bool) => {
            "write true or false without quotes"
        }
        DiagnosticKind::UnknownZone => "write the offset in digits: +02:00",
        DiagnosticKind::Invalid(expected) => match expected {
            Expected::Url => {
                "write the whole address with https://, or name the feed's own with --url if it is \
                 relative"
            }
            Expected::Date => "write a date like 2023-04-26 or 2023-04-26T18:15:40Z",
            Expected::HostName => "write the name alone: example.org",
            Expected::LanguageTag => "write a tag like en or pt-BR",
            Expected::Duration => "write a duration like PT15M or PT1H30M",
            _ => return None,
        },
        DiagnosticKind::SharedGuid(_) => "give each item a guid of its own, or none",
        DiagnosticKind::Xml(fault, _) => of_xml(fault)?,
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
        XmlFault::Truncated(_) => "the file may not have been written to its end",
        _ => return None,
    })
}

/// Returns what to do about a document that is not a feed.
pub(super) fn of_error(error: &Error) -> Option<&'static str> {
    if error.is_markup() {
        return Some("save the feed itself, not the page that shows it");
    }
    error.is_shape().then_some(
        "a feed is a list of articles, a JSON Feed, an object with value, articles or items, RSS or Atom",
    )
}
