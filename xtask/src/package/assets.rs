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

/// The folder of the translations.
const LANGUAGES: &str = "languages";

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

/// Writes each language as a module, and an index that imports them on demand.
pub(super) fn languages() -> Result<()> {
    let folder = Path::new(FOLDER).join(LANGUAGES);
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let mut index = "export const languages = {\n".to_owned();
    for file in list(LANGUAGES)? {
        let Some(language) = file.strip_suffix(".json") else {
            continue;
        };
        let path = Path::new(LANGUAGES).join(&file);
        let translations: serde_json::Value = serde_json::from_str(&read(&path)?)
            .with_context(|| format!("{} is not valid JSON", path.display()))?;
        let script = format!("export default {translations};\n");
        write(&folder.join(format!("{language}.js")), &script)?;
        index += &format!("  \"{language}\": () => import(\"./{LANGUAGES}/{language}.js\"),\n");
    }
    index += "};\n";
    write(&Path::new(FOLDER).join("languages.js"), &index)
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
/// loaded on demand.
pub(super) fn bundle(project: &Project, entry: &str) -> Result<()> {
    let esbuild = node::bin(project).join("esbuild");
    let source = format!("{FOLDER}/{entry}");
    let format = ["--bundle", "--format=esm", "--target=es2022", "--minify"];
    let quiet = ["--legal-comments=none", "--log-level=warning"];
    let external = [
        &format!("--external:./{LANGUAGES}/*"),
        "--external:./character-references.js",
    ];
    let output = ["--allow-overwrite", &format!("--outfile={source}")];
    cmd!(
        shell(),
        "{esbuild} {source} {format...} {quiet...} {external...} {output...}"
    )
    .run()?;
    Ok(())
}
