// The type of the element's tag in JSX, for Solid 1: `import type {} from "article-cards/solid"`
// once. There is no script.
import type { JSX } from "solid-js";
import type { ArticleCardsElement, ArticleCardsEvents } from "./index.js";
import type { TagAttributes, TagListeners, TagProperties, TagProps } from "./tag.js";

/** Solid writes names without a prefix in lower case, so those of properties with a capital letter need `prop:`. */
type Plain = {
  [P in keyof Omit<TagProps, keyof TagListeners> as P extends Lowercase<P> ? P : never]: TagProps[P];
};

type Properties = { [P in keyof TagProperties as `prop:${P}`]: TagProperties[P] };

// Solid writes `false` into attributes as text, which HTML takes for true. `bool:` removes them.
type Attributes = { [A in keyof TagAttributes as `attr:${A}`]: Exclude<TagAttributes[A], false> };

type Booleans = {
  [A in keyof TagAttributes as boolean extends TagAttributes[A] ? `bool:${A}` : never]: boolean | undefined;
};

type Listeners = {
  [E in keyof ArticleCardsEvents as `on:${E}`]:
    | JSX.EventHandlerWithOptionsUnion<ArticleCardsElement, ArticleCardsEvents[E]>
    | undefined;
};

/** Attributes, properties and listeners of `<article-cards>` in JSX. */
export interface ArticleCardsProps
  extends Omit<JSX.HTMLAttributes<ArticleCardsElement>, keyof Plain>,
    Partial<Plain & Properties & Attributes & Booleans & Listeners> {}

declare module "solid-js" {
  namespace JSX {
    interface IntrinsicElements {
      "article-cards": ArticleCardsProps;
    }
  }
}
