// Puts the projects below target/, each beside or with the package as npm packs it, so that they
// stand as they would at home: `node prepare.js`. What else they import is found in the
// repository's own `node_modules`, where its version is pinned.
import { cpSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pack } from "../../package/packed.js";

const sources = fileURLToPath(new URL(".", import.meta.url));
const top = join(sources, "..", "..", "..");
const projects = join(top, "target", "embedders");

/** Where each has the feed. */
const FEEDS = { static: "feed", vite: "public", react: "public", vue: "public", yew: ".", node: ".", twice: "." };

const { folder, remove } = pack();
rmSync(projects, { recursive: true, force: true });
for (const [name, feed] of Object.entries(FEEDS)) {
  const project = join(projects, name);
  // With their times: what did not change is not built anew.
  cpSync(join(sources, name), project, { recursive: true, preserveTimestamps: true });
  mkdirSync(join(project, feed), { recursive: true });
  cpSync(join(sources, "news.json"), join(project, feed, "news.json"));
  if (name !== "yew") cpSync(join(folder, "node_modules"), join(project, "node_modules"), { recursive: true });
}
// The crate is used as it lies, by its path.
symlinkSync(top, join(projects, "article-cards"), "junction");
remove();
