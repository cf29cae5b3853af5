use super::{Counted, Messages, Text};

/// The English words.
pub(super) fn messages() -> Messages {
    let kinds = [
        ("article", "Article"),
        ("video", "Video"),
        ("course", "Course"),
        ("collection", "Collection"),
        ("download", "Download"),
        ("forum", "Forum"),
        ("profile", "Profile"),
    ];
    let mut messages = WORDS;
    messages.kinds = kinds
        .iter()
        .map(|(kind, word)| (text(kind), text(word)))
        .collect();
    messages
}

/// A constant, which is copied as a whole: code that fills field by field would be longer.
const WORDS: Messages = Messages {
    language: text("en"),

    loading: text("Loading articles…"),
    articles: count("{count} article", "{count} articles"),
    articles_so_far: count("{count} article so far", "{count} articles so far"),

    empty_title: text("No articles yet"),
    empty_text: text("There is nothing in this feed so far."),

    error_title: text("The articles could not be loaded"),
    more_failed: text("More articles could not be loaded."),
    the_feed: text("The feed"),
    error_address: text("“{url}” is not the address of a feed."),
    error_network: text("{host} could not be reached. The connection may be down."),
    error_http: text("{host} answered with status {status}."),
    error_timeout: count(
        "{host} did not answer within {count} second. This may pass.",
        "{host} did not answer within {count} seconds. This may pass.",
    ),
    error_size: text("{host} sent more than the {limit} that are allowed."),
    error_parse: text("What {host} sent is not valid JSON."),
    error_shape: text("What {host} sent is not a list of articles."),
    retry: text("Try again"),
    details: text("Details"),

    progress: text("{shown} of {total}"),
    progress_so_far: text("{shown} of {total} so far"),
    shown: always("{count} shown"),
    show_more: always("Show {count} more"),
    show_more_open: text("Show more"),
    loading_more: text("Loading more…"),
    all_shown: count(
        "{count} article, no more to come",
        "All {count} articles shown",
    ),
    back_to_top: text("Back to the top"),

    kinds: Vec::new(),
    topics: text("Topics"),
    more_topics: count("more topic", "more topics"),
    related: always("{count} related"),
    related_more: always("Show {count} more"),
    quality: text("Quality"),
    heat: text("Heat"),
    price: text("Price"),
    levels: count("Level", "Levels"),
    members: count("{count} member", "{count} members"),
    provider_filter: text("Only articles from {provider}"),
    provider_link: text("To {domain}"),
    new_window: text("Opens in a new window"),
};

const fn text(text: &'static str) -> Text {
    Text::Borrowed(text)
}

const fn always(other: &'static str) -> Counted {
    Counted {
        zero: None,
        one: None,
        two: None,
        few: None,
        many: None,
        other: text(other),
    }
}

const fn count(one: &'static str, other: &'static str) -> Counted {
    Counted {
        zero: None,
        one: Some(text(one)),
        two: None,
        few: None,
        many: None,
        other: text(other),
    }
}
