//! A server that records its requests, and runs of the command against it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::thread;

use serde_json::Value;

use crate::harness::{Folder, Ran};

pub(crate) const FEED: &str = r#"[
  {"id": 1, "title": "Wi-Fi on the pier", "topics": ["Sea", "sea", "a `b`, [c]"], "publishedDateTime": "2024-01-02"},
  {"id": 2, "title": "Tide", "topics": ["sea"], "provider": {"name": "Harbour"}, "secured": {"a": "hidden"}},
  {"id": 3, "title": "Draft", "published": false}
]"#;

#[derive(Clone, Debug)]
pub(crate) struct Request {
    /// The method and the path.
    pub(crate) line: String,
    /// Each with its name in lower case.
    headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Request {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers
            .find(|header| header.0 == name)
            .map(|it| it.1.as_str())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    /// Returns the body's lines, each as JSON.
    pub(crate) fn lines(&self) -> Vec<Value> {
        assert!(self.body.ends_with('\n'));
        let lines = self.body.lines();
        lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

/// A status and a body.
pub(crate) type Answer = (u16, String);

/// A server on loopback.
pub(crate) struct Recorder {
    pub(crate) url: String,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Recorder {
    /// Starts a server. `answer` is given each request and those before it.
    pub(crate) fn new(
        answer: impl Fn(&Request, &[Request]) -> Answer + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let record = Arc::clone(&requests);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let request = read(&stream);
                let mut record = record.lock().unwrap();
                let (status, body) = answer(&request, &record);
                write(&mut stream, &request, status, &body);
                record.push(request);
            }
        });
        Self { url, requests }
    }

    pub(crate) fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap().clone()
    }

    /// Returns the methods and paths of all requests, with `NEW` for the number of a new collection.
    pub(crate) fn lines(&self) -> Vec<String> {
        let requests = self.requests();
        requests.iter().map(|it| without_number(&it.line)).collect()
    }
}

/// Replaces the number of a new collection, which is the time.
fn without_number(text: &str) -> String {
    let Some((before, rest)) = text.split_once("news_1") else {
        return text.to_owned();
    };
    let digits = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    match digits > 6 {
        true => format!("{before}NEW{}", &rest[digits..]),
        false => text.to_owned(),
    }
}

fn read(stream: &TcpStream) -> Request {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).unwrap();
    let line = line.trim().strip_suffix(" HTTP/1.1").unwrap().to_owned();
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        let Some((name, value)) = line.trim().split_once(':') else {
            break;
        };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let mut request = Request {
        line,
        headers,
        body: String::new(),
    };
    let length = request.header("content-length").map(str::parse);
    let mut body = vec![0; length.unwrap_or(Ok(0)).unwrap()];
    reader.read_exact(&mut body).unwrap();
    request.body = String::from_utf8(body).unwrap();
    request
}

fn write(stream: &mut TcpStream, request: &Request, status: u16, body: &str) {
    let length = body.len();
    let head =
        format!("HTTP/1.1 {status} -\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
    let body = match request.line.starts_with("HEAD ") {
        true => "",
        false => body,
    };
    stream.write_all((head + body).as_bytes()).unwrap();
}

/// Pushes `feed.json` as `news`.
pub(crate) fn push(folder: &Folder, variable: (&str, &str), arguments: &[&str]) -> Ran {
    let all = [&["push", "feed.json", "--collection", "news"], arguments].concat();
    let mut command = folder.command(&all);
    command
        .env_remove("TYPESENSE_API_KEY")
        .env_remove("OPENSEARCH_AUTHORIZATION")
        .env(variable.0, variable.1)
        .stdin(Stdio::null());
    Ran::from(command.output().unwrap())
}

/// Returns a folder with a feed.
pub(crate) fn folder(feed: &str) -> Folder {
    let folder = Folder::new();
    folder.write("feed.json", feed);
    folder
}
