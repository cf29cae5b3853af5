//! Finds the language files: each `languages/*.json` is a language.

use std::path::Path;
use std::{env, fs};

fn main() {
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
    let folder = Path::new(&root).join("languages");
    println!("cargo::rerun-if-changed={}", folder.display());

    let mut languages: Vec<String> = fs::read_dir(&folder)
        .expect("the folder `languages` is beside Cargo.toml")
        .map(|entry| entry.expect("the folder `languages` is readable").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    languages.sort();

    let files = languages.iter().map(|language| {
        let file = folder.join(format!("{language}.json"));
        format!("include_str!({:?})", file.display().to_string())
    });
    let code = format!(
        "/// The languages other than English, as BCP 47 tags; each is a file of the folder `languages`.\n\
         pub const LANGUAGES: [&str; {}] = {languages:?};\n\n\
         /// The files, in the order of [`LANGUAGES`].\n\
         #[cfg(feature = \"languages\")]\n\
         const FILES: [&str; LANGUAGES.len()] = [{}];\n",
        languages.len(),
        files.collect::<Vec<_>>().join(", "),
    );
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("languages.rs"), code).expect("OUT_DIR is writable");
}
