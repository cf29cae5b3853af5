//! The page around the list.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, HtmlElement, Node, ShadowRoot};

/// The page's base URL; `None` outside a browser.
pub fn base_url() -> Option<String> {
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    gloo_utils::document().base_uri().ok().flatten()
}

/// A query parameter of the page's address.
pub fn query_parameter(name: &str) -> Option<String> {
    let search = gloo_utils::window().location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search)
        .ok()?
        .get(name)
}

/// Scrolls an element into view and focuses its first card, so that Tab continues from there.
pub fn scroll_into_view(element: &Element) {
    element.scroll_into_view();
    let first = element.query_selector(".ac-card-link").ok().flatten();
    if let Some(link) = first.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // Fails only if the element cannot be focused.
        let _ = link.focus_with_options(&options);
    }
}

/// Whether the reader has set the browser to save data; `false` where the browser doesn't say.
pub(crate) fn saves_data() -> bool {
    let names = ["navigator", "connection", "saveData"];
    let window = JsValue::from(gloo_utils::window());
    let value = names.iter().fold(window, |object, name| {
        Reflect::get(&object, &JsValue::from(*name)).unwrap_or_default()
    });
    value.is_truthy()
}

/// Scrolls an element into view, no further than necessary.
pub(crate) fn scroll_nearest(element: &Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The width of an element and its `em`, in pixels.
pub(crate) fn size(element: &Element) -> Option<(f64, f64)> {
    let em = parse_float(&computed(element, "font-size")?);
    Some((element.client_width().into(), em))
}

/// The height of the window, in pixels.
pub(crate) fn window_height() -> f64 {
    let height = gloo_utils::window().inner_height().ok();
    height.and_then(|it| it.as_f64()).unwrap_or(f64::MAX)
}

/// The number of an element's children up to the last one that begins above the bottom of the window.
pub(crate) fn children_on_screen(element: &Element) -> usize {
    let height = window_height();
    let first = element.first_element_child();
    let children = std::iter::successors(first, Element::next_element_sibling);
    let is_above = |child: &Element| child.get_bounding_client_rect().top() < height;
    children.take_while(is_above).count()
}

/// Whether an element is on a dark page that does not declare it by `color-scheme`: its parent has
/// light text.
pub(crate) fn is_on_dark(element: &Element) -> bool {
    let declares_dark = || {
        computed(element, "color-scheme")?
            .contains("dark")
            .then_some(())
    };
    let colour = || computed(&element.parent_element()?, "color");
    declares_dark().is_none() && colour().is_some_and(|colour| is_light(&colour))
}

fn computed(element: &Element, property: &str) -> Option<String> {
    let style = gloo_utils::window().get_computed_style(element).ok()??;
    style.get_property_value(property).ok()
}

/// Whether a computed colour is lighter than mid-grey, in any notation of
/// [CSS Color 4](https://www.w3.org/TR/css-color-4/).
fn is_light(colour: &str) -> bool {
    let Some((notation, numbers)) = colour.split_once('(') else {
        return false;
    };
    // `color(srgb 1 1 1)` starts with its colour space.
    let numbers = match notation {
        "color" => numbers.split_once(' ').map_or("", |(_, numbers)| numbers),
        _ => numbers,
    };
    let mut numbers = numbers.split([',', ' ']).filter(|part| !part.is_empty());
    let mut next = || numbers.next().map_or(f64::NAN, parse_float);
    match notation {
        "oklab" | "oklch" => next() > 0.6,
        "lab" | "lch" => next() > 54.0,
        _ => {
            let bright = 0.2126 * next() + 0.7152 * next() + 0.0722 * next();
            bright > if notation == "color" { 0.5 } else { 127.5 }
        }
    }
}

/// Rust's own parser would add kilobytes to the module.
fn parse_float(text: &str) -> f64 {
    js_sys::Number::parse_float(text)
}

/// The focused element in the document or shadow tree of `element`, or in a slot of that tree; `None`
/// if the focus is elsewhere.
pub(crate) fn focused_beside(element: &Element) -> Option<Element> {
    let root = element.get_root_node();
    let Some(tree) = root.dyn_ref::<ShadowRoot>() else {
        return active_in(&root);
    };
    tree.active_element().or_else(|| {
        let host = tree.host();
        let active = active_in(&host.get_root_node());
        active.filter(|active| *active != host && host.contains(Some(active)))
    })
}

/// The focused element of a document or shadow tree.
fn active_in(root: &Node) -> Option<Element> {
    let active = match root.dyn_ref::<Document>() {
        Some(page) => page.active_element(),
        None => root.dyn_ref::<ShadowRoot>()?.active_element(),
    };
    // The body is the active element if no other is.
    active.filter(|active| !active.tag_name().eq_ignore_ascii_case("body"))
}

/// Whether a text is selected in the document or shadow tree of the element that an event comes from.
pub(crate) fn has_selection(event: &Event) -> bool {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let root = target.map(|target| JsValue::from(target.get_root_node()));
    let window = JsValue::from(gloo_utils::window());
    // Some browsers have the selection of a shadow tree there, others in the window.
    let sources = root.into_iter().chain([window]);
    let selection = sources.into_iter().find_map(|source| {
        let method = Reflect::get(&source, &"getSelection".into()).ok()?;
        method.dyn_into::<Function>().ok()?.call0(&source).ok()
    });
    let is_collapsed = selection.map(|it| Reflect::get(&it, &"isCollapsed".into()));
    is_collapsed.is_some_and(|it| it.is_ok_and(|it| it == false))
}

/// Focuses an element. One that is not focusable, such as a heading, becomes focusable, but not by
/// Tab.
pub(crate) fn focus(element: Element) {
    let Ok(element) = element.dyn_into::<HtmlElement>() else {
        return;
    };
    if element.tab_index() < 0 {
        // If this fails, the focus stays where it is.
        let _ = element.set_attribute("tabindex", "-1");
    }
    // Fails only if the element cannot be focused.
    let _ = element.focus();
}

/// Logs a warning on the browser's console; does nothing outside a browser.
pub fn warn(text: &str) {
    if cfg!(target_arch = "wasm32") {
        gloo_console::warn!(text);
    }
}
