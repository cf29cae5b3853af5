//! The cards, or what replaces them.

use std::rc::Rc;

use yew::virtual_dom::VList;
use yew::{AttrValue, Callback, Classes, Html};

use crate::attributes::MAX_SKELETONS;
use crate::components::card::ArticleCardProps;
use crate::components::list::error_message::{ErrorMessageProps, error_message};
use crate::components::list::error_text::{error_details, error_text};
use crate::components::list::groups::grouped;
use crate::components::list::own_card::own_card;
use crate::components::list::pager::{PagerProps, PagerState, pager};
use crate::components::list::render_context::RenderContext;
use crate::components::list::skeletons::skeletons;
use crate::components::primitives::{
    ElementBuilder, Localized, attr_value, concat, dyn_component, element, owned_value,
};
use crate::hooks::Cells;
use crate::store::{Paging, Pending, Status};
use article_cards_core::model::{Article, Published};
use article_cards_core::search::Highlighter;

/// The callbacks of the list's own buttons.
pub(super) struct ListCallbacks {
    pub(super) on_more: Callback<()>,
    /// Receives a page number.
    pub(super) on_page: Callback<usize>,
    /// Retries and leaves the focus where it is.
    pub(super) on_retry: Callback<()>,
    /// Retries and moves the focus to the first article.
    pub(super) on_retry_all: Callback<()>,
    pub(super) on_top: Callback<()>,
}

/// The props that all cards share and that the list does not have.
pub(super) struct CardOptions {
    /// The number of cards in the first row.
    pub(super) first_row: usize,
    /// Marks the search terms.
    pub(super) highlighter: Option<Rc<Highlighter>>,
    pub(super) on_topic: Option<Callback<AttrValue>>,
    pub(super) on_provider: Option<Callback<AttrValue>>,
}

/// The cards with their pager, or what replaces them.
pub(super) fn body(
    context: &RenderContext<'_>,
    cards: &CardOptions,
    cells: &Cells,
    callbacks: &ListCallbacks,
) -> Html {
    match context.state.status() {
        Status::Idle | Status::Loading if context.shows_skeletons() => skeletons(
            context.layouts.current,
            context.page_size().min(MAX_SKELETONS),
        ),
        Status::Idle | Status::Loading => Html::default(),
        Status::Error => failure(context, false, &callbacks.on_retry_all),
        Status::Empty if context.lost().is_empty() => context.empty_state(),
        Status::Ready | Status::Empty => {
            let topics = context.selected("topics");
            let filters = &context.state.query().filters;
            let shown: Vec<_> = [context.state.shown(), context.lost()].concat();
            let featured = context.featured();
            let cells = cells.render(&shown, |index, article| {
                let cell = cell(article, index, featured);
                let name = article.provider.as_ref().and_then(|it| it.name.as_deref());
                let provider_pressed =
                    name.is_some_and(|name| filters.is_selected("provider", name));
                let card = card(context, cards, index, article, &topics, provider_pressed);
                cell.child(card).html()
            });
            VList::with_children(
                vec![card_lists(context, cells), list_pager(context, callbacks)],
                None,
            )
            .into()
        }
    }
}

/// The item of a card, the first `featured` of which are lead stories.
pub(super) fn cell(article: &Article, index: usize, featured: usize) -> ElementBuilder {
    element("li")
        // An id may be the key of an entry between the cards.
        .key(["card-", &article.id].concat())
        .part("ac-cell")
        .class(match index {
            0 if featured > 0 => "ac-cell ac-x-lead",
            _ if index < featured => "ac-cell ac-x-second",
            _ => "ac-cell",
        })
}

/// The cards in one list, or in one for each heading.
pub(super) fn card_lists(context: &RenderContext<'_>, cells: Vec<Html>) -> Html {
    match context.is_grouped() {
        true => grouped(context, cells),
        false => {
            let cells = cells.into_iter().zip(1..);
            let entries = cells.flat_map(|(cell, count)| with_entries_after(context, count, cell));
            card_list(entries.collect())
        }
    }
}

pub(super) fn card_list(cells: Vec<Html>) -> Html {
    let list = element("ul").part("ac-results").attr("role", "list");
    list.children(cells).html()
}

/// Returns a cell, followed by the page's entries that come after `count` cards.
pub(super) fn with_entries_after(
    context: &RenderContext<'_>,
    count: usize,
    cell: Html,
) -> impl Iterator<Item = Html> {
    let entries = context.props.after.iter();
    let entries = entries.filter(move |(after, _)| *after == count);
    let entries = entries.map(move |(_, content)| {
        let entry = element("li").key(["after-", &count.to_string()].concat());
        entry.class("ac-x-between").child(content.clone()).html()
    });
    std::iter::once(cell).chain(entries)
}

fn card(
    context: &RenderContext<'_>,
    cards: &CardOptions,
    index: usize,
    article: &Rc<Article>,
    pressed_topics: &Rc<[AttrValue]>,
    provider_pressed: bool,
) -> Html {
    if let Some(render) = &context.props.render_card {
        return render.emit(Rc::clone(article));
    }
    let props = ArticleCardProps {
        pressed_topics: Rc::clone(pressed_topics),
        provider_pressed,
        ..card_props(context, cards, index, article)
    };
    match &context.props.own_card {
        Some(make) => own_card(props, make, context.localization),
        None => dyn_component(Localized::new(props, context.localization)),
    }
}

/// The props of a card without selected topics and provider.
pub(super) fn card_props(
    context: &RenderContext<'_>,
    cards: &CardOptions,
    index: usize,
    article: &Rc<Article>,
) -> ArticleCardProps {
    let props = context.props;
    let remembered = context.remembered.as_ref();
    ArticleCardProps {
        is_new: remembered.is_some_and(|it| it.is_new(article)),
        saved: remembered.is_some_and(|it| it.is_saved(article)),
        on_save: remembered.map(|it| it.on_save.clone()),
        article: Rc::clone(article).into(),
        layout: context.layouts.current,
        heading_level: props.heading_level + u8::from(context.is_grouped()),
        featured: index < context.featured(),
        link_target: props.link_target,
        image_proxy: props.image_proxy.clone(),
        related: props.related,
        related_open: false,
        with_scores: props.with_scores,
        with_authors: props.with_authors,
        without_images: props.without_images,
        without_excerpts: props.without_excerpts,
        eager: index < cards.first_row,
        now_ms: now_for(article, context.now),
        on_click: props.on_card_click.clone(),
        on_topic: cards.on_topic.clone(),
        on_provider: cards.on_provider.clone(),
        pressed_topics: Rc::default(),
        provider_pressed: false,
        highlighter: cards.highlighter.clone(),
        id_prefix: None,
        class: Classes::default(),
        id: None,
    }
}

/// The current time for the dates of an article and its related ones. It is constant if all of them
/// are old, so that such articles are not rendered again every minute.
fn now_for(article: &Article, now: f64) -> f64 {
    const EIGHT_DAYS: f64 = 8.0 * 86_400_000.0;
    /// The year 9999: no date is relative to it.
    const FAR: f64 = 253_402_300_799_000.0;
    let related = article.related.iter().map(|related| related.published_at);
    let mut dates = related.chain([article.published_at]).flatten();
    let is_old = |published| match published {
        Published::At(moment) => (now - moment as f64).abs() > EIGHT_DAYS,
        Published::On(_) => false,
    };
    if dates.all(is_old) { FAR } else { now }
}

/// An error message in index of the articles, or as a banner above them.
pub(super) fn failure(context: &RenderContext<'_>, banner: bool, retry: &Callback<()>) -> Html {
    let Some((_, error)) = context.state.failure() else {
        return Html::default();
    };
    let messages = &context.localization.messages;
    let props = ErrorMessageProps {
        title: attr_value(&messages.error_title),
        text: Some(owned_value(error_text(error, context.localization))),
        details: error_details(error).map(owned_value),
        banner,
        heading_level: context.props.heading_level,
        on_retry: Some(retry.clone()),
        busy: context.state.pending().is_some(),
        own: context.props.error.clone(),
        slotted: context.props.slotted,
        children: Html::default(),
        class: Classes::default(),
        id: None,
    };
    error_message(&props, messages)
}

/// The pager, if there is one.
fn list_pager(context: &RenderContext<'_>, callbacks: &ListCallbacks) -> Html {
    match pager_props(context, callbacks) {
        Some(props) => pager(&props, context.localization),
        None => Html::default(),
    }
}

/// The props of the pager, if there is one.
pub(super) fn pager_props(
    context: &RenderContext<'_>,
    callbacks: &ListCallbacks,
) -> Option<PagerProps> {
    let state = context.state;
    let paging = state.paging();
    if paging == Paging::None {
        return None;
    }
    // The page shows elsewhere what is left out.
    let (shown, total) = (state.skipped() + state.shown().len(), state.total());
    let page_failure = state.failure().filter(|(what, _)| *what == Pending::Page);
    let is_loading = state.pending() == Some(Pending::Page) || state.is_loading_rest();
    let (pager_state, on_more) = match page_failure {
        _ if state.has_loaded_more() => (PagerState::More, &callbacks.on_more),
        Some((_, error)) => {
            let why = error_text(error, context.localization);
            let failed = &context.localization.messages.more_failed;
            let failed = PagerState::Failed(concat(&[failed, " ", &why]));
            (failed, &callbacks.on_retry)
        }
        None if is_loading => (PagerState::Loading, &callbacks.on_more),
        None if state.has_more() => (PagerState::More, &callbacks.on_more),
        None => (PagerState::End, &callbacks.on_more),
    };
    let has_next_page = state.has_next_page();
    // Loaded articles are shown before another page of the feed is loaded.
    let next = total.saturating_sub(shown).min(context.page_size());
    Some(PagerProps {
        label: context.props.label.clone(),
        shown,
        total,
        has_next_page,
        pages: (paging == Paging::Pages).then(|| state.pages()),
        page: state.page(),
        on_page: callbacks.on_page.clone(),
        next: (!has_next_page || next > 0).then_some(next),
        state: pager_state,
        on_more: on_more.clone(),
        on_top: Some(callbacks.on_top.clone()),
        class: Classes::default(),
        id: None,
    })
}

#[cfg(test)]
mod tests {
    use super::now_for;
    use article_cards_core::model::{Article, Published, Related};

    const NOW: f64 = 1_700_000_000_000.0;
    const DAY: i64 = 86_400_000;

    #[test]
    fn dates_are_relative_to_now_if_one_is_recent() {
        let published = |days: i64| Some(Published::At(NOW as i64 - days * DAY));
        let now = |own, related: &[i64]| {
            let related = related.iter().map(|days| Related {
                published_at: published(*days),
                ..Related::default()
            });
            let article = Article {
                published_at: published(own),
                related: related.collect(),
                ..Article::default()
            };
            now_for(&article, NOW)
        };
        assert_eq!(now(1, &[]), NOW);
        assert_eq!(now(100, &[99, 2]), NOW);
        // A week apart, and both long ago.
        assert_eq!(now(100, &[93]), now(50, &[]));
        assert!(now(100, &[93]) > NOW + (1_000 * DAY) as f64);
    }
}
