//! `article-cards push --to opensearch`.

use std::collections::{BTreeMap, BTreeSet};
use std::net::TcpListener;

use serde_json::{Value, json};

use crate::harness::{Folder, Ran};
use crate::recorder::{self, Answer, FEED, Recorder, Request, folder};

const AUTHORIZATION: &str = "ApiKey word-that-nobody-sees";

fn answer(value: &Value) -> Answer {
    (200, value.to_string())
}

fn error(status: u16, kind: &str, reason: &str) -> Answer {
    let error = json!({ "type": kind, "reason": reason, "root_cause": [] });
    (
        status,
        json!({ "error": error, "status": status }).to_string(),
    )
}

/// Answers every request as a new server would.
fn new_server(request: &Request, _: &[Request]) -> Answer {
    match request.line.split(' ').next() {
        Some("GET" | "HEAD") => (
            404,
            json!({ "error": "missing", "status": 404 }).to_string(),
        ),
        _ if request.line.ends_with("/_bulk") => bulk(request, |_| 200),
        _ => answer(&json!({ "acknowledged": true })),
    }
}

/// Answers a bulk request with a status for each id.
fn bulk(request: &Request, status: impl Fn(&str) -> u16) -> Answer {
    let mut items = Vec::new();
    for (action, id, _) in changes(request) {
        let status = status(&id);
        let mut item = json!({ "_id": id, "status": status });
        if status >= 300 {
            item["error"] = json!({ "type": "exception", "reason": format!("reason {status}") });
        }
        items.push(json!({ action: item }));
    }
    answer(&json!({ "errors": true, "items": items }))
}

/// Reads a bulk request: its actions, ids and documents.
fn changes(request: &Request) -> Vec<(String, String, Value)> {
    let mut changes = Vec::new();
    let mut lines = request.lines().into_iter();
    while let Some(line) = lines.next() {
        let (action, target) = line.as_object().unwrap().iter().next().unwrap();
        let id = target["_id"].as_str().unwrap().to_owned();
        let document = match action.as_str() {
            "delete" => Value::Null,
            _ => lines.next().unwrap(),
        };
        changes.push((action.clone(), id, document));
    }
    changes
}

/// Returns the bulk requests.
fn bulks(server: &Recorder) -> Vec<Request> {
    let mut requests = server.requests();
    requests.retain(|request| request.line.ends_with("/_bulk"));
    requests
}

fn push(folder: &Folder, url: &str, more: &[&str]) -> Ran {
    let arguments = [&["--to", "opensearch", url], more].concat();
    recorder::push(
        folder,
        ("OPENSEARCH_AUTHORIZATION", AUTHORIZATION),
        &arguments,
    )
}

#[test]
fn an_index_is_filled_before_the_alias_is_switched() {
    let server = Recorder::new(new_server);
    assert_eq!(push(&folder(FEED), &server.url, &[]).fine(), "");
    assert_eq!(
        server.lines(),
        [
            "GET /_alias/news",
            "HEAD /news",
            "PUT /NEW",
            "POST /NEW/_bulk",
            "PUT /NEW/_settings",
            "POST /NEW/_refresh",
            "POST /_aliases",
        ]
    );
    let requests = server.requests();
    assert_eq!(
        requests[4].json(),
        json!({ "index": { "refresh_interval": null } })
    );
    let authorization = |it: &Request| it.header("authorization") == Some(AUTHORIZATION);
    assert!(requests.iter().all(authorization));
}

#[test]
fn the_alias_is_switched_in_one_request_and_an_old_index_of_ours_is_deleted() {
    for (old, is_deleted) in [("news_17", true), ("archive", false), ("news_old", false)] {
        let server = Recorder::new(move |request, before| match request.line.as_str() {
            "GET /_alias/news" => answer(&json!({ old: { "aliases": { "news": {} } } })),
            _ => new_server(request, before),
        });
        push(&folder(FEED), &server.url, &[]).fine();
        let requests = server.requests();
        let switch = requests.iter().find(|it| it.line == "POST /_aliases");
        let switch = switch.unwrap();
        let create = requests.iter().find(|it| it.line.starts_with("PUT /"));
        let new = create.unwrap().line.strip_prefix("PUT /");
        assert_eq!(
            switch.json(),
            json!({ "actions": [
                { "remove": { "index": old, "alias": "news" } },
                { "add": { "index": new, "alias": "news" } },
            ] })
        );
        let last = &requests.last().unwrap().line;
        assert_eq!(*last == format!("DELETE /{old}"), is_deleted, "{last}");
    }
}

#[test]
fn documents_have_the_fields_of_the_mappings() {
    let server = Recorder::new(new_server);
    push(&folder(FEED), &server.url, &[]).fine();
    let requests = server.requests();
    let index = requests[2].json();
    assert_eq!(index["mappings"]["dynamic"], false);
    assert_eq!(index["settings"]["index"]["refresh_interval"], "-1");
    assert_eq!(index["settings"]["index"]["number_of_shards"], Value::Null);
    let fields = index["mappings"]["properties"].as_object().unwrap();
    assert_eq!(fields["key_id"], json!({ "type": "keyword" }));
    assert_eq!(
        fields["key_topics"],
        json!({ "type": "keyword", "doc_values": false })
    );
    // With dots, one would be a part of the other.
    assert!(fields.contains_key("key_provider") && fields.contains_key("key_provider-domain"));
    assert!(fields.keys().all(|name| !name.contains('.')));
    let bulk = &requests[3];
    assert_eq!(bulk.header("content-type"), Some("application/x-ndjson"));
    assert!(!bulk.body.contains("hidden") && !bulk.body.contains("Draft"));
    let changes = changes(bulk);
    assert_eq!(changes.len(), 2);
    for (action, id, document) in changes {
        assert_eq!(action, "index");
        assert_eq!(document["key_id"], json!([id]));
        let mut names = document.as_object().unwrap().keys();
        assert!(names.all(|name| fields.contains_key(name)), "{document}");
    }
}

#[test]
fn what_a_busy_server_rejects_is_sent_again() {
    let server = Recorder::new(|request, before| {
        let is_first = !before.iter().any(|it| it.line.ends_with("/_bulk"));
        match request.line.ends_with("/_bulk") && is_first {
            true => {
                let rejected = changes(request)[1].1.clone();
                bulk(request, |id| if id == rejected { 429 } else { 201 })
            }
            false => new_server(request, before),
        }
    });
    push(&folder(FEED), &server.url, &[]).fine();
    let bulks = bulks(&server);
    let [first, second] = bulks.as_slice() else {
        panic!("{bulks:?}");
    };
    assert_eq!(changes(second), changes(first)[1..]);
    assert!(server.lines().contains(&"POST /_aliases".to_owned()));
}

#[test]
fn a_refused_document_changes_nothing_for_readers() {
    let server = Recorder::new(|request, before| match request.line.ends_with("/_bulk") {
        true => bulk(request, |_| 400),
        false => new_server(request, before),
    });
    let ran = push(&folder(FEED), &server.url, &[]);
    assert_eq!(ran.status, 2);
    let message =
        "the server refuses a document, so that nothing was changed for readers: reason 400";
    assert!(ran.stderr.contains(message), "{}", ran.stderr);
    let lines = server.lines();
    assert_eq!(lines.last().unwrap(), "DELETE /NEW");
    assert!(!lines.contains(&"POST /_aliases".to_owned()));
}

#[test]
fn an_index_that_readers_see_is_not_deleted_if_the_answer_was_lost() {
    let server = Recorder::new(|request, before| {
        let switch = before.iter().find(|it| it.line == "POST /_aliases");
        match (request.line.as_str(), switch) {
            ("POST /_aliases", _) => error(400, "lost", "lost"),
            ("GET /_alias/news", Some(switch)) => {
                let new = &switch.json()["actions"][0]["add"]["index"];
                answer(&json!({ new.as_str().unwrap(): {} }))
            }
            _ => new_server(request, before),
        }
    });
    push(&folder(FEED), &server.url, &[]).fine();
    assert!(!server.lines().iter().any(|it| it.starts_with("DELETE")));
}

#[test]
fn an_index_that_an_attempt_before_created_is_used() {
    let server = Recorder::new(|request, before| {
        let is_again = before.iter().any(|it| it.line == request.line);
        match request.line.starts_with("PUT /news_") && !request.line.contains("/_settings") {
            true if is_again => error(400, "resource_already_exists_exception", "exists"),
            true => error(503, "busy", "busy"),
            false => new_server(request, before),
        }
    });
    push(&folder(FEED), &server.url, &[]).fine();
}

#[test]
fn another_node_answers_if_one_does_not() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let closed = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let server = Recorder::new(new_server);
    let urls = format!("{closed}\n {}", server.url);
    push(&folder(FEED), &urls, &[]).fine();
    assert_eq!(server.lines().len(), 7);
}

/// Returns a server that has what another one was sent.
fn with_index(pushed: &Recorder) -> Recorder {
    let requests = pushed.requests();
    let index = requests.iter().find(|it| it.line.starts_with("PUT /"));
    let index = json!({ "news_17": index.unwrap().json() });
    let documents = bulks(pushed).into_iter().flat_map(|it| changes(&it));
    let documents: BTreeMap<String, Value> = documents.map(|it| (it.1, it.2)).collect();
    Recorder::new(move |request, before| match request.line.as_str() {
        "GET /_alias/news" => answer(&json!({ "news_17": {} })),
        "GET /news_17" => answer(&index),
        line if line.starts_with("POST /news_17/_search") => {
            let fields = request.json()["_source"].clone();
            let fields = fields.as_array().unwrap();
            let hits = documents.iter().map(|(id, document)| {
                let mut source = document.as_object().unwrap().clone();
                source.retain(|name, _| fields.contains(&name.as_str().into()));
                json!({ "_id": id, "_source": source, "sort": [id] })
            });
            let hits: Vec<Value> = hits.collect();
            answer(&json!({ "hits": { "hits": hits } }))
        }
        _ => new_server(request, before),
    })
}

#[test]
fn an_update_sends_what_is_new_changed_and_removed() {
    let feed = r#"[{"id": 1, "title": "A"}, {"id": 2, "title": "B"}, {"id": 3, "title": "C"}, {"id": 4, "title": "D"}]"#;
    let folder = folder(feed);
    let pushed = Recorder::new(new_server);
    push(&folder, &pushed.url, &[]).fine();
    let ids: Vec<String> = changes(&bulks(&pushed)[0])
        .into_iter()
        .map(|it| it.1)
        .collect();
    let [fourth, third, second, first] = ids.as_slice() else {
        panic!("{ids:?}");
    };
    let server = with_index(&pushed);
    // Without a change, nothing is sent.
    push(&folder, &server.url, &["--update"]).fine();
    assert!(bulks(&server).is_empty());

    let feed = r#"[{"id": 1, "title": "A"}, {"id": 3, "title": "C2"}, {"id": 4, "title": "D"}, {"id": 5, "title": "E"}]"#;
    folder.write("feed.json", feed);
    push(&folder, &server.url, &["--update"]).fine();
    let sent: Vec<(String, String, Value)> = bulks(&server).iter().flat_map(changes).collect();
    let ids = |action: &str| -> BTreeSet<&str> {
        let sent = sent.iter().filter(|it| it.0 == action);
        sent.map(|it| it.1.as_str()).collect()
    };
    assert_eq!(ids("delete"), [second.as_str()].into());
    let stored = ids("index");
    assert!(stored.len() == 2 && stored.contains(third.as_str()));
    // The first has its place still.
    assert!(!stored.contains(first.as_str()));
    assert_eq!(ids("update"), [fourth.as_str()].into());
    let update = sent.iter().find(|it| it.0 == "update").unwrap();
    assert_eq!(
        update.2,
        json!({ "doc": { "position": 2, "sort_title": 2 } })
    );
    assert_eq!(server.lines().last().unwrap(), "POST /news_17/_refresh");
}

#[test]
fn an_update_of_a_deleted_index_is_a_push() {
    let server = Recorder::new(|request, before| match request.line.as_str() {
        "GET /_alias/news" => answer(&json!({ "news_17": {} })),
        _ => new_server(request, before),
    });
    push(&folder(FEED), &server.url, &["--update"]).fine();
    assert!(server.lines().contains(&"POST /_aliases".to_owned()));
}

#[test]
fn a_name_that_is_taken_changes_nothing() {
    let cases = [
        (
            "HEAD /news",
            json!({}),
            "news is an index on the server and no alias of one",
        ),
        (
            "GET /_alias/news",
            json!({ "a": {}, "b": {} }),
            "news is an alias of several indices on the server, a, b",
        ),
    ];
    for (line, body, message) in cases {
        let server = Recorder::new(move |request, before| match request.line == line {
            true => answer(&body),
            false => new_server(request, before),
        });
        let ran = push(&folder(FEED), &server.url, &[]);
        assert_eq!(ran.status, 2);
        assert!(ran.stderr.contains(message), "{}", ran.stderr);
        assert_eq!(server.lines().last().unwrap(), line);
    }
}

#[test]
fn the_authorization_may_be_absent_and_is_never_printed() {
    let variable = |value| ("OPENSEARCH_AUTHORIZATION", value);
    let folder = folder(FEED);
    let server = Recorder::new(new_server);
    let arguments = ["--to", "opensearch", server.url.as_str()];
    recorder::push(&folder, variable(""), &arguments).fine();
    let requests = server.requests();
    assert!(
        requests
            .iter()
            .all(|it| it.header("authorization").is_none())
    );

    let server = Recorder::new(|request, _| {
        let secret = request.header("authorization").unwrap_or("nothing");
        let word = secret.split(' ').next_back().unwrap();
        error(
            401,
            "security_exception",
            &format!("not {secret}, not {word}"),
        )
    });
    let arguments = ["--to", "opensearch", server.url.as_str()];
    let refused = recorder::push(&folder, variable(AUTHORIZATION), &arguments);
    let message = "the server refuses the value of OPENSEARCH_AUTHORIZATION";
    assert!(refused.stderr.contains(message), "{}", refused.stderr);
    assert!(refused.stderr.contains("not …, not …"));
    assert!(!refused.stderr.contains("nobody-sees"));
    let absent = recorder::push(&folder, variable(""), &arguments);
    let message = "set the environment variable OPENSEARCH_AUTHORIZATION to ";
    assert!(absent.stderr.contains(message), "{}", absent.stderr);
}

#[test]
fn what_cannot_run_says_why() {
    let folder = folder(FEED);
    let cases: [(&str, &[&str], &str); 4] = [
        (
            "search.example",
            &[],
            "--to opensearch search.example: relative URL",
        ),
        (
            "https://a.example ftp://b.example",
            &[],
            "--to opensearch ftp://b.example: not an http(s) URL",
        ),
        (
            "https://a:b@search.example",
            &[],
            "the key is read from OPENSEARCH_AUTHORIZATION",
        ),
        (
            "https://search.example",
            &["--locale", "?"],
            "is not a language tag",
        ),
    ];
    for (url, more, message) in cases {
        let ran = push(&folder, url, more);
        assert_eq!(ran.status, 2);
        assert!(ran.stderr.contains(message), "{}", ran.stderr);
    }
    let mut command = folder.command(&["push", "feed.json", "--collection", "News"]);
    command.args(["--to", "opensearch", "https://search.example"]);
    let ran = Ran::from(command.output().unwrap());
    assert_eq!(ran.status, 2);
    let message = "--collection News: OpenSearch wants a name without capital letters";
    assert!(ran.stderr.contains(message), "{}", ran.stderr);
}
