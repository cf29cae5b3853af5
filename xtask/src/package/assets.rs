//! Styles and translations as JavaScript modules, and the bundle for a script tag.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use xshell::cmd;

use super::{FOLDER, list, read, write};
use crate::node;
use crate::process::shell;
use crate::project::Project;

/// What the element's shadow root adopts.
const STYLES: [&str; 2] = ["styles/element.css", "styles/cards.css"];

/// Folders of JSON files that pages load on demand: translations, and presets of mappings.
const ON_DEMAND: [&str; 2] = ["languages", "mappings"];

/// The folder of the scripts in the maps, as in the repository. Not the package's own: there a script
/// and the bundle made of it have one name.
const SOURCE_ROOT: &str = "package/";

/// The table of character references.
const CHARACTER_REFERENCES: &str = "crates/core/src/text/character_references.txt";

/// Writes the minified styles as one string.
pub(super) fn styles(project: &Project) -> Result<()> {
    let mut css = String::new();
    for file in STYLES {
        css.push_str(&minified(project, file)?);
    }
    let text = serde_json::to_string(css.trim()).context("cannot write the styles as a string")?;
    let script = format!("export const css = {text};\n");
    write(&Path::new(FOLDER).join("css.js"), &script)
}

fn minified(project: &Project, file: &str) -> Result<String> {
    let esbuild = node::bin(project).join("esbuild");
    Ok(cmd!(shell(), "{esbuild} --minify {file}").read()?)
}

/// Writes each language and each preset as a module, and indexes that import them on demand.
pub(super) fn on_demand() -> Result<()> {
    for name in ON_DEMAND {
        let folder = Path::new(FOLDER).join(name);
        fs::create_dir_all(&folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
        let mut index = format!("export const {name} = {{\n");
        for file in list(name)? {
            let Some(key) = file.strip_suffix(".json") else {
                continue;
            };
            let path = Path::new(name).join(&file);
            let value: serde_json::Value = serde_json::from_str(&read(&path)?)
                .with_context(|| format!("{} is not valid JSON", path.display()))?;
            let script = format!("export default {value};\n");
            write(&folder.join(format!("{key}.js")), &script)?;
            index += &format!("  \"{key}\": () => import(\"./{name}/{key}.js\"),\n");
        }
        index += "};\n";
        write(&Path::new(FOLDER).join(format!("{name}.js")), &index)?;
    }
    Ok(())
}

/// Writes what the element shows before its module is there, as a module.
pub(super) fn first_paint() -> Result<()> {
    let example = ["--features", "ssr", "--example", "first-paint"];
    let script = cmd!(shell(), "cargo run --quiet {example...}").read()?;
    write(&Path::new(FOLDER).join("first-paint-data.js"), &script)
}

/// Writes the table of character references, which the modules load on demand, as a module.
pub(super) fn character_references() -> Result<()> {
    let table = serde_json::to_string(&read(Path::new(CHARACTER_REFERENCES))?)
        .context("cannot write the character references as a string")?;
    let script = format!("export default {table};\n");
    write(&Path::new(FOLDER).join("character-references.js"), &script)
}

/// Bundles an entry point of the package with all scripts that it imports, except those that are
/// loaded on demand. Its map contains the sources, since no other file has those of entry points.
pub(super) fn bundle(project: &Project, entry: &str) -> Result<()> {
    let esbuild = node::bin(project).join("esbuild");
    let source = format!("{FOLDER}/{entry}");
    let format = ["--bundle", "--format=esm", "--target=es2022", "--minify"];
    let map = [
        "--sourcemap=linked",
        &format!("--source-root={SOURCE_ROOT}"),
    ];
    let quiet = ["--legal-comments=none", "--log-level=warning"];
    let mut external = ON_DEMAND
        .map(|folder| format!("--external:./{folder}/*"))
        .to_vec();
    external.extend(
        [
            "character-references",
            "xml",
            "own-cards",
            "search-client",
            "typesense",
            "opensearch",
        ]
        .map(|name| format!("--external:./{name}.js")),
    );
    let output = ["--allow-overwrite", &format!("--outfile={source}")];
    cmd!(
        shell(),
        "{esbuild} {source} {format...} {map...} {quiet...} {external...} {output...}"
    )
    .run()?;
    Ok(())
}
