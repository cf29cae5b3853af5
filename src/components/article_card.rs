use std::rc::Rc;

use yew::{AttrValue, Callback, Html, Properties, component, html};

use super::hooks::use_unique_id;
use super::language::{direction, same_language};
use super::{
    Byline, CardClick, CardMedia, Facts, Layout, LinkTarget, RelatedList, Scores, TopicList,
};
use crate::browser::{Formats, now_ms};
use crate::messages::Messages;
use crate::model::Article;

/// Properties of [`ArticleCard`].
///
/// Articles and messages are compared by their `Rc`: a changed one comes in a new `Rc`.
#[derive(Clone, Debug, Properties)]
pub struct ArticleCardProperties {
    /// The article.
    pub article: Rc<Article>,
    /// Dates, numbers and plural forms.
    #[prop_or_else(Formats::shared)]
    pub formats: Formats,
    /// The words on screen.
    #[prop_or_else(Messages::shared)]
    pub messages: Rc<Messages>,
    /// The layout of the list around it.
    #[prop_or_default]
    pub layout: Layout,
    /// Level of the title's heading, 2 to 6.
    #[prop_or(3)]
    pub heading_level: u8,
    /// Where links open.
    #[prop_or_default]
    pub link_target: LinkTarget,
    /// Template with `{url}` and `{width}` for pictures that the publisher keeps a copy of.
    #[prop_or_default]
    pub image_proxy: Option<AttrValue>,
    /// How many related articles are shown before "Show n more"; 0: none at all.
    #[prop_or(3)]
    pub related: usize,
    /// Whether related articles start unfolded.
    #[prop_or_default]
    pub related_open: bool,
    /// Whether quality and heat are shown.
    #[prop_or_default]
    pub with_scores: bool,
    /// Whether to leave out the picture.
    #[prop_or_default]
    pub without_images: bool,
    /// Whether to leave out the excerpt.
    #[prop_or_default]
    pub without_excerpts: bool,
    /// Whether it is in the first row: its picture is loaded at once and before others.
    #[prop_or_default]
    pub eager: bool,
    /// The present, for relative dates, in milliseconds since 1970.
    #[prop_or_else(now_ms)]
    pub now_ms: f64,
    /// Hears of each click on the card's link and on related ones.
    #[prop_or_default]
    pub on_click: Option<Callback<CardClick>>,
    /// What to do with a chosen topic; without it topics are plain text.
    #[prop_or_default]
    pub on_topic: Option<Callback<AttrValue>>,
    /// What to do with a chosen provider; without it the name leads to the provider's domain.
    #[prop_or_default]
    pub on_provider: Option<Callback<AttrValue>>,
    /// Topics that are chosen now.
    #[prop_or_default]
    pub pressed_topics: Rc<[AttrValue]>,
    /// Whether the article's provider is chosen now.
    #[prop_or_default]
    pub provider_pressed: bool,
    /// What the ids inside begin with; absent: something that no other card has.
    #[prop_or_default]
    pub id_prefix: Option<AttrValue>,
}

impl PartialEq for ArticleCardProperties {
    fn eq(&self, other: &Self) -> bool {
        // Named one by one, so that a new property can't be forgotten.
        let Self {
            article,
            formats,
            messages,
            layout,
            heading_level,
            link_target,
            image_proxy,
            related,
            related_open,
            with_scores,
            without_images,
            without_excerpts,
            eager,
            now_ms,
            on_click,
            on_topic,
            on_provider,
            pressed_topics,
            provider_pressed,
            id_prefix,
        } = self;
        Rc::ptr_eq(article, &other.article)
            && *formats == other.formats
            && Rc::ptr_eq(messages, &other.messages)
            && *layout == other.layout
            && *heading_level == other.heading_level
            && *link_target == other.link_target
            && *image_proxy == other.image_proxy
            && *related == other.related
            && *related_open == other.related_open
            && *with_scores == other.with_scores
            && *without_images == other.without_images
            && *without_excerpts == other.without_excerpts
            && *eager == other.eager
            && *now_ms == other.now_ms
            && *on_click == other.on_click
            && *on_topic == other.on_topic
            && *on_provider == other.on_provider
            && *pressed_topics == other.pressed_topics
            && *provider_pressed == other.provider_pressed
            && *id_prefix == other.id_prefix
    }
}

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
    let described = article.link().is_some().then(|| byline_id.clone());
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
            dir="auto"
        >
            { title }
        </@>
    }
}

fn excerpt(properties: &ArticleCardProperties) -> Html {
    let excerpt = properties
        .article
        .excerpt
        .as_ref()
        .filter(|_| !properties.without_excerpts);
    excerpt.map_or_else(Html::default, |excerpt| {
        html! { <p class="ac-card-excerpt" part="card-excerpt" dir="auto">{ excerpt }</p> }
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
