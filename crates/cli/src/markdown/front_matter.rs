//! The front matter of a Markdown file.

use std::io::{self, Read};

use serde::de::IgnoredAny;

use super::invalid;
use crate::finding::Finding;

/// The maximum size of front matter, far above any that people write.
const MAX_SIZE: usize = 4 << 20;

/// The size of the first read, which usually covers the whole front matter.
const CHUNK: u64 = 8 << 10;

const HINT: &str = "start the file with a line `---`, then the fields, then a line `---`";

/// The message about a file without front matter.
pub(super) const NO_FRONT_MATTER: &str = "there is no front matter";

/// How front matter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notation {
    Yaml,
    Toml,
    Json,
}

/// The front matter of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FrontMatter {
    pub(super) notation: Notation,
    pub(super) text: String,
    /// The number of lines before the text.
    pub(super) before: usize,
    /// The first heading of the body, if nothing but imports of MDX precedes it.
    pub(super) heading: Option<String>,
}

/// Reads a file up to the end of its front matter.
///
/// # Errors
/// Fails if the file cannot be read.
pub(super) fn read(source: &mut impl Read) -> io::Result<Result<FrontMatter, Box<Finding>>> {
    let mut bytes = Vec::new();
    let mut chunk = CHUNK;
    loop {
        let before = bytes.len();
        source.by_ref().take(chunk).read_to_end(&mut bytes)?;
        let is_complete = ((bytes.len() - before) as u64) < chunk;
        match find(&bytes, is_complete) {
            Ok(Some(found)) => return Ok(found.decode()),
            Ok(None) if bytes.len() > MAX_SIZE => {
                let size = MAX_SIZE >> 20;
                let message = format!("the front matter does not end within its first {size} MiB");
                return Ok(Err(invalid(1, message).with_hint(HINT).into()));
            }
            // Doubling keeps the total work of searching linear.
            Ok(None) => chunk = bytes.len() as u64,
            Err(finding) => return Ok(Err(finding)),
        }
    }
}

/// The front matter in the bytes of a file.
struct Found<'b> {
    notation: Notation,
    bytes: &'b [u8],
    before: usize,
    /// What follows, as far as it was read.
    body: &'b [u8],
}

impl Found<'_> {
    fn decode(self) -> Result<FrontMatter, Box<Finding>> {
        let Self {
            notation,
            bytes,
            before,
            body,
        } = self;
        match str::from_utf8(bytes) {
            Ok(text) => Ok(FrontMatter {
                notation,
                text: text.to_owned(),
                before,
                heading: heading(body),
            }),
            Err(error) => {
                let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
                let line = 1 + before + line_breaks(valid);
                let finding = invalid(line, "the file is not UTF-8");
                Err(finding.with_hint("save the file as UTF-8").into())
            }
        }
    }
}

/// Returns the text of the heading that a body begins with.
fn heading(body: &[u8]) -> Option<String> {
    let lines = body.split_inclusive(|byte| *byte == b'\n');
    let is_skipped = |line: &&[u8]| {
        let line = line.trim_ascii();
        line.is_empty() || line.starts_with(b"import ") || line.starts_with(b"export ")
    };
    let mut lines = lines.skip_while(is_skipped);
    let line = str::from_utf8(lines.next()?.strip_prefix(b"# ")?).ok()?;
    // `# Tides {#tides}` names an anchor.
    let text = line.split(" {#").next().unwrap_or_default();
    let text = text.trim().trim_end_matches('#').trim_end();
    (!text.is_empty()).then(|| text.to_owned())
}

fn line_breaks(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte == b'\n').count()
}

/// Returns the notation that an opening delimiter announces, and the closing delimiters.
fn delimiters(first: &[u8]) -> Option<(Notation, &'static [&'static [u8]])> {
    Some(match first {
        b"---" | b"---yaml" | b"---yml" => (Notation::Yaml, &[b"---", b"..."]),
        b"+++" => (Notation::Toml, &[b"+++"]),
        b"---toml" => (Notation::Toml, &[b"---"]),
        b"---json" => (Notation::Json, &[b"---"]),
        _ => return None,
    })
}

/// Finds the front matter at the beginning of a file, which is all of the file if `is_complete`.
/// Returns `None` if more of the file must be read.
fn find(bytes: &[u8], is_complete: bool) -> Result<Option<Found<'_>>, Box<Finding>> {
    let fail = |line, message: String, hint| Err(invalid(line, message).with_hint(hint).into());
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return fail(1, "the file is UTF-16".into(), "save the file as UTF-8");
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let is_blank = |byte: &u8| byte.is_ascii_whitespace();
    let Some(start) = bytes.iter().position(|byte| !is_blank(byte)) else {
        return match is_complete {
            true => fail(1, "the file is empty".into(), HINT),
            false => Ok(None),
        };
    };
    let (blank, bytes) = bytes.split_at_checked(start).unwrap_or_default();
    let blank = line_breaks(blank);
    if let Some(object) = bytes.strip_prefix(b"{") {
        let next = object.iter().find(|byte| !is_blank(byte));
        match next {
            Some(b'"' | b'}') => return json_object(bytes, blank, is_complete),
            None if !is_complete => return Ok(None),
            _ => {}
        }
    }
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let first = lines.next().unwrap_or_default();
    let opening = first.trim_ascii_end();
    if matches!(opening, b"---js" | b"---javascript") {
        let message = "the front matter is JavaScript".into();
        let hint = "write the fields as YAML, between two lines `---`";
        return fail(1 + blank, message, hint);
    }
    let Some((notation, closing)) = delimiters(opening) else {
        return match first.ends_with(b"\n") || is_complete || first.len() > 1000 {
            true => fail(1 + blank, NO_FRONT_MATTER.into(), HINT),
            false => Ok(None),
        };
    };
    let mut end = first.len();
    for line in lines {
        let is_line = line.ends_with(b"\n") || is_complete;
        if is_line && closing.contains(&line.trim_ascii_end()) {
            let body = bytes.get(end + line.len()..).unwrap_or_default();
            return Ok(bytes.get(first.len()..end).map(|bytes| Found {
                notation,
                bytes,
                before: 1 + blank,
                body,
            }));
        }
        end += line.len();
    }
    if !is_complete {
        return Ok(None);
    }
    let (fence, hint) = match closing {
        [b"+++"] => ("+++", "write a line `+++` below the last field"),
        _ => ("---", "write a line `---` below the last field"),
    };
    let message = format!("no line `{fence}` ends the front matter that starts here");
    fail(1 + blank, message, hint)
}

/// Finds front matter that is a JSON object without delimiters.
fn json_object(
    bytes: &[u8],
    before: usize,
    is_complete: bool,
) -> Result<Option<Found<'_>>, Box<Finding>> {
    let mut values = serde_json::Deserializer::from_slice(bytes).into_iter::<IgnoredAny>();
    let is_cut_off = match values.next() {
        Some(Err(error)) => error.is_eof(),
        _ => false,
    };
    if is_cut_off && !is_complete {
        return Ok(None);
    }
    if is_cut_off {
        let message = "no `}` ends the front matter that starts here";
        let finding = invalid(1 + before, message);
        return Err(finding
            .with_hint("write a line `}` below the last field")
            .into());
    }
    // Of an object that is not valid, everything: the parser says what is wrong.
    let end = match values.byte_offset() {
        0 => bytes.len(),
        end => end,
    };
    let body = bytes.get(end..).unwrap_or_default();
    Ok(bytes.get(..end).map(|bytes| Found {
        notation: Notation::Json,
        bytes,
        before,
        body,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(mut file: &[u8]) -> Result<FrontMatter, (usize, String)> {
        super::read(&mut file)
            .unwrap()
            .map_err(|finding| (finding.line.unwrap(), finding.message))
    }

    fn found(
        notation: Notation,
        text: &str,
        before: usize,
    ) -> Result<FrontMatter, (usize, String)> {
        Ok(FrontMatter {
            notation,
            text: text.to_owned(),
            before,
            heading: None,
        })
    }

    #[test]
    fn headings() {
        for (body, heading) in [
            ("\n\n# High tide #\n\nText", Some("High tide")),
            (
                "import A from './a';\r\n\r\n# High tide {#tide}\r\n",
                Some("High tide"),
            ),
            ("# ", None),
            ("## High tide\n", None),
            ("Text\n# High tide\n", None),
            ("#tag\n", None),
            ("", None),
        ] {
            let file = format!("---\na: 1\n---\n{body}");
            assert_eq!(
                read(file.as_bytes()).unwrap().heading.as_deref(),
                heading,
                "{body}"
            );
        }
    }

    #[test]
    fn ends_at_the_first_delimiter() {
        for (file, text, before) in [
            ("---\ntitle: A\n---\n", "title: A\n", 1),
            ("---\ntitle: A\n---", "title: A\n", 1),
            ("--- \ntitle: A\n---\t\nText\n---\nmore", "title: A\n", 1),
            ("---\ntitle: A\n...\nText", "title: A\n", 1),
            ("\u{FEFF}---\ntitle: A\n---\n", "title: A\n", 1),
            ("\r\n\n---yaml\ntitle: A\n---\n", "title: A\n", 3),
            ("---\r\ntitle: A\r\n---\r\nText", "title: A\r\n", 1),
            ("---\ntitle: --- A\n----\n---\n", "title: --- A\n----\n", 1),
            ("---\n---\n", "", 1),
        ] {
            assert_eq!(
                read(file.as_bytes()),
                found(Notation::Yaml, text, before),
                "{file}"
            );
        }
        let long = format!(
            "---\ntitle: {}\n---\n{}",
            "a".repeat(100_000),
            "b".repeat(100_000)
        );
        assert_eq!(read(long.as_bytes()).unwrap().text.len(), 100_008);
    }

    #[test]
    fn other_notations() {
        for (file, notation, text, before) in [
            (
                "+++\ntitle = 'A'\n+++\n",
                Notation::Toml,
                "title = 'A'\n",
                1,
            ),
            (
                "+++\r\na = 1\r\n---\r\n+++",
                Notation::Toml,
                "a = 1\r\n---\r\n",
                1,
            ),
            ("---toml\na = 1\n---\n", Notation::Toml, "a = 1\n", 1),
            (
                "---json\n{\"a\": 1}\n---\n",
                Notation::Json,
                "{\"a\": 1}\n",
                1,
            ),
            (
                "{\n\"a\": \"}\"\n}\n\n{A}",
                Notation::Json,
                "{\n\"a\": \"}\"\n}",
                0,
            ),
            ("\n{}", Notation::Json, "{}", 1),
            ("{\"a\": 1,}\nText", Notation::Json, "{\"a\": 1,}\nText", 0),
        ] {
            assert_eq!(
                read(file.as_bytes()),
                found(notation, text, before),
                "{file}"
            );
        }
        let long = format!("{{\"a\": \"{}\"}}\nText", "é".repeat(100_000));
        assert_eq!(read(long.as_bytes()).unwrap().text.len(), 200_009);
    }

    #[test]
    fn says_what_is_missing() {
        for (file, line, message) in [
            (&b""[..], 1, "the file is empty"),
            (b" \n\n", 1, "the file is empty"),
            (b"# A\n", 1, "there is no front matter"),
            (b"\n{% include a.md %}\n", 2, "there is no front matter"),
            (
                b"import A from 'a';\n\n---\n",
                1,
                "there is no front matter",
            ),
            (
                b"---\ntitle: A\n",
                1,
                "no line `---` ends the front matter that starts here",
            ),
            (
                b"+++\ntitle = 'A'\n---\n",
                1,
                "no line `+++` ends the front matter that starts here",
            ),
            (
                b"---\ntitle: A\nexcerpt: \xFF\n---\n",
                3,
                "the file is not UTF-8",
            ),
            (b"\xFF\xFE-\0", 1, "the file is UTF-16"),
            (b"---js\n{}\n---\n", 1, "the front matter is JavaScript"),
        ] {
            assert_eq!(read(file), Err((line, message.to_owned())));
        }
        let endless = format!("---\n{}", "a: b\n".repeat(2_000_000));
        assert!(
            read(endless.as_bytes())
                .unwrap_err()
                .1
                .contains("within its first 4 MiB")
        );
    }
}
