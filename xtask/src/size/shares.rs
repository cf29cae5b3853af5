//! The bytes of the package by feature, from the names of the module's functions.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use super::{Bytes, grouped};
use crate::module::gzip_size;
use crate::project::Project;
use crate::{module, package};

/// Parts of functions' names, each with the feature it belongs to. The first match counts.
const FEATURES: [(&str, &str); 20] = [
    ("article_cards_core::feed", READING),
    ("article_cards_core::model", READING),
    ("article_cards_core::interner", SEARCH),
    ("article_cards_core::search", SEARCH),
    ("article_cards::store", LIST),
    ("article_cards::i18n", MESSAGES),
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

const READING: &str = "reading feeds of any format, skipping what is invalid";
const SEARCH: &str = "search with typos and phrases, exact counts, ranges, sorting, highlighting";
const LIST: &str = "the list: loading, paging, new articles, states, focus, announcements";
const CONTROLS: &str = "facets, chips, ranges, toolbar, panel, pager";
const CARDS: &str = "cards, and the shared parts of components";
const MESSAGES: &str = "messages, overrides, plural forms";
const BROWSER: &str = "fetching, URLs, dates and collation by locale, scrolling";
const ELEMENT: &str = "the custom element";
const YEW: &str = "Yew: rendering and events";
const CALLS: &str = "calls between module and scripts";

/// Functions of other crates.
const LIBRARY: &str = "Rust's library: memory, strings, numbers, collections";

// What is not a function.
const DATA: &str = "constants and tables: messages, character references, letters of many scripts";
const STRUCTURE: &str = "types, imports and tables of the module";
const SCRIPT: &str = "the element's script, styles, and the script's side of calls";

/// Returns a table of the bytes by feature, the largest first.
///
/// Gzipped bytes belong to no single function. So each feature is compressed alone, and the results
/// are scaled to the size of the whole.
pub(super) fn table(project: &Project, script: Bytes, wasm: Bytes) -> Result<String> {
    let file = project.scratch().join("named.wasm");
    module::optimize_with_names(project, &package::WIDGET.unoptimized(project), &file)?;
    let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let features =
        bytes_by_feature(&bytes).with_context(|| format!("{} is not a module", file.display()))?;
    let alone: Vec<_> = features
        .iter()
        .map(|(feature, bytes)| (*feature, bytes.len(), gzip_size(bytes)))
        .collect();
    let sum: usize = alone.iter().map(|(.., gzip)| gzip).sum();
    let mut rows: Vec<_> = alone
        .into_iter()
        .map(|(feature, raw, gzip)| (feature, raw, gzip * wasm.gzip / sum.max(1)))
        .collect();
    rows.push((SCRIPT, script.raw, script.gzip));
    rows.sort_by_key(|(.., gzip)| std::cmp::Reverse(*gzip));
    let mut text = "| gzipped | raw | for |\n| ---: | ---: | --- |\n".to_owned();
    for (feature, raw, gzip) in rows {
        let (raw, gzip) = (grouped(raw), grouped(gzip));
        text.push_str(&format!("| {gzip} | {raw} | {feature} |\n"));
    }
    Ok(text)
}

/// The bodies of functions, and everything else, by feature.
fn bytes_by_feature(module: &[u8]) -> wasmparser::Result<BTreeMap<&'static str, Vec<u8>>> {
    let mut features: BTreeMap<&'static str, Vec<u8>> = BTreeMap::new();
    let mut add = |feature, range: Range<u64>| {
        let bytes = module.get(range.start as usize..range.end as usize);
        let all = features.entry(feature).or_default();
        all.extend(bytes.unwrap_or_default());
    };
    let (mut imported, mut bodies, mut names) = (0, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                add(STRUCTURE, section.range());
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            // Its functions follow one by one.
            Payload::CodeSectionStart { .. } => {}
            Payload::CodeSectionEntry(body) => bodies.push(body.range()),
            Payload::DataSection(section) => add(DATA, section.range()),
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
                    add(STRUCTURE, range);
                }
            }
        }
    }
    for (index, range) in (imported..).zip(bodies) {
        let name = names.get(&index).map_or("", String::as_str);
        add(feature_of(name), range);
    }
    Ok(features)
}

/// The feature of a function. A generic one belongs to that of its type arguments.
fn feature_of(name: &str) -> &'static str {
    let plain = without_hashes(name);
    FEATURES
        .iter()
        .find(|(part, _)| plain.contains(part))
        .map_or(LIBRARY, |(_, feature)| feature)
}

/// A name without the hashes in brackets that distinguish versions of crates.
fn without_hashes(name: &str) -> String {
    let mut plain = String::new();
    for (at, piece) in name.split('[').enumerate() {
        match piece.split_once(']') {
            Some((hash, rest)) if at > 0 && hash.len() >= 10 => plain.push_str(rest),
            _ => plain.push_str(piece),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generic_functions_belong_to_their_type_arguments() {
        let name = "core[641134fb57596b42]::ptr::drop_in_place::<article_cards_core[42d49cae070d8f8d]::search::index::Index>";
        assert!(feature_of(name).starts_with("search"));
        assert!(
            feature_of("<yew[ec2d028e30c2065d]::virtual_dom::vtag::VTag>::new").starts_with("Yew")
        );
        assert_eq!(feature_of("dlmalloc::malloc"), LIBRARY);
        assert_eq!(feature_of(""), LIBRARY);
    }
}
