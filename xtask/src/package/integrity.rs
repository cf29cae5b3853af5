//! The hashes of what a page loads, for `integrity` in script tags, import maps and `fetch`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha384};

use crate::error::{Context, Result};

/// The file that holds them.
const FILE: &str = "integrity.json";

/// What a page loads, by the ends of names.
const LOADED: [&str; 2] = [".js", ".wasm"];

/// Writes the hash of each script and module below the folder, by its path from there.
pub(super) fn write(folder: &Path) -> Result<()> {
    let mut all = BTreeMap::new();
    collect(folder, "", &mut all)?;
    let text = serde_json::to_string_pretty(&all).context(|| format!("{FILE} is no text"))?;
    super::write(&folder.join(FILE), &(text + "\n"))
}

fn collect(folder: &Path, prefix: &str, all: &mut BTreeMap<String, String>) -> Result<()> {
    let cannot = || format!("cannot list {}", folder.display());
    for entry in fs::read_dir(folder).context(cannot)? {
        let path = entry.context(cannot)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), all)?;
        } else if LOADED.iter().any(|end| name.ends_with(end)) {
            let bytes = fs::read(&path).context(|| format!("cannot read {}", path.display()))?;
            all.insert(name, hash(&bytes));
        }
    }
    Ok(())
}

fn hash(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn a_hash_is_written_as_browsers_read_it() {
        assert_eq!(
            hash(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }
}
