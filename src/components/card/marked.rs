use std::ops::Range;

use crate::components::primitives::element_builder::{attr_value, element, text};
use yew::virtual_dom::VList;
use yew::{AttrValue, Html, Properties, component};

/// Props of [`Marked`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MarkedProps {
    /// The text.
    pub text: AttrValue,
    /// What of it is marked, in bytes, rising. What is not within the text, begins inside of a
    /// character or overlaps what stands before it is left out.
    #[prop_or_default]
    pub ranges: Vec<Range<usize>>,
}

/// A text in which something is marked, such as what was searched for.
#[component]
pub fn Marked(props: &MarkedProps) -> Html {
    marked(&props.text, &props.ranges)
}

pub(crate) fn marked(whole: &str, ranges: &[Range<usize>]) -> Html {
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
            pieces.push(text(attr_value(before)));
        }
        pieces.push(
            element("mark")
                .part("ac-mark")
                .text(attr_value(found))
                .html(),
        );
        from = range.end;
    }
    match whole.get(from..) {
        Some(rest) if pieces.is_empty() => return text(attr_value(rest)),
        Some(rest) if !rest.is_empty() => pieces.push(text(attr_value(rest))),
        _ => {}
    }
    VList::with_children(pieces, None).into()
}
