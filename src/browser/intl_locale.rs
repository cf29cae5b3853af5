//! Collation, normalization and time zones for queries.

#[cfg(target_arch = "wasm32")]
#[path = "intl_locale/js.rs"]
mod backend;
#[cfg(not(target_arch = "wasm32"))]
#[path = "intl_locale/native.rs"]
mod backend;

use self::backend::Backend;
use super::Formats;
use article_cards_core::search::Locale;

/// Collation, normalization and time zones of a locale, by the browser's `Intl`; outside a browser by
/// `PlainLocale` of the core, in UTC.
///
/// ```
/// use article_cards::browser::IntlLocale;
/// use article_cards::search::Locale;
///
/// let host = IntlLocale::new(Some("en"), Some("UTC"));
/// assert_eq!(host.start_of_day(1), 86_400_000);
/// ```
pub struct IntlLocale(Backend);

impl IntlLocale {
    /// The locale (BCP 47) and time zone (IANA). One that is absent or that the browser does not
    /// support is the browser's own.
    pub fn new(locale: Option<&str>, time_zone: Option<&str>) -> Self {
        Self::from(Formats::new(locale, time_zone, false))
    }
}

/// In the same locale and time zone, and with the same formatters.
impl From<Formats> for IntlLocale {
    fn from(formats: Formats) -> Self {
        Self(Backend::new(formats))
    }
}

impl Locale for IntlLocale {
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

impl std::fmt::Debug for IntlLocale {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("IntlLocale").finish_non_exhaustive()
    }
}
