//! Loads a feed and shows it as cards, which the reader can search, filter and sort.

use std::rc::Rc;

use article_cards::components::{
    ArticleCards, Change, GroupBy, Layout, Paging,
};
use article_cards::feed::Feed;
use article_cards::i18n::Messages;
use article_cards::model::Article;
use article_cards::search::QueryState;
use article_cards::search_engine::SearchEngine;
use yew::prelude::*;

use crate::engine::Engine;
use crate::sample;

states!("article_cards.rs", ArticleCards:
    Grid, List, Compact, LeadStories, Months, Readers, Pages, Controlled, RightToLeft, OwnCards, Loading, Empty,
    NoResults, Failed, FailedPage);

/// A feed with all controls
///
/// In wide lists the filters are beside the articles, in narrow ones in a dialog.
#[component]
fn Grid() -> Html {
    html! {
        <ArticleCards
            src={sample::FEED}
            page_size=2
            facets="topics,type,date,quality"
            label="With all controls"
        />
    }
}

/// The layout `list`, without controls
#[component]
fn List() -> Html {
    html! {
        <ArticleCards
            src={sample::FEED}
            layout={Layout::List}
            page_size=1
            paging={Paging::None}
            facets="none"
            without_search=true
            without_sort=true
            label="As a list"
        />
    }
}

/// The layout `compact`
#[component]
fn Compact() -> Html {
    html! {
        <ArticleCards
            src={sample::FEED}
            layout={Layout::Compact}
            page_size=3
            facets="none"
            without_search=true
            without_sort=true
            label="Compact"
        />
    }
}

/// Lead stories
///
/// While nothing is searched or filtered, the first cards are larger.
#[component]
fn LeadStories() -> Html {
    html! {
        <ArticleCards
            src={sample::FEED}
            featured=3
            page_size=3
            paging={Paging::None}
            facets="none"
            without_search=true
            without_sort=true
            without_summary=true
            label="With lead stories"
        />
    }
}

/// Groups of months
#[component]
fn Months() -> Html {
    html! {
        <ArticleCards
            src={sample::LAST_PAGE}
            layout={Layout::Compact}
            group_by={GroupBy::Month}
            page_size=3
            paging={Paging::None}
            facets="none"
            without_search=true
            without_sort=true
            label="By month"
        />
    }
}

/// Layouts to choose from, and articles to save
///
/// Both are remembered in the browser, under the key `gallery`.
#[component]
fn Readers() -> Html {
    html! {
        <ArticleCards
            src={sample::FEED}
            layouts="grid,list"
            remember="gallery"
            page_size=3
            facets="none"
            without_images=true
            without_excerpts=true
            related=0
            label="For readers who come back"
        />
    }
}

/// Pages with numbers
#[component]
fn Pages() -> Html {
    html! {
        <ArticleCards
            src={sample::FEED}
            paging={Paging::Pages}
            page_size=3
            facets="none"
            without_images=true
            without_excerpts=true
            without_search=true
            without_sort=true
            related=0
            label="In pages"
        />
    }
}

/// A query that the page controls
///
/// The page sets the query, and hears of what the reader changes. Topics must all apply.
#[component]
fn Controlled() -> Html {
    let state = use_state(|| QueryState {
        query: "harbour".into(),
        ..QueryState::default()
    });
    let total = use_state(|| None);
    let on_change = {
        let (state, total) = (state.setter(), total.setter());
        Callback::from(move |change: Change| {
            total.set(Some(change.total));
            state.set(change.state);
        })
    };
    html! {
        <>
            <p>
                { format!("The query is “{}”. ", *state) }
                if let Some(total) = *total {
                    { format!("{total} articles match it.") }
                }
            </p>
            <ArticleCards
                src={sample::LAST_PAGE}
                state={(*state).clone()}
                {on_change}
                facets="topics:and"
                page_size=2
                without_images=true
                without_excerpts=true
                without_sort=true
                related=0
                label="Controlled by the page"
            />
        </>
    }
}

/// In Arabic
///
/// The messages are compiled in. With `languages`, the list loads them instead.
#[component]
fn RightToLeft() -> Html {
    let messages = use_memo((), |()| {
        Messages::in_language("ar").unwrap_or_else(Messages::english)
    });
    html! {
        <div lang="ar" dir="rtl">
            <ArticleCards
                src={sample::LAST_PAGE}
                {messages}
                locale="ar"
                facets="topics"
                filter="topics=Nature"
                page_size=1
                related=0
                label="بالعربية"
            />
        </div>
    }
}

/// Cards of the page's own
#[component]
fn OwnCards() -> Html {
    let render_card = Callback::from(|article: Rc<Article>| {
        html! {
            <p class="gallery-own-card">{ article.title.clone() }</p>
        }
    });
    html! {
        <ArticleCards
            src={sample::FEED}
            {render_card}
            page_size=3
            paging={Paging::None}
            facets="none"
            without_search=true
            without_sort=true
            label="Own cards"
        />
    }
}

/// While the feed loads
#[component]
fn Loading() -> Html {
    let engine = use_memo((), |()| Engine::Silent);
    let engine: Rc<dyn SearchEngine> = engine;
    html! {
        <ArticleCards engine={Some(engine)} page_size=2 label="Loading" />
    }
}

/// A feed without articles
#[component]
fn Empty() -> Html {
    let feed = use_memo((), |()| Feed::default());
    html! {
        <ArticleCards {feed} label="Empty" />
    }
}

/// A query without results
///
/// The filters to remove are those that would bring articles back.
#[component]
fn NoResults() -> Html {
    html! {
        <ArticleCards
            src={sample::LAST_PAGE}
            filter="q=harbour&topics=Space"
            facets="topics"
            label="Without results"
        />
    }
}

/// A feed that could not be loaded
#[component]
fn Failed() -> Html {
    let engine = use_memo((), |()| Engine::Failing);
    let engine: Rc<dyn SearchEngine> = engine;
    html! {
        <ArticleCards engine={Some(engine)} label="Failed" />
    }
}

/// A next page that could not be loaded
///
/// The articles before it stay. The list asked for more by itself, as its end was in view.
#[component]
fn FailedPage() -> Html {
    let engine = use_memo((), |()| Engine::FailingLater);
    let engine: Rc<dyn SearchEngine> = engine;
    html! {
        <ArticleCards
            engine={Some(engine)}
            page_size=2
            paging={Paging::Infinite}
            facets="none"
            without_search=true
            without_sort=true
            label="With a failed page"
        />
    }
}
