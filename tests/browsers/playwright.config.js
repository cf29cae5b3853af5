// Runs the end-to-end tests in Debian's Firefox over WebDriver BiDi: `cargo xtask browsers --only firefox`.
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import chromium from "../e2e/playwright.config.js";
import { SKIPPED } from "./skipped-in-firefox.js";

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const { webServer } = chromium;
if (!webServer || Array.isArray(webServer)) throw new Error("tests/e2e/playwright.config.js must have exactly one server");

export default defineConfig({
  ...chromium,
  testDir: "../e2e",
  outputDir: "output",
  // One browser runs all tests.
  projects: undefined,
  grepInvert: SKIPPED.map(({ title }) => title),
  webServer: { ...webServer, cwd: here("../e2e") },
  use: {
    ...chromium.use,
    // BiDi does not support tracing.
    trace: "off",
    browserName: "firefox",
    channel: "moz-firefox",
    launchOptions: {
      executablePath: here("firefox.js"),
      firefoxUserPrefs: {
        // Firefox 153 crashes when both of Playwright's script worlds read `ariaLabelledByElements`.
        "accessibility.ARIAElementReflection.enabled": false,
      },
    },
  },
});
