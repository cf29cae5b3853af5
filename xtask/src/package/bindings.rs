//! wasm-bindgen's script as a JavaScript module.

use anyhow::{Context, Result};

/// Where the functions that load and instantiate the module begin, and what returns them.
const LOADERS: (&str, &str) = (
    "async function __wbg_load(",
    "return Object.assign(__wbg_init, { initSync }, exports);",
);

/// Returns a module whose only function creates wasm-bindgen's functions and variables, so that
/// each instance has its own.
///
/// wasm-bindgen's loaders, which also take addresses, responses and older arguments, are replaced
/// by one that instantiates a compiled module: a page loads 500 bytes less, gzipped.
///
/// # Errors
///
/// Returns an error if the script has another form than this version of wasm-bindgen writes.
pub(super) fn factory(script: &str) -> Result<String> {
    let (begin, end) = LOADERS;
    let (functions, (_, rest)) = script
        .split_once(begin)
        .and_then(|(functions, loaders)| Some((functions, loaders.split_once(end)?)))
        .with_context(|| {
            format!(
                "wasm-bindgen's script must contain `{begin}` and then `{end}`: adapt xtask/src/package/bindings.rs to its new form"
            )
        })?;
    Ok(format!(
        "export function bind() {{\n\
         {functions}\
         async function instantiate(module, wrap) {{\n\
         const {{ exports }} = await WebAssembly.instantiate(module, __wbg_get_imports());\n\
         __wbg_finalize_init({{ exports: wrap(exports) }});\n\
         }}\n\
         return Object.assign(exports, {{ instantiate }});\
         {rest}\n\
         return wasm_bindgen;\n\
         }}\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::factory;

    #[test]
    fn the_loaders_are_replaced() {
        let (begin, end) = super::LOADERS;
        let script = factory(&format!(
            "let wasm_bindgen = (exports) => {{ {begin}) {{}} {end} }};"
        ));
        let script = script.unwrap();
        assert!(script.contains("let wasm_bindgen = (exports) => { async function instantiate("));
        assert!(script.contains("return Object.assign(exports, { instantiate }); };"));
        assert!(!script.contains("__wbg_load"));
        assert!(factory(&format!("{end} {begin}")).is_err());
    }
}
