//! Short names for what a module and the JavaScript around it share: wasm-bindgen's own are long
//! and end in a hash, which no compression makes shorter, and each stands in both files.

use serde_json::Value;

use crate::error::{Context, Error, Result};

/// What Binaryen has renamed in a module, as it prints it.
pub(crate) struct Names {
    imports: Vec<(String, String)>,
    exports: Vec<(String, String)>,
    /// The module that all imports came from, if there are any.
    origin: Option<String>,
}

/// The pass that renames them.
pub(crate) const PASS: &str = "--minify-imports-and-exports-and-modules";

/// The module that the pass lets all imports come from.
const ORIGIN: &str = "a";

impl Names {
    /// Reads the pass's list.
    pub(crate) fn read(printed: &str) -> Result<Self> {
        let list: Value =
            serde_json::from_str(printed).context(|| format!("{PASS} printed no list of names"))?;
        let names = |what: &str| -> Vec<Vec<String>> {
            serde_json::from_value(list[what].clone()).unwrap_or_default()
        };
        let (mut imports, mut exports, mut origin) = (Vec::new(), Vec::new(), None);
        for import in names("imports") {
            let [from, old, new] = <[String; 3]>::try_from(import).map_err(unreadable)?;
            if origin.get_or_insert_with(|| from.clone()) != &from {
                return Err(Error::new(format!("the module imports from {from} too")));
            }
            imports.push((old, new));
        }
        for export in names("exports") {
            let [old, new] = <[String; 2]>::try_from(export).map_err(unreadable)?;
            exports.push((old, new));
        }
        Ok(Self {
            imports,
            exports,
            origin,
        })
    }

    /// The script that goes with the renamed module.
    pub(crate) fn apply(&self, script: &str) -> Result<String> {
        let mut script = script.to_owned();
        for (old, new) in &self.imports {
            script = replaced(&script, &format!(" {old}: "), &format!(" {new}: "))?;
        }
        if let Some(origin) = &self.origin {
            script = replaced(&script, &format!("{origin:?}: "), &format!("{ORIGIN:?}: "))?;
        }
        // Not all that a module exports is asked for.
        Ok(renamed(&script, "wasm.", |name| {
            let (_, new) = self.exports.iter().find(|(old, _)| old == name)?;
            Some(new)
        }))
    }
}

/// The text with a part in it, which must stand there exactly once, replaced.
fn replaced(text: &str, old: &str, new: &str) -> Result<String> {
    match text.matches(old).count() {
        1 => Ok(text.replacen(old, new, 1)),
        count => Err(Error::new(format!(
            "wasm-bindgen's script has {old:?} {count} times instead of once: xtask/src/names.rs knows another one"
        ))),
    }
}

/// The text with each name behind `before` replaced by the one that is found for it.
fn renamed<'n>(text: &str, before: &str, find: impl Fn(&str) -> Option<&'n String>) -> String {
    let mut parts = text.split(before);
    let mut made = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$');
        let end = part.find(|c| !is_of_name(c)).unwrap_or(part.len());
        let (name, rest) = part.split_at(end);
        made.push_str(before);
        made.push_str(find(name).map_or(name, String::as_str));
        made.push_str(rest);
    }
    made
}

fn unreadable(name: Vec<String>) -> Error {
    Error::new(format!("{PASS} printed {name:?}, which nobody expected"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = r#"{"imports": [["./w_bg.js", "__wbg_a_1", "a"], ["./w_bg.js", "__wbg_b_2", "b"]],
        "exports": [["memory", "c"], ["__wbindgen_free", "d"]]}"#;

    const SCRIPT: &str = "const i = {\n    __wbg_a_1: f,\n    __wbg_b_2: g,\n};\n\
        return { \"./w_bg.js\": i };\nwasm.memory.buffer; wasm.__wbindgen_free(1); wasm.other";

    #[test]
    fn both_sides_get_the_same_names() {
        let short = Names::read(PRINTED).and_then(|names| names.apply(SCRIPT));
        let expected = "const i = {\n    a: f,\n    b: g,\n};\n\
            return { \"a\": i };\nwasm.c.buffer; wasm.d(1); wasm.other";
        assert_eq!(short.ok().as_deref(), Some(expected));
    }

    #[test]
    fn another_script_is_refused() {
        let names = Names::read(PRINTED).ok();
        assert!(names.is_some_and(|names| names.apply("const i = {};").is_err()));
        assert!(Names::read("wasm-opt: no such pass").is_err());
    }
}
