use std::rc::Rc;

use yew::{AttrValue, Callback, Html, MouseEvent, Properties, component, html};

use super::{Icon, IconName, flag};
use crate::browser::Formats;
use crate::messages::{Messages, fill};

/// Where a list stands with its next articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum PagerState {
    /// There are more.
    #[default]
    More,
    /// They are being loaded.
    Loading,
    /// They could not be loaded; the words say why.
    Failed(AttrValue),
    /// There are no more.
    End,
}

/// Properties of [`Pager`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PagerProperties {
    /// How many articles are shown.
    pub shown: usize,
    /// How many there are; `None` while the feed has pages that were not loaded.
    #[prop_or_default]
    pub total: Option<usize>,
    /// How many come next; `None` where that is not known.
    #[prop_or_default]
    pub next: Option<usize>,
    /// Where the list stands.
    #[prop_or_default]
    pub state: PagerState,
    /// Asks for the next articles, after a failure too.
    #[prop_or_default]
    pub on_more: Callback<()>,
    /// Leads back to the first article; without it there is no button.
    #[prop_or_default]
    pub on_top: Option<Callback<()>>,
    /// Numbers and plural forms.
    #[prop_or_else(Formats::shared)]
    pub formats: Formats,
    /// The words on screen.
    #[prop_or_else(Messages::shared)]
    pub messages: Rc<Messages>,
}

/// How far the list is, and the way on: a button for more, or the end.
#[component]
pub fn Pager(properties: &PagerProperties) -> Html {
    let PagerProperties {
        on_top,
        state,
        messages,
        ..
    } = properties;
    html! {
        <div class="ac-pager" part="pager">
            if *state == PagerState::End {
                <p class="ac-x-end">
                    <span>{ counted(properties, properties.shown, &messages.all_shown) }</span>
                </p>
                if let Some(on_top) = on_top {
                    <button
                        type="button"
                        class="ac-x-text-button"
                        onclick={on_top.reform(|_: MouseEvent| ())}
                    >
                        { messages.back_to_top.to_string() }
                    </button>
                }
            } else {
                { standing(properties) }
                { way_on(properties) }
            }
        </div>
    }
}

/// How far the list is, or why it came no further.
fn standing(properties: &PagerProperties) -> Html {
    let PagerProperties {
        shown,
        total,
        formats,
        messages,
        ..
    } = properties;
    if let PagerState::Failed(why) = &properties.state {
        return html! {
            <p class="ac-x-pager-error" role="alert">
                <Icon name={IconName::Alert} />
                <span>{ why }</span>
            </p>
        };
    }
    let Some(total) = total else {
        let text = counted(properties, *shown, &messages.progress_open);
        return html! { <div class="ac-x-progress"><span>{ text }</span></div> };
    };
    let (count, all) = (formats.number(*shown as u64), formats.number(*total as u64));
    let text = fill(&messages.progress, &[("shown", &count), ("total", &all)]);
    html! {
        <div class="ac-x-progress">
            <span>{ text }</span>
            // The words say it already.
            <progress value={shown.to_string()} max={total.to_string()} aria-hidden="true" />
        </div>
    }
}

/// One button for more, for waiting and for trying again, so that it keeps the focus throughout.
fn way_on(properties: &PagerProperties) -> Html {
    let PagerProperties {
        next,
        state,
        on_more,
        messages,
        ..
    } = properties;
    let (class, part) = match state {
        PagerState::Failed(_) => ("ac-retry", "retry"),
        _ => ("ac-more-button", "more-button"),
    };
    let text = match (state, next) {
        (PagerState::Failed(_), _) => messages.retry.to_string(),
        (PagerState::Loading, _) => messages.loading_more.to_string(),
        (_, Some(next)) => counted(properties, *next, &messages.show_more),
        (_, None) => messages.show_more_open.to_string(),
    };
    // Not `disabled`, which would take the focus away.
    let loading = *state == PagerState::Loading;
    let on_more = on_more.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        if !loading {
            on_more.emit(());
        }
    });
    html! {
        <button type="button" {class} {part} aria-disabled={loading.then_some(flag(true))} {onclick}>
            if matches!(state, PagerState::Failed(_)) {
                <Icon name={IconName::Retry} />
            }
            { text }
        </button>
    }
}

fn counted(
    properties: &PagerProperties,
    number: usize,
    words: &crate::messages::Counted,
) -> String {
    let (formats, number) = (&properties.formats, number as u64);
    words.fill(formats.plural(number), &formats.number(number))
}
