//! A feed of articles as cards.
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
pub mod error;
pub mod feed;
pub mod messages;
pub mod model;
pub mod query;
pub mod state;
