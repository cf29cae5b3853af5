//! The whole list.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};
use yew::functional::{Hook, HookContext};
use yew::{AttrValue, Callback, Html, NodeRef, use_force_update};

use crate::attributes::Theme;
use crate::browser::{focus, scroll_into_view};
use crate::components::list::render_context::{RenderContext, has_ground, may_offer};
use crate::components::list::results::{CardOptions, ListCallbacks, body, failure};
use crate::components::list::slot::container;
use crate::components::primitives::{
    On, Render, base, closest, dyn_component, element, focus_within, live_region,
};
use crate::hooks::{Cells, FocusAfter, RenderCell, SearchInput, Store, UseFeed};
use crate::store::{Action, Pending, Status, Trigger};

/// The values of a list's hooks.
pub(super) struct RenderInput<'d> {
    pub(super) context: &'d RenderContext<'d>,
    pub(super) cards: &'d CardOptions,
    pub(super) cells: &'d Cells,
    pub(super) feed: &'d UseFeed,
    pub(super) focus_after: &'d FocusAfter,
    pub(super) node: &'d NodeRef,
    pub(super) theme: Theme,
    pub(super) panel_open: &'d RenderCell<bool>,
    pub(super) search_input: &'d SearchInput,
    /// The text of the live region.
    pub(super) announced: AttrValue,
}

/// Renders the list with its controls.
pub(super) fn render(input: &RenderInput<'_>) -> Html {
    let RenderInput {
        context,
        cards,
        cells,
        feed,
        focus_after,
        node,
        theme,
        panel_open,
        search_input,
        announced,
    } = input;
    let RenderContext {
        props,
        state,
        dispatch,
        ..
    } = **context;
    let callbacks = ListCallbacks {
        on_more: focus_after.more(dispatch.reform(|()| Action::ShowMore(Trigger::More))),
        on_page: focus_after.others(go_to_page(context)),
        on_retry_all: focus_after.retry(feed.retry.clone()),
        on_retry: feed.retry.clone(),
        on_top: {
            let node = NodeRef::clone(node);
            Callback::from(move |()| {
                if let Some(base) = node.cast::<Element>() {
                    scroll_into_view(&base);
                }
            })
        },
    };
    let show_new = focus_after.others({
        let (stop, dispatch) = (feed.stop.clone(), dispatch.clone());
        // Pages of the previous feed are no longer needed.
        Callback::from(move |()| {
            stop.emit(());
            dispatch.emit(Action::RefreshAccepted);
        })
    });
    let reload_failed = state.status() == Status::Ready
        && state
            .failure()
            .is_some_and(|(what, _)| what == Pending::Feed);
    let banner = reload_failed.then(|| failure(context, true, &callbacks.on_retry_all));
    let busy = state.pending().is_some() || state.is_waiting() || context.is_first_load();
    let main = element("div")
        .class("ac-x-main")
        .attr("aria-busy", busy.then_some("true"))
        .attr("data-refresh", may_offer(props).then_some(""))
        .maybe_child(context.offer(&show_new))
        .child(
            element("div")
                .class("ac-x-top")
                .key("gathering")
                .child(context.load_all(&feed.stop))
                .maybe_child(context.corrections())
                .maybe_child(context.new_since())
                .html(),
        )
        .child(element("div").key("banner").maybe_child(banner).html())
        .child(
            element("div")
                .key("body")
                .child(body(context, cards, cells, &callbacks))
                .html(),
        );
    let slot_name = |name| props.slotted.then_some(name);
    let content = element("div")
        .class("ac-x-container")
        .child(container(
            element("div").part("ac-header"),
            slot_name("header"),
            &props.header,
        ))
        .child(context.shell(main.html(), panel_open, announced.clone()))
        .child(container(
            element("div").class("ac-x-footer"),
            slot_name("footer"),
            &props.footer,
        ))
        .child(live_region(announced.clone()))
        .child(dyn_component(PaintBarrier(feed.store.clone())));
    element("section")
        .node_ref(NodeRef::clone(node))
        .part("ac-base")
        .attr("data-layout", context.layouts.current.as_str())
        .attr("data-theme", theme.as_str())
        .attr("aria-label", props.label.clone())
        .attr("data-ground", has_ground(props).then_some(""))
        .on(On::KeyDown, {
            let search_input = SearchInput::clone(search_input);
            Callback::from(move |event| shortcut(&event, &search_input))
        })
        .child(content.html())
        .html()
}

/// Shows a loaded page, or loads the next one.
fn go_to_page(context: &RenderContext<'_>) -> Callback<usize> {
    let pages = context.state.pages();
    context.dispatch.reform(move |page| match page > pages {
        true => Action::ShowMore(Trigger::Decision),
        false => Action::QueryChanged(Box::new(move |query| query.page = page), Trigger::Decision),
    })
}

/// Elements that handle `/` themselves: fields, and dialogs, which the search field is not in.
const HANDLES_SLASH: &str = "input:not([type=checkbox]), select, textarea, \
    [contenteditable]:not([contenteditable=false]), dialog";

/// Focuses the search field when `/` is pressed inside the list and outside of any field.
fn shortcut(event: &Event, search_input: &SearchInput) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    let has_modifier = key.ctrl_key() || key.meta_key() || key.alt_key();
    if key.key() != "/"
        || has_modifier
        || key.is_composing()
        || event.default_prevented()
        || closest(event, HANDLES_SLASH).is_some()
    {
        return;
    }
    if let Some(base) = base(event) {
        // Firefox would open its own search.
        event.prevent_default();
        match search_input.find() {
            Some(field) => focus(field.into()),
            None => focus_within(&base, &[".ac-search-input"]),
        }
    }
}

/// Renders nothing, but re-renders together with the list, so that the browser paints all of it at
/// once.
///
/// After 16 ms Yew lets the browser paint unless a component is waiting to re-render. Components
/// with changed props do not count until the new components beside them are rendered (`can_yield`
/// in Yew's scheduler). Without the barrier the cards are painted first, and what surrounds them
/// another layout and some 25 ms later.
struct PaintBarrier(Store);

impl Render for PaintBarrier {
    const NAME: &'static str = "paint-barrier";

    fn renders_same(&self, _: &Self) -> bool {
        true
    }

    fn render(&self, hooks: &mut HookContext) -> Html {
        self.0.set_follower(use_force_update().run(hooks));
        Html::default()
    }
}
