//! Replaces the collection that readers search.

use std::time::{SystemTime, UNIX_EPOCH};

use super::super::exit::Failure;
use super::super::progress::Progress;
use super::batches::Batches;
use super::documents::{Document, Documents};
use super::search_server::{Action, SearchServer};

/// A server, and the alias by which readers search it.
pub(super) struct Load<'l> {
    pub(super) server: &'l dyn SearchServer,
    pub(super) alias: &'l str,
    pub(super) progress: &'l Progress,
}

impl Load<'_> {
    /// Loads all documents into a new collection, and switches the alias to it. Returns a summary.
    ///
    /// # Errors
    /// Fails if the server refuses a document or a request. The alias then is what it was.
    pub(super) fn replace(&self, documents: &Documents) -> Result<String, Failure> {
        let old = self.server.aliased(self.alias)?;
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH);
        let number = since_1970.map_or(0, |time| time.as_millis());
        let new = format!("{}_{number}", self.alias);
        self.server.create(&new, documents)?;
        let switched = self
            .fill(&new, documents)
            .and_then(|()| self.server.switch(self.alias, old.as_deref(), &new));
        if let Err(failure) = switched {
            // The server may have switched, and only its answer was lost. If it does not say, what
            // readers may see is not deleted.
            match self.server.aliased(self.alias) {
                Ok(Some(current)) if current == new => {}
                Ok(_) => {
                    // A second failure would only hide the first.
                    _ = self.server.delete(&new);
                    return Err(failure);
                }
                Err(_) => return Err(failure),
            }
        }
        if let Some(old) = old.filter(|old| self.is_own(old)) {
            self.server.delete(&old)?;
        }
        Ok(format!("{} articles pushed", documents.len()))
    }

    fn fill(&self, collection: &str, documents: &Documents) -> Result<(), Failure> {
        let mut batches = Batches::new(
            self.server,
            collection,
            Action::Store,
            "nothing was changed for readers",
        );
        // The last one first: of documents that compare equal, Typesense lists the latest first.
        for at in (0..documents.len()).rev() {
            if let Some(document) = documents.document(at) {
                batches.push(Document::entry(document))?;
            }
            self.progress.advance();
        }
        batches.finish()
    }

    /// Returns whether this command created a collection.
    fn is_own(&self, collection: &str) -> bool {
        let number = collection
            .strip_prefix(self.alias)
            .and_then(|rest| rest.strip_prefix('_'));
        number.is_some_and(|it| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit()))
    }
}
