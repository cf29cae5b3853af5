use super::{Counted, Messages, Text};

/// The English words.
pub(super) fn messages() -> Messages {
    let count = |one: &'static str, other: &'static str| Counted::one_other(one, other);
    Messages {
        language: "en".into(),

        label: "Articles".into(),
        loading: "Loading articles…".into(),
        articles: count("{count} article", "{count} articles"),
        articles_so_far: count("{count} article so far", "{count} articles so far"),
        new_articles: count("{count} new article", "{count} new articles"),

        empty_title: "No articles yet".into(),
        empty_text: "There is nothing in this feed so far.".into(),
        no_results_title: "No article matches all of this".into(),
        no_results_text: "Other words or fewer filters may bring some back.".into(),

        error_title: "The articles could not be loaded".into(),
        refresh_failed: "Could not look for newer articles.".into(),
        more_failed: "More articles could not be loaded.".into(),
        the_feed: "The feed".into(),
        error_network: "{host} could not be reached. The connection may be down.".into(),
        error_http: "{host} answered with status {status}.".into(),
        error_timeout: count(
            "{host} did not answer within {count} second. This may pass.",
            "{host} did not answer within {count} seconds. This may pass.",
        ),
        error_size: "{host} sent more than the {limit} that are allowed.".into(),
        error_parse: "What {host} sent is not valid JSON.".into(),
        error_shape: "What {host} sent is not a list of articles.".into(),
        error_page: "The next page of {host} cannot be followed.".into(),
        error_other: "Something went wrong with {host}.".into(),
        retry: "Try again".into(),
        details: "Details".into(),

        progress: "{shown} of {total}".into(),
        progress_open: Counted::always("{count} shown"),
        show_more: Counted::always("Show {count} more"),
        show_more_open: "Show more".into(),
        loading_more: "Loading more…".into(),
        all_shown: count(
            "{count} article, no more to come",
            "All {count} articles shown",
        ),
        back_to_top: "Back to the top".into(),

        kinds: [
            ("article", "Article"),
            ("video", "Video"),
            ("course", "Course"),
            ("collection", "Collection"),
            ("download", "Download"),
            ("forum", "Forum"),
            ("profile", "Profile"),
        ]
        .map(|(kind, word)| (Text::Borrowed(kind), Text::Borrowed(word)))
        .into(),
        topics: "Topics".into(),
        more_topics: count("more topic", "more topics"),
        related: Counted::always("{count} related"),
        related_more: Counted::always("Show {count} more"),
        quality: "Quality".into(),
        heat: "Heat".into(),
        price: "Price".into(),
        levels: count("Level", "Levels"),
        members: count("{count} member", "{count} members"),
        provider_filter: "Only articles from {provider}".into(),
        provider_link: "To {domain}".into(),
        new_window: "Opens in a new window".into(),
    }
}
