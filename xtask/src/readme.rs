//! `cargo xtask readme`: what README.md shows is what is tested. Between its marks it has files as
//! they are, and tables of the element's manifest; docs/accessibility.md has the table of criteria.

mod criteria;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use lexopt::Parser;
use lexopt::prelude::*;
use serde_json::Value;

use crate::error::{Context, Error, Result};
use crate::help;
use crate::process::say;
use crate::project::{self, Project};

const HELP: &str = "\
Usage: cargo xtask readme [flags]

Fails if README.md shows anything else than it should: between <!-- code: path --> and
<!-- /code --> the file at that path, between <!-- attributes --> and <!-- /attributes --> a
table of what package/custom-elements.json names, and so for events, properties, methods,
slots, parts, css and states. The same for docs/accessibility.md: between <!-- criteria --> and
<!-- /criteria --> a table of tests/e2e/wcag/criteria.json.

  --write     put it there instead
  -h, --help  this text
";

const README: &str = "README.md";
const MANIFEST: &str = "package/custom-elements.json";
const ACCESSIBILITY: &str = "docs/accessibility.md";
const CRITERIA: &str = "tests/e2e/wcag/criteria.json";

/// Runs the command.
pub(crate) fn command(mut args: Parser) -> Result<ExitCode> {
    let mut write = false;
    while let Some(arg) = args.next()? {
        match arg {
            Long("write") => write = true,
            Short('h') | Long("help") => return Ok(help(HELP)),
            other => return Err(other.unexpected().into()),
        }
    }
    // Paths are relative to the repository.
    Project::open()?;
    if write {
        for (file, old, new) in texts()? {
            if old != new {
                fs::write(file, new).context(|| format!("cannot write {file}"))?;
                say(format!("{file} shows what is tested"));
            }
        }
    } else {
        check()?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Fails if they show anything else than they should.
pub(crate) fn check() -> Result<()> {
    for (file, old, new) in texts()? {
        if old != new {
            let same = old.lines().zip(new.lines());
            let line = 1 + same.take_while(|(old, new)| old == new).count();
            return Err(Error::new(format!(
                "{file} does not show what is tested, from line {line} on: cargo xtask readme --write"
            )));
        }
    }
    Ok(())
}

/// The documents: what they say, and what they should say.
fn texts() -> Result<[(&'static str, String, String); 2]> {
    let old = read(README)?;
    let manifest = project::read_json(Path::new(MANIFEST))?;
    let element = &manifest["modules"][0]["declarations"][0];
    let mut new = with_files(&old, read)?;
    for (mark, table) in TABLES {
        new = replaced(&new, mark, |_| Ok(table(element)))?;
    }
    let before = read(ACCESSIBILITY)?;
    let criteria = project::read_json(Path::new(CRITERIA))?;
    let after = replaced(&before, "criteria", |_| Ok(criteria::table(&criteria)))?;
    Ok([(README, old, new), (ACCESSIBILITY, before, after)])
}

fn read(file: &str) -> Result<String> {
    fs::read_to_string(file).context(|| format!("cannot read {file}"))
}

/// The text with what stands in the files between its marks.
fn with_files(text: &str, read: impl Fn(&str) -> Result<String>) -> Result<String> {
    replaced(text, "code", |path| {
        let file = read(path)?;
        let fence = if file.contains("```") { "````" } else { "```" };
        let language = match path.rsplit('.').next().unwrap_or_default() {
            // As the documentation compiles it.
            "rs" => "rust,no_run",
            other => other,
        };
        Ok(format!("{fence}{language}\n{}\n{fence}\n", file.trim_end()))
    })
}

/// The text with something else between all pairs of these marks: `<!-- mark -->` or
/// `<!-- mark: argument -->`, and `<!-- /mark -->`.
fn replaced(text: &str, mark: &str, with: impl Fn(&str) -> Result<String>) -> Result<String> {
    let (open, close) = (format!("<!-- {mark}"), format!("<!-- /{mark} -->"));
    let mut new = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(&open) {
        new += before;
        new += &open;
        rest = after;
        let Some((argument, after)) = after.split_once("-->") else {
            break;
        };
        let argument = argument.trim();
        // Another mark, which only begins with this word.
        if !argument.is_empty() && !argument.starts_with(':') {
            continue;
        }
        let (_, after) = after
            .split_once(&close)
            .ok_or_else(|| Error::new(format!("there is no {close} after {open}")))?;
        let argument = argument.trim_start_matches(':').trim();
        let head = if argument.is_empty() {
            " -->".to_owned()
        } else {
            format!(": {argument} -->")
        };
        new += &format!("{head}\n{}{close}", with(argument)?);
        rest = after;
    }
    Ok(new + rest)
}

/// How the manifest's element becomes a table.
type Table = fn(&Value) -> String;

/// The marks, and what stands between them.
const TABLES: [(&str, Table); 8] = [
    ("attributes", attributes),
    ("properties", properties),
    ("methods", methods),
    ("events", events),
    ("slots", slots),
    ("parts", parts),
    ("css", css),
    ("states", states),
];

fn attributes(element: &Value) -> String {
    let head = ["attribute", "values", "default", "meaning"];
    table(head, all(&element["attributes"]), |one| {
        let (name, default) = (code(text(&one["name"])), text(&one["default"]).to_owned());
        [name, values(one), default, description(one)]
    })
}

fn properties(element: &Value) -> String {
    let is_alone = |one: &&Value| one["kind"] == "field" && one["attribute"].is_null();
    let head = ["property", "type", "", "meaning"];
    table(head, all(&element["members"]).filter(is_alone), |one| {
        let access = if one["readonly"] == true {
            "read only"
        } else {
            ""
        };
        let kind = code(text(&one["type"]["text"]));
        [
            code(text(&one["name"])),
            kind,
            access.to_owned(),
            description(one),
        ]
    })
}

fn methods(element: &Value) -> String {
    let methods = all(&element["members"]).filter(|one| one["kind"] == "method");
    table(["method", "meaning"], methods, |one| {
        let parameters: Vec<_> = all(&one["parameters"])
            .map(|one| {
                let optional = if one["optional"] == true { "?" } else { "" };
                format!("{}{optional}", text(&one["name"]))
            })
            .collect();
        let call = format!("{}({})", text(&one["name"]), parameters.join(", "));
        [code(&call), description(one)]
    })
}

fn events(element: &Value) -> String {
    table(
        ["event", "`detail`", "when"],
        all(&element["events"]),
        |one| {
            let kind = text(&one["type"]["text"]);
            let detail = kind
                .strip_prefix("CustomEvent<")
                .and_then(|kind| kind.strip_suffix('>'));
            [
                code(text(&one["name"])),
                code(detail.unwrap_or(kind)),
                description(one),
            ]
        },
    )
}

fn slots(element: &Value) -> String {
    table(["slot", "holds"], all(&element["slots"]), |one| {
        let name = text(&one["name"]);
        let name = if name.is_empty() {
            "default".to_owned()
        } else {
            code(name)
        };
        [name, description(one)]
    })
}

fn parts(element: &Value) -> String {
    described("part", &element["cssParts"])
}

fn css(element: &Value) -> String {
    let head = ["property", "default", "changes"];
    table(head, all(&element["cssProperties"]), |one| {
        [
            code(text(&one["name"])),
            code(text(&one["default"])),
            description(one),
        ]
    })
}

fn states(element: &Value) -> String {
    described("state", &element["cssStates"])
}

fn described(what: &str, list: &Value) -> String {
    table([what, "meaning"], all(list), |one| {
        [code(text(&one["name"])), description(one)]
    })
}

/// The words that can be chosen from, or what kind of value it is.
fn values(attribute: &Value) -> String {
    let kind = text(&attribute["type"]["text"]);
    if !kind.starts_with('"') {
        return kind.to_owned();
    }
    let words: Vec<_> = kind
        .split('|')
        .map(|word| code(word.trim().trim_matches('"')))
        .collect();
    words.join(", ")
}

fn all(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn description(one: &Value) -> String {
    text(&one["description"]).to_owned()
}

fn code(text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        format!("`{text}`")
    }
}

fn table<'a, const N: usize>(
    head: [&str; N],
    rows: impl Iterator<Item = &'a Value>,
    cells: impl Fn(&Value) -> [String; N],
) -> String {
    let line = |cells: [String; N]| {
        // A bar begins the next cell, in code as well.
        let cells = cells.map(|cell| cell.replace('|', r"\|"));
        format!("| {} |\n", cells.join(" | "))
    };
    let mut text = line(head.map(str::to_owned)) + &line(head.map(|_| "---".to_owned()));
    rows.for_each(|one| text += &line(cells(one)));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn file(path: &str) -> Result<String> {
        match path {
            "a.html" => Ok("<p>\n".to_owned()),
            "b.rs" => Ok("fn main() {}\n\n".to_owned()),
            _ => Err(Error::new("there is none")),
        }
    }

    #[test]
    fn files_stand_between_their_marks() {
        let old =
            "x\n<!-- code: a.html -->\nold\n<!-- /code -->\ny\n<!-- code: b.rs --><!-- /code -->\n";
        let new = "x\n<!-- code: a.html -->\n```html\n<p>\n```\n<!-- /code -->\ny\n<!-- code: b.rs -->\n```rust,no_run\nfn main() {}\n```\n<!-- /code -->\n";
        assert_eq!(with_files(old, file).ok().as_deref(), Some(new));
        assert_eq!(with_files(new, file).ok().as_deref(), Some(new));
        assert!(with_files("<!-- code: none -->\n<!-- /code -->", file).is_err());
        assert!(with_files("<!-- code: a.html -->\n", file).is_err());
    }

    #[test]
    fn other_marks_are_left_alone() {
        let text = "<!-- size -->\n5\n<!-- /size -->\n<!-- codes -->\n<!-- code";
        assert_eq!(with_files(text, file).ok().as_deref(), Some(text));
    }

    #[test]
    fn the_manifest_becomes_tables() {
        let element = json!({
            "attributes": [
                {"name": "src", "type": {"text": "string"}, "default": "–", "description": "Feed."},
                {"name": "dates", "type": {"text": "\"a\" | \"b\""}, "default": "`a`", "description": "x | y"},
            ],
            "members": [
                {"kind": "field", "name": "src", "attribute": "src"},
                {"kind": "field", "name": "status", "type": {"text": "A | B"}, "readonly": true, "description": "Where."},
                {"kind": "method", "name": "load", "parameters": [{"name": "url", "optional": true}, {"name": "x"}], "description": "Loads."},
            ],
            "events": [{"name": "ac-page", "type": {"text": "CustomEvent<{page: number}>"}, "description": "More."}],
            "slots": [{"name": "", "description": "Links."}, {"name": "empty", "description": "Words."}],
        });
        let [head, rule] = [
            "| attribute | values | default | meaning |",
            "| --- | --- | --- | --- |",
        ];
        assert_eq!(
            attributes(&element),
            format!(
                "{head}\n{rule}\n| `src` | string | – | Feed. |\n| `dates` | `a`, `b` | `a` | x \\| y |\n"
            )
        );
        assert!(properties(&element).ends_with("| `status` | `A \\| B` | read only | Where. |\n"));
        assert!(!properties(&element).contains("src"));
        assert!(methods(&element).ends_with("| `load(url?, x)` | Loads. |\n"));
        assert!(events(&element).ends_with("| `ac-page` | `{page: number}` | More. |\n"));
        assert!(slots(&element).ends_with("| default | Links. |\n| `empty` | Words. |\n"));
    }
}
