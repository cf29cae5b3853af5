// Each mistake must be reported.
import type {} from "article-cards/solid";

export function Wrong() {
  let button: HTMLButtonElement | undefined;
  return (
    <>
      <article-cards attr:page-size={24} prop:pageSize={24} without-search without-sort={false} items={[]} class="news" />
      {/* @ts-expect-error there is no such property */}
      <article-cards source="news.json" />
      {/* @ts-expect-error not a layout */}
      <article-cards layout="wide" />
      {/* @ts-expect-error not a number */}
      <article-cards page-size="many" />
      {/* @ts-expect-error not a heading */}
      <article-cards attr:group-by="year" />
      {/* @ts-expect-error Solid writes this name in lower case */}
      <article-cards pageSize={24} />
      {/* @ts-expect-error the property takes a number */}
      <article-cards prop:pageSize="24" />
      {/* @ts-expect-error there is no such property */}
      <article-cards prop:source="news.json" />
      {/* @ts-expect-error text is not a boolean */}
      <article-cards bool:without-sort="no" />
      {/* @ts-expect-error Solid writes `false` as text */}
      <article-cards attr:with-scores={false} />
      {/* @ts-expect-error results can't be set */}
      <article-cards prop:results={[]} />
      {/* @ts-expect-error the detail has no such field */}
      <article-cards on:ac-load={({ detail }) => detail.total} />
      {/* @ts-expect-error not a function */}
      <article-cards prop:decorateCard="mine" />
      {/* @ts-expect-error of another element */}
      <article-cards ref={button} />
    </>
  );
}
