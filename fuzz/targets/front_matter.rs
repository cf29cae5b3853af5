//! Any bytes as a Markdown file of any site: no panic, valid JSON, and addresses on the site's server.
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
use article_cards_core::feed::entries::EntryReader;
use command::site::{Location, Page, Site, SiteOptions};
use command::source::Source;
// Modules of the command name each other by these paths.
use command::{article_filter, finding, format, line_counter, markdown, source};
use libfuzzer_sys::fuzz_target;

const SITES: [Option<Site>; 6] = [
    None,
    Some(Site::Hugo),
    Some(Site::Jekyll),
    Some(Site::Astro),
    Some(Site::Eleventy),
    Some(Site::Docusaurus),
];

const FILES: [&str; 4] = [
    "posts/2024-03-05-tides.md",
    "blog/2024/03-05-tides/index.mdx",
    "src/content/blog/Spring Tide.fr.md",
    "news/_posts/README.md",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, bytes)) = bytes.split_first() else {
        return;
    };
    let choice = usize::from(*choice);
    let site = SITES[choice % SITES.len()];
    let file = Path::new(FILES[choice / SITES.len() % FILES.len()]);
    let url = url::Url::parse("https://harbour.example/").ok();
    let options = SiteOptions {
        site,
        permalink: None,
        url,
        now_ms: 1_800_000_000_000,
    };
    let source = Source {
        file: None,
        name: "a.md".to_owned(),
        format: None,
        identity: None,
        place: Location::new(Path::new(""), site).of(file),
        named: true,
    };
    let mapping = Mapping::default();
    // YAML has lines that end in CR only.
    let lines = 1 + bytes
        .iter()
        .filter(|byte| matches!(byte, b'\n' | b'\r'))
        .count();
    let article = match markdown::read("a.md", bytes, &mapping).expect("bytes can be read") {
        Ok(article) => article,
        Err(finding) => {
            assert!(
                finding.line.is_none_or(|line| (1..=lines).contains(&line)),
                "{finding}"
            );
            return;
        }
    };
    let page = Page::new(article.fields, article.heading, &source, &options, &mapping);
    let json = format!("[{}]", page.fields.json());
    serde_json::from_str::<serde::de::IgnoredAny>(&json).expect("valid JSON");
    let reader = EntryReader {
        mapping: &mapping,
        url: Some("https://harbour.example/"),
    };
    let read = reader.read(&json, &mut |entry| {
        for diagnostic in &entry.diagnostics {
            assert!((1..=lines).contains(&page.fields.line_of(&diagnostic.path)));
        }
        if let Some(normalized) = entry.normalized {
            serde_json::from_str::<serde::de::IgnoredAny>(&normalized.json()).expect("valid JSON");
        }
    });
    read.expect("a list of one entry");
});
