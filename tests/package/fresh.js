// A thread of its own for each run: nothing is loaded there yet.
import { Worker } from "node:worker_threads";

const modules = ["index.js", "engine.js"].map((name) => new URL(`../../pkg/${name}`, import.meta.url).href);

/**
 * Runs a function with the package as it is when nobody has used it. It may use nothing from
 * around it.
 * @template {unknown[]} G
 * @template T
 * @param {(library: typeof import("../../pkg/index.js") & typeof import("../../pkg/engine.js"), ...given: G) => Promise<T>} run
 * @param {G} given
 * @returns {Promise<T>}
 */
export function fresh(run, ...given) {
  const script = `
    const { parentPort, workerData: { modules, given } } = require("node:worker_threads");
    Promise.all(modules.map((module) => import(module)))
      .then(([index, engine]) => (${run})({ ...index, ...engine }, ...given))
      .then((told) => parentPort.postMessage(told));`;
  const worker = new Worker(script, { eval: true, workerData: { modules, given } });
  return new Promise((resolve, reject) => {
    worker.once("message", (told) => {
      resolve(told);
      worker.terminate();
    });
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the thread told nothing")));
  });
}
