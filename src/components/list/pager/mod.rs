mod load_more;
mod page_numbers;
mod props;
mod status;

use yew::{Event, Html, component};

use self::load_more::load_more;
#[cfg(feature = "ssr")]
pub(super) use self::page_numbers::buttons_count;
use self::page_numbers::page_numbers;
pub use self::props::{PagerProps, PagerState};
pub(super) use self::status::{end, status};
use crate::components::primitives::{
    Localization, attr_value, element, use_localization, with_root_props,
};

/// The progress of a list with a button for more articles, or the numbers of its pages.
#[component]
pub fn Pager(props: &PagerProps) -> Html {
    let pager = pager(props, &use_localization());
    with_root_props(pager, &props.class, &props.id)
}

pub(super) fn pager(props: &PagerProps, localization: &Localization) -> Html {
    let PagerProps {
        on_top,
        state,
        pages,
        ..
    } = props;
    if let Some(pages) = *pages {
        return page_numbers(props, pages, localization);
    }
    let pager = element("div").part("ac-pager");
    if *state != PagerState::End {
        return pager
            .child(status(props, localization))
            .child(load_more(props, localization))
            .html();
    }
    let on_top = on_top.as_ref().map(|on_top| {
        let button = element("button")
            .attr("type", "button")
            .class("ac-x-text-button");
        let button = button.on_click(Some(on_top.reform(|_: Event| ())));
        button
            .text(attr_value(&localization.messages.back_to_top))
            .html()
    });
    pager
        .child(end(props, localization))
        .maybe_child(on_top)
        .html()
}
