import { test, feed } from "./page.js";
import { open, cards } from "./reader.js";
test("snap", async ({ page }) => {
  await open(page, "?scores");
  console.log(await feed(page).locator(".ac-toolbar").ariaSnapshot());
  console.log((await feed(page).locator(".ac-facets").ariaSnapshot()));
  console.log(await cards(page).first().ariaSnapshot());
  console.log(await feed(page).locator(".ac-facet-option").first().innerHTML());
});
