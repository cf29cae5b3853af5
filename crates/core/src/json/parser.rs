//! Parses JSON that is known to be valid.

use std::borrow::Cow;

use super::string::{plain_prefix, unescape};
use super::value::Value;

/// The JSON that is still to be parsed.
pub(crate) struct Parser<'a> {
    rest: &'a str,
}

impl<'a> Parser<'a> {
    /// A parser at the start of a value.
    pub(crate) fn new(json: &'a str) -> Self {
        Self { rest: json }
    }

    #[cfg(test)]
    pub(super) fn rest(&self) -> &'a str {
        self.rest
    }

    /// Skips white space, and returns the byte after it, which is not consumed.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn peek_token(&mut self) -> Option<u8> {
        let first = self.rest.as_bytes().first().copied();
        if first.is_some_and(|byte| byte > b' ') {
            return first;
        }
        self.rest = self.rest.trim_start_matches([' ', '\n', '\r', '\t']);
        self.rest.as_bytes().first().copied()
    }

    /// Parses the next value.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn value(&mut self) -> Value<'a> {
        match self.peek_token() {
            Some(b'"') => Value::String(self.string()),
            Some(b'[') => {
                let mut list = Vec::new();
                self.each(&mut |parser| list.push(parser.value()));
                Value::Array(list)
            }
            Some(b'{') => {
                let mut members = Vec::new();
                self.each_member(&mut |key, parser| members.push((key, parser.value())));
                Value::Object(members)
            }
            first => {
                let text = self.skip();
                match first {
                    Some(b't') => Value::Bool(true),
                    Some(b'f') => Value::Bool(false),
                    Some(b'n') | None => Value::Null,
                    Some(_) => Value::Number(Cow::Borrowed(text)),
                }
            }
        }
    }

    /// Skips the next value, and returns its text.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn skip(&mut self) -> &'a str {
        self.peek_token();
        let bytes = self.rest.as_bytes();
        let (mut at, mut depth) = (0, 0_usize);
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'"' => at += 1 + inside_length(bytes.get(at + 1..).unwrap_or_default()).0,
                b'[' | b'{' => depth += 1,
                b']' | b'}' if depth > 0 => depth -= 1,
                b']' | b'}' | b',' | b' ' | b'\n' | b'\r' | b'\t' if depth == 0 => break,
                _ => {
                    at += 1;
                    continue;
                }
            }
            at += 1;
            if depth == 0 {
                break;
            }
        }
        self.take(at)
    }

    /// Calls `member` before each value of an array.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn each(&mut self, member: &mut dyn FnMut(&mut Self)) {
        self.take(1);
        loop {
            match self.peek_token() {
                Some(b',') => _ = self.take(1),
                Some(b']' | b'}') | None => break,
                Some(_) => member(self),
            }
        }
        self.take(1);
    }

    /// Calls `member` with each key of an object, before its value.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn each_member(&mut self, member: &mut dyn FnMut(Cow<'a, str>, &mut Self)) {
        self.each(&mut |parser| {
            let key = parser.string();
            parser.peek_token();
            parser.take(1);
            member(key, parser);
        });
    }

    #[cfg_attr(small_module, optimize(speed))]
    fn string(&mut self) -> Cow<'a, str> {
        self.take(1);
        let (length, is_escaped) = inside_length(self.rest.as_bytes());
        let text = self.take(length);
        self.take(1);
        match is_escaped {
            true => unescape(text),
            false => Cow::Borrowed(text),
        }
    }

    #[cfg_attr(small_module, optimize(speed))]
    fn take(&mut self, bytes: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }
}

/// Returns how many bytes precede the quote that ends a string, and whether some are escaped.
#[cfg_attr(small_module, optimize(speed))]
fn inside_length(bytes: &[u8]) -> (usize, bool) {
    let (mut end, mut is_escaped) = (0, false);
    loop {
        end += plain_prefix(bytes.get(end..).unwrap_or_default());
        match bytes.get(end) {
            Some(b'\\') => {
                is_escaped = true;
                end += 2;
            }
            Some(b'"') | None => return (end, is_escaped),
            Some(_) => end += 1,
        }
    }
}
