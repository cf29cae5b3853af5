//! Checks that bytes are JSON, nested no deeper than allowed, and locates the first error.

use std::fmt;
use std::mem;
use std::ops::Range;

use super::string::{is_plain, plain_prefix};

/// How many levels deep a document may be nested, itself included.
pub(crate) const MAX_DEPTH: usize = 128;

/// What makes bytes invalid at a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SyntaxError {
    UnterminatedValue,
    UnterminatedArray,
    UnterminatedObject,
    UnterminatedString,
    ExpectedValue,
    ExpectedArraySeparator,
    ExpectedObjectSeparator,
    TrailingComma,
    ExpectedKey,
    ExpectedColon,
    ControlCharacter,
    Escape,
    Literal,
    Number,
    TrailingCharacters,
    TooDeep,
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UnterminatedValue => "EOF while parsing a value",
            Self::UnterminatedArray => "EOF while parsing a list",
            Self::UnterminatedObject => "EOF while parsing an object",
            Self::UnterminatedString => "EOF while parsing a string",
            Self::ExpectedValue => "expected value",
            Self::ExpectedArraySeparator => "expected `,` or `]`",
            Self::ExpectedObjectSeparator => "expected `,` or `}`",
            Self::TrailingComma => "trailing comma",
            Self::ExpectedKey => "key must be a string",
            Self::ExpectedColon => "expected `:`",
            Self::ControlCharacter => {
                "control character (\\u0000-\\u001F) found while parsing a string"
            }
            Self::Escape => "invalid escape",
            Self::Literal => "expected ident",
            Self::Number => "invalid number",
            Self::TrailingCharacters => "trailing characters",
            Self::TooDeep => "nested deeper than 128 levels",
        })
    }
}

/// The result of a scan.
pub(crate) type Scan<T = ()> = Result<T, SyntaxError>;

/// An array or an object: the byte that ends it, and its errors.
#[derive(Clone, Copy)]
pub(crate) struct Container {
    pub(crate) end: u8,
    unterminated: SyntaxError,
    expected_separator: SyntaxError,
}

pub(crate) const ARRAY: Container = Container {
    end: b']',
    unterminated: SyntaxError::UnterminatedArray,
    expected_separator: SyntaxError::ExpectedArraySeparator,
};

pub(crate) const OBJECT: Container = Container {
    end: b'}',
    unterminated: SyntaxError::UnterminatedObject,
    expected_separator: SyntaxError::ExpectedObjectSeparator,
};

/// Receives the inside of a key, its value, and whether the value contains a flagged key.
pub(crate) type OnMember<'m> = &'m mut dyn FnMut(Range<usize>, Range<usize>, bool);

/// Moves over bytes and checks that they are JSON, or the beginning of it.
pub(crate) struct Scanner<'a> {
    bytes: &'a [u8],
    /// The index of the next byte. After an error at the end of the bytes: their length.
    pub(crate) position: usize,
    /// Keys whose presence in a value, at any depth, is reported to [`OnMember`].
    flagged_keys: &'static [&'static str],
    has_flagged: bool,
    /// How many lines have ended, and where the last one begins. Only white space ends lines.
    pub(crate) lines: usize,
    pub(crate) line_start: usize,
}

impl<'a> Scanner<'a> {
    /// A scanner that starts at a position.
    pub(crate) fn new(
        bytes: &'a [u8],
        position: usize,
        flagged_keys: &'static [&'static str],
    ) -> Self {
        Self {
            bytes,
            position,
            flagged_keys,
            has_flagged: false,
            lines: 0,
            line_start: 0,
        }
    }

    /// Returns whether no bytes are left.
    pub(crate) fn is_at_end(&self) -> bool {
        self.position >= self.bytes.len()
    }

    /// Returns the bytes of a range.
    pub(crate) fn bytes(&self, range: Range<usize>) -> &'a [u8] {
        self.bytes.get(range).unwrap_or_default()
    }

    // Called for nearly every byte outside of strings.
    #[inline(always)]
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.position).copied()
    }

    /// Skips white space, and returns the byte after it, which is not consumed.
    #[inline(always)]
    pub(crate) fn peek_token(&mut self) -> Option<u8> {
        match self.peek() {
            Some(byte) if byte > b' ' => Some(byte),
            _ => self.skip_white_space(),
        }
    }

    #[inline(never)]
    #[cfg_attr(small_module, optimize(speed))]
    fn skip_white_space(&mut self) -> Option<u8> {
        loop {
            match self.peek() {
                Some(b'\n') => {
                    self.lines += 1;
                    self.line_start = self.position + 1;
                }
                Some(b' ' | b'\r' | b'\t') => {}
                other => return other,
            }
            self.position += 1;
        }
    }

    /// Scans a value inside of `depth` others. Calls itself at most [`MAX_DEPTH`] times.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn value(&mut self, depth: usize) -> Scan {
        match self.peek_token() {
            Some(b'"') => self.string(),
            Some(b'[' | b'{') if depth == MAX_DEPTH => Err(SyntaxError::TooDeep),
            Some(b'[') => self.members(ARRAY, depth + 1, &mut |_, _, _| {}),
            Some(b'{') => self.members(OBJECT, depth + 1, &mut |_, _, _| {}),
            Some(b't') => self.literal(b"true"),
            Some(b'f') => self.literal(b"false"),
            Some(b'n') => self.literal(b"null"),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(_) => Err(SyntaxError::ExpectedValue),
            None => Err(SyntaxError::UnterminatedValue),
        }
    }

    /// Scans an object inside of `depth` values.
    pub(crate) fn object(&mut self, depth: usize, on_member: OnMember<'_>) -> Scan {
        match depth {
            MAX_DEPTH => Err(SyntaxError::TooDeep),
            _ => self.members(OBJECT, depth + 1, on_member),
        }
    }

    #[cfg_attr(small_module, optimize(speed))]
    fn members(&mut self, container: Container, depth: usize, on_member: OnMember<'_>) -> Scan {
        self.position += 1;
        while self.peek_token() != Some(container.end) {
            let mut key = 0..0;
            if container.end == OBJECT.end {
                key = self.key()?;
            }
            self.peek_token();
            let start = self.position;
            let before = mem::take(&mut self.has_flagged);
            self.value(depth)?;
            on_member(key.clone(), start..self.position, self.has_flagged);
            self.has_flagged |= before || self.is_flagged(key);
            match self.peek_token() {
                Some(b',') => {
                    self.position += 1;
                    if self.peek_token() == Some(container.end) {
                        return Err(SyntaxError::TrailingComma);
                    }
                }
                Some(byte) if byte == container.end => {}
                Some(_) => return Err(container.expected_separator),
                None => return Err(container.unterminated),
            }
        }
        self.position += 1;
        Ok(())
    }

    /// Scans a key and its colon; returns the inside of the key.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn key(&mut self) -> Scan<Range<usize>> {
        let key = match self.peek_token() {
            Some(b'"') => {
                let start = self.position + 1;
                self.string()?;
                start..self.position - 1
            }
            Some(_) => return Err(SyntaxError::ExpectedKey),
            None => return Err(SyntaxError::UnterminatedObject),
        };
        match self.peek_token() {
            Some(b':') => self.position += 1,
            Some(_) => return Err(SyntaxError::ExpectedColon),
            None => return Err(SyntaxError::UnterminatedObject),
        }
        Ok(key)
    }

    #[cfg_attr(small_module, optimize(speed))]
    fn string(&mut self) -> Scan {
        self.position += 1;
        loop {
            self.position += plain_prefix(self.bytes.get(self.position..).unwrap_or_default());
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => self.escape()?,
                Some(_) => return Err(SyntaxError::ControlCharacter),
                None => return Err(SyntaxError::UnterminatedString),
            }
        }
        self.position += 1;
        Ok(())
    }

    fn escape(&mut self) -> Scan {
        self.position += 1;
        let digits = match self.peek() {
            Some(b'u') => 4,
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => 0,
            Some(_) => return Err(SyntaxError::Escape),
            None => return Err(SyntaxError::UnterminatedString),
        };
        for _ in 0..digits {
            self.position += 1;
            match self.peek() {
                Some(digit) if digit.is_ascii_hexdigit() => {}
                Some(_) => return Err(SyntaxError::Escape),
                None => return Err(SyntaxError::UnterminatedString),
            }
        }
        self.position += 1;
        Ok(())
    }

    fn literal(&mut self, word: &[u8]) -> Scan {
        for byte in word {
            match self.peek() {
                Some(own) if own == *byte => self.position += 1,
                Some(_) => return Err(SyntaxError::Literal),
                None => return Err(SyntaxError::UnterminatedValue),
            }
        }
        Ok(())
    }

    fn number(&mut self) -> Scan {
        if self.peek() == Some(b'-') {
            self.position += 1;
        }
        if self.peek() == Some(b'0') {
            self.position += 1;
            if matches!(self.peek(), Some(b'0'..=b'9')) {
                return Err(SyntaxError::Number);
            }
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.position += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.position += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.position += 1;
            }
            self.digits()?;
        }
        Ok(())
    }

    /// One digit or more.
    fn digits(&mut self) -> Scan {
        let start = self.position;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.position += 1;
        }
        if self.position == start {
            return Err(SyntaxError::Number);
        }
        Ok(())
    }

    /// Whether a key is flagged, or is escaped and might be.
    #[cfg_attr(small_module, optimize(speed))]
    fn is_flagged(&self, key: Range<usize>) -> bool {
        let key = self.bytes(key);
        let mut flagged = self.flagged_keys.iter();
        flagged.any(|flagged| flagged.as_bytes() == key) || !is_plain(key)
    }

    /// Consumes the comma after a member, or the end of the container. Returns whether it was a comma.
    pub(crate) fn separator(&mut self, container: Container) -> Scan<bool> {
        match self.peek_token() {
            Some(b',') => self.position += 1,
            Some(byte) if byte == container.end => {
                self.position += 1;
                return Ok(false);
            }
            Some(_) => return Err(container.expected_separator),
            None => return Err(container.unterminated),
        }
        Ok(true)
    }
}
