// Elements come, go, move and multiply.
import { ALL, ARTICLES, NINE, expect, list, on, onOne, open, ready, shown, test } from "./host.js";
import { held, watchMemory } from "./held.js";

const NEWS = '<article-cards id="news" src="feed.json" page-size="3"></article-cards>';

test.beforeEach(({ page }) => watchMemory(page));

test("moved elsewhere in the page, it keeps what the reader had, and is not loaded anew", async ({ page }) => {
  let asked = 0;
  await page.route("**/host/feed.json", (route) => ((asked += 1), route.fulfill({ json: ARTICLES })));
  await open(page, `${NEWS}<section id="there"></section>`);
  await ready(page);
  await list(page).getByRole("searchbox").fill("pier");
  await expect(list(page).locator("[part~=summary]")).toContainText(String(NINE));
  await list(page).getByRole("button", { name: /more/i }).last().click();
  await expect(list(page).locator("[part~=card]")).toHaveCount(6);
  const first = await list(page).locator("[part~=card]").first().elementHandle();
  await on(page, (element) => void document.querySelector("#there")?.append(element));
  expect(await shown(page)).toEqual(["a2", "a5", "a8", "a11", "a14", "a17"]);
  expect(await first?.evaluate((card) => card.isConnected)).toBe(true);
  await expect(list(page).getByRole("searchbox")).toHaveValue("pier");
  // Where the browser can move without taking out, the keyboard stays where it is.
  const kept = await on(page, async (element) => {
    const main = /** @type {any} */ (document.querySelector("main"));
    if (!main.moveBefore) return true;
    element.focus();
    main.moveBefore(element, null);
    await element.updateComplete;
    return element.shadowRoot?.activeElement?.matches("[part~=search-input]");
  });
  expect(kept).toBe(true);
  expect(asked).toBe(1);
});

test("taken out and put back later, it is where the reader was", async ({ page }) => {
  await open(page, NEWS);
  await ready(page);
  await list(page).getByRole("searchbox").fill("pier");
  await expect(list(page).locator("[part~=summary]")).toContainText(String(NINE));
  await list(page).getByRole("button", { name: /more/i }).last().click();
  await expect(list(page).locator("[part~=card]")).toHaveCount(6);
  const told = await page.evaluate(async () => {
    const element = /** @type {HTMLElementTagNameMap["article-cards"]} */ (document.querySelector("article-cards"));
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const gone = [element.state.query, element.results.total, element.shadowRoot?.querySelectorAll("[part~=card]").length];
    element.pageSize = 2;
    document.querySelector("main")?.append(element);
    await element.load();
    return [gone, element.state, element.shadowRoot?.querySelectorAll("[part~=card]").length];
  });
  expect(told).toEqual([["pier", 0, 0], { query: "pier", sort: "", page: 2, filters: {} }, 4]);
});

test("what the address keeps comes from there, as it is by then", async ({ page }) => {
  await open(page, '<article-cards src="feed.json" url-state="n-"></article-cards>');
  await ready(page);
  await list(page).getByRole("searchbox").fill("pier");
  await expect.poll(() => page.url()).toContain("?n-q=pier");
  const back = () =>
    page.evaluate(async () => {
      const element = /** @type {HTMLElementTagNameMap["article-cards"]} */ (document.querySelector("article-cards"));
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (element.id) history.pushState(null, "", "?");
      element.id = "again";
      document.querySelector("main")?.append(element);
      await element.load();
      return element.state.query;
    });
  expect([await back(), await back()]).toEqual(["pier", ""]);
});

test("nothing is left of a hundred that came and went, and of fifty moves", async ({ page }) => {
  test.slow();
  await open(page, '<div id="here"></div><div id="there"></div>');
  /** @param {number} rounds */
  const come = (rounds) =>
    page.evaluate(async ({ rounds, items }) => {
      const here = /** @type {Element} */ (document.querySelector("#here"));
      for (let round = 0; round < rounds; round++) {
        const element = document.createElement("article-cards");
        element.items = items;
        here.append(element);
        await element.ready;
        void element.results.total;
        element.search("tide");
        await element.updateComplete;
        element.remove();
        await new Promise((resolve) => setTimeout(resolve));
      }
    }, { rounds, items: ARTICLES });
  await come(10);
  const before = await held(page);
  await come(90);
  const after = await held(page);
  expect(after.memory).toBe(before.memory);
  expect(after.documents).toBe(before.documents);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners);
  expect(after.nodes - before.nodes).toBeLessThanOrEqual(20);

  const move = (/** @type {number} */ times) =>
    page.evaluate(async ({ times, items }) => {
      const [here, there] = ["#here", "#there"].map((id) => /** @type {Element} */ (document.querySelector(id)));
      const element = document.querySelector("article-cards") ?? document.createElement("article-cards");
      element.items = items;
      for (let time = 0; time < times; time++) {
        (time % 2 ? here : there)?.append(element);
        await element.updateComplete;
        await new Promise((resolve) => setTimeout(resolve));
      }
    }, { times, items: ARTICLES });
  // A feed that is replaced has all ready for searches and orders by then, and is there until the new one is.
  for (const times of [5, 5]) {
    await move(times);
    await page.waitForTimeout(300);
  }
  const still = await held(page);
  await move(50);
  const moved = await held(page);
  expect(moved.listeners).toBeLessThanOrEqual(still.listeners);
  expect(moved.nodes - still.nodes).toBeLessThanOrEqual(20);
  expect(moved.memory).toBe(still.memory);
});

test("nothing of one element shows in the next", async ({ page }) => {
  await open(page, '<div id="here"></div>');
  const told = await page.evaluate(async (items) => {
    const here = /** @type {Element} */ (document.querySelector("#here"));
    const one = document.createElement("article-cards");
    Object.assign(one, { items, withScores: true, label: "One", layout: "list", theme: "dark", mapping: { area: "provider.name" }, messages: { search: "One's" }, locale: "de" });
    here.append(one);
    await one.ready;
    one.search("pier");
    one.setFilter("provider", { any: ["Gull"] });
    await one.updateComplete;
    /** @type {unknown[]} */
    const events = [];
    const two = document.createElement("article-cards");
    for (const type of ["ac-load", "ac-change", "ac-error", "ac-page"]) two.addEventListener(type, () => events.push(type));
    one.search("something else");
    one.replaceWith(two);
    await two.updateComplete;
    const idle = [two.status, two.state, two.results.total, two.items, two.facetCounts, two.shadowRoot?.querySelectorAll("[part~=card]").length];
    two.items = items.slice(0, 2);
    await two.updateComplete;
    const base = two.shadowRoot?.querySelector("[part~=base]");
    const search = two.shadowRoot?.querySelector("input");
    return { idle, base: [base?.getAttribute("aria-label"), base?.getAttribute("data-layout"), base?.getAttribute("data-theme")], search: [search?.value, search?.placeholder], total: two.results.total, events };
  }, ARTICLES);
  expect(told).toEqual({
    idle: ["idle", { query: "", sort: "", page: 1, filters: {} }, 0, undefined, expect.anything(), 0],
    base: [null, "grid", "auto"],
    search: ["", expect.not.stringContaining("One")],
    total: 2,
    events: [],
  });
});

test("five on one page keep apart, in state and address", async ({ page }) => {
  const five = [1, 2, 3, 4, 5].map((n) => `<article-cards id="n${n}" src="feed.json" page-size="1" label="List ${n}" url-state="n${n}-"></article-cards>`);
  await open(page, five.join(""), { query: "?n2-q=tide&n4-topics=Rain" });
  for (const n of [1, 2, 3, 4, 5]) await ready(page, `#n${n}`);
  const totals = () => Promise.all([1, 2, 3, 4, 5].map((n) => onOne(page, `#n${n}`, (element) => element.results.total)));
  expect(await totals()).toEqual([ALL, NINE, ALL, NINE, ALL]);
  await page.getByRole("region", { name: "List 3" }).getByRole("searchbox").fill("harbour");
  await page.getByRole("region", { name: "List 5" }).getByRole("searchbox").fill("pier");
  await expect.poll(totals).toEqual([ALL, NINE, NINE, NINE, NINE]);
  await expect.poll(() => new URL(page.url()).search).toBe("?n2-q=tide&n4-topics=Rain&n3-q=harbour&n5-q=pier");
  const ids = await page.evaluate(() => [...document.querySelectorAll("article-cards")].flatMap((element) => [...(element.shadowRoot?.querySelectorAll("[id]") ?? [])].map(({ id }) => id)));
  expect(new Set(ids).size).toBe(ids.length);
});

test("however it is made: by script, markup, clone, template, in a shadow tree, in a frame", async ({ page }) => {
  await open(page, '<template><article-cards src="feed.json" page-size="2"></article-cards></template><div id="made"></div><iframe title="Frame" srcdoc="<!doctype html><title>Frame</title><body>"></iframe>');
  await page.frameLocator("iframe").locator("body").waitFor({ state: "attached" });
  const counts = await page.evaluate(async () => {
    const made = /** @type {Element} */ (document.querySelector("#made"));
    const template = /** @type {HTMLTemplateElement} */ (document.querySelector("template"));
    made.innerHTML = template.innerHTML;
    made.append(template.content.cloneNode(true));
    made.append(document.adoptNode(/** @type {Element} */ (template.content.firstElementChild)));
    const first = /** @type {HTMLElementTagNameMap["article-cards"]} */ (made.querySelector("article-cards"));
    await first.ready;
    made.append(first.cloneNode(true));
    const shadow = document.createElement("div");
    shadow.attachShadow({ mode: "open" }).innerHTML = made.innerHTML.slice(0, made.innerHTML.indexOf("</article-cards>"));
    made.append(shadow);
    const constructed = new (/** @type {any} */ (customElements.get("article-cards")))();
    Object.assign(constructed, { src: "feed.json", pageSize: 2 });
    made.append(constructed);
    const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe")).contentDocument;
    const framed = /** @type {HTMLElementTagNameMap["article-cards"]} */ (first.cloneNode());
    made.append(framed);
    await framed.ready;
    frame?.body.append(frame.adoptNode(framed));
    framed.pageSize = 3;
    await framed.updateComplete;
    const inner = shadow.shadowRoot?.querySelector("article-cards");
    const all = [...document.querySelectorAll("article-cards"), inner, framed];
    await Promise.all(all.map((element) => element?.ready));
    const styled = framed.shadowRoot?.querySelector("[part~=card]");
    const border = styled && frame?.defaultView?.getComputedStyle(styled).borderTopStyle;
    return [all.map((element) => element?.shadowRoot?.querySelectorAll("[part~=card]").length), border];
  });
  expect(counts).toEqual([[2, 2, 2, 2, 2, 2, 3], "solid"]);
});
