// The element's tag in JSX, for React 19: `import type {} from "article-cards/react"` once. There
// is no script to it.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ArticleCardsElement, ArticleCardsEvents, ArticleCardsProperties } from "./index.js";

/** `pageSize` is `page-size`. */
type AttributeOf<P extends string> = P extends `${infer Start}${infer Rest}`
  ? Rest extends Uncapitalize<Rest>
    ? `${Lowercase<Start>}${AttributeOf<Rest>}`
    : `${Lowercase<Start>}-${AttributeOf<Uncapitalize<Rest>>}`
  : "";

/** What React sets by itself under the same name is ours here. */
type Own = keyof ArticleCardsProperties | "items" | "state";

/** Attributes by their own names, as a server writes them. */
type Attributes = {
  [P in Exclude<keyof ArticleCardsProperties, "mapping" | "messages" | "decorateCard"> as AttributeOf<P>]?:
    | ArticleCardsProperties[P]
    | string
    | undefined;
};

type Listeners = {
  [E in keyof ArticleCardsEvents as `on${E}`]?: ((event: ArticleCardsEvents[E]) => void) | undefined;
};

/** Properties, attributes and listeners of `<article-cards>` in JSX. */
export interface ArticleCardsProps
  extends Omit<DetailedHTMLProps<HTMLAttributes<ArticleCardsElement>, ArticleCardsElement>, Own>,
    Omit<Attributes, keyof ArticleCardsProperties>,
    Listeners,
    Partial<ArticleCardsProperties> {
  items?: unknown;
  state?: ArticleCardsElement["state"] | null;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "article-cards": ArticleCardsProps;
    }
  }
}
