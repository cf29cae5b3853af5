//! Pictures, videos and recordings of an item.

use super::addresses::Addresses;
use super::article::Image;
use super::names::{Name, Space, itunes, media, own};
use super::texts::Text;
use super::tree::Element;
use crate::text::first_image;

/// What an element links to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Medium {
    Image,
    Video,
    Audio,
    Other,
}

/// Endings of file names.
const EXTENSIONS: [(&str, Medium); 19] = [
    ("jpg", Medium::Image),
    ("jpeg", Medium::Image),
    ("png", Medium::Image),
    ("gif", Medium::Image),
    ("webp", Medium::Image),
    ("avif", Medium::Image),
    ("mp4", Medium::Video),
    ("m4v", Medium::Video),
    ("mov", Medium::Video),
    ("webm", Medium::Video),
    ("avi", Medium::Video),
    ("mkv", Medium::Video),
    ("mp3", Medium::Audio),
    ("m4a", Medium::Audio),
    ("ogg", Medium::Audio),
    ("opus", Medium::Audio),
    ("aac", Medium::Audio),
    ("wav", Medium::Audio),
    ("flac", Medium::Audio),
];

/// Returns the URL of what an element links to.
fn address(element: Element<'_>) -> Option<&str> {
    element
        .attribute("url")
        .or_else(|| element.attribute("href"))
}

/// Returns what an element links to by its `medium`, else its `type`, else the ending of the URL.
fn medium(element: Element<'_>) -> Medium {
    let by_name = |name: &str| match name.split('/').next().unwrap_or_default() {
        "image" => Some(Medium::Image),
        "video" => Some(Medium::Video),
        "audio" => Some(Medium::Audio),
        _ => None,
    };
    let kind = element.attribute("type").map(str::to_ascii_lowercase);
    if let Some(medium) = element.attribute("medium").and_then(by_name) {
        return medium;
    }
    match kind.as_deref() {
        // YouTube's, of old.
        Some("application/x-shockwave-flash") => return Medium::Video,
        Some(kind) if kind.contains('/') => {
            if let Some(medium) = by_name(kind) {
                return medium;
            }
        }
        _ => {}
    }
    let url = address(element).unwrap_or_default();
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let mut endings = EXTENSIONS.iter();
    let known = endings.find(|(known, _)| ending.eq_ignore_ascii_case(known));
    match known {
        Some((_, medium)) => *medium,
        // Only pictures and videos have a size, and videos say so.
        None if kind.is_none() && extent(element, "width").is_some() => Medium::Image,
        None => Medium::Other,
    }
}

/// The media of an item.
pub(super) struct Media<'t> {
    item: Element<'t>,
    /// Elements of Media RSS that link to something.
    of_media: Vec<Element<'t>>,
    /// Enclosures of RSS and Atom.
    enclosures: Vec<Element<'t>>,
}

impl<'t> Media<'t> {
    /// Finds the media of an item.
    pub(super) fn of(item: Element<'t>) -> Self {
        let is_media =
            |element: &Element<'_>| element.is(media("content")) || element.is(media("thumbnail"));
        let is_enclosure = |element: &Element<'_>| {
            let is_related = element.attribute("rel") == Some("enclosure");
            element.is(own("enclosure")) || element.is(own("link")) && is_related
        };
        Self {
            item,
            of_media: item.descendants().filter(is_media).collect(),
            enclosures: item.children().filter(is_enclosure).collect(),
        }
    }

    fn linked(&self) -> impl Iterator<Item = Element<'t>> {
        let is_content = |element: &Element<'_>| element.is(media("content"));
        let content = self.of_media.iter().copied().filter(is_content);
        content.chain(self.enclosures.iter().copied())
    }

    /// Returns `video` if the item has a video.
    pub(super) fn kind(&self) -> Option<&'static str> {
        let is_youtube = |child: Element<'_>| child.is(Name(Space::Youtube, "videoId"));
        let is_video = self.item.children().any(is_youtube)
            || self
                .linked()
                .any(|element| medium(element) == Medium::Video);
        is_video.then_some("video")
    }

    /// Returns the duration of the video or recording by ISO 8601.
    pub(super) fn length(&self) -> Option<String> {
        let of_media = self
            .of_media
            .iter()
            .filter_map(|it| it.attribute("duration"));
        let mut of_media = of_media.filter_map(length);
        of_media.next().or_else(|| {
            let own = self.item.child_text(&[itunes("duration")]);
            own.as_deref().and_then(length).or_else(|| {
                let mut inside = self.item.descendants();
                let youtube = inside.find(|it| it.is(Name(Space::Youtube, "duration")))?;
                youtube.attribute("seconds").and_then(length)
            })
        })
    }

    /// Returns the URL of a video or recording.
    pub(super) fn recording(&self) -> Option<(Element<'t>, &'t str)> {
        let mut linked = self.enclosures.iter().copied();
        let recording = linked.find(|it| matches!(medium(*it), Medium::Video | Medium::Audio))?;
        Some((recording, address(recording)?))
    }

    /// Returns the pictures of an item; if it has none, the first picture of its texts.
    pub(super) fn images(&self, texts: &[Element<'t>], addresses: Addresses<'_>) -> Vec<Image> {
        let is_picture = |element: &Element<'_>| {
            element.is(media("thumbnail")) || medium(*element) == Medium::Image
        };
        let of_media = self.of_media.iter().copied().filter(is_picture);
        let enclosed = self.enclosures.iter().copied();
        let enclosed = enclosed.filter(|it| medium(*it) == Medium::Image);
        let own_images = self.item.children().filter(|child| {
            let mut names = [own("image"), own("thumbnail")].into_iter();
            is_cover(*child) || names.any(|name| child.is(name))
        });
        let mut images: Vec<Image> = Vec::new();
        for element in of_media.chain(enclosed).chain(own_images) {
            let Some((element, url)) = picture(element) else {
                continue;
            };
            let url = addresses.resolve(element, &url);
            if images.len() < MAX_IMAGES && !images.iter().any(|own| own.url == url) {
                images.push(Image {
                    url,
                    width: extent(element, "width"),
                    height: extent(element, "height"),
                    title: None,
                });
            }
        }
        if images.is_empty() {
            let mut of_texts = texts
                .iter()
                .filter_map(|text| image_of_text(*text, addresses));
            images.extend(of_texts.next());
        }
        images
    }
}

/// Returns whether an element is the cover of a podcast.
pub(super) fn is_cover(element: Element<'_>) -> bool {
    let is_image = element.attribute("rel") == Some("image");
    element.is(itunes("image")) || element.is(itunes("link")) && is_image
}

/// Returns the URL of a picture, and the element that it is in.
pub(super) fn picture(element: Element<'_>) -> Option<(Element<'_>, String)> {
    if let Some(url) = address(element) {
        return Some((element, url.to_owned()));
    }
    let resource = element.attribute_of(Space::Rdf, "resource");
    if let Some(url) = resource.filter(|url| !url.trim().is_empty()) {
        return Some((element, url.to_owned()));
    }
    let inside = element.child(&[own("url")]).unwrap_or(element);
    let url = inside.text();
    (!url.is_empty() && !url.contains(char::is_whitespace)).then_some((inside, url))
}

/// Returns the picture of a feed, which in RDF is beside the channel.
pub(super) fn icon<'t>(
    channel: Element<'t>,
    outside: Element<'t>,
) -> Option<(Element<'t>, String)> {
    if let Some(icon) = channel.child(&[own("icon"), own("logo")]) {
        return Some((icon, icon.text()));
    }
    let mut beside = channel.children().chain(outside.children());
    let image = beside.find(|child| child.is(own("image")) && picture(*child).is_some());
    let mut covers = channel.children().filter(|child| is_cover(*child));
    image.and_then(picture).or_else(|| covers.find_map(picture))
}

/// How many pictures of an item are read.
const MAX_IMAGES: usize = 20;

fn image_of_text(element: Element<'_>, addresses: Addresses<'_>) -> Option<Image> {
    let text = Text::read(element);
    let image = first_image(text.html()?)?;
    Some(Image {
        url: addresses.resolve(element, &image.url),
        width: image.width.map(|width| width.to_string()),
        height: image.height.map(|height| height.to_string()),
        title: super::article::written(&image.alternative),
    })
}

/// Returns a width or height, if it is a number.
fn extent(element: Element<'_>, name: &str) -> Option<String> {
    let extent = element.attribute(name)?;
    let is_number = extent.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && extent.parse::<u32>().is_ok_and(|extent| extent > 0)).then(|| extent.to_owned())
}

/// Converts `754`, `12:34` or `1:02:34` to an ISO 8601 duration; one that is written so stays.
fn length(text: &str) -> Option<String> {
    let text = text.trim();
    if text.starts_with('P') {
        return Some(text.to_owned());
    }
    let mut seconds = 0_u64;
    for part in text.split(':') {
        let part = part.split('.').next().unwrap_or(part);
        let part: u64 = part.parse().ok()?;
        seconds = seconds.checked_mul(60)?.checked_add(part)?;
    }
    (seconds > 0).then(|| ["PT", &seconds.to_string(), "S"].concat())
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn lengths() {
        for (text, expected) in [
            ("754", Some("PT754S")),
            ("12:34", Some("PT754S")),
            ("1:02:34", Some("PT3754S")),
            ("754.6", Some("PT754S")),
            ("PT12M", Some("PT12M")),
            ("0", None),
            ("long", None),
            ("99999999999999999999:99", None),
        ] {
            assert_eq!(length(text).as_deref(), expected, "{text}");
        }
    }
}
