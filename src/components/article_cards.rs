mod properties;
mod words;

use std::rc::Rc;

use yew::virtual_dom::{VComp, VList};
use yew::{Callback, Html, component, use_memo, use_node_ref};

pub use self::properties::ArticleCardsProperties;
use self::words::Words;
use super::empty_message::empty_message;
use super::error_message::error_message;
use super::error_words::{error_details, error_words};
use super::hooks::{
    Source, UseFeed, use_announcement, use_feed, use_first_row, use_focus_after,
    use_nearest_language, use_now, use_theme,
};
use super::pager::pager;
use super::skeletons::skeletons;
use super::tag::{bdi, owned, tag, words};
use super::{
    ArticleCard, ArticleCardProperties, EmptyMessageProperties, ErrorMessageProperties,
    PagerProperties, PagerState,
};
use crate::browser::{IntlHost, Formats, scroll_into_view};
use crate::feed::Options;
use crate::model::{Article, Published};
use crate::query::{Facet, IndexOptions, QueryState};
use crate::state::{Action, Settings, State, Status, Waiting};

/// A feed as cards: loads it, shows it page by page, and says what went wrong.
///
/// ```
/// use article_cards::components::{ArticleCards, Layout};
/// use yew::prelude::*;
///
/// #[component]
/// fn News() -> Html {
///     html! { <ArticleCards src="news.json" layout={Layout::List} label="News" /> }
/// }
/// ```
#[component]
pub fn ArticleCards(properties: &ArticleCardsProperties) -> Html {
    let node = use_node_ref();
    let messages = &properties.messages.clone().unwrap_or_else(crate::messages::Messages::shared);
    let page_size = properties.page_size.clamp(1, 500);
    let source = Source {
        src: properties.src.clone(),
        feed: properties.feed.clone(),
        options: Options {
            mapping: properties.mapping.clone(),
            page_src: properties
                .page_src
                .as_ref()
                .map(|template| template.to_string()),
            max_bytes: properties.max_bytes,
        },
        credentials: properties.credentials,
    };
    let nearest = use_nearest_language(node.clone());
    let locale = properties.locale.clone().or(nearest);
    let formats = use_memo(
        (
            locale.clone(),
            properties.time_zone.clone(),
            properties.relative_dates,
        ),
        |(locale, time_zone, relative)| {
            Formats::new(locale.as_deref(), time_zone.as_deref(), *relative)
        },
    );
    let host = use_memo((locale, properties.time_zone.clone()), |(locale, time_zone)| {
        IntlHost::new(locale.as_deref(), time_zone.as_deref())
    });
    let settings = Settings {
        index: IndexOptions {
            facets: Facet::defaults(),
            with_unpublished: properties.with_unpublished,
            host,
        },
        only: None,
        page_size,
    };
    let (on_load, on_error) = (properties.on_load.clone(), properties.on_error.clone());
    let UseFeed { state, act, retry, stop } = use_feed(
        source,
        settings,
        QueryState::default,
        on_load,
        on_error,
    );
    let _ = stop;
    let more = act.reform(|()| Action::More);

    let now = use_now(properties.relative_dates);
    let (more, retry_all) = use_focus_after(node.clone(), &state, more, retry.clone());
    let on_top = {
        let node = node.clone();
        Callback::from(move |()| scroll_into_view(&node))
    };
    let said = Words {
        messages,
        formats: &formats,
    };
    let announced = use_announcement(said.announcement(&state));

    let status = state.status();
    let first_row = use_first_row(node.clone(), properties.layout, status == Status::Ready);
    let theme = use_theme(node.clone(), properties.theme);
    let busy = state.waiting().is_some();
    let body = match status {
        Status::Idle => Html::default(),
        Status::Loading => skeletons(properties.layout, page_size.min(12)),
        Status::Error => failure(properties, &said, &state, false, &retry_all),
        Status::Empty => empty_message(&EmptyMessageProperties {
            title: words(&messages.empty_title),
            text: Some(words(&messages.empty_text)),
            heading_level: properties.heading_level,
            children: Html::default(),
        }),
        Status::Ready => {
            let cells = state.shown().iter().enumerate().map(|(place, article)| {
                let cell = tag("li").key(article.position).class("ac-x-cell");
                let card = card(properties, &formats, now, place < first_row, article);
                cell.child(card).html()
            });
            let list = tag("ul").part("ac-results").with("role", "list");
            let list = list.children(cells.collect()).html();
            let pager = standing(&said, &state, page_size, &more, &retry, on_top);
            VList::with_children(vec![list, pager], None).into()
        }
    };
    let reload_failed = status == Status::Ready
        && state
            .failure()
            .is_some_and(|(what, _)| what == Waiting::Feed);
    let banner = reload_failed.then(|| failure(properties, &said, &state, true, &retry_all));
    let summary = tag("p").part("ac-summary").child(said.summary(&state));
    let status = tag("div").class("ac-x-status").key("status");
    let main = tag("div")
        .class("ac-x-main")
        .with("aria-busy", busy.then_some("true"))
        .child(status.child(summary.html()).html())
        .child(tag("div").key("banner").maybe(banner).html())
        .child(tag("div").key("body").child(body).html());
    let live = tag("p").part("ac-live").with("role", "status");
    tag("section")
        .node(node)
        .part("ac-base")
        .with("data-layout", properties.layout.as_str())
        .with("data-theme", theme.as_str())
        .with("aria-label", properties.label.clone())
        .child(main.html())
        .child(live.child(bdi(announced)).html())
        .html()
}

fn card(
    properties: &ArticleCardsProperties,
    formats: &Formats,
    now: f64,
    eager: bool,
    article: &Rc<Article>,
) -> Html {
    if let Some(render) = &properties.render_card {
        return render.emit(Rc::clone(article));
    }
    let properties = ArticleCardProperties {
        article: Rc::clone(article),
        formats: formats.clone(),
        messages: properties.messages.clone().unwrap_or_else(crate::messages::Messages::shared),
        layout: properties.layout,
        heading_level: properties.heading_level,
        link_target: properties.link_target,
        image_proxy: properties.image_proxy.clone(),
        related: properties.related,
        related_open: false,
        with_scores: properties.with_scores,
        without_images: properties.without_images,
        without_excerpts: properties.without_excerpts,
        eager,
        now_ms: present(article, now),
        on_click: properties.on_card_click.clone(),
        on_topic: None,
        on_provider: None,
        pressed_topics: Rc::default(),
        provider_pressed: false,
        id_prefix: None,
    };
    VComp::new::<ArticleCard>(properties.into(), None).into()
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

fn failure(
    properties: &ArticleCardsProperties,
    said: &Words<'_>,
    state: &State,
    banner: bool,
    retry: &Callback<()>,
) -> Html {
    let Some((_, error)) = state.failure() else {
        return Html::default();
    };
    error_message(&ErrorMessageProperties {
        title: words(&said.messages.error_title),
        text: Some(owned(error_words(error, said.messages, said.formats))),
        details: error_details(error).map(owned),
        banner,
        heading_level: properties.heading_level,
        on_retry: Some(retry.clone()),
        busy: state.waiting().is_some(),
        messages: properties.messages.clone().unwrap_or_else(crate::messages::Messages::shared),
        children: Html::default(),
    })
}

fn standing(
    said: &Words<'_>,
    state: &State,
    page_size: usize,
    more: &Callback<()>,
    retry: &Callback<()>,
    on_top: Callback<()>,
) -> Html {
    let (shown, total) = (state.shown().len(), state.total());
    let page_failure = state.failure().filter(|(what, _)| *what == Waiting::Page);
    let place = match (page_failure, state.waiting()) {
        (Some((_, error)), _) => {
            let why = error_words(error, said.messages, said.formats);
            PagerState::Failed(owned(format!("{} {why}", said.messages.more_failed)))
        }
        (_, Some(Waiting::Page)) => PagerState::Loading,
        _ if state.has_more() => PagerState::More,
        _ => PagerState::End,
    };
    let on_more = if page_failure.is_some() { retry } else { more };
    let goes_on = state.has_next_page();
    pager(&PagerProperties {
        shown,
        total,
        goes_on,
        next: (!goes_on).then_some(total.saturating_sub(shown).min(page_size)),
        state: place,
        on_more: on_more.clone(),
        on_top: Some(on_top),
        formats: said.formats.clone(),
        messages: Rc::clone(said.messages),
    })
}
