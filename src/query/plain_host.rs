use super::Host;
use unicode_normalization::UnicodeNormalization;

/// Languages and time zones without a browser.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainHost {
    offset_minutes: i32,
}

impl PlainHost {
    /// A fixed distance from UTC in minutes, to the east.
    pub fn new(offset_minutes: i32) -> Self {
        Self { offset_minutes }
    }
}

impl Host for PlainHost {
    fn decompose(&self, text: &str) -> String {
        text.nfkd().collect::<String>().to_lowercase()
    }

    fn rank(&self, texts: &[&str]) -> Vec<u32> {
        let mut sorted = texts.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        texts.iter().map(|text| sorted.binary_search(text).unwrap_or_default() as u32).collect()
    }

    fn start_of_day(&self, day: i64) -> i64 {
        day * 86_400_000 - i64::from(self.offset_minutes) * 60_000
    }
}
