//! Line numbers of positions in a text.

/// Counts lines from the previous position on, so ascending positions take O(n) together.
#[derive(Debug)]
pub(super) struct LineCounter<'t> {
    text: &'t str,
    /// The previous position, and its line.
    at: usize,
    line: usize,
}

impl<'t> LineCounter<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
        }
    }

    /// Returns the line in which a part of the text starts, counted from 1.
    pub(super) fn line_of(&mut self, part: &str) -> usize {
        let start = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let (from, to) = (self.at.min(start), self.at.max(start));
        let between = self.text.as_bytes().get(from..to).unwrap_or_default();
        let lines = between.iter().filter(|byte| **byte == b'\n').count();
        if start >= self.at {
            self.line += lines;
        } else {
            self.line -= lines;
        }
        self.at = start;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::LineCounter;

    #[test]
    fn counts_forwards_and_backwards() {
        let text = "a\nb\n\nc";
        let mut lines = LineCounter::new(text);
        assert_eq!(lines.line_of(&text[5..]), 4);
        assert_eq!(lines.line_of(&text[2..3]), 2);
        assert_eq!(lines.line_of(&text[0..1]), 1);
        assert_eq!(lines.line_of(&text[5..6]), 4);
    }
}
