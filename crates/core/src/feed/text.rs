//! Text of a feed as plain text: references decoded, white space tidied, tags taken out.

use super::references;
use std::borrow::Cow;

/// Plain text: HTML's character references decoded once, every run of white space (Unicode's
/// `White_Space` and U+FEFF) made one space, the ends trimmed.
///
/// What then looks like markup is text like any other. A text that is plain already is borrowed.
///
/// ```
/// use article_cards_core::feed::text::plain;
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

/// The text of an HTML fragment, as plain text.
///
/// Tags, comments, and `script` and `style` with what is in them vanish; tags that start a block,
/// and `<br>`, leave a space. What is a tag is decided as by [HTML's tokenizer], so a `<` before
/// anything else stays, and what a tag that never ends has swallowed is gone. Then the references
/// are decoded and the white space is tidied as by [`plain`]. Takes linear time.
///
/// ```
/// use article_cards_core::feed::text::without_tags;
///
/// assert_eq!(without_tags("<p>Fish<br>&amp; ch<em>ip</em>s</p><p>1 < 2</p>"), "Fish & chips 1 < 2");
/// assert_eq!(without_tags("<code>&lt;b&gt;</code>"), "<b>");
/// ```
///
/// [HTML's tokenizer]: https://html.spec.whatwg.org/multipage/parsing.html#data-state
pub fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        // Each run by itself: `&am<b>p;` is no reference.
        text.push_str(&references::decode(before));
        match Markup::read(after) {
            Some((markup, after)) => {
                if markup.is_white_space() {
                    text.push(' ');
                }
                rest = markup.skip_raw_text(after);
            }
            None => {
                text.push('<');
                rest = after;
            }
        }
    }
    text.push_str(&references::decode(rest));
    tidied(text)
}

/// Writes `&` as `&amp;` wherever [`plain`] would read a character reference, so that it reads
/// back a plain text as it was.
///
/// ```
/// use article_cards_core::feed::text::{escape_references, plain};
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

/// The first words of a plain text, at most `most` characters; `…`, counted too, where the rest
/// is left out.
///
/// A text whose first words would fill less than half of that (a long word, a script without
/// spaces) is cut inside a word.
///
/// ```
/// use article_cards_core::feed::text::first_words;
///
/// assert_eq!(first_words("On harbours and ships", 14), "On harbours…");
/// assert_eq!(first_words("On harbours", 14), "On harbours");
/// assert_eq!(first_words("Donaudampfschiff", 7), "Donaud…");
/// ```
pub fn first_words(text: &str, most: usize) -> Cow<'_, str> {
    if text.char_indices().nth(most).is_none() {
        return Cow::Borrowed(text);
    }
    let Some(room) = most.checked_sub(1) else {
        return Cow::Borrowed("");
    };
    // Where the text must end, and where its last word that fits ends.
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
    let kept = text
        .get(..end)
        .unwrap_or_default()
        .trim_end_matches(is_white_space);
    Cow::Owned(format!("{kept}…"))
}

pub(super) fn is_white_space(char: char) -> bool {
    char.is_whitespace() || char == '\u{feff}'
}

/// Whether a text is as it is to be, as most are. May say no where it is. Eight bytes at a time, as
/// long as nothing in them can matter.
#[cfg_attr(small_module, optimize(speed))]
fn is_plain(text: &[u8]) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = ONES << 7;
    // Sets the highest bit of each byte that is 0, and perhaps of some behind it.
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

/// The same of a part of a text: what stands before it, and then its last byte.
#[cfg_attr(small_module, optimize(speed))]
fn is_plain_after(before: &mut u8, part: &[u8]) -> bool {
    for byte in part {
        match byte {
            b' ' if *before == b' ' => return false,
            b'&' | 0..=0x1F | 0x7F => return false,
            // What white space beyond ASCII begins with.
            0xC2 | 0xE1..=0xE3 | 0xEF => return false,
            _ => *before = *byte,
        }
    }
    true
}

fn tidied(text: String) -> String {
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

/// What a `<` has begun.
enum Markup<'a> {
    /// A start tag, by its name.
    Start(&'a str),
    /// An end tag, by its name.
    End(&'a str),
    /// A comment, or what HTML takes for one.
    Comment,
}

impl<'a> Markup<'a> {
    /// Reads the markup behind a `<`, and returns what follows it.
    fn read(after: &'a str) -> Option<(Self, &'a str)> {
        let is_name = |text: &str| text.starts_with(|char: char| char.is_ascii_alphabetic());
        if is_name(after) {
            let (name, after) = tag(after);
            return Some((Self::Start(name), after));
        }
        if let Some(end) = after.strip_prefix('/') {
            if is_name(end) {
                let (name, after) = tag(end);
                return Some((Self::End(name), after));
            }
            // At the end of the text `</` is text.
            return (!end.is_empty()).then(|| (Self::Comment, past(end, ">")));
        }
        if let Some(comment) = after.strip_prefix("!--") {
            return Some((Self::Comment, past_comment(comment)));
        }
        let bogus = after.strip_prefix(['!', '?'])?;
        Some((Self::Comment, past(bogus, ">")))
    }

    fn is_white_space(&self) -> bool {
        match self {
            Self::Start(name) | Self::End(name) => is_block(name),
            Self::Comment => false,
        }
    }

    /// Leaves out the content of an element that is not for reading.
    fn skip_raw_text(&self, after: &'a str) -> &'a str {
        let Self::Start(name) = self else {
            return after;
        };
        if !["script", "style"]
            .iter()
            .any(|raw| name.eq_ignore_ascii_case(raw))
        {
            return after;
        }
        let mut rest = after;
        while let Some((_, end)) = rest.split_once("</") {
            let is_end = end
                .get(..name.len())
                .is_some_and(|end| end.eq_ignore_ascii_case(name));
            let behind = end
                .get(name.len()..)
                .and_then(|behind| behind.chars().next());
            if is_end && behind.is_some_and(ends_name) {
                return tag(end).1;
            }
            rest = end;
        }
        ""
    }
}

/// White space as HTML's tokenizer has it.
fn is_html_space(char: char) -> bool {
    matches!(char, '\t' | '\n' | '\x0c' | '\r' | ' ')
}

fn ends_name(char: char) -> bool {
    is_html_space(char) || matches!(char, '/' | '>')
}

/// Splits what stands behind `<` or `</` into the tag's name and what follows the tag.
fn tag(text: &str) -> (&str, &str) {
    let end = text.find(ends_name).unwrap_or(text.len());
    let (name, attributes) = text.split_at_checked(end).unwrap_or((text, ""));
    (name, past_attributes(attributes))
}

fn past_attributes(attributes: &str) -> &str {
    enum At {
        /// Between attributes, where even `=` and quotes start a name.
        Gap,
        Name,
        AfterName,
        Equals,
        Unquoted,
        Quoted(char),
    }
    let mut at = At::Gap;
    let mut chars = attributes.chars();
    while let Some(char) = chars.next() {
        at = match (at, char) {
            (At::Quoted(quote), _) if char == quote => At::Gap,
            (At::Quoted(quote), _) => At::Quoted(quote),
            (_, '>') => return chars.as_str(),
            (At::Equals, '"' | '\'') => At::Quoted(char),
            (At::Equals, _) if is_html_space(char) => At::Equals,
            (At::Equals, _) => At::Unquoted,
            (At::Unquoted, _) if is_html_space(char) => At::Gap,
            (At::Unquoted, _) => At::Unquoted,
            (_, '/') => At::Gap,
            (At::Name | At::AfterName, '=') => At::Equals,
            (At::Name | At::AfterName, _) if is_html_space(char) => At::AfterName,
            (At::Gap, _) if is_html_space(char) => At::Gap,
            (At::Gap | At::Name | At::AfterName, _) => At::Name,
        };
    }
    ""
}

fn past<'a>(text: &'a str, end: &str) -> &'a str {
    text.split_once(end).map_or("", |(_, after)| after)
}

fn past_comment(comment: &str) -> &str {
    if let Some(after) = comment.strip_prefix('>').or(comment.strip_prefix("->")) {
        return after;
    }
    let mut rest = comment;
    while let Some((_, after)) = rest.split_once("--") {
        if let Some(after) = after.strip_prefix('>').or(after.strip_prefix("!>")) {
            return after;
        }
        // Of `--->` the last two hyphens end it.
        rest = rest.get(rest.len() - after.len() - 1..).unwrap_or_default();
    }
    ""
}

/// Elements that stand on a line of their own, or in a cell.
const BLOCKS: &str = " address article aside blockquote body br caption center dd details dialog \
    dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr \
    html legend li main menu nav ol optgroup option p pre search section summary table tbody td \
    tfoot th thead title tr ul ";

fn is_block(name: &str) -> bool {
    name.len() <= 10 && BLOCKS.contains(&format!(" {} ", name.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests;
