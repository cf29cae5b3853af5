//! Any text as a query string or an address: no panic, and the parsed state survives formatting and
//! parsing.
#![no_main]

use article_cards_core::search::{FilterableFields, QueryState};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let fields = FilterableFields::default().with(["region"]);
    let (state, _) = QueryState::parse(text, &fields);
    let printed = state.to_string();
    let (again, unread) = QueryState::parse(&printed, &fields);
    assert_eq!(again, state, "{printed}");
    assert_eq!(unread, [], "{printed}");
    // In an address, beside any other text.
    let (prefix, search) = text.split_once('\n').unwrap_or(("", text));
    let empty = QueryState::default();
    let others = empty.to_url_query(search, prefix, &fields, false);
    assert_eq!(QueryState::from_url_query(&others, prefix, &fields), None);
    let with = state.to_url_query(search, prefix, &fields, false);
    let read = QueryState::from_url_query(&with, prefix, &fields);
    assert_eq!(read.unwrap_or_default(), state, "{with}");
    assert_eq!(empty.to_url_query(&with, prefix, &fields, false), others);
});
