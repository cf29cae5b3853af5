//! Inline tags in texts that are not quite HTML, such as the titles of RSS.

use super::html::Markup;

/// Elements inside of a line.
const INLINE: [&str; 28] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i",
    "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "tt", "u", "var",
];

/// Removes the tags of inline elements that are closed, and nothing else: the author of any other `<`
/// may mean it. `<br/>` becomes a space.
///
/// ```
/// use article_cards_core::text::without_inline_tags;
///
/// assert_eq!(without_inline_tags("A <em>high</em> tide<br/>today"), "A high tide today");
/// assert_eq!(without_inline_tags("The <table> and the <b> element"), "The <table> and the <b> element");
/// ```
pub fn without_inline_tags(text: &str) -> String {
    // The ranges of tags, and whether they are removed.
    let mut tags: Vec<(usize, usize, Option<&str>)> = Vec::new();
    // The indices of start tags without an end tag, by element.
    let mut open = [const { Vec::new() }; INLINE.len()];
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('<')) {
        let start = at + found;
        at = start + 1;
        let Some((markup, rest)) = text.get(at..).and_then(Markup::read) else {
            continue;
        };
        let end = text.len() - rest.len();
        let tag = text.get(start..end).unwrap_or_default();
        if !tag.ends_with('>') {
            // No tag ends any more.
            break;
        }
        let (Markup::Start(name) | Markup::End(name)) = markup else {
            continue;
        };
        at = end;
        if name.eq_ignore_ascii_case("br") && tag.ends_with("/>") {
            tags.push((start, end, Some(" ")));
        }
        let element = INLINE.iter().position(|own| own.eq_ignore_ascii_case(name));
        let Some(open) = element.and_then(|element| open.get_mut(element)) else {
            continue;
        };
        if let Markup::Start(_) = markup {
            open.push(tags.len());
            tags.push((start, end, None));
        } else if let Some(opened) = open.pop() {
            if let Some((.., replacement)) = tags.get_mut(opened) {
                *replacement = Some("");
            }
            tags.push((start, end, Some("")));
        }
    }
    let mut without = String::with_capacity(text.len());
    let mut copied = 0;
    for (start, end, replacement) in tags {
        if let Some(replacement) = replacement {
            without.push_str(text.get(copied..start).unwrap_or_default());
            without.push_str(replacement);
            copied = end;
        }
    }
    without.push_str(text.get(copied..).unwrap_or_default());
    without
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_tags() {
        for (text, expected) in [
            ("", ""),
            ("1 < 2 > 3", "1 < 2 > 3"),
            ("<b>a</b>", "a"),
            ("<B class='x > y'>a</b >", "a"),
            ("<b>a<i>b</b>c</i>", "abc"),
            ("<b><b>a</b>", "<b>a"),
            ("</b>a<b>", "</b>a<b>"),
            ("a <b", "a <b"),
            ("a <b <i>b</i>", "a <b <i>b</i>"),
            ("<p>a</p>", "<p>a</p>"),
            ("<!-- <b>a</b> -->", "<!-- a -->"),
            ("a<br/>b<br>c", "a b<br>c"),
            ("&lt;b>a</b>", "&lt;b>a</b>"),
        ] {
            assert_eq!(without_inline_tags(text), expected, "{text}");
        }
    }
}
