use std::rc::Rc;

use yew::{AttrValue, Callback, ContextProvider, Html, Properties, component, html};

use super::ArticleCardsProperties;
use super::list::{Buttons, Cards, card_properties, pager_properties};
use super::room;
use super::view::View;
use super::words::Words;
use crate::browser::Formats;
use crate::components::chips::{chip, filters_in_use};
use crate::components::pager::{end, standing};
use crate::components::part::part;
use crate::components::tag::{Tag, joined, tag, words};
use crate::components::{
    ArticleCardProperties, ChipsProperties, Layout, PagerState, WithoutScript,
};
use crate::hooks::refresh_interval;
use crate::i18n::Messages;
use crate::store::State;
use article_cards_core::search::Part;

/// Properties of [`StaticCards`].
///
/// A list's properties, a state and messages that changed come in a new `Rc`.
#[derive(Clone, Properties)]
pub struct StaticCardsProperties {
    /// The list that takes over where there is a script; of these, what decides how it looks.
    pub list: Rc<ArticleCardsProperties>,
    /// What it begins with.
    pub state: Rc<State>,
    /// Dates and numbers.
    pub formats: Formats,
    /// The words on screen.
    pub messages: Rc<Messages>,
    /// What all ids begin with.
    #[prop_or(AttrValue::Static("ac"))]
    pub id_prefix: AttrValue,
}

impl PartialEq for StaticCardsProperties {
    fn eq(&self, other: &Self) -> bool {
        let Self {
            list,
            state,
            formats,
            messages,
            id_prefix,
        } = self;
        Rc::ptr_eq(list, &other.list)
            && Rc::ptr_eq(state, &other.state)
            && *formats == other.formats
            && Rc::ptr_eq(messages, &other.messages)
            && *id_prefix == other.id_prefix
    }
}

/// The first cards of a list for pages in which no script runs, or none yet: the same cards,
/// without anything that only a script makes work, at the same places as those of
/// [`ArticleCards`](super::ArticleCards), whose controls find the room that they need.
///
/// Its look comes from `styles/cards.css` and `styles/static.css`.
#[component]
pub fn StaticCards(properties: &StaticCardsProperties) -> Html {
    let StaticCardsProperties {
        list,
        state,
        formats,
        messages,
        ..
    } = properties;
    let nothing = Callback::noop();
    let view = View {
        properties: list,
        said: Words { messages, formats },
        state,
        query: Rc::new(state.query().clone()),
        dispatch: &nothing,
        now: 0.0,
        has_text: false,
    };
    let is_empty = state.searched() == 0;
    let has_filters = !is_empty && view.has_filters();
    let main = tag("div")
        .class("ac-x-main")
        .child(status(&view))
        .child(room::gathering(&view))
        .child(
            tag("div")
                .child(cards(&view, &properties.id_prefix))
                .child(way_on(&view))
                .html(),
        );
    let shell = tag("div")
        .class("ac-x-shell")
        .maybe((!is_empty).then(|| room::toolbar(&view)))
        .maybe(has_filters.then(|| room::filters(&view)))
        .child(main.html());
    let base = tag("section")
        .part("ac-base")
        .with("data-layout", list.layout.as_str())
        .with("data-theme", list.theme.as_str())
        .with("aria-label", list.label.clone())
        .child(shell.html());
    html! {
        <ContextProvider<WithoutScript> context={WithoutScript}>{ base.html() }</ContextProvider<WithoutScript>>
    }
}

/// How many articles there are, and what they were filtered by.
fn status(view: &View<'_>) -> Html {
    let summary = tag("p").part("ac-summary");
    let summary = summary.child(view.said.summary(view.state));
    let news = refresh_interval(view.properties.refresh).map(|_| room::offer());
    tag("div")
        .class("ac-x-status")
        .child(summary.html())
        .child(filters(view))
        .maybe(news)
        .html()
}

/// The filters in use, as words.
fn filters(view: &View<'_>) -> Html {
    let parts = filters_in_use(&view.query);
    if parts.is_empty() {
        return Html::default();
    }
    let properties = ChipsProperties {
        state: Rc::clone(&view.query),
        on_drop: Callback::noop(),
        on_clear: Callback::noop(),
        formats: view.said.formats.clone(),
        messages: Rc::clone(view.said.messages),
    };
    let word = |part: &Part| {
        let (_, chip) = chip(&properties, part, tag("span"));
        tag("li").child(chip.html()).html()
    };
    let list = tag("ul").part("ac-chips");
    let list = list.with("aria-label", words(&view.said.messages.chips));
    let list = parts.iter().map(word).fold(list, Tag::child);
    list.child(room::clear_all(view)).html()
}

fn cards(view: &View<'_>, id_prefix: &AttrValue) -> Html {
    let state = view.state;
    let highlighter = state.index().map(|index| index.highlighter(state.query()));
    let cards = Cards {
        first_row: match view.properties.layout {
            // As wide as the column will be, nobody knows: what a phone shows, and half of a row.
            Layout::Grid => 2,
            Layout::List | Layout::Compact => 1,
        },
        highlighter: highlighter.filter(|it| !it.is_empty()).map(Rc::new),
        on_topic: None,
        on_provider: None,
    };
    let cells = state.shown().iter().enumerate().map(|(place, article)| {
        let id = joined(&[id_prefix, "-", &(place + 1).to_string()]);
        let card = ArticleCardProperties {
            id_prefix: Some(id),
            ..card_properties(view, &cards, place, article)
        };
        let cell = tag("li").class("ac-x-cell").key(&*article.id);
        cell.child(part(card)).html()
    });
    let list = tag("ul").part("ac-results").with("role", "list");
    list.children(cells.collect()).html()
}

/// How far the list is.
fn way_on(view: &View<'_>) -> Html {
    let buttons = Buttons {
        more: Callback::noop(),
        turn: Callback::noop(),
        retry: Callback::noop(),
        retry_all: Callback::noop(),
        on_top: Callback::noop(),
    };
    let Some(properties) = pager_properties(view, &buttons) else {
        return Html::default();
    };
    if let Some(pages) = properties.pages {
        return room::page_numbers(pages, properties.goes_on);
    }
    let standing = match properties.state {
        PagerState::End => end(&properties),
        _ => standing(&properties),
    };
    let around = tag("div").part("ac-pager").child(standing);
    around.child(room::way_on(&properties)).html()
}
