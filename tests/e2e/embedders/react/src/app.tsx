import "article-cards/define";
import type { ArticleCardsElement } from "article-cards";
import type {} from "article-cards/react";
import { useRef, useState } from "react";

const mapping = { excerpt: "summary" };

export function App() {
  const cards = useRef<ArticleCardsElement>(null);
  const [layout, setLayout] = useState<"grid" | "list">("grid");
  const [found, setFound] = useState<number>();
  return (
    <>
      <h1>News</h1>
      <button onClick={() => setLayout(layout === "grid" ? "list" : "grid")}>{layout}</button>
      <button onClick={() => cards.current?.search("tide")}>Tides</button>
      <article-cards
        ref={cards}
        src="/news.json"
        label="News"
        page-size="24"
        layout={layout}
        mapping={mapping}
        withoutSort
        onac-load={({ detail }) => setFound(detail.count)}
        onac-change={({ detail }) => setFound(detail.total)}
      >
        <a href="https://harbour.example/">All news</a>
      </article-cards>
      <output>{found}</output>
    </>
  );
}
