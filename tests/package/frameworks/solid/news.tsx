import "article-cards/define";
import type { ArticleCardsElement } from "article-cards";
import type {} from "article-cards/solid";
import { createSignal } from "solid-js";

const mapping = { excerpt: "summary" };

export function News() {
  let cards: ArticleCardsElement | undefined;
  const [found, setFound] = createSignal<number>();
  return (
    <>
      <button onClick={() => cards?.search("tide")}>Tides</button>
      <article-cards
        ref={cards}
        src="/news.json"
        label="News"
        page-size="24"
        prop:mapping={mapping}
        bool:without-sort={found() === 0}
        on:ac-load={({ detail }) => setFound(detail.count)}
        on:ac-change={({ detail }) => setFound(detail.total)}
      >
        <a href="https://harbour.example/">All news</a>
      </article-cards>
      <output>{found()}</output>
    </>
  );
}
