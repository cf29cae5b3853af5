// The type of the element's tag in templates, for Vue 3.5: `import type {} from "article-cards/vue"`
// once. There is no script.
import type { HTMLAttributes, PublicProps } from "vue";
import type { ArticleCardsElement, ArticleCardsEvents } from "./index.js";
import type { TagAttributes, TagProperties } from "./tag.js";

type CamelCase<Name extends string> = Name extends `${infer Start}-${infer Rest}` ? `${Start}${Capitalize<CamelCase<Rest>>}` : Name;

// Vue's tools check attributes by the names of their properties.
type Attributes = { [A in keyof TagAttributes as CamelCase<A>]: TagAttributes[A] };

type Listeners = {
  [E in keyof ArticleCardsEvents as `on${Capitalize<CamelCase<E>>}`]?: ((event: ArticleCardsEvents[E]) => void) | undefined;
};

/** Attributes, properties and listeners of `<article-cards>` in templates. */
export type ArticleCardsProps = PublicProps &
  Omit<HTMLAttributes, keyof Attributes | keyof TagProperties> & {
    [P in keyof (Attributes & TagProperties)]?: P extends keyof Attributes
      ? Attributes[P] | TagProperties[P & keyof TagProperties]
      : TagProperties[P & keyof TagProperties];
  } & Listeners;

declare module "vue" {
  interface GlobalComponents {
    "article-cards": new () => ArticleCardsElement & {
      /** @deprecated Only for the types of templates. */
      $props: ArticleCardsProps;
    };
  }
}
