// Uses every member of the element's types; it is only compiled, not run.
import "../../package/auto.js";
import "../../package/define.js";
import { define, init, mount } from "../../package/index.js";
import type {
  Article,
  ArticleCardsConstructor,
  ArticleCardsElement,
  ArticleCardsEvents,
  ArticleCardsProperties,
  CardClickDetail,
  ChangeDetail,
  Diagnostic,
  Diagnostics,
  ErrorDetail,
  ErrorKind,
  Filters,
  Image,
  LoadDetail,
  Mapping,
  Mounted,
  MountOptions,
  MountProperties,
  PageDetail,
  Provider,
  Range,
  RelatedArticle,
  Results,
  SearchAnswer,
  SearchEngine,
  SearchRequest,
  Selection,
  State,
  Status,
  ValueCount,
  WasmSource,
} from "../../package/index.js";

/** Fails to compile unless both are the same type. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
const same = <A, B>(_: Same<A, B>): void => undefined;

const sources: WasmSource[] = [
  "article_cards.wasm",
  new URL("https://harbour.example/article_cards.wasm"),
  new Response(),
  fetch("article_cards.wasm"),
  new ArrayBuffer(8),
  new Uint8Array(8),
  new WebAssembly.Module(new Uint8Array(8)),
];
// @ts-expect-error a number is not a module
const wrong: WasmSource = 5;

// Properties of each type. Those of attributes are generated.
const archive: SearchEngine = {
  can: { sorts: ["-publishedDateTime", "title"], ranges: false },
  async search(request: SearchRequest, { signal }: { signal: AbortSignal }): Promise<SearchAnswer> {
    signal.throwIfAborted();
    const articles = [{ id: 1, title: `${request.state.query} ${request.page}` }];
    return { total: 1, articles, facetCounts: { topics: [{ value: "Sea", count: 1 }] }, highlights: { 1: { title: [[0, 4]] } } };
  },
};

const properties: Partial<ArticleCardsProperties> = {
  src: "news.json",
  pageSrc: "news/{page}.json",
  query: "tide",
  sort: "-heat,title",
  filter: "topics=Sea",
  only: "type=article",
  facets: "topics:and,provider",
  sorts: "-publishedDateTime,title",
  pageSize: 24,
  paging: "infinite",
  layout: "compact",
  urlState: "",
  locale: "pt-BR",
  timeZone: "Europe/Lisbon",
  dates: "absolute",
  theme: "dark",
  headingLevel: 2,
  linkTarget: "_blank",
  imageProxy: "https://images.example/?url={url}&w={width}",
  related: 0,
  refresh: 60,
  loading: "lazy",
  credentials: "include",
  maxBytes: 1_000_000,
  label: "News",
  withoutSearch: true,
  withoutSort: true,
  withoutImages: true,
  withoutExcerpts: true,
  withScores: true,
  withUnpublished: true,
  mapping: { title: "headline" },
  engine: archive,
  apiKey: "search-only",
  messages: { search: "Find" },
  decorateCard: (card, article) => card.classList.toggle("is-video", article.type === "video"),
};
// @ts-expect-error not one of the allowed values
const layout: ArticleCardsProperties["layout"] = "masonry";
const mounting: Partial<MountProperties> = { ...properties, items: [{ title: "Tide" }], state: { query: "tide" } };

export async function use(): Promise<void> {
  await init();
  for (const source of sources) await init(source);
  same<ReturnType<typeof init>, Promise<void>>(true);

  const defined: ArticleCardsConstructor | undefined = define();
  define("my-cards");
  if (defined) same<InstanceType<typeof defined>, ArticleCardsElement>(true);
  const element: ArticleCardsElement = document.createElement("article-cards");
  const found = document.querySelector("article-cards");
  same<typeof found, ArticleCardsElement | null>(true);

  Object.assign(element, properties);
  for (const name of ["src", "pageSrc", "only", "urlState", "locale", "timeZone", "imageProxy", "label"] as const) {
    const text: string | null = element[name];
    element[name] = null;
    console.log(text);
  }
  element.items = [{ headline: "Tide" }];
  const items: Article[] | undefined = element.items;
  const mapping: Mapping = { title: "headline" };
  element.mapping = mapping;
  element.mapping = undefined;
  element.engine = "typesense";
  element.engine = "opensearch";
  element.engine = null;
  element.messages = undefined;
  element.decorateCard = null;
  element.state = { query: "tide", filters: { topics: { any: ["Sea"] } } };
  element.state = null;
  const state: State = element.state;
  const { query, sort, page, filters } = state;
  same<typeof query | typeof sort, string | undefined>(true);
  same<typeof page, number | undefined>(true);
  same<typeof filters, Filters | undefined>(true);

  const status: Status = element.status;
  const { total, ids, tookMs, complete }: Results = element.results;
  same<[typeof total, typeof ids, typeof tookMs, typeof complete], [number, string[], number, boolean]>(true);
  const counts: ValueCount[] | undefined = element.facetCounts["topics"];
  const diagnostics: Diagnostics = element.diagnostics;
  const diagnostic: Diagnostic | undefined = diagnostics[0];
  // @ts-expect-error it is read-only
  element.status = "ready";
  // @ts-expect-error it is read-only
  element.results = { total, ids, tookMs, complete };
  same<[Awaited<typeof element.ready>, Awaited<typeof element.updateComplete>], [void, void]>(true);

  await element.load();
  await element.load("other.json");
  await element.load(new URL("https://harbour.example/news.json"));
  await element.reload();
  await element.loadMore();
  element.search("open ai");
  const range: Range = [50, null];
  const selection: Selection = { any: ["AI"], not: ["Hack"] };
  element.setFilter("quality", range);
  element.setFilter("topics", selection);
  element.setFilter("from", "2021-06-01");
  element.setFilter("topics", null);
  // @ts-expect-error a number is not a filter
  element.setFilter("quality", 50);
  element.clearFilters();
  const article: Article | null = element.article("7");
  const [related, provider, image]: [RelatedArticle?, Provider?, Image?] = [
    article?.related?.[0],
    article?.provider,
    article?.images?.[0],
  ];
  element.focus({ preventScroll: true });

  element.addEventListener("ac-load", ({ detail }) => same<typeof detail, LoadDetail>(true));
  element.addEventListener("ac-error", ({ detail }) => same<typeof detail, ErrorDetail>(true), { once: true });
  element.addEventListener("ac-change", ({ detail }) => same<typeof detail, ChangeDetail>(true), true);
  element.addEventListener("ac-page", ({ detail }) => same<typeof detail, PageDetail>(true));
  element.addEventListener("ac-card-click", function (event) {
    same<typeof event.detail, CardClickDetail>(true);
    same<typeof this, ArticleCardsElement>(true);
    event.preventDefault();
  });
  element.addEventListener("keydown", ({ key }) => key);
  element.addEventListener("other", (event: Event) => event);
  const listener = (event: ArticleCardsEvents["ac-change"]) => event.detail.state.query;
  element.removeEventListener("ac-change", listener);
  element.removeEventListener("keydown", ({ key }) => key, true);
  element.removeEventListener("other", (event: Event) => event);

  const aborting = new AbortController();
  same<keyof MountOptions, keyof MountProperties | "on" | "wasm" | "signal">(true);
  const options: MountOptions = {
    ...mounting,
    on: {
      "ac-load": ({ detail: { count, skipped, url } }) => [count, skipped, url],
      "ac-error": ({ detail: { kind, message, url, retryable } }) => [kinds[kind], message, url, retryable],
      "ac-change": ({ detail: { state, total } }) => [state, total],
      "ac-card-click": ({ detail: { id, url } }) => [id, url],
      "ac-save": ({ detail: { id, saved } }) => [id, saved],
      "ac-page": ({ detail: { page } }) => page,
    },
    wasm: "article_cards.wasm",
    signal: aborting.signal,
  };
  // @ts-expect-error there is no such event
  await mount("main", { on: { "ac-no": () => undefined } });
  // @ts-expect-error there is no such property
  await mount("main", { source: "news.json" });
  await mount(document.body);
  await mount(document.createDocumentFragment(), { src: "news.json" });
  const mounted: Mounted = await mount("main", options);
  same<typeof mounted.element, ArticleCardsElement>(true);
  mounted.update({ layout: "list", items: undefined, state: undefined });
  same<ReturnType<typeof mounted.destroy>, void>(true);
  console.log(items, status, counts, diagnostic, related, provider, image, wrong, layout);
}

const kinds: Record<ErrorKind, string> = {
  network: "", http: "", timeout: "", size: "", parse: "", shape: "", page: "", engine: "", wasm: "",
};
