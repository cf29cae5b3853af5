use std::ops::Range;

use yew::virtual_dom::VList;
use yew::{AttrValue, Html, Properties, component};

use super::tag::{tag, text, words};

/// Properties of [`Marked`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MarkedProperties {
    /// The text.
    pub text: AttrValue,
    /// What of it is marked, in bytes, rising. What is not within the text, begins inside of a
    /// character or overlaps what stands before it is left out.
    #[prop_or_default]
    pub ranges: Vec<Range<usize>>,
}

/// A text in which something is marked, such as what was searched for.
#[component]
pub fn Marked(properties: &MarkedProperties) -> Html {
    marked(&properties.text, &properties.ranges)
}

pub(super) fn marked(whole: &str, ranges: &[Range<usize>]) -> Html {
    let mut pieces = Vec::new();
    let mut from = 0;
    for range in ranges {
        let Some(found) = whole.get(range.clone()).filter(|found| !found.is_empty()) else {
            continue;
        };
        let Some(before) = whole.get(from..range.start) else {
            continue;
        };
        if !before.is_empty() {
            pieces.push(text(words(before)));
        }
        pieces.push(tag("mark").part("ac-mark").text(words(found)).html());
        from = range.end;
    }
    match whole.get(from..) {
        Some(rest) if pieces.is_empty() => return text(words(rest)),
        Some(rest) if !rest.is_empty() => pieces.push(text(words(rest))),
        _ => {}
    }
    VList::with_children(pieces, None).into()
}
