//! Advice: what costs nothing by itself, but is probably a mistake.

use crate::finding::Finding;
use crate::format::Format;
use crate::source::Source;
use crate::source_reader::EntryReport;
use article_cards_core::feed::entries::{DISCARDED, keys, known_field};

/// Returns the advice about an entry.
pub(super) fn of(source: &Source, found: &EntryReport<'_>) -> Vec<Finding> {
    let index = Some(found.entry.index).filter(|_| source.format != Some(Format::Markdown));
    let say = |path: &str, message: String| {
        let finding = Finding::advice(&source.name, message).at_path(path);
        Finding {
            line: found.line,
            ..finding.of_article(index)
        }
    };
    let mut advice = Vec::new();
    let Some(article) = &found.entry.article else {
        return advice;
    };
    for key in keys(found.entry.json) {
        if DISCARDED.contains(&key.as_str()) {
            advice.push(say(
                &key,
                "is handed on and never shown: leave it out".into(),
            ));
        } else if let Some(field) = known_field(&key).filter(|field| *field != key) {
            advice.push(say(&key, format!("is not read; {field} is")));
        }
    }
    let is_draft = found
        .entry
        .normalized
        .as_ref()
        .is_some_and(|entry| entry.is_draft);
    if is_draft {
        let message = "a draft: convert leaves it out, unless --drafts is given";
        advice.push(say("draft", message.into()));
    }
    let lists = [
        ("topics", &article.topics),
        ("category", &article.categories),
    ];
    for (field, values) in lists {
        if let [value] = values.as_slice()
            && value.contains(',')
        {
            let message = "one value with commas: write a list, or map it with `| split`";
            advice.push(say(field, message.into()));
        }
    }
    let is_markdown = source.format == Some(Format::Markdown);
    // Of Markdown, this is a finding.
    if article.link().is_none() && !is_markdown {
        advice.push(say("webUrl", "missing: the card is without a link".into()));
    }
    if article.published_at.is_none() {
        let message = "missing: the article comes last";
        advice.push(say("publishedDateTime", message.into()));
    }
    for (place, image) in article.images.iter().enumerate() {
        if image.url.starts_with("http:") {
            let message = "an http: address: pages with https: do not show it";
            advice.push(say(&format!("images[{place}].url"), message.into()));
        }
    }
    advice
}
