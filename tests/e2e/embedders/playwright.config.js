// `cargo xtask test --only embedder-tests` builds the package, copies the projects to target/ with prepare.js,
// builds the Yew application and runs this.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  outputDir: "../output/embedders",
  forbidOnly: Boolean(process.env.CI),
  // Generous for busy machines: nothing here measures time.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    trace: "retain-on-failure",
    launchOptions: { executablePath: process.env.HEADLESS_SHELL ?? process.env.CHROMIUM },
  },
});
