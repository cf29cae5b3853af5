use yew::Html;

use crate::components::list::pager::props::{PagerProps, PagerState};
use crate::components::primitives::{
    IconName, Localization, attr_value, bdi, button, counted, icon,
};

/// The button for more articles. It is also the one to retry, so that it keeps the focus.
pub(super) fn load_more(props: &PagerProps, localization: &Localization) -> Html {
    let Localization { messages, formats } = localization;
    let PagerProps {
        next,
        state,
        on_more,
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
