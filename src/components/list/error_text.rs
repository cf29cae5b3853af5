//! Error messages for readers.

use crate::browser::Formats;
use crate::components::primitives::Localization;
use crate::i18n::fill;
use article_cards_core::error::Error;
use article_cards_core::text::url;

/// One or two sentences: what happened, and whether waiting helps.
pub(super) fn error_text(error: &Error, localization: &Localization) -> String {
    let Localization { messages, formats } = localization;
    if error.is_invalid_url() {
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
    if error.is_engine() {
        messages.error_engine.to_string()
    } else if error.is_network() {
        with(&messages.error_network)
    } else if error.is_parse() {
        with(&messages.error_parse)
    } else {
        with(&messages.error_shape)
    }
}

/// A number of bytes in B, kB or MB, rounded down.
fn bytes(bytes: u64, formats: &Formats) -> String {
    let (amount, unit) = match bytes {
        0..1_000 => (bytes, " B"),
        1_000..1_000_000 => (bytes / 1_000, " kB"),
        _ => (bytes / 1_000_000, " MB"),
    };
    formats.number(amount) + unit
}

/// Technical details. Returns `None` if the message has all of them.
pub(super) fn error_details(error: &Error) -> Option<String> {
    (!error.is_invalid_url()).then(|| format!("{}: {error}", error.kind()))
}
