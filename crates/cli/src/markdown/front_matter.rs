//! The front matter of a Markdown file.

use std::io::{self, Read};

use super::Wrong;

/// The front matter of a file, without its delimiters.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FrontMatter {
    /// Starts in line 2 of the file.
    pub(super) yaml: String,
}

/// Much larger than any front matter that people write.
const LONGEST: usize = 4 << 20;

/// The size of the first read, which usually covers the whole front matter.
const CHUNK: u64 = 8 << 10;

const HINT: &str = "start the file with a line `---`, then the fields, then a line `---`";

impl FrontMatter {
    /// Reads a file up to the end of its front matter.
    ///
    /// # Errors
    /// Fails if the file cannot be read.
    pub(super) fn read(source: &mut impl Read) -> io::Result<Result<Self, Wrong>> {
        let mut bytes = Vec::new();
        let mut chunk = CHUNK;
        loop {
            let before = bytes.len();
            source.by_ref().take(chunk).read_to_end(&mut bytes)?;
            let whole = ((bytes.len() - before) as u64) < chunk;
            match Head::find(&bytes, whole) {
                Head::Found(yaml) => return Ok(Self::decoded(yaml)),
                Head::Wrong(wrong) => return Ok(Err(wrong)),
                Head::Open if bytes.len() > LONGEST => {
                    let message = format!(
                        "no line `---` ends the front matter within its first {} MiB",
                        LONGEST >> 20
                    );
                    return Ok(Err(Wrong::new(1, message).with_hint(HINT)));
                }
                // Doubling keeps the total work of searching linear.
                Head::Open => chunk = bytes.len() as u64,
            }
        }
    }

    fn decoded(yaml: &[u8]) -> Result<Self, Wrong> {
        match str::from_utf8(yaml) {
            Ok(yaml) => Ok(Self {
                yaml: yaml.to_owned(),
            }),
            Err(error) => {
                let before = yaml.get(..error.valid_up_to()).unwrap_or_default();
                let line = 2 + before.iter().filter(|byte| **byte == b'\n').count();
                Err(Wrong::new(line, "the file is not UTF-8").with_hint("save the file as UTF-8"))
            }
        }
    }
}

/// What was found at the beginning of a file.
enum Head<'a> {
    /// The text between the delimiters.
    Found(&'a [u8]),
    /// Undecided: more must be read.
    Open,
    Wrong(Wrong),
}

impl<'a> Head<'a> {
    /// Searches the beginning of a file, or all of it if `whole`.
    fn find(bytes: &'a [u8], whole: bool) -> Self {
        if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
            return Head::Wrong(
                Wrong::new(1, "the file is UTF-16").with_hint("save the file as UTF-8"),
            );
        }
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        if bytes.trim_ascii().is_empty() && whole {
            return Head::Wrong(Wrong::new(1, "the file is empty").with_hint(HINT));
        }
        let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
        let first = lines.next().unwrap_or_default();
        match first.trim_ascii_end() {
            b"---" => {}
            b"+++" => {
                return Head::Wrong(
                    Wrong::new(1, "the front matter is TOML")
                        .with_hint("write the front matter as YAML, between two lines `---`"),
                );
            }
            _ if first.ends_with(b"\n") || whole || first.len() > 1000 => {
                return Head::Wrong(Wrong::new(1, "there is no front matter").with_hint(HINT));
            }
            _ => return Head::Open,
        }
        let mut end = first.len();
        for line in lines {
            let complete = line.ends_with(b"\n") || whole;
            if complete && matches!(line.trim_ascii_end(), b"---" | b"...") {
                return Head::Found(bytes.get(first.len()..end).unwrap_or_default());
            }
            end += line.len();
        }
        if whole {
            return Head::Wrong(
                Wrong::new(1, "no line `---` ends the front matter that starts here")
                    .with_hint("write a line `---` below the last field"),
            );
        }
        Head::Open
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(mut file: &[u8]) -> Result<String, (usize, String)> {
        FrontMatter::read(&mut file)
            .unwrap()
            .map(|head| head.yaml)
            .map_err(|wrong| (wrong.line, wrong.message))
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
