//! The words of all articles in their order, as small numbers in few bytes.

use std::slice;

/// Below this stand the marks of fields, from here on words.
pub(super) const FIRST_WORD: u32 = 16;

/// Numbers, article by article: seven bits a byte, of which the last has the eighth (LEB128). Words
/// are numbered as they come, so that frequent ones have small numbers.
#[derive(Debug, Default)]
pub(super) struct Stream {
    bytes: Vec<u8>,
    /// Where each article's begin.
    starts: Vec<u32>,
}

impl Stream {
    /// What is added from here on is of the next article.
    pub(super) fn begin(&mut self) {
        self.starts.push(self.bytes.len() as u32);
    }

    #[cfg_attr(small_module, optimize(speed))]
    pub(super) fn push(&mut self, mut number: u32) {
        while number > 0x7F {
            self.bytes.push(number as u8 & 0x7F);
            number >>= 7;
        }
        self.bytes.push(number as u8 | 0x80);
    }

    /// How many articles there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    /// The numbers of an article.
    pub(super) fn of(&self, row: u32) -> Numbers<'_> {
        let row = row as usize;
        let place = |row: usize| {
            self.starts
                .get(row)
                .map_or(self.bytes.len(), |at| *at as usize)
        };
        let bytes = self.bytes.get(place(row)..place(row + 1));
        Numbers {
            bytes: bytes.unwrap_or_default().iter(),
        }
    }
}

/// The numbers of an article.
pub(super) struct Numbers<'s> {
    bytes: slice::Iter<'s, u8>,
}

impl Iterator for Numbers<'_> {
    type Item = u32;

    #[inline]
    #[cfg_attr(small_module, optimize(speed))]
    fn next(&mut self) -> Option<u32> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = u32::from(*self.bytes.next()?);
            number |= (byte & 0x7F) << shift;
            if byte > 0x7F {
                return Some(number);
            }
            shift += 7;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out() {
        let articles: [&[u32]; 4] = [&[0, 127, 128], &[], &[u32::MAX, 16_383, 16_384], &[1]];
        let mut stream = Stream::default();
        for article in articles {
            stream.begin();
            article.iter().for_each(|number| stream.push(*number));
        }
        for (row, article) in articles.iter().enumerate() {
            assert_eq!(stream.of(row as u32).collect::<Vec<_>>(), *article);
        }
        assert_eq!(stream.of(4).count(), 0);
    }
}
