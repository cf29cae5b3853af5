//! wasm-bindgen's script as a JavaScript module.

use anyhow::{Result, ensure};

/// Where the script receives the module's exports.
const EXPORTS: &str = "wasm = instance.exports;";

/// Returns a module whose only function creates wasm-bindgen's functions and variables, so that
/// each instance has its own. Calls of the module's exports go through `guard`.
///
/// # Errors
///
/// Returns an error if the script has another form than this version of wasm-bindgen writes.
pub(super) fn factory(script: &str) -> Result<String> {
    ensure!(
        script.matches(EXPORTS).count() == 1,
        "wasm-bindgen's script must contain `{EXPORTS}` once: adapt xtask/src/package/bindings.rs to its new form"
    );
    let script = script.replace(EXPORTS, "wasm = between(instance.exports);");
    Ok(format!(
        "export function bind() {{\n\
         let between = (exports) => exports;\n\
         {script}\n\
         return Object.assign(wasm_bindgen, {{ guard: (own) => (between = own) }});\n\
         }}\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::factory;

    #[test]
    fn exports_go_through_a_guard() {
        let script = factory("let wasm_bindgen = () => { wasm = instance.exports; };");
        assert!(script.is_ok_and(|script| script.contains("wasm = between(instance.exports);")));
        assert!(factory("wasm = other;").is_err());
    }
}
