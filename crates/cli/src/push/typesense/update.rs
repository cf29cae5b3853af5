//! Changes the collection that readers search, instead of replacing it.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use super::Typesense;
use super::batches::Batches;
use crate::exit::Failure;
use crate::push::documents::{Document, Documents};

/// The number of documents that one request deletes.
const MAX_DELETED: usize = 100;

/// What a refused document means for readers.
const INCOMPLETE: &str = "readers see a part of the update";

impl Typesense<'_> {
    /// Stores new and changed documents, and deletes those whose articles are gone. Returns a summary.
    ///
    /// # Errors
    /// Fails if the server refuses a request; what was sent before it stays.
    pub(in crate::push) fn update(&self, documents: &Documents) -> Result<String, Failure> {
        let Some(collection) = self.aliased()? else {
            return self.replace(documents);
        };
        self.check_fields(&collection, documents)?;
        let mut stored = self.stored(&collection, documents)?;
        let mut whole = Batches::new(self, &collection, "upsert", INCOMPLETE);
        let mut places = Batches::new(self, &collection, "update", INCOMPLETE);
        let (mut added, mut changed) = (0, 0);
        for at in (0..documents.len()).rev() {
            self.progress.advance();
            let Some(document) = documents.document(at) else {
                continue;
            };
            match stored.remove(&document.id) {
                Some(old) if old.fingerprint == document.fingerprint => {
                    if old.places != document.places {
                        places.push(&document.places_json())?;
                    }
                }
                old => {
                    match old {
                        Some(_) => changed += 1,
                        None => added += 1,
                    }
                    whole.push(&Document::json(document))?;
                }
            }
        }
        whole.finish()?;
        places.finish()?;
        let removed = stored.len();
        self.remove(&collection, stored.into_keys())?;
        Ok(format!(
            "{added} articles added, {changed} changed, {removed} removed"
        ))
    }

    /// Checks that the collection has the fields of the documents.
    fn check_fields(&self, collection: &str, documents: &Documents) -> Result<(), Failure> {
        let path = format!("collections/{collection}");
        let schema = self.server.send("GET", &path, "")?.accepted()?;
        let fields = schema.get("fields").and_then(Value::as_array);
        let names = fields.into_iter().flatten();
        let names: HashSet<&str> = names.filter_map(|it| it.get("name")?.as_str()).collect();
        let missing = documents.fields().into_iter();
        let mut missing = missing.filter(|(name, _)| !names.contains(name.as_str()));
        match missing.next() {
            None => Ok(()),
            Some((name, _)) => Err(Failure::new(format!(
                "the collection {collection} has no field {name}: push once without --update, which makes a new one"
            ))),
        }
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
        let path = format!(
            "collections/{collection}/documents/export?include_fields=id,{}",
            fields.join(",")
        );
        let answer = self.server.send("GET", &path, "")?;
        answer.accepted()?;
        let lines = answer.body.lines();
        let documents = lines.filter_map(|line| serde_json::from_str(line).ok());
        Ok(documents.filter_map(Stored::new).collect())
    }

    fn remove(&self, collection: &str, ids: impl Iterator<Item = String>) -> Result<(), Failure> {
        let ids: Vec<String> = ids.collect();
        for some in ids.chunks(MAX_DELETED) {
            let path = format!(
                "collections/{collection}/documents?filter_by=id:[{}]",
                some.join(",")
            );
            self.server.send("DELETE", &path, "")?.accepted()?;
        }
        Ok(())
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
    fn new(mut document: Map<String, Value>) -> Option<(String, Self)> {
        let text = |value: Option<Value>| value?.as_str().map(str::to_owned);
        let id = text(document.remove("id"))?;
        let fingerprint = text(document.remove("fingerprint")).unwrap_or_default();
        document.retain(|name, _| is_place(name));
        let places = document;
        Some((
            id,
            Self {
                fingerprint,
                places,
            },
        ))
    }
}
