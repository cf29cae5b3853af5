use news::{News, NewsProps};

fn main() {
    let feed = gloo_utils::document().get_element_by_id("feed");
    let json = feed.and_then(|script| script.text_content());
    let json = json.unwrap_or_default().into();
    yew::Renderer::<News>::with_props(NewsProps { json }).hydrate();
}
