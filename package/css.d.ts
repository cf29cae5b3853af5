// The style sheets as one string; generated when the package is built.
export const css: string;
