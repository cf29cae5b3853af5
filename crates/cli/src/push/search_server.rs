//! What every kind of search server does.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use super::super::exit::Failure;
use super::documents::{Documents, Entry, Form};

/// How entries change a collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    /// Each is a whole document, new or instead of the one with its id.
    Store,
    /// Each has some members of a document, which replace those it has.
    Change,
}

/// A server with collections of documents, and aliases by which readers search them.
///
/// Each request may arrive more than once, since it is repeated if its answer is lost. So every method
/// succeeds also if what it does is done already.
pub(super) trait SearchServer {
    /// Returns what it stores.
    fn form(&self) -> Form;

    /// Returns the collection that an alias names, if there is one.
    ///
    /// # Errors
    /// Fails if the name is not free for an alias of one collection.
    fn aliased(&self, alias: &str) -> Result<Option<String>, Failure>;

    /// Creates a collection with the fields of documents.
    fn create(&self, collection: &str, documents: &Documents) -> Result<(), Failure>;

    /// Returns the names of a collection's fields; `None` if there is no such collection.
    fn field_names(&self, collection: &str) -> Result<Option<HashSet<String>>, Failure>;

    /// Returns some fields of all documents, by their ids.
    fn stored(
        &self,
        collection: &str,
        fields: &[String],
    ) -> Result<HashMap<String, Map<String, Value>>, Failure>;

    /// Returns an entry as it is sent, with a line break at its end.
    fn line(&self, action: Action, entry: Entry) -> String;

    /// Sends entries. Returns the reason for which the server refuses one of them, if it does.
    fn send(
        &self,
        collection: &str,
        action: Action,
        lines: &[String],
    ) -> Result<Option<String>, Failure>;

    /// Deletes documents.
    fn remove(&self, collection: &str, ids: &[String]) -> Result<(), Failure>;

    /// Makes an alias name a collection, all of whose documents are found from then on. `old` is the one
    /// that it names now.
    fn switch(&self, alias: &str, old: Option<&str>, new: &str) -> Result<(), Failure>;

    /// Deletes a collection.
    fn delete(&self, collection: &str) -> Result<(), Failure>;

    /// Makes readers see what was sent to a collection.
    fn finish(&self, collection: &str) -> Result<(), Failure>;
}

/// Returns the failure of a server that says nothing of some entries.
pub(super) fn incomplete(stored: usize, sent: usize) -> Failure {
    Failure::new(format!(
        "the server stored {stored} of {sent} documents: is there a proxy before it that limits the size of requests?"
    ))
}
