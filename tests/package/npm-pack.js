// Packs the npm package and installs it in a temporary folder.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const pkg = fileURLToPath(new URL("../../pkg/", import.meta.url));

/**
 * Packs the package and unpacks it into `node_modules` of a temporary folder.
 * @returns {{ folder: string, tarball: string, files: string[], remove: () => void }}
 */
export function pack() {
  const folder = mkdtempSync(join(tmpdir(), "article-cards-"));
  // Windows cannot start `npm.cmd` without a shell.
  const shell = process.platform === "win32";
  const output = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], { cwd: pkg, encoding: "utf8", shell });
  const parsed = JSON.parse(output);
  const [{ filename, files }] = Array.isArray(parsed) ? parsed : Object.values(parsed);
  const tarball = join(folder, filename);
  execFileSync("tar", ["-xzf", filename], { cwd: folder });
  mkdirSync(join(folder, "node_modules"));
  renameSync(join(folder, "package"), join(folder, "node_modules", "article-cards"));
  const paths = files.map((/** @type {{ path: string }} */ file) => file.path);
  return { folder, tarball, files: paths, remove: () => rmSync(folder, { recursive: true }) };
}
