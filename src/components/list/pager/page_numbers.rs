//! The pager of lists in which a page replaces the previous one.

use yew::{AttrValue, Callback, Html};

use crate::components::list::pager::load_more::load_more;
use crate::components::list::pager::props::{PagerProps, PagerState};
use crate::components::list::pager::status::status;
use crate::components::primitives::{
    Localization, attr_value, bdi, button, element, landmark_name, owned_value,
};
use crate::i18n::fill;

/// Page numbers, and buttons for the previous and the next page. Renders nothing for a single page.
pub(super) fn page_numbers(props: &PagerProps, pages: usize, localization: &Localization) -> Html {
    let messages = &localization.messages;
    let PagerProps {
        page,
        has_next_page,
        state,
        ..
    } = props;
    if pages <= 1 && !has_next_page {
        return Html::default();
    }
    let page = *page;
    let step = |key: &'static str, sign: &'static str, name: &str, to: usize, closed: bool| {
        let step = button("ac-page-button", &go_to(props, to), closed);
        step.key(key)
            .attr("aria-label", attr_value(name))
            .text(AttrValue::Static(sign))
            .html()
    };
    let is_loading = *state == PagerState::Loading;
    let failed = matches!(state, PagerState::Failed(_));
    let is_last = page >= pages && (!has_next_page || is_loading || failed);
    // The browser mirrors these characters in right-to-left text.
    let back = step(
        "back",
        "‹",
        &messages.page_previous,
        page.saturating_sub(1),
        page <= 1,
    );
    let on = step("on", "›", &messages.page_next, page + 1, is_last);
    let mut buttons = vec![back];
    let mut last = 0;
    for number in [1, page.saturating_sub(1), page, page + 1, pages] {
        if number <= last || number > pages {
            continue;
        }
        match number - last {
            1 => {}
            2 => buttons.push(to_page(props, localization, number - 1)),
            _ => buttons.push(gap(number)),
        }
        buttons.push(to_page(props, localization, number));
        last = number;
    }
    if *has_next_page {
        buttons.push(gap(0));
    }
    buttons.push(on);
    let loading = is_loading.then(|| {
        let line = element("p").class("ac-x-progress");
        let label = bdi(attr_value(&messages.loading_more));
        line.child(element("span").child(label).html()).html()
    });
    element("nav")
        .part("ac-pager")
        .attr("aria-label", landmark_name(&messages.pages, &props.label))
        .maybe_child(failed.then(|| status(props, localization)))
        .maybe_child(failed.then(|| load_more(props, localization)))
        .child(element("div").class("ac-x-pages").children(buttons).html())
        .maybe_child(loading)
        .html()
}

/// The number of buttons and gaps on the first page.
#[cfg(feature = "ssr")]
pub(in crate::components::list) fn buttons_count(pages: usize, has_next_page: bool) -> usize {
    // 1 2 … 9, and two buttons for the previous and the next page.
    pages.min(4) + usize::from(has_next_page) + 2
}

fn to_page(props: &PagerProps, localization: &Localization, number: usize) -> Html {
    let Localization { messages, formats } = localization;
    let is_current = number == props.page;
    let name = match is_current {
        true => &messages.page_current,
        false => &messages.page,
    };
    let digits = formats.number(number as u64);
    let pressed = match is_current {
        true => Callback::noop(),
        false => go_to(props, number),
    };
    button("ac-page-button", &pressed, false)
        .key(number)
        .attr("aria-label", owned_value(fill(name, &[("page", &digits)])))
        .attr("aria-current", is_current.then_some("page"))
        .child(bdi(owned_value(digits)))
        .html()
}

fn go_to(props: &PagerProps, to: usize) -> Callback<()> {
    props.on_page.reform(move |()| to)
}

/// An ellipsis in place of omitted pages.
fn gap(before: usize) -> Html {
    element("span")
        .key(format!("gap {before}"))
        .attr("aria-hidden", "true")
        .text(AttrValue::Static("…"))
        .html()
}
