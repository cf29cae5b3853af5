//! Moments, without a clock: the sample is the same on every day.

/// The newest article: 2026-11-20T09:30:00Z, in seconds since 1970.
pub(super) const NEWEST: i64 = 1_795_167_000;

/// How a moment is written. Real feeds do not agree.
#[derive(Clone, Copy)]
pub(super) enum Style {
    /// `2026-11-20T09:30:00Z`
    Utc,
    /// With an offset of some hours.
    Offset(i64),
    /// `2026-11-20 09:30:00 +0000`
    Spaced,
}

/// Year, month and day of a number of days since 1970, after Howard Hinnant's `civil_from_days`
/// (<https://howardhinnant.github.io/date_algorithms.html>).
fn civil(days: i64) -> (i64, i64, i64) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    (
        yoe + era * 400 + i64::from(month <= 2),
        month,
        doy - (153 * mp + 2) / 5 + 1,
    )
}

/// The day as `2026-11-20`.
pub(super) fn day(seconds: i64) -> String {
    let (year, month, day) = civil(seconds.div_euclid(86_400));
    format!("{year}-{month:02}-{day:02}")
}

/// A moment in a style.
pub(super) fn write(seconds: i64, style: Style) -> String {
    let hours = if let Style::Offset(hours) = style {
        hours
    } else {
        0
    };
    let local = seconds + hours * 3600;
    let clock = local.rem_euclid(86_400);
    let time = format!(
        "{:02}:{:02}:{:02}",
        clock / 3600,
        clock / 60 % 60,
        clock % 60
    );
    let day = day(local);
    match style {
        Style::Utc => format!("{day}T{time}Z"),
        Style::Offset(_) => format!("{day}T{time}{hours:+03}:00"),
        Style::Spaced => format!("{day} {time} +0000"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_every_style() {
        assert_eq!(write(NEWEST, Style::Utc), "2026-11-20T09:30:00Z");
        assert_eq!(write(NEWEST, Style::Offset(1)), "2026-11-20T10:30:00+01:00");
        assert_eq!(
            write(NEWEST, Style::Offset(-7)),
            "2026-11-20T02:30:00-07:00"
        );
        assert_eq!(write(NEWEST, Style::Spaced), "2026-11-20 09:30:00 +0000");
        assert_eq!(day(951_782_400), "2000-02-29");
    }
}
