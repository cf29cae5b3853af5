mod load_more;
mod page_numbers;
mod props;
mod status;

use yew::{Event, Html, component};

#[cfg(feature = "ssr")]
pub(super) use self::page_numbers::buttons_count;
pub use self::props::{PagerProps, PagerState};
#[cfg(feature = "ssr")]
pub(super) use self::status::{end as pager_end, status as pager_status};
use crate::components::list::pager::load_more::load_more;
use crate::components::list::pager::page_numbers::page_numbers;
use crate::components::list::pager::status::{end, status};
use crate::components::primitives::element_builder::{attr_value, element};

/// How far the list is, and the way on: a button for more, or the end; or the numbers of its pages.
#[component]
pub fn Pager(props: &PagerProps) -> Html {
    pager(props)
}

pub(crate) fn pager(props: &PagerProps) -> Html {
    let PagerProps {
        on_top,
        state,
        messages,
        pages,
        ..
    } = props;
    if let Some(pages) = *pages {
        return page_numbers(props, pages);
    }
    let pager = element("div").part("ac-pager");
    if *state != PagerState::End {
        return pager.child(status(props)).child(load_more(props)).html();
    }
    let on_top = on_top.as_ref().map(|on_top| {
        let button = element("button")
            .attr("type", "button")
            .class("ac-x-text-button");
        let button = button.on_click(Some(on_top.reform(|_: Event| ())));
        button.text(attr_value(&messages.back_to_top)).html()
    });
    pager.child(end(props)).maybe_child(on_top).html()
}
