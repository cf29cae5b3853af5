// The type of the element's tag in JSX, for Preact: `import type {} from "article-cards/preact"`
// once. There is no script.
import type { ClassAttributes, HTMLAttributes } from "preact";
import type { ArticleCardsElement } from "./index.js";
import type { TagPropsWithoutFalse } from "./tag.js";

/** Attributes, properties and listeners of `<article-cards>` in JSX. */
export interface ArticleCardsProps
  extends Omit<HTMLAttributes<ArticleCardsElement> & ClassAttributes<ArticleCardsElement>, keyof TagPropsWithoutFalse>,
    TagPropsWithoutFalse {}

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "article-cards": ArticleCardsProps;
    }
  }
}
