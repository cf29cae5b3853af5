//! The words of all articles in order, compressed.

use std::slice;

/// Tokens below this number are markers of fields; words start here.
pub(super) const FIRST_WORD: u32 = 16;

/// A list of tokens for each article, in LEB128: seven bits a byte; here the last byte, not the
/// others, has the eighth bit set. Words are numbered as they first occur, so frequent ones tend to
/// take a single byte.
#[derive(Debug, Default)]
pub(super) struct ForwardIndex {
    bytes: Vec<u8>,
    /// Where the tokens of each article start.
    starts: Vec<u32>,
}

impl ForwardIndex {
    /// Starts the next article.
    pub(super) fn begin_article(&mut self) {
        self.starts.push(self.bytes.len() as u32);
    }

    /// Appends a token to the current article.
    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn push(&mut self, mut token: u32) {
        while token > 0x7F {
            self.bytes.push(token as u8 & 0x7F);
            token >>= 7;
        }
        self.bytes.push(token as u8 | 0x80);
    }

    /// Returns the number of articles.
    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    /// Returns the tokens of an article.
    pub(super) fn tokens(&self, row: u32) -> Tokens<'_> {
        let row = row as usize;
        let start = |row: usize| {
            let start = self.starts.get(row);
            start.map_or(self.bytes.len(), |start| *start as usize)
        };
        let bytes = self.bytes.get(start(row)..start(row + 1));
        Tokens {
            bytes: bytes.unwrap_or_default().iter(),
        }
    }
}

/// Iterates over the tokens of an article.
pub(super) struct Tokens<'i> {
    bytes: slice::Iter<'i, u8>,
}

impl Iterator for Tokens<'_> {
    type Item = u32;

    #[inline]
    #[cfg_attr(small_module, optimize(speed))]
    fn next(&mut self) -> Option<u32> {
        let (mut token, mut shift) = (0, 0);
        loop {
            let byte = u32::from(*self.bytes.next()?);
            token |= (byte & 0x7F) << shift;
            if byte > 0x7F {
                return Some(token);
            }
            shift += 7;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_read_back_as_pushed() {
        let articles: [&[u32]; 4] = [&[0, 127, 128], &[], &[u32::MAX, 16_383, 16_384], &[1]];
        let mut forward_index = ForwardIndex::default();
        for article in articles {
            forward_index.begin_article();
            article.iter().for_each(|token| forward_index.push(*token));
        }
        for (row, article) in articles.iter().enumerate() {
            assert_eq!(
                forward_index.tokens(row as u32).collect::<Vec<_>>(),
                *article
            );
        }
        assert_eq!(forward_index.tokens(4).count(), 0);
    }
}
