/// A day of the Gregorian calendar, in no time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// Year, 0 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

/// When an article was published: a moment, or a day in the list's time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Published {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    At(i64),
    /// A day without a time.
    On(Day),
}

/// A duration as in ISO 8601: calendar months beside exact seconds. A year is twelve months, a week
/// seven days of 24 hours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Duration {
    /// Months.
    pub months: u32,
    /// Seconds.
    pub seconds: u64,
}
