// Each mistake must be reported.
import type {} from "article-cards/preact";
import { useRef } from "preact/hooks";

export function Wrong() {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <article-cards withoutSort={false} without-search={true} without-images="" data-id="1" class="news" />
      {/* @ts-expect-error there is no such property */}
      <article-cards source="news.json" />
      {/* @ts-expect-error not a layout */}
      <article-cards layout="wide" />
      {/* @ts-expect-error not a number */}
      <article-cards page-size="many" />
      {/* @ts-expect-error not a heading */}
      <article-cards group-by="year" />
      {/* @ts-expect-error the property takes a number */}
      <article-cards pageSize="24" />
      {/* @ts-expect-error text is not a boolean */}
      <article-cards without-sort="no" />
      {/* @ts-expect-error Preact writes `false` as text */}
      <article-cards with-scores={false} />
      {/* @ts-expect-error results can't be set */}
      <article-cards results={[]} />
      {/* @ts-expect-error the detail has no such field */}
      <article-cards onac-load={({ detail }) => detail.total} />
      {/* @ts-expect-error not a function */}
      <article-cards decorateCard="mine" />
      {/* @ts-expect-error of another element */}
      <article-cards ref={button} />
    </>
  );
}
