use std::ops::Range;
use std::rc::Rc;

use yew::functional::{Hook, HookContext};
use yew::{AttrValue, Html, component, hook};

use crate::attributes::Layout;
use crate::components::card::article_card_props::ArticleCardProps;
use crate::components::card::byline::{Source, byline, has_byline};
use crate::components::card::card_click::click;
use crate::components::card::card_context::CardContext;
use crate::components::card::card_media::card_media;
use crate::components::card::course_details::course_details;
use crate::components::card::language::{direction, same_language};
use crate::components::card::marked::marked;
use crate::components::card::related_list::{RelatedListProps, related_list};
use crate::components::card::scores::scores;
use crate::components::card::topic_list::{TopicListProps, topic_list};
use crate::components::primitives::dyn_component::Render;
use crate::components::primitives::element_builder::{attr_value, concat, element, heading};
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
pub fn ArticleCard(props: &ArticleCardProps) -> Html {
    use_article_card(props)
}

impl Render for ArticleCardProps {
    const NAME: &'static str = "article-card";

    fn renders_same(&self, other: &Self) -> bool {
        self == other
    }

    fn render(&self, hooks: &mut HookContext) -> Html {
        use_article_card(self).run(hooks)
    }
}

#[hook]
fn use_article_card(props: &ArticleCardProps) -> Html {
    let ArticleCardProps {
        article,
        formats,
        messages,
        layout,
        link_target,
        now_ms,
        ..
    } = props;
    let id = use_unique_id(props.id_prefix.clone());
    let title_id = concat(&[&id, "-title"]);
    let byline_id = Some(concat(&[&id, "-byline"]));
    let locale = article
        .locale
        .as_deref()
        .map(|locale| locale.replace('_', "-"));
    // Our words in a card of another language name their own.
    let foreign = locale
        .as_ref()
        .is_some_and(|own| !same_language(own, &messages.language));
    let lang = foreign.then(|| attr_value(&messages.language));
    let context = CardContext {
        article,
        formats,
        messages,
        lang: &lang,
    };
    let source = Source {
        on_provider: &props.on_provider,
        pressed: props.provider_pressed,
        link_target: *link_target,
    };
    let compact = *layout == Layout::Compact;
    let described = byline_id.clone().filter(|_| has_byline(article));
    let body = element("div")
        .part("ac-card-body")
        .child(title(props, title_id.clone(), described))
        .child(byline(&context, &byline_id, &source, *now_ms))
        .maybe_child((!compact).then(|| excerpt(props)))
        .maybe_child((!compact).then(|| course_details(&context)))
        .maybe_child((!compact).then(|| foot(props, &context)));
    let media = (!compact && !props.without_images)
        .then(|| card_media(article, *layout, props.eager, &props.image_proxy));
    let front = element("div").class("ac-x-front");
    let front = front.child(body.html()).maybe_child(media);
    let related = RelatedListProps {
        article: Rc::clone(article).into(),
        shown: props.related,
        open: props.related_open,
        link_target: *link_target,
        on_click: props.on_click.clone(),
        now_ms: *now_ms,
        formats: formats.clone(),
        messages: Rc::clone(messages).into(),
        lang: lang.clone(),
    };
    let related = if compact { None } else { related_list(related) };
    element("article")
        .part("ac-card")
        .attr("data-id", attr_value(&article.id))
        .attr("aria-labelledby", title_id)
        .attr("dir", locale.as_deref().map(direction))
        .attr("lang", locale)
        .child(front.html())
        .maybe_child(related)
        .html()
}

fn title(props: &ArticleCardProps, id: AttrValue, described: Option<AttrValue>) -> Html {
    let ArticleCardProps {
        article,
        link_target,
        ..
    } = props;
    let title = marked(&article.title, &marks(props, &article.title));
    let heading = heading(props.heading_level)
        .part("ac-card-title")
        .attr("id", id)
        .attr("dir", text_direction(article));
    let Some(url) = article.link() else {
        return heading.child(title).html();
    };
    let link = element("a")
        .part("ac-card-link")
        .attr("href", attr_value(url))
        .attr("target", link_target.target())
        .attr("rel", link_target.rel())
        .attr("aria-describedby", described)
        .on_click(click(&props.on_click, article, url));
    heading.child(link.child(title).html()).html()
}

/// Text of unknown language finds its own direction; else the card has it.
fn text_direction(article: &Article) -> Option<&'static str> {
    article.locale.is_none().then_some("auto")
}

fn excerpt(props: &ArticleCardProps) -> Html {
    let article = &props.article;
    match &article.excerpt {
        Some(excerpt) if !props.without_excerpts => element("p")
            .part("ac-card-excerpt")
            .attr("dir", text_direction(article))
            .child(found(excerpt, marks(props, excerpt)))
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

fn marks(props: &ArticleCardProps, text: &str) -> Vec<Range<usize>> {
    let highlighter = props.highlighter.as_ref();
    highlighter.map(|it| it.marks(text)).unwrap_or_default()
}

fn foot(props: &ArticleCardProps, context: &CardContext<'_>) -> Html {
    let article = context.article;
    let scored = props.with_scores && (article.quality.is_some() || article.heat.is_some());
    if article.topics.is_empty() && !scored {
        return Html::default();
    }
    let topics = topic_list(TopicListProps {
        article: Rc::clone(article).into(),
        shown: 3,
        on_topic: props.on_topic.clone(),
        pressed: Rc::clone(&props.pressed_topics),
        formats: context.formats.clone(),
        messages: Rc::clone(context.messages).into(),
        lang: context.lang.clone(),
    });
    let foot = element("div").class("ac-x-foot").maybe_child(topics);
    foot.maybe_child(scored.then(|| scores(context))).html()
}
