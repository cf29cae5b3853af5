//! Styles and words as modules of JavaScript, and the one file for a script tag.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{FOLDER, SOURCES, read, write};
use crate::error::{Context, Error, Result};
use crate::node;
use crate::process;
use crate::project::Project;

/// What the element's shadow root adopts.
const STYLES: [&str; 2] = ["styles/element.css", "styles/cards.css"];

/// The files of words.
const LANGUAGES: &str = "languages";

/// Writes the styles as one text.
pub(super) fn styles(project: &Project) -> Result<()> {
    let mut css = String::new();
    for file in STYLES {
        css.push_str(&minified(project, file)?);
    }
    let text = serde_json::to_string(css.trim()).context(|| "styles are no text".to_owned())?;
    let script = format!("export const css = {text};\n");
    write(&Path::new(FOLDER).join("css.js"), &script)
}

fn minified(project: &Project, file: &str) -> Result<String> {
    let mut esbuild = Command::new(node::bin(project).join("esbuild"));
    process::output(esbuild.args(["--minify", file]))
        .ok_or_else(|| Error::new(format!("esbuild cannot read {file}")))
}

/// Writes the words of each language, and where they are.
pub(super) fn languages() -> Result<()> {
    let folder = Path::new(FOLDER).join(LANGUAGES);
    fs::create_dir_all(&folder).context(|| format!("cannot make {}", folder.display()))?;
    let mut index = "export const languages = {\n".to_owned();
    for language in names()? {
        let file = Path::new(LANGUAGES).join(format!("{language}.json"));
        let words: serde_json::Value = serde_json::from_str(&read(&file)?)
            .context(|| format!("{} is no JSON", file.display()))?;
        let script = format!("export default {words};\n");
        write(&folder.join(format!("{language}.js")), &script)?;
        index += &format!("  \"{language}\": () => import(\"./{LANGUAGES}/{language}.js\"),\n");
    }
    index += "};\n";
    write(&Path::new(FOLDER).join("languages.js"), &index)
}

/// The languages that there are, by name.
fn names() -> Result<Vec<String>> {
    let entries = fs::read_dir(LANGUAGES).context(|| format!("cannot list {LANGUAGES}/"))?;
    let mut names: Vec<_> = entries
        .filter_map(|entry| {
            let name = entry.ok()?.file_name().into_string().ok()?;
            name.strip_suffix(".json").map(str::to_owned)
        })
        .collect();
    names.sort();
    Ok(names)
}

/// Puts all that a script tag needs into one file, but for the module and the languages.
pub(super) fn bundle(project: &Project) -> Result<()> {
    let name = "auto.js";
    let source = Path::new(FOLDER).join(name);
    process::run(
        Command::new(node::bin(project).join("esbuild"))
            .arg(&source)
            .args(["--bundle", "--format=esm", "--target=es2022", "--minify"])
            .args(["--legal-comments=none", "--log-level=warning"])
            .arg(format!("--external:./{LANGUAGES}/*"))
            .arg("--allow-overwrite")
            .arg(format!("--outfile={}", source.display())),
    )
    .context(|| format!("cannot bundle {SOURCES}/{name}"))
}
