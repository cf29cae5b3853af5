mod controls;
mod list;
mod properties;
mod selection;
mod shortcut;
mod view;
mod words;

use std::rc::Rc;

use yew::{
    AttrValue, Callback, Html, component, hook, use_callback, use_effect_with, use_memo,
    use_mut_ref, use_node_ref, use_state,
};

use self::list::{Buttons, Cards, body, failure};
pub use self::properties::ArticleCardsProperties;
use self::selection::{Selection, use_selection};
#[cfg(feature = "element")]
pub(crate) use self::selection::{read as read_selection, starting};
use self::shortcut::shortcut;
use self::view::{View, page_size};
use self::words::Words;
use super::Change;
use super::hooks::{
    Shown, Source, UseFeed, read_address, use_address, use_announcement, use_feed, use_first_row,
    use_focus_after, use_kept_focus, use_messages, use_nearest_language, use_now, use_theme,
};
use super::remote::{Remote, use_remote};
use super::tag::{On, bdi, tag};
use crate::browser::{Formats, IntlHost, scroll_into_view};
use crate::feed::Options;
use crate::query::{Facet, Highlighter, IndexOptions, QueryState};
use crate::state::{Action, Cause, Settings, State, Status, Waiting};

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
pub fn ArticleCards(properties: &ArticleCardsProperties) -> Html {
    use_list(properties, None)
}

/// The whole list, and who controls it from outside of Yew: by which revision of the properties.
#[hook]
pub(crate) fn use_list(properties: &ArticleCardsProperties, remote: Option<(Remote, u32)>) -> Html {
    let node = use_node_ref();
    let nearest = use_nearest_language(node.clone());
    let locale = properties.locale.clone().or(nearest);
    let messages = use_messages(
        properties.messages.clone(),
        None,
        locale.clone(),
        properties.languages.clone(),
    );
    let place = (locale, properties.time_zone.clone());
    let host = use_memo(place.clone(), |(locale, time_zone)| {
        IntlHost::new(locale.as_deref(), time_zone.as_deref())
    });
    let formats = use_memo(
        (place, properties.relative_dates, messages.language.clone()),
        |((locale, time_zone), relative, language)| {
            Formats::new(locale.as_deref(), time_zone.as_deref(), *relative).speaking(language)
        },
    );

    let Selection {
        fields,
        facets,
        start,
        only,
    } = use_selection(properties);
    let settings = Settings {
        index: IndexOptions {
            facets: facets.to_vec(),
            with_unpublished: properties.with_unpublished,
            host,
        },
        only: Option::clone(&only),
        page_size: page_size(properties),
    };
    let given = properties.state.clone().unwrap_or_else(|| (*start).clone());
    let first = || {
        let address = read_address(properties.url_state.as_ref(), &fields);
        address.unwrap_or_else(|| given.clone())
    };
    let (on_load, on_error) = (properties.on_load.clone(), properties.on_error.clone());
    let feed = use_feed(source(properties), settings, first, on_load, on_error);
    let UseFeed {
        state,
        act,
        retry,
        stop,
        ..
    } = &feed;
    use_given(given.clone(), act);
    use_address(
        properties.url_state.clone(),
        &fields,
        &given,
        Shown {
            state: state.query(),
            is_typing: state.cause() != Cause::Decision,
            is_drawn: state.waiting().is_none() && !state.needs_page(),
        },
        act.reform(|query| Action::Queried(query, Cause::Returned)),
    );
    use_change(state, &properties.on_change);

    let now = use_now(properties.relative_dates);
    let more = act.reform(|()| Action::More);
    let (more, retry_all) = use_focus_after(node.clone(), state, more, retry.clone());
    let view = View {
        properties,
        said: Words {
            messages: &messages,
            formats: &formats,
        },
        state,
        act,
        now,
        has_text: state
            .index()
            .is_some_and(|index| index.searches(state.query())),
    };
    let announced = use_announcement(view.said.announcement(state, view.has_text));
    let is_ready = state.status() == Status::Ready;
    let cards = Cards {
        first_row: use_first_row(node.clone(), properties.layout, is_ready),
        highlighter: use_highlighter(state),
        on_topic: use_toggle("topics", &facets, act),
        on_provider: use_toggle("provider", &facets, act),
    };
    let theme = use_theme(node.clone(), properties.theme);
    let panel_open = use_state(|| false);
    use_kept_focus(node.clone());
    use_remote(remote, &feed);

    let buttons = Buttons {
        more,
        retry: retry.clone(),
        retry_all,
        on_top: {
            let node = node.clone();
            Callback::from(move |()| scroll_into_view(&node))
        },
    };
    let reload_failed = is_ready
        && state
            .failure()
            .is_some_and(|(what, _)| what == Waiting::Feed);
    let banner = reload_failed.then(|| failure(&view, true, &buttons.retry_all));
    let busy = state.waiting().is_some();
    let main = tag("div")
        .class("ac-x-main")
        .with("aria-busy", busy.then_some("true"))
        .child(view.standing())
        .child(
            tag("div")
                .key("gathering")
                .child(view.gathering(stop))
                .html(),
        )
        .child(tag("div").key("banner").maybe(banner).html())
        .child(
            tag("div")
                .key("body")
                .child(body(&view, &cards, &buttons))
                .html(),
        );
    let live = tag("p").part("ac-live").with("role", "status");
    tag("section")
        .node(node)
        .part("ac-base")
        .with("data-layout", properties.layout.as_str())
        .with("data-theme", theme.as_str())
        .with("aria-label", properties.label.clone())
        .on(On::KeyDown, Callback::from(shortcut))
        .child(view.shell(main.html(), &panel_open))
        .child(live.child(bdi(announced)).html())
        .html()
}

fn source(properties: &ArticleCardsProperties) -> Source {
    let page_src = properties.page_src.as_ref();
    Source {
        src: properties.src.clone(),
        feed: properties.feed.clone(),
        items: properties.items.clone(),
        options: Options {
            mapping: properties.mapping.clone(),
            page_src: page_src.map(|template| template.to_string()),
            max_bytes: properties.max_bytes,
        },
        credentials: properties.credentials,
    }
}

/// Takes over a selection that the page sets after the first.
#[hook]
fn use_given(given: QueryState, act: &Callback<Action>) {
    let is_first = use_mut_ref(|| true);
    let act = act.clone();
    use_effect_with(given, move |given| {
        if !is_first.replace(false) {
            act.emit(Action::Queried(given.clone(), Cause::Given));
        }
    });
}

/// Tells of what the reader asks for, and not of what the page sets.
#[hook]
fn use_change(state: &State, on_change: &Callback<Change>) {
    let (cause, total, on_change) = (state.cause(), state.total(), on_change.clone());
    use_effect_with(state.query().clone(), move |query| {
        if cause != Cause::Given {
            on_change.emit(Change {
                state: query.clone(),
                total,
            });
        }
    });
}

/// What marks in the cards what is searched for, the same as long as that is.
#[hook]
fn use_highlighter(state: &State) -> Option<Rc<Highlighter>> {
    let highlighter = state.index().map(|index| index.highlighter(state.query()));
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
    act: &Callback<Action>,
) -> Option<Callback<AttrValue>> {
    let toggle = use_callback(act.clone(), move |value: AttrValue, act| {
        act.emit(Action::Toggled {
            field,
            value: value.to_string(),
        });
    });
    facets
        .iter()
        .any(|facet| facet.field == field)
        .then_some(toggle)
}
