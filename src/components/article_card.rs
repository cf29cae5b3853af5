mod properties;

use std::ops::Range;
use std::rc::Rc;

use yew::functional::{Hook, HookContext};
use yew::{AttrValue, Html, component, hook};

pub use self::properties::ArticleCardProperties;
use super::byline::{Source, byline, has_byline};
use super::card_click::click;
use super::card_media::card_media;
use super::facts::facts;
use super::language::{direction, same_language};
use super::marked::marked;
use super::part::Draw;
use super::scores::scores;
use super::tag::{heading, joined, tag, words};
use super::telling::Telling;
use super::unfolding::{Rest, unfolding};
use super::{Layout, RelatedListProperties, TopicListProperties};
use crate::hooks::use_unique_id;
use article_cards_core::model::Article;
use article_cards_core::search::excerpt_start;

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
    use_article_card(properties)
}

impl Draw for ArticleCardProperties {
    const KIND: &'static str = "article-card";

    fn same(&self, other: &Self) -> bool {
        self == other
    }

    fn draw(&self, hooks: &mut HookContext) -> Html {
        use_article_card(self).run(hooks)
    }
}

#[hook]
fn use_article_card(properties: &ArticleCardProperties) -> Html {
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
    let title_id = joined(&[&id, "-title"]);
    let byline_id = Some(joined(&[&id, "-byline"]));
    let locale = article
        .locale
        .as_deref()
        .map(|locale| locale.replace('_', "-"));
    // Our words in a card of another language name their own.
    let foreign = locale
        .as_ref()
        .is_some_and(|own| !same_language(own, &messages.language));
    let lang = foreign.then(|| words(&messages.language));
    let telling = Telling {
        article,
        formats,
        messages,
        lang: &lang,
    };
    let source = Source {
        on_provider: &properties.on_provider,
        pressed: properties.provider_pressed,
        link_target: *link_target,
    };
    let compact = *layout == Layout::Compact;
    let described = byline_id.clone().filter(|_| has_byline(article));
    let body = tag("div")
        .part("ac-card-body")
        .child(title(properties, title_id.clone(), described))
        .child(byline(&telling, &byline_id, &source, *now_ms))
        .maybe((!compact).then(|| excerpt(properties)))
        .maybe((!compact).then(|| facts(&telling)))
        .maybe((!compact).then(|| foot(properties, &telling)));
    let media = (!compact && !properties.without_images)
        .then(|| card_media(article, *layout, properties.eager, &properties.image_proxy));
    let front = tag("div").class("ac-x-front");
    let front = front.child(body.html()).maybe(media);
    let related = (!compact).then(|| {
        unfolding(Rest::Related(RelatedListProperties {
            article: Rc::clone(article),
            shown: properties.related,
            open: properties.related_open,
            link_target: *link_target,
            on_click: properties.on_click.clone(),
            now_ms: *now_ms,
            formats: formats.clone(),
            messages: Rc::clone(messages),
            lang: lang.clone(),
        }))
    });
    tag("article")
        .part("ac-card")
        .with("data-id", words(&article.id))
        .with("aria-labelledby", title_id)
        .with("dir", locale.as_deref().map(direction))
        .with("lang", locale)
        .child(front.html())
        .maybe(related)
        .html()
}

fn title(properties: &ArticleCardProperties, id: AttrValue, described: Option<AttrValue>) -> Html {
    let ArticleCardProperties {
        article,
        link_target,
        ..
    } = properties;
    let title = marked(&article.title, &marks(properties, &article.title));
    let heading = heading(properties.heading_level)
        .part("ac-card-title")
        .with("id", id)
        .with("dir", text_direction(article));
    let Some(url) = article.link() else {
        return heading.child(title).html();
    };
    let link = tag("a")
        .part("ac-card-link")
        .with("href", words(url))
        .with("target", link_target.target())
        .with("rel", link_target.rel())
        .with("aria-describedby", described)
        .on_click(click(&properties.on_click, article, url));
    heading.child(link.child(title).html()).html()
}

/// Text of unknown language finds its own direction; else the card has it.
fn text_direction(article: &Article) -> Option<&'static str> {
    article.locale.is_none().then_some("auto")
}

fn excerpt(properties: &ArticleCardProperties) -> Html {
    let article = &properties.article;
    match &article.excerpt {
        Some(excerpt) if !properties.without_excerpts => tag("p")
            .part("ac-card-excerpt")
            .with("dir", text_direction(article))
            .child(found(excerpt, marks(properties, excerpt)))
            .html(),
        _ => Html::default(),
    }
}

/// How many characters of an excerpt are seen in a narrow card.
const SEEN: usize = 100;

/// An excerpt from where something is marked in it.
fn found(excerpt: &str, marks: Vec<Range<usize>>) -> Html {
    let start = excerpt_start(excerpt, &marks, SEEN);
    if start == 0 {
        return marked(excerpt, &marks);
    }
    const CUT: &str = "… ";
    let shown = [CUT, excerpt.get(start..).unwrap_or_default()].concat();
    let moved = |mark: Range<usize>| {
        let place = |at: usize| Some(at.checked_sub(start)? + CUT.len());
        Some(place(mark.start)?..place(mark.end)?)
    };
    marked(
        &shown,
        &marks.into_iter().filter_map(moved).collect::<Vec<_>>(),
    )
}

fn marks(properties: &ArticleCardProperties, text: &str) -> Vec<Range<usize>> {
    let highlighter = properties.highlighter.as_ref();
    highlighter.map(|it| it.marks(text)).unwrap_or_default()
}

fn foot(properties: &ArticleCardProperties, telling: &Telling<'_>) -> Html {
    let article = telling.article;
    let scored = properties.with_scores && (article.quality.is_some() || article.heat.is_some());
    if article.topics.is_empty() && !scored {
        return Html::default();
    }
    let topics = unfolding(Rest::Topics(TopicListProperties {
        article: Rc::clone(article),
        shown: 3,
        on_topic: properties.on_topic.clone(),
        pressed: Rc::clone(&properties.pressed_topics),
        formats: telling.formats.clone(),
        messages: Rc::clone(telling.messages),
        lang: telling.lang.clone(),
    }));
    let foot = tag("div").class("ac-x-foot").child(topics);
    foot.maybe(scored.then(|| scores(telling))).html()
}
