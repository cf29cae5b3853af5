//! Requests to a server, repeated where that may help.

use std::cell::Cell;
use std::time::Duration;

use ureq::Agent;
use ureq::http::Request;
use url::Url;

use super::super::exit::Failure;
use super::answer::{self, Answer};
use super::credentials::Credentials;
use super::patience::Patience;

/// The longest answer that is read.
const MAX_ANSWER: u64 = 1 << 30;

const JSON: &str = "application/json";

/// The nodes of a server.
pub(super) struct Server {
    nodes: Vec<Url>,
    /// The node that answered last.
    current: Cell<usize>,
    credentials: Credentials,
    agent: Agent,
}

impl Server {
    /// Creates a server from the URLs of its nodes, which end in a slash.
    pub(super) fn new(nodes: Vec<Url>, credentials: Credentials) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_connect(Some(Duration::from_secs(10)))
            .timeout_global(Some(Duration::from_secs(300)));
        Self {
            nodes,
            current: Cell::new(0),
            credentials,
            agent: config.build().into(),
        }
    }

    /// Sends a request, with JSON or without a body. If a connection fails or a node is busy, the next
    /// node is asked, again and again for a while. So a request may arrive more than once.
    ///
    /// # Errors
    /// Fails if no attempt is answered.
    pub(super) fn send(&self, method: &str, path: &str, body: &str) -> Result<Answer, Failure> {
        self.send_typed(method, path, JSON, body)
    }

    /// Posts lines of JSON.
    ///
    /// # Errors
    /// Fails if no attempt is answered.
    pub(super) fn post_lines(&self, path: &str, lines: &str) -> Result<Answer, Failure> {
        self.send_typed("POST", path, "application/x-ndjson", lines)
    }

    fn send_typed(
        &self,
        method: &str,
        path: &str,
        content_type: &str,
        body: &str,
    ) -> Result<Answer, Failure> {
        let mut patience = Patience::new();
        let mut attempts = 0;
        loop {
            let mut problems = Vec::new();
            for (at, node) in self.nodes_in_order() {
                attempts += 1;
                let url = node.join(path).unwrap_or_else(|_| node.clone());
                let request = format!("{method} {}", shown(&url));
                let problem = match self.attempt(method, &url, content_type, body) {
                    Ok((status, body)) if !answer::is_busy(status) => {
                        self.current.set(at);
                        let refusal = self.credentials.refusal().to_owned();
                        let body = self.credentials.hide(body);
                        return Ok(Answer::new(status, body, request, refusal));
                    }
                    Ok((status, body)) => format!("status {status}: {}", answer::message(&body)),
                    Err(error) => error.to_string(),
                };
                problems.push(format!("{request}: {problem}"));
            }
            if !patience.wait() {
                let problems = self.credentials.hide(problems.join("; "));
                return Err(Failure::new(format!(
                    "{problems}, after {attempts} attempts: is the server running and reachable?"
                )));
            }
        }
    }

    /// Returns the nodes with their places, beginning with the one that answered last.
    fn nodes_in_order(&self) -> impl Iterator<Item = (usize, &Url)> {
        let nodes = self.nodes.iter().enumerate();
        let current = self.current.get();
        nodes.clone().skip(current).chain(nodes.take(current))
    }

    fn attempt(
        &self,
        method: &str,
        url: &Url,
        content_type: &str,
        body: &str,
    ) -> Result<(u16, String), ureq::Error> {
        let mut request = Request::builder()
            .method(method)
            .uri(url.as_str())
            .header("content-type", content_type);
        if let Some((name, value)) = self.credentials.header() {
            request = request.header(name, value);
        }
        let mut answer = self.agent.run(request.body(body.to_owned())?)?;
        let status = answer.status().as_u16();
        let body = answer.body_mut().with_config().limit(MAX_ANSWER);
        Ok((status, body.lossy_utf8(true).read_to_string()?))
    }
}

/// Returns the URL without its query.
fn shown(url: &Url) -> String {
    let mut url = url.clone();
    url.set_query(None);
    url.into()
}
