//! Yew components.
//!
//! [`ArticleCards`] loads a feed and shows it as a list of cards. The other components are its
//! parts, which also work on their own:
//!
//! - a card: [`ArticleCard`] with [`Byline`], [`CardMedia`], [`TopicList`], [`Scores`],
//!   [`CourseDetails`] and [`RelatedList`];
//! - around the cards: [`Skeletons`], [`EmptyMessage`] with [`NoResultsSuggestions`],
//!   [`ErrorMessage`] and [`Pager`];
//! - the controls: [`Toolbar`] with [`SearchField`], [`SortMenu`] and [`LayoutChoice`], [`Filters`]
//!   with a [`FacetList`] per facet, [`DateRange`] and [`ScoreRange`], the [`FilterPanel`] dialog,
//!   and [`Chips`] for the active filters.
//!
//! Every component needs nothing but its required props, and is in English then. The styles are in
//! `styles/cards.css`; no component sets any.

mod card;
mod controls;
mod list;
mod primitives;

/// What the custom element needs beyond the components. It may change with every release.
#[doc(hidden)]
pub mod embedding {
    pub use super::list::{ListHandle, QueryProps, use_list};
    pub use super::primitives::{DynComponent, DynComponentProps, Render, keyed_dyn_component};
    pub use crate::attributes::{GRID_CARD_MIN, GRID_GAP, MAX_SKELETONS};
    pub use crate::hooks::{Snapshot, Store};
}

pub use card::*;
pub use controls::*;
pub use list::{
    ArticleCards, ArticleCardsProps, EmptyMessage, EmptyMessageProps, ErrorMessage,
    ErrorMessageProps, NoResultsSuggestions, NoResultsSuggestionsProps, Pager, PagerProps,
    PagerState, Skeletons, SkeletonsProps,
};
#[cfg(feature = "ssr")]
pub use list::{StaticCards, StaticCardsProps};
pub use primitives::{AlwaysEq, Icon, IconName, IconProps, Localization, OptionRcEq, RcEq};

pub use crate::attributes::{GroupBy, Layout, LinkTarget, Loading, Theme};
pub use crate::events::{Change, LoadEvent, SaveEvent};
#[doc(no_inline)]
pub use crate::store::{Paging, UnknownKeyword};
