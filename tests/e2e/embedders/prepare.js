// Copies the projects to target/embedders and installs the package in each as npm packs it:
// `node prepare.js`. Other imports resolve to the repository's own `node_modules`, with pinned versions.
import { cpSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pack } from "../../package/npm-pack.js";

const sources = fileURLToPath(new URL(".", import.meta.url));
const root = join(sources, "..", "..", "..");
const projects = join(root, "target", "embedders");

/** The folder of the feed in each project. */
const FEEDS = { static: "feed", vite: "public", react: "public", vue: "public", yew: ".", "yew-hydration": ".", node: ".", twice: "." };

const { folder, remove } = pack();
rmSync(projects, { recursive: true, force: true });
for (const [name, feed] of Object.entries(FEEDS)) {
  const project = join(projects, name);
  // With timestamps, so that Cargo does not rebuild unchanged files.
  cpSync(join(sources, name), project, { recursive: true, preserveTimestamps: true });
  mkdirSync(join(project, feed), { recursive: true });
  cpSync(join(sources, "news.json"), join(project, feed, "news.json"));
  if (!name.startsWith("yew")) cpSync(join(folder, "node_modules"), join(project, "node_modules"), { recursive: true });
}
// The Yew applications depend on the crate by this path.
symlinkSync(root, join(projects, "article-cards"), "junction");
remove();
