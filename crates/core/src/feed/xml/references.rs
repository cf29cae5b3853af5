//! References in XML, and the characters that it does not allow.

use std::borrow::Cow;

use super::fault::XmlFault;
use crate::interner::Interner;
use crate::text::{html_reference, windows_1252};

/// The longest value of an entity that is used, in bytes.
const MAX_VALUE: usize = 1 << 10;

/// How many bytes all references to entities of a document may expand to.
const MAX_EXPANSION: usize = 1 << 20;

/// The references of a document.
#[derive(Debug)]
pub(super) struct References {
    /// The names of the entities that the document declares.
    entities: Interner,
    /// Their values.
    values: Vec<String>,
    /// How many bytes may still be added.
    left: usize,
}

impl References {
    pub(super) fn new() -> Self {
        Self {
            entities: Interner::default(),
            values: Vec::new(),
            left: MAX_EXPANSION,
        }
    }

    /// Reads the entities that a document type declares. References in their values are expanded
    /// here, within the limit of the document, so that entities cannot multiply each other.
    pub(super) fn declare(&mut self, doctype: &str) {
        for declaration in doctype.split("<!ENTITY").skip(1) {
            let declaration = declaration.trim_start();
            let Some((name, value)) = declaration.split_once(char::is_whitespace) else {
                continue;
            };
            let value = value.trim_start();
            let Some(quote) = value.chars().next().filter(|quote| "'\"".contains(*quote)) else {
                continue;
            };
            let value = value.get(1..).and_then(|value| value.split_once(quote));
            if let Some((value, _)) = value.filter(|(value, _)| value.len() <= MAX_VALUE) {
                let value = self.decode(value, &mut |_| ()).into_owned();
                // The first declaration counts.
                if self.entities.get(name).is_none() {
                    self.entities.intern(name);
                    self.values.push(value);
                }
            }
        }
    }

    /// Returns the text of the reference `&name;`.
    pub(super) fn resolve(
        &mut self,
        name: &str,
        note: &mut dyn FnMut(XmlFault),
    ) -> Cow<'static, str> {
        let written = || Cow::Owned(["&", name, ";"].concat());
        let entity = self.entities.get(name);
        if let Some(value) = entity.and_then(|symbol| self.values.get(symbol as usize)) {
            if let Some(left) = self.left.checked_sub(value.len()) {
                self.left = left;
                return Cow::Owned(value.clone());
            }
            return written();
        }
        let is_number = name.strip_prefix('#').is_some_and(|number| {
            let number = number.strip_prefix(['x', 'X']).unwrap_or(number);
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_hexdigit())
        });
        let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !is_number && !is_name {
            note(XmlFault::BareAmpersand);
            return written();
        }
        let Some(text) = html_reference(name) else {
            note(match is_number {
                true => XmlFault::BareAmpersand,
                false => XmlFault::UnknownReference(name.chars().take(40).collect()),
            });
            return written();
        };
        if is_name && !matches!(name, "amp" | "lt" | "gt" | "quot" | "apos") {
            note(XmlFault::HtmlReference(name.to_owned()));
        }
        match allowed(&text, note) {
            Cow::Borrowed(same) if same.len() == text.len() => Cow::Owned(text),
            changed => Cow::Owned(changed.into_owned()),
        }
    }

    /// Decodes the references in the value of an attribute.
    pub(super) fn decode<'t>(
        &mut self,
        value: &'t str,
        note: &mut dyn FnMut(XmlFault),
    ) -> Cow<'t, str> {
        let Some((before, mut rest)) = value.split_once('&') else {
            return allowed(value, note);
        };
        let mut decoded = allowed(before, note).into_owned();
        loop {
            let (part, next) = match rest.split_once('&') {
                Some((part, next)) => (part, Some(next)),
                None => (rest, None),
            };
            match part.split_once(';') {
                Some((name, after)) => {
                    decoded.push_str(&self.resolve(name, note));
                    decoded.push_str(&allowed(after, note));
                }
                None => {
                    note(XmlFault::BareAmpersand);
                    decoded.push('&');
                    decoded.push_str(&allowed(part, note));
                }
            }
            match next {
                Some(next) => rest = next,
                None => return Cow::Owned(decoded),
            }
        }
    }
}

/// Returns text without the characters that XML does not allow. The control characters of
/// windows-1252, which feeds have by mistake, become what they mean there.
pub(super) fn allowed<'t>(text: &'t str, note: &mut dyn FnMut(XmlFault)) -> Cow<'t, str> {
    let is_forbidden = |char: char| {
        char.is_ascii_control() && !"\t\n\r\u{7f}".contains(char)
            || matches!(char, '\u{fffe}' | '\u{ffff}')
    };
    let is_control = |char: char| matches!(char, '\u{80}'..='\u{9f}');
    if !text.contains(|char| is_forbidden(char) || is_control(char)) {
        return Cow::Borrowed(text);
    }
    if text.contains(is_forbidden) {
        note(XmlFault::ControlCharacter);
    }
    let kept = text.chars().filter(|char| !is_forbidden(*char));
    let kept = kept.map(|char| match u8::try_from(char) {
        Ok(byte) if is_control(char) => windows_1252(byte),
        _ => char,
    });
    Cow::Owned(kept.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(value: &str) -> (String, Vec<XmlFault>) {
        let mut references = References::new();
        references.declare(r#"rss [<!ENTITY a "1&#50;"><!ENTITY b "&a;"> <!ENTITY % c "d">]"#);
        let mut faults = Vec::new();
        let text = references.decode(value, &mut |fault| faults.push(fault));
        (text.into_owned(), faults)
    }

    #[test]
    fn references() {
        for (value, expected, fault) in [
            ("a", "a", None),
            ("&amp;&lt;&#65;&#x42;", "&<AB", None),
            ("&a;", "12", None),
            ("&b;", "12", None),
            ("&#146;", "’", None),
            ("a=1&b=2", "a=1&b=2", Some(XmlFault::BareAmpersand)),
            ("a&copy=2", "a&copy=2", Some(XmlFault::BareAmpersand)),
            ("a & b; c", "a & b; c", Some(XmlFault::BareAmpersand)),
            (
                "&nbsp;",
                "\u{a0}",
                Some(XmlFault::HtmlReference("nbsp".to_owned())),
            ),
            (
                "&notit;",
                "&notit;",
                Some(XmlFault::UnknownReference("notit".to_owned())),
            ),
            ("a\u{8}b&#8;c", "abc", Some(XmlFault::ControlCharacter)),
            ("don\u{92}t", "don’t", None),
        ] {
            let (text, faults) = decoded(value);
            assert_eq!(text, expected, "{value:?}");
            assert_eq!(faults.first(), fault.as_ref(), "{value:?}");
        }
    }

    #[test]
    fn entities_are_expanded_within_a_limit() {
        let value = "x".repeat(MAX_VALUE);
        let doctype = format!("rss [<!ENTITY a \"{value}\">]");
        let mut references = References::new();
        references.declare(&doctype);
        let text = references
            .decode(&"&a;".repeat(100_000), &mut |_| ())
            .into_owned();
        assert!(text.len() < MAX_EXPANSION + 400_000);
    }
}
