// The type of the element's tag in JSX, for React 19: `import type {} from "article-cards/react"`
// once. There is no script.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ArticleCardsElement } from "./index.js";
import type { TagProps } from "./tag.js";

/** Attributes, properties and listeners of `<article-cards>` in JSX. */
export interface ArticleCardsProps
  extends Omit<DetailedHTMLProps<HTMLAttributes<ArticleCardsElement>, ArticleCardsElement>, keyof TagProps>,
    TagProps {}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "article-cards": ArticleCardsProps;
    }
  }
}
