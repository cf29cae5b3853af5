//! Splitting a search text at white space and quotes.

/// A piece of a search text.
pub(in crate::search) struct Piece<'q> {
    /// The piece as it stands, with quotes and the sign of an exclusion.
    pub(in crate::search) whole: &'q str,
    /// What it searches for.
    pub(in crate::search) text: &'q str,
    pub(in crate::search) is_quoted: bool,
    pub(in crate::search) is_excluded: bool,
}

/// Returns the pieces of a search text, in order.
#[inline(never)]
pub(in crate::search) fn pieces(query: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = query.trim_start();
    while !rest.is_empty() {
        let start = rest;
        let piece = start.trim_start_matches('-');
        let quote = piece.strip_prefix(is_quote);
        let (text, after) = match quote {
            Some(quote) => split_before(quote, is_quote),
            None => split_before(piece, |c| c.is_whitespace() || is_quote(c)),
        };
        let closed = quote.and_then(|_| after.strip_prefix(is_quote));
        let after = closed.unwrap_or(after);
        rest = after.trim_start();
        pieces.push(Piece {
            whole: start.get(..start.len() - after.len()).unwrap_or(start),
            text,
            is_quoted: quote.is_some(),
            is_excluded: piece.len() < start.len(),
        });
    }
    pieces
}

/// Includes the quotation marks that some keyboards insert for `"`.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„')
}

fn split_before(text: &str, is_end: impl Fn(char) -> bool) -> (&str, &str) {
    let end = text.find(is_end).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}
