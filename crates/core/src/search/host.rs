/// What a query needs to know of languages and time zones, and leaves to where it runs: a browser
/// has tables of megabytes for it.
pub trait Host {
    /// The text in Unicode's normalization form NFKD and then in lower case, as by
    /// `text.normalize("NFKD").toLowerCase()` of a browser. Asked only for text beyond Latin,
    /// Greek and Cyrillic.
    fn decompose(&self, text: &str) -> String;

    /// The place of each text in the order of the locale, digits as numbers: equal for texts that
    /// the locale holds to be equal, and otherwise by as much greater as one likes.
    fn rank(&self, texts: &[&str]) -> Vec<u32>;

    /// The first moment, in milliseconds since 1970, whose date in the time zone is this day or
    /// later. Days are counted from 1970-01-01.
    fn start_of_day(&self, day: i64) -> i64;
}
