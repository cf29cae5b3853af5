//! The pager of lists whose pages replace each other.

use yew::{AttrValue, Callback, Html};

use super::pager::{standing, way_on};
use super::tag::{bdi, button, owned, tag, words};
use super::{PagerProperties, PagerState};
use crate::i18n::fill;

/// The numbers of so many pages, and the ways to the ones beside; nothing where there is only one.
pub(super) fn page_numbers(properties: &PagerProperties, pages: usize) -> Html {
    let PagerProperties {
        page,
        goes_on,
        state,
        messages,
        ..
    } = properties;
    if pages <= 1 && !goes_on {
        return Html::default();
    }
    let page = *page;
    let step = |key: &'static str, sign: &'static str, name: &str, to: usize, closed: bool| {
        let step = button("ac-page-button", &turn(properties, to), closed);
        step.key(key)
            .with("aria-label", words(name))
            .text(AttrValue::Static(sign))
            .html()
    };
    let is_loading = *state == PagerState::Loading;
    let failed = matches!(state, PagerState::Failed(_));
    let is_last = page >= pages && (!goes_on || is_loading || failed);
    // Signs that the direction of the text mirrors.
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
            2 => buttons.push(to_page(properties, number - 1)),
            _ => buttons.push(gap(number)),
        }
        buttons.push(to_page(properties, number));
        last = number;
    }
    if *goes_on {
        buttons.push(gap(0));
    }
    buttons.push(on);
    let loading = is_loading.then(|| {
        let line = tag("p").class("ac-x-progress");
        let words = bdi(words(&messages.loading_more));
        line.child(tag("span").child(words).html()).html()
    });
    tag("nav")
        .part("ac-pager")
        .with("aria-label", words(&messages.pages))
        .maybe(failed.then(|| standing(properties)))
        .maybe(failed.then(|| way_on(properties)))
        .child(tag("div").class("ac-x-pages").children(buttons).html())
        .maybe(loading)
        .html()
}

/// How many buttons and gaps there are on the first of so many pages.
#[cfg(feature = "ssr")]
pub(super) fn buttons_count(pages: usize, goes_on: bool) -> usize {
    // 1 2 … 9, and one to either side.
    pages.min(4) + usize::from(goes_on) + 2
}

fn to_page(properties: &PagerProperties, number: usize) -> Html {
    let PagerProperties {
        formats, messages, ..
    } = properties;
    let is_current = number == properties.page;
    let name = match is_current {
        true => &messages.page_current,
        false => &messages.page,
    };
    let digits = formats.number(number as u64);
    let pressed = match is_current {
        true => Callback::noop(),
        false => turn(properties, number),
    };
    button("ac-page-button", &pressed, false)
        .key(number)
        .with("aria-label", owned(fill(name, &[("page", &digits)])))
        .with("aria-current", is_current.then_some("page"))
        .child(bdi(owned(digits)))
        .html()
}

fn turn(properties: &PagerProperties, to: usize) -> Callback<()> {
    properties.on_page.reform(move |()| to)
}

/// Pages between that have no button.
fn gap(before: usize) -> Html {
    tag("span")
        .key(format!("gap {before}"))
        .with("aria-hidden", "true")
        .text(AttrValue::Static("…"))
        .html()
}
