//! The lines of places in a text, asked for mostly in the order of the text.

/// Counts lines from the place that was asked for last.
#[derive(Debug)]
pub(super) struct Lines<'t> {
    text: &'t str,
    /// A place, and its line.
    at: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
        }
    }

    /// The line that a part of the text begins in, counted from 1.
    pub(super) fn of(&mut self, part: &str) -> usize {
        let place = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let (from, to) = (self.at.min(place), self.at.max(place));
        let between = self.text.as_bytes().get(from..to).unwrap_or_default();
        let lines = between.iter().filter(|byte| **byte == b'\n').count();
        if place >= self.at {
            self.line += lines;
        } else {
            self.line -= lines;
        }
        self.at = place;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn counts_forwards_and_back() {
        let text = "a\nb\n\nc";
        let mut lines = Lines::new(text);
        assert_eq!(lines.of(&text[5..]), 4);
        assert_eq!(lines.of(&text[2..3]), 2);
        assert_eq!(lines.of(&text[0..1]), 1);
        assert_eq!(lines.of(&text[5..6]), 4);
    }
}
