//! Answers of a server, and what they say.

use serde_json::Value;

use super::super::exit::Failure;

/// What a server answered.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: String,
    /// What was asked for, for messages.
    request: String,
    /// What it means if the server refuses to answer.
    refusal: String,
}

impl Answer {
    /// Creates an answer. `request` and `refusal` are for messages: what was asked for, and what it
    /// means if the server does not allow it.
    pub(super) fn new(status: u16, body: String, request: String, refusal: String) -> Self {
        Self {
            status,
            body,
            request,
            refusal,
        }
    }

    /// Returns whether what was asked for exists.
    ///
    /// # Errors
    /// Fails if the server refused the request for another reason.
    pub(super) fn exists(&self) -> Result<bool, Failure> {
        match self.status {
            404 => Ok(false),
            _ => self.accepted().map(|_| true),
        }
    }

    /// Returns the answer as JSON.
    ///
    /// # Errors
    /// Fails if the server refused the request.
    pub(super) fn accepted(&self) -> Result<Value, Failure> {
        let problem = match self.status {
            200..300 => return Ok(self.json()),
            401 | 403 => &self.refusal,
            300..=399 => "the server redirects: name the URL that it redirects to",
            404 => "the server has nothing there: is the URL that of the server itself?",
            _ => "the server refuses the request",
        };
        Err(Failure::new(format!(
            "{}: {problem} (status {}: {})",
            self.request,
            self.status,
            message(&self.body)
        )))
    }

    /// Returns the answer as JSON, also if it is an error; `null` if it is none.
    pub(super) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }
}

/// Returns whether another attempt may have another answer.
pub(super) fn is_busy(status: u16) -> bool {
    matches!(status, 408 | 429 | 500..600)
}

/// Returns what an answer says, in a line.
pub(super) fn message(body: &str) -> String {
    let json: Value = serde_json::from_str(body).unwrap_or_default();
    let message = json.get("message").and_then(Value::as_str);
    let message = message.map(str::to_owned);
    let message = message.or_else(|| reason(json.get("error")?));
    in_a_line(message.as_deref().unwrap_or(body))
}

/// Returns the reason of an error of OpenSearch, which is a text or an object, and its cause.
pub(super) fn reason(error: &Value) -> Option<String> {
    if let Some(text) = error.as_str() {
        return Some(text.to_owned());
    }
    let text = |error: &Value| {
        let text = error.get("reason").or_else(|| error.get("type"))?;
        text.as_str().map(str::to_owned)
    };
    let reason = text(error)?;
    let root = error.get("root_cause").and_then(|causes| causes.get(0));
    let causes = [error.get("caused_by"), root].into_iter().flatten();
    let mut causes = causes.filter_map(text);
    Some(match causes.find(|cause| *cause != reason) {
        Some(cause) => format!("{reason}: {cause}"),
        None => reason,
    })
}

/// Returns the beginning of a text without line breaks.
pub(super) fn in_a_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().take(300).collect()
}
