//! The root element of a component that is used on its own.

use std::rc::Rc;

use yew::virtual_dom::{AttributeOrProperty, VNode};
use yew::{AttrValue, Classes, Html};

use super::element_builder::attr_value;

/// Adds the props `class` and `id` to a component's root element, if there is one.
///
/// Only the Yew components call this. The list renders its parts without it, since it sets neither
/// prop on them.
pub(crate) fn with_root_props(html: Html, class: &Classes, id: &Option<AttrValue>) -> Html {
    if class.is_empty() && id.is_none() {
        return html;
    }
    let VNode::VTag(mut tag) = html else {
        return html;
    };
    let attributes = Rc::make_mut(&mut tag).attributes.get_mut_index_map();
    for value in attributes.values_mut() {
        // A map of attributes does not render static ones.
        if let AttributeOrProperty::Static(text) = value {
            *value = AttributeOrProperty::Attribute(AttrValue::Static(text));
        }
    }
    if !class.is_empty() {
        let own = match attributes.get("class") {
            Some(AttributeOrProperty::Attribute(own)) => own.as_str(),
            _ => "",
        };
        let classes = [own, &class.to_string()].join(" ");
        let classes = AttributeOrProperty::Attribute(attr_value(classes.trim()));
        attributes.insert(AttrValue::Static("class"), classes);
    }
    if let Some(id) = id {
        let id = AttributeOrProperty::Attribute(id.clone());
        attributes.insert(AttrValue::Static("id"), id);
    }
    VNode::VTag(tag)
}
