//! One source → its articles, and what is wrong with them.

use std::fs::File;
use std::io::{self, Read};

use super::finding::Finding;
use super::format::Format;
use super::lines::Lines;
use super::source::Source;
use super::{markdown, syndication};
use article_cards_core::error::Error;
use article_cards_core::feed::entries::{self, Places, ReadEntry, Reader};
use article_cards_core::feed::{Diagnostic, Mapping};

/// How sources are read.
#[derive(Debug)]
pub(super) struct Options {
    pub(super) mapping: Mapping,
    /// The address that the feed has, which relative ones in it are resolved against.
    pub(super) url: Option<String>,
    /// The largest document that is read.
    pub(super) max_bytes: u64,
}

/// One entry of a source.
pub(super) struct Found<'e> {
    pub(super) entry: ReadEntry<'e>,
    /// The line that it begins in, where that is known.
    pub(super) line: Option<usize>,
    /// What is wrong with it.
    pub(super) findings: Vec<Finding>,
}

/// Reads a source and hands over its entries one by one; returns what is wrong with the source
/// itself.
pub(super) fn read(
    source: &Source,
    options: &Options,
    take: &mut dyn FnMut(Found<'_>),
) -> Vec<Finding> {
    let read = match &source.file {
        None => open(source, io::stdin().lock(), options, take),
        Some(file) => File::open(file).and_then(|file| open(source, file, options, take)),
    };
    read.unwrap_or_else(|error| vec![Finding::unread(&source.name, &error)])
}

fn open(
    source: &Source,
    mut input: impl Read,
    options: &Options,
    take: &mut dyn FnMut(Found<'_>),
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
        return of_markdown(source, input, options, take);
    }
    let mut bytes = Vec::new();
    let most = options.max_bytes.saturating_add(1);
    input.by_ref().take(most).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > options.max_bytes {
        let error = Error::size(options.max_bytes);
        return Ok(vec![Finding::unreadable(&source.name, &error).with_hint(
            "raise the limit with --max-bytes, here and in the widget, or cut the feed into pages",
        )]);
    }
    Ok(match format {
        Format::Xml => of_xml(source, &bytes, options, take),
        _ => of_json(source, &bytes, options, take),
    })
}

impl Options {
    fn reader(&self) -> Reader<'_> {
        Reader {
            mapping: &self.mapping,
            url: self.url.as_deref(),
        }
    }
}

fn of_json(
    source: &Source,
    bytes: &[u8],
    options: &Options,
    take: &mut dyn FnMut(Found<'_>),
) -> Vec<Finding> {
    let json = entries::text(bytes);
    let mut lines = Lines::new(&json);
    let read = options.reader().read(&json, &mut |mut entry| {
        let line = Some(lines.of(entry.json));
        let diagnostics = std::mem::take(&mut entry.diagnostics);
        let findings = match diagnostics.is_empty() {
            true => Vec::new(),
            false => {
                let places = Places::new(entry.json);
                let finding = |diagnostic: Diagnostic| {
                    let line = lines.of(places.value(&diagnostic.path));
                    Finding::diagnostic(&source.name, diagnostic).at_line(line)
                };
                diagnostics.into_iter().map(finding).collect()
            }
        };
        take(Found {
            entry,
            line,
            findings,
        });
    });
    match read {
        Ok(of_document) => of_document
            .into_iter()
            .map(|diagnostic| Finding::diagnostic(&source.name, diagnostic))
            .collect(),
        Err(error) => vec![Finding::unreadable(&source.name, &error)],
    }
}

fn of_xml(
    source: &Source,
    bytes: &[u8],
    options: &Options,
    take: &mut dyn FnMut(Found<'_>),
) -> Vec<Finding> {
    let articles = match syndication::read(&source.name, bytes) {
        Ok(articles) => articles,
        Err(finding) => return vec![*finding],
    };
    let read = options.reader().read(&articles.json, &mut |mut entry| {
        let line = articles.lines.get(entry.index).copied();
        let diagnostics = std::mem::take(&mut entry.diagnostics);
        let findings = diagnostics.into_iter().map(|diagnostic| Finding {
            line,
            ..Finding::diagnostic(&source.name, diagnostic)
        });
        let findings = findings.collect();
        take(Found {
            entry,
            line,
            findings,
        });
    });
    match read {
        Ok(_) => Vec::new(),
        Err(error) => vec![Finding::unreadable(&source.name, &error)],
    }
}

fn of_markdown(
    source: &Source,
    input: impl Read,
    options: &Options,
    take: &mut dyn FnMut(Found<'_>),
) -> io::Result<Vec<Finding>> {
    let article = match markdown::read(&source.name, input)? {
        Ok(article) => article,
        Err(finding) => return Ok(vec![*finding]),
    };
    // A list of one, for an article without a title would be no known shape.
    let json = format!("[{}]", article.json);
    let mut own = article.findings;
    let read = options.reader().read(&json, &mut |mut entry| {
        let mut findings = std::mem::take(&mut own);
        for diagnostic in std::mem::take(&mut entry.diagnostics) {
            let line = article.node.line_of(&diagnostic.path);
            let finding = Finding::diagnostic(&source.name, diagnostic).of_article(None);
            findings.push(finding.at_line(line));
        }
        if let (Some(written), Some(identity)) = (&mut entry.written, &source.identity)
            && !written.named
        {
            written.add_path(identity);
        }
        take(Found {
            entry,
            line: Some(1),
            findings,
        });
    });
    Ok(match read {
        Ok(_) => own,
        Err(error) => vec![Finding::unreadable(&source.name, &error)],
    })
}
