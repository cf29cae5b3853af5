//! What a feed declares for all its items: publisher and language.

use roxmltree::Node;

use super::elements::{attribute, child, child_text, is, language};
use super::types::{Image, Provider, plain};
use article_cards_core::text::url::{self, UrlStandard};

/// What a feed declares for all its items.
#[derive(Debug, Default)]
pub(super) struct Channel {
    pub(super) provider: Option<Provider>,
    pub(super) locale: Option<String>,
}

impl Channel {
    /// Reads the channel's own elements.
    pub(super) fn read(channel: Node<'_, '_>) -> Self {
        let icon = child_text(channel, &["icon", "logo"]).or_else(|| {
            let image = channel.children().find(|child| is(*child, "image"))?;
            child_text(image, &["url"])
        });
        let provider = child(channel, &["title"]).map(|title| Provider {
            name: plain(title),
            domain: website(channel).and_then(|url| domain(&url)),
            images: icon.into_iter().map(Image::at).collect(),
        });
        let root = channel.document().root_element();
        Self {
            provider,
            locale: child_text(channel, &["language", "dc:language"])
                .or_else(|| language(channel))
                .or_else(|| language(root)),
        }
    }
}

/// Returns the URL of the website that the feed belongs to.
fn website(channel: Node<'_, '_>) -> Option<String> {
    let link = |node: &Node<'_, '_>| is(*node, "link");
    let alternate = channel.children().filter(link).find(|link| {
        link.has_attribute("href")
            && attribute(*link, "rel").is_none_or(|relation| relation == "alternate")
    });
    alternate
        .and_then(|link| attribute(link, "href").map(str::to_owned))
        .or_else(|| child_text(channel, &["link"]))
}

fn domain(url: &str) -> Option<String> {
    let href = url::link(&UrlStandard, url, None)?;
    url::domain(&UrlStandard, url::host(&href)?)
}
