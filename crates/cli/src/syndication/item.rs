//! Converts an item of RSS or RDF, or an entry of Atom, to an article.

use roxmltree::Node;
use serde::Serialize;

use super::channel::Channel;
use super::elements::{attribute, child, child_text, is, language, text};
use super::types::{Image, Provider, plain};
use article_cards_core::model::Duration;
use article_cards_core::text::duration;
use article_cards_core::text::{escape_references, first_words, without_tags};

/// The length of an excerpt in characters; many feeds have the whole body there.
const EXCERPT: usize = 600;

/// An article, for serialization as JSON.
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

impl Item {
    /// Reads an item; what it lacks is taken from the channel.
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
            .find(|node| is_medium(**node, "video"))
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
        // RSS does not say, but it is usually HTML.
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

/// Returns a guid that is also the article's URL.
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

/// Returns the source that an item was republished from.
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
        .filter(|node| is(**node, "media:thumbnail") || is_medium(**node, "image"))
        .filter_map(|node| Image::read(*node, "url"));
    let others = item.children().filter_map(|child| {
        let enclosed = attribute(child, "rel") == Some("enclosure");
        if is(child, "enclosure") && is_medium(child, "image") {
            Image::read(child, "url")
        } else if is(child, "itunes:image")
            || is(child, "link") && enclosed && is_medium(child, "image")
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

/// Returns whether an element links to a medium of a kind: `image` or `video`.
fn is_medium(node: Node<'_, '_>, kind: &str) -> bool {
    match (attribute(node, "medium"), attribute(node, "type")) {
        (Some(medium), _) => medium == kind,
        (None, Some(mime)) => mime.starts_with(kind),
        (None, None) => false,
    }
}

/// Converts `754`, `12:34` or `1:02:34` to an ISO 8601 duration.
fn length(text: &str) -> Option<String> {
    let mut seconds = 0_u64;
    for part in text.trim().split(':') {
        let part = part.split('.').next().unwrap_or(part);
        let part: u64 = part.parse().ok()?;
        seconds = seconds.checked_mul(60)?.checked_add(part)?;
    }
    (seconds > 0).then(|| duration::format(Duration { months: 0, seconds }))
}
