//! OpenSearch, and Elasticsearch by the requests that both have. Its collections are called indices.

mod bulk;
mod mappings;

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value, json};

use super::super::exit::Failure;
use super::documents::{Documents, Entry, Form};
use super::http::Server;
use super::search_server::{Action, SearchServer};

/// The number of documents that one request reads.
const PAGE: usize = 5_000;

/// An OpenSearch or Elasticsearch server.
pub(super) struct OpenSearch(pub(super) Server);

impl SearchServer for OpenSearch {
    fn form(&self) -> Form {
        Form {
            // A dot would make `provider.domain` a part of `provider`, which has values of its own.
            separator: "-",
            has_frequencies: true,
        }
    }

    fn aliased(&self, alias: &str) -> Result<Option<String>, Failure> {
        let answer = self.0.send("GET", &format!("_alias/{alias}"), "")?;
        if answer.exists()? {
            let answer = answer.json();
            let mut names = answer.as_object().into_iter().flat_map(Map::keys);
            if let Some(first) = names.next() {
                let others: Vec<&str> = names.map(String::as_str).collect();
                return match others.is_empty() {
                    true => Ok(Some(first.clone())),
                    false => Err(Failure::new(format!(
                        "{alias} is an alias of several indices on the server, {first}, {}: choose another name with --collection, or let it name one",
                        others.join(", ")
                    ))),
                };
            }
        }
        match self.0.send("HEAD", alias, "")?.exists()? {
            true => Err(Failure::new(format!(
                "{alias} is an index on the server and no alias of one: choose another name with --collection, or delete it"
            ))),
            false => Ok(None),
        }
    }

    fn create(&self, collection: &str, documents: &Documents) -> Result<(), Failure> {
        let body = mappings::index(documents).to_string();
        let answer = self.0.send("PUT", collection, &body)?;
        let error = answer.json();
        let error = error.pointer("/error/type").and_then(Value::as_str);
        match error {
            // An attempt before it created the index: nobody else uses its name.
            Some("resource_already_exists_exception") => Ok(()),
            _ => answer.accepted().map(drop),
        }
    }

    fn field_names(&self, collection: &str) -> Result<Option<HashSet<String>>, Failure> {
        let answer = self.0.send("GET", collection, "")?;
        if !answer.exists()? {
            return Ok(None);
        }
        let answer = answer.json();
        let fields = answer
            .get(collection)
            .and_then(|index| index.pointer("/mappings/properties")?.as_object());
        let names = fields.into_iter().flat_map(Map::keys);
        Ok(Some(names.cloned().collect()))
    }

    fn stored(
        &self,
        collection: &str,
        fields: &[String],
    ) -> Result<HashMap<String, Map<String, Value>>, Failure> {
        // What a shard fails to answer must not look as if it had no documents.
        let path = format!("{collection}/_search?allow_partial_search_results=false");
        let mut stored = HashMap::new();
        let mut after = None;
        loop {
            let query = page(fields, after.as_ref()).to_string();
            let mut answer = self.0.send("POST", &path, &query)?.accepted()?;
            let hits = answer.pointer_mut("/hits/hits").map(Value::take);
            let Some(Value::Array(hits)) = hits else {
                return Err(Failure::new(format!(
                    "the server does not say which documents {collection} has: is the URL that of an OpenSearch server?"
                )));
            };
            let count = hits.len();
            after = hits.last().and_then(|hit| hit.get("sort").cloned());
            stored.extend(hits.into_iter().filter_map(id_and_source));
            if count < PAGE || after.is_none() {
                return Ok(stored);
            }
        }
    }

    fn line(&self, action: Action, entry: Entry) -> String {
        bulk::line(action, entry)
    }

    fn send(
        &self,
        collection: &str,
        _: Action,
        lines: &[String],
    ) -> Result<Option<String>, Failure> {
        bulk::send(&self.0, collection, lines)
    }

    fn remove(&self, collection: &str, ids: &[String]) -> Result<(), Failure> {
        bulk::remove(&self.0, collection, ids)
    }

    fn switch(&self, alias: &str, old: Option<&str>, new: &str) -> Result<(), Failure> {
        let settings = json!({ "index": { "refresh_interval": null } }).to_string();
        let path = format!("{new}/_settings");
        self.0.send("PUT", &path, &settings)?.accepted()?;
        self.finish(new)?;
        let add = json!({ "add": { "index": new, "alias": alias } });
        let remove = old.map(|old| json!({ "remove": { "index": old, "alias": alias } }));
        let actions: Vec<Value> = remove.into_iter().chain([add]).collect();
        let body = json!({ "actions": actions }).to_string();
        self.0.send("POST", "_aliases", &body)?.accepted().map(drop)
    }

    fn delete(&self, collection: &str) -> Result<(), Failure> {
        self.0.send("DELETE", collection, "")?.exists().map(drop)
    }

    fn finish(&self, collection: &str) -> Result<(), Failure> {
        let path = format!("{collection}/_refresh");
        self.0.send("POST", &path, "")?.accepted().map(drop)
    }
}

/// Returns the query for the documents after one, in the order of their ids.
fn page(fields: &[String], after: Option<&Value>) -> Value {
    let mut query = json!({
        "size": PAGE,
        "sort": [{ "key_id": "asc" }],
        "track_total_hits": false,
        "_source": fields,
    });
    if let (Some(members), Some(after)) = (query.as_object_mut(), after) {
        members.insert("search_after".to_owned(), after.clone());
    }
    query
}

/// Returns the id of a found document, and its members.
fn id_and_source(mut hit: Value) -> Option<(String, Map<String, Value>)> {
    let source = hit.get_mut("_source").map(Value::take);
    let id = hit.get("_id")?.as_str()?.to_owned();
    match source {
        Some(Value::Object(source)) => Some((id, source)),
        _ => Some((id, Map::new())),
    }
}
