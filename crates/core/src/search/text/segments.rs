//! Where words begin and end: UAX #29, except that neighbours of scripts without spaces stay
//! together and are apart from all others.

use std::ops::Range;

use super::class::{Class, Kind, class, class_and_range, is_pictograph};

/// A piece of text between two boundaries.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Segment {
    /// Where it stands, in bytes.
    pub(super) place: Range<usize>,
    /// Whether a letter or number is in it.
    pub(super) is_word: bool,
    /// Whether it is of scripts without spaces.
    pub(super) is_run: bool,
    /// Whether it is known to be the same folded, as most words of most feeds are.
    pub(super) is_folded: bool,
}

/// The pieces of a text, but for punctuation and spaces of ASCII.
pub(super) struct Segments<'t> {
    text: &'t str,
    at: usize,
    /// The range of characters met last, and what they are.
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

    /// Goes on to the next character that is not plain punctuation of ASCII.
    #[cfg_attr(small_module, optimize(speed))]
    fn skip(&mut self) {
        // The last of them may bear a mark.
        let is_plain = |byte: u8| byte.is_ascii() && !byte.is_ascii_alphanumeric() && byte != b'_';
        while self.byte(self.at).is_some_and(is_plain)
            && self.byte(self.at + 1).is_none_or(|byte| byte.is_ascii())
        {
            self.at += 1;
        }
    }

    /// The word that begins here, if it is of ASCII and followed by ASCII.
    #[cfg_attr(small_module, optimize(speed))]
    fn plain(&self) -> Option<Segment> {
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
            place: self.at..end,
            is_word,
            is_run: false,
            is_folded,
        })
    }

    /// What the next character is.
    fn class_at(&mut self, at: usize) -> Option<(char, Class)> {
        let c = self.text.get(at..)?.chars().next()?;
        Some((c, self.class_of(c)))
    }

    /// What a character is; mostly it is of the range of the one before.
    fn class_of(&mut self, c: char) -> Class {
        let (range, class) = &self.last;
        if range.contains(&u32::from(c)) {
            return *class;
        }
        let found = class_and_range(c);
        self.last = found.clone();
        found.1
    }

    /// What follows after the marks from here on.
    fn kind_after_marks(&self, at: usize) -> Kind {
        let classes = self.text.get(at..).unwrap_or_default().chars().map(class);
        let mut after = classes.skip_while(|class| class.is_mark());
        after.next().map_or(Kind::Other, |class| class.kind)
    }

    /// What the piece up to here ends with once the next character is joined to it; `None`: it is
    /// not joined.
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
            place: self.at..end,
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
        let segment = match self.plain() {
            Some(word) => word,
            None => self.segment()?,
        };
        self.at = segment.place.end;
        Some(segment)
    }
}
