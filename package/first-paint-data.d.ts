// The types of the generated `first-paint-data.js`. Not published.

/** A text with placeholders, as `{search}` for a message and `{=title}` for a value. */
type TemplateText = string;

/** A text, or one of two values, or none, depending on whether a value is there. */
export type TemplateAttribute = TemplateText | [value: string, then: TemplateAttribute | null, otherwise: TemplateAttribute | null];

/**
 * A text; an element, whose class follows from its part if it has one; `["?value", then, otherwise]`, one of
 * two nodes, or none, depending on whether a value is there; or `["*list", node]`, a node for each item.
 */
export type TemplateNode =
  | TemplateText
  | [name: string, attributes: Record<string, TemplateAttribute>, ...children: TemplateNode[]]
  | [value: string, then: TemplateNode | null, otherwise?: TemplateNode | null]
  | [list: string, node: TemplateNode];

/** The list while it loads, with one skeleton of a card. */
export const skeleton: TemplateNode;

/** The message of a list that cannot run. */
export const error: TemplateNode;

/** A card. */
export const card: TemplateNode;

/** The English messages of all of them: a text, the forms of a plural, or the names of types. */
export const messages: Record<string, string | Record<string, string>>;

/** The names of the fields that a property of an article is read from, the preferred one first; of those with several. */
export const fields: Record<string, string[]>;

/** The characters of the usual character references, by name. */
export const references: Record<string, string>;

/** The width of an image that fills a card, in pixels, by layout. */
export const imageWidths: Record<string, number>;

/** The most skeletons of cards. */
export const maxSkeletons: number;

/** The least width of a card in a grid and the gap between two, in `em`. */
export const grid: { cardMin: number; gap: number };
