//! What the cards are about, for search engines: JSON-LD in the words of schema.org.

use serde_json::{Map, Value, json};

use article_cards::browser::machine_date;
use article_cards_core::model::{Article, Provider};
use article_cards_core::text::duration;

/// A list of these articles, as JSON that may stand in a script element.
pub(super) fn item_list(name: Option<&str>, articles: &[impl AsRef<Article>]) -> String {
    let items = articles.iter().enumerate().map(|(place, article)| {
        json!({ "@type": "ListItem", "position": place + 1, "item": item(article.as_ref()) })
    });
    let mut list = Thing::new("ItemList");
    list.put("@context", "https://schema.org");
    list.some("name", name);
    list.put("numberOfItems", articles.len());
    list.put("itemListElement", items.collect::<Value>());
    for_script(&Value::Object(list.0).to_string())
}

/// JSON in which nothing ends a script, or begins a comment in it.
fn for_script(json: &str) -> String {
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}

/// A thing of schema.org in the making.
struct Thing(Map<String, Value>);

impl Thing {
    fn new(kind: &str) -> Self {
        let mut thing = Self(Map::new());
        thing.put("@type", kind);
        thing
    }

    fn put(&mut self, name: &str, value: impl Into<Value>) {
        self.0.insert(name.to_owned(), value.into());
    }

    /// A property, if there is a value.
    fn some(&mut self, name: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    /// A property of several values, if there is one.
    fn all(&mut self, name: &str, values: &[String]) {
        if !values.is_empty() {
            self.put(name, values);
        }
    }
}

/// What schema.org calls an article of a feed. A type whose required properties the feed does not
/// have would be an error to search engines: then it is a creative work, which requires none.
fn kind(article: &Article) -> &'static str {
    match article.kind.to_ascii_lowercase().as_str() {
        "article" => "NewsArticle",
        "video" if !pictures(article).is_empty() && published(article).is_some() => "VideoObject",
        "course" if article.excerpt.is_some() => "Course",
        "collection" => "CollectionPage",
        "download" => "DigitalDocument",
        "forum" => "WebPage",
        "profile" => "ProfilePage",
        _ => "CreativeWork",
    }
}

fn item(article: &Article) -> Value {
    let kind = kind(article);
    let mut item = Thing::new(kind);
    let pictures = pictures(article);
    let publisher = article.provider.as_ref().and_then(organization);
    item.put("name", article.title.as_str());
    item.some("url", article.link());
    item.some("description", article.excerpt.as_deref());
    item.all("image", &pictures);
    item.some("datePublished", published(article));
    item.some(
        "inLanguage",
        article.locale.as_deref().map(|tag| tag.replace('_', "-")),
    );
    item.all("keywords", &article.topics);
    let length = article.length.map(duration::format);
    match kind {
        "NewsArticle" => {
            item.put("headline", article.title.as_str());
            item.all("articleSection", &article.categories);
            // Who wrote it, the feed does not tell; who answers for it is its author as well.
            item.some("author", publisher.clone());
        }
        "VideoObject" => {
            item.all("thumbnailUrl", &pictures);
            item.some("uploadDate", published(article));
            item.some("duration", length);
        }
        "Course" => {
            item.some("provider", publisher.clone());
            item.some("offers", article.price.as_deref().and_then(offer));
            item.all("educationalLevel", &article.levels);
            item.some("timeRequired", length);
        }
        "ProfilePage" => {
            item.put(
                "mainEntity",
                json!({ "@type": "Person", "name": article.title }),
            );
        }
        _ => {}
    }
    item.some("publisher", publisher);
    Value::Object(item.0)
}

fn published(article: &Article) -> Option<String> {
    article.published_at.and_then(machine_date)
}

/// Addresses that others can ask for.
fn pictures(article: &Article) -> Vec<String> {
    let urls = article.images.iter().map(|image| image.url.clone());
    let mut pictures: Vec<String> = urls.filter(|url| url.starts_with("http")).collect();
    pictures.dedup();
    pictures
}

fn organization(provider: &Provider) -> Option<Value> {
    let mut organization = Thing::new("Organization");
    organization.put("name", provider.label()?);
    let url = provider
        .domain
        .as_deref()
        .map(|domain| format!("https://{domain}/"));
    organization.some("url", url);
    let logo = provider.icon().map(|icon| icon.url.as_str());
    organization.some("logo", logo.filter(|url| url.starts_with("http")));
    Some(Value::Object(organization.0))
}

/// What a course costs, by the categories that there are; in which currency, no feed says.
fn offer(price: &str) -> Option<Value> {
    const CATEGORIES: [&str; 4] = ["Free", "Partially Free", "Subscription", "Paid"];
    let category = CATEGORIES
        .into_iter()
        .find(|known| known.eq_ignore_ascii_case(price));
    let amount = || {
        let digits: String = price.chars().filter(char::is_ascii_digit).collect();
        let is_nothing = digits.bytes().all(|digit| digit == b'0');
        let name = if is_nothing { "Free" } else { "Paid" };
        (!digits.is_empty()).then_some(name)
    };
    let category = category.or_else(amount)?;
    Some(json!({ "@type": "Offer", "category": category }))
}
