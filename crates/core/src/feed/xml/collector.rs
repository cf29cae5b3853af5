//! Collects documents of XML that arrive in pieces: unlike JSON, they are read as a whole.

use std::borrow::Cow;
use std::mem;

use super::is_xml;

/// Separates XML from JSON by the first bytes.
#[derive(Debug)]
pub(crate) enum Collector {
    /// All bytes so far, if they may begin either.
    Undecided(Vec<u8>),
    Json,
    /// All bytes so far.
    Xml(Vec<u8>),
}

impl Default for Collector {
    fn default() -> Self {
        Self::Undecided(Vec::new())
    }
}

impl Collector {
    /// Takes the next bytes. Returns those that a parser of JSON is to read.
    pub(crate) fn push<'b>(&mut self, bytes: &'b [u8]) -> Cow<'b, [u8]> {
        let undecided = match self {
            Self::Json => return Cow::Borrowed(bytes),
            Self::Xml(xml) => {
                xml.extend_from_slice(bytes);
                return Cow::Borrowed(&[]);
            }
            Self::Undecided(undecided) => undecided,
        };
        undecided.extend_from_slice(bytes);
        match is_xml(undecided) {
            None => Cow::Borrowed(&[]),
            Some(true) => {
                *self = Self::Xml(mem::take(undecided));
                Cow::Borrowed(&[])
            }
            Some(false) => {
                let start = mem::take(undecided);
                *self = Self::Json;
                // Nearly always, nothing precedes these bytes.
                match start.len() == bytes.len() {
                    true => Cow::Borrowed(bytes),
                    false => Cow::Owned(start),
                }
            }
        }
    }

    /// Takes the last bytes. Returns what [`push`](Self::push) does, or else the document of XML.
    pub(crate) fn finish(mut self, last: &[u8]) -> Result<Cow<'_, [u8]>, Vec<u8>> {
        let json = self.push(last);
        match self {
            Self::Json => Ok(json),
            Self::Undecided(start) => Ok(Cow::Owned(start)),
            Self::Xml(xml) => Err(xml),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separates_xml_from_json() {
        let pieces = |pieces: &[&[u8]]| {
            let mut collector = Collector::default();
            let mut json = Vec::new();
            for piece in pieces {
                json.extend_from_slice(&collector.push(piece));
            }
            collector
                .finish(b"x")
                .map(|last| [json, last.into_owned()].concat())
        };
        assert_eq!(
            pieces(&[b"\xEF", b"\xBB\xBF ", b"<", b"a"]),
            Err(b"\xEF\xBB\xBF <ax".to_vec())
        );
        assert_eq!(
            pieces(&[b"\xEF", b"\xBB\xBF ", b"[", b"1"]),
            Ok(b"\xEF\xBB\xBF [1x".to_vec())
        );
        assert_eq!(
            pieces(&[b"\xFF", b"\xFE<\0"]),
            Err(b"\xFF\xFE<\0x".to_vec())
        );
        assert_eq!(pieces(&[b"\0", b"<\0"]), Err(b"\0<\0x".to_vec()));
        assert_eq!(pieces(&[]), Ok(b"x".to_vec()));
        let undecided = Collector::Undecided(b" ".to_vec());
        assert_eq!(undecided.finish(b"").unwrap().as_ref(), b" ");
    }
}
