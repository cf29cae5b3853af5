//! More lists: a front page, a single card, narrow columns, and the example pages.

use std::rc::Rc;

use article_cards::browser::{BrowserUrl, Formats, base_url};
use article_cards::components::{ArticleCard, ArticleCards, GroupBy, Layout, Localization, Theme};
use article_cards::feed::{Feed, Options};
use article_cards::i18n::Messages;
use article_cards::model::Article;
use yew::prelude::*;

use super::choices::SAMPLE;

const SEED_PICTURE: &str =
    "https://securityintelligence.com/wp-content/uploads/2021/06/AI-Security.jpeg";

/// The pages of `examples/`: folder, name, and what they show.
const EXAMPLES: [(&str, &str, &str); 5] = [
    (
        "carousel/",
        "Carousel",
        "Rows of cards that scroll sideways and snap",
    ),
    (
        "magazine/",
        "Magazine",
        "A front of several lists of one feed, with an advertisement and a search field of the page",
    ),
    (
        "sidebar/",
        "Sidebar",
        "Two short lists beside an article, the latest and the most read",
    ),
    (
        "people/",
        "People",
        "A directory with cards of its own, filtered by what is on them",
    ),
    (
        "bookshop/",
        "Bookshop",
        "Covers, authors and prices, by genre and in any order",
    ),
];

#[derive(PartialEq, Properties)]
pub(crate) struct ThemeProps {
    pub(crate) theme: Theme,
}

#[component]
pub(crate) fn FrontPage(properties: &ThemeProps) -> Html {
    html! {
        <section class="demo-section" aria-labelledby="readers">
            <div class="demo-bar">
                <h2 id="readers">{ "A front page for readers who come back" }</h2>
            </div>
            <p class="demo-note">
                { "Lead stories, headings of months, a choice of layouts, articles to save, and a mark on \
                   what is new since the last visit. What is saved stays in this browser." }
            </p>
            <ArticleCards
                src={SAMPLE}
                theme={properties.theme}
                page_size=9
                layouts="grid,list"
                featured=3
                group_by={GroupBy::Month}
                remember="demo"
                without_search=true
                without_sort=true
                facets="none"
                label="The front page"
            />
        </section>
    }
}

#[component]
pub(crate) fn SingleCard(properties: &ThemeProps) -> Html {
    let article = use_memo((), |()| example_article());
    let localization = use_memo((), |()| {
        let formats = Formats::new(Some("en-GB"), None, true);
        Localization::new(Messages::shared(), formats)
    });
    html! {
        <section class="demo-section demo-one" aria-labelledby="one">
            <div class="demo-words">
                <h2 id="one">{ "One article, with all it has" }</h2>
                <p>
                    { "Picture, source and date, title, excerpt, topics, scores and related articles. What an \
                       article doesn’t have takes no room, and titles and rows of neighbours stay on one line." }
                </p>
            </div>
            <div class="demo-seed">
                if let Some(article) = &*article {
                    <div class="ac-base" data-layout="grid" data-theme={properties.theme.as_str()}>
                        <ul class="ac-results" role="list">
                            <li class="ac-cell">
                                <ContextProvider<Localization> context={(*localization).clone()}>
                                    <ArticleCard
                                        article={Rc::clone(article)}
                                        heading_level={3}
                                        related_open=true
                                        with_scores=true
                                    />
                                </ContextProvider<Localization>>
                            </li>
                        </ul>
                    </div>
                }
            </div>
        </section>
    }
}

/// The article of the format's documentation, with a picture of the sample: its own is on another
/// site, and this page requests nothing from there.
fn example_article() -> Option<Rc<Article>> {
    let json = include_str!("../../../tests/fixtures/seed-article.json");
    let json = json.replace(SEED_PICTURE, "sample/images/network-1-800x450.webp");
    let mut feed = Feed::new(Options::default());
    feed.read(json.as_bytes(), base_url().as_deref(), &BrowserUrl)
        .ok()?;
    feed.articles()
        .first()
        .map(|entry| Rc::clone(entry.article()))
}

#[component]
pub(crate) fn Widths(properties: &ThemeProps) -> Html {
    let theme = properties.theme;
    html! {
        <section class="demo-section" aria-labelledby="widths">
            <div class="demo-bar">
                <h2 id="widths">{ "The same feed in columns of any width" }</h2>
            </div>
            <p class="demo-note">
                { "Each column asks only how wide it is itself, never how wide the window is." }
            </p>
            <div class="demo-columns">
                <div class="demo-frame">
                    <ArticleCards
                        src={SAMPLE}
                        {theme}
                        layout={Layout::List}
                        page_size=6
                        label="List in a wide column"
                    />
                </div>
                <div class="demo-frame">
                    <ArticleCards
                        src={SAMPLE}
                        {theme}
                        layout={Layout::Compact}
                        page_size=8
                        without_search=true
                        without_sort=true
                        facets="none"
                        label="Compact in a narrow column"
                    />
                </div>
                <div class="demo-frame">
                    <ArticleCards
                        src={SAMPLE}
                        {theme}
                        page_size=2
                        without_search=true
                        without_sort=true
                        facets="none"
                        label="Grid in a narrow column"
                    />
                </div>
            </div>
        </section>
    }
}

#[component]
pub(crate) fn Examples() -> Html {
    html! {
        <section class="demo-section" aria-labelledby="examples">
            <div class="demo-bar">
                <h2 id="examples">{ "Examples" }</h2>
            </div>
            <p class="demo-note">
                { "Whole pages of HTML and CSS, made with nothing but attributes, slots, parts and custom \
                   properties." }
            </p>
            <ul class="demo-examples" role="list">
                { for EXAMPLES.iter().map(|(folder, name, text)| html! {
                    <li key={*folder}>
                        <a href={*folder}>{ *name }</a>
                        <p>{ *text }</p>
                    </li>
                }) }
            </ul>
        </section>
    }
}
