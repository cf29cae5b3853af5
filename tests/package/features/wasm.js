// The WebAssembly features that a module needs: those without which Binaryen rejects it.
import { readFileSync } from "node:fs";
import binaryen from "binaryen";

const { Features } = binaryen;
/** Binaryen's flags by MDN's names. */
const FEATURES = /** @type {Record<string, number>} */ ({
  "webassembly.bulk-memory-operations": Features.BulkMemory | Features.BulkMemoryOpt,
  "webassembly.exception-handling": Features.ExceptionHandling,
  "webassembly.extended-constant-expressions": Features.ExtendedConst,
  "webassembly.fixed-width-SIMD": Features.SIMD128,
  "webassembly.garbage-collection": Features.GC,
  "webassembly.memory64": Features.Memory64,
  "webassembly.multi-value": Features.Multivalue,
  "webassembly.multiMemory": Features.MultiMemory,
  "webassembly.mutable-globals": Features.MutableGlobals,
  "webassembly.non-trapping-float-to-int-conversions": Features.NontrappingFPToInt,
  "webassembly.reference-types": Features.ReferenceTypes | Features.CallIndirectOverlong,
  "webassembly.relaxed-SIMD": Features.RelaxedSIMD,
  "webassembly.sign-extension-operations": Features.SignExt,
  "webassembly.tail-calls": Features.TailCall,
  "webassembly.threads-and-atomics": Features.Atomics,
});

/**
 * Returns the features without which the module is invalid.
 * @param {Uint8Array} bytes
 * @returns {string[]}
 */
function moduleFeatures(bytes) {
  const module = binaryen.readBinary(bytes);
  /** @param {string[]} names */
  const isValid = (names) => {
    module.setFeatures(names.reduce((all, name) => all | (FEATURES[name] ?? 0), 0));
    return Boolean(module.validate());
  };
  const all = Object.keys(FEATURES);
  if (!isValid(all)) throw new Error("the module needs a feature that FEATURES does not list");
  return all.filter((name) => !isValid(all.filter((other) => other !== name)));
}

// A separate program, because Binaryen prints validation errors: `node wasm.js <file>`.
console.log(JSON.stringify(moduleFeatures(readFileSync(process.argv[2] ?? ""))));
