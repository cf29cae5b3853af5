//! Packs a module of pairs of similar functions that are far from each other.

use std::collections::BTreeMap;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use wasm_encoder::{
    CodeSection, ExportKind, ExportSection, Function, FunctionSection, Module, NameMap,
    NameSection, TypeSection, ValType,
};
use wasm_reorder::{bodies, pack};
use wasmparser::{Parser, Payload};

const FUNCTIONS: u32 = 400;

/// Half of them: function `i` is similar to function `i + HALF`, 40 kB away, out of gzip's sight.
const HALF: u32 = FUNCTIONS / 2;

fn body(index: u32) -> Function {
    let mut function = Function::new([]);
    for step in 0..24 {
        // Numbers without a pattern, the same for both functions of a pair.
        let number = ((index % HALF) * 64 + step).wrapping_mul(2_654_435_761) >> 4;
        let mut code = function.instructions();
        code.i32_const(number as i32).drop();
    }
    function.instructions().i32_const(index as i32).end();
    function
}

/// A module whose functions are exported and named by their numbers.
fn module() -> Vec<u8> {
    let (mut types, mut functions, mut exports, mut code) = (
        TypeSection::new(),
        FunctionSection::new(),
        ExportSection::new(),
        CodeSection::new(),
    );
    let mut names = NameMap::new();
    types.ty().function([ValType::I32], [ValType::I32]);
    for index in 0..FUNCTIONS {
        functions.function(0);
        exports.export(&index.to_string(), ExportKind::Func, index);
        names.append(index, &index.to_string());
        code.function(&body(index));
    }
    let mut named = NameSection::new();
    named.functions(&names);
    let mut module = Module::new();
    module.section(&types).section(&functions);
    module.section(&exports).section(&code).section(&named);
    module.finish()
}

fn gzip_size(bytes: &[u8]) -> usize {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes).expect("written to memory");
    gzip.finish().expect("written to memory").len()
}

/// The index of each exported function by its name, and whether there is a name section.
fn exports(module: &[u8]) -> (BTreeMap<String, u32>, bool) {
    let (mut exports, mut has_names) = (BTreeMap::new(), false);
    for payload in Parser::new(0).parse_all(module) {
        match payload.expect("a payload") {
            Payload::ExportSection(section) => {
                for export in section {
                    let export = export.expect("an export");
                    exports.insert(export.name.to_owned(), export.index);
                }
            }
            Payload::CustomSection(section) => has_names |= section.name() == "name",
            _ => {}
        }
    }
    (exports, has_names)
}

#[test]
fn exports_follow_their_functions_and_debug_names_go() {
    let module = module();
    let packed = pack(&module, gzip_size).expect("a packed module");
    let (before, after) = (bodies(&module), bodies(&packed));
    let (before, after) = (before.expect("bodies"), after.expect("bodies"));
    assert_ne!(before, after);
    let (old, had_names) = exports(&module);
    let (new, has_names) = exports(&packed);
    assert!(had_names && !has_names);
    assert_eq!(new.len(), FUNCTIONS as usize);
    for (name, index) in new {
        assert_eq!(after[index as usize], before[old[&name] as usize], "{name}");
    }
}

#[test]
fn a_packed_module_compresses_better() {
    let module = module();
    let packed = pack(&module, gzip_size).expect("a packed module");
    assert!(gzip_size(&packed) * 3 < gzip_size(&module) * 2);
}

#[test]
fn a_module_without_functions_stays_as_it_is() {
    let empty = Module::new().finish();
    assert_eq!(pack(&empty, gzip_size).expect("a module"), empty);
}

#[test]
fn anything_else_is_an_error() {
    assert!(pack(b"no module", gzip_size).is_err());
}
