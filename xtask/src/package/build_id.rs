//! The id by which module and scripts check that they are of the same build: their short names mean
//! other functions in another build.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha384};

/// The custom section of the module with the id. It may follow all others.
const SECTION: &str = "build";

/// The length of the id.
const LENGTH: usize = 8;

/// Appends the id to the module, and returns the script with the same id.
pub(super) fn add(module: &Path, script: &str) -> Result<String> {
    let id = id(script);
    let mut bytes =
        fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
    bytes.extend(section(&id));
    fs::write(module, bytes).with_context(|| format!("cannot write {}", module.display()))?;
    Ok(format!("{script}\nexport const BUILD = {id:?};\n"))
}

/// The id depends on the script alone, so the same sources give the same bytes.
fn id(script: &str) -> String {
    let digest = Sha384::digest(script);
    digest
        .iter()
        .take(LENGTH / 2)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// A [custom section](https://webassembly.github.io/spec/core/binary/modules.html#custom-section).
/// Its lengths are below 128 and so take a byte each.
fn section(id: &str) -> Vec<u8> {
    let content = 1 + SECTION.len() + id.len();
    let [content, title] = [content, SECTION.len()].map(|length| length as u8);
    [&[0, content, title], SECTION.as_bytes(), id.as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::{id, section};

    #[test]
    fn an_id_becomes_a_custom_section() {
        assert_eq!(section("0123abcd"), b"\x00\x0e\x05build0123abcd");
        assert_eq!(id("a").len(), 8);
        assert_ne!(id("a"), id("b"));
    }
}
