//! Finds the files of languages and of mapping presets: each `languages/*.json` is a language, each
//! `mappings/*.json` a preset.

use std::path::Path;
use std::{env, fs};

fn main() {
    let (languages, files) = files("languages");
    let code = format!(
        "/// The languages other than English, as BCP 47 tags; each is a file of the folder `languages`.\n\
         pub const LANGUAGES: [&str; {count}] = {languages:?};\n\n\
         /// The files, in the order of [`LANGUAGES`].\n\
         #[cfg(feature = \"languages\")]\n\
         const FILES: [&str; {count}] = [{files}];\n",
        count = languages.len(),
    );
    write("languages.rs", &code);

    let (presets, files) = self::files("mappings");
    let code = format!(
        "/// The names of the presets, from the files of the folder `mappings`.\n\
         pub const PRESETS: [&str; {count}] = {presets:?};\n\n\
         /// The files, in the order of [`PRESETS`].\n\
         const FILES: [&str; {count}] = [{files}];\n",
        count = presets.len(),
    );
    write("mappings.rs", &code);
}

/// Returns the names of the JSON files of a folder, and expressions that include them.
fn files(folder: &str) -> (Vec<String>, String) {
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
    let folder = Path::new(&root).join(folder);
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut names: Vec<String> = fs::read_dir(&folder)
        .expect("the folder is beside Cargo.toml")
        .map(|entry| entry.expect("the folder is readable").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    let includes = names.iter().map(|name| {
        let file = folder.join(format!("{name}.json"));
        format!("include_str!({:?})", file.display().to_string())
    });
    let includes = includes.collect::<Vec<_>>().join(", ");
    (names, includes)
}

fn write(file: &str, code: &str) {
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join(file), code).expect("OUT_DIR is writable");
}
