//! Guids that identify nothing.

use std::collections::HashMap;

use super::article::Article;
use crate::feed::diagnostic::{Diagnostic, DiagnosticKind};

/// Drops the guids that items of different links share: such items are no duplicates.
pub(super) fn drop_shared(articles: &mut [Article], diagnostics: &mut Vec<Diagnostic>) {
    // The link of the first item with each guid, until another link is found.
    let mut links: HashMap<&str, Option<Option<&str>>> = HashMap::new();
    for article in articles.iter() {
        let Some(id) = article.id.as_deref() else {
            continue;
        };
        let link = article.web_url.as_deref();
        let first = links.entry(id).or_insert(Some(link));
        if *first != Some(link) {
            *first = None;
        }
    }
    let shared = |article: &Article| {
        let link = article.id.as_deref().and_then(|id| links.get(id));
        matches!(link, Some(None))
    };
    let shared: Vec<_> = articles.iter().map(shared).collect();
    for (index, (article, is_shared)) in articles.iter_mut().zip(shared).enumerate() {
        if let Some(id) = article.id.take_if(|_| is_shared) {
            diagnostics.push(Diagnostic {
                index: Some(index),
                path: "id".to_owned(),
                kind: DiagnosticKind::shared_guid(&id),
            });
        }
    }
}
