//! Loads documents into Typesense.

mod batches;
mod schema;
mod update;

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use super::super::exit::Failure;
use super::super::progress::Progress;
use super::documents::{Document, Documents};
use super::http::Server;
use batches::Batches;

/// A server, and the alias that readers search.
pub(super) struct Typesense<'t> {
    pub(super) server: Server,
    pub(super) collection: &'t str,
    pub(super) progress: &'t Progress,
}

impl Typesense<'_> {
    /// Loads all documents into a new collection, and switches the alias to it. Returns a summary.
    ///
    /// # Errors
    /// Fails if the server refuses a document or a request. The alias then is what it was.
    pub(super) fn replace(&self, documents: &Documents) -> Result<String, Failure> {
        let old = self.aliased()?;
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH);
        let number = since_1970.map_or(0, |time| time.as_millis());
        let new = format!("{}_{number}", self.collection);
        let schema = schema::schema(&new, documents);
        self.server
            .send("POST", "collections", &schema.to_string())?
            .accepted()?;
        let filled = self.fill(&new, documents).and_then(|()| self.switch(&new));
        if let Err(failure) = filled {
            // What readers never saw. A second failure would only hide the first.
            _ = self.delete(&new);
            return Err(failure);
        }
        if let Some(old) = old.filter(|old| self.is_own(old)) {
            self.delete(&old)?;
        }
        Ok(format!("{} articles pushed", documents.len()))
    }

    fn fill(&self, collection: &str, documents: &Documents) -> Result<(), Failure> {
        let mut batches = Batches::new(
            self,
            collection,
            "upsert",
            "nothing was changed for readers",
        );
        // The last one first: of documents that compare equal, the server lists the latest first.
        for at in (0..documents.len()).rev() {
            if let Some(document) = documents.document(at) {
                batches.push(&Document::json(document))?;
            }
            self.progress.advance();
        }
        batches.finish()
    }

    fn switch(&self, collection: &str) -> Result<(), Failure> {
        let path = format!("aliases/{}", self.collection);
        let body = json!({ "collection_name": collection }).to_string();
        self.server.send("PUT", &path, &body)?.accepted()?;
        Ok(())
    }

    fn delete(&self, collection: &str) -> Result<(), Failure> {
        let path = format!("collections/{collection}");
        self.server.send("DELETE", &path, "")?.exists()?;
        Ok(())
    }

    /// Returns the collection that the alias points to, if there is one.
    ///
    /// # Errors
    /// Fails if a collection has the name of the alias.
    fn aliased(&self) -> Result<Option<String>, Failure> {
        let path = format!("aliases/{}", self.collection);
        let answer = self.server.send("GET", &path, "")?;
        if answer.exists()? {
            let alias = answer.accepted()?;
            let name = alias.get("collection_name").and_then(Value::as_str);
            return Ok(name.map(str::to_owned));
        }
        let path = format!("collections/{}", self.collection);
        match self.server.send("GET", &path, "")?.exists()? {
            true => Err(Failure::new(format!(
                "{} is a collection on the server and no alias of one: choose another name with --collection, or delete it",
                self.collection
            ))),
            false => Ok(None),
        }
    }

    /// Returns whether this command created a collection.
    fn is_own(&self, collection: &str) -> bool {
        let number = collection
            .strip_prefix(self.collection)
            .and_then(|rest| rest.strip_prefix('_'));
        number.is_some_and(|it| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit()))
    }
}
