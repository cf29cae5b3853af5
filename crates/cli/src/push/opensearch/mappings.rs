//! The settings and mappings of an index.

use serde_json::{Map, Value, json};

use super::super::documents::{Documents, Kind};

/// The number of documents that readers can page through.
const MAX_RESULTS: u32 = 100_000;

/// The number of characters of a value that is counted: Lucene takes no more than 32,766 bytes.
const MAX_VALUE: u32 = 8_191;

/// Returns the body of the request that creates an index for documents. The numbers of shards and
/// replicas are the server's.
pub(super) fn index(documents: &Documents) -> Value {
    let fields = documents.fields().into_iter();
    let properties: Map<String, Value> = fields
        .map(|(name, kind)| {
            let field = field(&name, kind);
            (name, field)
        })
        .collect();
    json!({
        "settings": { "index": {
            // While nobody searches it, what is sent need not be found.
            "refresh_interval": "-1",
            "max_result_window": MAX_RESULTS,
        } },
        "mappings": { "dynamic": false, "properties": properties },
    })
}

fn field(name: &str, kind: Kind) -> Value {
    match kind {
        Kind::Stored => json!({ "type": "keyword", "index": false, "doc_values": false }),
        // Relevance is computed from it, which needs frequencies and the length.
        Kind::Frequencies => {
            json!({ "type": "text", "analyzer": "whitespace", "index_options": "freqs" })
        }
        Kind::Tokens => {
            json!({ "type": "text", "analyzer": "whitespace", "index_options": "docs", "norms": false })
        }
        // Updates read all documents in its order.
        Kind::Key if name == "key_id" => json!({ "type": "keyword" }),
        Kind::Key => json!({ "type": "keyword", "doc_values": false }),
        Kind::Facet => json!({ "type": "keyword", "ignore_above": MAX_VALUE }),
        Kind::Number => json!({ "type": "long" }),
    }
}
