//! What search needs to know of languages and time zones.

/// Language and time zone of a list.
///
/// The tables behind these methods take megabytes, so an index leaves them to its environment:
/// a browser has `Intl`, the command has ICU. Outside a browser,
/// `PlainLocale` does without either.
pub trait Locale {
    /// Returns the text in Unicode normalization form NFKD and then in lower case, as a browser's
    /// `text.normalize("NFKD").toLowerCase()` does. Called only for characters that the built-in
    /// tables of the index do not cover.
    fn decompose(&self, text: &str) -> String;

    /// Returns the rank of each text in the locale's collation order, with digits compared as
    /// numbers. Texts that the locale considers equal have equal ranks; ranks may have gaps.
    ///
    /// Takes O(n log n) comparisons.
    fn rank(&self, texts: &[&str]) -> Vec<u32>;

    /// Returns the first moment, in milliseconds since 1970, whose date in the time zone is `day`
    /// or later. Days are counted from 1970-01-01.
    ///
    /// A day need not begin at midnight: some zones change to summer time then.
    fn start_of_day(&self, day: i64) -> i64;
}
