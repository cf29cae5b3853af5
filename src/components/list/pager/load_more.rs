use yew::Html;

use crate::components::list::pager::props::{PagerProps, PagerState};
use crate::components::primitives::counted::counted;
use crate::components::primitives::element_builder::{attr_value, bdi, button};
use crate::components::primitives::icon::{IconName, icon};

/// One button for more, for waiting and for trying again, so that it keeps the focus throughout.
pub(crate) fn load_more(props: &PagerProps) -> Html {
    let PagerProps {
        next,
        state,
        on_more,
        formats,
        messages,
        ..
    } = props;
    let failed = matches!(state, PagerState::Failed(_));
    let class = if failed { "ac-retry" } else { "ac-more-button" };
    let label = match (state, next) {
        (PagerState::Failed(_), _) => attr_value(&messages.retry),
        (PagerState::Loading, _) => attr_value(&messages.loading_more),
        (_, Some(next)) => counted(formats, *next as u64, &messages.show_more),
        (_, None) => attr_value(&messages.show_more_open),
    };
    button(class, on_more, *state == PagerState::Loading)
        .maybe_child(failed.then(|| icon(IconName::Retry)))
        .child(bdi(label))
        .html()
}
