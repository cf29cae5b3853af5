//! The costs of reading, indexing and querying, counted instead of timed: allocations, bytes, and calls
//! of what is slow in a browser. A loss of speed fails here on any machine.

use std::cell::Cell;
use std::fmt::Write;
use std::rc::Rc;

use article_cards_core::feed::{DocumentReader, Feed, Options};
use article_cards_core::search::{
    Facet, FilterableFields, Index, IndexBuilder, IndexOptions, Locale, PlainLocale, QueryState,
    SortKey,
};
use article_cards_core::text::url::Resolver;
use dhat::HeapStats;

#[global_allocator]
static ALLOCATOR: dhat::Alloc = dhat::Alloc;

/// Returns a feed of articles of about 1 kB.
fn feed(articles: usize) -> String {
    let mut json = String::from("[");
    for number in 0..articles {
        let provider = number % 40;
        let words = ["tide", "harbour", "pier", "lighthouse", "gull"];
        let text: Vec<String> = (0..40)
            .map(|at| format!("{}{}", words[(number * 7 + at) % 5], (number * at) % 97))
            .collect();
        let text = text.join(" ");
        write!(
            json,
            r#"{}{{"id":"{number}","title":"About {text:.60}","excerpt":"{text}",
            "webUrl":"https://provider{provider}.example/articles/{number}","type":"article",
            "publishedDateTime":"2021-{:02}-{:02}T08:00:00+00:00","quality":{},"heat":{},
            "topics":["Topic {}","Topic {}"],"content":"{text}","secured":"{text}",
            "provider":{{"name":"Provider {provider}","domain":"provider{provider}.example",
              "images":[{{"url":"https://provider{provider}.example/icon.png","width":32,"height":32}}]}},
            "images":[{{"url":"https://provider{provider}.example/{number}.jpg","width":1600,"height":900}}],
            "related":[{{"title":"Also {number}","webUrl":"https://provider{provider}.example/also/{number}"}}]}}"#,
            if number > 0 { "," } else { "" },
            number % 12 + 1,
            number % 28 + 1,
            number % 100,
            number % 977,
            number % 50,
            number % 7,
        )
        .unwrap();
    }
    json.push(']');
    json
}

/// A locale that counts calls.
#[derive(Default)]
struct Counting {
    ranked: Cell<usize>,
    decomposed: Cell<usize>,
}

impl Locale for Counting {
    fn decompose(&self, text: &str) -> String {
        self.decomposed.set(self.decomposed.get() + 1);
        PlainLocale::default().decompose(text)
    }

    fn rank(&self, texts: &[&str]) -> Vec<u32> {
        self.ranked.set(self.ranked.get() + texts.len());
        PlainLocale::default().rank(texts)
    }

    fn start_of_day(&self, day: i64) -> i64 {
        PlainLocale::default().start_of_day(day)
    }
}

/// A resolver that must not be called: no link of the feed needs a full URL parser.
struct Refusing;

impl Resolver for Refusing {
    fn resolve(&self, url: &str, _: Option<&str>) -> Option<String> {
        panic!("{url} was requested")
    }
}

fn query(text: &str) -> QueryState {
    QueryState {
        query: text.into(),
        ..QueryState::default()
    }
}

/// What some work allocated.
struct Spent {
    blocks: u64,
    /// The peak of memory in use, above the memory in use before.
    peak: usize,
    /// The memory in use after, above the memory in use before.
    kept: usize,
}

/// Counts all threads, so there is a single test.
fn spent<T>(work: impl FnOnce() -> T) -> (T, Spent) {
    let profiler = dhat::Profiler::builder().testing().build();
    let result = work();
    let stats = HeapStats::get();
    drop(profiler);
    let spent = Spent {
        blocks: stats.total_blocks,
        peak: stats.max_bytes,
        kept: stats.curr_bytes,
    };
    (result, spent)
}

#[test]
fn costs_are_within_bounds() {
    const ARTICLES: usize = 2_000;
    let json = feed(ARTICLES);
    let bytes = json.len();

    // Reading takes one small allocation for each article, and large ones for text.
    let (feed, reading) = spent(|| {
        let mut feed = Feed::new(Options::default());
        let mut document = DocumentReader::new(feed.options());
        for part in json.as_bytes().chunks(1 << 16) {
            document.push(part).unwrap();
        }
        let mut arrived = document.finish(None, &Refusing).unwrap();
        while feed.append(&mut arrived, 100).is_none() {}
        feed
    });
    assert_eq!(feed.articles().len(), ARTICLES);
    let blocks = reading.blocks as f64 / ARTICLES as f64;
    assert!(
        blocks < 3.5,
        "{blocks:.1} allocations for an article that is read"
    );
    let (peak, kept) = (
        reading.peak as f64 / bytes as f64,
        reading.kept as f64 / bytes as f64,
    );
    assert!(
        peak < 0.75,
        "{peak:.2} bytes at the most for a byte of the feed"
    );
    assert!(kept < 0.7, "{kept:.2} bytes kept for a byte of the feed");

    // Indexing.
    let locale = Rc::new(Counting::default());
    let options = IndexOptions {
        facets: Facet::defaults(),
        with_unpublished: false,
        locale: locale.clone(),
    };
    let (index, indexing) = spent(|| {
        let mut indexing = IndexBuilder::new(&feed, options);
        while !indexing.step(100) {}
        indexing.finish()
    });
    let blocks = indexing.blocks as f64 / ARTICLES as f64;
    assert!(
        blocks < 9.5,
        "{blocks:.1} allocations for an article that is indexed"
    );
    index.search(&QueryState::default());
    assert!(!index.has_indexed_words(), "the first cards need no words");

    assert!(
        locale.ranked.take() < 200,
        "only the values of facets are ranked"
    );

    // Words and orders by text, which are warmed up afterwards.
    let none = QueryState::default();
    let ((), warming) = spent(|| while !index.warm_up(&none, 100) {});
    let blocks = warming.blocks as f64 / ARTICLES as f64;
    assert!(
        blocks < 18.0,
        "{blocks:.1} allocations for an article whose words and order are made ready"
    );
    let kept = (indexing.kept + warming.kept) as f64 / bytes as f64;
    assert!(
        kept < 0.28,
        "{kept:.2} bytes of index for a byte of the feed"
    );
    assert_eq!(
        locale.decomposed.get(),
        0,
        "nothing in the feed is beyond our own tables"
    );
    // Each text is compared with the splitters and the texts of its bucket.
    let ranked = locale.ranked.take();
    assert!(
        (1..=index.len() * 9 / 4).contains(&ranked),
        "{ranked} texts were ranked"
    );
    run_queries(&index, &locale);
}

fn run_queries(index: &Index, locale: &Counting) {
    // The first query computes the default order; later ones allocate nothing that grows with the feed.
    index.search(&QueryState::default());
    for text in [
        "h",
        "ha",
        "har",
        "harb",
        "harbour",
        "harbuor12",
        "\"pier gull\"",
        "-tide",
    ] {
        let (total, asking) = spent(|| index.search(&query(text)).total());
        assert!(
            asking.blocks < 90,
            "{} allocations for {text:?}: {total}",
            asking.blocks
        );
    }
    assert_eq!(locale.ranked.get(), 0, "typing compares no texts");
    let sort = |sort: &str| QueryState {
        sort: SortKey::parse_list(sort, &FilterableFields::default()),
        ..QueryState::default()
    };
    for order in ["title", "-title", "provider", "-provider"] {
        assert!(index.is_warm_for(&sort(order)));
        index.search(&sort(order));
    }
    assert_eq!(locale.ranked.get(), 0, "texts are ranked once");

    // Only the articles that are shown are deserialized.
    let (shown, showing) = spent(|| index.search(&query("harbour")).first(12));
    assert_eq!(shown.len(), 12);
    assert!(
        showing.blocks < 470,
        "{} allocations for twelve cards",
        showing.blocks
    );
}
