//! Components and browser wrappers in a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, unreachable_pub)]

mod card;
mod controls;
mod formats;
mod intl_locale;
mod items;
mod list;
mod messages;
mod page;
mod paging;
mod query_props;
mod refreshing;
mod search_engine;
mod searching;
mod slots;
mod url_state;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
