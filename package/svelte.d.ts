// The type of the element's tag in templates, for Svelte 5: `import type {} from "article-cards/svelte"`
// once. There is no script.
import type { HTMLAttributes } from "svelte/elements";
import type { ArticleCardsElement } from "./index.js";
import type { TagPropsWithoutFalse } from "./tag.js";

/** Attributes, properties and listeners of `<article-cards>` in templates. */
export interface ArticleCardsProps
  extends Omit<HTMLAttributes<ArticleCardsElement>, keyof TagPropsWithoutFalse>,
    TagPropsWithoutFalse {}

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "article-cards": ArticleCardsProps;
  }
}
