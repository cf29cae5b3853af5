use yew::{Html, html};

use crate::components::list::pager::props::{PagerProps, PagerState};
use crate::components::primitives::{IconName, Localization, bdi, counted, icon, owned_value};
use crate::i18n::fill;

/// The line below the last article.
pub(in crate::components::list) fn end(props: &PagerProps, localization: &Localization) -> Html {
    let Localization { messages, formats } = localization;
    let all = &messages.all_shown;
    let all = counted(formats, props.shown as u64, all);
    html! { <p class="ac-x-end"><span>{ bdi(all) }</span></p> }
}

/// How many articles are visible, or why there are no more.
pub(in crate::components::list) fn status(props: &PagerProps, localization: &Localization) -> Html {
    let Localization { messages, formats } = localization;
    let PagerProps { shown, total, .. } = props;
    if let PagerState::Failed(reason) = &props.state {
        return html! {
            <p role="alert" class="ac-x-pager-error">
                { icon(IconName::Alert) }
                <span>{ bdi(reason.clone()) }</span>
            </p>
        };
    }
    let template = match props.has_next_page {
        true => &messages.progress_so_far,
        false => &messages.progress,
    };
    let (count, all) = (formats.number(*shown as u64), formats.number(*total as u64));
    let text = fill(template, &[("shown", &count), ("total", &all)]);
    html! {
        <div class="ac-x-progress">
            <span>{ bdi(owned_value(text)) }</span>
            // The bar repeats the text.
            <progress max={total.to_string()} aria-hidden="true" value={shown.to_string()} />
        </div>
    }
}
