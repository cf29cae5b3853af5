//! `article-cards push`: what it sends, to a server that records it. `tests/search-servers/` has the
//! tests with real servers.
#![allow(missing_docs)]

mod harness;
#[path = "push/opensearch.rs"]
mod opensearch;
#[path = "push/recorder.rs"]
mod recorder;

use harness::{Folder, Ran};
use recorder::{Answer, FEED, Recorder, Request, folder};
use serde_json::Value;

const KEY: &str = "key-that-nobody-sees";

/// Answers every request as a new server would.
fn new_server(request: &Request, _: &[Request]) -> Answer {
    match request.line.split(' ').next() {
        Some("GET") => (404, String::new()),
        _ if request.line.contains("/import") => {
            let count = request.body.lines().count();
            (200, "{\"success\":true}\n".repeat(count))
        }
        _ => (200, "{}".to_owned()),
    }
}

fn push(folder: &Folder, key: &str, arguments: &[&str]) -> Ran {
    recorder::push(folder, ("TYPESENSE_API_KEY", key), arguments)
}

#[test]
fn a_collection_is_filled_before_the_alias_is_switched() {
    let folder = folder(FEED);
    let server = Recorder::new(new_server);
    assert_eq!(
        push(&folder, KEY, &["--to", "typesense", &server.url]).fine(),
        ""
    );
    assert_eq!(
        server.lines(),
        [
            "GET /aliases/news",
            "GET /collections/news",
            "POST /collections",
            "POST /collections/NEW/documents/import?action=upsert",
            "PUT /aliases/news",
        ]
    );
    let requests = server.requests();
    let key = |request: &Request| request.header("x-typesense-api-key") == Some(KEY);
    assert!(requests.iter().all(key));
}

#[test]
fn an_update_of_a_deleted_collection_is_a_push() {
    let folder = folder(FEED);
    let server = Recorder::new(|request, before| match request.line.as_str() {
        "GET /aliases/news" => (200, r#"{"collection_name": "news_1"}"#.to_owned()),
        "DELETE /collections/news_1" => (404, r#"{"message": "Not Found"}"#.to_owned()),
        _ => new_server(request, before),
    });
    push(
        &folder,
        KEY,
        &["--to", "typesense", &server.url, "--update"],
    )
    .fine();
    let lines = server.lines();
    assert!(lines.contains(&"PUT /aliases/news".to_owned()), "{lines:?}");
}

#[test]
fn an_answer_that_stops_in_between_is_asked_for_again() {
    let folder = folder(FEED);
    let server = Recorder::new(|request, before| {
        let is_first = !before.iter().any(|it| it.line == request.line);
        match request.line.contains("/import") && is_first {
            true => (200, "{\"success\":true}\n{\"succ".to_owned()),
            false => new_server(request, before),
        }
    });
    push(&folder, KEY, &["--to", "typesense", &server.url]).fine();
    let mut imports = server.requests();
    imports.retain(|request| request.line.contains("/import"));
    assert_eq!(imports.len(), 2);
    assert_eq!(imports[0].body, imports[1].body);
}

#[test]
fn documents_have_the_fields_of_the_schema() {
    let folder = folder(FEED);
    let server = Recorder::new(new_server);
    push(&folder, KEY, &["--to", "typesense", &server.url]).fine();
    let requests = server.requests();
    let schema = requests[2].json();
    let fields = schema["fields"].as_array().unwrap().iter();
    let fields: Vec<&str> = fields
        .map(|field| field["name"].as_str().unwrap())
        .collect();
    let body = &requests[3].body;
    assert!(!body.contains("hidden") && !body.contains("Draft"));
    // The last article comes first.
    let lines = requests[3].lines();
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
    let title = first["search_title"].as_array().unwrap();
    assert!(
        ["wif", "wifi", "pie"]
            .iter()
            .all(|word| title.contains(&Value::from(*word)))
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
    let folder = folder(FEED);
    let cases: [(&str, &[&str], &str); 6] = [
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
            &["--to", "typesense", " "],
            "--to typesense: there is no URL",
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
