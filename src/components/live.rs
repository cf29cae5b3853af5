//! What only assistive technology is told.

use yew::{AttrValue, Html};

use super::tag::{bdi, tag};

/// A place whose words are read out whenever they change.
pub(super) fn live(words: AttrValue) -> Html {
    let live = tag("p").part("ac-live").with("role", "status");
    live.child(bdi(words)).html()
}
