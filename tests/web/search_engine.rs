//! A list whose queries a search engine answers.

use std::cell::RefCell;
use std::rc::Rc;

use article_cards::browser::{BrowserUrl, IntlLocale};
use article_cards::components::{ArticleCards, ArticleCardsProps};
use article_cards::error::Error;
use article_cards::feed::Feed;
use article_cards::search::{Facet, Index, IndexOptions};
use article_cards::search_engine::{
    Pending, SearchAnswer, SearchCapabilities, SearchEngine, SearchRequest,
};
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::AbortSignal;
use yew::{Callback, props};

use crate::page::{Mounted, enter, feed};

/// An archive of fifty articles, which is slow to answer a text with `slow` and fails for `fail`.
#[derive(Default)]
struct Archive {
    requests: RefCell<Vec<SearchRequest>>,
}

impl SearchEngine for Archive {
    fn search(&self, request: SearchRequest, signal: AbortSignal) -> Pending<SearchAnswer> {
        self.requests.borrow_mut().push(request.clone());
        Box::pin(async move {
            let text = request.state.query.clone();
            if text.contains("slow") {
                TimeoutFuture::new(400).await;
                assert!(signal.aborted());
            }
            if text.contains("fail") {
                return Err(Error::engine("the archive is closed"));
            }
            let mut all = Feed::default();
            let json = feed(50);
            all.read_unlimited(&json, Some("https://archive.example/"), &BrowserUrl)?;
            let options = IndexOptions {
                facets: Facet::defaults(),
                with_unpublished: false,
                locale: Rc::new(IntlLocale::new(None, None)),
            };
            let index = Index::with_options(&all, options);
            let results = index.search(&request.state);
            let ids = results.ids();
            let start = (request.page - 1) * request.page_size;
            let page = ids.iter().skip(start).take(request.page_size);
            let articles: Vec<String> = page
                .map(|id| format!(r#"{{"id":"{id}","title":"T{id}"}}"#))
                .collect();
            let mut feed = Feed::default();
            let json = format!("[{}]", articles.join(","));
            feed.read(json.as_bytes(), None, &BrowserUrl)?;
            Ok(SearchAnswer {
                total: results.total(),
                feed,
                facets: results.facets().to_vec(),
                marks: Vec::new(),
            })
        })
    }

    fn capabilities(&self) -> SearchCapabilities {
        SearchCapabilities {
            sorts: Some(Rc::default()),
            ..SearchCapabilities::default()
        }
    }
}

fn list() -> (ArticleCardsProps, Rc<Archive>) {
    let archive = Rc::new(Archive::default());
    let engine: Rc<dyn SearchEngine> = archive.clone();
    (props!(ArticleCardsProps { engine }), archive)
}

#[wasm_bindgen_test]
async fn an_engine_of_the_page_answers_the_list() {
    let (props, archive) = list();
    let mounted = Mounted::<ArticleCards>::new(props);
    assert_eq!(archive.requests.borrow().len(), 0);
    mounted.until(".ac-card", 12).await;
    assert!(mounted.all(".ac-sort").is_empty());
    mounted.one(".ac-more-button").click();
    mounted.until(".ac-card", 24).await;
    let pages: Vec<(usize, usize)> = archive
        .requests
        .borrow()
        .iter()
        .map(|request| (request.page, request.page_size))
        .collect();
    assert_eq!(pages, [(1, 12), (2, 12)]);
    enter(&mounted, "T4");
    mounted.until(".ac-card", 11).await;
}

#[wasm_bindgen_test]
async fn an_older_answer_never_replaces_a_newer_one() {
    let (props, archive) = list();
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-card", 12).await;
    enter(&mounted, "slow");
    TimeoutFuture::new(250).await;
    assert_eq!(archive.requests.borrow().len(), 2);
    enter(&mounted, "T49");
    mounted.until(".ac-card", 1).await;
    TimeoutFuture::new(400).await;
    assert_eq!(mounted.texts(".ac-card-title"), ["T49"]);
}

#[wasm_bindgen_test]
async fn a_failure_is_reported_and_leaves_the_cards() {
    let (mut props, _) = list();
    let errors = Rc::<RefCell<Vec<Error>>>::default();
    props.on_error = {
        let errors = Rc::clone(&errors);
        Callback::from(move |error| errors.borrow_mut().push(error))
    };
    let mounted = Mounted::<ArticleCards>::new(props);
    mounted.until(".ac-card", 12).await;
    enter(&mounted, "fail");
    mounted.until(".ac-error", 1).await;
    assert_eq!(mounted.all(".ac-card").len(), 12);
    assert_eq!(errors.borrow().len(), 1);
    assert!(errors.borrow()[0].is_engine());
    enter(&mounted, "T7");
    mounted.until(".ac-error", 0).await;
    mounted.until(".ac-card", 1).await;
}
