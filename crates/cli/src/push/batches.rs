//! Documents, sent many at a time.

use super::super::exit::Failure;
use super::documents::Entry;
use super::search_server::{Action, SearchServer};

/// The number of documents in a request.
const MAX_DOCUMENTS: usize = 1_000;

/// The number of bytes in a request, above which it has no further document: many proxies accept no
/// more than a megabyte by default.
const MAX_BYTES: usize = 900_000;

/// Collects entries, and sends them when there are enough.
pub(super) struct Batches<'b> {
    server: &'b dyn SearchServer,
    collection: &'b str,
    action: Action,
    /// What a refused document means for readers.
    consequence: &'static str,
    lines: Vec<String>,
    bytes: usize,
}

impl<'b> Batches<'b> {
    /// Starts a series of requests. `consequence` says what a refused document means for readers.
    pub(super) fn new(
        server: &'b dyn SearchServer,
        collection: &'b str,
        action: Action,
        consequence: &'static str,
    ) -> Self {
        Self {
            server,
            collection,
            action,
            consequence,
            lines: Vec::new(),
            bytes: 0,
        }
    }

    /// Adds an entry.
    pub(super) fn push(&mut self, entry: Entry) -> Result<(), Failure> {
        let line = self.server.line(self.action, entry);
        self.bytes += line.len();
        self.lines.push(line);
        match self.lines.len() >= MAX_DOCUMENTS || self.bytes >= MAX_BYTES {
            true => self.send(),
            false => Ok(()),
        }
    }

    /// Sends the rest.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        match self.lines.is_empty() {
            true => Ok(()),
            false => self.send(),
        }
    }

    fn send(&mut self) -> Result<(), Failure> {
        let refused = self
            .server
            .send(self.collection, self.action, &self.lines)?;
        if let Some(reason) = refused {
            return Err(Failure::new(format!(
                "the server refuses a document, so that {}: {reason}",
                self.consequence
            )));
        }
        self.lines.clear();
        self.bytes = 0;
        Ok(())
    }
}
