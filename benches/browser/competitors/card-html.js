// @ts-check
// The card as an HTML string, for a library that needs one.
import { EXPAND_ICON, cardContent } from "./card-elements.js";

/** @typedef {import("./articles.js").Article} Article */

/** @type {Record<string, string>} */
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escapeHtml = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (one) => ESCAPES[one]);

const icon = (/** @type {Record<string, string>} */ shape) =>
  `<svg viewBox="0 0 16 16" aria-hidden="true" class="ac-x-icon"><path d="${shape.d}"${shape.fill ? ` fill="${shape.fill}"` : ""}></path></svg>`;

/**
 * @param {Article} article
 * @param {number} index
 */
export function cardHtml(article, index) {
  const card = cardContent(article, index);
  const time = (/** @type {{ time: string, day: string, title: string }} */ of, more = "") =>
    `<time ${more} datetime="${escapeHtml(of.time)}" title="${escapeHtml(of.title)}"><bdi>${of.day}</bdi></time>`;
  const imageAttributes = 'decoding="async" referrerpolicy="no-referrer"';
  const topics = card.topics.map((topic) => `<li><button type="button" part="topic" aria-pressed="false" class="ac-topic"><bdi>${escapeHtml(topic)}</bdi></button></li>`);
  const more = card.hiddenTopics > 0
    ? `<li><button type="button" class="ac-x-more-topics"><bdi>+${card.hiddenTopics}</bdi><span class="ac-x-vh">${card.hiddenTopics === 1 ? " more topic" : " more topics"}</span></button></li>`
    : "";
  const related = card.related.map((one) =>
    `<li part="related-item" class="ac-related-item"><a dir="auto" href="${escapeHtml(one.webUrl)}" class="ac-x-related-title">${escapeHtml(one.title)}</a><p>${time(one.published)}</p></li>`);
  const image = card.image
    ? `<div part="card-media" class="ac-card-media"><img part="card-image" alt="" width="${card.image.width}" height="${card.image.height}" loading="${card.isFirst ? "eager" : "lazy"}"${card.isFirst ? ' fetchpriority="high"' : ""} ${imageAttributes} src="${escapeHtml(card.image.url)}" class="ac-card-image"></div>`
    : "";
  return `<li class="ac-cell"><article part="card" data-id="${escapeHtml(article.id)}" aria-labelledby="${card.id}-title" dir="ltr" lang="${escapeHtml(article.locale)}" class="ac-card">
<div class="ac-x-front"><div part="card-body" class="ac-card-body">
<h3 part="card-title" id="${card.id}-title" class="ac-card-title"><a part="card-link" href="${escapeHtml(article.webUrl)}" aria-describedby="${card.id}-byline" class="ac-card-link">${escapeHtml(article.title)}</a></h3>
<p id="${card.id}-byline" class="ac-x-byline"><span part="card-provider" class="ac-card-provider"><img part="card-provider-icon" alt="" width="20" height="20" loading="lazy" ${imageAttributes} src="${escapeHtml(card.icon)}" class="ac-card-provider-icon"><button type="button" aria-pressed="false" title="Only articles from ${escapeHtml(card.provider)}" class="ac-x-name"><bdi>${escapeHtml(card.provider)}</bdi></button></span>${time(card.published, 'part="card-date" class="ac-card-date"')}${card.kind ? `<span part="card-type" class="ac-card-type">${icon(card.kindIcon)}<span class="ac-x-type-word"><bdi>${card.kind}</bdi></span></span>` : ""}</p>
<p part="card-excerpt" class="ac-card-excerpt">${escapeHtml(article.excerpt)}</p>
<div class="ac-x-foot"><ul part="card-topics" role="list" aria-label="Topics" class="ac-card-topics">${topics.join("")}${more}</ul></div></div>${image}</div>
<details part="card-related" class="ac-card-related"><summary><span><bdi>${card.related.length} related</bdi><span class="ac-x-vh">: ${escapeHtml(article.title)}</span></span>${icon({ d: EXPAND_ICON })}</summary><ul role="list">${related.join("")}</ul></details></article></li>`.replace(/>\n/g, ">");
}
