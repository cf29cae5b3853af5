//! Structured data for search engines: JSON-LD with the vocabulary of schema.org.

use serde_json::{Map, Value, json};

use article_cards::browser::machine_date;
use article_cards_core::model::{Article, Provider};
use article_cards_core::text::duration;

/// Returns a list of articles as JSON that is safe inside a script element.
pub(super) fn item_list(name: Option<&str>, articles: &[impl AsRef<Article>]) -> String {
    let items = articles.iter().enumerate().map(|(place, article)| {
        json!({ "@type": "ListItem", "position": place + 1, "item": item(article.as_ref()) })
    });
    let mut list = Thing::new("ItemList");
    list.put("@context", "https://schema.org");
    list.put_some("name", name);
    list.put("numberOfItems", articles.len());
    list.put("itemListElement", items.collect::<Value>());
    for_script(&Value::Object(list.0).to_string())
}

/// Escapes JSON so that nothing in it ends a script or starts a comment.
fn for_script(json: &str) -> String {
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}

/// Builds a thing of schema.org.
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

    /// Sets a property if there is a value.
    fn put_some(&mut self, name: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    /// Sets a property to several values, unless there are none.
    fn put_all<V: Into<Value> + Clone>(&mut self, name: &str, values: &[V]) {
        if !values.is_empty() {
            self.put(name, values);
        }
    }
}

/// Returns the schema.org type of an article. Search engines report types that lack required
/// properties as errors; such articles are creative works, which require none.
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
    item.put_some("url", article.link());
    item.put_some("description", article.excerpt.as_deref());
    item.put_all("image", &pictures);
    item.put_some("datePublished", published(article));
    item.put_some(
        "inLanguage",
        article.locale.as_deref().map(|tag| tag.replace('_', "-")),
    );
    item.put_all("keywords", &article.topics);
    let person = |name: &String| json!({ "@type": "Person", "name": name });
    let authors: Vec<Value> = article.authors.iter().map(person).collect();
    item.put_all("author", &authors);
    let length = article.length.map(duration::format);
    match kind {
        "NewsArticle" => {
            item.put("headline", article.title.as_str());
            item.put_all("articleSection", &article.categories);
            // schema.org requires an author.
            if authors.is_empty() {
                item.put_some("author", publisher.clone());
            }
        }
        "VideoObject" => {
            item.put_all("thumbnailUrl", &pictures);
            item.put_some("uploadDate", published(article));
            item.put_some("duration", length);
        }
        "Course" => {
            item.put_some("provider", publisher.clone());
            item.put_some("offers", article.price.as_deref().and_then(offer));
            item.put_all("educationalLevel", &article.levels);
            item.put_some("timeRequired", length);
        }
        "ProfilePage" => {
            item.put(
                "mainEntity",
                json!({ "@type": "Person", "name": article.title }),
            );
        }
        _ => {}
    }
    item.put_some("publisher", publisher);
    Value::Object(item.0)
}

fn published(article: &Article) -> Option<String> {
    article.published_at.and_then(machine_date)
}

/// Returns the URLs of images that others can fetch.
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
    organization.put_some("url", url);
    let logo = provider.icon().map(|icon| icon.url.as_str());
    organization.put_some("logo", logo.filter(|url| url.starts_with("http")));
    Some(Value::Object(organization.0))
}

/// Returns the price category of a course; feeds do not have the currency.
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
