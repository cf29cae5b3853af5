//! Feeds from JavaScript values.

use article_cards::browser::read_script_value;
use article_cards::error::Error;
use article_cards::feed::{Feed, Options};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

fn read(script: &str) -> Result<Feed, Error> {
    let value: JsValue = js_sys::eval(&format!("({script})")).unwrap();
    let mut feed = Feed::new(Options::default());
    read_script_value(&mut feed, &value, Some("https://pier.example/"))?;
    Ok(feed)
}

#[wasm_bindgen_test]
fn objects_and_lists() {
    for script in [
        "[{title: 'A &amp; B', quality: 72, heat: '5', webUrl: '/a', secured: 'x', images: [{url: 'i.png', width: 640}]}]",
        "{value: [{title: 'A &amp; B', quality: 72, heat: 5, webUrl: '/a', images: [{url: 'i.png', width: 640.0}]}]}",
        "{title: 'A &amp; B', quality: '72', heat: 5, webUrl: '/a', images: [{url: 'i.png', width: '640'}], toString() {}}",
    ] {
        let feed = read(script).unwrap();
        let [article] = feed.articles() else {
            panic!("{script}: {feed:?}")
        };
        assert_eq!(
            (article.title.as_str(), article.quality, article.heat),
            ("A & B", Some(72), Some(5)),
            "{script}"
        );
        assert_eq!(article.link(), Some("https://pier.example/a"));
        assert_eq!(
            (article.images[0].url.as_str(), article.images[0].width),
            ("https://pier.example/i.png", Some(640))
        );
        assert_eq!(
            feed.diagnostics().count(),
            0,
            "{script}: {:?}",
            feed.diagnostics()
        );
    }
}

#[wasm_bindgen_test]
fn one_bad_field_costs_only_itself() {
    let feed = read(
        "[{title: 'A', quality: NaN, heat: 71.5, topics: [Symbol.iterator.description, 'x', {}, null, undefined], provider: () => 1, images: new Uint8Array(3)},
          {title: 'A', id: 3, topics: new Array(9)}, 7, null, undefined, () => 1, Symbol('x'), 12n, 'x', [], {title: 'B', id: 12}]",
    )
    .unwrap();
    assert_eq!(
        feed.articles()
            .iter()
            .map(|a| a.title.as_str())
            .collect::<Vec<_>>(),
        ["A", "A", "B"]
    );
    assert_eq!(feed.articles()[2].id, "12");
    assert!(feed.diagnostics().count() >= 8, "{:?}", feed.diagnostics());
}

#[wasm_bindgen_test]
fn invalid_and_cyclic_values_are_errors() {
    for script in [
        "7",
        "'x'",
        "null",
        "undefined",
        "{}",
        "{data: []}",
        "() => 1",
        "Symbol('x')",
    ] {
        assert!(read(script).unwrap_err().is_shape(), "{script}");
    }
    let endless =
        "(() => { const a = {title: 'A'}; a.related = [a]; a.provider = a; return [a]; })()";
    let error = read(endless).unwrap_err();
    assert!(error.message().contains("deeper than 128"), "{error}");
    let holes = "new Array(4294967295)";
    assert!(read(holes).unwrap_err().is_shape());
    let sealed = "{get articles() { throw new Error('sealed'); }}";
    let error = read(sealed).unwrap_err();
    assert!(
        error.is_shape() && error.message().contains("sealed"),
        "{error}"
    );
}

#[wasm_bindgen_test]
fn a_member_that_throws_costs_only_itself() {
    let feed = read(
        "[{title: 'A', id: 12n, get excerpt() { throw new Error('no'); }, heat: 5}, {title: 'B'}]",
    )
    .unwrap();
    let [first, second] = feed.articles() else {
        panic!("{feed:?}")
    };
    assert_eq!(
        (first.id(), first.heat, second.title.as_str()),
        ("12", Some(5), "B")
    );
}
