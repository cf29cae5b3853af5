import "article-cards/define";
import type { ArticleCardsElement } from "article-cards";
import type {} from "article-cards/preact";
import { useRef, useState } from "preact/hooks";

const mapping = { excerpt: "summary" };

export function News() {
  const cards = useRef<ArticleCardsElement>(null);
  const [found, setFound] = useState<number>();
  return (
    <>
      <button onClick={() => cards.current?.search("tide")}>Tides</button>
      <article-cards
        ref={cards}
        src="/news.json"
        label="News"
        page-size="24"
        mapping={mapping}
        withoutSort={found === 0}
        onac-load={({ detail }) => setFound(detail.count)}
        onac-change={({ detail }) => setFound(detail.total)}
      >
        <a href="https://harbour.example/">All news</a>
      </article-cards>
      <output>{found}</output>
    </>
  );
}
