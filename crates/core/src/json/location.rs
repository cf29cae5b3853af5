//! The line and column of a position in a document that arrives in pieces.

/// The lines, and the characters of the last line, before the bytes that are available.
#[derive(Debug, Default)]
pub(crate) struct Location {
    lines: usize,
    columns: usize,
}

impl Location {
    /// Moves to the end of `bytes`, in which `lines` lines end and the last one starts at `line_start`.
    pub(crate) fn advance(&mut self, bytes: &[u8], lines: usize, line_start: usize) {
        self.lines += lines;
        self.columns = match lines {
            0 => self.columns + count_characters(bytes),
            _ => count_characters(bytes.get(line_start..).unwrap_or_default()),
        };
    }

    /// Returns the line and column after `bytes`, both counted from 1.
    pub(crate) fn after(&self, bytes: &[u8]) -> (usize, usize) {
        let lines = bytes.split(|byte| *byte == b'\n').count();
        let last = bytes.rsplit(|byte| *byte == b'\n').next();
        let columns = count_characters(last.unwrap_or_default());
        let before = if lines == 1 { self.columns } else { 0 };
        (self.lines + lines, before + columns + 1)
    }
}

/// Counts characters: all bytes but the continuation bytes of UTF-8.
fn count_characters(bytes: &[u8]) -> usize {
    let (eights, rest) = bytes.as_chunks::<8>();
    let continuations = |eight: u64| eight >> 7 & !(eight >> 6) & 0x0101_0101_0101_0101;
    let in_eights: usize = eights
        .iter()
        .map(|eight| continuations(u64::from_le_bytes(*eight)).count_ones() as usize)
        .sum();
    let in_rest = rest.iter().filter(|byte| **byte & 0xC0 == 0x80).count();
    bytes.len() - in_eights - in_rest
}
