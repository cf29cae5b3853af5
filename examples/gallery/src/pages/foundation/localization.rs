//! The messages and formats of all components below a `ContextProvider`. `ArticleCards` has props for
//! its own.

use std::rc::Rc;

use article_cards::browser::Formats;
use article_cards::components::{
    ArticleCard, Byline, Localization, Pager, SearchField, SortMenu, Toolbar,
};
use article_cards::i18n::Messages;
use article_cards::model::{Article, Published};
use yew::prelude::*;

use crate::sample;

states!("localization.rs", Localization: English, German, ArabicCard, ArabicControls, OwnMessages);

/// English, without a provider
#[component]
fn English() -> Html {
    html! {
        <div class="ac-base">
            <Pager shown=1200 total=4000 />
        </div>
    }
}

/// German
#[component]
fn German() -> Html {
    let localization = use_memo((), |()| {
        let messages =
            Messages::in_language("de").unwrap_or_else(Messages::english);
        let formats = Formats::new(Some("de"), Some("Europe/Berlin"), true);
        Localization::new(Rc::new(messages), formats)
    });
    let yesterday = sample::NOW_MS as i64 - 90_000_000;
    let article = Rc::new(Article {
        published_at: Some(Published::At(yesterday)),
        ..sample::video()
    });
    html! {
        <div class="ac-base" lang="de">
            <ContextProvider<Localization>
                context={(*localization).clone()}
            >
                <SortMenu with_scores=true />
                <Byline {article} now_ms={sample::NOW_MS} />
                <Pager shown=1200 total=4000 />
            </ContextProvider<Localization>>
        </div>
    }
}

/// Arabic: a card
///
/// The components take the direction of the element around them.
#[component]
fn ArabicCard() -> Html {
    let localization = use_memo((), |()| {
        let messages =
            Messages::in_language("ar").unwrap_or_else(Messages::english);
        let formats = Formats::new(Some("ar"), Some("Africa/Cairo"), true);
        Localization::new(Rc::new(messages), formats)
    });
    let article = Rc::new(sample::arabic_article());
    html! {
        <div class="ac-base" data-layout="grid" lang="ar" dir="rtl">
            <ContextProvider<Localization>
                context={(*localization).clone()}
            >
                <ArticleCard {article} with_scores=true />
            </ContextProvider<Localization>>
        </div>
    }
}

/// Arabic: controls
#[component]
fn ArabicControls() -> Html {
    let localization = use_memo((), |()| {
        let messages =
            Messages::in_language("ar").unwrap_or_else(Messages::english);
        let formats = Formats::new(Some("ar"), Some("Africa/Cairo"), true);
        Localization::new(Rc::new(messages), formats)
    });
    let text = use_state(|| "ميناء".to_owned());
    let on_input = {
        let text = text.setter();
        Callback::from(move |typed| text.set(typed))
    };
    html! {
        <div class="ac-base" data-layout="grid" lang="ar" dir="rtl">
            <ContextProvider<Localization>
                context={(*localization).clone()}
            >
                <Toolbar
                    query={(*text).clone()}
                    {on_input}
                    on_sort={Callback::noop()}
                    on_filters={Callback::noop()}
                    filters_in_use=1
                />
                <Pager shown=12 total=108 pages=9 page=4 />
            </ContextProvider<Localization>>
        </div>
    }
}

/// Messages of one's own
///
/// A copy of the messages with other texts.
#[component]
fn OwnMessages() -> Html {
    let localization = use_memo((), |()| {
        let mut messages = Messages::english();
        messages.search = "Search the archive".into();
        Localization::new(
            Rc::new(messages),
            Formats::new(Some("en"), None, true),
        )
    });
    html! {
        <div class="ac-base">
            <ContextProvider<Localization>
                context={(*localization).clone()}
            >
                <SearchField />
            </ContextProvider<Localization>>
        </div>
    }
}
