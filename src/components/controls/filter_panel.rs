use std::rc::Rc;

use web_sys::HtmlDialogElement;
use yew::functional::{Hook, HookContext};
use yew::{
    AttrValue, Callback, Event, Html, NodeRef, Properties, TargetCast, component, hook, use_mut_ref,
};

use crate::browser::Formats;
use crate::components::primitives::counted::counted;
use crate::components::primitives::dyn_component::Render;
use crate::components::primitives::element_builder::live_region;
use crate::components::primitives::element_builder::{
    On, attr_value, bdi, concat, element, heading,
};
use crate::components::primitives::icon::{IconName, icon};
use crate::hooks::{Defer, use_effect_on, use_node, use_unique_id};
use crate::i18n::Messages;

/// Props of [`FilterPanel`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FilterPanelProps {
    /// How many articles match now.
    pub total: usize,
    /// What assistive technology is told of that once it changes: what is said outside of a modal dialog is not heard.
    #[prop_or_default]
    pub announced: AttrValue,
    /// Hears that the panel was closed; whoever shows it then no longer does.
    #[prop_or_default]
    pub on_close: Callback<()>,
    /// Hears that all filters are to be dropped.
    #[prop_or_default]
    pub on_clear: Callback<()>,
    /// Level of the heading, 2 to 6.
    #[prop_or(3)]
    pub heading_level: u8,
    /// Numbers and plural forms.
    #[prop_or_else(Formats::shared)]
    pub formats: Formats,
    /// The words on screen.
    #[prop_or_else(Messages::shared)]
    pub messages: Rc<Messages>,
    /// The filters.
    #[prop_or_default]
    pub children: Html,
}

/// The filters in a modal dialog, for columns that have no room beside the articles.
///
/// It is open for as long as it is drawn. Escape, its buttons and a press beside it close it, and
/// the focus returns to what had it before.
#[component]
pub fn FilterPanel(props: &FilterPanelProps) -> Html {
    use_filter_panel(props)
}

impl Render for FilterPanelProps {
    const NAME: &'static str = "filter-panel";

    fn render(&self, hooks: &mut HookContext) -> Html {
        use_filter_panel(self).run(hooks)
    }
}

#[hook]
fn use_filter_panel(props: &FilterPanelProps) -> Html {
    let FilterPanelProps {
        total,
        announced,
        on_close,
        on_clear,
        heading_level,
        formats,
        messages,
        children,
    } = props;
    let id = use_unique_id(None);
    let id = concat(&[&id, "-panel"]);
    let node = use_node();
    // What stood before was told before.
    let before = use_mut_ref(|| Some(announced.clone()));
    if before
        .borrow()
        .as_ref()
        .is_some_and(|before| before != announced)
    {
        before.take();
    }
    let told = match *before.borrow() {
        Some(_) => AttrValue::default(),
        None => announced.clone(),
    };
    use_effect_on((), {
        let node = node.clone();
        move |(): &()| {
            if let Some(dialog) = dialog(&node) {
                // Fails only where it is open already.
                let _ = dialog.show_modal();
            }
            Defer(move || {
                // Only what is closed gives the focus back.
                if let Some(dialog) = dialog(&node) {
                    dialog.close();
                }
            })
        }
    });
    let close = {
        let node = node.clone();
        move |_: Event| {
            if let Some(dialog) = dialog(&node) {
                dialog.close();
            }
        }
    };
    let close_button = element("button")
        .attr("type", "button")
        .part("ac-panel-close")
        .attr("aria-label", attr_value(&messages.filters_close))
        .on_click(Some(Callback::from(close.clone())))
        .child(icon(IconName::Clear));
    let title = heading(*heading_level).attr("id", &id);
    let head = element("div")
        .class("ac-x-panel-head")
        .child(title.text(attr_value(&messages.filters)).html())
        .child(close_button.html());
    let body = element("div")
        .class("ac-x-panel-body")
        .child(children.clone());
    let clear = element("button")
        .attr("type", "button")
        .class("ac-x-text-button")
        .on_click(Some(on_clear.reform(|_: Event| ())))
        .text(attr_value(&messages.clear_all));
    let show = counted(formats, *total as u64, &messages.show_results);
    let show = element("button")
        .attr("type", "button")
        .class("ac-x-primary")
        .on_click(Some(Callback::from(close.clone())))
        .child(bdi(show));
    let foot = element("div")
        .class("ac-x-panel-foot")
        .child(clear.html())
        .child(show.html());
    let beside = Callback::from({
        let node = node.clone();
        move |event: Event| {
            let target = event.target_dyn_into::<HtmlDialogElement>();
            if target.is_some() && target == dialog(&node) {
                close(event);
            }
        }
    });
    element("dialog")
        .node_ref(node)
        .part("ac-panel")
        .attr("aria-labelledby", &id)
        .on(On::Close, on_close.reform(|_: Event| ()))
        .on_click(Some(beside))
        .child(head.html())
        .child(body.html())
        .child(foot.html())
        .child(live_region(told))
        .html()
}

fn dialog(node: &NodeRef) -> Option<HtmlDialogElement> {
    node.cast::<HtmlDialogElement>()
}
