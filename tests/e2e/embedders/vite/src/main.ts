import { mount } from "article-cards";

const output = document.querySelector("output");

const { element } = await mount("#news", {
  src: "news.json",
  label: "News",
  pageSize: 24,
  on: {
    "ac-change": ({ detail }) => {
      if (output) output.value = `${detail.total}: ${detail.state.query}`;
    },
  },
});
await element.ready;
console.assert(element.results.total > 0);
