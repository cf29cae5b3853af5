use std::rc::Rc;

use yew::{AttrValue, Callback, Html, component, hook, use_memo, use_mut_ref};

use crate::attributes::Loading;
use crate::browser::{Formats, IntlLocale};
use crate::components::list::list_handle::{ListHandle, use_list_handle};
use crate::components::list::props::ArticleCardsProps;
use crate::components::list::render::{RenderInput, draw};
use crate::components::list::render_context::{RenderContext, page_size, query_updater};
use crate::components::list::results::CardOptions;
use crate::components::list::selection::{Selection, use_query_props, use_selection};
use crate::components::list::status_text::StatusText;
use crate::events::Change;
use crate::hooks::{
    RenderedQuery, Source, read_url_state, use_announcement, use_columns, use_effect_on, use_feed,
    use_focus_after, use_infinite_scroll, use_late_url_state, use_lazy_start, use_messages,
    use_nearest_language, use_node, use_now, use_preserved_focus, use_refresh, use_render_cell,
    use_theme, use_url_state,
};
use crate::store::{Action, Settings, State, Trigger};
use article_cards_core::feed::Options;
use article_cards_core::search::{Facet, Highlighter, IndexOptions, QueryState};

/// A feed as cards: loads it, shows it page by page, lets the reader search, filter and sort it,
/// and says what went wrong.
///
/// ```
/// use article_cards::components::{ArticleCards, Layout};
/// use yew::prelude::*;
///
/// #[component]
/// fn News() -> Html {
///     html! { <ArticleCards src="news.json" layout={Layout::List} url_state="news-" /> }
/// }
/// ```
#[component]
pub fn ArticleCards(props: &ArticleCardsProps) -> Html {
    use_list(props, None)
}

/// The whole list, and who controls it from outside of Yew: by which revision of the props.
#[hook]
pub fn use_list(props: &ArticleCardsProps, handle: Option<(ListHandle, u32)>) -> Html {
    let node = use_node();
    let has_begun = use_lazy_start(node.clone(), props.loading == Loading::Lazy);
    let nearest = use_nearest_language(node.clone());
    let locale = props.locale.clone().or(nearest);
    let messages = use_messages(
        props.messages.clone(),
        locale.clone(),
        props.languages.clone(),
    );
    let place = (locale, props.time_zone.clone());
    let host = use_memo(place.clone(), |(locale, time_zone)| {
        IntlLocale::new(locale.as_deref(), time_zone.as_deref())
    });
    let formats = use_memo(
        (place, props.relative_dates, messages.language.clone()),
        |((locale, time_zone), relative, language)| {
            Formats::new(locale.as_deref(), time_zone.as_deref(), *relative).speaking(language)
        },
    );

    let Selection {
        fields,
        facets,
        start,
        only,
    } = use_selection(props);
    let settings = Settings {
        index: IndexOptions {
            facets: facets.to_vec(),
            with_unpublished: props.with_unpublished,
            locale: host,
        },
        only: Option::clone(&only),
        page_size: page_size(props),
        paging: props.paging,
    };
    let given = props.state.clone().unwrap_or_else(|| (*start).clone());
    let first = || {
        let address = read_url_state(props.url_state.as_ref(), &fields);
        address.unwrap_or_else(|| given.clone())
    };
    let (on_load, on_error) = (props.on_load.clone(), props.on_error.clone());
    let source = Source {
        src: props.src.clone().filter(|_| has_begun),
        ..source(props)
    };
    let src = source.src.clone();
    let feed = use_feed(source, settings, first, on_load, on_error);
    let (state, dispatch): (&State, _) = (&feed.state, &feed.dispatch);
    use_refresh(props.refresh, src, feed.refresh.clone());
    use_query_props(props, &start, dispatch);
    use_late_url_state(
        props.url_state.clone(),
        &fields,
        dispatch.reform(|query| Action::QueryReplaced(query, Trigger::Host)),
    );
    use_url_state(
        props.url_state.clone(),
        &fields,
        &given,
        RenderedQuery {
            query: state.query(),
            replaces_entry: state.trigger() != Trigger::Decision,
            is_complete: state.pending().is_none() && !state.needs_page(),
        },
        dispatch.reform(|query| Action::QueryReplaced(query, Trigger::History)),
    );
    use_change(state, &props.on_change, &props.on_page);

    let now = use_now(props.relative_dates);
    let focus_after = use_focus_after(node.clone(), state);
    use_infinite_scroll(node.clone(), state, dispatch);
    let context = RenderContext {
        props,
        said: StatusText {
            messages: &messages,
            formats: &formats,
        },
        state,
        query: Rc::new(state.query().clone()),
        dispatch,
        now,
        has_text: state
            .index()
            .is_some_and(|index| index.has_search_terms(state.query())),
    };
    let announced = use_announcement(context.said.announcement(state, context.has_text));
    let cards = CardOptions {
        first_row: use_columns(node.clone(), props.layout),
        highlighter: use_highlighter(state),
        on_topic: use_toggle("topics", &facets, dispatch),
        on_provider: use_toggle("provider", &facets, dispatch),
    };
    let theme = use_theme(node.clone(), props.theme);
    let panel_open = use_render_cell(bool::default);
    use_preserved_focus(node.clone());
    use_list_handle(handle, &feed);

    draw(&RenderInput {
        context: &context,
        cards: &cards,
        feed: &feed,
        focus_after: &focus_after,
        node: &node,
        theme,
        panel_open: &panel_open,
        announced,
    })
}

fn source(props: &ArticleCardsProps) -> Source {
    let page_src = props.page_src.as_ref();
    Source {
        src: props.src.clone(),
        feed: props.feed.clone(),
        items: props.items.clone(),
        options: Options {
            mapping: props.mapping.clone(),
            page_src: page_src.map(|template| template.to_string()),
            max_bytes: props.max_bytes,
        },
        credentials: props.credentials,
        prefetch: props.early.clone(),
    }
}

/// Tells of what the reader asks for, and not of what the page sets.
#[hook]
fn use_change(state: &State, on_change: &Callback<Change>, on_page: &Callback<usize>) {
    let before = use_mut_ref(|| state.query().clone());
    let (cause, total) = (state.trigger(), state.total());
    let (on_change, on_page) = (on_change.clone(), on_page.clone());
    // There is nothing to tell before the answer.
    let answered = (!state.is_stale()).then(|| state.query().clone());
    use_effect_on(answered, move |query: &Option<QueryState>| {
        let Some(query) = query else { return };
        let mut before = before.replace(query.clone());
        if cause == Trigger::Host || before == *query {
            return;
        }
        on_change.emit(Change {
            state: query.clone(),
            total,
        });
        // Another query begins at its first page, which nobody asked for.
        if std::mem::replace(&mut before.page, query.page) != query.page && before == *query {
            on_page.emit(query.page);
        }
    });
}

/// What marks in the cards what is searched for, the same as long as that is.
#[hook]
fn use_highlighter(state: &State) -> Option<Rc<Highlighter>> {
    let index = state.index().filter(|_| !state.is_stale());
    let highlighter = index.map(|index| index.highlighter(state.query()));
    (*use_memo(highlighter, |it| {
        it.clone().filter(|it| !it.is_empty()).map(Rc::new)
    }))
    .clone()
}

/// What a card's topics or provider do where they are a facet.
#[hook]
fn use_toggle(
    field: &'static str,
    facets: &[Facet],
    dispatch: &Callback<Action>,
) -> Option<Callback<AttrValue>> {
    let toggle = use_memo(dispatch.clone(), move |dispatch| {
        query_updater(dispatch, Trigger::Decision).callback(move |query, value: AttrValue| {
            let filters = &mut query.filters;
            match filters.is_selected(field, &value) {
                true => filters.drop_value(field, &value),
                false => filters.select(field, &value),
            }
        })
    });
    facets
        .iter()
        .any(|facet| facet.field == field)
        .then(|| (*toggle).clone())
}
