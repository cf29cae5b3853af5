//! Thin wrappers over what the browser offers.

mod address;
mod address_part;
mod calendar;
mod clock;
mod console;
mod fetch;
mod focus;
mod intl;
mod intl_host;
mod near;
mod page;
mod script_value;
mod scroll;
mod url;
mod work;

pub use address::{address, address_query, show_address, with_query};
pub use address_part::{AddressListener, AddressPart};
pub use calendar::{machine_date, machine_duration};
pub(crate) use clock::ticks_ms;
pub use clock::{now_ms, pixel_density};
pub(crate) use console::warn;
pub use fetch::{Abort, Credentials, PATIENCE, Request, Taker, fetch};
pub(crate) use focus::{focus, focused_beside};
#[cfg(not(target_arch = "wasm32"))]
pub use intl::LocaleFormatter;
pub use intl::{Formats, Unit};
pub use intl_host::IntlHost;
pub(crate) use near::Near;
pub use page::{base_url, query_parameter, scroll_into_view};
pub(crate) use page::{is_on_dark, scroll_nearest, size};
pub use script_value::read_script_value;
pub use url::BrowserUrl;
pub(crate) use work::Work;
