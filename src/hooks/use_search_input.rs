use web_sys::{Element, HtmlInputElement};
use yew::{AttrValue, Callback, NodeRef, hook, use_mut_ref};

use super::use_effect_on;
use crate::browser::{find_field, on_typed, warn};

/// The field of the page that serves as the search field of a list.
#[derive(Clone, PartialEq)]
pub(crate) struct SearchInput {
    pub(crate) node: NodeRef,
    pub(crate) selector: Option<AttrValue>,
    /// Whether the list is in the shadow tree of the custom element.
    pub(crate) is_custom_element: bool,
}

impl SearchInput {
    /// Returns the field, if there is one.
    pub(crate) fn find(&self) -> Option<HtmlInputElement> {
        let base = self.node.cast::<Element>()?;
        let selector = self.selector.as_deref()?;
        find_field(&base, selector, self.is_custom_element)
    }
}

/// Searches for what the reader types into a field of the page, and shows the text of the query there.
/// What is in the field at first is searched for, unless there is a text already.
#[hook]
pub(crate) fn use_search_input(input: &SearchInput, text: &str, on_input: Callback<String>) {
    let is_first = use_mut_ref(|| true);
    let typed = on_input.clone();
    use_effect_on(input.clone(), move |input: &SearchInput| {
        input.selector.as_ref()?;
        if input.find().is_none() {
            warn_of_missing(input);
        }
        let input = input.clone();
        Some(on_typed(move || input.find(), move |text| typed.emit(text)))
    });
    let text = AttrValue::from(text.to_owned());
    use_effect_on((input.clone(), text), move |(input, text)| {
        let Some(field) = input.find() else { return };
        let is_first = is_first.replace(false);
        let value = field.value();
        match is_first && text.is_empty() && !value.is_empty() {
            true => on_input.emit(value),
            false if value != text.as_str() => field.set_value(text),
            false => {}
        }
    });
}

fn warn_of_missing(input: &SearchInput) {
    let selector = input.selector.as_deref().unwrap_or_default();
    warn(
        &[
            "article-cards: nothing in the page matches `search-input` yet: ",
            selector,
        ]
        .concat(),
    );
}
