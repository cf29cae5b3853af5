//! An item of RSS or RDF, or an entry of Atom → an article.

use roxmltree::Node;
use serde::Serialize;

use super::channel::{Channel, Provider};
use super::names::{attribute, child, child_text, is, language, text};
use article_cards_core::model::Duration;
use article_cards_core::text::duration;
use article_cards_core::text::{escape_references, first_words, without_tags};

/// How many characters of a text become the excerpt: many feeds put the whole body there.
const EXCERPT: usize = 600;

/// An article as JSON has it.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Item {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    web_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    excerpt: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published_date_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    topics: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider: Option<Provider>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    images: Vec<Image>,
    #[serde(skip_serializing_if = "Option::is_none")]
    length: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<String>,
}

/// A picture.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Image {
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    width: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<String>,
}

impl Image {
    /// A picture of which only the address is known.
    pub(super) fn of(url: String) -> Self {
        Self {
            url,
            width: None,
            height: None,
        }
    }

    fn read(node: Node<'_, '_>, address: &str) -> Option<Self> {
        let extent = |name| attribute(node, name).map(str::to_owned);
        Some(Self {
            url: attribute(node, address)?.to_owned(),
            width: extent("width"),
            height: extent("height"),
        })
    }
}

impl Item {
    /// Reads an item; what it does not say itself, the channel says.
    pub(super) fn read(item: Node<'_, '_>, channel: &Channel) -> Self {
        let about = item.attributes().find(|own| own.name() == "about");
        let guid = child(item, &["guid", "id"]);
        let id = guid
            .map(text)
            .or_else(|| about.map(|about| about.value().to_owned()));
        let media: Vec<_> = item
            .descendants()
            .filter(|node| is(*node, "media:content") || is(*node, "media:thumbnail"))
            .collect();
        let video = media
            .iter()
            .find(|node| is_of(**node, "video"))
            .map(|_| "video");
        let seconds = media
            .iter()
            .find_map(|node| attribute(*node, "duration").map(str::to_owned))
            .or_else(|| child_text(item, &["itunes:duration"]));
        Self {
            web_url: link(item).or_else(|| guid.and_then(permanent)),
            id,
            title: child(item, &["title", "media:title", "dc:title"]).map(plain),
            excerpt: excerpt(item),
            published_date_time: child_text(
                item,
                &[
                    "pubDate",
                    "published",
                    "dc:date",
                    "issued",
                    "updated",
                    "modified",
                ],
            ),
            r#type: video,
            topics: topics(item),
            provider: provider(item).or_else(|| channel.provider.clone()),
            images: images(item, &media),
            length: seconds.as_deref().and_then(length),
            locale: language(item).or_else(|| channel.locale.clone()),
        }
    }
}

/// The text of an element as the feed's reader wants it: what Atom calls HTML without its tags,
/// what Atom calls text as it stands, and of RSS the words as they are.
pub(super) fn plain(node: Node<'_, '_>) -> String {
    match attribute(node, "type") {
        Some("html" | "text/html") => escape_references(&without_tags(&text(node))).into_owned(),
        Some(_) => escape_references(&text(node)).into_owned(),
        None if node.tag_name().namespace() == Some("http://www.w3.org/2005/Atom") => {
            escape_references(&text(node)).into_owned()
        }
        None => text(node),
    }
}

fn excerpt(item: Node<'_, '_>) -> Option<String> {
    let names = [
        "summary",
        "description",
        "media:description",
        "itunes:summary",
        "content:encoded",
        "content",
    ];
    let node = child(item, &names).or_else(|| {
        let mut groups = item.children().filter(|child| is(*child, "media:group"));
        groups.find_map(|group| child(group, &["media:description"]))
    })?;
    let words = match attribute(node, "type") {
        Some("text" | "plain" | "text/plain" | "xhtml") => text(node),
        None if is(node, "summary") => text(node),
        // RSS says nothing of it, and HTML is what is found.
        _ => without_tags(&text(node)),
    };
    let words = first_words(&words, EXCERPT);
    Some(escape_references(&words).into_owned()).filter(|words| !words.is_empty())
}

fn link(item: Node<'_, '_>) -> Option<String> {
    let mut links = item.children().filter(|child| is(*child, "link"));
    links.find_map(|link| match attribute(link, "href") {
        Some(href) => attribute(link, "rel")
            .is_none_or(|relation| relation == "alternate")
            .then(|| href.to_owned()),
        None => Some(text(link)).filter(|link| !link.is_empty()),
    })
}

/// A guid that is the article's address as well.
fn permanent(guid: Node<'_, '_>) -> Option<String> {
    let url = text(guid);
    let is_link = is(guid, "guid") && attribute(guid, "isPermaLink") != Some("false");
    (is_link && (url.starts_with("https://") || url.starts_with("http://"))).then_some(url)
}

fn topics(item: Node<'_, '_>) -> Vec<String> {
    let topics = item
        .children()
        .filter(|child| is(*child, "category") || is(*child, "dc:subject"));
    topics
        .filter_map(|topic| {
            let named = attribute(topic, "label").or_else(|| attribute(topic, "term"));
            let topic = named.map_or_else(|| text(topic), |name| escape_references(name).into());
            Some(topic).filter(|topic| !topic.is_empty())
        })
        .collect()
}

/// Whom an item was taken over from.
fn provider(item: Node<'_, '_>) -> Option<Provider> {
    let source = item.children().find(|child| is(*child, "source"))?;
    let name = match child(source, &["title"]) {
        Some(title) => plain(title),
        None if source.children().any(|child| child.is_element()) => return None,
        None => text(source),
    };
    (!name.is_empty()).then_some(Provider {
        name,
        domain: None,
        images: Vec::new(),
    })
}

fn images(item: Node<'_, '_>, media: &[Node<'_, '_>]) -> Vec<Image> {
    let of_media = media
        .iter()
        .filter(|node| is(**node, "media:thumbnail") || is_of(**node, "image"))
        .filter_map(|node| Image::read(*node, "url"));
    let others = item.children().filter_map(|child| {
        let enclosed = attribute(child, "rel") == Some("enclosure");
        if is(child, "enclosure") && is_of(child, "image") {
            Image::read(child, "url")
        } else if is(child, "itunes:image")
            || is(child, "link") && enclosed && is_of(child, "image")
        {
            Image::read(child, "href")
        } else {
            None
        }
    });
    let mut images: Vec<Image> = Vec::new();
    for image in of_media.chain(others) {
        if !images.iter().any(|own| own.url == image.url) {
            images.push(image);
        }
    }
    images
}

/// Whether what an element leads to is an `image` or a `video`.
fn is_of(node: Node<'_, '_>, kind: &str) -> bool {
    match (attribute(node, "medium"), attribute(node, "type")) {
        (Some(medium), _) => medium == kind,
        (None, Some(mime)) => mime.starts_with(kind),
        (None, None) => false,
    }
}

/// `754`, `12:34` or `1:02:34` as ISO 8601 writes it.
fn length(text: &str) -> Option<String> {
    let mut seconds = 0_u64;
    for part in text.trim().split(':') {
        let part = part.split('.').next().unwrap_or(part);
        let part: u64 = part.parse().ok()?;
        seconds = seconds.checked_mul(60)?.checked_add(part)?;
    }
    (seconds > 0).then(|| duration::format(Duration { months: 0, seconds }))
}
