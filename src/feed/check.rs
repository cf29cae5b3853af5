//! Whether a text is JSON that nests no deeper than it may, and at which byte it is not.

use super::value::{DEEPEST, TOO_DEEP};

/// What a text has that is not JSON, or is too deep.
#[derive(Debug)]
pub(crate) struct Wrong {
    pub(crate) what: &'static str,
    /// At which byte; one behind the last: the text ends too early.
    pub(crate) at: usize,
}

/// Checks a whole text.
pub(crate) fn check(json: &str) -> Result<(), Wrong> {
    let mut checker = Checker {
        bytes: json.as_bytes(),
        at: 0,
    };
    checker.document().map_err(|what| Wrong {
        what,
        at: checker.at,
    })
}

/// What is wrong at the byte where the checker stands.
type Check = Result<(), &'static str>;

struct Checker<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Checker<'_> {
    fn document(&mut self) -> Check {
        self.value(0)?;
        match self.next() {
            None => Ok(()),
            Some(_) => Err("trailing characters"),
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// The next byte that is no white space.
    fn next(&mut self) -> Option<u8> {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
        self.peek()
    }

    /// A value that stands so many levels deep: no more than [`DEEPEST`], so this may call itself.
    fn value(&mut self, depth: usize) -> Check {
        match self.next() {
            Some(b'"') => self.string(),
            Some(b'[' | b'{') if depth == DEEPEST => Err(TOO_DEEP),
            Some(b'[') => {
                let said = ["EOF while parsing a list", "expected `,` or `]`"];
                self.members(b']', said, depth + 1)
            }
            Some(b'{') => {
                let said = ["EOF while parsing an object", "expected `,` or `}`"];
                self.members(b'}', said, depth + 1)
            }
            Some(b't') => self.word(b"true"),
            Some(b'f') => self.word(b"false"),
            Some(b'n') => self.word(b"null"),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(_) => Err("expected value"),
            None => Err("EOF while parsing a value"),
        }
    }

    fn members(&mut self, end: u8, [early, other]: [&'static str; 2], depth: usize) -> Check {
        self.at += 1;
        let mut next = self.next();
        while next != Some(end) {
            if end == b'}' {
                self.key(early)?;
            }
            self.value(depth)?;
            next = self.next();
            match next {
                Some(b',') => {
                    self.at += 1;
                    if self.next() == Some(end) {
                        return Err("trailing comma");
                    }
                }
                Some(byte) if byte == end => {}
                Some(_) => return Err(other),
                None => return Err(early),
            }
        }
        self.at += 1;
        Ok(())
    }

    fn key(&mut self, early: &'static str) -> Check {
        match self.next() {
            Some(b'"') => self.string()?,
            Some(_) => return Err("key must be a string"),
            None => return Err(early),
        }
        match self.next() {
            Some(b':') => self.at += 1,
            Some(_) => return Err("expected `:`"),
            None => return Err(early),
        }
        Ok(())
    }

    fn string(&mut self) -> Check {
        self.at += 1;
        loop {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let plain = |byte: &u8| !matches!(byte, b'"' | b'\\' | 0..=0x1F);
            self.at += rest.iter().take_while(|byte| plain(byte)).count();
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => self.escape()?,
                Some(_) => {
                    return Err("control character (\\u0000-\\u001F) found while parsing a string");
                }
                None => return Err("EOF while parsing a string"),
            }
        }
        self.at += 1;
        Ok(())
    }

    fn escape(&mut self) -> Check {
        self.at += 1;
        let digits = match self.peek() {
            Some(b'u') => 4,
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => 0,
            Some(_) => return Err("invalid escape"),
            None => return Err("EOF while parsing a string"),
        };
        for _ in 0..digits {
            self.at += 1;
            match self.peek() {
                Some(digit) if digit.is_ascii_hexdigit() => {}
                Some(_) => return Err("invalid escape"),
                None => return Err("EOF while parsing a string"),
            }
        }
        self.at += 1;
        Ok(())
    }

    fn word(&mut self, word: &[u8]) -> Check {
        for byte in word {
            match self.peek() {
                Some(own) if own == *byte => self.at += 1,
                Some(_) => return Err("expected ident"),
                None => return Err("EOF while parsing a value"),
            }
        }
        Ok(())
    }

    fn number(&mut self) -> Check {
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.peek() == Some(b'0') {
            self.at += 1;
            if matches!(self.peek(), Some(b'0'..=b'9')) {
                return Err("invalid number");
            }
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(())
    }

    /// At least one.
    fn digits(&mut self) -> Check {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start {
            return Err("invalid number");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn says_what_is_wrong_and_where() {
        for (json, what, at) in [
            ("", "EOF while parsing a value", 0),
            ("[1 2]", "expected `,` or `]`", 3),
            ("[1,]", "trailing comma", 3),
            ("[1", "EOF while parsing a list", 2),
            (r#"{"a":1 "b":2}"#, "expected `,` or `}`", 7),
            (r#"{"a" 1}"#, "expected `:`", 5),
            ("{1}", "key must be a string", 1),
            ("nul", "EOF while parsing a value", 3),
            ("nulL", "expected ident", 3),
            ("01", "invalid number", 1),
            ("1e", "invalid number", 2),
            (r#""\x""#, "invalid escape", 2),
            (r#""\u12g4""#, "invalid escape", 5),
            (
                "\"a\nb\"",
                "control character (\\u0000-\\u001F) found while parsing a string",
                2,
            ),
            ("1 2", "trailing characters", 2),
        ] {
            let wrong = check(json).unwrap_err();
            assert_eq!((wrong.what, wrong.at), (what, at), "{json}");
        }
    }

    #[test]
    fn depth_is_limited() {
        let deep = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert!(check(&deep(DEEPEST)).is_ok());
        let wrong = check(&deep(DEEPEST + 1)).unwrap_err();
        assert_eq!((wrong.what, wrong.at), (TOO_DEEP, DEEPEST));
        assert!(check(&format!("[{:?}]", deep(DEEPEST + 1))).is_ok());
    }

    /// Texts that are JSON now and then.
    fn texts() -> impl Strategy<Value = String> {
        let pieces =
            r#"[ ] { } , : "a" "\\u00e9" "\ud800" "\x" " \ 0 1 -1 1.5 1e9 01 -. true null nul é"#;
        let pieces: Vec<_> = pieces.split(' ').collect();
        let piece = proptest::sample::select(pieces);
        proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn takes_what_serde_json_takes(text in texts()) {
            let theirs = serde_json::from_str::<serde::de::IgnoredAny>(&text);
            prop_assert_eq!(check(&text).is_ok(), theirs.is_ok());
        }
    }
}
