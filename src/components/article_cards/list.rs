//! The cards, or what stands in their place.

use std::rc::Rc;

use yew::virtual_dom::VList;
use yew::{AttrValue, Callback, Html};

use super::view::View;
use crate::components::error_message::error_message;
use crate::components::error_words::{error_details, error_words};
use crate::components::pager::pager;
use crate::components::part::part;
use crate::components::skeletons::skeletons;
use crate::components::tag::{joined, owned, tag, words};
use crate::components::{
    ArticleCardProperties, ErrorMessageProperties, PagerProperties, PagerState,
};
use crate::store::{Paging, Pending, Status};
use article_cards_core::model::{Article, Published};
use article_cards_core::search::Highlighter;

/// What the list's own buttons do.
pub(super) struct Buttons {
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
pub(super) struct Cards {
    /// How many are in the first row.
    pub(super) first_row: usize,
    /// Marks what is searched for.
    pub(super) highlighter: Option<Rc<Highlighter>>,
    pub(super) on_topic: Option<Callback<AttrValue>>,
    pub(super) on_provider: Option<Callback<AttrValue>>,
}

/// The list with its pager, or what stands in its place.
pub(super) fn body(view: &View<'_>, cards: &Cards, buttons: &Buttons) -> Html {
    match view.state.status() {
        Status::Idle if view.properties.src.is_none() => Html::default(),
        Status::Idle | Status::Loading if view.properties.calm_loading => Html::default(),
        // Where a list waits until it is near as well, so that nothing moves then.
        Status::Idle | Status::Loading => {
            skeletons(view.properties.layout, view.page_size().min(12))
        }
        Status::Error => failure(view, false, &buttons.retry_all),
        Status::Empty => view.nothing(),
        Status::Ready => {
            let topics = view.chosen("topics");
            let providers = view.chosen("provider");
            let cells = view
                .state
                .shown()
                .iter()
                .enumerate()
                .map(|(place, article)| {
                    let cell = tag("li").key(&*article.id).class("ac-x-cell");
                    let name = article.provider.as_ref().and_then(|it| it.name.as_deref());
                    let provider_pressed =
                        name.is_some_and(|name| providers.iter().any(|chosen| **chosen == *name));
                    let card = card(view, cards, place, article, &topics, provider_pressed);
                    cell.child(card).html()
                });
            let list = tag("ul").part("ac-results").with("role", "list");
            let list = list.children(cells.collect()).html();
            VList::with_children(vec![list, standing(view, buttons)], None).into()
        }
    }
}

fn card(
    view: &View<'_>,
    cards: &Cards,
    place: usize,
    article: &Rc<Article>,
    pressed_topics: &Rc<[AttrValue]>,
    provider_pressed: bool,
) -> Html {
    if let Some(render) = &view.properties.render_card {
        return render.emit(Rc::clone(article));
    }
    part(ArticleCardProperties {
        pressed_topics: Rc::clone(pressed_topics),
        provider_pressed,
        ..card_properties(view, cards, place, article)
    })
}

/// How a card is drawn whose topics and provider are not chosen.
pub(super) fn card_properties(
    view: &View<'_>,
    cards: &Cards,
    place: usize,
    article: &Rc<Article>,
) -> ArticleCardProperties {
    let properties = view.properties;
    ArticleCardProperties {
        article: Rc::clone(article),
        formats: view.said.formats.clone(),
        messages: Rc::clone(view.said.messages),
        layout: properties.layout,
        heading_level: properties.heading_level,
        link_target: properties.link_target,
        image_proxy: properties.image_proxy.clone(),
        related: properties.related,
        related_open: false,
        with_scores: properties.with_scores,
        without_images: properties.without_images,
        without_excerpts: properties.without_excerpts,
        eager: place < cards.first_row,
        now_ms: present(article, view.now),
        on_click: properties.on_card_click.clone(),
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
pub(super) fn failure(view: &View<'_>, banner: bool, retry: &Callback<()>) -> Html {
    let Some((_, error)) = view.state.failure() else {
        return Html::default();
    };
    let messages = view.said.messages;
    error_message(&ErrorMessageProperties {
        title: words(&messages.error_title),
        text: Some(owned(error_words(error, messages, view.said.formats))),
        details: error_details(error).map(owned),
        banner,
        heading_level: view.properties.heading_level,
        on_retry: Some(retry.clone()),
        busy: view.state.pending().is_some(),
        own: view.properties.error.clone(),
        slotted: view.properties.slotted,
        messages: Rc::clone(messages),
        children: Html::default(),
    })
}

/// How far the list is, and the way on.
fn standing(view: &View<'_>, buttons: &Buttons) -> Html {
    match pager_properties(view, buttons) {
        Some(properties) => pager(&properties),
        None => Html::default(),
    }
}

/// What the pager is drawn from, where there is one.
pub(super) fn pager_properties(view: &View<'_>, buttons: &Buttons) -> Option<PagerProperties> {
    let (state, said) = (view.state, &view.said);
    let paging = state.paging();
    if paging == Paging::None {
        return None;
    }
    let (shown, total) = (state.shown().len(), state.total());
    let page_failure = state.failure().filter(|(what, _)| *what == Pending::Page);
    let place = match (page_failure, state.pending()) {
        (Some((_, error)), _) => {
            let why = error_words(error, said.messages, said.formats);
            PagerState::Failed(joined(&[&said.messages.more_failed, " ", &why]))
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
    let next = total.saturating_sub(shown).min(view.page_size());
    Some(PagerProperties {
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
