//! Whether the package in `pkg/` is newer than its sources.

use std::path::Path;
use std::time::SystemTime;

use walkdir::WalkDir;

use super::{DEBUG, FOLDER, MANIFEST, Profile, SOURCES, build_with};
use crate::process::log;
use crate::project::{Project, read_json};

/// What the package is built from.
const INPUTS: [&str; 12] = [
    "Cargo.toml",
    "Cargo.lock",
    "crates/core",
    "crates/wasm",
    "examples/first-paint",
    "languages",
    "mappings",
    SOURCES,
    "src",
    "styles",
    "xtask/src/package",
    "xtask/src/package.rs",
];

/// Builds the package if it is missing, older than its sources or built with another profile.
pub(crate) fn ensure(project: &Project, profile: Profile) -> anyhow::Result<()> {
    let manifest = Path::new(FOLDER).join(MANIFEST);
    let is_debug = read_json(&manifest).is_ok_and(|manifest| {
        let version = manifest["version"].as_str().unwrap_or_default();
        version.ends_with(DEBUG)
    });
    // A release package serves as a debug one, too.
    let fits = profile == Profile::Debug || !is_debug;
    let newest = INPUTS.iter().filter_map(|input| modified(Path::new(input)));
    if fits && modified(&manifest) > newest.max() {
        log(format!("The package in {FOLDER}/ is up to date"));
        return Ok(());
    }
    build_with(project, profile)
}

/// When a file, or the newest one in a folder, was last modified. Returns `None` if there is none.
fn modified(path: &Path) -> Option<SystemTime> {
    let files = WalkDir::new(path).into_iter().filter_map(Result::ok);
    let files = files.filter(|entry| entry.file_type().is_file());
    files
        .filter_map(|entry| entry.metadata().ok()?.modified().ok())
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_as_new_as_its_newest_file() {
        let [folder, file] =
            ["src", "src/package/freshness.rs"].map(|path| modified(path.as_ref()));
        assert!(file.is_some() && folder >= file);
        assert_eq!(modified("src/none".as_ref()), None);
        assert!(
            INPUTS
                .iter()
                .all(|input| Path::new("..").join(input).exists())
        );
    }
}
