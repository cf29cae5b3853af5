//! Feeds in pages, and `--watch`.
#![allow(missing_docs)]

mod harness;

use std::thread;
use std::time::{Duration, Instant};

use article_cards_core::feed::{Feed, Options};
use article_cards_core::text::url::UrlStandard;
use harness::{Folder, everyday};
use serde_json::{Value, json};

/// Returns a folder of `count` articles; the newest has the highest number.
fn articles(count: usize) -> Folder {
    let folder = Folder::new();
    for number in 1..=count {
        let text = format!(
            "---\ntitle: T{number}\nwebUrl: https://x.example/{number}\npublishedDateTime: 2024-01-{number:02}\n---\n"
        );
        folder.write(&format!("news/{number}.md"), text);
    }
    folder
}

fn page(folder: &Folder, name: &str) -> Value {
    serde_json::from_str(&folder.read(name)).unwrap()
}

/// Follows a feed from page to page as the widget does.
fn follow(folder: &Folder, start: &str) -> Feed {
    const ORIGIN: &str = "https://harbour.example/";
    let mut feed = Feed::new(Options::default());
    let mut url = Some(format!("{ORIGIN}{start}"));
    while let Some(address) = url {
        let document = folder.read(address.strip_prefix(ORIGIN).unwrap());
        feed.read(document.as_bytes(), Some(&address), &UrlStandard)
            .unwrap();
        url = feed.next_page().map(str::to_owned);
    }
    feed
}

#[test]
fn pages_link_to_each_other() {
    let folder = articles(5);
    folder
        .run(&["convert", "news", "--pages", "2", "-o", "api/news"])
        .fine();
    let first = page(&folder, "api/news/index.json");
    assert_eq!(first, page(&folder, "api/news/page/1/index.json"));
    assert_eq!((&first["page"], &first["nextPage"]), (&json!(1), &json!(2)));
    assert_eq!(
        first["value"][0],
        json!({"path": "news/5.md", "webUrl": "https://x.example/5", "title": "T5", "publishedDateTime": "2024-01-05"})
    );
    assert_eq!(
        page(&folder, "api/news/page/3/index.json")["nextPage"],
        Value::Null
    );
    let feed = follow(&folder, "api/news/index.json");
    let titles: Vec<_> = feed
        .articles()
        .iter()
        .map(|article| article.title.as_str())
        .collect();
    assert_eq!(titles, ["T5", "T4", "T3", "T2", "T1"]);
    assert_eq!(feed.diagnostics().count(), 0);

    // A shorter feed leaves no stale pages, and its own pages are not read.
    folder
        .run(&["convert", ".", "--pages", "5", "-o", "api/news"])
        .fine();
    assert!(!folder.path().join("api/news/page/2").exists());
    assert_eq!(follow(&folder, "api/news/index.json").articles().len(), 5);
    // Converting the pages gives the same feed.
    let again = folder.run(&["convert", "api"]).fine();
    assert_eq!(again, folder.run(&["convert", "news"]).fine());
}

#[test]
fn a_feed_without_articles_is_a_page() {
    let folder = articles(1);
    folder
        .run(&[
            "convert", "news", "--limit", "0", "--pages", "2", "-o", "api",
        ])
        .fine();
    assert_eq!(
        page(&folder, "api/index.json"),
        json!({"page": 1, "value": [], "nextPage": null})
    );
}

/// A failed run keeps the old pages and leaves no other files.
#[test]
fn pages_are_replaced_together() {
    let folder = articles(5);
    folder
        .run(&["convert", "news", "--pages", "2", "-o", "api"])
        .fine();
    let old = folder.read("api/index.json");
    // A folder is in the way of the last page.
    std::fs::create_dir_all(folder.path().join("api/page/4")).unwrap();
    folder.write("api/page/5", "in the way");
    let ran = folder.run(&["convert", "news", "--pages", "1", "-o", "api"]);
    assert_eq!(ran.status, 2, "{}", ran.stderr);
    assert_eq!(folder.read("api/index.json"), old);
    let left = std::fs::read_dir(folder.path().join("api/page/1"))
        .unwrap()
        .count();
    assert_eq!(left, 1);
}

#[test]
fn more_pages_than_files_may_be_open() {
    let folder = Folder::new();
    let list: Vec<_> = (0..3000)
        .map(|id| json!({"id": id, "title": "T"}))
        .collect();
    folder.write("feed.json", serde_json::to_string(&list).unwrap());
    folder
        .run(&["convert", "feed.json", "--pages", "1", "-o", "api"])
        .fine();
    assert!(folder.path().join("api/page/3000/index.json").is_file());
}

#[test]
fn everyday_pages() {
    let Some(data) = everyday() else { return };
    let folder = Folder::new();
    let news = data.join("news");
    folder
        .run(&[
            "convert",
            news.to_str().unwrap(),
            "--pages",
            "25",
            "-o",
            "news",
        ])
        .fine();
    let feed = follow(&folder, "news/index.json");
    assert_eq!(
        (feed.articles().len(), feed.diagnostics().count()),
        (426, 0)
    );
    assert!(folder.path().join("news/page/18/index.json").is_file());
}

#[test]
fn watching_writes_again() {
    let folder = articles(1);
    let mut child = folder
        .command(&["convert", "news", "-o", "feed.json", "--watch", "--quiet"])
        .spawn()
        .unwrap();
    let until = |expected: &dyn Fn(&str) -> bool| {
        let begin = Instant::now();
        while begin.elapsed() < Duration::from_secs(30) {
            if std::fs::read_to_string(folder.path().join("feed.json"))
                .is_ok_and(|feed| expected(&feed))
            {
                return true;
            }
            thread::sleep(Duration::from_millis(20));
        }
        false
    };
    let first = until(&|feed| feed.contains("T1"));
    folder.write(
        "news/deep/2.md",
        "---\ntitle: Added\nwebUrl: https://x.example/added\n---\n",
    );
    let added = until(&|feed| feed.contains("Added"));
    // Temporary problems do not end it.
    folder.write("news/deep/2.md", "---\ntitle: Half");
    let lost = until(&|feed| !feed.contains("Added") && feed.contains("T1"));
    folder.write(
        "news/deep/2.md",
        "---\ntitle: Right again\nwebUrl: https://x.example/added\n---\n",
    );
    let right = until(&|feed| feed.contains("Right again"));
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!((first, added, lost, right), (true, true, true, true));
}
