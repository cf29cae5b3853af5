// @ts-check
// InstantSearch's widgets with ItemsJS as the search engine.
import { createIndex, getSearchClient } from "instantsearch-itemsjs-adapter";
import instantsearch from "instantsearch.js/es";
import { configure, infiniteHits, refinementList, searchBox, sortBy, stats } from "instantsearch.js/es/widgets";
import { PAGE_SIZE } from "../../session.js";
import { EXPAND_ICON, cardContent, element, formats } from "../card-elements.js";
import { FACET_VALUES, SORTS, layOutPage } from "../page-layout.js";
import { CONFIGURATION } from "../itemsjs.js";
import { toItems } from "../articles.js";

/** @type {Record<string, string>} */
const FACETS = { topics: "Topics", provider: "Provider", type: "Type" };

/**
 * @param {HTMLElement} place
 * @param {string} address of the feed
 */
export async function show(place, address) {
  formats();
  const index = createIndex(toItems(await (await fetch(address)).json()), { ...structuredClone(CONFIGURATION), query: "" });
  const search = instantsearch({ searchClient: /** @type {any} */ (getSearchClient(index)), indexName: "newest", future: { preserveSharedStateOnUnmount: true } });
  const container = () => element("div", {});
  const places = { search: element("div", { class: "ac-search" }), sort: container(), summary: container(), results: container() };
  const facets = Object.entries(FACETS).map(([attribute, label]) => {
    const list = container();
    search.addWidgets([refinementList({ container: list, attribute, limit: FACET_VALUES })]);
    return element("details", { class: "ac-facet", open: "" }, element("summary", { class: "ac-facet-label" }, label), list);
  });
  search.addWidgets([
    configure({ hitsPerPage: PAGE_SIZE }),
    searchBox({ container: places.search, placeholder: "Search articles", cssClasses: { input: "ac-search-input" } }),
    sortBy({ container: places.sort, items: SORTS }),
    stats({ container: places.summary }),
    infiniteHits({
      container: places.results,
      showPrevious: false,
      cssClasses: { list: "ac-results", item: "ac-cell" },
      templates: { item: (hit, { html }) => card(hit, html) },
    }),
  ]);
  layOutPage(place, { ...places, facets });
  search.start();
}

/**
 * The card as an InstantSearch template.
 * @param {any} hit
 * @param {any} html
 */
function card(hit, html) {
  const content = cardContent(hit.article, hit.__position - 1);
  const { article } = content;
  const icon = (/** @type {Record<string, string>} */ shape) =>
    html`<svg viewBox="0 0 16 16" aria-hidden="true" class="ac-x-icon"><path d=${shape.d} fill=${shape.fill} /></svg>`;
  const time = (/** @type {{ time: string, day: string, title: string }} */ of, /** @type {Record<string, string>} */ more = {}) =>
    html`<time ...${more} datetime=${of.time} title=${of.title}><bdi>${of.day}</bdi></time>`;
  const imageAttributes = { decoding: "async", referrerpolicy: "no-referrer" };
  return html`<article part="card" data-id=${article.id} aria-labelledby=${`${content.id}-title`} dir="ltr" lang=${article.locale} class="ac-card">
    <div class="ac-x-front">
      <div part="card-body" class="ac-card-body">
        <h3 part="card-title" id=${`${content.id}-title`} class="ac-card-title"><a part="card-link" href=${article.webUrl} aria-describedby=${`${content.id}-byline`} class="ac-card-link">${article.title}</a></h3>
        <p id=${`${content.id}-byline`} class="ac-x-byline">
          <span part="card-provider" class="ac-card-provider"><img part="card-provider-icon" alt="" width="20" height="20" loading="lazy" ...${imageAttributes} src=${content.icon} class="ac-card-provider-icon" /><button type="button" aria-pressed="false" title=${`Only articles from ${content.provider}`} class="ac-x-name"><bdi>${content.provider}</bdi></button></span>
          ${time(content.published, { part: "card-date", class: "ac-card-date" })}
          ${content.kind && html`<span part="card-type" class="ac-card-type">${icon(content.kindIcon)}<span class="ac-x-type-word"><bdi>${content.kind}</bdi></span></span>`}
        </p>
        <p part="card-excerpt" class="ac-card-excerpt">${article.excerpt}</p>
        <div class="ac-x-foot">
          <ul part="card-topics" role="list" aria-label="Topics" class="ac-card-topics">
            ${content.topics.map((topic) => html`<li><button type="button" part="topic" aria-pressed="false" class="ac-topic"><bdi>${topic}</bdi></button></li>`)}
            ${content.hiddenTopics > 0 && html`<li><button type="button" class="ac-x-more-topics"><bdi>${`+${content.hiddenTopics}`}</bdi><span class="ac-x-vh">${content.hiddenTopics === 1 ? " more topic" : " more topics"}</span></button></li>`}
          </ul>
        </div>
      </div>
      ${content.image && html`<div part="card-media" class="ac-card-media"><img part="card-image" alt="" width=${content.image.width} height=${content.image.height} loading=${content.isFirst ? "eager" : "lazy"} fetchpriority=${content.isFirst ? "high" : undefined} ...${imageAttributes} src=${content.image.url} class="ac-card-image" /></div>`}
    </div>
    <details part="card-related" class="ac-card-related">
      <summary><span><bdi>${`${content.related.length} related`}</bdi><span class="ac-x-vh">${`: ${article.title}`}</span></span>${icon({ d: EXPAND_ICON })}</summary>
      <ul role="list">${content.related.map((one) => html`<li part="related-item" class="ac-related-item"><a dir="auto" href=${one.webUrl} class="ac-x-related-title">${one.title}</a><p>${time(one.published)}</p></li>`)}</ul>
    </details>
  </article>`;
}
