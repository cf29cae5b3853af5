//! Any pattern of addresses for any file: no panic, and an address on the site's server.
#![no_main]
#![allow(dead_code, reason = "only a part of the command is used")]

#[path = "../../crates/cli/src"]
mod command {
    pub(crate) mod article_filter;
    pub(crate) mod exit;
    pub(crate) mod finding;
    pub(crate) mod format;
    pub(crate) mod hint;
    pub(crate) mod line_counter;
    pub(crate) mod markdown;
    pub(crate) mod site;
    pub(crate) mod source;
}

use std::path::Path;

use article_cards_core::feed::Mapping;
use command::site::{Location, Page, Permalink, Site, SiteOptions};
use command::source::Source;
// Modules of the command name each other by these paths.
use command::{article_filter, finding, format, line_counter, markdown, source};
use libfuzzer_sys::fuzz_target;
use url::Url;

const SITES: [Option<Site>; 6] = [
    None,
    Some(Site::Hugo),
    Some(Site::Jekyll),
    Some(Site::Astro),
    Some(Site::Eleventy),
    Some(Site::Docusaurus),
];

/// Returns the address of an article with a slug and categories.
fn address(options: &SiteOptions, file: &str, slug: &str) -> Option<String> {
    let source = Source {
        file: None,
        name: "a.md".to_owned(),
        format: None,
        identity: None,
        place: Location::new(Path::new(""), options.site).of(Path::new(file)),
        named: true,
    };
    let mapping = Mapping::default();
    let text = serde_json::to_string(slug).expect("a text");
    let json = format!(
        r#"{{"title": {text}, "slug": {text}, "categories": [{text}], "date": "2024-03-05"}}"#
    );
    let article = markdown::read("a.md", json.as_bytes(), &mapping)
        .ok()?
        .ok()?;
    let page = Page::new(article.fields, article.heading, &source, options, &mapping);
    page.fields.text("webUrl").map(str::to_owned)
}

fuzz_target!(|input: (u8, &str, &str, &str)| {
    let (choice, pattern, file, slug) = input;
    let site = SITES[usize::from(choice) % SITES.len()];
    let root = "https://harbour.example/blog/";
    let mut options = SiteOptions {
        site,
        permalink: None,
        url: Url::parse(root).ok(),
        now_ms: 1_800_000_000_000,
    };
    // Neither the name of a file nor a slug leads out of the site.
    if let Some(address) = address(&options, file, slug) {
        let url = Url::parse(&address).expect("a URL");
        assert!(url.as_str().starts_with(root), "{url}");
        assert!(url.query().is_none() && url.fragment().is_none(), "{url}");
    }
    options.permalink = Permalink::parse(pattern).ok();
    // A pattern that names a server itself may lead anywhere.
    let is_plain = pattern
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"/:_-.".contains(&byte));
    if options.permalink.is_none() || !is_plain || pattern.contains("//") {
        return;
    }
    if let Some(address) = address(&options, file, slug) {
        let url = Url::parse(&address).expect("a URL");
        assert_eq!(url.host_str(), Some("harbour.example"), "{url}");
    }
});
