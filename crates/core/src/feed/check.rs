//! Whether bytes are JSON that nests no deeper than it may, and at which byte they are not.

use std::mem;
use std::ops::Range;

use super::mapping::UNKEPT;
use super::value::{DEEPEST, NO_JSON, TOO_DEEP};

/// What encloses a list or an object, and what is said of one that ends too early or goes on with
/// something else.
#[derive(Clone, Copy)]
pub(crate) struct Members {
    pub(crate) end: u8,
    pub(crate) early: &'static str,
    pub(crate) other: &'static str,
}

/// A list.
pub(crate) const LIST: Members = Members {
    end: b']',
    early: "EOF while parsing a list",
    other: "expected `,` or `]`",
};

/// An object.
pub(crate) const OBJECT: Members = Members {
    end: b'}',
    early: "EOF while parsing an object",
    other: "expected `,` or `}`",
};

/// What is said of a comma before an end.
pub(crate) const TRAILING_COMMA: &str = "trailing comma";

/// What is wrong at the byte where the checker stands.
pub(crate) type Check<T = ()> = Result<T, &'static str>;

/// Walks over bytes and checks that they are JSON, be they only a part of a document so far.
pub(crate) struct Checker<'a> {
    bytes: &'a [u8],
    /// At which byte it stands. Of bytes that end too early it is their end.
    pub(crate) at: usize,
    /// Whether [`NO_JSON`] may stand for a value, and anything in a string.
    is_of_script: bool,
    /// Whether a key was met that is never kept.
    has_unkept: bool,
    /// How many lines have ended, and where the last one begins: only white space ends them.
    pub(crate) lines: usize,
    pub(crate) line_start: usize,
}

/// Hands over where in the bytes the inside of a key and a value stand, and whether something may
/// be in the value that is never kept.
pub(crate) type Pair<'p> = &'p mut dyn FnMut(Range<usize>, Range<usize>, bool);

impl<'a> Checker<'a> {
    /// At a byte.
    pub(crate) fn new(bytes: &'a [u8], at: usize, is_of_script: bool) -> Self {
        Self {
            bytes,
            at,
            is_of_script,
            has_unkept: false,
            lines: 0,
            line_start: 0,
        }
    }

    /// Whether all was read.
    pub(crate) fn is_at_end(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// The bytes of a place.
    pub(crate) fn bytes(&self, place: Range<usize>) -> &'a [u8] {
        self.bytes.get(place).unwrap_or_default()
    }

    // Called for nearly every byte outside of strings.
    #[inline(always)]
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// The next byte that is no white space.
    #[inline(always)]
    pub(crate) fn next(&mut self) -> Option<u8> {
        match self.peek() {
            Some(byte) if byte > b' ' => Some(byte),
            _ => self.after_white_space(),
        }
    }

    #[inline(never)]
    #[cfg_attr(small_module, optimize(speed))]
    fn after_white_space(&mut self) -> Option<u8> {
        loop {
            match self.peek() {
                Some(b'\n') => {
                    self.lines += 1;
                    self.line_start = self.at + 1;
                }
                Some(b' ' | b'\r' | b'\t') => {}
                other => return other,
            }
            self.at += 1;
        }
    }

    /// A value that stands so many levels deep: no more than [`DEEPEST`], so this may call itself.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn value(&mut self, depth: usize) -> Check {
        match self.next() {
            Some(b'"') => self.string(),
            Some(b'[' | b'{') if depth == DEEPEST => Err(TOO_DEEP),
            Some(b'[') => self.members(LIST, depth + 1, &mut |_, _, _| {}),
            Some(b'{') => self.members(OBJECT, depth + 1, &mut |_, _, _| {}),
            Some(b't') => self.word(b"true"),
            Some(b'f') => self.word(b"false"),
            Some(b'n') => self.word(b"null"),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(byte) if self.is_of_script && char::from(byte) == NO_JSON => {
                self.at += 1;
                Ok(())
            }
            Some(_) => Err("expected value"),
            None => Err("EOF while parsing a value"),
        }
    }

    /// Reads an object that stands so many levels deep, and hands over its pairs.
    pub(crate) fn object(&mut self, depth: usize, each: Pair<'_>) -> Check {
        match depth {
            DEEPEST => Err(TOO_DEEP),
            _ => self.members(OBJECT, depth + 1, each),
        }
    }

    #[cfg_attr(small_module, optimize(speed))]
    fn members(&mut self, kind: Members, depth: usize, each: Pair<'_>) -> Check {
        self.at += 1;
        let mut next = self.next();
        while next != Some(kind.end) {
            let mut key = 0..0;
            if kind.end == OBJECT.end {
                key = self.key()?;
            }
            self.next();
            let start = self.at;
            let before = mem::take(&mut self.has_unkept);
            self.value(depth)?;
            each(key.clone(), start..self.at, self.has_unkept);
            self.has_unkept |= before || is_unkept(self.bytes(key));
            next = self.next();
            match next {
                Some(b',') => {
                    self.at += 1;
                    if self.next() == Some(kind.end) {
                        return Err(TRAILING_COMMA);
                    }
                }
                Some(byte) if byte == kind.end => {}
                Some(_) => return Err(kind.other),
                None => return Err(kind.early),
            }
        }
        self.at += 1;
        Ok(())
    }

    /// Reads a key and its colon; returns where the key's inside stands.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn key(&mut self) -> Check<Range<usize>> {
        let key = match self.next() {
            Some(b'"') => {
                let start = self.at + 1;
                self.string()?;
                start..self.at - 1
            }
            Some(_) => return Err("key must be a string"),
            None => return Err(OBJECT.early),
        };
        match self.next() {
            Some(b':') => self.at += 1,
            Some(_) => return Err("expected `:`"),
            None => return Err(OBJECT.early),
        }
        Ok(key)
    }

    #[cfg_attr(small_module, optimize(speed))]
    fn string(&mut self) -> Check {
        self.at += 1;
        loop {
            self.at += plain(self.bytes.get(self.at..).unwrap_or_default());
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => self.escape()?,
                Some(_) if self.is_of_script => self.at += 1,
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

/// Whether a key, escaped perhaps, may be one of those that are never kept.
#[cfg_attr(small_module, optimize(speed))]
fn is_unkept(key: &[u8]) -> bool {
    UNKEPT.iter().any(|unkept| unkept.as_bytes() == key) || plain(key) < key.len()
}

/// How many bytes there are before the first that means something in a string: a quote, a backslash
/// or a control character. Looks at eight at once, as in *Hacker's Delight*, "Find First 0-Byte".
#[cfg_attr(small_module, optimize(speed))]
pub(super) fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    // Sets the highest bit of the first byte that is 0, and perhaps of some behind it.
    let zero = |eight: u64| eight.wrapping_sub(ONES) & !eight;
    let (eights, rest) = bytes.as_chunks::<8>();
    for (place, eight) in eights.iter().enumerate() {
        let eight = u64::from_le_bytes(*eight);
        let quote = zero(eight ^ (ONES * u64::from(b'"')));
        let backslash = zero(eight ^ (ONES * u64::from(b'\\')));
        let control = eight.wrapping_sub(ONES * 0x20) & !eight;
        let found = (quote | backslash | control) & HIGH;
        if found != 0 {
            return place * 8 + found.trailing_zeros() as usize / 8;
        }
    }
    let is_plain = |byte: &u8| !matches!(byte, b'"' | b'\\' | 0..=0x1F);
    bytes.len() - rest.len() + rest.iter().take_while(|byte| is_plain(byte)).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Checks a whole text: what is wrong, and at which byte.
    fn check(json: &str) -> Result<(), (&'static str, usize)> {
        let mut checker = Checker::new(json.as_bytes(), 0, false);
        let checked = checker.value(0).and_then(|()| match checker.next() {
            None => Ok(()),
            Some(_) => Err("trailing characters"),
        });
        checked.map_err(|what| (what, checker.at))
    }

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
            assert_eq!(check(json), Err((what, at)), "{json}");
        }
    }

    #[test]
    fn depth_is_limited() {
        let deep = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert!(check(&deep(DEEPEST)).is_ok());
        assert_eq!(check(&deep(DEEPEST + 1)), Err((TOO_DEEP, DEEPEST)));
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
        fn eight_bytes_at_once_are_as_good_as_one(bytes in proptest::collection::vec(
            proptest::sample::select(b"a\xC3\xA9\x80\xFF \x1F\x00\"\\!#]".as_slice()), 0..40)
        ) {
            let naive = bytes.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1F));
            prop_assert_eq!(plain(&bytes), naive.unwrap_or(bytes.len()));
        }

        #[test]
        fn takes_what_serde_json_takes(text in texts()) {
            let theirs = serde_json::from_str::<serde::de::IgnoredAny>(&text);
            prop_assert_eq!(check(&text).is_ok(), theirs.is_ok());
        }
    }
}
