// `cargo xtask test --only e2e-tests` builds the demo page, finds the browser and a free port, and runs this.
import { defineConfig } from "@playwright/test";

/** The tag of tests that open tabs: Chromium without windows does not open all of them. */
const TABS = /@tabs/;

const { CHROMIUM, HEADLESS_SHELL = CHROMIUM } = process.env;
const port = Number(process.env.E2E_PORT ?? 4173);

export default defineConfig({
  testDir: ".",
  outputDir: "output",
  // The screen reader transcripts in wcag/.
  snapshotPathTemplate: "{testDir}/{testFileDir}/transcripts/{arg}{ext}",
  // Has its own configuration.
  testIgnore: "embedders/**",
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  // Tests mostly wait, so two run at a time even on a small machine.
  workers: 2,
  // Generous for busy machines: nothing here measures time.
  timeout: 90_000,
  expect: {
    timeout: 15_000,
    // Those of the gallery. `cargo xtask gallery --update-screenshots` updates them.
    toHaveScreenshot: { pathTemplate: "{testDir}/screenshots/{arg}{ext}" },
  },
  // A test that passes only on retry, on a busy machine, is reported as flaky.
  retries: 1,
  reporter: "list",
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    // Tracing takes longer than most tests.
    trace: "on-first-retry",
  },
  projects: [
    { name: "chromium-headless-shell", grepInvert: TABS, use: { launchOptions: { executablePath: HEADLESS_SHELL } } },
    { name: "chromium", grep: TABS, use: { launchOptions: { executablePath: CHROMIUM } } },
  ],
  webServer: {
    command: `node serve.js ${port}`,
    // No address: tests of the gallery alone need no demo page.
    port,
    reuseExistingServer: false,
  },
});
