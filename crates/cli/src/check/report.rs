//! Findings as lines, as JSON, and as annotations of a GitHub workflow.

use std::collections::HashSet;
use std::io::{self, Write};

use super::Format;
use crate::exit::Failure;
use crate::finding::{Finding, Level};

/// Prints findings one by one.
pub(super) struct Report<W> {
    format: Format,
    output: W,
    count: usize,
    /// The hints that were printed already: each is printed once.
    hints: HashSet<&'static str>,
    /// Whether the reader of standard output has closed it.
    closed: bool,
}

impl<W: Write> Report<W> {
    pub(super) fn new(format: Format, output: W) -> Self {
        Self {
            format,
            output,
            count: 0,
            hints: HashSet::new(),
            closed: false,
        }
    }

    /// Prints a finding.
    pub(super) fn add(&mut self, finding: &Finding) -> Result<(), Failure> {
        self.count += 1;
        let result = match self.format {
            Format::Text => self.text(finding),
            Format::Json => self.json(finding),
            Format::Github => writeln!(self.output, "{}", annotation(finding)),
        };
        self.done(result)
    }

    /// Ends the report. Returns the number of findings.
    pub(super) fn finish(mut self) -> Result<usize, Failure> {
        let end = match (self.format, self.count) {
            (Format::Json, 0) => writeln!(self.output, "[]"),
            (Format::Json, _) => writeln!(self.output, "\n]"),
            _ => Ok(()),
        };
        let end = end.and_then(|()| self.output.flush());
        self.done(end)?;
        Ok(self.count)
    }

    fn done(&mut self, result: io::Result<()>) -> Result<(), Failure> {
        match result {
            // The reader needs no more output. The exit status is still correct.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => self.closed = true,
            Err(error) if !self.closed => {
                return Err(Failure::new(format!(
                    "cannot write to standard output: {error}"
                )));
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, finding: &Finding) -> io::Result<()> {
        writeln!(self.output, "{finding}")?;
        match finding.hint {
            Some(hint) if self.hints.insert(hint) => writeln!(self.output, "    {hint}"),
            _ => Ok(()),
        }
    }

    fn json(&mut self, finding: &Finding) -> io::Result<()> {
        let start = if self.count == 1 { "[\n" } else { ",\n" };
        self.output.write_all(start.as_bytes())?;
        serde_json::to_writer(&mut self.output, finding).map_err(io::Error::from)
    }
}

/// Formats a finding as a workflow command of GitHub.
fn annotation(finding: &Finding) -> String {
    let level = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Advice => "notice",
    };
    let mut properties = vec![format!("file={}", property(&finding.file))];
    properties.extend(finding.line.map(|line| format!("line={line}")));
    properties.extend(finding.column.map(|column| format!("col={column}")));
    properties.extend(finding.index.map(|index| format!("title=article {index}")));
    let mut message = finding.text();
    if let Some(hint) = finding.hint {
        message += "\n";
        message += hint;
    }
    format!("::{level} {}::{}", properties.join(","), data(&message))
}

/// Escapes the text of a command, so that nothing in a feed can end it and begin another.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
