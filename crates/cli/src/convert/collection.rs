//! The articles of all sources, each once, newest first.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use super::store::{Place, Store};
use crate::failure::Failure;
use crate::finding::Finding;
use crate::hint;
use crate::reading::{self, Found, Options};
use crate::selection::{self, Selection};
use crate::source::Source;
use article_cards_core::feed::DiagnosticKind;

/// What one source gave.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    list: Vec<Piece>,
    findings: Vec<Finding>,
}

/// What one entry gave.
#[derive(Debug)]
pub(super) struct Piece {
    index: usize,
    line: Option<usize>,
    identity: Option<String>,
    kind: Kind,
    findings: Vec<Finding>,
}

#[derive(Debug)]
enum Kind {
    /// Its JSON, where it comes into the feed, and when it was published.
    Article(Option<String>, Option<i64>),
    Removed,
    Skipped,
}

impl Piece {
    /// Reads a source.
    pub(super) fn read(source: &Source, options: &Options, selection: &Selection) -> Pieces {
        let mut list = Vec::new();
        let findings = reading::read(source, options, &mut |found| {
            list.push(Piece::new(found, selection));
        });
        Pieces { list, findings }
    }

    fn new(found: Found<'_>, selection: &Selection) -> Self {
        let Found {
            entry,
            line,
            findings,
        } = found;
        let kind = match (&entry.article, &entry.written) {
            (Some(article), Some(written)) => {
                let json = selection.takes(article).then(|| written.json());
                Kind::Article(json, selection::published(article))
            }
            (_, Some(written)) if written.removed => Kind::Removed,
            _ => Kind::Skipped,
        };
        Self {
            index: entry.index,
            line,
            identity: entry.written.and_then(|written| written.identity),
            kind,
            findings,
        }
    }
}

/// The articles of all sources.
#[derive(Debug, Default)]
pub(super) struct Collection {
    /// Which source has the article of an identity.
    identities: HashMap<String, Arc<str>>,
    articles: Vec<(Option<i64>, Place)>,
    store: Store,
    /// How many articles were read, those that the selection leaves out too.
    pub(super) read: usize,
    /// How many were withdrawn.
    pub(super) removed: usize,
}

impl Collection {
    /// Takes what a source gave, each identity only once; returns what was wrong.
    pub(super) fn add(&mut self, source: &Source, pieces: Pieces) -> Result<Vec<Finding>, Failure> {
        let Pieces { list, mut findings } = pieces;
        let name: Arc<str> = Arc::from(source.name.as_str());
        let mut of_entries = Vec::new();
        for piece in list {
            if let Some(identity) = piece.identity {
                match self.identities.entry(identity) {
                    Entry::Vacant(place) => _ = place.insert(Arc::clone(&name)),
                    Entry::Occupied(first) => {
                        let kind = DiagnosticKind::DuplicateIdentity(first.key().to_string());
                        let message = format!("{kind}, the first is in {}", first.get());
                        let alone = source.format == Some(crate::format::Format::Markdown);
                        of_entries.push(Finding {
                            index: (!alone).then_some(piece.index),
                            line: piece.line,
                            hint: hint::of_diagnostic(&kind),
                            ..Finding::warning(&source.name, message)
                        });
                        continue;
                    }
                }
            }
            of_entries.extend(piece.findings);
            match piece.kind {
                Kind::Article(json, published) => {
                    self.read += 1;
                    if let Some(json) = json {
                        let place = self.store.keep(&json).map_err(|error| {
                            Failure::new(format!("cannot write a temporary file: {error}"))
                        })?;
                        self.articles.push((published, place));
                    }
                }
                Kind::Removed => self.removed += 1,
                Kind::Skipped => {}
            }
        }
        of_entries.append(&mut findings);
        Ok(of_entries)
    }

    /// The articles, newest first, those without a date last; of equals the first that was read.
    pub(super) fn newest_first(mut self, limit: Option<usize>) -> (Vec<Place>, Store) {
        // Stable, so that the order depends on nothing but the sources.
        self.articles
            .sort_by_key(|(published, _)| Reverse(*published));
        self.articles.truncate(limit.unwrap_or(usize::MAX));
        let places = self.articles.into_iter().map(|(_, place)| place);
        (places.collect(), self.store)
    }
}
