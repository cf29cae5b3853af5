use article_cards::{ArticleCards, Layout};
use yew::prelude::*;

#[component]
fn News() -> Html {
    let layout = use_state_eq(|| Layout::Grid);
    let onclick = {
        let layout = layout.clone();
        move |_| layout.set(Layout::List)
    };
    html! {
        <>
            <h1>{ "News" }</h1>
            <p><button {onclick}>{ "As a list" }</button></p>
            <ArticleCards src="news.json" layout={*layout} label="News" />
        </>
    }
}

fn main() {
    yew::Renderer::<News>::new().render();
}
