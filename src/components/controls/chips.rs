use std::rc::Rc;

use web_sys::Element;
use yew::functional::{Hook, HookContext};
use yew::{AttrValue, Callback, Classes, Event, Html, Properties, component, hook, use_mut_ref};

use crate::browser::{Formats, focused_beside};
use crate::components::controls::field_names::{field_name, value_name};
use crate::components::primitives::{
    ElementBuilder, IconName, Localization, Localized, Render, attr_value, base, bdi, concat,
    element, focus_search, focus_within, icon, is_touch, owned_value, text, use_localization,
    visually_hidden, with_root_props,
};
use crate::hooks::{use_effect_on, use_node};
use crate::i18n::{Messages, fill};
use article_cards_core::model::Day;
use article_cards_core::search::{ActiveFilter, QueryState, Span};

/// Props of [`Chips`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ChipsProps {
    /// The query.
    pub state: Rc<QueryState>,
    /// Receives the filter that the reader removes. See [`QueryState::without`].
    #[prop_or_default]
    pub on_drop: Callback<ActiveFilter>,
    /// Called to remove all filters.
    #[prop_or_default]
    pub on_clear: Callback<()>,
    /// Shows not only saved articles any more, if only those are shown.
    #[prop_or_default]
    pub on_show_all: Option<Callback<()>>,
    /// Additional classes of the list.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the list.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// The active filters, each a button that removes it. Renders nothing if there are none.
///
/// The focus moves from a removed filter to the next one, or else to the previous one, or else to
/// the search field.
#[component]
pub fn Chips(props: &ChipsProps) -> Html {
    let localization = use_localization();
    let html = use_chips(props, &localization);
    with_root_props(html, &props.class, &props.id)
}

impl Render for Localized<ChipsProps> {
    const NAME: &'static str = "chips";

    fn render(&self, hooks: &mut HookContext) -> Html {
        use_chips(&self.props, &self.localization).run(hooks)
    }
}

#[hook]
fn use_chips(props: &ChipsProps, localization: &Localization) -> Html {
    let ChipsProps {
        state,
        on_drop,
        on_clear,
        ..
    } = props;
    let messages = &localization.messages;
    let node = use_node();
    let removed = use_mut_ref(|| None::<(usize, bool, Element)>);
    let parts = filters_in_use(state);
    let first = usize::from(props.on_show_all.is_some());
    use_effect_on(parts.len() + first, {
        let (node, removed) = (node.clone(), Rc::clone(&removed));
        move |left: &usize| {
            let Some((index, is_touched, base)) = removed.take() else {
                return;
            };
            // The focus stays if it is elsewhere by now.
            if focused_beside(&base).is_some() {
                return;
            }
            match node.cast::<Element>() {
                Some(list) if *left > 0 => {
                    let chip = index.min(left - 1) + 1;
                    focus_within(
                        &list,
                        &[&concat(&["li:nth-child(", &chip.to_string(), ") > button"])],
                    );
                }
                _ => focus_search(&base, is_touched),
            }
        }
    });
    if parts.len() + first == 0 {
        return Html::default();
    }
    let remember = move |index: usize, event: &Event| {
        removed.replace(base(event).map(|base| (index, is_touch(event), base)));
    };
    let chips = parts.iter().enumerate().map(|(index, part)| {
        let (remember, on_drop, part) = (remember.clone(), on_drop.clone(), part.clone());
        let button = element("button").attr("type", "button");
        let (key, chip) = chip(state, localization, &part, button);
        let remove = Callback::from(move |event: Event| {
            remember(first + index, &event);
            on_drop.emit(part.clone());
        });
        removable(key, chip, remove, messages)
    });
    let saved = props.on_show_all.as_ref().map(|show_all| {
        let remember = remember.clone();
        let remove = show_all.reform(move |event: Event| remember(0, &event));
        let label = element("span").child(bdi(attr_value(&messages.saved)));
        let chip = element("button").attr("type", "button").part("ac-chip");
        let key = "saved".to_owned();
        removable(key, chip.child(label.html()), remove, messages)
    });
    let mut items: Vec<Html> = saved.into_iter().chain(chips).collect();
    let clear = on_clear.reform(move |event: Event| remember(0, &event));
    let clear = element("button")
        .attr("type", "button")
        .part("ac-chip-clear")
        .on_click(Some(clear))
        .text(attr_value(&messages.clear_all));
    items.push(element("li").key("").child(clear.html()).html());
    element("ul")
        .node_ref(node)
        .part("ac-chips")
        .attr("role", "list")
        .attr("aria-label", attr_value(&messages.chips))
        .children(items)
        .html()
}

/// The item of a chip that is removed by a click.
fn removable(
    key: String,
    chip: ElementBuilder,
    remove: Callback<Event>,
    messages: &Messages,
) -> Html {
    let more = concat(&[", ", &messages.chip_remove]);
    let chip = chip
        .on_click(Some(remove))
        .child(visually_hidden(more, &None))
        .child(icon(IconName::Clear));
    element("li").key(key).child(chip.html()).html()
}

/// All active filters, without the search text.
pub(crate) fn filters_in_use(state: &QueryState) -> Vec<ActiveFilter> {
    let mut parts = state.active_filters();
    parts.retain(|part| *part != ActiveFilter::Query);
    parts
}

/// A chip without its action, and its key.
pub(crate) fn chip(
    state: &QueryState,
    localization: &Localization,
    part: &ActiveFilter,
    root: ElementBuilder,
) -> (String, ElementBuilder) {
    let Localization { messages, formats } = localization;
    let chip = root.part("ac-chip");
    let label = element("span");
    let plain = |label: ElementBuilder, value: String| label.child(bdi(owned_value(value)));
    let filters = &state.filters;
    let (key, label, excluded) = match part {
        ActiveFilter::Value {
            field,
            value,
            excluded,
        } => {
            let name = value_name(field, value, messages);
            let label = if *excluded {
                excluded_label(label, &messages.chip_not, &name)
            } else {
                plain(label, name.into_owned())
            };
            let sign = if *excluded { "!" } else { "" };
            ([field, sign, "=", value].concat(), label, *excluded)
        }
        ActiveFilter::Quality => {
            let value = span_label(filters.quality, &field_name("quality", messages), messages);
            ("quality".to_owned(), plain(label, value), false)
        }
        ActiveFilter::Heat => {
            let value = span_label(filters.heat, &field_name("heat", messages), messages);
            ("heat".to_owned(), plain(label, value), false)
        }
        ActiveFilter::Dates | ActiveFilter::Query | ActiveFilter::Words(_) => {
            let value = day_label(filters.from, filters.to, formats, messages);
            ("date".to_owned(), plain(label, value), false)
        }
    };
    let chip = chip.attr("data-excluded", excluded.then_some(""));
    (key, chip.child(label.html()))
}

/// The label of an excluded value, with emphasis on the words around the value.
fn excluded_label(label: ElementBuilder, template: &str, name: &str) -> ElementBuilder {
    let (before, after) = template.split_once("{value}").unwrap_or((template, ""));
    // Without the spaces, which some screen readers would skip.
    let strong = |label: ElementBuilder, part: &str| match part.split_once(part.trim()) {
        Some((space, rest)) if !part.is_empty() => label
            .child(text(attr_value(space)))
            .child(element("b").child(text(attr_value(part.trim()))).html())
            .child(text(attr_value(rest))),
        _ => label,
    };
    let label = strong(label, before).child(bdi(attr_value(name)));
    strong(label, after)
}

fn span_label(span: Span, name: &str, messages: &Messages) -> String {
    let number = |number: i64| number.to_string();
    match (span.min, span.max) {
        (Some(min), Some(max)) => {
            let (from, to) = (number(min), number(max));
            let both = fill(&messages.chip_between, &[("from", &from), ("to", &to)]);
            [name, " ", &both].concat()
        }
        (Some(least), None) => fill(
            &messages.chip_least,
            &[("name", name), ("number", &number(least))],
        ),
        (None, most) => fill(
            &messages.chip_most,
            &[
                ("name", name),
                ("number", &number(most.unwrap_or_default())),
            ],
        ),
    }
}

fn day_label(from: Option<Day>, to: Option<Day>, formats: &Formats, messages: &Messages) -> String {
    let date = |day: Day| formats.day(day);
    match (from, to) {
        (Some(from), Some(to)) if from == to => date(from),
        (Some(from), Some(to)) => fill(
            &messages.chip_between,
            &[("from", &date(from)), ("to", &date(to))],
        ),
        (Some(from), None) => fill(&messages.chip_from, &[("date", &date(from))]),
        (None, to) => {
            let to = to.map(date).unwrap_or_default();
            fill(&messages.chip_to, &[("date", &to)])
        }
    }
}
