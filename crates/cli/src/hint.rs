//! What to do about what is wrong, by what is said of it.

/// Beginning of what is said, and what to do.
const HINTS: &[(&str, &str)] = &[
    (
        "not an http(s) URL",
        "write the whole address with https://, or name the feed's own with --url if it is relative",
    ),
    (
        "not a date",
        "write a date like 2023-04-26 or 2023-04-26T18:15:40Z",
    ),
    (
        "not a whole number",
        "write digits only, such as 72; leave the field out where there is no number",
    ),
    (
        "missing: the article is skipped",
        "every article needs a title",
    ),
    (
        "a second article with the identity",
        "give each article an id, path or address of its own",
    ),
    (
        "the YAML is not right: mapping values are not allowed",
        "put a text with a colon in it into quotes",
    ),
    ("the YAML is not right: tabs", "indent with spaces"),
    ("not a host name", "write the name alone: example.org"),
    ("not a language tag", "write a tag like en or pt-BR"),
    (
        "not an ISO 8601 duration",
        "write a duration like PT15M or PT1H30M",
    ),
    (
        "a string instead of true or false",
        "write true or false without quotes",
    ),
    (
        "no known shape of a feed",
        "a feed is a list of articles, a JSON Feed, or an object with value, articles or items",
    ),
    (
        "a page of HTML or XML instead of JSON",
        "save the feed itself, not the page that shows it",
    ),
];

/// What to do about something that is wrong.
pub(super) fn hint(message: &str) -> Option<&'static str> {
    let found = HINTS.iter().find(|(start, _)| message.starts_with(start));
    found.map(|(_, hint)| *hint)
}
