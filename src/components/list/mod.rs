//! A list of articles: the cards and what surrounds them.

mod article_cards;
#[cfg(feature = "ssr")]
mod control_placeholders;
mod controls;
mod empty_message;
mod error_message;
mod error_text;
mod groups;
mod list_handle;
mod no_results_suggestions;
mod own_card;
mod pager;
mod props;
mod remembered;
mod render;
mod render_context;
mod results;
mod selection;
mod skeletons;
mod slot;
#[cfg(feature = "ssr")]
mod static_cards;
mod status_text;

pub use article_cards::{ArticleCards, use_list};
pub use empty_message::{EmptyMessage, EmptyMessageProps};
pub use error_message::{ErrorMessage, ErrorMessageProps};
pub use list_handle::ListHandle;
pub use no_results_suggestions::{NoResultsSuggestions, NoResultsSuggestionsProps};
pub use pager::{Pager, PagerProps, PagerState};
pub use props::ArticleCardsProps;
pub use selection::QueryProps;
pub use skeletons::{Skeletons, SkeletonsProps};
#[cfg(feature = "ssr")]
pub use static_cards::{StaticCards, StaticCardsProps};
