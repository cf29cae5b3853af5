//! Documents, sent many at a time.

use serde_json::Value;

use super::Typesense;
use crate::exit::Failure;

/// The number of documents in a request.
const MAX_DOCUMENTS: usize = 1_000;

/// The number of bytes in a request, above which it has no further document: many proxies accept no
/// more than a megabyte by default.
const MAX_BYTES: usize = 900_000;

/// Collects documents, one per line, and sends them when there are enough.
pub(super) struct Batches<'b> {
    target: &'b Typesense<'b>,
    path: String,
    /// What a refused document means for readers.
    consequence: &'static str,
    lines: String,
    count: usize,
}

impl<'b> Batches<'b> {
    /// Starts a series of requests: `upsert` stores whole documents, `update` some fields of them.
    /// `consequence` says what a refused document means for readers.
    pub(super) fn new(
        target: &'b Typesense<'b>,
        collection: &str,
        action: &str,
        consequence: &'static str,
    ) -> Self {
        Self {
            target,
            consequence,
            path: format!("collections/{collection}/documents/import?action={action}"),
            lines: String::new(),
            count: 0,
        }
    }

    /// Adds a document.
    pub(super) fn push(&mut self, json: &str) -> Result<(), Failure> {
        self.lines.push_str(json);
        self.lines.push('\n');
        self.count += 1;
        match self.count >= MAX_DOCUMENTS || self.lines.len() >= MAX_BYTES {
            true => self.send(),
            false => Ok(()),
        }
    }

    /// Sends the rest.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        match self.count {
            0 => Ok(()),
            _ => self.send(),
        }
    }

    fn send(&mut self) -> Result<(), Failure> {
        let answer = self.target.server.send("POST", &self.path, &self.lines)?;
        answer.accepted()?;
        let results: Vec<Value> = (answer.body.lines())
            .filter_map(|line| serde_json::from_str(line).ok())
            .collect();
        let is_stored = |result: &Value| result.get("success") == Some(&Value::Bool(true));
        if let Some(refused) = results.iter().find(|result| !is_stored(result)) {
            let problem = refused.get("error").and_then(Value::as_str);
            return Err(Failure::new(format!(
                "the server refuses a document, so that {}: {}",
                self.consequence,
                problem.unwrap_or("it does not say why")
            )));
        }
        if results.len() != self.count {
            return Err(Failure::new(format!(
                "the server stored {} of {} documents: is there a proxy before it that limits the size of requests?",
                results.len(),
                self.count
            )));
        }
        self.lines.clear();
        self.count = 0;
        Ok(())
    }
}
