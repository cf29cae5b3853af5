use std::rc::Rc;

use yew::{
    AttrValue, Callback, Html, Properties, component, html, use_callback, use_memo, use_node_ref,
};

use super::error_words::{error_details, error_words};
use super::hooks::{
    Source, UseFeed, use_announcement, use_feed, use_focus_after_more, use_nearest_language,
    use_now,
};
use super::{
    ArticleCard, CardClick, EmptyMessage, ErrorMessage, Layout, LinkTarget, LoadEvent, Pager,
    PagerState, Skeletons, Theme,
};
use crate::browser::{Credentials, Formats, scroll_into_view};
use crate::error::Error;
use crate::feed::{Feed, Mapping, Options};
use crate::messages::Messages;
use crate::model::{Article, Published};
use crate::state::{State, Status, Waiting};

/// Properties of [`ArticleCards`].
///
/// A feed or messages that changed come in a new `Rc`.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ArticleCardsProperties {
    /// Address of the feed, relative to the page.
    #[prop_or_default]
    pub src: Option<AttrValue>,
    /// A feed that is there already; it beats `src`.
    #[prop_or_default]
    pub feed: Option<Rc<Feed>>,
    /// Template of the address of further pages, with `{page}`, for feeds that number them.
    #[prop_or_default]
    pub page_src: Option<AttrValue>,
    /// Which fields of foreign items stand for ours.
    #[prop_or_default]
    pub mapping: Mapping,
    /// Cookies and log-in data that requests carry.
    #[prop_or_default]
    pub credentials: Credentials,
    /// The largest document that is read, in bytes after decompression.
    #[prop_or(Options::MAX_BYTES)]
    pub max_bytes: u64,
    /// Cards at a time, 1 to 500.
    #[prop_or(12)]
    pub page_size: usize,
    /// How the cards are laid out.
    #[prop_or_default]
    pub layout: Layout,
    /// Light, dark, or as the page.
    #[prop_or_default]
    pub theme: Theme,
    /// Language of dates and numbers (BCP 47); absent: the nearest `lang` of the page.
    #[prop_or_default]
    pub locale: Option<AttrValue>,
    /// Time zone of dates (IANA); absent: the browser's.
    #[prop_or_default]
    pub time_zone: Option<AttrValue>,
    /// Whether dates less than a week away are told relative to now.
    #[prop_or(true)]
    pub relative_dates: bool,
    /// Level of the cards' headings, 2 to 6.
    #[prop_or(3)]
    pub heading_level: u8,
    /// Where links open.
    #[prop_or_default]
    pub link_target: LinkTarget,
    /// Template with `{url}` and `{width}` for pictures that the publisher keeps a copy of.
    #[prop_or_default]
    pub image_proxy: Option<AttrValue>,
    /// How many related articles a card shows before "Show n more"; 0: none at all.
    #[prop_or(3)]
    pub related: usize,
    /// Accessible name; makes the list a landmark.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Leaves out pictures.
    #[prop_or_default]
    pub without_images: bool,
    /// Leaves out excerpts.
    #[prop_or_default]
    pub without_excerpts: bool,
    /// Shows quality and heat.
    #[prop_or_default]
    pub with_scores: bool,
    /// Shows unpublished articles too.
    #[prop_or_default]
    pub with_unpublished: bool,
    /// The words on screen.
    #[prop_or_else(Messages::shared)]
    pub messages: Rc<Messages>,
    /// Hears of every document that was read.
    #[prop_or_default]
    pub on_load: Callback<LoadEvent>,
    /// Hears of every document that could not be had or read.
    #[prop_or_default]
    pub on_error: Callback<Error>,
    /// Hears of each click on a card's link and on related ones.
    #[prop_or_default]
    pub on_card_click: Option<Callback<CardClick>>,
    /// Draws a card in place of [`ArticleCard`].
    #[prop_or_default]
    pub render_card: Option<Callback<Rc<Article>, Html>>,
}

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
    let (on_load, on_error) = (properties.on_load.clone(), properties.on_error.clone());
    let UseFeed { state, more, retry } = use_feed(
        source,
        page_size,
        properties.with_unpublished,
        on_load,
        on_error,
    );

    let nearest = use_nearest_language(node.clone());
    let locale = properties.locale.clone().or(nearest);
    let formats = use_memo(
        (
            locale,
            properties.time_zone.clone(),
            properties.relative_dates,
        ),
        |(locale, time_zone, relative)| {
            Formats::new(locale.as_deref(), time_zone.as_deref(), *relative)
        },
    );
    let now = use_now(properties.relative_dates);
    let more = use_focus_after_more(node.clone(), state.shown().len(), more);
    let on_top = use_callback(node.clone(), |(), node| scroll_into_view(node));
    let words = Words {
        messages: &properties.messages,
        formats: &formats,
    };
    let said = use_announcement(words.announcement(&state));

    let status = state.status();
    let busy = state.waiting().is_some();
    let body = match status {
        Status::Idle => Html::default(),
        Status::Loading => html! {
            <Skeletons layout={properties.layout} count={page_size.min(6)} />
        },
        Status::Error => failure(properties, &words, &state, &retry),
        Status::Empty if state.failure().is_some() => failure(properties, &words, &state, &retry),
        Status::Empty => html! {
            <EmptyMessage
                title={properties.messages.empty_title.to_string()}
                text={properties.messages.empty_text.to_string()}
                heading_level={properties.heading_level}
            />
        },
        Status::Ready => html! {
            <>
                <ul class="ac-results" part="results" role="list">
                    { for state.shown().iter().enumerate().map(|(place, article)| html! {
                        <li key={article.position} class="ac-x-cell">
                            { card(properties, &formats, now, place, article) }
                        </li>
                    }) }
                </ul>
                { pager(&words, &state, page_size, &more, &retry, on_top) }
            </>
        },
    };
    let reload_failed = status == Status::Ready
        && state
            .failure()
            .is_some_and(|(what, _)| what == Waiting::Feed);
    html! {
        <section
            ref={node}
            class="ac-base"
            part="base"
            data-layout={properties.layout.as_str()}
            data-theme={properties.theme.as_str()}
            aria-label={properties.label.clone()}
        >
            <div class="ac-x-main" aria-busy={busy.then_some("true")}>
                <div class="ac-x-status" key="status">
                    <p class="ac-summary" part="summary">{ words.summary(&state) }</p>
                </div>
                <div key="banner">
                    if reload_failed {
                        <ErrorMessage
                            banner={true}
                            title={properties.messages.refresh_failed.to_string()}
                            on_retry={retry.clone()}
                            messages={Rc::clone(&properties.messages)}
                        />
                    }
                </div>
                <div key="body">{ body }</div>
            </div>
            <p class="ac-live" part="live" role="status">{ said }</p>
        </section>
    }
}

fn card(
    properties: &ArticleCardsProperties,
    formats: &Formats,
    now: f64,
    place: usize,
    article: &Rc<Article>,
) -> Html {
    if let Some(render) = &properties.render_card {
        return render.emit(Rc::clone(article));
    }
    html! {
        <ArticleCard
            article={Rc::clone(article)}
            formats={formats.clone()}
            messages={Rc::clone(&properties.messages)}
            layout={properties.layout}
            heading_level={properties.heading_level}
            link_target={properties.link_target}
            image_proxy={properties.image_proxy.clone()}
            related={properties.related}
            with_scores={properties.with_scores}
            without_images={properties.without_images}
            without_excerpts={properties.without_excerpts}
            eager={place < FIRST_ROW}
            now_ms={present(article, now)}
            on_click={properties.on_card_click.clone()}
        />
    }
}

/// How many cards count as the first row, whose pictures are loaded at once: four stand side by
/// side in a column of 1,200 pixels.
const FIRST_ROW: usize = 4;

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
    words: &Words<'_>,
    state: &State,
    retry: &Callback<()>,
) -> Html {
    let Some((_, error)) = state.failure() else {
        return Html::default();
    };
    html! {
        <ErrorMessage
            title={properties.messages.error_title.to_string()}
            text={error_words(error, words.messages, words.formats)}
            details={error_details(error)}
            heading_level={properties.heading_level}
            on_retry={retry.clone()}
            messages={Rc::clone(words.messages)}
        />
    }
}

fn pager(
    words: &Words<'_>,
    state: &State,
    page_size: usize,
    more: &Callback<()>,
    retry: &Callback<()>,
    on_top: Callback<()>,
) -> Html {
    let (shown, total) = (state.shown().len(), state.total());
    let page_failure = state.failure().filter(|(what, _)| *what == Waiting::Page);
    let pager = match (page_failure, state.waiting()) {
        (Some((_, error)), _) => {
            let why = error_words(error, words.messages, words.formats);
            PagerState::Failed(format!("{} {why}", words.messages.more_failed).into())
        }
        (_, Some(Waiting::Page)) => PagerState::Loading,
        _ if state.has_more() => PagerState::More,
        _ => PagerState::End,
    };
    let on_more = if page_failure.is_some() { retry } else { more };
    let known = !state.has_next_page();
    html! {
        <Pager
            {shown}
            total={known.then_some(total)}
            next={known.then_some(total.saturating_sub(shown).min(page_size))}
            state={pager}
            on_more={on_more.clone()}
            {on_top}
            formats={words.formats.clone()}
            messages={Rc::clone(words.messages)}
        />
    }
}

/// Words about the whole list.
struct Words<'w> {
    messages: &'w Rc<Messages>,
    formats: &'w Formats,
}

impl Words<'_> {
    /// How many there are, above the list.
    fn summary(&self, state: &State) -> Html {
        match state.status() {
            Status::Loading => html! { { self.messages.loading.to_string() } },
            Status::Ready => html! { <strong>{ self.count(state) }</strong> },
            _ => Html::default(),
        }
    }

    fn count(&self, state: &State) -> String {
        let total = state.total() as u64;
        let words = match state.has_next_page() {
            true => &self.messages.articles_so_far,
            false => &self.messages.articles,
        };
        words.fill(self.formats.plural(total), &self.formats.number(total))
    }

    /// What the live region says of it.
    fn announcement(&self, state: &State) -> AttrValue {
        match state.status() {
            Status::Loading => self.messages.loading.to_string().into(),
            Status::Ready => {
                let shown = state.shown().len() as u64;
                let words = &self.messages.progress_open;
                let shown = words.fill(self.formats.plural(shown), &self.formats.number(shown));
                format!("{}, {shown}", self.count(state)).into()
            }
            Status::Empty if state.failure().is_none() => {
                self.messages.empty_title.to_string().into()
            }
            _ => AttrValue::default(),
        }
    }
}
