//! The comments and tags of an HTML page with their positions, as HTML's tokenizer finds them. The
//! contents of scripts, styles and similar elements are not markup.

use std::borrow::Cow;
use std::ops::Range;

use article_cards_core::text;

/// Elements whose content is text up to their end tag.
const RAW: [&str; 8] = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
];

/// A piece of markup.
#[derive(Debug, PartialEq)]
pub(super) enum Markup<'p> {
    Comment {
        text: &'p str,
        at: Range<usize>,
    },
    Start {
        name: &'p str,
        attributes: Vec<Attribute<'p>>,
        at: Range<usize>,
    },
    End {
        name: &'p str,
    },
}

/// An attribute of a start tag.
#[derive(Debug, PartialEq)]
pub(super) struct Attribute<'p> {
    pub(super) name: &'p str,
    /// The value as written.
    pub(super) raw: &'p str,
    /// Includes the white space before it.
    pub(super) at: Range<usize>,
}

/// Returns the value of the attribute with this name, in any case.
pub(super) fn value_of(attributes: &[Attribute<'_>], name: &str) -> Option<String> {
    let mut attributes = attributes.iter();
    let found = attributes.find(|it| it.name.eq_ignore_ascii_case(name));
    found.map(|it| it.value().into_owned())
}

impl<'p> Attribute<'p> {
    /// Returns the value with character references decoded.
    pub(super) fn value(&self) -> Cow<'p, str> {
        text::plain(self.raw)
    }
}

/// Iterates over the markup of a page in order.
pub(super) fn markup(page: &str) -> Reader<'_> {
    Reader { page, at: 0 }
}

/// The iterator that [`markup`] returns.
pub(super) struct Reader<'p> {
    page: &'p str,
    at: usize,
}

impl<'p> Iterator for Reader<'p> {
    type Item = Markup<'p>;

    fn next(&mut self) -> Option<Markup<'p>> {
        loop {
            let from = self.at + self.rest().find('<')?;
            self.at = from + 1;
            let after = self.rest();
            if let Some(comment) = after.strip_prefix("!--") {
                // `<!-->` and `<!--->` are whole comments.
                let whole = ["->", ">"].into_iter().find(|end| comment.starts_with(end));
                let (text, length) = match (whole, comment.find("-->")) {
                    (Some(end), _) => ("", end.len()),
                    (None, Some(end)) => (comment.get(..end)?, end + 3),
                    (None, None) => (comment, comment.len()),
                };
                self.at += 3 + length;
                let at = from..self.at;
                return Some(Markup::Comment { text, at });
            }
            let is_letter = |text: &str| text.starts_with(|char: char| char.is_ascii_alphabetic());
            if let Some(name) = after.strip_prefix('/') {
                if is_letter(name) {
                    self.at += 1;
                    let (name, _) = self.tag()?;
                    return Some(Markup::End { name });
                }
                self.skip_to('>');
            } else if is_letter(after) {
                let (name, attributes) = self.tag()?;
                let at = from..self.at;
                self.skip_raw_text(name);
                return Some(Markup::Start {
                    name,
                    attributes,
                    at,
                });
            } else if after.starts_with(['!', '?']) {
                self.skip_to('>');
            }
        }
    }
}

impl<'p> Reader<'p> {
    fn rest(&self) -> &'p str {
        self.page.get(self.at..).unwrap_or_default()
    }

    fn skip_to(&mut self, end: char) {
        let rest = self.rest();
        self.at += rest
            .find(end)
            .map_or(rest.len(), |found| found + end.len_utf8());
    }

    /// Returns the text up to a character, and skips that text.
    fn until(&mut self, is_end: impl Fn(char) -> bool) -> &'p str {
        let rest = self.rest();
        let text = rest.get(..rest.find(is_end).unwrap_or(rest.len()));
        let text = text.unwrap_or_default();
        self.at += text.len();
        text
    }

    /// Reads the name and attributes of a tag. Returns `None` if the tag has no end.
    fn tag(&mut self) -> Option<(&'p str, Vec<Attribute<'p>>)> {
        let is_space = |char: char| char.is_ascii_whitespace();
        let name = self.until(|char| is_space(char) || matches!(char, '/' | '>'));
        let mut attributes = Vec::new();
        loop {
            let from = self.at;
            self.until(|char| !is_space(char) && char != '/');
            let first = self.rest().chars().next()?;
            if first == '>' {
                self.at += 1;
                return Some((name, attributes));
            }
            let start = self.at;
            // A `=` at the start belongs to the name.
            self.at += first.len_utf8();
            self.until(|char| is_space(char) || matches!(char, '/' | '>' | '='));
            let name = self.page.get(start..self.at).unwrap_or_default();
            let end = self.at;
            self.until(|char| !is_space(char));
            let mut raw = "";
            if self.rest().starts_with('=') {
                self.at += 1;
                self.until(|char| !is_space(char));
                raw = match self.rest().chars().next()? {
                    quote @ ('"' | '\'') => {
                        self.at += 1;
                        let raw = self.until(|char| char == quote);
                        self.at += 1;
                        raw
                    }
                    _ => self.until(|char| is_space(char) || char == '>'),
                };
            } else {
                self.at = end;
            }
            attributes.push(Attribute {
                name,
                raw,
                at: from..self.at,
            });
        }
    }

    /// Skips the contents of elements that contain no markup.
    fn skip_raw_text(&mut self, name: &str) {
        if !RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name)) {
            return;
        }
        while !self.rest().is_empty() {
            self.until(|char| char == '<');
            let after = self.rest().get(2 + name.len()..);
            let is_end = self.rest().starts_with("</")
                && (self.rest().get(2..2 + name.len()))
                    .is_some_and(|found| found.eq_ignore_ascii_case(name))
                && after.is_some_and(|after| {
                    after.is_empty()
                        || after.starts_with(|char: char| {
                            char.is_ascii_whitespace() || matches!(char, '/' | '>')
                        })
                });
            if is_end {
                return;
            }
            self.at += usize::from(!self.rest().is_empty());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary(page: &str) -> Vec<String> {
        let summary = markup(page).map(|markup| match markup {
            Markup::Comment { text, .. } => format!("!{text}"),
            Markup::Start {
                name, attributes, ..
            } => {
                let attributes = attributes.iter();
                let attributes = attributes.map(|it| format!(" {}={}", it.name, it.value()));
                format!("<{name}{}", attributes.collect::<String>())
            }
            Markup::End { name } => format!("/{name}"),
        });
        summary.collect()
    }

    #[test]
    fn tags_comments_and_attributes() {
        let page = "<!doctype html><p class=a id='b c' hidden data-x=\"1 &lt; 2\">1 < 2</p ><!-- no <b> --><br/>";
        let expected = [
            "<p class=a id=b c hidden= data-x=1 < 2",
            "/p",
            "! no <b> ",
            "<br",
        ];
        assert_eq!(summary(page), expected);
    }

    #[test]
    fn scripts_contain_no_markup() {
        let page = "<script>\"<!-- <b> </scripts>\"</SCRIPT><i><style>a{}</style>";
        assert_eq!(
            summary(page),
            ["<script", "/SCRIPT", "<i", "<style", "/style"]
        );
        assert_eq!(summary("<title>unclosed <b>"), ["<title"]);
        assert_eq!(summary("<script>é<"), ["<script"]);
    }

    #[test]
    fn unclosed_markup_is_ignored() {
        for page in [
            "<", "<a", "<a b", "<a b=", "<a b='", "</", "</a", "<!", "<?x", "é<é",
        ] {
            assert_eq!(summary(page), [] as [&str; 0], "{page}");
        }
        assert_eq!(summary("<!-->a<!--->b<!-- c"), ["!", "!", "! c"]);
    }
}
