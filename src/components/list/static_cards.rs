use std::rc::Rc;

use yew::{AttrValue, Callback, ContextProvider, Html, Properties, component, html};

use crate::attributes::Layout;
use crate::browser::Formats;
use crate::components::card::ArticleCardProps;
use crate::components::card::WithoutScript;
use crate::components::controls::chips::{ChipsProps, chip, filters_in_use};
use crate::components::list::control_placeholders;
use crate::components::list::pager::{PagerState, pager_end, pager_status};
use crate::components::list::props::ArticleCardsProps;
use crate::components::list::render_context::RenderContext;
use crate::components::list::results::{CardOptions, ListCallbacks, card_props, pager_props};
use crate::components::list::status_text::StatusText;
use crate::components::primitives::dyn_component::dyn_component;
use crate::components::primitives::element_builder::{ElementBuilder, attr_value, concat, element};
use crate::hooks::refresh_interval;
use crate::i18n::Messages;
use crate::store::State;
use article_cards_core::search::ActiveFilter;

/// Props of [`StaticCards`].
///
/// A list's props, a state and messages that changed come in a new `Rc`.
#[derive(Clone, Properties)]
pub struct StaticCardsProps {
    /// The list that takes over where there is a script; of these, what decides how it looks.
    pub list: Rc<ArticleCardsProps>,
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

impl PartialEq for StaticCardsProps {
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
pub fn StaticCards(props: &StaticCardsProps) -> Html {
    let StaticCardsProps {
        list,
        state,
        formats,
        messages,
        ..
    } = props;
    let nothing = Callback::noop();
    let context = RenderContext {
        props: list,
        said: StatusText { messages, formats },
        state,
        query: Rc::new(state.query().clone()),
        dispatch: &nothing,
        now: 0.0,
        has_text: false,
    };
    let is_empty = state.searched() == 0;
    let has_filters = !is_empty && context.has_filters();
    let main = element("div")
        .class("ac-x-main")
        .child(status(&context))
        .child(control_placeholders::gathering(&context))
        .child(
            element("div")
                .child(cards(&context, &props.id_prefix))
                .child(way_on(&context))
                .html(),
        );
    let shell = element("div")
        .class("ac-x-shell")
        .maybe_child((!is_empty).then(|| control_placeholders::toolbar(&context)))
        .maybe_child(has_filters.then(|| control_placeholders::filters(&context)))
        .child(main.html());
    let base = element("section")
        .part("ac-base")
        .attr("data-layout", list.layout.as_str())
        .attr("data-theme", list.theme.as_str())
        .attr("aria-label", list.label.clone())
        .child(shell.html());
    html! {
        <ContextProvider<WithoutScript> context={WithoutScript}>{ base.html() }</ContextProvider<WithoutScript>>
    }
}

/// How many articles there are, and what they were filtered by.
fn status(context: &RenderContext<'_>) -> Html {
    let summary = element("p").part("ac-summary");
    let summary = summary.child(context.said.summary(context.state));
    let news = refresh_interval(context.props.refresh).map(|_| control_placeholders::offer());
    element("div")
        .class("ac-x-status")
        .child(summary.html())
        .child(filters(context))
        .maybe_child(news)
        .html()
}

/// The filters in use, as words.
fn filters(context: &RenderContext<'_>) -> Html {
    let parts = filters_in_use(&context.query);
    if parts.is_empty() {
        return Html::default();
    }
    let props = ChipsProps {
        state: Rc::clone(&context.query),
        on_drop: Callback::noop(),
        on_clear: Callback::noop(),
        formats: context.said.formats.clone(),
        messages: Rc::clone(context.said.messages),
    };
    let word = |part: &ActiveFilter| {
        let (_, chip) = chip(&props, part, element("span"));
        element("li").child(chip.html()).html()
    };
    let list = element("ul").part("ac-chips");
    let list = list.attr("aria-label", attr_value(&context.said.messages.chips));
    let list = parts.iter().map(word).fold(list, ElementBuilder::child);
    list.child(control_placeholders::clear_all(context)).html()
}

fn cards(context: &RenderContext<'_>, id_prefix: &AttrValue) -> Html {
    let state = context.state;
    let highlighter = state.index().map(|index| index.highlighter(state.query()));
    let cards = CardOptions {
        first_row: match context.props.layout {
            // As wide as the column will be, nobody knows: what a phone shows, and half of a row.
            Layout::Grid => 2,
            Layout::List | Layout::Compact => 1,
        },
        highlighter: highlighter.filter(|it| !it.is_empty()).map(Rc::new),
        on_topic: None,
        on_provider: None,
    };
    let cells = state.shown().iter().enumerate().map(|(place, article)| {
        let id = concat(&[id_prefix, "-", &(place + 1).to_string()]);
        let card = ArticleCardProps {
            id_prefix: Some(id),
            ..card_props(context, &cards, place, article)
        };
        let cell = element("li").class("ac-x-cell").key(&*article.id);
        cell.child(dyn_component(card)).html()
    });
    let list = element("ul").part("ac-results").attr("role", "list");
    list.children(cells.collect()).html()
}

/// How far the list is.
fn way_on(context: &RenderContext<'_>) -> Html {
    let buttons = ListCallbacks {
        more: Callback::noop(),
        turn: Callback::noop(),
        retry: Callback::noop(),
        retry_all: Callback::noop(),
        on_top: Callback::noop(),
    };
    let Some(props) = pager_props(context, &buttons) else {
        return Html::default();
    };
    if let Some(pages) = props.pages {
        return control_placeholders::page_numbers(pages, props.goes_on);
    }
    let standing = match props.state {
        PagerState::End => pager_end(&props),
        _ => pager_status(&props),
    };
    let around = element("div").part("ac-pager").child(standing);
    around.child(control_placeholders::way_on(&props)).html()
}
