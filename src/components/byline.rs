use std::rc::Rc;

use yew::{AttrValue, Callback, Html, Properties, component, html};

use super::{KindBadge, LinkTarget, ProviderIcon, PublishedTime, flag};
use crate::browser::{Formats, now_ms};
use crate::messages::{Messages, fill};
use crate::model::{Article, DEFAULT_TYPE, Provider};

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
    let BylineProperties {
        article,
        id,
        formats,
        messages,
        lang,
        ..
    } = properties;
    if !has_byline(article) {
        return Html::default();
    }
    let provider = article
        .provider
        .as_ref()
        .and_then(|from| provider(properties, from));
    let date = article.published_at.map(|published| {
        html! {
            <PublishedTime
                {published}
                now_ms={properties.now_ms}
                {formats}
                {lang}
                class="ac-card-date"
                part="card-date"
            />
        }
    });
    let new_window = (properties.link_target == LinkTarget::NewWindow && article.link().is_some())
        .then(|| html! { <span class="ac-x-vh" {lang}>{ messages.new_window.to_string() }</span> });
    html! {
        <p class="ac-x-byline" {id}>
            { provider }
            { date }
            <KindBadge {article} {formats} {messages} {lang} />
            { new_window }
        </p>
    }
}

fn provider(properties: &BylineProperties, provider: &Provider) -> Option<Html> {
    let label = provider.label()?;
    let name = html! { <bdi>{ label.to_owned() }</bdi> };
    let name = match (&properties.on_provider, &provider.domain) {
        (Some(on_provider), _) => {
            let value = AttrValue::from(label.to_owned());
            let onclick = on_provider.reform(move |_| value.clone());
            let title = fill(&properties.messages.provider_filter, &[("provider", label)]);
            html! {
                <button
                    type="button"
                    class="ac-x-name"
                    aria-pressed={flag(properties.provider_pressed)}
                    {title}
                    {onclick}
                >
                    { name }
                </button>
            }
        }
        (None, Some(domain)) => html! {
            <a
                class="ac-x-name"
                href={format!("https://{domain}/")}
                target={properties.link_target.target()}
                rel={properties.link_target.rel()}
                title={fill(&properties.messages.provider_link, &[("domain", domain)])}
            >
                { name }
            </a>
        },
        (None, None) => html! { <span class="ac-x-name">{ name }</span> },
    };
    Some(html! {
        <span class="ac-card-provider" part="card-provider">
            <ProviderIcon provider={provider.clone()} />
            { name }
        </span>
    })
}
