//! The table of a Yew component's properties, from its source.

use std::fs;

use walkdir::WalkDir;

use super::pattern;
use super::tables::{code, row};

/// Where the types of properties are declared.
const ROOTS: [&str; 2] = ["src", "crates"];

/// Where the constants of defaults are.
const DEFAULTS: &str = "crates/core/src/defaults.rs";

/// One row per property: its name, type, default and documentation.
pub(super) fn table(source: &str) -> String {
    let (_, body) = source.split_once("Properties)]").unwrap_or_default();
    let (body, _) = body.split_once("\n}").unwrap_or_default();
    let property = pattern(r"((?:\s*(?:///|#\[).*\n)+)\s*pub (\w+): (.+),");
    let head = ["property", "type", "default", "meaning"];
    let mut table = row(head.map(str::to_owned)) + &row(head.map(|_| "---".to_owned()));
    for (_, [notes, name, kind]) in property.captures_iter(body).map(|found| found.extract()) {
        let mut notes: Vec<_> = notes.lines().map(str::trim).collect();
        if notes.contains(&"#[doc(hidden)]") {
            continue;
        }
        let default = notes
            .iter()
            .find_map(|note| note.strip_prefix("#[prop_or(")?.strip_suffix(")]"));
        notes.retain(|note| note.starts_with("///"));
        let meaning = notes.join(" ").replace("/// ", "");
        let variants = variants(kind);
        let default = match (default, variants.first()) {
            (Some(value), _) => shown(value),
            (None, Some(first)) => first.clone(),
            (None, None) => default_of(kind),
        };
        let kind = match variants.as_slice() {
            [] => code(kind),
            variants => format!("{}: {}", code(kind), variants.join(", ")),
        };
        table += &row([code(name), kind, default, without_links(meaning.trim())]);
    }
    table
}

/// The value of `prop_or`, strings without what wraps them, constants as their values.
fn shown(value: &str) -> String {
    let text = value.strip_prefix("AttrValue::Static(");
    let value = text
        .and_then(|text| text.strip_suffix(')'))
        .unwrap_or(value);
    let constant = value.split_once("defaults::").and_then(|(_, name)| {
        let source = fs::read_to_string(DEFAULTS).ok()?;
        let (_, rest) = source.split_once(&format!("pub const {name}: "))?;
        Some(rest.split_once(" = ")?.1.split_once(';')?.0.to_owned())
    });
    code(constant.as_deref().unwrap_or(value).trim_matches('"'))
}

/// What `Default` means for a type that is not an enum.
fn default_of(kind: &str) -> String {
    match kind {
        "bool" => code("false"),
        "AttrValue" | "Classes" => "empty".to_owned(),
        "u8" | "u16" | "u32" | "u64" | "usize" => code("0"),
        _ => "none".to_owned(),
    }
}

/// The variants of an enum, the default one first; none if it is another type.
fn variants(kind: &str) -> Vec<String> {
    let files = ROOTS.into_iter().flat_map(WalkDir::new).flatten();
    files
        .filter_map(|file| variants_in(&fs::read_to_string(file.path()).ok()?, kind))
        .next()
        .unwrap_or_default()
}

fn variants_in(source: &str, kind: &str) -> Option<Vec<String>> {
    let (_, body) = source.split_once(&format!("pub enum {kind} {{"))?;
    let (body, _) = body.split_once("\n}")?;
    let mut variants: Vec<_> = pattern(r#"(?m)(#\[default\]\n)?^ +(\w+)(?: = ".*")?,$"#)
        .captures_iter(body)
        .map(|found| (found.get(1).is_none(), code(&found[2])))
        .collect();
    variants.sort_by_key(|(is_other, _)| *is_other);
    Some(variants.into_iter().map(|(_, name)| name).collect())
}

/// The text of documentation: `` [`a`](b) `` and `` [`a`] `` as `` `a` ``.
fn without_links(text: &str) -> String {
    let link = pattern(r"\[(`[^`]*`)\](?:\([^)]*\))?");
    link.replace_all(text, "$1").into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_variant_is_first() {
        let source = "pub enum Paging {\n    /// More,\n    More,\n    #[default]\n    Pages,\n}\n";
        let expected = ["Pages", "More"].map(code).to_vec();
        assert_eq!(variants_in(source, "Paging"), Some(expected));
        assert_eq!(variants_in(source, "Page"), None);
    }

    #[test]
    fn each_public_property_has_a_row() {
        let source = r#"
/// Of a list.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Where it comes from,
    /// as in [`Feed`](crate::Feed) or `a|b`.
    #[prop_or_default]
    pub src: Option<AttrValue>,
    /// Facets.
    #[prop_or(AttrValue::Static("topics"))]
    pub facets: AttrValue,
    #[doc(hidden)]
    #[prop_or_default]
    pub slotted: bool,
    /// Excerpts.
    #[prop_or_default]
    pub without_excerpts: bool,
}

impl Other { pub x: u8, }
"#;
        let rows: Vec<_> = table(source).lines().skip(2).map(str::to_owned).collect();
        assert_eq!(
            rows,
            [
                r"| `src` | `Option<AttrValue>` | none | Where it comes from, as in `Feed` or `a\|b`. |",
                "| `facets` | `AttrValue` | `topics` | Facets. |",
                "| `without_excerpts` | `bool` | `false` | Excerpts. |",
            ]
        );
    }
}
