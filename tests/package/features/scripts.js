// The browser features that scripts use: syntax, globals and members.
import { parse } from "acorn";
import { ancestor, base } from "acorn-walk";
import { data, isKnown, isOld } from "./support.js";

/** The ECMAScript version of the scripts; newer syntax does not parse. */
const ECMASCRIPT = 2022;

/** Syntax by ESTree node type. @type {Record<string, string>} */
const SYNTAX = {
  ChainExpression: "javascript.operators.optional_chaining",
  ImportExpression: "javascript.operators.import",
  MetaProperty: "javascript.operators.import_meta",
  PropertyDefinition: "javascript.classes.public_class_fields",
  PrivateIdentifier: "javascript.classes.private_class_fields",
  StaticBlock: "javascript.classes.static.initialization_blocks",
};

/** Syntax by operator. @type {Record<string, string>} */
const OPERATORS = {
  "??": "javascript.operators.nullish_coalescing",
  "??=": "javascript.operators.nullish_coalescing_assignment",
  "||=": "javascript.operators.logical_or_assignment",
  "&&=": "javascript.operators.logical_and_assignment",
  "**": "javascript.operators.exponentiation",
};

/** The interface of each global object. @type {Record<string, string>} */
const INSTANCES = {
  caches: "CacheStorage",
  crypto: "Crypto",
  customElements: "CustomElementRegistry",
  document: "Document",
  history: "History",
  location: "Location",
  navigator: "Navigator",
  performance: "Performance",
  screen: "Screen",
  window: "Window",
};

/** The keys of all members of interfaces and built-in objects, by member name. @type {Map<string, string[]>} */
const MEMBERS = new Map();
for (const [path, all] of /** @type {const} */ ([["api", data.api], ["javascript.builtins", data.javascript.builtins]])) {
  for (const [owner, members] of Object.entries(all)) {
    for (const name of Object.keys(members)) {
      if (name === "__compat") continue;
      const known = MEMBERS.get(name.replace(/_(static|event)$/, ""));
      const key = `${path}.${owner}.${name}`;
      if (known) known.push(key);
      else MEMBERS.set(name.replace(/_(static|event)$/, ""), [key]);
    }
  }
}

/**
 * Returns the features of a script. A member's name does not tell its owner: if an old member has the
 * name, it is ignored, unless `owners` names the owner, as in `{ at: "javascript.builtins.Array" }`.
 * @param {string} source
 * @param {Record<string, string>} owners
 * @returns {{ found: Set<string>, unclear: Map<string, string[]> }}
 */
export function scriptFeatures(source, owners) {
  const found = new Set();
  /** @type {Map<string, string[]>} */
  const unclear = new Map();
  /** @param {string} key */
  const note = (key) => {
    if (isKnown(key)) found.add(key);
  };
  /** @param {string} name */
  const member = (name) => {
    if (owners[name]) return note(`${owners[name]}.${name}`);
    const candidates = MEMBERS.get(name)?.filter(isKnown) ?? [];
    if (!candidates.length || candidates.some(isOld)) return;
    if (candidates.length === 1) found.add(candidates[0]);
    else unclear.set(name, candidates);
  };
  const tree = parse(source, { ecmaVersion: ECMASCRIPT, sourceType: "module", allowHashBang: true });
  ancestor(
    tree,
    {
      // Visit every node, including those without a visitor in acorn-walk.
      ...Object.fromEntries(Object.keys(base).map((type) => [type, (/** @type {any} */ node, /** @type {any} */ _, /** @type {any[]} */ path) => visit(node, path)])),
    },
    { ...base, PrivateIdentifier: () => {}, MetaProperty: () => {} },
  );
  /** @param {any} node @param {any[]} path */
  function visit(node, path) {
    if (SYNTAX[node.type]) note(SYNTAX[node.type]);
    if (OPERATORS[node.operator]) note(OPERATORS[node.operator]);
    switch (node.type) {
      case "Identifier":
        note(`api.${node.name}`);
        note(`javascript.builtins.${node.name}`);
        note(`api.Window.${node.name}`);
        note(`api.${node.name}.${node.name}`);
        break;
      case "MemberExpression": {
        if (node.property.type === "PrivateIdentifier") note("javascript.classes.private_class_fields");
        const name = node.computed ? (typeof node.property.value === "string" ? node.property.value : undefined) : node.property.name;
        if (!name || node.property.type === "PrivateIdentifier") break;
        const owner = node.object.type === "Identifier" ? node.object.name : "";
        const own = [`api.${INSTANCES[owner] ?? owner}.${name}`, `api.${owner}.${name}_static`, `javascript.builtins.${owner}.${name}`, `api.${owner}.${name}`].filter((key) => owner && isKnown(key));
        if (own.length) own.forEach(note);
        else member(name);
        break;
      }
      case "Property":
        // Destructuring.
        if (path.at(-2)?.type === "ObjectPattern" && node.key.type === "Identifier") member(node.key.name);
        break;
      case "MethodDefinition":
        if (node.key.type === "PrivateIdentifier") note("javascript.classes.private_class_methods");
        break;
      case "BinaryExpression":
        if (node.operator === "in" && node.left.type === "PrivateIdentifier") note("javascript.classes.private_class_fields_in");
        break;
      case "AwaitExpression":
        if (!path.some((one) => /Function/.test(one.type))) note("javascript.operators.await.top_level");
        break;
      case "ForOfStatement":
        if (node.await) note("javascript.statements.for_await_of");
        break;
      case "Literal":
        if (node.bigint) note("javascript.builtins.BigInt");
        if (node.regex) regularExpression(node.regex, note);
        break;
      case "NewExpression":
        if (node.callee.type === "Identifier") note(`api.${node.callee.name}.${node.callee.name}`);
        break;
    }
  }
  return { found, unclear };
}

/**
 * @param {{ pattern: string, flags: string }} regex
 * @param {(key: string) => void} note
 */
function regularExpression({ pattern, flags }, note) {
  if (/\(\?<[=!]/.test(pattern)) note("javascript.regular_expressions.lookbehind_assertion");
  if (/\(\?<[a-zA-Z]/.test(pattern)) note("javascript.regular_expressions.named_capturing_group");
  if (/\\p\{/.test(pattern)) note("javascript.regular_expressions.unicode_character_class_escape");
  if (flags.includes("d")) note("javascript.builtins.RegExp.hasIndices");
}

