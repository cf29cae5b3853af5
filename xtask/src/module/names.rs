//! Short names for the imports and exports of a module. Those of wasm-bindgen are long and end in a
//! hash, which does not compress, and each is in both the module and its JavaScript.

use anyhow::{Context, Error, Result, anyhow, bail};
use regex::{Captures, Regex};
use serde_json::Value;

/// The names that Binaryen has replaced in a module, as it prints them.
pub(crate) struct Names {
    imports: Vec<(String, String)>,
    exports: Vec<(String, String)>,
    /// The module from which all functions are imported, if there are any.
    origin: Option<String>,
}

/// Binaryen's pass that replaces them.
pub(super) const PASS: &str = "--minify-imports-and-exports-and-modules";

/// The module from which the pass imports all functions.
const ORIGIN: &str = "a";

impl Names {
    /// Parses the list that the pass prints.
    pub(super) fn read(printed: &str) -> Result<Self> {
        let list: Value =
            serde_json::from_str(printed).with_context(|| format!("{PASS} printed no names"))?;
        let names = |what: &str| -> Vec<Vec<String>> {
            serde_json::from_value(list[what].clone()).unwrap_or_default()
        };
        let (mut imports, mut exports, mut origin) = (Vec::new(), Vec::new(), None);
        for import in names("imports") {
            let [from, old, new] = <[String; 3]>::try_from(import).map_err(unexpected)?;
            if origin.get_or_insert_with(|| from.clone()) != &from {
                bail!("the module imports from {from} too");
            }
            imports.push((old, new));
        }
        for export in names("exports") {
            let [old, new] = <[String; 2]>::try_from(export).map_err(unexpected)?;
            exports.push((old, new));
        }
        Ok(Self {
            imports,
            exports,
            origin,
        })
    }

    /// Returns wasm-bindgen's script with the new names.
    pub(crate) fn apply(&self, script: &str) -> Result<String> {
        let mut script = script.to_owned();
        for (old, new) in &self.imports {
            script = replace_once(&script, &format!(" {old}: "), &format!(" {new}: "))?;
        }
        if let Some(origin) = &self.origin {
            script = replace_once(&script, &format!("{origin:?}: "), &format!("{ORIGIN:?}: "))?;
        }
        // The script does not use all exports.
        let uses = Regex::new(r"wasm\.([\w$]+)").expect("a valid pattern");
        let script = uses.replace_all(&script, |found: &Captures<'_>| {
            let old = &found[1];
            let new = self.exports.iter().find(|(name, _)| name == old);
            format!("wasm.{}", new.map_or(old, |(_, new)| new))
        });
        Ok(script.into_owned())
    }
}

/// Replaces a substring that must occur exactly once.
fn replace_once(text: &str, old: &str, new: &str) -> Result<String> {
    match text.matches(old).count() {
        1 => Ok(text.replacen(old, new, 1)),
        count => bail!(
            "wasm-bindgen's script contains {old:?} {count} times instead of once: adapt xtask/src/module/names.rs to its new form"
        ),
    }
}

fn unexpected(name: Vec<String>) -> Error {
    anyhow!("{PASS} printed {name:?}, which has an unknown form")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = r#"{"imports": [["./w_bg.js", "__wbg_a_1", "a"], ["./w_bg.js", "__wbg_b_2", "b"]],
        "exports": [["memory", "c"], ["__wbindgen_free", "d"]]}"#;

    const SCRIPT: &str = "const i = {\n    __wbg_a_1: f,\n    __wbg_b_2: g,\n};\n\
        return { \"./w_bg.js\": i };\nwasm.memory.buffer; wasm.__wbindgen_free(1); wasm.other";

    #[test]
    fn the_script_gets_the_names_of_the_module() {
        let short = Names::read(PRINTED).and_then(|names| names.apply(SCRIPT));
        let expected = "const i = {\n    a: f,\n    b: g,\n};\n\
            return { \"a\": i };\nwasm.c.buffer; wasm.d(1); wasm.other";
        assert_eq!(short.ok().as_deref(), Some(expected));
    }

    #[test]
    fn a_script_of_another_form_is_an_error() {
        let names = Names::read(PRINTED).ok();
        assert!(names.is_some_and(|names| names.apply("const i = {};").is_err()));
        assert!(Names::read("wasm-opt: no such pass").is_err());
    }
}
