use article_cards_core::search::{FilterableFields, QueryState};

/// Returns typical queries with their names, from a single letter to everything at once.
pub fn queries() -> Vec<(&'static str, QueryState)> {
    let queries = [
        ("everything", ""),
        ("a letter", "q=s"),
        ("a word", "q=security"),
        ("three words", "q=power+apps+portals"),
        ("a typo", "q=portls"),
        ("a phrase and an exclusion", "q=%22power+apps%22+-teams"),
        ("a topic", "topics=Topic+3"),
        (
            "ranges",
            "from=2019-01-01&to=2021-06-30&quality=50..&heat=..100",
        ),
        ("a sort", "sort=-heat,title"),
        (
            "text, two facets, a sort",
            "q=security&topics=Topic+1&topics=Topic+2&provider=Provider+0&provider%21=Provider+5&sort=-heat",
        ),
    ];
    queries
        .map(|(name, query)| {
            (
                name,
                QueryState::parse(query, &FilterableFields::default()).0,
            )
        })
        .into()
}
