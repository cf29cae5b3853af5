//! A page of the publisher's: the places between the marks, and what the element around them says.

use std::ops::Range;

use super::super::failure::Failure;
use super::markup::{Markup, markup};

/// What is put between two marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The cards.
    Cards,
    /// Their styles, for pages that want these in their head.
    Style,
}

impl Place {
    /// The mark before or behind it, as the text of a comment.
    fn mark(self, end: &str, name: Option<&str>) -> String {
        let place = match self {
            Self::Cards => "",
            Self::Style => "style:",
        };
        let name = name.map(|name| format!(" {name}")).unwrap_or_default();
        format!("article-cards:{place}{end}{name}")
    }
}

/// A page and its marks.
#[derive(Debug)]
pub(super) struct Page<'p> {
    text: &'p str,
    cards: Range<usize>,
    style: Option<Range<usize>>,
    element: Vec<(String, String)>,
    /// The language of the page as a whole.
    language: Option<String>,
    /// Whether it says that it is UTF-8.
    is_utf8: bool,
}

impl<'p> Page<'p> {
    /// Finds the marks of this name.
    ///
    /// # Errors
    /// There is not one pair of marks around the cards, or not one or none around the styles.
    pub(super) fn read(text: &'p str, name: Option<&str>) -> Result<Self, String> {
        let cards = between(text, Place::Cards, name)?.ok_or_else(|| {
            let [begin, end] = ["begin", "end"].map(|end| Place::Cards.mark(end, name));
            format!(
                "there is no place for the cards: put these two lines into <article-cards>\n\
                 \n    <!-- {begin} -->\n    <!-- {end} -->\n\nNothing was written"
            )
        })?;
        let style = between(text, Place::Style, name)?;
        let (element, language) = around(text, cards.start);
        Ok(Self {
            text,
            cards,
            style,
            element,
            language,
            is_utf8: is_utf8(text),
        })
    }

    /// Whether the page has a place of its own for the styles.
    pub(super) fn has_style(&self) -> bool {
        self.style.is_some()
    }

    /// An attribute of the element that the marks stand in.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.element.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The language of the page.
    pub(super) fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// Whether the page itself says that it is UTF-8; where only its server does, nobody knows here.
    pub(super) fn is_utf8(&self) -> bool {
        self.is_utf8
    }

    /// The page with something else between its marks.
    pub(super) fn with(&self, cards: &str, style: &str) -> String {
        let mut places = vec![(&self.cards, cards)];
        places.extend(self.style.as_ref().map(|place| (place, style)));
        places.sort_by_key(|(place, _)| place.start);
        let mut page = String::with_capacity(self.text.len() + cards.len() + style.len());
        let mut copied = 0;
        for (place, content) in places {
            page.push_str(self.text.get(copied..place.start).unwrap_or_default());
            page.push('\n');
            page.push_str(content);
            copied = place.end;
        }
        page.push_str(self.text.get(copied..).unwrap_or_default());
        page
    }
}

/// What lies between a pair of marks, if there is one.
fn between(text: &str, place: Place, name: Option<&str>) -> Result<Option<Range<usize>>, String> {
    let [begin, end] = ["begin", "end"].map(|end| place.mark(end, name));
    let mut marks = markup(text).filter_map(|piece| match piece {
        Markup::Comment { text, at } if text.trim() == begin => Some((true, at)),
        Markup::Comment { text, at } if text.trim() == end => Some((false, at)),
        _ => None,
    });
    match [marks.next(), marks.next(), marks.next()] {
        [None, ..] => Ok(None),
        [Some((true, first)), Some((false, second)), None] => {
            Ok(Some(first.end..indentation(text, second.start)))
        }
        _ => Err(format!(
            "<!-- {begin} --> and then <!-- {end} --> must stand there once each, or it is not \
             known what to replace; --name tells several lists of a page apart. Nothing was written"
        )),
    }
}

/// Where a mark's line begins, if nothing but white space stands before the mark.
fn indentation(text: &str, mark: usize) -> usize {
    let before = text.get(..mark).unwrap_or_default();
    let line = before.trim_end_matches([' ', '\t']);
    match line.ends_with('\n') {
        true => line.len(),
        false => mark,
    }
}

/// The attributes of the element around a place, and the language of the page.
fn around(text: &str, place: usize) -> (Vec<(String, String)>, Option<String>) {
    let mut element = Vec::new();
    let mut language = None;
    let before = text.get(..place).unwrap_or_default();
    for piece in markup(before) {
        match piece {
            Markup::Start {
                name, attributes, ..
            } if name.eq_ignore_ascii_case("article-cards") => {
                let attributes = attributes.iter();
                element = attributes
                    .map(|it| (it.name.to_ascii_lowercase(), it.value().into_owned()))
                    .collect();
            }
            Markup::Start {
                name, attributes, ..
            } if name.eq_ignore_ascii_case("html") => {
                let lang = attributes
                    .iter()
                    .find(|it| it.name.eq_ignore_ascii_case("lang"));
                language = lang.map(|lang| lang.value().into_owned());
            }
            Markup::End { name } if name.eq_ignore_ascii_case("article-cards") => element.clear(),
            _ => {}
        }
    }
    (element, language)
}

/// Whether a page names its encoding: by a byte order mark, or by the first `meta` that names one,
/// as [HTML](https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding)
/// finds it.
fn is_utf8(text: &str) -> bool {
    text.starts_with('\u{FEFF}')
        || markup(text)
            .find_map(|piece| encoding(&piece))
            .is_some_and(|name| {
                let name = name.trim();
                name.eq_ignore_ascii_case("utf-8") || name.eq_ignore_ascii_case("utf8")
            })
}

/// The encoding that a `meta` names.
fn encoding(piece: &Markup<'_>) -> Option<String> {
    let Markup::Start {
        name, attributes, ..
    } = piece
    else {
        return None;
    };
    if !name.eq_ignore_ascii_case("meta") {
        return None;
    }
    let value = |name| {
        let mut attributes = attributes.iter();
        let found = attributes.find(|it| it.name.eq_ignore_ascii_case(name));
        found.map(|it| it.value().into_owned())
    };
    value("charset").or_else(|| {
        value("http-equiv").filter(|it| it.eq_ignore_ascii_case("content-type"))?;
        let content = value("content")?.to_ascii_lowercase();
        let (_, name) = content.split_once("charset")?;
        let name = name.trim_start().strip_prefix('=')?.trim_start();
        let name = name.trim_matches(['"', '\'']);
        Some(name.split([';', ' ']).next()?.to_owned())
    })
}

/// A file that a page is made of.
pub(super) fn failure(page: &std::path::Path, why: &str) -> Failure {
    Failure::new(format!("{}: {why}", page.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html LANG=de><article-cards layout=list></article-cards>\
        <article-cards page-size='3' only=\"a=1&amp;b=2\">\n<!-- article-cards:begin -->old\
        <!--article-cards:end--></article-cards>";

    #[test]
    fn what_the_element_around_the_marks_says() {
        let page = Page::read(PAGE, None).unwrap();
        assert_eq!(page.attribute("page-size"), Some("3"));
        assert_eq!(page.attribute("only"), Some("a=1&b=2"));
        assert_eq!(page.attribute("layout"), None);
        assert_eq!(page.language(), Some("de"));
    }

    #[test]
    fn only_what_is_between_the_marks_changes() {
        let new = Page::read(PAGE, None).unwrap().with("new\n", "");
        assert_eq!(new, PAGE.replace("old", "\nnew\n"));
        assert_eq!(Page::read(&new, None).unwrap().with("new\n", ""), new);
        // The last mark stays where it stood in its line.
        let page = "  <!-- article-cards:begin -->\r\n  <!-- article-cards:end -->\r\n";
        let new = Page::read(page, None).unwrap().with("new\n", "");
        assert_eq!(new, page.replace("-->\r\n  <!", "-->\nnew\n  <!"));
    }

    #[test]
    fn styles_have_a_place_of_their_own_where_there_are_marks() {
        let head = "<!-- article-cards:style:begin -->x<!-- article-cards:style:end -->";
        let text = format!("{head}{PAGE}");
        let page = Page::read(&text, None).unwrap();
        assert!(page.has_style());
        let new = page.with("cards\n", "style\n");
        assert!(new.contains("style:begin -->\nstyle\n<!--"), "{new}");
        assert!(new.contains("begin -->\ncards\n<!--"), "{new}");
    }

    #[test]
    fn how_a_page_says_that_it_is_utf8() {
        for head in [
            "\u{FEFF}",
            "<meta charset=utf-8>",
            "<META CHARSET='UTF8'>",
            "<meta charset=' utf-8 '><meta charset=latin1>",
            "<meta http-equiv=Content-Type content='text/html; charset=UTF-8'>",
        ] {
            assert!(
                Page::read(&format!("{head}{PAGE}"), None)
                    .unwrap()
                    .is_utf8(),
                "{head}"
            );
        }
        for head in [
            "",
            "<meta name=charset content=utf-8>",
            "<meta charset=windows-1252>",
            "<!-- <meta charset=utf-8> -->",
            "<meta http-equiv=refresh content='1; charset=utf-8'>",
            "<meta http-equiv=content-type content='text/html; charset=iso-8859-1'>",
        ] {
            assert!(
                !Page::read(&format!("{head}{PAGE}"), None)
                    .unwrap()
                    .is_utf8(),
                "{head}"
            );
        }
    }

    #[test]
    fn marks_that_are_not_there_once_each_are_told() {
        let wrong = |text: &str| Page::read(text, None).unwrap_err();
        assert!(wrong("<p>").contains("put these two lines"));
        assert!(wrong("<!-- article-cards:begin -->").contains("once each"));
        assert!(wrong(&format!("{PAGE}{PAGE}")).contains("--name"));
        let swapped = "<!-- article-cards:end --><!-- article-cards:begin -->";
        assert!(wrong(swapped).contains("once each"));
        // In a script it is no mark.
        assert!(wrong(&format!("<script>{PAGE}</script>")).contains("put these two lines"));
        assert!(
            Page::read(PAGE, Some("a"))
                .unwrap_err()
                .contains("article-cards:begin a -->")
        );
    }
}
