mod properties;

use yew::{AttrValue, Html, component, html};

pub use self::properties::ArticleCardProperties;
use super::byline::has_byline;
use super::hooks::use_unique_id;
use super::language::{direction, same_language};
use super::{Byline, CardClick, CardMedia, Facts, Layout, RelatedList, Scores, TopicList};
use crate::model::Article;

/// One article as a card.
///
/// Its look comes from `styles/cards.css` and needs an element with `class="ac-base"` and
/// `data-layout` around it; in a list it stands in `ul.ac-results > li.ac-x-cell`.
///
/// ```
/// use std::rc::Rc;
/// use article_cards::components::ArticleCard;
/// use article_cards::model::Article;
/// use yew::prelude::*;
///
/// #[component]
/// fn Teaser() -> Html {
///     let article = use_memo((), |()| Article { title: "On harbours".into(), ..Article::default() });
///     html! {
///         <section class="ac-base" data-layout="grid"><ArticleCard {article} /></section>
///     }
/// }
/// ```
#[component]
pub fn ArticleCard(properties: &ArticleCardProperties) -> Html {
    let ArticleCardProperties {
        article,
        formats,
        messages,
        layout,
        link_target,
        now_ms,
        ..
    } = properties;
    let id = use_unique_id(properties.id_prefix.clone());
    let (title_id, byline_id) = (format!("{id}-title"), format!("{id}-byline"));
    let locale = article
        .locale
        .as_deref()
        .map(|locale| locale.replace('_', "-"));
    // Our words in a card of another language name their own.
    let foreign = locale
        .as_ref()
        .is_some_and(|own| !same_language(own, &messages.language));
    let lang = foreign.then(|| AttrValue::from(messages.language.to_string()));
    let compact = *layout == Layout::Compact;
    let described = has_byline(article).then(|| byline_id.clone());
    html! {
        <article
            class="ac-card"
            part="card"
            data-id={article.id.clone()}
            aria-labelledby={title_id.clone()}
            dir={locale.as_deref().map(direction)}
            lang={locale}
        >
            <div class="ac-x-front">
                <div class="ac-card-body" part="card-body">
                    { title(properties, title_id, described) }
                    <Byline
                        {article}
                        id={byline_id}
                        on_provider={properties.on_provider.clone()}
                        provider_pressed={properties.provider_pressed}
                        {link_target}
                        {now_ms}
                        {formats}
                        {messages}
                        lang={lang.clone()}
                    />
                    if !compact {
                        { excerpt(properties) }
                        <Facts {article} {formats} {messages} lang={lang.clone()} />
                        { foot(properties, lang.clone()) }
                    }
                </div>
                if !compact && !properties.without_images {
                    <CardMedia
                        {article}
                        {layout}
                        eager={properties.eager}
                        image_proxy={properties.image_proxy.clone()}
                    />
                }
            </div>
            if !compact {
                <RelatedList
                    {article}
                    shown={properties.related}
                    open={properties.related_open}
                    {link_target}
                    on_click={properties.on_click.clone()}
                    {now_ms}
                    {formats}
                    {messages}
                    {lang}
                />
            }
        </article>
    }
}

fn title(properties: &ArticleCardProperties, id: String, described: Option<String>) -> Html {
    let ArticleCardProperties {
        article,
        link_target,
        ..
    } = properties;
    let title = match article.link() {
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
                    class="ac-card-link"
                    part="card-link"
                    href={url.to_owned()}
                    target={link_target.target()}
                    rel={link_target.rel()}
                    aria-describedby={described}
                    {onclick}
                >
                    { &article.title }
                </a>
            }
        }
        None => html! { { &article.title } },
    };
    html! {
        <@{format!("h{}", properties.heading_level.clamp(2, 6))}
            class="ac-card-title"
            part="card-title"
            {id}
            dir={text_direction(article)}
        >
            { title }
        </@>
    }
}

/// Text of unknown language finds its own direction; else the card has it.
fn text_direction(article: &Article) -> Option<&'static str> {
    article.locale.is_none().then_some("auto")
}

fn excerpt(properties: &ArticleCardProperties) -> Html {
    let excerpt = properties
        .article
        .excerpt
        .as_ref()
        .filter(|_| !properties.without_excerpts);
    let dir = text_direction(&properties.article);
    excerpt.map_or_else(Html::default, |excerpt| {
        html! { <p class="ac-card-excerpt" part="card-excerpt" {dir}>{ excerpt }</p> }
    })
}

fn foot(properties: &ArticleCardProperties, lang: Option<AttrValue>) -> Html {
    let ArticleCardProperties {
        article,
        formats,
        messages,
        ..
    } = properties;
    let scored = properties.with_scores && (article.quality.is_some() || article.heat.is_some());
    if article.topics.is_empty() && !scored {
        return Html::default();
    }
    html! {
        <div class="ac-x-foot">
            <TopicList
                {article}
                on_topic={properties.on_topic.clone()}
                pressed={properties.pressed_topics.clone()}
                {formats}
                {messages}
                lang={lang.clone()}
            />
            if scored {
                <Scores {article} {formats} {messages} {lang} />
            }
        </div>
    }
}
