//! `convert` agrees with another YAML library: PyYAML, if it is installed.
#![allow(missing_docs)]

mod harness;

use std::path::Path;
use std::process::{Command, Stdio};

use harness::{Folder, articles, everyday};
use serde_json::{Map, Value};

/// Prints the front matter of each file as JSON, one per line, by path.
const READ: &str = r#"
import datetime, json, pathlib, sys, yaml

class Loader(yaml.SafeLoader):
    """Dates stay as they are written."""

Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
for file in sorted(pathlib.Path(sys.argv[1]).rglob("*.md")):
    text = file.read_text(encoding="utf-8-sig")
    front_matter = text.split("\n---", 1)[0].split("\n", 1)[1] + "\n"
    print(json.dumps([file.name, yaml.load(front_matter, Loader=Loader)]))
"#;

const FIELDS: [&str; 27] = [
    "id",
    "title",
    "name",
    "excerpt",
    "summary",
    "description",
    "webUrl",
    "originalUrl",
    "publishedDateTime",
    "type",
    "category",
    "categories",
    "topics",
    "tags",
    "quality",
    "heat",
    "published",
    "removed",
    "provider",
    "images",
    "related",
    "topItems",
    "length",
    "price",
    "levels",
    "members",
    "locale",
];

/// Returns the front matter of all files in a folder; `None` without Python or PyYAML.
fn by_python(folder: &Path) -> Option<Map<String, Value>> {
    let has = Command::new("python3")
        .args(["-c", "import yaml"])
        .stderr(Stdio::null())
        .status();
    if !has.is_ok_and(|status| status.success()) {
        eprintln!("skipped: there is no Python with PyYAML");
        return None;
    }
    let output = Command::new("python3")
        .args(["-c", READ])
        .arg(folder)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let lines = String::from_utf8(output.stdout).unwrap();
    let pairs = lines.lines().map(|line| {
        let (name, article): (String, Map<String, Value>) = serde_json::from_str(line).unwrap();
        let read = article
            .into_iter()
            .filter(|(key, value)| FIELDS.contains(&key.as_str()) && !value.is_null());
        (name, Value::Object(read.collect()))
    });
    Some(pairs.collect())
}

fn compare(folder: &Path) -> Option<usize> {
    let mut expected = by_python(folder)?;
    let ran = Folder::new().run(&["convert", folder.to_str().unwrap()]);
    let converted = articles(&ran.fine());
    let count = converted.len();
    for mut article in converted {
        let path = article.as_object_mut().unwrap().remove("path").unwrap();
        let name = Path::new(path.as_str().unwrap())
            .file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        assert_eq!(Some(article), expected.remove(&name), "{name}");
    }
    assert!(expected.is_empty(), "lost: {:?}", expected.keys());
    Some(count)
}

#[test]
fn everyday_articles() {
    let Some(data) = everyday() else { return };
    let Some(count) = compare(&data.join("news")) else {
        return;
    };
    assert_eq!(count, 426);
}

/// All styles of texts, lists and maps in YAML.
#[test]
fn all_styles() {
    let styles = [
        "title: plain text # not this\nexcerpt: it's #1, \"quoted\"",
        "title: 'it''s'\nexcerpt: \"a\\tb\\u2019\\n\\x41 \\\n  c\"",
        "title: >-\n  folded\n  text\n\n  more\nexcerpt: |+\n  kept\n\n\nquality: 7",
        "title: over\n  several\n  lines\nexcerpt: 'quoted\n\n  too'",
        "title: |2\n    indented\n  less\nexcerpt: >\n  a\n   b\n  c",
        "title: a\ntopics: [a, 'b', \"c\", [d], {name: f}]\nimages:\n- url: https://x.example/\n  width: 1\n-   url: https://y.example/",
        "\"title\": a\n? excerpt\n: b\nprovider: &p {name: n, domain: x.example}\nrelated:\n  - title: r\n    provider: *p",
        "title: !!str 12\nquality: !!int \"7\"\nheat: -1\npublished: False",
        "base: &base {title: a, excerpt: b}\n<<: *base\nexcerpt: c",
        "title: ünï • 漢字 😀\nexcerpt: \"\\U0001F600 \\/\"",
        "title: a\ncategory:\ntopics:\n  - a\n  -\n  - ~\n  - b\nlocale: null",
    ];
    let folder = Folder::new();
    for (number, style) in styles.iter().enumerate() {
        folder.write(
            &format!("{number:02}.md"),
            format!("---\n{style}\n---\ntext\n"),
        );
    }
    let Some(expected) = by_python(folder.path()) else {
        return;
    };
    let ran = folder.run(&["convert", "."]);
    for mut article in articles(&ran.stdout) {
        let path = article.as_object_mut().unwrap().remove("path").unwrap();
        let mut expected = expected[path.as_str().unwrap()].clone();
        // Nulls are ignored, in lists too.
        if let Some(topics) = expected.get_mut("topics").and_then(Value::as_array_mut) {
            topics.retain(|topic| !topic.is_null());
        }
        assert_eq!(article, expected, "{path}");
    }
}
