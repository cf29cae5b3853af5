//! Language files.

use article_cards::components::{ArticleCards, ArticleCardsProps};
use article_cards::i18n::{MessageOverrides, Messages};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::props;

use crate::page::{Mounted, feed, serve, settle, until};

const GERMAN: &str = include_str!("../../languages/de.json");

/// A folder in which every file is this one: the fragment is not part of the request.
fn folder(file: &str) -> String {
    serve(file) + "#"
}

fn list(locale: &str, languages: String) -> ArticleCardsProps {
    props!(ArticleCardsProps {
        src: serve(&feed(30)),
        locale: locale.to_owned(),
        languages: languages,
    })
}

/// Waits for this summary, at most five seconds.
async fn until_summary(mounted: &Mounted<ArticleCards>, text: &str) {
    until(|| mounted.texts(".ac-summary") == [text]).await;
    assert_eq!(mounted.texts(".ac-summary"), [text]);
}

/// Replaces `fetch` by a function of the original, until it is dropped.
struct Fetch(JsValue);

impl Fetch {
    fn replaced(by: &str) -> Self {
        let before = Reflect::get(&js_sys::global(), &"fetch".into()).unwrap();
        js_sys::eval(&format!(
            "{{ const before = fetch; globalThis.requests = []; globalThis.fetch = {by}; }}"
        ))
        .unwrap();
        Self(before)
    }

    fn requests() -> u32 {
        js_sys::eval("requests.length").unwrap().as_f64().unwrap() as u32
    }
}

impl Drop for Fetch {
    fn drop(&mut self) {
        Reflect::set(&js_sys::global(), &"fetch".into(), &self.0).unwrap();
    }
}

/// Counts requests with a string, as those for language files.
const COUNTS: &str = "(url, ...rest) => {
    if (url.includes?.('#/')) requests.push(url);
    return before(url, ...rest);
}";

/// The same, delayed by a second.
const LATE: &str = "async (url, ...rest) => {
    if (url.includes?.('#/')) await new Promise((done) => setTimeout(done, 1000));
    return before(url, ...rest);
}";

#[wasm_bindgen_test]
async fn a_german_locale_shows_german() {
    let mounted = Mounted::<ArticleCards>::new(list("de-AT", folder(GERMAN)));
    mounted.until(".ac-card", 12).await;
    until_summary(&mounted, "30 Artikel").await;
    let button = mounted.one(".ac-more-button").text_content().unwrap();
    assert_eq!(button, "12 weitere anzeigen");
}

#[wasm_bindgen_test]
async fn lists_share_a_language_file() {
    let fetch = Fetch::replaced(COUNTS);
    let languages = folder(GERMAN);
    let first = Mounted::<ArticleCards>::new(list("de", languages.clone()));
    let second = Mounted::<ArticleCards>::new(list("de-CH", languages.clone()));
    until_summary(&first, "30 Artikel").await;
    until_summary(&second, "30 Artikel").await;
    let third = Mounted::<ArticleCards>::new(list("de", languages));
    until_summary(&third, "30 Artikel").await;
    assert_eq!(Fetch::requests(), 1);
    drop(fetch);
}

#[wasm_bindgen_test]
async fn an_invalid_file_leaves_english_and_is_fetched_again() {
    let fetch = Fetch::replaced(COUNTS);
    for languages in [
        folder("<!doctype html>"),
        folder("[1, 2]"),
        folder("{}").replace("blob:", "blob:x"),
        folder("7"),
        "/there/is/no/such/folder#/".to_owned(),
    ] {
        let before = Fetch::requests();
        for count in 1..=2 {
            let mounted = Mounted::<ArticleCards>::new(list("de", languages.clone()));
            until_summary(&mounted, "30 articles").await;
            assert_eq!(Fetch::requests(), before + count, "{languages}");
        }
    }
    drop(fetch);
}

#[wasm_bindgen_test]
async fn no_file_is_fetched_without_need() {
    let fetch = Fetch::replaced(COUNTS);
    let mut own = list("de", folder(GERMAN));
    own.messages = Some(Messages::shared()).into();
    let mut nowhere = list("de", String::new());
    nowhere.languages = None;
    for props in [
        own,
        nowhere,
        list("de", " ".to_owned()),
        list("en-GB", folder(GERMAN)),
        list("sv", folder(GERMAN)),
        list("zh-TW", folder(GERMAN)),
    ] {
        let mounted = Mounted::<ArticleCards>::new(props);
        until_summary(&mounted, "30 articles").await;
    }
    assert_eq!(Fetch::requests(), 0);
    drop(fetch);
}

#[wasm_bindgen_test]
async fn messages_are_blank_while_a_file_loads_then_english() {
    let fetch = Fetch::replaced(LATE);
    let mounted = Mounted::<ArticleCards>::new(list("de", folder(GERMAN)));
    mounted.until(".ac-card", 12).await;
    assert_eq!(mounted.texts(".ac-summary"), [""], "no English flashes up");
    TimeoutFuture::new(500).await;
    settle().await;
    assert_eq!(mounted.texts(".ac-summary"), ["30 articles"]);
    until_summary(&mounted, "30 Artikel").await;
    drop(fetch);
}

#[wasm_bindgen_test]
async fn another_locale_shows_its_own_messages() {
    let languages = folder(GERMAN);
    let mut mounted = Mounted::<ArticleCards>::new(list("de", languages.clone()));
    until_summary(&mounted, "30 Artikel").await;
    let mut props = list("en", languages.clone());
    mounted.update(props.clone());
    until_summary(&mounted, "30 articles").await;
    props.locale = Some("fr".into());
    props.languages = Some(folder(include_str!("../../languages/fr.json")).into());
    mounted.update(props);
    until_summary(&mounted, "30 articles").await;
    let button = || mounted.one(".ac-more-button").text_content().unwrap();
    until(|| button().starts_with("Afficher")).await;
    assert_eq!(button(), "Afficher 12 de plus");
}

#[wasm_bindgen_test]
fn overrides_are_read_from_an_object() {
    let object = js_sys::eval(
        "({retry: 'Once more', articles: {one: 'one', other: '{count}'}, kinds: {video: 'Film'},
           details: 3, nonsense: 'x', members: null, [Symbol('x')]: 'x',
           get search() { throw new Error('no'); }})",
    )
    .unwrap();
    let words = MessageOverrides::from_script_value(&object).unwrap();
    let mut messages = Messages::english();
    let ignored = messages.apply(&words);
    assert_eq!(ignored, ["details", "nonsense", "members", "search"]);
    assert_eq!(
        (&*messages.retry, &*messages.articles.other),
        ("Once more", "{count}")
    );
    assert_eq!(messages.kind("video"), "Film");
    assert_eq!(messages.search, Messages::english().search);
    for value in [JsValue::NULL, JsValue::UNDEFINED, "de".into(), 7.into()] {
        assert_eq!(MessageOverrides::from_script_value(&value), None);
    }
    let itself = Object::new();
    Reflect::set(&itself, &"kinds".into(), &itself).unwrap();
    let mut messages = Messages::english();
    let words = MessageOverrides::from_script_value(&itself).unwrap();
    assert_eq!(messages.apply(&words), ["kinds.kinds"]);
    assert_eq!(messages, Messages::english());
}

#[wasm_bindgen_test]
fn overrides_are_read_from_json_as_natively() {
    let mut german = Messages::english();
    let words = MessageOverrides::from_json(GERMAN.as_bytes()).unwrap();
    assert_eq!(german.apply(&words), [""; 0]);
    assert_eq!(german.retry, "Erneut versuchen");
    assert!(MessageOverrides::from_json(b"{").unwrap_err().is_parse());
    assert!(MessageOverrides::from_json(b"7").unwrap_err().is_shape());
    assert!(MessageOverrides::from_json(b"[]").unwrap_err().is_shape());
    assert!(MessageOverrides::from_json("\u{feff}{}".as_bytes()).is_ok());
}
