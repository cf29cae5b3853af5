use web_sys::HtmlDialogElement;
use yew::functional::{Hook, HookContext};
use yew::{
    AttrValue, Callback, Classes, Event, Html, MouseEvent, NodeRef, Properties, TargetCast,
    component, hook, html, use_mut_ref,
};

use crate::components::primitives::{
    IconName, Localization, Localized, Render, attr_value, bdi, concat, counted, heading, icon,
    live_region, text, use_localization, with_root_props,
};
use crate::hooks::{Defer, use_effect_on, use_node, use_unique_id};

/// Props of [`FilterPanel`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FilterPanelProps {
    /// The number of matching articles.
    pub total: usize,
    /// The announcement of the result, made once it changes. Live regions outside of a modal dialog
    /// are silent.
    #[prop_or_default]
    pub announced: AttrValue,
    /// Called when the dialog is closed. The parent then stops rendering it.
    #[prop_or_default]
    pub on_close: Callback<()>,
    /// Called to clear all filters.
    #[prop_or_default]
    pub on_clear: Callback<()>,
    /// The level of the heading, 2 to 6.
    #[prop_or(article_cards_core::defaults::HEADING_LEVEL)]
    pub heading_level: u8,
    /// The filters.
    #[prop_or_default]
    pub children: Html,
    /// Additional classes of the dialog.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the dialog.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// The filters in a modal dialog, for lists that are too narrow for filters beside the articles.
///
/// The dialog is open while it is rendered. Escape, its buttons and a click outside close it. The
/// focus then returns to where it was.
#[component]
pub fn FilterPanel(props: &FilterPanelProps) -> Html {
    let localization = use_localization();
    let html = use_filter_panel(props, &localization);
    with_root_props(html, &props.class, &props.id)
}

impl Render for Localized<FilterPanelProps> {
    const NAME: &'static str = "filter-panel";

    fn render(&self, hooks: &mut HookContext) -> Html {
        use_filter_panel(&self.props, &self.localization).run(hooks)
    }
}

#[hook]
fn use_filter_panel(props: &FilterPanelProps, localization: &Localization) -> Html {
    let FilterPanelProps {
        total,
        announced,
        on_close,
        on_clear,
        heading_level,
        children,
        ..
    } = props;
    let Localization { messages, formats } = localization;
    let id = use_unique_id(None);
    let id = concat(&[&id, "-panel"]);
    let node = use_node();
    // The announcement from before the dialog opened was already made.
    let before = use_mut_ref(|| Some(announced.clone()));
    if before
        .borrow()
        .as_ref()
        .is_some_and(|before| before != announced)
    {
        before.take();
    }
    let announcement = match *before.borrow() {
        Some(_) => AttrValue::default(),
        None => announced.clone(),
    };
    use_effect_on((), {
        let node = node.clone();
        move |(): &()| {
            if let Some(dialog) = dialog(&node) {
                // Fails only if the dialog is already open.
                let _ = dialog.show_modal();
            }
            Defer(move || {
                // Only a dialog that is closed restores the focus.
                if let Some(dialog) = dialog(&node) {
                    dialog.close();
                }
            })
        }
    });
    let close = {
        let node = node.clone();
        move || {
            if let Some(dialog) = dialog(&node) {
                dialog.close();
            }
        }
    };
    let on_close_button = {
        let close = close.clone();
        Callback::from(move |_: MouseEvent| close())
    };
    let on_backdrop = {
        let node = node.clone();
        move |event: MouseEvent| {
            let target = event.target_dyn_into::<HtmlDialogElement>();
            if target.is_some() && target == dialog(&node) {
                close();
            }
        }
    };
    let title = heading(*heading_level)
        .attr("id", &id)
        .text(attr_value(&messages.filters));
    let show = counted(formats, *total as u64, &messages.show_results);
    html! {
        <dialog
            ref={node}
            part="panel"
            aria-labelledby={id}
            onclose={on_close.reform(|_: Event| ())}
            onclick={on_backdrop}
            class="ac-panel"
        >
            <div class="ac-x-panel-head">
                { title.html() }
                <button
                    type="button"
                    part="panel-close"
                    aria-label={attr_value(&messages.filters_close)}
                    onclick={on_close_button.clone()}
                    class="ac-panel-close"
                >
                    { icon(IconName::Clear) }
                </button>
            </div>
            <div class="ac-x-panel-body">{ children.clone() }</div>
            <div class="ac-x-panel-foot">
                <button
                    type="button"
                    onclick={on_clear.reform(|_: MouseEvent| ())}
                    class="ac-x-text-button"
                >
                    { text(attr_value(&messages.clear_all)) }
                </button>
                <button type="button" onclick={on_close_button} class="ac-x-primary">
                    { bdi(show) }
                </button>
            </div>
            { live_region(announcement) }
        </dialog>
    }
}

fn dialog(node: &NodeRef) -> Option<HtmlDialogElement> {
    node.cast::<HtmlDialogElement>()
}
