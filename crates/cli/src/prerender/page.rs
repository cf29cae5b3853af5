//! The page to insert cards into: the regions between markers, and the attributes of the element
//! around them.

use std::ops::Range;

use super::super::exit::Failure;
use super::markup::{Attribute, Markup, markup, value_of};

const ELEMENT: &str = "article-cards";

/// A region between two markers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Region {
    /// The cards.
    Cards,
    /// The styles, if the page has them in its head.
    Style,
    /// The tags that load the package, for all lists of the page.
    Preload,
}

impl Region {
    /// Returns the text of the marker comment at the `begin` or `end` of the region.
    fn marker(self, end: &str, name: Option<&str>) -> String {
        let region = match self {
            Self::Cards => "",
            Self::Style => "style:",
            Self::Preload => "preload:",
        };
        let name = name.filter(|_| self != Self::Preload);
        let name = name.map(|name| format!(" {name}")).unwrap_or_default();
        format!("article-cards:{region}{end}{name}")
    }
}

/// A page and its regions.
#[derive(Debug)]
pub(super) struct Page<'p> {
    text: &'p str,
    /// In the order of the page.
    regions: Vec<(Region, Range<usize>)>,
    element: Vec<(String, String)>,
    /// The language of the page.
    language: Option<String>,
    /// Whether the page declares that it is UTF-8.
    is_utf8: bool,
}

impl<'p> Page<'p> {
    /// Finds the markers of this name.
    ///
    /// # Errors
    /// Fails unless there is one pair of markers for the cards and at most one for each other region.
    pub(super) fn read(text: &'p str, name: Option<&str>) -> Result<Self, String> {
        let cards = between(text, Region::Cards, name)?.ok_or_else(|| {
            let [begin, end] = ["begin", "end"].map(|end| Region::Cards.marker(end, name));
            format!(
                "there is no region for the cards: put these two lines into <article-cards>\n\
                 \n    <!-- {begin} -->\n    <!-- {end} -->\n\nNothing was written"
            )
        })?;
        let (element, language) = around(text, cards.start);
        let mut regions = vec![(Region::Cards, cards)];
        for region in [Region::Style, Region::Preload] {
            regions.extend(between(text, region, name)?.map(|range| (region, range)));
        }
        regions.sort_by_key(|(_, range)| range.start);
        Ok(Self {
            text,
            regions,
            element,
            language,
            is_utf8: is_utf8(text),
        })
    }

    /// Returns whether the page has a region.
    pub(super) fn has(&self, region: Region) -> bool {
        self.regions.iter().any(|(known, _)| *known == region)
    }

    /// Returns the attributes of each `<article-cards>`.
    pub(super) fn lists(&self) -> Vec<Vec<Attribute<'p>>> {
        let lists = markup(self.text).filter_map(|piece| match piece {
            Markup::Start {
                name, attributes, ..
            } if name.eq_ignore_ascii_case(ELEMENT) => Some(attributes),
            _ => None,
        });
        lists.collect()
    }

    /// Returns an attribute of the element around the cards.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.element.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Returns the language of the page.
    pub(super) fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// Returns whether the page itself declares that it is UTF-8; the server's headers are unknown here.
    pub(super) fn is_utf8(&self) -> bool {
        self.is_utf8
    }

    /// Returns the page with new contents of some regions.
    pub(super) fn with(&self, contents: &[(Region, &str)]) -> String {
        let mut page = String::with_capacity(self.text.len());
        let mut copied = 0;
        for (region, range) in &self.regions {
            let Some((_, content)) = contents.iter().find(|(known, _)| known == region) else {
                continue;
            };
            page.push_str(self.text.get(copied..range.start).unwrap_or_default());
            page.push('\n');
            page.push_str(content);
            copied = range.end;
        }
        page.push_str(self.text.get(copied..).unwrap_or_default());
        page
    }
}

/// Returns the range between a pair of markers, if there is one.
fn between(text: &str, region: Region, name: Option<&str>) -> Result<Option<Range<usize>>, String> {
    let [begin, end] = ["begin", "end"].map(|end| region.marker(end, name));
    let mut markers = markup(text).filter_map(|piece| match piece {
        Markup::Comment { text, at } if text.trim() == begin => Some((true, at)),
        Markup::Comment { text, at } if text.trim() == end => Some((false, at)),
        _ => None,
    });
    match [markers.next(), markers.next(), markers.next()] {
        [None, ..] => Ok(None),
        [Some((true, first)), Some((false, second)), None] => {
            Ok(Some(first.end..indentation(text, second.start)))
        }
        _ => Err(format!(
            "<!-- {begin} --> and then <!-- {end} --> must be there once each, to show what to \
             replace; use --name for several lists on a page. Nothing was written"
        )),
    }
}

/// Returns the start of a marker's line, if only white space precedes the marker.
fn indentation(text: &str, marker: usize) -> usize {
    let before = text.get(..marker).unwrap_or_default();
    let line = before.trim_end_matches([' ', '\t']);
    match line.ends_with('\n') {
        true => line.len(),
        false => marker,
    }
}

/// Returns the attributes of the element around a position, and the language of the page.
fn around(text: &str, region: usize) -> (Vec<(String, String)>, Option<String>) {
    let mut element = Vec::new();
    let mut language = None;
    let before = text.get(..region).unwrap_or_default();
    for piece in markup(before) {
        match piece {
            Markup::Start {
                name, attributes, ..
            } if name.eq_ignore_ascii_case(ELEMENT) => {
                let attributes = attributes.iter();
                element = attributes
                    .map(|it| (it.name.to_ascii_lowercase(), it.value().into_owned()))
                    .collect();
            }
            Markup::Start {
                name, attributes, ..
            } if name.eq_ignore_ascii_case("html") => {
                language = value_of(&attributes, "lang");
            }
            Markup::End { name } if name.eq_ignore_ascii_case(ELEMENT) => element.clear(),
            _ => {}
        }
    }
    (element, language)
}

/// Returns whether a page declares UTF-8 by a byte order mark or its first `meta` with an encoding, as
/// [HTML](https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding)
/// determines it.
fn is_utf8(text: &str) -> bool {
    text.starts_with('\u{FEFF}')
        || markup(text)
            .find_map(|piece| encoding(&piece))
            .is_some_and(|name| {
                let name = name.trim();
                name.eq_ignore_ascii_case("utf-8") || name.eq_ignore_ascii_case("utf8")
            })
}

/// Returns the encoding that a `meta` declares.
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
    let value = |name| value_of(attributes, name);
    value("charset").or_else(|| {
        value("http-equiv").filter(|it| it.eq_ignore_ascii_case("content-type"))?;
        let content = value("content")?.to_ascii_lowercase();
        let (_, name) = content.split_once("charset")?;
        let name = name.trim_start().strip_prefix('=')?.trim_start();
        let name = name.trim_matches(['"', '\'']);
        Some(name.split([';', ' ']).next()?.to_owned())
    })
}

/// Creates the failure for a page.
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
    fn attributes_of_the_element_around_the_markers() {
        let page = Page::read(PAGE, None).unwrap();
        assert_eq!(page.attribute("page-size"), Some("3"));
        assert_eq!(page.attribute("only"), Some("a=1&b=2"));
        assert_eq!(page.attribute("layout"), None);
        assert_eq!(page.language(), Some("de"));
    }

    #[test]
    fn only_the_text_between_the_markers_changes() {
        let new = Page::read(PAGE, None)
            .unwrap()
            .with(&[(Region::Cards, "new\n")]);
        assert_eq!(new, PAGE.replace("old", "\nnew\n"));
        assert_eq!(
            Page::read(&new, None)
                .unwrap()
                .with(&[(Region::Cards, "new\n")]),
            new
        );
        // The last marker keeps its indentation.
        let page = "  <!-- article-cards:begin -->\r\n  <!-- article-cards:end -->\r\n";
        let new = Page::read(page, None)
            .unwrap()
            .with(&[(Region::Cards, "new\n")]);
        assert_eq!(new, page.replace("-->\r\n  <!", "-->\nnew\n  <!"));
    }

    #[test]
    fn styles_have_their_own_region_if_there_are_markers() {
        let head = "<!-- article-cards:style:begin -->x<!-- article-cards:style:end -->";
        let text = format!("{head}{PAGE}");
        let page = Page::read(&text, None).unwrap();
        assert!(page.has(Region::Style) && !page.has(Region::Preload));
        let new = page.with(&[(Region::Cards, "cards\n"), (Region::Style, "style\n")]);
        assert!(new.contains("style:begin -->\nstyle\n<!--"), "{new}");
        assert!(new.contains("begin -->\ncards\n<!--"), "{new}");
    }

    #[test]
    fn a_page_declares_utf8() {
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
    fn markers_must_be_there_once_each() {
        let wrong = |text: &str| Page::read(text, None).unwrap_err();
        assert!(wrong("<p>").contains("put these two lines"));
        assert!(wrong("<!-- article-cards:begin -->").contains("once each"));
        assert!(wrong(&format!("{PAGE}{PAGE}")).contains("--name"));
        let swapped = "<!-- article-cards:end --><!-- article-cards:begin -->";
        assert!(wrong(swapped).contains("once each"));
        // Not a marker in a script.
        assert!(wrong(&format!("<script>{PAGE}</script>")).contains("put these two lines"));
        assert!(
            Page::read(PAGE, Some("a"))
                .unwrap_err()
                .contains("article-cards:begin a -->")
        );
    }
}
