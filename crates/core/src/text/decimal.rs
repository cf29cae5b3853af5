//! Numbers in decimal notation.

/// Returns the value of a JSON number that is whole and not negative.
pub(crate) fn whole(number: &str) -> Option<u64> {
    digits(number).or_else(|| decimal(number)?.parse().ok())
}

/// Returns the value of at most 15 digits and nothing else, as most numbers are.
pub(crate) fn digits(number: &str) -> Option<u64> {
    let add = |sum: u64, byte: u8| Some(sum * 10 + u64::from(byte.checked_sub(b'0')?));
    let is_short = (1..=15).contains(&number.len());
    let are_digits = number.bytes().all(|byte| byte.is_ascii_digit());
    (is_short && are_digits).then(|| number.bytes().try_fold(0, add))?
}

/// Returns the value of a text such as `-29.90`, as precise as numbers of scripts; `None` for other
/// texts. Rust's own function would add kilobytes to the module.
pub(crate) fn value(text: &str) -> Option<f64> {
    let magnitude = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = magnitude.split_once('.').unwrap_or((magnitude, "0"));
    let (mut digits, mut scale) = (0.0, 1.0);
    for byte in whole.bytes().chain(fraction.bytes()) {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        digits = digits * 10.0 + f64::from(digit);
    }
    for _ in fraction.bytes() {
        scale *= 10.0;
    }
    let value: f64 = digits / scale;
    let is_number = !whole.is_empty() && !fraction.is_empty() && value.is_finite();
    // Subtracted, since zero has no sign.
    let signed = if magnitude == text {
        value
    } else {
        0.0 - value
    };
    is_number.then_some(signed)
}

/// Formats a JSON number without an exponent and without trailing zeros. Returns `None` beyond 400
/// digits.
pub(crate) fn decimal(number: &str) -> Option<String> {
    let (sign, number) = match number.strip_prefix('-') {
        Some(number) => ("-", number),
        None => ("", number),
    };
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let exponent: i32 = exponent
        .parse()
        .ok()
        .filter(|exponent: &i32| exponent.abs() <= 400)?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut digits = format!("{whole}{fraction}");
    let mut point = i32::try_from(whole.len()).ok()? + exponent;
    if point < 1 {
        digits.insert_str(
            0,
            &"0".repeat(1_usize.saturating_add_signed((-point) as isize)),
        );
        point = 1;
    }
    let point = usize::try_from(point).ok()?;
    while digits.len() < point {
        digits.push('0');
    }
    if digits.len() > 1000 {
        return None;
    }
    let whole = digits.get(..point)?.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let fraction = digits.get(point..)?.trim_end_matches('0');
    let sign = if whole == "0" && fraction.is_empty() {
        ""
    } else {
        sign
    };
    if fraction.is_empty() {
        // Scripts can count to 1e308, not to 1e309.
        return (whole.len() <= 309).then(|| format!("{sign}{whole}"));
    }
    Some(format!("{sign}{whole}.{fraction}"))
}

#[cfg(test)]
mod tests {
    use super::{decimal, value};

    #[test]
    fn decimals_have_values() {
        for (text, expected) in [
            ("0", Some(0.0)),
            ("007", Some(7.0)),
            ("29.90", Some(29.9)),
            ("-0.25", Some(-0.25)),
            ("1234567.891", Some(1_234_567.891)),
            ("", None),
            ("-", None),
            ("5.", None),
            (".5", None),
            ("+5", None),
            ("1e3", None),
            ("1,000", None),
            ("1.2.3", None),
            ("٣", None),
            ("NaN", None),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
        assert!(value("-0").is_some_and(f64::is_sign_positive));
        assert_eq!(value(&"9".repeat(400)), None);
        assert_eq!(value(&format!("0.{}", "9".repeat(400))), None);
    }

    #[test]
    fn numbers_are_written_in_decimals() {
        for (number, expected) in [
            ("0", Some("0")),
            ("-0", Some("0")),
            ("71", Some("71")),
            ("71.0", Some("71")),
            ("71.50", Some("71.5")),
            ("-7.1e1", Some("-71")),
            ("1E+3", Some("1000")),
            ("125e-2", Some("1.25")),
            ("5e-3", Some("0.005")),
            ("12345678901234567890", Some("12345678901234567890")),
            ("1e999", None),
            ("1e99999999999", None),
        ] {
            assert_eq!(decimal(number).as_deref(), expected, "{number}");
        }
    }
}
