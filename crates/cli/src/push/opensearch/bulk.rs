//! Many changes in one request.

use serde_json::{Value, json};

use super::super::super::exit::Failure;
use super::super::answer::{self, is_busy};
use super::super::documents::Entry;
use super::super::http::Server;
use super::super::patience::Patience;
use super::super::search_server::{Action, incomplete};

/// The number of documents that one request deletes.
const MAX_DELETED: usize = 1_000;

/// Returns the lines that store or change a document.
pub(super) fn line(action: Action, entry: Entry) -> String {
    let members = Value::Object(entry.members);
    let (action, document) = match action {
        Action::Store => ("index", members),
        Action::Change => ("update", json!({ "doc": members })),
    };
    format!("{}\n{document}\n", json!({ action: { "_id": entry.id } }))
}

/// Sends changes. Returns the reason for which the server refuses one of them, if it does.
pub(super) fn send(
    server: &Server,
    index: &str,
    lines: &[String],
) -> Result<Option<String>, Failure> {
    let path = format!("{index}/_bulk");
    let mut lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let mut patience = Patience::new();
    loop {
        let answer = server.post_lines(&path, &lines.concat())?.accepted()?;
        let items = answer.get("items").and_then(Value::as_array);
        let items: Vec<Item> = items.into_iter().flatten().filter_map(Item::new).collect();
        if items.len() != lines.len() {
            return Err(incomplete(items.len(), lines.len()));
        }
        let refused = items.iter().find(|item| !item.is_done());
        let Some(refused) = refused else {
            return Ok(None);
        };
        let refused_for_good = items.iter().find(|item| item.is_refused());
        if let Some(refused) = refused_for_good {
            return Ok(Some(refused.reason()));
        }
        let reason = refused.reason();
        let count = lines.len();
        let mut items = items.iter();
        lines.retain(|_| items.next().is_some_and(|item| !item.is_done()));
        if lines.len() < count {
            // It is busy, and not stuck.
            patience = Patience::new();
        }
        if !patience.wait() {
            return Ok(Some(reason));
        }
    }
}

/// Deletes documents.
pub(super) fn remove(server: &Server, index: &str, ids: &[String]) -> Result<(), Failure> {
    for some in ids.chunks(MAX_DELETED) {
        let lines = some.iter();
        let lines: Vec<String> = lines
            .map(|id| format!("{}\n", json!({ "delete": { "_id": id } })))
            .collect();
        if let Some(reason) = send(server, index, &lines)? {
            return Err(Failure::new(format!(
                "the server does not delete a document, so that readers see a part of the update: {reason}"
            )));
        }
    }
    Ok(())
}

/// What became of a change.
struct Item<'i> {
    action: &'i str,
    status: u16,
    error: Option<&'i Value>,
}

impl<'i> Item<'i> {
    fn new(item: &'i Value) -> Option<Self> {
        let (action, result) = item.as_object()?.iter().next()?;
        let status = result.get("status")?.as_u64()?;
        Some(Self {
            action,
            status: u16::try_from(status).ok()?,
            error: result.get("error"),
        })
    }

    fn is_done(&self) -> bool {
        match self.status {
            // It is gone already.
            404 => self.action == "delete",
            status => (200..300).contains(&status),
        }
    }

    /// Returns whether another attempt would be refused as well.
    fn is_refused(&self) -> bool {
        !self.is_done() && !is_busy(self.status)
    }

    fn reason(&self) -> String {
        let reason = self.error.and_then(answer::reason);
        let reason = reason.map(|reason| answer::in_a_line(&reason));
        reason.unwrap_or_else(|| "it does not say why".to_owned())
    }
}
