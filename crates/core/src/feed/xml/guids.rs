//! Guids that identify nothing.

use super::article::Article;
use crate::feed::diagnostic::{Diagnostic, DiagnosticKind};
use crate::interner::Interner;

/// Drops the guids that items of different links share: such items are no duplicates.
pub(super) fn drop_shared(articles: &mut [Article], diagnostics: &mut Vec<Diagnostic>) {
    let mut guids = Interner::default();
    // For each guid the link of its first item, and whether another item has another link.
    let mut links: Vec<(Option<String>, bool)> = Vec::new();
    for article in articles.iter() {
        let Some(id) = &article.id else { continue };
        match links.get_mut(guids.intern(id) as usize) {
            Some((link, is_shared)) => *is_shared |= *link != article.web_url,
            None => links.push((article.web_url.clone(), false)),
        }
    }
    for (index, article) in articles.iter_mut().enumerate() {
        let is_shared = |id: &mut String| {
            let guid = guids.get(id).and_then(|guid| links.get(guid as usize));
            guid.is_some_and(|(_, is_shared)| *is_shared)
        };
        if let Some(id) = article.id.take_if(is_shared) {
            diagnostics.push(Diagnostic {
                index: Some(index),
                path: "id".to_owned(),
                kind: DiagnosticKind::shared_guid(&id),
            });
        }
    }
}
