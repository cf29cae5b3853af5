//! The table of a Yew component's properties, from its source.

use std::fs;
use std::path::PathBuf;

/// Where the types of properties are declared.
const ROOTS: [&str; 2] = ["src", "crates"];

/// One row a property: its name, type, default and documentation.
pub(super) fn table(source: &str) -> String {
    let mut table =
        "| property | type | default | meaning |\n| --- | --- | --- | --- |\n".to_owned();
    let fields = source
        .split_once("Properties)]")
        .map_or("", |(_, after)| after);
    let (mut meaning, mut default, mut hidden) = (Vec::new(), None, false);
    for line in fields
        .lines()
        .map(str::trim)
        .take_while(|line| *line != "}")
    {
        if let Some(text) = line.strip_prefix("///") {
            meaning.push(text.trim());
        } else if let Some(value) = line.strip_prefix("#[prop_or(") {
            default = value.strip_suffix(")]");
        } else if line.starts_with("#[doc(hidden)") {
            hidden = true;
        } else if line.starts_with("pub struct") {
            meaning.clear();
        } else if let Some((name, kind)) = field(line) {
            if !hidden {
                let words: Vec<_> = variants(kind).iter().map(|name| code(name)).collect();
                let kinds = match words.as_slice() {
                    [] => code(kind),
                    words => format!("{}: {}", code(kind), words.join(", ")),
                };
                let value = match (default, words.first()) {
                    (Some(value), _) => shown(value),
                    (None, Some(first)) => first.clone(),
                    (None, None) => default_of(kind),
                };
                let row = [code(name), kinds, value, without_links(&meaning.join(" "))];
                table += &format!(
                    "| {} |\n",
                    row.map(|cell| cell.replace('|', r"\|")).join(" | ")
                );
            }
            (meaning, default, hidden) = (Vec::new(), None, false);
        }
    }
    table
}

fn field(line: &str) -> Option<(&str, &str)> {
    let (name, kind) = line.strip_prefix("pub ")?.split_once(": ")?;
    Some((name, kind.strip_suffix(',')?))
}

fn code(text: &str) -> String {
    format!("`{text}`")
}

/// The value of `prop_or`, strings without what wraps them.
fn shown(value: &str) -> String {
    let text = value.strip_prefix("AttrValue::Static(\"");
    code(
        text.and_then(|text| text.strip_suffix("\")"))
            .unwrap_or(value),
    )
}

/// What `Default` means for a type that is no enum.
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
    let mut folders: Vec<PathBuf> = ROOTS.map(PathBuf::from).into();
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        for path in entries.map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if let Some(variants) =
                variants_in(&fs::read_to_string(path).unwrap_or_default(), kind)
            {
                return variants;
            }
        }
    }
    Vec::new()
}

fn variants_in(source: &str, kind: &str) -> Option<Vec<String>> {
    let (_, body) = source.split_once(&format!("pub enum {kind} {{"))?;
    let lines = body.lines().map(str::trim).take_while(|line| *line != "}");
    let (mut variants, mut is_default) = (Vec::new(), false);
    for line in lines.filter(|line| !line.starts_with("//")) {
        match line.strip_suffix(',') {
            Some(name) if is_default => variants.insert(0, name.to_owned()),
            Some(name) => variants.push(name.to_owned()),
            None => {}
        }
        is_default = line == "#[default]";
    }
    Some(variants)
}

/// The text of documentation: `` [`a`](b) `` and `` [`a`] `` as `` `a` ``.
fn without_links(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[`") {
        plain += before;
        plain.push('`');
        let Some((name, after)) = after.split_once("`]") else {
            rest = after;
            break;
        };
        plain += name;
        plain.push('`');
        rest = match after
            .strip_prefix('(')
            .and_then(|link| link.split_once(')'))
        {
            Some((_, after)) => after,
            None => after,
        };
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_variant_is_first() {
        let source = "pub enum Paging {\n    /// More,\n    More,\n    #[default]\n    Pages,\n}\n";
        let expected = ["Pages", "More"].map(str::to_owned).to_vec();
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
