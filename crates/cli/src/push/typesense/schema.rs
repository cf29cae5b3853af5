//! The schema of a collection.

use serde_json::{Value, json};

use super::super::documents::{Documents, Kind};

/// Returns the schema of a collection for documents.
pub(super) fn schema(name: &str, documents: &Documents) -> Value {
    let fields = documents.fields().into_iter();
    let fields: Vec<Value> = fields.map(|(name, kind)| field(&name, kind)).collect();
    json!({ "name": name, "fields": fields })
}

fn field(name: &str, kind: Kind) -> Value {
    match kind {
        Kind::Stored => json!({ "name": name, "type": "string", "index": false, "optional": true }),
        Kind::Tokens | Kind::Frequencies | Kind::Key => {
            json!({ "name": name, "type": "string[]", "optional": true })
        }
        Kind::Facet => {
            json!({ "name": name, "type": "string[]", "facet": true, "optional": true })
        }
        Kind::Number => json!({ "name": name, "type": "int64", "optional": true }),
    }
}
