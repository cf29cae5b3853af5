//! Writes articles as a document.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::model::{Article, Image, Provider, Related};
use crate::text::{self, date, duration};

/// Writes articles as a JSON array, from which [`Feed::read`](super::Feed::read) reads the same
/// articles.
///
/// ```
/// use article_cards_core::feed::{Feed, Options, write};
/// use article_cards_core::text::url::UrlStandard;
/// use article_cards_core::model::Article;
///
/// let article = Article { id: "1".into(), title: "How to write &amp;".into(), ..Article::default() };
/// let document = write([&article]);
/// let mut feed = Feed::new(Options::default());
/// feed.read(document.as_bytes(), None, &UrlStandard)?;
/// assert_eq!(**feed.articles()[0].article(), article);
/// # Ok::<(), article_cards_core::error::Error>(())
/// ```
pub fn write<'a>(articles: impl IntoIterator<Item = &'a Article>) -> String {
    let mut document = String::from("[");
    for (place, article) in articles.into_iter().enumerate() {
        document.push_str(if place == 0 { "\n" } else { ",\n" });
        document.push_str(&json(&ArticleFields::new(article, text::escape_references)));
    }
    document.push_str("\n]\n");
    document
}

/// Writes articles for scripts as a JSON array: the fields of [`write()`] with texts as they are shown,
/// whether each article is published, and the fields of a mapping.
///
/// ```
/// use article_cards_core::feed::write_plain;
/// use article_cards_core::model::Article;
///
/// let fields = vec![("region".into(), vec!["North".into()])];
/// let article = Article { id: "1".into(), title: "&amp;".into(), fields, ..Article::default() };
/// assert_eq!(
///     write_plain([&article]),
///     r#"[{"id":"1","title":"&amp;","type":"article","published":true,"region":["North"]}]"#
/// );
/// ```
pub fn write_plain<'a>(articles: impl IntoIterator<Item = &'a Article>) -> String {
    json(
        &articles
            .into_iter()
            .map(PlainArticle::new)
            .collect::<Vec<_>>(),
    )
}

/// An article as [`write_plain`] writes it, for any serializer.
#[derive(Serialize)]
pub struct PlainArticle<'a> {
    #[serde(flatten)]
    own: ArticleFields<'a>,
    #[serde(flatten, serialize_with = "mapped")]
    mapped: &'a [(String, Vec<String>)],
}

impl<'a> PlainArticle<'a> {
    /// Wraps an article.
    pub fn new(article: &'a Article) -> Self {
        let mut own = ArticleFields::new(article, |text| Cow::Borrowed(text));
        own.published = Some(article.published);
        Self {
            own,
            mapped: &article.fields,
        }
    }
}

fn mapped<S: Serializer>(
    fields: &&[(String, Vec<String>)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(fields.iter().map(|(name, values)| (name, values)))
}

// Serializing plain data does not fail.
fn json<V: Serialize + ?Sized>(value: &V) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

type Text<'a> = Cow<'a, str>;

/// Writes a text.
type Written = fn(&str) -> Text<'_>;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArticleFields<'a> {
    id: &'a str,
    title: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    excerpt: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    web_url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    original_url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published_date_time: Option<String>,
    r#type: Text<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    category: Vec<Text<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    topics: Vec<Text<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quality: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    heat: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider: Option<ProviderFields<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    images: Vec<ImageFields<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<RelatedFields<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    length: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    price: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    levels: Vec<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    members: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<&'a str>,
}

#[derive(Serialize)]
struct ProviderFields<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    images: Vec<ImageFields<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ImageFields<'a> {
    url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    width: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attribution: Option<Text<'a>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    is_cached: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RelatedFields<'a> {
    title: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    excerpt: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published_date_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    web_url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    original_url: Option<&'a str>,
    r#type: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider: Option<ProviderFields<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quality: Option<u64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    images: Vec<ImageFields<'a>>,
}

fn texts(list: &[String], text: Written) -> Vec<Text<'_>> {
    list.iter().map(|item| text(item)).collect()
}

fn images(images: &[Image], text: Written) -> Vec<ImageFields<'_>> {
    fn fields(image: &Image, text: Written) -> ImageFields<'_> {
        let Image {
            url,
            width,
            height,
            title,
            attribution,
            is_cached,
        } = image;
        ImageFields {
            url,
            width: *width,
            height: *height,
            title: title.as_deref().map(text),
            attribution: attribution.as_deref().map(text),
            is_cached: *is_cached,
        }
    }
    images.iter().map(|image| fields(image, text)).collect()
}

fn provider(provider: &Provider, text: Written) -> ProviderFields<'_> {
    ProviderFields {
        name: provider.name.as_deref().map(text),
        domain: provider.domain.as_deref(),
        images: images(&provider.images, text),
    }
}

impl<'a> ArticleFields<'a> {
    fn new(article: &'a Article, text: Written) -> Self {
        Self {
            id: &article.id,
            title: text(&article.title),
            excerpt: article.excerpt.as_deref().map(text),
            web_url: article.web_url.as_deref(),
            original_url: article.original_url.as_deref(),
            published_date_time: article.published_at.map(date::format),
            r#type: text(&article.kind),
            category: texts(&article.categories, text),
            topics: texts(&article.topics, text),
            authors: texts(&article.authors, text),
            quality: article.quality,
            heat: article.heat,
            published: (!article.published).then_some(false),
            provider: article.provider.as_ref().map(|it| provider(it, text)),
            images: images(&article.images, text),
            related: (article.related.iter())
                .map(|it| RelatedFields::new(it, text))
                .collect(),
            length: article.length.map(duration::format),
            price: article.price.as_deref().map(text),
            levels: texts(&article.levels, text),
            members: article.members,
            locale: article.locale.as_deref(),
        }
    }
}

impl<'a> RelatedFields<'a> {
    fn new(related: &'a Related, text: Written) -> Self {
        Self {
            title: text(&related.title),
            excerpt: related.excerpt.as_deref().map(text),
            published_date_time: related.published_at.map(date::format),
            web_url: related.web_url.as_deref(),
            original_url: related.original_url.as_deref(),
            r#type: text(&related.kind),
            provider: related.provider.as_ref().map(|it| provider(it, text)),
            quality: related.quality,
            images: images(&related.images, text),
        }
    }
}
