// `cargo xtask test --only e2e` builds the page, finds the browser and a free port, and runs this.
import { defineConfig } from "@playwright/test";

const port = Number(process.env.E2E_PORT ?? 4173);

export default defineConfig({
  testDir: ".",
  outputDir: "output",
  // The transcripts of wcag/, which people read.
  snapshotPathTemplate: "{testDir}/{testFileDir}/transcripts/{arg}{ext}",
  // They have a configuration of their own.
  testIgnore: "embedders/**",
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  // Most of a test is waiting, so that a small machine does two at a time as well.
  workers: 2,
  // Generous, for machines that do other things as well: nothing here measures time.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // Once more where a machine was too busy to draw in time; what then passes is told as flaky.
  retries: 1,
  reporter: "list",
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    // Recording what is looked at takes longer than most tests.
    trace: "on-first-retry",
    launchOptions: { executablePath: process.env.CHROMIUM },
  },
  webServer: {
    command: `node serve.js ${port}`,
    url: `http://127.0.0.1:${port}/demo/`,
    reuseExistingServer: false,
  },
});
