//! What the package's bytes are spent on: the functions of the module by the names they had.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use super::{Bytes, grouped, gzip_size};
use crate::error::{Context, Result};
use crate::module;
use crate::package;
use crate::project::Project;

/// The parts of the crate, each with what it buys; the first that a function's name holds counts.
const BOUGHT: [(&str, &str); 20] = [
    ("article_cards_core::feed", READING),
    ("article_cards_core::model", READING),
    ("article_cards_core::interner", SEARCH),
    ("article_cards_core::search", SEARCH),
    ("article_cards::store", LIST),
    ("article_cards::i18n", WORDS),
    ("article_cards::browser", BROWSER),
    ("article_cards_wasm", ELEMENT),
    ("components::list::list_handle", ELEMENT),
    ("article_cards::hooks", LIST),
    ("components::list::pager", CONTROLS),
    ("components::list::controls", CONTROLS),
    ("components::list::no_results_suggestions", CONTROLS),
    ("components::list", LIST),
    ("components::controls", CONTROLS),
    ("article_cards::components", CARDS),
    ("yew::", YEW),
    ("implicit_clone", YEW),
    ("wasm_bindgen", CALLS),
    ("js_sys", CALLS),
];

const READING: &str = "reading feeds of any shape, one bad field costing only itself";
const SEARCH: &str = "search with typos and phrases, true counts, ranges, sorting, marks";
const LIST: &str = "the list: loading, paging, new articles, states, focus, what is announced";
const CONTROLS: &str = "facets, chips, ranges, toolbar, panel, pager";
const CARDS: &str = "cards, and what all pieces are drawn with";
const WORDS: &str = "words on screen, own words, plural forms";
const BROWSER: &str = "fetching, the address, dates and sorting by the locale, scrolling";
const ELEMENT: &str = "the custom element and the engine for scripts";
const YEW: &str = "Yew: what is drawn becomes the page, events come back";
const CALLS: &str = "calls between the module and scripts";

/// Rust's own library and the crates around it.
const LIBRARY: &str = "Rust's library: memory, text, numbers, collections";

/// What stands beside the functions.
const DATA: &str = "texts and tables: words, character references, letters of many scripts";
const FRAME: &str = "types, imports and tables of the module";
const SCRIPT: &str = "the element's script, styles, and calls between scripts and the module";

/// A table of what the bytes are spent on, the most first. The gzipped bytes of a function can't be
/// told alone: each group is compressed by itself, and the differences to the whole shared out.
pub(super) fn table(project: &Project, script: Bytes, wasm: Bytes) -> Result<String> {
    let file = named(project)?;
    let bytes = fs::read(&file).context(|| format!("cannot read {}", file.display()))?;
    let groups = groups(&bytes).context(|| format!("{} is no module", file.display()))?;
    let alone: Vec<_> = groups
        .iter()
        .map(|(name, bodies)| (*name, bodies.len(), gzip_size(bodies)))
        .collect();
    let sum: usize = alone.iter().map(|(.., gzip)| gzip).sum();
    let mut rows: Vec<_> = alone
        .into_iter()
        .map(|(name, raw, gzip)| (name, raw, gzip * wasm.gzip / sum.max(1)))
        .collect();
    rows.push((SCRIPT, script.raw, script.gzip));
    rows.sort_by_key(|(.., gzip)| std::cmp::Reverse(*gzip));
    let mut text = "| gzipped | raw | for |\n| ---: | ---: | --- |\n".to_owned();
    for (name, raw, gzip) in rows {
        text.push_str(&format!(
            "| {} | {} | {name} |\n",
            grouped(gzip),
            grouped(raw)
        ));
    }
    Ok(text)
}

/// The module as it is shipped, but with the names of its functions.
fn named(project: &Project) -> Result<PathBuf> {
    let file = project.target.join("xtask").join("named.wasm");
    module::with_names(project, &package::bound(project), &file)?;
    Ok(file)
}

/// The bodies of functions, and all else, by what they are for.
fn groups(bytes: &[u8]) -> wasmparser::Result<BTreeMap<&'static str, Vec<u8>>> {
    let mut groups: BTreeMap<&'static str, Vec<u8>> = BTreeMap::new();
    let (mut imported, mut bodies, mut names) = (0, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(bytes) {
        match payload? {
            Payload::ImportSection(section) => {
                groups
                    .entry(FRAME)
                    .or_default()
                    .extend(section_bytes(bytes, section.range()));
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            // Its functions come one by one.
            Payload::CodeSectionStart { .. } => {}
            Payload::CodeSectionEntry(body) => bodies.push(body.range()),
            Payload::DataSection(section) => {
                groups
                    .entry(DATA)
                    .or_default()
                    .extend(section_bytes(bytes, section.range()));
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    for part in section {
                        if let Name::Function(map) = part? {
                            for naming in map {
                                let naming = naming?;
                                names.insert(naming.index, naming.name.to_owned());
                            }
                        }
                    }
                }
            }
            other => {
                if let Some((_, range)) = other.as_section() {
                    groups
                        .entry(FRAME)
                        .or_default()
                        .extend(section_bytes(bytes, range));
                }
            }
        }
    }
    for (place, range) in (imported..).zip(bodies) {
        let name = names.get(&place).map_or("", String::as_str);
        groups
            .entry(bought_by(name))
            .or_default()
            .extend(section_bytes(bytes, range));
    }
    Ok(groups)
}

fn section_bytes(bytes: &[u8], range: std::ops::Range<u64>) -> &[u8] {
    let range = range.start as usize..range.end as usize;
    bytes.get(range).unwrap_or_default()
}

/// What a function is for: of generic ones what they were made for counts.
fn bought_by(name: &str) -> &'static str {
    let plain = without_hashes(name);
    BOUGHT
        .iter()
        .find(|(part, _)| plain.contains(part))
        .map_or(LIBRARY, |(_, what)| what)
}

/// A name without the marks in brackets that tell versions of crates apart.
fn without_hashes(name: &str) -> String {
    let mut plain = String::new();
    for (place, piece) in name.split('[').enumerate() {
        match piece.split_once(']') {
            Some((mark, rest)) if place > 0 && mark.len() >= 10 => plain.push_str(rest),
            _ => plain.push_str(piece),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_for_what_they_were_made_for() {
        let name = "core[641134fb57596b42]::ptr::drop_in_place::<article_cards_core[42d49cae070d8f8d]::search::index::Index>";
        assert!(bought_by(name).starts_with("search"));
        assert!(
            bought_by("<yew[ec2d028e30c2065d]::virtual_dom::vtag::VTag>::new").starts_with("Yew")
        );
        assert_eq!(bought_by("dlmalloc::malloc"), LIBRARY);
        assert_eq!(bought_by(""), LIBRARY);
    }
}
