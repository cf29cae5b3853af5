// Uses every member of the engine's types; it is only compiled, not run.
import { createEngine } from "../../package/engine.js";
import type {
  Article,
  Diagnostic,
  Diagnostics,
  Engine,
  EngineOptions,
  FeedError,
  FeedErrorKind,
  FeedSource,
  Filters,
  Image,
  Provider,
  Range,
  RelatedArticle,
  Result,
  Selection,
  State,
  ValueCount,
} from "../../package/engine.js";

/** Fails to compile unless both are the same type. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
const same = <A, B>(_: Same<A, B>): void => undefined;

const sources: FeedSource[] = [{}, [], "[]", new Uint8Array(), new ArrayBuffer(0), new Response("[]")];
const options: Required<EngineOptions> = {
  url: new URL("https://harbour.example/"),
  timeZone: "Europe/Lisbon",
  locale: "pt",
  facets: ["topics:and", "provider"] as const,
  mapping: { region: "area" },
  maxBytes: 1_000,
  withUnpublished: true,
};
const fewer: EngineOptions = { facets: "none", url: "https://harbour.example/" };

const selection: Selection = { any: ["AI"], not: [] };
const range: Range = [null, 50];
const filters: Filters = { from: "2021-06-01", to: "2021-06-30", quality: range, heat: [1, null], topics: selection };
const state: Required<State> = { query: "tide", sort: "-heat,title", page: 2, filters };
// @ts-expect-error a range has two ends
const half: Range = [1];
// @ts-expect-error the query is one string
const words: State = { query: ["tide"] };

export async function use(): Promise<void> {
  const engine: Engine = await createEngine(sources[0] ?? "", options);
  await createEngine("[]");
  await createEngine("[]", null);
  await createEngine("[]", fewer);
  // @ts-expect-error a number is not a feed
  await createEngine(5);

  const result: Result = engine.query(state);
  const { total, ids, facetCounts, tookMs } = result;
  same<typeof total | typeof tookMs, number>(true);
  same<typeof ids, string[]>(true);
  // @ts-expect-error it is read-only
  result.ids = [];
  const values: ValueCount[] | undefined = facetCounts["topics"];
  for (const { value, count, selected, excluded } of values ?? []) {
    same<[typeof value, typeof count, typeof selected, typeof excluded], [string, number, boolean, boolean]>(true);
  }
  engine.query();
  engine.query(null);
  engine.query("q=tide");

  const articles: Article[] = engine.articles(new Set(ids));
  for (const article of [...articles, ...engine.articles("a")]) {
    const { id, published, category, topics, heat, related, length, price, levels, members, locale } = article;
    same<[typeof id, typeof published], [string, boolean]>(true);
    same<typeof category | typeof topics | typeof levels, string[] | undefined>(true);
    same<typeof heat | typeof members, number | undefined>(true);
    same<typeof length | typeof price | typeof locale, string | undefined>(true);
    same<typeof related, RelatedArticle[] | undefined>(true);
    const region: unknown = article["region"];
    console.log(region);
    for (const short of [article, ...(related ?? [])] satisfies RelatedArticle[]) {
      const { title, type, excerpt, publishedDateTime, webUrl, originalUrl, provider, quality, images } = short;
      same<typeof title | typeof type, string>(true);
      same<typeof excerpt | typeof publishedDateTime | typeof webUrl | typeof originalUrl, string | undefined>(true);
      same<typeof quality, number | undefined>(true);
      const { name, domain, images: icons }: Provider = provider ?? {};
      same<typeof name | typeof domain, string | undefined>(true);
      for (const image of [...(images ?? []), ...(icons ?? [])] satisfies Image[]) {
        const { url, width, height, title: shows, attribution, isCached } = image;
        same<typeof url, string>(true);
        same<typeof width | typeof height, number | undefined>(true);
        same<typeof shows | typeof attribution, string | undefined>(true);
        same<typeof isCached, true | undefined>(true);
      }
    }
  }

  const diagnostics: Diagnostics = engine.diagnostics;
  same<typeof diagnostics.count, number>(true);
  for (const { index, path, message } of diagnostics satisfies readonly Diagnostic[]) {
    same<[typeof index, typeof path, typeof message], [number | null, string, string]>(true);
  }
  // @ts-expect-error it is read-only
  diagnostics.push({ index: null, path: "", message: "" });
  const freed: void = engine.free();
  return freed;
}

export function describe(error: FeedError): string {
  const { kind, url, line, column, status, message } = error;
  same<typeof kind, FeedErrorKind>(true);
  same<typeof line | typeof column | typeof status, number | undefined>(true);
  const kinds: Record<FeedErrorKind, string> = {
    network: "", http: "", size: "", parse: "", shape: "", wasm: "",
  };
  return `${kinds[kind]} ${url?.length} ${message} ${half} ${words}`;
}
