use std::cell::Cell;
use std::rc::Rc;

use yew::{
    AttrValue, Callback, ContextProvider, Html, component, hook, html, use_memo, use_mut_ref,
};

use crate::attributes::{Layout, Loading};
use crate::browser::{Formats, IntlLocale, ListMemory};
use crate::components::list::list_handle::{ListHandle, use_list_handle};
use crate::components::list::props::ArticleCardsProps;
use crate::components::list::remembered::{limit_to_saved, use_remembered};
use crate::components::list::render::{RenderInput, render};
use crate::components::list::render_context::{
    LayoutSelection, RenderContext, page_size, query_updater, typed,
};
use crate::components::list::results::CardOptions;
use crate::components::list::selection::{Selection, use_query_props, use_selection};
use crate::components::list::status_text::announcement;
use crate::components::primitives::{Localization, with_root_props};
use crate::events::Change;
use crate::hooks::{
    EngineSource, RenderedQuery, SearchInput, Source, read_saved_query, read_url_state,
    use_announcement, use_columns, use_effect_on, use_feed, use_focus_after, use_hydrated,
    use_infinite_scroll, use_late_url_state, use_lazy_start, use_list_place, use_memory,
    use_messages, use_nearest_language, use_node, use_now, use_place, use_preserved_focus,
    use_refresh, use_render_cell, use_rendered_jumps, use_rest_in_view, use_search_input,
    use_status_in_view, use_sticky_toolbar, use_theme, use_url_state, use_visible_first,
};
use crate::store::{Action, Settings, State, Trigger};
use article_cards_core::feed::Options;
use article_cards_core::search::{Facet, Highlighter, IndexOptions, QueryState};

/// Loads a feed and shows it as cards, which the reader can search, filter and sort.
///
/// ```
/// use article_cards::components::ArticleCards;
/// use yew::prelude::*;
///
/// #[component]
/// fn News() -> Html {
///     html! { <ArticleCards src="news.json" layout="list" url_state="news-" class="news" /> }
/// }
/// ```
#[component]
pub fn ArticleCards(props: &ArticleCardsProps) -> Html {
    let (list, localization) = use_section(props, None);
    let list = with_root_props(list, &props.class, &props.id);
    // For cards that the page renders itself.
    html! {
        <ContextProvider<Localization> context={localization}>{ list }</ContextProvider<Localization>>
    }
}

/// The list of the custom element, which controls it through a handle. The number is the revision
/// of the props.
#[hook]
pub fn use_list(props: &ArticleCardsProps, handle: Option<(ListHandle, u32)>) -> Html {
    use_section(props, handle).0
}

/// The root element of a list, and its localization.
#[hook]
fn use_section(
    props: &ArticleCardsProps,
    handle: Option<(ListHandle, u32)>,
) -> (Html, Localization) {
    let own_node = use_node();
    let node = props.node_ref.clone().unwrap_or(own_node);
    let has_started = use_lazy_start(node.clone(), props.loading == Loading::Lazy);
    let is_hydrated = use_hydrated();
    let nearest = use_nearest_language(node.clone());
    let (locale, time_zone) = match is_hydrated {
        true => (props.locale.clone().or(nearest), props.time_zone.clone()),
        // As on a server.
        false => (Some("en".into()), Some("UTC".into())),
    };
    let has_relative_dates = props.relative_dates && is_hydrated;
    let messages = use_messages(
        Option::clone(&props.messages),
        locale.clone(),
        props.languages.clone(),
    );
    let region = (locale, time_zone);
    let intl_locale = use_memo(region.clone(), |(locale, time_zone)| {
        IntlLocale::new(locale.as_deref(), time_zone.as_deref())
    });
    let formats = use_memo(
        (region, has_relative_dates, messages.language.clone()),
        |((locale, time_zone), relative, language)| {
            Formats::new(locale.as_deref(), time_zone.as_deref(), *relative).speaking(language)
        },
    );

    let Selection {
        fields,
        facets,
        sorts,
        start,
        only,
    } = use_selection(props);
    let remember = props.remember.as_ref().filter(|_| is_hydrated);
    let memory = use_memory(remember, props.src.as_ref());
    let saved_only = use_render_cell(bool::default);
    let only = match memory.as_ref().filter(|_| saved_only.get()) {
        Some(memory) => Some(limit_to_saved(memory, Option::clone(&only))),
        None => Option::clone(&only),
    };
    let settings = Settings {
        index: IndexOptions {
            facets: facets.to_vec(),
            with_unpublished: props.with_unpublished,
            locale: intl_locale,
        },
        only,
        // Saved articles are remembered, whether the feed has them or not.
        only_loaded: memory.is_some() && saved_only.get(),
        page_size: page_size(props),
        paging: props.paging,
        skip: props.skip,
        start: Rc::clone(&start),
    };
    let initial = props.state.clone().unwrap_or_else(|| (*start).clone());
    let place = use_list_place(node.clone(), props.src.clone().unwrap_or_default());
    let url_state = props.url_state.clone().filter(|_| is_hydrated);
    let first = || {
        let from_url = read_url_state(url_state.as_ref(), &fields);
        let saved = match url_state {
            Some(_) => from_url,
            // An element that is put back has its state.
            None if props.state.is_some() || !is_hydrated => None,
            None => read_saved_query(&place, &fields),
        };
        saved.unwrap_or_else(|| initial.clone())
    };
    let (on_load, on_error) = (props.on_load.clone(), props.on_error.clone());
    let source = source(props);
    let source = Source {
        src: props.src.clone().filter(|_| has_started),
        engine: source.engine.filter(|_| has_started),
        ..source
    };
    let has_engine = source.engine.is_some();
    let src = source.src.clone();
    let feed = use_feed(source, settings, first, on_load, on_error);
    let (state, dispatch): (&State, _) = (&feed.state, &feed.dispatch);
    let refreshed = src.or_else(|| has_engine.then(AttrValue::default));
    use_refresh(props.refresh, refreshed, feed.refresh.clone());
    use_query_props(props, &start, dispatch);
    use_late_url_state(
        url_state.clone(),
        &fields,
        dispatch.reform(|query| Action::QueryReplaced(query, Trigger::Host)),
    );
    #[cfg(feature = "hydration")]
    {
        let may_have_saved = props.url_state.is_none() && props.state.is_none();
        crate::hooks::use_late_saved_query(
            may_have_saved.then_some(&place),
            &fields,
            dispatch.reform(|query| Action::QueryReplaced(query, Trigger::History)),
        );
    }
    let rendered = RenderedQuery {
        query: state.query(),
        replaces_entry: state.trigger() != Trigger::Decision,
        is_complete: state.pending().is_none() && !state.needs_page() && !state.misses_rest(),
        is_in_address: props.url_state.is_some(),
    };
    use_place(&place, &fields, &rendered, &feed.store);
    use_url_state(url_state, &fields, &initial, &rendered, &place, &feed.store);
    use_change(state, &props.on_change, &props.on_page);

    let now = use_now(has_relative_dates);
    // The same time on a server and during hydration.
    let now = if is_hydrated { now } else { 0.0 };
    let focus_after = use_focus_after(node.clone(), state);
    use_infinite_scroll(node.clone(), state, dispatch, &place);
    use_rest_in_view(node.clone(), state, dispatch);
    let localization = Localization::new(messages, Formats::clone(&formats));
    let context = RenderContext {
        props,
        localization: &localization,
        state,
        query: Rc::new(state.query().clone()),
        dispatch,
        now,
        has_search_terms: state
            .index()
            .is_some_and(|index| index.has_search_terms(state.query())),
        sorts,
        layouts: use_layouts(props, memory.as_ref()),
        capabilities: (props.engine.as_ref())
            .map(|engine| engine.capabilities())
            .unwrap_or_default(),
        remembered: use_remembered(memory.clone(), &saved_only, props, &feed),
    };
    let layout = context.layouts.current;
    let announced = use_announcement(announcement(&context));
    let shows_status = use_status_in_view(node.clone(), state.query());
    let cards = CardOptions {
        first_row: use_columns(node.clone(), layout),
        highlighter: use_highlighter(state),
        on_topic: use_toggle("topics", &facets, dispatch, &shows_status),
        on_provider: use_toggle("provider", &facets, dispatch, &shows_status),
    };
    let cells = use_visible_first(node.clone(), state, context.is_grouped());
    let search_input = SearchInput {
        node: node.clone(),
        selector: props.search_input.clone(),
        is_custom_element: props.slotted,
    };
    use_search_input(&search_input, &state.query().query, typed(dispatch));
    use_sticky_toolbar(node.clone());
    use_rendered_jumps(node.clone());
    let theme = use_theme(node.clone(), props.theme);
    let panel_open = use_render_cell(bool::default);
    use_preserved_focus(node.clone());
    let on_toggle = {
        let (dispatch, flag) = (dispatch.clone(), Rc::clone(&shows_status));
        let facets = Rc::clone(&facets);
        Callback::from(move |(field, value): (String, String)| {
            if facets.iter().any(|facet| facet.field == field) {
                toggle(&dispatch, &flag, field, value);
            }
        })
    };
    use_list_handle(handle, &feed, memory, on_toggle);

    let list = render(&RenderInput {
        context: &context,
        cards: &cards,
        cells: &cells,
        feed: &feed,
        focus_after: &focus_after,
        node: &node,
        theme,
        panel_open: &panel_open,
        search_input: &search_input,
        announced,
    });
    (list, localization)
}

fn source(props: &ArticleCardsProps) -> Source {
    let page_src = props.page_src.as_ref();
    let engine = props.engine.as_ref().map(|engine| EngineSource {
        engine: Rc::clone(engine),
        url: props.src.clone(),
    });
    Source {
        engine,
        src: props.src.clone(),
        feed: Option::clone(&props.feed),
        items: props.items.clone(),
        options: Options {
            mapping: props.mapping.clone(),
            page_src: page_src.map(|template| template.to_string()),
            max_bytes: props.max_bytes,
        },
        credentials: props.credentials,
        prefetch: props.prefetch.0.clone(),
    }
}

/// The layout that the reader has chosen, until the page sets another one.
#[hook]
fn use_layouts(props: &ArticleCardsProps, memory: Option<&ListMemory>) -> LayoutSelection {
    let offered = Layout::parse_list(&props.layouts);
    let given = props.layout;
    let remembered = |memory: Option<&ListMemory>| memory?.layout()?.parse::<Layout>().ok();
    // The one that it was chosen in place of, and itself.
    let chosen = use_render_cell(|| remembered(memory).map(|layout| (given, layout)));
    #[cfg(feature = "hydration")]
    {
        // The memory is opened after the first render.
        let chosen = chosen.clone();
        use_effect_on(memory.cloned(), move |memory: &Option<ListMemory>| {
            if let (None, Some(layout)) = (chosen.get(), remembered(memory.as_ref())) {
                chosen.set(Some((given, layout)));
            }
        });
    }
    let current = match chosen.get() {
        Some((instead_of, layout)) if instead_of == given && offered.contains(&layout) => layout,
        _ => given,
    };
    let memory = memory.cloned();
    LayoutSelection {
        offered,
        current,
        on_choose: Callback::from(move |layout: Layout| {
            chosen.set(Some((given, layout)));
            if let Some(memory) = &memory {
                memory.set_layout(layout.as_str());
            }
        }),
    }
}

/// Reports changes of the query by the reader, but not by the page.
#[hook]
fn use_change(state: &State, on_change: &Callback<Change>, on_page: &Callback<usize>) {
    let before = use_mut_ref(|| state.query().clone());
    let (trigger, total) = (state.trigger(), state.total());
    let (on_change, on_page) = (on_change.clone(), on_page.clone());
    // A change is reported once it is answered.
    let answered = (!state.is_stale()).then(|| state.query().clone());
    use_effect_on(answered, move |query: &Option<QueryState>| {
        let Some(query) = query else { return };
        let mut before = before.replace(query.clone());
        if trigger == Trigger::Host || before == *query {
            return;
        }
        on_change.emit(Change {
            state: query.clone(),
            total,
        });
        // Only a change of nothing but the page was made by the pager.
        if std::mem::replace(&mut before.page, query.page) != query.page && before == *query {
            on_page.emit(query.page);
        }
    });
}

/// Returns what marks the search terms, the same one while they do not change.
#[hook]
fn use_highlighter(state: &State) -> Option<Rc<Highlighter>> {
    (*use_memo(state.highlighter(), |it| {
        it.clone().filter(|it| !it.is_empty()).map(Rc::new)
    }))
    .clone()
}

/// Returns a callback that toggles a value of a field, and sets a flag, if the field is a facet.
#[hook]
fn use_toggle(
    field: &'static str,
    facets: &[Facet],
    dispatch: &Callback<Action>,
    flag: &Rc<Cell<bool>>,
) -> Option<Callback<AttrValue>> {
    let flag = Rc::clone(flag);
    let on_toggle = use_memo(dispatch.clone(), move |dispatch| {
        let dispatch = dispatch.clone();
        Callback::from(move |value: AttrValue| {
            toggle(&dispatch, &flag, field.to_owned(), value.to_string());
        })
    });
    facets
        .iter()
        .any(|facet| facet.field == field)
        .then(|| (*on_toggle).clone())
}

/// Toggles a value of a field, and sets a flag.
fn toggle(dispatch: &Callback<Action>, flag: &Cell<bool>, field: String, value: String) {
    flag.set(true);
    let updater = query_updater(dispatch, Trigger::Decision);
    let on_value = updater.callback(|query, (field, value): (String, String)| {
        let filters = &mut query.filters;
        match filters.is_selected(&field, &value) {
            true => filters.drop_value(&field, &value),
            false => filters.select(&field, &value),
        }
    });
    on_value.emit((field, value));
}
