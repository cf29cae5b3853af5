//! `application/x-www-form-urlencoded`, as the [URL standard] defines it.
//!
//! [URL standard]: https://url.spec.whatwg.org/#application/x-www-form-urlencoded

use std::borrow::Cow;

/// Iterates over the pairs of a string, still encoded, without empty ones.
pub(super) fn pairs(text: &str) -> impl Iterator<Item = &str> {
    text.split('&').filter(|pair| !pair.is_empty())
}

/// Returns the decoded key and value of a pair.
pub(super) fn decode_pair(pair: &str) -> (String, String) {
    let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
    (decode(key), decode(value))
}

#[inline(never)]
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let (byte, after) = match first {
            b'+' => (b' ', after),
            b'%' => escaped(after).unwrap_or((b'%', after)),
            _ => (*first, after),
        };
        bytes.push(byte);
        rest = after;
    }
    match String::from_utf8_lossy(&bytes) {
        Cow::Owned(repaired) => repaired,
        Cow::Borrowed(valid) => valid.to_owned(),
    }
}

fn escaped(text: &[u8]) -> Option<(u8, &[u8])> {
    let [high, low, after @ ..] = text else {
        return None;
    };
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let byte = digit(*high)? * 16 + digit(*low)?;
    Some((u8::try_from(byte).ok()?, after))
}

/// Appends an encoded pair.
pub(super) fn append(text: &mut String, prefix: &str, key: &str, value: &str) {
    if !text.is_empty() {
        text.push('&');
    }
    encode(text, prefix);
    encode(text, key);
    text.push('=');
    encode(text, value);
}

#[inline(never)]
fn encode(text: &mut String, plain: &str) {
    let digit = |number: u8| char::from_digit(number.into(), 16).unwrap_or('0');
    for byte in plain.bytes() {
        match byte {
            b' ' => text.push('+'),
            // The standard also escapes commas, but decodes them as they are.
            b'*' | b'-' | b'.' | b'_' | b',' => text.push(byte.into()),
            _ if byte.is_ascii_alphanumeric() => text.push(byte.into()),
            _ => {
                text.push('%');
                text.push(digit(byte >> 4).to_ascii_uppercase());
                text.push(digit(byte & 15).to_ascii_uppercase());
            }
        }
    }
}
