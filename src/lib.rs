//! A feed of articles as cards: components for [Yew](https://yew.rs) that load a feed of JSON and
//! show it, and the plain Rust below them.
//!
//! ```
//! # #[cfg(feature = "csr")] mod example {
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
//! # The map
//!
//! One straight line; an arrow points at what a module may use, and nothing points back:
//!
//! ```text
//! model ← feed ← query ← state ← components
//! ```
//!
//! | module | what lives there |
//! | --- | --- |
//! | [`model`] | [`Article`](model::Article), [`Provider`](model::Provider), [`Image`](model::Image), [`Related`](model::Related): plain data |
//! | [`feed`] | bytes or a script's value → [`Feed`](feed::Feed) and its diagnostics |
//! | [`query`] | from the articles of a feed to those that are shown, in their order |
//! | [`state`] | what a list shows, and how acts and answers change it |
//! | [`messages`] | the words on screen |
//! | [`browser`] | thin wrappers over what the browser offers |
//! | [`components`] | one component a file; all of them stand at the top of the crate as well |
//! | `element` | what is exported to JavaScript; only with the feature `element` |
//! | [`error`] | what can go wrong with a whole feed, and where |
//!
//! All but `browser` and `components` are without a browser and compile natively; without the
//! feature `csr`, which is on by default, those two are left out. `ssr` adds rendering to a string.
// Released modules are made small, but for what every byte of a feed goes through.
#![cfg_attr(small_module, feature(optimize_attribute))]
#![cfg_attr(
    not(test),
    warn(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )
)]

#[cfg(feature = "csr")]
pub mod browser;
#[cfg(feature = "csr")]
pub mod components;
#[cfg(feature = "element")]
pub mod element;
pub mod error;
pub mod feed;
pub mod messages;
pub mod model;
mod numbers;
pub mod query;
pub mod state;

#[cfg(feature = "csr")]
#[doc(no_inline)]
pub use components::*;
#[doc(no_inline)]
pub use error::Error;

// What the README shows is compiled.
#[cfg(all(doctest, feature = "csr"))]
#[doc = include_str!("../README.md")]
mod readme {}
