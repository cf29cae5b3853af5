// criteria.json lists every WCAG criterion, and every test that it names exists and runs.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import axe from "axe-core";
import { expect, test } from "@playwright/test";

/** @typedef {{ number: string, name: string, level: "A" | "AA", tests?: string[], reason?: string }} Criterion */

/** @type {Criterion[]} */
const criteria = JSON.parse(readFileSync(new URL("criteria.json", import.meta.url), "utf8"));

/** The number of level A and AA success criteria of each guideline of WCAG 2.2, which dropped 4.1.1. */
const COUNTS = {
  "1.1": 1, "1.2": 5, "1.3": 5, "1.4": 9, "2.1": 3, "2.2": 2, "2.3": 1, "2.4": 8, "2.5": 6, "3.1": 2, "3.2": 5, "3.3": 6, "4.1": 2,
};

test("every level A and AA criterion is listed once, with tests or a reason", () => {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const { number, tests, reason } of criteria) {
    const guideline = number.replace(/\.\d+$/, "");
    counts[guideline] = (counts[guideline] ?? 0) + 1;
    expect(Boolean(tests?.length) !== Boolean(reason), number).toBe(true);
  }
  expect(counts).toEqual(COUNTS);
  expect(new Set(criteria.map(({ number }) => number)).size).toBe(55);
  expect(criteria.filter(({ level }) => level === "A")).toHaveLength(31);
});

test("criteria with axe rules have the same level in axe", () => {
  const levels = new Map(criteria.map(({ number, level }) => [`wcag${number.replaceAll(".", "")}`, level]));
  let compared = 0;
  for (const { ruleId, tags } of axe.getRules()) {
    const numbers = tags.filter((tag) => /^wcag\d{3,}$/.test(tag));
    const level = tags.map((tag) => /^wcag2\d?(aa?)$/.exec(tag)?.[1]).find(Boolean);
    // A rule for several criteria has only one level.
    if (numbers.length !== 1 || !level) continue;
    expect(levels.get(numbers[0] ?? ""), ruleId).toBe(level.toUpperCase());
    compared++;
  }
  expect(compared).toBeGreaterThan(30);
});

test("every test named in criteria.json exists and is not skipped", async () => {
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  const folder = fileURLToPath(new URL("..", import.meta.url));
  // Without the variables by which the inner Playwright would consider itself part of this run.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(TEST_|PW_|PLAYWRIGHT_|NODE_OPTIONS)/.test(name)));
  const { stdout } = await promisify(execFile)(process.execPath, [cli, "test", "--list", "--reporter=json", "--config", `${folder}playwright.config.js`], { env, maxBuffer: 2 ** 26 });
  /** @typedef {{ file: string, title: string, suites?: Suite[], specs: { title: string, tests: { expectedStatus: string }[] }[] }} Suite */
  const existing = new Set();
  /** @param {Suite} suite @param {string[]} within */
  const collect = (suite, within) => {
    for (const spec of suite.specs) {
      if (spec.tests.every(({ expectedStatus }) => expectedStatus === "passed")) existing.add(`${suite.file} › ${[...within, spec.title].join(" › ")}`);
    }
    for (const inner of suite.suites ?? []) collect(inner, [...within, inner.title]);
  };
  for (const suite of /** @type {{ suites: Suite[] }} */ (JSON.parse(stdout)).suites) collect(suite, []);
  expect(existing.size).toBeGreaterThan(300);
  const named = criteria.flatMap(({ tests }) => tests ?? []);
  expect(named.filter((name) => !existing.has(name) && ![...existing].some((one) => one.startsWith(`${name.split(" › ")[0]} › `) && one.endsWith(` › ${name.split(" › ")[1]}`)))).toEqual([]);
});
