//! Reading the functions of a module, and writing them in another order.

use wasm_encoder::reencode::{self, Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, FunctionSectionReader, KnownCustom, Parser, Payload,
    TypeRef,
};

/// Returns the bodies of the functions that a module defines, in their order.
///
/// # Errors
///
/// Returns an error if `module` is not a valid WebAssembly module.
pub fn bodies(module: &[u8]) -> wasmparser::Result<Vec<&[u8]>> {
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::CodeSectionEntry(body) = payload? {
            bodies.push(body.as_bytes());
        }
    }
    Ok(bodies)
}

/// Returns the module with the functions that it defines in another order: `order[i]` is the
/// current position of the function that becomes number `i`.
///
/// Every reference to a function is rewritten: calls, exports, tables and the start function. The
/// name section, which only debuggers read, is dropped.
///
/// # Errors
///
/// Returns an error if `module` is not a valid WebAssembly module.
///
/// # Panics
///
/// Panics if `order` is not a permutation of the positions.
pub fn reorder(module: &[u8], order: &[usize]) -> Result<Vec<u8>, Error> {
    let imported = imported_functions(module)?;
    let mut new_indices: Vec<u32> = (0..).take(imported + order.len()).collect();
    for (new, old) in (imported as u32..).zip(order) {
        new_indices[imported + old] = new;
    }
    let mut reordered = Module::new();
    Reorder { order, new_indices }.parse_core_module(&mut reordered, Parser::new(0), module)?;
    Ok(reordered.finish())
}

/// The number of functions that a module imports: their indices come first.
fn imported_functions(module: &[u8]) -> wasmparser::Result<usize> {
    let mut imported = 0;
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ImportSection(section) = payload? {
            for import in section.into_imports() {
                imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
            }
        }
    }
    Ok(imported)
}

struct Reorder<'o> {
    order: &'o [usize],
    /// The new index of each function, imported ones included, by its old one.
    new_indices: Vec<u32>,
}

impl Reencode for Reorder<'_> {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, old: u32) -> Result<u32, Error> {
        Ok(self.new_indices[old as usize])
    }

    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: CustomSectionReader<'_>,
    ) -> Result<(), Error> {
        match section.as_known() {
            KnownCustom::Name(_) => Ok(()),
            _ => reencode::utils::parse_custom_section(self, module, section),
        }
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        let types = section
            .into_iter()
            .collect::<wasmparser::Result<Vec<_>>>()?;
        for position in self.order {
            functions.function(self.type_index(types[*position])?);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error> {
        let bodies = section
            .into_iter()
            .collect::<wasmparser::Result<Vec<_>>>()?;
        for position in self.order {
            self.parse_function_body(code, bodies[*position].clone())?;
        }
        Ok(())
    }
}
#[cfg(test)]
mod tests {
    use super::{bodies, reorder};

    const HEAD: &[u8] = b"\0asm\x01\0\0\0";
    // A function type without parameters, and one with a parameter.
    const TYPES: &[u8] = b"\x01\x08\x02\x60\0\0\x60\x01\x7f\0";
    const IMPORT: &[u8] = b"\x02\x07\x01\x01a\x01b\0\0";
    const TABLE: &[u8] = b"\x04\x04\x01\x70\0\x03";

    #[test]
    fn calls_exports_and_tables_follow() {
        // The second of three functions calls the imported one and the third one, and is exported. All
        // three are in the table.
        let module = [
            HEAD,
            TYPES,
            IMPORT,
            b"\x03\x04\x03\x01\0\0",
            TABLE,
            b"\x07\x05\x01\x01c\0\x02",
            b"\x09\x09\x01\0\x41\0\x0b\x03\x01\x02\x03",
            b"\x0a\x0f\x03\x02\0\x0b\x06\0\x10\0\x10\x03\x0b\x03\0\x01\x0b",
        ];
        let expected = [
            HEAD,
            TYPES,
            IMPORT,
            b"\x03\x04\x03\0\x01\0",
            TABLE,
            b"\x07\x05\x01\x01c\0\x03",
            b"\x09\x09\x01\0\x41\0\x0b\x03\x02\x03\x01",
            b"\x0a\x0f\x03\x03\0\x01\x0b\x02\0\x0b\x06\0\x10\0\x10\x01\x0b",
        ];
        let module = module.concat();
        let found = bodies(&module).ok();
        assert_eq!(
            found.as_deref(),
            Some(&[&b"\0\x0b"[..], b"\0\x10\0\x10\x03\x0b", b"\0\x01\x0b"][..])
        );
        assert_eq!(reorder(&module, &[2, 0, 1]).ok(), Some(expected.concat()));
        assert_eq!(reorder(&module, &[0, 1, 2]).ok(), Some(module));
    }

    #[test]
    fn anything_else_is_an_error() {
        assert!(bodies(b"no module").is_err());
        assert!(reorder(b"no module", &[]).is_err());
    }
}
