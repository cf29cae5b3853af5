//! A feed of articles as cards: components for [Yew](https://yew.rs) that load a feed of JSON and
//! show it, and the plain Rust below them.
//!
//! ```
//! # #[cfg(feature = "components")] mod example {
//! use article_cards::ArticleCards;
//! use yew::prelude::*;
//!
//! #[component]
//! fn News() -> Html {
//!     html! { <ArticleCards src="news.json" label="News" /> }
//! }
//! # }
//! ```
//!
//! # Modules
//!
//! An arrow points at what a module may use:
//!
//! ```text
//! article-cards-core ← i18n ← browser, store ← components
//! ```
//!
//! | module | content |
//! | --- | --- |
//! | [`model`] | [`Article`](model::Article), [`Provider`](model::Provider), [`Image`](model::Image), [`Related`](model::Related): plain data |
//! | [`text`] | plain text, URLs, dates, durations, HTML |
//! | [`feed`] | documents → [`Feed`](feed::Feed) and diagnostics |
//! | [`search`] | [`Index`](search::Index), queries, facets, sorting |
//! | [`error`] | why a document can't be loaded or read |
//! | [`search_engine`] | what answers queries in place of the browser |
//! | [`store`] | the state of a list, its actions and reducer |
//! | [`i18n`] | the messages on screen |
//! | [`mappings`] | presets for the APIs of services |
//! | [`browser`] | thin wrappers around browser APIs |
//! | [`components`] | the Yew components, which the crate's root re-exports |
//!
//! The first five are those of `article-cards-core`. `browser` and `components` need the feature
//! `csr`, which is on by default, `ssr`, which renders to a string, or `hydration`, which takes over in
//! a browser what was rendered to a string; a library enables `components`, and leaves the choice to its
//! application. The other modules compile without Yew.
#![cfg_attr(
    not(test),
    warn(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )
)]

#[macro_use]
mod keyword;

#[cfg(feature = "components")]
mod attributes;
#[cfg(feature = "browser")]
pub mod browser;
#[cfg(feature = "components")]
pub mod components;
#[cfg(feature = "components")]
mod events;
#[cfg(feature = "components")]
mod hooks;
pub mod i18n;
pub mod mappings;
pub mod search_engine;
pub mod store;

pub use article_cards_core::{error, feed, model, search, text};

#[cfg(feature = "components")]
#[doc(no_inline)]
pub use components::*;
#[doc(no_inline)]
pub use error::Error;

/// The style sheet, for pages that show the components without the custom element's shadow root.
///
/// ```
/// assert!(article_cards::STYLES.contains(".ac-card"));
/// ```
pub const STYLES: &str = include_str!("../styles/cards.css");

/// The rules that [`StaticCards`] needs beside [`STYLES`].
#[cfg(feature = "ssr")]
pub const STATIC_STYLES: &str = include_str!("../styles/static.css");

// Compiles the Rust code of the documentation.
#[cfg(all(doctest, feature = "components"))]
#[doc = include_str!("../README.md")]
mod readme {}
#[cfg(all(doctest, feature = "components"))]
#[doc = include_str!("../docs/yew.md")]
mod yew_page {}
