// The end-to-end tests that do not run in Firefox with Playwright over BiDi, and why.

const NO_SCRIPTING_SWITCH = "BiDi in Firefox 153 cannot disable scripts";
const INTERCEPTED = "a response that BiDi intercepts fails its integrity check; over WebDriver, without interception, the hashes work as they should";

/** @type {{ title: RegExp, reason: string }[]} */
export const SKIPPED = [
  { title: /forced colours(, reduced motion| distinguish chosen)/, reason: "BiDi cannot force colours" },
  { title: /changing only the fragment changes nothing/, reason: "Playwright waits for a load event that going back to a fragment does not fire" },
  { title: /forced colours: text, borders, icons and states/, reason: "BiDi cannot force colours" },
  { title: /nothing flashes, motion ends or can be stopped/, reason: "BiDi cannot reduce motion" },
  { title: /contrast of text, controls, icons and focus rings/, reason: "forces pseudo-classes by Chromium's protocol" },
  { title: /the list can be made narrower by pointer and keyboard/, reason: "BiDi's double clicks are two single ones" },
  { title: /clearing does not call up the keyboard/, reason: "BiDi's touches cause no clicks" },
  { title: /no English is shown before another language has loaded/, reason: "Firefox's load event, for which Playwright waits, comes after the language's script, which the test holds back" },
  { title: /at 1280 pixels with (facets|links|a list), the list takes the place of its skeletons/, reason: "skeletons of filters that need a scroll bar are 6 pixels narrower than filters that need none" },
  { title: /on paper, the author's links replace the skeletons/, reason: "BiDi cannot print a page on screen" },
  { title: /a keyboard journey from the address bar/, reason: "counts tab stops: in Firefox filters that scroll are one more" },
  { title: /Tab passes through everything and out again/, reason: "counts tab stops, which differ in Firefox; all those reached were visible" },
  { title: /a hundred removed elements and three hundred moves leak nothing/, reason: "measures by Chromium's protocol" },
  { title: /a hundred lists on a page are independent|replacing the feed repeatedly|repeated queries do not grow/, reason: "measures by Chromium's protocol" },
  { title: /touch drags the handle/, reason: "touches by Chromium's protocol" },
  { title: /composing text with an input method is not disturbed/, reason: "composes by Chromium's protocol" },
  { title: /a text that an input method is composing is not cut off/, reason: "composes by Chromium's protocol" },
  { title: /images do not flicker/, reason: "records the screen by Chromium's protocol" },
  { title: /its cards are in one row, which scrolls sideways and snaps/, reason: "BiDi cannot reduce motion" },
  { title: /OpenSearch behind the site's own proxy/, reason: "BiDi does not tell the body of a request that the test passes on" },
  { title: /the keyboard brings each card into view/, reason: "Firefox snaps to the first card of the row even if a focused one is cut off by some pixels then" },
  { title: /without scripts the fallback links are shown/, reason: NO_SCRIPTING_SWITCH },
  { title: /: a link without scripts/, reason: NO_SCRIPTING_SWITCH },
  { title: /every title is a link, and nothing depends on scripts/, reason: NO_SCRIPTING_SWITCH },
  { title: /a page with integrity hashes for all files works/, reason: INTERCEPTED },
  { title: /with a wrong integrity hash of (the module|a script), the fallback content stays/, reason: INTERCEPTED },
  { title: /the checks detect an injected script, request, element and long task/, reason: "Firefox does not report long tasks" },
  { title: /URLs with other schemes, in character references/, reason: "Firefox ends a URL at U+0000, where the standard goes on; no script runs" },
  { title: /a URL of 10 MB$/, reason: "the test would have Firefox parse a URL of 10 MB, which it refuses" },
];
