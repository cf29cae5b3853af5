//! The oldest versions of wasm-bindgen's crates that the library names as sufficient.

use std::fs;

use anyhow::{Context, Result};
use toml::Table;
use xshell::cmd;

use crate::process::{log, shell};
use crate::project::Project;
use crate::rust;

/// An application with these versions.
const FOLDER: &str = "target/oldest";

/// The crates whose versions belong together.
const CRATES: [&str; 4] = ["js-sys", "wasm-bindgen", "wasm-bindgen-futures", "web-sys"];

/// Fails if the components don't compile with them.
pub(super) fn check(project: &Project) -> Result<()> {
    rust::ensure_target()?;
    let manifest: Table = fs::read_to_string("Cargo.toml")?.parse()?;
    let mut pins = String::new();
    for name in CRATES {
        let version = manifest["dependencies"][name]["version"].as_str();
        let version = version.with_context(|| format!("Cargo.toml: `{name}` has no version"))?;
        log(format!("{name} {version}"));
        pins.push_str(&format!("{name} = \"={version}\"\n"));
    }
    let library = project.root.display();
    let application = format!(
        r#"[package]
name = "oldest"
edition = "2024"

[workspace]

[dependencies]
article-cards = {{ path = '{library}', features = ["hydration"] }}
{pins}"#
    );
    fs::create_dir_all(format!("{FOLDER}/src"))?;
    fs::write(format!("{FOLDER}/Cargo.toml"), application)?;
    fs::write(format!("{FOLDER}/src/lib.rs"), "")?;
    let _folder = shell().push_dir(FOLDER);
    cmd!(shell(), "cargo check --target wasm32-unknown-unknown").run()?;
    Ok(())
}
