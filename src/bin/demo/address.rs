//! The page's own parameters in its address.

use article_cards::browser::{address, address_query, query_parameter, show_address, with_query};

/// The value of a parameter, if there is one that can be parsed.
pub(crate) fn parameter<T: std::str::FromStr>(name: &str) -> Option<T> {
    query_parameter(name)?.parse().ok()
}

/// Replaces the page's own parameters. All others belong to the lists and stay as they are written.
pub(crate) fn replace_parameters(own: &[&str], parameters: &[(&str, String)]) {
    let now = address();
    let query = address_query(&now);
    let others = query.trim_start_matches('?').split('&').filter(|pair| {
        let name = pair.split('=').next().unwrap_or_default();
        !pair.is_empty() && !own.contains(&name)
    });
    let pairs: Vec<String> = parameters
        .iter()
        .map(|(name, value)| pair(name, value))
        .chain(others.map(str::to_owned))
        .collect();
    let query = if pairs.is_empty() {
        String::new()
    } else {
        format!("?{}", pairs.join("&"))
    };
    let next = with_query(&now, &query);
    if next != now {
        show_address(&next, false);
    }
}

fn pair(name: &str, value: &str) -> String {
    if value.is_empty() {
        return name.to_owned();
    }
    let value = String::from(js_sys::encode_uri_component(value));
    // A query may have both as they are, and an address of a feed is full of them.
    let value = value.replace("%2F", "/").replace("%3A", ":");
    format!("{name}={value}")
}
