// Videos have a card of the page's own, everything else one of the list's.
const list = document.querySelector("article-cards");

list.renderCard = ({ type, title, webUrl, topics = [] }) => {
  if (type !== "video") return null;
  const card = document.createElement("section");
  card.className = "video";
  const link = document.createElement("a");
  link.href = webUrl;
  link.textContent = `Watch: ${title}`;
  card.append(link);
  for (const topic of topics) {
    const button = document.createElement("button");
    button.dataset.filter = "topics";
    button.textContent = topic;
    card.append(" ", button);
  }
  return card;
};
