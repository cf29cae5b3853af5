//! One article as a card. `ArticleCards` renders one for each article; by itself it needs an element
//! with the class `ac-base` around it, and `data-layout` there.

use std::rc::Rc;

use article_cards::browser::IntlLocale;
use article_cards::components::{ArticleCard, Layout};
use article_cards::feed::Feed;
use article_cards::model::{Article, Image, Published};
use article_cards::search::{IndexBuilder, IndexOptions, QueryState};
use yew::prelude::*;

use crate::sample;

states!("article_card.rs", ArticleCard:
    Plain, WithoutPicture, BrokenPicture, OnlyATitle, WithScores, WithAuthors, New, Course, Video,
    RelatedOpen, Topics, Saved, Marks, LongTexts, RightToLeft, Featured, InAList, Compact);

/// An article with everything
#[component]
fn Plain() -> Html {
    html! {
        <div class="ac-base" data-layout="grid">
            <ArticleCard article={Rc::new(sample::article())} />
        </div>
    }
}

/// Without a picture
///
/// The title is larger and the excerpt has more lines.
#[component]
fn WithoutPicture() -> Html {
    let article = Rc::new(Article {
        images: Vec::new(),
        ..sample::article()
    });
    html! {
        <div class="ac-base" data-layout="grid">
            <ArticleCard {article} />
        </div>
    }
}

/// With a broken picture
///
/// The provider's initial takes the place of a picture that fails to load. Nothing moves.
#[component]
fn BrokenPicture() -> Html {
    let broken = Image {
        // Not a picture.
        url: "data:image/png,".into(),
        ..Image::default()
    };
    let article = Rc::new(Article {
        images: vec![broken],
        ..sample::short_article()
    });
    html! {
        <div class="ac-base" data-layout="grid">
            <ArticleCard {article} />
        </div>
    }
}

/// Nothing but a title
///
/// No date, no provider, no link: what an article doesn't have takes no room.
#[component]
fn OnlyATitle() -> Html {
    let article = Rc::new(Article {
        title: "Only words".into(),
        ..Article::default()
    });
    html! {
        <div class="ac-base" data-layout="grid">
            <ArticleCard {article} />
        </div>
    }
}

/// With scores
#[component]
fn WithScores() -> Html {
    let article = Rc::new(Article {
        quality: Some(71),
        heat: Some(1_082),
        ..sample::short_article()
    });
    html! {
        <div class="ac-base" data-layout="grid">
            <ArticleCard {article} with_scores=true />
        </div>
    }
}

/// With authors, without excerpt
#[component]
fn WithAuthors() -> Html {
    let article = Rc::new(Article {
        related: Vec::new(),
        ..sample::article()
    });
    html! {
        <div class="ac-base" data-layout="grid">
            <ArticleCard {article} with_authors=true without_excerpts=true />
        </div>
    }
}

/// New since the last visit, published two hours ago
#[component]
fn New() -> Html {
    let two_hours_ago = sample::NOW_MS as i64 - 7_200_000;
    let article = Rc::new(Article {
        published_at: Some(Published::At(two_hours_ago)),
        ..sample::short_article()
    });
    html! {
        <div class="ac-base" data-layout="grid">
            <ArticleCard {article} is_new=true now_ms={sample::NOW_MS} />
        </div>
    }
}

/// A course
///
/// Type and length are on the picture, price and levels below the excerpt.
#[component]
fn Course() -> Html {
    html! {
        <div class="ac-base" data-layout="grid">
            <ArticleCard article={Rc::new(sample::course())} />
        </div>
    }
}

/// A video
#[component]
fn Video() -> Html {
    html! {
        <div class="ac-base" data-layout="grid">
            <ArticleCard article={Rc::new(sample::video())} />
        </div>
    }
}

/// With its related articles expanded
///
/// Two of five are shown, and a button shows the rest.
#[component]
fn RelatedOpen() -> Html {
    html! {
        <div class="ac-base" data-layout="grid">
            <ArticleCard
                article={Rc::new(sample::article())}
                related=2
                related_open=true
                without_images=true
            />
        </div>
    }
}

/// With topics and a provider that filter
///
/// What is selected is marked. A list passes clicks on to its query.
#[component]
fn Topics() -> Html {
    let article = use_memo((), |()| Article {
        related: Vec::new(),
        ..sample::article()
    });
    let selected = use_state(|| AttrValue::from("Transport"));
    let on_topic = {
        let selected = selected.setter();
        Callback::from(move |topic| selected.set(topic))
    };
    let pressed_topics: Rc<[AttrValue]> = Rc::new([(*selected).clone()]);
    html! {
        <div class="ac-base" data-layout="grid">
            <ArticleCard
                {article}
                {on_topic}
                {pressed_topics}
                on_provider={Callback::noop()}
                without_images=true
            />
        </div>
    }
}

/// With a button that saves the article
#[component]
fn Saved() -> Html {
    let article = use_memo((), |()| sample::short_article());
    let saved = use_state(|| true);
    let on_save = {
        let saved = saved.setter();
        Callback::from(move |(_, is_saved)| saved.set(is_saved))
    };
    html! {
        <div class="ac-base" data-layout="grid">
            <ArticleCard {article} saved={*saved} {on_save} />
        </div>
    }
}

/// With search terms marked
///
/// The terms of “night harb” in title and excerpt.
#[component]
fn Marks() -> Html {
    let highlighter = use_memo((), |()| {
        let options = IndexOptions {
            facets: Vec::new(),
            with_unpublished: false,
            locale: Rc::new(IntlLocale::new(None, None)),
        };
        let index = IndexBuilder::new(&Feed::default(), options).finish();
        index.highlighter(&QueryState {
            query: "night harb".into(),
            ..QueryState::default()
        })
    });
    html! {
        <div class="ac-base" data-layout="grid">
            <ArticleCard
                article={Rc::new(sample::article())}
                {highlighter}
                related=0
                without_images=true
            />
        </div>
    }
}

/// With long texts
///
/// Titles have three lines, and long names give way to the date.
#[component]
fn LongTexts() -> Html {
    let corran =
        "Corran Institute for Estuaries, Mudflats and Adjacent Matters";
    let word = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragung";
    let title =
        format!("{word}: Ein Tal verabschiedet sich von seinem längsten Wort");
    let article = Rc::new(Article {
        title,
        excerpt: Some(
            "Der Schildermacher trauert, die Sekretärin nicht. ".repeat(8),
        ),
        provider: Some(sample::provider(corran, "corran")),
        locale: Some("de".into()),
        topics: sample::texts(["Straßenverkehrszulassungsordnung", "Alpen"]),
        related: Vec::new(),
        ..sample::article()
    });
    html! {
        <div class="ac-base" data-layout="grid">
            <ArticleCard {article} />
        </div>
    }
}

/// In a language that is written from right to left
///
/// The direction follows the language of the article, whatever that of the page.
#[component]
fn RightToLeft() -> Html {
    html! {
        <div class="ac-base" data-layout="grid">
            <ArticleCard article={Rc::new(sample::arabic_article())} />
        </div>
    }
}

/// As a lead story
///
/// A lead story takes a larger picture; the classes of its cell make it lie across the row.
#[component]
fn Featured() -> Html {
    html! {
        <div class="ac-base" data-layout="grid">
            <ul class="ac-results" role="list">
                <li class="ac-cell ac-x-lead">
                    <ArticleCard
                        article={Rc::new(sample::article())}
                        featured=true
                    />
                </li>
            </ul>
        </div>
    }
}

/// In the layout `list`
#[component]
fn InAList() -> Html {
    let article = Rc::new(sample::article());
    html! {
        <div class="ac-base" data-layout="list">
            <ArticleCard {article} layout={Layout::List} related=0 />
        </div>
    }
}

/// In the layout `compact`
#[component]
fn Compact() -> Html {
    let article = Rc::new(sample::article());
    html! {
        <div class="ac-base" data-layout="compact">
            <ArticleCard {article} layout={Layout::Compact} />
        </div>
    }
}
