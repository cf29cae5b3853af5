use std::rc::Rc;

use yew::{AttrValue, Callback, Event, Html, Properties, component};

use super::IconName;
use super::icon::icon;
use super::page_numbers::page_numbers;
use super::tag::{bdi, button, owned, tag, words};
use super::telling::counted;
use crate::browser::Formats;
use crate::i18n::{Messages, fill};

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
    /// How many there are, or were loaded so far.
    pub total: usize,
    /// Whether the feed has pages that were not loaded.
    #[prop_or_default]
    pub goes_on: bool,
    /// How many come next; `None` where that is not known.
    #[prop_or_default]
    pub next: Option<usize>,
    /// How many pages of cards there are, or were loaded so far, where they replace each other:
    /// their numbers stand in the place of one button for more.
    #[prop_or_default]
    pub pages: Option<usize>,
    /// The page that is shown, where there are numbers.
    #[prop_or(1)]
    pub page: usize,
    /// Where the list stands.
    #[prop_or_default]
    pub state: PagerState,
    /// Asks for the next articles, after a failure too.
    #[prop_or_default]
    pub on_more: Callback<()>,
    /// Asks for a page, where there are numbers; for one that is not loaded too.
    #[prop_or_default]
    pub on_page: Callback<usize>,
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

/// How far the list is, and the way on: a button for more, or the end; or the numbers of its pages.
#[component]
pub fn Pager(properties: &PagerProperties) -> Html {
    pager(properties)
}

pub(super) fn pager(properties: &PagerProperties) -> Html {
    let PagerProperties {
        on_top,
        state,
        messages,
        pages,
        ..
    } = properties;
    if let Some(pages) = *pages {
        return page_numbers(properties, pages);
    }
    let pager = tag("div").part("ac-pager");
    if *state != PagerState::End {
        return pager
            .child(standing(properties))
            .child(way_on(properties))
            .html();
    }
    let on_top = on_top.as_ref().map(|on_top| {
        let button = tag("button")
            .with("type", "button")
            .class("ac-x-text-button");
        let button = button.on_click(Some(on_top.reform(|_: Event| ())));
        button.text(words(&messages.back_to_top)).html()
    });
    pager.child(end(properties)).maybe(on_top).html()
}

/// That there are no more.
pub(super) fn end(properties: &PagerProperties) -> Html {
    let all = &properties.messages.all_shown;
    let all = counted(&properties.formats, properties.shown as u64, all);
    let end = tag("p").class("ac-x-end");
    end.child(tag("span").child(bdi(all)).html()).html()
}

/// How far the list is, or why it came no further.
pub(super) fn standing(properties: &PagerProperties) -> Html {
    let PagerProperties {
        shown,
        total,
        formats,
        messages,
        ..
    } = properties;
    let line = |words: AttrValue| tag("span").child(bdi(words)).html();
    if let PagerState::Failed(why) = &properties.state {
        let error = tag("p").class("ac-x-pager-error").with("role", "alert");
        return error
            .child(icon(IconName::Alert))
            .child(line(why.clone()))
            .html();
    }
    let progress = tag("div").class("ac-x-progress");
    let words = match properties.goes_on {
        true => &messages.progress_so_far,
        false => &messages.progress,
    };
    let (count, all) = (formats.number(*shown as u64), formats.number(*total as u64));
    let words = fill(words, &[("shown", &count), ("total", &all)]);
    // The words say it already.
    let bar = tag("progress")
        .with("max", total.to_string())
        .with("aria-hidden", "true")
        .with("value", shown.to_string());
    progress.child(line(owned(words))).child(bar.html()).html()
}

/// One button for more, for waiting and for trying again, so that it keeps the focus throughout.
pub(super) fn way_on(properties: &PagerProperties) -> Html {
    let PagerProperties {
        next,
        state,
        on_more,
        formats,
        messages,
        ..
    } = properties;
    let failed = matches!(state, PagerState::Failed(_));
    let class = if failed { "ac-retry" } else { "ac-more-button" };
    let label = match (state, next) {
        (PagerState::Failed(_), _) => words(&messages.retry),
        (PagerState::Loading, _) => words(&messages.loading_more),
        (_, Some(next)) => counted(formats, *next as u64, &messages.show_more),
        (_, None) => words(&messages.show_more_open),
    };
    button(class, on_more, *state == PagerState::Loading)
        .maybe(failed.then(|| icon(IconName::Retry)))
        .child(bdi(label))
        .html()
}
