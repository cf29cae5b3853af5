//! The HTML of the components, for every kind of card and state.
//!
//! The snapshots are in `tests/snapshots`; `UPDATE_EXPECT=1` updates them.
#![cfg(feature = "ssr")]

use std::rc::Rc;

use article_cards::components::{
    ArticleCard, ArticleCardProps, EmptyMessage, EmptyMessageProps, ErrorMessage,
    ErrorMessageProps, Layout, LinkTarget, Pager, PagerProps, PagerState, Skeletons,
    SkeletonsProps,
};
use article_cards::model::{Article, Day, Duration, Image, Provider, Published, Related};
use expect_test::{ExpectFile, expect_file};
use yew::{AttrValue, BaseComponent, Callback, ServerRenderer, props};

/// 2021-06-17T12:00:00Z
const NOW: f64 = 1_623_931_200_000.0;

async fn html<C>(props: impl FnOnce() -> C::Properties + Send + 'static) -> String
where
    C: BaseComponent,
{
    let html = ServerRenderer::<C>::with_props(props)
        .hydratable(false)
        .render()
        .await;
    assert!(
        !html.contains("style="),
        "a strict content policy blocks styles: {html}"
    );
    // One tag per line, for readers of the snapshots.
    html.replace("><", ">\n<") + "\n"
}

async fn card(expected: ExpectFile, props: fn() -> ArticleCardProps) {
    expected.assert_eq(&html::<ArticleCard>(props).await);
}

fn of(article: Article) -> ArticleCardProps {
    props!(ArticleCardProps {
        article: Rc::new(article),
        now_ms: NOW,
        id_prefix: "a",
    })
}

fn on(day: u8) -> Option<Published> {
    Some(Published::On(Day {
        year: 2021,
        month: 6,
        day,
    }))
}

fn provider(name: &str, domain: &str) -> Option<Provider> {
    let icon = Image {
        url: format!("https://{domain}/icon.png"),
        ..Image::default()
    };
    Some(Provider {
        name: Some(name.into()),
        domain: Some(domain.into()),
        images: vec![icon],
    })
}

fn related(count: usize) -> Vec<Related> {
    let all = (1..=count).map(|number| Related {
        title: format!("Related {number}"),
        published_at: on(10),
        web_url: (number != 2).then(|| format!("https://harbour.example/{number}")),
        provider: provider("Harbour Post", "harbour.example"),
        ..Related::default()
    });
    all.collect()
}

fn article() -> Article {
    let image = |url: &str, width, height| Image {
        url: url.into(),
        width: Some(width),
        height: Some(height),
        is_cached: true,
        ..Image::default()
    };
    Article {
        id: "ward".into(),
        title: "A hospital lets its night shift overrule the model".into(),
        excerpt: Some("For six months nurses could ignore the score.".into()),
        web_url: Some("https://meridian.example/ward".into()),
        published_at: Some(Published::At(NOW as i64 - 7_200_000)),
        topics: ["AI", "Health", "Open Data", "Law", "Cities"]
            .map(String::from)
            .into(),
        authors: vec!["Ines Okafor".into(), "Otto & Eva".into()],
        quality: Some(71),
        heat: Some(1_082),
        provider: provider("Meridian Health", "meridian.example"),
        images: vec![
            image("https://meridian.example/s.jpg", 200, 100),
            image("https://meridian.example/l.jpg", 1_600, 800),
            image("https://meridian.example/m.jpg", 640, 320),
        ],
        related: related(5),
        ..Article::default()
    }
}

#[tokio::test]
async fn a_card_with_everything() {
    card(expect_file!["snapshots/card-full.html"], || {
        ArticleCardProps {
            with_scores: true,
            with_authors: true,
            eager: true,
            on_topic: Some(Callback::noop()),
            pressed_topics: [AttrValue::from("Health")].into(),
            ..of(article())
        }
    })
    .await;
}

#[tokio::test]
async fn a_card_with_nothing_but_a_title() {
    let minimal = || {
        of(Article {
            title: "Only words".into(),
            ..Article::default()
        })
    };
    card(expect_file!["snapshots/card-minimal.html"], minimal).await;
}

#[tokio::test]
async fn a_card_as_a_list_shows_it() {
    card(expect_file!["snapshots/card-list.html"], || {
        ArticleCardProps {
            layout: Layout::List,
            heading_level: 9,
            related: 0,
            without_excerpts: true,
            link_target: LinkTarget::NewWindow,
            image_proxy: Some("https://img.example/{width}?u={url}".into()),
            on_provider: Some(Callback::noop()),
            provider_pressed: true,
            ..of(article())
        }
    })
    .await;
}

#[tokio::test]
async fn a_compact_card_loads_no_picture() {
    card(expect_file!["snapshots/card-compact.html"], || {
        let video = Article {
            kind: "video".into(),
            length: Some(Duration {
                months: 0,
                seconds: 900,
            }),
            ..article()
        };
        ArticleCardProps {
            layout: Layout::Compact,
            ..of(video)
        }
    })
    .await;
}

#[tokio::test]
async fn a_course_shows_price_and_levels() {
    card(expect_file!["snapshots/card-course.html"], || {
        let course = Article {
            kind: "course".into(),
            length: Some(Duration {
                months: 0,
                seconds: 23_400,
            }),
            price: Some("Free".into()),
            levels: vec!["Beginner".into(), "Expert".into()],
            topics: Vec::new(),
            related: Vec::new(),
            images: Vec::new(),
            ..article()
        };
        of(course)
    })
    .await;
}

#[tokio::test]
async fn a_forum_shows_its_members() {
    card(expect_file!["snapshots/card-forum.html"], || {
        let provider = Provider {
            name: Some("Ålesund".into()),
            ..Provider::default()
        };
        let forum = Article {
            kind: "forum".into(),
            members: Some(1_204),
            published_at: on(16),
            provider: Some(provider),
            topics: Vec::new(),
            related: Vec::new(),
            ..article()
        };
        ArticleCardProps {
            without_images: true,
            ..of(forum)
        }
    })
    .await;
}

#[tokio::test]
async fn a_card_in_another_language_names_it() {
    card(expect_file!["snapshots/card-arabic.html"], || {
        let arabic = Article {
            title: "الميناء القديم يفتح مكتبته ليلاً".into(),
            locale: Some("ar_EG".into()),
            related: related(1),
            ..article()
        };
        ArticleCardProps {
            related_open: true,
            ..of(arabic)
        }
    })
    .await;
}

#[tokio::test]
async fn markup_in_a_text_stays_text() {
    const HOSTILE: &str = "\"><img src=x onerror=alert(1)>'&lt;";
    let html = html::<ArticleCard>(|| {
        let text = || Some(HOSTILE.to_owned());
        let provider = || {
            Some(Provider {
                name: text(),
                domain: None,
                images: Vec::new(),
            })
        };
        let related = Related {
            title: HOSTILE.into(),
            provider: provider(),
            ..Related::default()
        };
        let hostile = Article {
            id: HOSTILE.into(),
            title: HOSTILE.into(),
            excerpt: text(),
            topics: vec![HOSTILE.into()],
            kind: HOSTILE.into(),
            locale: text(),
            provider: provider(),
            images: vec![Image {
                url: "https://a.example/".into(),
                title: text(),
                ..Image::default()
            }],
            related: vec![related],
            ..Article::default()
        };
        of(hostile)
    })
    .await;
    assert_eq!(html.matches("<img").count(), 1, "{html}");
    assert!(!html.contains("<img src=x"), "{html}");
}

#[tokio::test]
async fn an_endless_text_is_truncated() {
    let html = html::<ArticleCard>(|| {
        let text = "é".repeat(100_000);
        of(Article {
            title: text.clone(),
            excerpt: Some(text.clone()),
            topics: vec![text.clone()],
            provider: provider(&text, "tern.example"),
            price: Some(text),
            ..Article::default()
        })
    })
    .await;
    // Of 20,000 bytes, and as much as fits is there.
    assert!(!html.contains(&"é".repeat(10_001)));
    assert!(html.matches(&("é".repeat(10_000) + "…")).count() >= 4);
}

#[tokio::test]
async fn ids_differ_between_cards() {
    let id = || async {
        let html = html::<ArticleCard>(|| ArticleCardProps {
            id_prefix: None,
            ..of(article())
        });
        let html = html.await;
        let (_, after) = html
            .split_once("aria-labelledby=\"")
            .expect("a labelled card");
        let (id, _) = after.split_once('"').expect("a quoted value");
        assert!(html.contains(&format!("id=\"{id}\"")));
        id.to_owned()
    };
    assert_ne!(id().await, id().await);
}

#[tokio::test]
async fn skeletons() {
    for (layout, expected) in [
        (Layout::Grid, expect_file!["snapshots/skeletons-grid.html"]),
        (Layout::List, expect_file!["snapshots/skeletons-list.html"]),
        (
            Layout::Compact,
            expect_file!["snapshots/skeletons-compact.html"],
        ),
    ] {
        let props = move || props!(SkeletonsProps { count: 2, layout });
        expected.assert_eq(&html::<Skeletons>(props).await);
    }
}

#[tokio::test]
async fn errors() {
    fn properties(banner: bool) -> ErrorMessageProps {
        props!(ErrorMessageProps {
            title: "The articles could not be loaded",
            text: Some(AttrValue::from("harbour.example did not answer.")),
            details: Some(AttrValue::from("timeout, index.json")),
            banner,
            busy: banner,
            on_retry: Some(Callback::noop()),
        })
    }
    expect_file!["snapshots/error-box.html"]
        .assert_eq(&html::<ErrorMessage>(|| properties(false)).await);
    expect_file!["snapshots/error-banner.html"]
        .assert_eq(&html::<ErrorMessage>(|| properties(true)).await);
}

#[tokio::test]
async fn emptiness() {
    let props = || {
        props!(EmptyMessageProps {
            title: "No articles yet",
            text: None
        })
    };
    expect_file!["snapshots/empty.html"].assert_eq(&html::<EmptyMessage>(props).await);
}

#[tokio::test]
async fn pagers() {
    fn pager_props() -> PagerProps {
        props!(PagerProps {
            shown: 1_024,
            total: 2_128,
            next: Some(12),
            on_top: Some(Callback::noop()),
        })
    }
    let more = html::<Pager>(pager_props);
    expect_file!["snapshots/pager-more.html"].assert_eq(&more.await);
    let loading = || PagerProps {
        state: PagerState::Loading,
        ..pager_props()
    };
    expect_file!["snapshots/pager-loading.html"].assert_eq(&html::<Pager>(loading).await);
    let end = || PagerProps {
        state: PagerState::End,
        ..pager_props()
    };
    expect_file!["snapshots/pager-end.html"].assert_eq(&html::<Pager>(end).await);
    let failed = || PagerProps {
        state: PagerState::Failed("More articles could not be loaded.".into()),
        ..pager_props()
    };
    expect_file!["snapshots/pager-failed.html"].assert_eq(&html::<Pager>(failed).await);
    let open = || PagerProps {
        has_next_page: true,
        next: None,
        ..pager_props()
    };
    expect_file!["snapshots/pager-open.html"].assert_eq(&html::<Pager>(open).await);
    let numbers = || PagerProps {
        has_next_page: true,
        pages: Some(1_171),
        page: 4,
        ..pager_props()
    };
    expect_file!["snapshots/pager-numbers.html"].assert_eq(&html::<Pager>(numbers).await);
    let last = || PagerProps {
        pages: Some(2),
        page: 2,
        state: PagerState::Failed("More articles could not be loaded.".into()),
        ..pager_props()
    };
    expect_file!["snapshots/pager-numbers-failed.html"].assert_eq(&html::<Pager>(last).await);
}

#[tokio::test]
async fn own_content_in_place_of_messages() {
    fn own() -> yew::Html {
        yew::virtual_dom::VText::new("Own words").into()
    }
    let empty = || {
        props!(EmptyMessageProps {
            title: "No articles yet",
            own: own(),
            children: yew::Html::from("Below"),
        })
    };
    expect_file!["snapshots/empty-own.html"].assert_eq(&html::<EmptyMessage>(empty).await);
    fn error() -> ErrorMessageProps {
        props!(ErrorMessageProps {
            title: "The articles could not be loaded",
            details: "timeout",
            on_retry: Some(Callback::noop()),
        })
    }
    let box_ = || ErrorMessageProps {
        own: own(),
        ..error()
    };
    expect_file!["snapshots/error-own.html"].assert_eq(&html::<ErrorMessage>(box_).await);
    let slotted = || ErrorMessageProps {
        slotted: true,
        ..error()
    };
    expect_file!["snapshots/error-slotted.html"].assert_eq(&html::<ErrorMessage>(slotted).await);
}

#[tokio::test]
async fn class_and_id_of_the_root() {
    let card = || ArticleCardProps {
        class: yew::classes!("lead", "wide"),
        id: Some("top".into()),
        ..of(article())
    };
    let root = html::<ArticleCard>(card).await;
    let root = root.lines().next().unwrap_or_default();
    assert!(root.contains(r#"class="ac-card lead wide""#), "{root}");
    assert!(root.contains(r#"id="top""#), "{root}");
    let empty = || {
        props!(EmptyMessageProps {
            title: "No articles yet",
            class: "quiet",
        })
    };
    let root = html::<EmptyMessage>(empty).await;
    let root = root.lines().next().unwrap_or_default();
    assert_eq!(root, r#"<div part="empty" class="ac-empty quiet">"#);
}
