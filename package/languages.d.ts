// Loads the messages of each language; generated when the package is built.
export const languages: Readonly<Record<string, () => Promise<{ default: Readonly<Record<string, unknown>> }>>>;
