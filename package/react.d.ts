// The type of the element's tag in JSX, for React 19: `import type {} from "article-cards/react"`
// once. There is no script.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ArticleCardsElement, ArticleCardsEvents, ArticleCardsProperties } from "./index.js";

/** The name of a property's attribute: `page-size` for `pageSize`. */
type AttributeOf<P extends string> = P extends `${infer Start}${infer Rest}`
  ? Rest extends Uncapitalize<Rest>
    ? `${Lowercase<Start>}${AttributeOf<Rest>}`
    : `${Lowercase<Start>}-${AttributeOf<Uncapitalize<Rest>>}`
  : "";

/** The names that replace React's own attributes of the same name. */
type Own = keyof ArticleCardsProperties | "items" | "state";

/** Attributes by their own names, as in HTML. */
type Attributes = {
  [P in Exclude<keyof ArticleCardsProperties, "mapping" | "messages" | "renderCard" | "decorateCard"> as AttributeOf<P>]?:
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
