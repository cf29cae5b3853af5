//! Changes the collection that readers search, instead of replacing it.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use super::super::exit::Failure;
use super::batches::Batches;
use super::documents::{Document, Documents};
use super::load::Load;
use super::search_server::Action;

/// What a refused document means for readers.
const INCOMPLETE: &str = "readers see a part of the update";

impl Load<'_> {
    /// Stores new and changed documents, and deletes those whose articles are gone. Without a
    /// collection, loads all documents into a new one. Returns a summary.
    ///
    /// # Errors
    /// Fails if the server refuses a request; what was sent before it stays.
    pub(super) fn update(&self, documents: &Documents) -> Result<String, Failure> {
        let Some(collection) = self.server.aliased(self.alias)? else {
            return self.replace(documents);
        };
        let Some(names) = self.server.field_names(&collection)? else {
            return self.replace(documents);
        };
        check_fields(&collection, &names, documents)?;
        let mut stored = self.stored(&collection, documents)?;
        let batches = |action| Batches::new(self.server, &collection, action, INCOMPLETE);
        let (mut whole, mut places) = (batches(Action::Store), batches(Action::Change));
        let (mut added, mut changed) = (0, 0);
        for at in (0..documents.len()).rev() {
            self.progress.advance();
            let Some(document) = documents.document(at) else {
                continue;
            };
            match stored.remove(&document.id) {
                Some(old) if old.fingerprint == document.fingerprint => {
                    if old.places != document.places {
                        places.push(document.places_entry())?;
                    }
                }
                old => {
                    match old {
                        Some(_) => changed += 1,
                        None => added += 1,
                    }
                    whole.push(Document::entry(document))?;
                }
            }
        }
        whole.finish()?;
        places.finish()?;
        let removed: Vec<String> = stored.into_keys().collect();
        self.server.remove(&collection, &removed)?;
        self.server.finish(&collection)?;
        Ok(format!(
            "{added} articles added, {changed} changed, {} removed",
            removed.len()
        ))
    }

    /// Returns what the collection has, by the ids of documents.
    fn stored(
        &self,
        collection: &str,
        documents: &Documents,
    ) -> Result<HashMap<String, Stored>, Failure> {
        let fields = documents.fields().into_iter().map(|(name, _)| name);
        let fields = fields.filter(|name| name == "fingerprint" || is_place(name));
        let fields: Vec<String> = fields.collect();
        let stored = self.server.stored(collection, &fields)?.into_iter();
        Ok(stored
            .map(|(id, members)| (id, Stored::new(members)))
            .collect())
    }
}

/// Checks that a collection has the fields of the documents.
fn check_fields(
    collection: &str,
    names: &HashSet<String>,
    documents: &Documents,
) -> Result<(), Failure> {
    let mut fields = documents.fields().into_iter();
    match fields.find(|(name, _)| !names.contains(name)) {
        None => Ok(()),
        Some((name, _)) => Err(Failure::new(format!(
            "the collection {collection} has no field {name}: push once without --update, which makes a new one"
        ))),
    }
}

/// Returns whether a field changes with other articles.
fn is_place(name: &str) -> bool {
    name == "position" || name.starts_with("sort_")
}

/// A document on the server.
struct Stored {
    fingerprint: String,
    places: Map<String, Value>,
}

impl Stored {
    fn new(mut members: Map<String, Value>) -> Self {
        let fingerprint = members.get("fingerprint").and_then(Value::as_str);
        let fingerprint = fingerprint.unwrap_or_default().to_owned();
        members.retain(|name, _| is_place(name));
        Self {
            fingerprint,
            places: members,
        }
    }
}
