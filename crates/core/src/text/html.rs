//! The text of HTML fragments.

use super::character_references as references;
use super::plain_text::tidied;

/// Returns the text of an HTML fragment as plain text.
///
/// Removes tags, comments, and the elements `script` and `style`; the tags of a block, and `<br>`,
/// become a space. Tags are recognised as by [HTML's tokenizer]: any other `<` stays, and a tag that
/// never ends removes the rest. Then references are decoded and white space is collapsed as by
/// [`plain`](super::plain). Takes linear time.
///
/// ```
/// use article_cards_core::text::without_tags;
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
        // Each run by itself: `&am<b>p;` is not a reference.
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

/// The markup that a `<` begins.
pub(super) enum Markup<'a> {
    /// A start tag, by its name.
    Start(&'a str),
    /// An end tag, by its name.
    End(&'a str),
    /// A comment, or what HTML treats as one.
    Comment,
}

impl<'a> Markup<'a> {
    /// Reads the markup after a `<`, and returns what follows it.
    pub(super) fn read(after: &'a str) -> Option<(Self, &'a str)> {
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

    /// Skips the content of a script or a style sheet.
    pub(super) fn skip_raw_text(&self, after: &'a str) -> &'a str {
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
            let next = end.get(name.len()..).and_then(|rest| rest.chars().next());
            if is_end && next.is_some_and(ends_name) {
                return tag(end).1;
            }
            rest = end;
        }
        ""
    }
}

/// Returns whether HTML's tokenizer treats a character as white space.
fn is_html_space(char: char) -> bool {
    matches!(char, '\t' | '\n' | '\x0c' | '\r' | ' ')
}

fn ends_name(char: char) -> bool {
    is_html_space(char) || matches!(char, '/' | '>')
}

/// Splits the text after `<` or `</` into the tag's name and the text after the tag.
fn tag(text: &str) -> (&str, &str) {
    let end = text.find(ends_name).unwrap_or(text.len());
    let (name, attributes) = text.split_at_checked(end).unwrap_or((text, ""));
    (name, each_attribute(attributes, &mut |_, _| ()))
}

/// Calls `each` with the attributes of a tag that have a value, which is not decoded. Returns the text
/// after the tag.
pub(crate) fn each_attribute<'a>(
    attributes: &'a str,
    each: &mut dyn FnMut(&'a str, &'a str),
) -> &'a str {
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
    let (mut name, mut value) = (0..0, 0);
    let mut found = |name: &std::ops::Range<usize>, value: std::ops::Range<usize>| {
        let part = |range| attributes.get(range).unwrap_or_default();
        each(part(name.clone()), part(value));
    };
    for (index, char) in attributes.char_indices() {
        let next = match (&at, char) {
            (At::Quoted(quote), _) if char == *quote => {
                found(&name, value..index);
                At::Gap
            }
            (At::Quoted(quote), _) => At::Quoted(*quote),
            (At::Unquoted, _) if char == '>' || is_html_space(char) => {
                found(&name, value..index);
                At::Gap
            }
            (At::Equals, '"' | '\'') => {
                value = index + 1;
                At::Quoted(char)
            }
            (At::Equals, _) if char == '>' || is_html_space(char) => At::Equals,
            (At::Equals, _) => {
                value = index;
                At::Unquoted
            }
            (At::Unquoted, _) => At::Unquoted,
            (_, '/' | '>') => At::Gap,
            (At::Name | At::AfterName, '=') => At::Equals,
            (At::Name | At::AfterName, _) if is_html_space(char) => At::AfterName,
            (At::Gap, _) if is_html_space(char) => At::Gap,
            (At::Name, _) => {
                name.end = index + char.len_utf8();
                At::Name
            }
            (At::Gap | At::AfterName, _) => {
                name = index..index + char.len_utf8();
                At::Name
            }
        };
        if char == '>' && !matches!(next, At::Quoted(_)) {
            return attributes.get(index + 1..).unwrap_or_default();
        }
        at = next;
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

/// Elements on a line of their own, or in a cell.
const BLOCKS: &str = " address article aside blockquote body br caption center dd details dialog \
    dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr \
    html legend li main menu nav ol optgroup option p pre search section summary table tbody td \
    tfoot th thead title tr ul ";

fn is_block(name: &str) -> bool {
    name.len() <= 10 && BLOCKS.contains(&[" ", &name.to_ascii_lowercase(), " "].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags() {
        for (html, expected) in [
            ("", ""),
            ("no tags", "no tags"),
            ("<p>a</p><p>b</p>", "a b"),
            ("a<br>b<BR/>c<br />d<hr>e", "a b c d e"),
            ("<td>a<td>b", "a b"),
            ("a<b>b</b>c<span class=x>d</span>", "abcd"),
            ("1 < 2 <3 <", "1 < 2 <3 <"),
            ("a</", "a</"),
            ("a</>b</ c>d", "abd"),
            (
                "a<!-- <p> -->b<!-->c<!--->d<!----->e<!--x--!>f<!-- - -- > -->g",
                "abcdefg",
            ),
            ("a<!doctype html>b<?php 1 ?>c<![CDATA[d]]>e", "abce"),
            ("a<!-- b", "a"),
            ("a<p b", "a"),
            (r#"a<b title="x > y">c"#, "ac"),
            ("a<b title='x > y'>c", "ac"),
            ("a<b title=x'>c'", "ac'"),
            (r#"a<b ">c">d"#, r#"ac">d"#),
            (r#"a<b =">c"#, "ac"),
            (r#"a<b x="1"y='>'>c"#, "ac"),
            (r#"a<b x = ">" / y>c"#, "ac"),
            (r#"a<b x="1"=">"c"#, r#"a"c"#),
            (r#"a<b x/=">c"#, "ac"),
            (r#"a<b x=1 y=">">c"#, "ac"),
            ("a<b x=/>c", "ac"),
            ("<script>if (a<b) '</p>'</script >x", "x"),
            ("<SCRIPT src='>'>a</Script/x='>'>x", "x"),
            ("<style>a</styles></stylé></style\n>x", "x"),
            ("<script/>a</script>x<script>y", "x"),
            ("<scripts>a</scripts>", "a"),
            ("&lt;b&gt; &amp;lt;", "<b> &lt;"),
            ("&am<b>p; &l<!-- -->t;", "&amp; &lt;"),
            ("<é>", "<é>"),
        ] {
            assert_eq!(without_tags(html), expected, "{html}");
        }
    }
}
