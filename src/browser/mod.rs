//! Thin wrappers over what the browser offers.

mod calendar;
mod clock;
mod console;
mod fetch;
mod intl;
mod intl_host;
mod page;
mod script_value;
mod url;

pub use calendar::{machine_date, machine_duration};
pub use clock::{now_ms, pixel_density};
pub(crate) use console::warn;
pub use fetch::{Abort, Answer, Credentials, PATIENCE, Request, fetch};
pub use intl::Formats;
pub use intl_host::IntlHost;
pub use page::{base_url, query_parameter, scroll_into_view};
pub(crate) use page::{is_on_dark, size};
pub use script_value::read_script_value;
pub use url::BrowserUrl;
