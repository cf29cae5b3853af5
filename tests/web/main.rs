//! Components and the browser's part of the feed, in a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, unreachable_pub)]

mod address;
mod card;
mod controls;
mod formats;
mod given;
mod intl_host;
mod list;
mod messages;
mod own_places;
mod page;
mod paging;
mod refreshing;
mod script_values;
mod searching;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
