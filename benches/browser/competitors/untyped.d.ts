// Types for packages without their own, as far as they are used here.

declare module "itemsjs" {
  export default function itemsjs(items: object[], configuration: object): { search(options: object): object };
}

declare module "list.js" {
  interface Row {
    values(): Record<string, any>;
  }
  export default class List {
    constructor(base: HTMLElement, options: object, values: object[]);
    readonly matchingItems: Row[];
    readonly visibleItems: Row[];
    search(text: string): void;
    filter(passes?: (row: Row) => boolean): void;
    sort(field: string, options: { order: "asc" | "desc" }): void;
    show(first: number, count: number): void;
    on(event: "updated", then: () => void): void;
  }
}
