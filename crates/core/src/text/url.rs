//! URLs by the URL standard, without a URL library in the module.
//!
//! Most links of a feed are absolute and normalised already, which is checked here. A [`Resolver`]
//! does the rest: in the browser its own `URL`, elsewhere [`UrlStandard`].

use std::borrow::Cow;

/// Reads URLs by the [URL standard](https://url.spec.whatwg.org/#concept-url-parser).
pub trait Resolver {
    /// Returns the `href` of a URL, resolved against a base, if any; `None` if `new URL` would throw.
    fn resolve(&self, url: &str, base: Option<&str>) -> Option<String>;
}

/// The URL standard by the `url` crate.
///
/// ```
/// use article_cards_core::text::url::{Resolver, UrlStandard};
///
/// let href = UrlStandard.resolve("../b c", Some("HTTP://Harbour.example:80/news/a/"));
/// assert_eq!(href.as_deref(), Some("http://harbour.example/news/b%20c"));
/// ```
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug, Default)]
pub struct UrlStandard;

#[cfg(not(target_arch = "wasm32"))]
impl Resolver for UrlStandard {
    fn resolve(&self, url: &str, base: Option<&str>) -> Option<String> {
        let href = match base {
            Some(base) => url::Url::parse(base).ok()?.join(url),
            None => url::Url::parse(url),
        };
        href.ok().map(String::from)
    }
}

/// Returns the `href` of a link that is `http:` or `https:`.
///
/// ```
/// use article_cards_core::text::url::{UrlStandard, link};
///
/// let base = Some("https://harbour.example/news/index.json");
/// assert_eq!(link(&UrlStandard, "/1", base).as_deref(), Some("https://harbour.example/1"));
/// assert_eq!(link(&UrlStandard, "javascript:alert(1)", base), None);
/// ```
pub fn link(resolver: &dyn Resolver, url: &str, base: Option<&str>) -> Option<String> {
    if is_canonical(url) {
        return Some(url.to_owned());
    }
    resolver.resolve(url, base).filter(|href| is_http(href))
}

/// Returns the `href` of an image that is `http:`, `https:`, or a `data:` URL of a PNG, JPEG, WebP, GIF
/// or AVIF.
///
/// ```
/// use article_cards_core::text::url::{UrlStandard, image};
///
/// let href = image(&UrlStandard, " DATA:image/PNG;base64,iVBORw0KGgo=", None);
/// assert_eq!(href.as_deref(), Some("data:image/PNG;base64,iVBORw0KGgo="));
/// assert_eq!(image(&UrlStandard, "data:image/svg+xml,<svg/>", None), None);
/// ```
pub fn image(resolver: &dyn Resolver, url: &str, base: Option<&str>) -> Option<String> {
    if is_canonical(url) || is_canonical_data(url) {
        return Some(url.to_owned()).filter(|href| is_http(href) || is_data_image(href));
    }
    let href = resolver.resolve(url, base)?;
    (is_http(&href) || is_data_image(&href)).then_some(href)
}

/// Returns the origin of a normalised `http:` or `https:` URL: scheme, host, and port if it is not the
/// usual one.
///
/// ```
/// use article_cards_core::text::url::origin;
///
/// assert_eq!(origin("http://x.example:81/a?b").as_deref(), Some("http://x.example:81"));
/// assert_eq!(origin("https://me:pw@x.example/").as_deref(), Some("https://x.example"));
/// ```
pub fn origin(href: &str) -> Option<Cow<'_, str>> {
    let (scheme, authority, _) = split(href)?;
    match cut_last(authority, b'@') {
        Some((_, host)) => Some(Cow::Owned([scheme, host].concat())),
        None => href
            .get(..scheme.len() + authority.len())
            .map(Cow::Borrowed),
    }
}

/// Returns the host of a normalised `http:` or `https:` URL, without its port.
///
/// ```
/// use article_cards_core::text::url::host;
///
/// assert_eq!(host("http://me@x.example:81/a"), Some("x.example"));
/// assert_eq!(host("http://[::1]:81/"), Some("[::1]"));
/// ```
pub fn host(href: &str) -> Option<&str> {
    let (_, authority, _) = split(href)?;
    let host = cut_last(authority, b'@').map_or(authority, |(_, host)| host);
    match cut_last(host, b':') {
        // A colon inside brackets is an IPv6 address's own.
        Some((host, port)) if !port.ends_with(']') => Some(host),
        _ => Some(host),
    }
}

/// Parses a host name (no IP address), and returns it as the URL standard writes it:
/// lower case, international names in ASCII. At most 253 characters, no empty labels; a dot at
/// the end stays. Surrounding white space is ignored.
///
/// ```
/// use article_cards_core::text::url::{UrlStandard, domain};
///
/// assert_eq!(domain(&UrlStandard, "Häfen.example").as_deref(), Some("xn--hfen-loa.example"));
/// assert_eq!(domain(&UrlStandard, "https://x.example"), None);
/// assert_eq!(domain(&UrlStandard, "127.0.0.1"), None);
/// ```
pub fn domain(resolver: &dyn Resolver, text: &str) -> Option<String> {
    let text = text.trim();
    let domain = if is_canonical_host(text) {
        text.to_owned()
    } else {
        let is_foreign =
            |char: char| char.is_whitespace() || char.is_control() || "/\\?#@:[]%".contains(char);
        if text.contains(is_foreign) {
            return None;
        }
        let href = resolver.resolve(&["https://", text, "/"].concat(), None)?;
        href.strip_prefix("https://")?.strip_suffix('/')?.to_owned()
    };
    let name = domain.strip_suffix('.').unwrap_or(&domain);
    let is_name = name.len() <= 253 && name.split('.').all(is_label);
    // By the standard, a host whose last label is digits is an IPv4 address.
    let is_address = name
        .bytes()
        .rev()
        .take_while(|byte| *byte != b'.')
        .all(|b| b.is_ascii_digit());
    (is_name && !is_address).then_some(domain)
}

/// Returns whether a text is a label of a host name: letters and digits (RFC 1123) or underscores,
/// with hyphens inside.
fn is_label(label: &str) -> bool {
    let letters = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let edge = label.starts_with('-') || label.ends_with('-');
    (1..=63).contains(&label.len()) && !edge && label.bytes().all(letters)
}

/// Splits a text at an index; without one, the second part is empty.
pub(crate) fn cut(text: &str, at: Option<usize>) -> (&str, &str) {
    at.and_then(|at| text.split_at_checked(at))
        .unwrap_or((text, ""))
}

/// Splits a text around the last of an ASCII character.
fn cut_last(text: &str, mark: u8) -> Option<(&str, &str)> {
    // `rsplit_once` adds a search to the module that is faster in long texts only.
    let at = text.bytes().rposition(|byte| byte == mark)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Splits into scheme with `://`, authority, and rest an `http:` or `https:` URL.
fn split(href: &str) -> Option<(&str, &str, &str)> {
    let after = href
        .strip_prefix("https://")
        .or_else(|| href.strip_prefix("http://"))?;
    let scheme = href.strip_suffix(after)?;
    let (authority, rest) = cut(after, after.find(['/', '?', '#']));
    Some((scheme, authority, rest))
}

fn is_http(href: &str) -> bool {
    split(href).is_some()
}

/// Returns whether the URL standard leaves an absolute `http:` or `https:` URL as it is. May return `false`
/// for one that it does.
fn is_canonical(url: &str) -> bool {
    let Some((_, host, rest)) = split(url) else {
        return false;
    };
    let (rest, fragment) = cut(rest, rest.find('#'));
    let (path, query) = cut(rest, rest.find('?'));
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&()*+,;=:@%/".contains(&byte);
    is_canonical_host(host)
        && path.starts_with('/')
        // `'` is encoded in a query only.
        && path.bytes().all(|byte| is_plain(byte) || byte == b'\'')
        && !path.split('/').any(is_dot_segment)
        && query.bytes().all(|byte| is_plain(byte) || byte == b'?')
        && fragment.bytes().skip(1).all(|byte| is_plain(byte) || byte == b'?')
}

/// Returns whether a host is of lower-case ASCII labels, none of them Punycode, the last no number as
/// in IPv4 addresses.
fn is_canonical_host(host: &str) -> bool {
    let is_label = |label: &str| {
        let is_plain =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        !label.is_empty() && !label.starts_with("xn--") && label.bytes().all(is_plain)
    };
    let last = host.bytes().rev().take_while(|byte| *byte != b'.').last();
    host.split('.').all(is_label) && last.is_some_and(|byte| byte.is_ascii_lowercase())
}

/// Returns whether a segment is `.` or `..`, with dots also written as `%2e`.
fn is_dot_segment(segment: &str) -> bool {
    let dot = |text: &str| {
        let mut dots = [".", "%2e", "%2E"].iter();
        dots.find(|dot| text.starts_with(**dot))
            .map(|dot| dot.len())
    };
    let second = dot(segment).and_then(|length| segment.get(length..));
    second.is_some_and(|text| text.is_empty() || dot(text) == Some(text.len()))
}

/// Returns whether the URL standard leaves a `data:` URL as it is. May return `false` for one that it does.
fn is_canonical_data(url: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/+=,;:-._%".contains(&byte);
    url.strip_prefix("data:")
        .is_some_and(|data| data.bytes().all(is_plain))
}

/// Returns whether a normalised URL is a `data:` URL of an image that cannot hold scripts, by the
/// [fetch standard](https://fetch.spec.whatwg.org/#data-url-processor).
fn is_data_image(href: &str) -> bool {
    let Some(data) = href.strip_prefix("data:") else {
        return false;
    };
    // No type without a comma, and none after the start of a fragment.
    let Some((mime, _)) = cut(data, data.find('#')).0.split_once(',') else {
        return false;
    };
    let essence = mime.split(';').next().unwrap_or_default().trim_ascii();
    [
        "image/png",
        "image/jpeg",
        "image/webp",
        "image/gif",
        "image/avif",
    ]
    .iter()
    .any(|image| essence.eq_ignore_ascii_case(image))
}

#[cfg(test)]
mod tests;
