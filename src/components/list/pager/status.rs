use yew::{AttrValue, Html};

use crate::components::list::pager::props::{PagerProps, PagerState};
use crate::components::primitives::counted::counted;
use crate::components::primitives::element_builder::{bdi, element, owned_value};
use crate::components::primitives::icon::{IconName, icon};
use crate::components::primitives::localization::Localization;
use crate::i18n::fill;

/// The line below the last article.
pub(in crate::components::list) fn end(props: &PagerProps, localization: &Localization) -> Html {
    let Localization { messages, formats } = localization;
    let all = &messages.all_shown;
    let all = counted(formats, props.shown as u64, all);
    let end = element("p").class("ac-x-end");
    end.child(element("span").child(bdi(all)).html()).html()
}

/// How many articles are visible, or why there are no more.
pub(in crate::components::list) fn status(props: &PagerProps, localization: &Localization) -> Html {
    let Localization { messages, formats } = localization;
    let PagerProps { shown, total, .. } = props;
    let line = |words: AttrValue| element("span").child(bdi(words)).html();
    if let PagerState::Failed(why) = &props.state {
        let error = element("p").class("ac-x-pager-error").attr("role", "alert");
        return error
            .child(icon(IconName::Alert))
            .child(line(why.clone()))
            .html();
    }
    let progress = element("div").class("ac-x-progress");
    let words = match props.goes_on {
        true => &messages.progress_so_far,
        false => &messages.progress,
    };
    let (count, all) = (formats.number(*shown as u64), formats.number(*total as u64));
    let words = fill(words, &[("shown", &count), ("total", &all)]);
    // The bar repeats the text.
    let bar = element("progress")
        .attr("max", total.to_string())
        .attr("aria-hidden", "true")
        .attr("value", shown.to_string());
    progress
        .child(line(owned_value(words)))
        .child(bar.html())
        .html()
}
