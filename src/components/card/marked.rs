use std::ops::Range;

use yew::virtual_dom::VList;
use yew::{AttrValue, Classes, Html, Properties, component};

use crate::components::primitives::{attr_value, element, text, with_root_props};

/// Props of [`Marked`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MarkedProps {
    /// The text.
    pub text: AttrValue,
    /// The marked byte ranges in ascending order. Ranges that overlap or exceed the text, or begin
    /// inside of a character, are ignored.
    #[prop_or_default]
    pub ranges: Vec<Range<usize>>,
    /// Classes of an element `span` around the text.
    #[prop_or_default]
    pub class: Classes,
    /// The id of an element `span` around the text.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// A text with marks, such as the search terms. It has no root element without `class` or `id`.
#[component]
pub fn Marked(props: &MarkedProps) -> Html {
    let marked = marked(&props.text, &props.ranges);
    if props.class.is_empty() && props.id.is_none() {
        return marked;
    }
    let root = element("span").child(marked).html();
    with_root_props(root, &props.class, &props.id)
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
