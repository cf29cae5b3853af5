//! The first picture of an HTML fragment.

use super::html::{Markup, each_attribute};
use super::{character_references as references, plain};

/// A picture of an HTML fragment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HtmlImage {
    /// The URL as it is written, with its references decoded.
    pub url: String,
    /// The width in pixels, if it is a number.
    pub width: Option<u32>,
    /// The height in pixels, if it is a number.
    pub height: Option<u32>,
    /// The text alternative; empty without one.
    pub alternative: String,
}

/// Beginnings and parts of URLs, without their scheme, of pictures that show nothing of an article:
/// counters of readers, smileys, portraits of authors.
const NO_PICTURES: [&str; 9] = [
    "feeds.feedburner.com/~",
    "feeds.wordpress.com/",
    "pixel.",
    "stats.",
    "gravatar.com/avatar",
    "doubleclick.net/",
    "/smilies/",
    "/emoji/",
    "s.w.org/",
];

/// The largest width or height of a picture that only counts readers, in pixels.
const PIXEL: u32 = 2;

/// Returns the first picture of an HTML fragment that readers can see: none of a pixel or two, and no
/// smiley. A `data:` URL, the placeholder of a picture that a script loads later, is none either.
///
/// ```
/// use article_cards_core::text::first_image;
///
/// let html = "<img src='/1.gif' width=1 height=1><p><img src=\"/tide.jpg?a=1&amp;b=2\" width=600>";
/// let image = first_image(html).unwrap();
/// assert_eq!((image.url.as_str(), image.width), ("/tide.jpg?a=1&b=2", Some(600)));
/// ```
pub fn first_image(html: &str) -> Option<HtmlImage> {
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        let Some((markup, following)) = Markup::read(after) else {
            rest = after;
            continue;
        };
        rest = markup.skip_raw_text(following);
        if let Markup::Start(name) = markup
            && name.eq_ignore_ascii_case("img")
            && let Some(image) = read(after.get(name.len()..).unwrap_or_default())
        {
            return Some(image);
        }
    }
    None
}

fn read(attributes: &str) -> Option<HtmlImage> {
    let mut image = HtmlImage::default();
    let mut later = String::new();
    each_attribute(attributes, &mut |name, value| {
        let value = references::decode(value);
        let value = value.trim();
        let name = name.to_ascii_lowercase();
        match name.as_str() {
            "src" if image.url.is_empty() => value.clone_into(&mut image.url),
            "data-src" | "data-lazy-src" => value.clone_into(&mut later),
            "width" => image.width = pixels(value),
            "height" => image.height = pixels(value),
            "alt" => image.alternative = plain(value).into_owned(),
            _ => {}
        }
    });
    if !later.is_empty() && (image.url.is_empty() || image.url.starts_with("data:")) {
        image.url = later;
    }
    let is_small = |extent: Option<u32>| extent.is_some_and(|extent| extent <= PIXEL);
    let is_counter = is_small(image.width) || is_small(image.height) || is_no_picture(&image.url);
    // Zero is no width.
    (!is_counter && !image.url.is_empty() && !image.url.starts_with("data:")).then_some(image)
}

/// Returns whether a URL is that of a counter, a smiley or a portrait.
fn is_no_picture(url: &str) -> bool {
    let url = url.split_once("//").map_or(url, |(_, url)| url);
    let mut known = NO_PICTURES.iter();
    known.any(|part| match part.starts_with('/') || part.contains('/') {
        true => url.contains(part),
        false => url.starts_with(part),
    })
}

fn pixels(value: &str) -> Option<u32> {
    value
        .strip_suffix("px")
        .unwrap_or(value)
        .trim()
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn images() {
        for (html, url) in [
            ("", None),
            ("<p>a</p>", None),
            ("<img>", None),
            ("<IMG SRC=a.png>", Some("a.png")),
            ("<img alt='<img src=b>' src='a.png'/>", Some("a.png")),
            ("<!-- <img src=a> --><img src=b>", Some("b")),
            ("<script>'<img src=a>'</script><img src=b>", Some("b")),
            (
                "<img src=a height='1'><img src=b height=1px><img src=c>",
                Some("c"),
            ),
            ("<img src=data:image/gif;base64,R0 data-src=b>", Some("b")),
            ("<img src=data:image/gif;base64,R0>", None),
            (
                "<img src=https://feeds.feedburner.com/~r/x><img src=b>",
                Some("b"),
            ),
            ("<img src=https://s.w.org/images/core/emoji/1.svg>", None),
            ("<img src='/pixel.png'>", Some("/pixel.png")),
            ("<img src='a", None),
        ] {
            let found = first_image(html).map(|image| image.url);
            assert_eq!(found.as_deref(), url, "{html}");
        }
        let image = first_image("<img src=a width='60%' height=40 alt=' A &amp; B '>").unwrap();
        assert_eq!((image.width, image.height), (None, Some(40)));
        assert_eq!(image.alternative, "A & B");
    }
}
