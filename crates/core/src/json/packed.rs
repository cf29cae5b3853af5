//! Texts and numbers in a string, one after another. A length precedes each text, so that it can be
//! skipped without being read.

/// Appends a text with its length.
#[cfg_attr(small_module, optimize(speed))]
pub(crate) fn push_text(packed: &mut String, text: &str) {
    push_number(packed, text.len());
    packed.push_str(text);
}

/// Appends a number, six bits a byte; the last byte has a seventh. All are ASCII, so that the
/// string stays UTF-8.
#[cfg_attr(small_module, optimize(speed))]
pub(crate) fn push_number(packed: &mut String, mut number: usize) {
    while number > 0x3F {
        packed.push(char::from(number as u8 & 0x3F));
        number >>= 6;
    }
    packed.push(char::from(number as u8 | 0x40));
}

/// Removes the text at the start.
#[cfg_attr(small_module, optimize(speed))]
pub(crate) fn take_text<'p>(packed: &mut &'p str) -> &'p str {
    let length = take_number(packed);
    let (text, rest) = packed.split_at_checked(length).unwrap_or_default();
    *packed = rest;
    text
}

/// Removes the number at the start.
#[cfg_attr(small_module, optimize(speed))]
pub(crate) fn take_number(packed: &mut &str) -> usize {
    let (mut number, mut shift) = (0, 0);
    for (index, byte) in packed.bytes().enumerate() {
        number |= usize::from(byte & 0x3F) << shift;
        shift += 6;
        if byte > 0x3F {
            *packed = packed.get(index + 1..).unwrap_or_default();
            return number;
        }
    }
    *packed = "";
    number
}
