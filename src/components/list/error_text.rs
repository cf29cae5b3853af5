//! What readers are told of an error.

use crate::browser::Formats;
use crate::i18n::{Messages, fill};
use article_cards_core::error::Error;
use article_cards_core::text::url;

/// One sentence or two: what happened, and whether waiting helps.
pub(crate) fn error_text(error: &Error, messages: &Messages, formats: &Formats) -> String {
    if error.is_address() {
        let url = error.url().unwrap_or_default();
        return fill(&messages.error_address, &[("url", url)]);
    }
    let host = error.url().and_then(url::host).unwrap_or_default();
    let host = if host.is_empty() {
        messages.the_feed.to_string()
    } else {
        host.to_string()
    };
    let with = |text: &str| fill(text, &[("host", &host)]);
    if let Some(status) = error.status() {
        return fill(
            &messages.error_http,
            &[("host", &host), ("status", &status.to_string())],
        );
    }
    if let Some(seconds) = error.seconds() {
        let text = messages.error_timeout.form(formats.plural(seconds.into()));
        return fill(
            text,
            &[("host", &host), ("count", &formats.number(seconds.into()))],
        );
    }
    if let Some(limit) = error.limit() {
        let limit = bytes(limit, formats);
        return fill(&messages.error_size, &[("host", &host), ("limit", &limit)]);
    }
    if error.is_network() {
        with(&messages.error_network)
    } else if error.is_parse() {
        with(&messages.error_parse)
    } else {
        with(&messages.error_shape)
    }
}

/// A number of bytes in the largest unit that leaves no fraction worth a word.
fn bytes(bytes: u64, formats: &Formats) -> String {
    let (amount, unit) = match bytes {
        0..1_000 => (bytes, " B"),
        1_000..1_000_000 => (bytes / 1_000, " kB"),
        _ => (bytes / 1_000_000, " MB"),
    };
    formats.number(amount) + unit
}

/// What exactly failed, for those who look into it; `None` where the words have said it all.
pub(crate) fn error_details(error: &Error) -> Option<String> {
    (!error.is_address()).then(|| format!("{}: {error}", error.kind()))
}
