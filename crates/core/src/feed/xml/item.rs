//! Converts an item of RSS or RDF, or an entry of Atom, to an article.

use super::addresses::{Addresses, website};
use super::article::{Article, written};
use super::channel::{self, Channel};
use super::media::Media;
use super::names::{Name, Space, dublin_core, itunes, media, own};
use super::texts::Text;
use super::tree::Element;
#[cfg(not(target_arch = "wasm32"))]
use crate::text::date;
use crate::text::first_words;
use crate::text::language_tag::language as language_tag;

/// The length of an excerpt in characters; many feeds have the whole body there.
const EXCERPT: usize = 600;

/// The length of a title that is made of the text, in characters.
const TITLE: usize = 80;

/// How many topics or authors of an item are read.
const MAX_NAMES: usize = 1000;

/// The elements of an item's text: summaries, then whole texts.
const TEXTS: [Name; 14] = [
    own("description"),
    own("summary"),
    media("description"),
    dublin_core("description"),
    dublin_core("abstract"),
    own("abstract"),
    itunes("summary"),
    itunes("subtitle"),
    Name(Space::Content, "encoded"),
    own("content"),
    own("fullitem"),
    own("body"),
    Name(Space::Xhtml, "body"),
    Name(Space::Xhtml, "div"),
];

/// The elements of an item's HTML: whole texts, then summaries.
const BODIES: [Name; 8] = [
    Name(Space::Content, "encoded"),
    own("content"),
    own("fullitem"),
    own("body"),
    Name(Space::Xhtml, "body"),
    Name(Space::Xhtml, "div"),
    own("description"),
    own("summary"),
];

const DATES: [Name; 10] = [
    own("pubDate"),
    own("published"),
    dublin_core("date"),
    dublin_core("issued"),
    own("issued"),
    dublin_core("created"),
    own("created"),
    own("updated"),
    own("modified"),
    dublin_core("modified"),
];

/// Reads an item; what it lacks is taken from the channel.
pub(super) fn read(item: Element<'_>, channel: &Channel, addresses: Addresses<'_>) -> Article {
    let guid = item.child(&[own("guid"), own("id"), dublin_core("identifier")]);
    let about = item.attribute_of(Space::Rdf, "about").map(str::trim);
    let about = about.filter(|about| !about.is_empty());
    let media = Media::of(item);
    let title = title(item);
    let text = text(item);
    let link = website(item)
        .or_else(|| permanent(guid?, addresses))
        .or_else(|| {
            about
                .filter(|url| is_http(url))
                .map(|url| (item, url.to_owned()))
        })
        .or_else(|| {
            media
                .recording()
                .map(|(element, url)| (element, url.to_owned()))
        });
    // Without `child`, which looks for text: a picture has none.
    let body = |name: &Name| item.children().find(|child| child.is(*name));
    let bodies: Vec<_> = BODIES.iter().filter_map(body).collect();
    let source = item.children().find(|child| child.is(own("source")));
    Article {
        id: guid.map(Element::text).or_else(|| about.map(str::to_owned)),
        web_url: link.map(|(element, url)| addresses.resolve(element, &url)),
        title: title.or_else(|| written(&first_words(&text, TITLE))),
        excerpt: written(&first_words(&text, EXCERPT)),
        dates: dates(item),
        kind: media.kind(),
        topics: topics(item),
        authors: authors(item),
        provider: source
            .and_then(|source| channel::source(source, addresses))
            .or_else(|| channel.provider.clone()),
        images: media.images(&bodies, addresses),
        length: media.length(),
        locale: locale(item).or_else(|| channel.locale.clone()),
    }
}

fn title(item: Element<'_>) -> Option<String> {
    let names = [
        own("title"),
        media("title"),
        dublin_core("title"),
        itunes("title"),
    ];
    let title = names.iter().find_map(|name| {
        let text = Text::read(item.child(&[*name])?).plain();
        written(&text)
    });
    title.or_else(|| {
        let mut groups = item.children().filter(|child| child.is(media("group")));
        let title = groups.find_map(|group| group.child(&[media("title")]))?;
        written(&Text::read(title).plain())
    })
}

/// Returns the plain text of the first element that has one.
fn text(item: Element<'_>) -> String {
    let plain = |element: Element<'_>| {
        let text = Text::read(element).plain();
        (!text.trim().is_empty()).then_some(text)
    };
    let mut names = TEXTS.iter();
    let text = names.find_map(|name| plain(item.child(&[*name])?));
    text.or_else(|| {
        let mut groups = item.children().filter(|child| child.is(media("group")));
        groups.find_map(|group| plain(group.child(&[media("description")])?))
    })
    .unwrap_or_default()
}

/// Returns a guid that is also the article's URL.
fn permanent<'t>(guid: Element<'t>, addresses: Addresses<'_>) -> Option<(Element<'t>, String)> {
    let url = guid.text();
    let is_permanent = guid.attribute("isPermaLink");
    let is_link = guid.is(own("guid")) && is_permanent != Some("false");
    let is_named = is_permanent == Some("true");
    let is_url = is_http(&url) || is_named && is_http(&addresses.resolve(guid, &url));
    (is_link && is_url).then_some((guid, url))
}

fn is_http(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// Returns the first date that can be read, by RFC 3339; else the first one as it is written.
#[cfg(not(target_arch = "wasm32"))]
fn dates(item: Element<'_>) -> [Option<String>; 3] {
    let dates = DATES.iter().filter_map(|name| item.child_text(&[*name]));
    let dates: Vec<_> = dates.collect();
    // A date with an unknown zone stays as it is, so that it is reported.
    let mut readable = dates.iter().filter_map(|date| {
        let parsed = date::parse_with_zone(date)?;
        Some(match parsed.has_unknown_zone {
            true => date.to_owned(),
            false => date::format(parsed.published),
        })
    });
    let first = readable.next().or_else(|| dates.first().cloned());
    [first, None, None]
}

/// Returns the first dates as they are written: the module that reads the JSON reads dates, so this one
/// is smaller.
#[cfg(target_arch = "wasm32")]
fn dates(item: Element<'_>) -> [Option<String>; 3] {
    let mut dates = DATES.iter().filter_map(|name| item.child_text(&[*name]));
    [dates.next(), dates.next(), dates.next()]
}

fn topics(item: Element<'_>) -> Vec<String> {
    let mut topics = Vec::new();
    let inside = item.children().filter(|child| child.is(media("group")));
    let inside = inside.flat_map(Element::children).chain(item.children());
    for child in inside {
        let is = |name| child.is(name);
        if is(own("category")) || is(dublin_core("subject")) || is(media("category")) {
            let named = child.attribute("label").or_else(|| child.attribute("term"));
            let topic = named.map_or_else(|| Text::read(child).plain(), str::to_owned);
            topics.extend(written(&topic));
        } else if is(itunes("keywords")) || is(media("keywords")) || is(own("tags")) {
            let words = child.text();
            topics.extend(words.split(',').filter_map(written));
        }
    }
    let podcasts = item.descendants().filter(|it| it.is(itunes("category")));
    topics.extend(podcasts.filter_map(|it| written(it.attribute("text")?)));
    topics.truncate(MAX_NAMES);
    topics
}

fn authors(item: Element<'_>) -> Vec<String> {
    let names = |name: Name| {
        let authors = item.children().filter(move |child| child.is(name));
        let names = authors.filter_map(|author| match author.has_elements() {
            true => written(&author.child_text(&[own("name")])?),
            false => written(&person(&Text::read(author).plain())),
        });
        names.take(MAX_NAMES).collect::<Vec<_>>()
    };
    let kinds = [dublin_core("creator"), own("author"), itunes("author")];
    let mut kinds = kinds.into_iter().map(names);
    kinds.find(|names| !names.is_empty()).unwrap_or_default()
}

/// Returns the name of `name@host (Name)`, as RSS writes authors.
fn person(text: &str) -> String {
    let name = text.split_once('(').and_then(|(address, name)| {
        let name = name.trim_end().strip_suffix(')')?;
        address.contains('@').then_some(name)
    });
    name.unwrap_or(text).to_owned()
}

fn locale(item: Element<'_>) -> Option<String> {
    let named = item.child_text(&[dublin_core("language"), own("language")]);
    named.as_deref().and_then(language_tag).or_else(|| {
        let title = item.child(&[own("title")]);
        let own = [title, Some(item)].into_iter().flatten();
        let mut own = own.filter_map(|element| element.attribute_of(Space::Xml, "lang"));
        own.find_map(language_tag)
    })
}

#[cfg(test)]
mod tests {
    use super::person;

    #[test]
    fn authors_of_rss() {
        assert_eq!(person("post@harbour.example (Ada Quay)"), "Ada Quay");
        assert_eq!(person("Ada Quay (Harbour Post)"), "Ada Quay (Harbour Post)");
    }
}
