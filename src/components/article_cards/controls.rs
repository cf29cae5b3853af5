//! What the reader searches, filters and sorts with.

use std::rc::Rc;

use yew::{AttrValue, Callback, Html};

use super::view::View;
use crate::components::chips::filters_in_use;
use crate::components::drops::drops;
use crate::components::empty_message::empty_message;
use crate::components::error_words::error_words;
use crate::components::filters::filters;
use crate::components::icon::icon;
use crate::components::part::part;
use crate::components::tag::{bdi, button, joined, tag, words};
use crate::components::telling::counted;
use crate::components::toolbar::toolbar;
use crate::components::{
    ChipsProperties, DropsProperties, EmptyMessageProperties, FilterPanelProperties,
    FiltersProperties, IconName, ToolbarProperties,
};
use crate::hooks::{RenderCell, refresh_interval};
use crate::store::{Action, Pending, Status, Trigger};
use article_cards_core::search::{Filters, SortBy};

impl View<'_> {
    /// The controls around the list: toolbar, filters, and the panel that these stand in where
    /// there is no room for them, with what is announced there.
    pub(super) fn shell(
        &self,
        list: Html,
        panel_open: &RenderCell<bool>,
        announced: AttrValue,
    ) -> Html {
        let shell = tag("div").class("ac-x-shell");
        // Of nothing there is nothing to search.
        if self.state.searched() == 0 {
            return shell.child(list).html();
        }
        let has_filters = self.has_filters();
        let inline = (has_filters && !panel_open.get()).then(|| self.filters(false));
        let panel = (has_filters && panel_open.get()).then(|| {
            let on_close = panel_open.clone();
            let panel = FilterPanelProperties {
                total: self.state.total(),
                announced,
                on_close: Callback::from(move |()| on_close.set(false)),
                on_clear: self.drops_filters(),
                heading_level: self.properties.heading_level,
                formats: self.said.formats.clone(),
                messages: Rc::clone(self.said.messages),
                children: self.filters(true),
            };
            part(panel)
        });
        shell
            .child(self.toolbar(has_filters, panel_open))
            .maybe(inline)
            .child(list)
            .maybe(panel)
            .html()
    }

    pub(super) fn has_filters(&self) -> bool {
        !self.state.facets().is_empty()
    }

    fn toolbar(&self, has_filters: bool, panel_open: &RenderCell<bool>) -> Html {
        let query = self.state.query();
        let on_input = self
            .asks(Trigger::Typing)
            .by(|query, text: String| query.query = text);
        let on_sort = self
            .asks(Trigger::Decision)
            .by(|query, sort| query.sort = sort);
        let open = panel_open.clone();
        toolbar(&ToolbarProperties {
            label: self.properties.label.clone(),
            query: words(&query.query),
            on_input: (!self.properties.without_search).then_some(on_input),
            on_enter: Callback::noop(),
            sort: query.sort.clone(),
            on_sort: (!self.properties.without_sort).then_some(on_sort),
            has_text: self.has_text,
            with_scores: self.properties.with_scores,
            on_filters: has_filters.then(|| Callback::from(move |()| open.set(true))),
            filters_in_use: filters_in_use(query).len(),
            id_prefix: None,
            formats: self.said.formats.clone(),
            messages: Rc::clone(self.said.messages),
        })
    }

    fn filters(&self, folded: bool) -> Html {
        let index = self.state.index();
        let has = |by| index.is_some_and(|index| index.has(by));
        let properties = FiltersProperties {
            facets: Rc::clone(self.state.facets()),
            filters: Rc::new(self.state.query().filters.clone()),
            on_change: Callback::noop(),
            with_dates: has(SortBy::PublishedDateTime),
            with_quality: self.properties.with_scores && has(SortBy::Quality),
            with_heat: self.properties.with_scores && has(SortBy::Heat),
            folded,
            today: self.said.formats.today(self.now),
            formats: self.said.formats.clone(),
            messages: Rc::clone(self.said.messages),
        };
        let edits = self.asks(Trigger::Decision);
        filters(&properties, &edits.part(|query| &mut query.filters))
    }

    fn drops_filters(&self) -> Callback<()> {
        self.asks(Trigger::Decision)
            .by(|query, ()| query.filters = Filters::default())
    }

    /// How many there are, what narrows them, and the offer of new ones.
    pub(super) fn standing(&self, show_new: &Callback<()>) -> Html {
        let chips = ChipsProperties {
            state: Rc::clone(&self.query),
            on_drop: self.drops_part(),
            on_clear: self.drops_filters(),
            formats: self.said.formats.clone(),
            messages: Rc::clone(self.said.messages),
        };
        let is_calm = self.properties.calm_loading && self.state.status() == Status::Loading;
        let summary = (!is_calm).then(|| self.said.summary(self.state));
        let summary = tag("p").part("ac-summary").maybe(summary);
        tag("div")
            .class("ac-x-status")
            .key("status")
            .child(summary.html())
            .child(part(chips))
            .maybe(refresh_interval(self.properties.refresh).map(|_| self.offer(show_new)))
            .html()
    }

    /// New articles, told once to assistive technology too.
    fn offer(&self, show_new: &Callback<()>) -> Html {
        let count = self.state.offered() as u64;
        let offer = (count > 0).then(|| {
            let words = counted(self.said.formats, count, &self.said.messages.new_articles);
            let button = button("ac-x-new", show_new, false);
            button.child(icon(IconName::Up)).child(bdi(words)).html()
        });
        tag("div")
            .class("ac-x-news")
            .with("role", "status")
            .maybe(offer)
            .html()
    }

    /// Where the feed goes on: the offer to search all of it, or how far that is.
    pub(super) fn gathering(&self, stop: &Callback<()>) -> Html {
        let state = self.state;
        let messages = self.said.messages;
        let is_partial = state.is_narrowed() || !state.query().sort.is_empty();
        let is_offered = state.searched() > 0 && is_partial && state.has_next_page();
        let is_loading_rest = state.is_loading_rest();
        // A message in place of the articles has its own way on.
        if !(is_loading_rest || is_offered) || state.status() == Status::Error {
            return Html::default();
        }
        // While more arrives, not all of it is searched yet.
        let loaded = match state.feed() {
            Some(feed) if is_loading_rest => feed.articles().len(),
            _ => state.searched(),
        };
        let loaded = counted(self.said.formats, loaded as u64, &messages.loading_all);
        // How many pages there are, no feed tells.
        let bar = is_loading_rest.then(|| tag("progress").with("aria-hidden", "true").html());
        let failure = state.failure().filter(|(what, _)| *what == Pending::Page);
        let (words_, icon) = match failure {
            Some((_, error)) => {
                let why = error_words(error, messages, self.said.formats);
                let words = joined(&[&messages.more_failed, " ", &why]);
                (words, Some(icon(IconName::Alert)))
            }
            None => (loaded, None),
        };
        // Below articles the pager tells it, and tries again.
        let is_alone = failure.is_some() && state.shown().is_empty();
        let (onclick, label) = match is_loading_rest {
            true => (stop.clone(), &messages.stop),
            false if is_alone => (self.dispatch.reform(|()| Action::LoadAll), &messages.retry),
            false => (
                self.dispatch.reform(|()| Action::LoadAll),
                &messages.load_all,
            ),
        };
        let line = tag("span")
            .with("role", is_alone.then_some("alert"))
            .maybe(icon)
            .child(bdi(words_));
        // One button for both, so that it keeps the focus.
        let button = button("ac-x-text-button", &onclick, false);
        tag("div")
            .class("ac-x-gathering")
            .child(line.html())
            .maybe(bar)
            .child(button.child(bdi(words(label))).html())
            .html()
    }

    /// What stands in the place of articles where there are none.
    pub(super) fn nothing(&self) -> Html {
        let messages = self.said.messages;
        let state = self.state;
        let is_narrowed = state.is_narrowed() && state.searched() > 0;
        let (title, text) = match (is_narrowed, state.relaxations()) {
            (false, _) => (&messages.empty_title, &messages.empty_text),
            (true, []) => (&messages.no_match_title, &messages.no_match_at_all),
            (true, _) => (&messages.no_match_title, &messages.no_match_text),
        };
        let before = state.query();
        // Where there is no filter, dropping the words is the only offer already.
        let has_clear = !filters_in_use(before).is_empty() || state.relaxations().is_empty();
        let offers = is_narrowed.then(|| {
            drops(&DropsProperties {
                offers: state.relaxations().into(),
                query: words(&before.query),
                on_drop: self.drops_part(),
                on_clear: has_clear.then(|| self.drops_all()),
                formats: self.said.formats.clone(),
                messages: Rc::clone(messages),
            })
        });
        empty_message(&EmptyMessageProperties {
            title: words(title),
            text: Some(words(text)),
            heading_level: self.properties.heading_level,
            own: self.properties.empty.clone(),
            slotted: self.properties.slotted,
            children: offers.unwrap_or_default(),
        })
    }
}
