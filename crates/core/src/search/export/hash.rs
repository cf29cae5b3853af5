//! A hash that scripts compute as well.

/// Returns the [FNV-1a] hash of a text's UTF-8, 64 bits as hexadecimal digits: the same on every system
/// and in `package/search-server.js`.
///
/// ```
/// use article_cards_core::search::export::hash;
///
/// assert_eq!(hash(""), "cbf29ce484222325");
/// assert_eq!(hash("straße"), "0360987265b28b78");
/// ```
///
/// [FNV-1a]: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv
pub fn hash(text: &str) -> String {
    let start = 0xcbf2_9ce4_8422_2325_u64;
    let hash = text.bytes().fold(start, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    format!("{hash:016x}")
}
