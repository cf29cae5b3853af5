//! Any text as a URL, a host, a date or a duration: no panic, URLs agree with the URL standard, and
//! the others survive formatting and parsing.
#![no_main]

use article_cards_core::feed::paging;
use article_cards_core::text::url::{self, Resolver, UrlStandard};
use article_cards_core::text::{date, duration};
use libfuzzer_sys::fuzz_target;

fn is_http(href: &str) -> bool {
    href.starts_with("http://") || href.starts_with("https://")
}

fuzz_target!(|text: &str| {
    for base in [None, Some("https://harbour.example/news/index.json")] {
        let standard = UrlStandard.resolve(text, base);
        let by_standard = standard.clone().filter(|href| is_http(href));
        assert_eq!(url::link(&UrlStandard, text, base), by_standard);
        let image = url::image(&UrlStandard, text, base);
        match &image {
            Some(href) if !is_http(href) => {
                assert_eq!(image, standard);
                assert!(href.to_ascii_lowercase().starts_with("data:"), "{href}");
                assert!(!href.to_ascii_lowercase().starts_with("data:image/svg"));
            }
            _ => assert_eq!(image, by_standard),
        }
        if let Some(href) = by_standard {
            let parts = (url::origin(&href), url::host(&href));
            assert!(parts.0.is_some_and(|origin| is_http(&origin)), "{href}");
            assert!(parts.1.is_some_and(|host| !host.is_empty()), "{href}");
            let paged = paging::page(&href, 7);
            assert_eq!(url::origin(&paged), url::origin(&href), "{paged}");
            assert_eq!(paging::page(&paged, 7), paged);
        }
    }
    if let Some(domain) = url::domain(&UrlStandard, text) {
        assert_eq!(url::domain(&UrlStandard, &domain), Some(domain));
    }
    if let Some(published) = date::parse(text) {
        assert_eq!(date::parse(&date::format(published)), Some(published));
    }
    if let Some(length) = duration::parse(text) {
        assert_eq!(duration::parse(&duration::format(length)), Some(length));
    }
});
