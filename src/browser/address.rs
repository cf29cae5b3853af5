//! The page's address and history.

use super::history_state::without_key;

/// The page's address; empty outside a browser.
pub fn address() -> String {
    #[cfg(target_arch = "wasm32")]
    {
        gloo_utils::window().location().href().unwrap_or_default()
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        String::new()
    }
}

/// The query of an address with its `?`; empty if there is none.
///
/// ```
/// use article_cards::browser::address_query;
///
/// assert_eq!(address_query("https://pier.example/news?q=tide#list"), "?q=tide");
/// assert_eq!(address_query("https://pier.example/news#list?"), "");
/// ```
pub fn address_query(address: &str) -> &str {
    let (start, _) = cut_fragment(address);
    let (_, query) = cut(start, '?');
    query
}

/// Replaces the query of an address; `query` starts with `?` or is empty.
///
/// ```
/// use article_cards::browser::with_query;
///
/// let address = "https://pier.example/news?q=tide#list";
/// assert_eq!(with_query(address, "?q=low"), "https://pier.example/news?q=low#list");
/// assert_eq!(with_query(address, ""), "https://pier.example/news#list");
/// ```
pub fn with_query(address: &str, query: &str) -> String {
    let (start, fragment) = cut_fragment(address);
    let (page, _) = cut(start, '?');
    [page, query, fragment].concat()
}

/// The address without query and fragment.
pub(super) fn document_of(address: &str) -> &str {
    let (start, _) = cut_fragment(address);
    cut(start, '?').0
}

fn cut_fragment(address: &str) -> (&str, &str) {
    cut(address, '#')
}

fn cut(text: &str, at: char) -> (&str, &str) {
    let end = text.find(at).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// Changes the address of the page, as a new history entry or replacing the current one, and keeps
/// the page's `history.state`. Returns `false` if the browser refuses: in some frames, and for pages
/// that change it too often.
///
/// Not by `gloo-history`, which overwrites the page's state.
pub fn show_address(address: &str, as_new_entry: bool) -> bool {
    let Ok(history) = gloo_utils::window().history() else {
        return false;
    };
    let Ok(state) = history.state() else {
        return false;
    };
    let shown = if as_new_entry {
        history.push_state_with_url(&without_key(&state), "", Some(address))
    } else {
        history.replace_state_with_url(&state, "", Some(address))
    };
    shown.is_ok()
}
