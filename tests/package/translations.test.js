// The language of a locale, as `language_for` of the crate finds it.
import assert from "node:assert/strict";
import test from "node:test";

test("a locale's language, other than English", async () => {
  const { languageFor } = await import(new URL("../../pkg/translations.js", import.meta.url).href);
  const cases = {
    "de-AT": "de", PT_br: "pt", fr: "fr", "en-GB": undefined, eo: undefined, constructor: undefined, "": undefined,
    zh: "zh-Hans", "zh-SG": "zh-Hans", "zh-Hans-TW": "zh-Hans", "zh-TW": undefined, "zh-Hant": undefined, "ZH_hk": undefined, "zh-x-hant": "zh-Hans",
  };
  for (const [locale, language] of Object.entries(cases)) assert.equal(languageFor(locale), language, locale);
});
