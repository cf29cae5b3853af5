// Which end-to-end tests are not asked of Firefox by Playwright over BiDi, and why.

const NO_SCRIPTS = "BiDi in Firefox 153 cannot turn scripts off";
const HASHED = "what BiDi intercepts fails its hash; by WebDriver, without it, right and wrong hashes do as they should";

/** @type {{ title: RegExp, reason: string }[]} */
export const LEFT_OUT = [
  { title: /forced colours(, less motion| show what is chosen)/, reason: "BiDi has no forced colours" },
  { title: /a fragment alone changes nothing/, reason: "Playwright waits for a load that the way back to a fragment does not have" },
  { title: /forced colours: texts, edges, signs and states/, reason: "BiDi has no forced colours" },
  { title: /nothing flashes, what moves can be stopped or ends/, reason: "BiDi cannot ask for less motion" },
  { title: /contrast of texts, controls, signs and focus rings/, reason: "puts elements into states by Chromium's own protocol" },
  { title: /Tab passes through everything and out again/, reason: "counts the stops of Tab, of which Firefox has others; all that were reached were in sight" },
  { title: /nothing is left of a hundred that came and went, and of fifty moves/, reason: "measured by Chromium's own protocol" },
  { title: /a hundred lists on a page keep apart|is replaced again and again|query after query takes no more/, reason: "measured by Chromium's own protocol" },
  { title: /an input method composes undisturbed, and its Enter and Escape are its own/, reason: "composed by Chromium's own protocol" },
  { title: /without scripts the links are there/, reason: NO_SCRIPTS },
  { title: /every title is a link, and nothing is there that only scripts make work/, reason: NO_SCRIPTS },
  { title: /with the hashes of all that it loads/, reason: HASHED },
  { title: /with a wrong hash of (the module|a script), the author's own words stay/, reason: HASHED },
  { title: /what these tests look for is found where it is/, reason: "Firefox tells of no long tasks" },
  { title: /addresses of other schemes behind references/, reason: "Firefox ends an address at U+0000, where the standard goes on; no script runs" },
  { title: /an address of 10 MB$/, reason: "the test has Firefox make a URL of 10 MB, which it makes none of" },
];
