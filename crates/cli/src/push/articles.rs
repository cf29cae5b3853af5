//! Reads the articles to push.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::PathBuf;

use super::super::exit::Failure;
use super::super::finding::Finding;
use super::super::progress::Progress;
use super::super::source::{self, Source, Sources};
use super::super::source_arguments::SourceArguments;
use super::super::source_reader::{self, EntryReport, SourceOptions};
use super::super::{hint, parallel};
use article_cards_core::feed::DiagnosticKind;
use article_cards_core::model::Article;

/// An article, and what lists show of it.
pub(super) struct PushedArticle {
    pub(super) article: Article,
    /// The item of a feed, as JSON.
    pub(super) json: String,
}

/// The articles of all sources.
pub(super) struct Articles {
    /// In the order of the sources.
    pub(super) list: Vec<PushedArticle>,
    /// The number of findings, which are printed.
    pub(super) findings: usize,
    /// The number of drafts, removed and unpublished articles.
    pub(super) left_out: usize,
}

/// What is read of one source.
struct SourceResult {
    entries: Vec<EntryResult>,
    findings: Vec<Finding>,
}

struct EntryResult {
    index: usize,
    line: Option<usize>,
    /// What it is identified by; `None` if only by its place.
    identity: Option<String>,
    /// `None` if it is skipped or left out.
    article: Option<PushedArticle>,
    is_left_out: bool,
    findings: Vec<Finding>,
}

impl Articles {
    /// Reads all sources, and prints what is wrong with them.
    ///
    /// # Errors
    /// Fails if a path does not exist, a named file can't be read, or there is no article.
    pub(super) fn read(
        paths: &[PathBuf],
        arguments: &SourceArguments,
        options: &SourceOptions,
    ) -> Result<Self, Failure> {
        let excludes = |file: &std::path::Path| arguments.excludes(file);
        let Sources { list, findings } = source::find(paths, arguments.site, &excludes)?;
        let mut progress = Progress::new(list.len(), arguments.quiet);
        findings.iter().for_each(|it| progress.finding(it));
        let mut articles = Self {
            list: Vec::new(),
            findings: findings.len(),
            left_out: 0,
        };
        let mut identities = HashMap::new();
        parallel::each(
            &list,
            arguments.jobs,
            |source| SourceResult::read(source, options),
            |source, result| {
                let findings = articles.add(source, result, &mut identities);
                findings.iter().for_each(|it| progress.finding(it));
                articles.findings += findings.len();
                progress.advance();
                match findings.iter().any(|it| it.is_unreadable_file) && source.named {
                    true => Err(Failure::new("nothing was pushed")),
                    false => Ok(()),
                }
            },
        )?;
        progress.clear();
        match articles.list.is_empty() {
            true => Err(Failure::new(format!(
                "{}: there is no article to push, so nothing was changed on the server",
                paths
                    .iter()
                    .map(|path| path.display().to_string())
                    .collect::<Vec<_>>()
                    .join(", ")
            ))),
            false => Ok(articles),
        }
    }

    /// Adds the articles of a source, each identity only once. Returns the findings.
    fn add(
        &mut self,
        source: &Source,
        result: SourceResult,
        identities: &mut HashMap<String, String>,
    ) -> Vec<Finding> {
        let mut findings = Vec::new();
        for mut entry in result.entries {
            if let Some(identity) = entry.identity {
                match identities.entry(identity) {
                    Entry::Vacant(place) => _ = place.insert(source.name.clone()),
                    Entry::Occupied(first) => {
                        let kind = DiagnosticKind::DuplicateIdentity(first.key().clone());
                        let message = format!("{kind}, the first is in {}", first.get());
                        findings.push(Finding {
                            index: Some(entry.index),
                            line: entry.line,
                            hint: hint::of_diagnostic(&kind),
                            ..Finding::warning(&source.name, message)
                        });
                        continue;
                    }
                }
            }
            findings.append(&mut entry.findings);
            self.left_out += usize::from(entry.is_left_out);
            self.list.extend(entry.article);
        }
        findings.extend(result.findings);
        findings
    }
}

impl SourceResult {
    fn read(source: &Source, options: &SourceOptions) -> Self {
        let mut entries = Vec::new();
        let findings = source_reader::read(source, options, &mut |report| {
            entries.push(EntryResult::new(report, source));
        });
        Self { entries, findings }
    }
}

impl EntryResult {
    fn new(report: EntryReport<'_>, source: &Source) -> Self {
        let EntryReport {
            entry,
            line,
            findings,
        } = report;
        let mut result = Self {
            index: entry.index,
            line,
            identity: None,
            article: None,
            is_left_out: false,
            findings,
        };
        let Some(mut normalized) = entry.normalized else {
            return result;
        };
        if normalized.identity.is_none() {
            // By its place, also for lists that know nothing of places.
            normalized.add_path(&format!("{}#{}", source.name, entry.index));
        }
        result.identity = normalized.identity.clone();
        let is_shown = !normalized.is_draft && !normalized.removed;
        let article = entry
            .article
            .filter(|article| is_shown && article.published);
        result.is_left_out = article.is_none();
        result.article = article.map(|article| PushedArticle {
            article: Article {
                id: result.identity.clone().unwrap_or_default(),
                // Only in the JSON, and a third of the memory.
                images: Vec::new(),
                related: Vec::new(),
                ..article
            },
            json: normalized.json(),
        });
        result
    }
}
