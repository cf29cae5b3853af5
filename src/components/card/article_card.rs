use std::ops::Range;
use std::rc::Rc;

use yew::functional::{Hook, HookContext};
use yew::{AttrValue, Callback, Classes, Event, Html, component, hook};

use crate::attributes::Layout;
use crate::components::card::article_card_props::ArticleCardProps;
use crate::components::card::byline::{ProviderLink, byline, has_byline};
use crate::components::card::card_click::{begin_selection, click, follow_link};
use crate::components::card::card_context::CardContext;
use crate::components::card::card_media::card_media;
use crate::components::card::collapsible_list::use_without_script;
use crate::components::card::course_details::course_details;
use crate::components::card::language::direction;
use crate::components::card::marked::marked;
use crate::components::card::related_list::{RelatedListProps, related_list};
use crate::components::card::scores::scores;
use crate::components::card::topic_list::{TopicListProps, topic_list};
use crate::components::primitives::{
    IconName, Localization, Localized, On, Render, attr_value, concat, element, flag, heading,
    icon, use_localization, with_root_props,
};
use crate::hooks::use_unique_id;
use crate::i18n::fill;
use article_cards_core::model::Article;
use article_cards_core::search::excerpt_start;

/// One article as a card.
///
/// The styles in `styles/cards.css` apply inside an element with `class="ac-base"` and
/// `data-layout`. In a list the card is in `ul.ac-results > li.ac-cell`.
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
///         <section class="ac-base" data-layout="list"><ArticleCard {article} layout="list" /></section>
///     }
/// }
/// ```
#[component]
pub fn ArticleCard(props: &ArticleCardProps) -> Html {
    let localization = use_localization();
    let html = use_article_card(props, &localization);
    with_root_props(html, &props.class, &props.id)
}

impl Render for Localized<ArticleCardProps> {
    const NAME: &'static str = "article-card";

    fn renders_same(&self, other: &Self) -> bool {
        self == other
    }

    fn render(&self, hooks: &mut HookContext) -> Html {
        use_article_card(&self.props, &self.localization).run(hooks)
    }
}

#[hook]
fn use_article_card(props: &ArticleCardProps, localization: &Localization) -> Html {
    let ArticleCardProps {
        article,
        layout,
        link_target,
        now_ms,
        ..
    } = props;
    let context = CardContext::new(article, localization);
    let id = use_unique_id(props.id_prefix.clone());
    let title_id = concat(&[&id, "-title"]);
    let byline_id = Some(concat(&[&id, "-byline"]));
    let locale = article
        .locale
        .as_deref()
        .map(|locale| locale.replace('_', "-"));
    let provider_link = ProviderLink {
        on_provider: &props.on_provider,
        pressed: props.provider_pressed,
        link_target: *link_target,
    };
    let compact = *layout == Layout::Compact;
    let with_authors = props.with_authors && !compact;
    let described_by = byline_id
        .clone()
        .filter(|_| props.is_new || has_byline(article, with_authors));
    let save_button = match use_without_script() {
        true => save_placeholder(props),
        false => save_button(props, localization),
    };
    let body = element("div")
        .part("ac-card-body")
        .child(title(props, title_id.clone(), described_by))
        .child(byline(
            &context,
            &byline_id,
            &provider_link,
            (with_authors, props.is_new),
            *now_ms,
        ))
        .maybe_child((!compact).then(|| excerpt(props)))
        .maybe_child((!compact).then(|| course_details(&context)))
        .child(match compact {
            true => save_button.unwrap_or_default(),
            false => foot(props, &context, localization, save_button),
        });
    let media = (!compact && !props.without_images)
        .then(|| card_media(props.into()))
        .flatten();
    let front = element("div").class("ac-x-front");
    let front = front.child(body.html()).maybe_child(media);
    let related = (!compact)
        .then(|| {
            related_list(
                RelatedListProps {
                    article: article.clone(),
                    shown: props.related,
                    open: props.related_open,
                    link_target: *link_target,
                    on_click: props.on_click.clone(),
                    now_ms: *now_ms,
                    class: Classes::default(),
                    id: None,
                },
                localization,
            )
        })
        .flatten();
    element("article")
        .part("ac-card")
        .attr("data-id", attr_value(&article.id))
        .attr("aria-labelledby", title_id)
        .attr("dir", locale.as_deref().map(direction))
        .attr("lang", locale)
        .on_click(Some(Callback::from(follow_link)))
        .on(On::AuxClick, Callback::from(follow_link))
        .child(front.html())
        .maybe_child(related)
        .html()
}

fn title(props: &ArticleCardProps, id: AttrValue, described_by: Option<AttrValue>) -> Html {
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
        .attr("aria-describedby", described_by)
        // Its text can be selected.
        .attr("draggable", "false")
        .on(On::MouseDown, Callback::from(begin_selection))
        .on_click(Some(click(&props.on_click, article, url)));
    let words = element("span").child(title);
    heading.child(link.child(words.html()).html()).html()
}

/// The `dir` of a text: `auto` if the language is unknown. Otherwise the card has a direction.
fn text_direction(article: &Article) -> Option<&'static str> {
    article.locale.is_none().then_some("auto")
}

fn excerpt(props: &ArticleCardProps) -> Html {
    let article = &props.article;
    match &article.excerpt {
        Some(excerpt) if !props.without_excerpts => element("p")
            .part("ac-card-excerpt")
            .attr("dir", text_direction(article))
            .child(marked_excerpt(excerpt, marks(props, excerpt)))
            .html(),
        _ => Html::default(),
    }
}

/// The number of characters of an excerpt that are visible in a narrow card.
const VISIBLE_CHARS: usize = 100;

/// An excerpt, shortened at its start so that the first mark is visible.
fn marked_excerpt(excerpt: &str, marks: Vec<Range<usize>>) -> Html {
    let start = excerpt_start(excerpt, &marks, VISIBLE_CHARS);
    if start == 0 {
        return marked(excerpt, &marks);
    }
    const ELLIPSIS: &str = "… ";
    let shown = [ELLIPSIS, excerpt.get(start..).unwrap_or_default()].concat();
    let shifted = |mark: Range<usize>| {
        let shift = |at: usize| Some(at.checked_sub(start)? + ELLIPSIS.len());
        Some(shift(mark.start)?..shift(mark.end)?)
    };
    let marks: Vec<_> = marks.into_iter().filter_map(shifted).collect();
    marked(&shown, &marks)
}

fn marks(props: &ArticleCardProps, text: &str) -> Vec<Range<usize>> {
    let highlighter = props.highlighter.as_ref();
    highlighter
        .map(|highlighter| highlighter.marks(text))
        .unwrap_or_default()
}

fn foot(
    props: &ArticleCardProps,
    context: &CardContext<'_>,
    localization: &Localization,
    save_button: Option<Html>,
) -> Html {
    let article = &props.article;
    let scored = props.with_scores && (article.quality.is_some() || article.heat.is_some());
    if article.topics.is_empty() && !scored && save_button.is_none() {
        return Html::default();
    }
    let topics = topic_list(
        TopicListProps {
            article: article.clone(),
            shown: 3,
            on_topic: props.on_topic.clone(),
            pressed: Rc::clone(&props.pressed_topics),
            class: Classes::default(),
            id: None,
        },
        localization,
    );
    let foot = element("div").class("ac-x-foot").maybe_child(topics);
    foot.maybe_child(scored.then(|| scores(context)))
        .maybe_child(save_button)
        .html()
}

/// The button that saves the article, or removes it.
fn save_button(props: &ArticleCardProps, localization: &Localization) -> Option<Html> {
    let ArticleCardProps { article, saved, .. } = props;
    let (id, is_saved) = (attr_value(&article.id), *saved);
    let on_click = props.on_save.as_ref()?;
    let on_click = on_click.reform(move |_: Event| (id.clone(), !is_saved));
    let label = fill(&localization.messages.save, &[("title", &article.title)]);
    let button = element("button")
        .attr("type", "button")
        .part("ac-card-save")
        .attr("aria-pressed", flag(is_saved))
        .attr("aria-label", label)
        .on_click(Some(on_click));
    Some(button.child(icon(IconName::Save)).html())
}

/// An invisible placeholder for the button that saves the article.
fn save_placeholder(props: &ArticleCardProps) -> Option<Html> {
    props.on_save.as_ref()?;
    let room = element("i").class("ac-card-save ac-x-room");
    Some(room.attr("aria-hidden", "true").html())
}
