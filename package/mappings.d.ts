// Loads the presets of mappings; generated when the package is built.
export const mappings: Readonly<Record<string, () => Promise<{ default: import("./engine.js").Mapping }>>>;
