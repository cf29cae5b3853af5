//! What a feed says about all its items: its publisher, language and next page.

use super::addresses::{Addresses, relation, website};
use super::article::{Image, Provider, written};
use super::media::icon;
use super::names::{Space, dublin_core, own};
use super::texts::Text;
use super::tree::Element;
use crate::text::language_tag::language as language_tag;

/// What a feed says about all its items.
#[derive(Debug, Default)]
pub(super) struct Channel {
    pub(super) title: Option<String>,
    pub(super) provider: Option<Provider>,
    pub(super) locale: Option<String>,
    /// The URL of the next page.
    pub(super) next: Option<String>,
}

impl Channel {
    /// Reads the channel's own elements, and those beside it.
    pub(super) fn read(channel: Element<'_>, root: Element<'_>, addresses: Addresses<'_>) -> Self {
        let title = channel.child(&[own("title"), dublin_core("title")]);
        let title = title.and_then(|title| written(&Text::read(title).plain()));
        let next = relation(channel, "next").or_else(|| relation(root, "next"));
        Self {
            provider: provider(channel, root, title.clone(), addresses),
            title,
            locale: channel
                .child_text(&[own("language"), dublin_core("language")])
                .as_deref()
                .and_then(language_tag)
                .or_else(|| language(channel)),
            next: next.map(|(link, href)| addresses.resolve(link, href)),
        }
    }
}

fn provider(
    channel: Element<'_>,
    root: Element<'_>,
    name: Option<String>,
    addresses: Addresses<'_>,
) -> Option<Provider> {
    let domain =
        website(channel).and_then(|(link, url)| addresses.domain(&addresses.resolve(link, &url)));
    let icon = icon(channel, root).map(|(element, url)| Image {
        url: addresses.resolve(element, &url),
        ..Image::default()
    });
    let provider = Provider {
        name: name.or_else(|| domain.clone()),
        domain,
        images: icon.into_iter().collect(),
    };
    (provider.name.is_some() || !provider.images.is_empty()).then_some(provider)
}

/// Reads the source that an item was republished from.
pub(super) fn source(source: Element<'_>, addresses: Addresses<'_>) -> Option<Provider> {
    // Atom's is like a feed.
    if source.has_elements() {
        let title = source.child(&[own("title")])?;
        let title = written(&Text::read(title).plain());
        return title.and_then(|title| provider(source, source, Some(title), addresses));
    }
    let url = source.attribute("url");
    Some(Provider {
        name: Some(written(&Text::read(source).plain())?),
        domain: url.and_then(|url| addresses.domain(&addresses.resolve(source, url))),
        images: Vec::new(),
    })
}

/// Returns the language of an element: its own `xml:lang`, or that of the nearest element around it.
pub(super) fn language(element: Element<'_>) -> Option<String> {
    let mut languages = element
        .ancestors()
        .filter_map(|around| around.attribute_of(Space::Xml, "lang"));
    language_tag(languages.next()?)
}
