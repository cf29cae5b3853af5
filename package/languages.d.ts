// The words of each language, loaded when they are needed; made when the package is built.
export const languages: Readonly<Record<string, () => Promise<{ default: Readonly<Record<string, unknown>> }>>>;
