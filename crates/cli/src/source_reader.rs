//! Reads a source: its entries, and the findings about them.

use std::cmp::Reverse;
use std::fs::File;
use std::io::{self, Read};

use super::finding::Finding;
use super::format::Format;
use super::line_counter::LineCounter;
use super::markdown;
use super::site::{Page, SiteOptions};
use super::source::Source;
use article_cards_core::error::Error;
use article_cards_core::feed::entries::{self, DocumentEntry, EntryReader, Places};
use article_cards_core::feed::xml::{self, EncodingStandard};
use article_cards_core::feed::{Diagnostic, Mapping};
use article_cards_core::text::url::UrlStandard;

/// How sources are read.
#[derive(Debug)]
pub(super) struct SourceOptions {
    pub(super) mapping: Mapping,
    /// The URL of the feed, which relative URLs in it are resolved against.
    pub(super) url: Option<String>,
    /// The size of the largest document that is read.
    pub(super) max_bytes: u64,
    /// How Markdown files become pages.
    pub(super) site: SiteOptions,
}

/// An entry of a source, and the findings about it.
pub(super) struct EntryReport<'e> {
    pub(super) entry: DocumentEntry<'e>,
    /// The line in which the entry starts, if known.
    pub(super) line: Option<usize>,
    /// The findings about it.
    pub(super) findings: Vec<Finding>,
}

/// Reads a source and calls `take` with each entry. Returns the findings about the source as a
/// whole.
pub(super) fn read(
    source: &Source,
    options: &SourceOptions,
    take: &mut dyn FnMut(EntryReport<'_>),
) -> Vec<Finding> {
    let read = match &source.file {
        None => open(source, io::stdin().lock(), options, take),
        Some(file) => File::open(file).and_then(|file| open(source, file, options, take)),
    };
    read.unwrap_or_else(|error| vec![Finding::unreadable_file(&source.name, &error)])
}

fn open(
    source: &Source,
    mut input: impl Read,
    options: &SourceOptions,
    take: &mut dyn FnMut(EntryReport<'_>),
) -> io::Result<Vec<Finding>> {
    let mut start = Vec::new();
    let format = match source.format {
        Some(format) => format,
        None => {
            input.by_ref().take(4096).read_to_end(&mut start)?;
            Format::guess(&start)
        }
    };
    let mut input = start.as_slice().chain(input);
    if format == Format::Markdown {
        return read_markdown(source, input, options, take);
    }
    let mut bytes = Vec::new();
    let limit = options.max_bytes.saturating_add(1);
    input.by_ref().take(limit).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > options.max_bytes {
        let error = Error::size(options.max_bytes);
        return Ok(vec![Finding::invalid_document(&source.name, &error).with_hint(
            "raise the limit with --max-bytes, here and in the widget, or split the feed into pages",
        )]);
    }
    // Whatever the file is called.
    Ok(match xml::is_xml(&bytes) {
        Some(true) => read_xml(source, &bytes, options, take),
        _ => read_json(source, &bytes, options, take),
    })
}

impl SourceOptions {
    fn reader(&self) -> EntryReader<'_> {
        EntryReader {
            mapping: &self.mapping,
            url: self.url.as_deref(),
        }
    }
}

fn read_json(
    source: &Source,
    bytes: &[u8],
    options: &SourceOptions,
    take: &mut dyn FnMut(EntryReport<'_>),
) -> Vec<Finding> {
    let json = entries::text(bytes);
    let mut lines = LineCounter::new(&json);
    let read = options.reader().read(&json, &mut |mut entry| {
        let line = Some(lines.line_of(entry.json));
        let diagnostics = std::mem::take(&mut entry.diagnostics);
        let findings = match diagnostics.is_empty() {
            true => Vec::new(),
            false => {
                let places = Places::new(entry.json);
                let finding = |diagnostic: Diagnostic| {
                    let line = lines.line_of(places.value(&diagnostic.path));
                    Finding::diagnostic(&source.name, diagnostic).at_line(line)
                };
                diagnostics.into_iter().map(finding).collect()
            }
        };
        take(EntryReport {
            entry,
            line,
            findings,
        });
    });
    match read {
        Ok((of_document, error)) => {
            let of_document = of_document.into_iter();
            let of_document =
                of_document.map(|diagnostic| Finding::diagnostic(&source.name, diagnostic));
            let truncated = error.map(|error| Finding::truncated(&source.name, &error));
            of_document.chain(truncated).collect()
        }
        Err(error) => vec![Finding::invalid_document(&source.name, &error)],
    }
}

fn read_xml(
    source: &Source,
    bytes: &[u8],
    options: &SourceOptions,
    take: &mut dyn FnMut(EntryReport<'_>),
) -> Vec<Finding> {
    let url = options.url.as_deref();
    let document = match xml::read(bytes, url, &UrlStandard, &EncodingStandard) {
        Ok(document) => document,
        Err(error) => return vec![Finding::invalid_document(&source.name, &error.into())],
    };
    let (mut of_entries, of_document): (Vec<_>, Vec<_>) = document
        .diagnostics
        .into_iter()
        .partition(|diagnostic| diagnostic.index.is_some());
    // Those found last are taken first.
    of_entries.sort_by_key(|diagnostic| Reverse(diagnostic.index));
    let reader = EntryReader {
        mapping: &Mapping::default(),
        url,
    };
    let read = reader.read(&document.json, &mut |mut entry| {
        let line = document.lines.get(entry.index).copied();
        let mut findings = Vec::new();
        while let Some(diagnostic) = of_entries.pop_if(|it| it.index == Some(entry.index)) {
            findings.push(diagnostic);
        }
        findings.append(&mut entry.diagnostics);
        let findings = findings.into_iter().map(|diagnostic| {
            let finding = Finding::diagnostic(&source.name, diagnostic);
            Finding {
                line: finding.line.or(line),
                ..finding
            }
        });
        let findings = findings.collect();
        take(EntryReport {
            entry,
            line,
            findings,
        });
    });
    let read = read.map_or_else(|_| Vec::new(), |(of_document, _)| of_document);
    let of_document = of_document.into_iter().chain(read);
    of_document
        .map(|diagnostic| Finding::diagnostic(&source.name, diagnostic))
        .collect()
}

fn read_markdown(
    source: &Source,
    input: impl Read,
    options: &SourceOptions,
    take: &mut dyn FnMut(EntryReport<'_>),
) -> io::Result<Vec<Finding>> {
    let article = match markdown::read(&source.name, input, &options.mapping)? {
        Ok(article) => article,
        // A folder's `README.md` is no article.
        Err(finding) if source.is_readme() && markdown::is_without_front_matter(&finding) => {
            return Ok(Vec::new());
        }
        Err(finding) => return Ok(vec![*finding]),
    };
    let mut own = article.findings;
    let (site, mapping) = (&options.site, &options.mapping);
    let page = Page::new(article.fields, article.heading, source, site, mapping);
    // In a list, since a single article without a title would be an unknown shape.
    let json = format!("[{}]", page.fields.json());
    let read = options.reader().read(&json, &mut |mut entry| {
        let mut findings = std::mem::take(&mut own);
        for diagnostic in std::mem::take(&mut entry.diagnostics) {
            if page.is_relative(&diagnostic.path) {
                continue;
            }
            let line = page.fields.line_of(&diagnostic.path);
            let finding = Finding::diagnostic(&source.name, diagnostic).of_article(None);
            findings.push(finding.at_line(line));
        }
        let is_published = entry
            .article
            .as_ref()
            .is_some_and(|article| article.published);
        let has_link = entry
            .article
            .as_ref()
            .is_some_and(|article| article.link().is_some());
        if is_published && !has_link && !findings.iter().any(Page::is_about_link) {
            findings.extend(page.no_address(&source.name));
        }
        if let (Some(normalized), Some(identity)) = (&mut entry.normalized, &source.identity)
            && !normalized.has_name
        {
            normalized.add_path(identity);
        }
        take(EntryReport {
            entry,
            line: Some(1),
            findings,
        });
    });
    Ok(match read {
        Ok(_) => own,
        Err(error) => vec![Finding::invalid_document(&source.name, &error)],
    })
}
