use std::rc::Rc;

use yew::{AttrValue, Callback, Html, Properties, component};

use super::kind_badge::kind_badge;
use super::provider_icon::provider_icon;
use super::published_time::published_time;
use super::tag::{bdi, chooses, joined, tag, unseen, words};
use super::telling::Telling;
use super::{LinkTarget, flag};
use crate::browser::{Formats, now_ms};
use crate::i18n::{Messages, fill};
use article_cards_core::model::{Article, DEFAULT_TYPE, Provider};

/// Properties of [`Byline`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct BylineProperties {
    /// Whose byline.
    pub article: Rc<Article>,
    /// Its `id`, for what it describes.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// What to do with a chosen provider; without it the name leads to the provider's domain.
    #[prop_or_default]
    pub on_provider: Option<Callback<AttrValue>>,
    /// Whether the provider is chosen now.
    #[prop_or_default]
    pub provider_pressed: bool,
    /// Where the provider's link opens.
    #[prop_or_default]
    pub link_target: LinkTarget,
    /// The present, for relative dates.
    #[prop_or_else(now_ms)]
    pub now_ms: f64,
    /// Dates and durations.
    #[prop_or_else(Formats::shared)]
    pub formats: Formats,
    /// The words on screen.
    #[prop_or_else(Messages::shared)]
    pub messages: Rc<Messages>,
    /// The language of those words, where it is not that of the card.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
}

/// Whether an article's byline says anything.
pub(super) fn has_byline(article: &Article) -> bool {
    article
        .provider
        .as_ref()
        .and_then(Provider::label)
        .is_some()
        || article.published_at.is_some()
        || article.length.is_some()
        || !article.kind.eq_ignore_ascii_case(DEFAULT_TYPE)
}

/// Who and when, what type and how long; nothing for an article that tells none of it.
///
/// It stands after the title in the document, so that a card begins with its heading, and above
/// it on screen.
#[component]
pub fn Byline(properties: &BylineProperties) -> Html {
    let telling = Telling {
        article: &properties.article,
        formats: &properties.formats,
        messages: &properties.messages,
        lang: &properties.lang,
    };
    let source = Source {
        on_provider: &properties.on_provider,
        pressed: properties.provider_pressed,
        link_target: properties.link_target,
    };
    byline(&telling, &properties.id, &source, properties.now_ms)
}

/// What a byline's provider does.
pub(super) struct Source<'s> {
    pub(super) on_provider: &'s Option<Callback<AttrValue>>,
    pub(super) pressed: bool,
    pub(super) link_target: LinkTarget,
}

pub(super) fn byline(
    telling: &Telling<'_>,
    id: &Option<AttrValue>,
    source: &Source<'_>,
    now_ms: f64,
) -> Html {
    let Telling {
        article,
        formats,
        messages,
        lang,
    } = *telling;
    if !has_byline(article) {
        return Html::default();
    }
    let from = article.provider.as_ref();
    let from = from.and_then(|from| provider(messages, source, from));
    let date = article.published_at.map(|published| {
        let time = tag("time").part("ac-card-date");
        published_time(time, published, now_ms, formats, lang)
    });
    let new_window = source.link_target == LinkTarget::NewWindow && article.link().is_some();
    tag("p")
        .class("ac-x-byline")
        .with("id", id)
        .maybe(from)
        .maybe(date)
        .child(kind_badge(telling))
        .maybe(new_window.then(|| unseen(words(&messages.new_window), lang)))
        .html()
}

fn provider(messages: &Messages, source: &Source<'_>, provider: &Provider) -> Option<Html> {
    let label = provider.label()?;
    // What has no name has no value to filter by.
    let on_provider = source.on_provider.as_ref();
    let name = match (
        on_provider.filter(|_| provider.name.is_some()),
        &provider.domain,
    ) {
        (Some(on_provider), _) => {
            let title = fill(&messages.provider_filter, &[("provider", label)]);
            tag("button")
                .with("type", "button")
                .with("aria-pressed", flag(source.pressed))
                .with("title", title)
                .on_click(Some(chooses(on_provider, label)))
        }
        (None, Some(domain)) => tag("a")
            .with("href", joined(&["https://", domain, "/"]))
            .with("target", source.link_target.target())
            .with("rel", source.link_target.rel())
            .with(
                "title",
                fill(&messages.provider_link, &[("domain", domain)]),
            ),
        (None, None) => tag("span"),
    };
    let name = name.class("ac-x-name").child(bdi(words(label)));
    let from = tag("span").part("ac-card-provider");
    Some(
        from.child(provider_icon(provider, None))
            .child(name.html())
            .html(),
    )
}
