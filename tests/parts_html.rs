//! The parts that pages may style: those that the element declares, and no others.
#![cfg(feature = "ssr")]
#![allow(missing_docs)]

use std::collections::BTreeSet;
use std::rc::Rc;

use article_cards::components::{
    ArticleCard, ArticleCardProps, ArticleCards, ArticleCardsProps, Chips, ChipsProps,
    EmptyMessage, EmptyMessageProps, ErrorMessage, ErrorMessageProps, FilterPanel,
    FilterPanelProps, Filters, FiltersProps, Layout, Marked, MarkedProps, Pager, PagerProps,
    Toolbar, ToolbarProps,
};
use article_cards::feed::{Feed, Options};
use article_cards::search::{FacetCounts, QueryState, ValueCount};
use article_cards::text::url::UrlStandard;
use yew::virtual_dom::VText;
use yew::{BaseComponent, Callback, Html, ServerRenderer, props};

/// The names of the parts that the element declares.
fn declared() -> BTreeSet<String> {
    let element = include_str!("../package/element.json");
    let element: serde_json::Value = serde_json::from_str(element).unwrap();
    let parts = element["cssParts"].as_array().unwrap().iter();
    parts
        .map(|part| part["name"].as_str().unwrap().to_owned())
        .collect()
}

#[derive(Default)]
struct Found(BTreeSet<String>);

impl Found {
    async fn add<C>(&mut self, properties: impl FnOnce() -> C::Properties + Send + 'static)
    where
        C: BaseComponent,
    {
        let html = ServerRenderer::<C>::with_props(properties).render().await;
        for (_, after) in html
            .match_indices(" part=\"")
            .map(|(at, it)| html.split_at(at + it.len()))
        {
            let parts = after.split('"').next().unwrap_or_default();
            self.0.extend(parts.split(' ').map(str::to_owned));
        }
    }
}

const FEED: &str = r#"[
    {"id": "full", "title": "Night", "excerpt": "Words", "webUrl": "https://pier.example/1",
     "publishedDateTime": "2021-06-17T12:00:00Z", "topics": ["Sea"], "authors": ["Ines"], "quality": 71, "heat": 9,
     "provider": {"name": "Pier", "domain": "pier.example"},
     "images": [{"url": "https://pier.example/1.jpg", "width": 640, "height": 320}],
     "related": [{"title": "R", "webUrl": "https://pier.example/2"}]},
    {"id": "course", "title": "Course", "type": "course", "length": "PT15M", "price": "$9",
     "levels": ["beginner"]},
    {"id": "forum", "title": "Forum", "type": "forum", "members": 7}
]"#;

fn card(id: &str) -> ArticleCardProps {
    let mut feed = Feed::new(Options::default());
    let url = Some("https://pier.example/index.json");
    feed.read(FEED.as_bytes(), url, &UrlStandard).unwrap();
    props!(ArticleCardProps {
        article: Rc::clone(feed.article(id).unwrap().article()),
        with_scores: true,
        with_authors: true,
        is_new: true,
        on_save: Some(Callback::noop())
    })
}

fn facet() -> FacetCounts {
    let value = |number: usize| ValueCount {
        value: number.to_string().into(),
        count: 30 - number,
        selected: false,
        excluded: false,
    };
    FacetCounts {
        field: "topics".into(),
        values: (0..25).map(value).collect(),
    }
}

fn text(words: &'static str) -> Html {
    VText::new(words).into()
}

#[tokio::test]
async fn the_parts_are_those_that_are_declared() {
    let mut found = Found::default();
    found
        .add::<ArticleCards>(|| {
            props!(ArticleCardsProps {
                src: "news.json",
                header: text("News"),
            })
        })
        .await;
    found
        .add::<Toolbar>(|| {
            props!(ToolbarProps {
                query: "night",
                on_input: Some(Callback::noop()),
                on_sort: Some(Callback::noop()),
                on_filters: Some(Callback::noop()),
                layouts: Vec::from([Layout::Grid, Layout::List]),
            })
        })
        .await;
    found
        .add::<FilterPanel>(|| props!(FilterPanelProps { total: 7 }))
        .await;
    found
        .add::<Filters>(|| {
            props!(FiltersProps {
                facets: Rc::from([facet()]),
                filters: Rc::default(),
                with_quality: true
            })
        })
        .await;
    found
        .add::<Chips>(|| {
            let mut state = QueryState::default();
            state.filters.select("topics", "Sea");
            state.filters.select("topics", "Sky");
            props!(ChipsProps {
                state: Rc::new(state)
            })
        })
        .await;
    for id in ["full", "course", "forum"] {
        found.add::<ArticleCard>(move || card(id)).await;
    }
    found
        .add::<Marked>(|| {
            props!(MarkedProps {
                text: "night",
                ranges: Vec::from([0..2, 3..5])
            })
        })
        .await;
    found
        .add::<EmptyMessage>(|| props!(EmptyMessageProps { title: "None" }))
        .await;
    found
        .add::<ErrorMessage>(|| {
            props!(ErrorMessageProps {
                title: "Failed",
                on_retry: Some(Callback::noop())
            })
        })
        .await;
    for pages in [None, Some(3)] {
        found
            .add::<Pager>(move || {
                props!(PagerProps {
                    shown: 12,
                    total: 30,
                    pages
                })
            })
            .await;
    }
    // Only a list that has loaded a feed has them: those tests run in a browser.
    found.0.extend(["cell", "group-heading"].map(str::to_owned));
    // Internal names.
    found.0.retain(|part| !part.starts_with("x-"));
    assert_eq!(found.0, declared());
}
