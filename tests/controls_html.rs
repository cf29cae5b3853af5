//! The HTML of the controls, in each of their states.
//!
//! The snapshots are in `tests/snapshots`; `UPDATE_EXPECT=1` updates them.
#![cfg(feature = "ssr")]

use std::rc::Rc;

use article_cards::components::{
    Chips, ChipsProps, DateRange, DateRangeProps, FacetList, FacetListProps, FilterPanel,
    FilterPanelProps, Filters, FiltersProps, Marked, MarkedProps, NoResultsSuggestions,
    NoResultsSuggestionsProps, ScoreRange, ScoreRangeProps, SearchField, SearchFieldProps,
    SortMenu, SortMenuProps, Toolbar, ToolbarProps,
};
use article_cards::model::Day;
use article_cards::search::{
    ActiveFilter, FacetCounts, FilterableFields, QueryState, SortKey, Span, ValueCount,
};
use expect_test::{ExpectFile, expect_file};
use yew::{BaseComponent, Callback, ServerRenderer, props};

async fn html<C>(props: impl FnOnce() -> C::Properties + Send + 'static) -> String
where
    C: BaseComponent,
{
    let html = ServerRenderer::<C>::with_props(props)
        .hydratable(false)
        .render()
        .await;
    assert!(
        !html.contains("style="),
        "a strict content policy blocks styles: {html}"
    );
    // One tag per line, for readers of the snapshots.
    html.replace("><", ">\n<") + "\n"
}

async fn shows<C>(expected: ExpectFile, props: fn() -> C::Properties)
where
    C: BaseComponent,
{
    expected.assert_eq(&html::<C>(props).await);
}

fn day(year: u16, month: u8, day: u8) -> Option<Day> {
    Some(Day { year, month, day })
}

fn value(name: &str, count: usize) -> ValueCount {
    ValueCount {
        value: name.into(),
        count,
        selected: false,
        excluded: false,
    }
}

fn facet(field: &str, values: Vec<ValueCount>) -> FacetCounts {
    FacetCounts {
        field: field.into(),
        values,
    }
}

fn topics() -> FacetCounts {
    let mut values = vec![
        value("AI", 1_031),
        value("Health", 1),
        value("Law & Order", 0),
    ];
    values[0].selected = true;
    values[2].excluded = true;
    facet("topics", values)
}

fn many(field: &str, count: usize) -> FacetCounts {
    let mut values: Vec<ValueCount> = (0..count)
        .map(|n| value(&format!("Value {n}"), count - n))
        .collect();
    if let Some(last) = values.last_mut() {
        last.selected = true;
    }
    facet(field, values)
}

fn types() -> FacetCounts {
    facet("type", vec![value("video", 6), value("podcast", 2)])
}

fn state() -> Rc<QueryState> {
    let mut state = QueryState {
        query: "night bus".into(),
        ..QueryState::default()
    };
    state.filters.select("topics", "AI");
    state.filters.exclude("provider", "Daily \"Ledger\"");
    state.filters.select("type", "video");
    state.filters.from = day(2021, 6, 1);
    state.filters.to = day(2021, 6, 16);
    state.filters.quality.min = Some(50);
    state.filters.heat = Span {
        min: Some(1),
        max: Some(9),
    };
    Rc::new(state)
}

#[tokio::test]
async fn the_search_field() {
    shows::<SearchField>(expect_file!["snapshots/search-empty.html"], || {
        props!(SearchFieldProps { id_prefix: "a" })
    })
    .await;
    shows::<SearchField>(expect_file!["snapshots/search-text.html"], || {
        props!(SearchFieldProps {
            id_prefix: "a",
            value: "open \"ai\""
        })
    })
    .await;
}

#[tokio::test]
async fn the_sort_menu() {
    shows::<SortMenu>(expect_file!["snapshots/sort-plain.html"], || {
        props!(SortMenuProps {})
    })
    .await;
    shows::<SortMenu>(expect_file!["snapshots/sort-text-scores.html"], || {
        props!(SortMenuProps {
            has_search_terms: true,
            with_scores: true
        })
    })
    .await;
    shows::<SortMenu>(expect_file!["snapshots/sort-offered.html"], || {
        let fields = FilterableFields::default().with(["price"]);
        props!(SortMenuProps {
            sort: SortKey::parse_list("-price", &fields),
            sorts: SortKey::parse_list("-heat,-price,price", &fields)
        })
    })
    .await;
    let single = html::<SortMenu>(|| {
        props!(SortMenuProps {
            sorts: vec![SortKey::NEWEST]
        })
    });
    assert_eq!(single.await.trim(), "", "no choice");
    let chosen = |sort: &'static str, selected: &'static str| async move {
        let html = html::<SortMenu>(move || {
            props!(SortMenuProps {
                sort: SortKey::parse_list(sort, &FilterableFields::default())
            })
        });
        let html = html.await;
        assert_eq!(html.matches(" selected=\"\"").count(), 1, "{sort}: {html}");
        assert!(
            html.contains(&format!(" selected=\"\">{selected}<")),
            "{sort}: {html}"
        );
    };
    chosen("", "Newest first").await;
    chosen("relevance", "Newest first").await;
    chosen("publishedDateTime", "Oldest first").await;
    chosen("-provider", "Provider Z–A").await;
    chosen("-heat", "Most heat").await;
    chosen("position", "Feed order").await;
    chosen("-heat,title", "Special order").await;
}

#[tokio::test]
async fn facets() {
    shows::<FacetList>(expect_file!["snapshots/facet-few.html"], || {
        props!(FacetListProps {
            facet: topics(),
            name: "Topics"
        })
    })
    .await;
    shows::<FacetList>(expect_file!["snapshots/facet-closed-types.html"], || {
        props!(FacetListProps {
            facet: types(),
            name: "Type",
            open: false
        })
    })
    .await;
    shows::<FacetList>(expect_file!["snapshots/facet-many.html"], || {
        props!(FacetListProps {
            facet: many("provider", 26),
            name: "Provider"
        })
    })
    .await;
}

#[tokio::test]
async fn a_facet_collapses_above_ten_values_and_is_searched_above_twenty() {
    for (count, options, folds, search) in [
        (0, 0, false, false),
        (10, 10, false, false),
        // The eleventh is chosen, so that nothing is left to unfold.
        (11, 11, false, false),
        (12, 11, true, false),
        (20, 11, true, false),
        (21, 11, true, true),
    ] {
        let html = html::<FacetList>(move || {
            props!(FacetListProps {
                facet: many("topics", count),
                name: "Topics"
            })
        });
        let html = html.await;
        let found = (
            html.matches("class=\"ac-facet-option\"").count(),
            html.contains("ac-facet-more"),
            html.contains("ac-facet-search"),
        );
        assert_eq!(found, (options, folds, search), "{count}: {html}");
    }
}

#[tokio::test]
async fn ranges() {
    shows::<DateRange>(expect_file!["snapshots/range-dates.html"], || {
        props!(DateRangeProps {
            from: day(2021, 6, 10),
            today: day(2021, 6, 17)
        })
    })
    .await;
    shows::<DateRange>(expect_file!["snapshots/range-dates-invalid.html"], || {
        props!(DateRangeProps {
            from: day(2021, 6, 10),
            to: day(2021, 6, 9)
        })
    })
    .await;
    shows::<ScoreRange>(expect_file!["snapshots/range-scores.html"], || {
        let span = Span {
            min: Some(50),
            max: None,
        };
        props!(ScoreRangeProps {
            name: "Quality",
            span
        })
    })
    .await;
}

#[tokio::test]
async fn filters() {
    shows::<Filters>(expect_file!["snapshots/filters-collapsed.html"], || {
        props!(FiltersProps {
            facets: Rc::from([topics(), types(), many("author.jobTitle", 2)]),
            filters: Rc::new(state().filters.clone()),
            with_quality: true,
            with_heat: true,
            collapsed: true,
        })
    })
    .await;
}

#[tokio::test]
async fn the_panel() {
    let panel = html::<FilterPanel>(|| {
        props!(FilterPanelProps {
            total: 1_042,
            children: article_cards_text("the filters")
        })
    });
    let panel = panel.await;
    // Its id is one that no other has.
    let (_, id) = panel.split_once("aria-labelledby=\"").expect("a name");
    let (id, _) = id.split_once('"').expect("a quoted value");
    expect_file!["snapshots/panel.html"].assert_eq(&panel.replace(id, "ID"));
}

fn article_cards_text(text: &'static str) -> yew::Html {
    yew::virtual_dom::VText::new(text).into()
}

#[tokio::test]
async fn chips() {
    shows::<Chips>(expect_file!["snapshots/chips.html"], || {
        props!(ChipsProps { state: state() })
    })
    .await;
    let none = html::<Chips>(|| {
        let state = QueryState {
            query: "words are no filter".into(),
            ..QueryState::default()
        };
        props!(ChipsProps {
            state: Rc::new(state)
        })
    });
    assert_eq!(none.await, "\n");
}

#[tokio::test]
async fn chips_of_ranges_with_an_open_end() {
    let chips = |from: Option<Day>, to: Option<Day>, quality: Span| async move {
        let html = html::<Chips>(move || {
            let mut state = QueryState::default();
            (state.filters.from, state.filters.to) = (from, to);
            state.filters.quality = quality;
            props!(ChipsProps {
                state: Rc::new(state)
            })
        });
        let html = html.await;
        let labels = html.split("<bdi>").skip(1);
        let labels = labels.filter_map(|after| after.split("</bdi>").next());
        labels.map(str::to_owned).collect::<Vec<_>>().join(" | ")
    };
    let open = Span::default();
    let (one, two) = (day(2021, 6, 1), day(2021, 6, 16));
    assert_eq!(chips(one, None, open).await, "From 1 Jun 2021");
    assert_eq!(chips(None, two, open).await, "Until 16 Jun 2021");
    assert_eq!(chips(one, one, open).await, "1 Jun 2021");
    assert_eq!(chips(one, two, open).await, "1 Jun 2021 – 16 Jun 2021");
    let most = Span {
        max: Some(80),
        ..open
    };
    assert_eq!(chips(None, None, most).await, "Quality up to 80");
}

#[tokio::test]
async fn the_toolbar() {
    shows::<Toolbar>(expect_file!["snapshots/toolbar.html"], || {
        props!(ToolbarProps {
            id_prefix: "a",
            query: "tide",
            has_search_terms: true,
            on_input: Some(Callback::noop()),
            on_sort: Some(Callback::noop()),
            on_filters: Some(Callback::noop()),
            filters_in_use: 4_usize,
        })
    })
    .await;
    let none = html::<Toolbar>(|| props!(ToolbarProps {}));
    assert_eq!(none.await, "\n");
}

#[tokio::test]
async fn suggestions_of_an_empty_result() {
    shows::<NoResultsSuggestions>(expect_file!["snapshots/drops.html"], || {
        let parts = state().active_filters();
        let offers: Vec<(ActiveFilter, usize)> = parts.into_iter().zip(1_usize..).collect();
        props!(NoResultsSuggestionsProps {
            suggestions: Rc::from(offers),
            query: "night bus",
            on_clear: Some(Callback::noop())
        })
    })
    .await;
}

#[tokio::test]
async fn marks() {
    let marked = |text: &'static str, ranges: Vec<std::ops::Range<usize>>| async move {
        let html = html::<Marked>(move || props!(MarkedProps { text, ranges }));
        let html = html.await.replace(" part=\"mark\" class=\"ac-mark\"", "");
        html.replace('\n', "")
    };
    assert_eq!(marked("night bus", Vec::new()).await, "night bus");
    let both = vec![0..5, 6..9];
    let expected = "<mark>night</mark> <mark>bus</mark>";
    assert_eq!(marked("night bus", both).await, expected);
    assert_eq!(
        marked("a <b>", Vec::from([2..5, 9..9])).await,
        "a <mark>&lt;b&gt;</mark>"
    );
    // Beyond the end, inside of a character, backwards, overlapping.
    #[expect(clippy::reversed_empty_ranges, reason = "what must not panic")]
    let bad = vec![1..2, 9..99, 5..3, 3..3, 2..4, 3..5, usize::MAX..0];
    assert_eq!(marked("äß-z", bad).await, "ä<mark>ß</mark>-z");
    assert_eq!(marked("", Vec::from([0..1, 1..2])).await, "");
}
