// @ts-check
// Each competitor with all that it imports, as one minified script, as a page would load it.
import { build } from "esbuild";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const TARGET = fileURLToPath(new URL("../../target/bench/", import.meta.url));
const SOURCES = fileURLToPath(new URL("./", import.meta.url));

/**
 * @param {string[]} files below this folder
 * @returns {Promise<string[]>} where they are
 */
export async function bundle(files) {
  await build({
    entryPoints: files.map((file) => join(SOURCES, file)),
    outbase: SOURCES,
    outdir: join(TARGET, "bundles"),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    // The package is loaded as it is.
    external: ["/pkg/*"],
    define: { "process.env.NODE_ENV": '"production"' },
    // What the type checker is told is not for the bundler.
    tsconfigRaw: {},
    logLevel: "warning",
  });
  return files.map((file) => join(TARGET, "bundles", file));
}
