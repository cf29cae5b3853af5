//! The demo page: lists in every layout, theme and width.

#[path = "demo/themes.rs"]
mod themes;

use std::rc::Rc;

use article_cards::browser::{BrowserUrl, Formats, query_parameter};
use article_cards::components::{
    ArticleCard, ArticleCards, GroupBy, Layout, LoadEvent, Localization, Theme,
};
use article_cards::feed::{Diagnostics, Feed, Options};
use article_cards::i18n::{LANGUAGES, Messages};
use article_cards::model::Article;
use js_sys::{Object, Reflect};
use themes::Themes;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The sample feed of `examples/sample-feed/`.
const SAMPLE: &str = "sample/index.json";

/// The feeds on offer: the sample, and some with faults.
const FEEDS: [(&str, &str); 5] = [
    (SAMPLE, "Sample feed"),
    ("feeds/empty.json", "A feed without articles"),
    ("feeds/broken.json", "A feed that is not JSON"),
    ("feeds/missing.json", "A feed that is not there"),
    (
        "feeds/cut-short.json",
        "A feed whose second page is missing",
    ),
];

const LAYOUTS: [(Layout, &str); 3] = [
    (Layout::Grid, "Grid"),
    (Layout::List, "List"),
    (Layout::Compact, "Compact"),
];
const THEMES: [(Theme, &str); 3] = [
    (Theme::Auto, "Auto"),
    (Theme::Light, "Light"),
    (Theme::Dark, "Dark"),
];

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

/// The default language.
const ENGLISH: &str = "en-GB";

fn main() {
    yew::Renderer::<Demo>::new().render();
}

#[component]
fn Demo() -> Html {
    let layout = use_state(|| from_address("layout").unwrap_or(Layout::Grid));
    let theme = use_state(|| from_address("theme").unwrap_or(Theme::Auto));
    let feed = use_state(|| query_parameter("src").unwrap_or_else(|| SAMPLE.to_owned()));
    let language = use_state(|| query_parameter("language").unwrap_or_else(|| ENGLISH.to_owned()));
    let scores = use_state(|| query_parameter("scores").is_some());
    let example = use_memo((), |()| example_article());
    let languages = use_memo((), |()| language_names());
    let localization = use_memo((), |()| {
        let formats = Formats::new(Some("en-GB"), None, true);
        Localization::new(Messages::shared(), formats)
    });
    let loaded = use_state(|| None::<Rc<Feed>>);
    let on_load = setter(&loaded).reform(|event: LoadEvent| Some(event.feed));

    let on_feed = select_setter(&feed);
    let on_language = select_setter(&language);
    let on_scores = setter(&scores).reform(|event: Event| {
        event
            .target_dyn_into::<HtmlInputElement>()
            .is_some_and(|input| input.checked())
    });
    // As on a page in a language that is written from right to left.
    let direction = if *language == "ar" { "rtl" } else { "ltr" };
    let is_listed = FEEDS.iter().any(|(src, _)| *src == *feed);
    html! {
        <div class="demo-page" data-theme={theme.as_str()}>
            <header class="demo-head">
                <p class="demo-name">{ "article-cards" }</p>
                <Choice<Theme>
                    legend="Theme"
                    chosen={*theme}
                    options={THEMES.as_slice()}
                    on_choice={setter(&theme)}
                />
            </header>
            <main>
                <section class="demo-hero" aria-labelledby="hero">
                    <div class="demo-words">
                        <h1 id="hero">{ "Any feed of articles, as cards that fit where you put them" }</h1>
                        <p>
                            { "Give it the address of a JSON file. It shows picture, source, topics, date \
                               and related articles, searches, filters and sorts them as you type, and \
                               takes the font, size and colours of the page around it." }
                        </p>
                        <pre class="demo-code"><code>{ "<ArticleCards src=\"news.json\" />" }</code></pre>
                    </div>
                    <div class="demo-seed">
                        if let Some(article) = &*example {
                            <div class="ac-base" data-layout="grid" data-theme={theme.as_str()}>
                                <ul class="ac-results" role="list">
                                    <li class="ac-cell">
                                        <ContextProvider<Localization> context={(*localization).clone()}>
                                            <ArticleCard
                                                article={Rc::clone(article)}
                                                heading_level={2}
                                                related_open=true
                                                with_scores=true
                                                eager=true
                                            />
                                        </ContextProvider<Localization>>
                                    </li>
                                </ul>
                            </div>
                        }
                    </div>
                </section>
                <section class="demo-section" aria-labelledby="feed">
                    <div class="demo-bar">
                        <h2 id="feed">{ "A whole feed" }</h2>
                        <label class="demo-select">
                            <span>{ "Feed" }</span>
                            <select onchange={on_feed}>
                                { for FEEDS.iter().map(|(src, name)| html! {
                                    <option key={*src} value={*src} selected={*feed == *src}>{ *name }</option>
                                }) }
                                if !is_listed {
                                    <option key="own" value={(*feed).clone()} selected=true>{ (*feed).clone() }</option>
                                }
                            </select>
                        </label>
                        <label class="demo-select">
                            <span>{ "Language" }</span>
                            <select onchange={on_language}>
                                { for languages.iter().map(|(code, name)| html! {
                                    <option key={*code} value={*code} lang={*code} selected={*language == *code}>{ name }</option>
                                }) }
                            </select>
                        </label>
                        <label class="demo-check">
                            <input type="checkbox" checked={*scores} onchange={on_scores} />
                            <span>{ "Scores" }</span>
                        </label>
                        <Choice<Layout>
                            legend="Layout"
                            chosen={*layout}
                            options={LAYOUTS.as_slice()}
                            on_choice={setter(&layout)}
                        />
                    </div>
                    if let Some(loaded) = &*loaded {
                        { diagnostics(loaded.diagnostics()) }
                    }
                    <div lang={(*language).clone()} dir={direction}>
                        <ArticleCards
                            src={(*feed).clone()}
                            {on_load}
                            layout={*layout}
                            theme={*theme}
                            locale={(*language).clone()}
                            languages="languages/"
                            url_state=""
                            with_scores={*scores}
                            label="The feed"
                        />
                    </div>
                </section>
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
                        theme={*theme}
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
                <Themes theme={*theme} />
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
                                theme={*theme}
                                layout={Layout::List}
                                page_size=6
                                label="List in a wide column"
                            />
                        </div>
                        <div class="demo-frame">
                            <ArticleCards
                                src={SAMPLE}
                                theme={*theme}
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
                                theme={*theme}
                                page_size=2
                                without_search=true
                                without_sort=true
                                facets="none"
                                label="Grid in a narrow column"
                            />
                        </div>
                    </div>
                </section>
            </main>
            <footer class="demo-foot">
                <p>{ "The first card is a real article. All the others, their providers and pictures are invented." }</p>
            </footer>
        </div>
    }
}

/// The languages with their own names, English first.
fn language_names() -> Vec<(&'static str, String)> {
    let codes = [ENGLISH].into_iter().chain(LANGUAGES);
    codes.map(|code| (code, language_name(code))).collect()
}

/// The name of a language in that language, by the browser.
fn language_name(code: &str) -> String {
    let options = Object::new();
    // Setting a property of a plain object never throws.
    let _ = Reflect::set(&options, &"type".into(), &"language".into());
    DisplayNames::new(code, &options).of(code)
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;

    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locale: &str, options: &Object) -> DisplayNames;

    #[wasm_bindgen(method)]
    fn of(this: &DisplayNames, code: &str) -> String;
}

/// The value of a query parameter of the page.
fn from_address<T: std::str::FromStr>(parameter: &str) -> Option<T> {
    query_parameter(parameter)?.parse().ok()
}

/// Sets a state to the value of a `select` element.
fn select_setter(state: &UseStateHandle<String>) -> Callback<Event> {
    let state = state.setter();
    Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            state.set(select.value());
        }
    })
}

fn setter<T: 'static>(state: &UseStateHandle<T>) -> Callback<T> {
    let setter = state.setter();
    Callback::from(move |value| setter.set(value))
}

/// The number of diagnostics listed.
const MAX_LISTED: usize = 50;

/// The diagnostics of a feed, if there are any.
fn diagnostics(diagnostics: &Diagnostics) -> Html {
    let title = match diagnostics.count() {
        0 => return Html::default(),
        1 => "1 thing was wrong with this feed".to_owned(),
        count => format!("{count} things were wrong with this feed"),
    };
    let more = diagnostics.count().saturating_sub(MAX_LISTED);
    html! {
        <details class="demo-faults">
            <summary>{ title }</summary>
            <ul>
                { for diagnostics.iter().take(MAX_LISTED).enumerate().map(|(index, diagnostic)| html! {
                    <li key={index}>{ diagnostic.to_string() }</li>
                }) }
                if more > 0 {
                    <li key="more">{ format!("and {more} more") }</li>
                }
            </ul>
        </details>
    }
}

/// The article of the format's documentation.
fn example_article() -> Option<Rc<Article>> {
    let json = include_bytes!("../../tests/fixtures/seed-article.json");
    let mut feed = Feed::new(Options::default());
    feed.read(json, None, &BrowserUrl).ok()?;
    feed.articles()
        .first()
        .map(|entry| Rc::clone(entry.article()))
}

/// A row of radio buttons, styled as one control.
#[component]
fn Choice<T: Copy + PartialEq + 'static>(properties: &ChoiceProps<T>) -> Html {
    let ChoiceProps {
        legend,
        chosen,
        options,
        on_choice,
    } = properties;
    html! {
        <fieldset class="demo-choice">
            <legend>{ *legend }</legend>
            { for options.iter().map(|(value, name)| {
                let (on_choice, value) = (on_choice.clone(), *value);
                let onchange = Callback::from(move |event: Event| {
                    if event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked()) {
                        on_choice.emit(value);
                    }
                });
                html! {
                    <label key={*name}>
                        <input type="radio" name={*legend} checked={*chosen == value} {onchange} />
                        <span>{ *name }</span>
                    </label>
                }
            }) }
        </fieldset>
    }
}

#[derive(PartialEq, Properties)]
struct ChoiceProps<T: Copy + PartialEq + 'static> {
    legend: &'static str,
    chosen: T,
    options: &'static [(T, &'static str)],
    on_choice: Callback<T>,
}
