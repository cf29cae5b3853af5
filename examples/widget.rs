//! The smallest page: a feed as cards, and nothing else. `cargo xtask size` weighs it.

use article_cards::ArticleCards;
use yew::prelude::*;

#[component]
fn Widget() -> Html {
    html! { <ArticleCards src="news.json" label="News" /> }
}

fn main() {
    yew::Renderer::<Widget>::new().render();
}
