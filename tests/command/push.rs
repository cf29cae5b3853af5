//! `article-cards push`: what it sends, to a server that records it. `tests/search-servers/` has the
//! tests with real servers.
#![allow(missing_docs)]

mod harness;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::thread;

use harness::{Folder, Ran};
use serde_json::Value;

const KEY: &str = "key-that-nobody-sees";

const FEED: &str = r#"[
  {"id": 1, "title": "Wi-Fi on the pier", "topics": ["Sea", "sea", "a `b`, [c]"], "publishedDateTime": "2024-01-02"},
  {"id": 2, "title": "Tide", "topics": ["sea"], "provider": {"name": "Harbour"}, "secured": {"a": "hidden"}},
  {"id": 3, "title": "Draft", "published": false}
]"#;

/// A request: its first line, and its body.
type Request = (String, String);

/// Answers every request as a new server would, and records it. Returns its URL.
fn server() -> (String, Arc<Mutex<Vec<Request>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let requests = Arc::new(Mutex::new(Vec::new()));
    let record = Arc::clone(&requests);
    thread::spawn(move || {
        for stream in listener.incoming() {
            answer(stream.unwrap(), &record);
        }
    });
    (url, requests)
}

fn answer(mut stream: TcpStream, record: &Mutex<Vec<Request>>) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut first = String::new();
    reader.read_line(&mut first).unwrap();
    let (mut length, mut has_key) = (0, false);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        let line = line.trim().to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
        has_key |= line == format!("x-typesense-api-key: {KEY}");
    }
    assert!(has_key);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let body = String::from_utf8(body).unwrap();
    let (status, text) = match first.split(' ').next() {
        Some("GET") => ("404 Not Found", String::new()),
        _ if first.contains("/import") => (
            "200 OK",
            "{\"success\":true}\n".repeat(body.lines().count()),
        ),
        _ => ("200 OK", "{}".to_owned()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        text.len()
    );
    stream.write_all((head + &text).as_bytes()).unwrap();
    record.lock().unwrap().push((first.trim().to_owned(), body));
}

fn push(folder: &Folder, key: &str, arguments: &[&str]) -> Ran {
    let all = [&["push", "feed.json", "--collection", "news"], arguments].concat();
    let mut command = folder.command(&all);
    let command = command.env("TYPESENSE_API_KEY", key).stdin(Stdio::null());
    Ran::from(command.output().unwrap())
}

#[test]
fn a_collection_is_filled_before_the_alias_is_switched() {
    let folder = Folder::new();
    folder.write("feed.json", FEED);
    let (url, requests) = server();
    assert_eq!(push(&folder, KEY, &["--to", "typesense", &url]).fine(), "");
    let requests = requests.lock().unwrap();
    let lines: Vec<&str> = requests.iter().map(|(line, _)| line.as_str()).collect();
    let [alias, taken, create, import, switch] = lines.as_slice() else {
        panic!("{lines:?}");
    };
    assert_eq!(*alias, "GET /aliases/news HTTP/1.1");
    assert_eq!(*taken, "GET /collections/news HTTP/1.1");
    assert_eq!(*create, "POST /collections HTTP/1.1");
    assert!(import.starts_with("POST /collections/news_"));
    assert_eq!(*switch, "PUT /aliases/news HTTP/1.1");
}

#[test]
fn documents_have_the_fields_of_the_schema() {
    let folder = Folder::new();
    folder.write("feed.json", FEED);
    let (url, requests) = server();
    push(&folder, KEY, &["--to", "typesense", &url]).fine();
    let requests = requests.lock().unwrap();
    let schema: Value = serde_json::from_str(&requests[2].1).unwrap();
    let fields = schema["fields"].as_array().unwrap().iter();
    let fields: Vec<&str> = fields
        .map(|field| field["name"].as_str().unwrap())
        .collect();
    let body = &requests[3].1;
    assert!(!body.contains("hidden") && !body.contains("Draft"));
    // The last article comes first.
    let lines: Vec<Value> = body
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let [second, first] = lines.as_slice() else {
        panic!("{body}");
    };
    for name in first
        .as_object()
        .unwrap()
        .keys()
        .chain(second.as_object().unwrap().keys())
    {
        assert!(name == "id" || fields.contains(&name.as_str()), "{name}");
    }
    let shown = first["facet_topics"].as_array().unwrap().iter();
    let shown: Vec<&str> = shown
        .map(|value| value.as_str().unwrap().split_once(' ').unwrap().1)
        .collect();
    assert_eq!(shown, ["sea", "a `b`, [c]"]);
    assert_eq!(first["key_topics"][0], second["key_topics"][0]);
    let words = first["words"].as_array().unwrap();
    assert!(
        ["wi", "fi", "pier", "sea"]
            .iter()
            .all(|word| words.contains(&Value::from(*word)))
    );
    let any = first["search_any"].as_array().unwrap();
    assert!(
        ["wif", "wifi", "pie"]
            .iter()
            .all(|word| any.contains(&Value::from(*word)))
    );
    assert_eq!(
        (&first["day"], &first["published"]),
        (&19_724.into(), &1_704_153_600_000_u64.into())
    );
    assert!(first.get("moment").is_none() && first.get("sort_provider").is_none());
    assert_eq!(
        (&first["position"], &second["position"]),
        (&0.into(), &1.into())
    );
    assert_eq!(
        (&first["sort_title"], &second["sort_title"]),
        (&1.into(), &0.into())
    );
}

#[test]
fn what_cannot_run_says_why() {
    let folder = Folder::new();
    folder.write("feed.json", FEED);
    let cases: [(&str, &[&str], &str); 5] = [
        (
            "",
            &["--to", "typesense", "https://search.example"],
            "TYPESENSE_API_KEY is not set",
        ),
        (
            KEY,
            &["--to", "sphinx", "https://search.example"],
            "--to sphinx: not a kind of server",
        ),
        (
            KEY,
            &["--to", "typesense", "search.example"],
            "--to typesense search.example: ",
        ),
        (
            KEY,
            &["--to", "typesense", "https://a:b@search.example"],
            "has a name or a password",
        ),
        (
            KEY,
            &[
                "--to",
                "typesense",
                "https://search.example",
                "--locale",
                "?",
            ],
            "is not a language tag",
        ),
    ];
    for (key, arguments, message) in cases {
        let ran = push(&folder, key, arguments);
        assert_eq!(ran.status, 2, "{arguments:?}");
        assert!(ran.stderr.contains(message), "{}", ran.stderr);
        assert!(!ran.stderr.contains(KEY));
    }
}
