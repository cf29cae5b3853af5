use yew::{AttrValue, Html};

use crate::components::list::pager::props::{PagerProps, PagerState};
use crate::components::primitives::counted::counted;
use crate::components::primitives::element_builder::{bdi, element, owned_value};
use crate::components::primitives::icon::{IconName, icon};
use crate::i18n::fill;

/// That there are no more.
pub(crate) fn end(props: &PagerProps) -> Html {
    let all = &props.messages.all_shown;
    let all = counted(&props.formats, props.shown as u64, all);
    let end = element("p").class("ac-x-end");
    end.child(element("span").child(bdi(all)).html()).html()
}

/// How far the list is, or why it came no further.
pub(crate) fn status(props: &PagerProps) -> Html {
    let PagerProps {
        shown,
        total,
        formats,
        messages,
        ..
    } = props;
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
    // The words say it already.
    let bar = element("progress")
        .attr("max", total.to_string())
        .attr("aria-hidden", "true")
        .attr("value", shown.to_string());
    progress
        .child(line(owned_value(words)))
        .child(bar.html())
        .html()
}
