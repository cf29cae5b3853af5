//! The contents of JSON strings, between the quotes.

use std::borrow::Cow;

/// Returns how many bytes precede the first quote, backslash or control character. Looks at eight
/// bytes at once, as in *Hacker's Delight*, "Find First 0-Byte".
#[cfg_attr(small_module, optimize(speed))]
pub(crate) fn plain_prefix(bytes: &[u8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    // Sets the highest bit of the first byte that is 0, and perhaps of some after it.
    let zero = |eight: u64| eight.wrapping_sub(ONES) & !eight;
    let (eights, rest) = bytes.as_chunks::<8>();
    for (index, eight) in eights.iter().enumerate() {
        let eight = u64::from_le_bytes(*eight);
        let quote = zero(eight ^ (ONES * u64::from(b'"')));
        let backslash = zero(eight ^ (ONES * u64::from(b'\\')));
        let control = eight.wrapping_sub(ONES * 0x20) & !eight;
        let found = (quote | backslash | control) & HIGH;
        if found != 0 {
            return index * 8 + found.trailing_zeros() as usize / 8;
        }
    }
    let is_plain = |byte: &u8| !matches!(byte, b'"' | b'\\' | 0..=0x1F);
    bytes.len() - rest.len() + rest.iter().take_while(|byte| is_plain(byte)).count()
}

/// Returns whether the contents of a string have no escapes.
#[cfg_attr(small_module, optimize(speed))]
pub(crate) fn is_plain(inside: &[u8]) -> bool {
    plain_prefix(inside) == inside.len()
}

/// Decodes bytes as UTF-8; invalid sequences become U+FFFD.
#[cfg_attr(small_module, optimize(speed))]
pub(crate) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    // Nearly all texts are valid, and this is far faster than `from_utf8_lossy`.
    match str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) => String::from_utf8_lossy(bytes),
    }
}

/// Decodes the escapes in the inside of a string; lone surrogates become U+FFFD.
pub(crate) fn unescape(inside: &str) -> Cow<'_, str> {
    // Nearly all strings.
    if is_plain(inside.as_bytes()) {
        return Cow::Borrowed(inside);
    }
    let Some((before, _)) = inside.split_once('\\') else {
        return Cow::Borrowed(inside);
    };
    let mut text = String::with_capacity(inside.len());
    text.push_str(before);
    let mut rest = inside.get(before.len()..).unwrap_or_default();
    while let Some((plain, escaped)) = rest.split_once('\\') {
        text.push_str(plain);
        let mut characters = escaped.chars();
        rest = match characters.next() {
            Some('u') => {
                let (character, rest) = code_unit(characters.as_str());
                text.push(character);
                rest
            }
            escape => {
                text.push(match escape {
                    Some('n') => '\n',
                    Some('t') => '\t',
                    Some('r') => '\r',
                    Some('b') => '\u{8}',
                    Some('f') => '\u{c}',
                    Some(itself) => itself,
                    None => break,
                });
                characters.as_str()
            }
        };
    }
    text.push_str(rest);
    Cow::Owned(text)
}

/// Returns the character of the four hexadecimal digits at the start, joined with the second half
/// of a surrogate pair, and what follows.
fn code_unit(digits: &str) -> (char, &str) {
    let read = |text: &str| {
        text.get(..4)
            .and_then(|unit| u32::from_str_radix(unit, 16).ok())
    };
    let rest = digits.get(4..).unwrap_or_default();
    let Some(first) = read(digits) else {
        return (char::REPLACEMENT_CHARACTER, rest);
    };
    if let Some(character) = char::from_u32(first) {
        return (character, rest);
    }
    if (0xD800..0xDC00).contains(&first)
        && let Some(after) = rest.strip_prefix("\\u")
        && let Some(second @ 0xDC00..0xE000) = read(after)
        && let Some(character) =
            char::from_u32(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    {
        return (character, after.get(4..).unwrap_or_default());
    }
    (char::REPLACEMENT_CHARACTER, rest)
}

/// Writes a string in which only `"` and `\` are escaped, for [`Parser`](super::parser::Parser),
/// which accepts raw control characters.
pub(crate) fn write_string(text: &str, json: &mut String) {
    json.push('"');
    for character in text.chars() {
        if matches!(character, '"' | '\\') {
            json.push('\\');
        }
        json.push(character);
    }
    json.push('"');
}
