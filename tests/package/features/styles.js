// The browser features that style sheets use: properties, values, functions, selectors and at-rules.
import { generate, parse, walk } from "css-tree";
import { isKnown } from "./support.js";

/** The keys of functions in MDN's data. @type {Record<string, string>} */
const FUNCTIONS = {
  "color-mix": "css.types.color.color-mix",
  "light-dark": "css.types.color.light-dark",
  rgb: "css.types.color.rgb",
  hsl: "css.types.color.hsl",
  oklch: "css.types.color.oklch",
  oklab: "css.types.color.oklab",
  "linear-gradient": "css.types.gradient.linear-gradient",
  "radial-gradient": "css.types.gradient.radial-gradient",
  "conic-gradient": "css.types.gradient.conic-gradient",
  "repeating-linear-gradient": "css.types.gradient.repeating-linear-gradient",
  url: "css.types.url",
  inset: "css.types.basic-shape.inset",
  circle: "css.types.basic-shape.circle",
  polygon: "css.types.basic-shape.polygon",
  "cubic-bezier": "css.types.easing-function.cubic-bezier",
  linear: "css.types.easing-function.linear-function",
  scale: "css.types.transform-function.scale",
  rotate: "css.types.transform-function.rotate",
  translate: "css.types.transform-function.translate",
  translateX: "css.types.transform-function.translateX",
  translateY: "css.types.transform-function.translateY",
  repeat: "css.properties.grid-template-columns.repeat",
  minmax: "css.properties.grid-template-columns.minmax",
  "fit-content": "css.properties.grid-template-columns.fit-content",
};

/** The keys of newer units. @type {Record<string, string>} */
const UNITS = { cqi: "css.types.length.container_query_length_units", cqb: "css.types.length.container_query_length_units", cqw: "css.types.length.container_query_length_units", dvh: "css.types.length.viewport_percentage_units_dynamic", svh: "css.types.length.viewport_percentage_units_small", lvh: "css.types.length.viewport_percentage_units_large" };

/**
 * Returns the features of a style sheet, and what is not in MDN's data.
 * @param {string} css
 * @returns {{ found: Set<string>, unknown: Set<string> }}
 */
export function styleFeatures(css) {
  const found = new Set();
  /** @type {Set<string>} */
  const unknown = new Set();
  /** @param {string} name @param {string[]} keys */
  const note = (name, keys) => {
    const known = keys.filter(isKnown);
    if (known.length) found.add(known[0]);
    else unknown.add(name);
  };
  const tree = parse(css, {
    parseValue: true,
    onParseError: (error) => unknown.add(`${error.message} in line ${error.line}`),
  });
  walk(tree, function (node) {
    switch (node.type) {
      case "Declaration":
        // Other engines ignore prefixed properties.
        if (/^--|^-(webkit|moz|ms)-/.test(node.property)) break;
        note(node.property, [`css.properties.${node.property}`, `css.at-rules.font-face.${node.property}`]);
        // Only a plain value, not a raw one.
        if (node.value.type === "Value") {
          walk(node.value, (part) => {
            const key = part.type === "Identifier" ? `css.properties.${node.property}.${part.name}` : "";
            if (key && isKnown(key)) found.add(key);
          });
        }
        break;
      case "Function":
        note(`${node.name}()`, [FUNCTIONS[node.name] ?? "", `css.types.${node.name}`, `css.types.transform-function.${node.name}`, `css.types.filter-function.${node.name}`, `css.types.color.${node.name}`]);
        break;
      case "Dimension":
        if (UNITS[node.unit]) found.add(UNITS[node.unit]);
        break;
      case "Atrule":
        note(`@${node.name}`, [`css.at-rules.${node.name}`]);
        break;
      case "Feature":
        if (this.atrule?.name === "media") note(`@media (${node.name})`, [`css.at-rules.media.${node.name.replace(/^(min|max)-/, "")}`, `css.at-rules.media.${node.name}`]);
        break;
      case "FeatureRange":
        note("a range in a condition", [this.atrule?.name === "container" ? "css.at-rules.container" : "css.at-rules.media.range_syntax"]);
        break;
      case "PseudoClassSelector":
      case "PseudoElementSelector":
        if (!node.name.startsWith("-")) note(`:${node.name}`, [`css.selectors.${node.name}`]);
        break;
      case "NestingSelector":
        found.add("css.selectors.nesting");
        break;
      case "AttributeSelector":
        found.add("css.selectors.attribute");
        if (node.flags) note(`[${generate(node)}]`, [`css.selectors.attribute.${node.flags === "i" ? "case_insensitive_modifier" : "case_sensitive_modifier"}`]);
        break;
    }
  });
  return { found, unknown };
}
