use std::rc::Rc;

use article_cards::browser::BrowserUrl;
use article_cards::feed::{Feed, Options};
use article_cards::{ArticleCards, GroupBy};
use yew::prelude::*;

/// The address of your site, which relative URLs of the feed belong to, also those of its pictures.
const SITE: &str = "https://news.example/";

#[derive(PartialEq, Properties)]
pub struct NewsProps {
    /// The feed.
    pub json: AttrValue,
}

#[component]
pub fn News(props: &NewsProps) -> Html {
    let feed = use_memo(props.json.clone(), |json| {
        let mut feed = Feed::new(Options::default());
        feed.read(json.as_bytes(), Some(SITE), &BrowserUrl).ok()?;
        Some(Rc::new(feed))
    });
    html! {
        <>
            <h1>{ "News" }</h1>
            <ArticleCards
                feed={(*feed).clone()}
                group_by={GroupBy::Month}
                url_state=""
                remember="news"
                label="News"
            />
        </>
    }
}
