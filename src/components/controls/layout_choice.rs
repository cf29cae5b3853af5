use yew::functional::{Hook, HookContext};
use yew::{AttrValue, Callback, Classes, Event, Html, Properties, component, hook};

use crate::attributes::Layout;
use crate::components::primitives::{
    ElementBuilder, IconName, Localization, Localized, On, Render, attr_value, concat,
    dyn_component, element, icon, use_localization, with_root_props,
};
use crate::hooks::use_unique_id;
use crate::i18n::{Messages, Text};

/// Props of [`LayoutChoice`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct LayoutChoiceProps {
    /// The layouts to choose from. With fewer than two, nothing is rendered.
    pub layouts: Vec<Layout>,
    /// The layout in use.
    #[prop_or_default]
    pub layout: Layout,
    /// Receives the layout that the reader chooses.
    #[prop_or_default]
    pub on_choose: Callback<Layout>,
    /// Additional classes of the group.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the group.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// The layouts of a list, as radio buttons.
#[component]
pub fn LayoutChoice(props: &LayoutChoiceProps) -> Html {
    let localization = use_localization();
    let html = use_layout_choice(props, &localization);
    with_root_props(html, &props.class, &props.id)
}

/// The choice as a component, if there is one.
pub(crate) fn layout_choice(props: LayoutChoiceProps, localization: &Localization) -> Option<Html> {
    let has_choice = props.layouts.len() > 1;
    has_choice.then(|| dyn_component(Localized::new(props, localization)))
}

impl Render for Localized<LayoutChoiceProps> {
    const NAME: &'static str = "layout-choice";

    fn render(&self, hooks: &mut HookContext) -> Html {
        use_layout_choice(&self.props, &self.localization).run(hooks)
    }
}

#[hook]
fn use_layout_choice(props: &LayoutChoiceProps, localization: &Localization) -> Html {
    let messages = &localization.messages;
    // Radio buttons with the same name belong together.
    let name = concat(&[&use_unique_id(None), "-layout"]);
    if props.layouts.len() < 2 {
        return Html::default();
    }
    let choice = |layout: &Layout| {
        let layout = *layout;
        let (label, symbol) = label(messages, layout);
        let on_change = props.on_choose.reform(move |_: Event| layout);
        let radio = element("input")
            .attr("type", "radio")
            .attr("name", &name)
            .attr("value", layout.as_str())
            .checked(layout == props.layout)
            .on(On::Change, on_change);
        element("label")
            .attr("title", attr_value(label))
            .child(radio.html())
            .child(icon(symbol))
            .child(element("span").text(attr_value(label)).html())
            .html()
    };
    let legend = element("legend").text(attr_value(&messages.layout));
    let group = element("fieldset").part("ac-layouts").child(legend.html());
    let choices = props.layouts.iter().map(choice);
    choices.fold(group, ElementBuilder::child).html()
}

fn label(messages: &Messages, layout: Layout) -> (&Text, IconName) {
    match layout {
        Layout::Grid => (&messages.layout_grid, IconName::Grid),
        Layout::List => (&messages.layout_list, IconName::List),
        Layout::Compact => (&messages.layout_compact, IconName::Compact),
    }
}
