//! Requests to a server, repeated where that may help.

use std::thread;
use std::time::Duration;

use serde_json::Value;
use ureq::Agent;
use ureq::http::Request;
use url::Url;

use super::super::exit::Failure;

/// The number of attempts for each request.
const ATTEMPTS: u32 = 5;

/// The pause after the first attempt; it doubles after each further one.
const PAUSE: Duration = Duration::from_millis(500);

/// The longest answer that is read.
const MAX_ANSWER: u64 = 1 << 30;

/// A server, and the header that opens it.
pub(super) struct Server {
    url: Url,
    header: &'static str,
    key: String,
    agent: Agent,
}

/// What a server answered.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: String,
    /// What was asked for, for messages.
    request: String,
}

impl Server {
    /// Creates a server with a URL that ends in a slash. The key is in no message.
    pub(super) fn new(url: Url, header: &'static str, key: String) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_connect(Some(Duration::from_secs(10)))
            .timeout_global(Some(Duration::from_secs(300)));
        Self {
            url,
            header,
            key,
            agent: config.build().into(),
        }
    }

    /// Sends a request. Failed connections and the answers of a busy server are retried.
    ///
    /// # Errors
    /// Fails if no attempt is answered.
    pub(super) fn send(&self, method: &str, path: &str, body: &str) -> Result<Answer, Failure> {
        let url = self.url.join(path).unwrap_or_else(|_| self.url.clone());
        let request = format!("{method} {}", shown(&url));
        let mut pause = PAUSE;
        let mut problem = String::new();
        for attempt in 0..ATTEMPTS {
            if attempt > 0 {
                thread::sleep(pause);
                pause *= 2;
            }
            match self.attempt(method, &url, body) {
                Ok((status, body)) if is_final(status) => {
                    return Ok(Answer {
                        status,
                        body: self.without_key(&body),
                        request,
                    });
                }
                Ok((status, body)) => problem = format!("status {status}: {}", message(&body)),
                Err(error) => problem = error.to_string(),
            }
        }
        Err(Failure::new(format!(
            "{request}: {} after {ATTEMPTS} attempts: is the server running and reachable?",
            self.without_key(&problem)
        )))
    }

    fn attempt(&self, method: &str, url: &Url, body: &str) -> Result<(u16, String), ureq::Error> {
        let request = Request::builder()
            .method(method)
            .uri(url.as_str())
            .header(self.header, &self.key)
            .header("content-type", "application/json")
            .body(body.to_owned())?;
        let mut answer = self.agent.run(request)?;
        let status = answer.status().as_u16();
        let body = answer.body_mut().with_config().limit(MAX_ANSWER);
        Ok((status, body.lossy_utf8(true).read_to_string()?))
    }

    fn without_key(&self, text: &str) -> String {
        text.replace(&self.key, "…")
    }
}

impl Answer {
    /// Returns whether what was asked for exists.
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
            200..300 => return Ok(serde_json::from_str(&self.body).unwrap_or_default()),
            401 | 403 => {
                "the server refuses the key: it must be allowed to write collections, documents and aliases"
            }
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
}

/// Returns whether another attempt would be answered in the same way.
fn is_final(status: u16) -> bool {
    !matches!(status, 408 | 429 | 500..600)
}

/// Returns the URL without its query.
fn shown(url: &Url) -> String {
    let mut url = url.clone();
    url.set_query(None);
    url.into()
}

/// Returns what an answer says, in a line.
fn message(body: &str) -> String {
    let json: Option<Value> = serde_json::from_str(body).ok();
    let message = json.as_ref().and_then(|json| json.get("message")?.as_str());
    let text = message.unwrap_or(body).split_whitespace();
    let text: Vec<&str> = text.collect();
    text.join(" ").chars().take(300).collect()
}
