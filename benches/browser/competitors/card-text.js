// @ts-check
// The same card as text, for a library that wants text.
import { content, FOLD } from "./cards.js";

/** @typedef {import("./records.js").Article} Article */

/** @type {Record<string, string>} */
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const safe = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (one) => ESCAPES[one]);

const icon = (/** @type {Record<string, string>} */ shape) =>
  `<svg viewBox="0 0 16 16" aria-hidden="true" class="ac-x-icon"><path d="${shape.d}"${shape.fill ? ` fill="${shape.fill}"` : ""}></path></svg>`;

/**
 * @param {Article} article
 * @param {number} place
 */
export function cardText(article, place) {
  const it = content(article, place);
  const time = (/** @type {{ time: string, day: string, title: string }} */ of, more = "") =>
    `<time ${more} datetime="${safe(of.time)}" title="${safe(of.title)}"><bdi>${of.day}</bdi></time>`;
  const image = 'decoding="async" referrerpolicy="no-referrer"';
  const topics = it.topics.map((topic) => `<li><button type="button" part="topic" aria-pressed="false" class="ac-topic"><bdi>${safe(topic)}</bdi></button></li>`);
  const more = it.more > 0
    ? `<li><button type="button" class="ac-x-more-topics"><bdi>+${it.more}</bdi><span class="ac-x-vh">${it.more === 1 ? " more topic" : " more topics"}</span></button></li>`
    : "";
  const related = it.related.map((one) =>
    `<li part="related-item" class="ac-related-item"><a dir="auto" href="${safe(one.webUrl)}" class="ac-x-related-title">${safe(one.title)}</a><p>${time(one.published)}</p></li>`);
  const picture = it.picture
    ? `<div part="card-media" class="ac-card-media"><img part="card-image" alt="" width="${it.picture.width}" height="${it.picture.height}" loading="${it.isFirst ? "eager" : "lazy"}"${it.isFirst ? ' fetchpriority="high"' : ""} ${image} src="${safe(it.picture.url)}" class="ac-card-image"></div>`
    : "";
  return `<li class="ac-x-cell"><article part="card" data-id="${safe(article.id)}" aria-labelledby="${it.id}-title" dir="ltr" lang="${safe(article.locale)}" class="ac-card">
<div class="ac-x-front"><div part="card-body" class="ac-card-body">
<h3 part="card-title" id="${it.id}-title" class="ac-card-title"><a part="card-link" href="${safe(article.webUrl)}" aria-describedby="${it.id}-byline" class="ac-card-link">${safe(article.title)}</a></h3>
<p id="${it.id}-byline" class="ac-x-byline"><span part="card-provider" class="ac-card-provider"><img part="card-provider-icon" alt="" width="20" height="20" loading="lazy" ${image} src="${safe(it.icon)}" class="ac-card-provider-icon"><button type="button" aria-pressed="false" title="Only articles from ${safe(it.provider)}" class="ac-x-name"><bdi>${safe(it.provider)}</bdi></button></span>${time(it.published, 'part="card-date" class="ac-card-date"')}${it.kind ? `<span part="card-type" class="ac-card-type">${icon(it.sign)}<span class="ac-x-type-word"><bdi>${it.kind}</bdi></span></span>` : ""}</p>
<p part="card-excerpt" class="ac-card-excerpt">${safe(article.excerpt)}</p>
<div class="ac-x-foot"><ul part="card-topics" role="list" aria-label="Topics" class="ac-card-topics">${topics.join("")}${more}</ul></div></div>${picture}</div>
<details part="card-related" class="ac-card-related"><summary><span><bdi>${it.related.length} related</bdi><span class="ac-x-vh">: ${safe(article.title)}</span></span>${icon({ d: FOLD })}</summary><ul role="list">${related.join("")}</ul></details></article></li>`.replace(/>\n/g, ">");
}
