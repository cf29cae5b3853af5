// The style sheets as one text; made when the package is built.
export const css: string;
