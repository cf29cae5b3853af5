//! The list as a whole.

use yew::{AttrValue, Callback, Html, NodeRef};

use super::list::{Buttons, Cards, body, failure};
use super::shortcut::shortcut;
use super::view::View;
use crate::browser::scroll_into_view;
use crate::components::Theme;
use crate::components::live::live;
use crate::components::part::part;
use crate::components::tag::{On, tag};
use crate::components::whole::Whole;
use crate::hooks::{FocusAfter, RenderCell, UseFeed};
use crate::store::{Action, Pending, Status, Trigger};

/// What a list is drawn from, once its hooks have run.
pub(super) struct Drawing<'d> {
    pub(super) view: &'d View<'d>,
    pub(super) cards: &'d Cards,
    pub(super) feed: &'d UseFeed,
    pub(super) focus_after: &'d FocusAfter,
    pub(super) node: &'d NodeRef,
    pub(super) theme: Theme,
    pub(super) panel_open: &'d RenderCell<bool>,
    /// What assistive technology is told.
    pub(super) announced: AttrValue,
}

/// Draws the list, its controls and what stands around them.
pub(super) fn draw(drawing: &Drawing<'_>) -> Html {
    let Drawing {
        view,
        cards,
        feed,
        focus_after,
        node,
        theme,
        panel_open,
        announced,
    } = drawing;
    let View {
        properties,
        state,
        dispatch,
        ..
    } = **view;
    let buttons = Buttons {
        more: focus_after.more(dispatch.reform(|()| Action::ShowMore(Trigger::Decision))),
        turn: focus_after.others(turn(view)),
        retry_all: focus_after.retry(feed.retry.clone()),
        retry: feed.retry.clone(),
        on_top: {
            let node = NodeRef::clone(node);
            Callback::from(move |()| scroll_into_view(&node))
        },
    };
    let show_new = focus_after.others({
        let (stop, dispatch) = (feed.stop.clone(), dispatch.clone());
        // A page of the feed before would come too late.
        Callback::from(move |()| {
            stop.emit(());
            dispatch.emit(Action::RefreshAccepted);
        })
    });
    let reload_failed = state.status() == Status::Ready
        && state
            .failure()
            .is_some_and(|(what, _)| what == Pending::Feed);
    let banner = reload_failed.then(|| failure(view, true, &buttons.retry_all));
    let busy = state.pending().is_some() || state.is_stale();
    let main = tag("div")
        .class("ac-x-main")
        .with("aria-busy", busy.then_some("true"))
        .child(view.standing(&show_new))
        .child(
            tag("div")
                .key("gathering")
                .child(view.gathering(&feed.stop))
                .html(),
        )
        .child(tag("div").key("banner").maybe(banner).html())
        .child(
            tag("div")
                .key("body")
                .child(body(view, cards, &buttons))
                .html(),
        );
    tag("section")
        .node(NodeRef::clone(node))
        .part("ac-base")
        .with("data-layout", properties.layout.as_str())
        .with("data-theme", theme.as_str())
        .with("aria-label", properties.label.clone())
        .on(On::KeyDown, Callback::from(shortcut))
        .child(view.frame(tag("div").part("ac-header"), "header", &properties.header))
        .child(view.shell(main.html(), panel_open, announced.clone()))
        .child(view.frame(
            tag("div").class("ac-x-footer"),
            "footer",
            &properties.footer,
        ))
        .child(live(announced.clone()))
        .child(part(Whole(feed.store.clone())))
        .html()
}

/// Leads to a page that there is, or on to the next.
fn turn(view: &View<'_>) -> Callback<usize> {
    let pages = view.state.pages();
    view.dispatch.reform(move |page| match page > pages {
        true => Action::ShowMore(Trigger::Decision),
        false => Action::QueryChanged(Box::new(move |query| query.page = page), Trigger::Decision),
    })
}
