//! Typesense, whose collections have a schema and whose aliases are objects of their own.

mod schema;

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value, json};

use super::super::exit::Failure;
use super::documents::{Documents, Entry, Form};
use super::http::Server;
use super::patience::Patience;
use super::search_server::{Action, SearchServer, incomplete};

/// The number of documents that one request deletes: their ids are in its URL.
const MAX_DELETED: usize = 100;

/// A Typesense server.
pub(super) struct Typesense(pub(super) Server);

impl SearchServer for Typesense {
    fn form(&self) -> Form {
        Form {
            separator: ".",
            has_frequencies: false,
        }
    }

    fn aliased(&self, alias: &str) -> Result<Option<String>, Failure> {
        let answer = self.0.send("GET", &format!("aliases/{alias}"), "")?;
        if answer.exists()? {
            let answer = answer.json();
            let name = answer.get("collection_name").and_then(Value::as_str);
            return Ok(name.map(str::to_owned));
        }
        let path = format!("collections/{alias}");
        match self.0.send("GET", &path, "")?.exists()? {
            true => Err(Failure::new(format!(
                "{alias} is a collection on the server and no alias of one: choose another name with --collection, or delete it"
            ))),
            false => Ok(None),
        }
    }

    fn create(&self, collection: &str, documents: &Documents) -> Result<(), Failure> {
        let schema = schema::schema(collection, documents).to_string();
        let answer = self.0.send("POST", "collections", &schema)?;
        match answer.status {
            // An attempt before it created the collection: nobody else uses its name.
            409 => Ok(()),
            _ => answer.accepted().map(drop),
        }
    }

    fn field_names(&self, collection: &str) -> Result<Option<HashSet<String>>, Failure> {
        let answer = self
            .0
            .send("GET", &format!("collections/{collection}"), "")?;
        if !answer.exists()? {
            return Ok(None);
        }
        let schema = answer.json();
        let fields = schema.get("fields").and_then(Value::as_array);
        let names = fields.into_iter().flatten();
        let names = names.filter_map(|it| it.get("name")?.as_str());
        Ok(Some(names.map(str::to_owned).collect()))
    }

    fn stored(
        &self,
        collection: &str,
        fields: &[String],
    ) -> Result<HashMap<String, Map<String, Value>>, Failure> {
        let path = format!(
            "collections/{collection}/documents/export?include_fields=id,{}",
            fields.join(",")
        );
        let answer = self.0.send("GET", &path, "")?;
        answer.accepted()?;
        let lines = answer.body.lines();
        let documents = lines.filter_map(|line| serde_json::from_str(line).ok());
        let by_id = |mut document: Map<String, Value>| {
            let id = document.remove("id")?;
            Some((id.as_str()?.to_owned(), document))
        };
        Ok(documents.filter_map(by_id).collect())
    }

    fn line(&self, _: Action, entry: Entry) -> String {
        let mut members = entry.members;
        members.insert("id".to_owned(), entry.id.into());
        format!("{}\n", Value::Object(members))
    }

    fn send(
        &self,
        collection: &str,
        action: Action,
        lines: &[String],
    ) -> Result<Option<String>, Failure> {
        let action = match action {
            Action::Store => "upsert",
            Action::Change => "update",
        };
        let path = format!("collections/{collection}/documents/import?action={action}");
        let mut patience = Patience::new();
        loop {
            let answer = self.0.send("POST", &path, &lines.concat())?;
            answer.accepted()?;
            let results: Vec<Value> = (answer.body.lines())
                .filter_map(|line| serde_json::from_str(line).ok())
                .collect();
            let is_stored = |result: &Value| result.get("success") == Some(&Value::Bool(true));
            if let Some(refused) = results.iter().find(|result| !is_stored(result)) {
                let reason = refused.get("error").and_then(Value::as_str);
                return Ok(Some(reason.unwrap_or("it does not say why").to_owned()));
            }
            if results.len() == lines.len() {
                return Ok(None);
            }
            // If its leader dies, a node passes on the beginning of the answer as if it were all.
            if !patience.wait() {
                return Err(incomplete(results.len(), lines.len()));
            }
        }
    }

    fn remove(&self, collection: &str, ids: &[String]) -> Result<(), Failure> {
        for some in ids.chunks(MAX_DELETED) {
            let path = format!(
                "collections/{collection}/documents?filter_by=id:[{}]",
                some.join(",")
            );
            let mut patience = Patience::new();
            // The same as for an import.
            while (self.0.send("DELETE", &path, "")?.accepted()?)
                .get("num_deleted")
                .is_none()
            {
                if !patience.wait() {
                    return Err(Failure::new(format!(
                        "the server does not say whether it deleted {} documents, so that readers see a part of the update",
                        some.len()
                    )));
                }
            }
        }
        Ok(())
    }

    fn switch(&self, alias: &str, _: Option<&str>, new: &str) -> Result<(), Failure> {
        let body = json!({ "collection_name": new }).to_string();
        let path = format!("aliases/{alias}");
        self.0.send("PUT", &path, &body)?.accepted().map(drop)
    }

    fn delete(&self, collection: &str) -> Result<(), Failure> {
        let path = format!("collections/{collection}");
        self.0.send("DELETE", &path, "")?.exists().map(drop)
    }

    /// Does nothing: readers see each document once it is stored.
    fn finish(&self, _: &str) -> Result<(), Failure> {
        Ok(())
    }
}
