// @ts-check
// Bundles each competitor with its imports into one minified script, as a page would load it.
import { build } from "esbuild";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const TARGET = fileURLToPath(new URL("../../target/bench/", import.meta.url));
const SOURCES = fileURLToPath(new URL("./", import.meta.url));

/**
 * @param {string[]} files relative to this folder
 * @returns {Promise<string[]>} the paths of the bundles
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
    // The package is not bundled again.
    external: ["/pkg/*"],
    define: { "process.env.NODE_ENV": '"production"' },
    // Ignore the type checker's configuration.
    tsconfigRaw: {},
    logLevel: "warning",
  });
  return files.map((file) => join(TARGET, "bundles", file));
}
