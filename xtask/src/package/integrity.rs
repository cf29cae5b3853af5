//! The hashes of what a page loads, for `integrity` in script tags, import maps and `fetch`, and the
//! tags that load it early.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha384};
use walkdir::{DirEntry, WalkDir};

/// The file with the hashes.
const FILE: &str = "integrity.json";

/// The extensions of what a page loads.
const LOADED: [&str; 2] = [".js", ".wasm"];

/// The file with the tags that a page loads the package with.
const TAGS: &str = "preload.html";

/// Writes the hash of each script and module in a folder, by its path from there, and the tags for a
/// page.
pub(super) fn write(folder: &Path) -> Result<()> {
    let mut hashes = BTreeMap::new();
    for entry in WalkDir::new(folder) {
        let entry = entry.context("cannot list the package")?;
        let name = relative_name(&entry, folder);
        if LOADED.iter().any(|extension| name.ends_with(extension)) {
            let path = entry.path();
            let bytes =
                fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
            hashes.insert(name, hash(&bytes));
        }
    }
    let text = serde_json::to_string_pretty(&hashes).context("cannot write the hashes")?;
    super::write(&folder.join(FILE), &(text + "\n"))?;
    let auto = hashes
        .get("auto.js")
        .context("the package has no auto.js")?;
    super::write(&folder.join(TAGS), &tags(auto))
}

/// Returns the tags for the head of a page. The feed goes first: the first cards need nothing else.
/// No browser checks the hash of a preload that `fetch` takes, so that of the module is left out.
fn tags(auto: &str) -> String {
    format!(
        r#"<link rel="preload" as="fetch" href="news.json" crossorigin>
<link rel="modulepreload" href="auto.js" integrity="{auto}">
<link rel="preload" as="fetch" type="application/wasm" href="article_cards.wasm" crossorigin fetchpriority="low">
<script type="module" src="auto.js" integrity="{auto}"></script>
"#
    )
}

/// The path from the folder, with slashes on every system.
fn relative_name(entry: &DirEntry, folder: &Path) -> String {
    let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
    let names: Vec<_> = path.iter().map(|name| name.to_string_lossy()).collect();
    names.join("/")
}

fn hash(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn a_hash_has_the_form_that_browsers_read() {
        assert_eq!(
            hash(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }
}
