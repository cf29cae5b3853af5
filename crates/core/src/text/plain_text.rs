//! Plain text: character references decoded, white space collapsed.

use std::borrow::Cow;

use super::character_references as references;

/// Decodes HTML's character references once, makes every run of white space (Unicode's `White_Space`
/// and U+FEFF) one space, and trims the ends.
///
/// What then looks like markup is text like any other. Borrows a text that is plain already.
///
/// ```
/// use article_cards_core::text::plain;
///
/// assert_eq!(plain("  It&#8217;s\n&nbsp;fine "), "It’s fine");
/// assert_eq!(plain("&lt;b&gt; &amp;amp;"), "<b> &amp;");
/// ```
pub fn plain(text: &str) -> Cow<'_, str> {
    if is_plain(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    match references::decode(text) {
        Cow::Borrowed(text) => tidy(text),
        Cow::Owned(text) => Cow::Owned(tidied(text)),
    }
}

/// Writes `&` as `&amp;` wherever [`plain`] would decode a character reference, so that [`plain`]
/// returns the text.
///
/// ```
/// use article_cards_core::text::{escape_references, plain};
///
/// let text = "AT&T write &copy; as &amp;copy;";
/// assert_eq!(escape_references(text), "AT&T write &amp;copy; as &amp;amp;copy;");
/// assert_eq!(plain(&escape_references(text)), text);
/// ```
pub fn escape_references(text: &str) -> Cow<'_, str> {
    let mut escaped = String::new();
    let mut copied = 0;
    for (at, _) in text.match_indices('&') {
        let after = text.get(at + 1..).unwrap_or_default();
        if references::is_reference(after) {
            escaped.push_str(text.get(copied..at).unwrap_or_default());
            escaped.push_str("&amp;");
            copied = at + 1;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    escaped.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(escaped)
}

/// Returns the first words of a plain text: at most `max_characters` characters, including the `…` of a
/// text that is cut.
///
/// Cuts inside a word if whole words would fill less than half of that, as in scripts without spaces.
///
/// ```
/// use article_cards_core::text::first_words;
///
/// assert_eq!(first_words("On harbours and ships", 14), "On harbours…");
/// assert_eq!(first_words("On harbours", 14), "On harbours");
/// assert_eq!(first_words("Donaudampfschiff", 7), "Donaud…");
/// ```
pub fn first_words(text: &str, max_characters: usize) -> Cow<'_, str> {
    if text.char_indices().nth(max_characters).is_none() {
        return Cow::Borrowed(text);
    }
    let Some(room) = max_characters.checked_sub(1) else {
        return Cow::Borrowed("");
    };
    // Where the text must end; and the last white space before, by characters and bytes.
    let (mut end, mut words) = (text.len(), (0, 0));
    for (count, (at, char)) in text.char_indices().enumerate() {
        if is_white_space(char) {
            words = (count, at);
        }
        if count == room {
            end = at;
            break;
        }
    }
    if words.0 * 2 >= room {
        end = words.1;
    }
    let words = text.get(..end).unwrap_or_default();
    Cow::Owned([words.trim_end_matches(is_white_space), "…"].concat())
}

pub(crate) fn is_white_space(char: char) -> bool {
    char.is_whitespace() || char == '\u{feff}'
}

/// Returns whether a text is surely plain, as most are; `false` if that takes a closer look. Looks at
/// eight bytes at a time as long as none of them matters.
#[cfg_attr(small_module, optimize(speed))]
fn is_plain(text: &[u8]) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = ONES << 7;
    // Sets the highest bit of each byte that is 0, and perhaps of some after it.
    let zero = |eight: u64| eight.wrapping_sub(ONES) & !eight;
    let mut before = b' ';
    let (eights, rest) = text.as_chunks::<8>();
    for bytes in eights {
        let eight = u64::from_le_bytes(*bytes);
        let spaces = zero(eight ^ (ONES * u64::from(b' '))) & HIGH;
        // A space next to another, in these eight or across their border.
        let doubled = spaces & (spaces << 8 | u64::from(before == b' ') << 7);
        let reference = zero(eight ^ (ONES * u64::from(b'&')));
        let control = eight.wrapping_sub(ONES * 0x20) & !eight | zero(eight ^ (ONES * 0x7F));
        if doubled | (eight | reference | control) & HIGH == 0 {
            before = (eight >> 56) as u8;
        } else if !is_plain_after(&mut before, bytes) {
            return false;
        }
    }
    is_plain_after(&mut before, rest) && before != b' '
}

/// The same for a part of a text. `before` is the byte before it, and becomes its last byte.
#[cfg_attr(small_module, optimize(speed))]
fn is_plain_after(before: &mut u8, part: &[u8]) -> bool {
    for byte in part {
        match byte {
            b' ' if *before == b' ' => return false,
            b'&' | 0..=0x1F | 0x7F => return false,
            // The first bytes of white space beyond ASCII.
            0xC2 | 0xE1..=0xE3 | 0xEF => return false,
            _ => *before = *byte,
        }
    }
    true
}

pub(super) fn tidied(text: String) -> String {
    match tidy(&text) {
        Cow::Borrowed(same) if same.len() == text.len() => text,
        tidy => tidy.into_owned(),
    }
}

fn tidy(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches(is_white_space);
    let mut after_space = false;
    let is_tidy = text.chars().all(|char| {
        let was_space = std::mem::replace(&mut after_space, is_white_space(char));
        !after_space || (char == ' ' && !was_space)
    });
    if is_tidy {
        return Cow::Borrowed(text);
    }
    let mut tidy = String::with_capacity(text.len());
    for word in text.split(is_white_space).filter(|word| !word.is_empty()) {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    Cow::Owned(tidy)
}

#[cfg(test)]
mod tests;
