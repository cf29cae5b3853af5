//! Word boundaries by [UAX #29], except that neighboring characters of scripts without spaces form
//! a segment of their own.
//!
//! [UAX #29]: https://www.unicode.org/reports/tr29/#Word_Boundaries

use std::ops::Range;

use super::class::{Class, Kind, class, class_and_range, is_pictograph};

/// The text between two boundaries.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Segment {
    /// In bytes.
    pub(super) range: Range<usize>,
    /// Whether it contains a letter or number.
    pub(super) is_word: bool,
    /// Whether its characters are of scripts without spaces.
    pub(super) is_run: bool,
    /// Whether it is known to equal its folded form, as most words of most feeds do.
    pub(super) is_folded: bool,
}

/// Iterates over the segments of a text, without ASCII punctuation and spaces.
pub(super) struct Segments<'t> {
    text: &'t str,
    at: usize,
    /// The class of the previous character, and a range of characters that share it.
    last: (Range<u32>, Class),
}

impl<'t> Segments<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            last: class_and_range('\0'),
        }
    }

    #[cfg_attr(small_module, optimize(speed))]
    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// Skips ASCII punctuation and spaces.
    #[cfg_attr(small_module, optimize(speed))]
    fn skip(&mut self) {
        // A combining mark may follow the last of them.
        let is_skipped =
            |byte: u8| byte.is_ascii() && !byte.is_ascii_alphanumeric() && byte != b'_';
        while self.byte(self.at).is_some_and(is_skipped)
            && self.byte(self.at + 1).is_none_or(|byte| byte.is_ascii())
        {
            self.at += 1;
        }
    }

    /// Returns the word that starts here if it is ASCII and followed by ASCII.
    #[cfg_attr(small_module, optimize(speed))]
    fn ascii_word(&self) -> Option<Segment> {
        let mut end = self.at;
        let (mut is_word, mut is_folded) = (false, true);
        loop {
            match self.byte(end) {
                Some(b'a'..=b'z' | b'0'..=b'9') => is_word = true,
                Some(b'A'..=b'Z') => (is_word, is_folded) = (true, false),
                Some(b'_') => {}
                Some(byte) if !byte.is_ascii() => return None,
                Some(byte @ (b'.' | b',' | b':' | b';' | b'\'')) if end > self.at => {
                    let (before, after) = (self.byte(end - 1)?, self.byte(end + 1).unwrap_or(b' '));
                    let both = |is: fn(&u8) -> bool| is(&before) && is(&after);
                    if !after.is_ascii() {
                        return None;
                    }
                    let joins = both(u8::is_ascii_alphabetic) && !matches!(byte, b',' | b';')
                        || both(u8::is_ascii_digit) && byte != b':';
                    if !joins {
                        break;
                    }
                }
                _ => break,
            }
            end += 1;
        }
        (end > self.at).then_some(Segment {
            range: self.at..end,
            is_word,
            is_run: false,
            is_folded,
        })
    }

    /// Returns the next character and its class.
    fn class_at(&mut self, at: usize) -> Option<(char, Class)> {
        let c = self.text.get(at..)?.chars().next()?;
        Some((c, self.class_of(c)))
    }

    /// Returns the class of a character, which is often in the same range as the previous one.
    fn class_of(&mut self, c: char) -> Class {
        let (range, class) = &self.last;
        if range.contains(&u32::from(c)) {
            return *class;
        }
        let found = class_and_range(c);
        self.last = found.clone();
        found.1
    }

    /// Returns the kind of the first character from `at` on that is not a mark.
    fn kind_after_marks(&self, at: usize) -> Kind {
        let classes = self.text.get(at..).unwrap_or_default().chars().map(class);
        let mut after = classes.skip_while(|class| class.is_mark());
        after.next().map_or(Kind::Other, |class| class.kind)
    }

    /// Applies the rules of UAX #29 to two neighboring characters. Returns the kind that the
    /// segment then ends with, or `None` if there is a boundary between them.
    fn join(&self, left: Kind, right: Kind, after: usize) -> Option<Kind> {
        use Kind::*;
        let next = || self.kind_after_marks(after);
        match (left, right) {
            (Letter | HebrewLetter | Number | Joining, Letter | HebrewLetter | Number)
            | (Letter | HebrewLetter | Number | Joining, Joining)
            | (Run, Run) => Some(right),
            (Letter | HebrewLetter, MidLetter | MidEither | SingleQuote)
                if matches!(next(), Letter | HebrewLetter) =>
            {
                Some(Letter)
            }
            (HebrewLetter, SingleQuote) => Some(Other),
            (HebrewLetter, DoubleQuote) if next() == HebrewLetter => Some(HebrewLetter),
            (Number, MidNumber | MidEither | SingleQuote) if next() == Number => Some(Number),
            (Regional, Regional) => Some(Other),
            _ => None,
        }
    }

    fn segment(&mut self) -> Option<Segment> {
        let (first, Class { kind, mut is_word }) = self.class_at(self.at)?;
        let is_run = kind == Kind::Run;
        let mut end = self.at + first.len_utf8();
        let mut left = kind;
        let mut is_joined = kind == Kind::Joiner;
        while kind != Kind::Newline
            && let Some((c, right)) = self.class_at(end)
        {
            let after = end + c.len_utf8();
            if !right.is_mark() {
                left = if is_joined && !is_run && is_pictograph(c) {
                    right.kind
                } else if let Some(kind) = self.join(left, right.kind, after) {
                    kind
                } else {
                    break;
                };
            }
            is_joined = right.kind == Kind::Joiner;
            is_word |= right.is_word;
            end = after;
        }
        Some(Segment {
            range: self.at..end,
            is_word,
            is_run,
            is_folded: false,
        })
    }
}

impl Iterator for Segments<'_> {
    type Item = Segment;

    #[cfg_attr(small_module, optimize(speed))]
    fn next(&mut self) -> Option<Segment> {
        self.skip();
        let segment = match self.ascii_word() {
            Some(word) => word,
            None => self.segment()?,
        };
        self.at = segment.range.end;
        Some(segment)
    }
}
