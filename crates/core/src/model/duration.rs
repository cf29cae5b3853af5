/// A span of time as ISO 8601 writes it: calendar months apart from exact seconds.
///
/// Years are counted as twelve months, weeks as seven days of 24 hours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Duration {
    /// Months, of which a year has twelve.
    pub months: u32,
    /// Seconds.
    pub seconds: u64,
}
