//! The template of a card: the card of an article that has everything, compared with cards that lack
//! one thing each. The differences tell on what each node depends.

use std::rc::Rc;

use article_cards::browser::{Formats, LocaleFormatter, Unit};
use article_cards::components::{ArticleCard, ArticleCardProps, Layout, LinkTarget, Localization};
use article_cards::i18n::{Messages, Plural, PluralText};
use article_cards::model::{Article, Duration, Image, Provider, Published, Related};
use article_cards::text::plain;
use serde_json::{Map, Value, json};
use yew::{Callback, ContextProvider, Html, Properties, component, html, props};

use crate::template::{Template, with_condition};
use crate::{Failure, nodes, render};

type Remove = fn(&mut Card);

/// Something that a card may lack: its name, and what removes it. What contains others comes first.
const FEATURES: [(&str, Remove); 35] = [
    ("full", |it| it.layout = Layout::Compact),
    ("byline", |it| {
        it.article.provider = None;
        it.article.published_at = None;
        it.article.authors.clear();
        it.article.kind = "article".into();
        it.article.length = None;
    }),
    ("provider", |it| it.article.provider = None),
    ("icon", |it| it.provider().images.clear()),
    ("unfiltered", |it| it.filters_providers = true),
    ("providerLink", |it| it.provider().domain = None),
    ("date", |it| it.article.published_at = None),
    ("authors", |it| it.article.authors.clear()),
    ("badge", |it| {
        it.article.kind = "article".into();
        it.article.length = None;
    }),
    ("length", |it| it.article.length = None),
    ("type", |it| it.article.kind = "article".into()),
    ("kindIcon", |it| it.article.kind = "forum".into()),
    ("noVideo", |it| it.article.kind = "video".into()),
    ("facts", |it| {
        it.article.price = None;
        it.article.levels.clear();
        it.article.members = None;
    }),
    ("price", |it| it.article.price = None),
    ("levels", |it| it.article.levels.clear()),
    ("members", |it| it.article.members = None),
    ("url", |it| it.article.web_url = None),
    ("blank", |it| it.link_target = LinkTarget::SameWindow),
    ("locale", |it| it.article.locale = None),
    ("foreign", |it| {
        it.article.locale = Some(OWN_LOCALE.into());
    }),
    ("excerpt", |it| it.article.excerpt = None),
    ("image", |it| it.article.images.clear()),
    ("width", |it| {
        let images = &mut it.article.images;
        images.iter_mut().for_each(|image| image.width = None);
    }),
    ("eager", |it| it.eager = false),
    ("topics", |it| it.article.topics.clear()),
    ("hidden", |it| it.article.topics.truncate(3)),
    ("topicFilter", |it| it.filters_topics = false),
    ("related", |it| it.article.related.clear()),
    ("relatedMore", |it| it.shown_related = 2),
    ("about", |it| {
        it.related().provider = None;
        it.related().published_at = None;
    }),
    ("source", |it| it.related().provider = None),
    ("sourceIcon", |it| {
        it.related().provider = Some(source(RELATED_PROVIDER, &[]));
    }),
    ("date", |it| it.related().published_at = None),
    ("url", |it| it.related().web_url = None),
];

/// Names of providers. Each begins with a letter of its own, which is the initial.
const PROVIDER: &str = "Ω{=provider}";
const RELATED_PROVIDER: &str = "Ψ{=provider}";

/// The language of the messages.
const LANGUAGE: &str = "{=language}";

/// Locales of articles, in another language than the messages, and in the same.
const FOREIGN_LOCALE: &str = "en-{=locale}";
const OWN_LOCALE: &str = "{=language}-x";

/// What the formats and components make of the values, and what replaces it.
const DERIVED: [(&str, &str); 13] = [
    (PROVIDER, "{=provider}"),
    (RELATED_PROVIDER, "{=provider}"),
    ("Ω", "{=initial}"),
    ("Ψ", "{=initial}"),
    ("2001-02-03T04:05:06Z", "{=datetime}"),
    ("PT1H2M3S", "{=length}"),
    ("7001", "{=width}"),
    ("7002", "{=height}"),
    (FOREIGN_LOCALE, "{=locale}"),
    (OWN_LOCALE, "{=locale}"),
    ("domain.example", "{=domain}"),
    ("<h3", "<{=heading}"),
    ("</h3", "</{=heading}"),
];

/// 2001-02-03T04:05:06Z
const MOMENT: Published = Published::At(981_173_106_000);

#[derive(Clone, PartialEq, Properties)]
struct Card {
    article: Article,
    layout: Layout,
    link_target: LinkTarget,
    eager: bool,
    shown_related: usize,
    filters_topics: bool,
    filters_providers: bool,
    localization: Localization,
}

impl Card {
    /// Has everything.
    fn new(messages: &Rc<Messages>) -> Self {
        let mut messages = Messages::clone(messages);
        messages.language = LANGUAGE.into();
        let formats = Formats::with_formatter(Rc::new(Named));
        let second = Related {
            title: "{=title}".into(),
            ..Related::default()
        };
        let first = Related {
            published_at: Some(MOMENT),
            web_url: Some("{=url}".into()),
            provider: Some(source(RELATED_PROVIDER, &["{=icon}"])),
            ..second.clone()
        };
        let image = Image {
            url: "{=image}".into(),
            width: Some(7_001),
            height: Some(7_002),
            title: Some("{=alt}".into()),
            ..Image::default()
        };
        let provider = Provider {
            domain: Some("domain.example".into()),
            ..source(PROVIDER, &["{=icon}"])
        };
        let article = Article {
            id: "{=id}".into(),
            title: "{=title}".into(),
            excerpt: Some("{=excerpt}".into()),
            web_url: Some("{=url}".into()),
            published_at: Some(MOMENT),
            kind: "course".into(),
            length: Some(Duration {
                months: 0,
                seconds: 3_723,
            }),
            price: Some("{=price}".into()),
            levels: vec!["{=levels}".into()],
            members: Some(1),
            topics: vec!["{=topic}".into(); 4],
            authors: vec!["{=authors}".into()],
            provider: Some(provider),
            images: vec![image],
            related: vec![first, second],
            locale: Some(FOREIGN_LOCALE.into()),
            ..Article::default()
        };
        Self {
            article,
            layout: Layout::Grid,
            link_target: LinkTarget::NewWindow,
            eager: true,
            shown_related: 1,
            filters_topics: true,
            filters_providers: false,
            localization: Localization::new(Rc::new(messages), formats),
        }
    }

    fn provider(&mut self) -> &mut Provider {
        self.article.provider.get_or_insert_default()
    }

    /// The first related article.
    fn related(&mut self) -> &mut Related {
        &mut self.article.related[0]
    }

    fn nodes(&self) -> Result<Template, Failure> {
        let mut html = render::<TemplateCard>(self.clone())?;
        for name in ["Course", "Forum", "Video"] {
            html = html.replace(&format!(">{name}<"), ">{=type}<");
        }
        for (text, name) in DERIVED {
            html = html.replace(text, name);
        }
        nodes::parse(&html)
    }
}

fn source(name: &str, icons: &[&str]) -> Provider {
    let icon = |url: &&str| Image {
        url: (*url).into(),
        ..Image::default()
    };
    Provider {
        name: Some(name.into()),
        images: icons.iter().map(icon).collect(),
        ..Provider::default()
    }
}

#[component]
fn TemplateCard(card: &Card) -> Html {
    let props = props!(ArticleCardProps {
        article: Rc::new(card.article.clone()),
        layout: card.layout,
        link_target: card.link_target,
        eager: card.eager,
        related: card.shown_related,
        with_authors: true,
        now_ms: 0.0,
        on_click: Callback::noop(),
        on_topic: card.filters_topics.then(Callback::noop),
        on_provider: card.filters_providers.then(Callback::noop),
        id_prefix: "{=card}",
    });
    html! {
        <ContextProvider<Localization> context={card.localization.clone()}>
            <ArticleCard ..props />
        </ContextProvider<Localization>>
    }
}

/// The English messages of cards.
pub(crate) fn messages(english: &Messages) -> Map<String, Value> {
    let forms = |text: &PluralText| json!({ "one": text.form(Plural::One), "other": text.form(Plural::Other) });
    // Other names are those of the feed.
    let kinds = english.kinds.iter().filter(|(kind, name)| {
        let unnamed = Messages {
            kinds: Vec::new(),
            ..english.clone()
        };
        unnamed.kind(kind) != *name
    });
    let kinds: Map<_, _> = kinds
        .map(|(kind, name)| (kind.to_string(), json!(name)))
        .collect();
    Map::from_iter([
        ("authors".to_owned(), json!(english.authors)),
        ("kinds".to_owned(), kinds.into()),
        ("language".to_owned(), json!(english.language)),
        ("levels".to_owned(), forms(&english.levels)),
        ("members".to_owned(), forms(&english.members)),
        ("moreTopics".to_owned(), forms(&english.more_topics)),
        ("newWindow".to_owned(), json!(english.new_window)),
        ("price".to_owned(), json!(english.price)),
        ("providerFilter".to_owned(), json!(english.provider_filter)),
        ("providerLink".to_owned(), json!(english.provider_link)),
        ("related".to_owned(), forms(&english.related)),
        ("relatedMore".to_owned(), forms(&english.related_more)),
        ("topics".to_owned(), json!(english.topics)),
    ])
}

/// Returns the template of cards.
pub(crate) fn template(messages: &Rc<Messages>) -> Result<Value, Failure> {
    let card = Card::new(messages);
    let mut template = card.nodes()?;
    for (feature, remove) in FEATURES {
        let mut without = card.clone();
        remove(&mut without);
        template = with_condition(template, &without.nodes()?, feature);
    }
    Ok(template.repeated().into())
}

/// The usual character references by name.
const REFERENCES: [&str; 13] = [
    "amp", "lt", "gt", "quot", "apos", "nbsp", "ndash", "mdash", "lsquo", "rsquo", "ldquo",
    "rdquo", "hellip",
];

/// Returns the characters of the usual references, by name.
pub(crate) fn references() -> Map<String, Value> {
    let character = |name: &str| {
        // White space at the ends is trimmed.
        let text = plain(&format!("|&{name};|")).into_owned();
        json!(text.trim_matches('|'))
    };
    let references = REFERENCES.iter();
    references
        .map(|name| ((*name).to_owned(), character(name)))
        .collect()
}

/// Formats everything as the placeholder of its value.
struct Named;

impl LocaleFormatter for Named {
    fn moment(&self, _: f64) -> String {
        "{=date}".into()
    }

    fn day(&self, _: i64) -> String {
        "{=date}".into()
    }

    fn exact_moment(&self, _: f64) -> String {
        "{=exact}".into()
    }

    fn exact_day(&self, _: i64) -> String {
        "{=exact}".into()
    }

    fn day_number(&self, _: f64) -> Option<i64> {
        None
    }

    fn amount(&self, _: u64, _: Unit, _: bool) -> String {
        String::new()
    }

    fn joined(&self, _: Vec<String>) -> String {
        "{=duration}".into()
    }

    fn number(&self, _: u64) -> String {
        "{=hidden}".into()
    }

    fn plural(&self, _: u64) -> Plural {
        Plural::Other
    }
}
