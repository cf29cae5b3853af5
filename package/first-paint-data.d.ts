// The types of the generated `first-paint-data.js`. Not published.

/** A text with placeholders for messages, as `{search}`; or an element: its name, attributes and children. */
export type TemplateNode = string | [name: string, attributes: Record<string, string>, ...children: TemplateNode[]];

/** The list while it loads, by layout, with one skeleton of a card. */
export const skeletons: Record<string, TemplateNode>;

/** The message of a list that cannot run. */
export const error: TemplateNode;

/** The English messages of both. */
export const messages: Record<string, string>;
