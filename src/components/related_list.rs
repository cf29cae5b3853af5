use std::rc::Rc;

use yew::{AttrValue, Callback, Html, NodeRef, Properties, component};

use super::card_click::click;
use super::icon::icon;
use super::provider_icon::provider_icon;
use super::published_time::published_time;
use super::tag::{bdi, joined, tag, unseen, words};
use super::telling::counted;
use super::unfolding::{Rest, Unfold, unfolding};
use super::{CardClick, IconName, LinkTarget};
use crate::browser::{Formats, now_ms};
use crate::i18n::Messages;
use article_cards_core::model::{Article, Provider, Related};

/// How many icons the summary shows.
const ICONS: usize = 3;

/// Properties of [`RelatedList`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RelatedListProperties {
    /// Whose related articles.
    pub article: Rc<Article>,
    /// How many are shown before "Show n more".
    #[prop_or(3)]
    pub shown: usize,
    /// Whether it starts unfolded.
    #[prop_or_default]
    pub open: bool,
    /// Where links open.
    #[prop_or_default]
    pub link_target: LinkTarget,
    /// Hears of each click on a link.
    #[prop_or_default]
    pub on_click: Option<Callback<CardClick>>,
    /// The present, for relative dates.
    #[prop_or_else(now_ms)]
    pub now_ms: f64,
    /// Dates, numbers and plural forms.
    #[prop_or_else(Formats::shared)]
    pub formats: Formats,
    /// The words on screen.
    #[prop_or_else(Messages::shared)]
    pub messages: Rc<Messages>,
    /// The language of those words, where it is not that of the card.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
}

/// Related articles behind a summary: the first ones, then a button for the rest.
#[component]
pub fn RelatedList(properties: &RelatedListProperties) -> Html {
    unfolding(Rest::Related(properties.clone()))
}

/// The related articles, the rest of them unfolded or not.
pub(super) fn related_list(properties: &RelatedListProperties, unfold: &Unfold) -> Html {
    let RelatedListProperties {
        article,
        formats,
        messages,
        lang,
        ..
    } = properties;
    let related = &article.related;
    let shown = match unfold.is_static() {
        true => related.len(),
        false => unfold.shown(related.len(), properties.shown),
    };
    let hidden = related.len().saturating_sub(shown) as u64;
    let items = related
        .iter()
        .take(shown)
        .enumerate()
        .map(|(place, related)| {
            let item = tag("li").key(place).part("ac-related-item");
            let node = unfold.node(place, properties.shown);
            let (title, about) = (title(properties, related, node), about(properties, related));
            item.child(title).child(about).html()
        });
    let more = (hidden > 0).then(|| {
        let button = tag("button").with("type", "button").with("lang", lang);
        let button = button.class("ac-x-more-related");
        let button = button.text(counted(formats, hidden, &messages.related_more));
        button.on_click(Some(unfold.on_click.clone())).html()
    });
    let count = counted(formats, related.len() as u64, &messages.related);
    let count = tag("bdi").with("lang", lang).text(count);
    let of = unseen(joined(&[": ", &article.title]), &None);
    let words = tag("span").child(count.html()).child(of);
    let summary = tag("summary")
        .maybe(icons(related))
        .child(words.html())
        .child(icon(IconName::Up));
    let list = tag("ul").with("role", "list").children(items.collect());
    tag("details")
        .part("ac-card-related")
        .with("open", properties.open.then_some("open"))
        .child(summary.html())
        .child(list.html())
        .maybe(more)
        .html()
}

/// The icons of the first providers, each once.
fn icons(related: &[Related]) -> Option<Html> {
    let mut providers: Vec<&Provider> = Vec::new();
    for provider in related
        .iter()
        .filter_map(|related| related.provider.as_ref())
    {
        let known = providers
            .iter()
            .any(|known| known.label() == provider.label());
        if !known && provider.label().is_some() && providers.len() < ICONS {
            providers.push(provider);
        }
    }
    let icons = providers.into_iter().enumerate();
    let icons: Vec<Html> = icons
        .map(|(place, provider)| provider_icon(provider, Some(place)))
        .collect();
    let stack = tag("span").class("ac-x-stack").with("aria-hidden", "true");
    (!icons.is_empty()).then(|| stack.children(icons).html())
}

fn title(properties: &RelatedListProperties, related: &Related, node: NodeRef) -> Html {
    let title = match related.link() {
        Some(url) => tag("a")
            .with("dir", "auto")
            .with("href", words(url))
            .with("target", properties.link_target.target())
            .with("rel", properties.link_target.rel())
            .on_click(click(&properties.on_click, &properties.article, url)),
        None => tag("span").with("dir", "auto").with("tabindex", "-1"),
    };
    let title = title.node(node).class("ac-x-related-title");
    title.text(words(&related.title)).html()
}

fn about(properties: &RelatedListProperties, related: &Related) -> Html {
    let RelatedListProperties {
        now_ms,
        formats,
        lang,
        ..
    } = properties;
    let source = related.provider.as_ref().and_then(Provider::label);
    let source = source.map(|name| tag("span").child(bdi(words(name))).html());
    let date = related
        .published_at
        .map(|published| published_time(tag("time"), published, *now_ms, formats, lang));
    if source.is_none() && date.is_none() {
        return Html::default();
    }
    tag("p").maybe(source).maybe(date).html()
}
