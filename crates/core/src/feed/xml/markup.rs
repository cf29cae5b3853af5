//! The markup of a document, by quick-xml, which goes on behind what is not well-formed.

use std::cmp::Ordering;

use quick_xml::Reader;
use quick_xml::errors::{Error, SyntaxError};
use quick_xml::events::Event;

use super::fault::XmlFault;

/// A piece of a document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Markup<'a> {
    /// What is between `<` and `>`, or `/>`: a name and attributes.
    Start { tag: &'a str, is_empty: bool },
    /// The name of an end tag.
    End(&'a str),
    /// Text that is written as it is, without references.
    Text(&'a str),
    /// The name of a reference.
    Reference(&'a str),
    /// The document type.
    Doctype(&'a str),
    /// The XML declaration.
    Declaration,
    /// The document ends inside of markup.
    Truncated,
}

/// Reads markup.
pub(super) struct MarkupReader<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    /// Where `reader` started.
    base: usize,
    /// How many bytes may still be read twice, so that no document takes more than linear time.
    left: usize,
}

impl<'a> MarkupReader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            reader: reader(text),
            base: 0,
            left: text.len().saturating_mul(4),
        }
    }

    /// The position behind the markup that was read last.
    pub(super) fn position(&self) -> usize {
        let read = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
        self.base.saturating_add(read)
    }

    /// Reads the next markup; `None` at the end.
    pub(super) fn next(&mut self, note: &mut dyn FnMut(XmlFault)) -> Option<Markup<'a>> {
        loop {
            let start = self.position();
            let rest = self.text.get(start..)?;
            if let Some(after) = rest.strip_prefix('<') {
                if !begins_markup(after) {
                    note(XmlFault::BareLessThan);
                    self.resume(start + 1);
                    return Some(Markup::Text("<"));
                }
                // What HTML reads as a comment.
                if let Some(bogus) = after.strip_prefix('!').filter(|bogus| !is_known(bogus)) {
                    let Some(length) = bogus.find('>') else {
                        self.resume(self.text.len());
                        return Some(Markup::Truncated);
                    };
                    self.resume(start + 2 + length + 1);
                    continue;
                }
            }
            let event = self.reader.read_event();
            let end = self.position();
            let piece = self.text.get(start..end)?;
            match event {
                Ok(Event::Eof) => return None,
                Ok(Event::Text(_)) => {
                    if piece.starts_with('&') {
                        note(XmlFault::BareAmpersand);
                    }
                    return Some(Markup::Text(piece));
                }
                Ok(Event::GeneralRef(_)) => {
                    let name = piece
                        .strip_prefix('&')
                        .and_then(|name| name.strip_suffix(';'));
                    return Some(Markup::Reference(name.unwrap_or_default()));
                }
                Ok(Event::CData(_)) => {
                    let text = piece.get("<![CDATA[".len()..piece.len().saturating_sub(3));
                    return Some(Markup::Text(text.unwrap_or_default()));
                }
                Ok(Event::Start(_) | Event::Empty(_)) => {
                    let inside = piece
                        .get(1..piece.len().saturating_sub(1))
                        .unwrap_or_default();
                    match end_of_tag(inside, self.left) {
                        None => return Some(start_tag(inside)),
                        Some(length) => {
                            self.left = self.left.saturating_sub(piece.len());
                            return Some(self.cut_off_tag(start, inside, length, note));
                        }
                    }
                }
                Ok(Event::End(_)) => {
                    let inside = piece
                        .get(2..piece.len().saturating_sub(1))
                        .unwrap_or_default();
                    // `</title <link>`
                    let (name, next) = match inside.split_once('<') {
                        Some((name, next)) => (name, Some(next)),
                        None => (inside, None),
                    };
                    if let Some(next) = next
                        && self.left > 0
                    {
                        self.left = self.left.saturating_sub(piece.len());
                        self.resume(end - 1 - next.len() - 1);
                    }
                    return Some(Markup::End(name_of(name)));
                }
                Ok(Event::DocType(_)) => return Some(Markup::Doctype(piece)),
                Ok(Event::Decl(_)) => return Some(Markup::Declaration),
                Ok(Event::Comment(_) | Event::PI(_)) => {}
                Err(Error::Syntax(SyntaxError::UnclosedComment | SyntaxError::UnclosedCData)) => {
                    return self.truncated();
                }
                // Anything else ends at its first `>`.
                Err(_) => {
                    let length = rest.find('>').filter(|_| self.left > 0);
                    let Some(length) = length else {
                        return self.truncated();
                    };
                    self.left = self.left.saturating_sub(rest.len());
                    self.resume(start + length + 1);
                    let inside = rest.get(1..length).unwrap_or_default();
                    if inside.starts_with(['!', '?']) {
                        continue;
                    }
                    note(XmlFault::NoClosingQuote);
                    return Some(match inside.strip_prefix('/') {
                        Some(name) => Markup::End(name_of(name)),
                        None => start_tag(inside),
                    });
                }
            }
        }
    }

    /// Ends the document.
    fn truncated(&mut self) -> Option<Markup<'a>> {
        self.resume(self.text.len());
        Some(Markup::Truncated)
    }

    /// Continues at a position.
    fn resume(&mut self, at: usize) {
        let rest = self.text.get(at..).unwrap_or_default();
        // At its start, quick-xml skips a byte order mark without counting it.
        let rest = rest.trim_start_matches('\u{feff}');
        self.base = self.text.len() - rest.len();
        self.reader = reader(rest);
    }

    /// Returns what a tag is that has a `<` inside, and must end after some bytes.
    fn cut_off_tag(
        &mut self,
        start: usize,
        inside: &'a str,
        length: usize,
        note: &mut dyn FnMut(XmlFault),
    ) -> Markup<'a> {
        match length.cmp(&0) {
            Ordering::Greater => {
                note(XmlFault::NoClosingQuote);
                self.resume(start + 1 + length + 1);
                start_tag(inside.get(..length).unwrap_or_default())
            }
            _ => {
                note(XmlFault::BareLessThan);
                self.resume(start + 1);
                Markup::Text("<")
            }
        }
    }
}

fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = true;
    config.check_end_names = false;
    reader
}

/// Returns whether what follows a `<` makes it markup.
fn begins_markup(after: &str) -> bool {
    let is_name = |char: char| char.is_alphabetic() || matches!(char, '_' | ':');
    let after = after.strip_prefix('/').unwrap_or(after);
    after.starts_with(|char| is_name(char) || matches!(char, '!' | '?'))
}

/// Returns whether what follows `<!` is a comment, a CDATA section or a document type.
fn is_known(bang: &str) -> bool {
    let doctype = bang.get(.."DOCTYPE".len());
    bang.starts_with("--")
        || bang.starts_with("[CDATA[")
        || doctype.is_some_and(|doctype| doctype.eq_ignore_ascii_case("DOCTYPE"))
}

/// Returns where a tag with a `<` inside must end: at a `>` before, since a quote is missing; at 0 if
/// its own `<` begins no tag. `None` if it is fine as it is.
fn end_of_tag(inside: &str, left: usize) -> Option<usize> {
    let (before, _) = inside.split_once('<').filter(|_| left > 0)?;
    if let Some(end) = before.find('>') {
        return Some(end);
    }
    let mut quote = None;
    for char in before.chars() {
        match quote {
            Some(open) if open == char => quote = None,
            None if matches!(char, '"' | '\'') => quote = Some(char),
            _ => {}
        }
    }
    quote.is_none().then_some(0)
}

fn start_tag(inside: &str) -> Markup<'_> {
    match inside.strip_suffix('/') {
        Some(tag) => Markup::Start {
            tag,
            is_empty: true,
        },
        None => Markup::Start {
            tag: inside,
            is_empty: false,
        },
    }
}

/// Returns the name at the beginning of a tag.
pub(super) fn name_of(tag: &str) -> &str {
    let end = tag.find(|char: char| char.is_whitespace() || char == '/');
    tag.get(..end.unwrap_or(tag.len())).unwrap_or_default()
}
