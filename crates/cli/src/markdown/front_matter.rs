//! The front matter of a Markdown file.

use std::io::{self, Read};

use super::invalid;
use crate::finding::Finding;

/// The maximum size of front matter, far above any that people write.
const MAX_SIZE: usize = 4 << 20;

/// The size of the first read, which usually covers the whole front matter.
const CHUNK: u64 = 8 << 10;

const HINT: &str = "start the file with a line `---`, then the fields, then a line `---`";

/// Reads a file up to the end of its front matter. Returns the front matter, which starts in line 2.
///
/// # Errors
/// Fails if the file cannot be read.
pub(super) fn read(source: &mut impl Read) -> io::Result<Result<String, Box<Finding>>> {
    let mut bytes = Vec::new();
    let mut chunk = CHUNK;
    loop {
        let before = bytes.len();
        source.by_ref().take(chunk).read_to_end(&mut bytes)?;
        let is_complete = ((bytes.len() - before) as u64) < chunk;
        match find(&bytes, is_complete) {
            Ok(Some(yaml)) => return Ok(decode(yaml)),
            Ok(None) if bytes.len() > MAX_SIZE => {
                let message = format!(
                    "no line `---` ends the front matter within its first {} MiB",
                    MAX_SIZE >> 20
                );
                return Ok(Err(invalid(1, message).with_hint(HINT).into()));
            }
            // Doubling keeps the total work of searching linear.
            Ok(None) => chunk = bytes.len() as u64,
            Err(finding) => return Ok(Err(finding)),
        }
    }
}

fn decode(yaml: &[u8]) -> Result<String, Box<Finding>> {
    str::from_utf8(yaml).map(str::to_owned).map_err(|error| {
        let before = yaml.get(..error.valid_up_to()).unwrap_or_default();
        let line = 2 + before.iter().filter(|byte| **byte == b'\n').count();
        let finding = invalid(line, "the file is not UTF-8");
        finding.with_hint("save the file as UTF-8").into()
    })
}

/// Finds the front matter at the beginning of a file, which is all of the file if `is_complete`.
/// Returns `None` if more of the file must be read.
fn find(bytes: &[u8], is_complete: bool) -> Result<Option<&[u8]>, Box<Finding>> {
    let fail = |message, hint| Err(invalid(1, message).with_hint(hint).into());
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return fail("the file is UTF-16", "save the file as UTF-8");
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.trim_ascii().is_empty() && is_complete {
        return fail("the file is empty", HINT);
    }
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let first = lines.next().unwrap_or_default();
    match first.trim_ascii_end() {
        b"---" => {}
        b"+++" => {
            return fail(
                "the front matter is TOML",
                "write the front matter as YAML, between two lines `---`",
            );
        }
        _ if first.ends_with(b"\n") || is_complete || first.len() > 1000 => {
            return fail("there is no front matter", HINT);
        }
        _ => return Ok(None),
    }
    let mut end = first.len();
    for line in lines {
        let is_line = line.ends_with(b"\n") || is_complete;
        if is_line && matches!(line.trim_ascii_end(), b"---" | b"...") {
            return Ok(bytes.get(first.len()..end));
        }
        end += line.len();
    }
    match is_complete {
        true => fail(
            "no line `---` ends the front matter that starts here",
            "write a line `---` below the last field",
        ),
        false => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    fn read(mut file: &[u8]) -> Result<String, (usize, String)> {
        super::read(&mut file)
            .unwrap()
            .map_err(|finding| (finding.line.unwrap(), finding.message))
    }

    #[test]
    fn ends_at_the_first_delimiter() {
        let yaml = Ok("title: A\n".to_owned());
        for file in [
            "---\ntitle: A\n---\n",
            "---\ntitle: A\n---",
            "--- \ntitle: A\n---\t\nText\n---\nmore",
            "---\ntitle: A\n...\nText",
            "\u{FEFF}---\ntitle: A\n---\n",
        ] {
            assert_eq!(read(file.as_bytes()), yaml, "{file}");
        }
        assert_eq!(
            read(b"---\r\ntitle: A\r\n---\r\nText"),
            Ok("title: A\r\n".into())
        );
        assert_eq!(
            read(b"---\ntitle: --- A\n----\n---\n"),
            Ok("title: --- A\n----\n".into())
        );
        assert_eq!(read(b"---\n---\n"), Ok(String::new()));
        let long = format!(
            "---\ntitle: {}\n---\n{}",
            "a".repeat(100_000),
            "b".repeat(100_000)
        );
        assert_eq!(read(long.as_bytes()).unwrap().len(), 100_008);
    }

    #[test]
    fn says_what_is_missing() {
        for (file, line, message) in [
            (&b""[..], 1, "the file is empty"),
            (b" \n\n", 1, "the file is empty"),
            (b"# A\n", 1, "there is no front matter"),
            (b"+++\ntitle = 1\n+++\n", 1, "the front matter is TOML"),
            (
                b"---\ntitle: A\n",
                1,
                "no line `---` ends the front matter that starts here",
            ),
            (
                b"---\ntitle: A\nexcerpt: \xFF\n---\n",
                3,
                "the file is not UTF-8",
            ),
            (b"\xFF\xFE-\0", 1, "the file is UTF-16"),
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
