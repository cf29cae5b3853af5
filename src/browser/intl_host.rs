use crate::query::Host;

/// Languages and time zones by the browser's `Intl`.
#[derive(Debug)]
pub struct IntlHost;

impl IntlHost {
    /// For a locale and a time zone.
    pub fn new(_locale: Option<&str>, _time_zone: Option<&str>) -> Self {
        Self
    }
}

impl Host for IntlHost {
    fn decompose(&self, text: &str) -> String {
        text.to_lowercase()
    }

    fn rank(&self, texts: &[&str]) -> Vec<u32> {
        let mut sorted = texts.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        texts.iter().map(|text| sorted.binary_search(text).unwrap_or_default() as u32).collect()
    }

    fn start_of_day(&self, day: i64) -> i64 {
        day * 86_400_000
    }
}
