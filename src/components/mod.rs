//! Yew components.
//!
//! [`ArticleCards`] loads a feed and shows it. [`ArticleCard`] shows one article; [`Byline`], [`CardMedia`], [`TopicList`], [`Scores`],
//! [`Facts`] and [`RelatedList`] are its pieces, to be used alone as well. [`Skeletons`],
//! [`EmptyMessage`], [`ErrorMessage`] and [`Pager`] are what a list of cards needs around them.
//!
//! [`Toolbar`] holds [`SearchField`], [`SortMenu`] and the button of the [`FilterPanel`];
//! [`Filters`] holds a [`FacetList`] for each facet, [`DateRange`] and [`ScoreRange`]. [`Chips`]
//! shows what is set, [`Drops`] what to give up where nothing was found, [`Marked`] what was found.
//!
//! Every component works with nothing but its required properties, and is in English then. The
//! look comes from `styles/cards.css`; nothing here writes a style.

mod article_card;
mod article_cards;
mod bare_count;
mod byline;
mod card_click;
mod card_media;
mod change;
mod chips;
mod date_range;
mod drops;
mod edits;
mod empty_message;
mod error_message;
mod error_words;
mod facet_list;
mod facts;
mod field_names;
mod filter_panel;
mod filters;
mod focus;

mod icon;
mod image_proxy;
mod kind_badge;
mod language;
mod layout;
mod link_target;
mod live;
mod load_event;
mod loading;
mod marked;
mod own_place;
mod page_numbers;
mod pager;
mod part;
mod picture;
mod provider_icon;
mod published_time;
mod range_field;
mod related_list;
mod remote;
mod score_range;
mod scores;
mod search_field;
mod skeletons;
mod sort_menu;
mod tag;
mod telling;
mod theme;
mod toolbar;
mod topic_list;
mod unfolding;
mod whole;
#[cfg(feature = "ssr")]
mod without_script;

/// What the custom element needs beyond the components; it may change with every release.
#[doc(hidden)]
pub mod embedding {
    pub use super::article_cards::{Given, use_list};
    pub use super::part::{Draw, Part, PartProperties, keyed_part};
    pub use super::remote::Remote;
    pub use crate::hooks::{Snapshot, Store};
}

pub use article_card::{ArticleCard, ArticleCardProperties};
pub use article_cards::{ArticleCards, ArticleCardsProperties};
#[cfg(feature = "ssr")]
pub use article_cards::{StaticCards, StaticCardsProperties};
pub use byline::{Byline, BylineProperties};
pub use card_click::CardClick;
pub use card_media::{CardMedia, CardMediaProperties};
pub use change::Change;
pub use chips::{Chips, ChipsProperties};
pub use date_range::{DateRange, DateRangeProperties};
pub use drops::{Drops, DropsProperties};
pub use empty_message::{EmptyMessage, EmptyMessageProperties};
pub use error_message::{ErrorMessage, ErrorMessageProperties};
pub use facet_list::{FacetList, FacetListProperties};
pub use facts::{Facts, FactsProperties};
pub use filter_panel::{FilterPanel, FilterPanelProperties};
pub use filters::{Filters, FiltersProperties};
pub use icon::{Icon, IconName, IconProperties};
pub use kind_badge::{KindBadge, KindBadgeProperties};
pub use layout::{Layout, UnknownLayout};
pub use link_target::{LinkTarget, UnknownLinkTarget};
pub use load_event::LoadEvent;
pub use loading::{Loading, UnknownLoading};
pub use marked::{Marked, MarkedProperties};
pub use pager::{Pager, PagerProperties, PagerState};
pub use provider_icon::{ProviderIcon, ProviderIconProperties};
pub use published_time::{PublishedTime, PublishedTimeProperties};
pub use related_list::{RelatedList, RelatedListProperties};
pub use score_range::{ScoreRange, ScoreRangeProperties};
pub use scores::{Scores, ScoresProperties};
pub use search_field::{SearchField, SearchFieldProperties};
pub use skeletons::{Skeletons, SkeletonsProperties};
pub use sort_menu::{SortMenu, SortMenuProperties};
pub use theme::{Theme, UnknownTheme};
pub use toolbar::{Toolbar, ToolbarProperties};
pub use topic_list::{TopicList, TopicListProperties};

#[cfg(feature = "ssr")]
pub(crate) use without_script::WithoutScript;

#[doc(no_inline)]
pub use crate::store::{Paging, UnknownPaging};

// Lets `html!` take it by reference.
impl yew::html::ImplicitClone for Paging {}

/// A state as ARIA writes it.
fn flag(on: bool) -> &'static str {
    if on { "true" } else { "false" }
}

/// The initial of a name: its first letter or digit, as a capital.
fn initial(name: &str) -> String {
    let letter = name.chars().find(|letter| letter.is_alphanumeric());
    letter.map(crate::i18n::capital).unwrap_or_default()
}
