//! The controls and the status of a list.

use std::rc::Rc;

use yew::virtual_dom::VList;
use yew::{AttrValue, Callback, Classes, Html};

use crate::attributes::Loading;
use crate::components::controls::chips::{ChipsProps, filters_in_use};
use crate::components::controls::filter_panel::FilterPanelProps;
use crate::components::controls::filters::{FiltersProps, filters};
use crate::components::controls::layout_choice::{LayoutChoiceProps, layout_choice};
use crate::components::controls::sort_menu::default_sorts;
use crate::components::controls::toolbar::{ToolbarProps, bare_toolbar, toolbar};
use crate::components::list::empty_message::{EmptyMessageProps, empty_message};
use crate::components::list::error_text::error_text;
use crate::components::list::no_results_suggestions::{
    NoResultsSuggestionsProps, no_results_suggestions,
};
use crate::components::list::render_context::{RenderContext, may_offer, typed};
use crate::components::list::skeletons::facet_skeletons;
use crate::components::list::status_text::{corrections, nothing, summary};
use crate::components::primitives::{
    IconName, Localization, Localized, attr_value, bdi, button, concat, counted, dyn_component,
    element, icon,
};
use crate::hooks::RenderCell;
use crate::store::{Action, Pending, Status, Trigger};
use article_cards_core::search::{Facet, Filters, RANGES, SortBy, SortKey};

impl RenderContext<'_> {
    /// The controls around the list: toolbar, and filters beside the articles or in a panel.
    /// `announced` is the text of the panel's live region.
    pub(super) fn shell(
        &self,
        list: Html,
        panel_open: &RenderCell<bool>,
        announced: AttrValue,
    ) -> Html {
        let shell = element("div").class("ac-x-shell");
        let filters_offered = self.props.offered_filters();
        if self.shows_skeletons() {
            let names = Facet::names(&filters_offered);
            let facets = names.iter().filter(|name| !RANGES.contains(name)).count();
            // Ranges take as much room as a facet.
            let facets = facets.max(usize::from(!names.is_empty()));
            return shell
                .child(self.toolbar(facets > 0, panel_open))
                .maybe_child(facet_skeletons(facets))
                .child(list)
                // As many children as below, or the search field loses the focus.
                .maybe_child(None)
                .html();
        }
        // An empty feed needs no controls.
        if self.state.searched() == 0 && !self.is_saved_only() {
            return shell
                .child(bare_toolbar(self.status_bar()))
                .child(list)
                .html();
        }
        let has_filters = self.has_filters();
        let inline = (has_filters && !panel_open.get()).then(|| self.filters(false));
        let panel = (has_filters && panel_open.get()).then(|| {
            let on_close = panel_open.clone();
            let panel = FilterPanelProps {
                total: self.state.total(),
                announced,
                on_close: Callback::from(move |()| on_close.set(false)),
                on_clear: self.clear_filters(),
                heading_level: self.props.heading_level,
                class: Classes::default(),
                id: None,
                children: self.panel_content(),
            };
            dyn_component(Localized::new(panel, self.localization))
        });
        shell
            .child(self.toolbar(has_filters, panel_open))
            .maybe_child(inline)
            .child(list)
            .maybe_child(panel)
            .html()
    }

    /// Whether skeletons are shown in place of articles. Also while a lazy list is idle, so that
    /// nothing moves when it starts.
    pub(super) fn shows_skeletons(&self) -> bool {
        let is_waiting = match self.state.status() {
            Status::Loading => true,
            Status::Idle => {
                let props = self.props;
                props.src.is_some() || props.items.is_some() || props.engine.is_some()
            }
            _ => false,
        };
        is_waiting && !self.props.has_fallback
    }

    /// Whether the first document is loading, or is about to.
    pub(super) fn is_first_load(&self) -> bool {
        let starts_at_once = self.props.loading == Loading::Eager;
        self.shows_skeletons() && (starts_at_once || self.state.status() == Status::Loading)
    }

    /// Whether filters are offered and there is something to filter by.
    pub(super) fn has_filters(&self) -> bool {
        let state = self.state;
        let is_useful = || self.has_dates() || self.has_scores() || state.has_useful_facets();
        let has_saved = || {
            let remembered = self.remembered.as_ref();
            remembered.is_some_and(|it| it.is_saved_only || it.has_saved())
        };
        let is_needed =
            || state.has_several() && is_useful() || !self.query.filters.is_empty() || has_saved();
        !Facet::names(&self.props.offered_filters()).is_empty() && is_needed()
    }

    /// Whether the reader may choose an order.
    fn has_sort_menu(&self) -> bool {
        let sorts = self.capabilities.sorts.as_ref();
        !self.props.without_sort && sorts.is_none_or(|sorts| !sorts.is_empty())
    }

    /// The orders on offer: by default those that the feed has values for.
    pub(super) fn offered_sorts(&self) -> Vec<SortKey> {
        if !self.sorts.is_empty() {
            return self.sorts.to_vec();
        }
        if let Some(sorts) = &self.capabilities.sorts {
            return sorts.to_vec();
        }
        // Until there is a feed, all.
        let is_offered = |key: &SortKey| {
            let state = self.state;
            state.feed().is_none() || state.has_values(&key.by)
        };
        let all = default_sorts(self.props.with_scores);
        all.into_iter().filter(is_offered).collect()
    }

    /// Whether there is a range of a number, and the search engine filters by it.
    fn offers_range(&self, name: &str, by: &SortBy) -> bool {
        let is_offered = self.capabilities.ranges && self.props.offers_filter(name);
        is_offered && self.state.has_values(by)
    }

    /// Whether there is a range of dates.
    pub(super) fn has_dates(&self) -> bool {
        self.offers_range("date", &SortBy::PublishedDateTime)
    }

    /// Whether there is a range of scores.
    fn has_scores(&self) -> bool {
        self.has_quality() || self.has_heat()
    }

    pub(super) fn has_quality(&self) -> bool {
        self.offers_range("quality", &SortBy::Quality)
    }

    pub(super) fn has_heat(&self) -> bool {
        self.offers_range("heat", &SortBy::Heat)
    }

    fn toolbar(&self, has_filters: bool, panel_open: &RenderCell<bool>) -> Html {
        let query = self.state.query();
        let on_input = typed(self.dispatch);
        let on_sort = self
            .query_updater(Trigger::Decision)
            .callback(|query, sort| query.sort = sort);
        let open = panel_open.clone();
        let props = ToolbarProps {
            label: self.props.label.clone(),
            query: attr_value(&query.query),
            on_input: self.props.has_search_field().then_some(on_input),
            on_enter: Callback::noop(),
            sort: query.sort.clone(),
            on_sort: self.has_sort_menu().then_some(on_sort),
            has_search_terms: self.has_search_terms,
            sorts: self.offered_sorts(),
            with_scores: self.props.with_scores,
            on_filters: has_filters.then(|| Callback::from(move |()| open.set(true))),
            filters_in_use: filters_in_use(query).len() + usize::from(self.is_saved_only()),
            layouts: self.layouts.offered.clone(),
            layout: self.layouts.current,
            on_layout: self.layouts.on_choose.clone(),
            children: self.status_bar(),
            id_prefix: None,
            class: Classes::default(),
            id: None,
        };
        toolbar(&props, self.localization)
    }

    /// The filters, and the layouts, for which the toolbar of a narrow list has no room.
    fn panel_content(&self) -> Html {
        let layouts = LayoutChoiceProps {
            layouts: self.layouts.offered.clone(),
            layout: self.layouts.current,
            on_choose: self.layouts.on_choose.clone(),
            class: Classes::default(),
            id: None,
        };
        let layouts = layout_choice(layouts, self.localization).unwrap_or_default();
        VList::with_children(vec![layouts, self.filters(true)], None).into()
    }

    fn filters(&self, collapsed: bool) -> Html {
        let formats = &self.localization.formats;
        let props = FiltersProps {
            facets: Rc::clone(self.state.offered_facets()),
            filters: Rc::new(self.state.query().filters.clone()),
            on_change: Callback::noop(),
            with_dates: self.has_dates(),
            with_quality: self.has_quality(),
            with_heat: self.has_heat(),
            order: Facet::names(&self.props.offered_filters())
                .into_iter()
                .map(attr_value)
                .collect(),
            collapsed,
            with_exclusion: self.capabilities.exclusions,
            with_facet_search: self.capabilities.facet_search,
            on_facet_search: self.on_facet_search(),
            today: formats.today(self.now),
            children: self
                .remembered
                .as_ref()
                .and_then(|it| it.filter(self.localization))
                .unwrap_or_default(),
            newest: self
                .state
                .newest()
                .and_then(|newest| formats.day_of(newest)),
            class: Classes::default(),
            id: None,
        };
        let updater = self.query_updater(Trigger::Decision);
        filters(
            &props,
            self.localization,
            &updater.field(|query| &mut query.filters),
        )
    }

    /// Searches for values that the list does not have, where a search engine may have them.
    fn on_facet_search(&self) -> Callback<(String, String)> {
        let dispatch = self.state.is_remote().then(|| self.dispatch.clone());
        Callback::from(move |(field, text)| {
            if let Some(dispatch) = &dispatch {
                dispatch.emit(Action::FacetSearched(field, text));
            }
        })
    }

    fn clear_filters(&self) -> Callback<()> {
        let clear = self
            .query_updater(Trigger::Decision)
            .callback(|query, ()| query.filters = Filters::default());
        self.showing_all(clear)
    }

    /// The number of articles and the active filters.
    pub(super) fn status_bar(&self) -> Html {
        let chips = ChipsProps {
            state: Rc::clone(&self.query),
            on_drop: self.remove_filter(),
            on_clear: self.clear_filters(),
            on_show_all: self
                .is_saved_only()
                .then(|| self.showing_all(Callback::noop())),
            class: Classes::default(),
            id: None,
        };
        let summary = (!self.props.without_summary)
            .then(|| element("p").part("ac-summary").child(summary(self)).html());
        element("div")
            .class("ac-x-status")
            .key("status")
            .maybe_child(summary)
            .child(dyn_component(Localized::new(chips, self.localization)))
            .html()
    }

    /// The offer of new articles, which is a live region. It floats over the end of the screen, so that
    /// it is seen wherever the reader is and moves nothing.
    pub(super) fn offer(&self, show_new: &Callback<()>) -> Option<Html> {
        if !may_offer(self.props) {
            return None;
        }
        let Localization { messages, formats } = self.localization;
        let count = self.state.offered() as u64;
        let offer = (count > 0).then(|| {
            let label = counted(formats, count, &messages.new_articles);
            let button = button("ac-x-new", show_new, false);
            button.child(icon(IconName::Up)).child(bdi(label)).html()
        });
        let offer = element("div")
            .class("ac-x-news")
            .key("offer")
            .attr("role", "status")
            .maybe_child(offer);
        Some(offer.html())
    }

    /// The offer to load all pages of the feed for a search, or the progress of that.
    pub(super) fn load_all(&self, stop: &Callback<()>) -> Html {
        let state = self.state;
        let Localization { messages, formats } = self.localization;
        let is_offered = state.misses_rest();
        let is_loading_rest = state.is_loading_rest();
        // An error message in place of the articles has its own retry button.
        if !(is_loading_rest || is_offered) || state.status() == Status::Error {
            return Html::default();
        }
        // While pages load, not all articles are searched yet.
        let loaded = match state.feed() {
            Some(feed) if is_loading_rest => feed.articles().len(),
            _ => state.searched(),
        };
        let loaded = counted(formats, loaded as u64, &messages.loading_all);
        // The number of pages is unknown.
        let bar = is_loading_rest.then(|| element("progress").attr("aria-hidden", "true").html());
        let failure = state.failure().filter(|(what, _)| *what == Pending::Page);
        let (words_, icon) = match failure {
            Some((_, error)) => {
                let why = error_text(error, self.localization);
                let label = concat(&[&messages.more_failed, " ", &why]);
                (label, Some(icon(IconName::Alert)))
            }
            None => (loaded, None),
        };
        // Below the last article the pager shows the error and the retry button.
        let is_below = !state.shown().is_empty() && !state.has_loaded_more();
        let is_alone = failure.is_some() && !is_below;
        let (on_press, label) = match is_loading_rest {
            true => (stop.clone(), &messages.stop),
            false if is_alone => (self.dispatch.reform(|()| Action::LoadAll), &messages.retry),
            false => (
                self.dispatch.reform(|()| Action::LoadAll),
                &messages.load_all,
            ),
        };
        let line = element("span")
            .attr("role", is_alone.then_some("alert"))
            .maybe_child(icon)
            .child(bdi(words_));
        // The same button for all states, so that it keeps the focus.
        let button = button("ac-x-text-button", &on_press, false);
        element("div")
            .class("ac-x-gathering")
            .child(line.html())
            .maybe_child(bar)
            .child(button.child(bdi(attr_value(label))).html())
            .html()
    }

    /// What is found in place of words that no article has.
    pub(super) fn corrections(&self) -> Option<Html> {
        let corrections = corrections(self.localization, self.state)?;
        let line = element("p").class("ac-x-instead").child(bdi(corrections));
        Some(line.html())
    }

    /// The message of a list of saved articles that has none.
    fn nothing_saved(&self) -> Html {
        let messages = &self.localization.messages;
        let has_saved = self.remembered.as_ref().is_some_and(|it| it.has_saved());
        let (title, text) = match has_saved {
            true => (&messages.no_match_title, None),
            false => (&messages.nothing_saved, Some(&messages.nothing_saved_text)),
        };
        let show_all = button("ac-x-primary", &self.clear_all(), false);
        empty_message(&EmptyMessageProps {
            title: attr_value(title),
            text: text.map(|text| attr_value(text)),
            heading_level: self.props.heading_level,
            own: Html::default(),
            slotted: false,
            children: show_all
                .text(attr_value(&messages.show_all_articles))
                .html(),
            class: Classes::default(),
            id: None,
        })
    }

    /// The message of a list without articles.
    pub(super) fn empty_state(&self) -> Html {
        let messages = &self.localization.messages;
        let state = self.state;
        if self.is_saved_only() && state.searched() == 0 {
            return self.nothing_saved();
        }
        let is_narrowed = state.is_narrowed() && state.searched() > 0;
        let text = match (is_narrowed, state.relaxations()) {
            (false, _) => &messages.empty_text,
            (true, []) => &messages.no_match_at_all,
            (true, _) => &messages.no_match_text,
        };
        let before = state.query();
        // Without filters, a suggestion already removes the search text.
        let has_clear = !filters_in_use(before).is_empty() || state.relaxations().is_empty();
        let suggestions = is_narrowed.then(|| {
            let props = NoResultsSuggestionsProps {
                suggestions: state.relaxations().into(),
                query: attr_value(before.only_term().unwrap_or(&before.query)),
                on_drop: self.remove_filter(),
                on_clear: has_clear.then(|| self.clear_all()),
                class: Classes::default(),
                id: None,
            };
            no_results_suggestions(&props, self.localization)
        });
        empty_message(&EmptyMessageProps {
            title: nothing(self.localization, state),
            text: Some(attr_value(text)),
            heading_level: self.props.heading_level,
            own: self.props.empty.clone(),
            slotted: self.props.slotted,
            children: suggestions.unwrap_or_default(),
            class: Classes::default(),
            id: None,
        })
    }
}
