//! Interactions with the controls.

use std::cell::RefCell;
use std::rc::Rc;

use article_cards::components::{
    Chips, DateRange, DateRangeProps, FacetList, FacetListProps, FilterPanel, Filters,
    FiltersProps, ScoreRange, ScoreRangeProps, SearchField, SearchFieldProps, SortMenu,
    SortMenuProps, Toolbar, ToolbarProps,
};
use article_cards::model::Day;
use article_cards::search::{
    ActiveFilter, FacetCounts, FilterableFields, QueryState, SortKey, Span, ValueCount,
};
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{
    CompositionEvent, Element, Event, EventInit, HtmlDialogElement, HtmlElement, HtmlInputElement,
    HtmlSelectElement, KeyboardEvent, KeyboardEventInit,
};
use yew::{AttrValue, Callback, Html, component, html, props, use_state};

use crate::page::{Mounted, settle};

type Received = Rc<RefCell<Vec<String>>>;

/// A callback that records its values.
fn record<T: std::fmt::Debug + 'static>(received: &Received) -> Callback<T> {
    let received = Rc::clone(received);
    Callback::from(move |what: T| received.borrow_mut().push(format!("{what:?}")))
}

fn active() -> Option<Element> {
    let page = web_sys::window().unwrap().document().unwrap();
    page.active_element()
}

fn is_active(element: &HtmlElement) -> bool {
    active().as_ref() == Some(element.as_ref())
}

fn happens(element: &HtmlElement, name: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    let event = Event::new_with_event_init_dict(name, &init).unwrap();
    element.dispatch_event(&event).unwrap();
}

fn typed(field: &HtmlElement, text: &str) {
    field.unchecked_ref::<HtmlInputElement>().set_value(text);
    happens(field, "input");
}

async fn entered(field: &HtmlElement, text: &str) {
    field.unchecked_ref::<HtmlInputElement>().set_value(text);
    happens(field, "change");
    // A range is applied in a task of its own.
    TimeoutFuture::new(0).await;
}

fn value(field: &HtmlElement) -> String {
    field.unchecked_ref::<HtmlInputElement>().value()
}

/// Presses a key; returns whether its default action is prevented.
fn pressed(field: &HtmlElement, key: &str, composing: bool) -> bool {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_is_composing(composing);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    !field.dispatch_event(&event).unwrap()
}

fn composition(field: &HtmlElement, name: &str) {
    // Composition events bubble.
    let event = CompositionEvent::new(name).unwrap();
    event.init_composition_event_with_can_bubble_arg(name, true);
    field.dispatch_event(&event).unwrap();
}

fn count(name: &str, count: usize) -> ValueCount {
    ValueCount {
        value: name.into(),
        count,
        selected: false,
        excluded: false,
    }
}

fn facet(values: Vec<ValueCount>) -> FacetCounts {
    FacetCounts {
        field: "topics".into(),
        values,
    }
}

fn numbered(values: usize) -> FacetCounts {
    facet(
        (0..values)
            .map(|n| count(&format!("v{n}"), values - n))
            .collect(),
    )
}

/// A search field whose text is controlled by its parent.
#[derive(Clone, PartialEq, yew::Properties)]
struct ControlledSearchProps {
    on_input: Callback<String>,
    on_enter: Callback<()>,
}

#[component]
fn ControlledSearch(props: &ControlledSearchProps) -> Html {
    let text = use_state(AttrValue::default);
    let on_input = {
        let (text, received) = (text.setter(), props.on_input.clone());
        Callback::from(move |typed: String| {
            received.emit(typed.clone());
            text.set(typed.into());
        })
    };
    html! {
        <section class="ac-base">
            <SearchField value={(*text).clone()} {on_input} on_enter={props.on_enter.clone()} />
        </section>
    }
}

fn controlled_search(received: &Received) -> Mounted<ControlledSearch> {
    Mounted::new(ControlledSearchProps {
        on_input: record(received),
        on_enter: record(received),
    })
}

#[wasm_bindgen_test]
async fn typing_clearing_and_entering_emit_events() {
    let received = Received::default();
    let mounted = controlled_search(&received);
    settle().await;
    let field = mounted.one("input");
    let label = mounted.one("label");
    assert_eq!(label.get_attribute("for"), field.get_attribute("id"));
    assert!(mounted.all(".ac-search-clear").is_empty());
    field.focus().unwrap();
    typed(&field, "tide");
    settle().await;
    assert!(pressed(&field, "Enter", false));
    assert!(is_active(&field), "the focus stays");
    mounted.one(".ac-search-clear").focus().unwrap();
    mounted.one(".ac-search-clear").click();
    settle().await;
    assert_eq!(value(&field), "");
    assert!(is_active(&field), "the focus is back in the field");
    assert!(mounted.all(".ac-search-clear").is_empty());
    assert_eq!(*received.borrow(), ["\"tide\"", "()", "\"\""]);
}

#[wasm_bindgen_test]
async fn escape_clears_the_text_and_does_nothing_without_one() {
    let received = Received::default();
    let mounted = controlled_search(&received);
    settle().await;
    let field = mounted.one("input");
    let outside = Received::default();
    let listener = {
        let outside = Rc::clone(&outside);
        wasm_bindgen::closure::Closure::<dyn FnMut()>::new(move || {
            outside.borrow_mut().push("escape".into());
        })
    };
    mounted
        .root
        .parent_element()
        .unwrap()
        .add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref())
        .unwrap();
    typed(&field, "tide");
    settle().await;
    assert!(pressed(&field, "Escape", false));
    settle().await;
    assert_eq!(value(&field), "");
    assert!(outside.borrow().is_empty(), "the page does not hear of it");
    assert!(!pressed(&field, "Escape", false));
    assert_eq!(*outside.borrow(), ["escape"]);
    mounted
        .root
        .parent_element()
        .unwrap()
        .remove_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref())
        .unwrap();
}

#[wasm_bindgen_test]
async fn text_under_composition_is_not_changed() {
    let received = Received::default();
    let props = |value: &'static str| {
        props!(SearchFieldProps {
            value,
            on_input: record::<String>(&received),
            on_enter: record::<()>(&received)
        })
    };
    let mut mounted = Mounted::<SearchField>::new(props("a"));
    settle().await;
    let field = mounted.one("input");
    composition(&field, "compositionstart");
    typed(&field, "aに");
    for key in ["Escape", "Enter"] {
        assert!(
            !pressed(&field, key, true),
            "{key} belongs to the input method"
        );
    }
    // Text from outside is ignored during composition.
    mounted.update(props("other"));
    settle().await;
    assert_eq!(value(&field), "aに");
    composition(&field, "compositionend");
    assert_eq!(*received.borrow(), ["\"aに\"", "\"aに\""]);
    mounted.update(props("then"));
    settle().await;
    assert_eq!(value(&field), "then");
}

#[wasm_bindgen_test]
async fn sort_orders_are_chosen_and_the_default_is_no_choice() {
    let received = Received::default();
    let on_choose = {
        let received = Rc::clone(&received);
        Callback::from(move |keys: Vec<SortKey>| received.borrow_mut().push(SortKey::list(&keys)))
    };
    let props = |sort: &str, has_search_terms| {
        props!(SortMenuProps {
            sort: SortKey::parse_list(sort, &FilterableFields::default()),
            has_search_terms,
            on_choose: on_choose.clone()
        })
    };
    let mut mounted = Mounted::<SortMenu>::new(props("", false));
    settle().await;
    let menu: HtmlSelectElement = mounted.one("select").unchecked_into();
    let choose = |value: &str| {
        menu.set_value(value);
        happens(&menu, "change");
    };
    assert_eq!(menu.value(), "-publishedDateTime");
    choose("title");
    mounted.update(props("title", false));
    settle().await;
    assert_eq!(menu.value(), "title");
    choose("-publishedDateTime");
    // As after going back.
    mounted.update(props("-heat,title", false));
    settle().await;
    assert_eq!(menu.selected_index(), menu.length() as i32 - 1);
    mounted.update(props("", true));
    settle().await;
    assert_eq!(menu.value(), "relevance");
    choose("-publishedDateTime");
    choose("relevance");
    let expected = ["title", "", "-publishedDateTime", ""];
    assert_eq!(*received.borrow(), expected);
}

#[wasm_bindgen_test]
async fn values_are_chosen_and_excluded() {
    let received = Received::default();
    let mut values = vec![count("AI", 3), count("Law", 2), count("Art", 0)];
    values[1].selected = true;
    values[2].excluded = true;
    let turns = |what: &'static str| {
        let received = Rc::clone(&received);
        Callback::from(move |(value, on): (AttrValue, bool)| {
            received.borrow_mut().push(format!("{what}{value} {on}"));
        })
    };
    let mounted = Mounted::<FacetList>::new(props!(FacetListProps {
        facet: facet(values),
        name: "Topics",
        on_choose: turns(""),
        on_exclude: turns("exclude ")
    }));
    settle().await;
    for checkbox in mounted.all(".ac-facet-checkbox").iter().take(2) {
        checkbox.click();
    }
    for button in mounted.all(".ac-facet-exclude").iter().skip(1) {
        button.click();
        assert!(is_active(button));
    }
    let expected = [
        "AI true",
        "Law false",
        "exclude Law true",
        "exclude Art false",
    ];
    assert_eq!(*received.borrow(), expected);
    assert_eq!(
        mounted.texts(".ac-facet-option label"),
        ["AI3 articles", "Law2 articles", "Art0 articles, excluded"]
    );
    let open = || mounted.one("details").has_attribute("open");
    assert!(open());
    mounted.one("summary").click();
    assert!(!open());
}

#[wasm_bindgen_test]
async fn all_values_expand_and_collapse() {
    let mounted = Mounted::<FacetList>::new(props!(FacetListProps {
        facet: numbered(15),
        name: "Topics"
    }));
    settle().await;
    assert_eq!(mounted.all(".ac-facet-option").len(), 10);
    assert_eq!(mounted.texts(".ac-facet-more"), ["Show all 15 in Topics"]);
    mounted.one(".ac-facet-more").click();
    settle().await;
    assert_eq!(mounted.all(".ac-facet-option").len(), 15);
    assert!(is_active(&mounted.all(".ac-facet-checkbox")[10]));
    assert_eq!(mounted.texts(".ac-facet-more"), ["Show fewer in Topics"]);
    mounted.one(".ac-facet-more").click();
    settle().await;
    assert_eq!(mounted.all(".ac-facet-option").len(), 10);
    assert!(is_active(&mounted.one(".ac-facet-more")));
}

#[wasm_bindgen_test]
async fn values_are_searched_ignoring_case_and_accents() {
    let mut values = numbered(30);
    values.values.push(count("Ålesund", 1));
    let mounted = Mounted::<FacetList>::new(props!(FacetListProps {
        facet: values,
        name: "Topics"
    }));
    settle().await;
    let field = mounted.one(".ac-facet-search");
    typed(&field, " aLES");
    settle().await;
    assert_eq!(mounted.texts(".ac-x-value"), ["Ålesund"]);
    assert!(mounted.all(".ac-facet-more").is_empty());
    typed(&field, "nowhere");
    settle().await;
    assert!(mounted.all(".ac-facet-option").is_empty());
    assert_eq!(mounted.texts("[role=status]"), ["No match"]);
    assert!(pressed(&field, "Escape", false));
    settle().await;
    assert_eq!(value(&field), "");
    assert_eq!(mounted.all(".ac-facet-option").len(), 10);
    assert_eq!(mounted.texts("[role=status]"), [""]);
}

#[wasm_bindgen_test]
async fn values_keep_their_order_while_the_focus_is_inside() {
    let props = |values: &[(&str, usize)]| {
        let values = values.iter().map(|(name, number)| count(name, *number));
        props!(FacetListProps {
            facet: facet(values.collect()),
            name: "Topics"
        })
    };
    let mut mounted = Mounted::<FacetList>::new(props(&[("a", 3), ("b", 2), ("c", 1)]));
    settle().await;
    let last = mounted.all(".ac-facet-checkbox").remove(2);
    last.focus().unwrap();
    mounted.update(props(&[("d", 9), ("b", 8), ("a", 7)]));
    settle().await;
    assert_eq!(mounted.texts(".ac-x-value"), ["a", "b", "c", "d"]);
    assert!(is_active(&last), "even though nothing has it any more");
    // The focus moves to the page.
    let page = web_sys::window().unwrap().document().unwrap();
    let next: HtmlElement = page.create_element("button").unwrap().unchecked_into();
    mounted.root.append_child(&next).unwrap();
    next.focus().unwrap();
    settle().await;
    assert_eq!(
        mounted.texts(".ac-x-value"),
        ["a", "b", "c", "d"],
        "nothing moves under the pointer"
    );
    assert!(is_active(&next));
    mounted.update(props(&[("a", 2), ("d", 1)]));
    settle().await;
    assert_eq!(mounted.texts(".ac-x-value"), ["a", "d"]);
    next.remove();
}

#[wasm_bindgen_test]
async fn dates_are_chosen_by_field_and_by_button() {
    let received = Received::default();
    let on_change = {
        let received = Rc::clone(&received);
        Callback::from(move |(from, to): (Option<Day>, Option<Day>)| {
            let said = |day: Option<Day>| {
                day.map_or("-".into(), |day| {
                    format!("{}.{}.{}", day.day, day.month, day.year)
                })
            };
            received
                .borrow_mut()
                .push(format!("{} {}", said(from), said(to)));
        })
    };
    let day = |year, month, day| Some(Day { year, month, day });
    let props = |from, to| {
        props!(DateRangeProps {
            from,
            to,
            today: day(2024, 3, 1),
            on_change: on_change.clone()
        })
    };
    let mut mounted = Mounted::<DateRange>::new(props(None, day(2024, 2, 20)));
    settle().await;
    let [from, to] = [0, 1].map(|place| mounted.all("input")[place].clone());
    assert_eq!(
        (value(&from).as_str(), value(&to).as_str()),
        ("", "2024-02-20")
    );
    entered(&from, "0202-01-01").await;
    assert!(
        received.borrow().is_empty(),
        "a year that is still being typed"
    );
    entered(&from, "2024-02-01").await;
    entered(&to, "").await;
    for preset in mounted.all(".ac-x-preset") {
        preset.click();
    }
    let expected = [
        "1.2.2024 20.2.2024",
        "- -",
        "29.2.2024 -",
        "23.2.2024 -",
        "31.1.2024 -",
        "1.1.2024 -",
    ];
    assert_eq!(*received.borrow(), expected);
    mounted.update(props(day(2024, 2, 23), None));
    settle().await;
    let week = mounted.one(".ac-x-preset[aria-pressed=true]");
    assert_eq!(week.text_content().unwrap(), "Last 7 days");
    week.click();
    assert_eq!(received.borrow().last().unwrap(), "- -");
    assert!(mounted.all("[aria-invalid]").is_empty());
    mounted.update(props(day(2024, 2, 23), day(2024, 2, 22)));
    settle().await;
    assert_eq!(mounted.all("[aria-invalid=true]").len(), 2);
    mounted.update(props(None, None));
    settle().await;
    assert_eq!((value(&from), value(&to)), Default::default());
}

#[wasm_bindgen_test]
async fn scores_are_whole_numbers_and_typing_is_not_disturbed() {
    let received = Received::default();
    let props = |min: Option<i64>, max: Option<i64>| {
        props!(ScoreRangeProps {
            name: "Quality",
            span: Span { min, max },
            on_change: record::<Span>(&received)
        })
    };
    let mut mounted = Mounted::<ScoreRange>::new(props(None, Some(80)));
    settle().await;
    let [least, most] = [0, 1].map(|place| mounted.all("input")[place].clone());
    least.unchecked_ref::<HtmlInputElement>().set_value("5");
    mounted.update(props(None, Some(90)));
    settle().await;
    assert_eq!((value(&least).as_str(), value(&most).as_str()), ("5", "90"));
    entered(&least, "50").await;
    entered(&most, "7.5").await;
    assert_eq!(value(&most), "90", "no whole number");
    entered(&most, "").await;
    let expected = [
        "Span { min: Some(50), max: Some(90) }",
        "Span { min: None, max: None }",
    ];
    assert_eq!(*received.borrow(), expected);
}

#[wasm_bindgen_test]
async fn a_change_of_one_filter_keeps_the_others() {
    let received = Received::default();
    let on_change = {
        let received = Rc::clone(&received);
        Callback::from(move |filters| {
            let state = QueryState {
                filters,
                ..QueryState::default()
            };
            received.borrow_mut().push(state.to_string());
        })
    };
    let mut filters = article_cards::search::Filters::default();
    filters.select("provider", "Pier");
    let mounted = Mounted::<Filters>::new(props!(FiltersProps {
        facets: Rc::from([numbered(2)]),
        filters: Rc::new(filters),
        on_change,
        with_quality: true,
        with_heat: true,
    }));
    settle().await;
    mounted.one(".ac-facet-checkbox").click();
    mounted.one(".ac-facet-exclude").click();
    entered(&mounted.one("input[type=date]"), "2024-02-01").await;
    for field in mounted.all("input[type=number]") {
        entered(&field, "7").await;
    }
    let expected = [
        "provider=Pier&topics=v0",
        "provider=Pier&topics%21=v0",
        "provider=Pier&from=2024-02-01",
        "provider=Pier&quality=7..",
        "provider=Pier&quality=..7",
        "provider=Pier&heat=7..",
        "provider=Pier&heat=..7",
    ];
    assert_eq!(*received.borrow(), expected);
}

/// Chips that are removed when pressed, below a search field.
#[component]
fn Dropping() -> Html {
    let state = use_state(|| {
        let mut state = QueryState::default();
        for topic in ["a", "b", "c"] {
            state.filters.select("topics", topic);
        }
        Rc::new(state)
    });
    let on_drop = {
        let state = state.clone();
        Callback::from(move |part: ActiveFilter| state.set(Rc::new(state.without(&part))))
    };
    let on_clear = {
        let state = state.setter();
        Callback::from(move |()| state.set(Rc::default()))
    };
    html! {
        <section class="ac-base">
            <SearchField />
            <Chips state={(*state).clone()} {on_drop} {on_clear} />
        </section>
    }
}

fn label(element: &Option<Element>) -> String {
    let text = element.as_ref().and_then(|element| element.text_content());
    text.unwrap_or_default()
}

#[wasm_bindgen_test]
async fn the_focus_moves_on_when_a_chip_is_removed() {
    let mounted = Mounted::<Dropping>::new(());
    settle().await;
    let press = async |place: usize| {
        let chip = mounted.all(".ac-chip").remove(place);
        chip.focus().unwrap();
        chip.click();
        settle().await;
        label(&active())
    };
    assert_eq!(press(1).await, "c, remove this filter", "the next");
    assert_eq!(press(1).await, "a, remove this filter", "the one before");
    press(0).await;
    assert!(is_active(&mounted.one("input")), "the search field");
    assert!(mounted.all(".ac-chips").is_empty());
}

#[wasm_bindgen_test]
async fn the_focus_moves_to_the_search_field_when_all_chips_are_removed() {
    let mounted = Mounted::<Dropping>::new(());
    settle().await;
    let clear = mounted.one(".ac-chip-clear");
    clear.focus().unwrap();
    clear.click();
    settle().await;
    assert!(mounted.all(".ac-chip").is_empty());
    assert!(is_active(&mounted.one("input")));
}

/// A toolbar whose button opens the panel.
#[component]
fn Opening() -> Html {
    let open = use_state(|| false);
    let on_filters = {
        let open = open.setter();
        Callback::from(move |()| open.set(true))
    };
    let on_close = {
        let open = open.setter();
        Callback::from(move |()| open.set(false))
    };
    // Removes the panel while it is open.
    let away = on_close.reform(|_| ());
    let toolbar = props!(ToolbarProps {
        on_filters: Some(on_filters)
    });
    html! {
        <section class="ac-base">
            <Toolbar ..toolbar />
            if *open {
                <FilterPanel total={42} {on_close}>
                    <button id="inside">{ "inside" }</button>
                    <button id="away" onclick={away}>{ "away" }</button>
                </FilterPanel>
            }
            <div class="ac-x-main" />
        </section>
    }
}

async fn opened(mounted: &Mounted<Opening>) -> HtmlDialogElement {
    mounted.one(".ac-panel-button").click();
    mounted.until("dialog", 1).await;
    let dialog: HtmlDialogElement = mounted.one("dialog").unchecked_into();
    assert!(dialog.open() && dialog.matches(":modal").unwrap());
    assert!(dialog.matches(":focus-within").unwrap());
    dialog
}

#[wasm_bindgen_test]
async fn the_panel_closes_in_every_way_and_returns_the_focus() {
    let mounted = Mounted::<Opening>::new(());
    settle().await;
    type Way<'w> = (&'w str, &'w dyn Fn(&HtmlDialogElement));
    let ways: [Way<'_>; 4] = [
        ("its cross", &|_| mounted.one(".ac-panel-close").click()),
        ("its main button", &|_| mounted.one(".ac-x-primary").click()),
        ("beside it", &|dialog| dialog.click()),
        // As Escape does.
        ("a request to close", &|dialog| {
            let close = js_sys::Reflect::get(dialog, &"requestClose".into()).unwrap();
            let close: js_sys::Function = close.unchecked_into();
            close.call0(dialog).unwrap();
        }),
    ];
    for (way, close) in ways {
        let dialog = opened(&mounted).await;
        mounted.one("#inside").click();
        settle().await;
        assert!(dialog.open(), "a press inside leaves it open");
        close(&dialog);
        mounted.until("dialog", 0).await;
        assert!(is_active(&mounted.one(".ac-panel-button")), "{way}");
    }
}

#[wasm_bindgen_test]
async fn a_panel_that_is_removed_returns_the_focus() {
    let mounted = Mounted::<Opening>::new(());
    settle().await;
    opened(&mounted).await;
    mounted.one("#away").click();
    mounted.until("dialog", 0).await;
    assert!(is_active(&mounted.one(".ac-panel-button")));
}

#[wasm_bindgen_test]
async fn the_filters_can_be_skipped() {
    let mounted = Mounted::<Opening>::new(());
    settle().await;
    mounted.one(".ac-x-skip").click();
    assert!(is_active(&mounted.one(".ac-x-main")));
}
