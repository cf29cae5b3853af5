//! wasm-bindgen's script as a module of JavaScript.

use crate::error::{Error, Result};

/// Where the script takes over the module's functions.
const EXPORTS: &str = "wasm = instance.exports;";

/// wasm-bindgen's script as a module whose one function makes its functions and variables anew, so
/// that each instance has its own. What calls the module's functions goes through `guard`.
///
/// # Errors
/// The script is not as this version of wasm-bindgen writes it.
pub(super) fn factory(script: &str) -> Result<String> {
    if script.matches(EXPORTS).count() != 1 {
        return Err(Error::new(format!(
            "wasm-bindgen's script must hold `{EXPORTS}` once: see where it has moved to"
        )));
    }
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
    fn the_functions_of_the_module_go_through_a_guard() {
        let script = factory("let wasm_bindgen = () => { wasm = instance.exports; };");
        assert!(script.is_ok_and(|script| script.contains("wasm = between(instance.exports);")));
        assert!(factory("wasm = other;").is_err());
    }
}
