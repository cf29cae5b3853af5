//! Feeds of articles, without a browser: from bytes to a [`Feed`](feed::Feed), from a feed to an
//! [`Index`](search::Index), and from a query to the articles that it finds.
//!
//! ```
//! use article_cards_core::text::url::UrlStandard;
//! use article_cards_core::feed::{Feed, Options};
//!
//! let mut feed = Feed::new(Options::default());
//! let json = br#"[{"title": "High tide", "webUrl": "https://harbour.example/tide"}]"#;
//! feed.read(json, None, &UrlStandard).expect("a feed of one article");
//! assert_eq!(feed.articles().len(), 1);
//! ```
// A release is compiled for size (opt-level `z`), except the functions that every byte of a feed
// passes through, which are marked `optimize(speed)`.
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

pub mod defaults;
pub mod error;
pub mod feed;
mod interner;
mod json;
pub mod model;
pub mod pipeline;
pub mod search;
pub mod text;

#[doc(no_inline)]
pub use error::Error;

// Compiles the code of the page.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
