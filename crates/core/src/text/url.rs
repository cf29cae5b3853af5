//! Links by the URL standard, without a URL library in the WASM.
//!
//! What is an absolute URL in its final form already, as nearly every link of a feed is, is seen
//! here; a [`Resolver`] does the rest: in the browser its own `URL`, elsewhere [`UrlStandard`].

use std::borrow::Cow;

/// Reads URLs by the [URL standard](https://url.spec.whatwg.org/#concept-url-parser).
pub trait Resolver {
    /// The `href` of a URL, read against a base where there is one; `None` where `new URL` throws.
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

/// The `href` of a link that is `http:` or `https:`.
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

/// The `href` of an image that is `http:`, `https:`, or a `data:` URL of a PNG, JPEG, WebP, GIF
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

/// The origin of a normalised `http:` or `https:` URL: scheme, host, and port if it is not the
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
        Some((_, host)) => Some(Cow::Owned(format!("{scheme}{host}"))),
        None => href
            .get(..scheme.len() + authority.len())
            .map(Cow::Borrowed),
    }
}

/// The host of a normalised `http:` or `https:` URL, without its port.
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

/// A text that is a host name and nothing else (no IP address), as the URL standard writes it:
/// lower case, international names in ASCII. At most 253 characters, no empty labels; a dot at
/// the end stays. White space around is ignored.
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
        let href = resolver.resolve(&format!("https://{text}/"), None)?;
        href.strip_prefix("https://")?.strip_suffix('/')?.to_owned()
    };
    let name = domain.strip_suffix('.').unwrap_or(&domain);
    let is_name = name.len() <= 253 && name.split('.').all(is_label);
    // The standard knows no other host whose last label is digits than an IPv4 address.
    let is_address = name
        .bytes()
        .rev()
        .take_while(|byte| *byte != b'.')
        .all(|b| b.is_ascii_digit());
    (is_name && !is_address).then_some(domain)
}

/// A part of a host name: letters, digits, and inside it hyphens (RFC 1123), underscores as well.
fn is_label(label: &str) -> bool {
    let letters = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let edge = label.starts_with('-') || label.ends_with('-');
    (1..=63).contains(&label.len()) && !edge && label.bytes().all(letters)
}

/// Both sides of a place; all and nothing where there is none.
pub(crate) fn cut(text: &str, at: Option<usize>) -> (&str, &str) {
    at.and_then(|at| text.split_at_checked(at))
        .unwrap_or((text, ""))
}

/// What is before the last of these bytes, of ASCII, and what is after it.
fn cut_last(text: &str, mark: u8) -> Option<(&str, &str)> {
    // The standard library's `rsplit_once` brings a search that is quick in long texts only.
    let at = text.bytes().rposition(|byte| byte == mark)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Scheme with `://`, authority, and the rest of an `http:` or `https:` URL.
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

/// Whether the URL standard leaves an absolute `http:` or `https:` URL as it is. May say no where
/// it does.
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

/// Lower-case ASCII labels, none of them Punycode, the last no number as IPv4 addresses end in.
fn is_canonical_host(host: &str) -> bool {
    let is_label = |label: &str| {
        let is_plain =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        !label.is_empty() && !label.starts_with("xn--") && label.bytes().all(is_plain)
    };
    let last = host.bytes().rev().take_while(|byte| *byte != b'.').last();
    host.split('.').all(is_label) && last.is_some_and(|byte| byte.is_ascii_lowercase())
}

/// `.` and `..`, their dots also written as `%2e`.
fn is_dot_segment(segment: &str) -> bool {
    let dot = |text: &str| {
        let mut dots = [".", "%2e", "%2E"].iter();
        dots.find(|dot| text.starts_with(**dot))
            .map(|dot| dot.len())
    };
    let second = dot(segment).and_then(|length| segment.get(length..));
    second.is_some_and(|text| text.is_empty() || dot(text) == Some(text.len()))
}

/// Whether the URL standard leaves a `data:` URL as it is. May say no where it does.
fn is_canonical_data(url: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/+=,;:-._%".contains(&byte);
    url.strip_prefix("data:")
        .is_some_and(|data| data.bytes().all(is_plain))
}

/// Whether a normalised URL is a `data:` URL of an image that cannot hold scripts, by the
/// [fetch standard](https://fetch.spec.whatwg.org/#data-url-processor).
fn is_data_image(href: &str) -> bool {
    let Some(data) = href.strip_prefix("data:") else {
        return false;
    };
    // No type without a comma, and none behind a fragment.
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
