// @ts-check
// InstantSearch with ItemsJS behind it: the widgets of the first, the answers of the second.
import { createIndex, getSearchClient } from "instantsearch-itemsjs-adapter";
import instantsearch from "instantsearch.js/es";
import { configure, infiniteHits, refinementList, searchBox, sortBy, stats } from "instantsearch.js/es/widgets";
import { PAGE } from "../../session.js";
import { content, element, FOLD, formats } from "../cards.js";
import { frame, LISTED, SORTS } from "../frame.js";
import { CONFIGURATION } from "../itemsjs.js";
import { items } from "../records.js";

/** @type {Record<string, string>} */
const FACETS = { topics: "Topics", provider: "Provider", type: "Type" };

/**
 * @param {HTMLElement} place
 * @param {string} address of the feed
 */
export async function show(place, address) {
  formats();
  const index = createIndex(items(await (await fetch(address)).json()), { ...structuredClone(CONFIGURATION), query: "" });
  const search = instantsearch({ searchClient: /** @type {any} */ (getSearchClient(index)), indexName: "newest", future: { preserveSharedStateOnUnmount: true } });
  const container = () => element("div", {});
  const places = { search: element("div", { class: "ac-search" }), sort: container(), summary: container(), results: container() };
  const facets = Object.entries(FACETS).map(([attribute, label]) => {
    const list = container();
    search.addWidgets([refinementList({ container: list, attribute, limit: LISTED })]);
    return element("details", { class: "ac-facet", open: "" }, element("summary", { class: "ac-facet-label" }, label), list);
  });
  search.addWidgets([
    configure({ hitsPerPage: PAGE }),
    searchBox({ container: places.search, placeholder: "Search articles", cssClasses: { input: "ac-search-input" } }),
    sortBy({ container: places.sort, items: SORTS }),
    stats({ container: places.summary }),
    infiniteHits({
      container: places.results,
      showPrevious: false,
      cssClasses: { list: "ac-results", item: "ac-x-cell" },
      templates: { item: (hit, { html }) => card(hit, html) },
    }),
  ]);
  frame(place, { ...places, facets });
  search.start();
}

/**
 * The same card in InstantSearch's own templates.
 * @param {any} hit
 * @param {any} html
 */
function card(hit, html) {
  const it = content(hit.article, hit.__position - 1);
  const { article } = it;
  const icon = (/** @type {Record<string, string>} */ shape) =>
    html`<svg viewBox="0 0 16 16" aria-hidden="true" class="ac-x-icon"><path d=${shape.d} fill=${shape.fill} /></svg>`;
  const time = (/** @type {{ time: string, day: string, title: string }} */ of, /** @type {Record<string, string>} */ more = {}) =>
    html`<time ...${more} datetime=${of.time} title=${of.title}><bdi>${of.day}</bdi></time>`;
  const image = { decoding: "async", referrerpolicy: "no-referrer" };
  return html`<article part="card" data-id=${article.id} aria-labelledby=${`${it.id}-title`} dir="ltr" lang=${article.locale} class="ac-card">
    <div class="ac-x-front">
      <div part="card-body" class="ac-card-body">
        <h3 part="card-title" id=${`${it.id}-title`} class="ac-card-title"><a part="card-link" href=${article.webUrl} aria-describedby=${`${it.id}-byline`} class="ac-card-link">${article.title}</a></h3>
        <p id=${`${it.id}-byline`} class="ac-x-byline">
          <span part="card-provider" class="ac-card-provider"><img part="card-provider-icon" alt="" width="20" height="20" loading="lazy" ...${image} src=${it.icon} class="ac-card-provider-icon" /><button type="button" aria-pressed="false" title=${`Only articles from ${it.provider}`} class="ac-x-name"><bdi>${it.provider}</bdi></button></span>
          ${time(it.published, { part: "card-date", class: "ac-card-date" })}
          ${it.kind && html`<span part="card-type" class="ac-card-type">${icon(it.sign)}<span class="ac-x-type-word"><bdi>${it.kind}</bdi></span></span>`}
        </p>
        <p part="card-excerpt" class="ac-card-excerpt">${article.excerpt}</p>
        <div class="ac-x-foot">
          <ul part="card-topics" role="list" aria-label="Topics" class="ac-card-topics">
            ${it.topics.map((topic) => html`<li><button type="button" part="topic" aria-pressed="false" class="ac-topic"><bdi>${topic}</bdi></button></li>`)}
            ${it.more > 0 && html`<li><button type="button" class="ac-x-more-topics"><bdi>${`+${it.more}`}</bdi><span class="ac-x-vh">${it.more === 1 ? " more topic" : " more topics"}</span></button></li>`}
          </ul>
        </div>
      </div>
      ${it.picture && html`<div part="card-media" class="ac-card-media"><img part="card-image" alt="" width=${it.picture.width} height=${it.picture.height} loading=${it.isFirst ? "eager" : "lazy"} fetchpriority=${it.isFirst ? "high" : undefined} ...${image} src=${it.picture.url} class="ac-card-image" /></div>`}
    </div>
    <details part="card-related" class="ac-card-related">
      <summary><span><bdi>${`${it.related.length} related`}</bdi><span class="ac-x-vh">${`: ${article.title}`}</span></span>${icon({ d: FOLD })}</summary>
      <ul role="list">${it.related.map((one) => html`<li part="related-item" class="ac-related-item"><a dir="auto" href=${one.webUrl} class="ac-x-related-title">${one.title}</a><p>${time(one.published)}</p></li>`)}</ul>
    </details>
  </article>`;
}
