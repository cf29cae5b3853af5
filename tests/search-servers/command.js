// Runs the built command.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const COMMAND = process.env.ARTICLE_CARDS ?? "target/debug/article-cards";

/** @typedef {{ collection?: string, key?: string, input?: string, more?: string[] }} PushOptions */

/**
 * Pushes a feed. Returns what the command printed, and its exit status.
 * @param {"typesense" | "opensearch"} kind
 * @param {string} url
 * @param {string} feed a path, or `-`
 * @param {PushOptions} [options]
 */
export async function pushTo(kind, url, feed, { collection = "news", key = "", input, more = [] } = {}) {
  const list = ["push", feed, "--to", kind, url, "--collection", collection, ...more];
  const variable = kind === "typesense" ? "TYPESENSE_API_KEY" : "OPENSEARCH_AUTHORIZATION";
  const running = promisify(execFile)(COMMAND, list, { env: { ...process.env, [variable]: key }, maxBuffer: 1 << 26 });
  if (input !== undefined) running.child.stdin?.end(input);
  return running.then(
    ({ stdout, stderr }) => ({ status: 0, output: stdout + stderr }),
    (error) => ({ status: Number(error.code), output: String(error.stdout) + String(error.stderr) }),
  );
}
