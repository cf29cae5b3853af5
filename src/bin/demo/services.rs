//! The services whose answers a preset of `mapping` reads.

use article_cards::mappings::PRESETS;

/// An address without one.
pub(crate) const ANY_FEED: &str = "https://your-site.example/feed.xml";

/// Preset, name, and an address as an example.
const SERVICES: [(&str, &str, &str); 11] = [
    (
        "contentful",
        "Contentful",
        "https://cdn.contentful.com/spaces/SPACE/environments/master/entries?access_token=TOKEN&content_type=article",
    ),
    ("devto", "DEV", "https://dev.to/api/articles?username=USER"),
    (
        "discourse",
        "Discourse",
        "https://forum.your-site.example/latest.json",
    ),
    (
        "ghost",
        "Ghost",
        "https://your-site.example/ghost/api/content/posts/?key=KEY&include=authors,tags",
    ),
    (
        "guardian",
        "The Guardian",
        "https://content.guardianapis.com/search?api-key=KEY&show-fields=trailText,thumbnail",
    ),
    (
        "hackernews",
        "Hacker News",
        "https://hn.algolia.com/api/v1/search_by_date?tags=front_page",
    ),
    (
        "mastodon",
        "Mastodon",
        "https://mastodon.example/api/v1/accounts/ID/statuses",
    ),
    ("newsapi", "NewsAPI", "https://your-site.example/api/news"),
    ("reddit", "Reddit", "https://www.reddit.com/r/NAME/new.json"),
    (
        "strapi",
        "Strapi",
        "https://your-site.example/api/articles?populate=*",
    ),
    (
        "wordpress",
        "WordPress",
        "https://your-site.example/wp-json/wp/v2/posts?_embed",
    ),
];

/// The preset with this name.
pub(crate) fn find(preset: &str) -> Option<&'static str> {
    PRESETS.into_iter().find(|own| *own == preset)
}

/// The presets with the names of their services.
pub(crate) fn names() -> impl Iterator<Item = (&'static str, &'static str)> {
    PRESETS
        .into_iter()
        .map(|preset| (preset, service(preset).map_or(preset, |(_, name, _)| name)))
}

/// An address of a preset's service, as an example.
pub(crate) fn example(preset: Option<&str>) -> &'static str {
    preset
        .and_then(service)
        .map_or(ANY_FEED, |(_, _, address)| address)
}

fn service(preset: &str) -> Option<(&'static str, &'static str, &'static str)> {
    SERVICES.into_iter().find(|(own, _, _)| *own == preset)
}
