//! Collation, normalization and time zones for queries.

#[cfg(target_arch = "wasm32")]
#[path = "intl_host/js.rs"]
mod backend;
#[cfg(not(target_arch = "wasm32"))]
#[path = "intl_host/native.rs"]
mod backend;

use self::backend::Backend;
use super::Formats;
use article_cards_core::search::Host;

/// Collation, normalization and time zones of a locale, by the browser's `Intl`; outside a browser by
/// [`PlainHost`](article_cards_core::search::PlainHost), in UTC.
///
/// ```
/// use article_cards::browser::IntlHost;
/// use article_cards::search::Host;
///
/// let host = IntlHost::new(Some("en"), Some("UTC"));
/// assert_eq!(host.start_of_day(1), 86_400_000);
/// ```
pub struct IntlHost(Backend);

impl IntlHost {
    /// The locale (BCP 47) and time zone (IANA). One that is absent or that the browser does not
    /// support is the browser's own.
    pub fn new(locale: Option<&str>, time_zone: Option<&str>) -> Self {
        Self::from(Formats::new(locale, time_zone, false))
    }
}

/// In the same locale and time zone, and with the same formatters.
impl From<Formats> for IntlHost {
    fn from(formats: Formats) -> Self {
        Self(Backend::new(formats))
    }
}

impl Host for IntlHost {
    fn decompose(&self, text: &str) -> String {
        self.0.decompose(text)
    }

    fn rank(&self, texts: &[&str]) -> Vec<u32> {
        self.0.rank(texts)
    }

    fn start_of_day(&self, day: i64) -> i64 {
        self.0.start_of_day(day)
    }
}

impl std::fmt::Debug for IntlHost {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("IntlHost").finish_non_exhaustive()
    }
}
