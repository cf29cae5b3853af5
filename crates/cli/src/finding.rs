//! Findings: what is wrong in sources, and where.

use std::fmt;
use std::io;

use serde::Serialize;

use super::hint;
use article_cards_core::error::Error;
use article_cards_core::feed::{Diagnostic, DiagnosticKind, Expected};

/// What a finding costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Level {
    /// A whole source.
    Error,
    /// An article or a field.
    Warning,
    /// Nothing by itself; only printed with `--strict`.
    Advice,
}

/// Something that is wrong in a source. Its text is `file: article 3: images[0].url: message`, and the
/// line, if known.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Finding {
    pub(crate) level: Level,
    pub(crate) file: String,
    /// The position of the article in the source, from 0; `None` if the source is a single article, or
    /// the finding is about the source itself.
    pub(crate) index: Option<usize>,
    /// The field, as a path from the article.
    pub(crate) path: String,
    pub(crate) message: String,
    /// The line, counted from 1 like the column.
    pub(crate) line: Option<usize>,
    pub(crate) column: Option<usize>,
    /// What to do.
    pub(crate) hint: Option<&'static str>,
    /// Whether the file could not be opened or read.
    #[serde(skip)]
    pub(crate) is_unreadable_file: bool,
    /// Whether a URL in the feed cannot be used.
    #[serde(skip)]
    pub(crate) is_about_url: bool,
}

impl Finding {
    /// Something that costs a whole source.
    pub(crate) fn error(file: &str, message: impl Into<String>) -> Self {
        Self::new(Level::Error, file, message.into())
    }

    /// Something that costs an article or a field.
    pub(crate) fn warning(file: &str, message: impl Into<String>) -> Self {
        Self::new(Level::Warning, file, message.into())
    }

    /// Something that costs nothing by itself.
    pub(crate) fn advice(file: &str, message: impl Into<String>) -> Self {
        Self::new(Level::Advice, file, message.into())
    }

    fn new(level: Level, file: &str, message: String) -> Self {
        Self {
            level,
            file: file.to_owned(),
            index: None,
            path: String::new(),
            hint: None,
            message,
            line: None,
            column: None,
            is_unreadable_file: false,
            is_about_url: false,
        }
    }

    /// A file that can't be opened or read.
    pub(crate) fn unreadable_file(file: &str, error: &io::Error) -> Self {
        Self {
            is_unreadable_file: true,
            ..Self::error(file, format!("cannot be read: {error}"))
        }
    }

    /// A diagnostic of the feed's reader.
    pub(crate) fn diagnostic(file: &str, diagnostic: Diagnostic) -> Self {
        // The line is part of the finding, not of its message.
        let (message, line) = match &diagnostic.kind {
            DiagnosticKind::Xml(fault, line) => (fault.to_string(), Some(*line)),
            kind => (kind.to_string(), None),
        };
        Self {
            index: diagnostic.index,
            line,
            hint: hint::of_diagnostic(&diagnostic.kind),
            is_about_url: matches!(
                diagnostic.kind,
                DiagnosticKind::Invalid(Expected::Url) | DiagnosticKind::NextPageInvalid(_)
            ),
            ..Self::warning(file, message).at_path(diagnostic.path)
        }
    }

    /// A document that is not a feed.
    pub(crate) fn invalid_document(file: &str, error: &Error) -> Self {
        Self {
            line: error.line(),
            column: error.column(),
            hint: hint::of_error(error),
            ..Self::error(file, error.problem())
        }
    }

    /// A document that ends too early, after at least one whole article.
    pub(crate) fn truncated(file: &str, error: &Error) -> Self {
        let finding = Self::invalid_document(file, error);
        let message = format!("{}: only the articles before are read", finding.message);
        Self { message, ..finding }.with_hint(hint::TRUNCATED)
    }

    pub(crate) fn at_line(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }

    pub(crate) fn at_column(mut self, column: usize) -> Self {
        self.column = Some(column);
        self
    }

    pub(crate) fn at_path(mut self, path: impl Into<String>) -> Self {
        self.path = path.into();
        self
    }

    pub(crate) fn of_article(mut self, index: Option<usize>) -> Self {
        self.index = index;
        self
    }

    pub(crate) fn with_hint(mut self, hint: &'static str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Returns the path and the message.
    pub(crate) fn text(&self) -> String {
        match self.path.as_str() {
            "" => self.message.clone(),
            path => format!("{path}: {}", self.message),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.file)?;
        if let Some(index) = self.index {
            write!(f, "article {index}: ")?;
        }
        f.write_str(&self.text())?;
        match (self.line, self.column) {
            (Some(line), Some(column)) => write!(f, " (line {line}, column {column})"),
            (Some(line), None) => write!(f, " (line {line})"),
            _ => Ok(()),
        }
    }
}
