//! Tables of what `package/custom-elements.json` declares.

use serde_json::Value;

/// Renders one table from the declaration of the element.
type Table = fn(&Value) -> String;

/// The name of each table's mark, and what renders it.
pub(super) const TABLES: [(&str, Table); 8] = [
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

/// The keywords of an enumerated attribute, or the type of its value.
fn values(attribute: &Value) -> String {
    let kind = text(&attribute["type"]["text"]);
    if !kind.starts_with('"') {
        return kind.to_owned();
    }
    let keywords: Vec<_> = kind
        .split('|')
        .map(|keyword| code(keyword.trim().trim_matches('"')))
        .collect();
    keywords.join(", ")
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

pub(super) fn code(text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        format!("`{text}`")
    }
}

fn table<'a, const N: usize>(
    head: [&str; N],
    items: impl Iterator<Item = &'a Value>,
    cells: impl Fn(&Value) -> [String; N],
) -> String {
    let mut table = row(head.map(str::to_owned)) + &row(head.map(|_| "---".to_owned()));
    items.for_each(|item| table += &row(cells(item)));
    table
}

/// A row of a table.
pub(super) fn row<const N: usize>(cells: [String; N]) -> String {
    // A bar starts the next cell, in code too.
    let cells = cells.map(|cell| cell.replace('|', r"\|"));
    format!("| {} |\n", cells.join(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

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
