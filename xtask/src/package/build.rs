//! Module and scripts know which of the other belongs to them: all that one calls the other by is
//! short, and stands for something else in another build.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha384};

use crate::error::{Context, Result};

/// The section of the module that says it; any section of one's own may follow all others.
const SECTION: &str = "build";

/// How many letters say it.
const LETTERS: usize = 8;

/// Names the build in the module, and returns the script that names it too.
pub(super) fn stamp(module: &Path, script: &str) -> Result<String> {
    let name = name(script);
    let mut bytes = fs::read(module).context(|| format!("cannot read {}", module.display()))?;
    bytes.extend(section(&name));
    fs::write(module, bytes).context(|| format!("cannot write {}", module.display()))?;
    Ok(format!("{script}\nexport const BUILD = {name:?};\n"))
}

/// A build is named by what surrounds the module, so that the same sources give the same bytes.
fn name(script: &str) -> String {
    let digest = Sha384::digest(script);
    digest
        .iter()
        .take(LETTERS / 2)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// A [custom section](https://webassembly.github.io/spec/core/binary/modules.html#custom-section);
/// its lengths are below 128, a byte each.
fn section(name: &str) -> Vec<u8> {
    let lengths = [1 + SECTION.len() + name.len(), SECTION.len()].map(|length| length as u8);
    let [of_all, of_title] = lengths;
    let title = [&[of_title], SECTION.as_bytes()].concat();
    [&[0, of_all], &title[..], name.as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::{name, section};

    #[test]
    fn what_the_module_gets() {
        assert_eq!(section("0123abcd"), b"\x00\x0e\x05build0123abcd");
        assert_eq!(name("a").len(), 8);
        assert_ne!(name("a"), name("b"));
    }
}
