use std::rc::Rc;

use yew::{
    AttrValue, Callback, Html, NodeRef, Properties, component, html, use_node_ref, use_state_eq,
};

use super::hooks::use_focus_when;
use super::{CardClick, Icon, IconName, LinkTarget, ProviderIcon, PublishedTime};
use crate::browser::{Formats, now_ms};
use crate::messages::Messages;
use crate::model::{Article, Provider, Related};

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
    let RelatedListProperties {
        article,
        formats,
        messages,
        lang,
        ..
    } = properties;
    let all = use_state_eq(|| false);
    let first_new = use_node_ref();
    // The button that was pressed is gone: go on from what it brought.
    use_focus_when(first_new.clone(), *all);
    let related = &article.related;
    if related.is_empty() || properties.shown == 0 {
        return Html::default();
    }
    let counted = |number: usize, words: &crate::messages::Counted| {
        words.fill(
            formats.plural(number as u64),
            &formats.number(number as u64),
        )
    };
    let shown = if *all {
        related.len()
    } else {
        properties.shown
    };
    let hidden = related.len().saturating_sub(shown);
    let items = related
        .iter()
        .take(shown)
        .enumerate()
        .map(|(place, related)| {
            let node = if place == properties.shown {
                first_new.clone()
            } else {
                NodeRef::default()
            };
            html! {
                <li key={place} class="ac-related-item" part="related-item">
                    { item(properties, related, node) }
                </li>
            }
        });
    let more = (hidden > 0).then(|| {
        let onclick = Callback::from(move |_| all.set(true));
        html! {
            <button type="button" class="ac-x-more-related" {lang} {onclick}>
                { counted(hidden, &messages.related_more) }
            </button>
        }
    });
    html! {
        <details class="ac-card-related" part="card-related" open={properties.open}>
            <summary>
                { icons(related) }
                <span>
                    <bdi {lang}>{ counted(related.len(), &messages.related) }</bdi>
                    <span class="ac-x-vh">{ ": " }{ &article.title }</span>
                </span>
                <Icon name={IconName::Up} />
            </summary>
            <ul role="list">{ for items }</ul>
            { more }
        </details>
    }
}

/// The icons of the first providers, each once.
fn icons(related: &[Related]) -> Html {
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
    if providers.is_empty() {
        return Html::default();
    }
    html! {
        <span class="ac-x-stack" aria-hidden="true">
            { for providers.into_iter().enumerate().map(|(place, provider)| html! {
                <ProviderIcon key={place} provider={provider.clone()} />
            }) }
        </span>
    }
}

fn item(properties: &RelatedListProperties, related: &Related, node: NodeRef) -> Html {
    let RelatedListProperties {
        article,
        link_target,
        formats,
        lang,
        now_ms,
        ..
    } = properties;
    let class = "ac-x-related-title";
    let title = match related.link() {
        Some(url) => {
            let onclick = properties.on_click.as_ref().map(|on_click| {
                let (id, url) = (
                    AttrValue::from(article.id.clone()),
                    AttrValue::from(url.to_owned()),
                );
                on_click.reform(move |event| CardClick {
                    id: id.clone(),
                    url: url.clone(),
                    event,
                })
            });
            html! {
                <a
                    ref={node}
                    {class}
                    dir="auto"
                    href={url.to_owned()}
                    target={link_target.target()}
                    rel={link_target.rel()}
                    {onclick}
                >
                    { &related.title }
                </a>
            }
        }
        None => html! {
            <span ref={node} {class} dir="auto" tabindex="-1">{ &related.title }</span>
        },
    };
    let source = related.provider.as_ref().and_then(Provider::label);
    let source = source.map(|name| html! { <span><bdi>{ name.to_owned() }</bdi></span> });
    let date = related.published_at.map(|published| {
        html! { <PublishedTime {published} now_ms={*now_ms} {formats} {lang} /> }
    });
    let described = source.is_some() || date.is_some();
    html! {
        <>
            { title }
            if described {
                <p>{ source }{ date }</p>
            }
        </>
    }
}
