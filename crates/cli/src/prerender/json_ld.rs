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
    let list = json!({
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": name,
        "numberOfItems": articles.len(),
        "itemListElement": items.collect::<Value>(),
    });
    for_script(&merged([list]).to_string())
}

/// Escapes JSON so that nothing in it ends a script or starts a comment.
fn for_script(json: &str) -> String {
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}

/// Merges objects, and removes members that are null or an empty list.
fn merged<const N: usize>(objects: [Value; N]) -> Value {
    let members = objects.into_iter().filter_map(|object| match object {
        Value::Object(members) => Some(members),
        _ => None,
    });
    let is_present = |value: &Value| !value.is_null() && *value != json!([]);
    let present = members.flatten().filter(|(_, value)| is_present(value));
    present.collect::<Map<_, _>>().into()
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
    let pictures = pictures(article);
    let publisher = article.provider.as_ref().and_then(organization);
    let length = article.length.map(duration::format);
    let authors: Value = article.authors.iter().map(|name| person(name)).collect();
    let common = json!({
        "@type": kind,
        "name": article.title,
        "url": article.link(),
        "description": article.excerpt,
        "image": pictures,
        "datePublished": published(article),
        "inLanguage": article.locale.as_deref().map(|tag| tag.replace('_', "-")),
        "keywords": article.topics,
        "author": authors,
        "publisher": publisher,
    });
    let specific = match kind {
        "NewsArticle" => json!({
            "headline": article.title,
            "articleSection": article.categories,
            // schema.org requires an author.
            "author": if article.authors.is_empty() { publisher.into() } else { authors },
        }),
        "VideoObject" => json!({
            "thumbnailUrl": pictures,
            "uploadDate": published(article),
            "duration": length,
        }),
        "Course" => json!({
            "provider": publisher,
            "offers": article.price.as_deref().and_then(offer),
            "educationalLevel": article.levels,
            "timeRequired": length,
        }),
        "ProfilePage" => json!({ "mainEntity": person(&article.title) }),
        _ => Value::Null,
    };
    merged([common, specific])
}

fn person(name: &str) -> Value {
    json!({ "@type": "Person", "name": name })
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
    let logo = provider.icon().map(|icon| icon.url.as_str());
    let domain = provider.domain.as_deref();
    Some(merged([json!({
        "@type": "Organization",
        "name": provider.label()?,
        "url": domain.map(|domain| format!("https://{domain}/")),
        "logo": logo.filter(|url| url.starts_with("http")),
    })]))
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
