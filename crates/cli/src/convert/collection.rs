//! Collects the articles of all sources, without duplicates, newest first.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use super::spool::{Spool, Spooled};
use crate::article_filter::{self, ArticleFilter};
use crate::exit::Failure;
use crate::finding::Finding;
use crate::hint;
use crate::source::Source;
use crate::source_reader::{self, EntryReport, SourceOptions};
use article_cards_core::feed::DiagnosticKind;

/// The results of reading a source.
#[derive(Debug, Default)]
pub(super) struct SourceResult {
    list: Vec<EntryResult>,
    findings: Vec<Finding>,
}

/// The result of reading an entry.
#[derive(Debug)]
pub(super) struct EntryResult {
    index: usize,
    line: Option<usize>,
    identity: Option<String>,
    kind: Kind,
    findings: Vec<Finding>,
}

#[derive(Debug)]
enum Kind {
    /// Its JSON, if it is selected, and when it was published.
    Article(Option<String>, Option<i64>),
    Removed,
    Draft,
    Skipped,
}

impl EntryResult {
    /// Reads a source.
    pub(super) fn read(
        source: &Source,
        options: &SourceOptions,
        filter: &ArticleFilter,
    ) -> SourceResult {
        let mut list = Vec::new();
        let findings = source_reader::read(source, options, &mut |report| {
            list.push(EntryResult::new(report, filter));
        });
        SourceResult { list, findings }
    }

    fn new(report: EntryReport<'_>, filter: &ArticleFilter) -> Self {
        let EntryReport {
            entry,
            line,
            findings,
        } = report;
        let kind = match (&entry.article, &entry.normalized) {
            (Some(_), Some(normalized)) if normalized.is_draft && !filter.drafts => Kind::Draft,
            (Some(article), Some(normalized)) => {
                let json = filter.accepts(article).then(|| normalized.json());
                Kind::Article(json, article_filter::published_ms(article))
            }
            (_, Some(normalized)) if normalized.removed => Kind::Removed,
            _ => Kind::Skipped,
        };
        Self {
            index: entry.index,
            line,
            identity: entry.normalized.and_then(|entry| entry.identity),
            kind,
            findings,
        }
    }
}

/// The articles of all sources.
#[derive(Debug, Default)]
pub(super) struct Collection {
    /// The source of each identity.
    identities: HashMap<String, Arc<str>>,
    articles: Vec<(Option<i64>, Spooled)>,
    spool: Spool,
    /// The number of articles read, selected or not.
    pub(super) read: usize,
    /// The number of removed articles.
    pub(super) removed: usize,
    /// The number of drafts that are left out.
    pub(super) drafts: usize,
}

impl Collection {
    /// Adds the results of a source, each identity only once. Returns the findings.
    pub(super) fn add(
        &mut self,
        source: &Source,
        result: SourceResult,
    ) -> Result<Vec<Finding>, Failure> {
        let SourceResult { list, mut findings } = result;
        let name: Arc<str> = Arc::from(source.name.as_str());
        let mut of_entries = Vec::new();
        for entry in list {
            if let Some(identity) = entry.identity {
                match self.identities.entry(identity) {
                    Entry::Vacant(place) => _ = place.insert(Arc::clone(&name)),
                    Entry::Occupied(first) => {
                        let kind = DiagnosticKind::DuplicateIdentity(first.key().to_string());
                        let message = format!("{kind}, the first is in {}", first.get());
                        let alone = source.format == Some(crate::format::Format::Markdown);
                        of_entries.push(Finding {
                            index: (!alone).then_some(entry.index),
                            line: entry.line,
                            hint: hint::of_diagnostic(&kind),
                            ..Finding::warning(&source.name, message)
                        });
                        continue;
                    }
                }
            }
            of_entries.extend(entry.findings);
            match entry.kind {
                Kind::Article(json, published) => {
                    self.read += 1;
                    if let Some(json) = json {
                        let place = self.spool.push(&json).map_err(|error| {
                            Failure::new(format!("cannot write a temporary file: {error}"))
                        })?;
                        self.articles.push((published, place));
                    }
                }
                Kind::Removed => self.removed += 1,
                Kind::Draft => self.drafts += 1,
                Kind::Skipped => {}
            }
        }
        of_entries.append(&mut findings);
        Ok(of_entries)
    }

    /// Returns the articles, newest first, those without a date last; ties keep the order of reading.
    pub(super) fn newest_first(mut self, limit: Option<usize>) -> (Vec<Spooled>, Spool) {
        // A stable sort, so that the order depends only on the sources.
        self.articles
            .sort_by_key(|(published, _)| Reverse(*published));
        self.articles.truncate(limit.unwrap_or(usize::MAX));
        let places = self.articles.into_iter().map(|(_, place)| place);
        (places.collect(), self.spool)
    }
}
