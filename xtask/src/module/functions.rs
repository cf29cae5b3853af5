//! The functions of a module in another order. Their numbers change, by which they are called.

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// The bodies of a module's own functions.
pub(super) fn bodies(module: &[u8]) -> wasmparser::Result<Vec<&[u8]>> {
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::CodeSectionEntry(body) = payload? {
            bodies.push(body.as_bytes());
        }
    }
    Ok(bodies)
}

/// The module with its own functions in this order, of which each must be named once.
pub(super) fn reorder(module: &[u8], order: &[usize]) -> Result<Vec<u8>, Error> {
    let imported = imported(module)?;
    let mut numbers: Vec<u32> = (0..).take(imported + order.len()).collect();
    for (number, old) in (imported as u32..).zip(order) {
        numbers[imported + old] = number;
    }
    let mut reordered = Module::new();
    Reordering { order, numbers }.parse_core_module(&mut reordered, Parser::new(0), module)?;
    Ok(reordered.finish())
}

/// How many functions it imports: their numbers come first.
fn imported(module: &[u8]) -> wasmparser::Result<usize> {
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

struct Reordering<'o> {
    order: &'o [usize],
    /// The new number of each function, by its old one.
    numbers: Vec<u32>,
}

impl Reencode for Reordering<'_> {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, old: u32) -> Result<u32, Error> {
        Ok(self.numbers[old as usize])
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        let types = section
            .into_iter()
            .collect::<wasmparser::Result<Vec<_>>>()?;
        for place in self.order {
            functions.function(self.type_index(types[*place])?);
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
        for place in self.order {
            self.parse_function_body(code, bodies[*place].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{bodies, reorder};

    const HEAD: &[u8] = b"\0asm\x01\0\0\0";
    // Functions without arguments, and with one.
    const TYPES: &[u8] = b"\x01\x08\x02\x60\0\0\x60\x01\x7f\0";
    const IMPORT: &[u8] = b"\x02\x07\x01\x01a\x01b\0\0";
    const TABLE: &[u8] = b"\x04\x04\x01\x70\0\x03";

    #[test]
    fn a_function_is_called_by_its_new_number() {
        // The second of three calls what is imported and the third, and is exported; all are in
        // the table.
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
    fn no_module_is_refused() {
        assert!(bodies(b"no module").is_err());
        assert!(reorder(b"no module", &[]).is_err());
    }
}
