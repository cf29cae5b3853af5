use std::rc::Rc;

use yew::{AttrValue, Callback, ContextProvider, Html, Properties, component, html};

use crate::attributes::Layout;
use crate::components::card::ArticleCardProps;
use crate::components::card::WithoutScript;
use crate::components::controls::chips::{chip, filters_in_use};
use crate::components::controls::toolbar::bare_toolbar;
use crate::components::list::control_placeholders;
use crate::components::list::pager::{PagerState, end, status};
use crate::components::list::props::ArticleCardsProps;
use crate::components::list::render_context::{
    LayoutSelection, RenderContext, has_ground, may_offer,
};
use crate::components::list::results::{
    CardOptions, ListCallbacks, card_lists, card_props, cell, pager_props,
};
use crate::components::list::status_text::summary;
use crate::components::primitives::{
    ElementBuilder, Localization, Localized, RcEq, attr_value, concat, dyn_component, element,
};
use crate::search_engine::SearchCapabilities;
use crate::store::State;
use article_cards_core::search::{ActiveFilter, FilterableFields, SortKey};

/// Props of [`StaticCards`].
///
/// Changed props of the list, and a changed state, need a new `Rc`.
#[derive(Clone, PartialEq, Properties)]
pub struct StaticCardsProps {
    /// The props of the list that replaces these cards once scripts run.
    pub list: RcEq<ArticleCardsProps>,
    /// The initial state of the list.
    pub state: RcEq<State>,
    /// The messages and formats.
    #[prop_or_default]
    pub localization: Localization,
    /// The prefix of all ids.
    #[prop_or(AttrValue::Static("ac"))]
    pub id_prefix: AttrValue,
}

/// The first cards of a list, for pages without scripts or before they run. The cards have the same
/// positions as those of [`ArticleCards`](super::ArticleCards), with placeholders for its controls
/// and without anything that needs a script.
///
/// The styles are in `styles/cards.css` and `styles/static.css`.
#[component]
pub fn StaticCards(props: &StaticCardsProps) -> Html {
    let StaticCardsProps {
        list,
        state,
        localization,
        ..
    } = props;
    let nothing = Callback::noop();
    let context = RenderContext {
        props: list,
        localization,
        state,
        query: Rc::new(state.query().clone()),
        dispatch: &nothing,
        now: 0.0,
        has_search_terms: state
            .index()
            .is_some_and(|index| index.has_search_terms(state.query())),
        sorts: {
            let fields = FilterableFields::default().with(list.mapping.fields());
            SortKey::parse_list(&list.sorts, &fields).into()
        },
        layouts: LayoutSelection {
            offered: Layout::parse_list(&list.layouts),
            current: list.layout,
            on_choose: Callback::noop(),
        },
        capabilities: SearchCapabilities::default(),
        remembered: None,
    };
    let is_empty = state.searched() == 0;
    let has_filters = !is_empty && context.has_filters();
    let main = element("div")
        .class("ac-x-main")
        .attr("data-refresh", may_offer(list).then_some(""))
        .child(control_placeholders::load_all(&context))
        .maybe_child(context.corrections())
        .child(
            element("div")
                .child(cards(&context, &props.id_prefix))
                .child(pager(&context))
                .html(),
        );
    let shell = element("div")
        .class("ac-x-shell")
        .child(match is_empty {
            true => bare_toolbar(status_bar(&context)),
            false => control_placeholders::toolbar(&context, status_bar(&context)),
        })
        .maybe_child(has_filters.then(|| control_placeholders::filters(&context)))
        .child(main.html());
    let base = element("section")
        .part("ac-base")
        .attr("data-layout", list.layout.as_str())
        .attr("data-theme", list.theme.as_str())
        .attr("aria-label", list.label.clone())
        .attr("data-ground", has_ground(list).then_some(""))
        .child(
            element("div")
                .class("ac-x-container")
                .child(shell.html())
                .html(),
        );
    html! {
        <ContextProvider<WithoutScript> context={WithoutScript}>
            { base.html() }
        </ContextProvider<WithoutScript>>
    }
}

/// The number of articles, and the active filters.
fn status_bar(context: &RenderContext<'_>) -> Html {
    let line = (!context.props.without_summary).then(|| {
        element("p")
            .part("ac-summary")
            .child(summary(context))
            .html()
    });
    element("div")
        .class("ac-x-status")
        .maybe_child(line)
        .child(filters(context))
        .html()
}

/// The active filters, as plain text.
fn filters(context: &RenderContext<'_>) -> Html {
    let parts = filters_in_use(&context.query);
    if parts.is_empty() {
        return Html::default();
    }
    let item = |part: &ActiveFilter| {
        let (_, chip) = chip(&context.query, context.localization, part, element("span"));
        element("li").child(chip.html()).html()
    };
    let list = element("ul").part("ac-chips");
    let list = list.attr(
        "aria-label",
        attr_value(&context.localization.messages.chips),
    );
    let list = parts.iter().map(item).fold(list, ElementBuilder::child);
    list.child(control_placeholders::clear_all(context)).html()
}

fn cards(context: &RenderContext<'_>, id_prefix: &AttrValue) -> Html {
    let state = context.state;
    let highlighter = state.highlighter();
    let cards = CardOptions {
        first_row: match context.props.layout {
            // The width of the list is unknown: a phone shows two cards, which is half of a row elsewhere.
            Layout::Grid => 2,
            Layout::List | Layout::Compact => 1,
        },
        highlighter: highlighter.filter(|it| !it.is_empty()).map(Rc::new),
        on_topic: None,
        on_provider: None,
    };
    let remembers = context.props.remember.is_some();
    let cells = state.shown().iter().enumerate().map(|(index, article)| {
        let id = concat(&[id_prefix, "-", &(index + 1).to_string()]);
        let card = ArticleCardProps {
            id_prefix: Some(id),
            on_save: remembers.then(Callback::noop),
            ..card_props(context, &cards, index, article)
        };
        cell(article, index, context.featured())
            .child(dyn_component(Localized::new(card, context.localization)))
            .html()
    });
    card_lists(context, cells.collect())
}

/// The progress of the list.
fn pager(context: &RenderContext<'_>) -> Html {
    let callbacks = ListCallbacks {
        on_more: Callback::noop(),
        on_page: Callback::noop(),
        on_retry: Callback::noop(),
        on_retry_all: Callback::noop(),
        on_top: Callback::noop(),
    };
    let Some(props) = pager_props(context, &callbacks) else {
        return Html::default();
    };
    if let Some(pages) = props.pages {
        return control_placeholders::page_numbers(pages, props.has_next_page);
    }
    let progress = match props.state {
        PagerState::End => end(&props, context.localization),
        _ => status(&props, context.localization),
    };
    let around = element("div").part("ac-pager").child(progress);
    around
        .child(control_placeholders::more_button(&props))
        .html()
}
