// The end-to-end tests in Debian's Firefox, by WebDriver BiDi: `cargo xtask browsers --only firefox`.
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import chromium from "../e2e/playwright.config.js";
import { LEFT_OUT } from "./left-out.js";

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const { webServer } = chromium;
if (!webServer || Array.isArray(webServer)) throw new Error("tests/e2e/playwright.config.js must have one server");

export default defineConfig({
  ...chromium,
  testDir: "../e2e",
  outputDir: "output",
  grepInvert: LEFT_OUT.map(({ title }) => title),
  webServer: { ...webServer, cwd: here("../e2e") },
  use: {
    ...chromium.use,
    // BiDi has no recording of pages.
    trace: "off",
    browserName: "firefox",
    channel: "moz-firefox",
    launchOptions: {
      executablePath: here("firefox.js"),
      firefoxUserPrefs: {
        // Firefox 153 crashes where Playwright's two worlds ask for `ariaLabelledByElements` one after the other.
        "accessibility.ARIAElementReflection.enabled": false,
      },
    },
  },
});
