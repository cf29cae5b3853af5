//! Thin wrappers around browser APIs. They know nothing of Yew: the engine's module has none.
#![cfg_attr(not(feature = "components"), allow(dead_code, unused_imports))]

mod address;
mod calendar;
mod character_references;
mod clock;
mod fetch;
mod history_state;
mod intersection;
mod intl;
mod intl_locale;
mod jump;
mod memory;
mod page;
mod page_field;
mod place;
mod script_value;
mod scroll;
mod sticky_toolbar;
mod time_slice;
mod url;
mod url_state;

pub use address::{address, address_query, show_address, with_query};
pub use calendar::{machine_date, machine_duration};
pub(crate) use character_references::ensure_character_references;
pub use character_references::set_character_reference_loader;
pub(crate) use clock::ticks_ms;
pub use clock::{now_ms, pixel_density};
pub use fetch::{Abort, BodySink, Credentials, IDLE_TIMEOUT, Request, fetch, set_body_converter};
pub(crate) use intersection::Intersection;
#[cfg(not(target_arch = "wasm32"))]
pub use intl::LocaleFormatter;
pub use intl::{Formats, Unit};
pub use intl_locale::IntlLocale;
pub(crate) use jump::render_after_jumps;
pub use memory::{ListMemory, SavedArticle};
pub(crate) use memory::{MAX_SEEN, published_ms};
pub use page::{base_url, query_parameter, scroll_into_view, warn};
pub(crate) use page::{
    children_on_screen, focus, focused_beside, has_selection, is_on_dark, saves_data,
    scroll_nearest, size, window_height,
};
pub(crate) use page_field::{find_field, on_typed};
pub use place::{ListPlace, PlaceListener};
pub use script_value::read_script_value;
pub(crate) use sticky_toolbar::watch_toolbar;
pub(crate) use time_slice::{TimeSlice, sleep};
pub use url::BrowserUrl;
pub use url_state::{UrlState, UrlStateListener};
