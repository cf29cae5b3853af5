//! The cards, or what stands in their place.

use std::rc::Rc;

use yew::virtual_dom::VList;
use yew::{AttrValue, Callback, Html};

use crate::components::card::ArticleCardProps;
use crate::components::list::error_message::{ErrorMessageProps, error_message};
use crate::components::list::error_text::{error_details, error_text};
use crate::components::list::pager::{PagerProps, PagerState, pager};
use crate::components::list::render_context::RenderContext;
use crate::components::list::skeletons::skeletons;
use crate::components::primitives::dyn_component::dyn_component;
use crate::components::primitives::element_builder::{attr_value, concat, element, owned_value};
use crate::store::{Paging, Pending, Status};
use article_cards_core::model::{Article, Published};
use article_cards_core::search::Highlighter;

/// What the list's own buttons do.
pub(super) struct ListCallbacks {
    pub(super) more: Callback<()>,
    /// Leads to a page.
    pub(super) turn: Callback<usize>,
    /// Tries again, and leaves the focus where it is.
    pub(super) retry: Callback<()>,
    /// Tries again, and leads to the first article.
    pub(super) retry_all: Callback<()>,
    pub(super) on_top: Callback<()>,
}

/// What the cards are drawn with beside the article.
pub(super) struct CardOptions {
    /// How many are in the first row.
    pub(super) first_row: usize,
    /// Marks what is searched for.
    pub(super) highlighter: Option<Rc<Highlighter>>,
    pub(super) on_topic: Option<Callback<AttrValue>>,
    pub(super) on_provider: Option<Callback<AttrValue>>,
}

/// The list with its pager, or what stands in its place.
pub(super) fn body(
    context: &RenderContext<'_>,
    cards: &CardOptions,
    buttons: &ListCallbacks,
) -> Html {
    match context.state.status() {
        Status::Idle if context.props.src.is_none() => Html::default(),
        Status::Idle | Status::Loading if context.props.calm_loading => Html::default(),
        // Where a list waits until it is near as well, so that nothing moves then.
        Status::Idle | Status::Loading => {
            skeletons(context.props.layout, context.page_size().min(12))
        }
        Status::Error => failure(context, false, &buttons.retry_all),
        Status::Empty => context.nothing(),
        Status::Ready => {
            let topics = context.chosen("topics");
            let providers = context.chosen("provider");
            let cells = context
                .state
                .shown()
                .iter()
                .enumerate()
                .map(|(place, article)| {
                    let cell = element("li").key(&*article.id).class("ac-x-cell");
                    let name = article.provider.as_ref().and_then(|it| it.name.as_deref());
                    let provider_pressed =
                        name.is_some_and(|name| providers.iter().any(|chosen| **chosen == *name));
                    let card = card(context, cards, place, article, &topics, provider_pressed);
                    cell.child(card).html()
                });
            let list = element("ul").part("ac-results").attr("role", "list");
            let list = list.children(cells.collect()).html();
            VList::with_children(vec![list, standing(context, buttons)], None).into()
        }
    }
}

fn card(
    context: &RenderContext<'_>,
    cards: &CardOptions,
    place: usize,
    article: &Rc<Article>,
    pressed_topics: &Rc<[AttrValue]>,
    provider_pressed: bool,
) -> Html {
    if let Some(render) = &context.props.render_card {
        return render.emit(Rc::clone(article));
    }
    dyn_component(ArticleCardProps {
        pressed_topics: Rc::clone(pressed_topics),
        provider_pressed,
        ..card_props(context, cards, place, article)
    })
}

/// How a card is drawn whose topics and provider are not chosen.
pub(super) fn card_props(
    context: &RenderContext<'_>,
    cards: &CardOptions,
    place: usize,
    article: &Rc<Article>,
) -> ArticleCardProps {
    let props = context.props;
    ArticleCardProps {
        article: Rc::clone(article),
        formats: context.said.formats.clone(),
        messages: Rc::clone(context.said.messages),
        layout: props.layout,
        heading_level: props.heading_level,
        link_target: props.link_target,
        image_proxy: props.image_proxy.clone(),
        related: props.related,
        related_open: false,
        with_scores: props.with_scores,
        without_images: props.without_images,
        without_excerpts: props.without_excerpts,
        eager: place < cards.first_row,
        now_ms: present(article, context.now),
        on_click: props.on_card_click.clone(),
        on_topic: cards.on_topic.clone(),
        on_provider: cards.on_provider.clone(),
        pressed_topics: Rc::default(),
        provider_pressed: false,
        highlighter: cards.highlighter.clone(),
        id_prefix: None,
    }
}

/// Now, to the minute for what is recent; old articles are not drawn anew as time goes by.
fn present(article: &Article, now: f64) -> f64 {
    const EIGHT_DAYS: f64 = 8.0 * 86_400_000.0;
    match article.published_at {
        Some(Published::At(moment)) if (now - moment as f64).abs() > EIGHT_DAYS => {
            moment as f64 + EIGHT_DAYS
        }
        _ => now,
    }
}

/// What could not be had, in place of the articles or as a banner above them.
pub(super) fn failure(context: &RenderContext<'_>, banner: bool, retry: &Callback<()>) -> Html {
    let Some((_, error)) = context.state.failure() else {
        return Html::default();
    };
    let messages = context.said.messages;
    error_message(&ErrorMessageProps {
        title: attr_value(&messages.error_title),
        text: Some(owned_value(error_text(
            error,
            messages,
            context.said.formats,
        ))),
        details: error_details(error).map(owned_value),
        banner,
        heading_level: context.props.heading_level,
        on_retry: Some(retry.clone()),
        busy: context.state.pending().is_some(),
        own: context.props.error.clone(),
        slotted: context.props.slotted,
        messages: Rc::clone(messages),
        children: Html::default(),
    })
}

/// How far the list is, and the way on.
fn standing(context: &RenderContext<'_>, buttons: &ListCallbacks) -> Html {
    match pager_props(context, buttons) {
        Some(props) => pager(&props),
        None => Html::default(),
    }
}

/// What the pager is drawn from, where there is one.
pub(super) fn pager_props(
    context: &RenderContext<'_>,
    buttons: &ListCallbacks,
) -> Option<PagerProps> {
    let (state, said) = (context.state, &context.said);
    let paging = state.paging();
    if paging == Paging::None {
        return None;
    }
    let (shown, total) = (state.shown().len(), state.total());
    let page_failure = state.failure().filter(|(what, _)| *what == Pending::Page);
    let place = match (page_failure, state.pending()) {
        (Some((_, error)), _) => {
            let why = error_text(error, said.messages, said.formats);
            PagerState::Failed(concat(&[&said.messages.more_failed, " ", &why]))
        }
        (_, Some(Pending::Page)) => PagerState::Loading,
        _ if state.has_more() => PagerState::More,
        _ => PagerState::End,
    };
    let is_failed = page_failure.is_some();
    let on_more = if is_failed {
        &buttons.retry
    } else {
        &buttons.more
    };
    let goes_on = state.has_next_page();
    // What is there is shown before a page of the feed is asked for.
    let next = total.saturating_sub(shown).min(context.page_size());
    Some(PagerProps {
        shown,
        total,
        goes_on,
        pages: (paging == Paging::Pages).then(|| state.pages()),
        page: state.page(),
        on_page: buttons.turn.clone(),
        next: (!goes_on || next > 0).then_some(next),
        state: place,
        on_more: on_more.clone(),
        on_top: Some(buttons.on_top.clone()),
        formats: said.formats.clone(),
        messages: Rc::clone(said.messages),
    })
}
